"""The confusion matrix in words: for the line that reads a cell, for tooltips and for screen readers."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from core.numerals import percent
from core.words import plural, say, tr

_MOST_NAMED = 5


def cell_in_words(confusion: NDArray[np.int64], names: Sequence[str], truth: int, answer: int) -> str:
    """How many pictures of a class were taken for another, or for what they are."""
    count, of = int(confusion[truth, answer]), int(confusion[truth].sum())
    if not of:
        return tr("There are no pictures of {name} here.", name=names[truth])
    many = plural(of, say("of 1 picture"), say("of {count:,} pictures", count=of))
    values = {"truth": names[truth], "count": f"{count:,}", "many": many, "share": percent(count / of)}
    if truth == answer:
        return tr("{truth} recognised: {count} {many} ({share})", **values)
    return tr("{truth} taken for {answer}: {count} {many} ({share})", answer=names[answer], **values)


def row_in_words(confusion: NDArray[np.int64], names: Sequence[str], truth: int) -> str:
    """What became of the pictures of a class."""
    right, of = int(confusion[truth, truth]), int(confusion[truth].sum())
    many = plural(of, say("1 picture"), say("{count:,} pictures", count=of))
    return tr("{name}: {many}, {right:,} of them recognised", name=names[truth], many=many, right=right)


def column_in_words(confusion: NDArray[np.int64], names: Sequence[str], answer: int) -> str:
    """What was called by the name of a class."""
    right, of = int(confusion[answer, answer]), int(confusion[:, answer].sum())
    many = plural(of, say("1 picture was"), say("{count:,} pictures were", count=of))
    return tr("{many} called {name}, {right:,} of them rightly", name=names[answer], many=many, right=right)


def matrix_in_words(confusion: NDArray[np.int64], names: Sequence[str]) -> str:
    """The sum of it, and the most frequent mistakes."""
    whole, right = int(confusion.sum()), int(confusion.trace())
    many = plural(whole, say("1 picture"), say("{count:,} pictures", count=whole))
    sum_ = tr(
        "{classes} classes, {many}: {right:,} recognised, {wrong:,} taken for another class.",
        classes=f"{len(names):,}",
        many=many,
        right=right,
        wrong=whole - right,
    )
    worst = worst_cells(confusion, _MOST_NAMED)
    if not worst:
        return sum_
    pairs = "; ".join(
        tr("{truth} for {answer}, {count:,} times", truth=names[i], answer=names[j], count=int(confusion[i, j]))
        for i, j in worst
    )
    return tr("{sum} Most often taken: {pairs}.", sum=sum_, pairs=pairs)


def worst_cells(confusion: NDArray[np.int64], most: int) -> list[tuple[int, int]]:
    """The most frequent mistakes as (truth, answer), at most so many."""
    mistakes = confusion.copy()
    np.fill_diagonal(mistakes, 0)
    ranked = np.argsort(-mistakes, axis=None, kind="stable")[:most]
    cells = (divmod(int(each), len(mistakes)) for each in ranked)
    return [cell for cell in cells if mistakes[cell] > 0]
