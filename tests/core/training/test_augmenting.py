"""Varied training pictures: geometry against Pillow and plain numpy, and the same bytes whenever they are asked for."""

import itertools
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from core.training.augmentation import TURNS_DEGREES, Augmentation
from core.training.augmenting import Augmenter, _chance

pytestmark = pytest.mark.heavy

SIZE = 24
STILL = Augmentation("random", rotation_degrees=0, mirror=False, zoom=0, shift=0, brightness=0, contrast=0)


def smooth(size_px: int = SIZE) -> np.ndarray:
    """A picture without any symmetry, bright towards one side, whose neighbours differ little."""
    down, across = np.mgrid[:size_px, :size_px] / size_px
    channels = (40 + 180 * across, 60 + 90 * down + 60 * across**2, 200 - 150 * down * across)
    return np.stack(channels, axis=-1).round().astype(np.uint8)


def noise(count: int, size_px: int = SIZE) -> np.ndarray:
    return np.random.default_rng(5).integers(0, 256, (count, size_px, size_px, 3)).astype(np.uint8)


def turned(picture: np.ndarray, copy: int) -> np.ndarray:
    return vary(Augmentation("turns"), picture, copy=copy)


def vary(augmentation: Augmentation, picture: np.ndarray, epoch: int = 1, copy: int = 0) -> np.ndarray:
    augmenter = Augmenter(augmentation, seed=7)
    return augmenter.vary(picture[None], np.array([3]), epoch, np.array([copy]))[0]


def reflected(picture: np.ndarray, x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """The picture between its pixels, bilinear, going on beyond its border as its mirror image."""
    size = len(picture)
    wide = np.pad(picture.astype(float), ((size, size), (size, size), (0, 0)), "symmetric")
    x, y = x + size, y + size
    left, top = np.floor(x).astype(int), np.floor(y).astype(int)
    right_share, low_share = (x - left)[..., None], (y - top)[..., None]
    upper = wide[top, left] * (1 - right_share) + wide[top, left + 1] * right_share
    lower = wide[top + 1, left] * (1 - right_share) + wide[top + 1, left + 1] * right_share
    return upper * (1 - low_share) + lower * low_share


@pytest.mark.parametrize("size_px", [12, 23, 100])
def test_without_a_turn_the_bytes_are_the_photos(size_px: int) -> None:
    picture = noise(1, size_px)[0]
    assert np.array_equal(turned(picture, 8), picture)
    assert np.array_equal(turned(picture, 9), picture[:, ::-1])


@pytest.mark.parametrize("copy", range(16))
def test_a_turn_is_pillows_and_its_mirror_image_the_next(copy: int) -> None:
    photo = smooth(60)
    expected = np.array(Image.fromarray(photo).rotate(TURNS_DEGREES[copy // 2], Image.Resampling.BILINEAR))
    expected = expected[:, ::-1] if copy % 2 else expected
    middle = slice(12, 48)  # what no corner reaches
    difference = turned(photo, copy)[middle, middle].astype(int) - expected[middle, middle]
    assert abs(difference).max() <= 1


@pytest.mark.parametrize("copy", range(16))
def test_corners_go_on_as_the_mirror_image_of_what_is_beside_them(copy: int) -> None:
    photo = noise(1)[0]
    centre = (SIZE - 1) / 2
    y, x = np.mgrid[:SIZE, :SIZE] - centre
    angle = np.deg2rad(TURNS_DEGREES[copy // 2])
    source_x, source_y = x * np.cos(angle) - y * np.sin(angle), x * np.sin(angle) + y * np.cos(angle)
    expected = reflected(photo, centre + source_x, centre + source_y)
    expected = expected[:, ::-1] if copy % 2 else expected
    assert abs(turned(photo, copy) - expected).max() <= 0.51


def test_no_variation_has_black_corners() -> None:
    white = np.full((SIZE, SIZE, 3), 255, np.uint8)
    for copy in range(16):
        assert turned(white, copy).min() == 255
    far = Augmentation("random", rotation_degrees=180, zoom=0.9, shift=0.9, brightness=0, contrast=0)
    for epoch in range(1, 20):
        assert vary(far, white, epoch).min() == 255


def test_off_and_bounds_of_zero_leave_the_bytes() -> None:
    picture = noise(1)[0]
    assert np.array_equal(vary(Augmentation(), picture), picture)
    assert np.array_equal(vary(STILL, picture), picture)


def test_a_variation_follows_from_seed_epoch_and_position_alone() -> None:
    pictures, positions = noise(6), np.array([5, 900, 0, 59_999, 7, 8])
    still = np.zeros(6, np.int64)

    def made(seed: int, epoch: int) -> np.ndarray:
        return Augmenter(Augmentation("random"), seed).vary(pictures, positions, epoch, still)

    first = made(7, 1)
    assert np.array_equal(made(7, 1), first)
    assert not np.array_equal(made(7, 2), first)
    assert not np.array_equal(made(8, 1), first)
    augmenter, order = Augmenter(Augmentation("random"), 7), np.array([4, 0, 5, 1])
    augmenter.vary(pictures, positions, 3, still)
    assert np.array_equal(augmenter.vary(pictures[order], positions[order], 1, still[:4]), first[order])
    same = augmenter.vary(np.repeat(pictures[:1], 2, axis=0), np.array([0, 1]), 1, still[:2])
    assert not np.array_equal(same[0], same[1]), "another position, another variation"


def test_turns_hang_on_nothing_but_the_copy() -> None:
    picture = noise(1)[0]
    made = [turned(picture, copy) for copy in range(16)]
    assert len({each.tobytes() for each in made}) == 16
    batch = Augmenter(Augmentation("turns"), 1).vary(
        np.repeat(picture[None], 16, axis=0), np.arange(16), 9, np.arange(16)
    )
    assert np.array_equal(batch, made)


def spread(augmentation: Augmentation, measure: object, count: int = 400) -> np.ndarray:
    """What `measure` finds in many variations of one smooth picture."""
    pictures = np.repeat(smooth()[None], count, axis=0)
    varied = Augmenter(augmentation, 7).vary(pictures, np.arange(count), 1, np.zeros(count, np.int64))
    return np.array([measure(each.astype(float)) for each in varied])  # type: ignore[operator]


def bounded(**bounds: float | bool) -> Augmentation:
    """One bound alone, all others zero."""
    return replace(STILL, **bounds)  # type: ignore[arg-type]


def test_mirror_is_for_half_of_the_pictures() -> None:
    mirrored = spread(bounded(mirror=True), lambda picture: picture[:, 0].mean() > picture[:, -1].mean())
    assert 0.4 < mirrored.mean() < 0.6


def test_brightness_moves_the_mean_within_its_bound() -> None:
    moved = spread(bounded(brightness=0.1), np.mean) - smooth().mean()
    assert -25.6 < moved.min() < -20 < 20 < moved.max() < 25.6
    assert abs(moved.mean()) < 2


def test_contrast_moves_the_spread_and_not_the_mean() -> None:
    ratios = spread(bounded(contrast=0.2), lambda picture: picture[..., 0].std()) / smooth()[..., 0].std()
    assert 0.79 < ratios.min() < 0.83 < 1.17 < ratios.max() < 1.21
    assert abs(spread(bounded(contrast=0.2), np.mean) - smooth().mean()).max() < 1


@pytest.mark.parametrize(("setting", "bound"), [("shift", 0.25), ("zoom", 0.3)])
def test_shift_and_zoom_move_pixels_within_their_bound(setting: str, bound: float) -> None:
    """A ramp tells where each of its pixels came from."""
    ramp = np.repeat(np.arange(0, 240, 10, dtype=np.uint8)[None, :, None], SIZE, axis=0).repeat(3, axis=2)
    found = []
    for epoch in range(1, 120):
        row = vary(bounded(**{setting: bound}), ramp, epoch)[SIZE // 2, :, 0] / 10
        middle = row[6:18]
        found.append(11.5 - middle.mean() if setting == "shift" else 1 / np.diff(middle).mean() - 1)
    most = bound * SIZE if setting == "shift" else bound
    assert -1.03 * most < min(found) < -0.85 * most
    assert 0.85 * most < max(found) < 1.03 * most


def test_the_draws_of_chance_are_even_and_independent() -> None:
    drawn = np.concatenate([_chance(7, epoch, np.arange(20_000)) for epoch in (1, 2)])
    assert drawn.shape == (14, 20_000)
    assert drawn.min() >= 0
    assert drawn.max() < 1
    for row in drawn:
        shares = np.histogram(row, bins=10, range=(0, 1))[0] / len(row)
        assert abs(shares - 0.1).max() < 0.012
    for one, other in itertools.combinations(drawn, 2):
        assert abs(np.corrcoef(one, other)[0, 1]) < 0.03
