"""Sentences about results say what the numbers allow, and no more."""

import dataclasses
import math
from pathlib import Path
from typing import Any, cast

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.pictures.dataset import Part
from core.results import wording
from core.results.calibrating import calibrate, expected_error, reliability
from core.results.judged import Calibration, Judged, RunComparison, Summary
from core.results.measures import mcnemar, summarise
from core.results.temperature import calibrated
from tests.core.results.by_hand import judged, promised, random_answers, said

ANIMALS = ["cat", "dog", "kangaroo", "llama"]


def right_of(right: int, count: int, largest: int = 1) -> Summary:
    """A summary of `count` pictures of four classes, of which the first has `largest`, and `right` of which are
    answered rightly."""
    labels = np.append(np.zeros(largest), 1 + np.arange(count - largest) % 3).astype(int)
    answers = np.where(np.arange(count) < right, labels, (labels + 1) % 4)
    return summarise(said(labels, answers, 4), ANIMALS)


def from_confusion(*rows: list[int]) -> Summary:
    cells = [(i, j) for i, row in enumerate(rows) for j, times in enumerate(row) for _ in range(times)]
    labels, answers = zip(*cells, strict=True)
    return summarise(said(labels, answers, len(rows)), ANIMALS[: len(rows)])


def test_an_interval() -> None:
    assert str(wording.interval_in_words(right_of(75, 90))) == (
        "On 90 pictures, 83 % could be anything from 74 to 90 %."
    )


def test_an_interval_of_one_picture() -> None:
    assert str(wording.interval_in_words(right_of(1, 1))) == "On 1 picture, 100 % could be anything from 21 to 100 %."


def test_a_narrow_interval_has_as_many_digits_as_tell_its_ends_apart() -> None:
    summary = dataclasses.replace(right_of(75, 90), count=120_000, interval=(0.8312, 0.8338), accuracy=0.8325)
    assert str(wording.interval_in_words(summary)) == "On 120,000 pictures, 83 % could be anything from 83.1 to 83.4 %."


@pytest.mark.parametrize(
    ("right", "count", "largest", "words"),
    [
        (75, 100, 20, "2.8 times better than always saying “dog”."),
        (60, 100, 20, "2.2 times better than always saying “dog”."),
        (99, 100, 10, "3.3 times better than always saying “dog”."),
        (90, 100, 45, "2 times better than always saying “cat”."),
        (95, 100, 60, "Better than always saying “cat”, which is right for 60 %."),
        (40, 100, 60, "Worse than always saying “cat”, which is right for 60 %."),
        (6, 10, 5, "Not clearly better than always saying “cat”, which is right for 50 %: with 10 pictures, chance "
         "alone may make such a difference."),
        (5, 9, 9, "All these pictures are “cat”, so always saying that is never wrong."),
    ],
)  # fmt: skip
def test_against_guessing(right: int, count: int, largest: int, words: str) -> None:
    assert str(wording.baseline_in_words(right_of(right, count, largest))) == words


def test_overfitting_is_said_where_chance_does_not_explain_the_gap() -> None:
    summaries: dict[Part, Summary] = {"training": right_of(396, 400), "test": right_of(55, 72)}
    assert str(wording.overfitting_in_words(summaries)) == (
        "It is right on 99 % of the pictures that it learned from, but on 76 % of the test pictures. Chance does not "
        "explain that: it learned some of its pictures by heart (over-fitting)."
    )


def test_without_a_test_validation_stands_for_it() -> None:
    summaries: dict[Part, Summary] = {"training": right_of(396, 400), "validation": right_of(55, 72)}
    assert "76 % of the validation pictures. Chance does not" in str(wording.overfitting_in_words(summaries))


@pytest.mark.parametrize(
    ("learned", "others"),
    [((80, 100), (7, 10)), ((820, 1000), (80, 100)), ((9900, 10000), (9700, 10000)), ((10, 10), (10, 10))],
    ids=["few pictures", "a small gap", "certain but small", "all right"],
)
def test_a_gap_that_chance_explains_or_that_is_small_is_none(learned: tuple[int, int], others: tuple[int, int]) -> None:
    summaries: dict[Part, Summary] = {"training": right_of(*learned), "test": right_of(*others)}
    assert "Nothing shows that it learned by heart." in str(wording.overfitting_in_words(summaries))


def test_easier_test_pictures_are_named_so() -> None:
    summaries: dict[Part, Summary] = {"training": right_of(300, 400), "test": right_of(99, 100)}
    assert "which must be easier" in str(wording.overfitting_in_words(summaries))


def test_one_part_alone_shows_no_overfitting() -> None:
    assert wording.overfitting_in_words({"test": right_of(5, 10)}) is None
    assert wording.overfitting_in_words({"training": right_of(5, 10)}) is None


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        (([9, 0, 0, 0], [1, 8, 0, 0], [0, 0, 9, 3], [0, 0, 3, 7]),
         "Weakest: llama and kangaroo, mixed up with each other 6 times"),
        (([9, 1], [0, 9]), "Weakest: cat and dog, mixed up with each other once"),
        (([1, 1, 1], [0, 20, 4], [0, 4, 20]), "Weakest: cat. Most mixed up: dog and kangaroo, 8 times"),
        (([9, 0], [0, 9]), "No class is mixed up with another"),
        (([0, 0, 0], [0, 9, 0], [1, 0, 9]), "Weakest: kangaroo and cat, mixed up with each other once"),
    ],
)  # fmt: skip
def test_the_weakest_classes(rows: tuple[list[int], ...], words: str) -> None:
    assert str(wording.weakest_in_words(from_confusion(*rows))) == words


def compared(only_first: int, only_second: int, both: int = 20) -> RunComparison:
    first = said([0] * (both + only_first + only_second), [0] * (both + only_first) + [1] * only_second, 2)
    second = said([0] * len(first), [0] * both + [1] * only_first + [0] * only_second, 2)
    return RunComparison(
        Path("a"), Path("b"), "A", "B", ("cat", "dog"), cast(Any, None), first, second, mcnemar(only_first, only_second)
    )


def test_a_difference_that_chance_brings() -> None:
    assert str(wording.comparison_in_words(compared(9, 4))) == (
        "“A” is right on 9 pictures where “B” is wrong, and “B” on 4 pictures where “A” is wrong. Such a difference "
        "comes by chance in 27 % of cases, so the test does not say which is better."
    )


def test_a_difference_beyond_chance() -> None:
    assert str(wording.comparison_in_words(compared(1, 12))).endswith(
        "Such a difference comes by chance in 0.3 % of cases: of these two trainings, “B” is better on pictures like "
        "these. Trained anew with other seeds, it may be the other way round."
    )
    assert "“A” is right on 1 picture where" in str(wording.comparison_in_words(compared(1, 12)))
    assert "in less than 0.1 % of cases: of these two trainings, “A” is better" in str(
        wording.comparison_in_words(compared(40, 2))
    )


def test_runs_that_do_not_differ() -> None:
    assert str(wording.comparison_in_words(compared(0, 0))) == (
        "“A” and “B” are right on the same pictures, and wrong on the same."
    )
    assert str(wording.comparison_in_words(compared(3, 3))).endswith("On these pictures neither is better.")


@given(st.integers(0, 40), st.integers(0, 40))
def test_only_a_significant_difference_names_the_better_run(only_first: int, only_second: int) -> None:
    words = str(wording.comparison_in_words(compared(only_first, only_second)))
    assert ("is better on pictures" in words) == (mcnemar(only_first, only_second) < 0.05)


def sharpened(by: float, count: int = 2000) -> Judged:
    honest = promised(count, 5, sharpness=2, seed=9)
    return judged(honest.labels, calibrated(honest.probabilities, 1 / by))


def test_a_network_too_sure_of_itself() -> None:
    words = str(wording.calibration_in_words(calibrate(sharpened(2.5), None)))
    assert words.startswith("Before scaling the network was too sure of itself: on average it said 8")


def test_a_network_less_sure_than_it_may_be() -> None:
    assert "less sure than it may be" in str(wording.calibration_in_words(calibrate(sharpened(0.5), None)))


def test_what_the_temperature_is_for() -> None:
    too_sure, unsure = (str(wording.calibration_in_words(calibrate(sharpened(by), None))) for by in (2.5, 0.5))
    assert ". The temperature makes its shares less sure before they are shown as probabilities: 6" in too_sure
    assert ". The temperature makes its shares surer before they are shown as probabilities: 6" in unsure


def test_a_network_as_sure_as_it_is_right() -> None:
    words = str(wording.calibration_in_words(calibrate(sharpened(1), None)))
    assert "no further apart than chance explains. The temperature leaves its shares nearly as they are: " in words


def test_few_pictures_are_no_reason_to_call_a_network_too_sure() -> None:
    few = calibrate(said([0, 0, 0, 1], [0, 0, 0, 0], 2, share=0.9), None)
    assert "no further apart than chance explains" in str(wording.calibration_in_words(few))


def test_a_few_test_pictures_do_not_contradict_the_temperature() -> None:
    """A network that is hardly trained: its shares are nearly equal, and right more often than they say. 9 test
    pictures cannot show it, the validation pictures do."""
    labels = np.arange(60) % 3
    barely = said(labels, np.where(np.arange(60) % 5 < 4, labels, (labels + 1) % 3), 3, share=0.36)
    small = said([0, 1, 2] * 3, [0, 1, 2, 0, 1, 0, 0, 0, 0], 3, share=0.36)
    found = calibrate(barely, small)
    assert found.temperature < 0.2
    words = str(wording.calibration_in_words(found))
    assert words.startswith(
        "Before scaling the network said 36 % on average, and 67 % were right: no further apart than chance explains. "
        "Going by 60 validation pictures it was probably less sure than it may be, so the temperature makes its shares "
    )


@given(random_answers(most_classes=6), random_answers(most_classes=6))
def test_what_is_said_of_the_temperature_is_what_it_does(fitted: Judged, measured: Judged) -> None:
    """Whatever the pictures that it was measured on say."""
    calibration = calibrate(fitted, measured)
    words = str(wording.calibration_in_words(calibration))
    assert ("makes its shares less sure" in words) == (calibration.temperature > 1.05)
    assert ("makes its shares surer" in words) == (calibration.temperature < 1 / 1.05)


def test_the_error_of_honest_shares_is_what_chance_makes() -> None:
    """On average over many small tests."""
    found, expected = [], []
    for seed in range(60):
        small = promised(80, 5, sharpness=2, seed=seed)
        bins = reliability(small.shares, small.is_right)
        found.append(expected_error(bins))
        expected.append(wording.error_by_chance(bins))
    assert np.mean(expected) == pytest.approx(np.mean(found), rel=0.15)


def test_the_error_in_words() -> None:
    words = str(wording.error_in_words(calibrate(sharpened(2.5, count=80), None)))
    assert "On 80 pictures, even a perfectly honest network would show about" in words


def threshold(kept: float, accuracy: float) -> Calibration:
    return dataclasses.replace(calibrate(sharpened(1, 50), sharpened(1, 50)), kept=kept, kept_accuracy=accuracy)


@pytest.mark.parametrize(
    ("kept", "accuracy", "words"),
    [
        (0.76, 0.91, "Below 60 % an answer is called not sure: 24 % of the test pictures. Of the rest, 91 % are "
         "right."),
        (1.0, 0.97, "Below 60 % an answer is called not sure: none of the test pictures. Of all of them, 97 % are "
         "right."),
        (0.0, math.nan, "Below 60 % an answer is called not sure: here all of the test pictures."),
    ],
)  # fmt: skip
def test_the_threshold(kept: float, accuracy: float, words: str) -> None:
    assert str(wording.threshold_in_words(threshold(kept, accuracy))) == words


def test_strange_pictures() -> None:
    words = str(wording.strange_in_words(0.043))
    assert words.startswith("4 % of these pictures are unlike anything")
    assert "About 5 % of pictures of its own kind are called so by mistake" in words
    assert str(wording.strange_in_words(0)).startswith("None of these")
    assert str(wording.strange_in_words(math.nan)).endswith("is not known.")


@pytest.mark.parametrize(
    ("learned", "count", "words"),
    [
        (12, 72, "12 of the 72 pictures were"),
        (1, 1200, "1 of the 1,200 pictures was"),
        (72, 72, "All 72 pictures were"),
        (1, 1, "This picture was"),
    ],
)
def test_pictures_that_were_learned_from(learned: int, count: int, words: str) -> None:
    whole = f"{words} learned from; the result looks better than it is."
    assert str(wording.learned_in_words(learned, count)) == whole


@given(random_answers(most_classes=12))
def test_there_is_a_sentence_for_whatever_was_answered(judged: Judged) -> None:
    summary = summarise(judged, [f"class {each}" for each in range(judged.probabilities.shape[1])])
    calibration = calibrate(judged, None)
    parts: dict[Part, Summary] = {"training": summary, "validation": summary}
    for sentence in (
        wording.interval_in_words(summary),
        wording.interval_hint(),
        wording.baseline_in_words(summary),
        wording.weakest_in_words(summary),
        wording.overfitting_in_words(parts),
        wording.calibration_in_words(calibration),
        wording.error_in_words(calibration),
        wording.threshold_in_words(calibration),
    ):
        assert str(sentence)
        assert "nan" not in str(sentence)
