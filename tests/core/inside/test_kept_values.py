"""Values as 256 steps: never off by more than half a step, and exact where there is nothing to round."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from core.inside.kept_values import TOP, channels, restore_values, round_values

LARGEST = float(np.finfo(np.float32).max)
SMALLEST = float(np.finfo(np.float32).smallest_subnormal)
SHAPES = st.one_of(
    st.tuples(st.integers(1, 40)),
    st.tuples(st.integers(1, 5), st.integers(1, 5), st.integers(1, 4)),
    st.tuples(st.integers(1, 4), st.integers(1, 6)),
)


def numbers(low: float, high: float) -> st.SearchStrategy[np.ndarray]:
    values = st.floats(np.float32(low).item(), np.float32(high).item(), width=32, allow_nan=False)
    return SHAPES.flatmap(lambda shape: arrays.arrays(np.float32, shape, elements=values))


def half_a_step(values: np.ndarray, top: int = TOP) -> np.ndarray:
    """What a value may be off by, for each channel: half of its step, and what single precision rounds."""
    table = values.reshape(-1, channels(values.shape)).astype(np.float64)
    finite = np.isfinite(table)
    low = np.where(finite, table, np.inf).min(axis=0)
    high = np.where(finite, table, -np.inf).max(axis=0)
    low, high = (np.where(finite.any(axis=0), each, 0) for each in (low, high))
    largest = np.maximum(np.abs(low), np.abs(high))
    return (high - low) / top * 0.5001 + 4 * np.maximum(largest * np.finfo(np.float32).eps, SMALLEST)


@settings(deadline=None)
@given(st.one_of(numbers(-10, 10), numbers(-1e-38, 1e-38), numbers(-LARGEST, LARGEST), numbers(1e6, 1e6 + 2)))
def test_no_value_is_off_by_more_than_half_a_step(values: np.ndarray) -> None:
    restored = restore_values(round_values(values))
    assert restored.dtype == np.float32
    assert restored.shape == values.shape
    assert np.all(np.abs(restored.astype(np.float64) - values) <= half_a_step(values))
    assert restored.max() <= values.max()


@settings(deadline=None)
@given(
    SHAPES.flatmap(
        lambda shape: arrays.arrays(
            np.float32,
            shape,
            elements=st.one_of(st.floats(-5, 5, width=32), st.sampled_from([np.nan, np.inf, -np.inf])),
        )
    )
)
def test_what_is_no_number_comes_back_as_it_was(values: np.ndarray) -> None:
    rounded = round_values(values)
    restored = restore_values(rounded)
    odd = ~np.isfinite(values)
    assert np.array_equal(restored[odd], values[odd], equal_nan=True)
    off = np.abs(restored[~odd] - values[~odd])
    allowed = np.broadcast_to(half_a_step(values, rounded.top), values.shape)
    assert np.all(off <= allowed[~odd])


@pytest.mark.parametrize("value", [0.0, -0.1, 1e-45, 3.3e38, 255 / 256])
def test_a_constant_channel_is_exact(value: float) -> None:
    values = np.full((3, 4, 2), value, np.float32)
    values[..., 1] = np.linspace(0, 1, 12).reshape(3, 4)
    assert np.array_equal(restore_values(round_values(values))[..., 0], values[..., 0])


def test_the_zeros_of_relu_stay_zero() -> None:
    values = np.maximum(np.random.default_rng(1).normal(size=(9, 9, 4)), 0).astype(np.float32)
    assert np.array_equal(restore_values(round_values(values)) == 0, values < values.max(axis=(0, 1)) / TOP / 2)


@pytest.mark.parametrize("shape", [(0,), (0, 2, 2), ()])
def test_nothing_and_a_single_number_are_no_special_case(shape: tuple[int, ...]) -> None:
    values = np.full(shape, 1.5, np.float32)
    assert np.array_equal(restore_values(round_values(values)), values)
