"""The decoder on pictures drawn here: exact pixels where a format keeps them, and an error in words everywhere else."""

import os
import struct
import subprocess
import sys
import threading
import warnings
import zlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray
from PIL import Image

from core import image_colours, images
from core.errors import PictureError
from core.image_colours import to_rgb
from core.image_formats import FORMATS
from core.image_sources import MAX_FILE_BYTES, Source
from core.images import picture_from_pixels, read_picture, read_square
from tests.core.peak_memory import PEAK, on_linux

Pixels = NDArray[np.uint8]

# Bit depth 8 and 16 of PNG's colour types.
GREY, RGB = 0, 2


def drawing(height: int = 24, width: int = 36) -> Pixels:
    """Ramps and a patch of noise, with no symmetry, so that no two orientations look alike."""
    y, x = np.mgrid[:height, :width]
    pixels = np.stack([y * 255 // height, x * 255 // width, (3 * x * y) % 256], axis=2).astype(np.uint8)
    pixels[2:9, 3:15] = np.random.default_rng(7).integers(0, 256, (7, 12, 3))
    return pixels


def encoded(picture: Image.Image | Pixels, kind: str, **options: object) -> bytes:
    image = picture if isinstance(picture, Image.Image) else Image.fromarray(picture)
    file = BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def png_of(ihdr: tuple[int, int, int, int], rows: bytes, *extra: tuple[bytes, bytes]) -> bytes:
    """A PNG by hand: (width, height, bit depth, colour type), filtered rows, further chunks before the pixels."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", *ihdr, 0, 0, 0))
    middle = b"".join(chunk(name, body) for name, body in extra)
    return b"\x89PNG\r\n\x1a\n" + head + middle + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def tiff_of(width: int, height: int, bits: int, photometric: int, data: bytes, sample_format: int = 1) -> bytes:
    """A one-strip grey TIFF by hand, little-endian, for the depths that Pillow does not write."""
    tags = [(256, width), (257, height), (258, bits), (259, 1), (262, photometric), (273, 8), (277, 1), (278, height)]
    tags += [(279, len(data)), (339, sample_format)]
    entries = b"".join(struct.pack("<HHII", tag, 4, 1, value) for tag, value in tags)
    return b"II*\x00" + struct.pack("<I", 8 + len(data)) + data + struct.pack("<H", len(tags)) + entries + bytes(4)


def reason(source: Source) -> str:
    with pytest.raises(PictureError) as caught:
        read_picture(source)
    return str(caught.value)


# --- what comes out ---------------------------------------------------------------------------------------------


@given(arrays(np.uint8, st.tuples(st.integers(1, 20), st.integers(1, 20), st.just(3))))
def test_any_picture_saved_without_loss_is_read_back_exactly(pixels: Pixels) -> None:
    for kind, options in (("PNG", {}), ("BMP", {}), ("TIFF", {}), ("PPM", {}), ("WEBP", {"lossless": True})):
        read = read_picture(encoded(pixels, kind, **options))
        assert read.dtype == np.uint8
        assert read.flags.c_contiguous
        assert read.flags.writeable
        assert np.array_equal(read, pixels), kind


@pytest.mark.parametrize("kind", ["PNG", "BMP", "DIB", "TIFF", "PPM", "TGA", "QOI", "PCX", "SGI", "DDS", "JPEG2000"])
def test_kinds_that_lose_nothing(kind: str) -> None:
    assert np.array_equal(read_picture(encoded(drawing(), kind)), drawing())


def test_an_icon_gives_its_largest_picture() -> None:
    pixels = drawing(48, 48)
    assert np.array_equal(read_picture(encoded(pixels, "ICO", sizes=[(16, 16), (48, 48)])), pixels)
    assert read_square(encoded(pixels, "ICO", sizes=[(16, 16), (48, 48)]), 20, "crop").shape == (20, 20, 3)


@pytest.mark.parametrize("kind", ["JPEG", "WEBP", "AVIF", "GIF"])
def test_kinds_that_lose_a_little(kind: str) -> None:
    smooth = np.array(Image.fromarray(drawing()).resize((90, 60)))
    read = read_picture(encoded(smooth, kind))
    assert np.abs(read.astype(int) - smooth).mean() < 12


def upright(stored: Pixels, orientation: int) -> Pixels:
    """The EXIF standard's table, written in numpy."""
    turns: dict[int, Callable[[Pixels], Pixels]] = {
        1: lambda a: a,
        2: lambda a: a[:, ::-1],
        3: lambda a: a[::-1, ::-1],
        4: lambda a: a[::-1],
        5: lambda a: a.transpose(1, 0, 2),
        6: lambda a: np.rot90(a, -1),
        7: lambda a: a[::-1, ::-1].transpose(1, 0, 2),
        8: lambda a: np.rot90(a),
    }
    return turns[orientation](stored)


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["PNG", "WEBP", "JPEG", "TIFF"])
def test_every_orientation_comes_upright(kind: str, orientation: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    content = encoded(drawing(), kind, exif=exif, **({"lossless": True} if kind == "WEBP" else {}))
    stored = np.array(Image.open(BytesIO(encoded(drawing(), "JPEG")))) if kind == "JPEG" else drawing()
    assert np.array_equal(read_picture(content), upright(stored, orientation))


@given(st.integers(1, 8), arrays(np.uint8, (3, 5, 3)))
def test_orientation_of_any_picture(orientation: int, pixels: Pixels) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    assert np.array_equal(read_picture(encoded(pixels, "PNG", exif=exif)), upright(pixels, orientation))


@pytest.mark.parametrize("orientation", [0, 9, 99])
def test_an_orientation_that_does_not_exist_is_ignored(orientation: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    assert np.array_equal(read_picture(encoded(drawing(), "PNG", exif=exif)), drawing())


@given(st.binary(max_size=60))
def test_malformed_exif_is_ignored(junk: bytes) -> None:
    plain = read_picture(encoded(drawing(), "JPEG"))
    for exif in (b"Exif\0\0" + junk, b"Exif\0\0II*\0\x08\0\0\0" + junk):
        read = read_picture(encoded(drawing(), "JPEG", exif=exif))
        assert sorted(read.shape) == sorted(plain.shape)


@pytest.mark.parametrize("kind", ["GIF", "PNG", "WEBP", "TIFF", "AVIF"])
def test_an_animation_gives_its_first_frame(kind: str) -> None:
    first, second = Image.new("RGB", (20, 10), (250, 0, 0)), Image.new("RGB", (20, 10), (0, 0, 250))
    read = read_picture(encoded(first, kind, save_all=True, append_images=[second]))
    assert np.abs(read.astype(int) - (250, 0, 0)).max() < 12


# --- size -------------------------------------------------------------------------------------------------------


@given(st.integers(1, 90), st.integers(1, 90), st.integers(1, 120))
def test_longest_side_bounds_and_never_enlarges(width: int, height: int, longest_px: int) -> None:
    read = read_picture(encoded(Image.new("RGB", (width, height), (9, 8, 7)), "BMP"), longest_px)
    assert (read == (9, 8, 7)).all()
    if max(width, height) <= longest_px:
        assert read.shape == (height, width, 3)
    else:
        assert max(read.shape[:2]) == longest_px
        assert abs(read.shape[0] / read.shape[1] - height / width) <= max(1, height / width) / min(read.shape[:2])


@pytest.mark.parametrize("orientation", [1, 6])
@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_reduced_picture_keeps_its_aspect_upright(kind: str, orientation: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    content = encoded(Image.fromarray(drawing()).resize((801, 403)), kind, exif=exif)
    wide = (50, 100, 3) if orientation == 1 else (100, 50, 3)
    assert read_picture(content, 100).shape == wide
    assert read_square(content, 100).shape == (100, 100, 3)


@given(arrays(np.uint8, st.tuples(st.integers(1, 40), st.integers(1, 40), st.just(3))), st.integers(1, 50))
def test_pasted_pixels_equal_the_file(pixels: Pixels, size_px: int) -> None:
    square = read_square(encoded(pixels, "PNG"), size_px)
    assert square.shape == (size_px, size_px, 3)
    assert square.flags.c_contiguous
    assert np.array_equal(square, picture_from_pixels(pixels, size_px))
    assert pixels.min() <= square.min()
    assert square.max() <= pixels.max()


@pytest.mark.parametrize("mode", ["1", "L", "P", "LA", "RGBA", "CMYK", "I;16"])
@pytest.mark.parametrize("size_px", [7, 100, 300])
def test_every_mode_is_resized_as_its_rgb_would_be(mode: str, size_px: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(image_colours, "BAND_PIXELS", 2**12)
    large = Image.fromarray(drawing()).resize((230, 170), Image.Resampling.BICUBIC)
    picture = (
        Image.fromarray(np.array(large.convert("L")).astype(np.uint16) * 257) if "I" in mode else large.convert(mode)
    )
    content = encoded(picture, "TIFF" if mode == "CMYK" else "PNG")
    assert np.array_equal(read_square(content, size_px), picture_from_pixels(read_picture(content), size_px))


def test_same_bytes_by_path_text_and_content(tmp_path: Path) -> None:
    content = encoded(Image.fromarray(drawing()).resize((640, 480)), "JPEG")
    path = tmp_path / "写真 é 🐶.jpg"
    path.write_bytes(content)
    expected = read_square(content, 100)
    assert np.array_equal(read_square(path, 100), expected)
    assert np.array_equal(read_square(str(path), 100), expected)


def test_draft_decoding_stays_close_to_resampling_the_full_picture() -> None:
    smooth = Image.fromarray(drawing(60, 90)).resize((1203, 805), Image.Resampling.BICUBIC)
    content = encoded(smooth, "JPEG", quality=95)
    exact = np.array(Image.fromarray(read_picture(content)).resize((100, 100), Image.Resampling.BILINEAR))
    assert np.abs(read_square(content, 100).astype(int) - exact).mean() < 0.5


@pytest.mark.parametrize("orientation", range(1, 9))
def test_drafted_photos_are_turned_upright(orientation: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    smooth = Image.fromarray(drawing()).resize((803, 605), Image.Resampling.BICUBIC)
    turned = read_square(encoded(smooth, "JPEG", exif=exif), 50)
    assert np.array_equal(turned, upright(read_square(encoded(smooth, "JPEG"), 50), orientation))


def test_a_fine_pattern_becomes_grey_and_no_moire() -> None:
    checkers = (np.indices((997, 1003)).sum(axis=0) % 2 * 255).astype(np.uint8)
    square = read_square(encoded(checkers, "PNG"), 100)
    assert square.min() >= 120
    assert square.max() <= 135


def test_an_extreme_aspect_is_stretched() -> None:
    assert read_square(encoded(Image.new("RGB", (5000, 1), (1, 2, 3)), "PNG"), 10).tolist() == [[[1, 2, 3]] * 10] * 10
    assert read_picture(encoded(Image.new("RGB", (5000, 1)), "PNG"), 10).shape == (1, 10, 3)


def test_a_wrong_call_is_the_programs_mistake() -> None:
    content = encoded(drawing(), "PNG")
    with pytest.raises(ValueError, match="size_px"):
        read_square(content, 0)
    with pytest.raises(ValueError, match="longest_px"):
        read_picture(content, 0)
    with pytest.raises(ValueError, match="uint8"):
        picture_from_pixels(np.zeros((4, 4, 3), np.float32), 10)  # type: ignore[arg-type]
    with pytest.raises(PictureError, match="no pixels"):
        picture_from_pixels(np.zeros((0, 4, 3), np.uint8), 10)


# --- colours ----------------------------------------------------------------------------------------------------


def on_white(colour: tuple[int, int, int], alpha: int) -> list[int]:
    return [round((channel * alpha + 255 * (255 - alpha)) / 255) for channel in colour]


@pytest.mark.parametrize("alpha", [0, 1, 100, 254, 255])
def test_alpha_is_laid_on_white(alpha: int) -> None:
    read = read_picture(encoded(Image.new("RGBA", (3, 2), (10, 100, 200, alpha)), "PNG"))
    assert np.abs(read.astype(int) - on_white((10, 100, 200), alpha)).max() <= 1
    read = read_picture(encoded(Image.new("LA", (3, 2), (10, alpha)), "PNG"))
    assert np.abs(read.astype(int) - on_white((10, 10, 10), alpha)).max() <= 1


@pytest.mark.parametrize("mode", ["RGBa", "La", "PA"])
def test_the_rarer_alpha_modes(mode: str) -> None:
    straight = Image.new("LA", (3, 2), (40, 128)) if mode == "La" else Image.new("RGBA", (3, 2), (40, 40, 40, 128))
    assert np.abs(to_rgb(straight.convert(mode)).astype(int) - on_white((40, 40, 40), 128)).max() <= 2


def test_transparent_entries_of_a_palette() -> None:
    picture = Image.new("P", (2, 1))
    picture.putpalette([200, 0, 0, 0, 0, 200])
    picture.putpixel((1, 0), 1)
    assert read_picture(encoded(picture, "PNG", transparency=0)).tolist() == [[[255, 255, 255], [0, 0, 200]]]
    assert read_picture(encoded(picture, "GIF", transparency=1)).tolist() == [[[200, 0, 0], [255, 255, 255]]]
    half = read_picture(encoded(picture, "PNG", transparency=bytes([128, 255])))
    assert np.abs(half[0, 0].astype(int) - on_white((200, 0, 0), 128)).max() <= 1


@pytest.mark.parametrize(("bits", "row", "transparent"), [(1, 0b10 << 6, 1), (2, 0b1001 << 4, 2), (4, 0xA3, 0xA)])
def test_a_transparent_grey_of_few_bits(bits: int, row: int, transparent: int) -> None:
    rows = b"\0" + bytes([row])
    plain = read_picture(png_of((2, 1, bits, GREY), rows))
    masked = read_picture(png_of((2, 1, bits, GREY), rows, (b"tRNS", struct.pack(">H", transparent))))
    assert plain[0, 0, 0] != 255 or bits == 1
    assert masked[0, 0].tolist() == [255, 255, 255]
    assert np.array_equal(masked[0, 1], plain[0, 1])


def test_a_transparent_colour() -> None:
    rows = b"\0" + bytes([10, 20, 30, 1, 2, 3])
    assert read_picture(png_of((2, 1, 8, RGB), rows, (b"tRNS", struct.pack(">HHH", 10, 20, 30)))).tolist() == [
        [[255, 255, 255], [1, 2, 3]]
    ]
    rows = b"\0" + struct.pack(">6H", 0x1000, 0x2000, 0x3000, 256, 512, 768)
    trns = (b"tRNS", struct.pack(">HHH", 0x1000, 0x2000, 0x3000))
    assert read_picture(png_of((2, 1, 16, RGB), rows, trns)).tolist() == [[[255, 255, 255], [1, 2, 3]]]
    rows = b"\0" + struct.pack(">2H", 500, 257 * 7)
    assert read_picture(png_of((2, 1, 16, GREY), rows, (b"tRNS", struct.pack(">H", 500)))).tolist() == [
        [[255, 255, 255], [7, 7, 7]]
    ]


def test_a_white_drawing_on_a_transparent_page_stays_visible() -> None:
    pixels = np.full((8, 8, 4), 255, np.uint8)
    pixels[:, :, 3] = 0
    pixels[2:5, 2:5, 3] = 255
    read = read_picture(encoded(pixels, "PNG"))
    assert read[3, 3].tolist() == [255, 255, 255]
    assert read[0, 0].tolist() == [0, 0, 0]


def test_a_wholly_transparent_picture_is_white() -> None:
    assert (read_picture(encoded(Image.new("RGBA", (5, 5), (200, 10, 10, 0)), "PNG")) == 255).all()


@pytest.mark.parametrize("mode", ["CMYK", "YCbCr", "HSV", "LAB", "RGBX", "L", "1"])
def test_other_colour_spaces_keep_their_colours(mode: str) -> None:
    from PIL import ImageCms

    if mode == "LAB":
        to_lab = ImageCms.buildTransform(ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB"), "RGB", "LAB")
        picture = ImageCms.applyTransform(Image.new("RGB", (4, 4), (200, 100, 50)), to_lab)
        assert picture is not None
    else:
        picture = Image.new("RGB", (4, 4), (200, 100, 50)).convert(mode)
    expected = {"L": [124] * 3, "1": None}.get(mode, [200, 100, 50])
    if expected is not None:
        assert np.abs(to_rgb(picture)[0, 0].astype(int) - expected).max() <= 4


def test_cmyk_and_ycbcr_files() -> None:
    picture = Image.new("RGB", (16, 16), (200, 100, 50))
    for content in (encoded(picture.convert("CMYK"), "JPEG"), encoded(picture.convert("YCbCr"), "TIFF")):
        assert np.abs(read_picture(content).astype(int) - (200, 100, 50)).max() <= 5


# --- greys deeper than 8 bits -----------------------------------------------------------------------------------


@given(arrays(np.uint16, (4, 6)))
def test_16_bit_grey_is_scaled_by_its_declared_range(values: NDArray[np.uint16]) -> None:
    expected = np.rint(values / 257).astype(np.uint8)
    if expected.min() == expected.max():
        return
    for kind in ("PNG", "TIFF"):
        read = read_picture(encoded(Image.fromarray(values), kind))
        assert np.array_equal(read, np.stack([expected] * 3, axis=2)), kind


def test_16_bit_grey_of_both_byte_orders_and_pgm() -> None:
    values = np.array([[0, 257 * 9, 65535]], np.uint16)
    pgm = b"P5 3 1 65535\n" + values.astype(">u2").tobytes()
    big_endian = encoded(Image.frombytes("I;16B", (3, 1), values.astype(">u2").tobytes()), "TIFF")
    for content in (pgm, big_endian, b"P5 3 1 1023\n" + struct.pack(">3H", 0, 36, 1023)):
        assert read_picture(content)[0, :, 0].tolist() == [0, 9, 255]


def test_12_bit_tiff_is_scaled_by_its_bits() -> None:
    # 0x000, 0xFFF, 0x800, 0x010 packed as three bytes for two pixels.
    content = tiff_of(4, 1, 12, 1, bytes([0x00, 0x0F, 0xFF, 0x80, 0x00, 0x10]))
    assert read_picture(content)[0, :, 0].tolist() == [0, 255, 128, 1]


def test_tiff_whose_zero_is_white() -> None:
    data = struct.pack("<3H", 0, 257 * 9, 65535)
    assert read_picture(tiff_of(3, 1, 16, 0, data))[0, :, 0].tolist() == [255, 246, 0]
    assert read_picture(tiff_of(3, 1, 16, 0, struct.pack("<3H", 0, 1, 2)))[0, :, 0].tolist() == [255, 128, 0]


def test_a_picture_with_few_of_the_declared_greys_does_not_become_flat() -> None:
    values = np.array([[0, 30, 60]], np.uint16)
    assert read_picture(encoded(Image.fromarray(values), "PNG"))[0, :, 0].tolist() == [0, 128, 255]


@pytest.mark.parametrize(
    ("values", "greys"),
    [
        ([0.0, 0.5, 1.0], [0, 128, 255]),
        ([0.25, 0.25, 0.25], [64, 64, 64]),
        ([0.0, 10.4, 200.0], [0, 10, 200]),
        ([-100.0, 0.0, 100.0], [0, 128, 255]),
        ([0.0, 500.0, 1000.0], [0, 128, 255]),
        ([1.10, 1.15, 1.20], [0, 127, 255]),
        ([5000.0, 5000.0, 5000.0], [255, 255, 255]),
        ([float("nan"), 0.0, 1.0], [0, 0, 255]),
        ([float("-inf"), 0.2, float("inf")], [0, 51, 255]),
        ([float("nan"), float("nan"), float("nan")], [0, 0, 0]),
        ([-3e38, 0.0, 3e38], [0, 128, 255]),
    ],
)
def test_float_pictures(values: list[float], greys: list[int]) -> None:
    read = read_picture(encoded(Image.fromarray(np.array([values], np.float32)), "TIFF"))
    assert np.abs(read[0, :, 0].astype(int) - greys).max() <= 1


@pytest.mark.parametrize(
    ("values", "greys"),
    [
        ([0, 7, 255], [0, 7, 255]),
        ([-5, 0, 5], [0, 128, 255]),
        ([0, 50_000, 100_000], [0, 128, 255]),
        ([0, 1, 1], [0, 1, 1]),
    ],
)
def test_32_bit_pictures(values: list[int], greys: list[int]) -> None:
    assert read_picture(encoded(Image.fromarray(np.array([values], np.int32)), "TIFF"))[0, :, 0].tolist() == greys


def test_signed_16_bit_tiff() -> None:
    content = tiff_of(3, 1, 16, 1, struct.pack("<3h", -300, 0, 300), sample_format=2)
    assert read_picture(content)[0, :, 0].tolist() == [0, 128, 255]


@given(arrays(np.float32, (3, 4), elements=st.floats(width=32)))
def test_any_float_picture_is_read_and_a_varied_one_stays_varied(values: NDArray[np.float32]) -> None:
    read = read_picture(encoded(Image.fromarray(values), "TIFF"))
    finite = values[np.isfinite(values)]
    if finite.size and finite.min() < finite.max():
        assert read.min() < read.max()


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA", "LA", "CMYK", "I", "I;16", "F"])
def test_bands_do_not_show(mode: str, monkeypatch: pytest.MonkeyPatch) -> None:
    picture = Image.fromarray(drawing(50, 30)).convert("L").convert(mode) if mode[0] in "IF" else None
    picture = picture or Image.fromarray(drawing(50, 30)).convert(mode)
    whole = [to_rgb(picture), to_rgb(picture, shrink=(2, 3))]
    monkeypatch.setattr(image_colours, "BAND_PIXELS", 200)
    assert np.array_equal(to_rgb(picture), whole[0])
    assert np.array_equal(to_rgb(picture, shrink=(2, 3)), whole[1])


# --- what is refused, and in which words -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "The file is empty."),
        (b"<!DOCTYPE html><title>404</title>", "a web page"),
        (b"\xef\xbb\xbf\n <HTML>", "a web page"),
        (b"shopping list\n- tea\n", "plain text"),
        ("買い物\r\n".encode(), "plain text"),
        ("notes".encode("utf-16"), "plain text"),
        (("aé" * 600).encode(), "plain text"),
        (b" \n\t", "nothing but blanks"),
        (b"%PDF-1.7\n", "a PDF document"),
        (b"PK\x03\x04\x14\x00", "a ZIP archive"),
        (b"\x1f\x8b\x08\x00", "a packed archive"),
        (b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', "an SVG drawing"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n%%EndComments\n", "an EPS drawing"),
        (b"\xd7\xcd\xc6\x9a" + bytes(60), "a WMF drawing"),
        (b"\x00\x00\x00\x20ftypisom\x00\x00\x02\x00", "a video"),
        (b"ID3\x04\x00", "sound"),
        (b"\x89HDF\r\n\x1a\n" + bytes(40), "HDF5 data"),
        (b"\x93NUMPY\x01\x00", "a NumPy array"),
        (b"\x89PNG\r\n\x1a\nrubbish", "begins like PNG"),
        (b"\x00\xfe\x80\x91\xff" * 9, "Not a picture that Nakami can read."),
    ],
)
def test_the_reason_names_what_was_found(content: bytes, words: str) -> None:
    said = reason(content)
    assert words in said
    assert said.endswith(".")
    assert said.count(". ") == 0


def test_a_cut_picture_says_so() -> None:
    for kind in ("JPEG", "PNG", "GIF", "BMP"):
        content = encoded(drawing(), kind)
        assert reason(content[: len(content) * 3 // 4]) == "The picture is cut off: the file ends too early."


@pytest.mark.parametrize(
    ("kind", "options"),
    [
        ("JPEG", {}),
        ("JPEG", {"progressive": True}),
        ("PNG", {}),
        ("GIF", {}),
        ("GIF", {"interlace": 0}),
        ("WEBP", {}),
        ("WEBP", {"lossless": True}),
        ("BMP", {}),
        ("TIFF", {}),
        ("TIFF", {"compression": "tiff_lzw"}),
        ("AVIF", {}),
        ("JPEG2000", {}),
        ("TGA", {"compression": "tga_rle"}),
        ("QOI", {}),
        ("ICO", {"sizes": [(16, 16)]}),
    ],
)
def test_cut_anywhere_it_is_whole_or_an_error(kind: str, options: dict[str, object]) -> None:
    content = encoded(drawing(), kind, **options)
    whole, square = read_picture(content), read_square(content, 9)
    for end in range(0, len(content), max(1, len(content) // 400)):
        try:
            read = read_picture(content[:end])
        except PictureError:
            with pytest.raises(PictureError):
                read_square(content[:end], 9)
            continue
        assert np.array_equal(read, whole), end
        assert np.array_equal(read_square(content[:end], 9), square), end


@pytest.mark.parametrize("progressive", [False, True])
def test_a_cut_photo_is_refused_when_only_a_thumbnail_is_wanted(progressive: bool) -> None:
    noise = np.random.default_rng(3).integers(0, 256, (30, 40, 3)).astype(np.uint8)
    content = encoded(Image.fromarray(noise).resize((1200, 900)), "JPEG", progressive=progressive)
    for share in (0.3, 0.6, 0.9, 0.99):
        with pytest.raises(PictureError, match="cut off"):
            read_square(content[: int(len(content) * share)], 50)


def assert_picture_or_words(content: bytes) -> None:
    said = ""
    try:
        assert read_square(content, 10).shape == (10, 10, 3)
    except PictureError as error:
        said = str(error)
    assert not said or said.endswith(".")


MAGIC = [
    b"",
    *(
        b"\xff\xd8\xff\xe0",
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        b"GIF89a",
        b"RIFF\0\0\0\0WEBPVP8 ",
        b"BM",
        b"II*\0",
        b"MM\0*",
    ),
    *(b"\0\0\0\x20ftypavif", b"\xff\x4f\xff\x51", b"\0\0\1\0", b"\0\0\2\0", b"8BPS", b"DDS ", b"qoif", b"P6 ", b"P5\n"),
    *(b"/* XPM */", b"\x01\xda", b"\x0a\x05\x01\x08", b"\0\0\x02\0", b"\0\0\x0a\0", b"\x28\0\0\0"),
]


@settings(max_examples=600)
@given(st.sampled_from(MAGIC), st.binary(max_size=300))
def test_random_bytes_are_a_picture_or_an_error_in_words(magic: bytes, junk: bytes) -> None:
    assert_picture_or_words(magic + junk)


VALID = [
    encoded(drawing(), "JPEG"),
    encoded(drawing(), "PNG"),
    encoded(drawing(), "GIF"),
    encoded(drawing(), "WEBP"),
    encoded(drawing(), "TIFF", compression="tiff_lzw"),
    encoded(drawing(), "BMP"),
    encoded(Image.fromarray(drawing()).convert("I;16"), "TIFF"),
    encoded(drawing(), "ICO", sizes=[(16, 16)]),
]


@settings(max_examples=400)
@given(st.sampled_from(VALID), st.lists(st.tuples(st.integers(0, 400), st.integers(0, 255)), min_size=1, max_size=5))
def test_flipped_bytes_are_a_picture_or_an_error_in_words(content: bytes, changes: list[tuple[int, int]]) -> None:
    damaged = bytearray(content)
    for place, value in changes:
        damaged[place % len(damaged)] = value
    assert_picture_or_words(bytes(damaged))


@pytest.mark.parametrize(
    "error",
    [
        *(
            OSError("x"),
            ValueError("x"),
            SyntaxError("x"),
            MemoryError(),
            struct.error("x"),
            IndexError("x"),
            KeyError("x"),
        ),
        *(
            ZeroDivisionError(),
            OverflowError(),
            EOFError(),
            TypeError(),
            AttributeError(),
            zlib.error("x"),
            RuntimeError(),
        ),
        *(RecursionError(), AssertionError(), UserWarning("x"), Image.DecompressionBombError("x")),
    ],
    ids=lambda error: type(error).__name__,
)
def test_whatever_a_decoder_raises_becomes_one_error(error: BaseException, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(images.Image, "open", fail)
    with pytest.raises(PictureError) as caught:
        read_picture(encoded(drawing(), "PNG"))
    assert str(caught.value).endswith(".")


def test_an_interrupt_is_no_error_of_the_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(images.Image, "open", interrupt)
    with pytest.raises(KeyboardInterrupt):
        read_picture(b"\x89PNG")


def test_no_format_that_starts_a_program_is_admitted() -> None:
    assert not {"EPS", "WMF"} & set(FORMATS)


# --- files that are none ------------------------------------------------------------------------------------------


def test_paths_that_lead_to_no_file(tmp_path: Path) -> None:
    assert reason(tmp_path) == "Not a picture but a folder."
    assert "not there" in reason(tmp_path / "gone.jpg")
    assert "name" in reason("nul\0byte.jpg")
    file = tmp_path / "file"
    file.write_bytes(b"x")
    assert reason(file / "below.jpg").endswith(".")
    assert reason(tmp_path / ("n" * 5000)).endswith(".")


@pytest.mark.skipif(sys.platform == "win32", reason="links, pipes and devices of POSIX systems")
def test_links_pipes_and_devices(tmp_path: Path) -> None:
    (tmp_path / "dangling.jpg").symlink_to(tmp_path / "nowhere")
    assert "link leads nowhere" in reason(tmp_path / "dangling.jpg")
    (tmp_path / "loop.jpg").symlink_to(tmp_path / "loop.jpg")
    assert reason(tmp_path / "loop.jpg").endswith(".")
    os.mkfifo(tmp_path / "pipe.jpg")
    assert "a device or a pipe" in reason(tmp_path / "pipe.jpg")
    assert "a device or a pipe" in reason("/dev/zero")
    (tmp_path / "real.png").write_bytes(encoded(drawing(), "PNG"))
    (tmp_path / "link.png").symlink_to(tmp_path / "real.png")
    assert np.array_equal(read_picture(tmp_path / "link.png"), drawing())


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="permissions bind ordinary users on POSIX")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "secret.png"
    path.write_bytes(encoded(drawing(), "PNG"))
    path.chmod(0)
    assert "not allowed" in reason(path)


def test_permission_and_disk_errors_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "stat", refuse)
    assert "not allowed" in reason(tmp_path / "a.jpg")

    def fail(*_: object) -> int:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "stat", fail)
    assert reason(tmp_path / "a.jpg") == "The file cannot be read: Input/output error."


def test_a_huge_file_is_not_even_read(tmp_path: Path) -> None:
    path = tmp_path / "disk.img"
    with path.open("wb") as file:
        file.truncate(MAX_FILE_BYTES + 1)
    assert "more than the 1.0 GB" in reason(path)


# --- bombs, warnings, threads -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "content",
    [
        png_of((20_000, 20_000, 1, GREY), b""),
        b"BM" + struct.pack("<IIIIiiHHIIIIII", 0, 0, 54, 40, 20_000, 20_000, 1, 24, 0, 0, 0, 0, 0, 0),
        b"P6 20000 20000 255\n",
        tiff_of(20_000, 20_000, 8, 1, b""),
    ],
    ids=["png", "bmp", "ppm", "tiff"],
)
def test_a_bomb_is_refused_by_its_header(content: bytes) -> None:
    assert (
        reason(content) == "The picture claims 20,000 × 20,000 pixels: more than the 179 megapixels that Nakami reads."
    )


def test_the_limit_is_pillows_own() -> None:
    assert images.MAX_PIXELS == 2 * Image.MAX_IMAGE_PIXELS


WEIGH = (
    PEAK
    + """
import sys
sys.path.insert(0, sys.argv[1])
from core.images import read_square
before = peak_bytes()
square = read_square(sys.argv[2], 100)
assert square.shape == (100, 100, 3)
print((peak_bytes() - before) // 1024**2)
"""
)


@on_linux
def test_100_megapixels_of_one_bit_are_reduced_in_little_memory(tmp_path: Path) -> None:
    path = tmp_path / "large.png"
    path.write_bytes(png_of((10_000, 10_000, 1, GREY), bytes(10_000 * 1251)))
    root = Path(__file__).parents[2]
    command = [sys.executable, "-W", "error", "-c", WEIGH, str(root), str(path)]
    weighed = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert weighed.returncode == 0, weighed.stderr
    assert weighed.stderr == ""
    assert int(weighed.stdout) < 300


def odd_but_readable() -> list[bytes]:
    """Pictures that Pillow warns about: large, with cut EXIF, with animation chunks that lie."""
    rows = bytes(10_000 * 1251)
    broken_exif = b"Exif\0\0II*\0\x08\0\0\0\x05\0\x12\x01\x03\0\x01\0\0\0\x01\0\0\0\x1a\x01\x05\0\x09\0\0\0\xff\xff"
    frames = (b"acTL", struct.pack(">II", 0, 0))
    return [
        png_of((10_000, 10_000, 1, GREY), rows),
        encoded(drawing(), "JPEG", exif=broken_exif),
        png_of((2, 1, 8, RGB), b"\0" + bytes(6), frames),
    ]


def test_nothing_warns_under_any_filter_in_any_thread() -> None:
    pictures = odd_but_readable()
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        with ThreadPoolExecutor(4) as pool:
            list(pool.map(lambda content: read_square(content, 10), pictures * 4))
        read_square(pictures[0], 10)
    assert caught == []


def test_threads_give_what_one_thread_gives() -> None:
    rng = np.random.default_rng(5)
    sizes = rng.integers(50, 400, (40, 2))
    contents = [
        encoded(Image.fromarray(drawing(int(h), int(w))), ("JPEG", "PNG", "WEBP")[i % 3])
        for i, (h, w) in enumerate(sizes)
    ]
    alone = [read_square(content, 64) for content in contents]
    barrier = threading.Barrier(4)

    def read_all(_: int) -> list[Pixels]:
        barrier.wait(timeout=10)
        return [read_square(content, 64) for content in contents]

    with ThreadPoolExecutor(4) as pool:
        for together in pool.map(read_all, range(4)):
            assert all(np.array_equal(a, b) for a, b in zip(alone, together, strict=True))
