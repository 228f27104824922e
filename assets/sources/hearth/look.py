"""Pictures for the eye: the unbaked stage by Cycles, and the baked room exactly as a browser shows it (unlit, culled)."""

from __future__ import annotations

import math

import bpy
import mathutils
import numpy as np

from .bake import read_linear, settings
from .leave import write_png
from .stage import to_blender
from .tone import film, linear

VIEWS = {
    "seat": ((0, 1.2, 2.1), (0, 0.95, 0)),
    "left": ((1.48, 1.2, 1.48), (-1.2, 1.15, -0.6)),
    "back": ((0, 1.2, -2.1), (0, 1.0, 0)),
    "right": ((-2.1, 1.2, 0.2), (1.2, 1.15, 0.2)),
    "above": ((0, 11.5, 7.5), (0, 0, 0.2)),
}


def camera(scene, eye, target, fov=75):
    """Puts the scene's camera at an eye looking at a point; fov is vertical, in degrees."""
    data = bpy.data.cameras.new("eye")
    data.sensor_fit, data.angle, data.clip_start = "VERTICAL", math.radians(fov), 0.05
    thing = bpy.data.objects.new("eye", data)
    thing.location = to_blender(np.array(eye, float))
    thing.rotation_euler = mathutils.Vector(to_blender(np.subtract(target, eye))).to_track_quat("-Z", "Y").to_euler()
    scene.collection.objects.link(thing)
    scene.camera = thing


def draft(stage, path, view, exposure, size=(560, 350), samples=24, threads=1):
    """Renders the stage before any bake, denoised, through the house's film."""
    scene = stage.scene
    settings(scene, samples, threads)
    scene.cycles.use_denoising = True
    scene.cycles.denoiser = "OPENIMAGEDENOISE"
    _render(scene, path, view, size, lambda x: film(x, exposure))
    scene.cycles.use_denoising = False


def _render(scene, path, view, size, tone):
    camera(scene, *VIEWS[view] if isinstance(view, str) else view)
    scene.render.resolution_x, scene.render.resolution_y = size
    scene.render.image_settings.file_format = "OPEN_EXR"
    scene.render.image_settings.color_depth = "32"
    scene.render.filepath = bpy.app.tempdir + "view.exr"
    bpy.ops.render.render(write_still=True)
    write_png(path, tone(read_linear(scene.render.filepath)[..., :3]))


def unlit(stage, png, sky=("#2b3350", "#b98a78"), groups=None, extra=None):
    """Turns the stage into what a browser draws: the baked picture without light, back faces gone, a sky behind."""
    scene = stage.scene
    settings(scene, 4, scene.render.threads)
    scene.cycles.max_bounces = 0
    scene.cycles.transparent_max_bounces = 24
    for thing in list(scene.objects):
        if thing.type == "LIGHT":
            bpy.data.objects.remove(thing)
    stage.world(linear(sky[0]), 1.0)
    image = bpy.data.images.load(png, check_existing=False)
    material = picture(image)
    for group, thing in stage.objects.items():
        thing.hide_render = groups is not None and group not in groups
        thing.data.materials.clear()
        thing.data.materials.append(material)
        thing.data.polygons.foreach_set("material_index", [0] * len(thing.data.polygons))
        thing.data.update()


def picture(image):
    """Returns an unlit, one-sided material of an sRGB picture."""
    material = bpy.data.materials.new("picture")
    material.use_nodes = True
    tree = material.node_tree
    tree.nodes.clear()
    new = tree.nodes.new
    tex, light, clear = new("ShaderNodeTexImage"), new("ShaderNodeEmission"), new("ShaderNodeBsdfTransparent")
    side, mix, out = new("ShaderNodeNewGeometry"), new("ShaderNodeMixShader"), new("ShaderNodeOutputMaterial")
    tex.image = image
    tree.links.new(tex.outputs[0], light.inputs[0])
    tree.links.new(side.outputs["Backfacing"], mix.inputs[0])
    tree.links.new(light.outputs[0], mix.inputs[1])
    tree.links.new(clear.outputs[0], mix.inputs[2])
    tree.links.new(mix.outputs[0], out.inputs[0])
    return material


def shown(stage, path, view, size=(960, 600)):
    """Renders the unlit stage; the picture is already tone-mapped, so only the sRGB curve is undone and done."""
    from .tone import srgb
    stage.scene.cycles.samples = 6
    _render(stage.scene, path, view, size, lambda x: srgb(np.maximum(x, 0)))
