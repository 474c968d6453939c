"""Which files are read: names that mislead, and HEIC where its extra is installed."""

import subprocess
import sys
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core.errors import PictureError
from core.image_formats import FORMATS, is_heic, suffix_fits
from core.images import examine, read_picture, read_square

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("names", "kind"),
    [
        ("a.jpg a.JPG a.jpeg a.jpe a.jfif", "JPEG"),
        ("a.png", "PNG"),
        ("a.webp", "WEBP"),
        ("a.gif", "GIF"),
        ("a.bmp", "BMP"),
        ("a.tif a.tiff a.TIF", "TIFF"),
        ("a.avif", "AVIF"),
        ("a.jp2 a.j2k", "JPEG2000"),
        ("a.ico", "ICO"),
        ("a.heic a.heif", "HEIF"),
    ],
)
def test_the_usual_suffixes_fit_their_format_and_no_other(names: str, kind: str) -> None:
    for name in names.split():
        assert suffix_fits(name, kind)
        assert suffix_fits(Path("photo.png") / name, kind)
        for other in {"JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF", "AVIF", "JPEG2000", "ICO", "HEIF"} - {kind}:
            assert not suffix_fits(name, other)


@pytest.mark.parametrize("name", ["photo", ".jpg", "photo.", "photo.bak", "photo.jpg.1", "写真", ""])
def test_a_name_without_a_pictures_suffix_says_nothing(name: str) -> None:
    assert suffix_fits(name, "PNG")


@pytest.mark.parametrize("kind", FORMATS)
def test_every_format_has_a_suffix_of_its_own(kind: str) -> None:
    Image.init()
    assert any(
        suffix_fits(f"a{suffix}", kind) for suffix, known in Image.registered_extensions().items() if known == kind
    )
    assert not suffix_fits("a.jpg" if kind != "JPEG" else "a.png", kind)


# --- HEIC -----------------------------------------------------------------------------------------------------------


def soft() -> Image.Image:
    pixels = np.random.default_rng(1).integers(0, 256, (6, 8, 3), np.uint8)
    return Image.fromarray(pixels).resize((320, 240), Image.Resampling.BICUBIC)


@pytest.fixture
def heic() -> bytes:
    pillow_heif = pytest.importorskip("pillow_heif")
    file = BytesIO()
    pillow_heif.from_pillow(soft()).save(file, quality=90)
    return file.getvalue()


def turned_heic(orientation: int, in_container: bool = True) -> bytes:
    """A photo stored on its side, as phones do: EXIF says so, and the container too, which alone counts in HEIC."""
    pillow_heif = pytest.importorskip("pillow_heif")
    pillow_heif.register_heif_opener()
    exif = Image.Exif()
    exif[0x0112] = orientation
    file = BytesIO()
    # Pillow's plug-in tells the container only of EXIF that comes as bytes.
    soft().save(file, "HEIF", quality=90, exif=exif.tobytes() if in_container else exif)
    return file.getvalue()


def test_a_heic_photo_is_read(heic: bytes) -> None:
    read = read_picture(heic)
    assert np.abs(read.astype(int) - np.asarray(soft())).mean() < 4
    seen = examine(heic, 50, "pad")
    assert (seen.format, seen.width, seen.height) == ("HEIF", 320, 240)
    assert not seen.is_grey
    assert read_square(heic, 50).shape == (50, 50, 3)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_turned_heic_photo_is_turned_once(orientation: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    file = BytesIO()
    soft().save(file, "PNG", exif=exif)
    expected = read_picture(file.getvalue())
    read = read_picture(turned_heic(orientation))
    assert read.shape == expected.shape
    assert np.abs(read.astype(int) - expected).mean() < 4


def test_a_heic_photo_that_is_turned_by_exif_alone_is_left_as_it_is() -> None:
    """As the standard wants it, and as other programs show it."""
    assert read_picture(turned_heic(6, in_container=False)).shape == (240, 320, 3)


def test_a_damaged_heic_photo(heic: bytes) -> None:
    for end in (60, len(heic) // 2, len(heic) - 1):
        with pytest.raises(PictureError) as caught:
            read_picture(heic[:end])
        assert str(caught.value).endswith(".")
        assert "pip" not in str(caught.value)


def test_without_the_extra_the_reason_says_how_to_get_it(heic: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pillow_heif", None)
    monkeypatch.delitem(Image.OPEN, "HEIF", raising=False)
    with pytest.raises(PictureError) as caught:
        read_picture(heic)
    assert str(caught.value) == (
        "The file holds a HEIC photo: Nakami reads it once pillow-heif is installed (pip install pillow-heif)."
    )


def test_the_extra_is_loaded_only_for_a_heic_photo() -> None:
    code = (
        "import sys, io; from PIL import Image; from core.images import read_picture\n"
        "file = io.BytesIO(); Image.new('RGB', (4, 4)).save(file, 'AVIF'); read_picture(file.getvalue())\n"
        "assert 'pillow_heif' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, timeout=60)


def test_avif_in_the_same_container_is_no_heic() -> None:
    file = BytesIO()
    soft().save(file, "AVIF")
    assert not is_heic(file.getvalue())
    assert is_heic(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic")
    assert is_heic(b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic")
    assert not is_heic(b"\0\0\0\x18ftypmif1\0\0\0\0mif1avif")
    assert not is_heic(b"\0\0\0\x18ftypisom\0\0\0\0isommp41")
    assert not is_heic(b"\xff\xd8\xff\xe0")
