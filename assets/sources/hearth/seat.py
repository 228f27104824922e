"""The bench every chair is baked on: soft light from above and from the circle's middle, white, so that the room can tint it."""

from __future__ import annotations

import bpy

from .stage import Stage, to_blender

APART = 3.0


def bench(side, seed, make_looks):
    """Returns an empty stage with looks and light; its floor is seen by light only and never leaves."""
    stage = Stage(side, seed, pad=3)
    for name, make in make_looks.items():
        stage.look(name, make(name))
    stage.world((1, 1, 1), 0.42)
    stage.light("AREA", (0, 2.6, -1.9), (1, 1, 1), 62, 1.1, (0, 0.5, 0))
    stage.light("AREA", (APART, 2.6, -1.9), (1, 1, 1), 62, 1.1, (APART, 0.1, 0))
    bpy.ops.mesh.primitive_plane_add(size=12, location=to_blender((0, -0.001, 0)))
    material = bpy.data.materials.new("ground")
    material.use_nodes = True
    material.node_tree.nodes["Principled BSDF"].inputs["Base Color"].default_value = (0.2, 0.2, 0.2, 1)
    bpy.context.active_object.data.materials.append(material)
    return stage


def nodes(stage):
    """Returns {node: geometry}: the chair where it stands, the cushion brought back to the origin."""
    verts, *rest = stage.geometry["near"]
    return {"chair": [stage.geometry["room"]], "cushion": [(verts - [APART, 0, 0], *rest)]}
