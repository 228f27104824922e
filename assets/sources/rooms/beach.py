"""The beach, dusk: a hollow of warm sand between dunes, a fire bowl in the middle, the sea beyond."""

from __future__ import annotations

import math

import numpy as np

from hearth import looks
from hearth import outdoors as o
from hearth.campfire import round_fire, tint
from hearth.furniture import place
from hearth.looks import Nodes
from hearth.outdoors import noise_height, smooth
from hearth.pieces import box, lathe, sheet, tube
from hearth.stage import Stage
from hearth.tone import seen

ID, TITLE, SEED = "beach", "Beach, dusk", 31
EXPOSURE = 1.9
SEA = -0.5
FACTS = {
    "table": {"x": 0.42, "y": 0.15, "z": 0.52, "radius": 0.18},
    "fire": [{"x": 0.0, "y": 0.29, "z": 0.0, "radius": 0.24, "height": 0.42}],
    "sea": {"y": SEA, "swell": 0.06, "length": 5.0, "period": 7.0},
    "sky": {"zenith": "#2b3862", "horizon": "#a08aa4", "ground": "#3a4258", "stars": True,
            "glow": {"direction": [0.1, 0.02, -1.0], "colour": "#ffc79c", "sharpness": 7, "flatness": 2.6},
            "clouds": "#d9a79b",
            "moon": {"direction": [0.36, 0.3, -0.9], "size": 0.02}},
    "dim": [0.55, 0.57, 0.64],
    "ambience": "waves",
}
WARM, FLAME = (1.0, 0.68, 0.38), (1.0, 0.50, 0.20)


def height(x, z):
    """The ground: flat where people sit, dunes behind them, a low bank and then the shore towards the sea (-z)."""
    r, seaward = np.hypot(x, z), smooth((-z / np.maximum(np.hypot(x, z), 1e-6) - 0.30) / 0.5)
    rough = 0.45 * noise_height(x, z, 5.0, 4) + 0.18 * noise_height(x, z, 2.2, 9)
    dune = smooth((r - 5.7) / 5.2) * (3.0 + 1.3 * rough) + smooth((r - 5.4) / 2.0) * 0.10 * rough
    dune -= 1.2 * smooth((r - 14) / 9)
    bank = 0.34 * np.exp(-((r - 6.9) / 1.0) ** 2) * (1 + 0.5 * rough) - 0.115 * np.maximum(r - 8.0, 0)
    flat = 0.012 * noise_height(x, z, 1.1, 5) * smooth((r - 0.8) / 1.0)
    return flat * (1 - smooth((r - 5) / 1)) + dune * (1 - seaward) + bank * seaward * smooth((r - 5.4) / 1.2)


def sand_look(name):
    """Pale sand, wet and dark near the water; grain is the room's own place."""
    n = Nodes(name)
    at = n.add("SeparateXYZ", {0: n.attribute("grain", "Vector")})
    patch, fine = n.noise(n.grain(1, 0, 1), 0.8, 3.0, 0.6), n.noise(n.grain(1, 0, 1), 18.0, 2.0)
    value = n.math("ADD", n.math("MULTIPLY", patch, 0.7), n.math("MULTIPLY", fine, 0.3))
    colour = n.ramp(n.span(value, 0.3, 0.7), [(0.0, "#bd9f7e"), (1.0, "#d8be9f")])
    edge = n.math("ADD", at.outputs[1], n.math("MULTIPLY", n.math("SUBTRACT", patch, 0.5), 0.22))
    # Far sand pales into the evening.
    _, air = n.air(6.5, 23.0)
    air = n.math("MULTIPLY", air, 0.7)
    lit = n.bright(n.mix("#5e564f", colour, n.span(edge, -0.36, -0.12)), n.math("SUBTRACT", 1.0, air))
    return n.finish(lit, seen("#8a7d98", EXPOSURE), air)


def sea_look(name):
    """The sea in itself: dark near the shore, the last light of the sky far out; grain.y runs 0..1 outwards."""
    n = Nodes(name)
    at = n.add("SeparateXYZ", {0: n.attribute("grain", "Vector")})
    colour = n.ramp(at.outputs[1], [(0.0, "#42505f"), (0.12, "#505f74"), (0.45, "#737893"), (0.8, "#a88c9a"), (1.0, "#c99c96")])
    streak = n.noise(n.grain(0.8, 34.0, 0.0), 1.0, 3.0, 0.5)
    return n.finish(None, n.bright(colour, n.span(streak, 0.3, 0.7, 0.82, 1.2)), 0.30)


def far_land(name, colour):
    """Far land, as the eye shall see it."""
    n = Nodes(name)
    light = n.add("RGB")
    light.outputs[0].default_value = seen(colour, EXPOSURE)
    return n.finish(None, light.outputs[0])


LOOKS = {
    "sand": sand_look,
    "sea": sea_look,
    "grass": lambda n: looks.leaf(n, "#7d8155", "#a39c68"),
    "drift": lambda n: looks.wood(n, "#7d7266", "#a0948a", "#bdb1a3", 0.7),
    "hull": lambda n: looks.wood(n, "#8ca39c", "#a5b7ae", "#bccabf", 1.2, 0.8),
    "inside": lambda n: looks.wood(n, "#8b6f52", "#a5886a", "#b89c7e", 1.2),
    "stone": lambda n: looks.stone(n, "#5f5a58", "#8d8680"),
    "iron": lambda n: looks.paint(n, ["#2f2c2b"], 0.15),
    "char": lambda n: looks.wood(n, "#17110e", "#2b1f19", "#4b382c", 0.5),
    "char_end": lambda n: looks.glow(n, "#ff7a2a", 0.35, "#2b1f19", 0.6),
    "ember": lambda n: looks.glow(n, "#ff6a1c", 0.9, "#1a120e", 0.9),
    "lamp": lambda n: looks.glow(n, "#ffb465", 1.3),
    "wool": lambda n: looks.cloth(n, ["#a8664c", "#b5a88f", "#5b8583"], 0.05),
    "land": lambda n: far_land(n, "#6a6284"),
    "land_far": lambda n: far_land(n, "#8b7690"),
}


def drawn_in(p, near=40.0, reach=50.0):
    """Draws what lies beyond `near` metres in towards the eye: from the circle it looks the same, and the GLB keeps its millimetres."""
    eye = np.array([0.0, 1.2, 0.0])
    far = math.hypot(p[0], p[2])
    drawn = near + reach * (1 - math.exp(-(far - near) / 200))
    return tuple(eye + (np.array(p) - eye) * min(1.0, drawn / max(far, 1e-6))) if far > near else p


class Beach:
    """Builds the stage part by part."""

    def __init__(self, side):
        self.stage = Stage(side, SEED)
        self.rng = self.stage.rng
        for name, make in LOOKS.items():
            self.stage.look(name, make(name))

    def put(self, parts, angle, radius, turn=0.0, density=1.0, group="room", sink=0.0, **options):
        """Stands parts on the ground at a clock angle (degrees from the sea) facing the centre."""
        a = math.radians(angle)
        x, z = math.sin(a) * radius, -math.cos(a) * radius
        y = float(height(np.array([x]), np.array([z]))[0]) - sink
        for piece, look in place(parts, x, y, z, 180 - angle + turn):
            self.stage.add(piece, look, density, group, **options)
        return x, y, z

    def ground(self):
        s = self.stage
        inner = o.ground(height, [1.2, 2.4, 3.4, 4.3, 5.1, 5.8], 56)[0]
        inner.grain = inner.verts.copy()
        island = s.add(inner, "sand", 1.9, spread=False, tint=0.5)[0]
        s.paint(island, self.marks)
        middle = o.ground(height, list(np.linspace(5.8, 9.6, 8)), 56, 4, (11.5, 3.9))
        outer = o.ground(height, list(np.linspace(9.6, 16, 9)) + [18.5, 22.0, 27.0], 56, 4, (20.0, 12.0))
        for p in middle:
            s.add(p, "sand", 0.75, spread=False, tint=0.5)
        for p in outer:
            s.add(p, "sand", 0.24, spread=False, tint=0.5)

    def marks(self, t):
        """Wind ripples and the footprints of those who came: light and shade painted on the flat sand."""
        x, z = t[..., 0], -t[..., 1]
        r = np.hypot(x, z)
        bend = 0.35 * np.sin(1.3 * x + 0.4) + 0.22 * np.sin(2.1 * z + 1.1 * x) + 0.1 * np.sin(5.3 * x - 3.1 * z)
        phase = 2 * math.pi * (z * 0.92 + 0.38 * x + 0.30 * bend) / 0.17
        strength = 0.13 * smooth((r - 2.3) / 1.1) * (1 - smooth((r - 4.9) / 0.8)) * (0.6 + 0.4 * np.sin(0.9 * x + 1.7 * z))
        factor = 1 + strength * (np.sin(phase) + 0.35 * np.sin(2 * phase + 0.8))
        rng = np.random.default_rng(SEED)
        for start, end in (((1.9, 5.4), (0.75, 1.5)), ((-4.6, 3.0), (-1.5, 0.8)), ((-1.2, -5.4), (-0.7, -1.5)), ((4.9, -1.6), (1.5, -0.5))):
            a, b = np.array(start), np.array(end)
            way = (b - a) / np.linalg.norm(b - a)
            side = np.array([-way[1], way[0]])
            for k in range(int(np.linalg.norm(b - a) / 0.33)):
                c = a + way * 0.33 * k + side * (0.1 if k % 2 else -0.1) + rng.normal(0, 0.025, 2)
                dx, dz = x - c[0], z - c[1]
                u, v = dx * way[0] + dz * way[1], dx * side[0] + dz * side[1]
                d = np.hypot(u / 0.14, v / (0.052 + 0.012 * u / 0.14))
                factor *= 1 - 0.24 * smooth((1.0 - d) / 0.35) + 0.09 * np.exp(-((d - 1.22) / 0.16) ** 2)
        return factor

    def sea(self):
        def fn(u, v):
            far = 9.5 + 420 * v ** 3.2
            return drawn_in(((2 * u - 1) * (16 + 1.5 * far), SEA, -far))
        water = sheet(22, 20, fn, (8, 8))
        water.grain = np.stack([water.grain[:, 0], water.grain[:, 1] / 8, water.grain[:, 2]], 1)
        self.stage.add(water, "sea", 0.55, "sea", spread=False)
        for seed, (a0, a1, far, top, look) in enumerate(((-1.25, -0.45, 330, 24, "land_far"), (-1.35, -0.72, 240, 20, "land"), (0.85, 1.4, 300, 18, "land_far"))):
            def coast(u, v, a0=a0, a1=a1, far=far, top=top, seed=seed):
                a = a0 + (a1 - a0) * u
                rise = math.sin(math.pi * u) ** 0.7 * (0.7 + 0.3 * math.sin(9 * u + seed) * math.sin(4.1 * u + 2 * seed))
                return drawn_in((math.sin(a) * far, SEA + v * top * rise, -math.cos(a) * far))
            self.stage.add(sheet(14, 1, coast, (1.0, 0.2)), look, 0.3)

    def middle(self):
        rng = self.rng
        self.put(o.fire_bowl(rng), 0, 0, density=2.6)
        flat = lathe([(0.225, 0), (0.25, 0.04), (0.254, 0.09), (0.246, 0.125), (0.228, 0.144), (0.2, 0.15), (0.0, 0.15)], 24).wobble(0.008, 0.3, 3)
        self.stage.add(flat.move(0.42, 0, 0.52), "stone", 2.8)
        for k in range(7):
            a = 0.95 * k + rng.uniform(-0.15, 0.15)
            if abs(0.95 * k - 0.68) < 0.5:
                continue
            self.stage.add(o.rock(rng, rng.uniform(0.13, 0.2), 0.55, k).move(0.6 * math.sin(a), -0.02, 0.6 * math.cos(a)), "stone", 2.2)
        self.stage.fire = [self.stage.light("POINT", (0, 0.72, 0), FLAME, 54, 0.2).name,
                           self.stage.light("POINT", (0.06, 0.5, 0.04), FLAME, 3, 0.14).name]

    def shore_things(self):
        rng, s = self.rng, self.stage
        for angle, radius, length, thick, turn in ((62, 5.75, 2.4, 0.15, 12), (150, 5.85, 2.0, 0.13, -8), (204, 5.8, 2.6, 0.16, 6), (300, 5.75, 2.2, 0.14, -14),
                                                   (14, 5.95, 2.1, 0.11, 9), (338, 6.1, 1.5, 0.09, 160)):
            self.put(o.driftwood(rng, length, thick), angle, radius, turn, 0.9, sink=0.03)
        for angle, radius in ((40, 5.7), (118, 5.8), (178, 5.9), (246, 5.75), (322, 5.7)):
            parts, up = o.storm_lantern(rng, rng.uniform(0.95, 1.15))
            x, y, z = self.put(parts, angle, radius, 0, 1.2)
            s.light("POINT", (x, y + up, z), WARM, 30, 0.05)
        for k in range(118):
            angle = 46 + 268 * (k + rng.uniform(-0.4, 0.4)) / 118
            radius = 6.0 + 5.0 * rng.random() ** 1.2
            blades = 13 if radius < 8.5 else 8
            self.put([(o.tuft(rng, blades, rng.uniform(0.75, 1.3), 0.042 + 0.014 * (blades < 13)), "grass")], angle, radius, rng.uniform(0, 360), 0.55, sink=0.03)
        for k in range(18):
            angle = -46 + 92 * k / 17 + rng.uniform(-2, 2)
            self.put([(o.tuft(rng, 11, rng.uniform(0.4, 0.7), 0.036), "grass")], angle, 6.6 + rng.uniform(-0.4, 0.5), rng.uniform(0, 360), 0.55, sink=0.02)
        for k in range(6):
            x = -9 + 0.15 * k
            post = tube([(x, -1.6, -9.5 - 2.2 * k), (x + 0.06, 0.25 - 0.06 * k + rng.uniform(-0.1, 0.1), -9.5 - 2.2 * k)], [0.12, 0.1], 7)
            s.add(post, "drift", 0.4)
        self.boat()

    def boat(self):
        beam, deep, long = 0.66, 0.56, 3.3

        def hull(scale):
            def fn(u, v):
                end, a = abs(2 * u - 1), (v - 0.5) * math.pi
                wide = beam * (1 - end ** 2.6) ** 0.8 * scale
                keel, top = 0.6 * deep * end ** 2.8, deep + 0.16 * end ** 2
                return ((u - 0.5) * long * (0.97 + 0.03 * scale), 0.02 + top - (top - keel) * scale * abs(math.cos(a)) ** 0.7, wide * math.sin(a))
            return fn
        outer = sheet(12, 8, hull(1.0), (3.4, 2.0))
        inner = sheet(12, 8, lambda u, v: hull(0.95)(u, 1 - v), (3.4, 2.0))
        rims = [tube([hull(0.98)(u, v) for u in np.linspace(0, 1, 11)], 0.028, 5) for v in (0.0, 1.0)]
        seats = [box(0.2, 0.03, 1.08, 0.008).move(x, 0.36, 0) for x in (-0.55, 0.45)]
        parts = [(outer, "hull"), (inner, "inside"), *[(r, "inside") for r in rims], *[(b, "inside") for b in seats]]
        self.put([(p.spin("x", 0.34), look) for p, look in parts], 112, 7.0, 24, 1.0, sink=0.16)

    def things_near(self):
        rng = self.rng
        for angle, radius, length, turn in ((52, 4.3, 1.5, 10), (128, 4.5, 1.7, -7), (232, 4.4, 1.6, 12), (290, 4.6, 1.4, -10)):
            self.put(o.driftwood(rng, length, 0.12), angle, radius, turn, 0.9, "near", 0.02)
        for angle, radius in ((34, 4.7), (66, 3.9), (92, 4.4), (112, 3.8), (150, 4.2), (168, 4.9), (190, 4.1), (214, 4.8), (250, 3.9), (270, 4.7), (310, 4.2), (328, 4.9)):
            for k in range(3):
                tall = rng.uniform(0.6, 1.05)
                self.put([(o.tuft(rng, 12, tall, 0.038), "grass")], angle + rng.uniform(-4, 4), radius + rng.uniform(-0.25, 0.25), rng.uniform(0, 360), 0.6, "near", 0.02)
        for angle, radius in ((80, 4.2), (200, 4.5)):
            self.put([(o.rock(rng, 0.5, 0.5, 3), "stone")], angle, radius, 0, 0.9, "near", 0.05)


def measure(stage, exposure, threads=1):
    """People sit round the fire, not above it; the client adds the fire's own light to each of them."""
    lamps = [thing for thing in stage.scene.objects if thing.name in stage.fire]
    return round_fire(stage, exposure, lamps, 0.4, threads=threads)


def build(side):
    """Returns the finished stage."""
    room = Beach(side)
    room.ground()
    room.sea()
    room.middle()
    room.shore_things()
    room.things_near()
    room.stage.sky([(0.0, "#cf9a8a"), (0.12, "#a890a4"), (0.4, "#5b6692"), (1.0, "#323e6a")], 0.74, ((0.1, 0.06, -1), "#ffb084", 1.8, 12.0))
    room.stage.build()
    return room.stage
