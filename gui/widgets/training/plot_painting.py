"""Painting a plot's grid, curves and best mark: the same for the screen, a PNG and an SVG."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from gui import theme
from gui.widgets.training.plot_content import Content, Floats
from gui.widgets.training.plot_scale import Scale
from gui.widgets.training.plot_strokes import Stroke, Strokes, strokes
from gui.widgets.training.plot_words import best_text

EDGE_PX = 7
"""Room around the plotted range, so that a marker on its edge is whole."""
MARKER_EVERY_PX = 9
"""Closer together, markers run into a rope."""
FURTHER_EVERY_PX = 18
AXIS_TEXT_PX = 40
_BELOW_PX = 20
_RIGHT_PX = 8
_BEST_PX = 4.5
_SAMPLED_PX = 4
_MANY = 100
_FINE = 4
"""Columns for each of our pixels in a file, which may be enlarged."""


@dataclass(frozen=True)
class Chart:
    """A scale laid over a rectangle, `area`: what stands where, in pixels."""

    area: QRectF
    scale: Scale

    def x(self, epochs: Floats) -> Floats:
        """Across."""
        return self.area.left() + self.area.width() * self.scale.across(epochs)

    def y(self, values: Floats) -> Floats:
        """Down."""
        return self.area.bottom() - self.area.height() * self.scale.up(values)

    def point(self, epoch: float, value: float) -> QPointF:
        """Where one value stands; its y is NaN where the axis has no place for it."""
        return QPointF(float(self.x(np.array([epoch]))[0]), float(self.y(np.array([value]))[0]))

    def epoch_at(self, x: float) -> float:
        """The position in epochs below a pixel."""
        scale = self.scale
        return scale.left + (x - self.area.left()) / self.area.width() * (scale.right - scale.left)

    def epochs_per_px(self) -> float:
        """How many epochs a pixel is wide."""
        return (self.scale.right - self.scale.left) / self.area.width()


def chart_in(rect: QRectF, scale: Scale) -> Chart:
    """The scale with room for its numbers around it."""
    metrics = QFontMetricsF(_axis_font())
    words_px = max((metrics.horizontalAdvance(words) for _, words in scale.y_ticks), default=0.0)
    left = max(AXIS_TEXT_PX, math.ceil(words_px)) + EDGE_PX
    area = rect.adjusted(left, EDGE_PX, -_RIGHT_PX - EDGE_PX, -_BELOW_PX - EDGE_PX)
    return Chart(QRectF(area.left(), area.top(), max(1.0, area.width()), max(1.0, area.height())), scale)


def paint_chart(painter: QPainter, chart: Chart, content: Content, ratio: float | None) -> Floats:
    """Grid, curves and best mark; `ratio`: how many of the screen's pixels one of ours is, None for a file. Returns
    points that the lines run through every few pixels, n x 2, for whoever looks for a place beside them."""
    look = strokes()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    _paint_axes(painter, chart)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    points = _Lines(painter, chart, ratio).paint(content, look)
    if content.best is not None:
        _paint_best(painter, chart, content)
    painter.restore()
    return np.concatenate(points)


def _axis_font() -> QFont:
    return theme.font("small", tabular=True)


def _paint_axes(painter: QPainter, chart: Chart) -> None:
    look, area = theme.current(), chart.area
    painter.setFont(_axis_font())
    heights = chart.y(np.array([value for value, _ in chart.scale.y_ticks]))
    for (_, words), height in zip(chart.scale.y_ticks, heights.tolist(), strict=True):
        painter.setPen(QPen(theme.colour(look.grid), 1))
        y = math.floor(height) + 0.5
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
        painter.setPen(theme.colour(look.text3))
        painter.drawText(QRectF(area.left() - 207, height - 8, 200, 16), _AT_RIGHT, words)
    places = chart.x(np.array([epoch for epoch, _ in chart.scale.x_ticks], np.float64))
    painter.setPen(theme.colour(look.text3))
    for (_, words), x in zip(chart.scale.x_ticks, places.tolist(), strict=True):
        painter.drawText(QRectF(x - 50, area.bottom() + EDGE_PX + 2, 100, 16), Qt.AlignmentFlag.AlignCenter, words)


_AT_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class _Lines:
    """The curves of one chart."""

    def __init__(self, painter: QPainter, chart: Chart, ratio: float | None) -> None:
        self._painter, self._chart, self._ratio = painter, chart, ratio

    def paint(self, content: Content, look: Strokes) -> list[Floats]:
        """All of them, the run's own epochs on top; returns the points of each."""
        faint = look.batches_faded if len(content.smoothed) else look.batches
        points = [self._batches(content.positions, content.values, faint)]
        if len(content.smoothed):
            points.append(self._batches(content.positions, content.smoothed, look.smoothed))
        for overlay, (training, validation) in zip(content.overlays, look.runs, strict=False):
            points.append(self._epochs(overlay.training, training))
            points.append(self._epochs(overlay.validation, validation, FURTHER_EVERY_PX))
        points.append(self._epochs(content.training, look.training))
        points.append(self._epochs(content.validation, look.validation, MARKER_EVERY_PX))
        return points

    def _batches(self, positions: Floats, values: Floats, stroke: Stroke) -> Floats:
        area = self._chart.area
        x, y = self._in_pixels(positions, values)
        # Batches beyond the axis run along its end.
        y = np.clip(y, area.top(), area.bottom())
        if self._ratio is None or len(x) < _MANY:
            return self._line(x, y, stroke)
        # Qt strokes a wide line with many corners a hundred times slower than one of a single pixel of the screen, so
        # several of those lie side by side.
        lines = max(1, round(stroke.width_px * self._ratio))
        apart = [(line - (lines - 1) / 2) / self._ratio for line in range(lines)]
        return self._line(x, y, replace(stroke, width_px=1 / self._ratio), apart)

    def _epochs(self, curve: Floats, stroke: Stroke, marker_every_px: float = 0) -> Floats:
        scale, epochs = self._chart.scale, np.arange(1.0, len(curve) + 1)
        points = self._line(*self._in_pixels(epochs, curve), stroke)
        if marker_every_px:
            every = max(1, math.ceil(marker_every_px * self._chart.epochs_per_px()))
            shown = (epochs >= scale.left) & (epochs <= scale.right) & (epochs % every == 0)
            centres = zip(self._chart.x(epochs[shown]).tolist(), self._chart.y(curve[shown]).tolist(), strict=True)
            for x, y in centres:
                if math.isfinite(y):
                    stroke.paint_marker(self._painter, QPointF(x, y))
        return points

    def _in_pixels(self, x: Floats, y: Floats) -> tuple[Floats, Floats]:
        """What of a curve is in sight, with no more points than can be told apart."""
        scale = self._chart.scale
        x, y = neighbours(x, y, scale.left, scale.right)
        x, y = reduced(x, y, (self._ratio or _FINE) / self._chart.epochs_per_px())
        return self._chart.x(x), self._chart.y(y)

    def _line(self, x: Floats, y: Floats, stroke: Stroke, apart: Sequence[float] = (0.0,)) -> Floats:
        """Draw it once for each of `apart`, moved by so many pixels; returns points that it runs through."""
        self._painter.setPen(stroke.pen())
        for piece in pieces(x, y, self._chart.area):
            if len(piece) == 1:
                self._paint_dot(QPointF(*piece[0].tolist()), stroke)
                continue
            polygon = QPolygonF([QPointF(*point) for point in piece.tolist()])
            for away in apart:
                # Not straight down, or steep parts would stay thin.
                self._painter.drawPolyline(polygon.translated(away / 2, away) if away else polygon)
        return self._sampled(x, y)

    def _sampled(self, x: Floats, y: Floats) -> Floats:
        known, area = np.isfinite(y), self._chart.area
        if not known.any():
            return np.empty((0, 2))
        across = np.arange(area.left(), area.right(), _SAMPLED_PX)
        down = np.interp(across, x[known], y[known], left=np.nan, right=np.nan)
        seen = np.isfinite(down)
        return np.column_stack([across[seen], down[seen]])

    def _paint_dot(self, centre: QPointF, stroke: Stroke) -> None:
        """A value without neighbours, as the first epoch is."""
        self._painter.setBrush(stroke.colour)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.drawEllipse(centre, stroke.width_px, stroke.width_px)
        self._painter.setPen(stroke.pen())


def neighbours(x: Floats, y: Floats, left: float, right: float) -> tuple[Floats, Floats]:
    """The points from `left` to `right` and one more at either side, so that lines reach the edges."""
    start, end = np.searchsorted(x, left), np.searchsorted(x, right, side="right")
    chosen = slice(max(0, int(start) - 1), int(end) + 1)
    return x[chosen], y[chosen]


def reduced(x: Floats, y: Floats, columns_per_unit: float) -> tuple[Floats, Floats]:
    """The lowest and highest value of every column of pixels: what a line through all points covers. `x` rises."""
    if len(x) < 2 or len(x) <= 2 * (x[-1] - x[0]) * columns_per_unit:
        return x, y
    first, last = np.floor(x[[0, -1]] * columns_per_unit)
    edges = np.arange(first + 1, last + 1) / columns_per_unit
    starts = np.unique(np.append(0, np.searchsorted(x[:-1], edges)))
    both = np.column_stack([np.fmin.reduceat(y, starts), np.fmax.reduceat(y, starts)])
    return np.repeat(x[starts], 2), both.ravel()


def pieces(x: Floats, y: Floats, area: QRectF) -> list[Floats]:
    """The line without its gaps, each piece n x 2, cut where it leaves the area at the left and right. A reader of SVG
    may know no clipping, so the line itself ends there."""
    known = np.isfinite(y)
    breaks = np.flatnonzero(np.diff(known.astype(np.int8), prepend=0, append=0))
    both = np.column_stack([x, y])
    cut = (_cut(both[start:end], area) for start, end in breaks.reshape(-1, 2).tolist())
    return [piece for piece in cut if len(piece)]


def _cut(piece: Floats, area: QRectF) -> Floats:
    piece = piece.copy()
    for edge, outside in ((area.left(), piece[:, 0] < area.left()), (area.right(), piece[:, 0] > area.right())):
        for end, before in ((0, 1), (-1, -2)):
            if outside[end] and len(piece) > 1 and not outside[before]:
                piece[end] = _crossing(piece[before], piece[end], edge)
    return piece[(piece[:, 0] >= area.left() - 1e-6) & (piece[:, 0] <= area.right() + 1e-6)]


def _crossing(inside: Floats, outside: Floats, edge: float) -> Floats:
    share = (edge - inside[0]) / (outside[0] - inside[0])
    return np.array([edge, inside[1] + share * (outside[1] - inside[1])])


def _paint_best(painter: QPainter, chart: Chart, content: Content) -> None:
    assert content.best is not None
    look, area, epoch = theme.current(), chart.area, content.best[0]
    point = chart.point(epoch, content.best_value())
    rect = best_rect(chart, content)
    if rect is None:
        return
    pen = QPen(theme.colour(look.text3), 1)
    pen.setDashPattern([2, 3])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    x = math.floor(point.x()) + 0.5
    painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
    if math.isfinite(point.y()):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(look.second))
        painter.drawEllipse(point, _BEST_PX, _BEST_PX)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(look.surface, 0.8))
    painter.drawRect(rect)
    painter.setPen(theme.colour(look.text))
    painter.setFont(_best_font())
    words = best_text(content.kind, epoch, content.best_value())
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, words)


def best_rect(chart: Chart, content: Content) -> QRectF | None:
    """Where the words beside the best epoch's mark stand; None where it is not in sight. Loss curves leave the top
    right empty, accuracy curves the bottom right."""
    if content.best is None or not chart.scale.left <= content.best[0] <= chart.scale.right:
        return None
    area, words = chart.area, best_text(content.kind, content.best[0], content.best_value())
    width = QFontMetricsF(_best_font()).horizontalAdvance(words) + 8
    x = chart.point(content.best[0], content.best_value()).x()
    left = x + 4
    if left + width > area.right() + EDGE_PX:
        # No room on either side of the mark: as far left as there is any.
        left = x - 4 - width if x - 4 - width >= area.left() else area.left()
    top = area.top() if content.kind == "loss" else area.bottom() - 16
    return QRectF(left, top, width, 16)


def _best_font() -> QFont:
    return theme.font("small", 600, tabular=True)
