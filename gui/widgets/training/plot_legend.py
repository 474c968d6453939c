"""The line above a plot: its title at the left, a sample of each line at the right; further runs below."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from core.words import tr
from gui import theme
from gui.widgets.training.plot_strokes import Stroke, strokes

TITLE_PX = 24
RUNS_PX = 19
_BESIDE_SAMPLE_PX = 7
_BETWEEN_PX = 12
_RUN_PX = 110
"""What a further run's name should have at least; where there is less, they stand in more lines."""


@dataclass(frozen=True)
class _Spacing:
    """How long a sample is, without and with a marker, how far from its words, and how far from the next sample."""

    sample: float
    marked: float
    beside: float
    between: float


_SPACINGS = (_Spacing(26, 30, _BESIDE_SAMPLE_PX, _BETWEEN_PX), _Spacing(16, 18, 5, 9), _Spacing(11, 13, 4, 8))
"""The first with which all samples have room is taken."""


def header_height(width: float, runs: int) -> float:
    """How tall title and legend are."""
    return TITLE_PX + RUNS_PX * math.ceil(runs / _runs_in_line(width, runs)) if runs else TITLE_PX


def runs_rect(rect: QRectF, runs: int) -> QRectF:
    """Where the further runs are named."""
    return QRectF(rect.left(), rect.top() + TITLE_PX, rect.width(), header_height(rect.width(), runs) - TITLE_PX)


def _runs_in_line(width: float, runs: int) -> int:
    most = max(1, min(runs, int(width / _RUN_PX)))
    # Four over two lines are two and two.
    return math.ceil(runs / math.ceil(runs / most))


def paint_header(
    painter: QPainter, rect: QRectF, title: str, smoothing: float, runs: Sequence[str], taken_px: float = 0
) -> None:
    """Title and legend; the legend leaves the first `taken_px` pixels free."""
    look, colours = strokes(), theme.current()
    line = QRectF(rect.left(), rect.top(), rect.width(), TITLE_PX)
    entries = [(tr("validation"), look.validation), (tr("training"), look.training)]
    if smoothing:
        entries.append((tr("smoothed"), look.smoothed))
    title_px = QFontMetricsF(theme.font("card")).horizontalAdvance(title)
    right = _paint_entries(painter, line, entries, rect.left() + max(title_px + _BETWEEN_PX, taken_px))
    painter.setFont(theme.font("card"))
    painter.setPen(theme.colour(colours.text))
    shown = QFontMetricsF(painter.font()).elidedText(title, Qt.TextElideMode.ElideRight, right - rect.left())
    painter.drawText(line, _MIDDLE, shown)
    if runs:
        _paint_runs(painter, rect, runs, [validation for _, validation in look.runs])


def _paint_entries(painter: QPainter, line: QRectF, entries: Sequence[tuple[str, Stroke]], left_end: float) -> float:
    """Samples from the right as far as there is room; returns where they begin."""
    right, middle = line.right(), line.center().y()
    painter.setFont(theme.font("caption"))
    metrics = QFontMetricsF(painter.font())
    spacing = _spacing(metrics, entries, right - left_end)
    for words, stroke in entries:
        sample_px = spacing.marked if stroke.marker else spacing.sample
        text_left = right - metrics.horizontalAdvance(words)
        left = text_left - spacing.beside - sample_px
        if left < left_end:
            break  # the title needs the place
        painter.setPen(theme.colour(theme.current().text2))
        painter.drawText(QRectF(text_left, line.top(), right - text_left + 1, line.height()), _MIDDLE, words)
        stroke.paint_sample(painter, left, left + sample_px, middle)
        right = left - spacing.between
    return right


def _spacing(metrics: QFontMetricsF, entries: Sequence[tuple[str, Stroke]], room: float) -> _Spacing:
    for spacing in _SPACINGS:
        samples = sum(spacing.marked if stroke.marker else spacing.sample for _, stroke in entries)
        words = sum(metrics.horizontalAdvance(each) for each, _ in entries)
        if samples + words + spacing.beside * len(entries) + spacing.between * (len(entries) - 1) <= room:
            return spacing
    return _SPACINGS[0]  # one of them is left out, which makes room for the others


def _paint_runs(painter: QPainter, rect: QRectF, runs: Sequence[str], run_strokes: Sequence[Stroke]) -> None:
    in_line = _runs_in_line(rect.width(), len(runs))
    width = rect.width() / in_line
    painter.setFont(theme.font("caption"))
    metrics = QFontMetricsF(painter.font())
    for index, (name, stroke) in enumerate(zip(runs, run_strokes, strict=False)):
        row, column = divmod(index, in_line)
        left, top = rect.left() + column * width, rect.top() + TITLE_PX + row * RUNS_PX
        stroke.paint_sample(painter, left, left + 30, top + RUNS_PX / 2)
        room = QRectF(left + 30 + _BESIDE_SAMPLE_PX, top, width - 30 - _BESIDE_SAMPLE_PX - _BETWEEN_PX, RUNS_PX)
        painter.setPen(theme.colour(theme.current().text2))
        painter.drawText(room, _MIDDLE, metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, room.width()))


_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter)
