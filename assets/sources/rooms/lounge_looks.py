"""What the lounge is made of: honey timber, clay plaster, sage boards, wool in the colours of the house."""

from __future__ import annotations

import math

from hearth import looks
from hearth.looks import Nodes

WOOL = ["#a8664c", "#cdbfa8", "#5b8583", "#a06a3c", "#7c7090", "#74896a"]
BOOKS = ["#7d3b2c", "#2d5556", "#b8ab98", "#5b4d74", "#a3561f", "#3d5540", "#8d7a5c", "#27303a", "#c79a63", "#6a2f33", "#47657a"]
SKY = [(0.0, "#f3b184"), (0.42, "#eaa078"), (0.50, "#c98d86"), (0.60, "#8f7c9c"), (0.76, "#56608a"), (1.0, "#303a60")]
HILLS = [(0.445, 0.10, "#8a748c"), (0.415, 0.09, "#5d5a78"), (0.375, 0.08, "#363f58"), (0.335, 0.06, "#1d2733")]

LOOKS = {
    "floor": lambda n: looks.wood(n, "#6e4a2d", "#966d46", "#b28a5e", 1.6, 1.0, edge=True),
    "beam": lambda n: looks.wood(n, "#4e3120", "#6d472c", "#8a6040", 2.0),
    "oak": lambda n: looks.wood(n, "#8a5f38", "#a97a4a", "#c49a66", 1.4),
    "walnut": lambda n: looks.wood(n, "#4a2d1d", "#6b442b", "#87603f", 1.3),
    "panel": lambda n: looks.wood(n, "#5c3c26", "#735036", "#866245", 1.5),
    "ceiling": lambda n: looks.wood(n, "#80613f", "#957350", "#a88963", 2.4, 0.7, edge=True),
    "door": lambda n: looks.wood(n, "#3f5654", "#4f6b67", "#5f7d77", 2.0, 0.7, edge=True),
    "door_rail": lambda n: looks.wood(n, "#3f5654", "#4f6b67", "#5f7d77", 2.0, 0.7),
    "wainscot": lambda n: looks.wood(n, "#5f7358", "#738a69", "#869c7b", 2.0, 0.6, edge=True),
    "wainscot_plain": lambda n: looks.wood(n, "#5f7358", "#738a69", "#869c7b", 2.0, 0.6),
    "plaster": lambda n: looks.plaster(n, "#d8c4a6", "#c5aa88"),
    "chimney": lambda n: looks.plaster(n, "#d2b898", "#b99a78", 1.3),
    "soot": lambda n: looks.stone(n, "#1f1a18", "#3d2f28"),
    "stone": lambda n: looks.stone(n, "#6e655d", "#a69a8b"),
    "clay": lambda n: looks.paint(n, ["#a3583c", "#b5694d", "#8f4f37"], 0.12, 6.0),
    "glaze": lambda n: looks.paint(n, ["#3f6f70", "#d3c6b0", "#31565c"], 0.10, 6.0),
    "earth": lambda n: looks.paint(n, ["#2b211b"], 0.3, 20.0),
    "bark": lambda n: looks.wood(n, "#3b2a20", "#54402f", "#6d5540", 0.5),
    "endgrain": lambda n: looks.paint(n, ["#b98d5e", "#c9a070", "#a87d52"], 0.15, 14.0),
    "char": lambda n: looks.wood(n, "#17110e", "#2b1f19", "#4b382c", 0.5),
    "char_end": lambda n: looks.glow(n, "#ff7a2a", 0.5, "#2b1f19", 0.6),
    "ember": lambda n: looks.glow(n, "#ff6a1c", 1.3, "#1a120e", 0.9),
    "leaf": lambda n: looks.leaf(n, "#48683f", "#7d9a5c"),
    "brass": lambda n: looks.paint(n, ["#9c7440"], 0.1),
    "wax": lambda n: looks.paint(n, ["#e6d6b8", "#d8bf97"], 0.05),
    "straw": lambda n: looks.cloth(n, ["#b9935c", "#a37f4c"], 0.18, 0.15),
    "wool": lambda n: looks.cloth(n, WOOL, 0.06),
    "seat": lambda n: looks.cloth(n, ["#8a5a44"], 0.05),
    "linen": lambda n: looks.cloth(n, ["#cbb694"], 0.05, 0.06),
    "curtain": lambda n: looks.cloth(n, ["#a8583e"], 0.0, 0.1),
    "books": lambda n: looks.paint(n, BOOKS, 0.14, 9.0),
    "shade": lambda n: looks.glow(n, "#ffab63", 0.46, cloudy=0.06),
    "shade_in": lambda n: looks.glow(n, "#ffc685", 0.8),
    "weave": lambda n: looks.glow(n, "#e08a3c", 0.10, "#a57c48", 0.25),
    "weave_in": lambda n: looks.glow(n, "#ffb36a", 0.42, cloudy=0.07),
    "bulb": lambda n: looks.glow(n, "#ffd09a", 0.62),
    "view": lambda n: looks.view(n, SKY, HILLS, 0.36),
    "painting": lambda n: picture_look(n),
    "tapestry": lambda n: tapestry_look(n),
}


def rug_look(name, radius):
    """A round wool rug: rings whose edges wave like petals, worn paler where feet rest."""
    n = Nodes(name)
    at = n.add("SeparateXYZ", {0: n.attribute("grain", "Vector")})
    x, z = at.outputs[0], at.outputs[2]
    r = n.math("SQRT", n.math("ADD", n.math("MULTIPLY", x, x), n.math("MULTIPLY", z, z)))
    a = n.math("ARCTAN2", z, x)
    wander = n.math("MULTIPLY", n.math("SUBTRACT", n.noise(n.grain(), 1.6, 2.0), 0.5), 0.03)
    petals = n.math("MULTIPLY", n.math("ABSOLUTE", n.math("SINE", n.math("MULTIPLY", a, 18.0))), 0.026)
    inner = n.math("MULTIPLY", n.math("SINE", n.math("MULTIPLY", a, 18.0)), 0.016)
    u = n.math("DIVIDE", n.math("ADD", r, wander), radius)
    wave = n.math("DIVIDE", n.math("ADD", n.math("ADD", r, wander), petals), radius)
    fine = n.math("DIVIDE", n.math("ADD", n.math("ADD", r, wander), inner), radius)
    field = n.ramp(wave, [(0.0, "#a9805e"), (0.19, "#9c6f55"), (0.30, "#b19a78"), (0.314, "#9c6f55"), (0.345, "#9f8362"), (0.66, "#977a5a")], "CONSTANT")
    border = n.ramp(fine, [(0.0, "#977a5a"), (0.75, "#b5a07e"), (0.77, "#4a6865"), (0.862, "#b5a07e"), (0.882, "#8c5944")], "CONSTANT")
    outside = n.math("GREATER_THAN", u, 0.70)
    colour = n.mix(field, border, outside)
    dash = n.math("GREATER_THAN", n.math("SINE", n.math("MULTIPLY", a, 64.0)), 0.35)
    band = n.math("MULTIPLY", n.math("MULTIPLY", n.math("GREATER_THAN", u, 0.802), n.math("LESS_THAN", u, 0.832)), dash)
    colour = n.mix(colour, "#9fae95", n.math("MULTIPLY", band, 0.6))
    patch = n.noise(n.grain(), 3.2, 3.0, 0.4)
    fuzz = n.noise(n.grain(), 60.0, 2.0)
    colour = n.bright(colour, n.span(n.math("ADD", n.math("MULTIPLY", patch, 0.5), n.math("MULTIPLY", fuzz, 0.5)), 0.3, 0.7, 0.86, 1.12))
    strand = n.noise(n.add("CombineXYZ", {0: n.math("MULTIPLY", r, 60.0), 1: n.math("MULTIPLY", a, 5.0)}).outputs[0], 1.0, 1.0)
    return n.finish(n.bright(colour, n.span(strand, 0.3, 0.7, 0.92, 1.07)))


def picture_look(name):
    """Small painted landscapes in flat layers: grain.y is the height in 0..1, grain.x wanders."""
    n = Nodes(name)
    at = n.add("SeparateXYZ", {0: n.attribute("grain", "Vector")})
    x, y = at.outputs[0], at.outputs[1]
    colour = n.ramp(y, [(0.0, "#e9c79a"), (0.55, "#e3b58a"), (1.0, "#8fa6b0")])
    for k, (top, hue) in enumerate([(0.6, "#a58fa0"), (0.46, "#6f7f80"), (0.3, "#3f5a55"), (0.14, "#27393a")]):
        line = n.noise(n.add("CombineXYZ", {0: x, 1: float(3 * k)}).outputs[0], 1.3 + 0.5 * k, 2.0)
        edge = n.math("ADD", n.math("MULTIPLY", n.math("SUBTRACT", line, 0.5), 0.32), top)
        colour = n.mix(colour, hue, n.math("GREATER_THAN", edge, y))
    return n.finish(colour)


def tapestry_look(name):
    """A woven wall hanging: a sun over bands of hills, in wool; grain.x in metres (0..2), grain.y in 0..1."""
    n = Nodes(name)
    at = n.add("SeparateXYZ", {0: n.attribute("grain", "Vector")})
    x, y = at.outputs[0], at.outputs[1]
    colour = n.ramp(y, [(0.0, "#c9a678"), (1.0, "#d9cdbb")])
    dx, dy = n.math("SUBTRACT", x, 1.25), n.math("MULTIPLY", n.math("SUBTRACT", y, 0.6), 1.25)
    d = n.math("SQRT", n.math("ADD", n.math("MULTIPLY", dx, dx), n.math("MULTIPLY", dy, dy)))
    for radius, hue in ((0.34, "#d39a63"), (0.27, "#c8743f"), (0.19, "#e0a860")):
        colour = n.mix(colour, hue, n.math("LESS_THAN", d, radius))
    for top, size, phase, hue in ((0.5, 0.10, 0.3, "#8a7f9a"), (0.38, 0.12, 2.0, "#4f7a7a"), (0.24, 0.09, 4.1, "#6f8f6a"), (0.1, 0.05, 1.0, "#8e4b38")):
        swing = n.math("MULTIPLY", n.math("SINE", n.math("ADD", n.math("MULTIPLY", x, 3.4 + phase), phase)), size)
        colour = n.mix(colour, hue, n.math("LESS_THAN", y, n.math("ADD", swing, top)))
    thread = n.noise(n.grain(8.0, 160.0, 1.0), 1.0, 2.0)
    return n.finish(n.bright(colour, n.span(thread, 0.3, 0.7, 0.85, 1.12)))
