"""What an activation function does to a number, in words."""

import math

from core.inside.formulas import function_name
from core.inside.operations import Function
from core.inside.sentences.wording import figure
from core.numerals import percent
from core.words import Sentence, say

_SLOPES = {"leaky_relu": "negative_slope", "prelu": "alpha"}
_UNIT_INTERVAL = {"sigmoid", "hard_sigmoid", "sparse_sigmoid"}
_AROUND_ZERO = {"tanh", "hard_tanh", "softsign"}


def of_one(function: Function, before: float, after: float) -> Sentence:
    """What the function makes of `before`, as a sentence of its own."""
    names = {"function": function_name(function), "before": figure(before), "after": figure(after)}
    if function.name == "linear":
        return say("Nothing is done to it: {before} goes on as it is.", **names)
    if _is_rectifier(function):
        if before > 0:
            return say("{before} is above zero, so {function} lets it through.", **names)
        if before < 0:
            return say("{before} is below zero, so {function} turns it into 0.", **names)
        return say("{function} leaves 0 as it is.", **names)
    slope = _slope(function)
    if slope is not None and before < 0:
        return say(
            "{before} is below zero, so {function} lets only {share} of it through: {after}.",
            share=percent(slope),
            **names,
        )
    if slope is not None and before > 0:
        return say("{before} is above zero, so {function} lets it through.", **names)
    if function.name in _UNIT_INTERVAL:
        return say("{function} brings {before} into the range from 0 to 1: {after}.", **names)
    if function.name in _AROUND_ZERO:
        return say("{function} brings {before} into the range from −1 to 1: {after}.", **names)
    return say("{function} turns {before} into {after}.", **names)


def then(function: Function, before: float, after: float) -> Sentence | None:
    """What the function makes of a number that was just named; None where it does nothing."""
    names = {"function": function_name(function), "after": figure(after)}
    if function.name == "linear":
        return None
    if _is_rectifier(function):
        if before > 0:
            return say("{function} lets it through.", **names)
        if before < 0:
            return say("It is below zero, so {function} turns it into 0.", **names)
        return say("{function} leaves it at 0.", **names)
    slope = _slope(function)
    if slope is not None and before < 0:
        return say(
            "It is below zero, so {function} lets only {share} of it through: {after}.", share=percent(slope), **names
        )
    if slope is not None and before > 0:
        return say("{function} lets it through.", **names)
    if function.name in _UNIT_INTERVAL:
        return say("{function} brings it into the range from 0 to 1: {after}.", **names)
    if function.name in _AROUND_ZERO:
        return say("{function} brings it into the range from −1 to 1: {after}.", **names)
    return say("{function} turns it into {after}.", **names)


def _is_rectifier(function: Function) -> bool:
    return function.name == "relu" and not function.parameters


def _slope(function: Function) -> float | None:
    """The share of negative numbers that goes on, where that is all that the function does."""
    parameter = _SLOPES.get(function.name)
    if function.name == "relu" and set(function.parameters) == {"negative_slope"}:
        parameter = "negative_slope"
    slope = function.parameters.get(parameter, math.nan) if parameter else math.nan
    return slope if 0 <= slope <= 1 else None
