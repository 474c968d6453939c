"""Early stopping waits for a new best epoch, as long as the user said."""

import math
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.events import EpochEnded
from core.training.early_stopping import epochs_since_best, is_due
from core.training.runs import best_epoch, is_best

NAN = math.nan


def history_of(val_losses: Sequence[float], losses: Sequence[float] = ()) -> list[EpochEnded]:
    epochs: list[EpochEnded] = []
    for number, val_loss in enumerate(val_losses, 1):
        loss = losses[number - 1] if losses else 1 / number
        epochs.append(EpochEnded(number, loss, 0.5, val_loss, 0.5, 1.0, 9.0, is_best(epochs, loss, val_loss)))
    return epochs


@pytest.mark.parametrize(
    ("val_losses", "expected"),
    [
        ([], 0),
        ([1.0], 0),
        ([1.0, 0.9, 0.8], 0),
        ([1.0, 0.9, 0.95, 0.9], 2),
        ([1.0, NAN, 1.1], 2),
        ([NAN, 1.0], 0),
    ],
)
def test_epochs_since_best(val_losses: list[float], expected: int) -> None:
    losses = [5.0] * len(val_losses)
    assert epochs_since_best(history_of(val_losses, losses)) == expected


def test_without_validation_training_loss_decides() -> None:
    assert epochs_since_best(history_of([NAN] * 4, [1.0, 0.5, 0.6, 0.7])) == 2


@given(st.lists(st.one_of(st.just(NAN), st.floats(0, 9)), min_size=1, max_size=30))
def test_best_is_the_epoch_that_is_kept(val_losses: list[float]) -> None:
    history = history_of(val_losses)
    best = best_epoch(history)
    assert best is not None
    assert history[-1 - epochs_since_best(history)] is best


def test_due_when_patience_is_used_up() -> None:
    history = history_of([1.0, 0.8, 0.9, 0.9, 0.9])
    assert [is_due(history[:count], 3) for count in range(6)] == [False] * 5 + [True]


def test_no_patience_never_ends_a_training() -> None:
    assert not is_due(history_of([1.0] * 50), 0)


def test_a_run_that_is_extended_gets_its_whole_patience_again() -> None:
    history = history_of([1.0, 0.8, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9])
    assert is_due(history[:5], 3)
    assert [is_due(history[:count], 3, counted_from=5) for count in (5, 6, 7, 8)] == [False, False, False, True]


def test_an_extended_run_waits_from_its_new_best_epoch() -> None:
    history = history_of([1.0, 0.8, 0.9, 0.9, 0.7, 0.9, 0.9])
    assert not is_due(history, 3, counted_from=4)
    assert is_due(history, 2, counted_from=4)
