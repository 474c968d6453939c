"""What stands for a layer in the strip: its strongest channel, or its vector as bars or cells."""

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPixmap

from gui import theme
from gui.widgets.colour_maps import colourise, limits, thumbnail, to_image, viridis

FEW = 16
"""Vectors up to here are drawn as bars, longer ones as a field of cells."""


def layer_picture(values: npt.NDArray[np.floating], ratio: float) -> QPixmap:
    """A channel (2-D) or a whole vector (1-D) at the size of the layer strip, for a screen of this pixel ratio."""
    side = theme.THUMBNAIL_LAYER
    if values.ndim == 1 and values.size <= FEW:
        return _bars(values, ratio)
    if values.ndim == 1:
        columns = int(np.ceil(np.sqrt(values.size)))
        rows = -(-values.size // columns)
        low = limits(values)[0]
        values = np.append(values, np.full(rows * columns - values.size, low)).reshape(rows, columns)
    picture = to_image(colourise(values, *limits(values), viridis()))
    return thumbnail(picture, QSize(side, side), ratio)


def _bars(values: npt.NDArray[np.floating], ratio: float) -> QPixmap:
    """A short vector as bars, the highest in accent."""
    colours, side = theme.current(), theme.THUMBNAIL_LAYER
    picture = QPixmap(round(side * ratio), round(side * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(theme.colour(colours.sunken))
    finite = np.where(np.isfinite(values), values, 0.0)
    low, high = min(0.0, limits(finite)[0]), max(0.0, limits(finite)[1])
    span = high - low or 1.0
    painter = QPainter(picture)
    pitch = (side - 8) / max(1, values.size)
    zero = 6 + (side - 12) * -low / span
    for index, value in enumerate(finite):
        end = 6 + (side - 12) * (float(value) - low) / span
        strongest = index == int(np.argmax(finite))
        left, width = min(zero, end), max(1.5, abs(end - zero))
        bar = QRectF(left, 4 + index * pitch + pitch * 0.18, width, max(1.0, pitch * 0.64))
        painter.fillRect(bar, theme.colour(colours.accent if strongest else colours.accent_faint))
    painter.end()
    return picture
