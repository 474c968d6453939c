"""What is said of a layer's numbers beside their pictures."""

from collections.abc import Sequence

import numpy as np

from core.inside.explanations import Cell
from core.numerals import number
from core.words import tr
from gui.widgets.colour_maps import limits, reading
from gui.widgets.inside.filter_slices import Filters
from gui.widgets.inside.layer_thumbs import Values


def range_in_words(values: Values) -> str:
    """From where to where the values go."""
    finite = np.isfinite(values)
    if not finite.any():
        return tr("no values that are numbers")
    low, high = map(reading, limits(values))
    if finite.all():
        return tr("values from {low} to {high}", low=low, high=high)
    return tr("values from {low} to {high}, others are no numbers", low=low, high=high)


def channel_in_words(values: Values, channel: int) -> str:
    """From where to where the values of one channel go."""
    low, high = map(reading, limits(values[:, :, channel]))
    return tr("channel {channel}: values from {low} to {high}", channel=channel, low=low, high=high)


def cell_in_words(values: Values, cell: Cell) -> str:
    """A cell of height x width x channels, and its number."""
    row, column, channel = cell
    return tr(
        "row {row}, column {column}, channel {channel}: {value}",
        row=row,
        column=column,
        channel=channel,
        value=reading(float(values[cell])),
    )


def value_in_words(values: Values, cell: Cell, names: Sequence[str] = (), as_shares: bool = False) -> str:
    """One value and where it stands."""
    if values.ndim == 3:
        return cell_in_words(values, cell)
    index, value = cell[0], float(values[cell])
    text = number(value, 4) if as_shares else reading(value)
    if names:
        return tr("{name}: {value}", name=names[index], value=text)
    return tr("value {index:,}: {value}", index=index, value=text)


def filters_in_words(filters: Filters | None) -> str:
    """How many filters of what size there are."""
    if filters is None:
        return tr("filters")
    rows, columns, slices, count = filters.kernel.shape
    return tr(
        "{count:,} filters of {rows} × {columns} × {slices}", count=count, rows=rows, columns=columns, slices=slices
    )
