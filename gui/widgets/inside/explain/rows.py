"""Rows to choose from, painted by one widget, and only those in sight: five or five thousand."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QToolTip, QWidget

from gui import theme
from gui.widgets.inside.explain.painting import WIDTH_PX


class Rows(QWidget):
    """Base of lists. `row_chosen` reports a click, Enter or space; arrow keys walk; `row_pointed` reports the row under
    the pointer, or that the keys reach.

    Whoever derives paints a row, tells its tooltip, and calls `set_count`.
    """

    row_chosen = Signal(int)
    row_pointed = Signal(int)

    def __init__(self, row_px: int, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row_px = row_px
        self._count = 0
        self._hovered: int | None = None
        self._current: int | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("ring", "inside")
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_count(self, count: int) -> None:
        """How many rows there are."""
        if count != self._count:
            self._count = count
            self._hovered = None
            if self._current is not None and self._current >= count:
                self._current = None
            self.updateGeometry()
            self.resize(self.sizeHint())
        self.update()

    def count(self) -> int:
        """How many rows there are."""
        return self._count

    def row_rect(self, row: int) -> QRect:
        """Where a row is."""
        return QRect(0, row * self._row_px, self.width(), self._row_px)

    def paint_row(self, painter: QPainter, rect: QRectF, row: int, lit: bool) -> None:
        """Paint one row; `lit` under the pointer or the keyboard."""
        raise NotImplementedError

    def row_tooltip(self, row: int) -> str:
        """What a row has no room for."""
        return ""

    def paint_ground(self, painter: QPainter, rect: QRectF, token: str) -> None:
        """A row's ground in a colour of the look."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(token))
        painter.drawRoundedRect(rect.adjusted(0, 1, 0, -1), theme.RADIUS_CONTROL, theme.RADIUS_CONTROL)

    def _row_at(self, y: float) -> int | None:
        row = int(y // self._row_px)
        return row if 0 <= row < self._count else None

    def _move_to(self, row: int) -> None:
        self._current = min(max(row, 0), self._count - 1)
        bring_in_sight(self, self.row_rect(self._current))
        self.update()
        self.row_pointed.emit(self._current)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH_PX, self._count * self._row_px)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        dirty = event.rect()
        last = min(self._count, dirty.bottom() // self._row_px + 1)
        for row in range(max(0, dirty.top() // self._row_px), last):
            lit = row == self._hovered or (row == self._current and self.hasFocus())
            self.paint_row(painter, QRectF(self.row_rect(row)), row, lit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        now = self._current
        targets = {
            Qt.Key.Key_Up: 0 if now is None else now - 1,
            Qt.Key.Key_Down: 0 if now is None else now + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: self._count - 1,
        }
        key = Qt.Key(event.key())
        if key in targets and self._count:
            self._move_to(targets[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and now is not None:
            self.row_chosen.emit(now)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(event.position().y())
        if event.button() == Qt.MouseButton.LeftButton and row is not None:
            self._current = row
            self.row_chosen.emit(row)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(event.position().y())
        if row != self._hovered:
            self._hovered = row
            self.update()
            if row is not None:
                self.row_pointed.emit(row)

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = None
        self.update()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            row = self._row_at(event.pos().y())
            QToolTip.showText(event.globalPos(), "" if row is None else self.row_tooltip(row), self)
            return True
        return bool(super().event(event))


def bring_in_sight(widget: QWidget, rect: QRect) -> None:
    """Scroll the areas around a widget so that this part of it is seen."""
    around = widget.parentWidget()
    while around is not None:
        content = around.widget() if isinstance(around, QScrollArea) else None
        if isinstance(around, QScrollArea) and content is not None:
            middle = widget.mapTo(content, rect.center())
            around.ensureVisible(middle.x(), middle.y(), 0, rect.height())
        around = around.parentWidget()
