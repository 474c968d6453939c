"""Where in a picture the inputs of a layer stand, also after the picture has been laid out as one row of numbers."""

import numpy as np

from core.answers import Insight
from core.inside.explanations import Cell, Doubles, WeightedSum
from core.inside.operations import (
    PICTURE,
    BatchNormalization,
    Dropout,
    Elementwise,
    LayerFacts,
    Normalization,
    Rearrangement,
    Rescaling,
    Softmax,
    Unchanged,
)

_SAME_PLACE = (BatchNormalization, Dropout, Elementwise, Normalization, Rearrangement, Rescaling, Softmax, Unchanged)
"""Layers whose numbers each come from the one at the same place, counted along the row of all numbers."""

_SAME_NUMBER = (Dropout, Unchanged)


def by_place(insight: Insight, layer: str, explanation: WeightedSum) -> Doubles | None:
    """A dense layer's products grouped by where in the picture they came from: (rows, columns), each the sum over the
    channels there. The picture is the output that `source_cell` names. None where no picture was laid out."""
    picture = _picture_before(insight, layer)
    if picture is None:
        return None
    rows, columns, channels = insight.values(picture).shape
    if rows * columns == 1 or len(explanation.values) != rows * columns * channels:
        return None
    return np.asarray(explanation.products.reshape(rows, columns, channels).sum(axis=2))


def source_cell(insight: Insight, layer: str, position: Cell) -> tuple[str, Cell]:
    """Which layer's output (or PICTURE) a number of a layer's first input is best looked up in, and its place there:
    row, column, channel of the picture that Flatten laid out, else its position as it is."""
    picture = _picture_before(insight, layer)
    if picture is None:
        return insight.facts(layer).inputs[0], position
    return picture, tuple(int(each) for each in np.unravel_index(position[-1], insight.values(picture).shape))


def _picture_before(insight: Insight, layer: str) -> str | None:
    """The last output of rows, columns and channels that reached a layer laid out as one row of numbers."""
    facts = _facts(insight, layer)
    if facts is None or len(facts.inputs) != 1 or not _has_axes(insight, facts.inputs[0], 1):
        return None
    source = facts.inputs[0]
    while not _has_axes(insight, source, 3):
        before = _feeder(insight, source, _SAME_PLACE)
        if before is None:
            return None
        source = before
    while (before := _feeder(insight, source, _SAME_NUMBER)) is not None and _has_axes(insight, before, 3):
        source = before
    return source


def _feeder(insight: Insight, source: str, kinds: tuple[type, ...]) -> str | None:
    facts = _facts(insight, source)
    is_through = facts is not None and isinstance(facts.operation, kinds) and len(facts.inputs) == 1
    return facts.inputs[0] if facts is not None and is_through else None


def _facts(insight: Insight, name: str) -> LayerFacts | None:
    return next((each for each in insight.layers if each.name == name), None)


def _has_axes(insight: Insight, source: str, axes: int) -> bool:
    if source == PICTURE:
        return axes == 3 and insight.answer.pixels is not None
    return any(each.name == source and each.values.ndim == axes for each in insight.outputs)
