"""What grows and lies out of doors: ground with a height, tufts of grass, driftwood, stones, lanterns, a fire bowl."""

from __future__ import annotations

import math

import numpy as np

from .furniture import log
from .pieces import Piece, join, lathe, sheet, smooth_noise, tube


def smooth(x):
    """Returns the smooth step of x over 0..1."""
    x = np.clip(x, 0, 1)
    return x * x * (3 - 2 * x)


def ground(height, rings, segments, sectors=0, size=None):
    """
    Returns pieces of ground between the first and last of `rings` (radii), its height from height(x, z).

    Without sectors: one round piece laid out flat in x, -z. With sectors: that many strips, laid out round and out.
    """
    if not sectors:
        verts, faces = [(0, float(height(np.zeros(1), np.zeros(1))[0]), 0)], []
        for r in rings:
            for k in range(segments):
                a = 2 * math.pi * k / segments
                x, z = r * math.sin(a), -r * math.cos(a)
                verts.append((x, float(height(np.array([x]), np.array([z]))[0]), z))
        for k in range(segments):
            faces.append((0, 1 + (k + 1) % segments, 1 + k))
            for i in range(len(rings) - 1):
                a, b = 1 + i * segments + k, 1 + i * segments + (k + 1) % segments
                faces.append((a, b, b + segments, a + segments))
        v = np.array(verts)
        return [Piece(v, faces, [v[list(f)][:, (0, 2)] * [1, -1] for f in faces], [0] * len(faces), True, weld=True)]
    out = []
    for s in range(sectors):
        def fn(u, v, s=s):
            a = 2 * math.pi * (s + u) / sectors
            r = float(np.interp(v * (len(rings) - 1), range(len(rings)), rings))
            x, z = r * math.sin(a), -r * math.cos(a)
            return (x, float(height(np.array([x]), np.array([z]))[0]), z)
        p = sheet(segments // sectors, len(rings) - 1, fn, size)
        p.grain, p.weld = p.verts.copy(), True
        out.append(p)
    return out


def tuft(rng, blades=13, height=0.6, width=0.03, spread=0.5):
    """A tuft of two-sided grass blades that lean outwards; all share one island."""
    parts = []
    for k in range(blades):
        yaw, tall = k * 2.4 + rng.uniform(-0.4, 0.4), height * rng.uniform(0.55, 1.0)
        lean, foot = spread * rng.uniform(0.3, 1.0) * tall, rng.uniform(0, 0.09)
        # Five corners: a blade tapers from its foot over a bend to a point.
        where = [(0, 0), (0, 1), (0.52, 1), (0.52, 0), (1, 0.5)]
        at = [(foot + lean * u ** 1.7, tall * (u - 0.22 * u * u), (v - 0.5) * width * (1.02 - 0.9 * u)) for u, v in where]
        flat = np.array([(u * tall, v * width * (1 - 0.5 * u) + k * width * 1.15) for u, v in where])
        faces = [(0, 3, 2, 1), (3, 4, 2)]
        grain = np.stack([flat[:, 0], flat[:, 1], np.zeros(5)], 1)
        blade = Piece(at, faces, [flat[list(f)] for f in faces], [0, 0], grain=grain)
        parts.append(blade.spin("y", yaw))
    whole = join(parts)
    whole.islands = [0] * len(whole.faces)
    whole.smooth = True
    return whole.twosided()


def driftwood(rng, length=1.8, radius=0.12):
    """A bleached, bent trunk with the stump of a branch or two, lying along x."""
    n = 7
    path = np.stack([np.linspace(-length / 2, length / 2, n), radius + rng.uniform(-0.02, 0.05, n), rng.uniform(-0.09, 0.09, n)], 1)
    radii = radius * np.array([0.55, 0.9, 1.05, 1.0, 0.9, 0.72, 0.35]) * rng.uniform(0.92, 1.08, n)
    parts = [(tube(path, radii, 8), "drift")]
    for _ in range(2):
        i = int(rng.integers(1, n - 2))
        end = path[i] + [rng.uniform(-0.15, 0.2), rng.uniform(0.15, 0.35), rng.uniform(-0.2, 0.2)]
        parts.append((tube([path[i], (path[i] + end) / 2 + [0, 0.03, 0], end], [radius * 0.4, radius * 0.3, radius * 0.12], 6), "drift"))
    return parts


def rock(rng, size, flat=0.6, seed=0):
    """A rounded stone lying on y = 0."""
    s = size / 2
    p = lathe([(0.6 * s, 0), (0.95 * s, 0.3 * s * flat), (s, 0.8 * s * flat), (0.8 * s, 1.5 * s * flat), (0.4 * s, 1.9 * s * flat), (0, 2 * s * flat)], 11)
    return p.wobble(size * 0.07, size * 0.8, seed).scale(rng.uniform(0.85, 1.15), 1, rng.uniform(0.85, 1.15))


def storm_lantern(rng, height=1.05):
    """A lantern on a leaning post; returns parts and the height of its light."""
    top = (rng.uniform(-0.06, 0.06), height, rng.uniform(-0.06, 0.06))
    parts = [(tube([(0, -0.1, 0), (top[0] * 0.4, height * 0.5, top[2] * 0.4), top], [0.045, 0.038, 0.03], 7), "drift")]
    glass = lathe([(0.05, 0.05), (0.075, 0.09), (0.075, 0.17), (0.045, 0.22)], 10).move(*top)
    metal = [lathe([(0.03, 0), (0.07, 0.015), (0.06, 0.05)], 10), lathe([(0.05, 0.215), (0.085, 0.235), (0.03, 0.28), (0, 0.285)], 10)]
    return parts + [(glass, "lamp")] + [(p.move(*top), "iron") for p in metal], height + 0.13


def fire_bowl(rng, radius=0.36, height=0.3):
    """An iron bowl on three stones with embers and charred logs; the flame is drawn at run time."""
    r, h = radius, height
    bowl = lathe([(0.12, h * 0.22), (0.66 * r, h * 0.32), (0.94 * r, h * 0.7), (r, h), (0.965 * r, h + 0.008), (0.93 * r, h * 0.97), (0.8 * r, h * 0.8)], 22)
    coals = lathe([(0.82 * r, h * 0.82), (0.5 * r, h * 0.9), (0.0, h * 0.94)], 18).wobble(0.012, 0.1, 2)
    parts = [(bowl, "iron"), (coals, "ember")]
    for k in range(3):
        a = 2.1 * k + 0.4
        parts.append((rock(rng, 0.22, 0.5, k).move(0.23 * math.cos(a), 0, 0.23 * math.sin(a)), "stone"))
    for k in range(4):
        a = 0.8 * k + rng.uniform(-0.2, 0.2)
        c, s = math.cos(a), math.sin(a)
        parts += [(p, "char" if look == "bark" else "char_end") for p, look in
                  log(rng, (-0.24 * c, h * (0.88 + 0.09 * k), -0.24 * s), (0.2 * c, h * (0.95 + 0.1 * k), 0.2 * s), 0.04)]
    return parts


def noise_height(x, z, size, seed):
    """Returns smooth heights in about ±1 over features of `size` metres."""
    return smooth_noise(np.stack([x, np.zeros_like(x), z], -1) / size, seed)[..., 1]
