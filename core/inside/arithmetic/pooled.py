"""Pooling: the largest, or the mean, of a window or of a whole channel."""

from typing import Literal

import numpy as np
from numpy.typing import NDArray

from core.inside.arithmetic.asked import Asked
from core.inside.arithmetic.windows import outside, steps
from core.inside.explanations import Cell, Pooled
from core.inside.operations import GlobalPooling, Pooling


def explain_pooling(asked: Asked, operation: Pooling) -> Pooled:
    """One number of a pooling of an input (rows, columns, channels)."""
    (height, width, _), (row, column, channel) = asked.only.shape, asked.cell
    rows = steps(operation, 0, height).places(row)
    columns = steps(operation, 1, width).places(column)
    return _pool(asked, operation.how, rows, columns, channel, is_global=False)


def explain_global_pooling(asked: Asked, operation: GlobalPooling) -> Pooled:
    """One number of a pooling of whole channels."""
    rows, columns = (np.arange(length) for length in asked.only.shape[:2])
    return _pool(asked, operation.how, rows, columns, asked.cell[-1], is_global=True)


def _pool(
    asked: Asked,
    how: Literal["max", "average"],
    rows: NDArray[np.int64],
    columns: NDArray[np.int64],
    channel: int,
    is_global: bool,
) -> Pooled:
    height, width, _ = asked.only.shape
    is_outside = outside(rows, height)[:, None] | outside(columns, width)[None, :]
    places = np.ix_(rows.clip(0, height - 1), columns.clip(0, width - 1))
    values = asked.only[:, :, channel][places].astype(np.float64)
    winner: Cell | None = None
    if how == "max":
        at = np.unravel_index(int(np.where(is_outside, -np.inf, values).argmax()), values.shape)
        winner = (int(rows[at[0]]), int(columns[at[1]]), channel)
        recomputed = float(values[at])
    else:
        recomputed = float(values[~is_outside].mean())
    values[is_outside] = np.nan
    return Pooled(*asked.head, recomputed, how, rows, columns, channel, values, winner, is_global)
