"""Shared library of the room scripts: shapes, looks, the atlas, the bake and what leaves it."""
