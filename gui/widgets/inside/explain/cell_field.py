"""A window of numbers that can be clicked, with large cells; too many of them become a picture."""

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from core.inside.colours import Rgb
from core.inside.explanations import Doubles
from core.inside.rounding import all_digits
from gui import theme
from gui.widgets.colour_maps import to_image
from gui.widgets.inside.explain.number_grid import Mask, NumberGrid, Place, cell_rect, paint_grid, paint_mark, place_at
from gui.widgets.inside.explain.painting import MIDDLE, draw

ROW_PX = 26
_NARROWEST_PX, _WIDEST_PX = 34, 56
_MOST_ROWS = 8
_CAPTION_PX = 18


class CellField(QWidget):
    """Numbers on coloured cells within `width_px`. `cell_clicked` reports (row, column) as they are shown; arrow keys
    and Enter do the same."""

    cell_clicked = Signal(int, int)

    def __init__(self, width_px: int, picture_px: int, clickable: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._width_px, self._picture_px = width_px, picture_px
        self._grid: NumberGrid | None = None
        self._values: Doubles = np.zeros((1, 1))
        self._ringed: Place | None = None
        self._hovered: Place | None = None
        self._tooltip: Callable[[Place], str] | None = None
        self._captions: list[str] = []
        self._clickable = clickable
        self.setMouseTracking(clickable)
        if clickable:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setProperty("ring", "inside")
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_cells(
        self,
        values: Doubles,
        texts: list[str],
        fills: Rgb | None,
        ringed: Place | None = None,
        hatched: Mask | None = None,
        crossed: Mask | None = None,
        tooltip: Callable[[Place], str] | None = None,
        captions: list[str] | None = None,
    ) -> None:
        """Show (rows, columns) of numbers. `ringed` is the cell that matters; `tooltip` says more of one than its
        digits; `captions` stand below the columns."""
        before = self.sizeHint()
        rows, columns = values.shape
        self._values, self._ringed, self._tooltip = values, ringed, tooltip
        self._captions = captions or []
        self._grid = NumberGrid(rows, columns, texts, fills, hatched, crossed)
        if self.sizeHint() != before:
            self._hovered = None
            self.updateGeometry()
        self.update()

    def cell_rect(self, place: Place) -> QRectF:
        """Where a cell is."""
        return cell_rect(self._origin, self._cell, place)

    @property
    def _origin(self) -> QPointF:
        return QPointF(3, 3)

    @property
    def is_picture(self) -> bool:
        """Whether there are too many cells for numbers."""
        grid = self._grid
        return grid is not None and (grid.columns * _NARROWEST_PX > self._width_px or grid.rows > _MOST_ROWS)

    @property
    def _cell(self) -> tuple[float, float]:
        if self._grid is None:
            return (_WIDEST_PX, ROW_PX)
        rows, columns = self._grid.rows, self._grid.columns
        if self.is_picture:
            side = min(self._picture_px / rows, (self._width_px - 6) / columns)
            return side, side
        return float(int(min(_WIDEST_PX, (self._width_px - 6) / columns))), ROW_PX

    def _place_at(self, point: QPointF) -> Place | None:
        if self._grid is None:
            return None
        return place_at(point, self._origin, self._cell, (self._grid.rows, self._grid.columns))

    def _paint_picture(self, painter: QPainter, grid: NumberGrid) -> None:
        width, height = self._cell[0] * grid.columns, self._cell[1] * grid.rows
        fills = grid.fills if grid.fills is not None else np.zeros((grid.rows, grid.columns, 3), np.uint8)
        if grid.crossed is not None:
            fills = np.where(grid.crossed[:, :, None], np.uint8(0), fills)
        painter.drawImage(QRectF(self._origin.x(), self._origin.y(), width, height), to_image(fills))

    def _paint_captions(self, painter: QPainter, rows: int) -> None:
        for column, caption in enumerate(self._captions):
            below = self.cell_rect((rows, column)).adjusted(1, 3, -1, 0)
            below.setHeight(_CAPTION_PX - 3)
            is_ringed = self._ringed is not None and self._ringed[1] == column
            token = theme.current().accent if is_ringed else theme.current().text3
            draw(painter, below, caption, "small", token, MIDDLE)

    def _paint_ring(self, painter: QPainter) -> None:
        assert self._ringed is not None
        rect = self.cell_rect(self._ringed)
        if self.is_picture and rect.width() < 8:
            rect.adjust(
                -(8 - rect.width()) / 2, -(8 - rect.width()) / 2, (8 - rect.width()) / 2, (8 - rect.width()) / 2
            )
        paint_mark(painter, rect)

    def sizeHint(self) -> QSize:
        if self._grid is None:
            return QSize(6, 6)
        below = _CAPTION_PX if self._captions else 0
        return QSize(round(self._cell[0] * self._grid.columns) + 6, round(self._cell[1] * self._grid.rows) + 6 + below)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._grid is None:
            return
        painter = QPainter(self)
        if self.is_picture:
            self._paint_picture(painter, self._grid)
        else:
            paint_grid(painter, self._origin, self._cell, self._grid)
        self._paint_captions(painter, self._grid.rows)
        if self._ringed is not None:
            self._paint_ring(painter)
        if self._clickable and self._hovered is not None and self._hovered != self._ringed:
            paint_mark(painter, self.cell_rect(self._hovered), strong=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = {
            Qt.Key.Key_Left: (0, -1),
            Qt.Key.Key_Right: (0, 1),
            Qt.Key.Key_Up: (-1, 0),
            Qt.Key.Key_Down: (1, 0),
        }
        key, now = Qt.Key(event.key()), self._hovered or self._ringed or (0, 0)
        if self._grid is not None and key in moves:
            row, column = (at + step for at, step in zip(now, moves[key], strict=True))
            self._hovered = (min(max(row, 0), self._grid.rows - 1), min(max(column, 0), self._grid.columns - 1))
            self.update()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.cell_clicked.emit(*now)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._place_at(event.position())
        if self._clickable and event.button() == Qt.MouseButton.LeftButton and place is not None:
            self.cell_clicked.emit(*place)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = self._place_at(event.position())
        if place != self._hovered:
            self._hovered = place
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = None
        self.update()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            place = self._place_at(QPointF(event.pos()))
            text = ""
            if place is not None:
                text = all_digits(float(self._values[place]))
                text = f"{self._tooltip(place)}: {text}" if self._tooltip is not None else text
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return bool(super().event(event))
