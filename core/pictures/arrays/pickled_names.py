"""What NumPy's pickles of arrays ask for by name, as signs: nothing of it is called. Light."""

from dataclasses import dataclass
from enum import Enum, auto
from math import prod
from typing import Any

import numpy as np

from core.pictures.arrays.kinds import Array, array_over, checked_shape, element_kind
from core.pictures.arrays.unusable import damaged

# No name of NumPy's, and no kind of element, is as long.
NAME_BYTES = 200


class Name(Enum):
    """What NumPy's pickles ask for by name."""

    ARRAY = auto()
    KIND = auto()
    RECONSTRUCT = auto()
    FROM_BUFFER = auto()
    SCALAR = auto()
    ENCODE = auto()
    BYTES = auto()


# NumPy 2 moved its core; `__builtin__` is Python 2's.
KNOWN = {
    "numpy ndarray": Name.ARRAY,
    "numpy dtype": Name.KIND,
    **{f"{core}.multiarray _reconstruct": Name.RECONSTRUCT for core in ("numpy.core", "numpy._core")},
    **{f"{core}.multiarray scalar": Name.SCALAR for core in ("numpy.core", "numpy._core")},
    **{f"{core}.numeric _frombuffer": Name.FROM_BUFFER for core in ("numpy.core", "numpy._core")},
    "_codecs encode": Name.ENCODE,
    "__builtin__ bytes": Name.BYTES,
    "builtins bytes": Name.BYTES,
}


@dataclass(frozen=True, slots=True, eq=False)
class Objects:
    """An array of objects: its shape and, in C order, what is in it."""

    shape: tuple[int, ...]
    items: list[Any]


@dataclass(slots=True, eq=False)
class Kind:
    """An element type in the making: its byte order arrives after its name."""

    description: str
    order: str = ""

    def finished(self) -> np.dtype[Any]:
        """The type. Raises Unusable for one that is not read."""
        return element_kind(self.order + self.description)


@dataclass(slots=True, eq=False)
class Blank:
    """An array in the making: NumPy makes an empty one and fills it afterwards."""

    made: Array | Objects | None = None


def filled(shape: Any, kind: Any, is_fortran: bool, data: Any) -> Array | Objects:
    """The array that these are said to make up, a view of `data`. Raises Unusable where they do not agree."""
    if not (isinstance(shape, tuple) and isinstance(kind, Kind)):
        raise damaged()
    sizes = checked_shape(shape)
    elements = kind.finished()
    if elements.hasobject:
        if not isinstance(data, list) or len(data) != prod(sizes):
            raise damaged()
        return Objects(sizes, data)
    if not isinstance(data, memoryview | bytearray):
        raise damaged()
    return array_over(data, elements, sizes, is_fortran)


def plain_text(value: Any) -> str:
    """Short text, also as Python 2 wrote it. Raises Unusable."""
    if isinstance(value, memoryview):
        return str(value[:NAME_BYTES], "ascii")
    if not isinstance(value, str):
        raise damaged()
    return value
