"""A layer's output as a picture to print or to keep: its channels side by side, or a vector as bars or cells. Light."""

import math
from functools import cache

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from core.inside.colours import colourise, limits, viridis
from core.inside.rounding import reading
from core.numerals import MINUS

Values = NDArray[np.floating]

_WHITE, _INK, _PALE = (255, 255, 255), (34, 34, 34), (110, 110, 110)
_MARGIN_PX, _GAP_PX, _TEXT_PX, _LINE_PX = 24, 14, 12, 18
# A channel is drawn about as large, in whole pixels per value.
_TILE_PX = 104
_BAR_PX, _BAR_WIDTH_PX = 14, 240
# Up to so many values are bars with their numbers beside them, more are a field of cells.
_MOST_BARS = 40
_BAR_LENGTH_PX, _BAR_LABEL_PX = 320, 64
_FIELD_WIDTH_PX = 900
_SMALLEST_CELL_PX, _LARGEST_CELL_PX = 4, 24


def draw_grid(values: Values, common_scale: bool = False, cell_px: int | None = None) -> Image.Image:
    """The output of a layer as an RGB picture on white.

    (rows, columns, channels) become a grid of channels, each with its number (from 0) and its range, and each coloured
    from its own lowest to its own highest value, or all on a `common_scale`; (values,) become bars or, where they are
    many, a field of cells, counted line by line. Two axes count as one channel. `cell_px` is the side of one value;
    None finds one that fits. What is no number is grey.
    """
    if values.ndim < 2:
        vector = values.reshape(-1)
        return _bars(vector) if len(vector) <= _MOST_BARS else _field(vector, cell_px)
    channels = values.reshape(*values.shape[:2], -1)
    return _grid(channels, common_scale, cell_px or max(1, round(_TILE_PX / max(channels.shape[:2]))))


def _grid(values: Values, common_scale: bool, cell_px: int) -> Image.Image:
    height, width, count = values.shape
    across = _columns(count)
    down = math.ceil(count / across)
    common_scale = common_scale or height == width == 1
    ranges = [limits(values[:, :, channel]) for channel in range(count)]
    labels = [_text(low) if low == high else f"{_text(low)} … {_text(high)}" for low, high in ranges]
    label_px = max(math.ceil(_font().getlength(f"{count}  {label}")) for label in labels)
    slot_width, slot_height = max(width * cell_px, _TILE_PX, label_px), height * cell_px + _LINE_PX
    grid_width = across * (slot_width + _GAP_PX) - _GAP_PX
    picture, draw = _sheet(max(grid_width, _BAR_WIDTH_PX), _LINE_PX + _BAR_PX + (down * (slot_height + _GAP_PX)))
    whole = limits(values)
    _colour_bar(picture, draw, *((_text(each) for each in whole) if common_scale else ("min", "max")))
    top = _MARGIN_PX + _BAR_PX + _LINE_PX + _GAP_PX
    for channel in range(count):
        x = _MARGIN_PX + channel % across * (slot_width + _GAP_PX)
        y = top + channel // across * (slot_height + _GAP_PX)
        draw.text((x, y), str(channel), _INK, _font())
        draw.text((x + slot_width, y), labels[channel], _PALE, _font(), anchor="ra")
        scale = whole if common_scale else ranges[channel]
        picture.paste(_enlarged(values[:, :, channel], scale, cell_px), (x, y + _LINE_PX))
    return picture


def _bars(values: Values) -> Image.Image:
    """A line for each value: its number, the bar from zero, and the value."""
    low, high = limits(values)
    low, high = min(low, 0.0), max(high, 0.0)
    length = (high - low) or 1.0
    line = _LINE_PX + 4
    picture, draw = _sheet(2 * _BAR_LABEL_PX + _BAR_LENGTH_PX, line * len(values))
    left = _MARGIN_PX + _BAR_LABEL_PX
    zero = left + _BAR_LENGTH_PX * -low / length
    for index, value in enumerate(values.tolist()):
        middle = _MARGIN_PX + line * index + line // 2
        draw.text((left - 12, middle), str(index), _PALE, _font(), anchor="rm")
        if math.isfinite(value):
            end = left + _BAR_LENGTH_PX * (value - low) / length
            draw.rectangle((min(zero, end), middle - 6, max(zero, end), middle + 6), tuple(viridis()[110].tolist()))
        draw.text((left + _BAR_LENGTH_PX + 12, middle), _text(value), _INK, _font(), anchor="lm")
    draw.line((zero, _MARGIN_PX, zero, _MARGIN_PX + line * len(values)), _PALE)
    return picture


def _field(values: Values, cell_px: int | None) -> Image.Image:
    """Cells from left to right, line after line, with the number of the first cell before a line."""
    fitting = math.isqrt(_FIELD_WIDTH_PX * _FIELD_WIDTH_PX // 2 // len(values))
    cell = cell_px or min(max(fitting, _SMALLEST_CELL_PX), _LARGEST_CELL_PX)
    across = min(len(values), max(1, _FIELD_WIDTH_PX // cell // 10 * 10))
    down = math.ceil(len(values) / across)
    label_px = math.ceil(_font().getlength(str(across * (down - 1)))) + 10
    top = _MARGIN_PX + _BAR_PX + _LINE_PX + _GAP_PX
    picture, draw = _sheet(label_px + across * cell, _BAR_PX + _LINE_PX + _GAP_PX + down * cell)
    low, high = limits(values)
    _colour_bar(picture, draw, _text(low), _text(high))
    padded = np.full(across * down, np.nan)
    padded[: len(values)] = values
    field = _enlarged(padded.reshape(down, across), (low, high), cell)
    beyond = len(values) - across * (down - 1)
    ImageDraw.Draw(field).rectangle((beyond * cell, (down - 1) * cell, across * cell, down * cell), _WHITE)
    picture.paste(field, (_MARGIN_PX + label_px, top))
    step = math.ceil(_LINE_PX / cell)
    for row in range(0, down, step):
        place = (_MARGIN_PX + label_px - 10, top + row * cell)
        draw.text(place, str(row * across), _PALE, _font(), anchor="ra")
    return picture


def _columns(count: int) -> int:
    """So many that the grid is somewhat wider than high, and full where a number nearby makes it so."""
    least = math.ceil(math.sqrt(1.5 * count))
    return next((each for each in range(least, int(least * 1.6) + 1) if count % each == 0), least)


def _sheet(width: int, height: int) -> tuple[Image.Image, ImageDraw.ImageDraw]:
    picture = Image.new("RGB", (width + 2 * _MARGIN_PX, height + 2 * _MARGIN_PX), _WHITE)
    return picture, ImageDraw.Draw(picture)


def _colour_bar(picture: Image.Image, draw: ImageDraw.ImageDraw, low: str, high: str) -> None:
    ramp = np.linspace(0, 1, _BAR_WIDTH_PX)[None].repeat(_BAR_PX, axis=0)
    picture.paste(Image.fromarray(colourise(ramp, 0, 1, viridis())), (_MARGIN_PX, _MARGIN_PX))
    below = _MARGIN_PX + _BAR_PX + 3
    draw.text((_MARGIN_PX, below), low, _INK, _font())
    draw.text((_MARGIN_PX + _BAR_WIDTH_PX, below), high, _INK, _font(), anchor="ra")


def _enlarged(values: Values, scale: tuple[float, float], cell_px: int) -> Image.Image:
    cells = colourise(values, *scale, viridis())
    return Image.fromarray(cells.repeat(cell_px, axis=0).repeat(cell_px, axis=1))


def _text(value: float) -> str:
    # Pillow's own font knows little beyond ASCII: no minus sign, no raised digits, no infinity.
    text = reading(value).replace(MINUS, "-")
    return text if text.isascii() else f"{value:.1e}"


@cache
def _font() -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    return ImageFont.load_default(_TEXT_PX)
