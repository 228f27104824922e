"""From linear light to the eight bits a browser shows: filmic, a soft shoulder, never below the house's black."""

from __future__ import annotations

import numpy as np

BLACK = np.array([0x0B, 0x0D, 0x10]) / 255


def linear(colour):
    """Returns linear RGB of an sRGB hex colour."""
    return tuple(linear_of(np.array([int(colour[i:i + 2], 16) for i in (1, 3, 5)]) / 255))


def linear_of(shown):
    """Undoes the sRGB curve."""
    shown = np.asarray(shown)
    return np.where(shown <= 0.04045, shown / 12.92, ((shown + 0.055) / 1.055) ** 2.4)


def srgb(x):
    """Returns the sRGB value of linear light in 0..1."""
    x = np.clip(x, 0, 1)
    return np.where(x <= 0.0031308, 12.92 * x, 1.055 * np.power(x, 1 / 2.4) - 0.055)


def curve(x):
    """The film: slope about 1 in the dark middle, a short toe, a long shoulder that reaches white near 8."""
    a, b, c, d, e = 1.55, 0.02, 1.42, 0.62, 0.10
    return np.clip((x * (a * x + b)) / (x * (c * x + d) + e), 0, 1)


def film(light, exposure=1.0):
    """
    Tone-maps linear RGB to sRGB in 0..1 (float).

    Half by luminance, so that warm light keeps its hue, half by channel, so that a flame goes to cream and not to a hard orange.
    """
    x = np.maximum(light, 0) * exposure
    lum = x @ np.array([0.2126, 0.7152, 0.0722])
    by_lum = x * (curve(lum) / np.maximum(lum, 1e-6))[..., None]
    by_channel = curve(x)
    over = np.clip(by_lum.max(axis=-1, keepdims=True) - 0.8, 0, 1)
    mixed = by_lum * 0.5 + by_channel * 0.5
    mixed = mixed * (1 - np.minimum(over * 1.5, 1)) + by_channel * np.minimum(over * 1.5, 1)
    return BLACK + (1 - BLACK) * srgb(mixed)


def seen(colour, exposure):
    """Returns the linear light (RGBA) that the film shows as this sRGB hex colour: for what is painted and not lit."""
    want = np.array(linear(colour))
    x = want.copy()
    for _ in range(60):
        shown = linear_of(film(x[None, :], exposure)[0])
        x = np.clip(x * (want + 2e-4) / (shown + 2e-4), 1e-5, 8)
    return (*x, 1)


def eight_bits(image, seed=0):
    """Quantises sRGB 0..1 with triangular dither of one step, against banding."""
    rng = np.random.default_rng(seed)
    noise = rng.random(image.shape) - rng.random(image.shape)
    return np.clip(np.round(image * 255 + 0.5 * noise), 0, 255).astype(np.uint8)
