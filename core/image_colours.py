"""Decoded pixels of any mode -> 8-bit RGB that keeps what the file shows.

`Image.convert("RGB")` alone clips 16-bit grey and float pictures to white and drops transparency.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFile

WHITE = (255, 255, 255)
BLACK = (0, 0, 0)

# Pixels converted at a time. Bounds the memory of a conversion whatever the picture's size:
# 2**20 pixels are 8 MB as float64.
BAND_PIXELS = 2**20

# PNG's raw modes of shallow grey, and what Pillow multiplies their values by.
_GREY_STEPS = {"L;2": 85, "L;4": 17}

_WHITE_IS_ZERO = 0
_TIFF_BITS_PER_SAMPLE = 258
_TIFF_PHOTOMETRIC = 262


@dataclass(frozen=True)
class GreyRange:
    """The values of a grey picture deeper than 8 bits that become black and white."""

    black: float
    white: float

    def to_uint8(self, values: NDArray[np.float64]) -> NDArray[np.uint8]:
        """Any shape -> the same shape, 0-255. Infinities are clipped, NaN is black."""
        shares = (values - self.black) / (self.white - self.black)
        shares = np.nan_to_num(np.clip(shares, 0.0, 1.0), copy=False, nan=0.0)
        return np.rint(shares * 255.0).astype(np.uint8)

    def keeps_apart(self, lowest: float, highest: float) -> bool:
        """Whether values that differ in the file still differ after scaling."""
        ends = self.to_uint8(np.array([lowest, highest]))
        return bool(ends[0] != ends[1])


@dataclass(frozen=True)
class Deep:
    """How to read a grey picture deeper than 8 bits: its range, and the value that stands for transparent."""

    range: GreyRange
    transparent: float | None


def is_deep(picture: Image.Image) -> bool:
    """Whether the picture is grey with more than 8 bits: unsigned 16 bits, signed 32 bits, or float."""
    return picture.mode.startswith("I") or picture.mode == "F"


def declared_range(picture: Image.Image) -> tuple[float, float] | None:
    """The (black, white) that the file itself declares for a deep grey picture, before its pixels are loaded.

    12-bit TIFF: 0-4095 by its bits per sample. Other unsigned 16-bit pictures, and PGM, which Pillow
    scales to 16 bits: 0-65535. TIFF that says "white is zero" comes the other way round. None for
    float and 32-bit pictures, which declare nothing.
    """
    if picture.mode.startswith("I;16") or (picture.mode == "I" and picture.format in ("PPM", "PNG")):
        tags = getattr(picture, "tag_v2", {})
        bits = tags.get(_TIFF_BITS_PER_SAMPLE, (16,))[0]
        white = float(2 ** (bits if 8 < bits < 16 else 16) - 1)
        return (white, 0.0) if tags.get(_TIFF_PHOTOMETRIC) == _WHITE_IS_ZERO else (0.0, white)
    return None


def mend_transparency(picture: ImageFile.ImageFile) -> None:
    """Bring PNG's transparent colour to the 8 bits of the pixels, before they are loaded.

    Pillow widens 2- and 4-bit grey and narrows 16-bit RGB, but leaves the transparent colour in the
    file's own depth, where no pixel would ever match it.
    """
    colour = picture.info.get("transparency")
    rawmode = picture.tile[0].args if picture.format == "PNG" and picture.tile else None
    if isinstance(colour, int) and rawmode in _GREY_STEPS:
        picture.info["transparency"] = colour * _GREY_STEPS[rawmode]
    elif isinstance(colour, tuple) and rawmode == "RGB;16B":
        picture.info["transparency"] = tuple(channel >> 8 for channel in colour)


def _grey_range(picture: Image.Image, declared: tuple[float, float] | None) -> GreyRange:
    """What becomes black and white in a deep grey picture.

    The declared range where there is one. Otherwise by the finite values found: within 0-1, that;
    within 0-255, that; else from the lowest to the highest. A range that would make a varied picture flat
    (a 16-bit scan that uses the lowest hundred values) is given up for lowest to highest.
    """
    lowest, highest = _extremes(picture)
    if declared is not None:
        chosen = GreyRange(*declared)
    elif lowest < 0 or highest > 255:
        chosen = GreyRange(lowest, highest) if lowest < highest else GreyRange(0, 255)
    else:
        chosen = GreyRange(0, 1 if picture.mode == "F" and highest <= 1 else 255)
    if lowest < highest and not chosen.keeps_apart(lowest, highest):
        inverted = chosen.black > chosen.white
        return GreyRange(highest, lowest) if inverted else GreyRange(lowest, highest)
    return chosen


def _extremes(picture: Image.Image) -> tuple[float, float]:
    """The lowest and highest finite value of a deep grey picture; 0 and 0 where none is finite."""
    lowest, highest = np.inf, -np.inf
    for _, band in _bands(picture, 1, (0, 0, *picture.size)):
        values = np.asarray(band)
        finite = values[np.isfinite(values)] if values.dtype.kind == "f" else values
        if finite.size:
            lowest, highest = min(lowest, float(finite.min())), max(highest, float(finite.max()))
    return (lowest, highest) if lowest <= highest else (0.0, 0.0)


def _bands(picture: Image.Image, multiple: int, box: tuple[int, int, int, int]) -> Iterator[tuple[int, Image.Image]]:
    """The picture's part `box` in horizontal bands (top row within the part, band) of a multiple of `multiple` rows,
    the last one shorter."""
    left, top, right, bottom = box
    rows = max(1, BAND_PIXELS // (right - left) // multiple) * multiple
    if rows >= picture.height and box == (0, 0, *picture.size):
        yield 0, picture
        return
    for row in range(top, bottom, rows):
        yield row - top, picture.crop((left, row, right, min(row + rows, bottom)))


def _deep_to_rgb(band: Image.Image, deep: Deep, paper: tuple[int, int, int]) -> Image.Image:
    values = np.asarray(band).astype(np.float64)
    grey = deep.range.to_uint8(values)
    if deep.transparent is not None:
        # Grey tRNS pictures are composited on white or black, so the paper's first channel says it all.
        grey[values == deep.transparent] = paper[0]
    return Image.fromarray(grey).convert("RGB")


def _shallow_to_rgb(band: Image.Image, paper: tuple[int, int, int]) -> Image.Image:
    if not band.has_transparency_data:
        return band if band.mode == "RGB" else band.convert("RGB")
    if band.mode == "La":
        band = band.convert("LA")
    page = Image.new("RGB", band.size, paper)
    rgba = band if band.mode == "RGBA" else band.convert("RGBA")
    page.paste(rgba, mask=rgba)
    return page


def _converter(picture: Image.Image, declared: tuple[float, float] | None) -> Callable[..., Image.Image]:
    if not is_deep(picture):
        return _shallow_to_rgb
    transparent = picture.info.get("transparency")
    deep = Deep(_grey_range(picture, declared), float(transparent) if isinstance(transparent, int) else None)
    return lambda band, paper: _deep_to_rgb(band, deep, paper)


def to_rgb(
    picture: Image.Image,
    declared: tuple[float, float] | None = None,
    shrink: tuple[int, int] = (1, 1),
    box: tuple[int, int, int, int] | None = None,
) -> NDArray[np.uint8]:
    """A loaded picture of any mode as RGB, each side divided by `shrink` (x, y) on the way.

    Transparency is laid on white; on black where white would leave nothing to see (a white drawing on a
    transparent page). Shrinking averages whole blocks, the last ones of a row or column being smaller.
    Gives height x width x 3, uint8, C-contiguous. `declared` is what `declared_range` said. `box` (left, top,
    right, bottom) is the part wanted, the greys of the whole deciding what is black and white.
    """
    convert = _converter(picture, declared)
    part = (0, 0, *picture.size) if box is None else box
    pixels = _convert_bands(picture, convert, WHITE, shrink, part)
    if picture.has_transparency_data and pixels.min() == 255:
        # What shows on black is white or grey here, so one channel's range tells whether it varies.
        on_black = _convert_bands(picture, convert, BLACK, shrink, part)
        if on_black.min() != on_black.max():
            return on_black
    return pixels


def _convert_bands(
    picture: Image.Image,
    convert: Callable[..., Image.Image],
    paper: tuple[int, int, int],
    shrink: tuple[int, int],
    box: tuple[int, int, int, int],
) -> NDArray[np.uint8]:
    across, down = shrink
    left, top, right, bottom = box
    pixels = np.empty((-(-(bottom - top) // down), -(-(right - left) // across), 3), np.uint8)
    for row, band in _bands(picture, down, box):
        rgb = convert(band, paper)
        if shrink != (1, 1):
            rgb = rgb.reduce(shrink)
        pixels[row // down : row // down + rgb.height] = np.asarray(rgb)
    return pixels
