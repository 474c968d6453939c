"""Drawing a plot's grid, curves and best mark: the same for the screen, a PNG and an SVG."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from gui import theme
from gui.widgets.training.plot_content import Content, Floats
from gui.widgets.training.plot_legend import header_height
from gui.widgets.training.plot_lines import between, joined, neighbours, pieces, reduced
from gui.widgets.training.plot_scale import Scale, Ticks
from gui.widgets.training.plot_strokes import Stroke, strokes
from gui.widgets.training.plot_words import best_text

if TYPE_CHECKING:
    from gui.widgets.training.plot_items import Items

EDGE_PX = 7
"""Room around the plotted range, so that a marker on its edge is whole."""
MARKER_EVERY_PX = 9
"""Closer together, markers run into a rope."""
FURTHER_EVERY_PX = 18
AXIS_TEXT_PX = 40
_BELOW_HEADER_PX = 4
_BELOW_PX = 20
BELOW_AREA_PX = EDGE_PX + 2
"""Between the area and the numbers below it."""
_RIGHT_PX = 8
_BEST_PX = 4.5
_BEST_HEIGHT_PX = 16
_BEST_PAD_PX = 4
_SAMPLED_PX = 4
_ROUNDED_PX = 0.01
"""By how much a value at an end of the axis may lie beyond it."""
_MANY = 100
_FINE = 4
"""Columns for each of our pixels in a file, which may be enlarged."""


@dataclass(frozen=True)
class Frame:
    """A scene's `size` in pixels, and where in it the plotted range lies, `area`, with its ends across and up in the
    units of the view. `ratio`: how many of the screen's pixels one of ours is; None: it is drawn for a file, and the
    view counts pixels, so that lines in a file are plain ones."""

    size: QSizeF
    area: QRectF
    across: tuple[float, float]
    up: tuple[float, float]
    ratio: float | None

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

    def ticks(self) -> tuple[Ticks, Ticks]:
        """The numbers across and up, where they stand in pixels."""
        across, up = self.scale.x_ticks, self.scale.y_ticks
        x = self.x(np.array([epoch for epoch, _ in across], np.float64)).tolist()
        y = self.y(np.array([value for value, _ in up])).tolist()
        return _words_at(x, across), _words_at(y, up)

    def epochs_per_px(self) -> float:
        """How many epochs a pixel is wide."""
        return (self.scale.right - self.scale.left) / self.area.width()


def _words_at(places: Sequence[float], ticks: Ticks) -> Ticks:
    return tuple((place, words) for place, (_, words) in zip(places, ticks, strict=True))


def chart_in(rect: QRectF, scale: Scale) -> Chart:
    """The scale with room for its numbers around it."""
    metrics = QFontMetricsF(theme.font("small", tabular=True))
    words_px = max((metrics.horizontalAdvance(words) for _, words in scale.y_ticks), default=0.0)
    left = max(AXIS_TEXT_PX, math.ceil(words_px)) + EDGE_PX
    area = rect.adjusted(left, EDGE_PX, -_RIGHT_PX - EDGE_PX, -_BELOW_PX - EDGE_PX)
    return Chart(QRectF(area.left(), area.top(), max(1.0, area.width()), max(1.0, area.height())), scale)


def figure_chart(rect: QRectF, content: Content, scale: Scale) -> Chart:
    """Where the chart lies below title and legend."""
    top = header_height(rect.width(), len(content.overlays)) + _BELOW_HEADER_PX
    return chart_in(rect.adjusted(0, top, 0, 0), scale)


def chart_ends(scale: Scale) -> tuple[tuple[float, float], tuple[float, float]]:
    """From where to where a view goes across, in epochs, and up, in values or, on a logarithmic axis, their powers of
    ten."""
    up = (math.log10(scale.low), math.log10(scale.high)) if scale.log else (scale.low, scale.high)
    return (scale.left, scale.right), up


class Drawing:
    """Draws the grid, curves and best mark of one chart; `ratio`: how many of the screen's pixels one of ours is, None
    for a file."""

    def __init__(self, items: "Items", chart: Chart, ratio: float | None) -> None:
        self._items, self._chart, self._ratio = items, chart, ratio

    def draw(self, content: Content) -> Floats:
        """All of it, the run's own epochs on top. Returns points that the curves run through every few pixels, n x 2,
        for whoever looks for a place beside them."""
        look = strokes()
        _, ticks = self._chart.ticks()
        self._items.grid([y for y, _ in ticks])
        faint = look.batches_faded if len(content.smoothed) else look.batches
        points = [self._batches(content.positions, content.values, faint)]
        if len(content.smoothed):
            points.append(self._batches(content.positions, content.smoothed, look.smoothed))
        for overlay, (training, validation) in zip(content.overlays, look.runs, strict=False):
            points.append(self._epochs(overlay.training, training))
            points.append(self._epochs(overlay.validation, validation, FURTHER_EVERY_PX))
        points.append(self._epochs(content.training, look.training))
        points.append(self._epochs(content.validation, look.validation, MARKER_EVERY_PX))
        self._best(content)
        return np.concatenate(points)

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
            centres = np.column_stack([self._chart.x(epochs[shown]), self._chart.y(curve[shown])])
            known = self._on_axis(centres)
            if len(known):
                surface = theme.colour(theme.current().surface)
                self._items.markers(known, stroke.marker_shape(), stroke.marker_pen(), surface)
        return points

    def _in_pixels(self, x: Floats, y: Floats) -> tuple[Floats, Floats]:
        """What of a curve is in sight, with no more points than can be told apart."""
        scale = self._chart.scale
        x, y = neighbours(x, y, scale.left, scale.right)
        x, y = reduced(x, y, (self._ratio or _FINE) / self._chart.epochs_per_px())
        return self._chart.x(x), self._chart.y(y)

    def _line(self, x: Floats, y: Floats, stroke: Stroke, apart: Sequence[float] = (0.0,)) -> Floats:
        """Draw it once for each of `apart`, moved by so many pixels; returns points that it runs through."""
        parts = pieces(x, y, self._chart.area)
        lines, alone = [part for part in parts if len(part) > 1], [part for part in parts if len(part) == 1]
        line = self._inside(joined(lines)) if lines else None
        for away in apart if line is not None else ():
            # Not straight down, or steep parts would stay thin.
            self._items.line(line + np.array([away / 2, away]), stroke.pen())
        dots = self._on_axis(np.concatenate([np.empty((0, 2)), *alone]))
        if len(dots):
            # A value without neighbours, as the first epoch is.
            self._items.dots(dots, stroke.width_px, stroke.colour)
        return self._sampled(x, y)

    def _inside(self, line: Floats) -> Floats:
        """The line, n x 2, as far as it is on the axis: a spike that the axis does not show leaves it at the top."""
        area = self._chart.area
        beyond = (line[:, 1] < area.top() - _ROUNDED_PX) | (line[:, 1] > area.bottom() + _ROUNDED_PX)
        return between(line, area.top() - _ROUNDED_PX, area.bottom() + _ROUNDED_PX) if beyond.any() else line

    def _on_axis(self, points: Floats) -> Floats:
        area = self._chart.area
        seen = (points[:, 1] >= area.top() - _ROUNDED_PX) & (points[:, 1] <= area.bottom() + _ROUNDED_PX)
        return points[seen]

    def _sampled(self, x: Floats, y: Floats) -> Floats:
        known, area = np.isfinite(y), self._chart.area
        if not known.any():
            return np.empty((0, 2))
        across = np.arange(area.left(), area.right(), _SAMPLED_PX)
        down = np.interp(across, x[known], y[known], left=np.nan, right=np.nan)
        seen = np.isfinite(down)
        return np.column_stack([across[seen], down[seen]])

    def _best(self, content: Content) -> None:
        if content.best is None or not best_in_sight(self._chart, content):
            return
        look, area = theme.current(), self._chart.area
        point = self._chart.point(content.best[0], content.best_value())
        pen = QPen(theme.colour(look.text3), 1)
        pen.setDashPattern([2, 3])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        x = math.floor(point.x()) + 0.5
        self._items.line(np.array([(x, area.top()), (x, area.bottom())]), pen)
        if math.isfinite(point.y()):
            self._items.dots(np.array([(point.x(), point.y())]), _BEST_PX, theme.colour(look.second))


def paint_best_words(painter: QPainter, chart: Chart, content: Content, points: Floats) -> None:
    """The words beside the best epoch's mark, with a rim that sets them off from a curve without hiding it."""
    rect = best_rect(chart, content, points)
    if rect is None or content.best is None:
        return
    look, font = theme.current(), _best_font()
    words = best_text(content.kind, content.best[0], content.best_value())
    metrics = QFontMetricsF(font)
    start = QPointF(rect.left() + _BEST_PAD_PX, rect.center().y() + (metrics.ascent() - metrics.descent()) / 2)
    letters = QPainterPath()
    plain = QFont(font)
    # Outlines that are fitted to the screen's pixels are not the same from one time to the next.
    plain.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    letters.addText(start, plain, words)
    rim = QPen(theme.colour(look.surface, 0.8), 3)
    rim.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(letters, rim)
    painter.setPen(theme.colour(look.text))
    painter.setFont(font)
    painter.drawText(start, words)


def best_in_sight(chart: Chart, content: Content) -> bool:
    """Whether the best epoch is known and in sight."""
    return content.best is not None and chart.scale.left <= content.best[0] <= chart.scale.right


def best_rect(chart: Chart, content: Content, points: Floats) -> QRectF | None:
    """Where the words beside the best epoch's mark stand: where they lie on the fewest of `points` (n x 2, pixels),
    which the curves run through. None where the mark is not in sight."""
    if content.best is None or not best_in_sight(chart, content):
        return None
    area, words = chart.area, best_text(content.kind, content.best[0], content.best_value())
    width = QFontMetricsF(_best_font()).horizontalAdvance(words) + 2 * _BEST_PAD_PX
    x = chart.point(content.best[0], content.best_value()).x()
    right, left = x + 4, x - 4 - width
    sides = [right] if right + width <= area.right() + EDGE_PX else []
    sides += [left] if left >= area.left() else []
    # Loss curves mostly leave the top right empty, accuracy curves the bottom right.
    heights = [area.top(), area.bottom() - _BEST_HEIGHT_PX]
    if content.kind == "accuracy":
        heights.reverse()
    # Without room on either side of the mark: as far left as there is any.
    places = [QRectF(side, top, width, _BEST_HEIGHT_PX) for side in sides or [area.left()] for top in heights]
    return min(places, key=lambda rect: covered(rect, points))


def covered(rect: QRectF, points: Floats) -> int:
    """How many of the points (n x 2, pixels) lie in a rectangle, or close beside it."""
    across = (points[:, 0] >= rect.left() - 4) & (points[:, 0] <= rect.right() + 4)
    down = (points[:, 1] >= rect.top() - 4) & (points[:, 1] <= rect.bottom() + 4)
    return int(np.count_nonzero(across & down))


def _best_font() -> QFont:
    return theme.font("small", 600, tabular=True)
