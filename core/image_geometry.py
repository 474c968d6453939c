"""Which part of a picture goes where: reduced, or as the square of a network. Knows no files."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import assert_never

import numpy as np
from numpy.typing import NDArray

from core.framing import ResizeMode

# Left, top, right, bottom, in pixels.
Box = tuple[float, float, float, float]

# (width, height) in pixels.
Size = tuple[int, int]

# EXIF's orientations: (rows and columns swapped, then step through the rows, step through the columns).
_UPRIGHT = {
    2: (False, 1, -1),
    3: (False, -1, -1),
    4: (False, -1, 1),
    5: (True, 1, 1),
    6: (True, 1, -1),
    7: (True, -1, -1),
    8: (True, -1, 1),
}


_AS_STORED = (False, 1, 1)


@dataclass(frozen=True)
class Placement:
    """How a picture becomes the result: its part `box` is resampled to `shown` (width, height), then laid in
    the middle of a black page of `page` (width, height)."""

    box: tuple[int, int, int, int]
    shown: Size
    page: Size

    @property
    def box_size(self) -> Size:
        """The part's (width, height), px."""
        return self.box[2] - self.box[0], self.box[3] - self.box[1]

    def draft_size(self, picture: Size, gap: float) -> Size:
        """The (width, height) at which a JPEG of this one is decoded: 1/8, 1/4, 1/2 or all of it, as little as leaves
        the part `gap` times as large as shown."""
        room = min(have / (gap * shown) for have, shown in zip(self.box_size, self.shown, strict=True))
        scale = next(each for each in (8, 4, 2, 1) if each <= max(1, room))
        return max(1, picture[0] // scale), max(1, picture[1] // scale)

    def stored_box(self, picture: Size, orientation: int) -> tuple[int, int, int, int]:
        """`box` in a file of this (width, height) that is shown in EXIF's `orientation`.

        Differs where one pixel more is left over on one side than on the other: which one it is, the upright
        picture says, so that two files of the same picture give the same.
        """
        left, top, right, bottom = self.box
        swapped, row_step, column_step = _UPRIGHT.get(orientation, _AS_STORED)
        across, down = (row_step, column_step) if swapped else (column_step, row_step)
        if across < 0:
            left, right = picture[0] - right, picture[0] - left
        if down < 0:
            top, bottom = picture[1] - bottom, picture[1] - top
        return left, top, right, bottom


# The picture's (width, height) -> what becomes of it.
Target = Callable[[int, int], Placement]


def fitting(longest_px: int | None) -> Target:
    """The whole picture, its longer side at most `longest_px`, its aspect kept; never enlarged. Raises ValueError."""
    if longest_px is not None and longest_px < 1:
        raise ValueError(f"longest_px must be at least 1, not {longest_px}")

    def placed(width: int, height: int) -> Placement:
        size = width, height
        if longest_px is not None and max(size) > longest_px:
            size = _contained(width, height, longest_px)
        return Placement((0, 0, width, height), size, size)

    return placed


def square(size_px: int, mode: ResizeMode) -> Target:
    """A square of size_px x size_px. The one place that knows the ways to fill it. Raises ValueError."""
    if size_px < 1:
        raise ValueError(f"size_px must be at least 1, not {size_px}")
    page = size_px, size_px

    def placed(width: int, height: int) -> Placement:
        whole = (0, 0, width, height)
        match mode:
            case "stretch":
                return Placement(whole, page, page)
            case "crop":
                side = min(width, height)
                return Placement(_middle(width, height, side, side), page, page)
            case "pad":
                return Placement(whole, _contained(width, height, size_px), page)
            case _:
                assert_never(mode)

    return placed


def middle(longest_px: int) -> Target:
    """The middle of a picture in its own pixels, at most `longest_px` long and wide."""

    def placed(width: int, height: int) -> Placement:
        size = min(width, longest_px), min(height, longest_px)
        return Placement(_middle(width, height, *size), size, size)

    return placed


def _contained(width: int, height: int, longest_px: int) -> Size:
    longer = max(width, height)
    return max(1, round(width * longest_px / longer)), max(1, round(height * longest_px / longer))


def _middle(width: int, height: int, part_width: int, part_height: int) -> tuple[int, int, int, int]:
    """A box in the middle; where an odd number of pixels is left over, one more is at the right or bottom."""
    left, top = (width - part_width) // 2, (height - part_height) // 2
    return left, top, left + part_width, top + part_height


def upright_size(size: Size, orientation: int) -> Size:
    """(width, height) of a stored picture as EXIF's `orientation` shows it."""
    return size[::-1] if _UPRIGHT.get(orientation, _AS_STORED)[0] else size


def turned(pixels: NDArray[np.uint8], orientation: int) -> NDArray[np.uint8]:
    """A stored picture (height x width, with channels or without) as EXIF's `orientation` shows it; as it is where
    there is none such."""
    if orientation not in _UPRIGHT:
        return pixels
    swapped, row_step, column_step = _UPRIGHT[orientation]
    upright = pixels.swapaxes(0, 1) if swapped else pixels
    return np.ascontiguousarray(upright[::row_step, ::column_step])


def on_page(pixels: NDArray[np.uint8], placement: Placement) -> NDArray[np.uint8]:
    """What is shown of a picture, upright, in the middle of its black page. Where the room is odd, there is one pixel
    less at the left or top."""
    if placement.shown == placement.page:
        return pixels
    height, width = pixels.shape[:2]
    black = np.zeros((placement.page[1], placement.page[0], 3), np.uint8)
    left, top = (placement.page[0] - width) // 2, (placement.page[1] - height) // 2
    black[top : top + height, left : left + width] = pixels
    return black
