"""The current pictures in the tutorial's form: four arrays in one `.npy` or `.npz` file. Light."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.control import Control
from core.errors import NakamiError, StorageError, storage_error
from core.events import Preparing, Report, Throttle, ignore
from core.files import replacing, write_text
from core.numerals import file_size
from core.pictures.arrays.class_names import labels_file
from core.pictures.arrays.kinds import MAX_TOTAL_BYTES
from core.pictures.arrays.reading import SUFFIXES
from core.pictures.arrays.rows import MAX_CLASSES
from core.pictures.arrays.writing import Column, write_archive, write_object_array
from core.pictures.cache import PreparedPictures
from core.pictures.split import Split
from core.words import say

# N pictures (uint8, N x size x size x 3) and their positions in the dataset -> k variations of each, N k x size x size
# x 3, those of one picture beside one another. k is the same for every call.
Augment = Callable[[NDArray[np.uint8], NDArray[np.int64]], NDArray[np.uint8]]

# Variations are many, and made in floating point: fewer pictures at once.
_BLOCK_BYTES = 1_000_000
# Pictures of one class stand in a row in a dataset. Whoever cuts a share off the end of an array, as Keras's
# `validation_split` does, would get the last classes only.
_ORDER_SEED = 0


@dataclass(frozen=True)
class Exported:
    """What was written: how many pictures for training (with the variations of each) and for the test."""

    file: Path
    labels_file: Path
    training: int
    test: int
    variations: int
    class_names: tuple[str, ...]
    byte_count: int


def export_arrays(
    prepared: PreparedPictures,
    split: Split,
    path: Path,
    *,
    augment: Augment | None = None,
    one_hot: bool = False,
    report: Report = ignore,
    control: Control | None = None,
) -> Exported:
    """Save pictures as [X_train, X_test, Y_train, Y_test]: an object array in `.npy`, four named arrays in `.npz`.

    The tutorial's form knows two parts, so X_train holds the training and the validation pictures; X_test the test
    pictures. Both are shuffled, always in the same way. Pixels are uint8, RGB; labels int64, positions in the class
    names, or float32 rows with `one_hot`. `augment` varies the training part. The class names go to
    `<stem>.labels.txt` beside it, a name a line.

    Written piece by piece: memory does not grow with the number of pictures. A file of that name is replaced when the
    new one is whole. Raises NakamiError for another suffix, StorageError when there is no room or writing fails,
    Stopped.
    """
    _require_suffix(path)
    export = _Export(prepared, one_hot, augment, report, control or Control())
    columns = export.columns(np.concatenate((split.training, split.validation)), split.test)
    byte_count = sum(each.byte_count for each in columns)
    names = prepared.dataset.class_names
    write = write_archive if path.suffix.lower() == ".npz" else write_object_array
    try:
        _require_room(path.parent, byte_count)
        with replacing(path) as temporary:
            write(temporary, columns)
        # A name may hold a line's end; the list is read line by line.
        write_text(labels_file(path), "".join(f"{' '.join(name.split())}\n" for name in names))
    except OSError as error:
        raise storage_error(error, say("The arrays cannot be saved to {file}.", file=path)) from error
    training, test = columns[0].shape[0], columns[1].shape[0]
    return Exported(path, labels_file(path), training, test, export.variations, names, path.stat().st_size)


def _require_suffix(path: Path) -> None:
    if path.suffix.lower() not in SUFFIXES:
        raise NakamiError(
            say("“{name}” does not end in .npy or .npz.", name=path.name),
            say("Arrays are saved as NumPy files: .npy as the tutorial has them, or .npz."),
        )


def _require_room(folder: Path, byte_count: int) -> None:
    if byte_count > MAX_TOTAL_BYTES:
        raise StorageError(
            say(
                "The arrays would take {needed}, and files of more than {limit} are not opened again.",
                needed=file_size(byte_count),
                limit=file_size(MAX_TOTAL_BYTES),
            ),
            say("Choose a smaller image size, or fewer pictures."),
        )
    free = shutil.disk_usage(folder).free
    if free < byte_count:
        raise StorageError(
            say(
                "The arrays take {needed}, and {free} are free in {folder}.",
                needed=file_size(byte_count),
                free=file_size(free),
                folder=folder,
            ),
            say("Free some space, or choose another place."),
        )


class _Export:
    """The four columns of one export, and how far it is."""

    def __init__(
        self, prepared: PreparedPictures, one_hot: bool, augment: Augment | None, report: Report, control: Control
    ) -> None:
        self.variations = 1
        self._prepared = prepared
        self._one_hot = one_hot
        self._augment = augment
        self._report = report
        self._control = control
        self._throttle = Throttle()
        self._done = self._total = 0

    def columns(self, training: NDArray[np.int64], test: NDArray[np.int64]) -> list[Column]:
        """X_train, X_test, Y_train, Y_test. `variations` is known afterwards."""
        training, test = (np.random.default_rng(_ORDER_SEED).permutation(each) for each in (training, test))
        if self._augment is not None and len(training):
            self.variations = len(self._augment(self._prepared.pixels(training[:1]), training[:1]))
        self._total = len(training) * self.variations + len(test)
        return [
            self._pictures("X_train", training, self._augment),
            self._pictures("X_test", test, None),
            self._labels("Y_train", np.repeat(training, self.variations)),
            self._labels("Y_test", test),
        ]

    def _pictures(self, name: str, positions: NDArray[np.int64], augment: Augment | None) -> Column:
        size_px = self._prepared.frame.size_px
        count = len(positions) * (self.variations if augment is not None else 1)
        return Column(name, (count, size_px, size_px, 3), np.dtype(np.uint8), self._blocks(positions, augment))

    def _blocks(self, positions: NDArray[np.int64], augment: Augment | None) -> Iterator[NDArray[np.uint8]]:
        step = max(1, _BLOCK_BYTES // (3 * self._prepared.frame.size_px**2))
        for start in range(0, len(positions), step):
            self._control.check()
            some = positions[start : start + step]
            pixels = self._prepared.pixels(some)
            block = pixels if augment is None else augment(pixels, some)
            yield block
            self._done += len(block)
            if self._throttle.is_due() or self._done == self._total:
                self._report(Preparing(say("saving pictures"), self._done, self._total))

    def _labels(self, name: str, positions: NDArray[np.int64]) -> Column:
        labels = self._prepared.dataset.labels[positions]
        classes = len(self._prepared.dataset.class_names)
        if not self._one_hot:
            return Column(name, labels.shape, np.dtype(np.int64), [labels])
        step = MAX_CLASSES
        rows = (
            (labels[start : start + step, None] == np.arange(classes)).astype(np.float32)
            for start in range(0, len(labels), step)
        )
        return Column(name, (len(labels), classes), np.dtype(np.float32), rows)
