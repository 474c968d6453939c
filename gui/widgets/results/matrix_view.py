"""The confusion matrix: rows for what pictures are, columns for what the network said."""

from collections.abc import Sequence
from typing import cast

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QSizePolicy, QToolTip, QWidget

from core.words import tr
from gui import theme
from gui.widgets.results.matrix_layout import MatrixLayout, lay_out, wished_height
from gui.widgets.results.matrix_order import Order, arranged
from gui.widgets.results.matrix_painting import Matrix, MatrixPainter
from gui.widgets.results.matrix_words import (
    cell_in_words,
    column_in_words,
    matrix_in_words,
    row_in_words,
    worst_cells,
)

_WISHED_WIDTH_PX = 474
_LEAST_WIDTH_PX = 280
_SCROLL_BAR_PX = 10

Place = tuple[int, int]


class MatrixView(QAbstractScrollArea):
    """Arrow keys, Home and End move the current cell. `cell_chosen` brings truth and answer, as positions of classes,
    of a cell that was clicked or on which Enter or Space was pressed, if it has pictures. `read_changed` brings
    the cell under the pointer, or else the current one, in words; none: ""."""

    cell_chosen = Signal(int, int)
    read_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._matrix = Matrix()
        self._order: Order = "name"
        self._current: Place | None = None
        self._hovered: Place | None = None
        self._layout = MatrixLayout(0, 0, 0, 1, 1, False)
        self._painter = MatrixPainter(self._matrix, self._layout)
        self._widest_name = 0
        self._whole = ""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(tr("Confusion matrix"))

    # ---- doors

    def show_matrix(self, confusion: NDArray[np.int64], names: Sequence[str]) -> None:
        """Show counts (classes, classes): rows are what pictures are, columns what they were taken for."""
        if confusion.shape != (len(names), len(names)):
            raise ValueError(f"{len(names)} classes need as many rows and columns, got {confusion.shape}")
        current = self.current() if tuple(names) == tuple(self._matrix.names) else None
        metrics = QFontMetrics(theme.font("caption", 600))
        self._widest_name = max((metrics.horizontalAdvance(name) for name in names), default=0) + 2
        self._whole = matrix_in_words(confusion, names)
        self._take(Matrix(confusion, tuple(names), arranged(confusion, names, self._order), self._matrix.as_shares))
        self._go_to(self._place_of(current))
        self.updateGeometry()

    def set_order(self, order: Order) -> None:
        """How classes are sorted; the current cell stays the current one."""
        current, matrix = self.current(), self._matrix
        self._order = order
        order_ = arranged(matrix.confusion, matrix.names, order)
        self._take(Matrix(matrix.confusion, matrix.names, order_, matrix.as_shares))
        self._go_to(self._place_of(current))

    def set_as_shares(self, on: bool) -> None:
        """Whether cells say their share of the row instead of their count."""
        matrix = self._matrix
        self._take(Matrix(matrix.confusion, matrix.names, matrix.order, on))

    def class_order(self) -> list[int]:
        """The classes from the first row to the last."""
        return list(self._matrix.order)

    def current(self) -> tuple[int, int] | None:
        """Truth and answer of the current cell."""
        return None if self._current is None else self._cell(self._current)

    def cell_rect(self, truth: int, answer: int) -> QRect:
        """Where a cell is in the viewport."""
        place = self._place_of((truth, answer))
        assert place is not None
        return self._painter.cell_rect(*place, self._scrolled())

    # ---- what is where

    def _take(self, matrix: Matrix) -> None:
        self._matrix = matrix
        self._hovered = None
        self._lay_out()
        self._tell()

    def _lay_out(self) -> None:
        room, layout = self._room_and_layout()
        self._layout = layout
        self._painter = MatrixPainter(self._matrix, layout)
        for bar, whole, part, step in (
            (self.horizontalScrollBar(), layout.width, room.width(), layout.pitch_x),
            (self.verticalScrollBar(), layout.height, room.height(), layout.pitch_y),
        ):
            bar.setRange(0, max(0, whole - part))
            bar.setPageStep(part)
            bar.setSingleStep(3 * step)
        self.viewport().update()

    def _room_and_layout(self) -> tuple[QSize, MatrixLayout]:
        """From the whole room: a scroll bar that is there only because of its own width would stay."""
        room = self.contentsRect().size()
        has_down, has_across = False, False
        while True:
            layout = lay_out(room.width(), room.height(), len(self._matrix), self._widest_name)
            if not has_down and layout.height > room.height():
                has_down = True
                room -= QSize(_SCROLL_BAR_PX, 0)
            elif not has_across and layout.width > room.width():
                has_across = True
                room -= QSize(0, _SCROLL_BAR_PX)
            else:
                return room, layout

    def _scrolled(self) -> QPoint:
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _cell(self, place: Place) -> tuple[int, int]:
        return self._matrix.order[place[0]], self._matrix.order[place[1]]

    def _place_of(self, cell: tuple[int, int] | None) -> Place | None:
        order = self._matrix.order
        return None if cell is None else (order.index(cell[0]), order.index(cell[1]))

    def _row_at(self, y: int) -> int | None:
        row = (y - self._layout.head_px + self._scrolled().y()) // self._layout.pitch_y
        return row if y >= self._layout.head_px and row < len(self._matrix) else None

    def _column_at(self, x: int) -> int | None:
        column = (x - self._layout.names_px + self._scrolled().x()) // self._layout.pitch_x
        return column if x >= self._layout.names_px and column < len(self._matrix) else None

    def _place_at(self, point: QPoint) -> Place | None:
        row, column = self._row_at(point.y()), self._column_at(point.x())
        return None if row is None or column is None else (row, column)

    # ---- words

    def _words(self, place: Place) -> str:
        return cell_in_words(self._matrix.confusion, self._matrix.names, *self._cell(place))

    def _tell(self) -> None:
        """To the line that reads a cell, and to screen readers: first the cell, then all of it."""
        pointed = self._hovered if self._hovered is not None else self._current
        self.read_changed.emit("" if pointed is None else self._words(pointed))
        current = "" if self._current is None else self._words(self._current) + ". "
        self.setAccessibleDescription(current + self._whole)

    def _tooltip(self, point: QPoint) -> str:
        matrix, (row, column) = self._matrix, (self._row_at(point.y()), self._column_at(point.x()))
        if row is not None and column is not None:
            hint = tr("A click shows these pictures.") if self._count((row, column)) else ""
            return f"{self._words((row, column))}\n{hint}".strip()
        if row is not None:
            return row_in_words(matrix.confusion, matrix.names, matrix.order[row])
        if column is not None:
            return column_in_words(matrix.confusion, matrix.names, matrix.order[column])
        return ""

    # ---- what the user does

    def _count(self, place: Place) -> int:
        return int(self._matrix.confusion[self._cell(place)])

    def _go_to(self, place: Place | None) -> None:
        self._current = place
        if place is not None:
            self._bring_in_sight(place)
        self._tell()
        self.viewport().update()

    def _bring_in_sight(self, place: Place) -> None:
        layout, room = self._layout, self.viewport().size()
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        for bar, start, pitch, part in (
            (across, place[1] * layout.pitch_x, layout.pitch_x, room.width() - layout.names_px),
            (down, place[0] * layout.pitch_y, layout.pitch_y, room.height() - layout.head_px),
        ):
            bar.setValue(min(start, max(bar.value(), start + pitch - part)))

    def _choose(self, place: Place) -> None:
        self._go_to(place)
        if self._count(place):
            self.cell_chosen.emit(*self._cell(place))

    def _point_at(self, place: Place | None) -> None:
        if place == self._hovered:
            return
        self._hovered = place
        is_link = place is not None and self._count(place) > 0
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if is_link else Qt.CursorShape.ArrowCursor)
        pointed = place if place is not None else self._current
        self.read_changed.emit("" if pointed is None else self._words(pointed))
        self.viewport().update()

    def _moved(self, key: int) -> Place | None:
        """Where a key leads."""
        last = len(self._matrix) - 1
        row, column = self._current or (0, 0)
        moves = {
            Qt.Key.Key_Left: (row, column - 1),
            Qt.Key.Key_Right: (row, column + 1),
            Qt.Key.Key_Up: (row - 1, column),
            Qt.Key.Key_Down: (row + 1, column),
            Qt.Key.Key_Home: (row, 0),
            Qt.Key.Key_End: (row, last),
            Qt.Key.Key_PageUp: (0, column),
            Qt.Key.Key_PageDown: (last, column),
        }
        to = moves.get(Qt.Key(key))
        return None if to is None else (min(max(to[0], 0), last), min(max(to[1], 0), last))

    # ---- Qt's

    def sizeHint(self) -> QSize:
        return QSize(_WISHED_WIDTH_PX, self.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        # The page scrolls, so that cells need not shrink.
        width = self.width() if self.isVisible() else _WISHED_WIDTH_PX
        height, is_across = wished_height(len(self._matrix), self._widest_name, width)
        return QSize(_LEAST_WIDTH_PX, height + (_SCROLL_BAR_PX if is_across else 0))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        current = self._current
        self._painter.paint(painter, self.viewport().rect(), self._scrolled(), current, self._hovered)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        is_tab = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if is_tab and self._current is None and len(self._matrix):
            worst = worst_cells(self._matrix.confusion, 1)
            self._go_to(self._place_of(worst[0]) if worst else (0, 0))

    def event(self, event: QEvent) -> bool:
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and cast(QKeyEvent, event).key() == Qt.Key.Key_Space and self._current is not None:
            event.accept()  # else the window's shortcut pauses the training
            return True
        return bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not len(self._matrix):
            event.ignore()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._current is not None:
            self._choose(self._current)
        elif (to := self._moved(event.key())) is not None:
            self._go_to((0, 0) if self._current is None else to)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._place_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and place is not None:
            self._choose(place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point_at(self._place_at(event.position().toPoint()))

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Leave, QEvent.Type.Wheel):
            self._point_at(None)
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            words = self._tooltip(event.pos())
            if words:
                QToolTip.showText(event.globalPos(), words, self.viewport())
            else:
                QToolTip.hideText()
            return True
        return bool(super().viewportEvent(event))
