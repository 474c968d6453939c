"""Heat of the network's square, where it belongs on the photo."""

import numpy as np
import pytest

from core.inside.framed_heat import heat_in_photo

HEAT = np.zeros((4, 4), np.float32)
HEAT[0, 0] = 1.0


def test_a_stretched_photo_has_the_heat_all_over() -> None:
    assert heat_in_photo(HEAT, "stretch", 30, 90) is HEAT


@pytest.mark.parametrize(("height", "width"), [(40, 80), (80, 40), (3, 100), (1, 1)])
def test_what_a_crop_left_out_has_no_heat(height: int, width: int) -> None:
    found = heat_in_photo(np.ones((3, 3), np.float32), "crop", height, width)
    rows, columns = found.shape
    assert rows / columns == pytest.approx(height / width, rel=0.05)
    assert found[rows // 2, columns // 2] == 1
    assert found.sum() == pytest.approx(min(rows, columns) ** 2)


def test_a_padded_photo_shows_only_the_heat_that_lay_on_it() -> None:
    heat = np.zeros((4, 4), np.float32)
    heat[0] = 1.0  # in the black above a wide photo
    found = heat_in_photo(heat, "pad", 50, 100)
    assert found.shape == (48, 96)
    assert found[10:].max() < 0.1
    tall = heat_in_photo(heat, "pad", 100, 50)
    assert tall.shape == (96, 48)
    assert tall[:8].min() > 0.9


def test_a_photo_without_pixels_is_refused() -> None:
    with pytest.raises(ValueError, match="a photo has pixels"):
        heat_in_photo(HEAT, "crop", 0, 10)
