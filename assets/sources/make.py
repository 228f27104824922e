"""Builds one room: `python make.py <room> <out folder> [--draft view...] [--side n] [--light n] [--samples n] [--threads n]`."""

from __future__ import annotations

import argparse
import importlib
import os
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))


def nodes(stage):
    """Returns a room's draws: what always stands, what is hidden in a large circle, what moves."""
    near = [stage.geometry[g] for g in ("near", "patch") if g in stage.geometry]
    rest = {"near": near, "sea": [stage.geometry["sea"]] if "sea" in stage.geometry else []}
    return {"room": [stage.geometry["room"]], **{name: parts for name, parts in rest.items() if parts}}


def main():
    """Models, bakes, measures and writes a room, or only drafts of it."""
    args = argparse.ArgumentParser()
    args.add_argument("room")
    args.add_argument("out")
    args.add_argument("--draft", nargs="*")
    args.add_argument("--size", type=int, nargs=2, default=(560, 350))
    args.add_argument("--side", type=int, default=2048)
    args.add_argument("--light", type=int, default=1024)
    args.add_argument("--samples", type=int, default=64)
    args.add_argument("--threads", type=int, default=1)
    args.add_argument("--views", nargs="*", default=[])
    a = args.parse_args()
    room = importlib.import_module("rooms." + a.room.replace("-", "_"))
    from hearth import bake, leave, look, probe
    from hearth.tone import film

    start = time.time()
    say = lambda text: print(f"{a.room} {time.time() - start:6.0f}s {text}", flush=True)
    os.makedirs(a.out, exist_ok=True)
    stage = room.build(a.side)
    count = {g: sum(len(face) - 2 for face in m[1]) for g, m in stage.geometry.items()}
    say(f"built {count} triangles, {len(stage.islands)} islands, {stage.scale:.0f} texels/m")
    if a.draft is not None:
        for view in a.draft:
            look.draft(stage, os.path.join(a.out, f"{a.room}-draft-{view}.png"), view, room.EXPOSURE, a.size, a.samples, a.threads)
            say("drafted " + view)
        return
    light = bake.bake(stage, a.samples, a.light, a.threads)
    say("baked")
    png = os.path.join(a.out, a.room + ".png")
    leave.write_png(png, getattr(room, "TONE", film)(light, room.EXPOSURE))
    if hasattr(room, "FACTS"):
        full = getattr(room, "measure", probe.measure)(stage, room.EXPOSURE, threads=a.threads)
        leave.write_facts(a.out, a.room, {"id": room.ID, "title": room.TITLE, **room.FACTS, "probe": full, "tint": getattr(room, "tint", probe.tint)(full)})
        say("probed")
    leave.write_geometry(a.out, a.room, getattr(room, "NODES", nodes)(stage))
    look.unlit(stage, png)
    for n, view in enumerate(a.views or getattr(room, "VIEWS", ["seat", "left", "back", "right", "above"])):
        name = view if isinstance(view, str) else n
        look.shown(stage, os.path.join(a.out, f"{a.room}-{name}.png"), view, (960, 600) if hasattr(room, "FACTS") else (320, 200))
    say("done")


main()
