"""Which files a network is asked about, of those and the folders that it is given."""

import os
from pathlib import Path

import pytest

from core.control import Control
from core.errors import DatasetError, Stopped
from core.pictures.listing import list_files


def touch(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch()


def test_every_visible_file_below_by_its_path(tmp_path: Path) -> None:
    for name in ("b.jpg", "a/z.png", "a/deep/er/x", "ä 写真.webp", ".hidden", ".h/x.jpg", "Thumbs.db", "__MACOSX/y"):
        touch(tmp_path / name)
    found = list_files([tmp_path])
    assert [photo.name for photo in found] == ["a/deep/er/x", "a/z.png", "b.jpg", "ä 写真.webp"]
    assert [photo.file for photo in found] == [os.path.join(tmp_path, photo.name) for photo in found]


def test_files_come_first_then_folders_one_after_the_other(tmp_path: Path) -> None:
    for name in ("one/b.jpg", "one/a/z.png", "two/b.jpg", "c.jpg", "a.jpg"):
        touch(tmp_path / name)
    files = [tmp_path / "c.jpg", tmp_path / "a.jpg", tmp_path / "gone.jpg"]
    found = list_files([tmp_path / "two", tmp_path / "one"], files)
    names = ["c.jpg", "a.jpg", "gone.jpg", "two/b.jpg", "one/a/z.png", "one/b.jpg"]
    assert [photo.name for photo in found] == names
    assert [photo.file for photo in found] == [os.path.join(tmp_path, name) for name in names]


def test_what_is_there_twice_comes_once(tmp_path: Path) -> None:
    for name in ("in/a.jpg", "in/deep/b.jpg"):
        touch(tmp_path / name)
    found = list_files([tmp_path / "in" / "deep", tmp_path / "in"], [tmp_path / "in" / "a.jpg"])
    assert [photo.name for photo in found] == ["a.jpg", "deep/b.jpg"]


def test_one_of_several_that_is_gone_is_told(tmp_path: Path) -> None:
    touch(tmp_path / "one" / "a.jpg")
    with pytest.raises(DatasetError, match="“gone” cannot be listed"):
        list_files([tmp_path / "one", tmp_path / "gone"])


def test_loops_through_links_end(tmp_path: Path) -> None:
    touch(tmp_path / "a" / "x.jpg")
    (tmp_path / "a" / "back").symlink_to(tmp_path)
    (tmp_path / "again").symlink_to(tmp_path / "a")
    assert len(list_files([tmp_path])) == 1


def test_an_empty_folder_has_none(tmp_path: Path) -> None:
    assert list_files([tmp_path]) == ()


def test_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="“gone” cannot be listed: No such file or directory"):
        list_files([tmp_path / "gone"])


def test_listing_can_be_stopped(tmp_path: Path) -> None:
    touch(tmp_path / "x.jpg")
    control = Control()
    control.stop()
    with pytest.raises(Stopped):
        list_files([tmp_path], control=control)
