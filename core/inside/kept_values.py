"""A layer's output in a quarter of its bytes: each channel's values as 256 steps from its lowest to its highest."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]

TOP = 255
# Where there are values that are no number, the last three codes stand for them.
TOP_BESIDE_MARKS = 252
_MARKS = ((TOP_BESIDE_MARKS + 1, np.nan), (TOP_BESIDE_MARKS + 2, np.inf), (TOP_BESIDE_MARKS + 3, -np.inf))

# Single precision holds the steps of spreads between these; others are worked out in double.
_SMALLEST_SPREAD, _LARGEST_SPREAD = 1e-30, 1e30


@dataclass(frozen=True)
class Rounded:
    """Values as codes: code 0 is a channel's `low`, code `top` its `high`.

    `codes` has the shape of the values; pictures have a `low` and a `high` per channel (the last axis), vectors one of
    each."""

    codes: NDArray[np.uint8]
    low: Array
    high: Array
    top: int = TOP


def round_values(values: Array) -> Rounded:
    """Values of any shape as codes, each off by half a step at most; constant channels are exact, and so are NaN and
    infinity."""
    table = values.reshape(-1, channels(values.shape))
    with np.errstate(invalid="ignore"):
        low, high = table.min(axis=0, initial=np.inf), table.max(axis=0, initial=-np.inf)
    if np.isfinite(low).all() and np.isfinite(high).all():
        return Rounded(_codes(table, low, high, TOP).reshape(values.shape), low, high)
    finite = np.isfinite(table)
    low = table.min(axis=0, initial=np.inf, where=finite)
    high = table.max(axis=0, initial=-np.inf, where=finite)
    none = low > high
    low[none] = high[none] = 0
    codes = _codes(np.where(finite, table, low), low, high, TOP_BESIDE_MARKS)
    for code, mark in _MARKS:
        codes[np.isnan(table) if np.isnan(mark) else table == mark] = code
    return Rounded(codes.reshape(values.shape), low, high, TOP_BESIDE_MARKS)


def restore_values(rounded: Rounded) -> Array:
    """The values again, within half a step."""
    shape = rounded.codes.shape
    codes = rounded.codes.reshape(-1, channels(shape))
    spread = _spread(rounded.low, rounded.high)
    exact = _precision(spread)
    values: Array = np.multiply(codes, (spread / rounded.top).astype(exact), dtype=exact)
    values += rounded.low
    # Rounding may carry the top step past the highest value, at the end of what floats can say to infinity.
    np.minimum(values, rounded.high, out=values)
    values = values.astype(np.float32, copy=False)
    if rounded.top == TOP_BESIDE_MARKS:
        for code, mark in _MARKS:
            values[codes == code] = mark
    return values.reshape(shape)


def channels(shape: tuple[int, ...]) -> int:
    """How many lowest and highest values there are for values of a shape."""
    return shape[-1] if len(shape) > 1 else 1


def _codes(table: Array, low: Array, high: Array, top: int) -> NDArray[np.uint8]:
    spread = _spread(low, high)
    exact = _precision(spread)
    scale = np.divide(top, spread, out=np.zeros_like(spread), where=spread > 0)
    steps = np.subtract(table, low, dtype=exact)
    steps *= scale.astype(exact)
    return np.rint(steps, out=steps).astype(np.uint8)


def _spread(low: Array, high: Array) -> NDArray[np.float64]:
    return high.astype(np.float64) - low


def _precision(spread: NDArray[np.float64]) -> type[np.floating]:
    usual = (spread == 0) | ((spread > _SMALLEST_SPREAD) & (spread < _LARGEST_SPREAD))
    return np.float32 if usual.all() else np.float64
