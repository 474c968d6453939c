"""Curves as a picture in a file: PNG at twice the size, or SVG, whose lines and letters stay lines and letters."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QRect, QRectF, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from core.errors import StorageError, storage_error
from core.files import replacing
from core.words import say
from gui import theme

if TYPE_CHECKING:
    from gui.widgets.training.curve_plot import CurvePlot

PADDING_PX = 16
GAP_PX = 28
_RATIO = 2
_CSS_DPI = 96


def save_plots(path: Path, plots: Sequence[CurvePlot]) -> None:
    """Write plots side by side as they are seen (zoom, options, further runs; no crosshair) to a .png or .svg file, on
    the theme's surface. Raises StorageError for another ending, or when the file cannot be written."""
    match path.suffix.lower():
        case ".png":
            data = _as_png(plots)
        case ".svg":
            data = _as_svg(plots)
        case ending:
            raise StorageError(
                say("Curves are saved as a picture in .png or .svg, not in “{ending}”.", ending=ending or path.name),
                say("Choose a name that ends in .png or .svg."),
            )
    try:
        with replacing(path) as temporary:
            temporary.write_bytes(data)
    except OSError as error:
        raise storage_error(error, say("The curves cannot be saved as {path}.", path=path)) from error


def _size(plots: Sequence[CurvePlot]) -> QSize:
    width = sum(plot.width() for plot in plots) + GAP_PX * (len(plots) - 1)
    return QSize(width + 2 * PADDING_PX, max(plot.height() for plot in plots) + 2 * PADDING_PX)


def _paint(painter: QPainter, plots: Sequence[CurvePlot]) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(QRect(0, 0, _size(plots).width(), _size(plots).height()), theme.colour(theme.current().surface))
    left = float(PADDING_PX)
    for plot in plots:
        plot.paint(painter, QRectF(left, PADDING_PX, plot.width(), plot.height()))
        left += plot.width() + GAP_PX


def _as_png(plots: Sequence[CurvePlot]) -> bytes:
    image = QImage(_size(plots) * _RATIO, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_RATIO)
    with QPainter(image) as painter:
        _paint(painter, plots)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs know file names alone
    return bytes(buffer.data().data())


def _as_svg(plots: Sequence[CurvePlot]) -> bytes:
    buffer, size = QBuffer(), _size(plots)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setResolution(_CSS_DPI)
    generator.setSize(size)
    generator.setViewBox(QRect(0, 0, size.width(), size.height()))
    generator.setTitle(", ".join(plot.title for plot in plots))
    generator.setDescription("; ".join(plot.accessibleDescription() for plot in plots))
    with QPainter(generator) as painter:
        _paint(painter, plots)
    return bytes(buffer.data().data())
