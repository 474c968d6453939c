"""Decoding what a pixel cache does not hold yet; a stop, a full disk or another process spoil nothing. Light."""

import contextlib
import errno
import os
import shutil
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from core import images
from core.ahead import working_ahead
from core.control import Control
from core.errors import DatasetError, PictureError
from core.events import Preparing, Report, Throttle
from core.files import write_text
from core.framing import Frame
from core.pictures.cache_index import NO_ROW, UNKNOWN_STATE, Entry, FileState, Index, is_useless
from core.pictures.dataset import Dataset, Picture
from core.pictures.facts import Fact
from core.pictures.miniatures import MINIATURE_SHAPE, miniature
from core.pictures.row_file import RowFile, RowReader
from core.words import say

BYTES_PER_COMMIT = 8_000_000

# A cache this large, of which more than half is of files as they no longer are, begins anew.
LEAST_OVERGROWN_BYTES = 100_000_000

_PAGES_FILE = "pixels.u8"
_MINIATURES_FILE = "miniatures.u8"
_INDEX_FILE = "index.sqlite"

# Whoever deletes a cache while it is filled does so once, or another process begins anew: more often something is wrong
# with the place.
_TRIES = 3


class Filled(NamedTuple):
    """The entry of every picture of a dataset, and the files that their rows are in: the very ones that were filled,
    whatever lies in the folder by now."""

    entries: list[Entry]
    pages: RowReader
    miniatures: NDArray[np.uint8]


@dataclass(frozen=True)
class _Decoded:
    page: NDArray[np.uint8]
    miniature: NDArray[np.uint8]
    fact: Fact


_Outcome = _Decoded | PictureError


class _GoneError(OSError):
    """The cache was deleted or cut off while it is filled: what is written now would be found by nobody."""

    def __init__(self) -> None:
        super().__init__(errno.ENOENT, os.strerror(errno.ENOENT))


class _OvergrownError(Exception):
    """More than half of a large cache is of files as they no longer are."""


def fill(folder: Path, dataset: Dataset, frame: Frame, report: Report, control: Control) -> Filled:
    """Decode what is missing in the cache at `folder`, which is made where it is missing.

    Raises OSError or sqlite3.Error when it cannot be kept, DatasetError when the pictures' folder is gone, Stopped.
    """
    may_shrink = True
    for tries_left in reversed(range(_TRIES)):
        try:
            _make(folder, dataset.root)
            with _Filling(folder, dataset, frame) as filling:
                return filling.fill(report, control, may_shrink)
        except _GoneError:
            if not tries_left:
                raise
        except _OvergrownError:
            may_shrink = False
            # Who still reads the old files keeps them, as they are, until he is done. Where a system does not let open
            # files be deleted, the cache grows on.
            with contextlib.suppress(OSError):
                _clear(folder, _PAGES_FILE)
        except sqlite3.DatabaseError as error:
            if not tries_left or not is_useless(error):
                raise
            _clear(folder, _INDEX_FILE)  # it is only a cache
    raise AssertionError("the last try returns or raises")


def _make(folder: Path, root: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    write_text(folder / "source.txt", f"{os.fsencode(root).decode(errors='backslashreplace')}\n")
    for name in (_INDEX_FILE, _PAGES_FILE, _MINIATURES_FILE):
        if (folder / name).is_dir():
            shutil.rmtree(folder / name)


def _clear(folder: Path, first: str) -> None:
    """Delete what a cache holds: `first` for certain, and where that is possible, the rest. Raises OSError."""
    # Without its journal an index is broken, a journal without its index would spoil the next.
    for file in (folder / f"{_INDEX_FILE}-journal", folder / first):
        file.unlink(missing_ok=True)
    for file in folder.iterdir():
        if file.is_dir() and not file.is_symlink():
            shutil.rmtree(file, ignore_errors=True)
        else:
            with contextlib.suppress(OSError):
                file.unlink()


class _Filling:
    """The open cache of one folder while missing pictures are decoded into it.

    Rows are given away once, and never before the end of the files: who trains on what was decoded earlier reads on
    undisturbed, also where the index was made anew or the files were cut off.
    """

    def __init__(self, folder: Path, dataset: Dataset, frame: Frame) -> None:
        self._dataset = dataset
        self._frame = frame
        with contextlib.ExitStack() as opened:
            self._index = opened.enter_context(contextlib.closing(Index(folder / _INDEX_FILE)))
            page = (frame.size_px, frame.size_px, 3)
            self._pages = opened.enter_context(contextlib.closing(RowFile(folder / _PAGES_FILE, page)))
            self._miniatures = opened.enter_context(
                contextlib.closing(RowFile(folder / _MINIATURES_FILE, MINIATURE_SHAPE))
            )
            self._opened = opened.pop_all()

    def fill(self, report: Report, control: Control, may_shrink: bool) -> Filled:
        """Decode what is missing. Raises _OvergrownError before anything is decoded, where the cache `may_shrink`."""
        try:
            return self._fill(report, control, may_shrink)
        except (OSError, sqlite3.Error) as error:
            # SQLite calls a deleted list read-only.
            if self._is_in_place():
                raise
            raise _GoneError from error

    def _fill(self, report: Report, control: Control, may_shrink: bool) -> Filled:
        self._drop_what_is_gone()
        known = self._index.entries()
        states = self._states(control)
        entries = [known.get(picture.file) for picture in self._dataset.pictures]
        missing = [
            position
            for position, (entry, state) in enumerate(zip(entries, states, strict=True))
            if entry is None or not entry.state == state != UNKNOWN_STATE
        ]
        if missing:
            if may_shrink and self._would_overgrow(known, missing):
                raise _OvergrownError
            for position, entry in self._decode(missing, states, report, control):
                entries[position] = entry
        return self._filled([entry for entry in entries if entry is not None])

    def _filled(self, entries: list[Entry]) -> Filled:
        end = max((entry.row for entry in entries if entry.fact is not None), default=-1) + 1
        if self._rows() < end:
            raise _GoneError
        return Filled(entries, self._pages.reader(), self._miniatures.mapped(end))

    def _rows(self) -> int:
        """How many rows there are in both files. Somebody who frees space may take the big one and leave the small."""
        return min(self._pages.count(), self._miniatures.count())

    def _drop_what_is_gone(self) -> None:
        """Forget pictures whose pixels are not there. Before any is written: rows behind would make the file long
        enough, and what is missing would read as black."""
        # The list is asked before the files, which others may be filling: they only grow.
        if self._index.has_impossible_rows() or self._index.end() > self._rows():
            with self._index.changing():
                self._index.drop_from(self._rows())
        if not self._is_in_place():
            raise _GoneError

    def _is_in_place(self) -> bool:
        return self._index.is_in_place() and self._pages.is_in_place() and self._miniatures.is_in_place()

    def _would_overgrow(self, known: dict[str, Entry], missing: list[int]) -> bool:
        new = sum(self._dataset.pictures[each].file not in known for each in missing)
        held = sum(entry.fact is not None for entry in known.values()) + new
        rows = max(self._index.next_row() - 1, self._pages.count()) + len(missing)
        return rows * self._pages.row_bytes >= LEAST_OVERGROWN_BYTES and rows > 2 * held

    def _states(self, control: Control) -> list[FileState]:
        states = []
        root = os.fspath(self._dataset.root)
        for picture in self._dataset.pictures:
            control.check()
            try:
                status = os.stat(os.path.join(root, picture.file))
                states.append((status.st_size, status.st_mtime_ns))
            except (OSError, ValueError):  # ValueError: a path that no system takes
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
        threads = os.cpu_count() or 2
        with working_ahead(threads, "decode") as ahead:
            decoded = ahead.in_order(partial(_decode_one, frame=self._frame), paths, 4 * threads)
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
        if not outcomes:
            return []
        with self._index.changing():
            # Nobody else writes now. Were pictures gone that the list speaks of, those stored behind would hide it.
            if not self._is_in_place() or self._index.end() > self._rows():
                raise _GoneError
            row = max(self._index.next_row(), self._pages.count(), self._miniatures.count())
            stored = [
                (position, self._store(number, self._dataset.pictures[position], states[position], outcome))
                for number, (position, outcome) in enumerate(outcomes, start=row)
            ]
            # After a power cut the index must not name pixels that never reached the disk.
            self._pages.sync()
            self._miniatures.sync()
        return stored

    def _store(self, row: int, picture: Picture, state: FileState, outcome: _Outcome) -> Entry:
        if isinstance(outcome, PictureError):
            if outcome.is_passing or state == UNKNOWN_STATE:
                return Entry(NO_ROW, UNKNOWN_STATE, outcome.what, None)  # looked at again next time
            self._index.put(row, picture.file, state, outcome.what)
            return Entry(row, state, outcome.what, None)
        self._index.put(row, picture.file, state, outcome.fact)
        self._pages.write(row, outcome.page)
        self._miniatures.write(row, outcome.miniature)
        return Entry(row, state, None, outcome.fact)

    def __enter__(self) -> "_Filling":
        return self

    def __exit__(self, *_: object) -> None:
        self._opened.close()


def _decode_one(path: Path, frame: Frame) -> _Outcome:
    try:
        seen = images.examine(path, frame.size_px, frame.resize)
    except PictureError as error:
        return error
    size = seen.width, seen.height
    fact = Fact(*size, seen.format, seen.digest, seen.hash, seen.is_grey, seen.is_flat)
    return _Decoded(seen.pixels, miniature(seen.pixels, *size, frame), fact)
