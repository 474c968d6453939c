"""The painted part of a curve plot. The curves are painted into a picture once; the crosshair moves over it."""

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from core.words import tr
from gui import theme
from gui.widgets.training.plot_content import Content, Floats
from gui.widgets.training.plot_figure import figure_chart, paint_figure
from gui.widgets.training.plot_legend import TITLE_PX, runs_rect
from gui.widgets.training.plot_painting import EDGE_PX, Chart
from gui.widgets.training.plot_readout import Readout, paint_crosshair
from gui.widgets.training.plot_scale import Scale

_LEAST_DRAG_PX = 6
_WHEEL_STEP = 120


class CurveCanvas(QWidget):
    """Shows what it is given and tells what the pointer does over it, in epochs.

    `hovered`: the position below the pointer, None once it has left. `ranged`: from where to where was dragged.
    `turned`: steps of the wheel with Ctrl (forwards positive) and the position below it. `slid`: by how many epochs a
    wheel turned sideways moves the view. `double_clicked`.
    """

    hovered = Signal(object)
    ranged = Signal(float, float)
    turned = Signal(float, float)
    slid = Signal(float)
    double_clicked = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self._taken_px = 0.0
        self._help = tr(
            "Point at the plot, or walk with ← and →, to read its values. To look closer, drag across it, or turn the "
            "wheel with Ctrl (or +, −; 0 shows the whole run)."
        )
        self._shown: tuple[Content, Scale] | None = None
        self._picture: QPixmap | None = None
        self._points: Floats = np.empty((0, 2))
        self._pointed: float | None = None
        self._drag: tuple[float, float] | None = None
        self._readout = Readout()
        self.readout_rect = QRectF()
        self.can_slide = False
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_content(self, content: Content, scale: Scale, taken_px: float = 0) -> None:
        """Draw this from now on; something else lies on the first `taken_px` pixels of the title's line."""
        self._shown, self._taken_px = (content, scale), taken_px
        self._picture = None
        self.update()

    def point_at(self, position: float | None) -> None:
        """Put the crosshair there; None takes it away. The curves are not drawn again."""
        if position != self._pointed:
            self._pointed = position
            self.update()

    def chart(self) -> Chart | None:
        """What stands where."""
        return None if self._shown is None else figure_chart(QRectF(self.rect()), *self._shown)

    def _draw(self, content: Content, scale: Scale) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(theme.colour(theme.current().surface))
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        self._points = paint_figure(painter, rect, self._title, content, scale, ratio, self._taken_px)
        painter.end()
        return picture

    def _epoch_at(self, x: float) -> float | None:
        chart = self.chart()
        if chart is None:
            return None
        return chart.epoch_at(min(max(x, chart.area.left()), chart.area.right()))

    def _paint_pointed(self, painter: QPainter, chart: Chart, content: Content, position: float) -> None:
        paint_crosshair(painter, chart, content, position)
        if content.overlays:
            # The table names the runs and may lie here; parts of their legend beside it would only confuse.
            legend = runs_rect(QRectF(self.rect()), len(content.overlays))
            painter.fillRect(legend, theme.colour(theme.current().surface))
        self.readout_rect = self._readout.paint(painter, chart, content, position, self._points)

    def _paint_drag(self, painter: QPainter, chart: Chart, ends: tuple[float, float]) -> None:
        colours, area = theme.current(), chart.area
        left, right = max(min(ends), area.left()), min(max(ends), area.right())
        painter.fillRect(QRectF(left, area.top(), right - left, area.height()), theme.colour(colours.accent, 0.14))
        painter.setPen(theme.colour(colours.accent))
        for x in (left, right):
            painter.drawLine(QPointF(round(x) + 0.5, area.top()), QPointF(round(x) + 0.5, area.bottom()))

    # ---- Qt

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            # Over the curves it would lie on what is pointed at.
            if event.pos().y() < TITLE_PX:
                QToolTip.showText(event.globalPos(), self._help, self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        chart = self.chart()
        if chart is None or self._shown is None:
            return
        content, scale = self._shown
        ratio = self.devicePixelRatioF()
        if self._picture is None or self._picture.size() != self.size() * ratio:
            self._picture = self._draw(content, scale)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._drag is not None:
            self._paint_drag(painter, chart, self._drag)
        elif self._pointed is not None and chart.scale.left - 1e-9 <= self._pointed <= chart.scale.right + 1e-9:
            self._paint_pointed(painter, chart, content, self._pointed)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._drag = (event.position().x(),) * 2
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        x, chart = event.position().x(), self.chart()
        if self._drag is not None:
            self._drag = self._drag[0], x
            self.update()
        elif chart is not None:
            inside = chart.area.adjusted(-EDGE_PX, -EDGE_PX, EDGE_PX, EDGE_PX).contains(event.position())
            self.hovered.emit(self._epoch_at(x) if inside else None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        drag, self._drag = self._drag, None
        self.update()
        if drag is not None and abs(drag[1] - drag[0]) >= _LEAST_DRAG_PX:
            ends = self._epoch_at(min(drag)), self._epoch_at(max(drag))
            if ends[0] is not None and ends[1] is not None and ends[1] > ends[0]:
                self.ranged.emit(*ends)
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.double_clicked.emit()

    def leaveEvent(self, event: QEvent) -> None:
        self.hovered.emit(None)
        super().leaveEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        chart, delta = self.chart(), event.angleDelta()
        if chart is not None and event.modifiers() & Qt.KeyboardModifier.ControlModifier and delta.y():
            position = self._epoch_at(event.position().x())
            self.turned.emit(delta.y() / _WHEEL_STEP, position)
            event.accept()
        elif chart is not None and self.can_slide and abs(delta.x()) > abs(delta.y()):
            self.slid.emit(-delta.x() / _WHEEL_STEP * 40 * chart.epochs_per_px())
            event.accept()
        else:
            # The wheel alone belongs to the page that the plot lies on.
            event.ignore()
