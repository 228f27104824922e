"""What leaves Blender: the texture as PNG, the geometry as plain arrays, the room's facts as JSON."""

from __future__ import annotations

import json
import os

import numpy as np

from .tone import eight_bits


def write_png(path, image):
    """Writes sRGB 0..1, bottom row first, as eight dithered bits."""
    import bpy
    pixels = eight_bits(image).astype(np.float32) / 255
    h, w = pixels.shape[:2]
    out = bpy.data.images.new("out", w, h, alpha=False)
    out.pixels.foreach_set(np.dstack([pixels, np.ones((h, w, 1), np.float32)]).astype(np.float32).ravel())
    out.filepath_raw, out.file_format = path, "PNG"
    out.save()
    bpy.data.images.remove(out)


def triangles(faces, uvs, double):
    """Splits faces into triangles: (corner index arrays, uv arrays), backs added for two-sided ones."""
    tri, tuv = [], []
    for face, uv, both in zip(faces, uvs, double):
        for k in range(1, len(face) - 1):
            tri.append((face[0], face[k], face[k + 1]))
            tuv.append((uv[0], uv[k], uv[k + 1]))
            if both:
                tri.append((face[0], face[k + 1], face[k]))
                tuv.append((uv[0], uv[k + 1], uv[k]))
    return np.array(tri), np.array(tuv)


def write_geometry(folder, name, groups):
    """
    Writes `<name>.bin` and `<name>.mesh.json`: one draw per group, corners shared where place and texel agree.

    groups: {node name: [(verts, faces, uvs, double), ...]}.
    """
    blob, meta, offset = [], {}, 0
    for node, members in groups.items():
        corners = []
        for verts, faces, uvs, double in members:
            tri, tuv = triangles(faces, uvs, double)
            flat = np.concatenate([verts[tri.ravel()], tuv.reshape(-1, 2)], 1)
            flat[:, 4] = 1 - flat[:, 4]
            corners.append(np.round(flat, 6))
        unique, index = np.unique(np.vstack(corners), axis=0, return_inverse=True)
        index = index.ravel().reshape(-1, 3)
        solid = (index[:, 0] != index[:, 1]) & (index[:, 1] != index[:, 2]) & (index[:, 0] != index[:, 2])
        index = index[solid].ravel()
        arrays = {"position": unique[:, :3].astype("<f4"), "uv": unique[:, 3:].astype("<f4"), "index": index.astype("<u4")}
        meta[node] = {}
        for key, array in arrays.items():
            data = array.tobytes()
            meta[node][key] = [offset, array.size]
            blob.append(data)
            offset += len(data)
    with open(os.path.join(folder, name + ".bin"), "wb") as f:
        f.write(b"".join(blob))
    with open(os.path.join(folder, name + ".mesh.json"), "w") as f:
        json.dump(meta, f)


def write_facts(folder, name, facts):
    """Writes `<name>.facts.json`, from which the build makes the room's public JSON."""
    with open(os.path.join(folder, name + ".facts.json"), "w") as f:
        json.dump(facts, f, indent=2)
