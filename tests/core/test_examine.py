"""What is known of a picture beside its pixels: from one decoding, whatever the format, size and orientation."""

import hashlib
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageOps

from core.errors import PictureError
from core.framing import RESIZE_MODES, ResizeMode
from core.images import examine, read_square

KINDS = ["JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF", "AVIF", "ICO", "JPEG2000"]


def soft(width: int, height: int, seed: int = 1) -> Image.Image:
    """Coloured clouds."""
    pixels = np.random.default_rng(seed).integers(0, 256, (6, 8, 3), np.uint8)
    return Image.fromarray(pixels).resize((width, height), Image.Resampling.BICUBIC)


def noisy(picture: Image.Image, sigma: float, coloured: bool) -> Image.Image:
    rng = np.random.default_rng(3)
    noise = rng.normal(0, sigma, (picture.height, picture.width, 3 if coloured else 1))
    return Image.fromarray(np.clip(np.asarray(picture.convert("RGB")) + noise, 0, 255).astype(np.uint8))


def encoded(picture: Image.Image, kind: str = "JPEG", **options: object) -> bytes:
    file = BytesIO()
    picture.save(file, kind, **options)
    return file.getvalue()


def bits_apart(first: int, second: int) -> int:
    return (first ^ second).bit_count()


# --- the file -------------------------------------------------------------------------------------------------------


@given(
    st.sampled_from(["JPEG", "PNG", "GIF", "WEBP"]),
    st.integers(1, 300),
    st.integers(1, 300),
    st.integers(1, 120),
    st.sampled_from(RESIZE_MODES),
)
def test_the_pixels_and_the_size_of_any_picture(
    kind: str, width: int, height: int, size_px: int, mode: ResizeMode
) -> None:
    content = encoded(soft(width, height), kind)
    seen = examine(content, size_px, mode)
    assert np.array_equal(seen.pixels, read_square(content, size_px, mode))
    assert seen.pixels.flags.c_contiguous
    assert (seen.width, seen.height, seen.format) == (width, height, kind)
    assert 0 <= seen.hash < 2**64


@pytest.mark.parametrize("kind", KINDS)
def test_the_format_is_what_the_file_holds(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "photo.txt"
    path.write_bytes(encoded(soft(64, 64), kind))
    seen = examine(path, 20)
    assert (seen.format, seen.width, seen.height) == (kind, 64, 64)


def test_several_photos_in_one_jpeg_are_a_jpeg() -> None:
    content = encoded(soft(64, 48), "MPO", save_all=True, append_images=[soft(64, 48, 2)])
    assert examine(content, 20).format == "JPEG"


@pytest.mark.parametrize("orientation", range(1, 9))
def test_the_size_is_the_upright_pictures(orientation: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    seen = examine(encoded(soft(300, 200), exif=exif), 50)
    assert (seen.width, seen.height) == ((300, 200) if orientation < 5 else (200, 300))


@given(st.binary(max_size=200))
def test_the_digest_is_of_the_bytes(tail: bytes) -> None:
    content = encoded(soft(8, 8), "PNG") + tail
    expected = hashlib.blake2b(content, digest_size=8).digest()
    assert examine(content, 8).digest == int.from_bytes(expected, "big")


def test_a_file_that_is_no_picture() -> None:
    with pytest.raises(PictureError, match="plain text"):
        examine(b"shopping list", 20)
    with pytest.raises(ValueError, match="size_px"):
        examine(encoded(soft(8, 8)), 0)


def test_threads_see_what_one_thread_sees() -> None:
    contents = [encoded(soft(200 + 7 * i, 150, i), ("JPEG", "PNG", "GIF")[i % 3]) for i in range(24)]

    def facts(content: bytes) -> tuple[object, ...]:
        seen = examine(content, 64, "crop")
        return seen.pixels.tobytes(), seen.digest, seen.hash, seen.is_grey, seen.is_flat

    alone = [facts(content) for content in contents]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(facts, contents * 3)) == alone * 3


# --- the perceptual hash --------------------------------------------------------------------------------------------


def altered(picture: Image.Image) -> dict[str, bytes]:
    exif = Image.Exif()
    exif[0x0112] = 6
    return {
        "saved again": encoded(picture, quality=40),
        "another format": encoded(picture, "PNG"),
        "half the size": encoded(picture.resize((picture.width // 2, picture.height // 2))),
        "grey": encoded(picture.convert("L")),
        "a palette": encoded(picture.convert("P", palette=Image.Palette.ADAPTIVE), "GIF"),
        "stored on its side": encoded(picture.transpose(Image.Transpose.ROTATE_90), exif=exif),
        "darker": encoded(picture.point(lambda value: int(value * 0.9))),
    }


@pytest.mark.parametrize("seed", range(4))
def test_copies_share_nearly_all_bits_and_others_do_not(seed: int) -> None:
    picture = soft(640, 480, seed)
    original = examine(encoded(picture), 100).hash
    for name, content in altered(picture).items():
        assert bits_apart(original, examine(content, 100).hash) <= 5, name
    assert bits_apart(original, examine(encoded(soft(640, 480, seed + 100)), 100).hash) > 12
    assert bits_apart(original, examine(encoded(ImageOps.mirror(picture)), 100).hash) > 12


@pytest.mark.parametrize("size_px", [8, 32, 100, 300])
def test_the_hash_hardly_depends_on_how_the_picture_is_made_square(size_px: int) -> None:
    content = encoded(soft(640, 400))
    hashes = [examine(content, size_px, mode).hash for mode in RESIZE_MODES] + [examine(content, 64).hash]
    assert max(bits_apart(first, second) for first in hashes for second in hashes) <= 4


# --- colour ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("mode", RESIZE_MODES)
@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_in_colour_is_not_grey(kind: str, mode: ResizeMode) -> None:
    assert not examine(encoded(soft(200, 160), kind), 40, mode).is_grey


@pytest.mark.parametrize(
    ("kind", "options"),
    [("JPEG", {"quality": 30}), ("WEBP", {"quality": 40}), ("AVIF", {"quality": 40}), ("PNG", {}), ("GIF", {})],
)
@pytest.mark.parametrize("mode", ["L", "RGB"])
def test_a_grey_picture_is_grey_in_every_format(kind: str, options: dict[str, object], mode: str) -> None:
    grey = soft(400, 300).convert("L").convert(mode)
    assert examine(encoded(grey, kind, **options), 100).is_grey


def test_colour_noise_of_a_grey_scan_is_no_colour() -> None:
    assert examine(encoded(noisy(soft(800, 600).convert("L"), 4, coloured=True)), 100).is_grey


@pytest.mark.parametrize("tint", [(1, 0.95, 0.82), (1, 0.97, 0.9)])
def test_sepia_is_a_colour(tint: tuple[float, float, float]) -> None:
    grey = np.asarray(soft(400, 300).convert("L"), np.float64)
    sepia = Image.fromarray((grey[:, :, None] * tint).astype(np.uint8))
    assert not examine(encoded(sepia), 100).is_grey


def test_one_coloured_thing_in_a_grey_picture_is_a_colour() -> None:
    picture = soft(400, 300).convert("L").convert("RGB")
    ImageDraw.Draw(picture).rectangle((200, 100, 230, 130), fill=(200, 40, 40))
    assert not examine(encoded(picture), 100).is_grey


def test_colour_beside_the_cropped_part_counts() -> None:
    picture = Image.new("RGB", (300, 100), (90, 90, 90))
    ImageDraw.Draw(picture).rectangle((0, 0, 60, 99), fill=(200, 40, 40))
    seen = examine(encoded(picture), 50, "crop")
    assert not seen.is_grey
    assert not seen.is_flat


# --- content --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("mode", RESIZE_MODES)
@pytest.mark.parametrize("size", [(1, 1), (5, 3), (640, 400), (3000, 2)])
@pytest.mark.parametrize("colour", [(0, 0, 0), (255, 255, 255), (120, 30, 200)])
def test_one_colour_is_flat(colour: tuple[int, int, int], size: tuple[int, int], mode: ResizeMode) -> None:
    for kind in ("JPEG", "PNG"):
        assert examine(encoded(Image.new("RGB", size, colour), kind), 100, mode).is_flat


def test_the_noise_of_a_covered_lens_is_flat() -> None:
    dark = noisy(Image.new("RGB", (800, 600), (14, 14, 14)), 5, coloured=True)
    assert examine(encoded(dark), 100).is_flat


def test_a_transparent_page_is_flat_and_what_is_drawn_on_it_is_not() -> None:
    page = Image.new("RGBA", (80, 60), (10, 20, 30, 0))
    assert examine(encoded(page, "PNG"), 40).is_flat
    ImageDraw.Draw(page).rectangle((30, 20, 50, 40), fill=(255, 255, 255, 255))
    assert not examine(encoded(page, "PNG"), 40).is_flat


def test_a_drawing_of_thin_lines_is_not_flat() -> None:
    page = Image.new("L", (1000, 1000), 255)
    ImageDraw.Draw(page).line((100, 200, 900, 700), fill=0, width=3)
    assert not examine(encoded(page, "PNG"), 100).is_flat


def test_a_pattern_that_averages_to_one_grey_is_not_flat() -> None:
    checkers: NDArray[np.uint8] = (np.indices((600, 600)).sum(axis=0) % 2 * 255).astype(np.uint8)
    assert not examine(encoded(Image.fromarray(checkers), "PNG"), 100).is_flat


def test_a_soft_picture_is_not_flat() -> None:
    assert not examine(encoded(soft(300, 200)), 100).is_flat
