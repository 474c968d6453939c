"""Plain words under the curves: when they apply, what they say, and that they say nothing else."""

import math
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.events import EpochEnded
from core.training.advice import Advice, Guessing, advice
from core.training.runs import is_best

NAN = math.nan
EVEN = Guessing(1 / 6, 100)


def history_of(
    losses: Sequence[float],
    val_losses: Sequence[float] | None = None,
    accuracy: float | Sequence[float] = 0.7,
    val_accuracy: float | Sequence[float] = 0.7,
) -> list[EpochEnded]:
    """Epochs with these losses; without `val_losses` there is no validation."""

    def at(values: float | Sequence[float], place: int) -> float:
        return values if isinstance(values, float) else values[place]

    epochs: list[EpochEnded] = []
    for place, loss in enumerate(losses):
        val_loss = NAN if val_losses is None else val_losses[place]
        right = NAN if val_losses is None else at(val_accuracy, place)
        best = is_best(epochs, loss, val_loss)
        epochs.append(EpochEnded(place + 1, loss, at(accuracy, place), val_loss, right, 1.0, 9.0, best))
    return epochs


def shown(told: Advice | None) -> str:
    return "" if told is None else f"{told.what} {told.then}"


# ---- by heart

FALLING = [1.9, 1.7, 1.5, 1.3, 1.1, 0.9, 0.7, 0.6, 0.5, 0.45, 0.43, 0.3, 0.2, 0.21, 0.1, 0.08]
TURNING = [1.8, 1.7, 1.6, 1.5, 1.4, 1.3, 1.2, 1.1, 1.05, 1.0, 0.97, 0.98, 1.2, 1.1, 1.3, 1.2]


def test_learning_by_heart_offers_the_best_epoch() -> None:
    told = advice(history_of(FALLING, TURNING), EVEN, is_training=True)
    assert told is not None
    assert (told.kind, told.stop_at) == ("by_heart", 11)
    assert shown(told) == (
        "It is learning these pictures by heart. Validation loss has not improved for 5 epochs while training loss "
        "fell from 0.43 to 0.08. Epoch 11 is kept."
    )


def test_after_the_end_there_is_nothing_to_stop() -> None:
    told = advice(history_of(FALLING, TURNING), EVEN, is_training=False)
    assert told is not None
    assert (told.kind, told.stop_at) == ("by_heart", None)
    assert "Epoch 11 is kept. More pictures" in shown(told)


def test_four_epochs_are_not_enough() -> None:
    assert advice(history_of(FALLING[:-1], TURNING[:-1]), EVEN, is_training=True) is None


def test_curves_that_have_levelled_out_are_not_by_heart() -> None:
    assert advice(history_of([1.0, 0.5] + [0.49] * 8, [1.0, 0.6] + [0.61] * 8), EVEN, is_training=True) is None


def test_small_losses_are_told_apart() -> None:
    told = advice(history_of([1.0, 0.0014] + [0.0012] * 5, [1.0, 0.5] + [0.6] * 5), EVEN, is_training=True)
    assert "from 0.0014 to 0.0012" in shown(told)


# ---- guessing


def test_three_epochs_of_guessing() -> None:
    told = advice(history_of([1.8, 1.7, 1.6], [1.8] * 3, 0.2, 0.18), EVEN, is_training=True)
    assert told is not None
    assert (told.kind, told.stop_at) == ("guessing", None)
    assert shown(told) == (
        "No better than guessing yet. 18 % of the answers are right; with 100 pictures, chance alone may reach 24 %. "
        "Training loss is falling: give it a few more epochs."
    )


def test_two_epochs_are_too_early() -> None:
    assert advice(history_of([1.8, 1.7], [1.8] * 2, 0.2, 0.18), EVEN, is_training=True) is None


def test_one_good_epoch_is_no_guessing() -> None:
    history = history_of([1.8, 1.7, 1.6], [1.8, 1.7, 1.8], 0.2, [0.18, 0.4, 0.18])
    assert advice(history, EVEN, is_training=True) is None


@pytest.mark.parametrize(("pictures", "is_guessing"), [(10, True), (100, True), (1000, False)])
def test_chance_reaches_further_with_few_pictures(pictures: int, is_guessing: bool) -> None:
    told = advice(history_of([1.8, 1.7, 1.6], [1.8] * 3, 0.2, 0.22), Guessing(1 / 6, pictures), is_training=True)
    assert (told is not None) == is_guessing


def test_without_validation_training_accuracy_is_measured() -> None:
    assert "No better than guessing" in shown(advice(history_of([1.8, 1.7, 1.6], accuracy=0.2), EVEN, is_training=True))
    assert advice(history_of([1.8, 1.7, 1.6], accuracy=0.6), EVEN, is_training=True) is None


@pytest.mark.parametrize(
    ("losses", "accuracy", "is_training", "then"),
    [
        ([1.8, 1.8, 1.8], 0.2, True, "Training loss hardly moves: try another learning rate"),
        ([9.0, 1.8, 1.79], 0.2, True, "Loss leapt up in the beginning: the learning rate is probably too high."),
        ([1.8, 1.7, 1.6], 0.2, False, "Training loss was still falling: train for more epochs."),
        ([1.8, 1.4, 0.9], 0.9, True, "It does know the pictures that it learns from: more of them would help"),
    ],
)
def test_what_to_do_follows_from_the_training(
    losses: list[float], accuracy: float, is_training: bool, then: str
) -> None:
    told = advice(history_of(losses, [1.8, 1.81, 1.82], accuracy, 0.18), EVEN, is_training)
    assert told is not None
    assert told.kind == "guessing"
    assert then in str(told.then)


def test_guessing_counts_the_largest_class() -> None:
    assert Guessing.of([10, 30, 20]) == Guessing(0.5, 60)
    assert Guessing.of([10, 30, 20], class_weights=True) == Guessing(1 / 3, 60)
    assert Guessing.of([0, 0]).reach == 0


# ---- too high a rate


@pytest.mark.parametrize("last", [NAN, math.inf])
def test_a_loss_that_is_no_number(last: float) -> None:
    told = advice(history_of([1.8, 1.5, last], [1.8, 1.5, NAN]), EVEN, is_training=True)
    assert told is not None
    assert (told.kind, told.stop_at) == ("diverged", 2)
    assert shown(told).startswith("Loss is not a number any more. The learning rate is too high.")


def test_no_epoch_is_worth_using_where_the_first_is_no_number() -> None:
    told = advice(history_of([NAN], [NAN]), EVEN, is_training=True)
    assert told is not None
    assert told.stop_at is None


@pytest.mark.parametrize("losses", [[1.8, 3.7], [1.8, 0.9, 0.7, 1.85], [1.8, NAN, 5.0]])
def test_loss_that_has_risen_a_lot(losses: list[float]) -> None:
    told = advice(history_of(losses, losses), EVEN, is_training=True)
    assert told is not None
    assert told.kind == "diverged"
    assert "the learning rate is probably too high" in shown(told)
    assert told.stop_at == losses.index(min(losses)) + 1


def test_loss_that_jumps() -> None:
    told = advice(history_of([1.8, 1.0, 1.7, 0.9, 1.6, 0.8]), EVEN, is_training=True)
    assert told is not None
    assert (told.kind, told.stop_at) == ("diverged", None)
    assert str(told.what) == "Training loss jumps up and down."


def test_a_loss_near_zero_may_double() -> None:
    losses = [1.8, 0.5, 0.1, 0.03, 0.05, 0.02, 0.04, 0.02, 0.05]
    assert advice(history_of(losses), EVEN, is_training=True) is None
    assert advice(history_of([0.0] * 5), EVEN, is_training=True) is None


# ---- all is well


def test_nothing_to_say() -> None:
    assert advice((), EVEN, is_training=True) is None
    assert advice((), EVEN, is_training=False) is None
    assert advice(history_of([1.8, 1.5, 1.2], [1.7, 1.4, 1.3]), EVEN, is_training=True) is None


def test_still_improving_when_it_ended() -> None:
    told = advice(history_of([1.8, 1.5, 1.2], [1.7, 1.4, 1.3]), EVEN, is_training=False)
    assert told is not None
    assert (told.kind, told.stop_at) == ("improving", None)
    assert shown(told) == "It was still improving when it ended. Its last epoch is its best: more epochs may help."


def test_training_loss_alone_says_nothing_of_more_epochs() -> None:
    assert advice(history_of([1.8, 1.5, 1.2]), EVEN, is_training=False) is None


NUMBERS = st.one_of(st.floats(0, 100), st.just(NAN), st.just(math.inf))


@given(
    st.lists(st.tuples(NUMBERS, NUMBERS, st.floats(0, 1), st.one_of(st.floats(0, 1), st.just(NAN))), max_size=12),
    st.floats(0, 1),
    st.integers(0, 10_000),
    st.booleans(),
)
def test_whatever_the_numbers_there_is_a_sentence_or_nothing(
    rows: list[tuple[float, float, float, float]], share: float, pictures: int, is_training: bool
) -> None:
    losses, val_losses, accuracy, val_accuracy = zip(*rows, strict=True) if rows else ((), (), (), ())
    history = history_of(losses, val_losses, accuracy, val_accuracy)
    told = advice(history, Guessing(share, pictures), is_training)
    assert "nan" not in shown(told)
    if told is not None and told.stop_at is not None:
        assert is_training
        assert history[told.stop_at - 1].is_best
