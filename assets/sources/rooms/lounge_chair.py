"""The lounge's chair: a low round armchair in wool, and a floor cushion for an empty place."""

from __future__ import annotations

import math

import numpy as np

from hearth import looks, seat
from hearth.pieces import lathe, sheet, tube
from hearth.tone import srgb

ID, TITLE, SEED, EXPOSURE = "lounge-chair", "Lounge armchair", 5, 0.5
LOOKS = {
    "wool": lambda n: looks.cloth(n, ["#8d7a64"], 0.02, 0.10),
    "pad": lambda n: looks.cloth(n, ["#9a6049"], 0.03, 0.10),
    "leg": lambda n: looks.wood(n, "#5a3a26", "#7a5235", "#946845", 0.6),
    "pouf": lambda n: looks.cloth(n, ["#8d8470"], 0.08, 0.12),
}
VIEWS = [((1.5, 1.25, -1.5), (0, 0.35, 0), 34), ((0.2, 1.2, -2.4), (0, 0.4, 0), 30), ((-1.4, 1.2, 1.5), (0, 0.35, 0), 34),
         ((3.6, 1.2, -1.4), (3, 0.1, 0), 34)]
TONE = lambda light, exposure: srgb(light * exposure)
NODES = seat.nodes


def shell(reach=1.95):
    """The back and arms in one: a rounded profile swept round the seat, high behind, low in front."""
    profile = [(0.0, 0.0), (0.006, 0.35), (0.012, 0.9), (0.04, 1.0), (0.072, 0.985), (0.098, 0.6), (0.1, 0.0)]

    knots = [0.0, 0.006, 0.022, 0.05, 0.085, *np.linspace(0.15, 0.85, 11), 0.915, 0.95, 0.978, 0.994, 1.0]

    def fn(u, v):
        u = float(np.interp(u * (len(knots) - 1), range(len(knots)), knots))
        a = (2 * u - 1) * reach
        rise = 0.5 + 0.5 * math.cos(a / reach * math.pi)
        end = min(1.0, (1 - abs(2 * u - 1)) / 0.12)
        thick = math.sqrt(1 - (1 - end) ** 2)
        top = 0.545 + 0.235 * rise ** 0.8 - 0.045 * (1 - thick)
        i = v * (len(profile) - 1)
        depth, part = (np.interp(i, range(len(profile)), [p[k] for p in profile]) for k in (0, 1))
        r = 0.29 + 0.05 + (depth - 0.05) * max(thick, 0.02) + 0.035 * part * rise
        return (r * math.sin(a) * 1.02, 0.13 + (top - 0.13) * part, r * math.cos(a) * 0.98 + 0.01)
    return sheet(20, len(profile) - 1, lambda u, v: fn(1 - u, v), (1.5, 1.35))


def build(side):
    """Returns the stage with the chair (`room`) and the cushion (`near`)."""
    s = seat.bench(side, SEED, LOOKS)
    s.add(shell(), "wool", 1.0)
    base = lathe([(0.3, 0.12), (0.335, 0.13), (0.345, 0.2), (0.34, 0.34)], 16)
    s.add(base, "wool", 0.8)
    pad = lathe([(0.285, 0.32), (0.31, 0.335), (0.322, 0.38), (0.312, 0.425), (0.27, 0.448), (0.16, 0.456), (0.0, 0.45)], 16)
    s.add(pad.scale(1, 1, 1.03).move(z=-0.012).wobble(0.004, 0.3, 2), "pad", 1.2)
    for a in (0.7, 2.4, 3.9, 5.5):
        x, z = 0.25 * math.cos(a), 0.25 * math.sin(a)
        s.add(tube([(x, 0.14, z), (x * 1.12, 0.0, z * 1.12)], [0.024, 0.016], 5, ends=False), "leg", 0.8)
    pouf = lathe([(0.2, 0.0), (0.27, 0.03), (0.295, 0.075), (0.275, 0.125), (0.2, 0.15), (0.08, 0.153), (0.0, 0.143)], 20)
    s.add(pouf.wobble(0.006, 0.25, 7).move(x=seat.APART), "pouf", 0.8, "near")
    s.build()
    return s
