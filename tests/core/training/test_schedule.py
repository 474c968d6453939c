"""The learning rate of an epoch follows from the settings and the epochs before it alone."""

import math
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.events import EpochEnded
from core.training.config import SCHEDULES, Schedule
from core.training.runs import is_best
from core.training.schedule import factor

NAN = math.nan
LOSSES = st.lists(st.one_of(st.just(NAN), st.floats(0, 10)), max_size=40)


def history_of(losses: Sequence[float], has_validation: bool = True) -> list[EpochEnded]:
    """Epochs that are judged by these losses; the other loss falls all the while."""
    epochs: list[EpochEnded] = []
    for number, judged in enumerate(losses, 1):
        loss, val_loss = (1 / number, judged) if has_validation else (judged, NAN)
        epochs.append(EpochEnded(number, loss, 0.5, val_loss, 0.5, 1.0, 9.0, is_best(epochs, loss, val_loss)))
    return epochs


def plateau_after(losses: Sequence[float], has_validation: bool = True) -> float:
    return factor("plateau", len(losses) + 1, 100, history_of(losses, has_validation))


@given(LOSSES)
def test_constant_is_constant(losses: list[float]) -> None:
    assert factor("constant", len(losses) + 1, 50, history_of(losses)) == 1


def test_cosine_goes_from_the_whole_rate_over_half_of_it_to_nearly_none() -> None:
    found = [factor("cosine", epoch, 10, ()) for epoch in range(1, 11)]
    assert found[0] == 1
    assert found[5] == pytest.approx(0.5)
    assert found[-1] == pytest.approx(0.0245, abs=1e-4)
    assert found == sorted(found, reverse=True)


@given(st.integers(1, 500))
def test_cosine_is_never_nothing(epochs: int) -> None:
    assert all(0 < factor("cosine", epoch, epochs, ()) <= 1 for epoch in range(1, epochs + 1))


def test_plateau_halves_after_three_epochs_without_a_new_best_one() -> None:
    losses = [1.0, 0.9, 0.9, 0.95, 0.9, 0.91, 0.92, 0.93, 0.5, 0.6]
    found = [plateau_after(losses[:count]) for count in range(len(losses) + 1)]
    assert found == [1, 1, 1, 1, 1, 0.5, 0.5, 0.5, 0.25, 0.25, 0.25]


def test_a_new_best_epoch_begins_the_count_anew() -> None:
    assert plateau_after([1.0, 1.1, 1.1, 0.9, 1.0, 1.0]) == 1
    assert plateau_after([1.0, 1.1, 1.1, 0.9, 1.0, 1.0, 1.0]) == 0.5


@pytest.mark.parametrize("has_validation", [True, False])
def test_plateau_looks_at_training_loss_where_there_is_no_validation(has_validation: bool) -> None:
    assert plateau_after([1.0, 1.1, 1.1, 1.1], has_validation) == 0.5


def test_a_loss_that_is_no_number_is_no_new_best() -> None:
    assert plateau_after([1.0, NAN, NAN, NAN], has_validation=False) == 0.5


def test_plateau_never_goes_below_a_thousandth() -> None:
    assert plateau_after([1.0] * 90) == 1 / 1000


@given(LOSSES, st.sampled_from(SCHEDULES))
def test_only_the_epochs_before_count(losses: list[float], schedule: Schedule) -> None:
    """So a run that goes on gets the same rates to the bit."""
    whole = history_of(losses)
    epochs = len(losses) + 1
    for epoch in range(1, epochs + 1):
        known = whole[: epoch - 1]
        assert factor(schedule, epoch, epochs, known) == factor(schedule, epoch, epochs, whole)
        assert 1 / 1000 <= factor("plateau", epoch, epochs, known) <= 1
