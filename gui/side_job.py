"""A job beside everything else that the window does, so that neither waits for the other."""

from typing import Any

from PySide6.QtCore import QObject, Signal

from core.errors import NakamiError
from core.events import Event
from gui.jobs import JobThread


class SideJob(QObject):
    """Runs one function of core at a time, as `JobThread` does. Of a job, exactly one of `succeeded`, `failed` and
    `stopped` is told, unless another began before it was over; `ended` comes whenever none is left."""

    reported = Signal(object)
    succeeded = Signal(object)
    failed = Signal(object)
    stopped = Signal()
    ended = Signal()

    def __init__(self, parent: QObject | None = None, needs_tensorflow: bool = False) -> None:
        super().__init__(parent)
        self._needs_tensorflow = needs_tensorflow
        self._job: JobThread | None = None
        # Those that were stopped for another, and still have to hear of it.
        self._leaving: list[JobThread] = []

    @property
    def is_running(self) -> bool:
        """Whether a thread lives."""
        return self._job is not None or bool(self._leaving)

    @property
    def is_at_work(self) -> bool:
        """Whether a job is running whose end will be told."""
        return self._job is not None

    def begin(self, job: str, *arguments: Any) -> None:
        """Run `job` ("module:function"); the one before is stopped, and nothing of it is told any more."""
        if self._job is not None:
            self._job.control.stop()
            self._leaving.append(self._job)
        self._job = made = JobThread(job, *arguments, needs_tensorflow=self._needs_tensorflow, parent=self)
        made.reported.connect(self._on_reported)
        made.succeeded.connect(self._on_succeeded)
        made.failed.connect(self._on_failed)
        made.stopped.connect(self._on_stopped)
        made.finished.connect(self._on_finished)
        made.start()

    def stop(self) -> None:
        """Ask the running job to end; `stopped` tells when it has."""
        if self._job is not None:
            self._job.control.stop()

    def _is_ours(self) -> bool:
        return self._job is not None and self.sender() is self._job

    def _on_reported(self, event: Event) -> None:
        if self._is_ours():
            self.reported.emit(event)

    def _on_succeeded(self, result: object) -> None:
        if self._is_ours():
            self.succeeded.emit(result)

    def _on_failed(self, error: NakamiError) -> None:
        if self._is_ours():
            self.failed.emit(error)

    def _on_stopped(self) -> None:
        if self._is_ours():
            self.stopped.emit()

    def _on_finished(self) -> None:
        job = self.sender()
        if job is self._job:
            self._job = None
        if isinstance(job, JobThread):
            self._leaving = [each for each in self._leaving if each is not job]
            job.deleteLater()
        if not self.is_running:
            self.ended.emit()
