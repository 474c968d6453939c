"""Two hundred odd files as people's folders hold them: each is a picture, upright and with its content, or an error."""

import csv
import os
import subprocess
import sys
import tarfile
from io import TextIOWrapper
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageOps

from core.errors import PictureError
from core.framing import RESIZE_MODES
from core.images import MAX_PIXELS, examine, picture_from_pixels, read_picture, read_square
from tests.core.peak_memory import PEAK, on_linux

ARCHIVE = Path(__file__).parents[3] / "shared" / "data" / "nasty.tar"

pytestmark = pytest.mark.skipif(not ARCHIVE.is_file(), reason=f"the odd files are not beside the project: {ARCHIVE}")

# Refused on purpose: what Pillow would hand to another program, and the word of the reason given.
REFUSED = {"pil_eps__1.eps": "EPS", "pil_drawing.emf": "EMF", "pil_drawing.wmf": "WMF"}

# Readable or not as Pillow's libraries were built: the TIFF holds WebP.
DEPENDS_ON_BUILD = {"pil_hopper_webp.tif"}


def manifest() -> list[dict[str, str]]:
    if not ARCHIVE.is_file():
        return []
    with tarfile.open(ARCHIVE) as archive:
        member = next(name for name in archive.getnames() if name.endswith("manifest.csv"))
        file = archive.extractfile(member)
        assert file is not None
        with TextIOWrapper(file, "utf-8") as text:
            return list(csv.DictReader(text))


ROWS = manifest()


@pytest.fixture(scope="session")
def nasty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("nasty")
    with tarfile.open(ARCHIVE) as archive:
        # The archive is the project's own; the stricter filters refuse its dangling link.
        archive.extractall(folder, filter="fully_trusted")
    return next(folder.rglob("manifest.csv")).parent


def varies(pixels: np.ndarray) -> bool:
    flat = pixels.reshape(-1, pixels.shape[-1]) if pixels.ndim == 3 else pixels.reshape(-1, 1)
    return bool((flat.min(axis=0) != flat.max(axis=0)).any())


def stored_pixels(path: Path) -> np.ndarray:
    """The file's own values in its own mode: no scaling, no compositing."""
    with Image.open(path) as picture:
        return np.asarray(picture.convert("RGBA") if picture.mode == "P" else picture)


@pytest.mark.parametrize("row", ROWS, ids=[f"{i}-{row['odd'][:30]}" for i, row in enumerate(ROWS)])
def test_a_picture_or_an_error(row: dict[str, str], nasty: Path, recwarn: pytest.WarningsRecorder) -> None:
    path = nasty / row["file"]
    assert os.path.lexists(path)
    if row["expected"] == "decodes":
        pixels = read_picture(path)
        assert pixels.shape[2] == 3
        assert pixels.dtype == np.uint8
        assert varies(pixels) == varies(stored_pixels(path))
        square = read_square(path, 100)
        assert square.shape == (100, 100, 3)
        assert np.array_equal(square, read_square(path.read_bytes(), 100))
        for mode in RESIZE_MODES:
            seen = examine(path, 100, mode)
            assert (seen.height, seen.width) == pixels.shape[:2]
            assert seen.format
            assert np.array_equal(seen.pixels, read_square(path, 100, mode))
            if pixels.size < 50_000_000:
                # Reduced on the way, or in full and then: the same but for a few grey levels.
                in_full = picture_from_pixels(pixels, 100, mode)
                assert np.abs(seen.pixels.astype(int) - in_full).mean() < 4
    elif row["file"] not in DEPENDS_ON_BUILD:
        with pytest.raises(PictureError) as caught:
            read_picture(path)
        said = str(caught.value)
        assert said.endswith(".")
        assert Path(row["file"]).name not in said
        assert REFUSED.get(row["file"], "") in said
        with pytest.raises(PictureError):
            examine(path, 100)
    assert not recwarn.list


@pytest.mark.parametrize(
    "row",
    [row for row in ROWS if row["expected"] == "decodes" and row["mode"] in ("RGB", "L", "CMYK", "YCbCr")],
    ids=lambda row: row["odd"][:30],
)
def test_an_ordinary_picture_is_pillows_own_turned_upright(row: dict[str, str], nasty: Path) -> None:
    path = nasty / row["file"]
    with Image.open(path) as picture:
        if picture.has_transparency_data:
            pytest.skip("composited on white, which Pillow leaves to its caller")
        expected = np.asarray(ImageOps.exif_transpose(picture).convert("RGB"))
    assert np.array_equal(read_picture(path), expected)


WEIGH = (
    PEAK
    + """
import sys
from core.errors import PictureError
from core.images import examine
before = peak_bytes()
for path in sys.stdin.read().split("\\0"):
    try:
        examine(path, 100)
    except PictureError:
        pass
print((peak_bytes() - before) // 1024**2)
"""
)


@on_linux
def test_none_takes_much_memory(nasty: Path) -> None:
    paths = "\0".join(str(nasty / row["file"]) for row in ROWS)
    weighed = subprocess.run(
        [sys.executable, "-c", WEIGH],
        input=os.fsencode(paths),
        cwd=Path(__file__).parents[2],
        capture_output=True,
        check=True,
        timeout=10 * len(ROWS),
    )
    assert int(weighed.stdout) < 500


def test_the_manifest_is_whole() -> None:
    assert len(ROWS) > 200
    assert {row["expected"] for row in ROWS} == {"decodes", "opens-but-fails", "not-an-image"}
    assert all(int(row["width"]) * int(row["height"]) <= MAX_PIXELS for row in ROWS if row["expected"] == "decodes")
