"""Files of arrays as people have them, for the tests."""

import io
import pickle
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

RNG = np.random.default_rng(5)
X_TRAIN = RNG.integers(0, 256, (7, 5, 6, 3), dtype=np.uint8)
X_TEST = RNG.integers(0, 256, (3, 5, 6, 3), dtype=np.uint8)
Y_TRAIN = np.array([0, 1, 2, 0, 1, 2, 0])
Y_TEST = np.array([2, 1, 0])
FOUR = (X_TRAIN, X_TEST, Y_TRAIN, Y_TEST)
NAMES = ("X_train", "X_test", "Y_train", "Y_test")
ANIMALS = np.array(["cat", "dog", "owl"])


def objects(items: Sequence[Any]) -> Any:
    """A 1-d array of objects, as `numpy.array` made it from arrays of different shapes."""
    found = np.empty(len(items), object)
    for place, item in enumerate(items):
        found[place] = item
    return found


def header(shape: tuple[int, ...] = (4,), descr: str = "|O") -> bytes:
    """An `.npy` header."""
    file = io.BytesIO()
    np.lib.format.write_array_header_1_0(file, {"descr": descr, "fortran_order": False, "shape": shape})
    return file.getvalue()


def pickled(value: Any, protocol: int = 4) -> bytes:
    """An object array as `numpy.save` writes it, by any pickle protocol."""
    return header(value.shape) + pickle.dumps(value, protocol=protocol)


def tutorial(protocol: int = 4, four: Sequence[Any] = FOUR) -> bytes:
    """The tutorial's file."""
    return pickled(objects(four), protocol)


def one_after_the_other(four: Sequence[Any] = FOUR) -> bytes:
    """Four `numpy.save` into one file."""
    file = io.BytesIO()
    for each in four:
        np.save(file, each)
    return file.getvalue()


def archive(*arrays: Any, packed: bool = False, **named: Any) -> bytes:
    """An `.npz`."""
    file = io.BytesIO()
    (np.savez_compressed if packed else np.savez)(file, *arrays, **named)
    return file.getvalue()


def named_archive(four: Sequence[Any] = FOUR, packed: bool = False) -> bytes:
    """An `.npz` with the tutorial's names."""
    return archive(packed=packed, **dict(zip(NAMES, four, strict=True)))


def written(path: Path, content: bytes) -> Path:
    """`path`, with this in it."""
    path.write_bytes(content)
    return path
