"""Stop, pause and snapshot requests, from another thread."""

import itertools
import sys
import threading
import time
from types import FrameType
from typing import Any

import pytest

from core.answers import Photo
from core.control import Control, Watch
from core.errors import Stopped


def test_a_fresh_control_lets_the_job_go_on() -> None:
    control = Control()
    control.check()
    assert not control.is_stopped
    assert not control.is_paused
    assert not control.take_snapshot_request()


def test_stop_is_raised_at_every_check() -> None:
    control = Control()
    control.stop()
    assert control.is_stopped
    for _ in range(2):
        with pytest.raises(Stopped):
            control.check()


def wait_in_check(control: Control) -> tuple[threading.Thread, list[str]]:
    said: list[str] = []

    def job() -> None:
        try:
            control.check()
            said.append("went on")
        except Stopped:
            said.append("stopped")

    thread = threading.Thread(target=job, daemon=True)
    thread.start()
    return thread, said


def test_a_paused_job_waits_until_it_is_resumed() -> None:
    control = Control()
    control.pause()
    thread, said = wait_in_check(control)
    thread.join(0.05)
    assert thread.is_alive()
    assert said == []
    control.resume()
    thread.join(10)
    assert said == ["went on"]


def test_stop_ends_a_pause() -> None:
    control = Control()
    control.pause()
    thread, said = wait_in_check(control)
    control.stop()
    thread.join(10)
    assert said == ["stopped"]
    assert not control.is_paused


def test_a_snapshot_is_asked_for_once() -> None:
    control = Control()
    control.ask_snapshot()
    control.ask_snapshot()
    assert control.take_snapshot_request()
    assert not control.take_snapshot_request()


def test_a_paused_job_answers_meanwhile_and_counts_the_whole_pause() -> None:
    control, asked = Control(), list[float]()
    control.pause()

    def meanwhile() -> None:
        asked.append(time.perf_counter())
        if len(asked) == 3:
            control.resume()

    began = time.perf_counter()
    control.check(meanwhile)
    took = time.perf_counter() - began
    assert len(asked) == 3
    assert min(b - a for a, b in itertools.pairwise([began, *asked])) >= 0.19
    assert control.seconds_paused == pytest.approx(took, abs=0.05)


def test_meanwhile_is_not_called_without_a_pause() -> None:
    control = Control()
    control.check(lambda: pytest.fail("nothing waits"))
    control.stop()
    with pytest.raises(Stopped):
        control.check(lambda: pytest.fail("nothing waits"))


@pytest.mark.parametrize("error", [Stopped(), ValueError("odd")])
def test_what_is_raised_meanwhile_ends_the_wait(error: Exception) -> None:
    control = Control()
    control.pause()

    def meanwhile() -> None:
        raise error

    with pytest.raises(type(error)):
        control.check(meanwhile)
    assert control.seconds_paused > 0


def test_what_is_watched_can_be_set_and_taken_back() -> None:
    control, watch = Control(), Watch(Photo("a.png", "a.png"))
    assert control.watch is None
    control.set_watch(watch)
    assert control.watch is watch
    control.set_watch(None)
    assert control.watch is None


@pytest.mark.parametrize("when", ["before the job asks", "while it waits"])
def test_a_pause_after_a_stop_holds_nothing_up(when: str) -> None:
    control = Control()
    if when == "before the job asks":
        control.stop()
        control.pause()
        thread, said = wait_in_check(control)
    else:
        control.pause()
        thread, said = wait_in_check(control)
        control.stop()
        control.pause()
    thread.join(10)
    assert said == ["stopped"]


@pytest.mark.parametrize("line", range(1, 6))
def test_a_snapshot_request_is_never_lost(line: int) -> None:
    """It comes just before the n-th line of the question whether there is one."""
    control = Control()
    lines = 0
    before = sys.gettrace()

    def trace(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal lines
        if frame.f_code is not Control.take_snapshot_request.__code__:
            return None
        if event == "line":
            lines += 1
            if lines == line:
                control.ask_snapshot()
        return trace

    sys.settrace(trace)
    try:
        taken = control.take_snapshot_request()
    finally:
        sys.settrace(before)
    if lines < line:
        control.ask_snapshot()
    assert taken or control.take_snapshot_request()
