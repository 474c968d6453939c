"""What every layer makes of one picture. Heavy: imports TensorFlow and Keras."""

import keras
import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

from core.answers import LayerOutput


class Activations:
    """All layer outputs of a model in one forward pass, traced once.

    Layers without one tensor to show (the input, several outputs) are passed over.
    """

    def __init__(self, model: keras.Model) -> None:
        shown = [layer for layer in model.layers if _shows_one_tensor(layer)]
        self._kinds = {layer.name: _kind(layer) for layer in shown}
        outputs = {layer.name: layer.output for layer in shown}
        self._forward = tf.function(
            keras.Model(model.inputs[0], outputs),
            input_signature=(tf.TensorSpec((1, *model.input_shape[1:]), tf.float32),),
            autograph=False,
            jit_compile=False,
        )

    def of(self, picture: NDArray[np.uint8]) -> list[LayerOutput]:
        """The outputs for one picture (size x size x 3, 0-255), in the order of the layers."""
        outputs = self._forward(tf.constant(picture[None], tf.float32))
        return [LayerOutput(name, kind, _read_only(outputs[name])) for name, kind in self._kinds.items()]


def _shows_one_tensor(layer: keras.Layer) -> bool:
    if isinstance(layer, keras.layers.InputLayer):
        return False
    try:
        return isinstance(layer.output, keras.KerasTensor)
    except (AttributeError, ValueError):
        return False  # never called, or called more than once


def _kind(layer: keras.Layer) -> str:
    if isinstance(layer, keras.layers.Activation):
        return str(getattr(layer.activation, "__name__", "Activation"))
    return type(layer).__name__


def _read_only(output: tf.Tensor) -> NDArray[np.float32]:
    # A tensor on the CPU lends its own memory; `.numpy()` would copy 6 MB a picture, which costs a second forward pass.
    values: NDArray[np.float32] = np.asarray(memoryview(output), np.float32)[0]
    values.flags.writeable = False
    return values
