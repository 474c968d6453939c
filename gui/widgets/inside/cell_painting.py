"""Marks over the cells of a layer's picture: the chosen one, a window of several, and the numbers inside."""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPen

from gui import theme
from gui.widgets.colour_maps import Rgb, reading

CELL_WITH_NUMBER_PX = 34
"""A cell as wide as this has room for its number."""
MARK_PX = 8
"""The mark of a cell that is smaller than this."""
BAR_PX = 10
BAR_ROOM_PX = 55
"""The bar, its words, and what parts them from the pictures."""

_DARK = np.array([0.299, 0.587, 0.114])


def draw_frame(painter: QPainter, rect: QRectF, width: float = 1.5) -> None:
    """A frame around `rect`, white inside black: it stands out from every colour, in both themes."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, off, line in (("black", 1.5 * width, width), ("white", width / 2, width)):
        pen = QPen(QColor(colour), line)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.drawRect(rect.adjusted(-off, -off, off, off))
    painter.restore()


def mark(cell: QRect, picture: QRect) -> QRectF:
    """What a mark of a cell frames: the cell, or around one that is too small to be seen, pushed into the picture."""
    rect = QRectF(cell)
    grow = max(0.0, MARK_PX - rect.width()) / 2, max(0.0, MARK_PX - rect.height()) / 2
    rect.adjust(-grow[0], -grow[1], grow[0], grow[1])
    if rect.width() <= picture.width():
        rect.moveLeft(min(max(rect.left(), picture.left()), picture.left() + picture.width() - rect.width()))
    if rect.height() <= picture.height():
        rect.moveTop(min(max(rect.top(), picture.top()), picture.top() + picture.height() - rect.height()))
    return rect


def draw_numbers(
    painter: QPainter, cells: Iterator[tuple[QRect, tuple[int, int]]], values: npt.NDArray[np.floating], rgb: Rgb
) -> None:
    """The number of every cell, dark on bright colours and bright on dark ones."""
    painter.save()
    painter.setFont(theme.font("small", tabular=True))
    bright = (rgb @ _DARK) > 140
    for rect, (row, column) in cells:
        painter.setPen(QColor("black") if bright[row, column] else QColor("white"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, reading(float(values[row, column])))
    painter.restore()


def draw_colour_bar(painter: QPainter, bar: QRectF, right: int, table: Rgb, low: str, high: str) -> None:
    """A map from its last colour down to its first, `high` and `low` written beside its ends as far as `right`."""
    gradient = QLinearGradient(bar.bottomLeft(), bar.topLeft())
    for step in range(17):
        gradient.setColorAt(step / 16, QColor(*table[min(255, step * 16)].tolist()))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(gradient)
    painter.drawRoundedRect(bar, 2, 2)
    painter.restore()
    words = QRectF(QPointF(bar.right() + 4, bar.top()), QPointF(right, bar.bottom()))
    painter.setFont(theme.font("small", tabular=True))
    painter.setPen(theme.colour(theme.current().text3))
    painter.drawText(words, int(Qt.AlignmentFlag.AlignTop), high)
    painter.drawText(words, int(Qt.AlignmentFlag.AlignBottom), low)
