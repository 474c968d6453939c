"""Correcting: the user says what a photo shows that the network took for something else. A copy of it is added to that
class of the open pictures, to be learned from."""

from PySide6.QtCore import QObject

from core.answers import Photo
from core.words import Sentence
from gui.session import Session


class Correcting(QObject):
    """Says on the Classify page what came of it."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._is_adding = False
        session.collection.done.connect(self._on_done)
        session.all_ended.connect(self._on_nothing_runs)

    def class_names(self) -> list[str]:
        """The classes of the open pictures; none while there are no pictures."""
        return [row.name for row in self._session.collection.rows() if not row.is_left_out]

    def correct(self, photo: Photo, class_name: str) -> None:
        """Add a copy of the photo to a class; while something else runs, say what does instead."""
        self._session.withdraw("classify")
        self._session.withdraw("pictures")
        self._is_adding = self._session.is_idle
        self._session.gathering.add_photos([photo], class_name)

    def _on_done(self, done: Sentence) -> None:
        if self._is_adding:
            self._is_adding = False
            self._session.say("classify", "good", done, action="undo")

    def _on_nothing_runs(self) -> None:
        """Why it was not added is told where photos usually are."""
        message = self._session.messages.get("pictures")
        if self._is_adding and self._session.is_idle and message is not None:
            self._is_adding = False
            self._session.withdraw("pictures")
            self._session.say("classify", message.kind, message.what, message.then)
