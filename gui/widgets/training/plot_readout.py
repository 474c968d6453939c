"""What the crosshair points at: the values as a small table, beside the curves."""

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from core.words import tr
from gui import theme
from gui.widgets.training.plot_content import Content, Floats, value_at
from gui.widgets.training.plot_legend import TITLE_PX
from gui.widgets.training.plot_painting import Chart, best_rect, covered
from gui.widgets.training.plot_strokes import Stroke, strokes
from gui.widgets.training.plot_words import exact_text, place_text

_LINE_PX = 15
_PAD_PX, _PAD_Y_PX = 8, 4
_SAMPLE_PX = 16
_GAP_PX = 6
_NAME_PX = 96
_SHORTEST_NAME_PX = 36
_MARGIN_PX = 6
_DOT_PX = 4.0
_PLACES = tuple((side, height) for height in (0.0, 1.0, 0.25, 0.75, 0.5) for side in (1.0, 0.0))
_CROSSED_COST, _WORDS_COST, _MOVED_COST = 30, 12, 8
"""Counted in points of curves, of which there is one every few pixels."""


@dataclass(frozen=True)
class Row:
    """A name with the sample of its line, and one value or two (training and validation), each with its curve."""

    sample: Stroke
    name: str
    values: tuple[tuple[Stroke, float], ...]


def rows(content: Content, position: float) -> list[Row]:
    """The values at a place; NaN where a curve has none there. Which rows there are does not depend on the place, so
    that the table keeps its size while the crosshair moves."""
    look = strokes()
    epoch = round(position) if position == round(position) else 0
    training = (look.training, value_at(content.training, epoch))
    validation = (look.validation, value_at(content.validation, epoch))
    if content.overlays:
        result = [Row(look.training, tr("this run"), (training, validation))]
    else:
        result = [Row(look.training, tr("training"), (training,))]
        if np.isfinite(content.validation).any():
            result.append(Row(look.validation, tr("validation"), (validation,)))
    for overlay, (one, other) in zip(content.overlays, look.runs, strict=False):
        values = (one, value_at(overlay.training, epoch)), (other, value_at(overlay.validation, epoch))
        result.append(Row(other, overlay.name, values))
    place = _batch_at(content.positions, position)
    if len(content.values):
        result.append(Row(look.batches, tr("batch"), ((look.batches, _of(content.values, place)),)))
    if len(content.smoothed):
        result.append(Row(look.smoothed, tr("smoothed"), ((look.smoothed, _of(content.smoothed, place)),)))
    return result


def spoken(content: Content, position: float) -> str:
    """The same in one line, for whoever cannot see it."""
    said = []
    for row in rows(content, position):
        values = " / ".join(exact_text(content.kind, value) for _, value in row.values)
        said.append(f"{row.name} {values}")
    return f"{place_text(position)}: {', '.join(said)}"


def _batch_at(positions: Floats, position: float) -> int | None:
    """The last batch that had ended there; None where the next epoch or more lies between."""
    place = int(np.searchsorted(positions, position + 1e-6)) - 1
    return place if place >= 0 and positions[place] > position - 1 else None


def _of(values: Floats, place: int | None) -> float:
    return np.nan if place is None else float(values[place])


class Readout:
    """Paints the table; it stays where it is as long as no other place is clearly better."""

    def __init__(self) -> None:
        self._last = _PLACES[0]

    def paint(self, painter: QPainter, chart: Chart, content: Content, position: float, points: Floats) -> QRectF:
        """The table where it covers the fewest of `points` (n x 2, pixels); returns its rectangle."""
        table = _Table(content, position, chart.area.width() - 2 * _MARGIN_PX)
        rect = self._place(chart, content, table, position, points)
        table.paint(painter, rect)
        return rect

    def _place(self, chart: Chart, content: Content, table: "_Table", position: float, points: Floats) -> QRectF:
        x = float(chart.x(np.array([position]))[0])
        room = chart.area.adjusted(_MARGIN_PX, 0, -_MARGIN_PX, 0)
        if content.overlays:
            # A table of runs names them itself, so it may lie over their legend.
            room.setTop(min(room.top(), TITLE_PX))
        words = best_rect(chart, content, points)
        rects, costs = {}, {}
        for place in _PLACES:
            left = room.left() + place[0] * (room.width() - table.width)
            top = room.top() + place[1] * max(0.0, room.height() - table.height)
            rect = rects[place] = QRectF(left, top, table.width, table.height)
            costs[place] = covered(rect, points)
            costs[place] += _CROSSED_COST if rect.left() - 8 < x < rect.right() + 8 else 0
            costs[place] += _WORDS_COST if words is not None and words.intersects(rect) else 0
            costs[place] += _MOVED_COST if place != self._last else 0
        self._last = min(costs, key=costs.__getitem__)
        return rects[self._last]


class _Table:
    """A title line, then a name and one or two values in every row; two have their heads beside the title."""

    def __init__(self, content: Content, position: float, most_px: float) -> None:
        self._kind = content.kind
        self._rows = rows(content, position)
        self._title = place_text(position)
        self._heads = (tr("training"), tr("validation")) if content.overlays else ()
        self._font = theme.font("small", tabular=True)
        self._metrics = QFontMetricsF(self._font)
        self._measure(most_px)

    def _measure(self, most_px: float) -> None:
        width = self._metrics.horizontalAdvance
        usual = "100.0 %" if self._kind == "accuracy" else "0.000"
        self._columns_px = []
        for column in range(max(1, len(self._heads))):
            shown = [exact_text(self._kind, row.values[column][1]) for row in self._rows if column < len(row.values)]
            self._columns_px.append(max(map(width, (usual, *shown, *self._heads[column : column + 1]))) + 10)
        fixed = 2 * _PAD_PX + _SAMPLE_PX + _GAP_PX + sum(self._columns_px)
        wanted = max(width(row.name) for row in self._rows) + 2
        self._name_px = max(_SHORTEST_NAME_PX, min(wanted, _NAME_PX, most_px - fixed))
        self.width = fixed + self._name_px
        self.height = 2 * _PAD_Y_PX + _LINE_PX * (len(self._rows) + 1)

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        look = theme.current()
        painter.setPen(QPen(theme.colour(look.line), 1))
        painter.setBrush(theme.colour(look.surface, 0.97))
        frame = QRectF(round(rect.left()) + 0.5, round(rect.top()) + 0.5, round(rect.width()), round(rect.height()))
        painter.drawRoundedRect(frame, theme.RADIUS_CONTROL, theme.RADIUS_CONTROL)
        line = QRectF(frame.left() + _PAD_PX, frame.top() + _PAD_Y_PX, frame.width() - 2 * _PAD_PX, _LINE_PX)
        painter.setFont(theme.font("small", 600, tabular=True))
        painter.setPen(theme.colour(look.text))
        painter.drawText(line, _LEFT, self._title)
        painter.setFont(self._font)
        painter.setPen(theme.colour(look.text3))
        for column, head in enumerate(self._heads):
            painter.drawText(self._cell(line, column), _RIGHT, head)
        for row in self._rows:
            line.translate(0, _LINE_PX)
            self._paint_row(painter, line, row)

    def _paint_row(self, painter: QPainter, line: QRectF, row: Row) -> None:
        look = theme.current()
        row.sample.paint_sample(painter, line.left(), line.left() + _SAMPLE_PX, line.center().y())
        name = QRectF(line.left() + _SAMPLE_PX + _GAP_PX, line.top(), self._name_px, line.height())
        painter.setPen(theme.colour(look.text2))
        shown = self._metrics.elidedText(row.name, Qt.TextElideMode.ElideMiddle, self._name_px)
        painter.drawText(name, _LEFT, shown)
        painter.setPen(theme.colour(look.text))
        for column, (_, value) in enumerate(row.values):
            painter.drawText(self._cell(line, column), _RIGHT, exact_text(self._kind, value))

    def _cell(self, line: QRectF, column: int) -> QRectF:
        right = line.right() - sum(self._columns_px[column + 1 :])
        return QRectF(right - self._columns_px[column], line.top(), self._columns_px[column], line.height())


_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


def paint_crosshair(painter: QPainter, chart: Chart, content: Content, position: float) -> None:
    """The line, and a dot on every curve that it crosses at a value."""
    look, area = theme.current(), chart.area
    x = float(chart.x(np.array([position]))[0])
    painter.setPen(QPen(theme.colour(look.control), 1))
    line = int(x) + 0.5
    painter.drawLine(QPointF(line, area.top()), QPointF(line, area.bottom()))
    for row in rows(content, position):
        for stroke, value in row.values:
            point = chart.point(position, value)
            if area.top() - 1 <= point.y() <= area.bottom() + 1:
                painter.setPen(QPen(theme.colour(look.surface), 1.5))
                painter.setBrush(stroke.colour)
                painter.drawEllipse(point, _DOT_PX, _DOT_PX)
