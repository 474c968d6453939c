"""Asking: the window's side of the network that answers. Holds the answers that pages show; what the Inside page asks
beside the layers is in `gui.inspecting`."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from core.answer_store import AnswerRows, AnswerStore
from core.answers import Answer, Insight, ModelCard, Photo, PreviewPicture
from core.errors import NakamiError, PictureError
from core.questions import (
    Classify,
    ClassifyMany,
    Compare,
    Look,
    Mask,
    OpenModel,
    Preview,
    Question,
    Recall,
    Save,
    TakeSnapshot,
    Vary,
    Why,
    WhyMistake,
)
from core.words import say
from gui.answer_heat import AnswerHeat
from gui.jobs import InferenceThread
from gui.side_job import SideJob

PREVIEW_PX = 640
# Five pictures a second are as much as an eye takes in; each costs the window some 30 ms.
SHORTEST_SHOWN_MS = 200


class Asking(QObject):
    """The network that answers (`model`), the photos and their answers, the picture that is looked into.

    `answers_began`: there are other photos, or folders of them are being listed (`listing`); `answers_came` brings the
    number of the first photo that was answered, and how many after it were.
    """

    model_changed = Signal()
    opening_began = Signal()
    model_opened = Signal()
    insight_changed = Signal()
    watch_changed = Signal()
    other_answered = Signal(object, object)
    answers_began = Signal()
    answers_came = Signal(int, int)
    preview_changed = Signal()
    failed = Signal(object, object)
    ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.model: ModelCard | None = None
        self._openings = 0
        self.insight: Insight | None = None
        self.looker: ModelCard | None = None
        self.looked_at: Photo | None = None
        self.wants_insight = False
        self.wants_all_weights = False
        self.photos: tuple[Photo, ...] = ()
        self.answers = AnswerStore()
        # The folders that photos come from; `listing` until these are known.
        self.folders: tuple[Path, ...] = ()
        self.listing: tuple[Path, ...] = ()
        # The column and the direction in which they are sorted: of the user's making, so no page's own.
        self.order: tuple[int, Qt.SortOrder] = (-1, Qt.SortOrder.AscendingOrder)
        self.is_stopped = False
        self.shown = 0
        self.preview: PreviewPicture | None = None
        self._insight_is_old = False
        self._is_followed = False
        self._has_newer = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(SHORTEST_SHOWN_MS)
        self._pause.timeout.connect(self._on_pause_over)
        self._ticket = 0
        self._unasked = False
        self._newest: TakeSnapshot | None = None
        self._thread: InferenceThread | None = None
        self.heat = AnswerHeat(self)
        self._lister = SideJob(self)
        self._lister.succeeded.connect(self._on_listed)
        self._lister.failed.connect(self._on_not_listed)
        self._lister.ended.connect(self._on_worker_ended)

    # ---- the network

    @property
    def is_opening(self) -> bool:
        """Whether a model is being opened."""
        return self._openings > 0

    @property
    def can_answer(self) -> bool:
        """Whether there is a network, or one is being opened."""
        return self.model is not None or self.is_opening or self._newest is not None

    def open_model(self, path: Path, quietly: bool = False) -> None:
        """Answer from this file or run. `quietly`: the window itself switches, the user did not ask."""
        self._openings += 1
        self.ask(OpenModel(path, quietly))
        self.opening_began.emit()

    def forget_model(self) -> None:
        """Another training has begun: what was opened before does not answer for it. What is shown stays."""
        self.model = None
        self._newest = None
        self.model_changed.emit()

    def take(self, question: TakeSnapshot) -> None:
        """Answer from these weights of the network in training. They are copied in when somebody asks or watches:
        an epoch of a second should not pay for copies that nobody looks at."""
        self._newest = question
        self._insight_is_old = True
        self._look_again()
        self._ask_for_photos()

    def _catch_up(self) -> None:
        # While a file is being opened, that is what the user wants asked; if it fails, the snapshot is still here.
        if self._newest is not None and not self.is_opening:
            self.ask(self._newest)
            self._newest = None

    # ---- looking inside

    def look(self, photo: Photo) -> None:
        """Make `photo` the one that is looked into."""
        self.looked_at = photo
        self._insight_is_old = True
        self._look_again()
        self.watch_changed.emit()

    def want_insight(self, wanted: bool) -> None:
        """Whether somebody watches: only then is each snapshot looked into."""
        self.wants_insight = wanted
        self._look_again()
        self.watch_changed.emit()

    def want_all_weights(self, wanted: bool) -> None:
        """Whether large weight matrices are wanted too from a network in training: they cost a copy."""
        if wanted != self.wants_all_weights:
            self.wants_all_weights = wanted
            self.watch_changed.emit()

    def set_followed(self, followed: bool) -> None:
        """Whether a training shows by itself what it makes of the picture (`take_insight`): then nobody else is
        asked."""
        if followed != self._is_followed:
            self._is_followed = followed
            self._insight_is_old = True
            self._look_again()

    def take_insight(self, insight: Insight, looker: ModelCard) -> None:
        """What the network in training, described by `looker`, makes of the picture at this moment."""
        if self._is_followed and insight.photo is self.looked_at:
            self.insight, self.looker = insight, looker
            # Epochs of small pictures end many times a second; the first is shown at once, of the others the newest.
            if not self._pause.isActive():
                self._pause.start()
                self.insight_changed.emit()
            else:
                self._has_newer = True

    def _on_pause_over(self) -> None:
        if self._has_newer:
            self._has_newer = False
            self._pause.start()
            self.insight_changed.emit()

    def _look_again(self) -> None:
        wanted = self.wants_insight and self._insight_is_old and not self._is_followed
        if wanted and self.looked_at is not None and self.can_answer:
            self._insight_is_old = False
            self._catch_up()
            self.ask(Look(self.looked_at))

    # ---- classifying

    def classify(self, photos: Sequence[Photo]) -> None:
        """Answer for these photos instead of the ones before; they wait while there is no network yet."""
        self._classify(photos, ())

    def _classify(self, photos: Sequence[Photo], folders: tuple[Path, ...]) -> None:
        self.stop_classifying()
        self._begin(tuple(photos))
        self.folders = folders
        self._unasked = True
        self.answers_began.emit()
        if photos:
            self.ask(Preview(photos[0], PREVIEW_PX))
        self._ask_for_photos()

    def classify_folders(self, folders: Sequence[Path], files: Sequence[Path] = ()) -> None:
        """Answer for `files`, then for every file in these folders and the folders in them, once they are listed."""
        self.stop_classifying()
        self._begin(())
        self.listing = tuple(folders)
        self._lister.begin("core.pictures.listing:list_files", self.listing, tuple(files))
        self.answers_began.emit()

    def _begin(self, photos: tuple[Photo, ...]) -> None:
        self._ticket += 1
        self.photos = photos
        self.answers = AnswerStore(photos)
        self.is_stopped = False
        self.shown = 0
        self.preview = None

    def _on_listed(self, photos: Sequence[Photo]) -> None:
        folders, self.listing = self.listing, ()
        if not folders:
            return  # no longer wanted
        if photos:
            self._classify(photos, folders)
            return
        what = say("There is no file in “{folder}”.", folder=folders[0].name)
        if len(folders) > 1:
            what = say("There is no file in these folders.")
        self._tell_unlisted(PictureError(what, say("Choose a folder with photos in it.")))

    def _on_not_listed(self, error: NakamiError) -> None:
        if self.listing:
            self._tell_unlisted(error)

    def _tell_unlisted(self, error: NakamiError) -> None:
        self.listing = ()
        self.answers_began.emit()
        self.failed.emit(None, error)

    def show_photo(self, index: int) -> None:
        """Show one of the classified photos large."""
        if index != self.shown:
            self.shown = index
            self.preview = None
            self.ask(Preview(self.photos[index], PREVIEW_PX))
            self.preview_changed.emit()

    def stop_classifying(self) -> None:
        """Keep the answers so far, and forget the photos that still wait."""
        if self.listing:
            self._lister.stop()
            self.listing = ()
            self.answers_began.emit()
        self._unasked = False
        self.is_stopped = None in self.answers
        # One may be on its way: it belongs to no drop any more.
        self._ticket += 1
        if self._thread is not None:
            self._thread.forget_photos()

    def _ask_for_photos(self) -> None:
        if self._unasked and self.can_answer:
            self._unasked = False
            self._catch_up()
            if len(self.photos) == 1 or any(photo.file is None for photo in self.photos):
                for photo in self.photos:
                    self.ask(Classify(photo, self._ticket))
            elif self.photos:
                self.ask(ClassifyMany(self.photos, self._ticket))

    # ---- the thread

    @property
    def is_running(self) -> bool:
        """Whether the thread lives, or folders are being listed."""
        return self._thread is not None or self._lister.is_running

    def end(self) -> None:
        """Let the thread end after its running answer; `ended` tells when."""
        self._lister.stop()
        if self._thread is not None:
            self._thread.end()

    def ask(self, question: Question) -> None:
        """Put a question to the thread. Those that are no concern of this class come back by `other_answered`."""
        if self._thread is None:
            self._thread = InferenceThread(self)
            self._thread.answered.connect(self._on_answered)
            self._thread.failed.connect(self._on_failed)
            self._thread.finished.connect(self._on_finished)
            self._thread.start()
        self._thread.ask(question)

    def _on_answered(self, question: Question, answer: object) -> None:
        match question, answer:
            case ((OpenModel() | TakeSnapshot()), ModelCard()):
                self._on_model(question, answer)
            case Look(), Insight():
                if question.photo is self.looked_at:
                    self.insight, self.looker = answer, self.model
                    self.insight_changed.emit()
            case Classify(), Answer():
                if question.ticket == self._ticket:
                    self._put(question, answer)
                    if answer.ranked and len(self.photos) == 1:
                        # A photo by itself is the one to look into as well.
                        self.look(self.photos[0])
            case ClassifyMany(), AnswerRows():
                if question.ticket == self._ticket:
                    self.answers.take(answer)
                    self.answers_came.emit(answer.first, len(answer))
            case Preview(), PreviewPicture():
                if self.photos and question.photo is self.photos[self.shown]:
                    self.preview = answer
                    self.preview_changed.emit()
            case _:
                self.other_answered.emit(question, answer)

    def _put(self, question: Classify, answer: Answer) -> None:
        position = next(at for at, photo in enumerate(self.photos) if photo is question.photo)
        names = self.model.class_names if self.model is not None else ()
        is_of_model = {name for name, _ in answer.ranked} == set(names)
        self.answers.put(position, answer, names if is_of_model else ())
        self.answers_came.emit(position, 1)

    def _on_model(self, question: OpenModel | TakeSnapshot, card: ModelCard) -> None:
        self.model = card
        if isinstance(question, OpenModel):
            self._openings -= 1
            self._newest = None
            self._insight_is_old = True
        self.model_changed.emit()
        if isinstance(question, OpenModel) and not question.quietly:
            self.model_opened.emit()
            # What is on the Classify page is asked again: a table of two networks' answers would mislead.
            self._unasked = bool(self.photos)
            if self._unasked:
                self._classify(self.photos, self.folders)
        self._look_again()
        self._ask_for_photos()

    def _on_failed(self, question: Question, error: NakamiError) -> None:
        match question:
            case OpenModel():
                self._openings -= 1
                self.failed.emit(question, error)
                self.model_changed.emit()
                self._look_again()
                self._ask_for_photos()
            case Look() | Recall() | Why() | WhyMistake() | Mask() | Compare() | Save() | Vary():
                self.failed.emit(question, error)
            case Classify() if question.ticket == self._ticket:
                self._put(question, Answer(question.photo.file or question.photo.name, error=error.what))
            case ClassifyMany() if question.ticket == self._ticket:
                # What has no answer by now gets none.
                self.is_stopped = True
                self.answers_came.emit(0, 0)
                self.failed.emit(question, error)
            case _:
                pass  # a preview that cannot be read: its answer says why

    def _on_finished(self) -> None:
        if self._thread is not None:
            self._thread.deleteLater()
        self._thread = None
        self._on_worker_ended()

    def _on_worker_ended(self) -> None:
        if not self.is_running:
            self.ended.emit()
