"""A layer's output as a picture: every channel is in it, in its colours."""

import numpy as np
import pytest
from PIL import Image

from core.inside.colours import NOT_A_NUMBER, colourise, viridis
from core.inside.grid_picture import draw_grid

VALUES = np.random.default_rng(3).normal(size=(9, 7, 12)).astype(np.float32)


def holds(picture: Image.Image, part: np.ndarray) -> bool:
    """Whether these pixels stand somewhere in the picture."""
    pixels = np.asarray(picture)
    height, width = part.shape[:2]
    places = np.argwhere((pixels[: len(pixels) - height + 1, : pixels.shape[1] - width + 1] == part[0, 0]).all(axis=2))
    return any(np.array_equal(pixels[top : top + height, left : left + width], part) for top, left in places)


def enlarged(values: np.ndarray, low: float, high: float, cell_px: int) -> np.ndarray:
    return colourise(values, low, high, viridis()).repeat(cell_px, axis=0).repeat(cell_px, axis=1)


def test_every_channel_on_its_own_scale() -> None:
    picture = draw_grid(VALUES, cell_px=3)
    for channel in range(12):
        values = VALUES[:, :, channel]
        assert holds(picture, enlarged(values, float(values.min()), float(values.max()), 3))


def test_every_channel_on_a_common_scale() -> None:
    picture = draw_grid(VALUES, common_scale=True, cell_px=3)
    low, high = float(VALUES.min()), float(VALUES.max())
    for channel in range(12):
        assert holds(picture, enlarged(VALUES[:, :, channel], low, high, 3))


def test_it_stands_on_white_with_the_colour_bar() -> None:
    picture = draw_grid(VALUES)
    assert picture.mode == "RGB"
    pixels = np.asarray(picture)
    for edge in (pixels[0], pixels[-1], pixels[:, 0], pixels[:, -1]):
        assert (edge == 255).all()
    assert holds(picture, colourise(np.linspace(0, 1, 240)[None], 0, 1, viridis()))


@pytest.mark.parametrize(
    "shape",
    [(1,), (6,), (40,), (41,), (512,), (33_856,), (1, 1, 5), (5, 3), (2, 3, 4, 5), (), (100, 100, 32), (3, 1, 1)],
)
@pytest.mark.parametrize("common_scale", [False, True])
def test_any_shape_is_drawn(shape: tuple[int, ...], common_scale: bool) -> None:
    values = np.asarray(np.random.default_rng(1).normal(size=shape), np.float32)
    picture = draw_grid(values, common_scale)
    assert max(picture.size) < 2000


def test_a_field_shows_every_value_of_a_vector() -> None:
    values = np.arange(1000, dtype=np.float32)
    picture = np.asarray(draw_grid(values, cell_px=4))
    # The last cell is the brightest, and white follows it.
    brightest = np.argwhere((picture == viridis()[255]).all(axis=2))
    bottom, right = brightest.max(axis=0)
    assert (picture[bottom, right + 1] == 255).all()


def test_what_is_no_number_is_grey_and_the_rest_keeps_its_scale() -> None:
    values = VALUES[:, :, :1].copy()
    low, high = float(values[1:].min()), float(values[1:].max())
    values[0] = np.nan
    picture = draw_grid(values, cell_px=2)
    assert holds(picture, np.full((2, 14, 3), NOT_A_NUMBER, np.uint8))
    assert holds(picture, enlarged(values[1:, :, 0], low, high, 2))


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf, 1e30, 1e-30, 0])
def test_odd_numbers_are_no_error(value: float) -> None:
    for shape in ((4,), (50,), (4, 4, 2)):
        values = np.ones(shape, np.float32)
        values.flat[0] = value
        draw_grid(values)
        draw_grid(np.full(shape, value, np.float32))


def test_bars_begin_at_zero() -> None:
    pixels = np.asarray(draw_grid(np.array([2.0, -1.0, 0.0], np.float32)))
    colour = viridis()[110]
    rows, columns = np.nonzero((pixels == colour).all(axis=2))
    first, second = columns[rows < rows.min() + 13], columns[rows >= rows.min() + 13]
    assert len(first) == pytest.approx(2 * len(second), rel=0.05)
    assert second.max() <= first.min() + 1
