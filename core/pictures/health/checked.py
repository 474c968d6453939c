"""What the health report looks at, with what several of its lines need of it. Light."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from core.framing import Frame
from core.pictures.cache import PreparedPictures
from core.pictures.dataset import PARTS, Dataset
from core.pictures.edits import Edits
from core.pictures.split import Split


@dataclass(frozen=True)
class Checked:
    """The pictures to learn from, how they are split, and what the user changed already. `scanned`: the folder as it
    was found, with what is left out now."""

    prepared: PreparedPictures
    split: Split
    edits: Edits
    frame: Frame
    scanned: Dataset | None
    from_arrays: bool

    @property
    def dataset(self) -> Dataset:
        """The pictures to learn from."""
        return self.prepared.dataset

    @cached_property
    def counts(self) -> NDArray[np.int64]:
        """How many pictures each class has."""
        return np.bincount(self.dataset.labels, minlength=len(self.dataset.class_names))

    @cached_property
    def part_codes(self) -> NDArray[np.int8]:
        """The part of each picture, as its position in PARTS."""
        codes = np.zeros(len(self.dataset.pictures), np.int8)
        for code, part in enumerate(PARTS):
            codes[self.split.of(part)] = code
        return codes

    def files(self, positions: Iterable[int] | NDArray[np.int64]) -> tuple[str, ...]:
        """The files at these positions."""
        return tuple(self.dataset.pictures[position].file for position in positions)

    def class_name(self, position: int) -> str:
        """The class of one picture."""
        return self.dataset.class_names[self.dataset.pictures[position].label]
