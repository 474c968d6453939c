"""What is known of each picture beside its class: taken down once, when it is decoded. Light."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray


class Fact(NamedTuple):
    """What is known of one picture; the fields are those of `PictureFacts`. `digest` and `hash` are below 2^64."""

    width: int
    height: int
    format: str
    digest: int
    hash: int
    is_grey: bool
    is_flat: bool


@dataclass(frozen=True)
class PictureFacts:
    """One entry for each picture of a dataset, in its order.

    `widths` and `heights` (px, upright) are the file's; `formats` names what it holds ("JPEG", "PNG", ...). `digests`
    are equal for files with the same bytes; `hashes` (64 bits) are perceptual: near for pictures that look alike.
    `is_grey`: no pixel has a colour. `is_flat`: one single colour.
    """

    widths: NDArray[np.int32]
    heights: NDArray[np.int32]
    formats: NDArray[np.str_]
    digests: NDArray[np.uint64]
    hashes: NDArray[np.uint64]
    is_grey: NDArray[np.bool_]
    is_flat: NDArray[np.bool_]

    @classmethod
    def of(cls, facts: Sequence[Fact]) -> "PictureFacts":
        """Those of pictures one by one."""
        columns = list(zip(*facts, strict=True)) or [()] * len(Fact._fields)
        types = (np.int32, np.int32, np.str_, np.uint64, np.uint64, np.bool_, np.bool_)
        return cls(*(np.array(column, kind) for column, kind in zip(columns, types, strict=True)))

    def at(self, positions: NDArray[np.int64]) -> "PictureFacts":
        """Those of some pictures."""
        return PictureFacts(
            self.widths[positions],
            self.heights[positions],
            self.formats[positions],
            self.digests[positions],
            self.hashes[positions],
            self.is_grey[positions],
            self.is_flat[positions],
        )
