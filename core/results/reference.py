"""What a network's answers are held against: how sure it may be of itself, which training pictures a photo is most
like, and how far a photo of its kind may be from all of them. Light: numpy alone.

The distance from a signature (see `features`) to the training pictures is the one to the nearest of them, after the
training pictures' signatures are made white: no number and no combination of numbers varies more than another among
them, so a combination that hardly varies there tells a foreign picture even when it is small. That is the Mahalanobis
distance (Lee et al. 2018), to the nearest picture (Sun et al. 2022) instead of to an average.
"""

import json
import math
from collections.abc import Container, Sequence
from dataclasses import dataclass, fields, replace
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.files import replacing
from core.network.travelling import BROKEN_ZIP
from core.results.temperature import calibrated

REFERENCE_FILE = "reference.npz"
# More would slow every answer down and say nothing new.
MOST_KEPT = 5_000
# One's own pictures that may be called foreign.
FALSE_ALARMS = 0.05
# With fewer own pictures than this, none of their distances is one that 95 % of all own pictures keep within.
FEWEST_FOR_SHARE = 19
# How much farther than the farthest own picture a photo must then be.
MARGIN_OF_FEW = 1.5
# The part of the variance that is spread over all directions: without it, directions in which the training pictures
# do not vary at all would count without end.
SHRINKAGE = 1e-3

_FORMAT = 1
# Farther out than any channel comes; squares of it are still numbers.
_FAR = 1e12
Floats = NDArray[np.floating]
Stamp = tuple[int, int]


@dataclass(frozen=True, eq=False)
class Reference:
    """M training pictures of a run, as its network sees them, and what follows from its validation pictures.

    `files` and `labels` (M,) say which they are; `features` (M, D) have length 1; `signatures` (M, S) are white:
    (signature - `centre`) @ `whitening`, so that the distance between two is about 1. `distances` are those of the
    validation pictures to the training pictures, ascending; a photo farther than `threshold` is foreign. `temperature`
    is the one that makes probabilities calibrated (1: as they are).
    """

    temperature: float
    threshold: float
    files: tuple[str, ...]
    labels: NDArray[np.int64]
    features: NDArray[np.float16]
    signatures: NDArray[np.float16]
    centre: NDArray[np.float32]
    whitening: NDArray[np.float32]
    distances: NDArray[np.float32]

    @classmethod
    def build(
        cls,
        files: Sequence[str],
        labels: NDArray[np.integer],
        features: Floats,
        signatures: Floats,
        own_signatures: Floats,
        temperature: float = 1.0,
        seed: int = 0,
    ) -> "Reference":
        """From what `FeatureModel` says of the training pictures (at least one), and of the validation pictures
        (`own_signatures`; none: (0, S)). Of more than MOST_KEPT training pictures that many are kept, chosen by
        `seed`, as even over the classes as they allow."""
        kept = kept_rows(np.asarray(labels), seed)
        learned = _finite(signatures)[kept]
        centre, whitening = _whitening(learned)
        reference = cls(
            temperature=float(temperature),
            threshold=math.inf,
            files=tuple(files[row] for row in kept),
            labels=np.asarray(labels, np.int64)[kept],
            features=_unit(features[kept]).astype(np.float16),
            signatures=_white(learned, centre, whitening).astype(np.float16),
            centre=centre,
            whitening=whitening,
            distances=np.zeros(0, np.float32),
        )
        distances = np.sort(reference.distance(own_signatures))
        return replace(reference, distances=distances, threshold=threshold_of(distances))

    def confidence(self, probabilities: Floats) -> NDArray[np.float64]:
        """How probable it is that the most probable class is right, 0-1, (N,) for probabilities (N, classes)."""
        shares: NDArray[np.float64] = calibrated(probabilities, self.temperature).max(axis=1)
        return shares

    def distance(self, signatures: Floats) -> NDArray[np.float32]:
        """How far pictures are from the nearest training picture, (N,) for signatures (N, S); 0 for one of them, about
        1 for others of their kind."""
        white = _white(_finite(signatures), self.centre, self.whitening)
        squares = np.square(white).sum(axis=1)[:, None] + self._squares - 2 * (white @ self._points.T)
        nearest: NDArray[np.float32] = np.sqrt(np.maximum(squares.min(axis=1), 0)).astype(np.float32)
        return nearest

    def is_foreign(self, signatures: Floats) -> NDArray[np.bool_]:
        """Whether pictures are unlike anything that the network was trained on, (N,) for signatures (N, S).

        About 5 % of one's own pictures are called so (FALSE_ALARMS): that is where `threshold` lies among the
        distances of the validation pictures, which the network has not learned. Where there are fewer than
        FEWEST_FOR_SHARE of those, it lies half as far again as the farthest, and where there is none, nothing is
        foreign.
        """
        return np.asarray(self.distance(signatures) > self.threshold)

    def nearest(
        self, features: Floats, most: int, but: NDArray[np.integer] | None = None
    ) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """The training pictures whose features are most alike, nearest first: their rows in this reference and their
        cosine distances (0: the same direction, 2: the opposite), (N, k) each for features (N, D) of any length.

        k is `most`, or fewer where there are not so many. `but` (N,) names for each picture one row that does not count
        (the picture itself; -1: all count).
        """
        likeness = _unit(features) @ self._directions.T
        if but is not None:
            own = np.flatnonzero(but >= 0)
            likeness[own, but[own]] = -np.inf
        count = max(min(most, len(self.files) - (but is not None)), 0)
        first = len(self.files) - count
        rows = np.argpartition(likeness, min(first, len(self.files) - 1), axis=1)[:, first:]
        distances = np.clip(1 - np.take_along_axis(likeness, rows, axis=1), 0, 2)
        order = np.lexsort((rows, distances), axis=1)
        return np.take_along_axis(rows, order, axis=1), np.take_along_axis(distances, order, axis=1)

    def among(self, files: Container[str]) -> "Reference | None":
        """With these of its pictures alone; None where none of them is among its own."""
        rows = [row for row, file in enumerate(self.files) if file in files]
        if len(rows) == len(self.files):
            return self
        if not rows:
            return None
        names = tuple(self.files[row] for row in rows)
        return replace(
            self,
            files=names,
            labels=self.labels[rows],
            features=self.features[rows],
            signatures=self.signatures[rows],
        )

    def rows_of(self, files: Sequence[str]) -> NDArray[np.int64]:
        """The rows of pictures in this reference, by their files; -1 for those that are not kept."""
        return np.array([self._row_of.get(file, -1) for file in files], np.int64)

    @cached_property
    def _row_of(self) -> dict[str, int]:
        return {file: row for row, file in enumerate(self.files)}

    # Products of float16 are slow.
    @cached_property
    def _directions(self) -> NDArray[np.float32]:
        return self.features.astype(np.float32)

    @cached_property
    def _points(self) -> NDArray[np.float32]:
        return self.signatures.astype(np.float32)

    @cached_property
    def _squares(self) -> NDArray[np.float32]:
        squares: NDArray[np.float32] = np.square(self._points).sum(axis=1)
        return squares


def kept_rows(labels: NDArray[np.integer], seed: int, most: int = MOST_KEPT) -> NDArray[np.int64]:
    """Which of the pictures with these classes are kept, ascending: all, or `most`, chosen by `seed`, one of each class
    in turn until there are enough."""
    if len(labels) <= most:
        return np.arange(len(labels))
    shuffled = np.random.default_rng(seed).permutation(len(labels))
    turn = np.empty(len(labels), np.int64)
    for label in np.unique(labels):
        members = shuffled[labels[shuffled] == label]
        turn[members] = np.arange(len(members))
    return np.sort(shuffled[np.argsort(turn[shuffled], kind="stable")[:most]])


def threshold_of(distances: Floats) -> float:
    """The distance that all but FALSE_ALARMS of one's own pictures keep within, from those of some of them, ascending.

    That a further picture is farther than the k-th farthest of n has the probability k / (n + 1) (a conformal
    threshold): so it takes FEWEST_FOR_SHARE of them. From fewer, MARGIN_OF_FEW times the largest; from none, infinite.
    """
    count = len(distances)
    if count >= FEWEST_FOR_SHARE:
        return float(distances[count - math.floor((count + 1) * FALSE_ALARMS + 1e-9)])
    return MARGIN_OF_FEW * float(distances[-1]) if count else math.inf


def write_reference(path: Path, reference: Reference, stamp: Stamp) -> None:
    """Keep a reference, whole or not at all. `stamp` is what the network's file was (size, date) when it was asked.
    Raises OSError."""
    names = np.frombuffer(json.dumps(reference.files).encode(), np.uint8)
    arrays: dict[str, Any] = {each.name: getattr(reference, each.name) for each in fields(reference)}
    arrays |= {"files": names, "format": _FORMAT, "model": stamp}
    with replacing(path) as temporary, temporary.open("wb") as stream:
        np.savez(stream, **arrays)


def read_reference(path: Path, stamp: Stamp) -> Reference | None:
    """The reference that is kept for the network whose file is as `stamp` says. None where there is none, where it is
    of another network, and where the file is damaged."""
    try:
        with path.open("rb") as stream, np.load(stream, allow_pickle=False) as kept:
            if int(kept["format"]) != _FORMAT or tuple(kept["model"].tolist()) != stamp:
                return None
            reference = Reference(
                temperature=float(kept["temperature"]),
                threshold=float(kept["threshold"]),
                files=tuple(map(str, json.loads(kept["files"].tobytes()))),
                labels=np.asarray(kept["labels"], np.int64),
                features=np.asarray(kept["features"], np.float16),
                signatures=np.asarray(kept["signatures"], np.float16),
                centre=np.asarray(kept["centre"], np.float32),
                whitening=np.asarray(kept["whitening"], np.float32),
                distances=np.asarray(kept["distances"], np.float32),
            )
    except (*BROKEN_ZIP, ValueError, KeyError, TypeError, AttributeError, MemoryError):
        return None
    return reference if _is_whole(reference) else None


def _is_whole(reference: Reference) -> bool:
    count, length = len(reference.files), reference.centre.size
    return (
        count > 0
        and reference.labels.shape == (count,)
        and reference.features.ndim == 2
        and len(reference.features) == count
        and reference.signatures.shape == (count, length)
        and reference.centre.shape == (length,)
        and reference.whitening.shape == (length, length)
        and reference.distances.ndim == 1
        and reference.temperature > 0
        and reference.threshold > 0
    )


def _whitening(learned: NDArray[np.float64]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """The centre of the training pictures' signatures, and the matrix that makes them white and two of them about 1
    apart."""
    centre = learned.mean(axis=0)
    # What does not vary at all must not be blown up by rounding.
    spread = learned.std(axis=0)
    spread = np.maximum(spread, max(1e-3 * float(np.sqrt(np.square(spread).mean())), 1e-12))
    scaled = (learned - centre) / spread
    length = len(centre)
    covariance = scaled.T @ scaled / len(learned)
    level = max(float(np.trace(covariance)) / length, 1e-12)
    covariance = (1 - SHRINKAGE) * covariance + SHRINKAGE * level * np.eye(length)
    variances, directions = np.linalg.eigh(covariance)
    whitening = directions / np.sqrt(2 * length * variances) / spread[:, None]
    return centre.astype(np.float32), whitening.astype(np.float32)


def _white(signatures: NDArray[np.float64], centre: Floats, whitening: NDArray[np.float32]) -> NDArray[np.float32]:
    # Far from anything known is far enough: squares must not overflow.
    white = np.clip((signatures - centre).astype(np.float32) @ whitening, -1e4, 1e4)
    return np.asarray(white, np.float32)


def _finite(signatures: Floats) -> NDArray[np.float64]:
    return np.clip(np.nan_to_num(np.asarray(signatures, np.float64)), -_FAR, _FAR)


def _unit(rows: Floats) -> NDArray[np.float32]:
    finite = _finite(rows)
    unit = finite / np.maximum(np.linalg.norm(finite, axis=1, keepdims=True), 1e-30)
    return np.asarray(unit, np.float32)
