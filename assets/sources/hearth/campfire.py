"""The light probe and the chairs' tint of a room with its fire in the middle, where nobody sits."""

from __future__ import annotations

import math

import numpy as np

from . import probe
from .tone import film, linear_of

#: The fire as the client adds it to people and chairs: colour, strength at one metre.
FIRE = np.array([1.0, 0.58, 0.27]) * 1.5


def round_fire(stage, exposure, lamps, share, radius=2.1, height=1.1, places=6, threads=1):
    """
    Returns 27 coefficients, the mean of what arrives at `places` seats round the fire.

    Only a `share` of the fire's lamps counts: the client adds the fire itself to everybody, from the side it comes from.
    """
    powers = [lamp.data.energy for lamp in lamps]
    for lamp, power in zip(lamps, powers):
        lamp.data.energy = power * share
    found = []
    for k in range(places):
        a = 2 * math.pi * (k + 0.5) / places
        found.append(probe.measure(stage, exposure, (radius * math.sin(a), height, -radius * math.cos(a)), 96, threads))
    for lamp, power in zip(lamps, powers):
        lamp.data.energy = power
    return [round(float(v), 4) for v in np.mean(found, 0)]


def tint(coefficients, grey=0.35, radius=2.1):
    """Returns a chair's multiplier as probe.tint does, for grey that looks half up and half round, with its share of the fire."""
    c = np.array(coefficients).reshape(9, 3)
    ways = np.array([[0, 1, 0], [0, 1, 0], [0, 1, 0], [1, 0, 0], [-1, 0, 0], [0, 0, 1], [0, 0, -1]], float)
    light = np.maximum(probe.basis(ways) * probe.BAND @ c / np.pi, 0).mean(0) + 0.85 * FIRE / (0.5 + radius * radius)
    shown = film(grey * light[None, :])[0]
    return [round(float(v), 3) for v in linear_of(shown) / grey]
