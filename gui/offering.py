"""Offering: a training that was interrupted is offered at the next start, to go on with."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from core import places
from core import settings as remembered
from core.training.run_list import listed_runs
from core.training.run_names import began
from core.training.unfinished import Unfinished, can_resume, newest_unfinished
from core.words import Sentence, say
from gui.state import PageKey

if TYPE_CHECKING:
    from gui.session import Session


class Offering(QObject):
    """Works for one session. Interrupted is what a crash or a power cut has ended, or the closing of the window. A run
    is offered once: not again after the user has closed the message, or has begun another training."""

    def __init__(self, session: "Session") -> None:
        super().__init__(session)
        self._session = session
        self._has_looked = False
        self._offered: Path | None = None

    def look(self) -> None:
        """Offer the interrupted run, if there is one. Reads a few small files, once: call it when the window is
        painted."""
        if self._has_looked:
            return
        self._has_looked = True
        found = self._interrupted()
        # Whoever trains already has something else in mind.
        if found is None or self._session.is_training:
            return
        self._offered = found.folder
        pages: dict[PageKey, None] = {self._session.page: None, "training": None}
        for page in pages:
            if page not in self._session.messages:
                what, then = _words(found)
                self._session.say(page, "info", what, then, action="resume", run=found.folder)

    def withdraw(self) -> None:
        """Take the offer away, on whichever pages it stands."""
        offered, self._offered = self._offered, None
        for page, message in list(self._session.messages.items()):
            if offered is not None and message.run == offered:
                self._session.withdraw(page)

    def decline(self, run: Path) -> None:
        """The user has closed a message that offers this run."""
        if run == self._offered:
            self.withdraw()
            self._session.settings.unfinished_run = ""
            self._session.settings.not_offered = str(run)
            remembered.save(self._session.settings)

    def take(self, run: Path | None) -> None:
        """A training begins, of this run or of a new one (None): there is nothing to offer any more."""
        settings = self._session.settings
        self.withdraw()
        settings.unfinished_run = ""
        if str(run) == settings.not_offered:
            # Whoever goes on with it after all may be interrupted again.
            settings.not_offered = ""
        remembered.save(settings)

    def remember(self, run: Path) -> None:
        """The window is closed while this run is in training: it is offered at the next start."""
        self._session.settings.unfinished_run = str(run)

    def _interrupted(self) -> Unfinished | None:
        settings = self._session.settings
        crashed = newest_unfinished(places.runs_folder())
        closed = can_resume(Path(settings.unfinished_run)) if settings.unfinished_run else None
        found = [
            each
            for each in (crashed, closed)
            if each is not None and each.can_go_on_as_planned and str(each.folder) != settings.not_offered
        ]
        return max(found, key=_began, default=None)


def _began(found: Unfinished) -> float:
    return began(found.facts.started)


def _words(found: Unfinished) -> tuple[Sentence, Sentence]:
    """What happened, and what can be done."""
    name = next(
        (each.name for each in listed_runs(found.folder.parent) if each.folder == found.folder), found.facts.name
    )
    if not found.epochs_done:
        return (
            say("The training of “{name}” was interrupted in its first epoch.", name=name),
            say("It can begin again as it began."),
        )
    what = say(
        "The training of “{name}” was interrupted after epoch {done} of {planned}.",
        name=name,
        done=found.epochs_done,
        planned=found.epochs_planned,
    )
    return what, say("It can go on exactly where it was.")
