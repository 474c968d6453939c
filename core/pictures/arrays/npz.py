"""The `.npz` format: a ZIP archive with an `.npy` member for each array, stored or deflated. Light.

A small archive can announce terabytes. Members are only read as a stream, and only when what they announce is
believable for the bytes that are there.
"""

import errno
import io
import os
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

import numpy as np

from core.image_sources import open_without_waiting
from core.pictures.arrays.kinds import MAX_TOTAL_BYTES, Array, array_over, too_large
from core.pictures.arrays.npy import MAX_HEADER_BYTES, PREFIX_BYTES, Header, read_header
from core.pictures.arrays.regular import require_regular
from core.pictures.arrays.rows import Whole, rows_per_block
from core.pictures.arrays.unusable import Unusable, cut_off, damaged
from core.words import say

MAGIC = b"PK"

# Pictures deflate to a tenth at best, drawings to a hundredth; only one colour all over goes to a thousandth. Members
# up to so many bytes may, larger ones are bombs.
MAX_RATIO = 200
UNSUSPICIOUS_BYTES = 100_000_000

# Rows that lie across the file (Fortran order) need the whole member at once.
MAX_WHOLE_BYTES = 500_000_000

# No single read is longer: 20,000 members are listed in as much.
_READ_BYTES = 1_000_000
_ENCRYPTED = 0x1


class _Archive(io.FileIO):
    """A file that lends no more than a little at once: an archive's list of members may be as long as it says."""

    def read(self, size: int | None = -1, /) -> bytes:
        if size is None or size < 0:
            size = os.fstat(self.fileno()).st_size - self.tell()
        if size > _READ_BYTES:
            raise zipfile.BadZipFile
        return super().read(size) or b""


@dataclass(frozen=True, eq=False)
class Member:
    """An array in an archive, unpacked anew whenever it is gone through."""

    path: Path
    name: str
    header: Header

    @property
    def shape(self) -> tuple[int, ...]:
        """As of the whole array."""
        return self.header.shape

    @property
    def dtype(self) -> np.dtype[Any]:
        """The kind of its elements."""
        return self.header.dtype

    def blocks(self) -> Iterator[Array]:
        """All rows. Raises Unusable where they are damaged, OSError."""
        with _opened(self.path) as archive, archive.open(self.name) as stream:
            _read(stream, self.header.begin)
            if self.header.fortran:
                data = _read(stream, self.header.byte_count)
                yield from Whole(array_over(data, self.dtype, self.shape, True)).blocks()
                return
            step, left = rows_per_block(self), self.shape[0]
            row_bytes = self.header.byte_count // max(1, left)
            while left:
                count = min(step, left)
                left -= count
                data = _read(stream, count * row_bytes)
                yield array_over(data, self.dtype, (count, *self.shape[1:]), False)


def read_members(path: Path) -> dict[str, Member]:
    """The arrays of an archive by name, in its order. Raises Unusable, OSError."""
    with _opened(path) as archive:
        infos = [each for each in archive.infolist() if each.filename.endswith(".npy")]
        if sum(each.file_size for each in infos) > MAX_TOTAL_BYTES:
            raise too_large()
        return {PurePosixPath(each.filename).name.removesuffix(".npy"): _member(path, archive, each) for each in infos}


def _member(path: Path, archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Member:
    name = ascii(info.filename[:60])[1:-1]
    if info.flag_bits & _ENCRYPTED:
        raise Unusable(say("it is protected by a password."), say("Save it without one."))
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise Unusable(say("it is packed in a way that NumPy does not use."), say("Save it anew with numpy.savez."))
    if info.file_size > max(UNSUSPICIOUS_BYTES, MAX_RATIO * info.compress_size):
        raise Unusable(say("“{member}” in it announces far more than can be packed in so few bytes.", member=name))
    with archive.open(info) as stream:
        head = _read(stream, min(info.file_size, PREFIX_BYTES + MAX_HEADER_BYTES))
    header = read_header(memoryview(head))
    if header.dtype.hasobject:
        raise Unusable(
            say("“{member}” in it holds objects, not numbers.", member=name),
            say("Save each of the four as an array of numbers."),
        )
    if header.byte_count != info.file_size - header.begin:
        raise cut_off()
    if header.fortran and header.byte_count > MAX_WHOLE_BYTES:
        raise Unusable(
            say("“{member}” in it is large and lies in Fortran’s order.", member=name),
            say("Save it in C’s order: numpy.ascontiguousarray."),
        )
    return Member(path, info.filename, header)


class _opened:  # noqa: N801
    """The archive for reading; what goes wrong with it meanwhile becomes Unusable."""

    def __init__(self, path: Path) -> None:
        self._file = _Archive(path, opener=open_without_waiting)
        try:
            require_regular(self._file.fileno())
        except BaseException:
            self._file.close()
            raise

    def __enter__(self) -> zipfile.ZipFile:
        try:
            return zipfile.ZipFile(self._file)
        except BaseException as error:
            self._file.close()
            _refuse(error)
            raise

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        self._file.close()
        _refuse(error)


def _refuse(error: BaseException | None) -> None:
    broken = zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError
    # A place before the file's begin: the system calls it an invalid argument.
    if isinstance(error, broken) or (isinstance(error, OSError) and error.errno == errno.EINVAL):
        raise damaged() from error


def _read(stream: Any, count: int) -> bytearray:
    """Exactly so many bytes."""
    found = bytearray(count)
    filled = 0
    view = memoryview(found)
    while filled < count:
        piece = stream.read(min(_READ_BYTES // 2, count - filled))
        if not piece:
            raise cut_off()
        view[filled : filled + len(piece)] = piece
        filled += len(piece)
    return found
