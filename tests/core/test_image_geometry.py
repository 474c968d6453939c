"""Stretched, cropped to the middle, or padded with black: whatever the picture's shape and however it is stored."""

from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray
from PIL import Image

from core.framing import RESIZE_MODES, ResizeMode
from core.image_geometry import square, turned
from core.images import picture_from_pixels, read_picture, read_square

Pixels = NDArray[np.uint8]

sides = st.integers(1, 60)
modes = st.sampled_from(RESIZE_MODES)
orientations = st.integers(1, 8)

# The orientation that brings a picture stored as the key shows it back to where it was.
BACK = {1: 1, 2: 2, 3: 3, 4: 4, 5: 5, 6: 8, 7: 7, 8: 6}


def picture(width: int, height: int) -> Pixels:
    return np.random.default_rng(width * 1000 + height).integers(1, 256, (height, width, 3), np.uint8)


def stored(pixels: Pixels, orientation: int = 1, kind: str = "PNG", **options: object) -> bytes:
    """A file that shows these pixels when it is turned as its EXIF says."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    file = BytesIO()
    Image.fromarray(turned(pixels, BACK[orientation])).save(file, kind, exif=exif, **options)
    return file.getvalue()


def middle(pixels: Pixels) -> Pixels:
    height, width = pixels.shape[:2]
    side = min(width, height)
    left, top = (width - side) // 2, (height - side) // 2
    return pixels[top : top + side, left : left + side]


@given(sides, sides, st.integers(1, 70), modes, orientations)
def test_any_shape_becomes_the_square_however_it_is_stored(
    width: int, height: int, size_px: int, mode: ResizeMode, orientation: int
) -> None:
    pixels = picture(width, height)
    made = read_square(stored(pixels, orientation), size_px, mode)
    assert made.shape == (size_px, size_px, 3)
    assert made.dtype == np.uint8
    assert made.flags.c_contiguous
    expected = picture_from_pixels(pixels, size_px, mode)
    # Which axis is resampled first, and where blocks of pixels begin, may make a difference in noise like this.
    shrinks = max(width, height) >= 4 * min(size_px, width, height)
    assert np.abs(made.astype(int) - expected).mean() <= (20 if shrinks else 1)


@given(sides, sides, orientations)
def test_an_odd_pixel_is_left_over_at_the_same_side_however_it_is_stored(
    width: int, height: int, orientation: int
) -> None:
    pixels = picture(width, height)
    cropped = read_square(stored(pixels, orientation), min(width, height), "crop")
    assert np.array_equal(cropped, middle(pixels))
    padded = read_square(stored(pixels, orientation), max(width, height), "pad")
    left, top = (max(0, height - width)) // 2, (max(0, width - height)) // 2
    assert np.array_equal(padded[top : top + height, left : left + width], pixels)


@given(arrays(np.uint8, st.tuples(sides, sides, st.just(3))), st.integers(1, 70))
def test_crop_is_the_middle_square_stretched(pixels: Pixels, size_px: int) -> None:
    assert np.array_equal(read_square(stored(pixels), size_px, "crop"), picture_from_pixels(middle(pixels), size_px))


@given(sides, sides, st.integers(1, 70))
def test_pad_is_the_whole_picture_with_black_beside_it(width: int, height: int, size_px: int) -> None:
    white = np.full((height, width, 3), 255, np.uint8)
    padded = read_square(stored(white), size_px, "pad")
    longer = max(width, height)
    across = max(1, round(width * size_px / longer))
    down = max(1, round(height * size_px / longer))
    left, top = (size_px - across) // 2, (size_px - down) // 2
    expected = np.zeros((size_px, size_px, 3), np.uint8)
    expected[top : top + down, left : left + across] = 255
    assert np.array_equal(padded, expected)


@given(sides, st.integers(1, 70))
def test_a_square_picture_is_the_same_in_every_way(side: int, size_px: int) -> None:
    content = stored(picture(side, side))
    stretched = read_square(content, size_px, "stretch")
    assert np.array_equal(read_square(content, size_px, "crop"), stretched)
    assert np.array_equal(read_square(content, size_px, "pad"), stretched)


@pytest.mark.parametrize("mode", RESIZE_MODES)
def test_same_bytes_by_path_and_content(mode: ResizeMode, tmp_path: Path) -> None:
    content = stored(picture(640, 480), kind="JPEG")
    path = tmp_path / "写真 %20 '🐶'.jpg"
    path.write_bytes(content)
    assert np.array_equal(read_square(path, 100, mode), read_square(content, 100, mode))


def soft(width: int, height: int) -> Pixels:
    return np.array(Image.fromarray(picture(12, 9)).resize((width, height), Image.Resampling.BICUBIC))


@pytest.mark.parametrize("mode", RESIZE_MODES)
@pytest.mark.parametrize("size", [(1203, 805), (805, 1203), (1600, 90), (401, 400)])
def test_a_reduced_jpeg_stays_close_to_the_full_picture(mode: ResizeMode, size: tuple[int, int]) -> None:
    content = stored(soft(*size), kind="JPEG", quality=95)
    exact = picture_from_pixels(read_picture(content), 50, mode)
    assert np.abs(read_square(content, 50, mode).astype(int) - exact).mean() < 1


@pytest.mark.parametrize("mode", RESIZE_MODES)
@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_reduced_jpeg_is_placed_upright(mode: ResizeMode, orientation: int) -> None:
    upright = soft(803, 600)
    content = stored(upright, orientation, "JPEG", quality=95)
    assert np.abs(read_square(content, 50, mode).astype(int) - picture_from_pixels(upright, 50, mode)).mean() < 2


@pytest.mark.parametrize("mode", RESIZE_MODES)
@pytest.mark.parametrize("size", [(1, 20_000), (20_000, 1), (3, 20_000)])
@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_the_longest_pictures(mode: ResizeMode, size: tuple[int, int], kind: str) -> None:
    white = np.full((size[1], size[0], 3), 255, np.uint8)
    made = read_square(stored(white, kind=kind), 20, mode)
    assert made.any(axis=2).sum() == (20 if mode == "pad" else 400)


@settings(max_examples=300)
@given(st.integers(1, 100_000), st.integers(1, 100_000), st.integers(1, 1000), modes)
def test_what_is_shown_lies_within_the_picture_and_the_page(
    width: int, height: int, size_px: int, mode: ResizeMode
) -> None:
    placement = square(size_px, mode)(width, height)
    left, top, right, bottom = placement.box
    assert 0 <= left < right <= width
    assert 0 <= top < bottom <= height
    assert all(1 <= shown <= page for shown, page in zip(placement.shown, placement.page, strict=True))
    assert placement.page == (size_px, size_px)
    for orientation in range(1, 9):
        box = placement.stored_box((width, height), orientation)
        assert (box[2] - box[0], box[3] - box[1]) == placement.box_size
        assert 0 <= box[0] < box[2] <= width


@pytest.mark.parametrize("mode", ["L", "P", "RGBA", "LA", "CMYK", "I;16"])
@pytest.mark.parametrize("way", ["crop", "pad"])
def test_every_colour_mode_is_placed_as_its_rgb_would_be(mode: str, way: ResizeMode) -> None:
    large = Image.fromarray(soft(231, 170))
    deep = Image.fromarray(np.array(large.convert("L")).astype(np.uint16) * 257)
    file = BytesIO()
    (deep if mode == "I;16" else large.convert(mode)).save(file, "TIFF" if mode == "CMYK" else "PNG")
    content = file.getvalue()
    assert np.array_equal(read_square(content, 40, way), picture_from_pixels(read_picture(content), 40, way))


def test_the_greys_of_a_float_picture_do_not_depend_on_the_way() -> None:
    values = np.tile(np.array([[-900.0, 0.0, 100.0, 900.0]], np.float32), (2, 1))
    file = BytesIO()
    Image.fromarray(values).save(file, "TIFF")
    assert read_square(file.getvalue(), 2, "crop")[0, :, 0].tolist() == [128, 142]


def test_a_transparent_picture_is_padded_with_black_beside_white() -> None:
    file = BytesIO()
    Image.new("RGBA", (4, 2), (200, 10, 10, 0)).save(file, "PNG")
    assert read_square(file.getvalue(), 4, "pad")[:, 0, 0].tolist() == [0, 255, 255, 0]
