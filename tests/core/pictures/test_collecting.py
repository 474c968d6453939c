"""Photos added to a class are copied, never moved; nothing there is overwritten; what is no picture is named."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core import images
from core.answers import Photo
from core.control import Control
from core.errors import Stopped, StorageError
from core.pictures.collecting import collect, collection_folder


def photo(folder: Path, name: str, colour: tuple[int, int, int] = (200, 30, 30)) -> Photo:
    folder.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", (20, 10), colour).save(folder / name)
    return Photo(name, str(folder / name))


def test_files_are_copied_as_they_are(tmp_path: Path) -> None:
    added = photo(tmp_path / "from", "犬 %20 'a'.png")
    before = Path(str(added.file)).read_bytes()
    found = collect([added], tmp_path / "to" / "dogs")
    (file,) = found.files
    assert Path(file).parent == tmp_path / "to" / "dogs"
    assert Path(file).read_bytes() == before == Path(str(added.file)).read_bytes()
    assert found.rejected == ()


def test_a_name_that_is_taken_gets_a_number(tmp_path: Path) -> None:
    first, second = photo(tmp_path / "a", "x.png"), photo(tmp_path / "b", "x.png", (0, 0, 255))
    found = collect([first, second, second], tmp_path / "to")
    assert [Path(each).name for each in found.files] == ["x.png", "x 2.png", "x 3.png"]
    assert images.read_picture(found.files[0])[0, 0].tolist() == [200, 30, 30]
    assert images.read_picture(found.files[1])[0, 0].tolist() == [0, 0, 255]


def test_pasted_pixels_become_a_file_without_loss(tmp_path: Path) -> None:
    pixels = np.random.default_rng(3).integers(0, 256, (7, 9, 3)).astype(np.uint8)
    (file,) = collect([Photo("Pasted picture", pixels=pixels)], tmp_path / "to").files
    assert np.array_equal(images.read_picture(file), pixels)


def test_what_is_no_picture_is_named_and_not_copied(tmp_path: Path) -> None:
    page = tmp_path / "page.jpg"
    page.write_text("<html>")
    found = collect([Photo(page.name, str(page)), photo(tmp_path / "a", "x.png")], tmp_path / "to")
    assert [Path(each).name for each in found.files] == ["x.png"]
    assert [(each.file, str(each.reason)) for each in found.rejected] == [
        ("page.jpg", "Not a picture: the file holds a web page.")
    ]
    assert [each.name for each in (tmp_path / "to").iterdir()] == ["x.png"]


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StorageError, match="The photos cannot be copied into"):
        collect([photo(tmp_path / "a", "x.png")], tmp_path / "file" / "to")


def test_a_stop_is_heard(tmp_path: Path) -> None:
    control = Control()
    control.stop()
    with pytest.raises(Stopped):
        collect([photo(tmp_path / "a", "x.png")], tmp_path / "to", control=control)


def test_two_folders_of_one_name_have_collections_of_their_own(tmp_path: Path) -> None:
    one, other = collection_folder(tmp_path / "a" / "pets"), collection_folder(tmp_path / "b" / "pets")
    assert one != other
    assert one.name.startswith("pets ")
    assert collection_folder(tmp_path, str(tmp_path / "mine")) == tmp_path / "mine"
