"""Answers with Dropout as it acts in training, everything else as when classifying. Heavy: imports Keras."""

from collections.abc import Iterator
from typing import Any

import keras
import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

from core.inside.graph import run

# Answered at once; more copies of a photo would fill the memory at 512 pixels.
BATCH_SIZE = 8

_DROPOUTS = tuple(
    getattr(keras.layers, name)
    for name in (
        "Dropout",
        "SpatialDropout1D",
        "SpatialDropout2D",
        "SpatialDropout3D",
        "AlphaDropout",
        "GaussianDropout",
    )
)


class Masker:
    """A model whose dropout layers cut values on request; its weights may change between two requests.

    Each dropout layer is stood in for by a copy with a seed of its own, so that the model's own seeds stay as they are,
    which a resumed training goes on from.
    """

    def __init__(self, model: keras.Model) -> None:
        dropouts = list(_dropouts(model))
        self.rates = tuple(float(layer.rate) for layer in dropouts)
        # Made before the graph, which must make no variables; a rate of 0 cuts nothing and has no seed.
        self._stand_ins = {
            id(layer): type(layer).from_config(layer.get_config()) for layer in dropouts if layer.rate > 0
        }
        self._forward = tf.function(
            lambda pictures: run(model, [pictures], self._call)[0],
            input_signature=(tf.TensorSpec((BATCH_SIZE, *model.input_shape[1:]), tf.float32),),
            autograph=False,
            jit_compile=False,
        ).get_concrete_function()

    def probabilities(self, pixels: NDArray[np.uint8], masks: int, seed: int) -> NDArray[np.float32]:
        """What the model says about one picture (size x size x 3) under each of several masks: (masks, classes). The
        same seed draws the same masks."""
        for place, layer in enumerate(self._stand_ins.values()):
            layer.seed_generator.state.assign(np.random.default_rng([seed, place]).integers(0, 2**31, 2))
        pictures = tf.repeat(tf.constant(pixels[None], tf.float32), BATCH_SIZE, axis=0)
        parts = [self._forward(pictures).numpy() for _ in range(0, masks, BATCH_SIZE)]
        found: NDArray[np.float32] = np.concatenate(parts)[:masks]
        return found

    def _call(self, operation: Any, *arguments: Any, **more: Any) -> Any:
        stand_in = self._stand_ins.get(id(operation))
        if stand_in is not None:
            return stand_in(*arguments, **more | {"training": True})
        if _has_graph(operation):
            return run(operation, keras.tree.flatten(arguments), self._call)
        return operation(*arguments, **{name: value for name, value in more.items() if name != "training"})


def _dropouts(model: keras.Model) -> Iterator[Any]:
    for layer in model.layers:
        if isinstance(layer, _DROPOUTS):
            yield layer
        elif _has_graph(layer):
            yield from _dropouts(layer)


def _has_graph(operation: Any) -> bool:
    """Whether it is a model that was put together from layers, not one with a `call` of its own."""
    return isinstance(operation, keras.Model) and hasattr(operation, "inputs")
