"""Which files of a folder a network is asked about."""

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
    found = list_files(tmp_path)
    assert [photo.name for photo in found] == ["a/deep/er/x", "a/z.png", "b.jpg", "ä 写真.webp"]
    assert [photo.file for photo in found] == [os.path.join(tmp_path, photo.name) for photo in found]


def test_loops_through_links_end(tmp_path: Path) -> None:
    touch(tmp_path / "a" / "x.jpg")
    (tmp_path / "a" / "back").symlink_to(tmp_path)
    (tmp_path / "again").symlink_to(tmp_path / "a")
    assert len(list_files(tmp_path)) == 1


def test_an_empty_folder_has_none(tmp_path: Path) -> None:
    assert list_files(tmp_path) == ()


def test_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="“gone” cannot be listed: No such file or directory"):
        list_files(tmp_path / "gone")


def test_listing_can_be_stopped(tmp_path: Path) -> None:
    touch(tmp_path / "x.jpg")
    control = Control()
    control.stop()
    with pytest.raises(Stopped):
        list_files(tmp_path, control=control)
