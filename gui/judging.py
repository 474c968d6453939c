"""Judging: what the Results page shows. How good a network is, on which pictures it fails, and how two runs compare."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from PySide6.QtCore import QObject, Signal

from core.answers import HeatMap, Photo
from core.errors import NO_HINT, NakamiError
from core.events import Event, Preparing
from core.pictures.arrays.unpacking import unpacked_from
from core.pictures.dataset import Part
from core.questions import Question, WhyMistake
from core.results.judged import Results, RunComparison
from core.results.wording import learned_in_words
from core.words import plural, say
from gui.side_job import SideJob
from gui.widgets.results.mistakes_card import Listing

if TYPE_CHECKING:
    from gui.session import Session


@dataclass
class Choice:
    """What the user has chosen on the Results page: kept apart from it, since a page is built anew for another language
    or theme."""

    part: Part = "test"
    listing: Listing = "mistakes"
    view: Literal["overview", "comparison"] = "overview"


class Judging(QObject):
    """Works for one session, beside its one job: results can be asked for while something else goes on, and a training
    can be begun while they are on their way.

    `results` are of one network, the model file or run `model`; `comparison` is of two runs. Both stay until others
    come. `step` is what the running job said last. `wanted` is the network to judge once somebody looks.
    """

    changed = Signal()
    compared = Signal()
    heat_came = Signal(int, object)
    reported = Signal(object)
    ended = Signal()

    def __init__(self, session: "Session") -> None:
        super().__init__(session)
        self._session = session
        self.results: Results | None = None
        self.comparison: RunComparison | None = None
        self.choice = Choice()
        self.step: Preparing | None = None
        self.model: Path | None = None
        self.wanted: Path | None = None
        # What was asked for last, whatever became of it; None once that was given up.
        self._asked: Path | None = None
        # A training has ended meanwhile: its network is judged after what the user waits for.
        self._has_news = False
        # The run that the one in training is to be compared with.
        self._compared_with: Path | None = None
        self._job = SideJob(self, needs_tensorflow=True)
        self._job.reported.connect(self._on_reported)
        self._job.succeeded.connect(self._on_succeeded)
        self._job.failed.connect(self._on_failed)
        self._job.stopped.connect(self._on_stopped)
        self._job.ended.connect(self._on_ended)
        self._heats: dict[tuple[int, int], HeatMap | None] = {}
        self._heats_wanted: list[tuple[int, int]] = []
        self._heat_asked: tuple[WhyMistake, int] | None = None
        session.training_ended.connect(self._on_training_ended)
        session.asking.other_answered.connect(self._on_answered)
        session.asking.failed.connect(self._on_question_failed)

    # ---- what is asked for

    @property
    def is_working(self) -> bool:
        """Whether results, a comparison or a report is on its way."""
        return self._job.is_at_work

    def want(self, model: Path) -> None:
        """This model file or run is the one to show once somebody looks."""
        self.wanted = model

    def look(self) -> None:
        """Somebody looks: judge what is wanted, unless that is there already."""
        if self.wanted is not None and (self.wanted != self._asked or self._has_news):
            self.judge(self.wanted)

    def judge(self, model: Path, folder: Path | None = None) -> None:
        """Judge a model file or run on its own test pictures, or on those of a folder (or file of arrays)."""
        self._session.withdraw("results")
        self.wanted = self._asked = model
        self._has_news = False
        self._begin("core.results.evaluation:judge", model, folder)

    def judge_folder(self, folder: Path) -> None:
        """Judge the network in sight on the pictures of a folder. Says so where there is no network."""
        model = self.wanted
        if model is None:
            what = say("There is no network to ask yet.")
            self._session.say("results", "info", what, say("Train one, or open a model or an earlier run."))
            return
        self.judge(model, folder)

    def compare(self, first: Path, second: Path) -> None:
        """Ask two runs about the same test pictures."""
        self._session.withdraw("results")
        self._give_up()
        self._begin("core.results.comparison:compare", first, second)

    def compare_next_with(self, run: Path) -> None:
        """When the training that begins now has ended, compare it with this run."""
        self._compared_with = run

    def write_report(self, run: Path, file: Path) -> None:
        """Write a page about a run; the ending says whether HTML or PDF."""
        self._session.withdraw("results")
        self._give_up()
        self._begin("core.report.writing:write_report", run, file)

    def stop(self) -> None:
        """End what is on its way; what is shown stays."""
        self._job.stop()

    # ---- heat maps

    def ask_heat(self, position: int, class_index: int) -> None:
        """Ask which parts of the picture at this position of the results' dataset speak for a class; `heat_came` brings
        the position and a `HeatMap`, None where there is none. What was asked last comes first."""
        key = (position, class_index)
        if key in self._heats:
            self.heat_came.emit(position, self._heats[key])
            return
        if key in self._heats_wanted:
            self._heats_wanted.remove(key)
        self._heats_wanted.append(key)
        self._ask_next_heat()

    def forget_heats(self) -> None:
        """Nobody waits for heat maps any more."""
        self._heats_wanted.clear()

    def _ask_next_heat(self) -> None:
        if self._heat_asked is not None or not self._heats_wanted or self.results is None or self.model is None:
            return
        position, class_index = self._heats_wanted.pop()
        path = self.results.prepared.dataset.path(self.results.prepared.dataset.pictures[position])
        question = WhyMistake(self.model, Photo(path.name, str(path)), class_index)
        self._heat_asked = question, position
        self._session.asking.ask(question)

    def _on_answered(self, question: Question, answer: object) -> None:
        if isinstance(question, WhyMistake) and isinstance(answer, HeatMap):
            self._take_heat(question, answer)

    def _on_question_failed(self, question: Question, _error: NakamiError) -> None:
        if isinstance(question, WhyMistake):
            self._take_heat(question, None)

    def _take_heat(self, question: WhyMistake, heat: HeatMap | None) -> None:
        if self._heat_asked is not None and self._heat_asked[0] is question:
            position = self._heat_asked[1]
            self._heat_asked = None
            self._heats[position, question.class_index] = heat
            self.heat_came.emit(position, heat)
        self._ask_next_heat()

    # ---- the thread

    @property
    def is_running(self) -> bool:
        """Whether a thread lives."""
        return self._job.is_running

    def end(self) -> None:
        """Let nothing go on; `ended` tells when it has stopped."""
        self._job.stop()

    def _give_up(self) -> None:
        """What was being judged is not any more: whoever looks again asks again."""
        if self.is_working:
            self._asked = self.model

    def _begin(self, job: str, *arguments: Any) -> None:
        """One at a time: what is asked for now is what the user waits for."""
        if not self._session.is_ending:
            self.step = None
            self._job.begin(job, *arguments)
            self.changed.emit()

    def _on_reported(self, event: Event) -> None:
        if isinstance(event, Preparing):
            self.step = event
            self.reported.emit(event)

    # ---- what came

    def _on_succeeded(self, result: Results | RunComparison | Path) -> None:
        match result:
            case Results():
                self._take_results(result)
            case RunComparison():
                self.comparison = result
                self.choice.view = "comparison"
                self.compared.emit()
            case Path():
                self._session.say("results", "good", say("The report is in {file}.", file=result))

    def _on_failed(self, error: NakamiError) -> None:
        self._session.tell("results", error)

    def _on_ended(self) -> None:
        self.changed.emit()
        if self._has_news and self.choice.view == "overview":
            self.look()
        self.ended.emit()

    def _on_stopped(self) -> None:
        self._asked = self.model

    def _take_results(self, results: Results) -> None:
        self.results, self.model = results, self._asked
        self._heats.clear()
        self._heats_wanted.clear()
        self._heat_asked = None
        if self.choice.part not in results.parts:
            self.choice.part = next(iter(results.parts))
        self.choice.view = "overview"
        self.changed.emit()
        if results.folder is not None:
            self._warn_of(results)
        elif results.run is not None:
            self._offer_pictures(results)
            before, self._compared_with = self._compared_with, None
            if before is not None and results.run != before:
                self.compare(results.run, before)

    def _warn_of(self, results: Results) -> None:
        """What makes the numbers of a folder mean less than they seem to."""
        count, rejected = results.summaries["test"].count, results.prepared.dataset.rejected
        unread = plural(
            len(rejected),
            say("1 file could not be used."),
            say("{count:,} files could not be used.", count=len(rejected)),
        )
        if results.learned:
            what = learned_in_words(results.learned, count)
            self._session.say("results", "warning", what, unread if rejected else NO_HINT)
        elif rejected:
            first = say("{file}: {reason}", file=rejected[0].file, reason=rejected[0].reason)
            self._session.say("results", "info", unread, first)

    def _offer_pictures(self, results: Results) -> None:
        """Only open pictures can be mended: open those of the run where none are, else offer to."""
        root, session = results.prepared.dataset.root, self._session
        if session.mending.is_open(root):
            return
        if session.collection.found is None and session.is_idle:
            self.open_pictures()
        elif session.collection.found is not None:
            what = say("The run’s pictures, “{name}”, are not the open ones.", name=root.name)
            session.say("results", "info", what, say("Open them to exclude or move some."), action="open_pictures")

    def open_pictures(self) -> None:
        """Open the pictures of the run whose results are in sight, on the page in sight."""
        if self.results is not None:
            root = self.results.prepared.dataset.root
            self._session.gathering.open(unpacked_from(root) or root, quietly=True)

    def _on_training_ended(self) -> None:
        outcome = self._session.outcome
        if outcome is None or not outcome.epochs or self._session.is_ending:
            self._compared_with = None
            return
        if self.is_working and self._asked == self.model:
            self.wanted, self._has_news = outcome.run, True  # a comparison or a report is on its way
        else:
            self.judge(outcome.run)
