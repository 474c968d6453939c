"""Session: the single owner of the window's state.

Pages read it and follow its change signals; they keep nothing of their own that matters, so a page can be thrown
away and built again (another language, another theme) while a training goes on.
"""

import dataclasses
import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal

from PySide6.QtCore import QObject, Signal

from core import settings as remembered
from core.answers import ModelCard, Photo
from core.control import Control, Watch
from core.errors import NO_HINT, NakamiError, PictureError
from core.events import (
    BatchEnded,
    EpochEnded,
    Event,
    Glimpsed,
    Listed,
    Preparing,
    Snapshot,
    TrainingOutcome,
    TrainingStarted,
    Watched,
    WatchFailed,
)
from core.network.layers import Network
from core.network.presets import tutorial_network
from core.pictures.cache import PreparedPictures
from core.pictures.dataset import Dataset
from core.pictures.health import Issue
from core.pictures.split import Split
from core.questions import Look, Question, TakeSnapshot
from core.training.config import TrainingConfig
from core.training.runs import read_history
from core.words import Sentence, say
from gui.asking import Asking
from gui.collection import Collection
from gui.gathering import Gathering
from gui.inspecting import Inspecting
from gui.jobs import JobThread, UnforeseenError
from gui.remembered_config import config_from, remember_config
from gui.state import ALLOWED, Action, Live, Message, PageKey, State, known_page
from gui.step_pace import StepPace
from gui.viewing import Viewing


class Session(QObject):
    """The state, what changes it, and who is told."""

    state_changed = Signal()
    pictures_changed = Signal()
    config_changed = Signal()
    training_began = Signal()
    batch_ended = Signal(object)
    epoch_ended = Signal(object)
    preparing = Signal(object)
    training_ended = Signal()
    said = Signal(object)
    page_wanted = Signal(str)
    all_ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settings = remembered.load()
        self.state = State.IDLE
        self.config = config_from(self.settings)
        self.collection = Collection(self)
        self.collection.changed.connect(self._on_collection_changed)
        self.collection.done.connect(self._on_collection_done)
        self.collection.size_wanted.connect(self._on_size_wanted)
        self.collection.went_back.connect(self._on_went_back)
        self.collection.failed.connect(self._on_collection_failed)
        self.live: Live | None = None
        self.batches: list[BatchEnded] = []
        self.epochs: list[EpochEnded] = []
        self.outcome: TrainingOutcome | None = None
        self.last_step: Preparing | None = None
        self.step_seconds_left = math.nan
        self._pace = StepPace()
        self.messages: dict[PageKey, Message] = {}
        self.asking = Asking(self)
        self.asking.failed.connect(self._on_asking_failed)
        self.asking.model_opened.connect(self._on_model_opened)
        self.asking.ended.connect(self.all_ended)
        self.asking.watch_changed.connect(self._update_watch)
        self.inspecting = Inspecting(self.asking, self)
        self.gathering = Gathering(self)
        self.viewing = Viewing(self)
        self.viewing.ended.connect(self.all_ended)
        self._job: JobThread | None = None
        self._is_training_job = False
        self.is_ending = False
        self._class_names: tuple[str, ...] = ()
        self._training_config = self.config
        self._title = ""
        self._answers_from_training = False

    # ---- pictures

    @property
    def page(self) -> PageKey:
        """The page that the user is on."""
        return known_page(self.settings.page)

    @property
    def dataset(self) -> Dataset | None:
        """The pictures to train on: as found, with the user's changes."""
        return self.collection.dataset

    @property
    def prepared(self) -> PreparedPictures | None:
        """The same decoded; None until they are."""
        return self.collection.prepared

    @property
    def title(self) -> str:
        """What the open pictures are called; empty while there are none."""
        place = self.collection.place
        return place.name if place is not None else ""

    def open_folder(self, source: Path | None) -> None:
        """Take in a folder of pictures, or a file of arrays; None means the sample creatures."""
        self.gathering.open(source)

    def split(self) -> Split | None:
        """How the pictures will be split with the settings as they are."""
        return self.collection.split(self.config.seed, self.config.shares)

    def issues(self) -> tuple[Issue, ...]:
        """What is wrong with the pictures; empty while they are being read."""
        return self.collection.issues(self.config.seed, self.config.shares, self.config.frame)

    def set_config(self, **changes: Any) -> None:
        """Change training settings. Values out of range are refused with a message."""
        try:
            config = dataclasses.replace(self.config, **changes)
        except NakamiError as error:
            self.tell("training", error)
            return
        if config == self.config:
            return
        self.config = config
        remember_config(config, self.settings)
        remembered.save(self.settings)
        self.config_changed.emit()

    def _on_collection_changed(self) -> None:
        edits = self.collection.edits
        config = dataclasses.replace(
            self.config,
            keep_together=edits.keep_together,
            split_from=edits.split_from,
            class_weights=edits.class_weights,
        )
        if config != self.config:
            self.config = config
            self.config_changed.emit()
        self.pictures_changed.emit()

    def _on_collection_done(self, done: Sentence) -> None:
        self.say("pictures", "good", done, action="undo")

    def _on_size_wanted(self, size_px: int) -> None:
        self.set_config(image_size_px=size_px)

    def _on_went_back(self, what: Sentence) -> None:
        self.say("pictures", "info", what, action="redo")

    def _on_collection_failed(self, error: NakamiError) -> None:
        self.tell("pictures", error)

    # ---- training

    @property
    def can_start(self) -> bool:
        """Whether there are pictures of two classes at least, and nothing runs."""
        return self.is_idle and self.dataset is not None and len(self.dataset.class_names) > 1

    def start_training(self, config: TrainingConfig | None = None, quietly: bool = False) -> None:
        """Train on the open pictures with the settings as they are, or with those of `config`. `quietly`: beside the
        network that answers now, which goes on answering, on the page that the user is on."""
        if not self.can_start or self.dataset is None:
            return
        config = config or self.config
        self.withdraw("training")
        self.outcome = None
        self.live = None
        self.batches.clear()
        self.epochs.clear()
        self._training_config = config
        self._title = self.title
        self._answers_from_training = not quietly
        if not quietly:
            self.page_wanted.emit("training")
        job = JobThread("core.training.train:train", self.dataset, config, needs_tensorflow=True, parent=self)
        job.succeeded.connect(self._on_trained)
        self.begin(job, is_training=True)
        self.training_began.emit()

    @property
    def control(self) -> Control | None:
        """The running job's, for asking it to stop, pause or copy its weights."""
        return self._job.control if self._job is not None else None

    @property
    def is_idle(self) -> bool:
        """Whether nothing runs."""
        return self.state is State.IDLE

    @property
    def is_training(self) -> bool:
        """Whether the running job is a training, preparing and stopping included."""
        return self._job is not None and self._is_training_job

    def pause(self) -> None:
        """Let the training wait after the running batch."""
        if self.state is State.TRAINING and self.control is not None:
            self.control.pause()
            self._enter(State.PAUSED)

    def resume(self) -> None:
        """Let a paused training go on."""
        if self.state is State.PAUSED and self.control is not None:
            self.control.resume()
            self._enter(State.TRAINING)

    def stop(self) -> None:
        """Ask the running job to end; it answers within one batch."""
        if self.control is not None and self.state is not State.STOPPING:
            self.control.stop()
            self._enter(State.STOPPING)

    # ---- asking the network

    def open_model(self, path: Path) -> None:
        """Look inside and classify with this model file or earlier run from now on."""
        self.withdraw(self.page)
        if self.is_training and self.live is not None and path == self.live.run and self.control is not None:
            # Back to the network in training, after another was opened.
            self._answers_from_training = True
            self.asking.forget_model()
            self.control.ask_snapshot()
            self._update_watch()
            self.page_wanted.emit("inside")
            return
        self.asking.open_model(path)

    def classify(self, photos: Sequence[Photo]) -> None:
        """Name what is on the photos, on the Classify page."""
        self.page_wanted.emit("classify")
        self.withdraw("classify")
        waits_for_training = self.is_training and self._answers_from_training
        if waits_for_training and not self.asking.can_answer and self.control is not None:
            self.control.ask_snapshot()
        elif not self.asking.can_answer:
            self.say(
                "classify",
                "info",
                say("There is no network to ask yet."),
                say("Train one, or open a model or an earlier run."),
            )
            return
        self.asking.classify(photos)

    def open_dropped(self, paths: Sequence[Path]) -> None:
        """Whatever was dropped on the window: a folder of pictures, a file of arrays, a run, a model file, photos."""
        folders = [path for path in paths if path.is_dir()]
        if len(paths) == 1 and paths[0].suffix.lower() in {".npy", ".npz"} and not folders:
            self.open_folder(paths[0])
        elif len(paths) == 1 and folders:
            if (paths[0] / "run.json").is_file():
                self.open_model(paths[0])
            else:
                self.open_folder(paths[0])
        elif len(paths) == 1 and (paths[0].suffix.lower() in {".keras", ".h5", ".hdf5"} or paths[0].name == "run.json"):
            self.open_model(paths[0].parent if paths[0].name == "run.json" else paths[0])
        elif folders and len(folders) == len(paths):
            self.page_wanted.emit("pictures")
            self.say(
                "pictures",
                "info",
                say("Several folders at once are no collection yet."),
                say("Drop the one folder that holds a subfolder for each class."),
            )
        elif paths:
            self.classify([Photo(path.name, str(path)) for path in paths])

    def act(self, page: PageKey) -> None:
        """The button of a page's message was pressed."""
        message = self.messages.get(page)
        self.withdraw(page)
        match message.action if message is not None else "":
            case "undo":
                self.collection.undo()
            case "redo":
                self.collection.redo()
            case "go_on":
                self.gathering.take_in_again()

    # ---- messages

    def say(
        self,
        page: PageKey,
        kind: Literal["error", "warning", "info", "good"],
        what: Sentence,
        then: Sentence = NO_HINT,
        action: Action = "",
    ) -> None:
        """Show a message on a page until it is closed or its cause is gone; `action` puts a button into it."""
        self._announce(Message(page, kind, what, then, action=action))

    def tell(self, page: PageKey, error: NakamiError) -> None:
        """Show an error on a page."""
        details = error.details if isinstance(error, UnforeseenError) else str(error)
        self._announce(Message(page, "error", error.what, error.hint, details))

    def withdraw(self, page: PageKey) -> None:
        """Take a page's message away."""
        if self.messages.pop(page, None) is not None:
            self.said.emit(page)

    def _announce(self, message: Message) -> None:
        self.messages[message.page] = message
        self.said.emit(message.page)

    # ---- the end

    def end(self) -> bool:
        """Ask everything that runs to end. True when nothing does any more; else `all_ended` comes."""
        remembered.save(self.settings)
        self.is_ending = True
        if self._job is not None:
            self._job.control.stop()
            if self.state is not State.STOPPING:
                self._enter(State.STOPPING)
            return False
        self.asking.end()
        self.viewing.end()
        return not (self.asking.is_running or self.viewing.is_running)

    # ---- the running job

    def begin(self, job: JobThread, is_training: bool = False) -> None:
        """Let a job run; only while nothing else does."""
        self._job, self._is_training_job = job, is_training
        self.last_step = None
        self.step_seconds_left = math.nan
        self._pace = StepPace()
        job.reported.connect(self._on_reported)
        job.failed.connect(self._on_job_failed)
        job.finished.connect(self._on_job_finished)
        self._enter(State.PREPARING)
        job.start()

    def _enter(self, state: State) -> None:
        if state is self.state:
            return
        assert state in ALLOWED[self.state], f"{self.state} cannot become {state}"
        self.state = state
        self.state_changed.emit()

    def _on_reported(self, event: Event) -> None:
        match event:
            case Preparing():
                self.last_step = event
                self.step_seconds_left = self._pace.seconds_left(event)
                self.preparing.emit(event)
            case Listed(dataset) if not self._is_training_job:
                if self.collection.found is None or self.collection.found.root != dataset.root:
                    self.outcome = None
                self.collection.take_listed(dataset)
            case Glimpsed(pixels) if not self._is_training_job:
                self.collection.take_glimpses(pixels)
            case TrainingStarted():
                self._on_training_started(event)
            case BatchEnded():
                self.batches.append(event)
                self.batch_ended.emit(event)
            case EpochEnded():
                self.epochs.append(event)
                self.epoch_ended.emit(event)
            case Snapshot():
                self._on_snapshot(event)
            case Watched():
                self._on_watched(event)
            case WatchFailed(photo, error):
                if photo is self.asking.looked_at:
                    self._on_asking_failed(Look(photo), error)

    def _on_training_started(self, event: TrainingStarted) -> None:
        self.live = Live(self._title, event.epochs, event.batches_per_epoch, event.run)
        self._class_names = event.class_names
        if self._answers_from_training:
            self.asking.forget_model()
        if self.state is State.PREPARING:
            self._enter(State.TRAINING)
        self._update_watch()
        self.training_began.emit()

    def _network(self) -> Network:
        """The one in training."""
        config = self._training_config
        return tutorial_network(config.image_size_px, len(self._class_names), config.with_dropout)

    def _on_snapshot(self, snapshot: Snapshot) -> None:
        if self._answers_from_training:
            network, resize = self._network(), self._training_config.resize
            self.asking.take(TakeSnapshot(snapshot, network, self._class_names, self._title, resize))

    def _on_watched(self, event: Watched) -> None:
        if self._answers_from_training:
            network = self._network()
            self.asking.take_insight(
                event.insight,
                ModelCard(
                    self._title,
                    self._class_names,
                    self._training_config.frame,
                    network.parameters(),
                    event.insight.epoch,
                    event.run,
                ),
            )

    def _update_watch(self) -> None:
        """Let the training show what it makes of the picture, while it is the network that answers."""
        is_followed = self.is_training and self._answers_from_training
        self.asking.set_followed(is_followed)
        if self.control is not None and self.is_training:
            photo = self.asking.looked_at if is_followed else None
            watch = Watch(photo, self.asking.wants_all_weights, self.asking.wants_insight) if photo else None
            self.control.set_watch(watch)

    def _on_model_opened(self) -> None:
        """The user has opened a model or run: it answers from now on, and a run's curves are shown."""
        self._answers_from_training = False
        self._update_watch()
        card = self.asking.model
        if card is None or card.run is None or self.is_training:
            return
        self.batches.clear()
        self.epochs[:] = read_history(card.run)
        self.live = Live(card.title, max(1, len(self.epochs)), 1, card.run)
        self.outcome = None
        self.training_began.emit()

    def _on_trained(self, outcome: TrainingOutcome) -> None:
        self.outcome = outcome
        if self._answers_from_training and not self.is_ending:
            # From now on the best epoch answers, not the last.
            self.asking.open_model(outcome.run, quietly=True)

    def _on_job_failed(self, error: NakamiError) -> None:
        self.tell("training" if self._is_training_job else "pictures", error)

    def _on_job_finished(self) -> None:
        was_training, job = self._is_training_job, self._job
        self._job = None
        if job is not None:
            job.deleteLater()
        self._update_watch()
        self._enter(State.IDLE)
        if was_training:
            self.training_ended.emit()
        self.all_ended.emit()

    def _on_asking_failed(self, question: Question, error: NakamiError) -> None:
        if isinstance(question, Look):
            name = question.photo.name
            told = PictureError(say("“{name}” cannot be shown. {reason}", name=name, reason=error.what), error.hint)
            self.tell("inside", told if isinstance(error, PictureError) else error)
        else:
            # A model may be dropped on any page: the answer comes where the user is.
            self.tell(self.page, error)
