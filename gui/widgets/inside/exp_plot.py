"""The curve of exp with a point for every class, painted."""

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from core.words import tr
from gui import theme
from gui.widgets.inside.exp_scale import ExpScale, exp_in_words

_LEFT_PX, _RIGHT_PX, _TOP_PX, _BOTTOM_PX = 62, 34, 12, 22
_POINT_PX = 4.0
_NEAR_PX = 9
_LABEL_PX = 16
_MOST_SAID = 10


class ExpPlot(QWidget):
    """Logits across, exp(logit) up; the highest stands out, the second is named."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._logits: npt.NDArray[np.float64] = np.zeros(0)
        self._names: tuple[str, ...] = ()
        self._scale: ExpScale | None = None
        self._ranked: list[int] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("The curve of exp, with a point for every class"))

    def show_logits(self, logits: npt.NDArray[np.float64], names: tuple[str, ...], scale: ExpScale | None) -> None:
        """Show these; `scale` says where, None: nothing can be shown."""
        self._logits, self._names, self._scale = logits, names, scale
        ranked = np.argsort(-np.nan_to_num(logits, nan=-np.inf, posinf=-np.inf), kind="stable")
        self._ranked = [int(index) for index in ranked if scale is not None and logits[index] >= scale.left]
        self.setAccessibleDescription("; ".join(map(self._words, self._ranked[:_MOST_SAID])))
        self.update()

    def point(self, index: int) -> QPointF:
        """Where a class's point is."""
        assert self._scale is not None
        return self._at(self._scale, float(self._logits[index]))

    def _words(self, index: int) -> str:
        return f"{self._names[index]}: {exp_in_words(float(self._logits[index]))}"

    def _plot(self) -> QRectF:
        return QRectF(self.rect()).adjusted(_LEFT_PX, _TOP_PX, -_RIGHT_PX, -_BOTTOM_PX)

    def _at(self, scale: ExpScale, logit: float) -> QPointF:
        plot = self._plot()
        return QPointF(
            plot.left() + plot.width() * scale.across(logit), plot.bottom() - plot.height() * scale.height(logit)
        )

    # ---- painting

    def _paint_grid(self, painter: QPainter, scale: ExpScale) -> None:
        colours, plot = theme.current(), self._plot()
        painter.setFont(theme.font("small", tabular=True))
        for height, words in scale.exp_ticks():
            y = plot.bottom() - height * plot.height()
            painter.setPen(QPen(theme.colour(colours.grid), 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(theme.colour(colours.text3))
            label = QRectF(0, y - 8, plot.left() - 8, 16)
            painter.drawText(label, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), words)
        for logit, words in scale.logit_ticks():
            x = plot.left() + plot.width() * scale.across(logit)
            painter.drawText(QRectF(x - 30, plot.bottom() + 5, 60, 15), Qt.AlignmentFlag.AlignCenter, words)

    def _paint_curve(self, painter: QPainter, scale: ExpScale) -> None:
        plot = self._plot()
        across = np.linspace(scale.left, scale.right, max(2, int(plot.width())))
        points = [self._at(scale, float(logit)) for logit in across if scale.height(float(logit)) <= 1.06]
        painter.setPen(QPen(theme.colour(theme.current().control), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF(points))

    def _paint_points(self, painter: QPainter) -> None:
        colours, ground = theme.current(), self._plot().bottom()
        accent = theme.colour(colours.accent)
        for place, index in reversed(list(enumerate(self._ranked))):
            point = self.point(index)
            if place == 0:
                painter.setPen(QPen(accent, 2))
                painter.drawLine(point, QPointF(point.x(), ground))
            elif place == 1 and ground - point.y() > 2 * _POINT_PX:
                painter.setPen(QPen(theme.colour(colours.text3), 1, Qt.PenStyle.DotLine))
                painter.drawLine(point, QPointF(point.x(), ground))
            painter.setPen(QPen(accent, 1.5))
            painter.setBrush(accent if place == 0 else theme.colour(colours.surface))
            size = _POINT_PX + 1.5 if place == 0 else _POINT_PX
            painter.drawEllipse(point, size, size)

    def _paint_labels(self, painter: QPainter) -> None:
        colours, above = theme.current(), None
        for place, index in enumerate(self._ranked[:2]):
            painter.setFont(theme.font("small", 600 if place == 0 else None, tabular=True))
            painter.setPen(theme.colour(colours.text if place == 0 else colours.text2))
            point = self.point(index)
            # The winner's stands at its own height, the second's above its point, off the curve.
            centre = point.y() if place == 0 else point.y() - 14
            if above is not None:
                centre = max(centre, above + _LABEL_PX)
            above = centre
            self._paint_label(painter, self._words(index), point, centre)

    def _paint_label(self, painter: QPainter, words: str, point: QPointF, centre: float) -> None:
        """Beside a point, at the left where there is room."""
        metrics = QFontMetricsF(painter.font())
        left_room, right_room = point.x() - 12, self.width() - point.x() - 12
        width = metrics.horizontalAdvance(words) + 2
        is_left = left_room >= width or left_room >= right_room
        if self._is_crowded() and right_room >= width:
            is_left = False
        room = left_room if is_left else right_room
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideMiddle, room)
        width = min(width, room)
        left = point.x() - 11 - width if is_left else point.x() + 11
        rect = QRectF(left, centre - _LABEL_PX / 2, width, _LABEL_PX)
        painter.fillRect(rect, theme.colour(theme.current().surface, 0.8))
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter), shown)

    def _is_crowded(self) -> bool:
        """Whether the second stands where the first one's words would begin."""
        if len(self._ranked) < 2:
            return False
        off = self.point(self._ranked[0]) - self.point(self._ranked[1])
        return 0 < off.x() < 2 * _NEAR_PX and off.y() > -_LABEL_PX / 2

    def _near(self, point: QPointF) -> int | None:
        """The class whose point is nearest, if any is near."""
        best, least = None, float(_NEAR_PX)
        for index in self._ranked:
            off = self.point(index) - point
            distance = float(np.hypot(off.x(), off.y()))
            if distance < least:
                best, least = index, distance
        return best

    # ---- Qt

    def sizeHint(self) -> QSize:
        return QSize(560, 190)

    def minimumSizeHint(self) -> QSize:
        return QSize(260, 120)

    def paintEvent(self, _event: QPaintEvent) -> None:
        scale = self._scale
        if scale is None:
            return
        painter = QPainter(self)
        self._paint_grid(painter, scale)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_curve(painter, scale)
        self._paint_points(painter)
        self._paint_labels(painter)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and self._scale is not None:
            index = self._near(QPointF(event.pos()))
            if index is None:
                QToolTip.hideText()
            else:
                QToolTip.showText(event.globalPos(), self._words(index), self)
            return True
        return bool(super().event(event))
