"""A run's curves as tables that spreadsheets open. Light."""

import csv
import io
import math
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.errors import storage_error
from core.events import EpochEnded
from core.files import replacing
from core.words import say

_EPOCH_COLUMNS = ("epoch", "loss", "accuracy", "val_loss", "val_accuracy", "learning_rate", "seconds")
_BATCH_COLUMNS = ("epoch", "batch", "loss", "accuracy")
_BYTE_ORDER_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
"""Without it, Excel reads UTF-8 as the system's old code page."""
_MOST_APART = 1000
_ROUNDING = 1e-4

Batches = tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]


def batches_path(path: Path) -> Path:
    """Where the batches go beside the epochs' file."""
    return path.with_name(f"{path.stem}-batches{path.suffix}")


def write_curves(
    path: Path,
    history: Sequence[EpochEnded],
    batches: Batches,
    name: str = "",
    further: Sequence[tuple[str, Sequence[EpochEnded]]] = (),
) -> None:
    """Write a row per epoch to `path`, and a row per batch to `<name>-batches.csv` beside it, if there are any.

    `batches`: position in epochs, loss and accuracy of batches, as `read_batches` gives them. `further`: runs that
    are compared, by name; every row then begins with its run's name, the first run's being `name`. Numbers stand at
    full precision with a point; what is no number leaves its cell empty. Raises StorageError when a file cannot be
    written.
    """
    header: tuple[str, ...] = _EPOCH_COLUMNS
    rows: Iterable[Sequence[object]] = map(_epoch_row, history)
    if further:
        header = ("run", *header)
        rows = ([run, *_epoch_row(epoch)] for run, epochs in ((name, history), *further) for epoch in epochs)
    _write(path, header, rows)
    positions, losses, accuracies = batches
    if len(positions):
        epochs, numbers = batch_places(positions)
        _write(batches_path(path), _BATCH_COLUMNS, _batch_rows(epochs, numbers, losses, accuracies))


def _epoch_row(epoch: EpochEnded) -> list[object]:
    return [_cell(getattr(epoch, column)) for column in _EPOCH_COLUMNS]


def _batch_rows(*columns: NDArray[np.generic]) -> Iterable[Sequence[object]]:
    for row in zip(*(column.tolist() for column in columns), strict=True):
        yield [_cell(value) for value in row]


def _cell(value: float) -> object:
    return value if math.isfinite(value) else ""


def batch_places(positions: NDArray[np.float64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Epochs and batches, counted from 1, of the positions in epochs at which batches end. Where a window was told of
    some batches only, the missing ones count."""
    per_epoch = _batches_per_epoch(positions)
    number = np.rint(positions * per_epoch).astype(np.int64)
    epochs = (number - 1) // per_epoch + 1
    return epochs, number - (epochs - 1) * per_epoch


def _batches_per_epoch(positions: NDArray[np.float64]) -> int:
    """The fewest batches that an epoch can have for all of them to end where they do."""
    steps = np.diff(positions, prepend=0.0)
    if not (steps > 0).any():
        return 1
    apart = float(steps[steps > 0].min())
    for batches_apart in range(1, _MOST_APART):
        per_epoch = max(1, round(batches_apart / apart))
        numbers = positions * per_epoch
        if np.abs(numbers - np.rint(numbers)).max() < _ROUNDING:
            return per_epoch
    return max(1, round(1 / apart))


def _write(path: Path, header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(header)
    writer.writerows(rows)
    try:
        with replacing(path) as temporary:
            # As `write_text` of core.files, but for the line ends, which are a spreadsheet's.
            data = (_BYTE_ORDER_MARK + text.getvalue()).encode("utf-8", errors="backslashreplace")
            temporary.write_bytes(data)
    except OSError as error:
        raise storage_error(error, say("The curves cannot be saved as {path}.", path=path)) from error
