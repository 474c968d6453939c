"""Shares become probabilities of being right."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.results.calibrating import (
    HIGHEST_TEMPERATURE,
    LOWEST_TEMPERATURE,
    calibrate,
    expected_error,
    fit_temperature,
    reliability,
)
from core.results.judged import Judged
from core.results.temperature import calibrated
from core.sureness import FAIRLY
from tests.core.results.by_hand import judged, promised, random_answers, said


@given(random_answers(), st.floats(LOWEST_TEMPERATURE, HIGHEST_TEMPERATURE))
def test_calibrated_shares_keep_the_answer_and_sum_to_one(judged: Judged, temperature: float) -> None:
    shares = calibrated(judged.probabilities, temperature)
    assert shares.shape == judged.probabilities.shape
    assert shares.sum(axis=1) == pytest.approx(1)
    assert ((shares >= 0) & (shares <= 1)).all()
    rows = np.arange(len(judged))
    assert shares[rows, judged.answers] == pytest.approx(shares.max(axis=1)), "of equals any is the most probable"


@given(random_answers(most_classes=8), st.floats(0.3, 5))
def test_calibrated_is_the_power_of_the_shares(judged: Judged, temperature: float) -> None:
    wide = np.maximum(judged.probabilities.astype(np.longdouble), np.finfo(np.float32).tiny) ** (1 / temperature)
    expected = (wide / wide.sum(axis=1, keepdims=True)).astype(float)
    assert calibrated(judged.probabilities, temperature) == pytest.approx(expected, abs=1e-6)


@given(random_answers())
def test_a_temperature_of_one_changes_nothing(judged: Judged) -> None:
    assert calibrated(judged.probabilities, 1) == pytest.approx(judged.probabilities, abs=1e-5)


def test_one_picture_is_a_row_as_well() -> None:
    assert calibrated(np.array([0.8, 0.2], np.float32), 2) == pytest.approx([2 / 3, 1 / 3], abs=1e-6)


@pytest.mark.parametrize("temperature", [0.5, 1.0, 2.0, 4.0])
@pytest.mark.parametrize("classes", [2, 6, 50])
def test_the_temperature_by_which_shares_were_sharpened_is_found_again(temperature: float, classes: int) -> None:
    honest = promised(6000, classes, sharpness=2, seed=classes)
    sharpened = judged(honest.labels, calibrated(honest.probabilities, 1 / temperature))
    assert fit_temperature(sharpened) == pytest.approx(temperature, rel=0.08)


@given(random_answers())
def test_the_fit_never_raises_and_stays_in_its_range(judged: Judged) -> None:
    assert LOWEST_TEMPERATURE <= fit_temperature(judged) <= HIGHEST_TEMPERATURE


@given(st.integers(1, 200), st.floats(0.5, 1))
def test_a_few_right_answers_are_no_reason_for_an_extreme_temperature(count: int, share: float) -> None:
    right = fit_temperature(said(np.zeros(count), np.zeros(count), classes=3, share=share))
    assert 0.1 < right <= 1.001, "all were right, so they may be surer"


@given(st.floats(0.5, 1))
def test_one_wrong_answer_makes_less_sure_but_not_blind(share: float) -> None:
    wrong = said([1], [0], classes=3, share=share)
    temperature = fit_temperature(wrong)
    assert temperature >= 1
    assert calibrated(wrong.probabilities, temperature).max() > 0.4, "a third would be no answer"


def test_answers_without_numbers_count_for_nothing() -> None:
    honest = promised(50, 3, sharpness=2, seed=1)
    broken = np.full((5, 3), np.nan, np.float32)
    both = judged(np.append(honest.labels, np.zeros(5)), np.concatenate([honest.probabilities, broken]))
    assert fit_temperature(both) == pytest.approx(fit_temperature(honest))
    assert fit_temperature(judged(np.zeros(5), broken)) == pytest.approx(1, abs=1e-3)
    calibration = calibrate(judged(np.zeros(5), broken), None)
    assert (calibration.bins, calibration.kept) == ((), 0)
    assert math.isnan(calibration.error)
    assert math.isnan(calibration.kept_accuracy)


@given(random_answers())
def test_bins_are_what_lies_between_their_borders(judged: Judged) -> None:
    bins = reliability(judged.shares, judged.is_right)
    assert sum(each.count for each in bins) == len(judged)
    shares = judged.shares.astype(np.float64)
    for each in bins:
        inside = (shares > each.low) & (shares <= each.high)
        if each.high == 1:
            inside |= shares > 1  # rounded up
        assert each.count == inside.sum() > 0
        assert each.share == pytest.approx(shares[inside].mean(), abs=1e-6)
        assert each.accuracy == pytest.approx(judged.is_right[inside].mean(), abs=1e-6)
    by_hand = sum(each.count / len(judged) * abs(each.accuracy - each.share) for each in bins)
    assert expected_error(bins) == pytest.approx(by_hand, abs=1e-6)


def test_honest_shares_have_hardly_any_error_and_sharpened_ones_do() -> None:
    honest = promised(20000, 6, sharpness=2, seed=2)
    assert expected_error(reliability(honest.shares, honest.is_right)) < 0.01
    sharpened = judged(honest.labels, calibrated(honest.probabilities, 0.4))
    assert expected_error(reliability(sharpened.shares, sharpened.is_right)) > 0.1


def test_what_is_fitted_on_validation_mends_the_test() -> None:
    validation, test = (promised(3000, 6, sharpness=2, seed=seed) for seed in (3, 4))
    sure = [judged(each.labels, calibrated(each.probabilities, 0.4)) for each in (validation, test)]
    calibration = calibrate(*sure)
    assert (calibration.part, calibration.fitted_on) == ("test", 3000)
    assert calibration.temperature == pytest.approx(2.5, rel=0.1)
    assert calibration.error < 0.03 < 0.1 < calibration.error_before
    assert sum(each.count for each in calibration.bins) == sum(each.count for each in calibration.bins_before) == 3000


def test_the_threshold_leaves_answers_open_that_are_wrong_more_often() -> None:
    validation, test = (promised(3000, 6, sharpness=2, seed=seed) for seed in (5, 6))
    calibration = calibrate(validation, test)
    shares = calibrated(test.probabilities, calibration.temperature).max(axis=1)
    assert calibration.threshold == FAIRLY
    assert calibration.kept == pytest.approx((shares >= FAIRLY).mean())
    assert calibration.kept_accuracy == pytest.approx(test.is_right[shares >= FAIRLY].mean())
    assert calibration.kept_accuracy > test.is_right.mean() > test.is_right[shares < FAIRLY].mean()


def test_without_a_test_the_validation_pictures_are_measured() -> None:
    validation = promised(200, 3, sharpness=2, seed=7)
    calibration = calibrate(validation, None)
    assert calibration.part == "validation"
    assert sum(each.count for each in calibration.bins) == 200


@given(random_answers(), st.integers(0, 10))
def test_every_calibration_is_made_of_shares(judged: Judged, rows: int) -> None:
    test = Judged(*(each[:rows] for each in (judged.positions, judged.labels, judged.probabilities, judged.losses)))
    calibration = calibrate(judged, test if rows and len(test) else None)
    assert 0 <= calibration.error <= 1
    assert 0 <= calibration.error_before <= 1
    assert 0 <= calibration.kept <= 1
