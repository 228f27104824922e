"""The forest's chair: a stump with a low back of bent branches, a felt pad and a blanket; and a mossy floor cushion."""

from __future__ import annotations

import math

import numpy as np

from hearth import looks, seat
from hearth.looks import Nodes
from hearth.pieces import lathe, sheet, tube
from hearth.tone import srgb

ID, TITLE, SEED, EXPOSURE = "forest-chair", "Stump with a blanket", 8, 0.5
STRIPES = [(0.0, "#8a4a3a"), (0.10, "#cbb894"), (0.16, "#8a4a3a"), (0.80, "#7d4435"), (0.84, "#cbb894"), (0.90, "#56695a"), (0.96, "#cbb894")]


def blanket_look(name):
    """A woven blanket, rust with pale and green stripes near its ends (grain.y runs 0..1 along it)."""
    n = Nodes(name)
    along = n.add("SeparateXYZ", {0: n.attribute("grain", "Vector")}).outputs[1]
    wander = n.math("MULTIPLY", n.math("SUBTRACT", n.noise(n.grain(6, 3, 6), 1.0, 2.0), 0.5), 0.02)
    colour = n.ramp(n.math("ADD", along, wander), STRIPES, "CONSTANT")
    fuzz = n.noise(n.grain(40, 40, 40), 1.0, 2.0)
    return n.finish(n.bright(colour, n.span(fuzz, 0.3, 0.7, 0.88, 1.1)))


LOOKS = {
    "bark": lambda n: looks.wood(n, "#51443a", "#76665a", "#978677", 0.5, 1.1),
    "rings": lambda n: looks.wood(n, "#9d7b52", "#b89468", "#ceae80", 0.3),
    "branch": lambda n: looks.wood(n, "#6f5640", "#8c6f54", "#a88a6b", 0.5),
    "pad": lambda n: looks.cloth(n, ["#73805c"], 0.03, 0.10),
    "blanket": blanket_look,
    "pouf": lambda n: looks.cloth(n, ["#6d7757"], 0.06, 0.12),
}
VIEWS = [((1.5, 1.25, -1.5), (0, 0.4, 0), 34), ((0.2, 1.2, -2.4), (0, 0.45, 0), 30), ((-1.4, 1.2, 1.5), (0, 0.4, 0), 34),
         ((3.6, 1.2, -1.4), (3, 0.1, 0), 34)]
TONE = lambda light, exposure: srgb(light * exposure)
NODES = seat.nodes
SIDE = 0.276


def stump(rng):
    """The stump: flared at its foot, ridged, with a worn rim."""
    side = lathe([(0.335, 0.0), (0.298, 0.06), (0.28, 0.16), (0.276, 0.3), (0.278, 0.395), (0.262, 0.412)], 13)
    a = np.arctan2(side.verts[:, 2], side.verts[:, 0])
    foot = np.exp(-side.verts[:, 1] / 0.07)
    swell = 1 + 0.03 * np.sin(3 * a + 0.6) + 0.025 * np.sin(7 * a) + 0.09 * foot * (0.4 + np.cos(5 * a + 1.0))
    side.verts *= np.stack([swell, np.ones_like(swell), swell], 1)
    side.grain = np.stack([side.verts[:, 1], a * 0.28, np.zeros_like(a)], 1)
    top = lathe([(0.268, 0.41), (0.0, 0.412)], 13)
    return [(side, "bark", 1.0), (top, "rings", 0.6)]


def hoop(height, back, thick, lean=0.0, n=8):
    """A branch bent from one side of the stump round behind to the other."""
    path = []
    for f in np.linspace(-1, 1, n):
        a = f * 1.52
        rise = math.cos(a) ** 0.62
        path.append((SIDE * math.sin(a) * (1 - 0.05 * rise), 0.3 + (height - 0.3) * rise + lean * f, 0.04 + (back - 0.04) * math.cos(a) ** 0.8))
    radii = thick * (0.82 + 0.18 * np.cos(np.linspace(-1.3, 1.5, n)))
    return tube(path, radii, 5, ends=False)


def back_at(x, share, low=0.3, high=0.795, back=0.33):
    """Returns a point on the back's bent surface: x across, share 0..1 of its height."""
    a = math.asin(max(-1, min(1, x / SIDE)))
    return np.array([x, low + (high - low) * share * math.cos(a) ** 0.62, 0.04 + (back - 0.04) * math.cos(a) ** 0.8 * (0.72 + 0.28 * share)])


def blanket():
    """A blanket folded over the back's right half: down in front to the pad, down behind a little less."""
    profile = [(-0.42, 0.0), (-0.3, 0.0), (-0.16, 0.005), (-0.05, 0.012), (0.0, 0.03), (0.05, 0.012), (0.16, 0.004), (0.29, 0.0)]

    def fn(u, v):
        x = 0.215 - 0.30 * u
        i = v * (len(profile) - 1)
        along, lift = (float(np.interp(i, range(len(profile)), [p[k] for p in profile])) for k in (0, 1))
        top = back_at(x, 1.0)
        front = along < 0
        fold = 0.010 * math.sin(9 * u + 2 * v) * min(1.0, abs(along) / 0.1)
        hang = 0.036 * min(1.0, abs(along) / 0.05) ** 0.6
        y = top[1] + lift - abs(along) * 0.93
        foot = back_at(x, max(0.0, (y - 0.3) / 0.5))
        return (x + 0.008 * math.sin(14 * v), y, foot[2] + (-hang - fold - 0.14 * abs(along) if front else hang + fold))
    p = sheet(4, 9, fn, (0.32, 0.72))
    p.grain = np.stack([p.grain[:, 0], p.grain[:, 1] / 0.72, p.grain[:, 2]], 1)
    return p


def build(side):
    """Returns the stage with the chair (`room`) and the cushion (`near`)."""
    s = seat.bench(side, SEED, LOOKS)
    for piece, look, density in stump(s.rng):
        s.add(piece, look, density)
    pad = lathe([(0.235, 0.408), (0.262, 0.418), (0.266, 0.436), (0.25, 0.449), (0.17, 0.456), (0.0, 0.45)], 13)
    s.add(pad.wobble(0.005, 0.22, 2), "pad", 1.3)
    s.add(hoop(0.80, 0.335, 0.021), "branch", 1.0)
    s.add(hoop(0.60, 0.315, 0.015, 0.012), "branch", 0.9)
    for x, top, swing in ((-0.19, 0.93, -0.02), (-0.075, 0.985, 0.015), (0.045, 0.98, -0.012), (0.165, 0.94, 0.02)):
        a, b = (x * 0.8, 0.385, 0.225 - 0.45 * abs(x)), back_at(x, top)
        mid = (np.array(a) + b) / 2 + [swing, 0, 0.03]
        s.add(tube([a, mid, b], [0.014, 0.012, 0.010], 4, ends=False), "branch", 0.8)
    twig = back_at(-0.13, 0.99)
    s.add(tube([twig, twig + [-0.03, 0.06, 0.015], twig + [-0.035, 0.115, 0.0]], [0.011, 0.008, 0.004], 4, ends=False), "branch", 0.8)
    s.add(blanket().twosided(), "blanket", 1.2, spread=False)
    pouf = lathe([(0.2, 0.0), (0.275, 0.028), (0.3, 0.07), (0.28, 0.115), (0.2, 0.138), (0.08, 0.14), (0.0, 0.13)], 16)
    s.add(pouf.wobble(0.007, 0.25, 7).move(x=seat.APART), "pouf", 0.8, "near")
    s.build()
    return s
