"""A reliability diagram: how sure the network was, and how many of those answers were right."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.numerals import percent
from core.results.judged import Bin, Calibration
from core.words import tr
from gui import theme
from gui.widgets.results.reliability_words import Range, diagram_in_words, range_in_words, ranges

_LEFT_PX, _RIGHT_PX, _TOP_PX, _BOTTOM_PX = 46, 22, 8, 22
_COUNTS_PX, _COUNTS_GAP_PX = 30, 8
"""The histogram of answers under the diagram."""
_TICKS = (0.0, 0.25, 0.5, 0.75, 1.0)
_POINT_PX = (3.0, 6.5)
"""From few answers in a bin to the most."""


class ReliabilityPlot(QWidget):
    """Left and right arrow go through the bins that hold answers. `read_changed` brings the bin under the pointer, or
    else that of the keys, in words; "" where there is none."""

    read_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._calibration: Calibration | None = None
        self._ranges: Sequence[Range] = ()
        self._current: int | None = None
        self._hovered: int | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ring", "inside")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("Reliability diagram"))
        self.setToolTip(
            tr(
                "Answers, sorted into ten by how sure they were. A point on the diagonal: as many were right as the "
                "network said. Below it: it was too sure. Large points and high bars stand for many answers."
            )
        )

    def show_calibration(self, calibration: Calibration) -> None:
        """Show the bins before and after scaling."""
        self._calibration, self._ranges = calibration, ranges(calibration)
        self._current = self._hovered = None
        self._tell()

    def bin_rect(self, share: float) -> QRectF:
        """The column of the bin that holds this share, histogram and all; empty where there are no answers."""
        each = next((each for each in self._ranges if each.low < share <= each.high), None)
        return QRectF() if each is None else self._column(each)

    # ---- what is where

    def _plot(self) -> QRectF:
        below = _BOTTOM_PX + _COUNTS_PX + _COUNTS_GAP_PX
        return QRectF(self.rect()).adjusted(_LEFT_PX, _TOP_PX, -_RIGHT_PX, -below)

    def _x(self, share: float) -> float:
        plot = self._plot()
        return plot.left() + plot.width() * share

    def _at(self, share: float, accuracy: float) -> QPointF:
        plot = self._plot()
        return QPointF(self._x(share), plot.bottom() - plot.height() * accuracy)

    def _column(self, each: Range) -> QRectF:
        left, right, top = self._x(each.low), self._x(each.high), self._plot().top()
        return QRectF(left, top, right - left, self.height() - _BOTTOM_PX - top)

    def _range_at(self, x: float) -> int | None:
        at = (place for place, each in enumerate(self._ranges) if self._x(each.low) <= x < self._x(each.high))
        return next(at, None)

    def _pointed(self) -> int | None:
        return self._hovered if self._hovered is not None else self._current

    def _tell(self) -> None:
        calibration, pointed = self._calibration, self._pointed()
        if calibration is None:
            return
        self.read_changed.emit("" if pointed is None else range_in_words(self._ranges[pointed]))
        whole = diagram_in_words(calibration)
        current = "" if self._current is None else range_in_words(self._ranges[self._current]) + ". "
        self.setAccessibleDescription(current + whole)
        self.update()

    # ---- painting

    def _paint_grid(self, painter: QPainter) -> None:
        look, plot = theme.current(), self._plot()
        painter.setFont(theme.font("small", tabular=True))
        for tick in _TICKS:
            y = round(self._at(0, tick).y()) + 0.5
            painter.setPen(QPen(theme.colour(look.grid), 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(theme.colour(look.text3))
            side = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            painter.drawText(QRectF(0, y - 8, plot.left() - 8, 16), side, percent(tick))
            under = QRectF(self._x(tick) - 30, self.height() - _BOTTOM_PX + 5, 60, 15)
            painter.drawText(under, Qt.AlignmentFlag.AlignCenter, percent(tick))

    def _paint_pointed(self, painter: QPainter) -> None:
        pointed = self._pointed()
        if pointed is not None:
            painter.fillRect(self._column(self._ranges[pointed]), theme.colour(theme.current().sunken))

    def _paint_honest(self, painter: QPainter) -> None:
        pen = QPen(theme.colour(theme.current().control), 1)
        pen.setDashPattern([5, 4])
        painter.setPen(pen)
        painter.drawLine(self._at(0, 0), self._at(1, 1))

    def _paint_threshold(self, painter: QPainter, threshold: float) -> None:
        look, plot = theme.current(), self._plot()
        pen = QPen(theme.colour(look.text3), 1)
        pen.setDashPattern([2, 3])
        painter.setPen(pen)
        x = round(self._x(threshold)) + 0.5
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour(look.text3))
        rect = QRectF(plot.left(), plot.bottom() - 18, x - plot.left() - 6, 16)
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), tr("not sure"))

    def _paint_bins(self, painter: QPainter, bins: Sequence[Bin], is_after: bool) -> None:
        look = theme.current()
        tone = theme.colour(look.accent if is_after else look.accent_faint)
        points = [self._at(each.share, each.accuracy) for each in bins]
        pen = QPen(tone, 2 if is_after else 1.5)
        if not is_after:
            pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF(points))
        painter.setPen(QPen(tone, 1.5))
        painter.setBrush(tone if is_after else theme.colour(look.surface))
        most = max((each.count for each in bins), default=1)
        least_px, most_px = _POINT_PX
        for each, point in zip(bins, points, strict=True):
            size = least_px + (most_px - least_px) * (each.count / most) ** 0.5
            painter.drawEllipse(point, size, size)

    def _paint_counts(self, painter: QPainter) -> None:
        """How many answers there are in each bin, after scaling."""
        look, bottom = theme.current(), self.height() - _BOTTOM_PX
        shown = [(each, each.after.count) for each in self._ranges if each.after is not None]
        most = max((count for _, count in shown), default=0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(look.accent_faint))
        for each, count in shown:
            column, high = self._column(each), max(1.5, _COUNTS_PX * count / most)
            painter.drawRect(QRectF(column.left() + 2, bottom - high, column.width() - 4, high))
        painter.setFont(theme.font("small", tabular=True))
        painter.setPen(theme.colour(look.text3))
        rect = QRectF(0, bottom - _COUNTS_PX, _LEFT_PX - 8, 15)
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), f"{most:,}")

    # ---- what the user does

    def _go_to(self, place: int | None) -> None:
        self._current = place
        self._tell()

    def _point_at(self, place: int | None) -> None:
        if place != self._hovered:
            self._hovered = place
            self._tell()

    # ---- Qt's

    def sizeHint(self) -> QSize:
        return QSize(440, 260)

    def minimumSizeHint(self) -> QSize:
        return QSize(300, 230)

    def paintEvent(self, _event: QPaintEvent) -> None:
        calibration = self._calibration
        if calibration is None:
            return
        painter = QPainter(self)
        self._paint_pointed(painter)
        self._paint_grid(painter)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_honest(painter)
        self._paint_threshold(painter, calibration.threshold)
        self._paint_counts(painter)
        befores = [each.before for each in self._ranges if each.before is not None]
        afters = [each.after for each in self._ranges if each.after is not None]
        self._paint_bins(painter, befores, is_after=False)
        self._paint_bins(painter, afters, is_after=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self._ranges) - 1
        at = self._current
        moves = {
            Qt.Key.Key_Left: last if at is None else max(0, at - 1),
            Qt.Key.Key_Right: 0 if at is None else min(last, at + 1),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        to = moves.get(Qt.Key(event.key()))
        if to is None or last < 0:
            event.ignore()
        else:
            self._go_to(to)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._go_to(None)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point_at(self._range_at(event.position().x()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point_at(None)
