"""Covering a photo place by place finds what an answer hangs on."""

import numpy as np
import pytest

from core.answers import Photo
from core.inside import occlusion
from core.inside.occlusion import Occlusion, scaled

PHOTO = Photo("photo.png")
SIZE = 30
# Where the only thing is that the made-up network looks at.
ROW, COLUMN = 20, 7


def photo() -> np.ndarray:
    pixels = np.full((SIZE, SIZE, 3), 50, np.uint8)
    pixels[ROW - 1 : ROW + 2, COLUMN - 1 : COLUMN + 2] = 250
    return pixels


def network(pictures: np.ndarray) -> np.ndarray:
    """Sure of class 1 as far as the spot is bright."""
    share = (pictures[:, ROW, COLUMN, 0].astype(np.float32) - 50) / 200
    return np.stack([1 - share, share], axis=1)


def whole(class_index: int = 1) -> Occlusion:
    found = Occlusion(network, PHOTO, photo(), class_index)
    while found.heat_map.done < found.heat_map.total:
        found.go_on()
    return found


def test_it_finds_the_one_place_that_matters() -> None:
    heat_map = whole().heat_map
    assert heat_map.heat.shape == (SIZE, SIZE)
    assert np.unravel_index(heat_map.heat.argmax(), heat_map.heat.shape) == pytest.approx((ROW, COLUMN), abs=2)
    assert heat_map.heat[ROW, COLUMN] == 1
    assert heat_map.heat[:10].max() == 0
    assert heat_map.heat[:, 20:].max() == 0
    assert heat_map.drop == pytest.approx(1, abs=0.05)
    assert (heat_map.photo, heat_map.class_index, heat_map.method) == (PHOTO, 1, "occlusion")


def test_what_speaks_against_a_class_has_no_heat() -> None:
    """Covering the spot makes class 0 more probable."""
    heat_map = whole(0).heat_map
    assert not heat_map.heat.any()
    assert heat_map.drop == 0


def test_heat_is_the_mean_fall_of_the_squares_over_a_place() -> None:
    """Written out for a network that looks at one pixel: a square either covers it or does not."""
    heat_map = whole().heat_map
    square, starts = 6, [*range(0, 24, 2), 24]
    total, squares = np.zeros((SIZE, SIZE)), np.zeros((SIZE, SIZE))
    for top in starts:
        for left in starts:
            under = slice(top, top + square), slice(left, left + square)
            squares[under] += 1
            total[under] += top <= ROW < top + square and left <= COLUMN < left + square
    assert heat_map.total == len(starts) ** 2
    assert heat_map.heat == pytest.approx(total / squares, abs=1e-6)


def test_it_comes_in_parts() -> None:
    found = Occlusion(network, PHOTO, photo(), 1)
    assert (found.heat_map.done, found.heat_map.heat.any()) == (0, False)
    done = []
    while found.heat_map.done < found.heat_map.total:
        assert found.go_on() is found.heat_map
        done.append(found.heat_map.done)
    assert done == [*range(32, 169, 32), 169]
    last = found.heat_map
    assert np.array_equal(found.go_on().heat, last.heat)


def test_a_slow_network_answers_in_smaller_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(occlusion, "SECONDS_PER_PART", 1e-9)
    found = Occlusion(network, PHOTO, photo(), 1)
    assert found.go_on().done == occlusion.BATCH_SIZE


def test_covered_pictures_are_grey_where_they_are_covered() -> None:
    seen: list[np.ndarray] = []

    def watching(pictures: np.ndarray) -> np.ndarray:
        seen.append(pictures.copy())
        return network(pictures)

    pixels = photo()
    Occlusion(watching, PHOTO, pixels, 1).go_on()
    first = seen[1][0]
    assert (first[:6, :6] == pixels.mean(axis=(0, 1)).round()).all()
    assert np.array_equal(first[6:], pixels[6:])
    assert np.array_equal(first[:6, 6:], pixels[:6, 6:])
    assert np.array_equal(pixels, photo())


@pytest.mark.parametrize("size", [1, 2, 4, 12, 100])
def test_every_place_is_covered_at_any_size(size: int) -> None:
    def dark(pictures: np.ndarray) -> np.ndarray:
        """Every pixel counts, and grey is darker than what is there."""
        return pictures.mean(axis=(1, 2, 3))[:, None] / 255

    pixels = np.zeros((size, size, 3), np.uint8)
    pixels[::2] = 255
    found = Occlusion(dark, PHOTO, pixels, 0)
    while found.heat_map.done < found.heat_map.total:
        found.go_on()
    assert found.heat_map.heat.shape == (size, size)


def test_scaling_copes_with_what_is_no_number() -> None:
    assert scaled(np.array([[np.nan, -1.0], [2.0, 1.0]])).tolist() == [[0, 0], [1, 0.5]]
    assert not scaled(np.zeros((2, 2))).any()
    assert scaled(np.array([[np.inf, 1.0]])).tolist() == [[1, 0]]
