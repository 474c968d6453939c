"""The loss and accuracy of the run in sight, beside those it is compared with."""

from collections.abc import Mapping
from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from core.errors import NakamiError
from core.events import BatchEnded, EpochEnded
from core.training.curves_csv import write_curves
from core.training.runs import best_epoch, read_history
from core.words import tr
from gui import theme
from gui.session import Session
from gui.widgets.card import Card
from gui.widgets.training.curve_plot import CurvePlot
from gui.widgets.training.plot_content import Overlay, PlotOptions, as_values
from gui.widgets.training.plot_pictures import save_plots

LEAST_HEIGHT_PX = 230
_LEAST_EPOCHS = 2


class Curves(QWidget):
    """Both plots, moving together. Follows the session's monitor."""

    def __init__(self, session: Session, options: PlotOptions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._monitor = monitor = session.monitor
        self._planned = session.config.epochs
        self._names: Mapping[Path, str] = {}
        self.loss = CurvePlot(tr("Loss"), "loss")
        self.accuracy = CurvePlot(tr("Accuracy"), "accuracy")
        self._plots = (self.loss, self.accuracy)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.CARD_GAP)
        for plot, other in ((self.loss, self.accuracy), (self.accuracy, self.loss)):
            plot.setMinimumHeight(LEAST_HEIGHT_PX)
            plot.pointed.connect(other.point_at)
            plot.zoomed.connect(other.zoom_to)
            card = Card()
            card.body.addWidget(plot)
            layout.addWidget(card, 1)
        self.set_options(options)
        monitor.began.connect(self.replay)
        monitor.batch_ended.connect(self._add_batch)
        monitor.epoch_ended.connect(self._add_epoch)
        monitor.compared_changed.connect(self._update_overlays)
        session.training_ended.connect(self._update_length)
        self.replay()

    def set_planned(self, epochs: int) -> None:
        """How long the axis is where no run is in sight."""
        is_new = epochs != self._planned
        self._planned = epochs
        if is_new and self._monitor.live is None:
            self.replay()

    def set_options(self, options: PlotOptions) -> None:
        """How the curves are drawn."""
        for plot in self._plots:
            plot.set_options(options)

    def set_names(self, names: Mapping[Path, str]) -> None:
        """What runs are called."""
        self._names = names
        self._update_overlays()

    def replay(self) -> None:
        """Show the run in sight from its beginning: the page may be built at any time."""
        monitor = self._monitor
        for plot in self._plots:
            plot.reset(monitor.live.epochs if monitor.live is not None else self._planned)
        positions, losses, accuracies = monitor.earlier_batches
        self.loss.add_batches(positions, losses)
        self.accuracy.add_batches(positions, accuracies)
        for batch in monitor.batches:
            self._add_batch(batch)
        for epoch in monitor.epochs:
            self._show_epoch(epoch)
        self._mark_best()
        self._update_overlays()

    def save(self, path: Path) -> None:
        """Write the curves as they are seen (.png, .svg) or their values (.csv). Raises StorageError."""
        if path.suffix.lower() != ".csv":
            save_plots(path, self._plots)
            return
        monitor = self._monitor
        further = [(self._name(run), read_history(run)) for run in monitor.compared]
        write_curves(path, monitor.epochs, monitor.all_batches(), self.default_name(), further)

    def default_name(self) -> str:
        """What the run in sight is called, as in the table of runs."""
        run = self._monitor.shown_run
        return self._name(run) if run is not None else tr("curves")

    def _add_batch(self, batch: BatchEnded) -> None:
        live = self._monitor.live
        assert live is not None
        position = batch.epoch - 1 + batch.batch / live.batches_per_epoch
        self.loss.add_batch(position, batch.batch_loss)
        self.accuracy.add_batch(position, batch.batch_accuracy)

    def _add_epoch(self, epoch: EpochEnded) -> None:
        self._show_epoch(epoch)
        self._mark_best()

    def _show_epoch(self, epoch: EpochEnded) -> None:
        self.loss.add_epoch(epoch.epoch, epoch.loss, epoch.val_loss)
        self.accuracy.add_epoch(epoch.epoch, epoch.accuracy, epoch.val_accuracy)

    def _mark_best(self) -> None:
        best = best_epoch(self._monitor.epochs)
        if best is not None:
            self.loss.set_best(best.epoch, best.val_loss)
            self.accuracy.set_best(best.epoch, best.val_accuracy)

    def _update_overlays(self) -> None:
        losses, accuracies = [], []
        for run in self._monitor.compared:
            history = read_history(run)
            name = self._name(run)
            losses.append(_overlay(name, history, "loss"))
            accuracies.append(_overlay(name, history, "accuracy"))
        self.loss.set_overlays(losses)
        self.accuracy.set_overlays(accuracies)
        self._update_length()

    def _update_length(self) -> None:
        length = self._length()
        for plot in self._plots:
            plot.set_length(length)

    def _length(self) -> int:
        """Where the axis ends: a curve that is still growing grows into its place, others fill it. Where runs are
        compared that are longer, it ends with the longest."""
        monitor = self._monitor
        if self._session.is_training:
            return monitor.live.epochs if monitor.live is not None else self._planned
        if monitor.live is not None:
            return max(_LEAST_EPOCHS, monitor.epochs[-1].epoch if monitor.epochs else 0)
        return _LEAST_EPOCHS if monitor.compared else self._planned

    def _name(self, run: Path) -> str:
        return self._names.get(run, run.name)


class CurvesExport(QObject):
    """Asks where to, and writes. `failed` brings a NakamiError."""

    failed = Signal(object)

    def __init__(self, curves: Curves) -> None:
        super().__init__(curves)
        self._curves = curves

    def ask(self, kind: str) -> None:
        """`kind`: "png", "svg" or "csv"."""
        titles = {"png": tr("Save the plots as a picture"), "svg": tr("Save the plots as a drawing")}
        dialog = QFileDialog(self._curves, titles.get(kind, tr("Save the values as a table")))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(kind)
        dialog.setNameFilter(f"{kind.upper()} (*.{kind})")
        dialog.selectFile(f"{_as_file_name(self._curves.default_name())}.{kind}")
        dialog.fileSelected.connect(self._on_chosen)
        dialog.open()

    def _on_chosen(self, path: str) -> None:
        try:
            self._curves.save(Path(path))
        except NakamiError as error:
            self.failed.emit(error)


def _as_file_name(name: str) -> str:
    return "".join("-" if letter in '\\/:*?"<>|' else letter for letter in name)


def _overlay(name: str, history: list[EpochEnded], kind: str) -> Overlay:
    last = history[-1].epoch if history else 0
    curves = np.full((2, last), np.nan)
    for epoch in history:
        curves[:, epoch.epoch - 1] = getattr(epoch, kind), getattr(epoch, f"val_{kind}")
    return Overlay(name, as_values(curves[0]), as_values(curves[1]))
