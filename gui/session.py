"""Session: the single owner of the window's state.

Pages read it and follow its change signals; they keep nothing of their own that matters, so a page can be thrown
away and built again (another language, another theme) while a training goes on.
"""

import dataclasses
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from core import settings as remembered
from core.answers import Photo
from core.errors import NakamiError, PictureError
from core.events import BatchEnded, EpochEnded, TrainingOutcome
from core.pictures.cache import PreparedPictures
from core.pictures.dataset import Dataset
from core.pictures.health import Issue
from core.pictures.split import Split
from core.questions import Look, Question, WhyMistake
from core.words import Sentence, say
from gui.asking import Asking
from gui.collection import Collection
from gui.following import Following
from gui.gathering import Gathering
from gui.inspecting import Inspecting
from gui.judging import Judging
from gui.mending import Mending
from gui.monitor import Monitor
from gui.offering import Offering
from gui.remembered_config import config_from, remember_config
from gui.run_actions import RunActions
from gui.state import Live, PageKey, State
from gui.taking_along import TakingAlong
from gui.trying import Trying
from gui.viewing import Viewing
from gui.working import Working


class Session(Working):
    """The state, what changes it, and who is told."""

    pictures_changed = Signal()
    config_changed = Signal()
    page_wanted = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.config = config_from(self.settings)
        self.is_ending = False
        self.collection = Collection(self)
        self.collection.changed.connect(self._on_collection_changed)
        self.collection.done.connect(self._on_collection_done)
        self.collection.size_wanted.connect(self._on_size_wanted)
        self.collection.went_back.connect(self._on_went_back)
        self.collection.failed.connect(self._on_collection_failed)
        self.asking = Asking(self)
        self.asking.failed.connect(self.tell_unanswered)
        self.asking.ended.connect(self.all_ended)
        self.following = Following(self)
        self.monitor = Monitor(self)
        self.trying = Trying(self)
        self.run_actions = RunActions(self)
        self.offering = Offering(self)
        self.judging = Judging(self)
        self.judging.ended.connect(self.all_ended)
        self.mending = Mending(self)
        self.inspecting = Inspecting(self.asking, self)
        self.gathering = Gathering(self)
        self.viewing = Viewing(self)
        self.viewing.ended.connect(self.all_ended)
        self.taking_along = TakingAlong(self)
        self.taking_along.ended.connect(self.all_ended)
        # Pages begin and follow a training by these.
        self.start_training = self.monitor.start
        self.training_began = self.monitor.began
        self.batch_ended = self.monitor.batch_ended
        self.epoch_ended = self.monitor.epoch_ended

    # ---- pictures

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
        self.say(self._page_of_changes, "good", done, action="undo")

    @property
    def _page_of_changes(self) -> PageKey:
        """Where the user sees what was changed about the pictures."""
        return "results" if self.page == "results" else "pictures"

    def _on_size_wanted(self, size_px: int) -> None:
        self.set_config(image_size_px=size_px)

    def _on_went_back(self, what: Sentence) -> None:
        self.say(self._page_of_changes, "info", what, action="redo")

    def _on_collection_failed(self, error: NakamiError) -> None:
        self.tell(self._page_of_changes, error)

    # ---- training

    @property
    def can_start(self) -> bool:
        """Whether there are pictures of two classes at least, and nothing runs."""
        return self.is_idle and self.dataset is not None and len(self.dataset.class_names) > 1

    @property
    def live(self) -> Live | None:
        """The run in sight."""
        return self.monitor.live

    @property
    def batches(self) -> list[BatchEnded]:
        """The batches that it reported."""
        return self.monitor.batches

    @property
    def epochs(self) -> list[EpochEnded]:
        """Its whole epochs."""
        return self.monitor.epochs

    @property
    def outcome(self) -> TrainingOutcome | None:
        """How the last training ended."""
        return self.monitor.outcome

    # ---- asking the network

    def open_model(self, path: Path) -> None:
        """Look inside and classify with this model file or earlier run from now on."""
        self.withdraw(self.page)
        self.judging.want(path)
        if self.is_training and path == self.monitor.shown_run:
            self.following.come_back()
            self.page_wanted.emit("inside")
        else:
            self.asking.open_model(path)

    def classify(self, photos: Sequence[Photo]) -> None:
        """Name what is on the photos, on the Classify page."""
        if self._is_ready_to_classify():
            self.asking.classify(photos)

    def classify_folders(self, folders: Sequence[Path], files: Sequence[Path] = ()) -> None:
        """Name what is on these files and every photo in these folders, on the Classify page."""
        if self._is_ready_to_classify():
            self.asking.classify_folders(folders, files)

    def _is_ready_to_classify(self) -> bool:
        """Whether there is a network to ask, or will be; goes to the Classify page, which says so where not."""
        self.page_wanted.emit("classify")
        self.withdraw("classify")
        if self.following.is_going_on and not self.asking.can_answer:
            self.following.ask_snapshot()
        elif not self.asking.can_answer:
            self.say(
                "classify",
                "info",
                say("There is no network to ask yet."),
                say("Train one, or open a model or an earlier run."),
            )
            return False
        return True

    def open_dropped(self, paths: Sequence[Path], page: PageKey | None = None) -> None:
        """Whatever was dropped on the window: a folder of pictures, a file of arrays, a run, a model file, photos. On
        the pages that ask a network about pictures (`page`) folders are what it is asked about; among photos they are
        that anywhere."""
        folders = [path for path in paths if path.is_dir()]
        if page == "results" and self._judges(paths):
            return
        files = [path for path in paths if path not in folders]
        if folders and (files or page == "classify") and self._are_of_photos(folders):
            self.classify_folders(folders, files)
            return
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

    def _are_of_photos(self, folders: Sequence[Path]) -> bool:
        """Whether the photos in these folders can be asked about: none is a run, and there is a network."""
        can_answer = self.asking.can_answer or self.following.is_going_on
        return can_answer and not any((folder / "run.json").is_file() for folder in folders)

    def _judges(self, paths: Sequence[Path]) -> bool:
        """Judge the network in sight on dropped pictures of known classes; whether that was what they are for."""
        if len(paths) != 1 or self.judging.wanted is None or (paths[0] / "run.json").is_file():
            return False
        if paths[0].is_dir() or paths[0].suffix.lower() in {".npy", ".npz"}:
            self.judging.judge_folder(paths[0])
            return True
        return False

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
            case "open_pictures":
                self.judging.open_pictures()
            case "resume" if message is not None and message.run is not None:
                self.monitor.resume_run(message.run)

    # ---- messages

    def dismiss(self, page: PageKey) -> None:
        """The user has closed a page's message."""
        message = self.messages.get(page)
        self.withdraw(page)
        if message is not None and message.run is not None:
            self.offering.decline(message.run)

    def tell_unanswered(self, question: Question, error: NakamiError) -> None:
        """Show why a question has no answer, on the page where that was expected."""
        if isinstance(question, Look):
            name = question.photo.name
            told = PictureError(say("“{name}” cannot be shown. {reason}", name=name, reason=error.what), error.hint)
            self.tell("inside", told if isinstance(error, PictureError) else error)
        elif not isinstance(question, WhyMistake):
            # A model may be dropped on any page: the answer comes where the user is.
            self.tell(self.page, error)

    # ---- the end

    def end(self) -> bool:
        """Ask everything that runs to end. True when nothing does any more; else `all_ended` comes."""
        run = self.monitor.shown_run
        if self.is_training and self.state is not State.STOPPING and run is not None:
            self.offering.remember(run)
        remembered.save(self.settings)
        self.is_ending = True
        self.judging.end()
        if not self.is_idle:
            self.stop()
            return False
        self.asking.end()
        self.viewing.end()
        self.taking_along.end()
        return not (
            self.taking_along.is_running or self.asking.is_running or self.viewing.is_running or self.judging.is_running
        )
