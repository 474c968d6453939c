"""Grad-CAM: which places of a network's last pictures speak for a class. Heavy: imports TensorFlow and Keras.

Selvaraju et al. 2017, "Grad-CAM: Visual Explanations from Deep Networks via Gradient-based Localization". It averages
the gradient of each picture, which suits networks that end in an average of their pictures. Where a dense layer reads
every place by itself, such an average may speak for no place at all; then each place is weighed by its own gradient
instead: Draelos and Carin 2020, "Use HiResCAM instead of Grad-CAM for faithful explanations of convolutional neural
networks".
"""

from collections.abc import Callable

import keras
import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

from core.answers import HeatMap, Photo
from core.errors import ModelError
from core.inside.activation_reading import read_function
from core.inside.graph import Call, calls_of
from core.inside.occlusion import scaled
from core.words import say

Scores = Callable[[tf.Tensor], tf.Tensor]


class GradCam:
    """A model prepared for Grad-CAM, traced once; its weights may change between two pictures.

    Raises ModelError for a model without a layer that has rows and columns.
    """

    def __init__(self, model: keras.Model) -> None:
        calls = calls_of(model)
        with_places = [call for call in calls if _has_places(call.tensor)]
        if not with_places:
            raise ModelError(
                say("Grad-CAM looks at a layer with rows and columns, and this network has none."),
                say("Use occlusion: it works with every network."),
            )
        self.layer = with_places[-1].name
        before, self._scores = _scores(calls[-1], model.outputs[0])
        self._model = keras.Model(model.inputs[0], [with_places[-1].tensor, before])
        self._forward = tf.function(
            self._heat,
            input_signature=(tf.TensorSpec((1, *model.input_shape[1:]), tf.float32), tf.TensorSpec((), tf.int32)),
            autograph=False,
            jit_compile=False,
        ).get_concrete_function()

    def of(self, photo: Photo, pixels: NDArray[np.uint8], class_index: int) -> HeatMap:
        """What speaks for the class in `pixels` (size x size x 3, 0-255), in the rows and columns of `layer`."""
        averaged, by_place = self._forward(tf.constant(pixels[None], tf.float32), tf.constant(class_index, tf.int32))
        heat = averaged.numpy()
        is_by_place = not heat.any()
        return HeatMap(
            photo,
            class_index,
            "grad-cam",
            scaled(by_place.numpy() if is_by_place else heat),
            self.layer,
            is_by_place=is_by_place,
        )

    def _heat(self, pictures: tf.Tensor, class_index: tf.Tensor) -> tuple[tf.Tensor, tf.Tensor]:
        """Grad-CAM and HiResCAM, (rows, columns) each."""
        with tf.GradientTape() as tape:
            # Frozen weights are not watched; the picture makes the tape record all that follows from it.
            tape.watch(pictures)
            features, before = self._model(pictures, training=False)
            score = self._scores(before)[0, class_index]
        gradients = tape.gradient(score, features, unconnected_gradients=tf.UnconnectedGradients.ZERO)
        channel_weights = tf.reduce_mean(gradients, axis=(1, 2), keepdims=True)
        averaged, by_place = (
            tf.cast(tf.nn.relu(tf.reduce_sum(features * weights, axis=-1))[0], tf.float32)
            for weights in (channel_weights, gradients)
        )
        return averaged, by_place


def _has_places(tensor: keras.KerasTensor) -> bool:
    return len(tensor.shape) == 4 and min(tensor.shape[1:3]) > 1 and "float" in tensor.dtype


def _scores(last: Call, output: keras.KerasTensor) -> tuple[keras.KerasTensor, Scores]:
    """The tensor to start from, and the way from it to the classes' scores before softmax or sigmoid.

    Those flatten out where the network is sure, and softmax mixes in the scores of all other classes.
    """
    layer = last.operation
    if last.tensor is not output or not _ends_in_shares(layer):
        return output, lambda scores: scores
    if isinstance(layer, keras.layers.Dense):
        return last.takes[0], lambda values: _weighted_sum(layer, values)
    return last.takes[0], lambda scores: scores


def _ends_in_shares(operation: object) -> bool:
    """Whether it is softmax or sigmoid, or a dense layer that ends in one."""
    if isinstance(operation, keras.layers.Activation | keras.layers.Dense):
        function = read_function(operation.activation)
        return function is not None and function.name in {"softmax", "sigmoid"}
    if isinstance(operation, keras.layers.Layer):
        return isinstance(operation, keras.layers.Softmax)
    return type(operation).__name__ in {"Softmax", "Sigmoid"}


def _weighted_sum(layer: keras.layers.Dense, values: tf.Tensor) -> tf.Tensor:
    scores = tf.matmul(values, tf.cast(layer.kernel, values.dtype))
    return scores + tf.cast(layer.bias, values.dtype) if layer.use_bias else scores
