"""Arrays as a folder of pictures: every pixel, every name, once, and nothing half done."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from core import places
from core.control import Control
from core.errors import DatasetError, Stopped, StorageError
from core.events import Event, Preparing
from core.images import read_picture
from core.pictures.arrays import leftovers, rows, unpacking
from core.pictures.arrays.class_names import folder_names, labels_file
from core.pictures.arrays.unpacking import unpack, unpacked_from
from core.pictures.scan import scan
from tests.core.pictures.arrays.made import (
    ANIMALS,
    FOUR,
    NAMES,
    X_TEST,
    X_TRAIN,
    Y_TEST,
    Y_TRAIN,
    named_archive,
    tutorial,
    written,
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return written(tmp_path / "augumented_images.npy", tutorial())


def left_behind() -> list[str]:
    """What stands in the program's own folder."""
    folder = places.unpacked_folder()
    return sorted(os.listdir(folder)) if folder.exists() else []


def test_every_picture_in_its_order(file: Path) -> None:
    folder = unpack(file)
    assert folder.parent.parent == places.unpacked_folder()
    for part, pictures, labels in (("train", X_TRAIN, Y_TRAIN), ("test", X_TEST, Y_TEST)):
        found = sorted((folder / part).glob("*/*.png"), key=lambda each: each.name)
        assert [each.name for each in found] == [f"{place:05}.png" for place in range(1, len(labels) + 1)]
        assert [each.parent.name for each in found] == [f"class {label + 1}" for label in labels]
        assert np.array_equal(np.stack([read_picture(each) for each in found]), pictures)


def test_a_scan_finds_its_parts_and_classes(file: Path) -> None:
    dataset = scan(unpack(file))
    assert dataset.counts == {"class 1": 4, "class 2": 3, "class 3": 3}
    assert [each.part for each in dataset.pictures].count("test") == 3
    assert not dataset.rejected
    assert not dataset.empty_classes


def test_classes_sort_in_their_order(tmp_path: Path) -> None:
    labels = np.arange(12) % 12
    content = tutorial(4, (np.zeros((12, 4, 4, 3), np.uint8), X_TEST, labels, Y_TEST))
    names = scan(unpack(written(tmp_path / "a.npy", content))).class_names
    assert names == tuple(f"class {number:02}" for number in range(1, 13))


@pytest.mark.parametrize(("channels", "mode"), [((), "L"), ((1,), "L"), ((3,), "RGB"), ((4,), "RGBA")])
def test_channels_are_kept(tmp_path: Path, channels: tuple[int, ...], mode: str) -> None:
    shown = np.random.default_rng(0).integers(0, 256, (7, 5, 6, *channels), dtype=np.uint8)
    folder = unpack(written(tmp_path / "a.npy", tutorial(4, (shown, X_TEST, Y_TRAIN, Y_TEST))))
    with Image.open(folder / "train" / "class 2" / "00002.png") as picture:
        assert picture.mode == mode
        assert np.array_equal(np.asarray(picture).ravel(), shown[1].ravel())


def test_only_training_pictures(tmp_path: Path) -> None:
    file = written(tmp_path / "a.npy", tutorial(4, (X_TRAIN, X_TEST[:0], Y_TRAIN, Y_TEST[:0])))
    dataset = scan(unpack(file))
    assert len(dataset.pictures) == 7
    assert not dataset.has_parts
    assert unpacked_from(dataset.root) == file


def test_a_folder_says_where_it_came_from(file: Path, tmp_path: Path) -> None:
    assert unpacked_from(unpack(file)) == file
    assert unpacked_from(tmp_path) is None
    (tmp_path / unpacking.MARKER).write_text("[1]")
    assert unpacked_from(tmp_path) is None


# ---- once


def test_what_is_unpacked_is_used_again(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = unpack(file)
    monkeypatch.setattr(unpacking, "read_arrays", lambda *_: pytest.fail("read again"))
    assert unpack(file) == folder


def test_a_changed_file_is_another_folder(file: Path) -> None:
    first = unpack(file)
    written(file, tutorial(4, (X_TRAIN, X_TEST, 2 - Y_TRAIN, Y_TEST)))
    os.utime(file, ns=(1, 1))
    second = unpack(file)
    assert first != second
    assert (second / "train" / "class 3" / "00001.png").exists()


def test_a_folder_that_lost_pictures_is_made_anew(file: Path) -> None:
    folder = unpack(file)
    lost = folder / "train" / "class 1" / "00001.png"
    lost.unlink()
    assert unpack(file) == folder
    assert lost.exists()
    (folder / unpacking.MARKER).unlink()
    shutil.rmtree(folder / "test")
    assert unpack(file) == folder
    assert len(scan(folder).pictures) == 10


class _Usage(NamedTuple):
    total: int
    used: int
    free: int


def test_room_is_asked_for_before_anything_is_written(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: _Usage(10**9, 10**9, 1234))
    with pytest.raises(StorageError, match=r"1\.2 kB are free"):
        unpack(file)
    assert left_behind() == []


def test_a_stop_leaves_nothing_behind(file: Path, monkeypatch: pytest.MonkeyPatch, every_report: None) -> None:
    monkeypatch.setattr(rows, "BLOCK_BYTES", 100)
    control = Control()

    def report(event: Event) -> None:
        if isinstance(event, Preparing) and event.done:
            control.stop()

    with pytest.raises(Stopped):
        unpack(file, report, control)
    assert left_behind() == []
    assert len(scan(unpack(file)).pictures) == 10


def test_damage_that_comes_to_light_late_leaves_nothing_behind(tmp_path: Path) -> None:
    content = bytearray(named_archive())
    content[content.index(X_TEST.tobytes()) + 3] ^= 1
    with pytest.raises(DatasetError, match="damaged"):
        unpack(written(tmp_path / "a.npz", bytes(content)))
    assert left_behind() == []


def test_a_full_disk_is_told(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: Any, **__: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Image.Image, "save", full)
    with pytest.raises(StorageError, match="disk is full"):
        unpack(file)
    assert left_behind() == []


def test_what_a_killed_process_left_is_swept(file: Path) -> None:
    left = places.unpacked_folder() / ".old-1234"
    young = places.unpacked_folder() / ".young-1234"
    left.mkdir(parents=True)
    young.mkdir()
    os.utime(left, (0, 0))
    folder = unpack(file)
    assert left_behind() == sorted([young.name, folder.parent.name])


def test_unpacking_goes_on_where_there_are_no_locks(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(leftovers, "_hold", lambda _: False)
    folder = unpack(file)
    assert left_behind() == [folder.parent.name]


KILLED = """
import os, sys
from pathlib import Path
from core.events import Preparing
from core.pictures.arrays.unpacking import unpack
def die(event):
    if isinstance(event, Preparing) and event.done:
        if sys.argv[2] == "wait":
            print("unpacking", flush=True)
            sys.stdin.read()
        os._exit(1)
unpack(Path(sys.argv[1]), die)
"""


def killed(file: Path, when: str) -> subprocess.Popen[str]:
    """A process that dies in the middle of unpacking a file: at once, or when its input is closed."""
    return subprocess.Popen(
        [sys.executable, "-c", KILLED, str(file), when],
        cwd=Path(__file__).parents[4],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def test_what_a_process_killed_just_now_left_is_swept_too(file: Path) -> None:
    with killed(file, "at once") as process:
        process.communicate(timeout=60)
    assert left_behind()
    folder = unpack(file)
    assert left_behind() == [folder.parent.name]


def test_what_another_process_is_unpacking_is_left_alone(file: Path, tmp_path: Path) -> None:
    other = written(tmp_path / "other.npy", tutorial())
    with killed(other, "wait") as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "unpacking\n"
        being_made = left_behind()
        folder = unpack(file)
        assert left_behind() == sorted([*being_made, folder.parent.name])
        process.communicate("", timeout=60)
    # Another file again: what was unpacked is not looked for once more.
    os.utime(file, (1, 1))
    again = unpack(file)
    assert left_behind() == sorted([folder.parent.name, again.parent.name])


def test_progress_counts_every_picture(file: Path, every_report: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "BLOCK_BYTES", 200)
    events: list[Event] = []
    unpack(file, events.append)
    counted = [(each.done, each.total) for each in events if isinstance(each, Preparing) and each.total]
    assert counted == sorted(set(counted))
    assert counted[-1] == (10, 10)
    assert len(counted) > 5


# ---- class names


def test_names_from_a_list_beside_the_file(file: Path) -> None:
    first = unpack(file)
    (file.parent / "labels.txt").write_text("one\ntwo\nthree\n", encoding="utf-8")
    labels_file(file).write_text("\ufeff犬\r\n猫\r\n\r\n鳥 \r\n", encoding="utf-8")
    second = unpack(file)
    assert first != second
    assert set(scan(second).class_names) == {"犬", "猫", "鳥"}
    assert (second / "train" / "犬" / "00001.png").exists()
    labels_file(file).unlink()
    assert set(scan(unpack(file)).class_names) == {"one", "two", "three"}


@pytest.mark.parametrize("text", ["a\nb\n", "a\nb\nb\n", "", "a\nb\nc\nd", "\udcff\n" * 3])
def test_a_list_that_does_not_fit_is_passed_over(file: Path, text: str) -> None:
    labels_file(file).write_bytes(text.encode(errors="surrogateescape"))
    assert scan(unpack(file)).class_names == ("class 1", "class 2", "class 3")


def test_given_names(file: Path) -> None:
    assert set(scan(unpack(file, class_names=["x", "y", "z"])).class_names) == {"x", "y", "z"}
    with pytest.raises(DatasetError, match="2 class names are given for the 3 classes"):
        unpack(file, class_names=["x", "y"])
    with pytest.raises(DatasetError, match="all different"):
        unpack(file, class_names=["x", "y", "y"])


def test_names_for_the_classes_that_have_pictures(tmp_path: Path) -> None:
    file = written(tmp_path / "a.npy", tutorial(4, (X_TRAIN, X_TEST, Y_TRAIN * 2, Y_TEST * 2)))
    folder = unpack(file, class_names=["x", "y", "z"])
    assert scan(folder).counts == {"x": 4, "y": 3, "z": 3}
    assert scan(unpack(file)).class_names == ("class 1", "class 3", "class 5")


def test_text_labels_name_the_folders(tmp_path: Path) -> None:
    odd = np.array(["a/b", "..", "a:b"])
    file = written(tmp_path / "a.npy", tutorial(4, (X_TRAIN, X_TEST, odd[Y_TRAIN], odd[Y_TEST])))
    (tmp_path / "labels.txt").write_text("x\ny\nz")
    names = scan(unpack(file)).class_names
    assert names == ("a_b", "a_b (2)", "class 1")
    plain = written(tmp_path / "b.npy", tutorial(4, (X_TRAIN, X_TEST, ANIMALS[Y_TRAIN], ANIMALS[Y_TEST])))
    assert scan(unpack(plain)).class_names == tuple(ANIMALS)


@given(st.lists(st.text(max_size=300) | st.sampled_from(["con", "a", "A", ".", "", "nul.txt", "__MACOSX", "x. "])))
def test_any_names_are_folders_of_their_own(tmp_path_factory: Any, names: list[str]) -> None:
    root = tmp_path_factory.mktemp("names")
    found = folder_names(names)
    assert len({each.casefold() for each in found}) == len(names)
    for each in found:
        (root / each).mkdir()
        assert not each.startswith(".")
    assert sorted(os.listdir(root)) == sorted(found)


def test_four_files_are_unpacked_together(tmp_path: Path) -> None:
    for name, array in zip(NAMES, FOUR, strict=True):
        np.save(tmp_path / name, array)
    folder = unpack(tmp_path / "Y_test.npy")
    assert len(scan(folder).pictures) == 10
    marker = json.loads((folder / unpacking.MARKER).read_text(encoding="utf-8"))
    assert len(marker["files"]) == 4
    assert marker["shapes"]["training"] == [7, 5, 6, 3]


def test_odd_paths(tmp_path: Path) -> None:
    for name in ("写真 🦊 “x” %20.npy", "x" * 250 + ".npy", ".hidden.npy"):
        folder = unpack(written(tmp_path / name, tutorial()))
        assert len(scan(folder).pictures) == 10
        assert unpacked_from(folder) == tmp_path / name


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="No such file"):
        unpack(tmp_path / "gone.npy")
    assert left_behind() == []
