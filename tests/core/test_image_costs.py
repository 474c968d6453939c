"""Small files whose decoding would take minutes or gigabytes are refused before it begins, and no ordinary ones."""

import struct
import subprocess
import sys
import threading
import time
import traceback
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core import image_costs, image_loading
from core.errors import PictureError
from core.image_budget import Budget
from core.image_costs import MAX_SCAN_PIXELS, MAX_SLOW_PIXELS, decoding_bytes
from core.images import MAX_PIXELS, examine, read_picture, read_square
from tests.core.peak_memory import PEAK, on_linux

ROOT = Path(__file__).parents[2]
SCAN = b"\xff\xda"


def soft(width: int, height: int, mode: str = "RGB") -> Image.Image:
    pixels = np.random.default_rng(1).integers(0, 256, (6, 8, 3), np.uint8)
    return Image.fromarray(pixels).resize((width, height), Image.Resampling.BICUBIC).convert(mode)


def encoded(picture: Image.Image, kind: str = "JPEG", **options: object) -> bytes:
    file = BytesIO()
    picture.save(file, kind, **options)
    return file.getvalue()


def reason(content: bytes) -> str:
    with pytest.raises(PictureError) as caught:
        read_square(content, 50)
    with pytest.raises(PictureError):
        examine(content, 50)
    said = str(caught.value)
    assert said.endswith(".")
    return said


# --- scans of JPEG --------------------------------------------------------------------------------------------------


def with_scans(content: bytes, count: int) -> bytes:
    """A JPEG whose last scan is repeated so often."""
    last = content.rindex(SCAN)
    return content[:last] + content[last:-2] * count + content[-2:]


def test_a_jpeg_that_is_drawn_over_and_over_is_refused() -> None:
    photo = encoded(Image.new("L", (3000, 3000), 77), progressive=True)
    most = MAX_SCAN_PIXELS // 3000**2
    assert f"in more than {most} passes" in reason(with_scans(photo, most + 1))


@pytest.mark.parametrize("mode", ["L", "RGB", "CMYK"])
def test_ordinary_progressive_photos_pass_at_any_size(mode: str) -> None:
    photo = encoded(soft(300, 200, mode), progressive=True)
    assert 1 < photo.count(SCAN) < MAX_SCAN_PIXELS / MAX_PIXELS


def test_the_largest_progressive_photo_is_reduced_while_it_is_decoded() -> None:
    content = encoded(Image.new("L", (13_000, 13_000), 77), progressive=True)
    assert (read_square(content, 50) == 77).all()


def test_only_scans_of_the_picture_itself_count(monkeypatch: pytest.MonkeyPatch) -> None:
    """A preview in the header, the notes of a program, a film behind the photo may hold the same bytes."""
    photo = encoded(soft(300, 200), progressive=True)
    expected = read_square(photo, 50)
    monkeypatch.setattr(image_costs, "MAX_SCAN_PIXELS", photo.count(SCAN) * 300 * 200)
    notes = photo[:2] + b"\xff\xe5" + struct.pack(">H", 4002) + SCAN * 2000 + photo[2:]
    for content in (photo, notes, photo + SCAN * 4900):
        assert np.array_equal(read_square(content, 50), expected)
    assert "passes" in reason(with_scans(photo, 2))
    assert "passes" in reason(with_scans(notes, 2))


# --- slow decoders --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"qoif" + struct.pack(">IIBB", 4000, 3000, 3, 0) + b"\xfd" * 200_000 + b"\0\0\0\0\0\0\0\1", "QOI"),
        (b"P3 4000 3000 255\n", "PPM"),
        (b"P2 4000 3000 255\n", "PPM"),
        (b"P1 4000 3000\n", "PPM"),
        (b"P6 4000 3000 999\n", "PPM"),
    ],
    ids=["qoi", "p3", "p2", "p1", "p6"],
)
def test_what_is_decoded_slowly_is_read_up_to_a_bound(content: bytes, kind: str) -> None:
    assert reason(content) == (
        f"The picture has 4,000 × 3,000 pixels: this sort of {kind} takes long to decode, so Nakami reads up to 8 "
        "megapixels of it; saved as JPEG or PNG, it may have more."
    )


def test_quick_kinds_of_the_same_format_are_read_beyond_it() -> None:
    side = int(MAX_SLOW_PIXELS**0.5) + 1
    assert (read_square(b"P5 %d %d 255\n" % (side, side) + b"\x80" * side**2, 50) == 128).all()


def test_small_ones_are_read() -> None:
    picture = soft(40, 30)
    assert np.array_equal(read_picture(encoded(picture, "QOI")), np.asarray(picture))


# --- memory ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "mode", "side"),
    [
        ("WEBP", "RGB", 5300),
        ("AVIF", "RGB", 6900),
        ("JPEG2000", "RGB", 4900),
        ("PNG", "RGB", 10_900),
        ("TIFF", "RGB", 10_900),
        ("BMP", "RGB", 10_900),
    ],
)
def test_what_fills_the_memory_is_refused(kind: str, mode: str, side: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """The bound in proportion: pictures a hundredth as large, and a hundredth of the memory."""
    small = encoded(Image.new(mode, (side // 10, side // 10), 3), kind)
    monkeypatch.setattr(image_costs, "MAX_DECODING_BYTES", image_costs.MAX_DECODING_BYTES // 100)
    assert "takes much memory to decode" in reason(encoded(Image.new(mode, (side // 8, side // 8), 3), kind))
    assert read_square(small, 50).shape == (50, 50, 3)


def test_pictures_of_one_byte_for_a_pixel_may_have_all_pixels_that_are_read_at_all() -> None:
    for kind, mode in (("PNG", "L"), ("GIF", "P"), ("TIFF", "1")):
        with Image.open(BytesIO(encoded(Image.new(mode, (10, 10)), kind))) as picture:
            assert image_costs._bytes_per_pixel(picture) * MAX_PIXELS < image_costs.MAX_DECODING_BYTES


def test_the_picture_inside_an_icon_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    png = encoded(Image.new("RGBA", (400, 400), (9, 9, 9, 255)), "PNG")
    icon = struct.pack("<HHHBBBBHHII", 0, 1, 1, 16, 16, 0, 0, 1, 32, len(png), 22) + png
    assert (read_square(icon, 50) == 9).all()
    monkeypatch.setattr(image_costs, "MAX_DECODING_BYTES", 400 * 400 * 4 - 1)
    assert "400 × 400" in reason(icon)


WEIGH = (
    PEAK
    + """
import sys
from core.images import examine
small, large = sys.argv[1:]
examine(small, 100)
before = peak_bytes()
examine(large, 100)
print(peak_bytes() - before)
"""
)


@on_linux
@pytest.mark.parametrize(
    ("kind", "mode", "options"),
    [
        ("JPEG", "RGB", {"progressive": True}),
        ("JPEG", "CMYK", {"progressive": True}),
        ("PNG", "RGB", {}),
        ("PNG", "RGBA", {}),
        ("WEBP", "RGB", {}),
        ("AVIF", "RGB", {"speed": 10}),
        ("JPEG2000", "RGB", {}),
        ("TIFF", "F", {"compression": "tiff_lzw"}),
        ("GIF", "P", {}),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, dict) else value,
)
def test_decoding_takes_no_more_than_is_reckoned(
    kind: str, mode: str, options: dict[str, object], tmp_path: Path
) -> None:
    small, large = tmp_path / "small", tmp_path / "large"
    small.write_bytes(encoded(soft(100, 100, mode), kind, **options))
    content = encoded(soft(3000, 3000, mode), kind, **options)
    large.write_bytes(content)
    weighed = subprocess.run(
        [sys.executable, "-c", WEIGH, str(small), str(large)], cwd=ROOT, capture_output=True, check=True, timeout=120
    )
    with Image.open(BytesIO(content)) as picture:
        if kind == "JPEG":
            picture.draft(None, (200, 200))
        reckoned = decoding_bytes(picture, 3000 * 3000) + len(content)
    assert int(weighed.stdout) < 1.15 * reckoned + 8_000_000


POOL = (
    PEAK
    + """
import sys
from concurrent.futures import ThreadPoolExecutor
from core.images import read_square
with ThreadPoolExecutor(8) as pool:
    assert {each.shape for each in pool.map(lambda _: read_square(sys.argv[1], 100), range(16))} == {(100, 100, 3)}
print(peak_bytes())
"""
)


@on_linux
def test_a_pool_of_threads_does_not_fill_the_memory(tmp_path: Path) -> None:
    path = tmp_path / "large.png"
    Image.new("RGB", (7500, 7500), (1, 2, 3)).save(path, compress_level=1)
    weighed = subprocess.run(
        [sys.executable, "-c", POOL, str(path)], cwd=ROOT, capture_output=True, check=True, timeout=120
    )
    assert int(weighed.stdout) < 1_200_000_000


def test_threads_share_one_budget(monkeypatch: pytest.MonkeyPatch) -> None:
    """With room for a single picture, no two are decoded at once, in whatever way."""
    monkeypatch.setattr(image_loading, "_MEMORY", Budget(1))
    lock, decode = threading.Lock(), Image.Image.load
    inside, met = 0, []

    def watched(picture: Image.Image) -> object:
        nonlocal inside
        with lock:
            inside += 1
            met.append(inside)
        time.sleep(0.002)
        with lock:
            inside -= 1
        return decode(picture)

    monkeypatch.setattr("PIL.PngImagePlugin.PngImageFile.load", watched, raising=False)
    monkeypatch.setattr("core.image_loading.to_rgb", lambda *_, **__: np.zeros((9, 9, 3), np.uint8))
    content = encoded(soft(9, 9), "PNG")
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda _: read_picture(content), range(20)))
    assert max(met) == 1


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "AVIF"])
def test_an_error_that_is_kept_keeps_no_pixels(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(*_: object, **__: object) -> None:
        raise OSError

    monkeypatch.setattr("core.image_loading.to_rgb", failing)
    content = encoded(soft(90, 60), kind)
    with pytest.raises(PictureError) as caught:
        read_picture(content)
    assert caught.value.__cause__ is not None
    pictures = [
        value
        for frame, _ in traceback.walk_tb(caught.value.__cause__.__traceback__)
        for value in frame.f_locals.values()
        if isinstance(value, Image.Image)
    ]
    assert pictures
    for picture in pictures:
        assert "_decoder" not in vars(picture)
        with pytest.raises(ValueError, match="closed"):
            picture.im.getpixel((0, 0))
