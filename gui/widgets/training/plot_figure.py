"""A whole plot: title, legend and chart, drawn by pyqtgraph. Imported where one is built, as `plot_view` is."""

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from gui.widgets.training.plot_content import Content, Floats
from gui.widgets.training.plot_items import Items
from gui.widgets.training.plot_legend import paint_header
from gui.widgets.training.plot_painting import (
    BELOW_AREA_PX,
    EDGE_PX,
    Chart,
    Drawing,
    Frame,
    chart_ends,
    figure_chart,
    paint_best_words,
)
from gui.widgets.training.plot_scale import Scale
from gui.widgets.training.plot_view import Painted, PlotView


class PlotFigure:
    """Sets the items of its view. `draw_now` is called when the view has to be drawn anew, and must call `draw`."""

    def __init__(self, title: str, draw_now: Callable[[], None], parent: QWidget) -> None:
        self._title = title
        self.view = PlotView(draw_now, parent)
        self._items = Items(self.view)
        self._painted = Painted(self.view, self._paint_words)
        self._shown: tuple[QRectF, Chart, Content, float] | None = None
        self._points: Floats = np.empty((0, 2))

    def draw(self, rect: QRectF, content: Content, scale: Scale, ratio: float | None, taken_px: float = 0) -> Floats:
        """Draw all of it into `rect` of the scene; `ratio`: how many of the screen's pixels one of ours is, None for a
        file. The legend leaves the first `taken_px` pixels of its line free. Returns points that the curves run
        through, n x 2 in pixels."""
        chart = figure_chart(rect, content, scale)
        frame = Frame(QSizeF(rect.right(), rect.bottom()), chart.area, *chart_ends(scale), ratio)
        self.view.lay_out(frame, *chart.ticks(), beside_px=EDGE_PX, below_px=BELOW_AREA_PX)
        self._items.begin(frame)
        self._points = Drawing(self._items, chart, ratio).draw(content)
        self._items.end()
        self._shown = (rect, chart, content, taken_px)
        return self._points

    def _paint_words(self, painter: QPainter) -> None:
        if self._shown is not None:
            rect, chart, content, taken_px = self._shown
            names = [each.name for each in content.overlays]
            paint_header(painter, rect, self._title, content.smoothing, names, taken_px)
            paint_best_words(painter, chart, content, self._points)


def paint_figure(painter: QPainter, rect: QRectF, title: str, content: Content, scale: Scale, parent: QWidget) -> None:
    """Paint a plot into a rectangle of a file, in a view of its own: the one on the screen is laid out for the screen,
    and is not to be touched."""
    figure = PlotFigure(title, _nothing, parent)
    try:
        figure.draw(rect, content, scale, ratio=None)
        figure.view.paint_scene(painter)
    finally:
        figure.view.deleteLater()


def _nothing() -> None:
    """A view that is never shown does not ask to be drawn."""
