"""How long a step will still take."""

import math

import pytest

from core.events import Preparing
from core.words import say
from gui import step_pace
from gui.step_pace import StepPace

READING, DRAWING = say("reading pictures"), say("drawing creatures")


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    now = [100.0]
    monkeypatch.setattr(step_pace.time, "perf_counter", lambda: now[0])
    return now


def test_the_rest_takes_as_long_as_the_part_before(clock: list[float]) -> None:
    pace = StepPace()
    assert math.isnan(pace.seconds_left(Preparing(READING, 0, 100)))
    clock[0] += 10
    assert pace.seconds_left(Preparing(READING, 20, 100)) == pytest.approx(40)


def test_what_was_there_before_does_not_count(clock: list[float]) -> None:
    pace = StepPace()
    pace.seconds_left(Preparing(READING, 500, 1000))
    clock[0] += 10
    assert pace.seconds_left(Preparing(READING, 600, 1000)) == pytest.approx(40)


def test_nothing_is_said_too_soon_or_without_a_length(clock: list[float]) -> None:
    pace = StepPace()
    pace.seconds_left(Preparing(READING, 0, 100))
    clock[0] += 0.5
    assert math.isnan(pace.seconds_left(Preparing(READING, 50, 100)))
    clock[0] += 10
    assert math.isnan(pace.seconds_left(Preparing(READING, 60, 0)))


def test_another_step_begins_anew(clock: list[float]) -> None:
    pace = StepPace()
    pace.seconds_left(Preparing(READING, 0, 100))
    clock[0] += 10
    pace.seconds_left(Preparing(READING, 90, 100))
    assert math.isnan(pace.seconds_left(Preparing(DRAWING, 0, 10)))
    clock[0] += 2
    assert pace.seconds_left(Preparing(DRAWING, 5, 10)) == pytest.approx(2)
