"""Decoding what a pixel cache does not hold yet; a stop, a full disk or another process spoil nothing. Light."""

import contextlib
import os
import sqlite3
from collections import deque
from collections.abc import Generator, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core import images
from core.control import Control
from core.errors import DatasetError, PictureError
from core.events import Preparing, Report, Throttle
from core.framing import Frame
from core.pictures.cache_index import UNKNOWN_STATE, Entry, FileState, Index
from core.pictures.dataset import Dataset, Picture
from core.pictures.facts import Fact
from core.pictures.miniatures import MINIATURE_SHAPE, miniature
from core.pictures.row_file import RowFile
from core.words import say

BYTES_PER_COMMIT = 8_000_000

PAGES_FILE = "pixels.u8"
MINIATURES_FILE = "miniatures.u8"
_INDEX_FILE = "index.sqlite"


@dataclass(frozen=True)
class _Decoded:
    page: NDArray[np.uint8]
    miniature: NDArray[np.uint8]
    fact: Fact


_Outcome = _Decoded | PictureError


def fill(folder: Path, dataset: Dataset, frame: Frame, report: Report, control: Control) -> list[Entry]:
    """Decode what is missing in the cache at `folder` and give back the entry of every picture of the dataset.

    Raises OSError or sqlite3.Error when it cannot be kept, DatasetError when the pictures' folder is gone, Stopped.
    """
    try:
        with _Filling(folder, dataset, frame) as filling:
            return filling.fill(report, control)
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", None) not in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT):
            raise
        # The index is broken. It is only a cache: begin anew.
        for file in folder.iterdir():
            file.unlink()
        with _Filling(folder, dataset, frame) as filling:
            return filling.fill(report, control)


class _Filling:
    """The open cache of one folder while missing pictures are decoded into it."""

    def __init__(self, folder: Path, dataset: Dataset, frame: Frame) -> None:
        self._dataset = dataset
        self._frame = frame
        with contextlib.ExitStack() as opened:
            self._index = opened.enter_context(contextlib.closing(Index(folder / _INDEX_FILE)))
            page = (frame.size_px, frame.size_px, 3)
            self._pages = opened.enter_context(contextlib.closing(RowFile(folder / PAGES_FILE, page)))
            self._miniatures = opened.enter_context(
                contextlib.closing(RowFile(folder / MINIATURES_FILE, MINIATURE_SHAPE))
            )
            self._opened = opened.pop_all()

    def fill(self, report: Report, control: Control) -> list[Entry]:
        """The entry of every picture."""
        # Somebody who frees space may take the big file and leave the small one.
        rows = min(self._pages.count(), self._miniatures.count())
        known = {file: entry for file, entry in self._index.entries().items() if entry.row < rows or entry.fact is None}
        states = self._states(control)
        entries = [known.get(picture.file) for picture in self._dataset.pictures]
        missing = [
            position
            for position, (entry, state) in enumerate(zip(entries, states, strict=True))
            if entry is None or not entry.state == state != UNKNOWN_STATE
        ]
        if missing:
            for position, entry in self._decode(missing, states, report, control):
                entries[position] = entry
        whole = [entry for entry in entries if entry is not None]
        end = max((entry.row for entry in whole), default=-1) + 1
        # A rejected picture at the end leaves a hole unwritten.
        self._pages.cover(end)
        self._miniatures.cover(end)
        return whole

    def _states(self, control: Control) -> list[FileState]:
        states = []
        root = os.fspath(self._dataset.root)
        for picture in self._dataset.pictures:
            control.check()
            try:
                status = os.stat(os.path.join(root, picture.file))
                states.append((status.st_size, status.st_mtime_ns))
            except OSError:
                states.append(UNKNOWN_STATE)
        return states

    def _decode(
        self, missing: list[int], states: list[FileState], report: Report, control: Control
    ) -> Iterator[tuple[int, Entry]]:
        """Decode on all cores, store in order, and remember after every few pictures."""
        total = len(self._dataset.pictures)
        done = total - len(missing)
        throttle = Throttle()
        paths = (self._dataset.path(self._dataset.pictures[each]) for each in missing)
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
                    if len(outcomes) * self._pages.row_bytes >= BYTES_PER_COMMIT:
                        self._dataset.require_folder()
                        full, outcomes = outcomes, []
                        yield from self._commit(states, full)
            except DatasetError:
                raise  # the folder is gone: what could not be read with it is no broken file
            except BaseException:
                # What was decoded before a stop or an error is kept.
                self._commit(states, outcomes)
                raise
            self._dataset.require_folder()
            yield from self._commit(states, outcomes)

    def _commit(self, states: list[FileState], outcomes: list[tuple[int, _Outcome]]) -> list[tuple[int, Entry]]:
        """Store some pictures and remember them, all or none."""
        with self._index.changing():
            stored = [
                (position, self._store(self._dataset.pictures[position], states[position], outcome))
                for position, outcome in outcomes
            ]
            # After a power cut the index must not name pixels that never reached the disk.
            self._pages.sync()
            self._miniatures.sync()
        return stored

    def _store(self, picture: Picture, state: FileState, outcome: _Outcome) -> Entry:
        if isinstance(outcome, PictureError):
            if not os.access(self._dataset.path(picture), os.R_OK):
                state = UNKNOWN_STATE  # nothing is wrong with the file itself: look again next time
            return Entry(self._index.put(picture.file, state, outcome.what), state, outcome.what, None)
        row = self._index.put(picture.file, state, outcome.fact)
        self._pages.write(row, outcome.page)
        self._miniatures.write(row, outcome.miniature)
        return Entry(row, state, None, outcome.fact)

    def __enter__(self) -> "_Filling":
        return self

    def __exit__(self, *_: object) -> None:
        self._opened.close()


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
        seen = images.examine(path, frame.size_px, frame.resize)
    except PictureError as error:
        return error
    size = seen.width, seen.height
    fact = Fact(*size, seen.format, seen.digest, seen.hash, seen.is_grey, seen.is_flat)
    return _Decoded(seen.pixels, miniature(seen.pixels, *size, frame), fact)
