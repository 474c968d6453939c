"""Asking: the window's side of the network that answers. Holds the answers that pages show."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from core.answers import Answer, Insight, ModelCard, Photo, PreviewPicture
from core.errors import NakamiError
from core.questions import Classify, Look, OpenModel, Preview, Question, TakeSnapshot
from gui.jobs import InferenceThread

PREVIEW_PX = 640


class Asking(QObject):
    """The network that answers (`model`), the photos and their answers, the picture that is looked into."""

    model_changed = Signal()
    opening_began = Signal()
    model_opened = Signal()
    insight_changed = Signal()
    answers_began = Signal()
    answer_came = Signal(int)
    preview_changed = Signal()
    failed = Signal(object, object)
    ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.model: ModelCard | None = None
        self._openings = 0
        self.insight: Insight | None = None
        self.looked_at: Photo | None = None
        self.photos: list[Photo] = []
        self.answers: list[Answer | None] = []
        self.is_stopped = False
        self.shown = 0
        self.preview: PreviewPicture | None = None
        self._wants_insight = False
        self._insight_is_old = False
        self._ticket = 0
        self._unasked = False
        self._newest: TakeSnapshot | None = None
        self._thread: InferenceThread | None = None

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
        self._ask(OpenModel(path, quietly))
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
            self._ask(self._newest)
            self._newest = None

    # ---- looking inside

    def look(self, photo: Photo) -> None:
        """Make `photo` the one that is looked into."""
        self.looked_at = photo
        self._insight_is_old = True
        self._look_again()

    def want_insight(self, wanted: bool) -> None:
        """Whether somebody watches: only then is each snapshot looked into."""
        self._wants_insight = wanted
        self._look_again()

    def _look_again(self) -> None:
        if self._wants_insight and self._insight_is_old and self.looked_at is not None and self.can_answer:
            self._insight_is_old = False
            self._catch_up()
            self._ask(Look(self.looked_at))

    # ---- classifying

    def classify(self, photos: Sequence[Photo]) -> None:
        """Answer for these photos instead of the ones before; they wait while there is no network yet."""
        self.stop_classifying()
        self._ticket += 1
        self.photos = list(photos)
        self.answers = [None] * len(photos)
        self.is_stopped = False
        self.shown = 0
        self.preview = None
        self._unasked = True
        self.answers_began.emit()
        if photos:
            self._ask(Preview(photos[0], PREVIEW_PX))
        self._ask_for_photos()

    def show_photo(self, index: int) -> None:
        """Show one of the classified photos large."""
        if index != self.shown:
            self.shown = index
            self.preview = None
            self._ask(Preview(self.photos[index], PREVIEW_PX))
            self.preview_changed.emit()

    def stop_classifying(self) -> None:
        """Keep the answers so far, and forget the photos that still wait."""
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
            for photo in self.photos:
                self._ask(Classify(photo, self._ticket))

    # ---- the thread

    @property
    def is_running(self) -> bool:
        """Whether the thread lives."""
        return self._thread is not None

    def end(self) -> None:
        """Let the thread end after its running answer; `ended` tells when."""
        if self._thread is not None:
            self._thread.end()

    def _ask(self, question: Question) -> None:
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
                    self.insight = answer
                    self.insight_changed.emit()
            case Classify(), Answer():
                if question.ticket == self._ticket:
                    index = self.answers.index(None)
                    self.answers[index] = answer
                    self.answer_came.emit(index)
                    if answer.ranked and len(self.photos) == 1:
                        # A photo by itself is the one to look into as well.
                        self.look(self.photos[0])
            case Preview(), PreviewPicture():
                if self.photos and question.photo is self.photos[self.shown]:
                    self.preview = answer
                    self.preview_changed.emit()

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
                self.classify(self.photos)
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
            case Look():
                self.failed.emit(question, error)
            case Classify() if question.ticket == self._ticket:
                index = self.answers.index(None)
                self.answers[index] = Answer(question.photo.file or question.photo.name, error=error.what)
                self.answer_came.emit(index)
            case _:
                pass  # a preview that cannot be read: its answer says why

    def _on_finished(self) -> None:
        if self._thread is not None:
            self._thread.deleteLater()
        self._thread = None
        self.ended.emit()
