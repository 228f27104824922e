"""The light probe of a room with its fire in the middle, where nobody sits."""

from __future__ import annotations

import math

import numpy as np

from . import probe


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
