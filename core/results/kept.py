"""What a network said about the pictures of its run, kept in the run's folder: nobody need be asked again. Light.

The file counts for one network (the size and date of its file) and for pictures with the same bytes in the same
classes.
"""

import contextlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.files import replacing
from core.network.travelling import BROKEN_ZIP
from core.pictures.dataset import PARTS, Part
from core.results.judged import Judged

RESULTS_FILE = "results.npz"
_FORMAT = 1
# What reading a file raises that is none, or only a part of one, or holds something else.
_BROKEN = (*BROKEN_ZIP, ValueError, KeyError, TypeError, AttributeError, MemoryError)


@dataclass(frozen=True, eq=False)
class Reading:
    """What a network said about the pictures of one part: its answers, and what stood before its last layer
    (`features`) and in all of it (`signatures`), a row for each picture."""

    judged: Judged
    features: NDArray[np.float16]
    signatures: NDArray[np.float32]


Readings = Mapping[Part, Reading]
Stamp = tuple[int, int]
# For each part the positions of the pictures that are asked about, their classes, and what stands for their bytes.
Asked = Mapping[Part, tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.uint64]]]


def write_readings(run: Path, readings: Readings, asked: Asked, stamp: Stamp) -> None:
    """Keep what was said. `stamp` is what the network's file was (size, date) when it was opened. A disk that is full
    or read-only costs the time to ask again, nothing else."""
    arrays: dict[str, NDArray[np.generic]] = {"format": np.array(_FORMAT), "model": np.array(stamp)}
    for part, reading in readings.items():
        _, labels, digests = asked[part]
        arrays |= {
            f"{part}.labels": labels,
            f"{part}.digests": digests,
            f"{part}.probabilities": reading.judged.probabilities,
            f"{part}.losses": reading.judged.losses,
            f"{part}.features": reading.features,
            f"{part}.signatures": reading.signatures,
        }
    with contextlib.suppress(OSError), replacing(run / RESULTS_FILE) as temporary:
        np.savez(temporary, **arrays)  # type: ignore[arg-type]


def read_readings(run: Path, asked: Asked, stamp: Stamp) -> Readings | None:
    """What was said about exactly these pictures by the network whose file is as `stamp` says; None where that is not
    kept."""
    try:
        with (run / RESULTS_FILE).open("rb") as stream, np.load(stream, allow_pickle=False) as kept:
            is_same = int(kept["format"]) == _FORMAT and tuple(kept["model"].tolist()) == stamp
            parts = [part for part in PARTS if f"{part}.labels" in kept.files]
            if not is_same or set(parts) != set(asked):
                return None
            readings = {part: _reading(kept, part, asked) for part in parts}
    except _BROKEN:
        return None
    widths = {
        (each.judged.probabilities.shape[1], each.features.shape[1], each.signatures.shape[1])
        for each in readings.values()
    }
    return readings if len(widths) == 1 else None


def _reading(kept: Mapping[str, NDArray[np.generic]], part: Part, asked: Asked) -> Reading:
    """Raises ValueError where the pictures are others, or where what is kept cannot be about them."""
    positions, labels, digests = asked[part]
    if not (np.array_equal(kept[f"{part}.labels"], labels) and np.array_equal(kept[f"{part}.digests"], digests)):
        raise ValueError("other pictures")
    probabilities = np.asarray(kept[f"{part}.probabilities"], np.float32)
    losses = np.asarray(kept[f"{part}.losses"], np.float64)
    features = np.asarray(kept[f"{part}.features"], np.float16)
    signatures = np.asarray(kept[f"{part}.signatures"], np.float32)
    tables = (probabilities, features, signatures)
    if losses.shape != labels.shape or any(each.ndim != 2 or len(each) != len(labels) for each in tables):
        raise ValueError("a row for each picture")
    if probabilities.shape[1] <= labels.max():
        raise ValueError("a column for each class")
    return Reading(Judged(positions, labels, probabilities, losses), features, signatures)
