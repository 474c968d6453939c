"""What is known of each picture beside its class: taken down once, when it is decoded. Light."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


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
