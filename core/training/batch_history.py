"""Every batch of a run on disk: the faint curve, for those who come back to it. Light."""

import csv
import io
import os
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from core.files import write_text

BATCHES_FILE = "batches.csv"
_COLUMNS = ("epoch", "batch", "batches", "loss", "accuracy")

Floats = NDArray[np.float64]


class BatchRow(NamedTuple):
    """One batch: of how many in its epoch, its own loss and accuracy (0-1). Epochs and batches count from 1."""

    epoch: int
    batch: int
    batches: int
    loss: float
    accuracy: float


def append_batches(folder: Path, rows: Iterable[BatchRow]) -> None:
    """Write the batches of one more epoch. Raises OSError."""
    path = folder / BATCHES_FILE
    is_new = not path.exists()
    with path.open("a", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        if is_new:
            writer.writerow(_COLUMNS)
        writer.writerows(rows)
        # The network that comes after them is to find them there, power cuts included.
        stream.flush()
        os.fsync(stream.fileno())


def cut_batches(folder: Path, epochs: int) -> None:
    """Forget the batches after so many epochs, which a run that goes on trains again. Raises OSError."""
    table = _table(folder)
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for epoch, batch, batches, loss, accuracy in table[table[:, 0] <= epochs].tolist():
        writer.writerow((int(epoch), int(batch), int(batches), loss, accuracy))
    write_text(folder / BATCHES_FILE, text.getvalue())


def read_batches(folder: Path) -> tuple[Floats, Floats, Floats]:
    """Of every batch, how far in epochs the run was after it (0.5 is half way through the first), its loss and its
    accuracy; empty where none were kept."""
    table = _table(folder)
    return table[:, 0] - 1 + table[:, 1] / table[:, 2], table[:, 3], table[:, 4]


def _table(folder: Path) -> Floats:
    """N x 5. A last line that a crash cut off is left out; a broken file is as good as none."""
    try:
        text = (folder / BATCHES_FILE).read_text(encoding="utf-8")
        lines = [line for line in text[: text.rfind("\n") + 1].splitlines()[1:] if line.strip()]
        table = np.loadtxt(lines, delimiter=",", comments=None, ndmin=2) if lines else np.empty((0, len(_COLUMNS)))
    except (OSError, ValueError):
        return np.empty((0, len(_COLUMNS)))
    places = table[:, :3]
    is_whole = table.shape[1] == len(_COLUMNS) and bool((np.isfinite(places) & (places >= 1)).all())
    return table if is_whole else np.empty((0, len(_COLUMNS)))
