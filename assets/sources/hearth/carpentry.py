"""Things that rooms are built of: beams, boards, panels with openings, round-house floors and roofs."""

from __future__ import annotations

import math

import numpy as np

from .pieces import Piece, box, clip, join, polygon


def along(piece, start, end, up=(0, 1, 0)):
    """Lays a piece made along +x (centred on 0) between two points, its +y towards `up`."""
    start, end, up = (np.array(v, float) for v in (start, end, up))
    x = (end - start) / np.linalg.norm(end - start)
    z = np.cross(x, up)
    z /= np.linalg.norm(z)
    basis = np.stack([x, np.cross(z, x), z])
    return piece.warp(lambda v: v @ basis + (start + end) / 2)


def beam(start, end, width, height, bevel=0.012, drop="", up=(0, 1, 0)):
    """Returns a chamfered timber between two points, hanging below the line by its height."""
    length = float(np.linalg.norm(np.subtract(end, start)))
    return along(box(length, height, width, bevel, drop).move(y=-height), start, end, up)


def octagon(apothem):
    """Returns the eight (a, b, c) half-planes a·x + b·z <= c of a round house."""
    return [(math.sin(k * math.pi / 4), -math.cos(k * math.pi / 4), apothem) for k in range(8)]


def mitred_boards(rng, apothem, width=0.19, inner=0.0, within=None):
    """
    Returns floor boards in eight wedges that run round the centre: [(piece, tint)], for one shared island.

    The same `rng` state gives the same boards, so a patch cut from them (`within`: half-planes) continues the floor.
    """
    out = []
    for k in range(8):
        t = k * math.pi / 4
        rows = int(apothem / width) + 1
        for row in range(rows):
            d0, d1 = row * width, min((row + 1) * width, apothem)
            half = math.tan(math.pi / 8) * d1
            cuts = [-half]
            while cuts[-1] < half:
                cuts.append(min(half, cuts[-1] + rng.uniform(0.7, 2.3)))
            for u0, u1 in zip(cuts, cuts[1:]):
                tint, shift = rng.random(), rng.uniform(-50, 50, 2)
                if d1 <= inner * math.cos(math.pi / 8) or d1 - d0 < 1e-3 or u1 - u0 < 1e-3:
                    continue
                turn = lambda u, d: (u * math.cos(t) + d * math.sin(t), u * math.sin(t) - d * math.cos(t))
                shape = [turn(*p) for p in ((u0, d0), (u1, d0), (u1, d1), (u0, d1))]
                for s in (-1, 1):
                    b = t + s * math.pi / 8
                    shape = clip(shape, s * math.cos(b), s * math.sin(b), 0.0)
                for plane in within or ():
                    shape = clip(shape, *plane) if len(shape) > 2 else shape
                if len(shape) < 3:
                    continue
                piece = polygon(shape)
                v = piece.verts
                u = v[:, 0] * math.cos(t) + v[:, 2] * math.sin(t)
                d = v[:, 0] * math.sin(t) - v[:, 2] * math.cos(t)
                piece.grain = np.stack([u + shift[0], d + shift[1], abs(2 * (d - d0) / (d1 - d0) - 1)], 1)
                out.append((crease(piece, d0, d1, t), tint))
    return out


def crease(piece, d0, d1, t):
    """Splits a board along its middle, so that 'across' (grain.z) runs 1-0-1 from edge to edge."""
    v = piece.verts
    d = v[:, 0] * math.sin(t) - v[:, 2] * math.cos(t)
    middle = (d0 + d1) / 2
    if d.min() >= middle - 1e-6 or d.max() <= middle + 1e-6:
        return piece
    halves = []
    for sign in (1, -1):
        shape, grain = [], []
        ring = piece.faces[0]
        for i, a in enumerate(ring):
            b = ring[(i + 1) % len(ring)]
            da, db = sign * (d[a] - middle), sign * (d[b] - middle)
            if da <= 0:
                shape.append(v[a])
                grain.append(piece.grain[a])
            if da * db < 0:
                f = da / (da - db)
                shape.append(v[a] + f * (v[b] - v[a]))
                g = piece.grain[a] + f * (piece.grain[b] - piece.grain[a])
                grain.append([g[0], g[1], 0.0])
        if len(shape) > 2:
            p = np.array(shape)
            halves.append(Piece(p, [tuple(range(len(p)))], [p[:, (0, 2)] * [1, -1]], [0], grain=np.array(grain)))
    return join(halves) if len(halves) > 1 else piece


def panel(x0, y0, x1, y1, z=0.0):
    """Returns an upright rectangle facing +z, laid out in its own x and y (share one island per wall)."""
    p = np.array([(x0, y0, z), (x1, y0, z), (x1, y1, z), (x0, y1, z)], float)
    return Piece(p, [(0, 1, 2, 3)], [p[:, :2].copy()], [0])


def panels_round(x0, y0, x1, y1, holes):
    """Returns the rectangles of a wall that leave `holes` [(x0, y0, x1, y1)] free, side by side."""
    out, left = [], x0
    for hx0, hy0, hx1, hy1 in sorted(holes):
        out.append(panel(left, y0, hx0, y1))
        if hy0 > y0:
            out.append(panel(hx0, y0, hx1, hy0))
        if hy1 < y1:
            out.append(panel(hx0, hy1, hx1, y1))
        left = hx1
    out.append(panel(left, y0, x1, y1))
    return [p for p in out if np.ptp(p.verts[:, 0]) > 1e-6 and np.ptp(p.verts[:, 1]) > 1e-6]


def upright_boards(rng, x0, y0, x1, y1, width=0.14):
    """Returns a boarded rectangle facing +z for one shared island, each board with its tint: [(piece, tint)]."""
    out, x, k = [], x0, 0
    count = max(1, round((x1 - x0) / width))
    for k in range(count):
        a, b = x0 + (x1 - x0) * k / count, x0 + (x1 - x0) * (k + 1) / count
        shift, tint = rng.uniform(-50, 50, 2), rng.random()
        for c, d, e0, e1 in ((a, (a + b) / 2, 1, 0), ((a + b) / 2, b, 0, 1)):
            p = panel(c, y0, d, y1)
            across = np.array([e0, e1, e1, e0], float)
            p.grain = np.stack([p.verts[:, 1] + shift[0], p.verts[:, 0] + shift[1], across], 1)
            out.append((p, tint))
    return out


def reveal(x0, y0, x1, y1, depth):
    """Returns the four inner sides of an opening that goes back by `depth` from z = 0."""
    corners = [(x0, y0), (x1, y0), (x1, y1), (x0, y1)]
    parts = []
    for i, (ax, ay) in enumerate(corners):
        bx, by = corners[(i + 1) % 4]
        p = np.array([(ax, ay, -depth), (bx, by, -depth), (bx, by, 0), (ax, ay, 0)], float)
        length = math.hypot(bx - ax, by - ay)
        parts.append(Piece(p, [(3, 2, 1, 0)], [np.array([(0, 0), (length, 0), (length, depth), (0, depth)])], [0]))
    # Seen from inside the opening: floor up, sides inwards.
    for part in parts:
        n = np.cross(part.verts[part.faces[0][1]] - part.verts[part.faces[0][0]],
                     part.verts[part.faces[0][2]] - part.verts[part.faces[0][0]])
        centre = np.array([(x0 + x1) / 2, (y0 + y1) / 2, -depth / 2])
        if np.dot(n, centre - part.verts.mean(0)) < 0:
            part.faces = [part.faces[0][::-1]]
        part.uvs = [_flat(part)]
    return join(parts)


def _flat(part):
    ring = part.verts[list(part.faces[0])]
    a = 0 if np.ptp(ring[:, 0]) > 1e-6 else 1
    return np.stack([ring[:, a], ring[:, 2]], 1)
