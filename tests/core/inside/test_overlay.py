"""Heat over a photo: what is hidden, what stays, and what odd arrays do."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from core.inside.colours import inferno
from core.inside.overlay import DRAINED, STRONGEST_OPACITY, heat_over

RED = np.full((8, 8, 3), (200, 0, 0), np.uint8)


def test_size_is_that_asked_for() -> None:
    heat = np.zeros((3, 3), np.float32)
    assert heat_over(RED, heat, 100).shape == (100, 100, 3)
    assert heat_over(RED, heat, 3).shape == (3, 3, 3)
    assert heat_over(np.zeros((10, 20, 3), np.uint8), heat, 40).shape == (20, 40, 3)
    assert heat_over(np.zeros((1, 300, 3), np.uint8), heat, 50).shape == (1, 50, 3)


def test_where_nothing_is_hot_the_photo_is_half_drained() -> None:
    rgb = heat_over(RED, np.zeros((4, 4), np.float32), 8)
    grey = 0.299 * 200
    expected = [200 + DRAINED * (grey - 200), DRAINED * grey, DRAINED * grey]
    assert np.allclose(rgb, np.array(expected), atol=1)


def test_grey_photos_lose_nothing() -> None:
    grey = np.full((8, 8, 3), 77, np.uint8)
    assert (heat_over(grey, np.zeros((2, 2), np.float32), 8) == 77).all()


def test_full_heat_takes_the_last_colour_but_lets_the_photo_through() -> None:
    black = np.zeros((8, 8, 3), np.uint8)
    rgb = heat_over(black, np.ones((4, 4), np.float32), 8)
    assert np.allclose(rgb, STRONGEST_OPACITY * inferno()[255].astype(float), atol=1)
    white = heat_over(np.full((8, 8, 3), 255, np.uint8), np.ones((4, 4), np.float32), 8)
    assert (white.astype(int) - rgb > 90).all()


def test_heat_lies_where_it_belongs() -> None:
    heat = np.zeros((4, 6), np.float32)
    heat[0, 5] = 1.0
    rgb = heat_over(np.zeros((40, 60, 3), np.uint8), heat, 60)
    assert rgb[2, 57].sum() > 250
    assert rgb[37, 2].sum() == 0


def test_stretching_is_smooth() -> None:
    heat = np.array([[0.0, 1.0]], np.float32)
    row = heat_over(np.zeros((64, 64, 3), np.uint8), heat, 64)[32].astype(int).sum(axis=1)
    assert np.abs(np.diff(row)).max() < 40
    assert row[0] < row[-1]


def test_odd_values_end_within_the_colours() -> None:
    heat = np.array([[np.nan, np.inf], [-np.inf, 7.0]], np.float32)
    corners = heat_over(np.zeros((2, 2, 3), np.uint8), heat, 2)
    assert corners[0, 0].sum() == corners[1, 0].sum() == 0
    assert (corners[0, 1] == corners[1, 1]).all()


@given(arrays(np.float32, st.tuples(st.integers(1, 9), st.integers(1, 9)), elements=st.floats(0, 1, width=32)))
def test_never_leaves_the_range_between_photo_and_colours(heat: np.ndarray) -> None:
    rgb = heat_over(np.zeros((8, 8, 3), np.uint8), heat, 24)
    assert rgb.dtype == np.uint8
    assert (rgb <= np.ceil(STRONGEST_OPACITY * inferno().max(axis=0) + 1)).all()


def test_lent_arrays_stay_as_they_are() -> None:
    heat = np.eye(4, dtype=np.float32)
    pixels = RED.copy()
    for array in (heat, pixels):
        array.setflags(write=False)
    heat_over(pixels, heat, 20)
    assert (pixels == RED).all()


@pytest.mark.parametrize("shape", [(0, 3), (3, 0), (4,), (2, 2, 1)])
def test_heat_needs_rows_and_columns(shape: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="rows and columns"):
        heat_over(RED, np.zeros(shape, np.float32), 10)


def test_a_photo_needs_three_colours() -> None:
    with pytest.raises(ValueError, match="height x width x 3"):
        heat_over(np.zeros((4, 4), np.uint8), np.zeros((2, 2), np.float32), 10)
