"""The quiet room, day: pale plaster and boards, a round light above, one wide window, almost nothing else."""

from __future__ import annotations

import math

from hearth import furniture as f
from hearth import looks
from hearth.carpentry import reveal
from hearth.house import House
from hearth.looks import Nodes
from hearth.pieces import box, cushion, lathe

ID, TITLE, SEED = "quiet", "Quiet room, day", 23
APOTHEM, EAVES, RIDGE, OCULUS = 5.85, 2.65, 3.45, 0.85
RUG = 2.5
EXPOSURE = 0.82
FACTS = {
    "table": {"x": 0.0, "y": 0.36, "z": 0.0, "radius": 0.31},
    "fire": [],
    "motes": 16,
    "sky": {"zenith": "#a9bfc9", "horizon": "#e6e4da", "ground": "#8d9188", "stars": False},
    "dim": [0.6, 0.62, 0.66],
    "ambience": "air",
}
DAY, SOFT, SUN = (0.82, 0.92, 1.0), (1.0, 0.98, 0.95), (1.0, 0.86, 0.64)
SKY = [(0.0, "#e9e5d8"), (0.40, "#e4e3da"), (0.55, "#cfd9da"), (0.8, "#b4c8d0"), (1.0, "#9db7c4")]
HILLS = [(0.455, 0.06, "#cbd4d0"), (0.425, 0.07, "#b9c6bf"), (0.39, 0.07, "#a3b3a6"), (0.33, 0.05, "#8a9d8b")]

LOOKS = {
    "floor": lambda n: looks.wood(n, "#a9957a", "#b9a68a", "#c8b79d", 1.8, 0.7, edge=True, vary=0.09),
    "beam": lambda n: looks.wood(n, "#a89274", "#b9a486", "#c8b599", 2.0, 0.7),
    "oak": lambda n: looks.wood(n, "#a98c66", "#bfa27b", "#cfb692", 1.4, 0.7),
    "walnut": lambda n: looks.wood(n, "#9c7e59", "#b5966d", "#c7ab83", 1.3, 0.7),
    "ceiling": lambda n: looks.wood(n, "#dbd6cc", "#e2ded5", "#e8e5de", 2.2, 0.5, edge=True, vary=0.04),
    "plaster": lambda n: looks.plaster(n, "#e4e2db", "#d8d5cc", 0.8),
    "wash": lambda n: looks.plaster(n, "#bfcabf", "#b1bdb1", 0.8),
    "rug": lambda n: rug_look(n),
    "clay": lambda n: looks.paint(n, ["#b9876c", "#c39a80"], 0.06, 5.0),
    "glaze": lambda n: looks.paint(n, ["#8fb0a9", "#c9c2b2"], 0.06, 5.0),
    "earth": lambda n: looks.paint(n, ["#4a3d31"], 0.2, 20.0),
    "bark": lambda n: looks.wood(n, "#6b5845", "#806b54", "#948069", 0.5),
    "leaf": lambda n: looks.leaf(n, "#5c7a54", "#87a373"),
    "linen": lambda n: looks.cloth(n, ["#d6cbb6"], 0.03, 0.04),
    "wool": lambda n: looks.cloth(n, ["#b7bfae", "#c6baa5", "#a3b3ac"], 0.03, 0.07),
    "straw": lambda n: looks.cloth(n, ["#c2aa80"], 0.12, 0.1),
    "paper_sun": lambda n: looks.glow(n, "#ffeacb", 0.92, "#e8dfcd", 0.03),
    "paper_shade": lambda n: looks.glow(n, "#e9ebe6", 0.66, "#e4e2da", 0.03),
    "oculus": lambda n: looks.glow(n, "#e6eef2", 1.15),
    "view": lambda n: looks.view(n, SKY, HILLS, 1.15),
    "painting": lambda n: looks.plaster(n, "#cfd4cb", "#8fa9a3", 2.2),
}


def rug_look(name):
    """A plain felted rug, oat with one quiet ring."""
    n = Nodes(name)
    at = n.add("SeparateXYZ", {0: n.attribute("grain", "Vector")})
    x, z = at.outputs[0], at.outputs[2]
    r = n.math("SQRT", n.math("ADD", n.math("MULTIPLY", x, x), n.math("MULTIPLY", z, z)))
    wander = n.math("MULTIPLY", n.math("SUBTRACT", n.noise(n.grain(), 1.4, 2.0), 0.5), 0.05)
    u = n.math("DIVIDE", n.math("ADD", r, wander), RUG)
    colour = n.ramp(u, [(0.0, "#bdb29c"), (0.80, "#b9ae98"), (0.815, "#a3ada2"), (0.895, "#a0aa9f"), (0.91, "#b5aa94"), (1.0, "#afa48e")])
    patch, fuzz = n.noise(n.grain(), 3.0, 3.0, 0.4), n.noise(n.grain(), 50.0, 2.0)
    value = n.math("ADD", n.math("MULTIPLY", patch, 0.5), n.math("MULTIPLY", fuzz, 0.5))
    return n.finish(n.bright(colour, n.span(value, 0.3, 0.7, 0.9, 1.08)))


class Quiet(House):
    """Builds the stage part by part."""

    def __init__(self, side):
        super().__init__(side, SEED, LOOKS, APOTHEM, EAVES, RIDGE, OCULUS)

    def floor(self):
        s = self.stage
        s.add_shared(self.boards(inner=RUG - 0.06, width=0.24), "floor", 1.7)
        rug = lathe([(RUG, 0.0), (RUG - 0.004, 0.011), (RUG - 0.025, 0.018), (1.3, 0.019), (0, 0.019)], 72)
        s.add(rug.wobble(0.004, 1.1, 4), "rug", 2.2, spread=False)
        self.put(f.place(f.round_table(0.33, 0.36), yaw=50), 3.2)

    def boards(self, **options):
        return super().boards(**{"width": 0.24, **options})

    def shell(self):
        half, window = self.half, (-1.9, 0.62, 1.9, 2.3)
        for k in range(8):
            door = (-0.56, 0.0, 0.56, 2.06)
            if k == 4:
                self.plaster(k, 0.0, [(door[0], 0.0, door[2], 1.1)], high=1.1, look="wash")
                self.plaster(k, 1.1, [(door[0], 1.1, door[2], 2.06)])
                self.skirting(k, [(-half, -0.62), (0.62, half)], 0.09)
                continue
            self.plaster(k, 0.0, [(window[0], 0.62, window[2], 1.1)] if k == 0 else [], high=1.1, look="wash")
            self.plaster(k, 1.1, [(window[0], 1.1, window[2], 2.3)] if k == 0 else [])
            self.skirting(k, [(-half, half)], 0.09)
        self.posts(0.15)
        self.ceiling(13)
        self.rafters((0.1, 0.14), (0.06, 0.09))
        self.oculus()
        self.window(*window)
        self.door()

    def oculus(self):
        s = self.stage
        # A ring of timber that the rafters lean on, wide enough to cover the corners of the eight-sided hole.
        for profile, look in (([(OCULUS + 0.13, RIDGE - 0.01), (OCULUS + 0.12, RIDGE - 0.15), (OCULUS + 0.1, RIDGE - 0.17),
                                (OCULUS - 0.02, RIDGE - 0.17), (OCULUS - 0.04, RIDGE - 0.15), (OCULUS - 0.04, RIDGE - 0.02)], "beam"),
                              ([(OCULUS - 0.04, RIDGE - 0.02), (OCULUS - 0.03, RIDGE + 0.3)], "plaster")):
            ring = lathe(profile, 32)
            ring.faces = [face[::-1] for face in ring.faces]
            ring.uvs = [uv[::-1] for uv in ring.uvs]
            s.add(ring, look, 0.8)
        s.add(lathe([(OCULUS, RIDGE + 0.28), (0, RIDGE + 0.28)][::-1], 24), "oculus", 0.4, spread=False)
        s.light("AREA", (0, RIDGE + 0.24, 0), SOFT, 230, 1.1, (0, 0, 0))

    def window(self, x0, y0, x1, y1):
        self.put(self.wall([(reveal(x0, y0, x1, y1, 0.24), "oak")], 0))
        self.frames(0, x0, y0, x1, y1, 3, ())
        self.outlook(0, width=8.5)
        self.daylight(0, x0, x1, y0, y1, DAY, 320)

    def door(self):
        parts = [(box(1.06, 2.02, 0.03, 0.01, "-y -z").move(0, 0.01, -0.04), "oak", 1.0)]
        parts += [(box(0.09, 2.1, 0.08, 0.012, "-y -z").move(sx * 0.575, 0, 0), "oak", 1.0) for sx in (-1, 1)]
        parts.append((box(1.3, 0.1, 0.09, 0.012, "-z").move(0, 2.06, 0), "oak", 1.0))
        parts.append((box(0.02, 0.26, 0.03, 0.008, "-z").move(0.4, 0.95, -0.01), "walnut", 1.2))
        self.put(self.wall(parts, 4))

    def paper_wall(self, k, look):
        """A wall of paper panes that lets the day through."""
        parts = []
        for x in (-1.35, 0.0, 1.35):
            parts.append((box(1.3, 2.0, 0.02, 0.0, "-z -x +x -y +y").move(x, 0.16, 0.05), look, 0.9))
            for dx in (-0.65, -0.215, 0.215, 0.65):
                wide = 0.05 if abs(dx) > 0.5 else 0.018
                parts.append((box(wide, 2.0, 0.03, 0.005, "-y +y -z").move(x + dx, 0.16, 0.065), "oak", 0.8))
            for y in (0.16, 0.72, 1.2, 1.68, 2.13):
                tall = 0.05 if y in (0.16, 2.13) else 0.018
                parts.append((box(1.3, tall, 0.028, 0.005, "-x +x -z").move(x, y, 0.065), "oak", 0.8))
        self.put(self.wall(parts, k))

    def bench(self, k):
        parts = [(box(2.6, 0.045, 0.36, 0.014, "-z").move(0, 0.4, 0.2), "oak", 1.3)]
        parts += [(box(0.05, 0.4, 0.3, 0.01, "+y -y").move(x, 0, 0.2), "oak", 1.0) for x in (-1.1, 0.05, 1.15)]
        parts += [(cushion(0.5, 0.09, 0.34, 6, seed=n).move(x, 0.445, 0.2), "wool", 1.2) for n, x in enumerate((-0.7, 0.75))]
        parts += [(p.move(-0.05, 0.445, 0.2), look, 1.6) for p, look in f.vase(0.09, 0.28)]
        parts += [(p.move(-0.05, 0.7, 0.2), look, 1.2) for p, look in f.grasses(self.rng, 7, 0.4)]
        self.put(self.wall(parts, k))

    def things_near(self):
        rng = self.rng
        self.near(f.screen(rng), 48, 4.0, -4, 1.1, 1.1)
        self.near(f.rubber_plant(rng, 1.65), 78, 4.3, 0, 0.75)
        self.near(f.screen(rng), 118, 4.0, 4, 1.1, 1.1)
        self.near(self.low_bench(), 152, 4.0, 3, 0.95)
        self.near(f.sword_plant(rng, 1.0), 188, 4.2, 0, 0.65)
        self.near(f.screen(rng), 226, 4.0, -3, 1.1, 1.1)
        self.near(f.pouf(), 256, 3.7, 0, 0.55, 1.2)
        self.near(f.rubber_plant(rng, 1.5), 282, 4.25, 120, 0.75)
        self.near(f.screen(rng), 314, 4.0, 5, 1.1, 1.1)

    def low_bench(self):
        parts = [(box(1.3, 0.05, 0.36, 0.014).move(0, 0.4, 0), "oak", 1.2)]
        parts += [(box(0.05, 0.4, 0.3, 0.01, "+y -y").move(x, 0, 0), "oak", 1.0) for x in (-0.5, 0.5)]
        parts += [(cushion(0.44, 0.1, 0.34, 5, seed=3 + n).move(-0.2, 0.45 + 0.08 * n, 0).yaw(4 * n), "wool", 1.2) for n in range(2)]
        return [(p, look) for p, look, _ in parts]


def build(side):
    """Returns the finished stage."""
    room = Quiet(side)
    room.floor()
    room.shell()
    room.paper_wall(2, "paper_sun")
    room.paper_wall(6, "paper_shade")
    room.stage.light("AREA", room.at(2, 0, 1.25, 0.3), SUN, 95, 3.6, room.at(2, 0, 0.2, 4.0), 1.8)
    room.bench(7)
    room.picture(5, 0.1, 1.5, 0.9, 0.7, 1, "oak", tilt=0.4)
    room.picture(3, -0.2, 1.5, 0.6, 0.8, 2, "oak", tilt=-0.3)
    room.things_near()
    room.stage.build()
    return room.stage
