"""The quiet room's chair: pale beech, a padded seat and back; and a plain floor cushion."""

from __future__ import annotations

import math

import numpy as np

from hearth import looks, seat
from hearth.carpentry import beam
from hearth.pieces import Piece, join, lathe, sheet
from hearth.tone import srgb

ID, TITLE, SEED, EXPOSURE = "quiet-chair", "Padded chair", 6, 0.5
LOOKS = {
    "beech": lambda n: looks.wood(n, "#b3926c", "#c8aa84", "#d8bf9c", 0.8, 0.8),
    "pad": lambda n: looks.cloth(n, ["#9aa599"], 0.03, 0.07),
    "pouf": lambda n: looks.cloth(n, ["#b9b2a4"], 0.04, 0.08),
}
VIEWS = [((1.5, 1.25, -1.5), (0, 0.4, 0), 36), ((0.2, 1.2, -2.4), (0, 0.45, 0), 32), ((-1.4, 1.2, 1.5), (0, 0.4, 0), 36),
         ((3.6, 1.2, -1.4), (3, 0.1, 0), 34)]
TONE = lambda light, exposure: srgb(light * exposure)
NODES = seat.nodes


def seat_pad(x=0.53, z=0.5, low=0.378, high=0.456):
    """A padded square with a rolled edge: rings of a soft square, shrinking towards the top."""
    rings = [(0.94, low), (1.0, low + 0.018), (1.0, low + 0.045), (0.955, high - 0.012), (0.84, high - 0.002), (0.45, high)]

    def fn(u, v):
        i = v * (len(rings) - 1)
        size, y = (float(np.interp(i, range(len(rings)), [r[k] for r in rings])) for k in (0, 1))
        c, d = math.cos(2 * math.pi * u), math.sin(2 * math.pi * u)
        soft = (abs(c) ** 5 + abs(d) ** 5) ** (-1 / 5)
        return (size * soft * c * x / 2, y, size * soft * d * z / 2)
    side = sheet(20, len(rings) - 1, lambda u, v: fn(1 - u, v), (x, z))
    side.uvs = [side.verts[list(face)][:, (0, 2)] * 1.15 for face in side.faces]
    lid = [fn(k / 20, 1) for k in range(20)]
    top = Piece(lid, [tuple(range(20))[::-1]], [np.array(lid)[::-1][:, (0, 2)] * 1.15], [0], smooth=True)
    return join([side, top])


def build(side):
    """Returns the stage with the chair (`room`) and the cushion (`near`)."""
    s = seat.bench(side, SEED, LOOKS)
    for sx in (-1, 1):
        s.add(beam((sx * 0.25, 0, -0.24), (sx * 0.235, 0.4, -0.22), 0.036, 0.036, 0.008, "-x", (0, 0, 1)), "beech")
        s.add(beam((sx * 0.25, 0, 0.31), (sx * 0.235, 0.42, 0.25), 0.036, 0.036, 0.008, "-x", (0, 0, 1)), "beech")
        s.add(beam((sx * 0.235, 0.40, 0.25), (sx * 0.225, 0.9, 0.335), 0.034, 0.034, 0.008, "", (0, 0, 1)), "beech")
        s.add(beam((sx * 0.237, 0.39, -0.23), (sx * 0.237, 0.39, 0.25), 0.03, 0.05, 0.006, "-x +x"), "beech")
    for z in (-0.225, 0.24):
        s.add(beam((-0.24, 0.39, z), (0.24, 0.39, z), 0.03, 0.05, 0.006, "-x +x"), "beech")
    s.add(seat_pad(), "pad", 1.3)

    def back(depth):
        def fn(u, v):
            a = 2 * u - 1
            edge = (1 - a ** 8) * (1 - (2 * v - 1) ** 8)
            thick = depth * (0.028 * edge ** 0.5 + 0.002)
            return (0.47 / 2 * a * (1 if depth < 0 else -1), 0.53 + 0.36 * v, 0.283 + 0.06 * v - 0.03 * (1 - a * a) * -1 * 0.5 + thick)
        return sheet(6, 4, fn, (0.47, 0.38))
    # The front looks along -z, so its texture runs the other way round from the back's.
    front = back(-1)
    front.faces = [f[::-1] for f in front.faces]
    front.uvs = [uv[::-1] for uv in front.uvs]
    rear = back(1)
    rear.faces = [f[::-1] for f in rear.faces]
    rear.uvs = [uv[::-1] for uv in rear.uvs]
    s.add(front, "pad", 1.2)
    s.add(rear, "pad", 0.9)
    pouf = lathe([(0.22, 0.0), (0.28, 0.025), (0.3, 0.06), (0.28, 0.1), (0.2, 0.12), (0.08, 0.122), (0.0, 0.115)], 20)
    s.add(pouf.wobble(0.005, 0.25, 7).move(x=seat.APART), "pouf", 0.8, "near")
    s.build()
    return s
