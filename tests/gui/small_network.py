"""A small network whose numbers are made by the arithmetic itself: something to explain without Keras."""

import dataclasses
from collections.abc import Sequence

import numpy as np

from core.answers import Answer, Insight, LayerOutput, Photo
from core.inside.arithmetic import explain_number
from core.inside.operations import (
    PICTURE,
    Array,
    Convolution,
    Dense,
    Dropout,
    Elementwise,
    Function,
    LayerFacts,
    Merge,
    Normalization,
    Operation,
    Pooling,
    Rearrangement,
    Rescaling,
    Softmax,
    Unexplained,
    ZeroPadding,
)

CLASSES = ("bird", "cat", "dog", "fish")
Shape = tuple[int, ...]


def weights(*shape: int, seed: int = 0) -> Array:
    """Numbers as a trained layer has them."""
    return np.random.default_rng(seed).normal(0, 0.3, shape).astype(np.float32)


def single(*numbers: float) -> Array:
    """A constant of a layer."""
    return np.array(numbers, np.float32)


class Chain:
    """Layers one behind the other over a picture of six by six pixels."""

    def __init__(self) -> None:
        self.pixels = np.random.default_rng(3).integers(0, 256, (6, 6, 3)).astype(np.uint8)
        self.outputs: list[LayerOutput] = []
        self.layers: list[LayerFacts] = []

    def add(self, name: str, kind: str, operation: Operation, shape: Shape, inputs: Sequence[str] = ()) -> None:
        """One more layer, fed by the last one unless told."""
        sources = tuple(inputs) or (self.outputs[-1].name if self.outputs else PICTURE,)
        facts = LayerFacts(name, kind, operation, sources)
        values = tuple(self._values(source) for source in sources)
        output = np.zeros(shape, np.float32)
        if not isinstance(operation, Unexplained):
            for cell in np.ndindex(shape):
                output[cell] = explain_number(facts, values, output, cell).recomputed
        self.outputs.append(LayerOutput(name, kind, output))
        self.layers.append(facts)

    def insight(self, answer: str = "") -> Insight:
        """What the network says."""
        shares = next((each.values for each in self.outputs if each.name == answer), None)
        ranked = () if shares is None else tuple(zip(CLASSES, shares.tolist(), strict=False))
        return Insight(
            Photo("photo.png", "/photo.png"),
            Answer("/photo.png", ranked, pixels=self.pixels),
            tuple(self.outputs),
            tuple(self.layers),
        )

    def _values(self, source: str) -> Array:
        if source == PICTURE:
            return self.pixels.astype(np.float32)
        return next(each.values for each in self.outputs if each.name == source)


def small_insight() -> Insight:
    """Every kind of layer once, down to softmax."""
    chain = Chain()
    chain.add("rescaling", "Rescaling", Rescaling(single(1 / 255), single(0)), (6, 6, 3))
    chain.add("conv_1", "Conv2D", Convolution(weights(3, 3, 3, 4), weights(4, seed=1), padding="same"), (6, 6, 4))
    chain.add("relu_1", "relu", Elementwise(Function("relu")), (6, 6, 4))
    relu = Convolution(weights(1, 1, 4, 5, seed=2), None, function=Function("relu"))
    chain.add("conv_2", "Conv2D", relu, (6, 6, 5))
    chain.add("pool_1", "MaxPooling2D", Pooling("max", (2, 2), (2, 2)), (3, 3, 5))
    chain.add("mean_1", "AveragePooling2D", Pooling("average", (2, 2), (2, 2)), (3, 3, 5), ("conv_2",))
    chain.add("added", "Add", Merge("add"), (3, 3, 5), ("pool_1", "mean_1"))
    chain.add("padded", "ZeroPadding2D", ZeroPadding((1, 1), (1, 1)), (5, 5, 5))
    chain.add("normal", "Normalization", Normalization(single(0.1), single(0.25), 1e-7), (5, 5, 5))
    chain.add("dropout_1", "Dropout", Dropout(0.5), (5, 5, 5))
    chain.add("flatten", "Flatten", Rearrangement((125,)), (125,))
    chain.add("dense_1", "Dense", Dense(weights(125, 6, seed=4), weights(6, seed=5)), (6,))
    chain.add("dense_2", "Dense", Dense(weights(6, 4, seed=6) * 5, None), (4,))
    chain.add("softmax", "softmax", Softmax(), (4,))
    chain.add("lambda", "Lambda", Unexplained(), (4,))
    return chain.insight("softmax")


def wide_insight(channels: int) -> Insight:
    """A convolution over many channels."""
    chain = Chain()
    chain.add("first", "Conv2D", Convolution(weights(1, 1, 3, channels), None), (6, 6, channels))
    chain.add("second", "Conv2D", Convolution(weights(3, 3, channels, 1, seed=1), None), (4, 4, 1))
    return chain.insight()


def with_values(insight: Insight, layer: str, values: Array) -> Insight:
    """The same, where a layer put out other numbers."""
    outputs = tuple(
        dataclasses.replace(each, values=values) if each.name == layer else each for each in insight.outputs
    )
    return dataclasses.replace(insight, outputs=outputs)
