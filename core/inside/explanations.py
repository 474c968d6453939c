"""How one number of a layer came about, as facts: the terms, what was done to them, and what that gives.

Light. Made by `core.inside.arithmetic.explain` from a layer's facts and the numbers that went in. `value` is what
Keras computed; `recomputed` is made from the terms alone, in double precision, and says whether they are the truth.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from core.inside.operations import Dropout, Function

Cell = tuple[int, ...]
"""A place in a layer's output: (row, column, channel), or (index,) of a vector. All count from 0."""

Doubles = NDArray[np.float64]


@dataclass(frozen=True)
class Explanation:
    """What all explanations share. `inputs` are the names of what feeds the layer, as in `LayerFacts`."""

    layer: str
    kind: str
    cell: Cell
    value: float
    inputs: tuple[str, ...]
    recomputed: float


@dataclass(frozen=True)
class Window:
    """Where a kernel lies on its input: the input's rows, columns and channels under it. Rows and columns may lie
    outside of the input: there padding stands, zeros."""

    rows: NDArray[np.int64]
    columns: NDArray[np.int64]
    channels: NDArray[np.int64]
    is_padding: NDArray[np.bool_]
    """(rows, columns): whether a place lies outside."""


@dataclass(frozen=True)
class SharesOfOne:
    """Softmax filled in: logits, their exponentials, the sum of these, and each one's share of it.

    The exponentials are of the logits as they are, unless `shift` is not 0: then of logit - shift, because a large
    logit would overflow; the shares are the same.
    """

    logits: Doubles
    exps: Doubles
    total: float
    shares: Doubles
    index: int
    shift: float = 0.0


@dataclass(frozen=True)
class WeightedSum(Explanation):
    """Convolution, depthwise convolution, dense: inputs times weights, added up, plus bias, then a function.

    `values`, `weights`: the pairs, (terms,); a convolution's are in the order rows, columns, channels of `window`, and
    reshape to (len(rows), len(columns), len(channels)). `positions` (terms, axes): where in the input each value
    stands; places outside, in the padding, have value 0. `total` is sum + bias, before `function`.
    """

    values: Doubles
    weights: Doubles
    positions: NDArray[np.int64]
    bias: float
    total: float
    function: Function
    window: Window | None = None
    shares: SharesOfOne | None = None
    """Where `function` is softmax: it needs the totals of all units."""

    @property
    def products(self) -> Doubles:
        """Each value times its weight, (terms,)."""
        return self.values * self.weights

    @property
    def alikeness(self) -> float:
        """The cosine of the angle between values and weights, -1 to 1; NaN where either is all zero."""
        size = float(np.linalg.norm(self.values) * np.linalg.norm(self.weights))
        return float(self.values @ self.weights) / size if size else float("nan")


@dataclass(frozen=True)
class OfOne(Explanation):
    """An activation function of one number, the one at `cell` of the input."""

    before: float
    function: Function


@dataclass(frozen=True)
class Scaled(Explanation):
    """Rescaling, normalization, batch normalization of one number, the one at `cell` of the input.

    `numbers` are what the layer's formula takes, by Keras's names: scale and offset; mean, variance and epsilon; and
    for batch normalization gamma and beta as well.
    """

    before: float
    numbers: dict[str, float]


@dataclass(frozen=True)
class Pooled(Explanation):
    """The largest or the mean of a window (`rows` x `columns` of the input, `channel`). `values` holds the window,
    NaN outside of the input. `winner` is the place of the largest in the input, None for a mean."""

    how: Literal["max", "average"]
    rows: NDArray[np.int64]
    columns: NDArray[np.int64]
    channel: int
    values: Doubles
    winner: Cell | None
    is_global: bool = False


@dataclass(frozen=True)
class Moved(Explanation):
    """A number that is passed on as it is, from `source` in the input (None: a padding zero).

    Flatten, reshape, crop, pad, upsample, and what acts in training only; `dropout` where that is dropout.
    `input_shape` and `output_shape` say what became what.
    """

    source: Cell | None
    input_shape: tuple[int, ...]
    output_shape: tuple[int, ...]
    dropout: Dropout | None = None


@dataclass(frozen=True)
class Shared(Explanation):
    """Softmax as a layer of its own. `shares.index` is the cell's place along the last axis."""

    shares: SharesOfOne


@dataclass(frozen=True)
class Merged(Explanation):
    """Several inputs into one: `values` are the numbers that meet at the cell, one of each input in `sources` (all for
    value by value; a single one for "concatenate"). `sources[i]` is (which input, its cell)."""

    how: str
    values: tuple[float, ...]
    sources: tuple[tuple[int, Cell], ...]


@dataclass(frozen=True)
class NotExplained(Explanation):
    """The layer's arithmetic is not known: `recomputed` is NaN."""


@dataclass(frozen=True)
class Contribution:
    """The input that did most for a number: which of the layer's inputs, where in it, its value there, and how much it
    brought (the product of a weighted sum; the value itself elsewhere)."""

    source: int
    cell: Cell
    value: float
    amount: float


@dataclass(frozen=True)
class Step:
    """One step of a trace from a number back to the picture: a cell, its value, and the region of the photo that it
    can see. `amount` is what this cell brought to the step before, None for the first."""

    layer: str
    kind: str
    cell: Cell
    value: float
    region: "Region"
    amount: float | None = None


@dataclass(frozen=True)
class Region:
    """A rectangle of the photo in the network's pixels: rows top to bottom - 1, columns left to right - 1, cut at the
    photo's edge."""

    top: int
    bottom: int
    left: int
    right: int
