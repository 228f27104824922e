"""Shapes in glTF space (metres, y up), with their own flat layout in metres for the atlas.

A piece knows its faces, which faces lie together in one island of the texture, and its own local
coordinates (`grain`), so that a look can follow the length of a plank wherever the plank ends up.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field

import numpy as np

AXES = "xyz"


@dataclass
class Piece:
    """One shape. `uvs[i]` are the corners of face i in metres inside island `islands[i]`."""

    verts: np.ndarray
    faces: list
    uvs: list
    islands: list
    smooth: bool = False
    double: bool = False
    #: Its edges are smoothed together with those of other such pieces that it touches.
    weld: bool = False
    grain: np.ndarray = field(default=None)

    def __post_init__(self):
        self.verts = np.asarray(self.verts, float)
        if self.grain is None:
            self.grain = self.verts.copy()

    def move(self, x=0.0, y=0.0, z=0.0):
        """Moves by metres and returns itself, as every method here does."""
        self.verts = self.verts + np.array([x, y, z])
        return self

    def scale(self, x=1.0, y=1.0, z=1.0):
        """Stretches positions only; the island keeps its metres."""
        self.verts = self.verts * np.array([x, y, z])
        return self

    def spin(self, axis, angle):
        """Turns by `angle` radians about 'x', 'y' or 'z' through the origin, right-handed."""
        c, s = math.cos(angle), math.sin(angle)
        a = AXES.index(axis)
        i, j = (a + 1) % 3, (a + 2) % 3
        v = self.verts.copy()
        v[:, i] = c * self.verts[:, i] - s * self.verts[:, j]
        v[:, j] = s * self.verts[:, i] + c * self.verts[:, j]
        self.verts = v
        return self

    def yaw(self, degrees):
        """Turns about +y: 0 looks along -z, positive turns to the left seen from above."""
        return self.spin("y", math.radians(degrees))

    def tip(self, x=0.0, z=0.0):
        """Leans by degrees about x, then z."""
        return self.spin("x", math.radians(x)).spin("z", math.radians(z))

    def wobble(self, amount, size=0.4, seed=0):
        """Bends the shape by up to about `amount` metres over features of `size` metres: made by hand."""
        self.verts = self.verts + amount * smooth_noise(self.verts / size, seed)
        return self

    def warp(self, fn):
        """Moves every vertex by a function of an (n, 3) array."""
        self.verts = fn(self.verts)
        return self

    def twosided(self):
        """Draws its back as well, with the same texels (leaves, cloth)."""
        self.double = True
        return self

    def copy(self):
        """Returns an independent piece."""
        return Piece(self.verts.copy(), list(self.faces), list(self.uvs), list(self.islands), self.smooth,
                     self.double, self.weld, self.grain.copy())


def smooth_noise(p, seed=0):
    """Returns (n, 3) values within about ±1 that vary smoothly over one unit of `p`."""
    rng = np.random.default_rng(abs(int(seed)))
    out = np.zeros_like(p)
    for octave in range(3):
        k = rng.normal(size=(3, 3)) * (1.7 ** octave)
        phase = rng.uniform(0, 2 * math.pi, 3)
        out += np.sin(p @ k + phase) / (1.6 ** octave)
    return out / 2.0


def join(pieces):
    """Returns one piece made of several; islands stay apart."""
    verts, faces, uvs, islands, grain, base, island = [], [], [], [], [], 0, 0
    for p in pieces:
        verts.append(p.verts)
        grain.append(p.grain)
        faces += [tuple(i + base for i in f) for f in p.faces]
        uvs += p.uvs
        islands += [i + island for i in p.islands]
        base += len(p.verts)
        island = max(islands) + 1
    return Piece(np.vstack(verts), faces, uvs, islands, pieces[0].smooth, pieces[0].double, pieces[0].weld, np.vstack(grain))


def box(x, y, z, bevel=0.008, drop=""):
    """Returns a box standing on y = 0, chamfered by `bevel`; `drop` names unseen sides, such as '-y +z'."""
    h = np.array([x, y, z]) / 2
    b = min(bevel, 0.45 * min(x, y, z))
    dropped = set(drop.split())
    name = lambda a, s: ("+" if s > 0 else "-") + AXES[a]
    signs = [(i, j, k) for i in (-1, 1) for j in (-1, 1) for k in (-1, 1)]
    index, verts = {}, []
    for s in signs:
        for a in range(3):
            p = np.array(s) * (h - b)
            p[a] = s[a] * h[a]
            index[s, a] = len(verts)
            verts.append(p)
    raw = []
    for a in range(3):
        for sa in (-1, 1):
            i, j = (a + 1) % 3, (a + 2) % 3
            ring = []
            for si, sj in ((-1, -1), (1, -1), (1, 1), (-1, 1)):
                s = [0, 0, 0]
                s[a], s[i], s[j] = sa, si, sj
                ring.append(index[tuple(s), a])
            raw.append((ring, [name(a, sa)]))
    if b > 0:
        for a, c in ((0, 1), (1, 2), (2, 0)):
            t = 3 - a - c
            for sa in (-1, 1):
                for sc in (-1, 1):
                    ends = []
                    for st in (-1, 1):
                        s = [0, 0, 0]
                        s[a], s[c], s[t] = sa, sc, st
                        ends.append(tuple(s))
                    ring = [index[ends[0], a], index[ends[1], a], index[ends[1], c], index[ends[0], c]]
                    raw.append((ring, [name(a, sa), name(c, sc)]))
        for s in signs:
            raw.append(([index[s, a] for a in range(3)], [name(a, s[a]) for a in range(3)]))
    verts = np.array(verts)
    order = ["+y", "-z", "+z", "-x", "+x", "-y"]
    faces, uvs, islands = [], [], []
    for ring, owners in raw:
        kept = [o for o in order if o in owners and o not in dropped]
        if not kept:
            continue
        p = verts[ring]
        n = np.cross(p[1] - p[0], p[2] - p[0])
        if np.dot(n, p.mean(0)) < 0:
            ring = ring[::-1]
            p = verts[ring]
        a = AXES.index(kept[0][1])
        flat = [(2, 1), (0, 2), (0, 1)][a]
        faces.append(tuple(ring))
        uvs.append(p[:, flat])
        islands.append(order.index(kept[0]))
    return Piece(verts + [0, h[1], 0], faces, uvs, islands, grain=verts.copy())


def lathe(profile, segments=16, smooth=True):
    """Returns a turned shape from (radius, height) points, bottom to top outside; flat bands become round islands."""
    profile = [tuple(map(float, p)) for p in profile]
    verts, rows = [], []
    for r, y in profile:
        if r < 1e-6:
            rows.append([len(verts)] * (segments + 1))
            verts.append((0, y, 0))
            continue
        first = len(verts)
        verts += [(r * math.cos(t), y, r * math.sin(t)) for t in np.arange(segments) * 2 * math.pi / segments]
        rows.append([first + k for k in range(segments)] + [first])
    verts = np.array(verts)
    faces, uvs, islands, island, last, run, mean = [], [], [], -1, None, 0.0, 1.0
    for i in range(len(profile) - 1):
        (r0, y0), (r1, y1) = profile[i], profile[i + 1]
        flat = abs(r1 - r0) > 1.3 * abs(y1 - y0)
        kind = ("flat", r1 < r0) if flat else "side"
        if kind != last:
            island, last, run = island + 1, kind, 0.0
            j = i
            while j < len(profile) - 1 and abs(profile[j + 1][0] - profile[j][0]) <= 1.3 * abs(profile[j + 1][1] - profile[j][1]):
                j += 1
            mean = max(p[0] for p in profile[i:j + 1]) if not flat else 1.0
        length = math.hypot(r1 - r0, y1 - y0)
        for k in range(segments):
            quad = [rows[i][k], rows[i + 1][k], rows[i + 1][k + 1], rows[i][k + 1]]
            if flat:
                uv = [(verts[q][0], verts[q][2]) for q in quad]
            else:
                s = 2 * math.pi * mean / segments
                uv = [(k * s, run), (k * s, run + length), ((k + 1) * s, run + length), ((k + 1) * s, run)]
            keep = [n for n in range(4) if quad[n] != quad[n - 1]]
            if len(keep) < 3:
                continue
            faces.append(tuple(quad[n] for n in keep))
            uvs.append(np.array([uv[n] for n in keep]))
            islands.append(island)
        run += length
    return Piece(verts, faces, uvs, islands, smooth)


def sheet(nu, nv, fn, size, smooth=True):
    """Returns a grid from fn(u, v) with u, v in 0..1; it faces du × dv and takes `size` metres of texture."""
    us, vs = np.linspace(0, 1, nu + 1), np.linspace(0, 1, nv + 1)
    verts = np.array([fn(u, v) for v in vs for u in us], float)
    faces, uvs = [], []
    for j in range(nv):
        for i in range(nu):
            a = j * (nu + 1) + i
            faces.append((a, a + 1, a + nu + 2, a + nu + 1))
            uvs.append(np.array([(us[i], vs[j]), (us[i + 1], vs[j]), (us[i + 1], vs[j + 1]), (us[i], vs[j + 1])])
                       * np.array(size))
    flat = np.array([(u * size[0], v * size[1], 0) for v in vs for u in us])
    return Piece(verts, faces, uvs, [0] * len(faces), smooth, grain=flat)


def tube(path, radii, segments=8, ends=True):
    """Returns a round rod along `path` with a radius (or one for each point); grain runs along its length."""
    path = np.asarray(path, float)
    n = len(path)
    radii = np.broadcast_to(np.asarray(radii, float), (n,))
    t = np.gradient(path, axis=0)
    t /= np.linalg.norm(t, axis=1, keepdims=True)
    side = np.cross(t[0], [0, 1, 0.01] if abs(t[0][1]) < 0.9 else [1, 0, 0])
    verts, grain, run, length = [], [], 0.0, [0.0]
    for i in range(n):
        side = side - t[i] * np.dot(side, t[i])
        side /= np.linalg.norm(side)
        up = np.cross(t[i], side)
        if i:
            run += np.linalg.norm(path[i] - path[i - 1])
            length.append(run)
        for k in range(segments):
            a = 2 * math.pi * k / segments
            o = math.cos(a) * side + math.sin(a) * up
            verts.append(path[i] + radii[i] * o)
            grain.append((run, radii[i] * math.cos(a), radii[i] * math.sin(a)))
    faces, uvs, islands = [], [], []
    w = 2 * math.pi * radii.max() / segments
    for i in range(n - 1):
        for k in range(segments):
            a, b = i * segments + k, i * segments + (k + 1) % segments
            faces.append((a, b, b + segments, a + segments))
            uvs.append(np.array([(length[i], k * w), (length[i], k * w + w), (length[i + 1], k * w + w),
                                 (length[i + 1], k * w)]))
            islands.append(0)
    if ends:
        for first, island in ((0, 1), ((n - 1) * segments, 2)):
            ring = [first + k for k in range(segments)]
            ring = ring[::-1] if first == 0 else ring
            faces.append(tuple(ring))
            r = radii[0 if first == 0 else -1]
            uvs.append(np.array([(r * math.cos(2 * math.pi * (q - first) / segments),
                                  r * math.sin(2 * math.pi * (q - first) / segments)) for q in ring]))
            islands.append(island)
    return Piece(verts, faces, uvs, islands, True, grain=np.array(grain))


def cushion(x, y, z, n=6, bottom=True, seed=0):
    """Returns a stuffed square cushion of x by z metres and height y, pinched at its edge, lying on y = 0."""
    def side(sign):
        def fn(u, v):
            a, b = 2 * u - 1, 2 * v - 1
            fall = (1 - a ** 4) * (1 - b ** 4)
            pull = 1 - 0.10 * (1 - abs(a) ** 2) * abs(b) ** 3, 1 - 0.10 * (1 - abs(b) ** 2) * abs(a) ** 3
            return (sign * a * x / 2 * pull[1], y / 2 + sign * y / 2 * fall ** 0.45, -b * z / 2 * pull[0])
        return sheet(n, n, fn, (x, z))
    parts = [side(1)] + ([side(-1)] if bottom else [])
    return join(parts).wobble(min(x, y, z) * 0.05, 0.25, seed)


def polygon(points, y=0.0):
    """Returns a flat convex face from (x, z) points, facing up."""
    p = np.array([(x, y, z) for x, z in points], float)
    n = np.cross(p[1] - p[0], p[2] - p[0])
    ring = list(range(len(p)))
    if n[1] < 0:
        ring = ring[::-1]
    return Piece(p, [tuple(ring)], [p[ring][:, (0, 2)] * np.array([1, -1])], [0])


def clip(points, a, b, c):
    """Returns the part of a convex polygon of (x, z) points where a·x + b·z <= c."""
    out = []
    for i, p in enumerate(points):
        q = points[(i + 1) % len(points)]
        dp, dq = a * p[0] + b * p[1] - c, a * q[0] + b * q[1] - c
        if dp <= 0:
            out.append(p)
        if dp * dq < 0:
            t = dp / (dp - dq)
            out.append((p[0] + t * (q[0] - p[0]), p[1] + t * (q[1] - p[1])))
    return out
