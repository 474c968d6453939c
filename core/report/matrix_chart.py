"""The confusion matrix as a drawing: with names and counts, or as a heat picture where there are too many classes for
either. Light."""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from core.report.drawing import ACCENT, SECOND, SUNKEN, TEXT, TEXT2, TEXT3, Drawing, Pen, fitted, mixed, width_of
from core.words import tr

MOST_NAMED = 25
"""More classes than this are numbered instead of named, and cells hold no counts."""

_WIDTH = 680
_LONGEST_NAME = 150
_WIDEST_CELL, _HIGHEST_CELL = 64, 26
_GAP = 2
# Of 45 degrees.
_SLANT = math.sqrt(0.5)
_HEAD = 20


def matrix_chart(confusion: NDArray[np.int64], names: Sequence[str]) -> Drawing:
    """`confusion[i][j]` pictures of class i were taken for class j. Each row's colours show shares of its pictures."""
    if len(names) <= MOST_NAMED:
        return _named(confusion, names)
    return _numbered(confusion)


def cell_colour(share: float, is_right: bool) -> str:
    """The colour of a cell that holds this share (0-1) of its row."""
    if share <= 0:
        return SUNKEN if is_right else "#FFFFFF"
    return mixed(ACCENT, 0.08 + 0.55 * share) if is_right else mixed(SECOND, min(0.62, 0.10 + 1.6 * share))


def shares_of(confusion: NDArray[np.int64]) -> NDArray[np.float64]:
    """Each cell as a share of its row, 0 where the row has no picture."""
    totals = confusion.sum(axis=1, keepdims=True)
    return np.asarray(confusion / np.maximum(totals, 1), np.float64)


def _named(confusion: NDArray[np.int64], names: Sequence[str]) -> Drawing:
    count = len(names)
    shown = [fitted(name, _LONGEST_NAME) for name in names]
    beside = max(map(width_of, shown)) + 12
    cell = min(_WIDEST_CELL, (_WIDTH - beside) / count)
    lie_flat = all(width_of(name) <= cell - 4 for name in shown)
    above = 18.0 if lie_flat else max(map(width_of, shown)) * _SLANT + 20
    if not lie_flat:
        # The names lean out over the last column.
        cell = min(cell, *((_WIDTH - beside - width_of(name) * _SLANT) / (i + 0.5) for i, name in enumerate(shown)))
    left, top, high = beside, _HEAD + above, min(cell, _HIGHEST_CELL)
    lean = 0.0 if lie_flat else max(cell * (i + 0.5) + width_of(name) * _SLANT for i, name in enumerate(shown))
    pen = Pen(math.ceil(left + max(cell * count, lean)), math.ceil(top + high * count + 2))
    _head(pen, left)
    shares = shares_of(confusion)
    for row in range(count):
        middle = top + high * (row + 0.5)
        pen.text((left - 8, middle + 4), shown[row], TEXT2, "end")
        across = left + cell * (row + 0.5)
        if lie_flat:
            pen.text((across, top - 7), shown[row], TEXT2, "middle")
        else:
            pen.text((across, top - 7), shown[row], TEXT2, turned=-45)
        for column in range(count):
            _cell(pen, (left + cell * column, top + high * row), (cell, high), confusion, shares, row, column)
    return pen.finished(_words(confusion))


def _cell(
    pen: Pen,
    corner: tuple[float, float],
    size: tuple[float, float],
    confusion: NDArray[np.int64],
    shares: NDArray[np.float64],
    row: int,
    column: int,
) -> None:
    (x, y), (width, height) = corner, size
    count = int(confusion[row, column])
    if count or row == column:
        pen.box((x, y), (width - _GAP, height - _GAP), cell_colour(float(shares[row, column]), row == column), 2)
    letters = 11 if width_of(f"{count:,}", 11) <= width - 4 else 9
    words, colour = (f"{count:,}", TEXT) if count else ("·", TEXT3)
    pen.text((x + (width - _GAP) / 2, y + height / 2 + 3), words, colour, "middle", letters, bold=bool(count))


def _numbered(confusion: NDArray[np.int64]) -> Drawing:
    count = len(confusion)
    left, top = 44.0, _HEAD + 20.0
    cell = max(4.0, min(14.0, 520 / count))
    side = cell * count
    pen = Pen(math.ceil(left + side + 14), math.ceil(top + side + 4))
    _head(pen, 0)
    pen.box((left, top), (side, side), "#FAF9F7")
    shares = shares_of(confusion)
    for row, column in np.argwhere(confusion).tolist():
        colour = cell_colour(float(shares[row, column]), row == column)
        pen.box((left + cell * column, top + cell * row), (cell, cell), colour)
    step = 5 if count <= 50 else 10
    for number in (1, *range(step, count + 1, step)):
        middle = cell * (number - 0.5)
        pen.text((left + middle, top - 6), str(number), TEXT3, "middle")
        pen.text((left - 6, top + middle + 4), str(number), TEXT3, "end")
    return pen.finished(_words(confusion))


def _head(pen: Pen, left: float) -> None:
    pen.text((left, 12), tr("rows: what it is; columns: what the network said"), TEXT3)


def _words(confusion: NDArray[np.int64]) -> str:
    return tr(
        "Confusion matrix of {classes} classes: {right} of {count} pictures lie on the diagonal, which is right.",
        classes=f"{len(confusion):,}",
        right=f"{int(np.trace(confusion)):,}",
        count=f"{int(confusion.sum()):,}",
    )
