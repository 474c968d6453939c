"""An activation function as a curve, and on it the number before and after."""

import math

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.inside.arithmetic.functions import apply
from core.inside.explanations import OfOne
from core.inside.formulas import function_name
from core.inside.operations import LINEAR, Function
from core.inside.rounding import reading
from core.numerals import number
from core.words import tr
from gui import theme
from gui.widgets.inside.explain.painting import LEFT, MIDDLE, RIGHT, WIDTH_PX, draw, width_of

_HEIGHT_PX, _LEFT_PX, _RIGHT_PX, _TOP_PX, _BOTTOM_PX = 194, 36, 14, 8, 38
_POINTS = 241
_BENT_LINES = ("relu", "leaky_relu", "prelu")


class FunctionCurve(QWidget):
    """The axes reach as far as the number needs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._function: Function = LINEAR
        self._before, self._after = 0.0, 0.0
        self._reach = 4.0
        self._low, self._high = 0.0, 1.0
        self._curve: list[tuple[float, float]] = []
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("The function as a curve"))

    def show_point(self, explanation: OfOne) -> None:
        """Another number, or another function."""
        self._function = explanation.function
        self._before, self._after = explanation.before, explanation.value
        # A bent line looks the same from near; a curve is only a curve from further away.
        self._reach = _reach(explanation.before, 1.0 if explanation.function.name in _BENT_LINES else 4.0)
        xs = np.linspace(-self._reach, self._reach, _POINTS)
        ys = apply(self._function, xs)
        finite = ys[np.isfinite(ys)]
        self._low, self._high = min(0.0, float(finite.min(initial=0))), max(0.0, float(finite.max(initial=0)))
        if self._high == self._low:
            self._high = 1.0
        self._curve = [(x, y) for x, y in zip(xs.tolist(), ys.tolist(), strict=True) if math.isfinite(y)]
        self.setAccessibleDescription(self.words())
        self.update()

    def words(self) -> str:
        """The point as text."""
        return tr(
            "{function}: before {before}, after {after}",
            function=function_name(self._function),
            before=reading(self._before),
            after=reading(self._after),
        )

    def _plot(self) -> QRectF:
        return QRectF(self.rect()).adjusted(_LEFT_PX, _TOP_PX, -_RIGHT_PX, -_BOTTOM_PX)

    def _at(self, x: float, y: float) -> QPointF:
        plot = self._plot()
        across = (x + self._reach) / (2 * self._reach)
        up = (y - self._low) / (self._high - self._low)
        return QPointF(plot.left() + across * plot.width(), plot.bottom() - up * plot.height())

    def _paint_axes(self, painter: QPainter) -> None:
        colours, plot = theme.current(), self._plot()
        digits = 0 if self._reach >= 4 else 1 if self._reach >= 2 else 2
        for share in (0.0, 0.25, 0.5, 0.75, 1.0):
            x = -self._reach + 2 * self._reach * share
            left = min(self._at(x, 0).x() - 30, self.width() - 30 - width_of(number(x, digits), "small") / 2 - 1)
            label = QRectF(left, plot.bottom() + 5, 60, 14)
            draw(painter, label, number(x, digits), "small", colours.text3, MIDDLE)
        for y in sorted({self._low, (self._low + self._high) / 2, self._high, 0.0}):
            here = self._at(0, y).y()
            strong = y == 0
            painter.setPen(QPen(theme.colour(colours.edge if strong else colours.grid), 1))
            painter.drawLine(QPointF(plot.left(), here), QPointF(plot.right(), here))
            far = all(abs(y - other) > (self._high - self._low) * 0.12 for other in (0.0,) if other != y)
            if strong or far:
                text = number(y, 0 if self._high - self._low >= 8 else 1 if self._high - self._low > 2 else 2)
                draw(painter, QRectF(0, here - 8, _LEFT_PX - 6, 16), text, "small", colours.text3, RIGHT)
        painter.setPen(QPen(theme.colour(colours.edge), 1))
        painter.drawLine(self._at(0, self._low), self._at(0, self._high))
        below = QRectF(plot.left(), plot.bottom() + 21, plot.width(), 15)
        draw(painter, below, tr("across: before, up: after"), "small", colours.text3, MIDDLE)

    def _paint_point(self, painter: QPainter) -> None:
        if not (math.isfinite(self._before) and math.isfinite(self._after)):
            return
        colours, plot = theme.current(), self._plot()
        point = self._at(min(max(self._before, -self._reach), self._reach), self._after)
        dashed = QPen(theme.colour(colours.accent), 1.2, Qt.PenStyle.DashLine)
        painter.setPen(dashed)
        painter.drawLine(QPointF(point.x(), plot.bottom()), point)
        painter.drawLine(point, QPointF(plot.left(), point.y()))
        painter.setPen(QPen(theme.colour(colours.surface), 2))
        painter.setBrush(theme.colour(colours.accent))
        painter.drawEllipse(point, 6, 6)
        text = f"{reading(self._before)} → {reading(self._after)}"
        width = width_of(text, "caption", 600) + 10
        to_left = point.x() + 12 + width > plot.right()
        left = point.x() - 12 - width if to_left else point.x() + 12
        top = min(max(point.y() - 24, plot.top()), plot.bottom() - 18)
        ground = QRectF(left, top, width, 18)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(colours.surface, 0.85))
        painter.drawRoundedRect(ground, 3, 3)
        draw(painter, ground.adjusted(5, 0, 0, 0), text, "caption", colours.text, LEFT, 600)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH_PX, _HEIGHT_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_axes(painter)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour(theme.current().text3), 2))
        painter.drawPolyline(QPolygonF([self._at(x, y) for x, y in self._curve]))
        self._paint_point(painter)


def _reach(before: float, least: float) -> float:
    """As far as the number lies, in steps that leave the curve where it is while the number moves a little."""
    size = min(abs(before), 1e30) if math.isfinite(before) else 0.0
    return least if size <= least else least * 2.0 ** math.ceil(math.log2(size / least))
