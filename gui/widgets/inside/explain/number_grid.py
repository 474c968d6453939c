"""A small table of numbers on coloured cells: a patch, a kernel, a window, a mask."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from core.inside.colours import Rgb
from gui import theme
from gui.widgets.inside.explain.painting import MIDDLE, draw_in, ink_on

Mask = npt.NDArray[np.bool_]
Place = tuple[int, int]
_INSET = 2


@dataclass(frozen=True)
class NumberGrid:
    """What stands in the cells. `texts` are row by row (None: colours alone); `fills` (rows, columns, 3) or None for
    the card's own ground; `hatched` cells lie outside of the input; `crossed` ones are cut."""

    rows: int
    columns: int
    texts: list[str] | None = None
    fills: Rgb | None = None
    hatched: Mask | None = None
    crossed: Mask | None = None


def cell_rect(origin: QPointF, cell: tuple[float, float], place: Place) -> QRectF:
    """Where a cell is, for cells of (width, height) from `origin` on."""
    width, height = cell
    return QRectF(origin.x() + place[1] * width, origin.y() + place[0] * height, width, height)


def place_at(point: QPointF, origin: QPointF, cell: tuple[float, float], shape: Place) -> Place | None:
    """The cell under a point."""
    row, column = int((point.y() - origin.y()) // cell[1]), int((point.x() - origin.x()) // cell[0])
    return (row, column) if 0 <= row < shape[0] and 0 <= column < shape[1] else None


def paint_grid(painter: QPainter, origin: QPointF, cell: tuple[float, float], grid: NumberGrid) -> None:
    """Paint it with cells of (width, height)."""
    colours = theme.current()
    for row in range(grid.rows):
        for column in range(grid.columns):
            _paint_cell(painter, cell_rect(origin, cell, (row, column)), grid, (row, column))
    pen = QPen(theme.colour(colours.edge if grid.fills is not None else colours.line), 1)
    painter.setPen(pen)
    width, height = cell[0] * grid.columns, cell[1] * grid.rows
    left, top = origin.x(), origin.y()
    for row in range(grid.rows + 1):
        y = top + row * cell[1]
        painter.drawLine(QPointF(left, y), QPointF(left + width, y))
    for column in range(grid.columns + 1):
        x = left + column * cell[0]
        painter.drawLine(QPointF(x, top), QPointF(x, top + height))


def paint_mark(painter: QPainter, rect: QRectF, strong: bool = True) -> None:
    """The ring around a chosen cell (strong), or around the one under the pointer."""
    colours = theme.current()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if strong:
        painter.setPen(QPen(theme.colour(colours.surface), 4))
        painter.drawRect(rect)
    painter.setPen(QPen(theme.colour(colours.accent), 2))
    painter.drawRect(rect)


def _paint_cell(painter: QPainter, rect: QRectF, grid: NumberGrid, place: Place) -> None:
    colours = theme.current()
    ink = QColor(colours.text)
    if grid.hatched is not None and grid.hatched[place]:
        painter.fillRect(rect, theme.colour(colours.sunken))
        painter.fillRect(rect, QBrush(theme.colour(colours.edge), Qt.BrushStyle.BDiagPattern))
    elif grid.fills is not None:
        fill = grid.fills[place]
        painter.fillRect(rect, QColor(*(int(part) for part in fill)))
        ink = ink_on(fill)
    if grid.texts is not None:
        text = grid.texts[place[0] * grid.columns + place[1]]
        draw_in(painter, rect.adjusted(_INSET, 0, -_INSET, 0), text, "small", ink, MIDDLE)
    if grid.crossed is not None and grid.crossed[place]:
        painter.setPen(QPen(theme.colour(colours.second), 1.2))
        painter.drawLine(rect.topLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomLeft())
