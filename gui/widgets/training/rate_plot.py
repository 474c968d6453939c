"""Loss against learning rate, painted: what was tried, and the rate that is chosen."""

import math
from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.numerals import number
from core.training.learning_rate import next_rate, rate_text
from core.words import tr
from gui import theme
from gui.widgets.training.rate_scale import RateScale

_LEFT_PX, _RIGHT_PX, _TOP_PX, _BOTTOM_PX = 44, 12, 8, 24
_LABEL_PX = 16
_MARK_PX = 4.5

Curve = Sequence[tuple[float, float]]


class RatePlot(QWidget):
    """Rates across in powers of ten, losses up. `chosen(float)`: the user took another rate, by a click or an arrow
    key."""

    chosen = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._range = (1e-6, 1.0)
        self._tried: list[tuple[float, float]] = []
        self._curve: Curve = ()
        self._suggested = math.nan
        self._rate: float | None = None
        self._is_open = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("Loss for each learning rate"))
        self.begin(*self._range)

    def begin(self, slowest: float, fastest: float) -> None:
        """Empty axes for rates from `slowest` to `fastest`."""
        self._range = (slowest, fastest)
        self._tried = []
        self._curve = ()
        self._suggested = math.nan
        self._rate = None
        self._set_open(False)
        self._changed()

    def add(self, rate: float, loss: float) -> None:
        """A rate that was tried on one batch."""
        slowest, fastest = self._range
        self._range = (min(slowest, rate), max(fastest, rate))
        self._tried.append((rate, loss))
        self._changed()

    def show_curve(self, curve: Curve, suggested: float) -> None:
        """All rates are tried: show the smoothed losses, and let the user choose a rate. `suggested` is NaN where none
        can be."""
        self._curve, self._suggested = tuple(curve), suggested
        rates = [rate for rate, _ in (*self._curve, *self._tried)]
        if len(set(rates)) > 1:
            self._range = (min(rates), max(rates))
        self._set_open(bool(rates))
        self._changed()

    def choose(self, rate: float | None) -> None:
        """Mark a rate, without a signal."""
        self._rate = rate
        self._changed()

    def rate(self) -> float | None:
        """The rate that is marked."""
        return self._rate

    def place_of(self, rate: float) -> float:
        """How far right a rate stands, in pixels."""
        plot = self._plot()
        return plot.left() + plot.width() * self._scale().across(rate)

    def _set_open(self, on: bool) -> None:
        self._is_open = on
        self.setCursor(Qt.CursorShape.PointingHandCursor if on else Qt.CursorShape.ArrowCursor)
        self.setToolTip(tr("Click, or use the arrow keys, to choose another rate.") if on else "")

    def _take(self, rate: float) -> None:
        slowest, fastest = self._range
        rate = min(max(rate, slowest), fastest)
        if self._is_open and rate != self._rate:
            self.choose(rate)
            self.chosen.emit(rate)

    def _changed(self) -> None:
        self.setAccessibleDescription(self._as_text())
        self.update()

    def _as_text(self) -> str:
        if self._rate is not None:
            return self._words(self._rate)
        if self._tried:
            rate, loss = self._tried[-1]
            return tr("rate {rate}: loss {loss}", rate=rate_text(rate, 2), loss=number(loss))
        return ""

    def _words(self, rate: float) -> str:
        loss = self._loss_at(rate)
        return tr("rate {rate}: loss {loss}", rate=rate_text(rate, 2), loss=number(loss))

    def _loss_at(self, rate: float) -> float:
        """The smoothed loss at a rate, between the nearest two that were tried."""
        finite = [(each, loss) for each, loss in (self._curve or self._tried) if math.isfinite(loss)]
        if not finite:
            return math.nan
        rates, losses = np.array(finite).T
        return float(np.interp(math.log(rate), np.log(rates), losses))

    # ---- painting

    def _scale(self) -> RateScale:
        curve = self._curve or self._tried
        return RateScale.of(*self._range, [loss for _, loss in curve])

    def _plot(self) -> QRectF:
        return QRectF(self.rect()).adjusted(_LEFT_PX, _TOP_PX, -_RIGHT_PX, -_BOTTOM_PX)

    def _at(self, scale: RateScale, rate: float, loss: float) -> QPointF:
        plot = self._plot()
        return QPointF(
            plot.left() + plot.width() * scale.across(rate), plot.bottom() - plot.height() * scale.height(loss)
        )

    def _paint_grid(self, painter: QPainter, scale: RateScale) -> None:
        colours, plot = theme.current(), self._plot()
        painter.setFont(theme.font("small", tabular=True))
        for loss, words in scale.loss_ticks():
            y = plot.bottom() - scale.height(loss) * plot.height()
            painter.setPen(QPen(theme.colour(colours.grid), 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(theme.colour(colours.text3))
            painter.drawText(QRectF(0, y - 8, plot.left() - 8, 16), int(_RIGHT), words)
        free_from = -math.inf
        metrics = QFontMetricsF(painter.font())
        for rate, words in scale.rate_ticks():
            half = metrics.horizontalAdvance(words) / 2 + 4
            x = plot.left() + plot.width() * scale.across(rate)
            # Where they would touch, every other number is left out.
            if x - half >= free_from and x + half <= self.width() + 4:
                painter.drawText(QRectF(x - 40, plot.bottom() + 6, 80, _LABEL_PX), int(_MIDDLE), words)
                free_from = x + half

    def _paint_curves(self, painter: QPainter, scale: RateScale) -> None:
        colours = theme.current()
        painter.save()
        painter.setClipRect(self._plot().adjusted(-1, -_TOP_PX, 1, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        is_done = bool(self._curve)
        self._paint_line(painter, scale, self._tried, QPen(theme.colour(colours.accent_faint), 1 if is_done else 1.5))
        self._paint_line(painter, scale, self._curve, QPen(theme.colour(colours.accent), 2))
        painter.restore()

    def _paint_line(self, painter: QPainter, scale: RateScale, curve: Curve, pen: QPen) -> None:
        # Far above the axis there is nothing to be seen, and painters have an end.
        most = scale.top + 4 * (scale.top - scale.bottom)
        points = [self._at(scale, rate, min(loss, most)) for rate, loss in curve if not math.isnan(loss)]
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        if len(points) == 1:
            painter.drawPoint(points[0])
        painter.drawPolyline(QPolygonF(points))

    def _paint_marks(self, painter: QPainter, scale: RateScale) -> None:
        colours, plot = theme.current(), self._plot()
        if math.isfinite(self._suggested):
            pen = QPen(theme.colour(colours.text3), 1)
            pen.setDashPattern([2, 3])
            painter.setPen(pen)
            x = self._at(scale, self._suggested, scale.bottom).x()
            painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))
        if self._rate is None:
            return
        point = self._at(scale, self._rate, min(self._loss_at(self._rate), scale.top))
        painter.setPen(QPen(theme.colour(colours.accent), 1.5))
        painter.drawLine(QPointF(point.x(), plot.top()), QPointF(point.x(), plot.bottom()))
        painter.setBrush(theme.colour(colours.accent))
        if not math.isnan(point.y()):
            painter.drawEllipse(point, _MARK_PX, _MARK_PX)
        self._paint_words(painter, point.x(), self._words(self._rate))

    def _paint_words(self, painter: QPainter, x: float, words: str) -> None:
        """Beside the mark, at the foot of the plot: before it falls, the loss stands high."""
        plot = self._plot()
        painter.setFont(theme.font("small", 600, tabular=True))
        width = QFontMetricsF(painter.font()).horizontalAdvance(words) + 2
        left = x - 7 - width if x - 7 - width >= plot.left() else min(x + 7, self.width() - width)
        rect = QRectF(left, plot.bottom() - _LABEL_PX - 3, width, _LABEL_PX)
        painter.fillRect(rect, theme.colour(theme.current().surface, 0.85))
        painter.setPen(theme.colour(theme.current().text))
        painter.drawText(rect, int(_MIDDLE), words)

    # ---- Qt

    def sizeHint(self) -> QSize:
        return QSize(560, 220)

    def minimumSizeHint(self) -> QSize:
        return QSize(220, 140)

    def paintEvent(self, _event: QPaintEvent) -> None:
        scale = self._scale()
        painter = QPainter(self)
        self._paint_grid(painter, scale)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_curves(painter, scale)
        self._paint_marks(painter, scale)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._take_at(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._take_at(event.position().x())

    def _take_at(self, x: float) -> None:
        """One digit that counts: a good rate is never known better."""
        plot = self._plot()
        rate = self._scale().rate_at((x - plot.left()) / plot.width())
        self._take(float(f"{rate:.0e}"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if not self._is_open or steps is None:
            super().keyPressEvent(event)
            return
        slowest, fastest = self._range
        self._take(next_rate(self._rate or math.sqrt(slowest * fastest), steps))


_MIDDLE = Qt.AlignmentFlag.AlignCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
