"""The smoothed mean of the batches, against the plain loop that defines it."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.widgets.training.curve_series import BatchSeries, usual_range
from gui.widgets.training.plot_content import PlotOptions

VALUES = st.lists(st.floats(-100, 100) | st.just(math.nan), max_size=60)
WEIGHTS = st.integers(1, 99).map(lambda hundredths: hundredths / 100)


def by_definition(values: list[float], weight: float) -> list[float]:
    last, count, means = 0.0, 0, []
    for value in values:
        if math.isnan(value):
            means.append(math.nan)
            continue
        last = weight * last + (1 - weight) * value
        count += 1
        means.append(last / (1 - weight**count))
    return means


@given(VALUES, WEIGHTS, st.integers(1, 20))
def test_the_mean_is_the_loops_however_the_values_arrive(values: list[float], weight: float, at_once: int) -> None:
    series = BatchSeries()
    for start in range(0, len(values), at_once):
        part = values[start : start + at_once]
        series.extend(np.arange(start, start + len(part)) + 1.0, part)
        series.smoothed(weight)
    np.testing.assert_allclose(series.smoothed(weight), by_definition(values, weight), rtol=1e-9, atol=1e-9)


@pytest.mark.parametrize("weight", [0.01, 0.6, 0.99])
def test_the_mean_of_a_long_run_is_the_loops(weight: float) -> None:
    values = np.random.default_rng(3).normal(size=20_000)
    series = BatchSeries()
    series.extend(np.arange(1.0, 20_001), values)
    np.testing.assert_allclose(series.smoothed(weight), by_definition(values.tolist(), weight), rtol=1e-8, atol=1e-12)


def test_another_weight_and_replaced_batches_are_computed_anew() -> None:
    series = BatchSeries()
    series.extend([1, 2, 3, 4], [1.0, 2.0, 3.0, 4.0])
    series.smoothed(0.5)
    np.testing.assert_allclose(series.smoothed(0.9), by_definition([1, 2, 3, 4], 0.9))
    for position, value in ((3.0, 7.0), (4.0, 8.0)):
        series.append(position, value)
    np.testing.assert_allclose(series.smoothed(0.9), by_definition([1, 2, 7, 8], 0.9))


def test_a_constant_stays_itself() -> None:
    series = BatchSeries()
    series.extend(np.arange(1.0, 1001), np.full(1000, 0.7))
    np.testing.assert_allclose(series.smoothed(0.99), 0.7)


@given(st.lists(st.floats(0, 1e6), min_size=1, max_size=300))
def test_usual_values_leave_out_a_hundredth_at_the_top(values: list[float]) -> None:
    usual = usual_range(np.array(values))
    assert usual is not None
    low, high = usual
    assert min(values) <= low <= high <= max(values)
    assert sum(value > high for value in values) <= math.ceil(len(values) / 100)


def test_nothing_has_no_usual_values() -> None:
    assert usual_range(np.array([math.nan])) is None
    assert usual_range(np.empty(0)) is None


@pytest.mark.parametrize("smoothing", [-0.1, 1.0, math.nan])
def test_smoothing_has_limits(smoothing: float) -> None:
    with pytest.raises(ValueError, match="smoothing"):
        PlotOptions(smoothing=smoothing)
