"""The thumbnails of a table of any length: only those that were in sight last are kept."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSize
from PySide6.QtGui import QPixmap

from gui.pixels import to_pixmap

KEPT = 400


class ThumbnailShelf:
    """Square of `side_px` at most, by the position of their photo. What was put there, or looked at, longest ago goes
    first."""

    def __init__(self, side_px: int, kept: int = KEPT) -> None:
        self._side_px = side_px
        self._kept = kept
        self._ratio = 1.0
        # From the one used longest ago to the newest; None where a photo cannot be read.
        self._pixmaps: dict[int, QPixmap | None] = {}

    @property
    def side_px(self) -> int:
        """The side in pixels of the screen."""
        return round(self._side_px * self._ratio)

    def put(self, photo: int, pixels: NDArray[np.uint8] | None) -> None:
        """The photo of this position, height x width x 3 of any size; None where it cannot be read."""
        self._pixmaps.pop(photo, None)
        size = QSize(self._side_px, self._side_px)
        pixmap = None if pixels is None else to_pixmap(pixels, size, self._ratio, keep_aspect=True)
        self._pixmaps[photo] = pixmap
        while len(self._pixmaps) > self._kept:
            self._pixmaps.pop(next(iter(self._pixmaps)))

    def pixmap(self, photo: int) -> QPixmap | None:
        """The thumbnail of this position, if it is there."""
        if photo not in self._pixmaps:
            return None
        pixmap = self._pixmaps.pop(photo)
        self._pixmaps[photo] = pixmap
        return pixmap

    def missing(self, photos: Iterable[int]) -> list[int]:
        """Those of these positions that are not here."""
        return [photo for photo in photos if photo not in self._pixmaps]

    def set_ratio(self, ratio: float) -> None:
        """The pixel ratio of the screen that shows them."""
        if ratio != self._ratio:
            self._ratio = ratio
            self._pixmaps.clear()

    def clear(self) -> None:
        """Other photos."""
        self._pixmaps.clear()

    def __len__(self) -> int:
        return len(self._pixmaps)
