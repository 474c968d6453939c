"""A formula with its numbers filled in: fractions stacked, one line below the other, on a ground of its own."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui import theme
from gui.widgets.inside.explain.painting import LEFT, MIDDLE, WIDTH_PX, draw, draw_elided, width_of

_PAD, _CAPTION_PX, _GAP = 14, 20, 10
_TEXT_PX, _FRACTION_PX = 26, 52


@dataclass(frozen=True)
class Fraction:
    """One text over another."""

    top: str
    bottom: str


@dataclass(frozen=True)
class Result:
    """What comes out in the end."""

    text: str


Part = str | Fraction | Result
FormulaLine = tuple[Part, ...]


class Formula(QWidget):
    """Lines of a formula. Other numbers in the same lines move nothing below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._caption = ""
        self._lines: tuple[FormulaLine, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_formula(self, caption: str, lines: Sequence[FormulaLine], tooltip: str = "") -> None:
        """Show it under a caption; the tooltip has all digits."""
        before = self.sizeHint()
        self._caption, self._lines = caption, tuple(lines)
        self.setToolTip(tooltip)
        self.setAccessibleName(caption)
        self.setAccessibleDescription(self.words())
        if self.sizeHint() != before:
            self.updateGeometry()
        self.update()

    def words(self) -> str:
        """The formula as text."""
        return "; ".join((self._caption, *(" ".join(map(_spoken, line)) for line in self._lines)))

    def _paint_line(self, painter: QPainter, rect: QRectF, line: FormulaLine) -> None:
        total = sum(_width(part) for part in line) + _GAP * (len(line) - 1)
        painter.save()
        painter.translate(rect.left(), 0)
        if total > rect.width():
            painter.scale(rect.width() / total, 1)
        left = 0.0
        for part in line:
            width = _width(part)
            _paint_part(painter, QRectF(left, rect.top(), width, rect.height()), part)
            left += width + _GAP
        painter.restore()

    def sizeHint(self) -> QSize:
        height = sum(map(_height, self._lines)) + (_CAPTION_PX if self._caption else 0) + 2 * _GAP
        return QSize(WIDTH_PX, height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(colours.soft))
        painter.drawRoundedRect(QRectF(self.rect()), theme.RADIUS_CONTROL, theme.RADIUS_CONTROL)
        top = float(_GAP)
        if self._caption:
            caption = QRectF(_PAD, top, self.width() - 2 * _PAD, _CAPTION_PX - 2)
            draw_elided(painter, caption, self._caption, "caption", colours.text2, LEFT)
            top += _CAPTION_PX
        for line in self._lines:
            self._paint_line(painter, QRectF(_PAD, top, self.width() - 2 * _PAD, _height(line)), line)
            top += _height(line)


def _height(line: FormulaLine) -> int:
    return _FRACTION_PX if any(isinstance(part, Fraction) for part in line) else _TEXT_PX


def _width(part: Part) -> float:
    if isinstance(part, Fraction):
        return max(width_of(part.top, "body"), width_of(part.bottom, "body")) + 2
    return width_of(part.text, "card", 600) + 2 if isinstance(part, Result) else width_of(part, "body") + 2


def _paint_part(painter: QPainter, rect: QRectF, part: Part) -> None:
    colours = theme.current()
    if isinstance(part, Result):
        draw(painter, rect, part.text, "card", colours.accent, LEFT, 600)
    elif isinstance(part, str):
        draw(painter, rect, part, "body", colours.text, LEFT)
    else:
        middle = rect.center().y()
        painter.setPen(QPen(theme.colour(colours.text), 1))
        painter.drawLine(QPointF(rect.left(), middle), QPointF(rect.right(), middle))
        for text, top in ((part.top, middle - 24), (part.bottom, middle + 2)):
            draw(painter, QRectF(rect.left(), top, rect.width(), 22), text, "body", colours.text, MIDDLE)


def _spoken(part: Part) -> str:
    if isinstance(part, Fraction):
        return f"({part.top}) / ({part.bottom})"
    return part.text if isinstance(part, Result) else part
