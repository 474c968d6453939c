"""Classes of different sizes with the same say."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.training.class_weights import class_weights


def test_a_class_a_third_the_size_weighs_three_times_as_much() -> None:
    assert class_weights(np.array([0, 0, 0, 1], np.int32), 2).tolist() == pytest.approx([2 / 3, 2])


@given(st.lists(st.integers(0, 4), min_size=1), st.permutations(range(5)))
def test_each_class_weighs_the_same_and_all_weigh_what_they_did(drawn: list[int], order: list[int]) -> None:
    labels = np.array([*drawn, *order], np.int32)
    weights = class_weights(labels, 5)
    assert weights.dtype == np.float32
    sums = [weights[labels][labels == label].sum() for label in range(5)]
    assert sums == pytest.approx([len(labels) / 5] * 5, rel=1e-5)


def test_equal_classes_weigh_one() -> None:
    assert class_weights(np.array([1, 0, 2, 2, 1, 0], np.int32), 3).tolist() == [1, 1, 1]


def test_a_class_without_pictures_weighs_nothing() -> None:
    assert class_weights(np.array([0, 2], np.int32), 3)[1] == 0
