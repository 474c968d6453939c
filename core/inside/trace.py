"""Back from a number to the photo: what it can see of it, and who did most for it, layer by layer. Light."""

import numpy as np

from core.answers import Insight
from core.inside.arithmetic import explain, strongest
from core.inside.explanations import Cell, Region, Step
from core.inside.operations import PICTURE, Dropout, Normalization, Rescaling, Unchanged, ZeroPadding
from core.inside.seen import Seen, one_cell, seen_before

_KEEPS_COLOURS = (Rescaling, Normalization, Unchanged, Dropout, ZeroPadding)


def trace(insight: Insight, layer: str, cell: Cell) -> tuple[Step, ...]:
    """From a number down to a pixel, each time to the one that did most for the last. The last step is the pixel: layer
    and kind PICTURE, cell (row, column, colour).

    Shorter where nothing can be followed: a layer that is not explained, or a padding zero. Raises NakamiError for a
    layer or a cell that is not there.
    """
    found: list[Step] = []
    amount: float | None = None
    while True:
        explanation = explain(insight, layer, cell)
        region = seen_region(insight, layer, cell)
        found.append(Step(layer, explanation.kind, cell, explanation.value, region, amount))
        best = strongest(explanation)
        if best is None:
            return tuple(found)
        layer, cell, amount = explanation.inputs[best.source], best.cell, best.amount
        if layer == PICTURE:
            row, column, _ = cell
            pixel = Region(row, row + 1, column, column + 1)
            return (*found, Step(PICTURE, PICTURE, cell, best.value, pixel, amount))


def seen_region(insight: Insight, layer: str, cell: Cell) -> Region:
    """What a number can see of the photo: the smallest rectangle with all pixels that can change it, in pixels of the
    photo as the network saw it. All of it where a layer on the way is not explained; empty (0, 0, 0, 0) for a number
    that sees only padding. Raises KeyError for a layer that is not there.
    """
    shapes = {each.name: each.values.shape for each in insight.outputs}
    if insight.answer.pixels is not None:
        shapes[PICTURE] = insight.answer.pixels.shape
    whole = Region(0, shapes[PICTURE][0], 0, shapes[PICTURE][1])
    if all(facts.name != layer for facts in insight.layers):
        return whole
    seen = {layer: one_cell(shapes[layer], cell)}
    for facts in reversed(insight.layers):
        here = seen.pop(facts.name, None)
        if here is None or not here.mask.any():
            continue
        inputs = [shapes[source] for source in facts.inputs if source in shapes]
        before = seen_before(facts.operation, here, inputs) if len(inputs) == len(facts.inputs) else None
        if before is None:
            return whole
        for source, part in zip(facts.inputs, before, strict=True):
            seen[source] = seen[source].also(part) if source in seen else part
    return _around(seen[PICTURE]) if PICTURE in seen else Region(0, 0, 0, 0)


def _around(seen: Seen) -> Region:
    rows, columns = (np.flatnonzero(seen.mask.any(axis=axes)) for axes in ((1, 2), (0, 2)))
    if not len(rows):
        return Region(0, 0, 0, 0)
    top, left = seen.top, seen.left
    return Region(top + int(rows[0]), top + int(rows[-1]) + 1, left + int(columns[0]), left + int(columns[-1]) + 1)


def is_colours(insight: Insight, source: str) -> bool:
    """Whether the channels of a source are still those of the picture, red, green and blue, if scaled or padded."""
    for _ in range(len(insight.layers) + 1):
        if source == PICTURE:
            return True
        facts = next((each for each in insight.layers if each.name == source), None)
        if facts is None or not isinstance(
            facts.operation, Rescaling | Normalization | Unchanged | Dropout | ZeroPadding
        ):
            return False
        source = facts.inputs[0]
    return False
