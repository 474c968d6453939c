"""Activation functions as formulas with a number filled in: `max(0, −0.42)`."""

from core.inside.operations import Function
from core.inside.rounding import reading
from core.numerals import MINUS

_FORMULAS = {
    "linear": "{x}",
    "relu": "max(0, {x})",
    "relu6": "min(max(0, {x}), 6)",
    "sigmoid": "1 / (1 + exp(−{x}))",
    "log_sigmoid": "log(1 / (1 + exp(−{x})))",
    "tanh": "tanh({x})",
    "exponential": "exp({x})",
    "softplus": "log(1 + exp({x}))",
    "softsign": "{x} / (1 + |{x}|)",
    "silu": "{x} / (1 + exp(−{x}))",
    "swish": "{x} / (1 + exp(−{x}))",
    "hard_sigmoid": "min(max({x} + 3, 0), 6) / 6",
    "hard_silu": "{x} × min(max({x} + 3, 0), 6) / 6",
    "hard_swish": "{x} × min(max({x} + 3, 0), 6) / 6",
    "mish": "{x} × tanh(log(1 + exp({x})))",
}
_NAMES = {"relu": "ReLU", "relu6": "ReLU6", "elu": "ELU", "selu": "SELU", "gelu": "GELU", "leaky_relu": "leaky ReLU"}


def function_name(function: Function) -> str:
    """The function's name as the field writes it."""
    return _NAMES.get(function.name, function.name.replace("_", " "))


def filled_in(function: Function, before: float | str) -> str:
    """The function's formula with `before` in it (a number, or the letter that stands for it)."""
    text = before if isinstance(before, str) else reading(before)
    slope = _slope(function)
    if slope is not None:
        return _rectified(function, text, slope)
    if function.name in _FORMULAS:
        # A negative number behind a minus sign stands in brackets.
        behind_minus = f"−({text})" if text[:1] == MINUS else f"−{text}"
        return _FORMULAS[function.name].replace("−{x}", behind_minus).replace("{x}", text)
    return f"{function_name(function)}({text})"


def _slope(function: Function) -> float | None:
    """The slope below zero of the functions that have one."""
    parameters = function.parameters
    if function.name == "leaky_relu":
        return parameters.get("negative_slope", 0.2)
    if function.name == "prelu":
        return parameters.get("alpha", 0.0)
    if function.name == "relu" and parameters:
        return parameters.get("negative_slope", 0.0)
    return None


def _rectified(function: Function, text: str, slope: float) -> str:
    threshold = function.parameters.get("threshold", 0.0)
    if threshold or not 0 <= slope <= 1:
        return f"{function_name(function)}({text})"
    formula = f"max({reading(slope)} × {text}, {text})" if slope else f"max(0, {text})"
    highest = function.parameters.get("max_value")
    return f"min({formula}, {reading(highest)})" if highest is not None else formula
