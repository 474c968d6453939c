"""Decoded pixels on disk: every picture is decoded once per size, and training reads a memory map.

A folder of pictures has one cache folder per frame (size and way of resizing): `pixels.u8` holds square RGB pictures
one after the other, `index.sqlite` says which row belongs to which file. A row is valid while the file's size and
date are what they were; an interrupted filling goes on where it was. Memory does not grow with the number of pictures.
"""

import contextlib
import hashlib
import json
import os
import sqlite3
from collections import deque
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from core import images, places
from core.control import Control
from core.errors import DatasetError, PictureError, storage_error
from core.events import Preparing, Report, Throttle, ignore
from core.files import write_text
from core.framing import Frame
from core.network.presets import DEFAULT_IMAGE_SIZE_PX
from core.pictures.dataset import Dataset, Picture, Rejected
from core.words import Sentence, say

# Raised when the decoder answers differently for the same file, so that old rows are not used.
DECODER_VERSION = 1
BYTES_PER_COMMIT = 8_000_000
UNKNOWN_DATE = (-1, -1)

_SCHEMA = """
CREATE TABLE IF NOT EXISTS picture (
    row INTEGER PRIMARY KEY AUTOINCREMENT,
    file BLOB UNIQUE NOT NULL,
    size INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL,
    reason TEXT
)
"""


@dataclass(frozen=True)
class PreparedPictures:
    """A dataset whose every picture has pixels. `dataset` lacks the files that could not be read (they
    stand in its `rejected`); picture i lies in `pages[rows[i]]`."""

    dataset: Dataset
    frame: Frame
    pages: NDArray[np.uint8]
    rows: NDArray[np.int64]

    def pixels(self, positions: NDArray[np.int64] | Sequence[int]) -> NDArray[np.uint8]:
        """The pictures at these positions of the dataset, N x size x size x 3, copied from the map."""
        return self.pages[self.rows[positions]]


_Outcome = NDArray[np.uint8] | PictureError


class _Known(NamedTuple):
    row: int
    size: int
    mtime_ns: int
    reason: str | None


def prepare(
    dataset: Dataset, frame: Frame, report: Report = ignore, control: Control | None = None
) -> PreparedPictures:
    """Decode what the cache does not hold yet and give the pictures back as a memory map.

    Unreadable files are left out with their reason. Raises DatasetError when fewer than two classes
    remain or the folder is gone, StorageError when the cache cannot be written, Stopped when asked to.
    """
    kept, rows = _filled(dataset, frame, report, control or Control())
    kept.require_trainable()
    shape = (int(rows.max()) + 1, frame.size_px, frame.size_px, 3)
    pages = np.memmap(_cache_folder(dataset.root, frame) / "pixels.u8", np.uint8, "r", shape=shape)
    return PreparedPictures(kept, frame, pages, rows)


def check(dataset: Dataset, report: Report = ignore, control: Control | None = None) -> Dataset:
    """The same folder without the files that cannot be decoded, each with its reason in `rejected`.

    Decodes into the cache at the default size, so that a training that follows need not. Raises as `prepare`,
    but a folder with fewer than two classes is given back as it is.
    """
    return _filled(dataset, Frame(DEFAULT_IMAGE_SIZE_PX), report, control or Control())[0]


def _filled(dataset: Dataset, frame: Frame, report: Report, control: Control) -> tuple[Dataset, NDArray[np.int64]]:
    """The readable part of a dataset, and the row of each of its pictures in the filled cache."""
    folder = _cache_folder(dataset.root, frame)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_text(folder / "source.txt", f"{os.fsencode(dataset.root).decode(errors='backslashreplace')}\n")
        rows, rejected = _fill(folder, dataset, frame, report, control)
    except (OSError, sqlite3.Error) as error:
        cause = error if isinstance(error, OSError) else OSError(None, str(error))
        raise storage_error(cause, say("The decoded pictures cannot be kept in {folder}.", folder=folder)) from error
    _require_folder(dataset.root)
    left_out = {each.file for each in rejected}
    used = [row for picture, row in zip(dataset.pictures, rows, strict=True) if picture.file not in left_out]
    return dataset.without(rejected), np.array(used, np.int64)


def _require_folder(root: Path) -> None:
    if not root.is_dir():
        raise DatasetError(
            say("The folder “{folder}” is gone.", folder=root.name),
            say("Was it moved, or its disk removed? Open it again when it is back."),
        )


def _cache_folder(root: Path, frame: Frame) -> Path:
    key = hashlib.sha256(os.fsencode(root)).hexdigest()[:16]
    return places.cache_folder() / f"pixels-v{DECODER_VERSION}" / f"{key}-{frame.size_px}px-{frame.resize}"


def _fill(
    folder: Path, dataset: Dataset, frame: Frame, report: Report, control: Control
) -> tuple[list[int], list[Rejected]]:
    try:
        with _Filling(folder, dataset.root, frame) as filling:
            return filling.fill(dataset, report, control)
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", None) not in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT):
            raise
        # The index is broken. It is only a cache: begin anew.
        for file in folder.iterdir():
            file.unlink()
        with _Filling(folder, dataset.root, frame) as filling:
            return filling.fill(dataset, report, control)


class _Filling:
    """The open cache of one folder while missing pictures are decoded into it."""

    def __init__(self, folder: Path, root: Path, frame: Frame) -> None:
        self._root = root
        self._frame = frame
        self._page_bytes = frame.size_px * frame.size_px * 3
        self._index = sqlite3.connect(folder / "index.sqlite", timeout=60, isolation_level=None)
        try:
            self._index.execute("PRAGMA synchronous=NORMAL")
            self._index.execute(_SCHEMA)
            (folder / "pixels.u8").touch()
            self._pages = (folder / "pixels.u8").open("r+b")
        except BaseException:
            self._index.close()
            raise

    def fill(self, dataset: Dataset, report: Report, control: Control) -> tuple[list[int], list[Rejected]]:
        """The row of every picture, and those that have none because they cannot be read."""
        pages = os.fstat(self._pages.fileno()).st_size // self._page_bytes
        known = {
            os.fsdecode(file): _Known(row, size, mtime_ns, reason)
            for row, file, size, mtime_ns, reason in self._index.execute(
                "SELECT row, file, size, mtime_ns, reason FROM picture"
            )
            # Somebody who frees space may take the big file and leave the small one.
            if row < pages or reason is not None
        }
        rows: list[int] = []
        missing: list[int] = []
        rejected: list[Rejected] = []
        dates = self._dates(dataset, control)
        for position, (picture, date) in enumerate(zip(dataset.pictures, dates, strict=True)):
            entry = known.get(picture.file)
            valid = entry is not None and (entry.size, entry.mtime_ns) == date != UNKNOWN_DATE
            rows.append(entry.row if entry is not None and valid else -1)
            if entry is None or not valid:
                missing.append(position)
            elif entry.reason is not None:
                rejected.append(Rejected(picture.file, _reason_from(entry.reason)))
        if missing:
            for position, row, reason in self._decode(dataset, missing, dates, report, control):
                rows[position] = row
                if reason is not None:
                    rejected.append(Rejected(dataset.pictures[position].file, reason))
        self._cover(max(rows, default=-1) + 1)
        return rows, rejected

    def _dates(self, dataset: Dataset, control: Control) -> list[tuple[int, int]]:
        dates = []
        for picture in dataset.pictures:
            control.check()
            try:
                status = os.stat(dataset.path(picture))
                dates.append((status.st_size, status.st_mtime_ns))
            except OSError:
                dates.append(UNKNOWN_DATE)
        return dates

    def _decode(
        self, dataset: Dataset, missing: list[int], dates: list[tuple[int, int]], report: Report, control: Control
    ) -> Iterator[tuple[int, int, Sentence | None]]:
        """Decode on all cores, store in order, and remember after every few pictures."""
        total = len(dataset.pictures)
        done = total - len(missing)
        throttle = Throttle()
        paths = (dataset.path(dataset.pictures[each]) for each in missing)
        # Closed in the opposite order: what still waits is dropped before the pool is waited for.
        with (
            ThreadPoolExecutor(os.cpu_count() or 2, thread_name_prefix="decode") as pool,
            contextlib.closing(_in_order(pool, paths, self._frame)) as decoded,
        ):
            outcomes: list[tuple[int, _Outcome]] = []
            try:
                for position, outcome in zip(missing, decoded, strict=True):
                    control.check()
                    outcomes.append((position, outcome))
                    done += 1
                    if throttle.is_due() or done == total:
                        report(Preparing(say("reading pictures"), done, total))
                    if len(outcomes) * self._page_bytes >= BYTES_PER_COMMIT:
                        _require_folder(dataset.root)
                        full, outcomes = outcomes, []
                        yield from self._commit(dataset, dates, full)
            except DatasetError:
                raise  # the folder is gone: what could not be read with it is no broken file
            except BaseException:
                # What was decoded before a stop or an error is kept.
                self._commit(dataset, dates, outcomes)
                raise
            _require_folder(dataset.root)
            yield from self._commit(dataset, dates, outcomes)

    def _commit(
        self, dataset: Dataset, dates: list[tuple[int, int]], outcomes: list[tuple[int, _Outcome]]
    ) -> list[tuple[int, int, Sentence | None]]:
        """Store some pictures and remember them, all or none: their position, row and reason. The lock on the index is
        held for no longer than that, so that another process can fill the same cache."""
        self._index.execute("BEGIN IMMEDIATE")
        try:
            stored = [
                (position, *self._store(dataset.pictures[position], dates[position], outcome))
                for position, outcome in outcomes
            ]
            self._pages.flush()
            # After a power cut the index must not name pixels that never reached the disk.
            os.fsync(self._pages.fileno())
        except BaseException:
            self._index.execute("ROLLBACK")
            raise
        self._index.execute("COMMIT")
        return stored

    def _store(self, picture: Picture, date: tuple[int, int], outcome: _Outcome) -> tuple[int, Sentence | None]:
        reason = outcome.what if isinstance(outcome, PictureError) else None
        if reason is not None and not os.access(self._root / picture.file, os.R_OK):
            date = UNKNOWN_DATE  # nothing is wrong with the file itself: look again next time
        file = os.fsencode(picture.file)
        self._index.execute("DELETE FROM picture WHERE file = ?", (file,))
        cursor = self._index.execute(
            "INSERT INTO picture (file, size, mtime_ns, reason) VALUES (?, ?, ?, ?)",
            (file, *date, _reason_to(reason)),
        )
        row = cursor.lastrowid or 0
        if not isinstance(outcome, PictureError):
            self._pages.seek(row * self._page_bytes)
            self._pages.write(outcome.tobytes())
        return row, reason

    def _cover(self, rows: int) -> None:
        """Make the file long enough to map: a rejected picture at its end leaves a hole unwritten. Only ever longer:
        another process may be writing behind it."""
        if os.fstat(self._pages.fileno()).st_size < rows * self._page_bytes:
            self._pages.seek(rows * self._page_bytes - 1)
            self._pages.write(b"\0")
            self._pages.flush()

    def __enter__(self) -> "_Filling":
        return self

    def __exit__(self, *_: object) -> None:
        self._index.close()
        self._pages.close()


def _in_order(pool: ThreadPoolExecutor, paths: Iterator[Path], frame: Frame) -> Generator[_Outcome, None, None]:
    """Decoded pictures in the order of `paths`, a bounded number ahead."""
    waiting: deque[Future[_Outcome]] = deque()
    try:
        for path in paths:
            waiting.append(pool.submit(_decode_one, path, frame))
            if len(waiting) > 4 * (os.cpu_count() or 2):
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        for future in waiting:
            future.cancel()


def _decode_one(path: Path, frame: Frame) -> _Outcome:
    try:
        return images.read_square(path, frame.size_px, frame.resize)
    except PictureError as error:
        return error


def _reason_to(reason: Sentence | None) -> str | None:
    """A reason as the index keeps it: template and values apart, so that it can be shown in any language."""
    if reason is None:
        return None
    plain: dict[str, Any] = {
        key: value if isinstance(value, str | int | float) else str(value) for key, value in reason.values.items()
    }
    return json.dumps([reason.template, plain])


def _reason_from(text: str) -> Sentence:
    template, values = json.loads(text)
    return Sentence(str(template), dict(values))
