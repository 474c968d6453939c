"""What every layer makes of one picture. Heavy: imports TensorFlow and Keras."""

import keras
import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

from core.answers import LayerOutput
from core.inside.graph import calls_of
from core.inside.reading import kind_of


class Activations:
    """All layer outputs of a model, and its answer, in one forward pass, traced once.

    Any model with one picture as input: a chain, branches, shared layers, operations without a layer. Calls without
    one tensor to show (several outputs, no axis for the batch) are passed over.
    """

    def __init__(self, model: keras.Model) -> None:
        self.calls = calls_of(model)
        self._names = [(call.name, kind_of(call.operation)) for call in self.calls]
        every = keras.Model(model.inputs[0], [*(call.tensor for call in self.calls), model.outputs[0]])
        self._forward = tf.function(
            lambda pictures: [tf.cast(each, tf.float32) for each in every(pictures, training=False)],
            input_signature=(tf.TensorSpec((1, *model.input_shape[1:]), tf.float32),),
            autograph=False,
            jit_compile=False,
        ).get_concrete_function()

    def of(self, picture: NDArray[np.uint8]) -> tuple[list[LayerOutput], NDArray[np.float32]]:
        """The outputs for one picture (size x size x 3, 0-255), in the order of `calls`, and the model's answer
        (classes,)."""
        *outputs, answer = map(_read_only, self._forward(tf.constant(picture[None], tf.float32)))
        named = zip(self._names, outputs, strict=True)
        return [LayerOutput(name, kind, values) for (name, kind), values in named], answer


def _read_only(output: tf.Tensor) -> NDArray[np.float32]:
    # A tensor on the CPU lends its own memory; `.numpy()` would copy 6 MB a picture, which costs a second forward pass.
    values: NDArray[np.float32] = np.asarray(memoryview(output), np.float32)[0]
    values.flags.writeable = False
    return values
