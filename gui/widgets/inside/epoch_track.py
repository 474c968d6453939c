"""The track of the epoch slider: a groove, a dot for every stop, a mark at the best epoch, a handle."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QWidget

from core.words import tr
from gui import theme

_HANDLE_PX = 6.5
_GROOVE_PX = 4
_DOTS_PX = 14
"""Closer together, stops would run into a line."""


class EpochTrack(QAbstractSlider):
    """Its value is the place of a stop; stops stand where their epochs are, evenly by number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._epochs: list[float] = [1.0]
        self._best: int | None = None
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Epoch"))
        self.setToolTip(tr("Go back to an earlier epoch: what the layers made of this picture then"))

    def set_stops(self, epochs: Sequence[float], best: int | None) -> None:
        """At least one stop, ascending, and the epoch that has the mark."""
        self._epochs, self._best = list(epochs), best
        self.setRange(0, len(epochs) - 1)
        self.setPageStep(max(1, len(epochs) // 10))
        self.update()

    def stop_x(self, place: int) -> float:
        """Where a stop is."""
        return self._x(self._epochs[place])

    def _x(self, epoch: float) -> float:
        left, right = _HANDLE_PX + 2, self.width() - _HANDLE_PX - 2
        first, last = self._epochs[0], self._epochs[-1]
        return right if last <= first else left + (right - left) * (epoch - first) / (last - first)

    def _nearest(self, x: float) -> int:
        return min(range(len(self._epochs)), key=lambda place: abs(self.stop_x(place) - x))

    def sizeHint(self) -> QSize:
        return QSize(300, 24)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, 24)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours, middle, x = theme.current(), self.height() / 2, self.stop_x(self.value())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        groove = QRectF(2, middle - _GROOVE_PX / 2, self.width() - 4, _GROOVE_PX)
        painter.setBrush(theme.colour(colours.line))
        painter.drawRoundedRect(groove, 2, 2)
        if self.isEnabled():
            painter.setBrush(theme.colour(colours.accent_faint))
            groove.setRight(x)
            painter.drawRoundedRect(groove, 2, 2)
            self._paint_dots(painter, middle)
        if self._best is not None and self._epochs[0] <= self._best <= self._epochs[-1]:
            painter.fillRect(QRectF(round(self._x(self._best)) - 1, middle - 7, 2, 14), theme.colour(colours.second))
        tone = colours.accent_hover if self.underMouse() or self.isSliderDown() else colours.accent
        painter.setPen(QPen(theme.colour(colours.surface), 2))
        painter.setBrush(theme.colour(tone if self.isEnabled() else colours.edge))
        painter.drawEllipse(QPointF(x, middle), _HANDLE_PX, _HANDLE_PX)

    def _paint_dots(self, painter: QPainter, middle: float) -> None:
        if len(self._epochs) < 2 or (self.width() - 20) / (len(self._epochs) - 1) < _DOTS_PX:
            return
        painter.setBrush(theme.colour(theme.current().control))
        for place in range(len(self._epochs)):
            painter.drawEllipse(QPointF(self.stop_x(place), middle), 1.5, 1.5)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self.setValue(self._nearest(event.position().x()))
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self.setValue(self._nearest(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.isSliderDown():
            self.setSliderDown(False)
            self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        # The wheel belongs to what lies around it.
        event.ignore()


class BestMark(QWidget):
    """The mark of the best epoch, as a sample beside its words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(8, 14)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(QRectF(3, 0, 2, 14), theme.colour(theme.current().second))
