"""What a network said about the pictures of its run, kept in the run's folder: nobody need be asked again. Light.

The file counts for one network (the size and date of its file) and for pictures with the same bytes in the same
classes.
"""

import contextlib
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.files import replacing
from core.pictures.dataset import PARTS, Part
from core.results.judged import Judged
from core.training import runs

RESULTS_FILE = "results.npz"
_FORMAT = 1
# What reading a file raises that is none, or only a part of one.
_BROKEN = (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile)


@dataclass(frozen=True, eq=False)
class Reading:
    """What a network said about the pictures of one part: its answers, and what stood before its last layer
    (`features`) and in all of it (`signatures`), a row for each picture."""

    judged: Judged
    features: NDArray[np.float16]
    signatures: NDArray[np.float32]


Readings = Mapping[Part, Reading]
# For each part the positions of the pictures that are asked about, their classes, and what stands for their bytes.
Asked = Mapping[Part, tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.uint64]]]


def model_stamp(run: Path) -> tuple[int, int]:
    """What tells that a run's network is the one before: its file's size and date; zeros where there is none."""
    for name in (runs.BEST_FILE, runs.LAST_FILE):
        with contextlib.suppress(OSError):
            found = (run / name).stat()
            return found.st_size, found.st_mtime_ns
    return 0, 0


def write_readings(run: Path, readings: Readings, asked: Asked) -> None:
    """Keep what was said. A disk that is full or read-only costs the time to ask again, nothing else."""
    arrays: dict[str, NDArray[np.generic]] = {"format": np.array(_FORMAT), "model": np.array(model_stamp(run))}
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


def read_readings(run: Path, asked: Asked) -> Readings | None:
    """What was said about exactly these pictures by the run's network as it is; None where that is not kept."""
    try:
        with np.load(run / RESULTS_FILE, allow_pickle=False) as kept:
            is_same = int(kept["format"]) == _FORMAT and tuple(kept["model"].tolist()) == model_stamp(run)
            parts = [part for part in PARTS if f"{part}.labels" in kept.files]
            if not is_same or set(parts) != set(asked):
                return None
            return {part: _reading(kept, part, asked) for part in parts}
    except _BROKEN:
        return None


def _reading(kept: Mapping[str, NDArray[np.generic]], part: Part, asked: Asked) -> Reading:
    """Raises ValueError where the pictures are others."""
    positions, labels, digests = asked[part]
    if not (np.array_equal(kept[f"{part}.labels"], labels) and np.array_equal(kept[f"{part}.digests"], digests)):
        raise ValueError("other pictures")
    probabilities = np.asarray(kept[f"{part}.probabilities"], np.float32)
    losses = np.asarray(kept[f"{part}.losses"], np.float64)
    features = np.asarray(kept[f"{part}.features"], np.float16)
    signatures = np.asarray(kept[f"{part}.signatures"], np.float32)
    if not len(probabilities) == len(losses) == len(features) == len(signatures) == len(labels):
        raise ValueError("a row for each picture")
    return Reading(Judged(positions, labels, probabilities, losses), features, signatures)
