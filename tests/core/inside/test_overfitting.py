"""What two runs show of learning by heart, and the sentence that says so."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.events import EpochEnded
from core.inside.overfitting import Finding, Gap, RunView, gap, headline, in_points, in_words, judge, margin

NAN = math.nan
SHARES = st.floats(0, 1)


def epochs(*pairs: tuple[float, float]) -> tuple[EpochEnded, ...]:
    """Epochs with these accuracies: (training, validation)."""
    return tuple(
        EpochEnded(number, 0.5, training, 0.6, validation, 2.0, 100.0, number == 1)
        for number, (training, validation) in enumerate(pairs, 1)
    )


def run(*pairs: tuple[float, float], pictures: int = 0) -> RunView:
    return RunView("run", epochs(*pairs), len(pairs), validation_pictures=pictures)


def ending(training: float, validation: float, pictures: int = 0) -> RunView:
    """A run of five epochs that ends like this."""
    return run(*[(0.3, 0.3)] * 4, (training, validation), pictures=pictures)


# The gap


def test_gap_is_that_of_the_last_epoch() -> None:
    known = gap(epochs((0.5, 0.5), (0.99, 0.78)))
    assert known == Gap(2, 0.99, 0.78)
    assert known.points == 21


def test_gap_at_an_earlier_epoch() -> None:
    assert gap(epochs((0.5, 0.4), (0.9, 0.6), (1.0, 0.6)), until=2) == Gap(2, 0.9, 0.6)


def test_no_epoch_has_no_gap() -> None:
    assert gap(()) is None
    assert gap(epochs((0.5, 0.5)), until=0) is None


def test_without_validation_no_points() -> None:
    known = gap(epochs((0.9, NAN)))
    assert known is not None
    assert known.points is None
    assert str(in_points(known.points)) == "no gap known"


@given(SHARES, SHARES)
def test_points_are_the_difference_of_the_percents_that_are_shown(training: float, validation: float) -> None:
    shown = int(f"{training * 100:.0f}") - int(f"{validation * 100:.0f}")
    assert Gap(1, training, validation).points == shown


@pytest.mark.parametrize(("points", "words"), [(21, "21 points"), (1, "1 point"), (0, "0 points"), (-5, "−5 points")])
def test_points_in_words(points: int, words: str) -> None:
    assert str(in_points(points)) == words


# What chance does


def test_few_pictures_need_a_wider_gap() -> None:
    assert margin(0.5, 0) == 0.05
    assert margin(0.5, 100) == pytest.approx(0.1)
    assert margin(0.5, 1_000_000) == 0.05
    assert margin(1.0, 10) == 0.05


@given(SHARES, st.integers(1, 10_000))
def test_more_pictures_never_need_more(accuracy: float, pictures: int) -> None:
    assert margin(accuracy, pictures + 1) <= margin(accuracy, pictures)


# Judging


@pytest.mark.parametrize(
    ("with_dropout", "without", "finding"),
    [
        (None, None, Finding.NO_EPOCH),
        (run(), None, Finding.NO_EPOCH),
        (run((0.9, 0.5)), None, Finding.TOO_EARLY),
        (run((0.9, 0.5), (0.9, 0.5)), ending(1.0, 0.5), Finding.TOO_EARLY),
        (ending(0.9, NAN), None, Finding.NO_VALIDATION),
        (ending(0.9, NAN), ending(0.9, NAN), Finding.NO_VALIDATION),
        (run((0.9, NAN)), None, Finding.NO_VALIDATION),
        (ending(0.99, 0.78), None, Finding.BY_HEART),
        (None, ending(0.99, 0.78), Finding.BY_HEART),
        (ending(0.80, 0.78), None, Finding.NOT_BY_HEART),
        (ending(0.60, 0.65), None, Finding.NOT_BY_HEART),
        (ending(0.85, 0.80), ending(0.99, 0.70), Finding.WITHOUT_BY_HEART),
        (ending(0.99, 0.70), ending(0.85, 0.80), Finding.WITH_BY_HEART),
        (ending(0.99, 0.70), ending(0.98, 0.70), Finding.BOTH_BY_HEART),
        (ending(0.80, 0.80), ending(0.80, 0.80), Finding.NEITHER_BY_HEART),
        (ending(0.60, 0.75), ending(0.80, 0.80), Finding.NEITHER_BY_HEART),
    ],
)
def test_findings(with_dropout: RunView | None, without: RunView | None, finding: Finding) -> None:
    assert judge(with_dropout, without).finding is finding
    assert str(headline(finding))
    assert "{" not in str(in_words(with_dropout, without))


def test_runs_are_compared_at_the_last_epoch_that_both_have() -> None:
    short = run(*[(0.5, 0.5)] * 3)
    long = run(*[(0.5, 0.5)] * 3, *[(1.0, 0.5)] * 5)
    judged = judge(short, long)
    assert judged.finding is Finding.NEITHER_BY_HEART
    assert judged.without == Gap(3, 0.5, 0.5)


def test_a_counterpart_before_its_first_epoch_leaves_the_other_as_it_is() -> None:
    assert judge(ending(0.99, 0.7), RunView("run", is_training=True)).finding is Finding.BY_HEART


def test_with_few_validation_pictures_a_small_gap_says_nothing() -> None:
    assert judge(ending(0.80, 0.70, pictures=54), None).finding is Finding.NOT_BY_HEART
    assert judge(ending(0.80, 0.70, pictures=5000), None).finding is Finding.BY_HEART


@given(st.lists(st.tuples(SHARES, SHARES | st.just(NAN)), max_size=5), st.integers(0, 500))
def test_any_run_is_judged_like_itself(pairs: list[tuple[float, float]], pictures: int) -> None:
    one = run(*pairs, pictures=pictures)
    judged = judge(one, one)
    assert judged.with_dropout == judged.without or judged.finding is Finding.NO_VALIDATION
    assert judged.finding not in (Finding.WITHOUT_BY_HEART, Finding.WITH_BY_HEART)
    assert str(in_words(one, one))


# In words


def test_the_sentence_holds_the_numbers() -> None:
    words = str(in_words(ending(0.85, 0.80), ending(0.99, 0.70)))
    for part in ("epoch 5", "99 %", "70 %", "29 points", "5 points"):
        assert part in words


def test_one_run_alone_is_told_with_its_gap() -> None:
    words = str(in_words(ending(0.99, 0.78), None))
    assert "99 %" in words
    assert "a gap of 21 points" in words


def test_training_below_validation_is_explained() -> None:
    note = "measured while values are cut"
    assert note in str(in_words(ending(0.60, 0.65), None))
    assert note not in str(in_words(None, ending(0.60, 0.65)))
    assert note not in str(in_words(ending(0.65, 0.60), None))


def test_seconds_are_those_of_all_epochs() -> None:
    assert run((0.5, 0.5), (0.6, 0.5)).seconds == 4.0
