"""Heat over a photo: where it is strong, the photo takes the colours of heat; elsewhere it stays to be recognised."""

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.inside.colours import inferno

STRONGEST_OPACITY = 0.6
"""Of the colour where heat is 1; it falls with the strength."""
DRAINED = 0.5
"""How much of the photo's own colour goes, so that colour on it means heat."""


def heat_over(pixels: NDArray[np.uint8], heat: NDArray[np.floating], size_px: int) -> NDArray[np.uint8]:
    """The photo under its heat, its longer side `size_px` long: height x width x 3.

    `pixels` is the photo, height x width x 3; `heat` is (rows, columns) of any size, 0 to 1, and is stretched over the
    whole photo, smoothly. Values beyond that range take its nearest end, NaN counts as no heat. Raises ValueError for
    arrays of other shapes.
    """
    if pixels.ndim != 3 or pixels.shape[2] != 3 or not pixels.size:
        raise ValueError(f"a photo is height x width x 3, got {pixels.shape}")
    if heat.ndim != 2 or not heat.size:
        raise ValueError(f"heat has rows and columns, got {heat.shape}")
    height, width = pixels.shape[:2]
    scale = size_px / max(height, width)
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    photo = Image.fromarray(pixels).resize(size, Image.Resampling.BICUBIC)
    drained = Image.blend(photo, photo.convert("L").convert("RGB"), DRAINED)
    strength = _stretched(heat, size)
    colours = Image.fromarray(inferno()[(strength * 255 + 0.5).astype(np.uint8)])
    opacity = Image.fromarray((strength * (STRONGEST_OPACITY * 255) + 0.5).astype(np.uint8))
    # Pillow mixes bytes in place; the same in numpy takes nearly twice as long.
    return np.asarray(Image.composite(colours, drained, opacity))


def _stretched(heat: NDArray[np.floating], size: tuple[int, int]) -> NDArray[np.float32]:
    """Heat as large as the picture, (width, height), within 0 and 1."""
    clean = np.clip(np.nan_to_num(heat.astype(np.float32), nan=0.0), 0.0, 1.0)
    # Cubic, because straight lines between few cells would show as a grid; it swings beyond both ends.
    large = Image.fromarray(clean).resize(size, Image.Resampling.BICUBIC)
    return np.clip(np.asarray(large, np.float32), 0.0, 1.0)
