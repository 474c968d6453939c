"""Insights put together by hand: one Keras layer alone with its inputs, or layers as bare facts."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from core.answers import Answer, Insight, LayerOutput, Photo
from core.inside.explanations import Cell
from core.inside.operations import Array, LayerFacts, Operation

SIZE_PX = 8


def insight(
    layers: Sequence[LayerFacts], values: Mapping[str, Array], pixels: NDArray[np.uint8] | None = None
) -> Insight:
    """The layers of a network with their outputs; outputs without facts are what feeds the first ones."""
    kinds = {each.name: each.kind for each in layers}
    outputs = tuple(LayerOutput(name, kinds.get(name, "Input"), array) for name, array in values.items())
    if pixels is None:
        pixels = np.zeros((SIZE_PX, SIZE_PX, 3), np.uint8)
    return Insight(Photo("photo"), Answer("photo", pixels=pixels), outputs, tuple(layers))


def one_layer(operation: Operation, inputs: Sequence[Array], output: Array, kind: str = "Layer") -> Insight:
    """A layer named `layer`, fed by `input_0`, `input_1`, ..."""
    names = tuple(f"input_{index}" for index in range(len(inputs)))
    facts = LayerFacts("layer", kind, operation, names)
    return insight([facts], {**dict(zip(names, inputs, strict=True)), "layer": output})


def agrees(recomputed: float, value: float) -> bool:
    """Within 1e-4 relative, 1e-5 near zero."""
    return abs(recomputed - value) <= max(1e-5, 1e-4 * abs(value))


def random_cell(rng: np.random.Generator, shape: tuple[int, ...]) -> Cell:
    """A cell at random; half of the time each axis at its edge."""
    return tuple(int(rng.choice([0, size - 1]) if rng.random() < 0.5 else rng.integers(size)) for size in shape)
