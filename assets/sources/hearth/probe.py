"""Measures the light in the middle of the circle, where people sit, as nine spherical-harmonic coefficients."""

from __future__ import annotations

import bpy
import numpy as np

from .bake import _image, settings
from .stage import to_blender
from .tone import film, linear_of

BAND = np.array([np.pi] + [2 * np.pi / 3] * 3 + [np.pi / 4] * 5)


def basis(n):
    """Returns the nine real functions at unit directions (glTF axes), in the order and sign three.js uses."""
    x, y, z = n[:, 0], n[:, 1], n[:, 2]
    return np.stack([np.full_like(x, 0.282095), 0.488603 * y, 0.488603 * z, 0.488603 * x, 1.092548 * x * y,
                     1.092548 * y * z, 0.315392 * (3 * z * z - 1), 1.092548 * x * z, 0.546274 * (x * x - y * y)], 1)


def measure(stage, exposure, at=(0, 1.1, 0), samples=256, threads=1):
    """
    Bakes a small white ball at `at` and fits SH L2 to what falls on it.

    Returns 27 numbers, nine RGB radiance coefficients, linear and already multiplied by the room's exposure;
    three's LightProbe takes them as they are (it convolves with the cosine itself).
    """
    settings(stage.scene, samples, threads)
    bpy.ops.mesh.primitive_uv_sphere_add(segments=32, ring_count=16, radius=0.12, location=to_blender(at))
    ball = bpy.context.active_object
    for polygon in ball.data.polygons:
        polygon.use_smooth = True
    material = bpy.data.materials.new("probe")
    material.use_nodes = True
    tree = material.node_tree
    tree.nodes.clear()
    shader, out = tree.nodes.new("ShaderNodeBsdfDiffuse"), tree.nodes.new("ShaderNodeOutputMaterial")
    shader.inputs[0].default_value = (1, 1, 1, 1)
    tree.links.new(shader.outputs[0], out.inputs[0])
    node = tree.nodes.new("ShaderNodeTexImage")
    tree.nodes.active = node
    ball.data.materials.append(material)
    stage.scene.render.bake.margin = 0
    side = 32
    pictures = []
    bpy.ops.object.select_all(action="DESELECT")
    ball.select_set(True)
    for kind in ("light", "normal"):
        image = _image("probe-" + kind, side)
        node.image = image
        if kind == "light":
            bpy.ops.object.bake(type="DIFFUSE", pass_filter={"DIRECT", "INDIRECT"})
        else:
            stage.scene.render.bake.normal_space = "OBJECT"
            bpy.ops.object.bake(type="NORMAL")
        pixels = np.empty(side * side * 4, np.float32)
        image.pixels.foreach_get(pixels)
        pictures.append(pixels.reshape(-1, 4))
    bpy.data.objects.remove(ball)
    light, normal = pictures
    hit = light[:, 3] > 0.5
    n = normal[hit, :3] * 2 - 1
    n /= np.linalg.norm(n, axis=1, keepdims=True)
    n = np.stack([n[:, 0], n[:, 2], -n[:, 1]], 1)
    irradiance = light[hit, :3] * np.pi * exposure
    found, *_ = np.linalg.lstsq(basis(n) * BAND, irradiance, rcond=None)
    return [round(float(v), 4) for v in found.ravel()]


def tint(coefficients, grey=0.35, share=0.55):
    """
    Returns the linear RGB by which a chair's neutral texture is multiplied to look as if it stood in this room.

    It is what the film makes of a grey thing facing up in the circle (a little darker at the seats than in the middle).
    """
    c = np.array(coefficients).reshape(9, 3)
    up = basis(np.array([[0.0, 1.0, 0.0]]))[0] * BAND @ c / np.pi
    shown = film(grey * share * np.maximum(up, 0)[None, :])[0]
    return [round(float(v), 3) for v in linear_of(shown) / grey]
