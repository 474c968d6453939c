"""The order in which classes stand in the confusion matrix."""

from collections.abc import Sequence
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Order = Literal["name", "mistakes", "similarity"]
ORDERS: tuple[Order, ...] = ("name", "mistakes", "similarity")


def arranged(confusion: NDArray[np.int64], names: Sequence[str], order: Order) -> list[int]:
    """The classes, as positions in `names`, from the first to the last. `confusion[i][j]` counts the pictures of class
    i that were taken for j. Classes that are equal in what is sorted by stand by name."""
    by_name = sorted(range(len(names)), key=lambda each: (names[each], each))
    if order == "mistakes":
        mistakes = confusion.sum(axis=1) - confusion.diagonal()
        return sorted(by_name, key=lambda each: -int(mistakes[each]))
    if order == "similarity":
        return _side_by_side(_similarity(confusion), by_name)
    return by_name


def _similarity(confusion: NDArray[np.int64]) -> NDArray[np.float64]:
    """How much of each class is taken for each other one, both ways added up."""
    counts = confusion.astype(np.float64)
    shares = counts / np.maximum(1.0, counts.sum(axis=1, keepdims=True))
    np.fill_diagonal(shares, 0.0)
    both_ways: NDArray[np.float64] = shares + shares.T
    return both_ways


def _side_by_side(similarity: NDArray[np.float64], order: Sequence[int]) -> list[int]:
    """Join what is most alike, again and again (average linkage), turning the parts so that their most similar ends
    meet. What is like nothing else comes last, in the order given."""
    parts = [[each] for each in order]
    alike = similarity[np.ix_(order, order)].copy()
    while alike.max(initial=0.0) > 0:
        first, second = sorted(divmod(int(alike.argmax()), len(parts)))
        merged = np.average(alike[[first, second]], axis=0, weights=(len(parts[first]), len(parts[second])))
        parts[first], parts[second] = _joined(parts[first], parts[second], similarity), []
        merged[[first, second]] = 0.0
        alike[first], alike[:, first] = merged, merged
        # Emptied, not taken away: that would copy all of it each time.
        alike[second], alike[:, second] = 0.0, 0.0
    parts.sort(key=len, reverse=True)
    return [each for part in parts for each in part]


def _joined(first: list[int], second: list[int], similarity: NDArray[np.float64]) -> list[int]:
    ways = [(a, b) for a in (first, first[::-1]) for b in (second, second[::-1])]
    before, after = max(ways, key=lambda way: similarity[way[0][-1], way[1][0]])
    return before + after
