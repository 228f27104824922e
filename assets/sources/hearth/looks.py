"""Materials: hue and soft variation along the grain, never noise pictures. Colours are sRGB hex, light is linear.

Every look reads two attributes of the mesh: `grain`, the piece's own coordinates in metres, and `tint`, a
number in 0..1 that is the same all over one piece, so that no two planks, books or stones are alike.
"""

from __future__ import annotations

import bpy

from .tone import linear


class Nodes:
    """A short hand for one material's node tree."""

    def __init__(self, name):
        self.material = bpy.data.materials.new(name)
        self.material.use_nodes = True
        self.tree = self.material.node_tree
        self.tree.nodes.clear()

    def add(self, kind, inputs=None, **settings):
        """Adds a node; inputs may be values or sockets."""
        node = self.tree.nodes.new("ShaderNode" + kind)
        for key, value in settings.items():
            setattr(node, key, value)
        for key, value in (inputs or {}).items():
            socket = node.inputs[key]
            if isinstance(value, bpy.types.NodeSocket):
                self.tree.links.new(value, socket)
            else:
                socket.default_value = value
        return node

    def attribute(self, name, output):
        """Returns a socket of a mesh attribute: 'Vector' or 'Fac'."""
        return self.add("Attribute", attribute_name=name).outputs[output]

    def grain(self, x=1.0, y=1.0, z=1.0):
        """Returns the piece's own coordinates, stretched."""
        return self.add("VectorMath", {0: self.attribute("grain", "Vector"), 1: (x, y, z)},
                        operation="MULTIPLY").outputs[0]

    def noise(self, vector, scale=1.0, detail=2.0, distortion=0.0, rough=0.5):
        """Returns smooth noise in 0..1."""
        return self.add("TexNoise", {"Vector": vector, "Scale": scale, "Detail": detail, "Distortion": distortion,
                                     "Roughness": rough}).outputs["Fac"]

    def math(self, operation, a, b=0.0, clamp=False):
        """Returns a two-argument operation."""
        return self.add("Math", {0: a, 1: b}, operation=operation, use_clamp=clamp).outputs[0]

    def span(self, value, low, high, to_low=0.0, to_high=1.0):
        """Maps low..high smoothly to another span."""
        return self.add("MapRange", {0: value, 1: low, 2: high, 3: to_low, 4: to_high},
                        interpolation_type="SMOOTHSTEP").outputs[0]

    def air(self, start, end):
        """Returns the distance from the centre and how much air, 0..1, lies before this place (grain is the room's own place)."""
        at = self.add("SeparateXYZ", {0: self.attribute("grain", "Vector")})
        x, z = at.outputs[0], at.outputs[2]
        r = self.math("SQRT", self.math("ADD", self.math("MULTIPLY", x, x), self.math("MULTIPLY", z, z)))
        return r, self.span(r, start, end)

    def ramp(self, value, colours, interpolation="LINEAR"):
        """Returns a colour from [(position, hex)]."""
        node = self.add("ValToRGB", {"Fac": value})
        ramp = node.color_ramp
        ramp.interpolation = interpolation
        while len(ramp.elements) < len(colours):
            ramp.elements.new(0.5)
        for element, (position, colour) in zip(ramp.elements, colours):
            element.position = position
            element.color = (*linear(colour), 1)
        return node.outputs[0]

    def mix(self, a, b, factor, blend="MIX"):
        """Returns two colours mixed."""
        node = self.add("Mix", data_type="RGBA", blend_type=blend)
        for key, value in ((0, factor), (6, a), (7, b)):
            if isinstance(value, bpy.types.NodeSocket):
                self.tree.links.new(value, node.inputs[key])
            else:
                node.inputs[key].default_value = (*linear(value), 1) if isinstance(value, str) else value
        return node.outputs[2]

    def bright(self, colour, factor):
        """Multiplies a colour by a number."""
        grey = self.add("CombineColor", {0: factor, 1: factor, 2: factor}).outputs[0]
        return self.mix(colour, grey, 1.0, "MULTIPLY")

    def finish(self, colour=None, glow=None, strength=1.0):
        """Ends the tree in a matt surface, a light of its own, or both."""
        out = self.add("OutputMaterial")
        shader = None
        if colour is not None:
            shader = self.add("BsdfDiffuse", {"Color": colour}).outputs[0]
        if glow is not None:
            light = self.add("Emission", {"Color": glow, "Strength": strength}).outputs[0]
            shader = light if shader is None else self.add("AddShader", {0: shader, 1: light}).outputs[0]
        self.tree.links.new(shader, out.inputs[0])
        return self.material


def wood(name, dark, mid, light, length=1.0, contrast=1.0, edge=False, vary=0.2):
    """Timber with long grain along the piece's x; `edge` darkens the joints of floor boards (grain.z = 0..1 across)."""
    n = Nodes(name)
    tint = n.attribute("tint", "Fac")
    wide = n.noise(n.grain(0.35 / length, 7.0, 0.0 if edge else 7.0), 1.0, 3.0, 0.8)
    fine = n.noise(n.grain(1.3 / length, 46.0, 0.0 if edge else 46.0), 1.0, 2.0, 0.4)
    value = n.math("ADD", n.math("MULTIPLY", wide, 0.72), n.math("MULTIPLY", fine, 0.28))
    value = n.span(value, 0.5 - 0.28 / contrast, 0.5 + 0.28 / contrast)
    colour = n.ramp(value, [(0.0, dark), (0.5, mid), (1.0, light)])
    colour = n.bright(colour, n.span(tint, 0.0, 1.0, 1.0 - 1.1 * vary, 1.0 + 0.9 * vary))
    warm = n.ramp(tint, [(0.0, "#fff0dd"), (0.5, "#ffffff"), (1.0, "#f2f6ff")])
    colour = n.mix(colour, warm, 3.5 * vary, "MULTIPLY")
    if edge:
        across = n.add("SeparateXYZ", {0: n.attribute("grain", "Vector")}).outputs[2]
        colour = n.bright(colour, n.span(across, 0.90, 1.0, 1.0, 0.52))
    return n.finish(colour)


def plaster(name, base, shade, scale=1.0):
    """Plaster with broad crossing brush marks."""
    n = Nodes(name)
    a = n.noise(n.grain(1.2 * scale, 5.0 * scale, 1.2 * scale), 1.0, 3.0, 1.6)
    b = n.noise(n.grain(4.0 * scale, 0.9 * scale, 4.0 * scale), 1.3, 3.0, 1.2)
    cloud = n.noise(n.grain(), 0.55, 2.0)
    value = n.math("ADD", n.math("MULTIPLY", n.math("ADD", a, b), 0.33), n.math("MULTIPLY", cloud, 0.34))
    return n.finish(n.ramp(n.span(value, 0.33, 0.67), [(0.0, shade), (1.0, base)]))


def cloth(name, colours, weave=0.0, soft=0.12):
    """Wool or linen: one of `colours` by tint, with soft patches and, if asked, the hint of a weave."""
    n = Nodes(name)
    steps = [(i / max(1, len(colours)), c) for i, c in enumerate(colours)]
    colour = n.ramp(n.attribute("tint", "Fac"), steps, "CONSTANT")
    patch = n.noise(n.grain(), 5.0, 3.0, 0.5)
    fuzz = n.noise(n.grain(), 55.0, 1.0)
    value = n.math("ADD", n.math("MULTIPLY", patch, 0.6), n.math("MULTIPLY", fuzz, 0.4))
    colour = n.bright(colour, n.span(value, 0.3, 0.7, 1.0 - soft, 1.0 + soft))
    if weave:
        thread = n.add("TexWave", {"Vector": n.grain(), "Scale": 14.0, "Distortion": 1.5}).outputs["Fac"]
        colour = n.bright(colour, n.span(thread, 0.0, 1.0, 1.0 - weave, 1.0 + weave))
    return n.finish(colour)


def paint(name, colours, wear=0.10, scale=3.0):
    """Matt paint, glaze, paper or leather: one of `colours` by tint, a little uneven."""
    n = Nodes(name)
    steps = [(i / max(1, len(colours)), c) for i, c in enumerate(colours)]
    colour = n.ramp(n.attribute("tint", "Fac"), steps, "CONSTANT")
    uneven = n.noise(n.grain(), scale, 3.0, 0.6)
    return n.finish(n.bright(colour, n.span(uneven, 0.3, 0.7, 1.0 - wear, 1.0 + wear)))


def stone(name, dark, light):
    """Worn stone: broad patches, a few pale veins, each block with its own tint."""
    n = Nodes(name)
    broad = n.noise(n.grain(), 2.6, 4.0, 0.8)
    fine = n.noise(n.grain(), 19.0, 2.0)
    value = n.math("ADD", n.math("MULTIPLY", broad, 0.75), n.math("MULTIPLY", fine, 0.25))
    colour = n.ramp(n.span(value, 0.32, 0.68), [(0.0, dark), (1.0, light)])
    return n.finish(n.bright(colour, n.span(n.attribute("tint", "Fac"), 0.0, 1.0, 0.75, 1.2)))


def leaf(name, dark, light):
    """Leaves: paler towards the tip (grain.y along the leaf) and along the middle vein (grain.x across, 0..1)."""
    n = Nodes(name)
    colour = n.ramp(n.attribute("tint", "Fac"), [(0.0, dark), (1.0, light)])
    patch = n.noise(n.grain(), 9.0, 2.0)
    return n.finish(n.bright(colour, n.span(patch, 0.25, 0.75, 0.8, 1.2)))


def glow(name, colour, strength, base=None, cloudy=0.0):
    """Something that gives light: a lampshade, an ember; `strength` in linear radiance before exposure."""
    n = Nodes(name)
    light = n.add("RGB")
    light.outputs[0].default_value = (*linear(colour), 1)
    light = light.outputs[0]
    if cloudy:
        light = n.bright(light, n.span(n.noise(n.grain(), 9.0, 2.0), 0.3, 0.7, 1.0 - cloudy, 1.0 + cloudy))
    body = None
    if base:
        body = n.ramp(n.attribute("tint", "Fac"), [(0.0, base), (1.0, base)])
    return n.finish(body, light, strength)


def view(name, sky, hills, strength):
    """A painted view outside a window: grain.y is the height in 0..1, grain.x metres along; hills are [(height, rough, hex)]."""
    n = Nodes(name)
    split = n.add("SeparateXYZ", {0: n.attribute("grain", "Vector")})
    height = split.outputs[1]
    wave = n.noise(n.grain(0.35, 0.0, 0.0), 1.0, 2.0)
    colour = n.ramp(n.math("ADD", height, n.math("MULTIPLY", n.math("SUBTRACT", wave, 0.5), 0.10)), sky)
    cloud = n.noise(n.grain(0.35, 9.0, 0.0), 1.0, 4.0, 0.5)
    colour = n.mix(colour, sky[1][1], n.span(cloud, 0.52, 0.75, 0.0, 0.5))
    for k, (top, rough, hue) in enumerate(hills):
        outline = n.noise(n.grain(0.5 + 0.5 * k, 0.0, 0.0), 1.0 + 0.7 * k, 2.0 + 2.5 * k)
        edge = n.math("ADD", n.math("MULTIPLY", n.math("SUBTRACT", outline, 0.5), rough), top)
        over = n.math("SUBTRACT", edge, height)
        colour = n.mix(colour, hue, n.span(over, -0.006, 0.006))
    return n.finish(None, colour, strength)
