"""Working: what the window is doing, one job at a time, and what there is to say on its pages."""

import math
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, Signal

from core import settings as remembered
from core.control import Control
from core.errors import NO_HINT, NakamiError
from core.events import Event, Preparing
from core.words import Sentence, say
from gui.jobs import JobThread, UnforeseenError
from gui.state import ALLOWED, Action, Message, PageKey, State, Work, known_page
from gui.step_pace import StepPace


class Working(QObject):
    """The part of the session that runs jobs and keeps messages.

    `last_step` is what the running job said last of its preparations, `step_seconds_left` how long that still takes
    (NaN while that cannot be told). `reported`: anything else that it said.
    """

    state_changed = Signal()
    preparing = Signal(object)
    reported = Signal(object)
    training_ended = Signal()
    all_ended = Signal()
    said = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settings = remembered.load()
        self.state = State.IDLE
        self.messages: dict[PageKey, Message] = {}
        self.last_step: Preparing | None = None
        self.step_seconds_left = math.nan
        self._pace = StepPace()
        self._job: JobThread | None = None
        self._work: Work = "pictures"

    @property
    def page(self) -> PageKey:
        """The page that the user is on."""
        return known_page(self.settings.page)

    # ---- the running job

    @property
    def control(self) -> Control | None:
        """The running job's, for asking it to stop, pause or copy its weights."""
        return self._job.control if self._job is not None else None

    @property
    def is_idle(self) -> bool:
        """Whether nothing runs."""
        return self.state is State.IDLE

    @property
    def work(self) -> Work | None:
        """What the running job is about; None while nothing runs."""
        return self._work if self._job is not None else None

    @property
    def is_training(self) -> bool:
        """Whether the running job is a training, preparing and stopping included."""
        return self.work == "training"

    def begin(self, job: JobThread, work: Work = "pictures") -> None:
        """Let a job run; only while nothing else does."""
        self._job, self._work = job, work
        self.last_step = None
        self.step_seconds_left = math.nan
        self._pace = StepPace()
        job.reported.connect(self._on_reported)
        job.failed.connect(self._on_job_failed)
        job.finished.connect(self._on_job_finished)
        self.enter(State.PREPARING)
        job.start()

    def pause(self) -> None:
        """Let the training wait after the running batch."""
        if self.state is State.TRAINING and self.control is not None:
            self.control.pause()
            self.enter(State.PAUSED)

    def resume(self) -> None:
        """Let a paused training go on."""
        if self.state is State.PAUSED and self.control is not None:
            self.control.resume()
            self.enter(State.TRAINING)

    def stop(self) -> None:
        """Ask the running job to end; it answers within one batch."""
        if self.control is not None and self.state is not State.STOPPING:
            self.control.stop()
            self.enter(State.STOPPING)

    def enter(self, state: State) -> None:
        """The window does something else now."""
        if state is self.state:
            return
        assert state in ALLOWED[self.state], f"{self.state} cannot become {state}"
        self.state = state
        self.state_changed.emit()

    @property
    def busy_with(self) -> Sentence | None:
        """What runs, in words; None while nothing does."""
        if self.is_idle:
            return None
        match self._work:
            case "pictures":
                return say("Pictures are still being read.")
            case "training":
                return say("The training is still running.")
            case "rates":
                return say("Learning rates are still being tried.")
            case "forecast":
                return say("A few batches are still being timed.")

    def is_free_for(self, hint: Sentence, action: Action = "", run: Path | None = None) -> bool:
        """Whether nothing runs; else says on the page in sight what does, and `hint`."""
        what = self.busy_with
        if what is None:
            return True
        self.say(self.page, "info", what, hint, action, run)
        return False

    def _on_reported(self, event: Event) -> None:
        match event:
            case Preparing():
                self.last_step = event
                self.step_seconds_left = self._pace.seconds_left(event)
                self.preparing.emit(event)
            case _:
                self.reported.emit(event)

    def _on_job_failed(self, error: NakamiError) -> None:
        if not self.is_training:  # there the monitor knows what to do
            self.tell("pictures" if self._work == "pictures" else "training", error)

    def _on_job_finished(self) -> None:
        was_training, job = self.is_training, self._job
        self._job = None
        if job is not None:
            job.deleteLater()
        self.enter(State.IDLE)
        if was_training:
            self.training_ended.emit()
        self.all_ended.emit()

    # ---- messages

    def say(
        self,
        page: PageKey,
        kind: Literal["error", "warning", "info", "good"],
        what: Sentence,
        then: Sentence = NO_HINT,
        action: Action = "",
        run: Path | None = None,
    ) -> None:
        """Show a message on a page until it is closed or its cause is gone. `action` puts a button into it; "resume" is
        to go on with `run`."""
        self._announce(Message(page, kind, what, then, action=action, run=run))

    def tell(self, page: PageKey, error: NakamiError, run: Path | None = None) -> None:
        """Show an error on a page; with a `run` that it has ended, a button to go on with that."""
        details = error.details if isinstance(error, UnforeseenError) else str(error)
        action: Action = "resume" if run is not None else ""
        self._announce(Message(page, "error", error.what, error.hint, details, action, run))

    def withdraw(self, page: PageKey) -> None:
        """Take a page's message away."""
        if self.messages.pop(page, None) is not None:
            self.said.emit(page)

    def _announce(self, message: Message) -> None:
        self.messages[message.page] = message
        self.said.emit(message.page)
