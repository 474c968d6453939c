"""What the tests of the window share."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QThread
from shiboken6 import isValid

from gui.jobs import InferenceThread, JobThread


@pytest.fixture(autouse=True)
def no_worker_left(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fails a test that leaves a job or the inference thread running."""
    started: list[JobThread | InferenceThread] = []

    def start(thread: JobThread | InferenceThread) -> None:
        started.append(thread)
        QThread.start(thread)

    for kind in (JobThread, InferenceThread):
        monkeypatch.setattr(kind, "start", start)
    yield
    left = [thread for thread in started if isValid(thread) and thread.isRunning()]
    for thread in left:
        # Ended all the same: a running thread that is dropped takes the whole test run with it.
        if isinstance(thread, JobThread):
            thread.control.stop()
        else:
            thread.end()
        thread.wait(30_000)
    assert not left, "the test left a worker running"
