"""From a layer's facts to the explanation of one of its numbers."""

import math
from collections.abc import Sequence

import numpy as np

from core.answers import Insight
from core.errors import NakamiError
from core.inside.arithmetic.asked import Asked
from core.inside.arithmetic.functions import is_known
from core.inside.arithmetic.merged import explain_merge
from core.inside.arithmetic.moved import explain_moved
from core.inside.arithmetic.pooled import explain_global_pooling, explain_pooling
from core.inside.arithmetic.single import (
    explain_batch_normalization,
    explain_elementwise,
    explain_normalization,
    explain_rescaling,
    explain_softmax,
)
from core.inside.arithmetic.weighted import explain_convolution, explain_dense, explain_depthwise
from core.inside.explanations import Cell, Explanation, NotExplained
from core.inside.operations import (
    Array,
    BatchNormalization,
    Convolution,
    Cropping,
    Dense,
    DepthwiseConvolution,
    Dropout,
    Elementwise,
    GlobalPooling,
    LayerFacts,
    Merge,
    Normalization,
    Operation,
    Pooling,
    Rearrangement,
    Rescaling,
    Softmax,
    Unchanged,
    Unexplained,
    Upsampling,
    ZeroPadding,
)
from core.words import Sentence, say


def explain(insight: Insight, layer: str, cell: Cell) -> Explanation:
    """How the number at `cell` of a layer's output came about.

    Raises NakamiError for a layer or a cell that is not there.
    """
    names = [each.name for each in insight.outputs]
    if layer not in names:
        raise NakamiError(
            say("There is no layer {name} to look into.", name=layer),
            say("The layers are: {names}.", names=", ".join(names)),
        )
    output = insight.output(layer)
    _check(cell, output.values.shape, layer)
    facts = next((each for each in insight.layers if each.name == layer), None)
    if facts is None:
        facts = LayerFacts(layer, output.kind, Unexplained(), ())
    return explain_number(facts, _inputs(insight, facts), output.values, cell)


def explain_number(facts: LayerFacts, inputs: tuple[Array, ...], output: Array, cell: Cell) -> Explanation:
    """The same from the bare facts: `inputs` are the arrays that went in, in the order of `facts.inputs`; `cell` is a
    place in `output`. Weights and inputs that do not fit together give `NotExplained`."""
    asked = Asked(facts, inputs, output, tuple(int(index) for index in cell))
    with np.errstate(all="ignore"):  # a network that diverged: infinities and NaN go on quietly, as in Keras
        return _dispatch(asked, facts.operation) or NotExplained(*asked.head, math.nan)


def _inputs(insight: Insight, facts: LayerFacts) -> tuple[Array, ...]:
    try:
        return tuple(insight.values(source) for source in facts.inputs)
    except KeyError:
        return ()  # something that cannot be shown feeds the layer


def _check(cell: Cell, shape: tuple[int, ...], layer: str) -> None:
    if len(cell) != len(shape):
        raise NakamiError(_way_to_name(layer, len(shape)), say("Received: {cell}.", cell=_joined(cell)))
    if not all(0 <= index < length for index, length in zip(cell, shape, strict=True)):
        raise NakamiError(
            say(
                "{layer} has no number at {cell}: its output is {shape}.",
                layer=layer,
                cell=_joined(cell),
                shape=" × ".join(str(length) for length in shape),
            ),
            say("Counting starts at 0; the last number is at {cell}.", cell=_joined([length - 1 for length in shape])),
        )


def _way_to_name(layer: str, axes: int) -> Sentence:
    if axes == 1:
        return say("{layer} puts out one row of numbers: name a number by its INDEX.", layer=layer)
    if axes == 3:
        return say("{layer} puts out pictures: name a number by ROW,COLUMN,CHANNEL.", layer=layer)
    return say("The output of {layer} has {axes} axes: name a number by an index for each.", layer=layer, axes=axes)


def _joined(indices: Sequence[int]) -> str:
    return ",".join(str(index) for index in indices)


def _dispatch(asked: Asked, operation: Operation) -> Explanation | None:
    if isinstance(operation, Merge):
        return explain_merge(asked, operation) if asked.inputs else None
    if len(asked.inputs) != 1:
        return None
    return _of_window(asked, operation) or _of_same_shape(asked, operation) or _of_any_shape(asked, operation)


def _of_window(asked: Asked, operation: Operation) -> Explanation | None:
    if asked.only.ndim != 3:
        return None
    match operation:
        case Convolution() if _computes(operation):
            return explain_convolution(asked, operation)
        case DepthwiseConvolution() if _computes(operation):
            return explain_depthwise(asked, operation)
        case Pooling():
            return explain_pooling(asked, operation)
        case GlobalPooling():
            return explain_global_pooling(asked, operation)
        case ZeroPadding() | Cropping() | Upsampling():
            return explain_moved(asked, operation)
    return None


def _of_same_shape(asked: Asked, operation: Operation) -> Explanation | None:
    if asked.only.shape != asked.output.shape:
        return None
    match operation:
        case Elementwise() if is_known(operation.function):
            return explain_elementwise(asked, operation)
        case Softmax():
            return explain_softmax(asked)
        case Rescaling():
            return explain_rescaling(asked, operation)
        case Normalization():
            return explain_normalization(asked, operation)
        case BatchNormalization():
            return explain_batch_normalization(asked, operation)
        case Dropout() | Unchanged():
            return explain_moved(asked, operation)
    return None


def _of_any_shape(asked: Asked, operation: Operation) -> Explanation | None:
    match operation:
        case Dense() if _computes(operation) and asked.only.shape[-1:] == operation.kernel.shape[:1]:
            return explain_dense(asked, operation)
        case Rearrangement() if asked.only.size == asked.output.size:
            return explain_moved(asked, operation)
    return None


def _computes(operation: Convolution | DepthwiseConvolution | Dense) -> bool:
    return operation.function.name == "softmax" or is_known(operation.function)
