"""Arrays of pictures as 8-bit pixels, whatever numbers they are kept as. Light."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import prod
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.control import Control
from core.pictures.arrays.kinds import Array
from core.pictures.arrays.rows import Rows
from core.pictures.arrays.unusable import Unusable, refusing
from core.words import say

# One picture, in whatever numbers: 2048 x 2048 pixels of three 8-byte numbers.
MAX_PICTURE_BYTES = 101_000_000
CHANNELS = (1, 3, 4)
# What resampling leaves beyond the ends of a range, as a share of it.
_OVERSHOOT = 1e-3


@dataclass(frozen=True)
class Scale:
    """How numbers become values from 0 to 255: (number + offset) x factor, rounded."""

    offset: float = 0.0
    factor: float = 1.0

    def bytes_of(self, block: Array) -> NDArray[np.uint8]:
        """The values of some pictures."""
        if block.dtype == np.uint8:
            return block
        if block.dtype.kind in "iu" and (self.offset, self.factor) == (0, 1):
            return block.astype(np.uint8)
        values = (block.astype(np.float32) + np.float32(self.offset)) * np.float32(self.factor)
        return np.clip(np.rint(values, out=values), 0, 255, out=values).astype(np.uint8)


@dataclass(frozen=True, eq=False)
class Pictures:
    """Pictures of one array, in order. `channels` is 1 (grey), 3 (RGB) or 4 (with transparency)."""

    source: Path
    rows: Rows
    scale: Scale
    height: int
    width: int
    channels: int
    channels_first: bool

    def __len__(self) -> int:
        """How many."""
        return self.rows.shape[0]

    @property
    def byte_count(self) -> int:
        """How many bytes the pixels take, 8 bits each."""
        return len(self) * self.height * self.width * self.channels

    def blocks(self) -> Iterator[NDArray[np.uint8]]:
        """All pictures, some at a time: n x height x width x channels, 0-255.

        May be called again. Raises DatasetError for damage that comes to light only when the pixels are read.
        """
        with refusing(self.source):
            for block in self.rows.blocks():
                values = self.scale.bytes_of(block)
                if self.channels_first:
                    values = values.transpose(0, 2, 3, 1)
                yield values.reshape(len(values), self.height, self.width, self.channels)


def pictures_in(source: Path, arrays: Sequence[Rows], control: Control) -> list[Pictures]:
    """Arrays of pictures with the scale that they share; all but bytes are gone through for their range.

    The range decides: whole numbers up to 255 are taken as they are, larger ones up to 65535 as 16 bits; 0 to 1 (and
    truth values) and -1 to 1 are stretched to 0 to 255. Numbers that are all 256ths, as the tutorial divides, come
    back to the byte that they were. Raises Unusable, OSError, Stopped.
    """
    layouts = [_layout(each) for each in arrays]
    others = [each for each in arrays if each.dtype != np.uint8]
    kinds = {each.dtype.kind for each in others}
    scales = {kind: _scale([each for each in others if each.dtype.kind == kind], control) for kind in kinds}
    return [
        Pictures(source, rows, Scale() if rows.dtype == np.uint8 else scales[rows.dtype.kind], *layout)
        for rows, layout in zip(arrays, layouts, strict=True)
    ]


def _layout(rows: Rows) -> tuple[int, int, int, bool]:
    """Height, width, channels, and whether the channels come first."""
    shape = rows.shape
    if rows.dtype.kind not in "biuf":
        raise Unusable(say("its pictures are text, not numbers."))
    if len(shape) == 3:
        found = (shape[1], shape[2], 1, False)
    elif len(shape) == 4 and shape[3] in CHANNELS:
        found = (shape[1], shape[2], shape[3], False)
    elif len(shape) == 4 and shape[1] in CHANNELS:
        found = (shape[2], shape[3], shape[1], True)
    else:
        raise Unusable(
            say("its pictures have the shape {shape}.", shape=" × ".join(f"{each:,}" for each in shape)),
            say("Pictures are number × height × width × 3 (or 1 for grey, or 4 with transparency)."),
        )
    if min(found[:2]) < 1 or rows.dtype.itemsize * prod(shape[1:]) > MAX_PICTURE_BYTES:
        raise Unusable(
            say("its pictures are of {width:,} × {height:,} pixels.", width=found[1], height=found[0]),
            say("Resize them to the size to train with, 100 × 100 for example."),
        )
    return found


def _scale(arrays: Sequence[Rows], control: Control) -> Scale:
    low, high, is_256ths = np.inf, -np.inf, True
    for block in (block for rows in arrays for block in rows.blocks()):
        control.check()
        if not block.size:
            continue
        least, most = float(block.min()), float(block.max())
        if not (np.isfinite(least) and np.isfinite(most)):
            raise Unusable(
                say("its pixels are not all numbers (NaN or infinity)."), say("Replace them, then save it anew.")
            )
        low, high = min(low, least), max(high, most)
        if is_256ths and low >= 0 and high <= 1:
            is_256ths = bool((np.ldexp(block.astype(np.float64), 8) % 1 == 0).all())
    is_whole = arrays[0].dtype.kind != "f"
    if low >= 0 and high <= 1 + _OVERSHOOT:
        return Scale(0, 256 if is_256ths and not is_whole else 255)
    if low >= -255 * _OVERSHOOT and high <= 255 * (1 + _OVERSHOOT):
        return Scale()
    if low >= 0 and high <= 65535 and is_whole:
        return Scale(0, 255 / 65535)
    if low >= -1 - _OVERSHOOT and high <= 1 + _OVERSHOOT:
        return Scale(1, 127.5)
    if low > high:
        return Scale()  # no pixel at all
    raise Unusable(
        say("its pixels reach from {low:g} to {high:g}.", low=low, high=high),
        say("Save them as numbers from 0 to 255, or from 0 to 1."),
    )
