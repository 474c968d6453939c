"""Keras's activation functions of one number, in double precision."""

import math
from collections.abc import Callable, Mapping

import numpy as np

from core.inside.explanations import Doubles
from core.inside.operations import Function

_SELU_ALPHA = 1.6732632423543772
_SELU_SCALE = 1.0507009873554805


def apply(function: Function, values: Doubles | float) -> Doubles:
    """A function at these values, of any shape. Infinite and NaN values pass through quietly. Raises KeyError for a
    function that is not one of a single number: softmax, or an unknown one."""
    # Keras rounds its parameters to float32 before it compares values with them.
    parameters = {name: float(np.float32(value)) for name, value in function.parameters.items()}
    with np.errstate(all="ignore"):
        return np.asarray(_FUNCTIONS[function.name](np.asarray(values, np.float64), **parameters))


def is_known(function: Function) -> bool:
    """Whether `apply` computes it."""
    return function.name in _FUNCTIONS


def _linear(x: Doubles) -> Doubles:
    return x


def _relu(x: Doubles, negative_slope: float = 0.0, max_value: float = math.inf, threshold: float = 0.0) -> Doubles:
    below = negative_slope * (x - threshold) if negative_slope else np.zeros_like(x)
    return np.where(
        x > threshold, np.minimum(x, max_value), np.where(np.isnan(x), x, np.where(x < threshold, below, 0))
    )


def _relu6(x: Doubles) -> Doubles:
    return np.clip(x, 0, 6)


def _leaky_relu(x: Doubles, negative_slope: float = 0.2) -> Doubles:
    return np.where(x > 0, x, negative_slope * x)


def _prelu(x: Doubles, alpha: float = 0.0) -> Doubles:
    return np.where(x > 0, x, alpha * x)


def _elu(x: Doubles, alpha: float = 1.0) -> Doubles:
    return np.where(x > 0, x, alpha * np.expm1(x))


def _selu(x: Doubles) -> Doubles:
    return np.asarray(_SELU_SCALE * _elu(x, _SELU_ALPHA))


def _celu(x: Doubles, alpha: float = 1.0) -> Doubles:
    return np.maximum(x, 0) + alpha * np.expm1(np.minimum(x, 0) / alpha)


def _gelu(x: Doubles, approximate: float = 0.0) -> Doubles:
    if approximate:
        return np.asarray(0.5 * x * (1 + np.tanh(math.sqrt(2 / math.pi) * (x + 0.044715 * x**3))))
    erf = np.vectorize(math.erf, otypes=[np.float64])
    return np.asarray(0.5 * x * (1 + erf(x / math.sqrt(2))))


def _sigmoid(x: Doubles) -> Doubles:
    return np.exp(_log_sigmoid(x))


def _log_sigmoid(x: Doubles) -> Doubles:
    return np.asarray(-np.logaddexp(0, -x))


def _hard_sigmoid(x: Doubles) -> Doubles:
    return np.clip(x + 3, 0, 6) / 6


def _sparse_sigmoid(x: Doubles) -> Doubles:
    return np.clip((x + 1) / 2, 0, 1)


def _tanh(x: Doubles) -> Doubles:
    return np.tanh(x)


def _hard_tanh(x: Doubles) -> Doubles:
    return np.clip(x, -1, 1)


def _tanh_shrink(x: Doubles) -> Doubles:
    return x - np.tanh(x)


def _soft_shrink(x: Doubles, threshold: float = 0.5) -> Doubles:
    return np.where(x > threshold, x - threshold, np.where(x < -threshold, x + threshold, 0))


def _hard_shrink(x: Doubles, threshold: float = 0.5) -> Doubles:
    return np.where(np.abs(x) > threshold, x, 0)


def _softplus(x: Doubles) -> Doubles:
    return np.asarray(np.logaddexp(0, x))


def _squareplus(x: Doubles, b: float = 4.0) -> Doubles:
    return np.asarray((x + np.sqrt(x**2 + b)) / 2)


def _sparse_plus(x: Doubles) -> Doubles:
    return np.where(x <= -1, 0, np.where(x < 1, (x + 1) ** 2 / 4, x))


def _softsign(x: Doubles) -> Doubles:
    return np.asarray(x / (1 + np.abs(x)))


def _silu(x: Doubles) -> Doubles:
    return x * _sigmoid(x)


def _hard_silu(x: Doubles) -> Doubles:
    return x * _hard_sigmoid(x)


def _mish(x: Doubles) -> Doubles:
    return x * np.tanh(_softplus(x))


_FUNCTIONS: Mapping[str, Callable[..., Doubles]] = {
    "linear": _linear,
    "relu": _relu,
    "relu6": _relu6,
    "leaky_relu": _leaky_relu,
    "prelu": _prelu,
    "elu": _elu,
    "selu": _selu,
    "celu": _celu,
    "gelu": _gelu,
    "sigmoid": _sigmoid,
    "log_sigmoid": _log_sigmoid,
    "hard_sigmoid": _hard_sigmoid,
    "sparse_sigmoid": _sparse_sigmoid,
    "tanh": _tanh,
    "hard_tanh": _hard_tanh,
    "tanh_shrink": _tanh_shrink,
    "soft_shrink": _soft_shrink,
    "hard_shrink": _hard_shrink,
    "softplus": _softplus,
    "squareplus": _squareplus,
    "sparse_plus": _sparse_plus,
    "softsign": _softsign,
    "silu": _silu,
    "hard_silu": _hard_silu,
    "mish": _mish,
    "exponential": np.exp,
}
