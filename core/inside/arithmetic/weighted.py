"""Weighted sums: convolution, depthwise convolution, dense."""

import numpy as np
from numpy.typing import NDArray

from core.inside.arithmetic.asked import Asked
from core.inside.arithmetic.functions import apply
from core.inside.arithmetic.shares import shares_of_one
from core.inside.arithmetic.windows import outside, steps
from core.inside.explanations import Doubles, SharesOfOne, WeightedSum, Window
from core.inside.operations import Array, Convolution, Dense, DepthwiseConvolution, Function


def explain_convolution(asked: Asked, operation: Convolution) -> WeightedSum:
    """One number of a convolution of an input (rows, columns, channels)."""
    index = asked.cell[2]
    channels = convolution_channels(operation, index)
    window = _window(operation, asked, channels)
    patch = _under(asked.only, window)
    kernel = operation.kernel[:, :, :, index].astype(np.float64)
    logits = None
    if operation.function.name == "softmax":
        whole = _under(asked.only, _window(operation, asked, np.arange(asked.only.shape[2])))
        filters = range(operation.kernel.shape[3])
        sums = [
            (whole[:, :, convolution_channels(operation, each)] * operation.kernel[:, :, :, each]).sum()
            for each in filters
        ]
        logits = _with_bias(np.array(sums), operation.bias)
    return _sum_up(asked, patch, kernel, _positions(window), operation.bias, operation.function, logits, window)


def convolution_channels(operation: Convolution, filter_index: int) -> NDArray[np.int64]:
    """The channels of the input that a filter sees: those of its group."""
    filters, channels = operation.kernel.shape[3] // operation.groups, operation.kernel.shape[2]
    first = filter_index // filters * channels
    return np.arange(first, first + channels)


def explain_depthwise(asked: Asked, operation: DepthwiseConvolution) -> WeightedSum:
    """One number of a depthwise convolution of an input (rows, columns, channels)."""
    index = asked.cell[2]
    multiplier = int(operation.kernel.shape[3])
    kernels = operation.kernel.reshape(*operation.kernel.shape[:2], -1)
    window = _window(operation, asked, np.array([index // multiplier]))
    patch = _under(asked.only, window)
    kernel = kernels[:, :, index].astype(np.float64)
    logits = None
    if operation.function.name == "softmax":
        whole = _under(asked.only, _window(operation, asked, np.arange(asked.only.shape[2])))
        logits = _with_bias((np.repeat(whole, multiplier, axis=2) * kernels).sum(axis=(0, 1)), operation.bias)
    return _sum_up(asked, patch, kernel, _positions(window), operation.bias, operation.function, logits, window)


def explain_dense(asked: Asked, operation: Dense) -> WeightedSum:
    """One number of a dense layer, along the last axis of its input."""
    *place, unit = asked.cell
    values = asked.only[tuple(place)].astype(np.float64)
    kernel = operation.kernel[:, unit].astype(np.float64)
    positions = np.empty((len(values), len(asked.cell)), np.int64)
    positions[:, :-1] = place
    positions[:, -1] = np.arange(len(values))
    logits = None
    if operation.function.name == "softmax":
        logits = _with_bias(values @ operation.kernel, operation.bias)
    return _sum_up(asked, values, kernel, positions, operation.bias, operation.function, logits, None)


def _sum_up(
    asked: Asked,
    values: Doubles,
    kernel: Doubles,
    positions: NDArray[np.int64],
    biases: Array | None,
    function: Function,
    logits: Doubles | None,
    window: Window | None,
) -> WeightedSum:
    index = asked.cell[-1]
    values, weights = values.ravel(), kernel.ravel()
    bias = 0.0 if biases is None else float(biases[index])
    total = float((values * weights).sum()) + bias
    shares: SharesOfOne | None = None
    if logits is None:
        recomputed = float(apply(function, total))
    else:
        shares = shares_of_one(logits, index)
        recomputed = float(shares.shares[index])
    return WeightedSum(*asked.head, recomputed, values, weights, positions, bias, total, function, window, shares)


def _with_bias(sums: Doubles, biases: Array | None) -> Doubles:
    return sums if biases is None else sums + biases


def _window(operation: Convolution | DepthwiseConvolution, asked: Asked, channels: NDArray[np.int64]) -> Window:
    (height, width, _), (row, column, _) = asked.only.shape, asked.cell
    rows = steps(operation, 0, height).places(row)
    columns = steps(operation, 1, width).places(column)
    return Window(rows, columns, channels, outside(rows, height)[:, None] | outside(columns, width)[None, :])


def _under(values: Array, window: Window) -> Doubles:
    """The input's values in a window, zeros in the padding."""
    rows = window.rows.clip(0, values.shape[0] - 1)
    columns = window.columns.clip(0, values.shape[1] - 1)
    patch: Doubles = values[np.ix_(rows, columns, window.channels)].astype(np.float64)
    patch[window.is_padding] = 0
    return patch


def _positions(window: Window) -> NDArray[np.int64]:
    axes = np.meshgrid(window.rows, window.columns, window.channels, indexing="ij")
    return np.stack([axis.ravel() for axis in axes], axis=1)
