"""Arrays that are read some rows at a time, wherever they lie. Light."""

import mmap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import prod
from typing import Any, Protocol

import numpy as np

from core.pictures.arrays.kinds import Array
from core.pictures.arrays.pickled_names import Objects
from core.pictures.arrays.unusable import Unusable, damaged
from core.words import say

# Enough for all cores to be busy for a while, little enough to be no matter.
BLOCK_BYTES = 8_000_000
# The longest row of one-hot labels, and so the most classes.
MAX_CLASSES = 10_000


class Rows(Protocol):
    """An array in a file: what it announces, and its rows in order. `dtype` is `object` for lists of text."""

    @property
    def shape(self) -> tuple[int, ...]:
        """As of the whole array."""

    @property
    def dtype(self) -> np.dtype[Any]:
        """The kind of its elements."""

    def blocks(self) -> Iterator[Array]:
        """All rows, a block of some BLOCK_BYTES after the other. Raises Unusable for damage that comes to light only
        now, OSError."""


def byte_count(rows: Rows) -> int:
    """How many bytes an array announces."""
    return rows.dtype.itemsize * prod(rows.shape)


def rows_per_block(rows: Rows) -> int:
    """At least one."""
    return max(1, BLOCK_BYTES // max(1, rows.dtype.itemsize * prod(rows.shape[1:])))


def _mapped_file(array: Array) -> mmap.mmap | None:
    """The file that an array is a view of."""
    base: Any = array
    while isinstance(base, np.ndarray):
        base = base.base
    owner = base.obj if isinstance(base, memoryview) else None
    return owner if isinstance(owner, mmap.mmap) else None


def _let_go(mapped: mmap.mmap | None) -> None:
    """Pages that were read count as the program's memory until the system wants them back: give them back now. What is
    looked at again is read again."""
    if mapped is not None and hasattr(mmap, "MADV_DONTNEED"):
        mapped.madvise(mmap.MADV_DONTNEED)


@dataclass(frozen=True, eq=False)
class Whole:
    """An array over the mapped file, or a small one in memory."""

    array: Array

    @property
    def shape(self) -> tuple[int, ...]:
        """As of the whole array."""
        return self.array.shape

    @property
    def dtype(self) -> np.dtype[Any]:
        """The kind of its elements."""
        return self.array.dtype

    def blocks(self) -> Iterator[Array]:
        """All rows, as views."""
        step, mapped = rows_per_block(self), _mapped_file(self.array)
        for start in range(0, len(self.array), step):
            yield self.array[start : start + step]
            _let_go(mapped)


@dataclass(frozen=True, eq=False)
class Pieces:
    """A list of arrays of the same shape and kind: each is a row."""

    items: Sequence[Array]

    @property
    def shape(self) -> tuple[int, ...]:
        """As of the whole array."""
        return len(self.items), *self.items[0].shape

    @property
    def dtype(self) -> np.dtype[Any]:
        """The kind of its elements."""
        return self.items[0].dtype

    def blocks(self) -> Iterator[Array]:
        """All rows, put together block by block."""
        step, mapped = rows_per_block(self), _mapped_file(self.items[0])
        for start in range(0, len(self.items), step):
            yield np.stack(self.items[start : start + step])
            _let_go(mapped)


@dataclass(frozen=True, eq=False)
class Texts:
    """A list of text."""

    items: Sequence[str]

    @property
    def shape(self) -> tuple[int, ...]:
        """As of the whole array."""
        return (len(self.items),)

    @property
    def dtype(self) -> np.dtype[Any]:
        """The kind of its elements."""
        return np.dtype(object)

    def blocks(self) -> Iterator[Array]:
        """All rows, block by block."""
        step = rows_per_block(self)
        for start in range(0, len(self.items), step):
            yield np.array(self.items[start : start + step], object)


def rows_of(value: Any, file_bytes: int) -> Rows:
    """What was pickled as an array, an array of arrays or a list, as an array. `file_bytes` bounds what may come of
    it: a list can name the same element a million times. Raises Unusable."""
    if isinstance(value, np.ndarray):
        return Whole(value)
    if isinstance(value, Objects) and len(value.items) != max(value.shape, default=0):
        raise _no_array()  # neither a row nor a column
    items = value.items if isinstance(value, Objects) else value
    if not isinstance(items, list):
        raise _no_array()
    if items and all(isinstance(each, list) for each in items):
        return Whole(_table(items, file_bytes))
    cells = [_cell(each) for each in items]
    if all(isinstance(each, bool | int | float) for each in cells):
        return Whole(np.array(cells))
    if all(isinstance(each, str) for each in cells):
        return Texts(cells)
    return _pieces(cells, file_bytes)


def _cell(value: Any) -> Any:
    """A NumPy number or text as Python's own; what is something else as it is."""
    if isinstance(value, np.ndarray) and not value.shape:
        try:
            return value.item()
        except (ValueError, OverflowError) as error:
            raise damaged() from error  # text of impossible letters
    return value


def _pieces(items: list[Any], file_bytes: int) -> Pieces:
    first = items[0]
    if not all(isinstance(each, np.ndarray) and each.dtype == first.dtype for each in items):
        raise _no_array()
    if any(each.shape != first.shape for each in items):
        raise Unusable(
            say("its pictures are not all of the same size."), say("Resize them to one size, then save them anew.")
        )
    found = Pieces(items)
    if byte_count(found) > file_bytes:
        raise _no_array()
    return found


def _table(rows: list[list[Any]], file_bytes: int) -> Array:
    """One-hot labels as a list of lists of numbers."""
    width = len(rows[0])
    if width > MAX_CLASSES or len(rows) * width > file_bytes or any(len(row) != width for row in rows):
        raise _no_array()
    cells = [[_cell(each) for each in row] for row in rows]
    if not all(isinstance(each, bool | int | float) for row in cells for each in row):
        raise _no_array()
    return np.array(cells, np.float64)


def _no_array() -> Unusable:
    return Unusable(
        say("one of its parts is no array of numbers or text."),
        say("Save the pictures and labels as NumPy arrays, each of one shape."),
    )
