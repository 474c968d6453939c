"""Photos added to a class are copied, never moved; nothing there is overwritten; what is no picture is named."""

import errno
import os
import shutil
from pathlib import Path
from typing import Any

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


LONG = "犬" * 83 + "ab.png"


def test_a_name_as_long_as_can_be_is_cut_where_it_is_taken(tmp_path: Path) -> None:
    assert len(os.fsencode(LONG)) == 255
    added = photo(tmp_path / "from", LONG)
    found = collect([added] * 11, tmp_path / "to")
    names = [Path(each).name for each in found.files]
    assert names[:2] == [LONG, "犬" * 83 + " 2.png"]
    assert len(set(names)) == 11
    assert all(len(os.fsencode(each)) <= 255 and each.endswith(".png") for each in names)
    assert found.rejected == ()


@pytest.mark.parametrize("name", ["x." + "a" * 253, "." + "犬" * 84, "a" * 251 + ".png"])
def test_any_name_is_copied_again_and_again(tmp_path: Path, name: str) -> None:
    photo(tmp_path / "from", "x.png")
    source = (tmp_path / "from" / "x.png").rename(tmp_path / "from" / name)
    found = collect([Photo(name, str(source))] * 3, tmp_path / "to")
    assert len(set(found.files)) == 3
    assert all(Path(each).read_bytes() == source.read_bytes() for each in found.files)


def failing(monkeypatch: pytest.MonkeyPatch, number: int, name: str) -> None:
    """Writing a file whose name begins like this fails."""
    write = Path.write_bytes

    def fails(path: Path, content: bytes) -> int:
        if path.name.startswith(f".{name}"):
            raise OSError(number, os.strerror(number))
        return write(path, content)

    monkeypatch.setattr(Path, "write_bytes", fails)


def test_a_photo_that_cannot_be_copied_is_left_out_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    photos = [photo(tmp_path / "from", each) for each in ("a.png", "b.png", "c.png")]
    failing(monkeypatch, errno.EINVAL, "b")
    found = collect(photos, tmp_path / "to")
    assert [Path(each).name for each in found.files] == ["a.png", "c.png"]
    assert [(each.file, str(each.reason)) for each in found.rejected] == [
        ("b.png", "It cannot be copied: Invalid argument.")
    ]


def test_a_full_disk_leaves_no_copies_that_nobody_knows_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    photos = [photo(tmp_path / "from", each) for each in ("a.png", "b.png")]
    failing(monkeypatch, errno.ENOSPC, "b")
    with pytest.raises(StorageError, match="The disk is full"):
        collect(photos, tmp_path / "new")
    assert not (tmp_path / "new").exists()
    kept = collect([photos[0]], tmp_path / "to").files
    with pytest.raises(StorageError, match="The disk is full"):
        collect(photos, tmp_path / "to")
    assert [str(each) for each in (tmp_path / "to").iterdir()] == list(kept)


def test_a_folder_that_goes_away_is_said(tmp_path: Path) -> None:
    photos = [photo(tmp_path / "from", each) for each in ("a.png", "b.png")]
    control, to = Control(), tmp_path / "to"
    control.check = lambda *_: shutil.rmtree(to) if list(to.iterdir()) else None  # type: ignore[method-assign]
    with pytest.raises(StorageError, match="The folder is gone"):
        collect(photos, to, control=control)


def test_a_stop_in_the_middle_leaves_nothing(tmp_path: Path, every_report: None) -> None:
    control, photos = Control(), [photo(tmp_path / "from", each) for each in ("a.png", "b.png")]
    copied: list[Path] = []

    def report(_: object) -> None:
        copied.extend((tmp_path / "to").iterdir())
        control.stop()

    with pytest.raises(Stopped):
        collect(photos, tmp_path / "to", report, control)
    assert [each.name for each in copied] == ["a.png"]
    assert not (tmp_path / "to").exists()


def test_a_photo_that_vanishes_is_told_or_was_copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, gone = photo(tmp_path / "from", "a.png"), photo(tmp_path / "from", "b.png")
    Path(str(gone.file)).unlink()
    read = images.read_picture

    def vanishing(source: Any, longest_px: int | None = None) -> Any:
        Path(str(first.file)).unlink()
        return read(source, longest_px)

    monkeypatch.setattr(images, "read_picture", vanishing)
    found = collect([first, gone], tmp_path / "to")
    assert [Path(each).name for each in found.files] == ["a.png"]
    assert [(each.file, str(each.reason)) for each in found.rejected] == [
        ("b.png", "The file is not there: it was moved, or a link leads nowhere.")
    ]
