"""The lines and markers in a plot's view: items of pyqtgraph, used again from one drawing to the next."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainterPath, QPen

from gui import theme
from gui.widgets.training.plot_content import Floats
from gui.widgets.training.plot_lines import joined
from gui.widgets.training.plot_painting import Frame
from gui.widgets.training.plot_view import PlotView


class Items:
    """The lines and markers in a view, in the order in which they are drawn; all places in pixels. Items of the drawing
    before are used again."""

    def __init__(self, view: PlotView) -> None:
        self._view = view
        self._lines: list[Any] = []
        self._spots: list[Any] = []
        self._used = (0, 0)

    def begin(self, frame: Frame) -> None:
        """Draw anew, in this frame."""
        self._frame = frame
        self._bounds = self._view.box.viewRect()
        self._used = (0, 0)

    def end(self) -> None:
        """Nothing more comes: hide what is left of the drawing before."""
        for items, used in zip((self._lines, self._spots), self._used, strict=True):
            for item in items[used:]:
                item.hide()

    def line(self, points: Floats, pen: QPen, antialias: bool = True) -> None:
        """A line through points, n x 2; NaN makes a gap."""
        lines, spots = self._used
        if lines == len(self._lines):
            self._lines.append(self._add(_Line(connect="finite")))
        self._used = (lines + 1, spots)
        self._show(self._lines[lines], points, pen=self._of_screen(pen), antialias=antialias)

    def grid(self, heights: Sequence[float]) -> None:
        """A line from end to end of the area at each of the heights, sharp on a screen."""
        area = self._frame.area
        lines = [np.array([(area.left(), y), (area.right(), y)]) for y in np.floor(heights) + 0.5]
        self.line(joined(lines), QPen(theme.colour(theme.current().grid), 1), antialias=False)

    def markers(self, points: Floats, shape: QPainterPath, pen: QPen, fill: QColor) -> None:
        """A shape at every one of the points, n x 2."""
        lines, spots = self._used
        if spots == len(self._spots):
            # Without its cache they are drawn as shapes, in a file too, and not as small pictures of them.
            self._spots.append(self._add(_Spots(size=1, useCache=False, antialias=True)))
        self._used = (lines, spots + 1)
        self._show(self._spots[spots], points, symbol=shape, size=1, pen=pen, brush=fill)

    def dots(self, points: Floats, radius: float, colour: QColor) -> None:
        """A filled circle at every one of the points, n x 2."""
        shape = QPainterPath()
        shape.addEllipse(QPointF(), radius, radius)
        self.markers(points, shape, QPen(Qt.PenStyle.NoPen), colour)

    def _add(self, item: Any) -> Any:
        self._view.box.addItem(item, ignoreBounds=True)
        return item

    def _show(self, item: Any, points: Floats, **look: Any) -> None:
        x, y = self._frame.in_view(points)
        wanted = (self._bounds, x.tobytes(), y.tobytes(), look)
        if wanted != item.shown:
            item.shown, item.filled = wanted, self._bounds
            item.setData(x=x, y=y, **look)
        item.setZValue(sum(self._used))
        item.show()

    def _of_screen(self, pen: QPen) -> QPen:
        """Cosmetic, as the two axes have scales of their own; such a pen counts the screen's pixels."""
        if self._frame.ratio is None:
            return pen
        wide = QPen(pen)
        wide.setWidthF(pen.widthF() * self._frame.ratio)
        wide.setCosmetic(True)
        return wide


class _Bounded:
    """An item that says it fills the view: lines are cut to it already, and to work out the bounds of every item takes
    pyqtgraph as long as to draw it."""

    filled = QRectF()
    shown: object = None
    """What it was last given, which is not set again."""

    # ---- Qt

    def boundingRect(self) -> QRectF:
        return self.filled


class _Line(_Bounded, pg.PlotCurveItem):  # type: ignore[misc]  # pyqtgraph ships no types
    pass


class _Spots(_Bounded, pg.ScatterPlotItem):  # type: ignore[misc]
    pass
