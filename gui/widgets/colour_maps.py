"""Arrays as colours: the maps of activations, heat and weights, and the way from an array to a picture on screen."""

from functools import cache

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPen, QPixmap

from core.numerals import number
from gui import theme

Rgb = npt.NDArray[np.uint8]

NOT_A_NUMBER = (128, 128, 128)
"""Neither end of any map, and a colour that none of the three contains."""


@cache
def viridis() -> Rgb:
    """256 colours for activations, dark to bright."""
    return _table("viridis")


@cache
def inferno() -> Rgb:
    """256 colours for heat over a photo, black to pale yellow."""
    return _table("inferno")


@cache
def diverging() -> Rgb:
    """256 colours for signed weights, blue over white to red."""
    return _table("CET-D1")


def limits(values: npt.NDArray[np.floating]) -> tuple[float, float]:
    """Lowest and highest of the finite values; (0, 0) where there is none."""
    if not values.size:
        return 0.0, 0.0
    low, high = float(values.min()), float(values.max())
    if np.isfinite(low) and np.isfinite(high):
        return low, high
    finite = values[np.isfinite(values)]
    return (float(finite.min()), float(finite.max())) if finite.size else (0.0, 0.0)


def symmetric_limits(values: npt.NDArray[np.floating]) -> tuple[float, float]:
    """Limits that put zero in the middle of a diverging map, also when every value is zero."""
    reach = max(map(abs, limits(values))) or 1.0
    return -reach, reach


def colourise(values: npt.NDArray[np.floating], low: float, high: float, table: Rgb) -> Rgb:
    """The values as contiguous RGB, `low` in the first colour of the table and `high` in the last.

    What lies outside takes the nearest end, NaN a neutral grey. Where `low` is `high` nothing stands
    out, and everything takes the first colour.
    """
    span = float(high) - float(low)
    if not (np.isfinite(span) and span > 0):
        low, span = float(np.nan_to_num(low)), 1.0
        values = np.where(np.isnan(values), values, low)
    # A diverging network overflows float32 and holds infinities; both end at the nearest colour.
    with np.errstate(all="ignore"):
        place = (values - np.float64(low)) / span * 255.0 + 0.5
    missing = np.isnan(place)
    any_missing = bool(missing.any())
    if any_missing:
        place[missing] = 0.0
    np.clip(place, 0.0, 255.0, out=place)
    rgb: Rgb = np.take(table, place.astype(np.uint8), axis=0)
    if any_missing:
        rgb[missing] = NOT_A_NUMBER
    return rgb


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


def _table(name: str) -> Rgb:
    # Imported late: pyqtgraph takes a third of a second that the start of the window has better uses for.
    import pyqtgraph

    table: Rgb = np.ascontiguousarray(pyqtgraph.colormap.get(name).getLookupTable(nPts=256), dtype=np.uint8)[:, :3]
    table.setflags(write=False)
    return table
