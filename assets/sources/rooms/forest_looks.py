"""The forest's materials and the leaves on its floor."""

from __future__ import annotations

import math

import numpy as np

from hearth import looks
from hearth.looks import Nodes
from hearth.tone import seen

#: Metres from the centre where the air begins to show, and where it has covered everything.
MIST_FROM, MIST_TO = 7.5, 19.0
MIST = "#3a4b5f"


def earth(name, exposure):
    """Trodden earth in the middle, old leaves, then moss in patches; far out it sinks into the mist."""
    n = Nodes(name)
    r, air = n.air(MIST_FROM, MIST_TO)
    patch, fine = n.noise(n.grain(1, 0, 1), 0.75, 4.0, 0.8), n.noise(n.grain(1, 0, 1), 9.0, 3.0, 0.3)
    value = n.math("ADD", n.math("MULTIPLY", patch, 0.6), n.math("MULTIPLY", fine, 0.4))
    soil = n.ramp(n.span(value, 0.3, 0.7), [(0.0, "#46362a"), (0.5, "#5d4837"), (1.0, "#775d45")])
    trodden = n.ramp(n.span(fine, 0.3, 0.7), [(0.0, "#664f3b"), (1.0, "#80664c")])
    wander = n.math("MULTIPLY", n.math("SUBTRACT", patch, 0.5), 3.0)
    colour = n.mix(trodden, soil, n.span(n.math("ADD", r, wander), 2.2, 3.6))
    moss = n.ramp(n.span(fine, 0.25, 0.75), [(0.0, "#46552f"), (1.0, "#71824a")])
    mossy = n.math("MULTIPLY", n.span(n.noise(n.grain(1, 0, 1), 0.55, 3.0, 1.2), 0.47, 0.60), n.span(r, 3.0, 5.2), True)
    colour = n.mix(colour, moss, mossy)
    soot = n.span(n.math("ADD", r, n.math("MULTIPLY", n.math("SUBTRACT", fine, 0.5), 0.5)), 0.45, 1.15)
    colour = n.mix(n.mix("#332c27", colour, soot), "#2b3433", n.span(r, 8.0, 14.0))
    return n.finish(colour, seen(MIST, exposure), air)


def bark(name, exposure):
    """Furrowed bark with moss at its foot; grain.x is the height above the ground."""
    n = Nodes(name)
    tint = n.attribute("tint", "Fac")
    high = n.add("SeparateXYZ", {0: n.attribute("grain", "Vector")}).outputs[0]
    furrow = n.noise(n.grain(1.1, 9.0, 9.0), 1.0, 3.0, 0.9)
    plate = n.noise(n.grain(3.0, 3.5, 3.5), 1.0, 2.0, 0.4)
    value = n.math("ADD", n.math("MULTIPLY", furrow, 0.7), n.math("MULTIPLY", plate, 0.3))
    colour = n.ramp(n.span(value, 0.32, 0.68), [(0.0, "#4a433d"), (0.5, "#786c62"), (1.0, "#a19488")])
    colour = n.bright(colour, n.span(tint, 0.0, 1.0, 0.78, 1.15))
    edge = n.math("ADD", high, n.math("MULTIPLY", n.math("SUBTRACT", plate, 0.5), 2.4))
    colour = n.mix(n.ramp(plate, [(0.3, "#4d5c33"), (0.7, "#76874e")]), colour, n.span(edge, 0.15, 0.95))
    return n.finish(colour, seen("#1b2229", exposure), 0.35)


def log_look(name, exposure):
    """A lying log: bark below, moss above (grain.y is the height)."""
    n = Nodes(name)
    high = n.add("SeparateXYZ", {0: n.attribute("grain", "Vector")}).outputs[1]
    furrow = n.noise(n.grain(1.5, 11.0, 11.0), 1.0, 3.0, 0.6)
    colour = n.ramp(n.span(furrow, 0.32, 0.68), [(0.0, "#54433a"), (0.5, "#7b6553"), (1.0, "#a28b74")])
    patch = n.noise(n.grain(1, 1, 1), 3.5, 3.0, 0.6)
    edge = n.math("ADD", high, n.math("MULTIPLY", n.math("SUBTRACT", patch, 0.5), 0.35))
    return n.finish(n.mix(colour, n.ramp(patch, [(0.3, "#516034"), (0.7, "#7f9054")]), n.span(edge, 0.2, 0.3)))


def rings(name, exposure):
    """The cut face of a trunk: rings round its middle, a crack or two."""
    n = Nodes(name)
    at = n.add("SeparateXYZ", {0: n.attribute("grain", "Vector")})
    x, z = at.outputs[0], at.outputs[2]
    r = n.math("SQRT", n.math("ADD", n.math("MULTIPLY", x, x), n.math("MULTIPLY", z, z)))
    r = n.math("ADD", r, n.math("MULTIPLY", n.noise(n.grain(), 7.0, 1.0), 0.008))
    wave = n.math("SINE", n.math("MULTIPLY", r, 300.0))
    colour = n.ramp(n.span(wave, -1.0, 1.0), [(0.0, "#997850"), (1.0, "#ab8860")])
    return n.finish(n.mix(colour, "#6d5138", n.span(r, 0.135, 0.155)))


def green(dark, light, air=0.0):
    """Returns a maker of leaves that never go quite black."""
    def make(name, exposure):
        n = Nodes(name)
        colour = n.ramp(n.attribute("tint", "Fac"), [(0.0, dark), (1.0, light)])
        colour = n.bright(colour, n.span(n.noise(n.grain(), 7.0, 2.0), 0.25, 0.75, 0.8, 1.2))
        return n.finish(colour, seen("#1a242a", exposure), air) if air else n.finish(colour)
    return make


def cut_out(low, top, height):
    """Returns a maker of a far layer: `low` at its foot, where the mist lies, `top` above `height` metres (sRGB as shown)."""
    def make(name, exposure):
        n = Nodes(name)
        high = n.add("SeparateXYZ", {0: n.attribute("grain", "Vector")}).outputs[1]
        return n.finish(None, n.mix(seen(low, exposure), seen(top, exposure), n.span(high, -0.5, height)))
    return make


def plain(make):
    """Drops the exposure for looks that are only lit."""
    return lambda name, exposure: make(name)


LOOKS = {
    "earth": earth,
    "bark": bark,
    "log": log_look,
    "rings": rings,
    "endgrain": plain(lambda n: looks.wood(n, "#8f7150", "#ab8b63", "#c3a47a", 0.2)),
    "fern": green("#4d6637", "#86964f"),
    "fir": green("#3c5138", "#56693f", 0.45),
    "bough": green("#33463a", "#465a40", 0.55),
    "stone": plain(lambda n: looks.stone(n, "#4b4744", "#756e68")),
    "moss_stone": plain(lambda n: looks.stone(n, "#5d6150", "#8e8f7a")),
    "ash": plain(lambda n: looks.paint(n, ["#6a625c"], 0.3, 9.0)),
    "char": plain(lambda n: looks.wood(n, "#17110e", "#2b1f19", "#4b382c", 0.5)),
    "char_end": plain(lambda n: looks.glow(n, "#ff7a2a", 0.6, "#2b1f19", 0.6)),
    "ember": plain(lambda n: looks.glow(n, "#ff6a1c", 1.3, "#1a120e", 0.9)),
    "lamp": plain(lambda n: looks.glow(n, "#ffb465", 1.2)),
    "iron": plain(lambda n: looks.paint(n, ["#3a3532"], 0.15)),
    "cap": plain(lambda n: looks.paint(n, ["#cdb490", "#b98a63"], 0.15, 20.0)),
    "far_a": cut_out("#34444f", "#1a242c", 4.0),
    "far_b": cut_out("#405264", "#273644", 6.0),
    "far_c": cut_out("#465a71", "#35475f", 9.0),
}


def leaves(t, seed):
    """
    Paints fallen leaves and needles on the floor: factors (h, w, 3) for its light.

    `t` are metres in the floor's layout (x, -z), a regular grid; the same seed gives the same leaves on every patch of it.
    """
    rng = np.random.default_rng(seed)
    out = np.ones((*t.shape[:2], 3), np.float32)
    origin, right, up = t[0, 0], t[0, 1] - t[0, 0], t[1, 0] - t[0, 0]
    back = np.linalg.inv(np.stack([right, up], 1))
    step = max(np.linalg.norm(right), np.linalg.norm(up))
    hues = np.array([[2.0, 1.55, 1.0], [2.2, 1.3, 0.7], [0.5, 0.5, 0.52], [1.6, 1.6, 1.1], [0.62, 0.58, 0.52], [1.8, 1.05, 0.7]])
    for _ in range(3400):
        a, r = rng.uniform(0, 2 * math.pi), 6.0 * rng.uniform(0.02, 1.0) ** 0.5
        long, wide, turn, hue = rng.uniform(0.04, 0.10), rng.uniform(0.32, 0.5), rng.uniform(0, 6.3), hues[rng.integers(len(hues))]
        keep = rng.random() < float(smooth_span(r, 0.5, 3.4)) * 0.85 + 0.15
        centre = np.array([r * math.cos(a), r * math.sin(a)])
        col, row = back @ (centre - origin)
        reach = int(1.6 * long / step) + 2
        x0, x1, y0, y1 = int(col) - reach, int(col) + reach, int(row) - reach, int(row) + reach
        if not keep or r < 0.62 or x1 <= 0 or y1 <= 0 or x0 >= t.shape[1] or y0 >= t.shape[0]:
            continue
        part = slice(max(y0, 0), y1), slice(max(x0, 0), x1)
        d = t[part] - centre
        u = (d[..., 0] * math.cos(turn) + d[..., 1] * math.sin(turn)) / long
        v = (-d[..., 0] * math.sin(turn) + d[..., 1] * math.cos(turn)) / (long * wide)
        inside = np.clip((1 - np.abs(u) ** 1.6 - np.abs(v) / np.sqrt(np.clip(1 - u * u, 0.05, 1))) / 0.3, 0, 1)[..., None]
        under = np.clip(1.3 - np.hypot(u + 0.12, v + 0.3), 0, 1)[..., None] * (1 - inside)
        vein = 1 - 0.22 * np.exp(-(v / 0.14) ** 2)[..., None]
        out[part] *= (1 + inside * (hue * vein - 1)) * (1 - 0.28 * under)
    return out


def smooth_span(x, low, high):
    """Returns 0..1, smoothly, while x goes from low to high."""
    f = np.clip((x - low) / (high - low), 0, 1)
    return f * f * (3 - 2 * f)
