"""Which pictures are trained on, which choose the best epoch, and which are kept for the test."""

import csv
import io
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.files import write_text
from core.pictures.dataset import PARTS, Dataset, Part


@dataclass(frozen=True)
class Shares:
    """How much of each class goes where; together 1."""

    training: float = 0.70
    validation: float = 0.15
    test: float = 0.15


@dataclass(frozen=True)
class Split:
    """Positions in `Dataset.pictures` for each part, ascending."""

    training: NDArray[np.int64]
    validation: NDArray[np.int64]
    test: NDArray[np.int64]

    def of(self, part: Part) -> NDArray[np.int64]:
        """The positions of one part, by its name."""
        indices: NDArray[np.int64] = getattr(self, part)
        return indices

    def unlearned_first(self) -> NDArray[np.int64]:
        """All positions in the order in which pictures are looked at: test, validation, then training."""
        return np.concatenate((self.test, self.validation, self.training))


def split_pictures(dataset: Dataset, seed: int, shares: Shares | None = None) -> Split:
    """Shuffle each class by itself under `seed` and share it out (stratified).

    Pictures whose folder names a part stay in it; where the folder has no validation part, one is taken
    from its training pictures. Every class keeps at least one training picture, and has one for validation
    and test as soon as it has three.
    """
    shares = shares or Shares()
    parts = np.array([PARTS.index(picture.part) if picture.part else 0 for picture in dataset.pictures], np.int8)
    given = {picture.part for picture in dataset.pictures} - {None}
    free = parts == 0
    missing_validation = "validation" not in given
    missing_test = "test" not in given
    for label in range(len(dataset.class_names)):
        members = np.flatnonzero((dataset.labels == label) & free)
        shuffled = np.random.default_rng([seed, label]).permutation(members)
        validation = _share(len(members), shares.validation) if missing_validation else 0
        test = _share(len(members), shares.test) if missing_test else 0
        while validation + test >= max(1, len(members)) and validation + test:
            # The rounding left nothing to learn from: the larger part gives one back, the test part first.
            validation, test = (validation - 1, test) if validation > test else (validation, test - 1)
        parts[shuffled[:validation]] = 1
        parts[shuffled[validation : validation + test]] = 2
    return Split(*(np.flatnonzero(parts == code) for code in range(3)))


def _share(count: int, share: float) -> int:
    """A part of `count` pictures: rounded, at least one of two or more."""
    return max(1, round(count * share)) if share > 0 and count >= 2 else 0


def write_split(path: Path, dataset: Dataset, split: Split) -> None:
    """Write `file,class,part`, a row per picture in the dataset's order."""
    text = io.StringIO()
    # The line ends of RFC 4180: only then does a carriage return within a name come back.
    writer = csv.writer(text)
    writer.writerow(["file", "class", "part"])
    part_of = np.zeros(len(dataset.pictures), np.int8)
    for position, part in enumerate(PARTS):
        part_of[split.of(part)] = position
    for picture, code in zip(dataset.pictures, part_of.tolist(), strict=True):
        writer.writerow([picture.file, dataset.class_names[picture.label], PARTS[code]])
    write_text(path, text.getvalue())


def read_split(path: Path) -> dict[str, Part]:
    """The part of each file, as `write_split` left it. Raises OSError or ValueError for a broken file."""
    try:
        with path.open(encoding="utf-8", newline="") as stream:
            return {row["file"]: PARTS[PARTS.index(row["part"])] for row in csv.DictReader(stream)}
    except KeyError as error:
        raise ValueError(f"{path} lacks the column {error}") from error
    except csv.Error as error:
        raise ValueError(f"{path} is no table: {error}") from error
