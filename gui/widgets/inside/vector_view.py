"""A layer that puts out a vector: few values as bars, many as a field of cells with the strongest beneath."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from core.numerals import percent
from core.words import tr
from gui import theme
from gui.widgets.colour_maps import limits, reading
from gui.widgets.inside.cell_painting import draw_frame
from gui.widgets.inside.value_field import NARROWEST_ROW_PX, ROW_PX, columns_of, field_image, row_px
from gui.widgets.value_row import MARGIN_PX, ValueRow, paint_value_row

FEW = 64
"""Vectors up to here are bars."""
CELL_LARGEST_PX = 12
CELL_SMALLEST_PX = 2
CAPTION_PX = 28
STRONGEST = 5
"""As many are listed beneath a field, where there is room."""


class VectorView(QAbstractScrollArea):
    """The values of a dense, flatten or softmax layer; indices count from 0.

    `value_chosen` reports what the user chose by click or key; `value_hovered` the value under the pointer, or the one
    that was chosen.
    """

    value_chosen = Signal(int)
    value_hovered = Signal(int, float)
    hover_left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: npt.NDArray[np.floating] = np.zeros(0, np.float32)
        self._names: list[str] | None = None
        self._as_shares = False
        self._current: int | None = None
        self._hovered: int | None = None
        self._strongest: list[int] = []
        self._limits = (0.0, 0.0)
        self._image = QImage()
        self._cell_px = CELL_LARGEST_PX
        self._columns = 1
        self._row_px = ROW_PX
        self._list_top = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Values"))
        self._describe()

    def show_vector(
        self, values: npt.NDArray[np.floating], names: Sequence[str] | None = None, as_shares: bool = False
    ) -> None:
        """Show a vector, named by class where names are given; shares (softmax) are written as percent.

        One of the same length keeps place and choice.
        """
        if values.ndim != 1:
            raise ValueError(f"a vector has one dimension, got shape {values.shape}")
        if names is not None and len(names) != len(values):
            raise ValueError(f"{len(values)} values need as many names, got {len(names)}")
        same = len(values) == len(self._values)
        self._values = values
        self._names = None if names is None else list(names)
        self._as_shares = as_shares
        self._limits = limits(values)
        # Negated and stable, so that the first of equals comes first.
        ranked = np.argsort(-np.where(np.isnan(values), -np.inf, values), kind="stable")
        self._strongest = [int(index) for index in ranked[:STRONGEST]]
        self._image = QImage()
        if not same:
            self._current = self._hovered = None
            self._lay_out()
            self.verticalScrollBar().setValue(0)
            self.updateGeometry()
        self._describe()
        self.viewport().update()

    def choose(self, index: int | None) -> None:
        """Choose a value and bring it in sight, without reporting it; none for None or one that is not there."""
        self._current = index if index is not None and 0 <= index < len(self._values) else None
        if self._current is not None:
            self._bring_in_sight(self._current)
        self._describe()
        self.viewport().update()

    def chosen(self) -> int | None:
        """The index that was clicked or reached by key."""
        return self._current

    def value_rect(self, index: int) -> QRectF:
        """Where a value is drawn now, in the viewport's coordinates."""
        scrolled = self.verticalScrollBar().value()
        if self._in_bars:
            return QRectF(0, MARGIN_PX + index * self._row_px - scrolled, self.viewport().width(), self._row_px)
        row, column = divmod(index, self._columns)
        cell = self._cell_px
        return QRectF(MARGIN_PX + column * cell, MARGIN_PX + row * cell - scrolled, cell, cell)

    @property
    def _in_bars(self) -> bool:
        return len(self._values) <= FEW

    @property
    def _rows(self) -> int:
        return -(-len(self._values) // self._columns)

    def _lay_out(self) -> None:
        # Counted from the whole width: a scroll bar that is there only because of its own width would stay.
        width, height = self.contentsRect().width() - 2 * MARGIN_PX, self.viewport().height()
        bar = self.verticalScrollBar()
        self._row_px = row_px(height - 2 * MARGIN_PX, len(self._values))
        content = 2 * MARGIN_PX + len(self._values) * self._row_px
        if not self._in_bars:
            content = self._fit_cells(width, height)
            if content > height:
                content = self._fit_cells(width - bar.sizeHint().width(), height)
            self._list_top = MARGIN_PX + self._rows * self._cell_px
            self._image = QImage()
        bar.setRange(0, max(0, content - height))
        bar.setPageStep(height)
        bar.setSingleStep(self._row_px)

    def _fit_cells(self, width: int, height: int) -> int:
        """Take the largest cells that fit, and return the height of everything."""
        around = CAPTION_PX + 2 * MARGIN_PX
        below = around + STRONGEST * ROW_PX
        for cell in range(CELL_LARGEST_PX, CELL_SMALLEST_PX - 1, -1):
            self._cell_px, self._columns = cell, columns_of(len(self._values), max(1, width // cell))
            if self._rows * cell + below <= height:
                break
        field = self._rows * self._cell_px
        self._row_px = row_px(height - around - field, STRONGEST)
        return field + around + STRONGEST * self._row_px

    def _listed_rect(self, place: int) -> QRectF:
        top = self._list_top + CAPTION_PX + place * self._row_px - self.verticalScrollBar().value()
        return QRectF(0, top, self.viewport().width(), self._row_px)

    def _index_at(self, point: QPointF) -> int | None:
        if self._in_bars:
            index = int(point.y() - MARGIN_PX + self.verticalScrollBar().value()) // self._row_px
            return index if 0 <= index < len(self._values) else None
        for place, listed in enumerate(self._strongest):
            if self._listed_rect(place).contains(point):
                return listed
        column = int(point.x() - MARGIN_PX) // self._cell_px
        row = int(point.y() - MARGIN_PX + self.verticalScrollBar().value()) // self._cell_px
        index = row * self._columns + column
        return index if 0 <= column < self._columns and 0 <= index < len(self._values) else None

    def _name(self, index: int) -> str:
        return f"{index:,}" if self._names is None else self._names[index]

    def _value_text(self, index: int) -> str:
        value = float(self._values[index])
        return percent(value, 1) if self._as_shares else reading(value)

    def _choose_by_user(self, index: int) -> None:
        self.choose(index)
        self.value_hovered.emit(index, float(self._values[index]))
        self.value_chosen.emit(index)

    def _bring_in_sight(self, index: int) -> None:
        rect, bar = self.value_rect(index), self.verticalScrollBar()
        if rect.top() < 0:
            bar.setValue(int(bar.value() + rect.top()))
        elif rect.bottom() > self.viewport().height():
            bar.setValue(int(bar.value() + rect.bottom() - self.viewport().height()) + 1)

    def _describe(self) -> None:
        listed = range(len(self._values)) if len(self._values) <= 2 * STRONGEST else self._strongest
        text = tr("{count} values", count=f"{len(self._values):,}")
        if self._current is not None:
            text += f"; {self._name(self._current)}: {self._value_text(self._current)}"
        pairs = ", ".join(f"{self._name(index)}: {self._value_text(index)}" for index in listed)
        self.setAccessibleDescription(f"{text}; {pairs}" if pairs else text)

    def _row(self, index: int) -> ValueRow:
        return ValueRow(
            name=self._name(index),
            number=self._value_text(index),
            value=float(self._values[index]),
            strongest=bool(self._strongest) and index == self._strongest[0],
            chosen=index == self._current,
        )

    def _paint_cells(self, painter: QPainter) -> None:
        if self._image.isNull():
            self._image = field_image(self._values, self._columns, self._limits)
        cell, columns = self._cell_px, self._columns
        whole, rest = divmod(len(self._values), columns)
        top = MARGIN_PX - self.verticalScrollBar().value()
        painter.drawImage(
            QRectF(MARGIN_PX, top, columns * cell, whole * cell), self._image, QRectF(0, 0, columns, whole)
        )
        painter.drawImage(
            QRectF(MARGIN_PX, top + whole * cell, rest * cell, cell), self._image, QRectF(0, whole, rest, 1)
        )
        for index in (self._hovered, self._current):
            if index is not None:
                draw_frame(painter, self.value_rect(index))

    def _paint_caption(self, painter: QPainter) -> None:
        colours = theme.current()
        low, high = map(reading, self._limits)
        words = tr("largest of {count}, from {low} to {high}", count=f"{len(self._values):,}", low=low, high=high)
        rect = self._listed_rect(0).translated(0, -CAPTION_PX).adjusted(MARGIN_PX, 0, -MARGIN_PX, 0)
        painter.setFont(theme.font("caption", tabular=True))
        painter.setPen(theme.colour(colours.text3))
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter), words)
        pointed = self._current if self._hovered is None else self._hovered
        if pointed is not None:
            painter.setPen(theme.colour(colours.text))
            at_right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            painter.drawText(rect, at_right, f"{self._name(pointed)}: {self._value_text(pointed)}")

    def sizeHint(self) -> QSize:
        return QSize(560, 2 * MARGIN_PX + len(self._values) * ROW_PX if self._in_bars else 380)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 2 * MARGIN_PX + min(len(self._values), 6) * NARROWEST_ROW_PX if self._in_bars else 240)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        rows = [(self.value_rect(index), index) for index in range(len(self._values))] if self._in_bars else []
        if not self._in_bars:
            self._paint_cells(painter)
            self._paint_caption(painter)
            rows = [(self._listed_rect(place), index) for place, index in enumerate(self._strongest)]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # One width for all rows, those out of sight too: nothing may shift while scrolling.
        metrics = QFontMetricsF(theme.font("body", 600, tabular=True))
        names = max((metrics.horizontalAdvance(self._name(index)) for _, index in rows), default=0.0)
        numbers = max((metrics.horizontalAdvance(self._value_text(index)) for _, index in rows), default=0.0)
        columns = (min(names + 1, self.viewport().width() * 0.3), max(60.0, numbers))
        low, high = self._limits
        scale = (0.0, 1.0) if self._as_shares else (min(0.0, low), max(0.0, high))
        for rect, index in rows:
            if rect.intersects(QRectF(event.rect())):
                paint_value_row(painter, rect, self._row(index), columns, scale)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        across = 1 if self._in_bars else self._columns
        moves = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -across,
            Qt.Key.Key_Down: across,
            Qt.Key.Key_Home: -len(self._values),
            Qt.Key.Key_End: len(self._values),
        }
        move = moves.get(Qt.Key(event.key()))
        if move is None or not len(self._values):
            event.ignore()
            return
        target = 0 if self._current is None and move != len(self._values) else (self._current or 0) + move
        self._choose_by_user(min(max(target, 0), len(self._values) - 1))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self._index_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and index is not None:
            self._choose_by_user(index)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        index = self._index_at(event.position())
        if index == self._hovered:
            return
        self._hovered = index
        self.viewport().update()
        if index is None:
            self.hover_left.emit()
        else:
            self.value_hovered.emit(index, float(self._values[index]))

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave and self._hovered is not None:
            self._hovered = None
            self.hover_left.emit()
            self.viewport().update()
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            index = self._index_at(QPointF(event.pos()))
            if index is None:
                QToolTip.hideText()
            else:
                QToolTip.showText(event.globalPos(), f"{self._name(index)}: {self._values[index]:.6g}", self.viewport())
            return True
        return bool(super().viewportEvent(event))
