"""From a stage to one picture of light: irradiance at half size, denoised, times albedo at full size, plus glow."""

from __future__ import annotations

import math

import bpy
import numpy as np


def settings(scene, samples, threads=1):
    """Sets Cycles for a small, patient machine."""
    scene.render.engine = "CYCLES"
    scene.render.threads_mode = "FIXED"
    scene.render.threads = threads
    c = scene.cycles
    c.device = "CPU"
    c.samples = samples
    c.use_adaptive_sampling = False
    c.use_denoising = False
    c.max_bounces, c.diffuse_bounces, c.glossy_bounces = 6, 5, 0
    c.transmission_bounces = c.volume_bounces = 0
    c.caustics_reflective = c.caustics_refractive = False
    c.sample_clamp_indirect = 3.0
    c.use_light_tree = True
    scene.view_settings.view_transform = "Raw"
    scene.display_settings.display_device = "sRGB"


def _image(name, side):
    image = bpy.data.images.new(name, side, side, alpha=True, float_buffer=True)
    image.colorspace_settings.name = "Non-Color"
    image.generated_color = (0, 0, 0, 0)
    return image


def _pass(stage, thing, kind, side, samples):
    """Bakes one pass of one object; returns (side, side, 4) floats, alpha 1 where a texel was hit."""
    scene = stage.scene
    scene.cycles.samples = samples
    image = _image(f"{thing.name}-{kind}", side)
    nodes = []
    for material in stage.looks.values():
        node = material.node_tree.nodes.new("ShaderNodeTexImage")
        node.image = image
        material.node_tree.nodes.active = node
        nodes.append((material, node))
    bpy.ops.object.select_all(action="DESELECT")
    thing.select_set(True)
    bpy.context.view_layer.objects.active = thing
    bake = scene.render.bake
    bake.margin, bake.use_clear = 0, True
    if kind == "EMIT":
        bpy.ops.object.bake(type="EMIT")
    else:
        parts = {"DIRECT", "INDIRECT"} if kind == "LIGHT" else {"COLOR"}
        bpy.ops.object.bake(type="DIFFUSE", pass_filter=parts)
    out = np.empty(side * side * 4, np.float32)
    image.pixels.foreach_get(out)
    for material, node in nodes:
        material.node_tree.nodes.remove(node)
    bpy.data.images.remove(image)
    return out.reshape(side, side, 4)


def grow(image, covered, owner, steps):
    """Grows covered texels outwards, but only inside the island that owns them: light never crosses a border."""
    value, known = image * covered[..., None], covered.copy()
    for _ in range(steps):
        total, count = np.zeros_like(value), np.zeros(known.shape, np.float32)
        for axis, shift in ((0, 1), (0, -1), (1, 1), (1, -1)):
            ok = np.roll(known, shift, axis) & (np.roll(owner, shift, axis) == owner)
            total += np.roll(value, shift, axis) * ok[..., None]
            count += ok
        new = ~known & (count > 0)
        if not new.any():
            break
        value[new] = total[new] / count[new][:, None]
        known |= new
    return value, known


def fill(image, covered):
    """Fills texels nobody hit from their neighbours, near ones first, so that no filter or mipmap finds black."""
    levels = []
    value, weight = image * covered[..., None], covered.astype(np.float32)
    while True:
        levels.append((value, weight))
        n = value.shape[0]
        if n <= 1 or n % 2:
            break
        v = value.reshape(n // 2, 2, n // 2, 2, -1).sum((1, 3))
        w = weight.reshape(n // 2, 2, n // 2, 2).sum((1, 3))
        weight = np.minimum(w, 1)
        value = v / np.maximum(w, 1e-9)[..., None] * weight[..., None]
    out = levels[-1][0] / np.maximum(levels[-1][1], 1e-9)[..., None]
    for value, weight in levels[-2::-1]:
        out = np.repeat(np.repeat(out, 2, 0), 2, 1)
        out = value + out * (1 - weight[..., None])
    return out


def upsample(image, side):
    """Doubles an image with a smooth (quadratic) filter until it has `side` texels."""
    while image.shape[0] < side:
        p = np.pad(image, ((1, 1), (1, 1), (0, 0)), mode="edge")
        a, b, c = p[:-2], p[1:-1], p[2:]
        rows = np.stack([0.25 * a + 0.75 * b, 0.75 * b + 0.25 * c], 1).reshape(2 * len(b), *b.shape[1:])
        a, b, c = rows[:, :-2], rows[:, 1:-1], rows[:, 2:]
        image = np.stack([0.25 * a + 0.75 * b, 0.75 * b + 0.25 * c], 2).reshape(len(rows), 2 * b.shape[1], -1)
    return image


def denoise(image, owner):
    """
    Cleans a filled light map with OpenImageDenoise through Blender's compositor.

    It is told where one island ends and the next begins (a flat guide colour and direction for each), or it takes the noise of
    small islands for detail.
    """
    side = image.shape[0]
    rng = np.random.default_rng(3)
    guides = rng.uniform(0.1, 0.9, (owner.max() + 2, 3)), rng.normal(size=(owner.max() + 2, 3))
    flat = [image, guides[0][owner], (guides[1] / np.linalg.norm(guides[1], axis=1, keepdims=True))[owner]]
    scene = bpy.data.scenes.new("denoise")
    scene.render.resolution_x = scene.render.resolution_y = side
    scene.render.resolution_percentage = 100
    scene.render.threads_mode, scene.render.threads = "FIXED", bpy.context.scene.render.threads
    scene.view_settings.view_transform = "Raw"
    scene.camera = bpy.data.objects.new("denoise", bpy.data.cameras.new("denoise"))
    scene.use_nodes = True
    tree = scene.node_tree
    tree.nodes.clear()
    clean = tree.nodes.new("CompositorNodeDenoise")
    clean.use_hdr, clean.prefilter = True, "NONE"
    sources = []
    for name, pixels in zip(("Image", "Albedo", "Normal"), flat):
        source = _image("denoise-" + name, side)
        source.pixels.foreach_set(np.dstack([pixels, np.ones((side, side, 1))]).astype(np.float32).ravel())
        source.update()
        source.pack()
        read = tree.nodes.new("CompositorNodeImage")
        read.image = source
        tree.links.new(read.outputs[0], clean.inputs[name])
        sources.append(source)
    out = tree.nodes.new("CompositorNodeComposite")
    tree.links.new(clean.outputs[0], out.inputs[0])
    path = bpy.app.tempdir + "denoise.exr"
    scene.render.image_settings.file_format = "OPEN_EXR"
    scene.render.image_settings.color_depth = "32"
    scene.render.filepath = path
    bpy.ops.render.render(write_still=True, scene=scene.name)
    bpy.data.scenes.remove(scene)
    for source in sources:
        bpy.data.images.remove(source)
    return read_linear(path)[..., :3]


def despeckle(image, owner):
    """Takes single bright texels (a lucky ray) down to the second brightest neighbour on their island."""
    lum = image.mean(-1)
    first, second = np.zeros_like(lum), np.zeros_like(lum)
    for shift in ((0, 1), (0, -1), (1, 0), (-1, 0), (1, 1), (1, -1), (-1, 1), (-1, -1)):
        near = np.where(np.roll(owner, shift, (0, 1)) == owner, np.roll(lum, shift, (0, 1)), 0)
        first, second = np.maximum(first, near), np.maximum(second, np.minimum(first, near))
    return image * np.where((lum > 1.6 * second) & (second > 0), 1.2 * second / np.maximum(lum, 1e-6), 1)[..., None]


def _around(image, owner, step):
    """Yields the eight neighbours of every texel at a distance, and where they lie on the same island."""
    for dy, dx in ((0, 1), (0, -1), (1, 0), (-1, 0), (1, 1), (1, -1), (-1, 1), (-1, -1)):
        shift = (dy * step, dx * step)
        yield np.roll(image, shift, (0, 1)), np.roll(owner, shift, (0, 1)) == owner


def settle(image, owner, known, most=40_000, edge=0.4):
    """
    Smooths what the denoiser leaves on small islands, inside each island.

    Steps in light are judged on a blurred copy, or single noisy texels would pass for steps and stay as blotches.
    """
    count = np.bincount(((owner + 1) * known).ravel(), minlength=owner.max() + 2)
    small = ((count < most) & (np.arange(len(count)) > 0))[owner + 1][..., None]
    for step in (1, 2, 3, 2, 1):
        guide = image.mean(-1)
        for blur in (1, 2):
            total, weight = guide.copy(), np.ones_like(guide)
            for value, there in _around(guide, owner, blur):
                total += value * there
                weight += there
            guide = total / weight
        guide = np.log(guide + 0.004)
        total, weight = image.copy(), np.ones_like(guide)
        shifted = _around(guide, owner, step)
        for value, _ in _around(image, owner, step):
            near, there = next(shifted)
            w = there * np.exp(-((near - guide) / edge) ** 2)
            total += value * w[..., None]
            weight += w
        image = np.where(small, total / weight[..., None], image)
    return image


def even(image, owner, known, few=48):
    """Gives an island of few texels (a leaf, a knob) mostly its mean light: too small to denoise, too small to need shading."""
    ids = (owner + 1) * known
    count = np.bincount(ids.ravel(), minlength=owner.max() + 2)
    mean = np.stack([np.bincount(ids.ravel(), image[..., c].ravel(), owner.max() + 2) for c in range(3)], 1) / np.maximum(count, 1)[:, None]
    small = (count <= few) & (np.arange(len(count)) > 0)
    share = (0.75 * small)[owner + 1][..., None]
    return image * (1 - share) + mean[owner + 1] * share


def read_linear(path):
    """Reads a float picture from disk, bottom row first."""
    image = bpy.data.images.load(path, check_existing=False)
    image.colorspace_settings.name = "Non-Color"
    w, h = image.size
    out = np.empty(w * h * 4, np.float32)
    image.pixels.foreach_get(out)
    bpy.data.images.remove(image)
    return out.reshape(h, w, 4)


def _show(stage, groups):
    for group, thing in stage.objects.items():
        thing.hide_render = group not in groups


def _light(stage, passes, side, samples):
    """Bakes light: each pass is (group to bake, groups that stand there meanwhile); one clean map at full size."""
    light = np.zeros((side, side, 4), np.float32)
    for group, standing in passes:
        if group in stage.objects:
            _show(stage, standing)
            light = np.maximum(light, _pass(stage, stage.objects[group], "LIGHT", side, samples))
    owner = _owners(stage, side)
    light[..., :3] = despeckle(light[..., :3], owner)
    value, known = grow(light[..., :3], light[..., 3] > 0.5, owner, 12 * side // stage.side + 2)
    return upsample(even(settle(denoise(fill(value, known), owner), owner, known), owner, known), stage.side)


def _surface(stage, things, kind, samples):
    total = np.zeros((stage.side, stage.side, 4), np.float32)
    for thing in things:
        total = np.maximum(total, _pass(stage, thing, kind, stage.side, samples))
    return total


def bake(stage, samples=64, light_side=1024, threads=1):
    """
    Returns the room's linear radiance, (side, side, 3), bottom row first.

    `room` is baked with `near` hidden; `near` and its floor patches with everything in place. The patches fade into the
    plain floor towards their rim, so that the two floors meet without a line.
    """
    settings(stage.scene, samples, threads)
    everything = list(stage.objects.values())
    albedo = _surface(stage, everything, "COLOR", 3)
    covered = albedo[..., 3] > 0.5
    owners = _owners(stage, stage.side)
    albedo = fill(*grow(albedo[..., :3], covered, owners, 14))
    glow = fill(*grow(_surface(stage, everything, "EMIT", 1)[..., :3], covered, owners, 14))
    light = _light(stage, [("room", {"room"}), ("patch", {"room", "patch"})], light_side, samples)
    if "near" in stage.objects:
        all_groups = set(stage.objects)
        full = _light(stage, [("near", all_groups), ("patch", all_groups)], light_side, samples)
        weight = _near_weight(stage)
        light = light * (1 - weight) + full * weight
    _show(stage, set(stage.objects))
    for island, fn in stage.paints:
        (x0, y0, x1, y1), t = _metres(stage, island)
        factor = np.asarray(fn(t), np.float32)
        albedo[y0:y1, x0:x1] *= factor if factor.ndim == 3 else factor[..., None]
    return albedo * light + glow


def _metres(stage, island):
    """Returns an island's texels, padding included, and where each lies in the island's own metres."""
    x0, y0, x1, y1 = area = _area(stage, island)
    low, size, density = stage.islands[island]
    px, py, turned = stage.places[island]
    xs, ys = np.meshgrid(np.arange(x0, x1) + 0.5 - px, np.arange(y0, y1) + 0.5 - py)
    return area, np.stack([ys, xs] if turned else [xs, ys], -1) / (density * stage.scale) + low


def _owners(stage, side):
    """Which island each texel belongs to, padding included; -1 between them."""
    owner = np.full((side, side), -1, np.int32)
    part = side / stage.side
    for island in range(len(stage.islands)):
        x0, y0, x1, y1 = (round(v * part) for v in _area(stage, island))
        owner[y0:y1, x0:x1] = island
    return owner


def _near_weight(stage):
    """1 on everything `near`, 0 on `room`, falling to 0 at the rim of each floor patch."""
    weight = np.zeros((stage.side, stage.side, 1), np.float32)
    for _, _, group, _, ids in stage.parts:
        if group == "near":
            for island in ids.values():
                x0, y0, x1, y1 = _area(stage, island)
                weight[y0:y1, x0:x1] = 1
    for island, centre, radius in stage.patches:
        (x0, y0, x1, y1), t = _metres(stage, island)
        d = np.hypot(t[..., 0] - centre[0], -t[..., 1] - centre[1]) / radius
        f = np.clip((0.97 - d) / 0.45, 0, 1)
        weight[y0:y1, x0:x1, 0] = f * f * (3 - 2 * f)
    return weight


def _area(stage, island):
    _, size, density = stage.islands[island]
    x, y, turned = stage.places[island]
    w, h = (max(3, math.ceil(s * density * stage.scale)) for s in size)
    if turned:
        w, h = h, w
    p = stage.pad
    return x - p, y - p, x + w + p, y + h + p
