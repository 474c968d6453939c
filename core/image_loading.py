"""An opened file's pixels, decoded no larger than needed, and any part of them resampled to RGB."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from math import ceil, floor

import numpy as np
from numpy.typing import NDArray
from PIL import ExifTags, Image, ImageFile, JpegImagePlugin

from core.image_budget import Budget
from core.image_colours import declared_range, mend_transparency, to_rgb
from core.image_costs import decoding_bytes
from core.image_geometry import Box, Placement, Size, Target, on_page, turned

# Sides kept at least this many times the target before the last, careful resampling. With 2 the result
# is on average within a grey level of resampling the full picture, and JPEG may skip most of its work.
_GAP = 2.0

# Area averaging down to the gap, then bilinear over every source pixel (Pillow's resize is antialiased): no moiré.
# Against Lanczos it never overshoots the source's values, decodes a third more photos per second, and
# differs least (43 dB, Lanczos 41) from resampling a JPEG decoded in full.
_RESAMPLING = Image.Resampling.BILINEAR

# Blocks averaged at once. Pillow's sums are 32-bit: 256 x 256 x 255 stays far below.
_MAX_SHRINK = 256

# What the pictures that are being decoded, in all threads, take together. A photo of a camera takes some megabytes.
_MEMORY = Budget(1_000_000_000)

# Pillow keeps pixels in blocks of up to so many bytes. Those of large pictures are then so long that the system gets
# them back at once; shorter ones are kept by each thread that ever decoded a large picture.
Image.core.set_block_size(2**28)  # type: ignore[attr-defined]


@dataclass(frozen=True)
class Loaded:
    """A picture whose pixels are decoded, each side divided by `scale` on the way.

    `size` is the file's (width, height), not yet turned as EXIF's `orientation` (1-8) says. `declared` is what
    `declared_range` said.
    """

    picture: Image.Image
    size: Size
    scale: int = 1
    orientation: int = 1
    declared: tuple[float, float] | None = None

    def placed(self, target: Target) -> NDArray[np.uint8]:
        """The whole result, upright, on its page: height x width x 3, uint8, C-contiguous."""
        placement = target(*self.size)
        box = self._box(placement)
        if _needs_no_resampling(box, placement.shown):
            shown = to_rgb(self.picture, self.declared, box=_outer(box))
        else:
            shown = np.array(self._resampled(box, placement.shown))
        # Turned when the picture is small.
        return on_page(turned(shown, self.orientation), placement)

    def image(self, placement: Placement) -> Image.Image:
        """What the placement shows as an RGB image, not yet turned. For small results: it may take memory twice."""
        box = self._box(placement)
        if _needs_no_resampling(box, placement.shown):
            return Image.fromarray(to_rgb(self.picture, self.declared, box=_outer(box)))
        return self._resampled(box, placement.shown)

    def _box(self, placement: Placement) -> Box:
        """The placement's part in the decoded pixels."""
        left, top, right, bottom = placement.stored_box(self.size, self.orientation)
        # The last drafted column and row stand for fewer pixels than the others: the picture ends inside them.
        return left / self.scale, top / self.scale, right / self.scale, bottom / self.scale

    def _resampled(self, box: Box, wanted: Size) -> Image.Image:
        outer = left, top, right, bottom = _outer(box)
        across = _shrink_factor(right - left, wanted[0])
        down = _shrink_factor(bottom - top, wanted[1])
        picture = self.picture
        if picture.mode != "RGB" or picture.has_transparency_data:
            shrunk = Image.fromarray(to_rgb(picture, self.declared, (across, down), outer))
        elif across == down == 1:
            shrunk = picture if outer == (0, 0, *picture.size) else picture.crop(outer)
        else:
            # Nearly every photo: spared the detour through an array.
            shrunk = picture.reduce((across, down), outer)
        inner = ((box[0] - left) / across, (box[1] - top) / down, (box[2] - left) / across, (box[3] - top) / down)
        return shrunk.resize(wanted, _RESAMPLING, inner)


@contextmanager
def loading(picture: ImageFile.ImageFile, target: Target, file_bytes: int) -> Iterator[Loaded]:
    """Decode an opened picture for `target`, and have room in the memory as long as the block lasts: many threads that
    decode large pictures do so one after the other. `file_bytes` is what its file takes, in memory too.

    Raises whatever its decoder does on a broken file.
    """
    size = picture.size
    placement = target(*size)
    drafted = None
    if placement.shown != placement.box_size and isinstance(picture, JpegImagePlugin.JpegImageFile):
        # JPEG decodes at 1/2, 1/4 or 1/8 as long as both sides keep the gap. Other formats decode in full.
        drafted = picture.draft(None, placement.draft_size(size, _GAP))
    mend_transparency(picture)
    declared = declared_range(picture)
    result_bytes = 3 * placement.shown[0] * placement.shown[1]
    with _MEMORY.share(decoding_bytes(picture, size[0] * size[1]) + result_bytes + file_bytes):
        try:
            picture.load()
            if drafted is None:
                # An icon tells its true size only now.
                yield Loaded(picture, picture.size, 1, _orientation(picture), declared)
            else:
                yield Loaded(picture, size, round(size[0] / drafted[1][2]), _orientation(picture), declared)
        finally:
            _let_go(picture)


def _let_go(picture: ImageFile.ImageFile) -> None:
    """Free the pixels now: the picture itself lives on in the trace of an error, as long as somebody keeps that."""
    picture.close()
    # Those of WebP and AVIF keep pixels of their own.
    vars(picture).pop("_decoder", None)


def _orientation(picture: Image.Image) -> int:
    """EXIF's orientation (1-8), read after the pixels since PNG may keep it behind them; 1 where it is broken."""
    try:
        value = picture.getexif().get(ExifTags.Base.Orientation, 1)
        return value if isinstance(value, int) else 1
    except Exception:  # A malformed EXIF block is no reason to refuse the picture.
        return 1


def _needs_no_resampling(box: Box, wanted: Size) -> bool:
    return box == _outer(box) and (box[2] - box[0], box[3] - box[1]) == wanted


def _outer(box: Box) -> tuple[int, int, int, int]:
    """The whole pixels that a box touches."""
    return floor(box[0]), floor(box[1]), ceil(box[2]), ceil(box[3])


def _shrink_factor(have_px: int, want_px: int) -> int:
    return min(_MAX_SHRINK, max(1, int(have_px / want_px / _GAP)))
