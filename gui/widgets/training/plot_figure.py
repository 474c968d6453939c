"""A whole plot: title, legend and chart, drawn by pyqtgraph. Imported where one is built, as `plot_view` is."""

from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from gui.widgets.training.plot_content import Content, Floats
from gui.widgets.training.plot_items import Items
from gui.widgets.training.plot_legend import paint_header
from gui.widgets.training.plot_painting import (
    BELOW_AREA_PX,
    EDGE_PX,
    Drawing,
    chart_ends,
    figure_chart,
    paint_best_words,
)
from gui.widgets.training.plot_scale import Scale
from gui.widgets.training.plot_view import Frame, Painted, PlotView


class PlotFigure:
    """Sets the items of its view. `draw_now` is called when the view has to be drawn anew, and must call `draw`."""

    def __init__(self, title: str, draw_now: Callable[[], None], parent: QWidget) -> None:
        self._title = title
        self.view = PlotView(draw_now, parent)
        self._items = Items(self.view)
        self._words = Painted(self.view)

    def draw(self, rect: QRectF, content: Content, scale: Scale, ratio: float | None, taken_px: float = 0) -> Floats:
        """Draw all of it as large as `rect`; `ratio`: how many of the screen's pixels one of ours is, None for a file.
        The legend leaves the first `taken_px` pixels of its line free. Returns points that the curves run through, n x
        2 in pixels."""
        rect = QRectF(0, 0, rect.width(), rect.height())
        chart = figure_chart(rect, content, scale)
        across, up, y_ticks = chart_ends(scale)
        frame = Frame(rect.size(), chart.area, across, up, ratio)
        self.view.lay_out(frame, scale.x_ticks, y_ticks, EDGE_PX, BELOW_AREA_PX)
        self._items.begin(frame)
        points = Drawing(self._items, chart, ratio).draw(content)
        self._items.end()
        names = [each.name for each in content.overlays]

        def paint_words(painter: QPainter) -> None:
            paint_header(painter, rect, self._title, content.smoothing, names, taken_px)
            paint_best_words(painter, chart, content)

        self._words.paint_it = paint_words
        return points
