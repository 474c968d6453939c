"""Loss or accuracy over the epochs, growing while the training runs.

Painting curves costs a window more than anything else in it, so whatever arrives is only noted; a timer
redraws at most five times a second, and the batch curve is reduced to two points per pixel before that.
"""

import math
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QPainter, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from core.words import tr
from gui import theme
from gui.widgets.buttons import LinkButton
from gui.widgets.training import plot_navigation as navigation
from gui.widgets.training.curve_canvas import CurveCanvas
from gui.widgets.training.curve_series import BatchSeries
from gui.widgets.training.plot_content import MOST_OVERLAYS, Content, Floats, Kind, Overlay, PlotOptions, as_values
from gui.widgets.training.plot_legend import TITLE_PX
from gui.widgets.training.plot_pictures import save_plots
from gui.widgets.training.plot_range import LossRange
from gui.widgets.training.plot_readout import spoken
from gui.widgets.training.plot_scale import Scale, View, scale_of
from gui.widgets.training.plot_words import state_text

REDRAW_MS = 200
_ZOOM_STEP = 1.5


class CurvePlot(QWidget):
    """One plot with its title and legend. Losses are plain numbers, accuracies shares (0-1).

    `pointed`: where the user put the crosshair, a position in epochs, None: nowhere. `zoomed`: what the user zoomed
    into, (from, to) in epochs, None: the whole run. `point_at` and `zoom_to` do the same without telling, so that two
    plots can follow each other.
    """

    pointed = Signal(object)
    zoomed = Signal(object)

    def __init__(self, title: str, kind: Kind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = title
        self._kind: Kind = kind
        self._options = PlotOptions()
        self._overlays: tuple[Overlay, ...] = ()
        self._range = LossRange()
        self._view: View | None = None
        self._pointed: float | None = None
        self._is_dirty = False
        self.canvas = CurveCanvas(title)
        self.whole_button = LinkButton(
            tr("Whole run"), tooltip=tr("Show the whole run again (0, or a double-click on the plot)"), parent=self
        )
        self.whole_button.hide()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_redraw_due)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.canvas)
        self.whole_button.raise_()
        size = self.whole_button.sizeHint()
        left = math.ceil(QFontMetricsF(theme.font("card")).horizontalAdvance(title)) + theme.LABEL_GAP
        self.whole_button.setGeometry(left, 0, size.width(), TITLE_PX)
        self.canvas.hovered.connect(self._on_hovered)
        self.canvas.ranged.connect(self._on_ranged)
        self.canvas.turned.connect(self._on_turned)
        self.canvas.slid.connect(self._on_slid)
        self.canvas.double_clicked.connect(self.show_whole_run)
        self.whole_button.clicked.connect(self.show_whole_run)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(title)
        self.reset(1)

    # ---- what is shown

    def reset(self, epochs: int) -> None:
        """Empty axes for a run of so many epochs, all of it in sight. Options and further runs stay."""
        self._epochs = self._least_length = max(1, epochs)
        self._batches = BatchSeries()
        self._training: Floats = np.full(self._epochs, np.nan)
        self._validation: Floats = np.full(self._epochs, np.nan)
        self._best: tuple[int, float] | None = None
        self._range.forget()
        self.zoom_to(None)
        self.point_at(None)
        self._note_change()

    def set_length(self, epochs: int) -> None:
        """Let the x axis end there, whatever is planned, or with a further run that is longer. Own curves may reach
        beyond it; the next epoch that is added there takes the axis along."""
        self._least_length = max(1, epochs)
        self._keep_in_sight()
        self._note_change(soon=True)

    def add_batch(self, position_in_epochs: float, value: float) -> None:
        """One value of the faint curve, at e.g. 2.5 half way through the third epoch. What was at or behind that place
        is gone: a run that goes on from its last whole epoch trains those batches anew."""
        self._batches.append(position_in_epochs, value)
        self._note_change()

    def add_batches(self, positions_in_epochs: npt.ArrayLike, values: npt.ArrayLike) -> None:
        """Many of them at once, ascending: the batches of an earlier run."""
        self._batches.extend(positions_in_epochs, values)
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
        self._least_length = max(self._least_length, epoch)
        self._training[epoch - 1], self._validation[epoch - 1] = as_values([training, validation])
        self._note_change()

    def set_best(self, epoch: int | None, value: float = math.nan) -> None:
        """Mark the best epoch with its validation value; None takes the mark away."""
        self._best = None if epoch is None else (epoch, value if math.isfinite(value) else math.nan)
        self._note_change()

    def set_options(self, options: PlotOptions) -> None:
        """Draw in another way from now on."""
        if options != self._options:
            if options.log != self._options.log:
                self._range.forget()
            self._options = options
            self._note_change(soon=True)

    def set_overlays(self, overlays: Sequence[Overlay]) -> None:
        """Lay further runs over this one, at most four; an empty sequence takes them away. The x axis grows to the
        longest."""
        self._overlays = tuple(
            Overlay(each.name, as_values(each.training), as_values(each.validation))
            for each in overlays[:MOST_OVERLAYS]
        )
        self._range.forget()
        self._keep_in_sight()
        self._note_change(soon=True)

    def save_picture(self, path: Path) -> None:
        """Write it as it is seen to a .png or .svg file. Raises StorageError for another ending, or when the file
        cannot be written."""
        save_plots(path, [self])

    # ---- crosshair and zoom

    def point_at(self, position: float | None) -> None:
        """Show the crosshair at a position in epochs; None hides it."""
        self._pointed = position
        self.canvas.point_at(position)
        self._describe()

    def zoom_to(self, view: View | None) -> None:
        """Show only the epochs from `view[0]` to `view[1]`, as far as the run goes; None: the whole run. It stays
        whatever arrives."""
        wanted = None if view is None else navigation.within(view, self._length(), 1e-3)
        if wanted != self._view:
            self._view = wanted
            self.whole_button.setVisible(wanted is not None)
            self.canvas.can_slide = wanted is not None
            self._note_change(soon=True)

    def _keep_in_sight(self) -> None:
        """The axis may have become shorter than what was zoomed into."""
        self.zoom_to(self._view)
        if self._pointed is not None and self._pointed > self._length():
            self.point_at(None)

    def show_whole_run(self) -> None:
        """Back from a zoom, telling so."""
        self._zoom(None)

    def _zoom(self, view: View | None) -> None:
        before = self._view
        self.zoom_to(view)
        if self._view != before:
            self.zoomed.emit(self._view)

    def _point(self, position: float | None) -> None:
        if position != self._pointed:
            self.point_at(position)
            self.pointed.emit(position)

    def _seen(self) -> View:
        return self._view or (0.0, float(self._length()))

    def _length(self) -> int:
        further = (len(curve) for each in self._overlays for curve in (each.training, each.validation))
        return max(self._least_length, *further, 1)

    def _stops(self, in_view: bool) -> Floats:
        chart = self.canvas.chart()
        per_px = chart.epochs_per_px() if chart is not None else 1.0
        return navigation.stops(self.content(), self._seen() if in_view else (0.0, float(self._length())), per_px)

    def _on_hovered(self, position: float | None) -> None:
        self._point(None if position is None else navigation.nearest(self._stops(in_view=True), position))

    def _on_ranged(self, left: float, right: float) -> None:
        self._zoom(navigation.within((left, right), self._length(), navigation.least_span(self.content())))

    def _on_turned(self, steps: float, position: float) -> None:
        self._zoom_by(_ZOOM_STEP**steps, position)

    def _on_slid(self, epochs: float) -> None:
        if self._view is not None:
            self._zoom((self._view[0] + epochs, self._view[1] + epochs))

    def _zoom_by(self, factor: float, around: float) -> None:
        least = navigation.least_span(self.content())
        self._zoom(navigation.zoomed(self._seen(), self._length(), factor, around, least))

    def _walk(self, key: int) -> None:
        """Move the crosshair by keys; the view goes along."""
        places = self._stops(in_view=False)
        if not len(places):
            return
        left, right = self._seen()
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            position = float(places[0 if key == Qt.Key.Key_Home else -1])
        elif self._pointed is None:
            seen = places[(places >= left) & (places <= right)]
            position = float((seen if len(seen) else places)[0 if key == Qt.Key.Key_Right else -1])
        else:
            further = places[places > self._pointed] if key == Qt.Key.Key_Right else places[places < self._pointed]
            position = self._pointed if not len(further) else float(further[0 if key == Qt.Key.Key_Right else -1])
        if self._view is not None:
            self._zoom(navigation.moved_into(self._view, position))
        self._point(position)

    # ---- drawing

    def redraw_now(self) -> None:
        """Draw what has arrived without waiting for the timer."""
        self._is_dirty = False
        self._timer.stop()
        content = self.content()
        taken_px = self.whole_button.geometry().right() if self._view is not None else 0
        self.canvas.show_content(content, self._scale(content), taken_px)
        self._describe(content)

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Paint title, legend and curves as they are seen into a rectangle: for a picture of them."""
        content = self.content()
        self.canvas.paint_file(painter, rect, content, self._scale(content))

    def content(self) -> Content:
        """All that is drawn at this moment."""
        options, batches, nothing = self._options, self._batches, np.empty(0)
        is_smoothed = options.with_batches and options.smoothing > 0
        return Content(
            kind=self._kind,
            length=self._length(),
            training=self._training,
            validation=self._validation,
            best=self._best,
            overlays=self._overlays,
            positions=batches.positions if options.with_batches else nothing,
            values=batches.values if options.with_batches else nothing,
            smoothed=batches.smoothed(options.smoothing) if is_smoothed else nothing,
            smoothing=options.smoothing if is_smoothed else 0.0,
        )

    def _scale(self, content: Content) -> Scale:
        log, view = self._options.log, self._view
        ends = self._range.ends(content, view, log) if self._kind == "loss" else None
        return scale_of(content, view, log, ends)

    def _describe(self, content: Content | None = None) -> None:
        content = content or self.content()
        if self._pointed is not None:
            self.setAccessibleDescription(spoken(content, self._pointed))
        else:
            self.setAccessibleDescription(state_text(content, self._epochs))

    def _note_change(self, soon: bool = False) -> None:
        self._is_dirty = True
        if self.isVisible() and (soon or not self._timer.isActive()):
            self._timer.start(0 if soon else REDRAW_MS)

    def _on_redraw_due(self) -> None:
        if self._is_dirty and self.isVisible():
            self.redraw_now()

    # ---- Qt

    def sizeHint(self) -> QSize:
        return QSize(392, 236)

    def minimumSizeHint(self) -> QSize:
        return QSize(220, 150)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_dirty:
            self.redraw_now()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._point(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        left, right = self._seen()
        around = self._pointed if self._pointed is not None and left <= self._pointed <= right else (left + right) / 2
        match event.key():
            case Qt.Key.Key_Left | Qt.Key.Key_Right | Qt.Key.Key_Home | Qt.Key.Key_End:
                self._walk(event.key())
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self._zoom_by(_ZOOM_STEP, around)
            case Qt.Key.Key_Minus:
                self._zoom_by(1 / _ZOOM_STEP, around)
            case Qt.Key.Key_0:
                self.show_whole_run()
            case Qt.Key.Key_Escape if self._pointed is not None:
                self._point(None)
            case _:
                super().keyPressEvent(event)
