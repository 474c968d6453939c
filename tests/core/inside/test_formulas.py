"""Formulas with numbers filled in."""

import math

import pytest

from core.inside.arithmetic import apply
from core.inside.formulas import filled_in, function_name
from core.inside.operations import Function

EVALUATE = {"max": max, "min": min, "exp": math.exp, "log": math.log, "tanh": math.tanh, "abs": abs}


@pytest.mark.parametrize(
    ("function", "before", "text"),
    [
        (Function("relu"), -0.42, "max(0, −0.42)"),
        (Function("relu", {"max_value": 6.0}), 7.0, "min(max(0, 7.00), 6.00)"),
        (Function("leaky_relu", {"negative_slope": 0.3}), -1.0, "max(0.30 × −1.00, −1.00)"),
        (Function("sigmoid"), -0.5, "1 / (1 + exp(−(−0.50)))"),
        (Function("silu"), -1.5, "−1.50 / (1 + exp(−(−1.50)))"),
        (Function("prelu", {"alpha": 1.5}), -1.0, "prelu(−1.00)"),
        (Function("tanh"), 0.5, "tanh(0.50)"),
        (Function("gelu"), 0.5, "GELU(0.50)"),
    ],
)
def test_filled_in(function: Function, before: float, text: str) -> None:
    assert filled_in(function, before) == text


@pytest.mark.parametrize("before", [-1.5, -0.25, 0.5, 2.0, 7.0])
@pytest.mark.parametrize(
    "name",
    ["linear", "relu", "relu6", "sigmoid", "log_sigmoid", "tanh", "exponential", "softplus", "silu", "hard_sigmoid",
     "hard_silu", "mish", "leaky_relu"],
)  # fmt: skip
def test_the_formula_is_the_function(name: str, before: float) -> None:
    text = filled_in(Function(name), before).replace("−", "-").replace("×", "*")
    assert eval(text, {"__builtins__": {}}, EVALUATE) == pytest.approx(float(apply(Function(name), before)), rel=1e-9)


def test_names() -> None:
    assert function_name(Function("relu")) == "ReLU"
    assert function_name(Function("hard_sigmoid")) == "hard sigmoid"
