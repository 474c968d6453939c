"""The learning rate of every batch: the user's last word times the schedule's, whenever the run was interrupted."""

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.events import EpochEnded
from core.training.batch_rates import Rates
from core.training.config import SCHEDULES, TrainingConfig
from core.training.runs import RateChange

CONFIG = TrainingConfig(epochs=10, learning_rate=0.01)
BATCHES = 4


def epochs(count: int) -> list[EpochEnded]:
    """Each worse than the one before."""
    return [EpochEnded(n, float(n), 0.5, float(n), 0.5, 1, 1, n == 1) for n in range(1, count + 1)]


def rates_of(rates: Rates, first: int, last: int, changes: dict[tuple[int, int], float]) -> list[float]:
    """The rate of every batch of some epochs, as a training asks for it."""
    found = []
    for epoch in range(first, last + 1):
        for batch in range(1, BATCHES + 1):
            if (epoch, batch) in changes:
                rates.change(epoch, batch, changes[epoch, batch])
            rates.move_to(epoch, batch, epochs(epoch - 1))
            found.append(rates.now)
    return found


def test_there_is_none_before_the_first_batch() -> None:
    rates = Rates(CONFIG)
    assert math.isnan(rates.now)
    assert rates.move_to(1, 1, [])
    assert rates.now == 0.01


def test_whether_another_rate_counts_is_told_once() -> None:
    rates = Rates(CONFIG)
    rates.move_to(1, 1, [])
    assert not rates.move_to(1, 2, [])
    rates.change(1, 3, 0.005)
    assert rates.move_to(1, 3, [])
    assert not rates.move_to(1, 4, [])
    rates.change(1, 5, 0.005)
    assert not rates.move_to(1, 5, [])


def test_a_change_counts_from_its_batch_on() -> None:
    found = rates_of(Rates(CONFIG), 1, 3, {(2, 2): 0.001})
    assert found == [0.01] * 5 + [0.001] * 7


def test_the_schedule_goes_on_from_what_the_user_set() -> None:
    rates = Rates(replace(CONFIG, schedule="plateau"))
    found = rates_of(rates, 1, 5, {(2, 1): 0.1})
    # Three epochs without a better one halve it.
    assert [found[BATCHES * n] for n in range(5)] == [0.01, 0.1, 0.1, 0.1, 0.05]


def test_a_change_made_before_a_batch_that_is_trained_again_is_forgotten_with_what_came_after() -> None:
    rates = Rates(CONFIG, (RateChange(1, 2, 0.5), RateChange(3, 1, 0.25)))
    rates.change(2, 1, 0.125)
    assert rates.changes == (RateChange(1, 2, 0.5), RateChange(2, 1, 0.125))
    rates.change(2, 1, 0.0625)
    assert rates.changes == (RateChange(1, 2, 0.5), RateChange(2, 1, 0.0625))


places = st.tuples(st.integers(1, 6), st.integers(1, BATCHES))


@given(
    st.sampled_from(SCHEDULES),
    st.dictionaries(places, st.floats(1e-6, 10), max_size=5),
    st.integers(1, 6),
)
def test_a_run_that_goes_on_takes_the_same_rates(
    schedule: str, changes: dict[tuple[int, int], float], interrupted: int
) -> None:
    config = replace(CONFIG, schedule=schedule)  # type: ignore[arg-type]
    whole = Rates(config)
    expected = rates_of(whole, 1, 6, changes)
    # The changes of the epoch that was interrupted are on the disk already.
    begun = {place: rate for place, rate in changes.items() if place[0] <= interrupted}
    before = Rates(config)
    rates_of(before, 1, interrupted, begun)
    after = Rates(config, before.changes)
    later = {place: rate for place, rate in changes.items() if place[0] > interrupted}
    assert rates_of(after, interrupted, 6, later) == expected[BATCHES * (interrupted - 1) :]
    assert after.changes == whole.changes == tuple(RateChange(*place, changes[place]) for place in sorted(changes))


@pytest.mark.parametrize("schedule", SCHEDULES)
def test_the_first_batch_has_the_rate_that_was_set(schedule: str) -> None:
    rates = Rates(replace(CONFIG, schedule=schedule))  # type: ignore[arg-type]
    rates.move_to(1, 1, [])
    assert rates.now == 0.01
