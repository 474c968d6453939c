"""Monitor: the training that is watched. What it said so far, how one begins or goes on, at which rate it learns."""

import dataclasses
import math
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from core.errors import ModelError, NakamiError
from core.events import BatchEnded, EpochEnded, Event, TrainingOutcome, TrainingStarted
from core.pictures.split import SPLIT_FILE, read_rows
from core.training.advice import Guessing
from core.training.batch_history import read_batches
from core.training.config import TrainingConfig
from core.training.runs import RunFacts, is_live, read_facts, read_history
from core.training.unfinished import Unfinished, can_resume, require_resumable
from core.words import say
from gui.jobs import JobThread
from gui.state import Live, State

if TYPE_CHECKING:
    from gui.session import Session

Floats = NDArray[np.float64]
# Positions in epochs, loss, accuracy.
BatchCurves = tuple[Floats, Floats, Floats]


class Monitor(QObject):
    """Works for one session, and outlives the pages that show it.

    `live` is the run in sight: in training, the last one, or an earlier one that was opened. `title` (what its pictures
    are called), `config` and `class_names` are that run's. `epochs` holds its whole epochs, `batches` the batches that
    it reported to this window: they may be of an epoch after one whose `EpochEnded` is still to come. `outcome` is how
    the last training ended; `has_failed`: in an error. `compared` are the runs that the user has ticked, to lay their
    curves over each other.

    `began`: another run is in sight, or its training has begun. `config_changed`: the user set another learning rate.
    """

    began = Signal()
    batch_ended = Signal(object)
    epoch_ended = Signal(object)
    config_changed = Signal()
    compared_changed = Signal()

    def __init__(self, session: "Session") -> None:
        super().__init__(session)
        self._session = session
        self.live: Live | None = None
        self.title = ""
        self.config = session.config
        self.class_names: tuple[str, ...] = ()
        self.batches: list[BatchEnded] = []
        self.epochs: list[EpochEnded] = []
        self.outcome: TrainingOutcome | None = None
        self.has_failed = False
        self.compared: tuple[Path, ...] = ()
        # How many epochs were there before `batches`, and their batches once somebody wants them.
        self._epochs_before = 0.0
        self._earlier: BatchCurves | None = None
        self._guessing: tuple[Path, Guessing | None] | None = None
        session.reported.connect(self._on_reported)
        session.asking.model_opened.connect(self._on_model_opened)

    # ---- what there is to show

    @property
    def shown_run(self) -> Path | None:
        """The folder of the run in sight."""
        return self.live.run if self.live is not None else None

    @property
    def shown_config(self) -> TrainingConfig:
        """The settings to show: of the training that goes on, else those that the next begins with."""
        return self.config if self._session.is_training else self._session.config

    @property
    def earlier_batches(self) -> BatchCurves:
        """Of every batch before those in `batches`: how far in epochs the run was after it, its own loss and its own
        accuracy (0-1). Empty for a training that began in this window. Read from the disk when first wanted."""
        if self._earlier is None:
            self._earlier = _batches_until(self.shown_run, self._epochs_before)
        return self._earlier

    def all_batches(self) -> BatchCurves:
        """The same of every batch so far: of whole epochs from the disk, for a fast training reports not every batch;
        of the running epoch as far as they were reported."""
        saved = _batches_until(self.shown_run, max(self._epochs_before, len(self.epochs)))
        behind = saved[0][-1] if len(saved[0]) else 0.0
        per_epoch = self.live.batches_per_epoch if self.live is not None else 1
        own = [
            (position, each.batch_loss, each.batch_accuracy)
            for each in self.batches
            if (position := each.epoch - 1 + each.batch / per_epoch) > behind
        ]
        columns = np.array(own).reshape(-1, 3).T
        positions, losses, accuracies = (np.append(*both) for both in zip(saved, columns, strict=True))
        return positions, losses, accuracies

    @property
    def guessing(self) -> Guessing | None:
        """What chance alone would reach in the run in sight, which its curves are judged by; None where its split is
        not known."""
        run = self.shown_run
        if run is None:
            return None
        if self._guessing is None or self._guessing[0] != run:
            self._guessing = run, _guessing(run, self.config.class_weights)
        return self._guessing[1]

    def compare(self, runs: Iterable[Path]) -> None:
        """Lay the curves of these runs over those in sight."""
        runs = tuple(runs)
        if runs != self.compared:
            self.compared = runs
            self.compared_changed.emit()

    def forget_outcome(self) -> None:
        """Other pictures are open: how the last training ended is no news any more."""
        self.outcome = None

    # ---- beginning and going on

    def start(self, config: TrainingConfig | None = None, quietly: bool = False) -> None:
        """Train on the open pictures with the settings as they are, or with those of `config`. `quietly`: beside the
        network that answers now, which goes on answering, on the page that the user is on."""
        session = self._session
        if not session.can_start or session.dataset is None:
            return
        config = config or session.config
        self._clear(session.title, config, session.dataset.class_names)
        self._begin("train", session.dataset, config, quietly=quietly)

    def resume_run(self, folder: Path, epochs: int | None = None) -> None:
        """Go on with a run after its last whole epoch; `epochs` is how many it shall have in all, where those planned
        are not enough. It brings its own pictures and settings. Says why where that is not possible."""
        session = self._session
        hint = say("Stop it, or wait until it has ended, then go on.")
        if not session.is_free_for(hint, *(("resume", folder) if epochs is None else ())):
            return
        try:
            found = _resumable(folder)
            config = _config_of(found.facts, epochs)
        except NakamiError as error:
            session.offering.withdraw()
            session.page_wanted.emit("training")
            session.tell("training", error)
            return
        self._clear(found.facts.name, config, found.facts.class_names, folder)
        self.epochs[:] = read_history(folder)[: found.epochs_done]
        self._epochs_before = found.epochs_done
        self._begin("resume", folder, epochs)

    def _clear(self, title: str, config: TrainingConfig, class_names: tuple[str, ...], run: Path | None = None) -> None:
        """Another training is in sight, nothing of it so far."""
        self.title = title
        self.config = config
        self.class_names = class_names
        self.live = Live(title, config.epochs, 1, run) if run is not None else None
        self.outcome = None
        self.has_failed = False
        self.batches.clear()
        self.epochs.clear()
        self._epochs_before, self._earlier = 0.0, None

    def _begin(self, function: str, *arguments: Any, quietly: bool = False) -> None:
        session = self._session
        session.withdraw("training")
        session.offering.take(self.shown_run)
        session.following.is_asked = not quietly
        if not quietly:
            session.page_wanted.emit("training")
        job = JobThread(f"core.training.train:{function}", *arguments, needs_tensorflow=True, parent=session)
        job.succeeded.connect(self._on_trained)
        job.failed.connect(self._on_failed)
        session.begin(job, "training")
        self.began.emit()

    # ---- steering

    def set_learning_rate(self, learning_rate: float) -> None:
        """Let the training go on with this rate, from its next batch on. A rate out of range is refused with a
        message."""
        session = self._session
        if not session.is_training or session.control is None or session.state not in (State.TRAINING, State.PAUSED):
            return
        before = self.config
        try:
            self.config = dataclasses.replace(before, learning_rate=learning_rate)
        except NakamiError as error:
            session.tell("training", error)
            return
        session.control.set_learning_rate(learning_rate)
        self.config_changed.emit()

    # ---- what the training says

    def _on_reported(self, event: Event) -> None:
        match event:
            case TrainingStarted():
                self._on_started(event)
            case BatchEnded():
                self.batches.append(event)
                self.batch_ended.emit(event)
            case EpochEnded():
                self.epochs.append(event)
                self.epoch_ended.emit(event)

    def _on_started(self, event: TrainingStarted) -> None:
        self.live = Live(self.title, event.epochs, event.batches_per_epoch, event.run)
        self.class_names = event.class_names
        self.epochs[:] = event.history
        self._epochs_before, self._earlier = len(event.history), None
        if self._session.state is State.PREPARING:
            self._session.enter(State.TRAINING)
        self.began.emit()

    def _on_trained(self, outcome: TrainingOutcome) -> None:
        self.outcome = outcome
        if self._session.following.is_asked and not self._session.is_ending:
            # From now on the best epoch answers, not the last.
            self._session.asking.open_model(outcome.run, quietly=True)

    def _on_failed(self, error: NakamiError) -> None:
        self.has_failed = True
        found = can_resume(self.live.run) if self.live is not None else None
        may_go_on = (
            found is not None
            and found.can_go_on_as_planned
            # It would come to the same end again.
            and found.facts.results.get("cause") != "diverged"
        )
        self._session.tell("training", error, self.shown_run if may_go_on else None)

    def _on_model_opened(self) -> None:
        """The user has opened a model or run: a run's curves are shown."""
        card = self._session.asking.model
        if card is None or card.run is None or self._session.is_training:
            return
        self._clear(card.title, self._config_opened(card.run), card.class_names, card.run)
        self.epochs[:] = read_history(card.run)
        self._epochs_before = math.inf
        self.live = Live(card.title, max(self.config.epochs, len(self.epochs)), 1, card.run)
        self.began.emit()

    def _config_opened(self, run: Path) -> TrainingConfig:
        try:
            return _config_of(read_facts(run))
        except NakamiError:
            return self._session.config  # a run from another version: its curves can be looked at all the same


def _batches_until(run: Path | None, epochs: float) -> BatchCurves:
    """The saved batches of so many epochs: what came after the last whole one is trained again."""
    if run is None or not epochs:
        return np.empty(0), np.empty(0), np.empty(0)
    positions, losses, accuracies = read_batches(run)
    kept = positions <= epochs
    return positions[kept], losses[kept], accuracies[kept]


def _resumable(folder: Path) -> Unfinished:
    """The run in a folder. Raises NakamiError where it cannot go on now."""
    if not folder.is_dir():
        raise ModelError(
            say("The run “{name}” is gone: its folder is not there any more.", name=folder.name),
            say("Put the folder back to go on with it, or train anew."),
        )
    if is_live(folder):
        raise NakamiError(
            say("The run “{name}” is being trained by another window or command.", name=folder.name),
            say("Wait until it has ended, or stop it there."),
        )
    return require_resumable(folder)


def _config_of(facts: RunFacts, epochs: int | None = None) -> TrainingConfig:
    """The settings of a run, with the learning rate that was set last. Raises NakamiError for those that work no
    longer."""
    try:
        config = TrainingConfig.from_json(facts.config)
    except TypeError as error:
        raise ModelError(
            say("The settings of the run “{name}” cannot be read.", name=facts.name),
            say("Its networks can still be opened. Train anew to go further."),
        ) from error
    rate = facts.rate_changes[-1].learning_rate if facts.rate_changes else config.learning_rate
    return dataclasses.replace(config, learning_rate=rate, epochs=epochs or config.epochs)


def _guessing(run: Path, class_weights: bool) -> Guessing | None:
    try:
        rows = read_rows(run / SPLIT_FILE)
    except (OSError, ValueError):
        return None
    measured = "validation" if any(part == "validation" for _, _, part in rows) else "training"
    counts = Counter(name for _, name, part in rows if part == measured)
    classes = {name for _, name, _ in rows}
    return Guessing.of([counts[name] for name in classes], class_weights) if classes else None
