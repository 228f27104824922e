"""The beach's chair: a driftwood log worn to a seat, with a cushion; and a floor cushion for an empty place."""

from __future__ import annotations

import math

import numpy as np

from hearth import looks, seat
from hearth.pieces import join, lathe, sheet, tube
from hearth.tone import srgb

ID, TITLE, SEED, EXPOSURE = "beach-chair", "Driftwood seat", 7, 0.5
LOOKS = {
    "drift": lambda n: looks.wood(n, "#7b7065", "#9b8f83", "#b5a99b", 0.6),
    "end": lambda n: looks.paint(n, ["#a8967f"], 0.14, 16.0),
    "pad": lambda n: looks.cloth(n, ["#a06a52"], 0.03, 0.10),
    "pouf": lambda n: looks.cloth(n, ["#8f8a78"], 0.05, 0.10),
}
VIEWS = [((1.3, 1.15, -1.3), (0, 0.3, 0), 34), ((0.2, 1.1, -2.2), (0, 0.3, 0), 30), ((-1.3, 1.1, 1.4), (0, 0.3, 0), 34),
         ((3.6, 1.2, -1.4), (3, 0.1, 0), 34)]
TONE = lambda light, exposure: srgb(light * exposure)
NODES = seat.nodes


def log():
    """The log lies across; its top is worn flat, one end is thicker, a short limb stands up behind as a backrest."""
    path = [(x, 0.20 + 0.012 * math.sin(5 * x), 0.02 * math.cos(4 * x)) for x in np.linspace(-0.385, 0.385, 7)]
    radii = [0.195, 0.208, 0.212, 0.21, 0.214, 0.222, 0.212]
    rod = tube(path, radii, 14)

    def worn(v):
        v = v.copy()
        v[:, 1] = np.where(v[:, 1] > 0.4, 0.4 + 0.2 * (v[:, 1] - 0.4), v[:, 1])
        return v
    rod.warp(worn).wobble(0.008, 0.25, 3)
    ends = [i for i, k in enumerate(rod.islands) if k > 0]
    bark = [i for i, k in enumerate(rod.islands) if k == 0]
    caps = rod.copy()
    caps.smooth = False
    for piece, keep in ((rod, bark), (caps, ends)):
        piece.faces, piece.uvs, piece.islands = ([v[i] for i in keep] for v in (piece.faces, piece.uvs, piece.islands))
    return rod, caps


def build(side):
    """Returns the stage with the chair (`room`) and the cushion (`near`)."""
    s = seat.bench(side, SEED, LOOKS)
    rod, caps = log()
    s.add(rod, "drift", 1.0)
    s.add(caps, "end", 1.0)
    branches = [tube([(sx * 0.25, 0.3, 0.15), (sx * 0.27, 0.52, 0.25), (sx * 0.235, 0.72, 0.3)], [0.05, 0.036, 0.028], 7) for sx in (-1, 1)]
    rail = tube([(-0.30, 0.665, 0.285), (-0.1, 0.69, 0.315), (0.12, 0.68, 0.318), (0.31, 0.66, 0.28)], [0.026, 0.034, 0.033, 0.024], 7)
    lower = tube([(-0.29, 0.535, 0.25), (0.0, 0.55, 0.275), (0.3, 0.53, 0.25)], [0.02, 0.026, 0.02], 7)
    s.add(join([*branches, rail, lower]), "drift", 1.0)

    def pad(u, v):
        a, b = 2 * u - 1, 2 * v - 1
        edge = (1 - a ** 6) * (1 - b ** 6)
        return (0.29 * a * (1 - 0.06 * b * b), 0.392 + 0.066 * edge ** 0.4 - 0.10 * max(0.0, abs(b) - 0.55) ** 1.5, -0.20 * b * (1 - 0.05 * a * a))
    s.add(sheet(10, 8, pad, (0.6, 0.44)), "pad", 1.2)
    pouf = lathe([(0.2, 0.0), (0.27, 0.03), (0.295, 0.07), (0.275, 0.115), (0.2, 0.14), (0.08, 0.143), (0.0, 0.135)], 20)
    s.add(pouf.wobble(0.006, 0.25, 8).move(x=seat.APART), "pouf", 0.8, "near")
    s.build()
    return s
