"""What a set of a layer's numbers can see of its input: one step of a receptive field. Numpy alone."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.inside.arithmetic.windows import Steps, steps
from core.inside.explanations import Cell
from core.inside.operations import (
    Convolution,
    Cropping,
    Dense,
    DepthwiseConvolution,
    GlobalPooling,
    Merge,
    Operation,
    Pooling,
    Rearrangement,
    Softmax,
    Unexplained,
    Upsampling,
    Withheld,
    ZeroPadding,
)

Mask = NDArray[np.bool_]
Shape = tuple[int, ...]


@dataclass(frozen=True)
class Seen:
    """Which numbers of an output of shape `shape` are seen. Of pictures (rows, columns, channels), `mask` is a piece of
    all channels whose first row and column are `top` and `left`; else it is whole."""

    shape: Shape
    mask: Mask
    top: int = 0
    left: int = 0

    def whole(self) -> Mask:
        """The mask of the whole output."""
        if self.mask.shape == self.shape:
            return self.mask
        whole = np.zeros(self.shape, bool)
        height, width, _ = self.mask.shape
        whole[self.top : self.top + height, self.left : self.left + width] = self.mask
        return whole

    def also(self, other: "Seen") -> "Seen":
        """What is seen by either."""
        return Seen(self.shape, self.whole() | other.whole())


def one_cell(shape: Shape, cell: Cell) -> Seen:
    """A single number."""
    mask = np.zeros((1, 1, shape[2]) if len(shape) == 3 else shape, bool)
    mask[(0, 0, cell[2]) if len(shape) == 3 else cell] = True
    return Seen(shape, mask, *cell[:2]) if len(shape) == 3 else Seen(shape, mask)


def seen_before(operation: Operation, seen: Seen, shapes: list[Shape]) -> list[Seen] | None:
    """What of each input, by the inputs' shapes, reaches the seen numbers. None where that is not known."""
    if isinstance(operation, Unexplained):
        return None
    if isinstance(operation, Withheld):
        return [_everything(shape) for shape in shapes]
    if isinstance(operation, Merge):
        return _before_merge(operation, seen, shapes)
    return [_before(operation, seen, shapes[0])]


def _before(operation: Operation, seen: Seen, shape: Shape) -> Seen:
    match operation:
        case Convolution():
            mask = _groups(seen.mask, 1 if operation.function.name == "softmax" else operation.groups)
            return _spread_channels(_through_window(operation, _like(seen, mask), shape), shape)
        case DepthwiseConvolution():
            mask = _groups(seen.mask, 1 if operation.function.name == "softmax" else shape[2])
            return _spread_channels(_through_window(operation, _like(seen, mask), shape), shape)
        case Pooling():
            return _through_window(operation, seen, shape)
        case GlobalPooling():
            channels = seen.mask.reshape(shape[2])
            return Seen(shape, np.broadcast_to(channels, shape))
        case Dense() | Softmax():
            mask = np.broadcast_to(_any(seen.mask, -1, keepdims=True), (*seen.mask.shape[:-1], shape[-1]))
            return Seen(shape, mask, seen.top, seen.left)
        case Rearrangement():
            return _tight(Seen(shape, seen.whole().reshape(shape)))
        case ZeroPadding():
            return _moved(seen, shape, -operation.rows[0], -operation.columns[0])
        case Cropping():
            return _moved(seen, shape, operation.rows[0], operation.columns[0])
        case Upsampling():
            rows, columns = operation.size
            blocks = seen.whole().reshape(shape[0], rows, shape[1], columns, shape[2])
            return _tight(Seen(shape, _any(blocks, (1, 3))))
    return Seen(shape, seen.mask, seen.top, seen.left)


def _before_merge(operation: Merge, seen: Seen, shapes: list[Shape]) -> list[Seen]:
    if operation.how == "concatenate":
        ends = np.cumsum([shape[-1] for shape in shapes])
        parts = np.split(seen.mask, ends[:-1], axis=-1)
        return [Seen(shape, part, seen.top, seen.left) for shape, part in zip(shapes, parts, strict=True)]
    return [_spread_back(seen, shape) for shape in shapes]


def _spread_back(seen: Seen, shape: Shape) -> Seen:
    """Undoes the spreading of an input over axes that it does not have or has only one place along."""
    if shape == seen.shape:
        return seen
    whole = seen.whole()
    mask = _any(whole, tuple(range(whole.ndim - len(shape))))
    single = tuple(axis for axis, length in enumerate(shape) if length == 1)
    return Seen(shape, _any(mask, single, keepdims=True))


def _through_window(operation: Convolution | DepthwiseConvolution | Pooling, seen: Seen, shape: Shape) -> Seen:
    rows, columns = steps(operation, 0, shape[0]), steps(operation, 1, shape[1])
    mask = _along(rows, seen.mask)
    mask = _along(columns, mask.swapaxes(0, 1)).swapaxes(0, 1)
    top = seen.top * rows.stride - rows.before
    left = seen.left * columns.stride - columns.before
    return _cut(Seen(shape, mask, top, left))


def _along(steps: Steps, mask: Mask) -> Mask:
    reach = (len(mask) - 1) * steps.stride + 1
    seen = np.zeros((reach + steps.dilation * (steps.size - 1), *mask.shape[1:]), bool)
    for offset in range(0, steps.dilation * steps.size, steps.dilation):
        seen[offset : offset + reach : steps.stride] |= mask
    return seen


def _groups(mask: Mask, groups: int) -> Mask:
    return _any(mask.reshape(*mask.shape[:2], groups, -1), 3)


def _spread_channels(seen: Seen, shape: Shape) -> Seen:
    groups = seen.mask.shape[2]
    if groups == 1:
        mask: Mask = np.broadcast_to(seen.mask, (*seen.mask.shape[:2], shape[2]))
    else:
        mask = np.repeat(seen.mask, shape[2] // groups, axis=2)
    return Seen(shape, mask, seen.top, seen.left)


def _like(seen: Seen, mask: Mask) -> Seen:
    return Seen(seen.shape, mask, seen.top, seen.left)


def _moved(seen: Seen, shape: Shape, rows: int, columns: int) -> Seen:
    return _cut(Seen(shape, seen.mask, seen.top + rows, seen.left + columns))


def _cut(seen: Seen) -> Seen:
    """Without what lies outside of the input, in the padding."""
    height, width, _ = seen.shape
    mask = seen.mask[max(0, -seen.top) : max(0, height - seen.top), max(0, -seen.left) : max(0, width - seen.left)]
    return Seen(seen.shape, mask, max(0, seen.top), max(0, seen.left))


def _tight(seen: Seen) -> Seen:
    """Only the piece with something seen in it."""
    if len(seen.shape) != 3:
        return seen
    rows, columns = (np.flatnonzero(seen.mask.any(axis=axes)) for axes in ((1, 2), (0, 2)))
    if not len(rows):
        return Seen(seen.shape, seen.mask[:0, :0])
    mask = seen.mask[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    return Seen(seen.shape, mask, seen.top + int(rows[0]), seen.left + int(columns[0]))


def _any(mask: Mask, axis: int | tuple[int, ...], keepdims: bool = False) -> Mask:
    return np.asarray(np.any(mask, axis=axis, keepdims=keepdims))


def _everything(shape: Shape) -> Seen:
    return Seen(shape, np.broadcast_to(True, shape))
