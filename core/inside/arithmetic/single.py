"""Layers that make a number from one other number: activations, scaling, normalization; and softmax of its own."""

import math

import numpy as np

from core.inside.arithmetic.asked import Asked
from core.inside.arithmetic.functions import apply
from core.inside.arithmetic.shares import shares_of_one
from core.inside.explanations import OfOne, Scaled, Shared
from core.inside.operations import Array, BatchNormalization, Elementwise, Function, Normalization, Rescaling


def explain_elementwise(asked: Asked, operation: Elementwise) -> OfOne:
    """An activation function of the number at the same place. A learned slope becomes the parameter `alpha`."""
    function = operation.function
    if operation.alpha is not None:
        alpha = np.broadcast_to(operation.alpha, asked.only.shape)[asked.cell]
        function = Function(function.name, {**function.parameters, "alpha": float(alpha)})
    before = float(asked.only[asked.cell])
    return OfOne(*asked.head, float(apply(function, before)), before, function)


def explain_softmax(asked: Asked) -> Shared:
    """Softmax along the last axis."""
    *place, index = asked.cell
    shares = shares_of_one(asked.only[tuple(place)].astype(np.float64), index)
    return Shared(*asked.head, float(shares.shares[index]), shares)


def explain_rescaling(asked: Asked, operation: Rescaling) -> Scaled:
    """x * scale + offset."""
    before = float(asked.only[asked.cell])
    numbers = _numbers(asked, scale=operation.scale, offset=operation.offset)
    return Scaled(*asked.head, before * numbers["scale"] + numbers["offset"], before, numbers)


def explain_normalization(asked: Asked, operation: Normalization) -> Scaled:
    """(x - mean) / max(sqrt(variance), epsilon)."""
    before = float(asked.only[asked.cell])
    numbers = _numbers(asked, mean=operation.mean, variance=operation.variance)
    numbers["epsilon"] = operation.epsilon
    recomputed = (before - numbers["mean"]) / max(_root(numbers["variance"]), operation.epsilon)
    return Scaled(*asked.head, recomputed, before, numbers)


def explain_batch_normalization(asked: Asked, operation: BatchNormalization) -> Scaled:
    """gamma * (x - mean) / sqrt(variance + epsilon) + beta; gamma 1 and beta 0 where the layer goes without."""
    before = float(asked.only[asked.cell])
    numbers = _numbers(
        asked, mean=operation.mean, variance=operation.variance, gamma=operation.gamma, beta=operation.beta
    )
    numbers["epsilon"] = operation.epsilon
    root = _root(numbers["variance"] + operation.epsilon)
    stretched = (before - numbers["mean"]) / root if root else math.nan
    recomputed = numbers.get("gamma", 1.0) * stretched + numbers.get("beta", 0.0)
    return Scaled(*asked.head, recomputed, before, numbers)


def _numbers(asked: Asked, **arrays: Array | None) -> dict[str, float]:
    """Each array's number for the cell's channel: arrays have one number for all, or one for each channel."""
    channel = asked.cell[-1]
    return {
        name: float(array.flat[channel if array.size > 1 else 0]) for name, array in arrays.items() if array is not None
    }


def _root(number: float) -> float:
    return math.sqrt(number) if number >= 0 else math.nan
