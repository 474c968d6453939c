"""The part of a curve plot that answers the pointer: pyqtgraph's view of the curves, and above it what moves."""

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from core.words import tr
from gui import theme
from gui.widgets.training.plot_content import Content, Floats
from gui.widgets.training.plot_legend import TITLE_PX, runs_rect
from gui.widgets.training.plot_painting import EDGE_PX, Chart, figure_chart
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
        # It takes pyqtgraph along, a third of a second: not before a plot is built.
        from gui.widgets.training.plot_figure import PlotFigure

        self._title = title
        self._figure = PlotFigure(title, self._draw_shown, self)
        self._above = _Above(self)
        self._taken_px = 0.0
        self._help = tr(
            "Point at the plot, or walk with ← and →, to read its values. To look closer, drag across it, or turn the "
            "wheel with Ctrl (or +, −; 0 shows the whole run)."
        )
        self._shown: tuple[Content, Scale] | None = None
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
        self._figure.view.forget_picture()
        self._above.update()

    def point_at(self, position: float | None) -> None:
        """Put the crosshair there; None takes it away. The curves are not drawn again."""
        if position != self._pointed:
            self._pointed = position
            self._above.update()

    def chart(self) -> Chart | None:
        """What stands where."""
        return None if self._shown is None else figure_chart(QRectF(self.rect()), *self._shown)

    def paint_file(self, painter: QPainter, rect: QRectF, content: Content, scale: Scale) -> None:
        """Paint title, legend and curves into a rectangle of a file. Nothing changes on the screen."""
        from gui.widgets.training.plot_figure import paint_figure

        paint_figure(painter, rect, self._title, content, scale, self)

    def paint_above(self, painter: QPainter) -> None:
        """Paint what moves over the curves: what is dragged across, or the crosshair with its readout."""
        chart = self.chart()
        if chart is None or self._shown is None:
            return
        if self._drag is not None:
            self._paint_drag(painter, chart, self._drag)
        elif self._pointed is not None and chart.scale.left - 1e-9 <= self._pointed <= chart.scale.right + 1e-9:
            self._paint_pointed(painter, chart, self._shown[0], self._pointed)

    def _draw_shown(self) -> None:
        if self._shown is not None:
            self._points = self._draw(*self._shown)

    def _draw(self, content: Content, scale: Scale) -> Floats:
        return self._figure.draw(QRectF(self.rect()), content, scale, self.devicePixelRatioF(), self._taken_px)

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._figure.view.setGeometry(self.rect())
        self._above.setGeometry(self.rect())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._drag = (event.position().x(),) * 2
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        x, chart = event.position().x(), self.chart()
        if self._drag is not None:
            self._drag = self._drag[0], x
            self._above.update()
        elif chart is not None:
            inside = chart.area.adjusted(-EDGE_PX, -EDGE_PX, EDGE_PX, EDGE_PX).contains(event.position())
            self.hovered.emit(self._epoch_at(x) if inside else None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        drag, self._drag = self._drag, None
        self._above.update()
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


class _Above(QWidget):
    """Lies over the curves, which keep their picture whatever is painted here."""

    def __init__(self, canvas: CurveCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    # ---- Qt

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._canvas.paint_above(painter)
