"""What the plots of a training share of pyqtgraph: its view, with axes.

Imported where a plot is built and not before: pyqtgraph takes a third of a second to import.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from gui import theme
from gui.widgets.training.plot_painting import Frame
from gui.widgets.training.plot_scale import Ticks

_NUMBER_PX = 16
_BESIDE_PX = 60
"""How far a number may reach beyond the end of its axis."""


class PlotView(pg.PlotWidget):  # type: ignore[misc]  # pyqtgraph ships no types
    """A view whose ranges and ticks are set from outside; nothing in it answers the pointer.

    `draw` is called when the items have to be set anew, and must call `lay_out`. The view paints them into a picture
    once: what moves above it, as a crosshair does, leaves the curves alone.
    """

    def __init__(self, draw: Callable[[], None], parent: QWidget) -> None:
        axes = {side: _Axis(side) for side in ("left", "bottom")}
        super().__init__(parent, background=None, enableMenu=False, axisItems=axes)
        self._draw_items = draw
        self._laid_out: tuple[object, ...] = ()
        self._picture: QPixmap | None = None
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        for widget in (self, self.viewport()):
            widget.setAcceptDrops(False)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.scene().setItemIndexMethod(self.scene().ItemIndexMethod.NoIndex)
        self.hideButtons()
        self.box: Any = self.getViewBox()
        self.box.setMouseEnabled(False, False)
        self.box.disableAutoRange()
        self.box.borderRect.hide()
        # Lines end at the area's edges by themselves; markers on an edge should be whole.
        self.box.setFlag(QGraphicsItem.GraphicsItemFlag.ItemClipsChildrenToShape, False)

    def lay_out(self, frame: Frame, x_ticks: Ticks, y_ticks: Ticks, beside_px: int, below_px: int) -> None:
        """Put the range in place, and the numbers with their places in pixels, so far beside and below the area; free
        when nothing changed."""
        wanted = (frame, x_ticks, y_ticks, beside_px, below_px, theme.current())
        if wanted == self._laid_out:
            return
        self._laid_out = wanted
        area, size = frame.area, frame.size
        # Not `self.setRange`: that is the ViewBox's.
        pg.GraphicsView.setRange(self, QRectF(QPointF(0, 0), size), padding=0, disableAutoPixel=False)
        self.plotItem.layout.setContentsMargins(0, area.top(), size.width() - area.right(), 0)
        left, bottom = self.getAxis("left"), self.getAxis("bottom")
        left.setWidth(area.left())
        bottom.setHeight(size.height() - area.bottom())
        self.plotItem.layout.activate()
        across, up = frame.in_view(np.array([[area.left(), area.bottom()], [area.right(), area.top()]]))
        self.box.invertY(frame.ratio is None)
        self.box.setRange(xRange=across.tolist(), yRange=sorted(up.tolist()), padding=0)
        left.place(_in_view(frame, y_ticks, axis=1), beside_px)
        bottom.place(_in_view(frame, x_ticks, axis=0), below_px)

    def forget_picture(self) -> None:
        """The items are to be set anew before the next painting."""
        self._picture = None
        self.viewport().update()

    def paint_scene(self, painter: QPainter) -> None:
        """Paint the items as they are now, the scene's pixels as the painter's."""
        self.scene().render(painter, self.sceneRect(), self.sceneRect())

    # ---- Qt

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        self._laid_out = ()
        super().resizeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        ratio = self.devicePixelRatioF()
        if self._picture is None or self._picture.size() != self.size() * ratio:
            self._draw_items()
            self._picture = QPixmap(self.size() * ratio)
            self._picture.setDevicePixelRatio(ratio)
            self._picture.fill(theme.colour(theme.current().surface))
            with QPainter(self._picture) as painter:
                if self._laid_out:
                    self.paint_scene(painter)
        with QPainter(self.viewport()) as painter:
            painter.drawPixmap(0, 0, self._picture)


def _in_view(frame: Frame, ticks: Ticks, axis: int) -> Ticks:
    points = np.zeros((len(ticks), 2))
    points[:, axis] = [place for place, _ in ticks]
    places = frame.in_view(points)[axis].tolist()
    return tuple((place, words) for place, (_, words) in zip(places, ticks, strict=True))


class _Axis(pg.AxisItem):  # type: ignore[misc]
    """The numbers beside an axis, without a line."""

    def __init__(self, side: str) -> None:
        self.picture: Any = None
        super().__init__(side)
        self.setStyle(tickLength=0, tickAlpha=0, autoExpandTextSpace=False, hideOverlappingLabels=_BESIDE_PX)
        self.enableAutoSIPrefix(False)
        self._lower_px = 0.0
        self.setPen(None)

    def place(self, ticks: Ticks, away_px: int) -> None:
        """Write these, so far from the axis."""
        font = theme.font("small", tabular=True)
        self.setStyle(tickFont=font, tickTextOffset=away_px)
        # Below the plot it puts the letters' top there, which would move with the font; ours is the line's.
        self._lower_px = (_NUMBER_PX - QFontMetricsF(font).height()) / 2 if self.orientation == "bottom" else 0.0
        self.setTextPen(theme.current().text3)
        # At an end of the axis, rounding may put them beyond it, where they would be left out.
        low, high = sorted(self.range)
        self.setTicks([[(min(max(place, low), high), words) for place, words in ticks]])

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        # AxisItem keeps a QPicture in `picture` until something changes. That forgets the font's tabular figures, so
        # what it would draw is kept there instead.
        painter.setFont(self.style["tickFont"])
        if self.picture is None:
            specs = self.generateDrawSpecs(painter)
            self.picture = specs[2] if specs is not None else []
        painter.setPen(self.textPen())
        painter.translate(0, self._lower_px)
        for rect, flags, words in self.picture:
            painter.drawText(rect, int(flags), words)


class Painted(QGraphicsItem):
    """Words and samples in a scene: painted by a function, in the scene's pixels, above the curves."""

    def __init__(self, view: PlotView, paint: Callable[[QPainter], None]) -> None:
        super().__init__()
        self._view = view
        self._paint = paint
        self.setZValue(1)
        view.scene().addItem(self)

    # ---- Qt

    def boundingRect(self) -> QRectF:
        return QRectF(self._view.sceneRect())

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint(painter)
