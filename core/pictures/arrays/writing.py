"""Arrays into `.npy` and `.npz` files piece by piece, so that a file may be larger than the memory. Light."""

import struct
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import prod
from pathlib import Path
from typing import IO, Any

import numpy as np
from numpy.lib import format as npy_format

from core.pictures.arrays.kinds import Array


@dataclass(frozen=True, eq=False)
class Column:
    """An array of numbers to be written: what it is, and its rows in order, some at a time."""

    name: str
    shape: tuple[int, ...]
    dtype: np.dtype[Any]
    blocks: Iterable[Array]

    @property
    def byte_count(self) -> int:
        """How many bytes its elements take."""
        return self.dtype.itemsize * prod(self.shape)

    def pieces(self) -> Iterator[bytes]:
        """Its elements as they stand in a file. The blocks must make up the shape: a file that lies is worse than
        none."""
        written = 0
        for block in self.blocks:
            data = np.ascontiguousarray(block, self.dtype).tobytes()
            written += len(data)
            yield data
        if written != self.byte_count:
            raise ValueError(f"{self.name} was to take {self.byte_count} bytes, not {written}")


def write_object_array(path: Path, columns: Sequence[Column]) -> None:
    """The columns as `numpy.save` writes an object array of arrays; `numpy.load(path, allow_pickle=True)` reads it.

    The pickle is of protocol 4 and calls NumPy's parts by the names that NumPy 1 and 2 both know. Raises OSError.
    """
    count = len(columns)
    header = {"descr": "|O", "fortran_order": False, "shape": (count,)}
    with path.open("wb") as file:
        npy_format.write_array_header_1_0(file, header)
        file.write(b"\x80\x04" + _blank_array() + b"(K\x01" + _shape((count,)) + _kind(np.dtype(object)) + b"\x89](")
        for column in columns:
            file.write(_blank_array() + b"(K\x01" + _shape(column.shape) + _kind(column.dtype) + b"\x89")
            file.write(b"\x8e" + struct.pack("<Q", column.byte_count))
            file.writelines(column.pieces())
            file.write(b"tb")
        file.write(b"etb.")


# Pickle's operations, as `pickletools.dis` names them. An array is `_reconstruct(ndarray, (0,), b"b")` whose state is
# then set to (1, shape, kind, is it in Fortran's order, elements).


def _blank_array() -> bytes:
    return b"cnumpy.core.multiarray\n_reconstruct\ncnumpy\nndarray\nK\x00\x85C\x01b\x87R"


def _shape(shape: tuple[int, ...]) -> bytes:
    return b"(" + b"".join(b"\x8a\x08" + struct.pack("<q", each) for each in shape) + b"t"


def _kind(dtype: np.dtype[Any]) -> bytes:
    if dtype.hasobject:
        return _named_kind(b"O8", b"|", 63)  # its elements have to be looked after
    return _named_kind(dtype.str[1:].encode(), dtype.str[:1].encode(), 0)


def _named_kind(name: bytes, order: bytes, flags: int) -> bytes:
    no_fields = b"NNN" + 2 * (b"J" + struct.pack("<i", -1))
    state = b"(K\x03\x8c\x01" + order + no_fields + b"K" + bytes([flags]) + b"t"
    return b"cnumpy\ndtype\n\x8c" + bytes([len(name)]) + name + b"\x89\x88\x87R" + state + b"b"


def write_archive(path: Path, columns: Sequence[Column]) -> None:
    """The columns as `numpy.savez` writes them, each under its name. Raises OSError."""
    with zipfile.ZipFile(path, "w") as archive:
        for column in columns:
            with archive.open(f"{column.name}.npy", "w", force_zip64=True) as member:
                _write_plain(member, column)


def _write_plain(file: IO[bytes], column: Column) -> None:
    header = {"descr": column.dtype.str, "fortran_order": False, "shape": column.shape}
    npy_format.write_array_header_1_0(file, header)
    file.writelines(column.pieces())
