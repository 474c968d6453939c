"""The `.npy` format: a header in plain text, then the elements, or a pickle where they are objects. Light."""

import mmap
import os
import re
from collections.abc import Iterator
from math import prod
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from core.control import Control
from core.pictures.arrays.kinds import array_over, checked_shape, element_kind
from core.pictures.arrays.pickled import read_pickle
from core.pictures.arrays.regular import open_regular
from core.pictures.arrays.unusable import Unusable, cut_off, damaged
from core.words import say

MAGIC = b"\x93NUMPY"
# NumPy itself takes no longer ones.
MAX_HEADER_BYTES = 10_000
PREFIX_BYTES = len(MAGIC) + 2 + 4

# More than four are none of ours; they are not looked for without end.
MAX_VALUES = 16

_DESCRIPTION = re.compile(r"""['"]descr['"]\s*:\s*['"]([^'"]{1,24})['"]""")
_ORDER = re.compile(r"""['"]fortran_order['"]\s*:\s*(True|False)""")
# Python 2 wrote large numbers with an L.
_SHAPE = re.compile(r"""['"]shape['"]\s*:\s*\(([\d\sL,]*)\)""")


class Header(NamedTuple):
    """What an array announces, and at which byte it begins."""

    dtype: np.dtype[Any]
    fortran: bool
    shape: tuple[int, ...]
    begin: int

    @property
    def byte_count(self) -> int:
        """How many bytes its elements take."""
        return self.dtype.itemsize * prod(self.shape)


def read_header(view: memoryview, start: int = 0) -> Header:
    """The header at `start`. Nothing of it is evaluated. Raises Unusable."""
    prefix = bytes(view[start : start + PREFIX_BYTES])
    if prefix[: len(MAGIC)] != MAGIC[: len(prefix)]:
        raise Unusable(say("it is no NumPy file."))
    if len(prefix) < PREFIX_BYTES:
        raise cut_off()
    length_bytes = 2 if prefix[6] == 1 else 4
    length = int.from_bytes(prefix[8 : 8 + length_bytes], "little")
    begin = start + 8 + length_bytes
    if not 1 <= prefix[6] <= 3 or length > MAX_HEADER_BYTES:
        raise damaged()
    if begin + length > len(view):
        raise cut_off()
    return _parsed(str(view[begin : begin + length], "latin-1"), begin + length)


def _parsed(text: str, begin: int) -> Header:
    order, shape = _ORDER.search(text), _SHAPE.search(text)
    description = _DESCRIPTION.search(text)
    if order is None or shape is None:
        raise damaged()
    if description is None:
        raise Unusable(
            say("its elements are records, not numbers."),
            say("Save the pictures as numbers from 0 to 255 (dtype uint8)."),
        )
    sizes = [each.strip().rstrip("L") for each in shape[1].split(",") if each.strip()]
    if not all(each.isascii() and each.isdigit() and len(each) < 20 for each in sizes):
        raise damaged()
    return Header(element_kind(description[1]), order[1] == "True", checked_shape(list(map(int, sizes))), begin)


def read_values(path: Path, control: Control) -> list[Any]:
    """Everything that was saved into a file, one after the other: arrays as views of the mapped file (nothing is
    copied), and whatever `read_pickle` makes of objects. Raises Unusable, OSError, MemoryError, Stopped."""
    with open_regular(path) as file:
        if os.fstat(file.fileno()).st_size == 0:
            raise Unusable(say("it is empty."))
        mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    return list(_values(memoryview(mapped), control))


def _values(view: memoryview, control: Control) -> Iterator[Any]:
    at = 0
    for _ in range(MAX_VALUES):
        header = read_header(view, at)
        if header.dtype.hasobject:
            value, at = read_pickle(view, header.begin, control)
            yield value
        else:
            at = header.begin + header.byte_count
            yield array_over(view[header.begin : at], header.dtype, header.shape, header.fortran)
        if bytes(view[at : at + len(MAGIC)]) != MAGIC:
            return
