"""What stands in a forest: trunks with roots, boughs, firs, ferns, cut-out trees for the distance, a fire pit, a hanging lantern.

Functions return a piece, or [(piece, look)] standing at the origin with its face towards -z, where the circle is.
"""

from __future__ import annotations

import math

import numpy as np

from .furniture import log
from .outdoors import rock
from .pieces import Piece, join, lathe, sheet, tube


def one_island(piece):
    """Lets all faces of a piece share one island; its layout must already lie side by side."""
    piece.islands = [0] * len(piece.faces)
    return piece


def trunk(rng, radius, height, lean=0.04, lobes=5, reach=100, rows=8, segments=10):
    """
    The side of a tree trunk that the circle sees: `reach` degrees to either side, with a root flare; returns it and its axis(y).

    grain runs up the trunk in x, round it in y; both keep their metres, so that moss can grow at the foot. Above 4 m it gets fewer texels.
    """
    phase, sway, curl = rng.uniform(0, 6.3), rng.uniform(-lean, lean, 2), rng.uniform(-0.12, 0.12, 2)
    knots = [0.0, 0.018, 0.045, 0.085, 0.14, *np.linspace(0.24, 1.0, max(rows - 4, 2))]
    bumps = rng.uniform(-0.08, 0.08, 8)

    def axis(y):
        f = y / height
        return np.array([sway[0] * y + curl[0] * math.sin(3.0 * f + phase), 0, sway[1] * y + curl[1] * math.sin(2.4 * f)])

    def fn(u, v):
        y = height * float(np.interp(v * (len(knots) - 1), range(len(knots)), knots))
        a = math.radians(reach) * (1 - 2 * u)
        flare = math.exp(-y / (0.9 * radius + 0.06)) * (0.62 + 0.5 * math.cos(lobes * a + phase))
        bark = 0.05 * math.sin(3 * a + 1.7 * y + phase) + float(np.interp(y % 4, np.linspace(0, 4, 8), bumps))
        r = radius * (1 - 0.93 * (y / height) ** 1.25) * (1 + max(flare, -0.1) + bark)
        return (*(axis(y) + [r * math.sin(a), y - 0.12, -r * math.cos(a)]),)
    arc = 2 * math.radians(reach) * radius
    p = sheet(segments, len(knots) - 1, fn, (arc, height))
    for k, face in enumerate(p.faces):
        v = p.verts[list(face)][:, 1] + 0.12
        p.uvs[k] = np.stack([p.uvs[k][:, 0], np.where(v > 4, 4 + 0.3 * (v - 4), v)], 1)
    p.grain = np.stack([p.verts[:, 1], p.grain[:, 0] + rng.uniform(0, 40), np.full(len(p.verts), rng.uniform(0, 40))], 1)
    return p, axis


def root(rng, radius, length):
    """A root that leaves a trunk along -z and dives into the ground."""
    bend = rng.uniform(-0.3, 0.3)
    path = [(bend * length * f * f, radius * (0.55 - 0.95 * f ** 1.5) + 0.03 * math.sin(7 * f), -length * f) for f in np.linspace(0, 1, 5)]
    p = tube(path, radius * np.array([0.5, 0.41, 0.3, 0.2, 0.08]), 5, ends=False)
    p.grain = p.grain * [0.3, 1, 1]
    return p


def frond(length, width, pairs=6, rise=0.3, droop=0.5, ragged=0.0, rng=None, thick=0.92):
    """A feather of pointed leaflets along +x: a fern's frond or a fir's bough, arching by `rise` and `droop` of its length."""
    spine = lambda f: np.array([length * f * (1 - 0.12 * f * droop), length * (rise * math.sin(1.9 * f) - droop * f * f), 0.0])
    verts, faces, uvs = [], [], []
    for i in range(pairs):
        f0, f1 = 0.06 + 0.94 * i / pairs, 0.06 + 0.94 * min(1.0, (i + thick) / pairs)
        wide = width * math.sin(math.pi * min(1.0, 0.28 + 0.72 * f0)) ** 0.8
        for side in (-1, 1):
            j = 1 + (rng.uniform(-ragged, ragged) if ragged else 0)
            out = spine(min(1.0, f0 + 0.55 * wide * j / length)) + [0, -0.12 * wide, side * wide * j]
            n = len(verts)
            verts += [spine(f0), out, spine(f1)]
            faces.append((n, n + 1, n + 2) if side > 0 else (n, n + 2, n + 1))
            flat = [(f0 * length, 0), (f0 * length + 0.5 * wide, side * wide), (f1 * length, 0)]
            uvs.append(np.array(flat if side > 0 else [flat[0], flat[2], flat[1]]))
    return Piece(np.array(verts), faces, uvs, [0] * len(faces), True)


def fern(rng, size=0.7, fronds=7, pairs=6):
    """A rosette of fronds that share one island."""
    parts = []
    for k in range(fronds):
        long = size * rng.uniform(0.75, 1.1)
        p = frond(long, long * rng.uniform(0.17, 0.22), pairs, rng.uniform(0.5, 0.85), rng.uniform(0.35, 0.7))
        p.uvs = [uv + [0, k * size * 0.5] for uv in p.uvs]
        parts.append(p.spin("y", k * 2 * math.pi / fronds + rng.uniform(-0.25, 0.25)))
    return one_island(join(parts)).twosided()


def bough(rng, length, pairs=7):
    """A fir's bough along +x, hanging at its tip; it has only an underside."""
    p = frond(length, length * rng.uniform(0.27, 0.36), pairs, rng.uniform(0.0, 0.2), rng.uniform(0.2, 0.45), 0.25, rng, 1.25)
    p.faces, p.uvs = [f[::-1] for f in p.faces], [uv[::-1] for uv in p.uvs]
    return p


def young_fir(rng, height=2.2, tiers=5, segments=10):
    """A fir that reaches the ground: ragged skirts one over the other."""
    parts = []
    for i in range(tiers):
        f = i / tiers
        wide, y = height * 0.34 * (1 - f) ** 0.85 + 0.06, height * (0.06 + 0.86 * f)
        tall = height * (0.36 - 0.12 * f)
        skirt = lathe([(wide, y), (0.02, y + tall)], segments)
        notch = rng.uniform(0.72, 1.16, segments)
        for k in range(segments):
            n = notch[k] * (0.84 if k % 2 else 1.08)
            skirt.verts[k] *= [n, 1, n]
            skirt.verts[k][1] += 0.10 * tall * (1 - n)
        parts.append(skirt.spin("y", rng.uniform(0, 6.3)))
    return [(p, "fir") for p in parts]


def fir_card(rng, height, slim=0.2, tiers=8):
    """A far fir as a flat cut-out facing -z; layout and grain are metres across and up."""
    verts, faces = [], []

    def triangle(a, b, c):
        n = len(verts)
        verts.extend((a, b, c))
        faces.append((n, n + 1, n + 2))
    lean = rng.uniform(-0.02, 0.02) * height
    for i in range(tiers):
        f = (i / tiers) ** 0.92
        y, top = height * (0.10 + 0.84 * f), height * min(1.0, 0.10 + 0.84 * f + 0.26 * (1 - 0.55 * f))
        left, right = (slim * height * (1 - f) ** 0.8 * rng.uniform(0.75, 1.15) + 0.02 * height for _ in range(2))
        sag = 0.05 * height * (1 - 0.6 * f)
        cx = lean * f
        triangle((cx, y, 0), (cx - left, y - sag * rng.uniform(0.5, 1.2), 0), (cx, top, 0))
        triangle((cx, y, 0), (cx, top, 0), (cx + right, y - sag * rng.uniform(0.5, 1.2), 0))
    t = 0.018 * height
    triangle((-t, -1, 0), (0, height * 0.4, 0), (t, -1, 0))
    return flat_card(verts, faces)


def trunk_card(rng, height, radius):
    """A far bare trunk with a few branches as a flat cut-out facing -z."""
    lean = rng.uniform(-0.05, 0.05) * height
    at = lambda f: lean * f + 0.15 * math.sin(4 * f + lean)
    verts, faces = [], []
    rows = 5
    for i in range(rows + 1):
        f, r = i / rows, radius * (1.5 if i == 0 else 1 - 0.97 * i / rows)
        verts += [(at(f) - r, -1 + (height + 1) * f, 0), (at(f) + r, -1 + (height + 1) * f, 0)]
    for i in range(rows):
        a = 2 * i
        faces += [(a, a + 2, a + 1), (a + 1, a + 2, a + 3)]
    for _ in range(3):
        f, side = rng.uniform(0.25, 0.8), rng.choice((-1, 1))
        x, y, long = at(f), -1 + (height + 1) * f, rng.uniform(0.8, 2.0)
        n = len(verts)
        verts += [(x, y, 0), (x, y + 0.14, 0), (x + side * long, y + long * rng.uniform(0.2, 0.6), 0)]
        faces.append((n, n + 1, n + 2) if side > 0 else (n, n + 2, n + 1))
    return flat_card(verts, faces)


def hedge(ground, radius, tall, steps=72):
    """The farthest edge of the wood, all round, so that no sky shows between the feet of the trees."""
    def fn(u, v):
        a = 2 * math.pi * u
        x, z = math.sin(a) * radius, -math.cos(a) * radius
        top = tall * (0.75 + 0.2 * math.sin(7 * a + 1) + 0.16 * math.sin(17 * a) + 0.14 * math.sin(41 * a + 2))
        return (x, float(ground(np.array([x]), np.array([z]))[0]) - 0.3 + v * top, z)
    p = sheet(steps, 1, lambda u, v: fn(1 - u, v), (4.0, tall))
    # One colour all over: that of the mist at the foot of the cut-outs it shares an island with.
    p.uvs = [uv * [0.02, 0.1] + [-0.04, 0.1] for uv in p.uvs]
    p.grain = np.stack([p.verts[:, 0], p.verts[:, 1] * 0.1, p.verts[:, 2]], 1)
    return p


def flat_card(verts, faces):
    """Returns faces in the plane z = 0 turned to face -z, laid out as they stand."""
    v = np.array(verts, float)
    kept = []
    for f in faces:
        a, b, c = v[list(f)]
        kept.append(f if np.cross(b - a, c - a)[2] < 0 else f[::-1])
    return Piece(v, kept, [v[list(f)][:, :2] for f in kept], [0] * len(kept), False, grain=v.copy())


def fire_pit(rng, radius=0.45):
    """A ring of stones round ash, embers and charred logs that lean together; the flame is drawn at run time."""
    parts = []
    for k in range(11):
        a = 2 * math.pi * k / 11 + rng.uniform(-0.08, 0.08)
        size = rng.uniform(0.19, 0.27)
        stone = rock(rng, size, rng.uniform(0.5, 0.7), 20 + k).yaw(rng.uniform(0, 360))
        parts.append((stone.move(radius * math.sin(a), -0.03, -radius * math.cos(a)), "stone"))
    ash = lathe([(radius * 0.98, 0.004), (radius * 0.7, 0.02), (radius * 0.4, 0.045), (0, 0.06)], 18).wobble(0.008, 0.12, 3)
    parts.append((ash, "ash"))
    coals = lathe([(0.25, 0.03), (0.18, 0.07), (0.07, 0.095), (0, 0.1)], 13).wobble(0.014, 0.08, 4)
    parts.append((coals, "ember"))
    for k in range(6):
        a = 1.05 * k + rng.uniform(-0.2, 0.2)
        c, s = math.cos(a), math.sin(a)
        lie = k % 2
        start, end = (-0.30 * c, 0.05 + 0.02 * k, -0.30 * s), ((0.26 if lie else 0.05) * c, 0.09 + 0.02 * k if lie else 0.26, (0.26 if lie else 0.05) * s)
        parts += [(p, "char" if look == "bark" else "char_end") for p, look in log(rng, start, end, rng.uniform(0.036, 0.05))]
    return parts


def lantern():
    """A small lantern on a hook: the middle of its glass is the origin."""
    glass = lathe([(0.05, -0.07), (0.068, -0.03), (0.068, 0.045), (0.05, 0.08)], 9)
    foot = lathe([(0.0, -0.1), (0.062, -0.098), (0.07, -0.075), (0.05, -0.066)], 9)
    hood = lathe([(0.05, 0.075), (0.085, 0.085), (0.035, 0.13), (0.0, 0.135)], 9)
    hook = tube([(0, 0.13, 0), (0, 0.2, 0.005), (0, 0.24, 0.05), (0, 0.22, 0.14)], 0.008, 4, ends=False)
    return [(glass, "lamp"), (foot, "iron"), (hood, "iron"), (hook, "iron")]


def mushrooms(rng, count=5):
    """A few pale caps of different height."""
    parts = []
    for _ in range(count):
        x, z, h = rng.uniform(-0.12, 0.12), rng.uniform(-0.1, 0.1), rng.uniform(0.05, 0.11)
        r = h * rng.uniform(0.4, 0.55)
        stem = lathe([(0.014, 0), (0.01, h * 0.8)], 5)
        cap = lathe([(r * 0.55, h * 0.72), (r, h * 0.74), (r * 0.82, h), (r * 0.4, h * 1.16), (0, h * 1.2)], 8)
        parts += [(p.move(x, 0, z), "cap") for p in (stem, cap)]
    return parts


def fallen_log(rng, length, radius):
    """A mossy log lying along x, with the stub of a branch; the look is told by grain, up being green."""
    n = 6
    path = np.stack([np.linspace(-length / 2, length / 2, n), radius * 0.82 + rng.uniform(-0.015, 0.015, n), rng.uniform(-0.05, 0.05, n)], 1)
    whole = tube(path, radius * rng.uniform(0.9, 1.08, n), 9)
    rod, caps = split_ends(whole)
    rod.grain = rod.verts.copy()
    stub = tube([path[3], path[3] + [0.06, radius * 1.3, -radius * 0.9], path[3] + [0.16, radius * 1.9, -radius * 1.2]], [radius * 0.34, radius * 0.28, radius * 0.2], 6)
    stub.grain = stub.verts.copy()
    return [(rod, "log"), (caps, "endgrain"), (stub, "log")]


def split_ends(rod):
    """Parts a closed tube into its side and its two ends."""
    side, ends = rod.copy(), rod.copy()
    for piece, wanted in ((side, lambda k: k == 0), (ends, lambda k: k > 0)):
        keep = [i for i, k in enumerate(rod.islands) if wanted(k)]
        piece.faces, piece.uvs, piece.islands = ([v[i] for i in keep] for v in (rod.faces, rod.uvs, rod.islands))
    ends.smooth = False
    return side, ends
