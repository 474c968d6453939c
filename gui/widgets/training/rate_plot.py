"""Loss against learning rate: what was tried, and the rate that is chosen."""

import math
from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.numerals import number
from core.training.learning_rate import next_rate, rate_text
from core.words import tr
from gui import theme
from gui.widgets.training.plot_lines import between
from gui.widgets.training.plot_painting import Frame
from gui.widgets.training.plot_scale import Ticks
from gui.widgets.training.rate_scale import RateScale

_LEFT_PX, _RIGHT_PX, _TOP_PX, _BOTTOM_PX = 44, 12, 8, 24
_LABEL_PX = 16
_MARK_PX = 5.25
_BESIDE_PX, _BELOW_PX = 8, 6

Curve = Sequence[tuple[float, float]]


class RatePlot(QWidget):
    """Rates across in powers of ten, losses up. `chosen(float)`: the user took another rate, by a click or an arrow
    key."""

    chosen = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # They take pyqtgraph along, a third of a second: not before a plot is built.
        from gui.widgets.training.plot_items import Items
        from gui.widgets.training.plot_view import Painted, PlotView

        self._view = PlotView(self._draw, self)
        self._items = Items(self._view)
        self._painted = Painted(self._view, self._paint_words)
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
        return plot.left() + plot.width() * self._scale.across(rate)

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
        self._update_scale()
        self._view.forget_picture()

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

    # ---- drawing

    def _update_scale(self) -> None:
        curve = self._curve or self._tried
        self._scale = RateScale.of(*self._range, [loss for _, loss in curve])
        metrics = QFontMetricsF(theme.font("small", tabular=True))
        # Losses that are nearly the same have long numbers.
        words_px = max(metrics.horizontalAdvance(words) for _, words in self._scale.loss_ticks())
        self._left_px = max(_LEFT_PX, math.ceil(words_px) + _BESIDE_PX)

    def _plot(self) -> QRectF:
        return QRectF(self.rect()).adjusted(self._left_px, _TOP_PX, -_RIGHT_PX, -_BOTTOM_PX)

    def _draw(self) -> None:
        scale, plot = self._scale, self._plot()
        across = math.log10(scale.slowest), math.log10(scale.fastest)
        up = scale.bottom, scale.top
        frame = Frame(QSizeF(self.size()), plot, across, up, self.devicePixelRatioF())
        heights = tuple((self._height(scale, loss), words) for loss, words in scale.loss_ticks())
        self._view.lay_out(frame, self._rate_ticks(scale), heights, _BESIDE_PX, _BELOW_PX)
        self._items.begin(frame)
        self._items.grid([y for y, _ in heights])
        self._draw_curves(scale)
        self._draw_marks(scale)
        self._items.end()

    def _at(self, scale: RateScale, rate: float, loss: float) -> tuple[float, float]:
        plot = self._plot()
        return plot.left() + plot.width() * scale.across(rate), self._height(scale, loss)

    def _height(self, scale: RateScale, loss: float) -> float:
        plot = self._plot()
        return plot.bottom() - plot.height() * scale.height(loss)

    def _rate_ticks(self, scale: RateScale) -> Ticks:
        """Where they would touch, every other number is left out."""
        plot, ticks, free_from = self._plot(), [], -math.inf
        metrics = QFontMetricsF(theme.font("small", tabular=True))
        for rate, words in scale.rate_ticks():
            half = metrics.horizontalAdvance(words) / 2 + 4
            x = plot.left() + plot.width() * scale.across(rate)
            if x - half >= free_from and x + half <= self.width() + 4:
                ticks.append((x, words))
                free_from = x + half
        return tuple(ticks)

    def _draw_curves(self, scale: RateScale) -> None:
        colours = theme.current()
        is_done = bool(self._curve)
        self._draw_line(scale, self._tried, QPen(theme.colour(colours.accent_faint), 1 if is_done else 1.5))
        self._draw_line(scale, self._curve, QPen(theme.colour(colours.accent), 2))

    def _draw_line(self, scale: RateScale, curve: Curve, pen: QPen) -> None:
        # Far above the axis there is nothing to be seen, and numbers have an end.
        most = scale.top + 4 * (scale.top - scale.bottom)
        points = [self._at(scale, rate, min(loss, most)) for rate, loss in curve if not math.isnan(loss)]
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        if len(points) == 1:
            self._items.dots(np.array(points), pen.widthF(), pen.color())
        elif points:
            self._items.line(between(np.array(points), 0, self._plot().bottom() + 1), pen)

    def _draw_marks(self, scale: RateScale) -> None:
        colours, plot = theme.current(), self._plot()
        if math.isfinite(self._suggested):
            pen = QPen(theme.colour(colours.text3), 1)
            pen.setDashPattern([2, 3])
            x, _ = self._at(scale, self._suggested, scale.bottom)
            self._items.line(np.array([(x, plot.top()), (x, plot.bottom())]), pen)
        if self._rate is None:
            return
        x, y = self._at(scale, self._rate, min(self._loss_at(self._rate), scale.top))
        pen = QPen(theme.colour(colours.accent), 1.5)
        self._items.line(np.array([(x, plot.top()), (x, plot.bottom())]), pen)
        if not math.isnan(y):
            self._items.dots(np.array([(x, y)]), _MARK_PX, theme.colour(colours.accent))

    def _paint_words(self, painter: QPainter) -> None:
        """Beside the mark, at the foot of the plot: before it falls, the loss stands high."""
        if self._rate is None:
            return
        plot, words, x = self._plot(), self._words(self._rate), self.place_of(self._rate)
        painter.setFont(theme.font("small", 600, tabular=True))
        width = QFontMetricsF(painter.font()).horizontalAdvance(words) + 2
        left = x - 7 - width if x - 7 - width >= plot.left() else min(x + 7, self.width() - width)
        rect = QRectF(left, plot.bottom() - _LABEL_PX - 3, width, _LABEL_PX)
        painter.fillRect(rect, theme.colour(theme.current().surface, 0.85))
        painter.setPen(theme.colour(theme.current().text))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, words)

    # ---- Qt

    def sizeHint(self) -> QSize:
        return QSize(560, 220)

    def minimumSizeHint(self) -> QSize:
        return QSize(220, 140)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._view.setGeometry(self.rect())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._take_at(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._take_at(event.position().x())

    def _take_at(self, x: float) -> None:
        """One digit that counts: a good rate is never known better."""
        plot = self._plot()
        rate = self._scale.rate_at((x - plot.left()) / plot.width())
        self._take(float(f"{rate:.0e}"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if not self._is_open or steps is None:
            super().keyPressEvent(event)
            return
        slowest, fastest = self._range
        self._take(next_rate(self._rate or math.sqrt(slowest * fastest), steps))
