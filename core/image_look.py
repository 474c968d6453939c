"""What a picture looks like, in a few figures: its perceptual hash, whether it has any colour, whether it has any
content."""

from typing import cast

import imagehash
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.image_geometry import turned, upright_size

# Sides of the copy that is looked at are at least this long: enough for the hash, and to show a small coloured thing.
LEAST_PX = 32

# What `dhash` compares: each of 8 rows of 9 pixels with its right neighbour.
_DHASH_SIZE = (9, 8)

# Chroma (YCbCr, 0-255) this far from the middle is none to the eye. Greys saved as JPEG, WebP or AVIF stay below, even
# with noise; a faint sepia and the palest photos of coloured things lie above.
_GREY_TOLERANCE = 4

# What differs by less is one colour: compression of a plain picture leaves 2 or 3, a covered lens a few more.
_FLAT_TOLERANCE = 8

# How far single pixels (standard deviation, 0-255) may stray in a plain picture: the noise of a dark photo.
_NOISE = 8.0


class Look:
    """The whole of an RGB picture with sides of LEAST_PX or more, looked at in a small copy."""

    def __init__(self, picture: Image.Image) -> None:
        across, down = picture.width // LEAST_PX, picture.height // LEAST_PX
        self._small = picture.reduce((across, down)).convert("YCbCr")
        # The last column and row may stand for fewer pixels than the others: the picture ends inside them.
        self._box = (0.0, 0.0, picture.width / across, picture.height / down)
        # Of brightness and the two chromas. Typed as for a picture of one channel.
        self._ranges = cast("tuple[tuple[int, int], ...]", self._small.getextrema())

    def perceptual_hash(self, orientation: int) -> int:
        """64 bits of which pictures that look alike share nearly all: imagehash's `dhash` of the picture turned as
        EXIF's `orientation` says, 0 to 2**64 - 1.

        `dhash` rather than `phash`: it finds copies as well and takes a third of the time.
        """
        size = upright_size(_DHASH_SIZE, orientation)
        grey = self._small.getchannel(0).resize(size, Image.Resampling.LANCZOS, self._box)
        if orientation != 1:
            grey = Image.fromarray(turned(np.asarray(grey), orientation))
        return int.from_bytes(np.packbits(imagehash.dhash(grey).hash).tobytes(), "big")

    def has_no_colour(self) -> bool:
        """Whether nothing in the picture has a visible colour. Sepia has one."""
        return all(abs(end - 128) <= _GREY_TOLERANCE for chroma in self._ranges[1:] for end in chroma)

    def seems_flat(self) -> bool:
        """Whether it is a single colour. In its own pixels it may still be a fine pattern: see `is_plain`."""
        return all(highest - lowest <= _FLAT_TOLERANCE for lowest, highest in self._ranges)


def is_plain(patch: NDArray[np.uint8]) -> bool:
    """Whether a part of a picture (height x width x 3) in its own pixels is a single colour but for noise."""
    return bool(patch.reshape(-1, 3).std(axis=0).max() <= _NOISE)
