"""Heat of the square that a network takes, laid out over the whole photo that the square was made of."""

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.framing import ResizeMode

_LONGER_SIDE = 96
"""Cells: finer than any layer that heat comes from, coarse enough to cost nothing."""


def heat_in_photo(heat: NDArray[np.float32], mode: ResizeMode, height: int, width: int) -> NDArray[np.float32]:
    """Heat (rows, columns), 0 to 1, of a photo of this height and width (px) as `mode` made it square, for the whole
    photo: what the network did not see has none, and what lay beside the photo is left out. Raises ValueError for a
    photo without pixels."""
    if height < 1 or width < 1:
        raise ValueError(f"a photo has pixels, got {height} x {width}")
    if mode == "stretch" or height == width:
        return heat
    short, long = min(height, width), max(height, width)
    part = max(1, round(_LONGER_SIDE * short / long))
    side = part if mode == "crop" else _LONGER_SIDE
    square = Image.fromarray(np.asarray(heat, np.float32)).resize((side, side), Image.Resampling.BICUBIC)
    values = np.clip(np.asarray(square, np.float32), 0.0, 1.0)
    begin = (_LONGER_SIDE - part) // 2
    if mode == "crop":
        beside = (begin, _LONGER_SIDE - part - begin)
        return np.pad(values, ((0, 0), beside) if width > height else (beside, (0, 0)))
    return values[begin : begin + part] if width > height else values[:, begin : begin + part]
