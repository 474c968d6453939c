"""Taking along: the answers on the Classify page as a table for spreadsheets, the photos as copies sorted by them."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.errors import NO_HINT, NakamiError
from core.events import Event, Preparing
from core.taking_along import Taken
from core.words import Sentence, plural, say
from gui.side_job import SideJob

if TYPE_CHECKING:
    from gui.session import Session


class TakingAlong(QObject):
    """Works for one session, beside whatever else runs. `step` is how far the running job is, None while there is none;
    what came of it is said on the Classify page."""

    changed = Signal()
    ended = Signal()

    def __init__(self, session: "Session") -> None:
        super().__init__(session)
        self._session = session
        self.step: Preparing | None = None
        self._makes_copies = False
        self._job = SideJob(self)
        self._job.reported.connect(self._on_reported)
        self._job.succeeded.connect(self._on_succeeded)
        self._job.failed.connect(self._on_failed)
        self._job.stopped.connect(self._on_stopped)
        self._job.ended.connect(self.ended)

    @property
    def is_running(self) -> bool:
        """Whether the thread lives."""
        return self._job.is_running

    def save_csv(self, file: str) -> None:
        """Save the answers so far as a table, each share in a column of its own."""
        self._begin(say("saving the answers"), "core.taking_along:save_csv", Path(file))

    def sort_copies(self, folder: str, unsure_apart: bool = False) -> None:
        """Copy the photos answered so far into a folder for each answer. `unsure_apart`: those whose answers say little
        into folders of their own."""
        sources = self._session.asking.folders
        self._begin(say("copying photos"), "core.taking_along:sort_answered", Path(folder), unsure_apart, sources)

    def _begin(self, what: Sentence, job: str, *arguments: object) -> None:
        if self.step is not None or self._session.is_ending:
            return
        self._session.withdraw("classify")
        self._makes_copies = job.endswith("sort_answered")
        answers = self._session.asking.answers.copy()
        self.step = Preparing(what, 0, answers.done)
        self._job.begin(job, answers, *arguments)
        self.changed.emit()

    def stop(self) -> None:
        """Stop what runs; what is finished stays."""
        self._job.stop()

    def end(self) -> None:
        """The window closes: `ended` tells when nothing runs any more."""
        self._job.stop()

    def _on_reported(self, event: Event) -> None:
        if isinstance(event, Preparing):
            self.step = event
            self.changed.emit()

    def _on_succeeded(self, taken: Taken) -> None:
        self._over()
        self._session.say("classify", "good", self._made(taken), _missing(taken))

    def _on_failed(self, error: NakamiError) -> None:
        self._over()
        self._session.tell("classify", error)

    def _on_stopped(self) -> None:
        self._over()
        then = say("The copies so far stay.") if self._makes_copies else say("The rows so far are saved.")
        self._session.say("classify", "info", say("Stopped."), then)

    def _over(self) -> None:
        self.step = None
        self.changed.emit()

    def _made(self, taken: Taken) -> Sentence:
        name, count = taken.path.name, taken.count
        if self._makes_copies:
            return plural(
                count,
                say("1 copy in “{name}”.", name=name),
                say("{count:,} copies in “{name}”.", count=count, name=name),
            )
        return plural(
            count,
            say("1 answer saved in “{name}”.", name=name),
            say("{count:,} answers saved in “{name}”.", count=count, name=name),
        )


def _missing(taken: Taken) -> Sentence:
    """What was left out, and why the first was."""
    if not taken.failed:
        return NO_HINT
    unread = plural(
        taken.failed,
        say("1 file could not be read."),
        say("{count:,} files could not be read.", count=taken.failed),
    )
    return say("{unread} {reason}", unread=unread, reason=taken.reason) if taken.reason is not None else unread
