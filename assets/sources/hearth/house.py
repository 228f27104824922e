"""A round (eight-sided) house about the circle: the frame that the indoor rooms share."""

from __future__ import annotations

import math

import numpy as np

from .carpentry import beam, mitred_boards, panel, panels_round, upright_boards
from .furniture import place
from .pieces import Piece, box, sheet
from .stage import Stage


class House:
    """Walls k = 0 (at -z) to 7, clockwise from above, `apothem` metres from the centre."""

    def __init__(self, side, seed, make_looks, apothem, eaves, ridge, collar=0.5):
        self.stage = Stage(side, seed)
        self.rng, self.seed = self.stage.rng, seed
        self.apothem, self.eaves, self.ridge, self.collar = apothem, eaves, ridge, collar
        self.half = apothem * math.tan(math.pi / 8)
        self.patches = 0
        for name, make in make_looks.items():
            self.stage.look(name, make(name))

    def wall(self, parts, k):
        """Stands parts made for a wall (x along it to the right, +z into the room) at wall k."""
        return [(p.move(0, 0, -self.apothem).spin("y", -k * math.pi / 4), *rest) for p, *rest in parts]

    def at(self, k, x, y, z):
        """Returns the room's point for a point of wall k."""
        return self.wall([(Piece([(x, y, z)], [], [], []),)], k)[0][0].verts[0]

    def put(self, parts, density=1.0, group="room", **options):
        """Adds (piece, look) or (piece, look, density) parts."""
        for piece, look, *own in parts:
            self.stage.add(piece, look, own[0] if own else density, group, **options)

    def near(self, parts, angle, radius, turn=0.0, reach=0.5, density=1.0):
        """Stands parts at a clock angle (degrees from -z) facing the centre, their shadow on a patch of `reach` metres."""
        a = math.radians(angle)
        x, z = math.sin(a) * radius, -math.cos(a) * radius
        self.put(place(parts, x, 0, z, 180 - angle + turn), density, "near")
        planes = [(math.cos(t), math.sin(t), math.cos(t) * x + math.sin(t) * z + reach) for t in np.arange(16) * math.pi / 8]
        # Patches lie a hair above the floor, each a hair higher than the last, so that none fights another.
        lift = 0.003 + 0.0012 * self.patches
        self.patches += 1
        boards = self.boards(within=planes)
        self.stage.add_patch([(p.move(y=lift), t) for p, t in boards], "floor", (x, z), reach, 1.3)
        return x, z

    def boards(self, **options):
        """Returns the floor, always the same for a seed."""
        return mitred_boards(np.random.default_rng(self.seed), self.apothem, **options)

    def plaster(self, k, low, openings, density=1.0, high=None, look="plaster"):
        """Plasters wall k from `low` to `high` (the eaves) round its openings."""
        panels = panels_round(-self.half, low, self.half, high or self.eaves, openings)
        shift = self.rng.uniform(-30, 30, 3)
        for p in panels:
            p.grain = p.grain + shift
        self.stage.add_shared([(p, 0.5) for (p,) in self.wall([(p,) for p in panels], k)], look, density)

    def wainscot(self, k, height, spans):
        """Boards the foot of wall k between x0 and x1 of each span, with a rail and a skirting."""
        boards = [b for x0, x1 in spans for b in upright_boards(self.rng, x0, 0.1, x1, height)]
        self.stage.add_shared(self.wall(boards, k), "wainscot", 1.0)
        rails = [(box(x1 - x0, 0.045, 0.03, 0.008, "-z -x +x").move((x0 + x1) / 2, height - 0.01, 0.015), "oak") for x0, x1 in spans]
        self.put(self.wall(rails, k), 0.9)
        self.skirting(k, spans)

    def skirting(self, k, spans, height=0.12, look="oak"):
        """A board along the foot of wall k."""
        parts = [(box(x1 - x0, height, 0.022, 0.006, "-y -z -x +x").move((x0 + x1) / 2, 0, 0.011), look) for x0, x1 in spans]
        self.put(self.wall(parts, k), 0.9)

    def posts(self, size=0.2):
        """Stands a post in every corner."""
        r = self.apothem / math.cos(math.pi / 8) - 0.07
        for k in range(8):
            t = (k + 0.5) * math.pi / 4
            post = box(size, self.eaves, size * 0.8, 0.02, "-y +y").wobble(0.006, 0.8, k).yaw(-math.degrees(t))
            self.stage.add(post.move(math.sin(t) * r, 0, -math.cos(t) * r), "beam", 0.9)

    def ceiling(self, rows, density=0.5):
        """Boards the roof's inside; grain runs along the walls."""
        rise, run = self.ridge - self.eaves, self.apothem - self.collar
        inner, slope = self.collar * math.tan(math.pi / 8), math.hypot(rise, run)
        for k in range(8):
            boards = []
            for j in range(rows):
                shift, tint = self.rng.uniform(-50, 50), self.rng.random()
                for ends, across in (((j, j + 0.5), (1, 0)), ((j + 0.5, j + 1), (0, 1))):
                    (xa, ya, za, va), (xb, yb, zb, vb) = [
                        (self.half * (1 - v) + inner * v, self.eaves + v * rise, v * run, v * slope) for v in (e / rows for e in ends)]
                    p = np.array([(-xa, ya, za), (xa, ya, za), (xb, yb, zb), (-xb, yb, zb)])
                    uv = np.array([(-xa, va), (xa, va), (xb, vb), (-xb, vb)])
                    grain = np.stack([p[:, 0] + shift, uv[:, 1] + shift, np.repeat(across, 2)], 1)
                    boards.append((Piece(p, [(0, 1, 2, 3)], [uv], [0], grain=grain), tint))
            self.stage.add_shared(self.wall(boards, k), "ceiling", density)

    def rafters(self, hip=(0.13, 0.19), common=(0.08, 0.12)):
        """Hangs a rafter in every corner and one over the middle of every wall, and a plate on every wall."""
        s = self.stage
        for k in range(8):
            for t, r, (w, h), density in (((k + 0.5) * math.pi / 4, self.apothem / math.cos(math.pi / 8), hip, 0.55),
                                          (k * math.pi / 4, self.apothem, common, 0.45)):
                foot = (math.sin(t) * r, self.eaves + 0.015, -math.cos(t) * r)
                inner = max(0.45, self.collar + 0.03)
                head = (math.sin(t) * inner, self.ridge + 0.04, -math.cos(t) * inner)
                s.add(beam(foot, head, w, h, 0.014, "+y -x +x").wobble(0.007, 0.9, int(17 * t)), "beam", density)
            plate = beam((-self.half, self.eaves + 0.05, 0.06), (self.half, self.eaves + 0.05, 0.06), 0.14, 0.16, 0.016, "+y -x +x")
            self.put(self.wall([(plate, "beam", 0.55)], k))

    def daylight(self, k, x0, x1, y0, y1, colour, power, spread=150):
        """Lets an even light in through an opening of wall k."""
        light = self.stage.light("AREA", self.at(k, (x0 + x1) / 2, (y0 + y1) / 2 + 0.15, -0.6), colour, power, x1 - x0,
                                 self.at(k, (x0 + x1) / 2, 0.3, 3.0), y1 - y0)
        light.data.spread = math.radians(spread)
        return light

    def outlook(self, k, look="view", width=6.5, low=-0.8, height=5.0):
        """Hangs a painted view outside wall k; its grain.y is the height in 0..1."""
        view = sheet(8, 1, lambda u, v: (width * (u - 0.5), low + height * v, -1.9 + 1.2 * (2 * u - 1) ** 2), (width, height), False)
        view.grain = np.stack([view.grain[:, 0] + 13 * k, view.grain[:, 1] / height, view.grain[:, 2]], 1)
        self.stage.add(self.wall([(view,)], k)[0][0], look, 0.62, spread=False)

    def frames(self, k, x0, y0, x1, y1, columns, bars, look="oak"):
        """Frames a window: casing inside, a sill, and glazing bars (columns, heights in 0..1)."""
        t, parts = 0.07, []
        for xa, xb, ya, yb, depth in ((x0 - t, x1 + t, y1 - 0.01, y1 + t, 0.05), (x0 - t, x0 + 0.01, y0, y1, 0.04),
                                      (x1 - 0.01, x1 + t, y0, y1, 0.04)):
            parts.append((box(xb - xa, yb - ya, depth, 0.01, "-z").move((xa + xb) / 2, ya, 0.01), look, 1.2))
        parts.append((box(x1 - x0 + 0.26, 0.045, 0.4, 0.012).move((x0 + x1) / 2, y0 - 0.03, -0.04), look, 1.4))
        for x in np.linspace(x0, x1, columns + 1):
            parts.append((box(0.05 if x in (x0, x1) else 0.035, y1 - y0, 0.05, 0.006, "-y +y").move(x, y0, -0.2), look, 1.0))
        for part in (0.0, *bars, 1.0):
            parts.append((box(x1 - x0, 0.04, 0.045, 0.006, "-x +x").move((x0 + x1) / 2, y0 + part * (y1 - y0) - 0.04 * part, -0.2), look, 1.0))
        self.put(self.wall(parts, k))

    def picture(self, k, x, y, w, h, n, frame="walnut", look="painting", tilt=0.0):
        """Hangs a framed picture, its middle at (x, y), slightly out of true."""
        self.put(self.wall([(box(w, h, 0.03, 0.008, "-z").spin("z", math.radians(tilt)).move(x, y - h / 2, 0.015), frame, 1.2)], k))
        p = panel(x - w / 2 + 0.045, y - h / 2 + 0.045, x + w / 2 - 0.045, y + h / 2 - 0.045, 0.034)
        uv = p.uvs[0]
        p.grain = np.stack([uv[:, 0] * 3 + 7 * n, (uv[:, 1] - uv[:, 1].min()) / np.ptp(uv[:, 1]), uv[:, 0] * 0], 1)
        self.stage.add(self.wall([(p,)], k)[0][0], look, 1.6, spread=False)
