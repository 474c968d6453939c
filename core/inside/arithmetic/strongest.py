"""Which of the numbers that went in did most."""

import numpy as np
from numpy.typing import NDArray

from core.inside.explanations import (
    Contribution,
    Doubles,
    Explanation,
    Merged,
    Moved,
    OfOne,
    Pooled,
    Scaled,
    Shared,
    WeightedSum,
)


def strongest(explanation: Explanation) -> Contribution | None:
    """The number that pushed hardest towards the result: of a weighted sum, the largest product with the sign of all
    products' sum; the winner of a max pooling, the same of a mean; elsewhere the only number that went in.

    None where nothing did: a padding zero, or a layer that is not explained.
    """
    with np.errstate(all="ignore"):
        return _strongest(explanation)


def _strongest(explanation: Explanation) -> Contribution | None:
    match explanation:
        case WeightedSum():
            return _of_sum(explanation)
        case Pooled():
            return _of_pool(explanation)
        case OfOne() | Scaled():
            return Contribution(0, explanation.cell, explanation.before, explanation.before)
        case Moved():
            source, value = explanation.source, explanation.recomputed
            return None if source is None else Contribution(0, source, value, value)
        case Shared():
            logit = float(explanation.shares.logits[explanation.shares.index])
            return Contribution(0, explanation.cell, logit, logit)
        case Merged():
            return _of_merge(explanation)
    return None


def strongest_terms(explanation: WeightedSum, most: int) -> tuple[list[int], list[int]]:
    """The terms that push the sum up and down the most, as indices: at most `most` of each, the strongest first."""
    with np.errstate(all="ignore"):
        products = explanation.products
    return _largest(products, most), _largest(-products, most)


def _largest(amounts: Doubles, most: int) -> list[int]:
    """The largest amounts above zero, the largest first; of equal ones the first."""
    if most <= 0:
        return []
    above = np.flatnonzero(amounts > 0)
    if len(above) > most:
        least = np.partition(amounts[above], len(above) - most)[len(above) - most]
        above = above[amounts[above] >= least]
    order = np.argsort(-amounts[above], kind="stable")
    return [int(index) for index in above[order][:most]]


def _of_sum(explanation: WeightedSum) -> Contribution | None:
    products = explanation.products
    is_real = np.ones(len(products), bool)
    if explanation.window is not None:
        is_real = ~np.repeat(explanation.window.is_padding.ravel(), len(explanation.window.channels))
    if not is_real.any():
        return None
    if not products.any():  # a black patch, say: nothing pushes; then the largest weight has the most say
        products = np.abs(explanation.weights)
    index = _towards(products, is_real)
    cell = tuple(int(each) for each in explanation.positions[index])
    return Contribution(0, cell, float(explanation.values[index]), float(explanation.products[index]))


def _of_pool(explanation: Pooled) -> Contribution | None:
    values = explanation.values
    is_real = ~np.isnan(values)
    if explanation.winner is not None:
        return Contribution(0, explanation.winner, explanation.recomputed, explanation.recomputed)
    if not is_real.any():
        return None
    index = _towards(np.where(is_real, values, 0).ravel(), is_real.ravel())
    row, column = np.unravel_index(index, values.shape)
    value = float(values[row, column])
    cell = (int(explanation.rows[row]), int(explanation.columns[column]), explanation.channel)
    return Contribution(0, cell, value, value)


def _of_merge(explanation: Merged) -> Contribution:
    values = np.array(explanation.values)
    amounts = np.array([values[0], -values[1]]) if explanation.how == "subtract" else values
    match explanation.how:
        case "maximum":
            index = int(values.argmax())
        case "minimum":
            index = int(values.argmin())
        case "multiply":
            index = int(np.abs(values).argmax())
        case _:
            index = _towards(amounts, np.ones(len(amounts), bool))
    source, cell = explanation.sources[index]
    return Contribution(source, cell, float(values[index]), float(amounts[index]))


def _towards(amounts: Doubles, is_real: NDArray[np.bool_]) -> int:
    """The largest of the amounts that have the sign of their sum; where all cancel out, the largest of all."""
    total = float(amounts.sum())
    pushes = amounts * np.sign(total) if total else np.abs(amounts)
    return int(np.where(is_real, pushes, -np.inf).argmax())
