"""A room while it is being built: pieces with looks in three groups, lights, and the meshes Blender bakes.

Groups: `room` always stands; `near` is hidden when the circle grows past 16 seats; `patch` is floor that belongs to `near`
and carries its contact shadows, so that hiding `near` takes them away as well; `sea` only glows and moves at run time.
"""

from __future__ import annotations

import math

import bpy
import bmesh  # only there once bpy is
import numpy as np

from .atlas import pack
from .tone import linear

GROUPS = ("room", "near", "patch", "sea")
#: A sliver thinner than this many texels is stretched, or a bake would miss it.
THINNEST = 2.5


def to_blender(p):
    """glTF space (y up) to Blender space (z up)."""
    p = np.asarray(p, float)
    return np.stack([p[..., 0], -p[..., 2], p[..., 1]], axis=-1)


def weld(mesh, which):
    """Joins vertices at one place, of Blender's mesh only: light sees one smooth surface, and no seam between strips of ground."""
    if not which.any():
        return
    work = bmesh.new()
    work.from_mesh(mesh)
    work.verts.ensure_lookup_table()
    bmesh.ops.remove_doubles(work, verts=[work.verts[i] for i in np.flatnonzero(which)], dist=1e-4)
    work.to_mesh(mesh)
    work.free()


class Stage:
    """Collects a room. `side` is the texture's side in texels, `seed` decides every random choice."""

    def __init__(self, side=2048, seed=1, pad=4):
        self.side, self.pad = side, pad
        self.rng = np.random.default_rng(seed)
        self.looks = {}
        self.parts = []
        self.islands = []
        self.patches = []
        self.paints = []
        bpy.ops.wm.read_factory_settings(use_empty=True)
        self.scene = bpy.context.scene

    def look(self, name, material):
        """Registers a material under a short name."""
        self.looks[name] = material

    def add(self, piece, look, density=1.0, group="room", tint=None, spread=True):
        """
        Places a piece. `density` weighs its texels (1 = a wall); `tint` in 0..1 fixes its variation.

        `spread` shifts its grain by chance, so that two equal pieces differ. Returns the ids of its islands.
        """
        if spread:
            piece.grain = piece.grain + self.rng.uniform(-40, 40, 3)
        ids = {}
        for k in sorted(set(piece.islands)):
            corners = np.vstack([uv for uv, i in zip(piece.uvs, piece.islands) if i == k])
            low, high = corners.min(0), corners.max(0)
            ids[k] = len(self.islands)
            self.islands.append([low, high - low, density])
        tint = float(self.rng.random()) if tint is None else tint
        self.parts.append((piece, look, group, tint, ids))
        return list(ids.values())

    def add_patch(self, pieces, look, centre, radius, density=1.0):
        """Adds floor under something `near`: (piece, tint) whose layout is x, z in the room, so that they share one island."""
        first = len(self.islands)
        corners = np.vstack([uv for p, _ in pieces for uv in p.uvs])
        low, high = corners.min(0), corners.max(0)
        self.islands.append([low, high - low, density])
        for piece, tint in pieces:
            self.parts.append((piece, look, "patch", tint, dict.fromkeys(piece.islands, first)))
        self.patches.append((first, centre, radius))

    def add_shared(self, pieces, look, density=1.0, group="room"):
        """Adds boards or panels that lie together in one island, laid out in common metres: (piece, tint)."""
        corners = np.vstack([uv for p, _ in pieces for uv in p.uvs])
        low, high = corners.min(0), corners.max(0)
        self.islands.append([low, high - low, density])
        for piece, tint in pieces:
            self.parts.append((piece, look, group, tint, dict.fromkeys(piece.islands, len(self.islands) - 1)))

    def paint(self, island, fn):
        """Lets fn(metres), an (h, w, 2) array of the island's own layout, return factors (h, w[, 3]) for its finished light."""
        self.paints.append((island, fn))

    def light(self, kind, at, colour, power, size=0.1, aim=None, size_y=None, angle=None, blend=0.6):
        """Adds a light (POINT, SPOT, AREA or SUN); colour is linear RGB, power in Blender's watts, `aim` a point."""
        data = bpy.data.lights.new(kind.lower(), kind)
        data.color, data.energy = colour, power
        if kind == "AREA":
            data.shape, data.size, data.size_y = "RECTANGLE", size, size_y or size
        elif kind == "SUN":
            data.angle = size
        else:
            data.shadow_soft_size = size
        if kind == "SPOT":
            data.spot_size, data.spot_blend = math.radians(angle or 90), blend
        thing = bpy.data.objects.new(data.name, data)
        thing.location = to_blender(at)
        if aim is not None:
            import mathutils
            thing.rotation_euler = mathutils.Vector(to_blender(np.subtract(aim, at))).to_track_quat("-Z", "Y").to_euler()
        self.scene.collection.objects.link(thing)
        return thing

    def world(self, colour, strength):
        """Sets an even light from all sides (linear RGB)."""
        world = bpy.data.worlds.new("world")
        world.use_nodes = True
        background = world.node_tree.nodes["Background"]
        background.inputs[0].default_value = (*colour, 1)
        background.inputs[1].default_value = strength
        self.scene.world = world

    def sky(self, colours, strength, glow=None):
        """
        Lights the stage from an open sky: [(height 0..1 from horizon to zenith, hex)], dark below.

        `glow` is (direction, hex, strength, sharpness): where the sun went down.
        """
        self.world((0, 0, 0), 1.0)
        tree = self.scene.world.node_tree
        new, link = tree.nodes.new, tree.links.new
        split, ramp = new("ShaderNodeSeparateXYZ"), new("ShaderNodeValToRGB")
        where = new("ShaderNodeTexCoord").outputs["Generated"]
        link(where, split.inputs[0])
        link(split.outputs[2], ramp.inputs[0])
        elements = ramp.color_ramp.elements
        while len(elements) < len(colours):
            elements.new(0.5)
        for element, (position, colour) in zip(elements, colours):
            element.position, element.color = position, (*linear(colour), 1)
        background = tree.nodes["Background"]
        link(ramp.outputs[0], background.inputs[0])
        background.inputs[1].default_value = strength
        if glow:
            direction, colour, power, sharp = glow
            d = to_blender(direction) / np.linalg.norm(direction)
            dot, front, raised = new("ShaderNodeVectorMath"), new("ShaderNodeMath"), new("ShaderNodeMath")
            dot.operation, front.operation, raised.operation = "DOT_PRODUCT", "MAXIMUM", "POWER"
            dot.inputs[1].default_value, front.inputs[1].default_value = tuple(d), 0.0
            link(where, dot.inputs[0])
            link(dot.outputs["Value"], front.inputs[0])
            link(front.outputs[0], raised.inputs[0])
            raised.inputs[1].default_value = sharp
            scale = new("ShaderNodeMath")
            scale.operation, scale.inputs[1].default_value = "MULTIPLY", power
            link(raised.outputs[0], scale.inputs[0])
            second, both = new("ShaderNodeBackground"), new("ShaderNodeAddShader")
            second.inputs[0].default_value = (*linear(colour), 1)
            link(scale.outputs[0], second.inputs[1])
            link(background.outputs[0], both.inputs[0])
            link(second.outputs[0], both.inputs[1])
            link(both.outputs[0], tree.nodes["World Output"].inputs[0])

    def build(self):
        """Packs the atlas and makes one Blender mesh of each group; returns {group: object}."""
        self.scale, self.places = pack([(s[0], s[1], d) for _, s, d in self.islands], self.side, self.pad)
        self.objects, self.geometry = {}, {}
        for group in GROUPS:
            parts = [p for p in self.parts if p[2] == group]
            if parts:
                self.objects[group] = self._mesh(group, parts)
        return self.objects

    def texel(self, island, uv):
        """Returns texel coordinates (x right, y up) of points in metres of an island."""
        low, size, density = self.islands[island]
        x, y, turned = self.places[island]
        wide = np.maximum(np.asarray(size) * density * self.scale, THINNEST)
        t = (np.asarray(uv) - low) / np.maximum(size, 1e-6) * wide
        if turned:
            t = t[..., ::-1]
        return t + [x, y]

    def _mesh(self, group, parts):
        verts, faces, uvs, slots, smooth, grain, tints, base = [], [], [], [], [], [], [], 0
        double, welded = [], []
        names = list(self.looks)
        for piece, look, _, tint, ids in parts:
            verts.append(piece.verts)
            grain.append(piece.grain)
            tints.append(np.full(len(piece.verts), tint))
            for face, uv, island in zip(piece.faces, piece.uvs, piece.islands):
                faces.append(tuple(i + base for i in face))
                uvs.append(self.texel(ids[island], uv) / self.side)
                slots.append(names.index(look))
                smooth.append(piece.smooth)
                double.append(piece.double)
            welded.append(np.full(len(piece.verts), piece.weld))
            base += len(piece.verts)
        verts = np.vstack(verts)
        self.geometry[group] = (verts, faces, uvs, double)
        mesh = bpy.data.meshes.new(group)
        mesh.from_pydata(to_blender(verts).tolist(), [], faces)
        for name in names:
            mesh.materials.append(self.looks[name])
        mesh.polygons.foreach_set("material_index", slots)
        mesh.polygons.foreach_set("use_smooth", smooth)
        layer = mesh.uv_layers.new(name="atlas")
        layer.data.foreach_set("uv", np.vstack(uvs).ravel())
        mesh.attributes.new("grain", "FLOAT_VECTOR", "POINT").data.foreach_set("vector", np.vstack(grain).ravel())
        mesh.attributes.new("tint", "FLOAT", "POINT").data.foreach_set("value", np.concatenate(tints))
        weld(mesh, np.concatenate(welded))
        mesh.update()
        thing = bpy.data.objects.new(group, mesh)
        self.scene.collection.objects.link(thing)
        return thing
