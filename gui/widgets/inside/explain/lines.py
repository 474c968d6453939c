"""Lines of a calculation: what it is at the left, the number at the right, the result on a ground of its own."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gui import theme
from gui.widgets.inside.explain.painting import LEFT, RIGHT, WIDTH_PX, draw, draw_elided, width_of

Style = Literal["plain", "sum", "result"]
_HEIGHTS: dict[Style, int] = {"plain": 24, "sum": 24, "result": 34}
_RESULT_INSET, _GAP = 10, 8


@dataclass(frozen=True)
class Line:
    """One line. `note` stands small before the number ("rounded"); `tooltip` has what the line has no room for."""

    left: str
    right: str
    note: str = ""
    style: Style = "plain"
    tooltip: str = ""


class Lines(QWidget):
    """Lines below one another. Other texts of the same styles move nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[Line, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these lines."""
        lines = tuple(lines)
        if lines == self._lines:
            return
        before = [line.style for line in self._lines]
        self._lines = lines
        if [line.style for line in lines] != before:
            self.updateGeometry()
        self.setAccessibleDescription(self.words())
        self.update()

    def words(self) -> str:
        """All lines as text."""
        return "; ".join(" ".join(part for part in (line.left, line.note, line.right) if part) for line in self._lines)

    def _line_at(self, y: float) -> Line | None:
        top = 0
        for line in self._lines:
            top += _HEIGHTS[line.style]
            if y < top:
                return line
        return None

    def _paint_line(self, painter: QPainter, rect: QRectF, line: Line) -> None:
        colours, is_result = theme.current(), line.style == "result"
        if is_result:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(colours.soft))
            ground = rect.adjusted(0, 1, 0, -1)
            painter.drawRoundedRect(ground, theme.RADIUS_CONTROL, theme.RADIUS_CONTROL)
            rect = rect.adjusted(_RESULT_INSET, 0, -_RESULT_INSET, 0)
        number_use: theme.Use = "card" if is_result else "body"
        weight = 600 if line.style != "plain" else 400
        number_px = min(width_of(line.right, number_use, weight), rect.width() * 0.75)
        tone = colours.accent if is_result else colours.text
        number_rect = QRectF(rect.right() - number_px - 1, rect.top(), number_px + 1, rect.height())
        draw(painter, number_rect, line.right, number_use, tone, RIGHT, weight)
        room = rect.adjusted(0, 0, -number_px - _GAP, 0)
        if line.note:
            draw(painter, room, line.note, "small", colours.text2 if is_result else colours.text3, RIGHT)
            room.adjust(0, 0, -width_of(line.note, "small") - _GAP, 0)
        draw_elided(painter, room, line.left, "body", colours.text if is_result else colours.text2, LEFT)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH_PX, sum(_HEIGHTS[line.style] for line in self._lines))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = 0
        for line in self._lines:
            height = _HEIGHTS[line.style]
            self._paint_line(painter, QRectF(0, top, self.width(), height), line)
            top += height

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            line = self._line_at(event.pos().y())
            if line is None:
                QToolTip.hideText()
            else:
                QToolTip.showText(event.globalPos(), line.tooltip or f"{line.left}: {line.right}", self)
            return True
        return bool(super().event(event))
