"""Loss or accuracy over the epochs, growing while the training runs.

Painting curves costs a window more than anything else in it, so whatever arrives is only noted; a timer
redraws at most five times a second, and the batch curve is reduced to two points per pixel before that.
"""

import math

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from core.words import tr
from gui import theme
from gui.widgets.curve_canvas import CurveCanvas, Kind, nice_top, pens

REDRAW_MS = 200
SETTLED = 10
"""Batches after which the loss axis only grows: before, one giant first value must not fix it."""


class CurvePlot(QWidget):
    """One plot with its title and legend. Losses are plain numbers, accuracies shares (0-1)."""

    def __init__(self, title: str, kind: Kind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind: Kind = kind
        self._canvas = CurveCanvas(kind)
        self._batches = _Series()
        self._dirty = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REDRAW_MS)
        self._timer.timeout.connect(self._on_redraw_due)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(_Header(title))
        layout.addWidget(self._canvas.widget, 1)
        self._canvas.view_box.sigResized.connect(self._on_resized)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(title)
        self.reset(1)

    def reset(self, epochs: int) -> None:
        """Empty axes for a run of so many epochs."""
        self._epochs = max(1, epochs)
        self._batches = _Series()
        self._training = np.full(self._epochs, np.nan)
        self._validation = np.full(self._epochs, np.nan)
        self._best: tuple[int, float] | None = None
        self._top = 0.0
        self._note_change()

    def add_batch(self, position_in_epochs: float, value: float) -> None:
        """One value of the faint curve, at e.g. 2.5 half way through the third epoch."""
        self._batches.append(position_in_epochs, value)
        self._note_change()

    def add_epoch(self, epoch: int, training: float, validation: float) -> None:
        """The values at the end of an epoch (counted from 1); NaN where there is none."""
        if epoch < 1:
            raise ValueError(f"epochs count from 1, got {epoch}")
        if epoch > self._epochs:
            missing = np.full(epoch - self._epochs, np.nan)
            self._training = np.append(self._training, missing)
            self._validation = np.append(self._validation, missing)
            self._epochs = epoch
        self._training[epoch - 1] = _finite(training)
        self._validation[epoch - 1] = _finite(validation)
        self._note_change()

    def set_best(self, epoch: int | None, value: float = math.nan) -> None:
        """Mark the best epoch with its validation value; None takes the mark away."""
        self._best = None if epoch is None else (epoch, value)
        self._note_change()

    def redraw_now(self) -> None:
        """Draw what has arrived without waiting for the timer."""
        self._dirty = False
        self._timer.stop()
        top = 1.0 if self._kind == "accuracy" else self._loss_top()
        self._canvas.set_ranges(self._epochs, top)
        self._canvas.draw(self._batches.positions, self._batches.values, self._training, self._validation, self._best)
        self.setAccessibleDescription(self._as_text())

    def _loss_top(self) -> float:
        epochs = np.concatenate([self._training, self._validation])
        needed = float(np.nanmax(epochs)) if np.isfinite(epochs).any() else 0.0
        needed = nice_top(max(needed, self._batches.usual_maximum()))
        settled = len(self._batches.values) >= SETTLED
        self._top = max(self._top, needed) if settled else needed
        return self._top

    def _note_change(self) -> None:
        self._dirty = True
        if self.isVisible() and not self._timer.isActive():
            self._timer.start()

    def _on_redraw_due(self) -> None:
        if self._dirty and self.isVisible():
            self.redraw_now()

    def _on_resized(self) -> None:
        # The room at the edges is in pixels, the ranges are not; redrawing at once spares a drag of the
        # window's edge two hundred milliseconds of distorted markers.
        if self.isVisible():
            self.redraw_now()

    def _as_text(self) -> str:
        seen = np.flatnonzero(np.isfinite(self._training) | np.isfinite(self._validation))
        if not len(seen):
            return tr("no epoch finished yet")
        last = int(seen[-1])
        text = tr(
            "epoch {epoch} of {epochs}: training {training}, validation {validation}",
            epoch=last + 1,
            epochs=self._epochs,
            training=self._canvas.value_text(self._training[last]),
            validation=self._canvas.value_text(self._validation[last]),
        )
        return text if self._best is None else f"{text}; {self._canvas.best_text(*self._best)}"

    def sizeHint(self) -> QSize:
        return QSize(392, 236)

    def minimumSizeHint(self) -> QSize:
        return QSize(220, 150)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._dirty:
            self.redraw_now()


class _Series:
    """Points that keep coming: buffers that double when they are full, so that adding one is free."""

    def __init__(self) -> None:
        self._size = 0
        self._x = np.empty(0)
        self._y = np.empty(0)

    @property
    def positions(self) -> npt.NDArray[np.float64]:
        return self._x[: self._size]

    @property
    def values(self) -> npt.NDArray[np.float64]:
        return self._y[: self._size]

    def append(self, x: float, y: float) -> None:
        if not math.isfinite(x):
            return
        if self._size == len(self._x):
            room = max(256, self._size)
            self._x = np.append(self._x, np.empty(room))
            self._y = np.append(self._y, np.empty(room))
        self._x[self._size] = x
        self._y[self._size] = _finite(y)
        self._size += 1

    def usual_maximum(self) -> float:
        """The highest value but for the top hundredth, and at least but for the very highest."""
        values = self.values[np.isfinite(self.values)]
        if not len(values):
            return 0.0
        left_out = min(len(values) - 1, math.ceil(len(values) / 100))
        place = len(values) - 1 - left_out
        return float(np.partition(values, place)[place])


class _Header(QWidget):
    """The plot's title at the left, a sample of each line at the right."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title
        self.setFixedHeight(24)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, right = self.height() / 2, float(self.width())
        used = pens(self.devicePixelRatioF())
        painter.setFont(theme.font("caption"))
        metrics = QFontMetricsF(painter.font())
        room = QFontMetricsF(theme.font("card")).horizontalAdvance(self._title) + 12
        for words, pen, line_px, marked in (
            (tr("validation"), used.validation, 30, True),
            (tr("training"), used.training, 26, False),
        ):
            text_left = right - metrics.horizontalAdvance(words)
            if text_left - 7 - line_px < room:
                break  # the title needs the place
            painter.setPen(theme.colour(colours.text2))
            painter.drawText(QRectF(text_left, 0, right - text_left + 1, self.height()), _MIDDLE, words)
            line_left = text_left - 7 - line_px
            painter.setPen(pen)
            painter.drawLine(QPointF(line_left, middle), QPointF(line_left + line_px, middle))
            if marked:
                painter.setPen(used.marker)
                painter.setBrush(theme.colour(colours.surface))
                painter.drawEllipse(QPointF(line_left + line_px / 2, middle), 2.75, 2.75)
            right = line_left - 12
        painter.setFont(theme.font("card"))
        painter.setPen(theme.colour(colours.text))
        title = QFontMetricsF(painter.font()).elidedText(self._title, Qt.TextElideMode.ElideRight, right)
        painter.drawText(QRectF(0, 0, right, self.height()), _MIDDLE, title)


_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter)


def _finite(value: float) -> float:
    """Infinities become gaps as well: no axis holds them."""
    return value if math.isfinite(value) else math.nan
