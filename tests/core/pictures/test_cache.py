"""Decoded pixels on disk: once per file and size, right after every mishap."""

import contextlib
import errno
import os
import shutil
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from core import images, places
from core.control import Control
from core.errors import DatasetError, PictureError, Stopped, StorageError
from core.events import Event, Preparing
from core.framing import Frame
from core.image_sources import content_of
from core.images import read_square
from core.pictures import cache, cache_filling
from core.pictures.cache import PreparedPictures, check, prepare
from core.pictures.cache_index import Index
from core.pictures.dataset import Dataset
from core.pictures.edits import Edits
from core.pictures.row_file import RowFile
from core.pictures.scan import scan

ROOT = Path(__file__).parents[3]
SIZE = 12
FRAME = Frame(SIZE)


@pytest.fixture
def decoded(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that were decoded, as it happens."""
    seen: list[str] = []
    honest = images.examine

    def counting(source: Any, *frame: Any) -> Any:
        seen.append(Path(source).name)
        return honest(source, *frame)

    monkeypatch.setattr(images, "examine", counting)
    return seen


@pytest.fixture
def folder(make_colours: Any) -> Path:
    root: Path = make_colours(per_class=4, names=("blue", "red"))
    return root


def assert_right(prepared: PreparedPictures, size_px: int = SIZE) -> None:
    expected = [read_square(prepared.dataset.path(picture), size_px) for picture in prepared.dataset.pictures]
    assert np.array_equal(prepared.pixels(np.arange(len(expected))), np.stack(expected))


def cache_files(name: str) -> list[Path]:
    return sorted(places.cache_folder().rglob(name))


def test_pixels_are_those_of_the_decoder(folder: Path) -> None:
    prepared = prepare(scan(folder), FRAME)
    assert len(prepared.dataset.pictures) == 8
    assert_right(prepared)
    assert prepared.pixels([3]).shape == (1, SIZE, SIZE, 3)
    assert prepared.pixels([3]).dtype == np.uint8


def test_pixels_are_read_from_a_file_that_may_be_deleted_meanwhile(folder: Path) -> None:
    prepared = prepare(scan(folder), FRAME)
    before = prepared.pixels([0, 3])
    (pages,) = cache.places.cache_folder().rglob("pixels.u8")
    pages.unlink()
    assert np.array_equal(prepared.pixels([0, 3]), before)


def test_a_cache_that_is_cut_off_meanwhile_is_said(folder: Path) -> None:
    prepared = prepare(scan(folder), FRAME)
    (pages,) = cache.places.cache_folder().rglob("pixels.u8")
    os.truncate(pages, SIZE * SIZE * 3)
    with pytest.raises(StorageError, match="was cut off while it was in use"):
        prepared.pixels(range(len(prepared.dataset.pictures)))


def test_the_second_time_nothing_is_decoded(folder: Path, decoded: list[str]) -> None:
    first = prepare(scan(folder), FRAME)
    assert len(decoded) == 8
    decoded.clear()
    second = prepare(scan(folder), FRAME)
    assert decoded == []
    assert np.array_equal(first.pixels(np.arange(8)), second.pixels(np.arange(8)))


def test_another_size_is_decoded_by_itself(folder: Path, decoded: list[str]) -> None:
    small = prepare(scan(folder), FRAME)
    large = prepare(scan(folder), Frame(20))
    assert len(decoded) == 16
    assert_right(small)
    assert_right(large, 20)


def test_only_the_changed_file_is_decoded_again(folder: Path, decoded: list[str]) -> None:
    before = prepare(scan(folder), FRAME)
    decoded.clear()
    changed = folder / "red" / "002.png"
    Image.new("RGB", (30, 30), "white").save(changed)
    after = prepare(scan(folder), FRAME)
    assert decoded == ["002.png"]
    assert_right(after)
    place = [picture.file for picture in after.dataset.pictures].index("red/002.png")
    assert (after.pixels([place]) == 255).all()
    assert not (before.pixels([place]) == 255).all(), "who still trains keeps the old pixels"


def test_a_new_date_alone_is_a_change(folder: Path, decoded: list[str]) -> None:
    prepare(scan(folder), FRAME)
    decoded.clear()
    os.utime(folder / "blue" / "001.png", ns=(1, 1))
    prepare(scan(folder), FRAME)
    assert decoded == ["001.png"]


def test_added_and_removed_files(folder: Path, decoded: list[str]) -> None:
    prepare(scan(folder), FRAME)
    decoded.clear()
    (folder / "red" / "000.png").unlink()
    Image.new("RGB", (9, 9), "black").save(folder / "blue" / "new.png")
    after = prepare(scan(folder), FRAME)
    assert decoded == ["new.png"]
    assert len(after.dataset.pictures) == 8
    assert_right(after)


def test_unreadable_files_are_left_out_with_their_reason(folder: Path, decoded: list[str]) -> None:
    (folder / "red" / "page.jpg").write_text("<html><body>not found</body></html>")
    (folder / "blue" / "nothing.png").touch()
    first = prepare(scan(folder), FRAME)
    reasons = {each.file: str(each.reason) for each in first.dataset.rejected}
    assert set(reasons) == {"blue/nothing.png", "red/page.jpg"}
    assert all(reason.endswith(".") for reason in reasons.values())
    assert len(first.dataset.pictures) == 8
    assert_right(first)
    decoded.clear()
    second = prepare(scan(folder), FRAME)
    assert decoded == [], "a file that is no picture is not tried again"
    assert {each.file: str(each.reason) for each in second.dataset.rejected} == reasons


def test_a_class_of_unreadable_files_is_no_class_any_more(folder: Path) -> None:
    (folder / "ape").mkdir()
    (folder / "ape" / "1.jpg").write_text("no picture")
    prepared = prepare(scan(folder), FRAME)
    assert prepared.dataset.class_names == ("blue", "red")
    assert prepared.dataset.empty_classes == ("ape",)
    assert prepared.dataset.labels.tolist() == [0] * 4 + [1] * 4
    assert_right(prepared)


def test_too_few_classes_left_is_said(folder: Path) -> None:
    for path in (folder / "red").iterdir():
        path.write_text("no picture")
    with pytest.raises(DatasetError, match="one class with pictures"):
        prepare(scan(folder), FRAME)


def test_check_gives_back_what_prepare_would_refuse(folder: Path) -> None:
    for path in (folder / "red").iterdir():
        path.write_text("no picture")
    checked = check(scan(folder))
    assert checked.dataset.class_names == ("blue",)
    assert len(checked.dataset.rejected) == 4
    assert len(checked.facts.widths) == len(checked.rows) == 4


def test_a_file_that_is_mended_is_read_again(folder: Path) -> None:
    broken = folder / "red" / "cut.png"
    whole = (folder / "red" / "000.png").read_bytes()
    broken.write_bytes(whole[:100])
    assert [each.file for each in prepare(scan(folder), FRAME).dataset.rejected] == ["red/cut.png"]
    broken.write_bytes(whole)
    mended = prepare(scan(folder), FRAME)
    assert mended.dataset.rejected == ()
    assert_right(mended)


def test_a_file_that_could_not_be_opened_is_tried_again_though_it_is_unchanged(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = folder / "red" / "001.png"
    honest_open, honest_access = open, os.access

    def refuse_open(file: Any, *rest: Any, **more: Any) -> Any:
        if file == closed:
            raise PermissionError(errno.EACCES, "Permission denied")
        return honest_open(file, *rest, **more)

    def refuse_access(path: Any, mode: int) -> bool:
        return path != closed and honest_access(path, mode)

    with monkeypatch.context() as patch:
        patch.setattr("builtins.open", refuse_open)
        patch.setattr(os, "access", refuse_access)
        (left_out,) = prepare(scan(folder), FRAME).dataset.rejected
    assert left_out.file == "red/001.png"
    assert str(left_out.reason) == "Reading the file is not allowed."
    again = prepare(scan(folder), FRAME)
    assert again.dataset.rejected == ()
    assert_right(again)


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege on Windows")
def test_a_dangling_link_counts_again_when_its_target_is_back(folder: Path) -> None:
    (folder / "red" / "link.png").symlink_to("target.png")
    assert [each.file for each in prepare(scan(folder), FRAME).dataset.rejected] == ["red/link.png"]
    shutil.copy(folder / "red" / "000.png", folder / "red" / "target.png")
    again = prepare(scan(folder), FRAME)
    assert again.dataset.rejected == ()
    assert_right(again)


def test_an_interrupted_filling_goes_on_where_it_was(folder: Path, decoded: list[str], every_report: None) -> None:
    control = Control()

    def stop_after_three(event: Event) -> None:
        if isinstance(event, Preparing) and event.done == 3:
            control.stop()

    with pytest.raises(Stopped):
        prepare(scan(folder), FRAME, stop_after_three, control)
    decoded.clear()
    prepared = prepare(scan(folder), FRAME)
    assert len(decoded) == 5
    assert_right(prepared)


def test_progress_counts_every_picture(folder: Path, every_report: None) -> None:
    seen: list[Event] = []
    prepare(scan(folder), FRAME, seen.append)
    assert [(event.done, event.total) for event in seen if isinstance(event, Preparing)] == [
        (number, 8) for number in range(1, 9)
    ]


def test_an_error_of_the_one_who_watches_keeps_what_was_decoded(
    folder: Path, decoded: list[str], every_report: None
) -> None:
    def fail(event: Event) -> None:
        if isinstance(event, Preparing) and event.done == 2:
            raise RuntimeError("the watcher fell over")

    with pytest.raises(RuntimeError, match="fell over"):
        prepare(scan(folder), FRAME, fail)
    decoded.clear()
    prepared = prepare(scan(folder), FRAME)
    assert len(decoded) == 6
    assert_right(prepared)


def test_many_pictures_take_several_rounds(make_colours: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache_filling, "BYTES_PER_COMMIT", 7 * SIZE * SIZE * 3)
    folder = make_colours("many", per_class=30, names=("blue", "red"), size_px=6)
    (folder / "red" / "013.png").write_text("no picture")
    prepared = prepare(scan(folder), FRAME)
    assert len(prepared.dataset.pictures) == 59
    assert_right(prepared)


def test_a_last_file_without_pixels_leaves_no_hole(folder: Path) -> None:
    (folder / "red" / "zzz.png").write_text("no picture")
    prepared = prepare(scan(folder), FRAME)
    assert_right(prepared)


def test_two_threads_that_fill_at_once_both_get_the_right_pixels(folder: Path) -> None:
    barrier = threading.Barrier(2)
    found: list[PreparedPictures] = []
    failed: list[BaseException] = []

    def fill() -> None:
        try:
            dataset = scan(folder)
            barrier.wait(30)
            found.append(prepare(dataset, FRAME))
        except BaseException as error:
            failed.append(error)

    threads = [threading.Thread(target=fill) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(120)
    assert failed == []
    for prepared in found:
        assert_right(prepared)
    assert len(found) == 2


def test_two_processes_that_fill_at_once_both_get_the_right_pixels(folder: Path) -> None:
    code = (
        "import sys, numpy as np\n"
        "from core.framing import Frame\n"
        "from core.images import read_square\n"
        "from core.pictures.cache import prepare\n"
        "from core.pictures.scan import scan\n"
        f"p = prepare(scan(sys.argv[1]), Frame({SIZE}))\n"
        f"e = np.stack([read_square(p.dataset.path(each), {SIZE}) for each in p.dataset.pictures])\n"
        "sys.exit(0 if np.array_equal(e, p.pixels(np.arange(len(e)))) else 3)\n"
    )
    running = [
        subprocess.Popen([sys.executable, "-c", code, str(folder)], cwd=ROOT, stderr=subprocess.PIPE) for _ in range(2)
    ]
    for process in running:
        _, said = process.communicate(timeout=120)
        assert process.returncode == 0, said.decode()
    assert_right(prepare(scan(folder), FRAME))


def test_a_folder_that_vanishes_meanwhile(folder: Path, monkeypatch: pytest.MonkeyPatch, every_report: None) -> None:
    monkeypatch.setattr(cache_filling, "BYTES_PER_COMMIT", 2 * SIZE * SIZE * 3)
    aside = folder.with_name("aside")

    def vanish(event: Event) -> None:
        if isinstance(event, Preparing) and event.done == 3:
            folder.rename(aside)

    with pytest.raises(DatasetError, match=r"The folder “colours” is gone. Was it moved"):
        prepare(scan(folder), FRAME, vanish)
    aside.rename(folder)
    prepared = prepare(scan(folder), FRAME)
    assert prepared.dataset.rejected == (), "what was missing with the folder is no broken file"
    assert_right(prepared)


class _FullDisk:
    """A file on which nothing more fits after so many bytes."""

    def __init__(self, file: Any, room: int) -> None:
        self._file = file
        self._room = room

    def write(self, content: bytes) -> int:
        self._room -= len(content)
        if self._room < 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return int(self._file.write(content))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)


def on_a_full_disk(patch: pytest.MonkeyPatch) -> None:
    """From now on three pictures fit."""
    honest = RowFile.__init__

    def fill_up(self: Any, *arguments: Any) -> None:
        honest(self, *arguments)
        self._file = _FullDisk(self._file, 3 * self.row_bytes)

    patch.setattr(RowFile, "__init__", fill_up)


def test_a_full_disk_is_said(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        on_a_full_disk(patch)
        with pytest.raises(StorageError, match=r"cannot be kept in .*The disk is full. Free some space"):
            prepare(scan(folder), FRAME)


def test_a_picture_that_did_not_fit_is_decoded_again_when_there_is_room(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        on_a_full_disk(patch)
        with pytest.raises(StorageError, match="The disk is full"):
            prepare(scan(folder), FRAME)
    assert_right(prepare(scan(folder), FRAME))


def test_a_place_that_cannot_be_written_is_said(folder: Path, nakami_home: Path) -> None:
    (nakami_home / "cache").write_text("a file in the way")
    with pytest.raises(StorageError, match="The decoded pictures cannot be kept in"):
        prepare(scan(folder), FRAME)


def test_an_index_that_is_no_database_is_made_anew(folder: Path) -> None:
    prepare(scan(folder), FRAME)
    (index,) = cache_files("index.sqlite")
    index.write_bytes(b"no database at all " * 100)
    assert_right(prepare(scan(folder), FRAME))


def test_an_index_that_cannot_be_used_is_at_least_said(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(*_: object, **__: object) -> None:
        raise sqlite3.OperationalError("database is locked")

    monkeypatch.setattr(sqlite3, "connect", locked)
    with pytest.raises(StorageError, match=r"cannot be kept in .*database is locked"):
        prepare(scan(folder), FRAME)


def test_a_cache_that_was_deleted_is_filled_again(folder: Path) -> None:
    prepare(scan(folder), FRAME)
    shutil.rmtree(places.cache_folder())
    assert_right(prepare(scan(folder), FRAME))


def part_done(folder: Path, pictures: int) -> None:
    """Read the folder and stop after so many pictures."""
    control = Control()

    def stop(event: Event) -> None:
        if isinstance(event, Preparing) and event.done >= pictures:
            control.stop()

    with pytest.raises(Stopped):
        prepare(scan(folder), FRAME, stop, control)


@pytest.mark.parametrize("name", ["pixels.u8", "miniatures.u8"])
@pytest.mark.parametrize("left", [None, 0, 1000])
def test_pixels_that_are_gone_are_not_hidden_by_those_written_behind(
    folder: Path, name: str, left: int | None, every_report: None
) -> None:
    """Read again after a part of it: the file is long enough then, and black where nothing was written."""
    shutil.copy(folder / "red" / "000.png", folder / "red" / "copy.png")
    expected = prepare(scan(folder), FRAME).duplicates.near.tolist()
    (file,) = cache_files(name)
    if left is None:
        file.unlink()
    else:
        os.truncate(file, left)
    cache_files("duplicates")[0].unlink()
    part_done(folder, 6)
    again = prepare(scan(folder), FRAME)
    assert_right(again)
    assert again.duplicates.near.tolist() == expected


@pytest.mark.parametrize("name", ["pixels.u8", "miniatures.u8"])
def test_pixels_that_are_cut_off_while_others_are_written(
    folder: Path, name: str, monkeypatch: pytest.MonkeyPatch, every_report: None
) -> None:
    monkeypatch.setattr(cache_filling, "BYTES_PER_COMMIT", 2 * SIZE * SIZE * 3)
    done = []

    def cut_off(event: Event) -> None:
        if isinstance(event, Preparing) and event.done == 5 and not done:
            done.append(event)
            os.truncate(cache_files(name)[0], 0)

    assert_right(prepare(scan(folder), FRAME, cut_off))
    assert_right(prepare(scan(folder), FRAME))


def test_who_still_trains_never_sees_other_pictures_when_the_index_is_made_anew(folder: Path) -> None:
    before = prepare(scan(folder), FRAME)
    pixels = before.pixels(np.arange(8))
    cache_files("index.sqlite")[0].unlink()
    for number in range(8):
        Image.new("RGB", (30, 30), (255, 255, number)).save(folder / "blue" / f" first {number}.png")
    assert_right(prepare(scan(folder), FRAME))
    assert np.array_equal(before.pixels(np.arange(8)), pixels)


@pytest.mark.skipif(sys.platform == "win32", reason="open files cannot be deleted on Windows")
@pytest.mark.parametrize("is_filled_by_another", [False, True])
def test_a_cache_that_is_deleted_while_it_is_filled_is_begun_anew(
    folder: Path, is_filled_by_another: bool, monkeypatch: pytest.MonkeyPatch, every_report: None
) -> None:
    monkeypatch.setattr(cache_filling, "BYTES_PER_COMMIT", 2 * SIZE * SIZE * 3)
    done = []

    def delete(event: Event) -> None:
        if isinstance(event, Preparing) and event.done == 5 and not done:
            done.append(event)
            shutil.rmtree(places.cache_folder())
            if is_filled_by_another:
                dataset = scan(folder)
                prepare(Dataset(dataset.root, dataset.class_names, dataset.pictures[::-1]), FRAME)

    assert_right(prepare(scan(folder), FRAME, delete))
    assert_right(prepare(scan(folder), FRAME))


@pytest.mark.skipif(sys.platform == "win32", reason="open files cannot be deleted on Windows")
def test_a_cache_that_is_deleted_ever_again_is_said(
    folder: Path, monkeypatch: pytest.MonkeyPatch, every_report: None
) -> None:
    monkeypatch.setattr(cache_filling, "BYTES_PER_COMMIT", 2 * SIZE * SIZE * 3)

    def delete(event: Event) -> None:
        if isinstance(event, Preparing):
            shutil.rmtree(places.cache_folder(), ignore_errors=True)

    with pytest.raises(StorageError, match=r"cannot be kept in .*The folder is gone"):
        prepare(scan(folder), FRAME, delete)


@pytest.mark.parametrize(
    "spoil",
    [
        "UPDATE picture SET reason = '{broken' WHERE row < 4",
        """UPDATE picture SET reason = '["{missing}", {}]' WHERE row < 4""",
        "UPDATE picture SET reason = CAST(x'ff' AS TEXT) WHERE row < 4",
        "UPDATE picture SET digest = NULL, width = NULL WHERE row < 4",
        "UPDATE picture SET digest = 'abc' WHERE row < 4",
        "UPDATE picture SET format = NULL WHERE row < 4",
        "UPDATE picture SET width = 99999999999 WHERE row < 4",
        "UPDATE picture SET row = -5 WHERE row = 3",
        "UPDATE picture SET row = 9223372036854775807 WHERE row = 3",
        "UPDATE sqlite_sequence SET seq = 9223372036854775807",
        "ALTER TABLE picture DROP COLUMN width",
        "DELETE FROM picture WHERE row > 1; CREATE UNIQUE INDEX rule ON picture (abs(size) * 0)",
        "DROP TABLE picture; CREATE TABLE picture (row INTEGER PRIMARY KEY, file BLOB, size INTEGER)",
        "DROP TABLE picture; CREATE TABLE other (row INTEGER)",
    ],
)
def test_an_index_that_says_what_cannot_be_is_made_anew(folder: Path, spoil: str) -> None:
    prepare(scan(folder), FRAME)
    database = sqlite3.connect(cache_files("index.sqlite")[0])
    database.executescript(spoil)
    database.close()
    Image.new("RGB", (30, 30), "white").save(folder / "red" / "002.png")
    for _ in range(2):
        prepared = prepare(scan(folder), FRAME)
        assert prepared.dataset.rejected == ()
        assert_right(prepared)


@pytest.mark.parametrize("name", ["index.sqlite", "pixels.u8", "miniatures.u8"])
def test_a_folder_in_the_place_of_a_file_gives_way(folder: Path, name: str) -> None:
    prepare(scan(folder), FRAME)
    (file,) = cache_files(name)
    file.unlink()
    (file / "inner").mkdir(parents=True)
    assert_right(prepare(scan(folder), FRAME))


def test_a_broken_index_beside_a_folder_is_made_anew(folder: Path) -> None:
    prepare(scan(folder), FRAME)
    (index,) = cache_files("index.sqlite")
    index.write_bytes(b"no database at all " * 100)
    (index.parent / "folder" / "inner").mkdir(parents=True)
    assert_right(prepare(scan(folder), FRAME))


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (sqlite3.SQLITE_FULL, "The disk is full. Free some space"),
        (sqlite3.SQLITE_READONLY, "The disk is read-only"),
        (sqlite3.SQLITE_READONLY | 5 << 8, "The disk is read-only"),
    ],
)
def test_a_disk_that_takes_no_more_of_the_index_is_said(
    folder: Path, code: int, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        error = sqlite3.OperationalError("in SQLite's own words")
        error.sqlite_errorcode = code
        raise error

    monkeypatch.setattr(Index, "put", fail)
    with pytest.raises(StorageError, match=f"cannot be kept in .*{words}"):
        prepare(scan(folder), FRAME)


def test_what_sqlite_gave_up_by_itself_is_told_by_its_cause(tmp_path: Path) -> None:
    def give_up(index: Index) -> None:
        with index.changing():
            index._database.execute("ROLLBACK")  # as on a full disk
            raise OSError("the cause")

    with contextlib.closing(Index(tmp_path / "index.sqlite")) as index, pytest.raises(OSError, match="the cause"):
        give_up(index)


def touch_all(dataset: Dataset, seconds: int) -> None:
    for picture in dataset.pictures:
        os.utime(dataset.path(picture), (seconds, seconds))


def test_a_cache_of_files_as_they_no_longer_are_begins_anew(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache_filling, "LEAST_OVERGROWN_BYTES", 10 * SIZE * SIZE * 3)
    before = prepare(scan(folder), FRAME)
    pixels = before.pixels(np.arange(8))
    for seconds in range(1, 12):
        touch_all(before.dataset, seconds)
        assert_right(prepare(scan(folder), FRAME))
        assert cache_files("pixels.u8")[0].stat().st_size <= 17 * SIZE * SIZE * 3
    if sys.platform != "win32":
        assert np.array_equal(before.pixels(np.arange(8)), pixels), "who still trains reads on"


def test_a_small_cache_or_a_part_of_the_pictures_begins_nothing_anew(
    folder: Path, decoded: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    prepare(scan(folder), FRAME)
    monkeypatch.setattr(cache_filling, "LEAST_OVERGROWN_BYTES", 1)
    part, _ = (
        Edits()
        .leaving_out([f"{name}/00{each}.png" for name in ("red", "blue") for each in (1, 2, 3)])
        .apply(scan(folder))
    )
    os.utime(folder / "red" / "000.png", (1, 1))
    decoded.clear()
    prepare(part, FRAME)
    prepare(scan(folder), FRAME)
    assert decoded == ["000.png"]


@pytest.mark.parametrize("failure", [OSError(errno.EIO, "Input/output error"), MemoryError()])
def test_a_failure_that_passes_is_not_remembered(
    folder: Path, failure: BaseException, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A network disk that is slow to answer, a moment without free memory."""
    honest = open

    def fail(file: Any, *rest: Any, **more: Any) -> Any:
        if file == folder / "red" / "001.png":
            raise failure
        return honest(file, *rest, **more)

    with monkeypatch.context() as patch:
        patch.setattr("builtins.open", fail)
        assert [each.file for each in prepare(scan(folder), FRAME).dataset.rejected] == ["red/001.png"]
    assert prepare(scan(folder), FRAME).dataset.rejected == ()


def test_a_decoder_without_memory_is_not_remembered(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise MemoryError

    with monkeypatch.context() as patch:
        patch.setattr(Image, "open", fail)
        assert len(check(scan(folder)).dataset.rejected) == 8
    assert check(scan(folder)).dataset.rejected == ()


def test_a_photo_whose_decoder_was_missing_is_tried_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pillow_heif = pytest.importorskip("pillow_heif")
    pillow_heif.from_pillow(Image.new("RGB", (30, 20), "green")).save(folder / "red" / "photo.heic")
    with monkeypatch.context() as patch:
        patch.setattr(images, "can_read_heic", lambda: False)
        assert [each.file for each in prepare(scan(folder), FRAME).dataset.rejected] == ["red/photo.heic"]
    assert prepare(scan(folder), FRAME).dataset.rejected == ()


@pytest.mark.parametrize("path", ["/a\0b.png", "/\ud800.png"])
def test_a_path_that_no_system_takes_is_left_out(folder: Path, path: str) -> None:
    if path.isprintable() or sys.platform != "win32":
        with pytest.raises(PictureError):
            content_of(path)
    for _ in range(2):
        dataset = Edits(added={path: "red"}).with_added(scan(folder))
        assert [each.file for each in prepare(dataset, FRAME).dataset.rejected] == [path]


@pytest.mark.parametrize("left", [None, 0, SIZE * SIZE * 3 * 3])
def test_pixels_that_are_gone_while_the_index_stands_are_decoded_again(folder: Path, left: int | None) -> None:
    """A tool that frees space takes the big file and leaves the small one."""
    prepare(scan(folder), FRAME)
    (pages,) = cache_files("pixels.u8")
    if left is None:
        pages.unlink()
    else:
        os.truncate(pages, left)
    assert_right(prepare(scan(folder), FRAME))


def test_growing_by_another_is_not_cut_off(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between looking at the file's length and setting it, another process may have written more."""
    prepare(scan(folder), FRAME)
    (pages,) = cache_files("pixels.u8")
    more = b"\x07" * (SIZE * SIZE * 3)
    honest = os.fstat

    def then_another_writes(number: int) -> os.stat_result:
        status = honest(number)
        if status.st_ino == pages.stat().st_ino:
            with pages.open("ab") as other:
                other.write(more)
        return status

    with monkeypatch.context() as patch:
        patch.setattr(os, "fstat", then_another_writes)
        prepare(scan(folder), FRAME)
    assert pages.read_bytes().endswith(more)


def test_equal_names_in_two_folders_do_not_mix(make_colours: Any) -> None:
    one = make_colours("one", per_class=3, names=("blue", "red"))
    other = make_colours("other", per_class=3, names=("blue", "red"), seed=1)
    assert_right(prepare(scan(one), FRAME))
    assert_right(prepare(scan(other), FRAME))
    assert_right(prepare(scan(one), FRAME))


@pytest.mark.skipif(sys.platform != "linux", reason="file names are Unicode on this system")
def test_names_that_are_no_unicode(folder: Path) -> None:
    shutil.copy(folder / "red" / "000.png", os.fsencode(folder) + b"/red/\xe9.png")
    os.mkdir(os.fsencode(folder) + b"/caf\xe9")
    shutil.copy(folder / "red" / "000.png", os.fsencode(folder) + b"/caf\xe9/1.png")
    prepared = prepare(scan(folder), FRAME)
    assert len(prepared.dataset.pictures) == 10
    assert_right(prepared)


def test_an_empty_dataset_can_be_checked(tmp_path: Path) -> None:
    checked = check(Dataset(tmp_path, (), ()))
    assert checked.dataset.pictures == ()
    assert len(checked.rows) == len(checked.duplicates.near) == 0


# ---- what is known of each picture


def test_facts_are_those_of_the_files_and_stay(make_colours: Any) -> None:
    folder = make_colours(per_class=3, names=("blue", "red"))
    Image.new("L", (30, 40), 90).save(folder / "red" / "grey.jpg")
    Image.effect_noise((41, 37), 60).save(folder / "red" / "noise.gif")
    for _ in range(2):
        prepared = prepare(scan(folder), FRAME)
        facts = prepared.facts
        place = {picture.file: position for position, picture in enumerate(prepared.dataset.pictures)}
        grey, noise, colour = place["red/grey.jpg"], place["red/noise.gif"], place["blue/000.png"]
        assert (facts.widths[grey], facts.heights[grey], facts.formats[grey]) == (30, 40, "JPEG")
        assert (facts.widths[noise], facts.heights[noise], facts.formats[noise]) == (41, 37, "GIF")
        assert facts.is_flat.tolist() == [each == grey for each in range(8)]
        assert facts.is_grey[[grey, noise, colour]].tolist() == [True, True, False]
        expected = [images.examine(prepared.dataset.path(each), SIZE) for each in prepared.dataset.pictures]
        assert facts.digests.tolist() == [each.digest for each in expected]
        assert facts.hashes.tolist() == [each.hash for each in expected]
        assert facts.digests.dtype == facts.hashes.dtype == np.uint64


def test_copies_are_found_and_stay(folder: Path) -> None:
    shutil.copy(folder / "red" / "000.png", folder / "red" / "copy.png")
    for _ in range(2):
        prepared = prepare(scan(folder), FRAME)
        place = {picture.file: position for position, picture in enumerate(prepared.dataset.pictures)}
        expected = np.arange(9)
        expected[place["red/copy.png"]] = place["red/000.png"]
        assert prepared.duplicates.identical.tolist() == expected.tolist()
        assert prepared.duplicates.near[place["red/copy.png"]] == place["red/000.png"]


def test_copies_are_looked_for_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copy(folder / "red" / "000.png", folder / "red" / "copy.png")
    first = prepare(scan(folder), FRAME)
    with monkeypatch.context() as patch:
        patch.delattr(cache, "find_duplicates")
        second = prepare(scan(folder), FRAME)
    assert second.duplicates.near.tolist() == first.duplicates.near.tolist()
    (folder / "red" / "copy.png").unlink()
    assert prepare(scan(folder), FRAME).duplicates.near.tolist() == list(range(8))


@pytest.mark.parametrize("content", [b"", b"nonsense", b"x" * 32 + b"\1" * 64])
def test_a_broken_list_of_copies_is_made_anew(folder: Path, content: bytes) -> None:
    prepare(scan(folder), FRAME)
    (kept,) = cache_files("duplicates")
    kept.write_bytes(content)
    assert prepare(scan(folder), FRAME).duplicates.near.tolist() == list(range(8))


@pytest.mark.parametrize("group", [0, 2**62, -1])
def test_a_damaged_list_of_copies_is_made_anew(folder: Path, group: int) -> None:
    prepare(scan(folder), FRAME)
    (kept,) = cache_files("duplicates")
    kept.write_bytes(kept.read_bytes()[: -8 * 8] + np.full(8, group, np.int64).tobytes())
    assert prepare(scan(folder), FRAME).duplicates.near.tolist() == list(range(8))


def test_miniatures_that_are_gone_while_the_index_stands_are_made_again(folder: Path) -> None:
    shutil.copy(folder / "red" / "000.png", folder / "red" / "copy.png")
    prepare(scan(folder), FRAME)
    for name in ("miniatures.u8", "duplicates"):
        cache_files(name)[0].unlink()
    again = prepare(scan(folder), FRAME)
    assert_right(again)
    assert cache_files("miniatures.u8")[0].stat().st_size >= 9 * 16 * 16 * 3


def test_a_photo_from_elsewhere_is_known_by_its_whole_path(folder: Path, tmp_path: Path, decoded: list[str]) -> None:
    photo = tmp_path / "elsewhere 写真.png"
    shutil.copy(folder / "red" / "000.png", photo)
    edits = Edits().adding({str(photo): "red"})
    for expected in (9, 0):
        decoded.clear()
        prepared = prepare(edits.with_added(scan(folder)), FRAME)
        assert len(decoded) == expected
        assert_right(prepared)
        assert prepared.dataset.counts == {"blue": 4, "red": 5}
    files = [picture.file for picture in prepared.dataset.pictures]
    added, original = files.index(str(photo)), files.index("red/000.png")
    assert prepared.duplicates.identical[added] == prepared.duplicates.identical[original]
    photo.unlink()
    (rejected,) = prepare(edits.with_added(scan(folder)), FRAME).dataset.rejected
    assert rejected.file == str(photo)


def test_a_part_of_the_pictures_stands_for_itself(folder: Path) -> None:
    for name in ("copy", "other copy"):
        shutil.copy(folder / "red" / "000.png", folder / "red" / f"{name}.png")
    prepared = prepare(scan(folder), FRAME)
    edits = Edits(without_files=frozenset({"red/000.png", "blue/001.png"}), names={"red": "alizarin"})
    dataset, positions = edits.apply(prepared.dataset)
    part = prepared.chosen(dataset, positions)
    assert part.dataset.class_names == ("alizarin", "blue")
    assert_right(part)
    place = {picture.file: position for position, picture in enumerate(dataset.pictures)}
    expected = np.arange(8)
    expected[place["red/other copy.png"]] = place["red/copy.png"]
    assert part.duplicates.identical.tolist() == part.duplicates.near.tolist() == expected.tolist()
    assert part.facts.digests.tolist() == prepared.facts.digests[positions].tolist()
