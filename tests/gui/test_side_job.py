"""A job beside everything else: of each exactly one end is told, unless another was begun instead of it."""

import sys
import threading
import time
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from core.control import Control
from core.errors import ModelError
from core.events import Preparing, Report
from core.words import say
from gui.side_job import SideJob


class Workshop:
    """The module of jobs: `work` says its name as a step, then waits until it may end or is stopped."""

    def __init__(self) -> None:
        self.may_go = threading.Event()
        # Even one that was stopped comes to its end only then.
        self.may_leave = threading.Event()
        self.may_leave.set()

    def work(self, name: str, report: Report, control: Control) -> str:
        report(Preparing(say("{name}", name=name)))
        try:
            while not self.may_go.is_set():
                control.check()
                time.sleep(0.002)
        finally:
            self.may_leave.wait(30)
        if name == "broken":
            raise ModelError(say("It is broken."))
        return name


class Heard:
    """What a side job told, in order."""

    def __init__(self, job: SideJob) -> None:
        self.told: list[str] = []
        job.reported.connect(self.on_reported)
        job.succeeded.connect(self.on_succeeded)
        job.failed.connect(self.on_failed)
        job.stopped.connect(self.on_stopped)
        job.ended.connect(self.on_ended)

    def on_reported(self, step: Preparing) -> None:
        self.told.append(f"step {step.what}")

    def on_succeeded(self, result: str) -> None:
        self.told.append(f"done {result}")

    def on_failed(self, error: ModelError) -> None:
        self.told.append(f"failed {error.what}")

    def on_stopped(self) -> None:
        self.told.append("stopped")

    def on_ended(self) -> None:
        self.told.append("ended")


@pytest.fixture
def workshop(monkeypatch: pytest.MonkeyPatch) -> Iterator[Workshop]:
    made = Workshop()
    monkeypatch.setitem(sys.modules, "workshop", made)
    yield made
    made.may_go.set()
    made.may_leave.set()


@pytest.fixture
def job(qtbot: QtBot, workshop: Workshop) -> Iterator[SideJob]:
    made = SideJob()
    yield made
    workshop.may_go.set()
    workshop.may_leave.set()
    qtbot.waitUntil(lambda: not made.is_running)


@pytest.fixture
def heard(job: SideJob) -> Heard:
    return Heard(job)


def begin(qtbot: QtBot, job: SideJob, heard: Heard, name: str) -> None:
    job.begin("workshop:work", name)
    qtbot.waitUntil(lambda: f"step {name}" in heard.told)


@pytest.mark.parametrize(("name", "end"), [("a", "done a"), ("broken", "failed It is broken.")])
def test_an_end_is_told_once_and_then_that_nothing_runs(
    qtbot: QtBot, workshop: Workshop, job: SideJob, heard: Heard, name: str, end: str
) -> None:
    begin(qtbot, job, heard, name)
    assert job.is_running
    assert job.is_at_work
    workshop.may_go.set()
    qtbot.waitUntil(lambda: "ended" in heard.told)
    assert heard.told == [f"step {name}", end, "ended"]
    assert not job.is_running
    assert not job.is_at_work


def test_one_that_is_stopped_says_so(qtbot: QtBot, job: SideJob, heard: Heard) -> None:
    begin(qtbot, job, heard, "a")
    job.stop()
    qtbot.waitUntil(lambda: "ended" in heard.told)
    assert heard.told == ["step a", "stopped", "ended"]


def test_of_one_that_made_way_nothing_more_is_told(
    qtbot: QtBot, workshop: Workshop, job: SideJob, heard: Heard
) -> None:
    begin(qtbot, job, heard, "a")
    begin(qtbot, job, heard, "b")
    workshop.may_go.set()
    qtbot.waitUntil(lambda: "ended" in heard.told)
    assert heard.told == ["step a", "step b", "done b", "ended"]


def test_it_runs_until_those_that_made_way_have_left(
    qtbot: QtBot, workshop: Workshop, job: SideJob, heard: Heard
) -> None:
    begin(qtbot, job, heard, "a")
    workshop.may_leave.clear()
    begin(qtbot, job, heard, "b")
    job.stop()
    assert job.is_running
    assert "ended" not in heard.told
    workshop.may_leave.set()
    qtbot.waitUntil(lambda: not job.is_running)
    assert heard.told == ["step a", "step b", "stopped", "ended"]
    # And it can be used again.
    workshop.may_go.set()
    job.begin("workshop:work", "c")
    qtbot.waitUntil(lambda: heard.told[-1] == "ended" and "done c" in heard.told)


def test_stopping_what_does_not_run_is_nothing(job: SideJob, heard: Heard) -> None:
    job.stop()
    assert heard.told == []
    assert not job.is_running
