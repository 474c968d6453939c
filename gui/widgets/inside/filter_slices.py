"""The filters of a convolution as pictures: which slices each has, and how they lie beside each other."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.inside.arithmetic.weighted import convolution_channels
from core.inside.colours import Rgb, colourise, diverging
from core.inside.operations import Array, Convolution, DepthwiseConvolution, Operation

MOST_SLICES = 64
"""More in one picture would be specks: then the strongest stand for all."""
_IN_A_ROW = 4
"""As few slices stand side by side; more of them fill a square."""
_EVEN_CELL_PX = 6


@dataclass(frozen=True)
class Filters:
    """`kernel` is (rows, columns, slices, filters); slice s of filter f weighs the input channel `channels(f)[s]`."""

    operation: Convolution | DepthwiseConvolution
    kernel: Array

    @property
    def count(self) -> int:
        """How many filters there are: as many as the output has channels."""
        return int(self.kernel.shape[3])

    @property
    def slices(self) -> int:
        """How many slices each filter has: one for every channel that it sees."""
        return int(self.kernel.shape[2])

    def channels(self, index: int) -> NDArray[np.int64]:
        """Which channels of the input a filter sees, slice by slice."""
        if isinstance(self.operation, Convolution):
            return convolution_channels(self.operation, index)
        return np.array([index // int(self.operation.kernel.shape[3])])


def filters_of(operation: Operation | None) -> Filters | None:
    """The filters of a convolution; None where a layer has none, or does not hand its weights on."""
    match operation:
        case Convolution():
            return Filters(operation, operation.kernel)
        case DepthwiseConvolution():
            kernel = operation.kernel
            return Filters(operation, kernel.reshape(*kernel.shape[:2], 1, -1))
        case _:
            return None


def as_filters(operation: Convolution | DepthwiseConvolution, kernel: NDArray[np.floating]) -> Array | None:
    """Another kernel of the same layer in the shape of `Filters.kernel`; None where it is of another shape."""
    if kernel.shape != operation.kernel.shape:
        return None
    other = filters_of(operation)
    return None if other is None else kernel.astype(np.float32, copy=False).reshape(other.kernel.shape)


def strongest_slices(kernel: NDArray[np.floating], most: int = MOST_SLICES) -> NDArray[np.int64]:
    """Which slices of a filter (rows, columns, slices) to show: all in their order, or those of the largest weights,
    largest first."""
    count = kernel.shape[2]
    if count <= most:
        return np.arange(count)
    strength = np.abs(np.nan_to_num(kernel)).sum(axis=(0, 1))
    return np.argsort(-strength, kind="stable")[:most]


def changed_by(now: NDArray[np.floating], first: NDArray[np.floating]) -> float:
    """How far a filter has moved, as a share of its size then; NaN where it was all zero."""
    size = float(np.linalg.norm(first))
    return float(np.linalg.norm(now - first)) / size if size else math.nan


@dataclass(frozen=True)
class Mosaic:
    """How `slices` slices of `cells` (rows, columns) each lie beside each other."""

    slices: int
    cells: tuple[int, int]

    @property
    def grid(self) -> tuple[int, int]:
        """Rows and columns of slices."""
        if self.slices <= _IN_A_ROW:
            return 1, max(1, self.slices)
        square = math.ceil(math.sqrt(self.slices))
        # Somewhat wider than a square where the last row is then a whole one.
        columns = next((each for each in range(square, 3 * square // 2) if self.slices % each == 0), square)
        return -(-self.slices // columns), columns

    @property
    def shape(self) -> tuple[int, int]:
        """All rows and columns of cells."""
        (down, across), (rows, columns) = self.grid, self.cells
        return down * rows, across * columns

    def size(self, width_px: int, height_px: int) -> tuple[int, int]:
        """Width and height that it takes of so many pixels: all of them, or a little less for cells of one size."""
        cell = self._cell_px(width_px, height_px)
        if not cell:
            return width_px, height_px
        (down, across), (rows, columns) = self.grid, self.cells
        gap = gap_px(width_px // across)
        return across * (columns * cell + gap) - gap, down * (rows * cell + gap) - gap

    def places(self, length_px: int, axis: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """For every pixel along an axis (0 down, 1 across): in which slice of the row or column it lies, and in which
        of its cells; -1 between two slices."""
        count, cells = self.grid[axis], self.cells[axis]
        gap = gap_px(length_px // count)
        pitch = (length_px + gap) / count
        pixels = np.arange(length_px)
        which = np.minimum((pixels / pitch).astype(np.int64), count - 1)
        inside = pixels - which * pitch
        cell = np.minimum((inside + 1e-9) * cells / (pitch - gap), cells - 1).astype(np.int64)
        return which, np.where(inside >= pitch - gap - 1e-9, -1, cell)

    def at(self, x: int, y: int, width_px: int, height_px: int) -> tuple[int, int, int] | None:
        """The slice, row and column at a pixel; None between two slices, and where there is none."""
        if not (0 <= x < width_px and 0 <= y < height_px):
            return None
        (rows, row), (columns, column) = self.places(height_px, 0), self.places(width_px, 1)
        which = int(rows[y] * self.grid[1] + columns[x])
        if row[y] < 0 or column[x] < 0 or which >= self.slices:
            return None
        return which, int(row[y]), int(column[x])

    def paint(
        self,
        slices: NDArray[np.floating],
        size: tuple[int, int],
        limits: tuple[float, float],
        ground: tuple[int, int, int],
    ) -> Rgb:
        """Slices (rows, columns, slices) as a picture of this width and height, `ground` between them."""
        width_px, height_px = size
        (rows, row), (columns, column) = self.places(height_px, 0), self.places(width_px, 1)
        which = rows[:, None] * self.grid[1] + columns
        is_ground = (row[:, None] < 0) | (column < 0) | (which >= self.slices)
        colours = colourise(slices, *limits, diverging())
        picture = colours[row.clip(0)[:, None], column.clip(0), which.clip(0, self.slices - 1)]
        picture[is_ground] = ground
        return np.ascontiguousarray(picture)

    def _cell_px(self, width_px: int, height_px: int) -> int:
        """The side of a cell where all are of one size, 0 where they are too small for that."""
        (down, across), (rows, columns) = self.grid, self.cells
        gap = gap_px(width_px // across)
        cell = min(
            (width_px - (across - 1) * gap) // (across * columns), (height_px - (down - 1) * gap) // (down * rows)
        )
        return cell if cell >= _EVEN_CELL_PX else 0


def gap_px(slice_px: int) -> int:
    """What parts two slices of this width."""
    return 0 if slice_px < 4 else 1 if slice_px < 16 else 2 if slice_px < 40 else 4
