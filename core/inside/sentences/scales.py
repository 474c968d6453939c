"""Rescaling and normalization in words."""

import math

from core.inside.explanations import Scaled
from core.inside.sentences.wording import figure
from core.inside.words import joined
from core.words import Sentence, say


def scaled(explanation: Scaled) -> Sentence:
    """The formula of a layer that scales, with its numbers."""
    if "scale" in explanation.numbers:
        return _rescaled(explanation)
    return _normalized(explanation)


def _rescaled(explanation: Scaled) -> Sentence:
    scale, offset = explanation.numbers["scale"], explanation.numbers["offset"]
    names = {
        "before": figure(explanation.before),
        "scale": figure(scale),
        "offset": figure(offset),
        "value": figure(explanation.value),
    }
    divisor = _divisor(scale)
    if divisor and not offset:
        return say("{before} divided by {divisor} is {value}.", divisor=divisor, **names)
    if divisor:
        return say("{before} divided by {divisor}, plus {offset}, is {value}.", divisor=divisor, **names)
    if not offset:
        return say("{before} times {scale} is {value}.", **names)
    return say("{before} times {scale}, plus {offset}, is {value}.", **names)


def _divisor(scale: float) -> str | None:
    """The number that one divides by instead of multiplying by a small one: 255 for 1/255."""
    if not 0 < scale < 0.5:
        return None
    tenths = 10 / scale
    if abs(tenths - round(tenths)) > 1e-4 * tenths:
        return None
    return f"{round(tenths) / 10:g}"


def _normalized(explanation: Scaled) -> Sentence:
    numbers = explanation.numbers
    is_batch = explanation.kind == "BatchNormalization"
    spread = _spread(numbers["variance"], numbers["epsilon"], is_batch)
    distance = (explanation.before - numbers["mean"]) / spread if spread else math.nan
    names = {
        "before": figure(explanation.before),
        "distance": figure(abs(distance)),
        "mean": figure(numbers["mean"]),
    }
    if distance >= 0:
        first = say("{before} lies {distance} standard deviations above the usual mean here, {mean}.", **names)
    else:
        first = say("{before} lies {distance} standard deviations below the usual mean here, {mean}.", **names)
    return joined(first, _stretched(explanation))


def _stretched(explanation: Scaled) -> Sentence:
    gamma, beta = explanation.numbers.get("gamma"), explanation.numbers.get("beta")
    names = {"gamma": figure(gamma or 0.0), "beta": figure(beta or 0.0), "value": figure(explanation.value)}
    if gamma is not None and beta is not None:
        return say("Stretched by gamma, {gamma}, and shifted by beta, {beta}, that becomes {value}.", **names)
    if gamma is not None:
        return say("Stretched by gamma, {gamma}, that becomes {value}.", **names)
    if beta is not None:
        return say("Shifted by beta, {beta}, that becomes {value}.", **names)
    return say("So it becomes {value}.", **names)


def _spread(variance: float, epsilon: float, is_batch: bool) -> float:
    if is_batch:
        return math.sqrt(variance + epsilon) if variance + epsilon >= 0 else math.nan
    return max(math.sqrt(variance) if variance >= 0 else math.nan, epsilon)
