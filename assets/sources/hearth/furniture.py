"""Furniture shared by rooms; every function returns [(piece, look)] standing at the origin, its face towards -z."""

from __future__ import annotations

import math

import numpy as np

from .carpentry import along, beam
from .pieces import box, cushion, join, lathe, sheet, tube


def place(parts, x=0.0, y=0.0, z=0.0, yaw=0.0):
    """Turns (degrees about +y) and moves a list of parts."""
    return [(p.yaw(yaw).move(x, y, z), look) for p, look in parts]


def round_table(radius=0.34, height=0.38):
    """A low round table: thick top with a soft rim, three splayed legs."""
    r, h = radius, height
    top = lathe([(r - 0.05, h - 0.05), (r - 0.006, h - 0.034), (r, h - 0.02), (r - 0.007, h - 0.004), (r - 0.02, h), (0, h)], 40)
    legs = [tube([(0.21 * math.cos(a), h - 0.04, 0.21 * math.sin(a)), (0.27 * math.cos(a), 0, 0.27 * math.sin(a))],
                 [0.026, 0.017], 8, ends=False) for a in (0.3, 2.4, 4.5)]
    return [(top, "walnut"), (join(legs), "walnut")]


def books(rng, length, height=0.25, depth=0.17):
    """Returns one shelf's row of books as [(piece, tint)]: fronts share an island, so do tops. Faces +z, stands on y = 0."""
    fronts, x = [], 0.0
    while x < length - 0.03:
        if rng.random() < 0.05:
            x += rng.uniform(0.04, 0.16)
            continue
        w, h, d = rng.uniform(0.018, 0.05), height * rng.uniform(0.66, 0.98), depth * rng.uniform(0.78, 1.0)
        if x + w > length:
            break
        p = box(w, h, d, 0.0, "-y -z").move(x + w / 2, 0, d / 2)
        if rng.random() < 0.06 and x > 0.1:
            p = p.move(-x).tip(z=-7).move(x + 0.02)
            w += 0.03
        fronts.append((p, rng.random()))
        x += w + 0.001
    return fronts


def bookcase(width, height, depth, shelves, back=True):
    """An open bookcase facing +z from z = 0 to depth; returns parts and the shelf heights."""
    t = 0.032
    parts = [(box(t, height, depth, 0.006, "-y -z").move(s * (width - t) / 2, 0, depth / 2), "oak") for s in (-1, 1)]
    parts.append((box(width + 0.05, 0.04, depth + 0.03, 0.01, "-z").move(0, height, depth / 2 + 0.005), "oak"))
    levels = [0.09 + k * (height - 0.09) / shelves for k in range(shelves)]
    for y in levels:
        parts.append((box(width - 2 * t, 0.026, depth - 0.015, 0.005, "-z -x +x -y" if y < 0.6 else "-z -x +x")
                      .move(0, y - 0.026, depth / 2 - 0.008), "oak"))
    parts.append((box(width - 2 * t, 0.065, 0.02, 0.004, "-y +y -x +x -z").move(0, 0, depth - 0.05), "oak"))
    if back:
        parts.append((box(width - 0.02, height, 0.012, 0.0, "-z -x +x -y +y").move(0, 0, 0.006), "panel"))
    return parts, levels


def pot(radius=0.2, height=0.36, look="clay"):
    """A clay pot with a rolled rim and earth."""
    r, h = radius, height
    body = lathe([(0.68 * r, 0), (0.9 * r, 0.35 * h), (r, 0.8 * h), (1.07 * r, 0.88 * h), (1.06 * r, h), (0.93 * r, h),
                  (0.9 * r, 0.87 * h)], 14)
    earth = lathe([(0.9 * r, 0.87 * h), (0, 0.9 * h)], 12)
    return [(body, look), (earth, "earth")]


def big_leaf(length, width, bend, fold=0.25):
    """One two-sided leaf growing along +x from the origin, bending down by `bend` radians."""
    def fn(u, v):
        a = u * bend
        r = length / max(bend, 1e-3)
        w = width * (math.sin(math.pi * min(1, u * 0.93 + 0.07)) ** 0.8) * (v - 0.5)
        lift = abs(v - 0.5) * fold * width * 2
        return (r * math.sin(a), r * (math.cos(a) - 1) + lift, w)
    return sheet(3, 2, lambda u, v: fn(u, 1 - v), (length, width)).twosided()


def rubber_plant(rng, height=1.7):
    """A fig with big leaves round two stems."""
    parts = pot(0.2, 0.38)
    for s in range(2):
        lean = rng.uniform(-0.12, 0.12, 2)
        top = height * (1.0 - 0.25 * s)
        stem = [(lean[0] * f + 0.03 * math.sin(5 * f + s), 0.3 + f * (top - 0.3), lean[1] * f) for f in np.linspace(0, 1, 6)]
        parts.append((tube(stem, np.linspace(0.016, 0.008, 6), 6), "bark"))
        count = int(top * 13)
        for k in range(count):
            f = 0.22 + 0.78 * k / count
            i = f * 5
            at = np.array([np.interp(i, range(6), [p[a] for p in stem]) for a in range(3)])
            size = rng.uniform(0.30, 0.42) * (1.1 - 0.35 * f)
            leaf = big_leaf(size, size * 0.55, rng.uniform(0.5, 1.1))
            leaf.spin("x", rng.uniform(-0.7, 0.7)).spin("z", rng.uniform(0.0, 0.8)).spin("y", k * 2.4 + rng.uniform(-0.3, 0.3)).move(*at)
            parts.append((leaf, "leaf"))
    return parts


def sword_plant(rng, height=1.0, leaves=15):
    """A pot of upright sword leaves, taller in the middle."""
    parts = pot(0.2, 0.36, "glaze")
    for k in range(leaves):
        yaw, f = k * 2.4 + rng.uniform(-0.3, 0.3), k / leaves
        tall = height * rng.uniform(0.75, 1.0) * (1 - 0.35 * f)
        lean, turn, wide = 0.10 + 0.42 * f, rng.uniform(-0.9, 0.9), rng.uniform(0.07, 0.095)

        def blade(u, v):
            w = wide * (0.55 + 0.9 * u * (1 - u)) * math.sqrt(max(0.0, 1 - u ** 5)) * (v - 0.5)
            a = turn * u
            return (0.05 + 0.1 * f + lean * tall * u * u + w * math.sin(a), 0.3 + tall * u * (1 - 0.3 * lean * u), w * math.cos(a))
        parts.append((sheet(5, 1, blade, (tall, wide)).twosided().spin("y", yaw), "leaf"))
    return parts


def shade(bottom, top, height, segments=20):
    """A lampshade: outside and inside skins (it is lit from within)."""
    outer = lathe([(bottom, 0), (bottom * 0.52 + top * 0.5, height * 0.5), (top, height)], segments)
    inner = lathe([(top - 0.006, height), (bottom - 0.006, 0)], segments)
    return [(outer, "shade"), (inner, "shade_in")]


def tripod_lamp(rng, height=1.55):
    """A standing lamp on three turned legs."""
    parts = []
    for k in range(3):
        a = k * 2.1 + rng.uniform(0, 0.3)
        parts.append((tube([(0.05 * math.cos(a), height - 0.3, 0.05 * math.sin(a)), (0.27 * math.cos(a), 0, 0.27 * math.sin(a))],
                           [0.016, 0.012], 6, ends=False), "walnut"))
    parts.append((lathe([(0.07, height - 0.33), (0.075, height - 0.3), (0.02, height - 0.26), (0.012, height - 0.1)], 10), "brass"))
    return parts + [(p.move(y=height - 0.18), look) for p, look in shade(0.25, 0.18, 0.3)]


def table_lamp(height=0.42):
    """A small lamp with a round clay foot."""
    foot = lathe([(0.07, 0), (0.1, 0.05), (0.1, 0.11), (0.06, 0.17), (0.02, 0.2), (0.014, height - 0.15)], 14)
    return [(foot, "clay")] + [(p.move(y=height - 0.19), look) for p, look in shade(0.15, 0.095, 0.19, 16)]


def screen(rng, wings=3, width=0.56, height=1.62):
    """A folding screen: frames of oak, linen between them, standing in a zigzag."""
    parts, x, z = [], 0.0, 0.0
    for k in range(wings):
        a = (1 if k % 2 else -1) * rng.uniform(0.35, 0.5)
        wing = [(box(0.034, height, 0.026, 0.006, "-y").move(s * (width / 2 - 0.017)), "oak") for s in (-1, 1)]
        wing += [(box(width - 0.068, 0.04, 0.022, 0.005, "-x +x").move(y=y), "oak") for y in (0.1, height * 0.62, height - 0.05)]
        for s in (-1, 1):
            cloth = box(width - 0.06, height - 0.17, 0.004, 0.0, "-x +x -y +y " + ("+z" if s < 0 else "-z")).move(y=0.13)
            wing.append((cloth, "linen"))
        dx, dz = width * math.cos(a), -width * math.sin(a)
        parts += [(p.spin("y", a).move(x + dx / 2, 0, z + dz / 2), look) for p, look in wing]
        x, z = x + dx, z + dz
    return [(p.move(-x / 2, 0, -z / 2), look) for p, look in parts]


def basket(rng):
    """A woven basket with two folded blankets standing out of it."""
    body = lathe([(0.2, 0), (0.26, 0.12), (0.28, 0.26), (0.29, 0.3), (0.27, 0.31), (0.255, 0.26)], 18).wobble(0.006, 0.2, 3)
    parts = [(body, "straw")]
    for k in range(2):
        roll = tube([(-0.17, 0, 0), (0, 0.01, 0), (0.17, 0, 0)], [0.085, 0.09, 0.085], 10).spin("z", rng.uniform(0.7, 1.1))
        parts.append((roll.yaw(k * 70).move(0.07 - 0.14 * k, 0.3, 0.05 * k), "wool"))
    return parts


def pouf(radius=0.29, height=0.3):
    """A round floor pouf with a flattened top."""
    r, h = radius, height
    return [(lathe([(0.78 * r, 0), (0.96 * r, 0.18 * h), (r, 0.45 * h), (0.97 * r, 0.74 * h), (0.82 * r, 0.93 * h), (0.45 * r, h),
                    (0, 0.97 * h)], 20).wobble(0.006, 0.25, 5), "wool")]


def log(rng, start, end, radius):
    """A cut log with pale ends; returns bark and its two faces."""
    path = np.linspace(start, end, 4) + rng.normal(0, radius * 0.06, (4, 3))
    rod = tube(path, radius * rng.uniform(0.9, 1.08, 4), 8, ends=False)
    caps = tube(path, radius, 8)
    keep = [i for i, k in enumerate(caps.islands) if k > 0]
    caps.faces, caps.uvs, caps.islands = ([v[i] for i in keep] for v in (caps.faces, caps.uvs, caps.islands))
    return [(rod, "bark"), (caps, "endgrain")]


def vase(radius, height, look="glaze"):
    """A small vase."""
    r, h = radius, height
    return [(lathe([(0.55 * r, 0), (r, 0.35 * h), (0.85 * r, 0.6 * h), (0.34 * r, 0.85 * h), (0.42 * r, h), (0.3 * r, h)], 10), look)]


def grasses(rng, count=9, height=0.35):
    """Dried stems for a vase."""
    stems = []
    for k in range(count):
        a, lean = rng.uniform(0, 6.3), rng.uniform(0.05, 0.3) * height
        path = [(lean * f ** 1.6 * math.cos(a), f * height, lean * f ** 1.6 * math.sin(a)) for f in np.linspace(0, 1, 4)]
        stems.append(tube(path, [0.002, 0.002, 0.009, 0.002], 3, ends=False))
    return [(join(stems), "straw")]
