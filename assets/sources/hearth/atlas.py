"""Lays all islands of a room out in one square texture, each with the texels it deserves."""

from __future__ import annotations

import math


def _skyline(sizes, side):
    """Places (w, h) rectangles, tallest first, low and left in a square; returns positions or None."""
    order = sorted(range(len(sizes)), key=lambda i: (-sizes[i][1], -sizes[i][0]))
    line = [(0, 0, side)]
    places = [None] * len(sizes)
    for i in order:
        w, h = sizes[i]
        best = None
        for k, (x, _, _) in enumerate(line):
            if x + w > side:
                break
            y, n, width = 0, k, 0
            while width < w:
                y = max(y, line[n][1])
                width += line[n][2]
                n += 1
            if y + h <= side and (best is None or y + h < best[0]):
                best = (y + h, k, x, y)
        if best is None:
            return None
        top, k, x, y = best
        places[i] = (x, y)
        line.insert(k, (x, top, w))
        n = k + 1
        while n < len(line):
            nx, ny, nw = line[n]
            over = x + w - nx
            if over <= 0:
                break
            if over >= nw:
                line.pop(n)
            else:
                line[n] = (nx + over, ny, nw - over)
                break
        n = max(k - 1, 0)
        while n < len(line) - 1 and n <= k + 1:
            if line[n][1] == line[n + 1][1]:
                line[n] = (line[n][0], line[n][1], line[n][2] + line[n + 1][2])
                line.pop(n + 1)
            else:
                n += 1
    return places


def pack(islands, side=2048, pad=4):
    """
    Packs islands [(width, height, density)] in metres and relative density into a square of `side` texels.

    Returns (texels per metre at density 1, [(x, y, turned)]): the texel of the island's corner, without its
    padding of `pad` texels, and whether it lies on its side. The scale is the largest that fits.
    """
    def sizes(scale):
        out = []
        for w, h, d in islands:
            a, b = (max(3, math.ceil(s * d * scale)) + 2 * pad for s in (w, h))
            out.append((max(a, b), min(a, b)))
        return out

    scale = math.sqrt(side * side / sum(max(w * d, 0.02) * max(h * d, 0.02) for w, h, d in islands))
    places = None
    while places is None:
        scale *= 0.985
        want = sizes(scale)
        if sum(w * h for w, h in want) < side * side and max(w for w, _ in want) <= side:
            places = _skyline(want, side)
    turned = [math.ceil(w * d * scale) < math.ceil(h * d * scale) for w, h, d in islands]
    return scale, [(x + pad, y + pad, t) for (x, y), t in zip(places, turned)]
