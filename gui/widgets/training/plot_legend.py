"""The line above a plot: its title at the left, a sample of each line at the right; further runs below."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from core.words import tr
from gui import theme
from gui.widgets.buttons import LinkButton
from gui.widgets.training.plot_strokes import Stroke, strokes

TITLE_PX = 24
RUNS_PX = 19
_BESIDE_SAMPLE_PX = 7
_BETWEEN_PX = 12
_RUN_PX = 110
"""What a further run's name should have at least; where there is less, they stand in more lines."""


class PlotHeader(QWidget):
    """Title, legend, and the button that leads back to the whole run."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self._smoothing = 0.0
        self._runs: tuple[str, ...] = ()
        self.whole_button = LinkButton(
            tr("Whole run"), tooltip=tr("Show the whole run again (0, or a double-click on the plot)"), parent=self
        )
        self.whole_button.hide()
        self.setToolTip(
            tr(
                "Point at the plot, or walk with ← and →, to read the values. Drag across it, or turn the wheel with "
                "Ctrl, to look closer (+, −; 0: the whole run)."
            )
        )
        self._place()

    def set_lines(self, smoothing: float, runs: Sequence[str]) -> None:
        """What there is a line of: the smoothed batches (0: none), further runs by name."""
        self._smoothing, self._runs = smoothing, tuple(runs)
        self._place()
        self.update()

    def set_zoomed(self, on: bool) -> None:
        """Whether there is a way back to offer."""
        self.whole_button.setVisible(on)
        self.update()

    def _place(self) -> None:
        self.setFixedHeight(math.ceil(header_height(self.width(), len(self._runs))))
        title_px = QFontMetricsF(theme.font("card")).horizontalAdvance(self._title)
        size = self.whole_button.sizeHint()
        self.whole_button.setGeometry(round(title_px) + 8, 0, size.width(), TITLE_PX)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        taken = self.whole_button.geometry().right() + 4 if not self.whole_button.isHidden() else 0
        paint_header(painter, QRectF(self.rect()), self._title, self._smoothing, self._runs, taken)


def header_height(width: float, runs: int) -> float:
    """How tall title and legend are."""
    return TITLE_PX + RUNS_PX * math.ceil(runs / _runs_in_line(width, runs)) if runs else TITLE_PX


def _runs_in_line(width: float, runs: int) -> int:
    most = max(1, min(runs, int(width / _RUN_PX)))
    # Four over two lines are two and two.
    return math.ceil(runs / math.ceil(runs / most))


def paint_header(
    painter: QPainter, rect: QRectF, title: str, smoothing: float, runs: Sequence[str], taken: float = 0
) -> None:
    """Title and legend; the legend leaves the pixels up to `taken` free."""
    look, colours = strokes(), theme.current()
    line = QRectF(rect.left(), rect.top(), rect.width(), TITLE_PX)
    entries = [(tr("validation"), look.validation), (tr("training"), look.training)]
    if smoothing:
        entries.append((tr("smoothed"), look.smoothed))
    title_px = QFontMetricsF(theme.font("card")).horizontalAdvance(title)
    right = _paint_entries(painter, line, entries, rect.left() + max(title_px + _BETWEEN_PX, taken))
    painter.setFont(theme.font("card"))
    painter.setPen(theme.colour(colours.text))
    shown = QFontMetricsF(painter.font()).elidedText(title, Qt.TextElideMode.ElideRight, right - rect.left())
    painter.drawText(line, _MIDDLE, shown)
    if runs:
        _paint_runs(painter, rect, runs, [validation for _, validation in look.runs])


def _paint_entries(
    painter: QPainter, line: QRectF, entries: Sequence[tuple[str, Stroke]], left_end: float
) -> float:
    """Samples from the right as far as there is room; returns where they begin."""
    right, middle = line.right(), line.center().y()
    painter.setFont(theme.font("caption"))
    metrics = QFontMetricsF(painter.font())
    for words, stroke in entries:
        sample_px = 30 if stroke.marker else 26
        text_left = right - metrics.horizontalAdvance(words)
        left = text_left - _BESIDE_SAMPLE_PX - sample_px
        if left < left_end:
            break  # the title needs the place
        painter.setPen(theme.colour(theme.current().text2))
        painter.drawText(QRectF(text_left, line.top(), right - text_left + 1, line.height()), _MIDDLE, words)
        stroke.paint_sample(painter, left, left + sample_px, middle)
        right = left - _BETWEEN_PX
    return right


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
