"""A window that slides over a layer's input, cell by cell of one channel of its output: what it passes, and how fast.

Numbers alone, no widget.
"""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.answers import Insight
from core.inside.arithmetic.weighted import convolution_channels
from core.inside.arithmetic.windows import Steps, steps
from core.inside.colours import Rgb, colourise, limits, viridis
from core.inside.explanations import Region
from core.inside.operations import (
    PICTURE,
    Convolution,
    DepthwiseConvolution,
    Pooling,
)
from core.inside.trace import is_colours
from core.words import Sentence, say

FIRST_CELLS = 12
"""As many are taken one by one, slowly enough to follow."""
CELLS_PER_S = 8.0
FASTER = 0.45
"""By how much the speed grows in a second, as an exponent."""
Windowed = Convolution | DepthwiseConvolution | Pooling


@dataclass(frozen=True)
class Slide:
    """What slides over what. `before` is the input as a picture, `after` the channel of the output, (rows, columns,
    3); `values` are its numbers (rows, columns)."""

    layer: str
    channel: int
    before: Rgb
    before_name: Sentence
    after: Rgb
    values: NDArray[np.float32]
    rows: Steps
    columns: Steps

    @property
    def count(self) -> int:
        """How many cells there are to fill."""
        return int(self.values.size)

    @property
    def reach(self) -> Region:
        """All places that windows cover, and the input itself, in the input's rows and columns: those below zero and
        past its end are padding."""
        height, width = self.before.shape[:2]
        first, last = self.window(0), self.window(self.count - 1)
        return Region(min(0, first.top), max(height, last.bottom), min(0, first.left), max(width, last.right))

    def window(self, place: int) -> Region:
        """What lies under the window for a cell, counted row by row, in the input's rows and columns."""
        row, column = divmod(place, self.values.shape[1])
        rows, columns = self.rows.places(row), self.columns.places(column)
        return Region(int(rows[0]), int(rows[-1]) + 1, int(columns[0]), int(columns[-1]) + 1)


def slide_of(insight: Insight, layer: str, channel: int) -> Slide | None:
    """What slides for a channel of a layer; None where the layer has no window, or its weights are not here."""
    try:
        facts, output = insight.facts(layer), insight.output(layer).values
        source = insight.values(facts.inputs[0])
    except (KeyError, IndexError):
        return None
    operation = facts.operation
    if not isinstance(operation, Windowed) or source.ndim != 3 or output.ndim != 3 or not output.size:
        return None
    if not 0 <= channel < output.shape[2]:
        return None
    before, name = _before(insight, facts.inputs[0], source, operation, channel)
    values = output[:, :, channel]
    return Slide(
        layer,
        channel,
        before,
        name,
        colourise(values, *limits(values), viridis()),
        values,
        steps(operation, 0, source.shape[0]),
        steps(operation, 1, source.shape[1]),
    )


def cells_after(seconds: float, columns: int, tick_s: float) -> int:
    """How many cells are filled after so many seconds: one by one at first, then ever faster, up to a row a tick."""
    slow_s = FIRST_CELLS / CELLS_PER_S
    if seconds <= slow_s:
        return int(seconds * CELLS_PER_S)
    fastest = max(CELLS_PER_S, columns / tick_s)
    growing_s = min(seconds - slow_s, math.log(fastest / CELLS_PER_S) / FASTER)
    grown = CELLS_PER_S * math.expm1(FASTER * growing_s) / FASTER
    return int(FIRST_CELLS + grown + fastest * (seconds - slow_s - growing_s))


def _before(
    insight: Insight, source: str, values: NDArray[np.float32], operation: Windowed, channel: int
) -> tuple[Rgb, Sentence]:
    pixels = insight.answer.pixels
    whole = isinstance(operation, Convolution) and operation.groups == 1
    if whole and pixels is not None and pixels.shape == values.shape and is_colours(insight, source):
        return pixels, say("the picture")
    match operation:
        case Pooling():
            seen, name = channel, say("channel {channel} of {layer}", channel=channel, layer=_name(source))
        case DepthwiseConvolution():
            seen = channel // int(operation.kernel.shape[3])
            name = say("channel {channel} of {layer}", channel=seen, layer=_name(source))
        case Convolution():
            seen = _most_used(values, operation, channel)
            name = say(
                "channel {channel} of {layer}, from which this filter takes most", channel=seen, layer=_name(source)
            )
    shown = values[:, :, seen]
    return colourise(shown, *limits(shown), viridis()), name


def _most_used(values: NDArray[np.float32], operation: Convolution, channel: int) -> int:
    """The channel that a filter takes most from: large weights on a channel of zeros bring nothing."""
    channels = convolution_channels(operation, channel)
    weights = np.abs(np.nan_to_num(operation.kernel[:, :, :, channel])).sum(axis=(0, 1), dtype=np.float64)
    size = np.abs(np.nan_to_num(values[:, :, channels])).mean(axis=(0, 1), dtype=np.float64)
    return int(channels[int((weights * size).argmax())])


def _name(source: str) -> object:
    return say("the picture") if source == PICTURE else source
