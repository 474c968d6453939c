"""Which kinds of elements, shapes and sizes an array in a file may have. Light.

Shapes and kinds are what a file merely claims: nothing is allocated for them before the claim fits the bytes.
"""

import re
from collections.abc import Sequence
from math import prod
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.pictures.arrays.unusable import Unusable, cut_off, damaged
from core.words import say

Array = NDArray[Any]

# Together, as they stand in the file: a million pictures of 100 x 100 pixels take 30 GB as bytes.
MAX_TOTAL_BYTES = 64_000_000_000
MAX_DIMENSIONS = 8
# Letters of a class name as NumPy pads them: every label of an array takes as many.
MAX_LETTERS = 1024

_SIZES = {"b": (1,), "i": (1, 2, 4, 8), "u": (1, 2, 4, 8), "f": (2, 4, 8)}
_DESCRIPTION = re.compile(r"([<>|=]?)([a-zA-Z])(\d{1,6})", re.ASCII)
_FOREIGN = re.compile(r"[<>|=]?[a-zA-Z]\d*(\[\w+\])?", re.ASCII)


def element_kind(description: str) -> np.dtype[Any]:
    """The element type that NumPy writes as `<f4`, `|u1` or `<U6`: numbers, truth values and text. `O` is given back
    as the object type. Raises Unusable for every other."""
    if description.lstrip("|") in ("O", "O8", "O4"):
        return np.dtype(object)
    found = _DESCRIPTION.fullmatch(description)
    if found is None:
        raise _foreign(description)
    order, letter, size = found[1], found[2], int(found[3])
    if not (size in _SIZES.get(letter, ()) or (letter in "US" and 0 < size <= MAX_LETTERS)):
        raise _foreign(description)
    return np.dtype(f"{order}{letter}{size}")


def _foreign(description: str) -> Unusable:
    if not _FOREIGN.fullmatch(description):
        return damaged()
    return Unusable(
        say("its elements are of the kind “{kind}”, not numbers.", kind=description[:20]),
        say("Save the pictures as numbers from 0 to 255 (dtype uint8)."),
    )


def checked_shape(shape: Sequence[object]) -> tuple[int, ...]:
    """The shape as plain numbers. Raises Unusable where it is none, or none that can be stored."""
    if len(shape) > MAX_DIMENSIONS:
        raise damaged()
    sizes = tuple(each for each in shape if isinstance(each, int) and not isinstance(each, bool) and each >= 0)
    if len(sizes) != len(shape):
        raise damaged()
    if prod(max(1, each) for each in sizes) > MAX_TOTAL_BYTES:
        raise too_large()
    return sizes


def too_large() -> Unusable:
    """More is announced than is taken."""
    return Unusable(
        say("it announces arrays of more than {limit} GB.", limit=MAX_TOTAL_BYTES // 10**9),
        say("Save fewer or smaller pictures."),
    )


def array_over(data: Any, kind: np.dtype[Any], shape: tuple[int, ...], fortran: bool) -> Array:
    """A view of `data` as an array, nothing copied. Raises Unusable unless the bytes are exactly as many as needed."""
    needed = kind.itemsize * prod(shape)
    if len(data) < needed:
        raise cut_off()
    if len(data) > needed or kind.hasobject:
        raise damaged()
    flat = np.frombuffer(data, kind) if needed else np.empty(0, kind)
    return flat.reshape(shape, order="F" if fortran else "C")
