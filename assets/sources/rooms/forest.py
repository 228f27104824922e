"""The forest, night: a clearing with a fire in a ring of stones, closed all round by trunks, firs and ferns, stars between the crowns."""

from __future__ import annotations

import math

import numpy as np

from hearth import outdoors as o
from hearth import woods as w
from hearth.campfire import round_fire, tint
from hearth.furniture import place
from hearth.outdoors import noise_height, smooth
from hearth.pieces import lathe
from hearth.stage import Stage

from .forest_looks import LOOKS, leaves

ID, TITLE, SEED = "forest", "Forest, night", 47
EXPOSURE = 1.9
FACTS = {
    "table": {"x": 0.5, "y": 0.3, "z": 0.5, "radius": 0.15},
    "fire": [{"x": 0.0, "y": 0.08, "z": 0.0, "radius": 0.27, "height": 0.46}],
    "fireflies": 26,
    "sky": {"zenith": "#111a2e", "horizon": "#41526b", "ground": "#1a2326", "stars": True,
            "moon": {"direction": [-0.19, 0.94, -0.28], "size": 0.024}},
    "dim": [0.55, 0.58, 0.66],
    "ambience": "leaves",
}
WARM, FLAME, MOON = (1.0, 0.66, 0.36), (1.0, 0.50, 0.20), (0.62, 0.78, 1.0)
FIRE_WATTS, FIRE_SHARE = (105, 32), 0.35
CLEAR = 5.6


def height(x, z):
    """The ground: flat in the clearing, hummocks between the trunks, rising gently into the dark."""
    r = np.hypot(x, z)
    rough = 0.6 * noise_height(x, z, 2.6, 4) + 0.4 * noise_height(x, z, 1.2, 8)
    return smooth((r - CLEAR) / 2.2) * (0.16 * rough + 0.05) + 0.9 * smooth((r - 7.0) / 16.0) * (1 + 0.4 * rough)


def level(x, z):
    """Returns the ground's height at one place."""
    return float(height(np.array([x]), np.array([z]))[0])


class Forest:
    """Builds the stage part by part."""

    def __init__(self, side):
        self.stage = Stage(side, SEED)
        self.rng = self.stage.rng
        for name, make in LOOKS.items():
            self.stage.look(name, make(name, EXPOSURE))

    def put(self, parts, angle, radius, turn=0.0, density=1.0, group="room", sink=0.0, **options):
        """Stands parts on the ground at a clock angle (degrees) facing the centre; returns where."""
        a = math.radians(angle)
        x, z = math.sin(a) * radius, -math.cos(a) * radius
        y = level(x, z) - sink
        for piece, look in place(parts, x, y, z, 180 - angle + turn):
            self.stage.add(piece, look, density, group, **options)
        return x, y, z

    def ground(self):
        s = self.stage
        inner = o.ground(height, [0.9, 1.8, 2.8, 3.8, 4.8, CLEAR, 6.1], 48)[0]
        inner.grain = inner.verts.copy()
        s.paint(s.add(inner, "earth", 1.8, spread=False, tint=0.5)[0], lambda t: leaves(t, SEED))
        for p in o.ground(height, list(np.linspace(6.1, 11, 8)), 48, 4, (12.5, 4.9)):
            s.add(p, "earth", 0.62, spread=False, tint=0.5)
        for p in o.ground(height, [11, 12.5, 14.5, 17, 20, 24, 29], 48, 4, (22.0, 18.0)):
            s.add(p, "earth", 0.16, spread=False, tint=0.5)

    def middle(self):
        rng = self.rng
        self.put(w.fire_pit(rng), 0, 0, density=2.4)
        top = lathe([(0.185, 0.0), (0.166, 0.06), (0.158, 0.15), (0.156, 0.285), (0.15, 0.3)], 16).wobble(0.006, 0.2, 5)
        top.grain = top.grain[:, (1, 0, 2)]
        face = lathe([(0.15, 0.3), (0, 0.3)], 16)
        for piece, look in ((top, "log"), (face, "rings")):
            self.stage.add(piece.move(0.5, 0, 0.5), look, 2.6, spread=False)
        self.fire = [self.stage.light("POINT", (0, 0.72, 0), FLAME, FIRE_WATTS[0], 0.16),
                     self.stage.light("POINT", (0.06, 0.34, 0.04), FLAME, FIRE_WATTS[1], 0.12)]

    def trunks(self):
        """The near ring: big trunks that the fire reaches, and thinner ones behind the gaps."""
        rng, s = self.rng, self.stage
        spots = []
        for k in range(15):
            spots.append((360 * (k + rng.uniform(-0.28, 0.28)) / 15, rng.uniform(6.5, 8.1), rng.uniform(0.24, 0.46)))
        for k in range(17):
            spots.append((360 * (k + 0.5 + rng.uniform(-0.4, 0.4)) / 17, rng.uniform(8.6, 12.0), rng.uniform(0.14, 0.3)))
        for n, (angle, radius, thick) in enumerate(spots):
            near = n < 15
            high = rng.uniform(11.5, 14.5) if near else rng.uniform(9.5, 13.0)
            piece, axis = w.trunk(rng, thick, high, 0.035, int(rng.integers(4, 7)), 100, 8 if near else 6, 10 if near else 7)
            parts = [(piece, "bark")]
            if near:
                for k in range(int(rng.integers(2, 4))):
                    turn = rng.uniform(-75, 75)
                    r = w.root(rng, thick * 0.62, rng.uniform(0.6, 1.0)).move(z=-0.62 * thick).yaw(turn)
                    parts.append((r, "bark"))
            self.put(parts, angle, radius, 0, 0.6 if near else 0.34, sink=0.05, spread=False)
            crown = []
            many = 15 if near else 7
            for k in range(many):
                f = (k + rng.uniform(0, 0.8)) / many
                y = high * (0.36 + 0.62 * f)
                branch = w.bough(rng, rng.uniform(2.4, 3.4) * (1 - 0.8 * f)).spin("z", 0.5 * f)
                crown.append((branch.yaw(k * 137.5 + rng.uniform(-30, 30)).move(*(axis(y) + [0, y, 0])), "bough"))
            self.put(crown, angle, radius, 0, 0.2)
            if n in (1, 5, 8, 12):
                flat = axis(1.9)
                at = [(p.move(flat[0], 1.78, -thick * 0.98 - 0.15 + flat[2]), look) for p, look in w.lantern()]
                x, y, z = self.put(at, angle, radius, 0, 1.6)
                inward = radius - thick - 0.2
                a = math.radians(angle)
                s.light("POINT", (math.sin(a) * inward, y + 1.78, -math.cos(a) * inward), WARM, 15, 0.06)

    def undergrowth(self):
        rng = self.rng
        for k in range(20):
            self.put([(w.fern(rng, rng.uniform(0.7, 1.15)), "fern")], 18 * k + rng.uniform(-8, 8), rng.uniform(6.35, 7.6), rng.uniform(0, 360), 0.5, sink=0.02)
        for k in range(13):
            self.put(w.young_fir(rng, rng.uniform(1.6, 3.0)), 360 * (k + rng.uniform(-0.3, 0.3)) / 13, rng.uniform(7.6, 10.0), rng.uniform(0, 360), 0.3, sink=0.1)
        for angle, radius, length, thick, turn in ((38, 6.0, 2.3, 0.19, 10), (142, 6.05, 1.9, 0.16, -12), (221, 6.1, 2.5, 0.2, 7), (318, 6.0, 2.0, 0.17, -9)):
            self.put(w.fallen_log(rng, length, thick), angle, radius, turn, 0.85, spread=False, sink=0.03)
        for k in range(12):
            self.put([(o.rock(rng, rng.uniform(0.25, 0.6), rng.uniform(0.45, 0.7), k), "moss_stone")], 30 * k + rng.uniform(-12, 12), rng.uniform(5.8, 7.6), rng.uniform(0, 360), 0.7, sink=0.06)

    def distance(self):
        """Layers of cut-outs, each paler and bluer than the one before; trees of a layer share their texels."""
        rng = self.rng
        for look, count, radius, tall in (("far_a", 34, 13.2, (4.5, 8.0)), ("far_b", 44, 17.5, (6.5, 11.0)), ("far_c", 54, 23.0, (8.0, 14.5))):
            cards = []
            for k in range(count):
                a, r = 2 * math.pi * (k + rng.uniform(-0.4, 0.4)) / count, radius * rng.uniform(0.94, 1.06)
                h = rng.uniform(*tall)
                p = w.fir_card(rng, h, rng.uniform(0.16, 0.22)) if rng.random() < 0.66 else w.trunk_card(rng, tall[1] + 6, 0.016 * tall[1] * rng.uniform(0.7, 1.5))
                x, z = math.sin(a) * r, -math.cos(a) * r
                cards.append((p.yaw(180 - math.degrees(a)).move(x, level(x, z) - 0.1, z), 0.5))
            if look == "far_c":
                cards.append((w.hedge(height, 25.5, 4.2), 0.5))
            self.stage.add_shared(cards, look, 0.07)

    def things_near(self):
        """Low things between the chairs and the trunks, each group on a patch of floor that carries its shadow."""
        rng = self.rng
        for angle, radius, kind in ((20, 4.5, "ferns"), (64, 4.1, "log"), (108, 4.7, "ferns"), (150, 4.2, "stones"), (196, 4.6, "ferns"),
                                    (238, 4.1, "log"), (280, 4.7, "ferns"), (322, 4.2, "stones")):
            if kind == "ferns":
                for _ in range(3):
                    self.put([(w.fern(rng, rng.uniform(0.45, 0.75)), "fern")], angle + rng.uniform(-7, 7), radius + rng.uniform(-0.35, 0.4), rng.uniform(0, 360), 0.55, "near")
            elif kind == "log":
                self.put(w.fallen_log(rng, rng.uniform(1.3, 1.6), 0.15), angle, radius, rng.uniform(-12, 12), 0.95, "near", 0.02, spread=False)
                self.put(w.mushrooms(rng), angle + 8, radius - 0.32, 0, 1.4, "near")
                self.put([(w.fern(rng, 0.55, 7), "fern")], angle - 9, radius + 0.25, rng.uniform(0, 360), 0.55, "near")
            else:
                for k in range(3):
                    self.put([(o.rock(rng, rng.uniform(0.22, 0.5), 0.55, k), "moss_stone")], angle + rng.uniform(-6, 6), radius + 0.35 * (k - 1), rng.uniform(0, 360), 0.9, "near", 0.04)
                self.put([(w.fern(rng, 0.5, 7), "fern")], angle + 7, radius + 0.3, 0, 0.55, "near")
            self.patch(angle, radius + 0.12, 0.98)

    def patch(self, angle, radius, reach):
        """A round piece of the same floor, a few millimetres higher."""
        a = math.radians(angle)
        x, z = math.sin(a) * radius, -math.cos(a) * radius
        p = lathe([(reach, 0.0), (0, 0.0)], 22).move(x, 0.004, z)
        p.grain = p.verts.copy()
        p.uvs = [p.verts[list(f)][:, (0, 2)] * [1, -1] for f in p.faces]
        p.islands, p.smooth = [0] * len(p.faces), False
        first = len(self.stage.islands)
        self.stage.add_patch([(p, 0.5)], "earth", (x, z), reach, 1.8)
        self.stage.paint(first, lambda t: leaves(t, SEED))


def measure(stage, exposure, threads=1):
    """People sit round the fire, not above it; the client adds the fire's own light to each of them."""
    lamps = [thing for thing in stage.scene.objects if thing.name in stage.fire]
    return round_fire(stage, exposure, lamps, FIRE_SHARE, threads=threads)


def build(side):
    """Returns the finished stage."""
    room = Forest(side)
    room.ground()
    room.middle()
    room.trunks()
    room.undergrowth()
    room.distance()
    room.things_near()
    room.stage.sky([(0.0, "#41526b"), (0.35, "#2a3a56"), (1.0, "#1a2742")], 1.8)
    room.stage.light("SUN", (0, 8, 0), MOON, 1.15, 0.03, (1.6, 0, 2.4))
    room.stage.fire = [lamp.name for lamp in room.fire]
    room.stage.build()
    return room.stage
