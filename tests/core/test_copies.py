"""Copies in a folder for each class: nothing moved, nothing overwritten, harmless to repeat."""

import errno
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import copies
from core.answers import Answer
from core.control import Control
from core.copies import Sorted, folder_for, folder_names, require_apart, sort_copies
from core.errors import Stopped, StorageError
from core.events import Event
from core.words import say

NAMES = ("cat", "dog")
Photo = Callable[..., Path]


@pytest.fixture
def photo(tmp_path: Path) -> Photo:
    def make(name: str, content: bytes = b"pixels") -> Path:
        file = tmp_path / "photos" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
        return file

    return make


def contents(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_each_class_has_its_folder(photo: Photo, tmp_path: Path) -> None:
    files = [photo("a.jpg", b"a"), photo("b.jpg", b"b"), photo("c.jpg", b"c")]
    done = sort_copies(zip(files, ("dog", "cat", "dog"), strict=True), tmp_path / "out", NAMES)
    assert done == Sorted(3, 0, ())
    assert contents(tmp_path / "out") == {"dog/a.jpg": b"a", "cat/b.jpg": b"b", "dog/c.jpg": b"c"}
    assert all(file.exists() for file in files)


def test_copies_keep_their_date(photo: Photo, tmp_path: Path) -> None:
    file = photo("a.jpg")
    os.utime(file, (1_000_000_000, 1_000_000_000))
    sort_copies([(file, "dog")], tmp_path / "out", NAMES)
    assert (tmp_path / "out" / "dog" / "a.jpg").stat().st_mtime == 1_000_000_000


def test_of_two_with_one_name_the_second_gets_a_number(photo: Photo, tmp_path: Path) -> None:
    files = [photo(f"{each}/a.jpg", each.encode()) for each in "xyz"]
    sort_copies([(file, "dog") for file in files], tmp_path / "out", NAMES)
    assert contents(tmp_path / "out") == {"dog/a.jpg": b"x", "dog/a 2.jpg": b"y", "dog/a 3.jpg": b"z"}


def test_doing_it_again_changes_nothing(photo: Photo, tmp_path: Path) -> None:
    pairs = [(photo(f"{each}/a.jpg", each.encode()), "dog") for each in "xyz"]
    sort_copies(pairs, tmp_path / "out", NAMES)
    before = contents(tmp_path / "out")
    assert sort_copies(pairs, tmp_path / "out", NAMES) == Sorted(0, 3, ())
    assert contents(tmp_path / "out") == before


def test_one_that_is_gone_does_not_end_the_rest(photo: Photo, tmp_path: Path) -> None:
    done = sort_copies([(tmp_path / "none.jpg", "dog"), (photo("a.jpg"), "dog")], tmp_path / "out", NAMES)
    assert done.copied == 1
    (rejected,) = done.rejected
    assert rejected.file == str(tmp_path / "none.jpg")
    assert str(rejected.reason).endswith(".")


def test_a_file_in_the_way_is_not_overwritten(photo: Photo, tmp_path: Path) -> None:
    (tmp_path / "out" / "dog" / "a.jpg").mkdir(parents=True)
    sort_copies([(photo("a.jpg"), "dog")], tmp_path / "out", NAMES)
    assert contents(tmp_path / "out") == {"dog/a 2.jpg": b"pixels"}


def test_a_stop_keeps_what_was_copied(photo: Photo, tmp_path: Path) -> None:
    control = Control()

    def pairs() -> Iterator[tuple[Path, str]]:
        yield photo("a.jpg"), "dog"
        control.stop()
        yield photo("b.jpg"), "dog"

    with pytest.raises(Stopped):
        sort_copies(pairs(), tmp_path / "out", NAMES, control=control)
    assert list(contents(tmp_path / "out")) == ["dog/a.jpg"]


@pytest.mark.usefixtures("every_report")
def test_progress_is_reported(photo: Photo, tmp_path: Path) -> None:
    events: list[Event] = []
    sort_copies([(photo(f"{each}.jpg"), "dog") for each in "ab"], tmp_path / "out", NAMES, events.append, total=2)
    assert [(event.done, event.total) for event in events] == [(1, 2), (2, 2)]  # type: ignore[union-attr]


def test_a_full_disk_says_how_many_were_copied(photo: Photo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pairs = [(photo(f"{each}.jpg"), "dog") for each in "abc"]
    real = copies.write_copy

    def until_full(content: bytes, target: Path) -> None:
        if target.name == "c.jpg":
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        real(content, target)

    monkeypatch.setattr(copies, "write_copy", until_full)
    with pytest.raises(StorageError) as failed:
        sort_copies(pairs, tmp_path / "out", NAMES)
    assert "Copied so far: 2." in str(failed.value)
    assert "The disk is full." in str(failed.value)
    assert len(contents(tmp_path / "out")) == 2


def test_a_file_where_the_folder_should_be_is_said(photo: Photo, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")
    with pytest.raises(StorageError):
        sort_copies([(photo("a.jpg"), "dog")], tmp_path / "out", NAMES)


# ---- names of folders


@pytest.mark.parametrize(
    ("name", "folder"),
    [
        ("dog", "dog"),
        ("犬", "犬"),
        ("a/b", "a_b"),
        ("../up", "_._up"),
        ("..", "_"),
        ("", "_"),
        (".hidden", "_hidden"),
        ("CON", "_CON"),
        ("nul.txt", "_nul.txt"),
        ("dog. ", "dog"),
        ('<>:"|?*', "_______"),
    ],
)
def test_folders_have_names_that_every_system_takes(name: str, folder: str) -> None:
    assert folder_names([name]) == {name: folder}


def test_classes_whose_names_become_one_stay_apart() -> None:
    assert folder_names(["a:b", "a_b", "a/b", "Dog", "dog"]) == {
        "a_b": "a_b",
        "Dog": "Dog",
        "dog": "dog 2",
        "a:b": "a_b 2",
        "a/b": "a_b 3",
    }


@given(st.lists(st.text(max_size=300), max_size=8, unique=True))
def test_folders_lie_in_the_folder_and_are_as_many_as_the_classes(names: list[str]) -> None:
    folders = folder_names(names)
    assert sorted(folders) == sorted(names)
    assert len({each.casefold() for each in folders.values()}) == len(names)
    for each in folders.values():
        assert Path(each).name == each
        assert each not in (".", "..")
        assert len(os.fsencode(each.encode(errors="replace").decode())) <= 255


# ---- where a photo goes


def test_unsure_ones_go_apart_only_if_asked() -> None:
    sure = Answer("a", (("dog", 0.95), ("cat", 0.05)))
    unsure = Answer("a", (("dog", 0.5), ("cat", 0.5)))
    foreign = Answer("a", (("dog", 0.95), ("cat", 0.05)), is_foreign=True)
    assert [folder_for(each) for each in (sure, unsure, foreign)] == ["dog"] * 3
    assert [folder_for(each, True) for each in (sure, unsure, foreign)] == ["dog", "not sure", "foreign"]
    assert folder_for(Answer("a", error=say("Broken.")), True) is None


def test_the_folders_apart_are_there_beside_the_classes(photo: Photo, tmp_path: Path) -> None:
    sort_copies([(photo("a.jpg"), "not sure"), (photo("b.jpg"), "dog")], tmp_path / "out", NAMES)
    assert set(contents(tmp_path / "out")) == {"not sure/a.jpg", "dog/b.jpg"}


@pytest.mark.parametrize("target", ["photos", "photos/sorted", "photos/../photos/deep/er", "link/sorted"])
def test_copies_do_not_go_among_the_photos(target: str, photo: Photo, tmp_path: Path) -> None:
    photo("a.jpg")
    (tmp_path / "link").symlink_to(tmp_path / "photos")
    with pytest.raises(StorageError, match="lies within"):
        require_apart(tmp_path / target, [tmp_path / "photos"])


@pytest.mark.parametrize("target", ["out", "photos sorted", "photos2/photos"])
def test_copies_go_beside_the_photos(target: str, photo: Photo, tmp_path: Path) -> None:
    require_apart(tmp_path / target, [photo("a.jpg").parent, photo("a.jpg"), tmp_path / "none"])
