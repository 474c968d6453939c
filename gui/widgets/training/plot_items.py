"""The lines and markers in a plot's view: items of pyqtgraph, used again from one drawing to the next."""

from typing import Any

import pyqtgraph as pg
from PySide6.QtGui import QColor, QPainterPath, QPen

from gui.widgets.training.plot_content import Floats
from gui.widgets.training.plot_view import Frame, PlotView


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
            self._lines.append(self._add(pg.PlotCurveItem(connect="finite")))
        self._used = (lines + 1, spots)
        x, y = self._frame.in_view(points)
        self._show(self._lines[lines], x, y, pen=self._of_screen(pen), antialias=antialias)

    def markers(self, points: Floats, shape: QPainterPath, pen: QPen, fill: QColor | None) -> None:
        """A shape at every one of the points, n x 2."""
        lines, spots = self._used
        if spots == len(self._spots):
            # Without its cache they are drawn as shapes, in a file too, and not as small pictures of them.
            self._spots.append(self._add(pg.ScatterPlotItem(size=1, useCache=False, antialias=True)))
        self._used = (lines, spots + 1)
        x, y = self._frame.in_view(points)
        self._show(self._spots[spots], x, y, symbol=shape, size=1, pen=pen, brush=fill)

    def _add(self, item: Any) -> Any:
        self._view.box.addItem(item, ignoreBounds=True)
        return item

    def _show(self, item: Any, x: Floats, y: Floats, **more: Any) -> None:
        item.setData(x=x, y=y, **more)
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
