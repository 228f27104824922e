"""The lounge, evening: a round timber house with a hearth, a rug under the circle and dusk in the windows."""

from __future__ import annotations

import math

import numpy as np

from hearth import furniture as f
from hearth.carpentry import panel, panels_round, reveal, upright_boards
from hearth.house import House
from hearth.pieces import Piece, box, cushion, lathe, sheet, tube
from rooms.lounge_looks import LOOKS, rug_look

ID, TITLE, SEED = "lounge", "Lounge, evening", 11
APOTHEM, EAVES, RIDGE = 5.95, 2.6, 3.95
RUG = 2.62
EXPOSURE = 2.6
FACTS = {
    "table": {"x": 0.0, "y": 0.38, "z": 0.0, "radius": 0.32},
    "fire": [{"x": 0.0, "y": 0.3, "z": -5.86, "radius": 0.4, "height": 0.66}],
    "sky": {"zenith": "#232a45", "horizon": "#c98d6c", "ground": "#1b1f22", "stars": False},
    "dim": [0.52, 0.56, 0.66],
    "ambience": "fire",
}
WARM, FLAME, DUSK = (1.0, 0.72, 0.45), (1.0, 0.45, 0.15), (0.36, 0.5, 1.0)


class Lounge(House):
    """Builds the stage part by part, from the floor up."""

    def __init__(self, side):
        super().__init__(side, SEED, LOOKS, APOTHEM, EAVES, RIDGE)
        self.stage.look("rug", rug_look("rug", RUG))

    def floor(self):
        s = self.stage
        s.add_shared(self.boards(inner=RUG - 0.06), "floor", 1.7)
        rug = lathe([(RUG, 0.0), (RUG - 0.004, 0.009), (RUG - 0.02, 0.014), (1.3, 0.015), (0, 0.015)], 72)
        s.add(rug.wobble(0.0035, 0.9, 4), "rug", 2.6, spread=False)
        self.put(f.place(f.round_table(), yaw=20), 3.4)

    def shell(self):
        half = self.half
        gaps = {0: (-1.42, 1.42), 4: (-0.58, 0.58)}
        holes = {0: (-1.42, 0.86, 1.42, EAVES), 1: (-1.15, 0.86, 1.15, 2.28), 4: (-0.55, 0.86, 0.55, 2.08), 6: (-1.0, 0.86, 1.0, 2.28)}
        for k in range(8):
            gap = gaps.get(k)
            self.wainscot(k, 0.86, [(-half, gap[0]), (gap[1], half)] if gap else [(-half, half)])
            self.plaster(k, 0.86, [holes[k]] if k in holes else [])
        self.posts()
        self.ceiling(15, 0.6)
        self.rafters()
        self.stage.add(lathe([(0.58, RIDGE - 0.24), (0.6, RIDGE - 0.1), (0.58, RIDGE + 0.1)], 16), "beam", 0.8)
        self.stage.add(lathe([(0.0, RIDGE - 0.2), (0.58, RIDGE - 0.24)], 16), "beam", 0.8)
        self.pendant()

    def pendant(self):
        s = self.stage
        s.add(tube([(0, 2.72, 0), (0, RIDGE - 0.2, 0)], 0.008, 5, ends=False), "bark", 0.6)
        outer = [(0.37, 2.4), (0.366, 2.46), (0.32, 2.57), (0.21, 2.66), (0.05, 2.71), (0.0, 2.715)]
        s.add(lathe(outer, 32), "weave", 1.4)
        s.add(lathe([(r - 0.006, y - 0.004) for r, y in outer[::-1][1:]], 32), "weave_in", 1.2)
        s.add(lathe([(0.22, 2.45), (0.0, 2.44)][::-1], 24), "bulb", 0.8, spread=False)
        s.light("POINT", (0, 2.38, 0), WARM, 68, 0.33)
        s.light("POINT", (0, 2.56, 0), WARM, 9, 0.06)

    def hearth(self):
        s, rng = self.stage, self.rng
        w, d, oh, base = 1.42, 0.36, 1.12, 0.2
        ow = 0.8
        shift = rng.uniform(-30, 30, 3)
        front = panels_round(-w, base, w, 3.05, [(-ow, base, ow, oh)])
        for p in front:
            p.move(0, 0, d)
            p.grain = p.grain + shift
        s.add_shared([(p, 0.5) for (p,) in self.wall([(p,) for p in front], 0)], "chimney", 1.6)
        for sign in (-1, 1):
            p = panel(-d, 0.0, 0, 3.05).spin("y", sign * math.pi / 2).move(sign * w, 0, d if sign > 0 else 0)
            s.add(self.wall([(p,)], 0)[0][0], "chimney", 1.2)
        s.add(self.wall([(reveal(-ow, base, ow, oh, 0.72).move(0, 0, d),)], 0)[0][0], "soot", 1.0)
        s.add(self.wall([(panel(-ow, base, ow, oh).move(0, 0, d - 0.72),)], 0)[0][0], "soot", 1.0)
        stones = [(box(3.1, base, 0.5, 0.03, "-y -z").wobble(0.012, 0.5, 1).move(0, 0, 0.25), "stone", 1.8)]
        for sign in (-1, 1):
            y = base
            while y < oh - 0.02:
                h = min(rng.uniform(0.14, 0.24), oh - y)
                wide = rng.uniform(0.16, 0.26)
                stones.append((box(wide, h - 0.008, 0.1, 0.022, "-z").wobble(0.008, 0.3, int(y * 100))
                               .move(sign * (ow + wide / 2 - 0.02), y, d + 0.0), "stone", 1.8))
                y += h
        x = -ow - 0.22
        while x < ow + 0.2:
            wide = min(rng.uniform(0.2, 0.34), ow + 0.24 - x)
            stones.append((box(wide - 0.008, rng.uniform(0.17, 0.21), 0.11, 0.024, "-z").wobble(0.008, 0.3, int(x * 77))
                           .move(x + wide / 2, oh - 0.01, d), "stone", 1.8))
            x += wide
        self.put(self.wall(stones, 0))
        mantel = box(2.75, 0.15, 0.26, 0.03, "-z").wobble(0.012, 0.5, 8).move(0.03, 1.4, d + 0.08)
        brackets = [(box(0.12, 0.14, 0.15, 0.02, "+y -z").move(x, 1.26, d + 0.06), "beam", 1.2) for x in (-1.1, 1.13)]
        self.put(self.wall([(mantel, "beam", 1.8), *brackets], 0))
        self.fire(d, base, ow)
        self.mantelpiece(d + 0.06, 1.55)

    def fire(self, d, base, ow):
        s, rng = self.stage, self.rng
        bed = sheet(10, 6, lambda u, v: ((u - 0.5) * 0.9, 0.05 * math.sin(math.pi * u) * math.sin(math.pi * v) + 0.012 * math.sin(23 * u + 9 * v),
                                         -(v - 0.5) * 0.42), (0.9, 0.42))
        self.put(self.wall([(bed.move(0, base + 0.005, d - 0.34), "ember", 1.6)], 0))
        logs = []
        for k, (x0, z0, x1, z1, y0, y1) in enumerate([(-0.42, -0.1, 0.3, -0.02, 0.09, 0.1), (-0.28, 0.1, 0.42, 0.06, 0.09, 0.08),
                                                      (-0.3, 0.02, 0.22, -0.12, 0.2, 0.17), (0.3, 0.12, -0.1, -0.1, 0.17, 0.24)]):
            logs += f.log(rng, (x0, base + y0, z0), (x1, base + y1, z1), 0.06)
        self.put(self.wall([(p.move(0, 0, d - 0.34), "char" if look == "bark" else "char_end", 1.6) for p, look in logs], 0))
        z = -APOTHEM + d - 0.26
        s.light("POINT", (0.0, base + 0.45, z), FLAME, 60, 0.16)
        s.light("POINT", (-0.12, base + 0.2, z - 0.05), FLAME, 8, 0.1)
        s.light("SPOT", (0.05, 0.62, -APOTHEM + d + 0.15), FLAME, 75, 0.25, (0, 0.35, 0), angle=150, blend=0.9)

    def mantelpiece(self, z, y):
        rng = self.rng
        things = [(p.move(-1.0, 0, 0), l) for p, l in f.vase(0.075, 0.2, "clay")]
        things += [(p.move(-1.0, 0.19, 0), l) for p, l in f.grasses(rng, 11, 0.34)]
        things += [(p.move(-0.72, 0, 0.03), l) for p, l in f.vase(0.05, 0.11)]
        things += [(lathe([(0.11, 0), (0.16, 0.05), (0.17, 0.085), (0.155, 0.085), (0.1, 0.02)], 18).move(0.22, 0, 0.01), "walnut")]
        for x, h in ((0.8, 0.16), (0.92, 0.1), (1.04, 0.2)):
            things.append((lathe([(0.027, 0), (0.026, h), (0.02, h + 0.006), (0.0, h + 0.002)], 10).move(x, 0, 0.02 * math.sin(40 * x)), "wax"))
        frame = [(box(0.4, 0.52, 0.025, 0.008).tip(x=-9).move(-0.18, 0.0, -0.06), "walnut")]
        picture = panel(-0.16, 0.04, 0.16, 0.48, 0.0145)
        picture.grain = np.stack([picture.verts[:, 0] * 3, (picture.verts[:, 1] - 0.04) / 0.44, picture.verts[:, 2]], 1)
        frame.append((picture.tip(x=-9).move(-0.18, 0.0, -0.06), "painting"))
        self.put(self.wall([(p.move(0, y, z), look) for p, look in things], 0), 2.0)
        for p, look in self.wall([(p.move(0, y, z), look) for p, look in frame], 0):
            self.stage.add(p, look, 2.0, spread=look != "painting")

    def window(self, k, x0, y0, x1, y1):
        parts = [(reveal(x0, y0, x1, y1, 0.24), "oak", 1.0)]
        self.put(self.wall(parts, k))
        self.frames(k, x0, y0, x1, y1, 3, (0.62,))
        self.outlook(k)
        self.daylight(k, x0, x1, y0, y1, DUSK, 36)
        self.curtains(k, x0, x1, y0, y1)

    def curtains(self, k, x0, x1, y0, y1):
        for side, x in ((-1, x0 - 0.16), (1, x1 + 0.16)):
            def fold(u, v, x=x, side=side):
                pinch = 1 - 0.42 * math.exp(-((v - 0.42) / 0.16) ** 2)
                a = (u - 0.5) * 0.42 * pinch + side * 0.06 * (1 - pinch)
                return (x + a, 0.12 + v * (y1 + 0.02), 0.09 + 0.028 * math.sin(u * 19 + 2 * v) * (1.1 - 0.3 * v))
            self.put(self.wall([(sheet(14, 5, fold, (0.55, y1 - 0.1)), "curtain")], k), 0.9)
        rod = tube([(x0 - 0.5, y1 + 0.17, 0.09), (x1 + 0.5, y1 + 0.17, 0.09)], 0.013, 6)
        self.put(self.wall([(rod, "brass")], k), 0.7)

    def window_seat(self, k):
        rng = self.rng
        parts = [(box(2.7, 0.4, 0.38, 0.012, "-y -z").move(0, 0, 0.19), "wainscot_plain", 1.0),
                 (box(2.76, 0.035, 0.41, 0.01, "-z -y").move(0, 0.4, 0.2), "oak", 1.2),
                 (box(2.6, 0.09, 0.35, 0.035, "-z -y").wobble(0.006, 0.3, 2).move(0, 0.435, 0.2), "seat", 1.4)]
        for x, size, turn in ((-1.05, 0.42, 12), (-0.68, 0.36, -8), (1.02, 0.44, -15)):
            pillow = cushion(size, 0.15, size, 6, seed=int(x * 50)).move(y=-0.075).spin("x", 1.25).spin("z", rng.uniform(-0.15, 0.15))
            parts.append((pillow.yaw(turn).move(x, 0.52 + size / 2 - 0.03, 0.14), "wool", 1.4))
        self.put(self.wall(parts, k))

    def shelves(self, k, width=3.3, height=2.2, skip=()):
        rng = self.rng
        parts, levels = f.bookcase(width, height, 0.32, 6)
        self.put(self.wall(parts, k), 0.65)
        for n, y in enumerate(levels):
            x = -width / 2 + 0.06
            while x < width / 2 - 0.12:
                length = min(rng.uniform(0.5, 1.2), width / 2 - 0.06 - x)
                row = f.books(rng, length, 0.29, 0.22)
                fronts = [(p.move(x, y, 0.03), t) for p, t in row]
                row = self.wall(fronts, k)
                for side in ("front", "top"):
                    self.stage.add_shared(*self._faces(row, side))
                x += length + rng.uniform(0.02, 0.1)
                if rng.random() < 0.5 and x < width / 2 - 0.3:
                    thing = f.vase(rng.uniform(0.06, 0.09), rng.uniform(0.14, 0.24), ("clay", "glaze")[int(rng.integers(2))])
                    self.put(self.wall([(p.move(x + 0.1, y, 0.17), look) for p, look in thing], k), 1.3)
                    x += 0.24

    @staticmethod
    def _faces(books, side):
        """Splits books into fronts (with sides) and tops, and lays each kind out in one island."""
        out, x = [], 0.0
        for p, tint in books:
            keep = [i for i, k in enumerate(p.islands) if (k == 0) == (side == "top") and (side == "top" or k == 2)]
            q = Piece(p.verts, [p.faces[i] for i in keep], [], [0] * len(keep), grain=p.grain)
            uv = np.vstack([p.uvs[i] for i in keep])
            wide = float(np.ptp(uv[:, 0]))
            q.uvs = [p.uvs[i] - [uv[:, 0].min() - x, uv[:, 1].min()] for i in keep]
            x += wide
            out.append((q, tint))
        return out, "books", 1.5 if side == "front" else 0.8

    def door(self, k):
        rng = self.rng
        boards = upright_boards(rng, -0.5, 0.02, 0.5, 2.04, 0.17)
        self.stage.add_shared(self.wall([(p.move(0, 0, -0.03), t) for p, t in boards], k), "door", 1.2)
        parts = [(box(0.1, 2.14, 0.09, 0.014, "-y -z").move(s * 0.55, 0, 0.0), "beam", 1.0) for s in (-1, 1)]
        parts.append((box(1.34, 0.13, 0.1, 0.014, "-z").move(0, 2.08, 0), "beam", 1.0))
        parts += [(box(0.94, 0.12, 0.03, 0.01, "-z").move(0, y, -0.01), "door_rail", 1.0) for y in (0.22, 1.05, 1.78)]
        parts.append((lathe([(0, 0), (0.03, 0.02), (0.036, 0.04), (0.02, 0.055), (0, 0.056)], 10).spin("x", 1.57).move(0.4, 1.02, 0.0), "brass", 1.4))
        parts += [(panel(-0.58, 2.0, 0.58, 2.1), "plaster", 1.0)]
        self.put(self.wall(parts, k))
        lamp = [(p.move(1.0, 1.62, 0.12), l) for p, l in f.shade(0.1, 0.07, 0.2, 12)]
        lamp.append((box(0.06, 0.14, 0.04, 0.01, "-z").move(1.0, 1.6, 0.02), "brass"))
        self.put(self.wall(lamp, k), 1.0)
        a = k * math.pi / 4
        x, _, z = self.at(k, 1.0, 1.7, 0.16)
        self.stage.light("POINT", (x, 1.72, z), WARM, 12, 0.06)
        self.put(self.wall([(box(1.1, 0.05, 0.34, 0.012).move(-1.45, 0.42, 0.2), "oak", 1.2),
                       *[(box(0.05, 0.42, 0.3, 0.01, "+y -y").move(x, 0, 0.2), "oak", 0.9) for x in (-1.9, -1.0)]], k))
        for n in range(3):
            fold = cushion(0.4, 0.09, 0.3, 5, seed=n).move(-1.6 + 0.01 * n, 0.46 + 0.075 * n, 0.2)
            self.put(self.wall([(fold, "wool", 1.3)], k))

    def hanging(self, k):
        def cloth(u, v):
            return (2.0 * (u - 0.5), 1.02 + 1.25 * v, 0.05 + 0.012 * math.sin(u * 9 + 3 * v) * (1.1 - v))
        weave = sheet(12, 8, cloth, (2.0, 1.25))
        weave.grain = np.stack([weave.grain[:, 0], weave.grain[:, 1] / 1.25, weave.grain[:, 2]], 1)
        self.stage.add(self.wall([(weave,)], k)[0][0], "tapestry", 1.3, spread=False)
        self.put(self.wall([(tube([(-1.1, 2.29, 0.06), (1.1, 2.28, 0.06)], 0.018, 7), "walnut")], k), 1.0)
        self.sideboard(k)

    def sideboard(self, k):
        parts = [(box(2.2, 0.62, 0.36, 0.012, "-y -z").move(0, 0.08, 0.19), "walnut", 1.2),
                 (box(2.3, 0.035, 0.4, 0.012, "-z").move(0, 0.7, 0.2), "oak", 1.4)]
        for x in (-1.0, -0.27, 0.28, 0.83):
            parts.append((box(0.5, 0.52, 0.018, 0.012, "-z").move(x, 0.13, 0.378), "walnut", 1.2))
            parts.append((lathe([(0.014, 0), (0.018, 0.02), (0, 0.026)], 8).spin("x", 1.57).move(x + 0.18, 0.4, 0.385), "brass", 1.0))
        parts += [(p.move(0.78, 0.735, 0.2), l) for p, l in f.table_lamp(0.44)]
        parts += [(p.move(-0.8, 0.735, 0.22), l) for p, l in f.vase(0.1, 0.26, "clay")]
        parts += [(lathe([(0.1, 0), (0.17, 0.06), (0.18, 0.1), (0.165, 0.1), (0.09, 0.02)], 18).move(-0.3, 0.735, 0.2), "glaze")]
        self.put(self.wall(parts, k))
        x, _, z = self.at(k, 0.78, 1, 0.2)
        self.stage.light("POINT", (x, 1.08, z), WARM, 15, 0.06)

    def pictures(self, k):
        self.picture(k, -1.0, 1.35, 0.62, 0.46, 1, tilt=-0.6)
        self.picture(k, -0.2, 1.42, 0.4, 0.52, 2, tilt=0.5)
        self.picture(k, -0.95, 1.98, 0.42, 0.32, 3, tilt=0.4)
        parts = [(box(1.5, 0.05, 0.34, 0.014, "-z").move(0.9, 0.44, 0.19), "oak", 1.2)]
        parts += [(box(0.05, 0.44, 0.28, 0.01, "+y -y").move(x, 0, 0.19), "oak", 0.9) for x in (0.25, 1.55)]
        parts += [(p.move(1.25, 0.49, 0.19), l) for p, l in f.table_lamp(0.4)]
        parts += [(cushion(0.42, 0.12, 0.34, 5, seed=5).move(0.6, 0.49, 0.2), "wool", 1.2)]
        self.put(self.wall(parts, k))
        x, _, z = self.at(k, 1.25, 1, 0.19)
        self.stage.light("POINT", (x, 0.8, z), WARM, 14, 0.06)

    def woodpile(self):
        rng = self.rng
        for row in range(4):
            for i in range(5 - row % 2):
                x = -2.2 + 0.15 * i + 0.075 * (row % 2) + rng.uniform(-0.008, 0.008)
                y, r = 0.08 + 0.13 * row, rng.uniform(0.058, 0.072)
                self.put(self.wall(f.log(rng, (x, y, 0.06), (x + rng.uniform(-0.02, 0.02), y, 0.37), r), 0), 1.2)

    def things_near(self):
        rng, s = self.rng, self.stage
        self.near(f.rubber_plant(rng, 1.7), 26, 4.4, reach=0.75)
        self.near(f.pouf(), 44, 3.75, 0, 0.55, 1.3)
        x, z = self.near(f.tripod_lamp(rng), 61, 3.7, reach=0.6)
        s.light("POINT", (x, 1.5, z), WARM, 22, 0.1)
        self.near(self.low_case(), 82, 4.0, 3, 0.95)
        self.near(f.sword_plant(rng, 1.05), 104, 4.2, 0, 0.65)
        self.near(f.screen(rng), 128, 3.95, 4, 1.1, 1.1)
        self.near(f.rubber_plant(rng, 1.5), 152, 4.3, 90, 0.75)
        self.near(f.basket(rng), 172, 3.6, 20, 0.55, 1.2)
        self.near(f.sword_plant(rng, 1.05), 194, 4.25, 50, 0.65)
        self.near(self.low_case(), 220, 4.05, -5, 0.95)
        x, z = self.near(f.tripod_lamp(rng), 246, 3.65, 40, 0.6)
        s.light("POINT", (x, 1.5, z), WARM, 22, 0.1)
        self.near(f.rubber_plant(rng, 1.8), 267, 4.4, 200, 0.75)
        self.near(f.screen(rng), 291, 3.95, -4, 1.1, 1.1)
        self.near(f.sword_plant(rng, 1.05), 316, 4.3, 30, 0.65)
        self.near(f.pouf(), 334, 3.75, 0, 0.55, 1.3)

    def low_case(self):
        rng = self.rng
        parts, levels = f.bookcase(1.25, 0.84, 0.32, 2)
        parts.append((box(1.25, 0.84, 0.01, 0.0, "+z -y +y -x +x").move(0, 0, 0.0), "panel"))
        for y in levels:
            for p, t in f.books(rng, 1.1, 0.3, 0.22):
                parts.append((p.move(-0.55, y, 0.03), "books"))
        parts += [(p.move(-0.4, 0.88, 0.16), l) for p, l in f.vase(0.08, 0.2, "clay")]
        parts += [(p.move(0.36, 0.88, 0.15), l) for p, l in f.pot(0.1, 0.17)]
        for n in range(9):
            leaf = f.big_leaf(0.26, 0.075, 1.2).spin("z", rng.uniform(0.6, 1.3)).spin("y", n * 2.4).move(0.36, 1.03, 0.15)
            parts.append((leaf, "leaf"))
        return [(p.move(0, 0, -0.16).yaw(180), look) for p, look in parts]


def build(side):
    """Returns the finished stage."""
    room = Lounge(side)
    room.floor()
    room.shell()
    room.hearth()
    room.woodpile()
    room.window(1, -1.15, 0.86, 1.15, 2.28)
    room.window_seat(1)
    room.hanging(2)
    room.shelves(3)
    room.door(4)
    room.pictures(5)
    room.window(6, -1.0, 0.86, 1.0, 2.28)
    room.shelves(7)
    room.things_near()
    room.stage.build()
    return room.stage
