"""What the layers of a network compute, as plain facts and numpy arrays: settings, weights, and who feeds whom.

Light: the heavy half, `core.inside.reading`, makes these from a Keras model. Layers that Keras runs differently while
training are described as they are when classifying. Shapes are without the batch; pictures are (rows, columns,
channels), channels last. Formulas are those of Keras's own documentation.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]
Pair = tuple[int, int]
PaddingMode = Literal["same", "valid"]

PICTURE = "(picture)"
"""The source that feeds the first layer: the picture's own pixels, 0-255. No Keras layer can have this name."""


@dataclass(frozen=True)
class Operation:
    """What one layer does to its input."""


@dataclass(frozen=True)
class Function:
    """A function of one number: its Keras name (`relu`, `sigmoid`, `linear`, ...) and its parameters by Keras's names
    (`negative_slope`, `max_value`, ...). `softmax` looks at all values along the last axis."""

    name: str = "linear"
    parameters: Mapping[str, float] = field(default_factory=dict)


LINEAR = Function()


@dataclass(frozen=True)
class Rescaling(Operation):
    """x * scale + offset; each a single number or one per channel."""

    scale: Array
    offset: Array


@dataclass(frozen=True)
class Normalization(Operation):
    """(x - mean) / max(sqrt(variance), epsilon); each a single number or one per channel."""

    mean: Array
    variance: Array
    epsilon: float


@dataclass(frozen=True)
class BatchNormalization(Operation):
    """gamma * (x - mean) / sqrt(variance + epsilon) + beta, one of each per channel, with the averages that were
    gathered while training. `gamma` and `beta` are None where the layer goes without."""

    mean: Array
    variance: Array
    gamma: Array | None
    beta: Array | None
    epsilon: float


@dataclass(frozen=True)
class Convolution(Operation):
    """`kernel` is (rows, columns, channels / groups, filters). With `groups`, filter f sees the channels of its own
    group only. Asymmetric "same" padding puts the odd zero at the bottom and right, as TensorFlow does."""

    kernel: Array
    bias: Array | None
    strides: Pair = (1, 1)
    padding: PaddingMode = "valid"
    dilation: Pair = (1, 1)
    groups: int = 1
    function: Function = LINEAR


@dataclass(frozen=True)
class DepthwiseConvolution(Operation):
    """`kernel` is (rows, columns, channels, multiplier); output channel c * multiplier + m sees channel c alone."""

    kernel: Array
    bias: Array | None
    strides: Pair = (1, 1)
    padding: PaddingMode = "valid"
    dilation: Pair = (1, 1)
    function: Function = LINEAR


@dataclass(frozen=True)
class Dense(Operation):
    """`kernel` is (inputs, units), applied along the last axis."""

    kernel: Array
    bias: Array | None
    function: Function = LINEAR


@dataclass(frozen=True)
class Elementwise(Operation):
    """A function of every value by itself. `alpha`: the learned slope of PReLU, shaped like the input (axes may be
    1)."""

    function: Function
    alpha: Array | None = None


@dataclass(frozen=True)
class Softmax(Operation):
    """exp(x_i) / sum exp(x_j) along the last axis."""


@dataclass(frozen=True)
class Pooling(Operation):
    """The largest, or the mean, of every window. What padding adds does not count."""

    how: Literal["max", "average"]
    size: Pair
    strides: Pair
    padding: PaddingMode = "valid"


@dataclass(frozen=True)
class GlobalPooling(Operation):
    """The largest, or the mean, of each channel: (channels,), or (1, 1, channels) with `keeps_axes`."""

    how: Literal["max", "average"]
    keeps_axes: bool = False


@dataclass(frozen=True)
class Dropout(Operation):
    """Nothing when classifying. While training, cuts a random share `rate` (0-1) and scales the rest by
    1 / (1 - rate); `per_channel` cuts whole channels (SpatialDropout2D)."""

    rate: float
    per_channel: bool = False


@dataclass(frozen=True)
class Unchanged(Operation):
    """Nothing when classifying: noise and random changes of pictures that act in training only, and plain pass-ons."""


@dataclass(frozen=True)
class Rearrangement(Operation):
    """Another shape for the same values in the same order: Flatten and Reshape."""

    shape: tuple[int, ...]


@dataclass(frozen=True)
class ZeroPadding(Operation):
    """Zeros around: (top, bottom), (left, right)."""

    rows: Pair
    columns: Pair


@dataclass(frozen=True)
class Cropping(Operation):
    """Cut off: (top, bottom), (left, right)."""

    rows: Pair
    columns: Pair


@dataclass(frozen=True)
class Upsampling(Operation):
    """Every value repeated: rows, columns (nearest neighbour)."""

    size: Pair


@dataclass(frozen=True)
class Merge(Operation):
    """Several inputs into one, value by value, or one behind the other along the last axis ("concatenate")."""

    how: Literal["add", "subtract", "multiply", "average", "maximum", "minimum", "concatenate"]


@dataclass(frozen=True)
class Unexplained(Operation):
    """A layer whose output is shown but whose arithmetic is not explained."""


@dataclass(frozen=True)
class Withheld(Operation):
    """A layer whose weights are too many to be handed on at every look into a running training. They come when the
    watcher asks for them (`core.control.Watch.with_all_weights`)."""


@dataclass(frozen=True)
class LayerFacts:
    """One layer of a network. `kind` is as in `LayerOutput`; `inputs` are the names of the layers that feed it, in
    order, or `PICTURE`."""

    name: str
    kind: str
    operation: Operation
    inputs: tuple[str, ...]
