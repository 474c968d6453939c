"""Viewing: photos decoded beside the window, for showing them large and as a network takes them."""

from PySide6.QtCore import QObject, Signal

from core.questions import PhotoQuestion
from gui.jobs import PhotoThread


class Viewing(QObject):
    """`ask` a question; `answered` and `failed` come with it. Of a kind only the newest is answered."""

    answered = Signal(object, object)
    failed = Signal(object, object)
    ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread: PhotoThread | None = None
        self._is_ended = False

    @property
    def is_running(self) -> bool:
        """Whether the thread lives."""
        return self._thread is not None

    def ask(self, question: PhotoQuestion) -> None:
        """Put a question; the thread is started with the first. After `end` nothing is answered any more."""
        if self._is_ended:
            return
        if self._thread is None:
            self._thread = PhotoThread(self)
            self._thread.answered.connect(self.answered)
            self._thread.failed.connect(self.failed)
            self._thread.finished.connect(self._on_finished)
            self._thread.start()
        self._thread.ask(question)

    def end(self) -> None:
        """Ask the thread to end; `ended` tells when it has."""
        # A page that is built again while the window closes must not start another.
        self._is_ended = True
        if self._thread is not None:
            self._thread.end()

    def _on_finished(self) -> None:
        if self._thread is not None:
            self._thread.deleteLater()
        self._thread = None
        self.ended.emit()
