"""A whole plot in a rectangle: title, legend and chart."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from gui.widgets.training.plot_content import Content, Floats
from gui.widgets.training.plot_legend import header_height, paint_header
from gui.widgets.training.plot_painting import Chart, chart_in, paint_chart
from gui.widgets.training.plot_scale import Scale

_BELOW_HEADER_PX = 4


def figure_chart(rect: QRectF, content: Content, scale: Scale) -> Chart:
    """Where the chart lies below title and legend."""
    top = header_height(rect.width(), len(content.overlays)) + _BELOW_HEADER_PX
    return chart_in(rect.adjusted(0, top, 0, 0), scale)


def paint_figure(
    painter: QPainter,
    rect: QRectF,
    title: str,
    content: Content,
    scale: Scale,
    ratio: float | None,
    taken_px: float = 0,
) -> Floats:
    """Paint all of it; `ratio`: how many of the screen's pixels one of ours is, None for a file. The legend leaves the
    first `taken_px` pixels of its line free. Returns points that the curves run through, n x 2 in pixels."""
    names = [each.name for each in content.overlays]
    paint_header(painter, rect, title, content.smoothing, names, taken_px)
    return paint_chart(painter, figure_chart(rect, content, scale), content, ratio)
