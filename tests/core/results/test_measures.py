"""The numbers of results are those of the field."""

import math
import warnings

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn import metrics

from core.results.judged import Judged
from core.results.measures import auroc, mcnemar, summarise, wilson
from tests.core.results.by_hand import judged, random_answers, said


def names(judged: Judged) -> list[str]:
    return [f"class {each}" for each in range(judged.probabilities.shape[1])]


@given(random_answers())
def test_the_summary_equals_a_count_by_hand(judged: Judged) -> None:
    found = summarise(judged, names(judged))
    classes = len(names(judged))
    confusion = np.zeros((classes, classes), np.int64)
    np.add.at(confusion, (judged.labels, judged.answers), 1)
    support, answered, right = confusion.sum(axis=1), confusion.sum(axis=0), confusion.diagonal()

    assert np.array_equal(found.confusion, confusion)
    assert (found.count, found.right) == (len(judged), right.sum())
    assert found.accuracy == pytest.approx(right.sum() / len(judged), abs=1e-6)
    assert found.loss == pytest.approx(judged.losses.mean(), abs=1e-6)
    assert found.baseline == pytest.approx(support.max() / len(judged), abs=1e-6)
    assert found.interval == wilson(found.right, found.count)
    present = support > 0
    assert found.balanced_accuracy == pytest.approx((right[present] / support[present]).mean(), abs=1e-6)
    assert [each.name for each in found.classes] == names(judged)
    for each, hits, pictures, answers in zip(found.classes, right, support, answered, strict=True):
        assert each.support == pictures
        assert each.precision == pytest.approx(hits / answers if answers else math.nan, abs=1e-6, nan_ok=True)
        assert each.recall == pytest.approx(hits / pictures if pictures else math.nan, abs=1e-6, nan_ok=True)
        f1 = 2 * hits / (pictures + answers) if pictures else math.nan
        assert each.f1 == pytest.approx(f1, abs=1e-6, nan_ok=True)


@given(random_answers())
def test_the_summary_equals_scikit_learn(judged: Judged) -> None:
    found = summarise(judged, names(judged))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        assert found.accuracy == pytest.approx(metrics.accuracy_score(judged.labels, judged.answers), abs=1e-6)
        balanced = metrics.balanced_accuracy_score(judged.labels, judged.answers)
        assert found.balanced_accuracy == pytest.approx(balanced, abs=1e-6)
        if len(names(judged)) > 3:
            top3 = metrics.top_k_accuracy_score(
                judged.labels, judged.probabilities, k=3, labels=np.arange(len(names(judged)))
            )
            assert found.top3_accuracy == pytest.approx(max(top3, found.accuracy), abs=1e-6)
        else:
            assert found.top3_accuracy == 1


@given(random_answers())
def test_all_shares_lie_between_0_and_1(judged: Judged) -> None:
    found = summarise(judged, names(judged))
    low, high = found.interval
    assert 0 <= low <= found.accuracy <= high <= 1
    assert found.accuracy <= found.top3_accuracy <= 1
    assert 0 < found.baseline <= 1
    assert 0 <= found.balanced_accuracy <= 1


def test_a_class_never_answered_has_no_precision_and_one_without_pictures_no_recall() -> None:
    found = summarise(said([0, 0, 1], [0, 2, 0], classes=3), ["cat", "dog", "none"])
    cat, dog, none = found.classes
    assert (cat.precision, cat.recall, cat.f1, cat.support) == (0.5, 0.5, 0.5, 2)
    assert math.isnan(dog.precision)
    assert (dog.recall, dog.f1, dog.support) == (0, 0, 1)
    assert none.precision == 0
    assert math.isnan(none.recall)
    assert math.isnan(none.f1)
    assert none.support == 0


@pytest.mark.parametrize(("classes", "pictures"), [(2, 1), (200, 1), (200, 500), (100, 60)])
def test_one_picture_and_two_hundred_classes_are_no_trouble(classes: int, pictures: int) -> None:
    labels = np.arange(pictures) % classes
    found = summarise(said(labels, labels, classes), [str(each) for each in range(classes)])
    assert found.accuracy == found.top3_accuracy == found.balanced_accuracy == 1
    assert found.confusion.shape == (classes, classes)


def test_where_all_classes_are_equally_likely_a_right_answer_is_among_the_three() -> None:
    found = summarise(judged([0, 0], np.full((2, 5), 0.2)), list("abcde"))
    assert found.accuracy == found.top3_accuracy == 1


def test_a_network_whose_numbers_overflowed_is_summarised_too() -> None:
    found = summarise(judged([1, 0], np.full((2, 5), np.nan)), list("abcde"))
    assert found.count == 2
    assert math.isnan(found.loss)


@given(st.integers(1, 5000), st.data())
def test_wilson_is_the_closed_formula(count: int, data: st.DataObject) -> None:
    right = data.draw(st.integers(0, count))
    share, z = right / count, 1.959963984540054
    centre = (share + z * z / (2 * count)) / (1 + z * z / count)
    half = z / (1 + z * z / count) * math.sqrt(share * (1 - share) / count + z * z / (4 * count * count))
    assert wilson(right, count) == pytest.approx((centre - half, centre + half), abs=1e-6)


def test_no_picture_says_nothing() -> None:
    assert wilson(0, 0) == (0, 1)


def test_wilson_as_the_page_says_it() -> None:
    low, high = wilson(75, 90)
    assert (round(low * 100), round(high * 100)) == (74, 90)


@given(st.integers(0, 150), st.integers(0, 150))
def test_mcnemar_is_the_sum_of_the_rarer_cases(only_first: int, only_second: int) -> None:
    count = only_first + only_second
    tail = sum(math.comb(count, each) for each in range(min(only_first, only_second) + 1))
    expected = min(1.0, 2 * tail / 2**count)
    assert mcnemar(only_first, only_second) == pytest.approx(expected, abs=1e-6)
    assert mcnemar(only_first, only_second) == pytest.approx(mcnemar(only_second, only_first), abs=1e-9)


def test_runs_that_are_right_on_the_same_do_not_differ() -> None:
    assert mcnemar(0, 0) == 1


@given(
    st.lists(st.integers(0, 20), min_size=1, max_size=30),
    st.lists(st.integers(0, 20), min_size=1, max_size=30),
)
def test_auroc_counts_pairs(own: list[int], foreign: list[int]) -> None:
    pairs = [1.0 if f > o else 0.5 if f == o else 0.0 for f in foreign for o in own]
    assert auroc(np.array(own, np.float32), np.array(foreign, np.float32)) == pytest.approx(np.mean(pairs), abs=1e-6)


def test_auroc_without_foreign_pictures_is_not_known() -> None:
    assert math.isnan(auroc(np.array([0.1]), np.array([])))
