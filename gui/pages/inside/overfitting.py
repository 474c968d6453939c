"""The Inside page's third view: the same training with Dropout and without, side by side."""

import dataclasses
from pathlib import Path

from PySide6.QtCore import QObject

from core import places
from core.errors import ModelError, NakamiError
from core.events import EpochEnded
from core.inside.overfitting import RunView
from core.training import runs
from core.training.config import TrainingConfig
from core.words import tr
from gui.jobs import as_told
from gui.session import Session
from gui.widgets.inside.overfitting_view import OverfittingView


class Overfitting(QObject):
    """Finds the run that belongs beside the one in sight, or trains it."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._inspecting = session.inspecting
        self._is_shown = False
        self._compared: tuple[Path, Path, int] | None = None
        self.view = OverfittingView()
        self.view.counterpart_wanted.connect(self._on_counterpart_wanted)
        self.view.masks_wanted.connect(self._inspecting.ask_masks)
        self._inspecting.masked_changed.connect(self._on_masked)
        self.view.compare_wanted.connect(self._on_compare_wanted)
        self._inspecting.compared_changed.connect(self.update)
        self._inspecting.compare_failed.connect(self._on_compare_failed)
        session.epoch_ended.connect(self._on_epoch_ended)
        session.state_changed.connect(self.update)
        session.training_ended.connect(self.update)

    def set_shown(self, shown: bool) -> None:
        """Whether the view is in sight: only then are runs read and networks asked."""
        self._is_shown = shown
        if shown:
            self.update()
            if self._inspecting.masked is None:
                self._inspecting.ask_masks(0)
            self._on_masked()

    def update(self) -> None:
        """Read what there is of both runs, and show it."""
        if not self._is_shown:
            return
        session = self._session
        own = self._inspecting.run
        facts = _facts(own)
        if own is None or facts is None:
            self.view.show_runs(None, None)
            return
        other = self._other(own)
        has_dropout = bool(facts.config.get("with_dropout", True))
        mine, others = self._run_view(own), self._run_view(other)
        self.view.show_runs(*((mine, others) if has_dropout else (others, mine)))
        self.view.set_can_train(*self._can_train(facts))
        live = session.live
        if session.is_training and live is not None and live.run == other:
            self.view.set_training(len(session.epochs), live.epochs)
        self._compare(own, other)

    def _other(self, own: Path) -> Path | None:
        """The run beside it: the one in training where that is it, else the newest that has ended."""
        live = self._session.live
        if self._session.is_training and live is not None and live.run != own and runs.are_counterparts(own, live.run):
            return live.run
        return runs.counterpart(own, places.runs_folder())

    def _run_view(self, run: Path | None) -> RunView | None:
        facts = _facts(run)
        if run is None or facts is None:
            return None
        live = self._session.live
        is_training = self._session.is_training and live is not None and live.run == run
        epochs = self._session.epochs if is_training else runs.read_history(run)
        planned = int(facts.config.get("epochs", len(epochs)))
        return RunView(facts.name, tuple(epochs), planned, is_training)

    def _can_train(self, facts: runs.RunFacts) -> tuple[bool, str]:
        session = self._session
        if session.is_training:
            return False, tr("A training is running. Wait until it has ended.")
        if session.dataset is None or session.prepared is None:
            return False, tr("Open the pictures of this run first, on the Pictures page.")
        if session.prepared.dataset.fingerprint() != facts.fingerprint:
            return False, tr("Other pictures are open. Open those of this run first, on the Pictures page.")
        return session.can_start, ""

    def _compare(self, own: Path, other: Path | None) -> None:
        """Have both networks asked about the validation pictures, once for each state of the two runs."""
        if other is None or not all((run / runs.BEST_FILE).is_file() for run in (own, other)):
            self.view.show_compared(None)
            return
        with_dropout, without = (own, other) if _has_dropout(own) else (other, own)
        epochs = len(runs.read_history(own)) + len(runs.read_history(other))
        if self._compared != (with_dropout, without, epochs) and not self._session.is_training:
            self._compared = (with_dropout, without, epochs)
            self._inspecting.compare(with_dropout, without)
        compared = self._inspecting.compared
        fits = compared is not None and (compared.first_run, compared.second_run) == (with_dropout, without)
        self.view.show_compared(compared if fits else None)

    def _on_counterpart_wanted(self) -> None:
        facts = _facts(self._inspecting.run)
        if facts is None:
            return
        try:
            config = TrainingConfig.from_json(facts.config)
        except (NakamiError, TypeError) as error:
            self._session.tell("inside", as_told(error))
            return
        self._session.start_training(dataclasses.replace(config, with_dropout=not config.with_dropout), quietly=True)

    def _on_masked(self) -> None:
        self.view.show_masked(self._inspecting.masked)

    def _on_compare_wanted(self) -> None:
        self._compared = None
        self.update()

    def _on_compare_failed(self, error: NakamiError) -> None:
        self.view.show_compare_failure(str(error))

    def _on_epoch_ended(self, _epoch: EpochEnded) -> None:
        self.update()


def _facts(run: Path | None) -> runs.RunFacts | None:
    try:
        return runs.read_facts(run) if run is not None else None
    except ModelError:
        return None


def _has_dropout(run: Path) -> bool:
    facts = _facts(run)
    return facts is None or bool(facts.config.get("with_dropout", True))
