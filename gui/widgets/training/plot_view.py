"""What the plots of a training share of pyqtgraph: its view, with axes.

Imported where a plot is built and not before: pyqtgraph takes a third of a second to import.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from gui import theme
from gui.widgets.training.plot_content import Floats
from gui.widgets.training.plot_scale import Ticks

_NUMBER_PX = 16
_BESIDE_PX = 60
"""How far a number may reach beyond the end of its axis."""


@dataclass(frozen=True)
class Frame:
    """Where the plotted range lies, `area` in pixels, and from where to where it goes across and up, in the units of
    the view. `ratio`: how many of the screen's pixels one of ours is; None: it is drawn for a file, and the view
    counts pixels, so that lines in a file are plain ones. What lies more than `beyond` outside is cut off; None:
    nothing is."""

    size: QSizeF
    area: QRectF
    across: tuple[float, float]
    up: tuple[float, float]
    ratio: float | None
    beyond: QMarginsF | None = None

    def in_view(self, points: Floats) -> tuple[Floats, Floats]:
        """The places of points (n x 2, pixels) in the view."""
        x, y = points.reshape(-1, 2).T
        if self.ratio is None:
            return x, y
        area, (left, right), (low, high) = self.area, self.across, self.up
        return (
            left + (x - area.left()) * ((right - left) / area.width()),
            low + (area.bottom() - y) * ((high - low) / area.height()),
        )


class PlotView(pg.PlotWidget):  # type: ignore[misc]  # pyqtgraph ships no types
    """A view whose ranges and ticks are set from outside; nothing in it answers the pointer.

    `draw` is called when the items have to be set anew, and must call `lay_out`. The view paints them into a picture
    once: what moves above it, as a crosshair does, leaves the curves alone.
    """

    def __init__(self, draw: Callable[[], None], parent: QWidget) -> None:
        axes = {side: _Axis(side) for side in ("left", "bottom")}
        super().__init__(parent, background=None, enableMenu=False, axisItems=axes)
        self._draw_items = draw
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

    def lay_out(self, frame: Frame, x_ticks: Ticks, y_ticks: Ticks, beside_px: float, below_px: float) -> None:
        """Put range and ticks in place; the numbers stand so far beside and below the area."""
        beyond = frame.beyond or QMarginsF()
        box = frame.area.marginsAdded(beyond)
        # Not `self.setRange`: that is the ViewBox's.
        pg.GraphicsView.setRange(self, QRectF(QPointF(0, 0), frame.size), padding=0, disableAutoPixel=False)
        self.plotItem.layout.setContentsMargins(0, box.top(), frame.size.width() - box.right(), 0)
        left, bottom = self.getAxis("left"), self.getAxis("bottom")
        left.setWidth(box.left())
        bottom.setHeight(frame.size.height() - box.bottom())
        self.plotItem.layout.activate()
        self.box.setFlag(QGraphicsItem.GraphicsItemFlag.ItemClipsChildrenToShape, frame.beyond is not None)
        self._set_ranges(frame, box)
        left.place(y_ticks, beside_px - beyond.left())
        bottom.place(x_ticks, below_px - beyond.bottom())

    def forget_picture(self) -> None:
        """The items are to be set anew before the next painting."""
        self._picture = None
        self.viewport().update()

    def paint_scene(self, painter: QPainter, target: QRectF) -> None:
        """Paint the items as they are now."""
        self.scene().render(painter, target, QRectF(QPointF(0, 0), target.size()))

    def _set_ranges(self, frame: Frame, box: QRectF) -> None:
        corners = np.array([[box.left(), box.bottom()], [box.right(), box.top()]])
        across, up = frame.in_view(corners)
        self.box.invertY(frame.ratio is None)
        self.box.setRange(xRange=across.tolist(), yRange=sorted(up.tolist()), padding=0)

    # ---- Qt

    def paintEvent(self, _event: QPaintEvent) -> None:
        ratio = self.devicePixelRatioF()
        if self._picture is None or self._picture.size() != self.size() * ratio:
            self._draw_items()
            self._picture = QPixmap(self.size() * ratio)
            self._picture.setDevicePixelRatio(ratio)
            self._picture.fill(theme.colour(theme.current().surface))
            with QPainter(self._picture) as painter:
                self.paint_scene(painter, QRectF(self.rect()))
        with QPainter(self.viewport()) as painter:
            painter.drawPixmap(0, 0, self._picture)


class _Axis(pg.AxisItem):  # type: ignore[misc]
    """The numbers beside an axis, without a line."""

    def __init__(self, side: str) -> None:
        super().__init__(side)
        self.setStyle(tickLength=0, tickAlpha=0, autoExpandTextSpace=False, hideOverlappingLabels=_BESIDE_PX)
        self.enableAutoSIPrefix(False)
        self._lower_px = 0.0
        self.setPen(None)

    def place(self, ticks: Ticks, away_px: float) -> None:
        """Write these, so far from the axis."""
        font = theme.font("small", tabular=True)
        self.setStyle(tickFont=font, tickTextOffset=round(away_px))
        # Below the plot it puts the letters' top there, which would move with the font; ours is the line's.
        self._lower_px = (_NUMBER_PX - QFontMetricsF(font).height()) / 2 if self.orientation == "bottom" else 0.0
        self.setTextPen(theme.current().text3)
        self.setTicks([list(ticks)])

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        # Not by way of a QPicture, as AxisItem does: that forgets the font's tabular figures.
        specs = self.generateDrawSpecs(painter)
        if specs is not None:
            painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
            painter.setPen(self.textPen())
            painter.translate(0, self._lower_px)
            for rect, flags, words in specs[2]:
                painter.drawText(rect, int(flags), words)


class Painted(QGraphicsItem):
    """Words and samples in a scene: painted by a function, in the scene's pixels, above the curves."""

    def __init__(self, view: PlotView) -> None:
        super().__init__()
        self._view = view
        self.paint_it: Callable[[QPainter], None] | None = None
        self.setZValue(1)
        view.scene().addItem(self)

    # ---- Qt

    def boundingRect(self) -> QRectF:
        return QRectF(self._view.sceneRect())

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        if self.paint_it is not None:
            self.paint_it(painter)
