"""A file of arrays of one shape, one after the other: written and read at any row. Light."""

import os
import threading
import weakref
from math import prod
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.errors import StorageError, storage_error
from core.words import say


class RowFile:
    """The file opened for writing, made where it is missing. `row_bytes`: what one row takes. Raises OSError."""

    def __init__(self, path: Path, shape: tuple[int, ...]) -> None:
        self.row_bytes = prod(shape)
        self._shape = shape
        self._path = path
        path.touch()
        self._file = path.open("r+b")

    def count(self) -> int:
        """How many whole rows there are, those that were never written among them."""
        return os.fstat(self._file.fileno()).st_size // self.row_bytes

    def write(self, row: int, values: NDArray[np.uint8]) -> None:
        """Put one row in its place."""
        self._file.seek(row * self.row_bytes)
        self._file.write(values.tobytes())

    def sync(self) -> None:
        """Wait until what was written is on the disk."""
        self._file.flush()
        os.fsync(self._file.fileno())

    def is_in_place(self) -> bool:
        """Whether the open file still is the one of that name: it may have been deleted, and another made."""
        return lies_at(os.fstat(self._file.fileno()), self._path)

    def reader(self) -> "RowReader":
        """The same file for reading, whatever lies under its name by now."""
        self._file.flush()
        return RowReader(os.dup(self._file.fileno()), self._shape)

    def mapped(self, rows: int) -> NDArray[np.uint8]:
        """That many rows of the same file, read-only and not in memory until looked at. Raises ValueError where there
        are fewer."""
        if not rows:
            return np.zeros((0, *self._shape), np.uint8)
        self._file.flush()
        return np.memmap(self._file, np.uint8, "r", shape=(rows, *self._shape))

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()


def lies_at(status: os.stat_result, path: Path) -> bool:
    """Whether the file of this status is the one that lies at `path`."""
    try:
        return os.path.samestat(status, os.stat(path))
    except OSError:
        return False


class RowReader:
    """An open file for reading, from any thread; it is closed with the reader.

    Read, not mapped: what is looked at in a map counts as the program's memory, and a map of a file that is cut off by
    somebody else ends the process.
    """

    def __init__(self, file: int, shape: tuple[int, ...]) -> None:
        self._shape = shape
        self._row_bytes = prod(shape)
        self._lock = threading.Lock()
        self._file = file
        # Open as long as it may be read: the file may be deleted meanwhile.
        weakref.finalize(self, os.close, file)

    def read(self, rows: NDArray[np.int64]) -> NDArray[np.uint8]:
        """The arrays at these rows, one after the other. Raises StorageError where the file does not hold them."""
        found = np.empty((len(rows), self._row_bytes), np.uint8)
        for place, row in enumerate(rows.tolist()):
            try:
                count = self._read_into(found[place], row * self._row_bytes)
            except OSError as error:
                raise storage_error(error, say("The cache of decoded pictures cannot be read.")) from error
            if count != self._row_bytes:
                raise StorageError(
                    say("The cache of decoded pictures was cut off while it was in use."),
                    say("Open the pictures again: it is filled anew."),
                )
        return found.reshape(len(rows), *self._shape)

    def _read_into(self, target: NDArray[np.uint8], offset: int) -> int:
        if hasattr(os, "preadv"):
            return os.preadv(self._file, [target.data], offset)
        with self._lock:
            os.lseek(self._file, offset, os.SEEK_SET)
            content = os.read(self._file, len(target))
        target[: len(content)] = np.frombuffer(content, np.uint8)
        return len(content)
