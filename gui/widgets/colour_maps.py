"""The way from an array to a picture on screen. The colours themselves are core's."""

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPen, QPixmap

from core.inside.colours import (
    NOT_A_NUMBER,
    Rgb,
    colourise,
    diverging,
    inferno,
    limits,
    symmetric_limits,
    viridis,
)
from core.numerals import number
from gui import theme

__all__ = [
    "NOT_A_NUMBER",
    "Rgb",
    "colourise",
    "diverging",
    "draw_ring",
    "inferno",
    "limits",
    "reading",
    "symmetric_limits",
    "thumbnail",
    "to_image",
    "viridis",
]


def to_image(rgb: Rgb) -> QImage:
    """A picture that owns its pixels: the array may change or go away."""
    height, width = rgb.shape[:2]
    pixels = np.ascontiguousarray(rgb)
    wrapped = QImage(pixels.data, width, height, 3 * width, QImage.Format.Format_RGB888)
    return wrapped.convertToFormat(QImage.Format.Format_RGB32)


def thumbnail(image: QImage, box: QSize, ratio: float) -> QPixmap:
    """The picture as large as fits into the box, sharp cells when enlarged, smooth when shrunk.

    `ratio` is the screen's device pixel ratio, so that a 2x screen gets its own pixels.
    """
    if image.isNull():
        return QPixmap()
    target = image.size().scaled(box * ratio, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))
    enlarged = target.width() >= image.width()
    how = Qt.TransformationMode.FastTransformation if enlarged else Qt.TransformationMode.SmoothTransformation
    pixmap = QPixmap.fromImage(image.scaled(target, Qt.AspectRatioMode.IgnoreAspectRatio, how))
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def draw_ring(painter: QPainter, picture: QRectF, token: str, radius: float = 1.0, width: float = 2.0) -> None:
    """The ring of a chosen picture, two pixels off it."""
    off = 2 + width / 2
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour(token), width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(picture.adjusted(-off, -off, off, off), radius, radius)
    painter.restore()


def reading(value: float) -> str:
    """A value of a layer as people read it: two decimals, more only where two would hide a small one."""
    size = abs(value)
    if not np.isfinite(size) or size == 0 or size >= 0.095:
        return number(value, 2 if size < 100 else 0)
    return number(value, 3 if size >= 0.0095 else 4 if size >= 0.00095 else 6)
