"""Layers that pass numbers on as they are, to another place or the same."""

import numpy as np

from core.inside.arithmetic.asked import Asked
from core.inside.explanations import Cell, Moved
from core.inside.operations import Cropping, Dropout, Operation, Rearrangement, Upsampling, ZeroPadding


def explain_moved(asked: Asked, operation: Operation) -> Moved:
    """One number of a layer that only moves numbers, or does nothing when classifying."""
    source = source_of(operation, asked.cell, asked.only.shape, asked.output.shape)
    recomputed = 0.0 if source is None else float(asked.only[source])
    dropout = operation if isinstance(operation, Dropout) else None
    return Moved(*asked.head, recomputed, source, asked.only.shape, asked.output.shape, dropout)


def source_of(
    operation: Operation, cell: Cell, input_shape: tuple[int, ...], output_shape: tuple[int, ...]
) -> Cell | None:
    """Where in the input a moved number comes from; None for a zero that padding adds."""
    if isinstance(operation, Rearrangement):
        index = np.ravel_multi_index(cell, output_shape)
        return tuple(int(each) for each in np.unravel_index(index, input_shape))
    if isinstance(operation, Upsampling):
        return cell[0] // operation.size[0], cell[1] // operation.size[1], cell[2]
    if isinstance(operation, Cropping):
        return cell[0] + operation.rows[0], cell[1] + operation.columns[0], cell[2]
    if isinstance(operation, ZeroPadding):
        row, column = cell[0] - operation.rows[0], cell[1] - operation.columns[0]
        is_inside = 0 <= row < input_shape[0] and 0 <= column < input_shape[1]
        return (row, column, cell[2]) if is_inside else None
    return cell
