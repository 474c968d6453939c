"""Which function an activation is, and its parameters. Heavy: imports Keras."""

from collections.abc import Callable, Mapping
from typing import Any

import keras

from core.inside.operations import Function

_DEFAULTS: Mapping[str, Mapping[str, float]] = {
    "linear": {},
    "relu": {},
    "relu6": {},
    "leaky_relu": {"negative_slope": 0.2},
    "elu": {"alpha": 1.0},
    "selu": {},
    "celu": {"alpha": 1.0},
    "gelu": {},
    "sigmoid": {},
    "hard_sigmoid": {},
    "sparse_sigmoid": {},
    "log_sigmoid": {},
    "tanh": {},
    "hard_tanh": {},
    "tanh_shrink": {},
    "soft_shrink": {"threshold": 0.5},
    "hard_shrink": {"threshold": 0.5},
    "softplus": {},
    "squareplus": {"b": 4.0},
    "sparse_plus": {},
    "softsign": {},
    "silu": {},
    "hard_silu": {},
    "mish": {},
    "exponential": {},
    "softmax": {},
}
"""Keras's functions that `core.inside.arithmetic` computes, with the parameters that Keras gives them."""

_NAMES: Mapping[Callable[..., Any], str] = {getattr(keras.activations, name): name for name in _DEFAULTS}


def read_function(activation: Any) -> Function | None:
    """The function behind the `activation` setting of a layer: a function of Keras's own, or a layer used as one. None
    where it is neither, whatever its name."""
    if activation is None:
        return Function()
    if isinstance(activation, keras.Layer):
        return _read_layer(activation)
    try:
        name = _NAMES.get(activation)
    except TypeError:
        return None  # not hashable, so not one of Keras's own
    return None if name is None else Function(name, dict(_DEFAULTS[name]))


def _read_layer(layer: Any) -> Function | None:
    if type(layer) is keras.layers.Activation:
        return read_function(layer.activation)
    if type(layer) is keras.layers.Softmax:
        return Function("softmax") if layer.axis in (-1, [-1], (-1,)) else None
    return read_settings(layer)


def read_settings(layer: Any) -> Function | None:
    """The function of a ReLU, LeakyReLU or ELU layer. Only what differs from plain ReLU becomes a parameter."""
    if type(layer) is keras.layers.ReLU:
        settings = {"negative_slope": layer.negative_slope, "threshold": layer.threshold}
        parameters = {name: float(value) for name, value in settings.items() if value}
        if layer.max_value is not None:
            parameters["max_value"] = float(layer.max_value)
        return Function("relu", parameters)
    if type(layer) is keras.layers.LeakyReLU:
        return Function("leaky_relu", {"negative_slope": float(layer.negative_slope)})
    if type(layer) is keras.layers.ELU:
        return Function("elu", {"alpha": float(layer.alpha)})
    return None
