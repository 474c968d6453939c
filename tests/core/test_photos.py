"""A photo's pixels, by its file or pasted: the square that a network takes, and the photo as it is."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core.answers import FittedPicture, Photo, PreviewPicture
from core.errors import PictureError
from core.framing import RESIZE_MODES, Frame, ResizeMode
from core.images import read_square
from core.photos import PhotoReader, preview, square
from core.questions import Fit, Preview
from tests.core.scenes import cropped, scene


@pytest.fixture
def wide(tmp_path: Path) -> Photo:
    """80 x 40 pixels."""
    scene(1, (80, 40)).save(tmp_path / "広い.png")
    return Photo("広い.png", str(tmp_path / "広い.png"))


def pasted(photo: Photo) -> Photo:
    assert photo.file is not None
    return Photo("pasted", pixels=np.array(Image.open(photo.file)))


@pytest.mark.parametrize("mode", RESIZE_MODES)
def test_pasted_pixels_become_the_square_of_their_file(wide: Photo, mode: ResizeMode) -> None:
    found = square(wide, Frame(20, mode))
    assert found.shape == (20, 20, 3)
    assert np.array_equal(found, square(pasted(wide), Frame(20, mode)))
    assert wide.file is not None
    assert np.array_equal(found, read_square(wide.file, 20, mode))


def test_each_way_of_resizing_gives_another_square(wide: Photo, tmp_path: Path) -> None:
    stretched, middle, padded = (square(wide, Frame(20, mode)) for mode in RESIZE_MODES)
    assert wide.file is not None
    cropped(Image.open(wide.file)).save(tmp_path / "middle.png")
    assert np.array_equal(middle, read_square(tmp_path / "middle.png", 20))
    assert not padded[:5].any()
    assert not padded[15:].any()
    assert padded[5:15].any(axis=(1, 2)).all()
    assert not np.array_equal(stretched, middle)


def test_a_preview_keeps_the_aspect_and_is_never_larger_than_the_photo(wide: Photo) -> None:
    for photo in (wide, pasted(wide)):
        assert preview(photo, 40).shape == (20, 40, 3)
        assert preview(photo, 500).shape == (40, 80, 3)


def test_questions_about_photos_alone_are_answered(wide: Photo) -> None:
    reader, frame = PhotoReader(), Frame(20, "pad")
    previewed = reader.answer(Preview(wide, 40))
    assert isinstance(previewed, PreviewPicture)
    assert np.array_equal(previewed.pixels, preview(wide, 40))
    fitted = reader.answer(Fit(wide, frame, 40))
    assert isinstance(fitted, FittedPicture)
    assert (fitted.photo, fitted.frame) == (wide, frame)
    assert np.array_equal(fitted.pixels, square(wide, frame))
    assert np.array_equal(fitted.original, preview(wide, 40))


@pytest.mark.parametrize("name", ["gone.png", "page.jpg"])
def test_a_photo_that_cannot_be_read_is_an_error(tmp_path: Path, name: str) -> None:
    (tmp_path / "page.jpg").write_text("<html>")
    photo = Photo(name, str(tmp_path / name))
    for question in (Preview(photo, 40), Fit(photo, Frame(20), 40)):
        with pytest.raises(PictureError):
            PhotoReader().answer(question)
