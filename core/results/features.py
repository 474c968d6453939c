"""What a network makes of pictures beside its answers: by what they are compared. Heavy: imports TensorFlow and Keras.

Two things stand for a picture. Its *features* are what goes into the last layer with weights: pictures that are alike
there look alike to the network. Its *signature* says how its colours and textures appear to the network: the average
of every channel of the first two convolutions over the picture, and how far the channel's numbers spread. Features
hardly tell a foreign picture, as a network drops on its way what does not tell its own classes apart; signatures do.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

import keras
import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

from core.inside.graph import Call, calls_of

MOST_FEATURES = 2_048
LONGEST_SIGNATURE = 1_024
# Later ones tell foreign pictures no better.
CONVOLUTIONS = 2
# Averages over 24 x 24 evenly spaced places tell as much as over all, and cost next to nothing.
PLACES_A_SIDE = 24
_TINY = 1e-30


class Seen(NamedTuple):
    """What a network makes of N pictures, a row for each. `probabilities` (N, classes) are 0-1; `features` (N, D) have
    length 1 (0 where all are 0), D at most MOST_FEATURES; `signatures` (N, S) are as the channels come, S at most
    LONGEST_SIGNATURE."""

    probabilities: NDArray[np.float32]
    features: NDArray[np.float32]
    signatures: NDArray[np.float32]


def widths_of(model: keras.Model) -> tuple[int, int]:
    """How many numbers a picture's features and its signature have, D and S, without asking the model."""
    feeding, probed = _taken(model)
    features = model.outputs[0].shape[-1] if feeding is None else _flat_width(feeding.shape)
    signature = sum(2 * call.tensor.shape[3] for call in probed) if probed else features
    return features, min(signature, LONGEST_SIGNATURE)


class FeatureModel:
    """A model's answers, features and signatures in one forward pass, traced once.

    Any model with one picture as input. Features are what its last layer with a kernel takes, usually the last Dense.
    Where that has rows and columns, or is wider than MOST_FEATURES, they are averages over a grid of the last thing
    before it that has rows and columns; in a model without such a layer, the logarithms of the probabilities.
    Without convolutions, the signature is what the features are taken from. Weights may change between two calls.
    """

    def __init__(self, model: keras.Model) -> None:
        feeding, probed = _taken(model)
        self._probes = [_Probe(call) for call in probed]
        taken = [] if feeding is None else [feeding]
        self._every = keras.Model(
            model.inputs[0], [model.outputs[0], *taken, *(probe.tensor for probe in self._probes)]
        )
        pictures = tf.TensorSpec((None, *model.input_shape[1:]), tf.uint8)
        self._forward = tf.function(self._see, input_signature=(pictures,), autograph=False, jit_compile=False)
        self._forward_judged = tf.function(
            self._judge,
            input_signature=(pictures, tf.TensorSpec((None,), tf.int64)),
            autograph=False,
            jit_compile=False,
        )

    def of(self, pictures: NDArray[np.uint8]) -> Seen:
        """What the network makes of pictures, N x size x size x 3; memory grows with N, so some dozens at a time."""
        return Seen(*(each.numpy() for each in self._forward(pictures)))

    def judge(
        self, pictures: NDArray[np.uint8], labels: NDArray[np.integer]
    ) -> tuple[NDArray[np.float32], NDArray[np.float32], NDArray[np.float32], NDArray[np.float32]]:
        """The loss (N,) of each picture whose class is known, in nats, as Keras's `evaluate` takes it; then its
        probabilities, features and signature as in `Seen`."""
        losses, *seen = self._forward_judged(pictures, np.asarray(labels, np.int64))
        return losses.numpy(), *Seen(*(each.numpy() for each in seen))

    def _see(self, pictures: tf.Tensor) -> tuple[tf.Tensor, ...]:
        return self._compared(self._every(tf.cast(pictures, tf.float32), training=False))

    def _judge(self, pictures: tf.Tensor, labels: tf.Tensor) -> tuple[tf.Tensor, ...]:
        outputs = self._every(tf.cast(pictures, tf.float32), training=False)
        # Within one graph Keras takes the loss from the logits before the softmax; from probabilities alone it
        # would be cut at 16.
        losses = keras.losses.sparse_categorical_crossentropy(labels, tf.nest.flatten(outputs)[0])
        return tf.cast(losses, tf.float32), *self._compared(outputs)

    def _compared(self, outputs: Any) -> tuple[tf.Tensor, ...]:
        probabilities, *taken = (tf.cast(each, tf.float32) for each in tf.nest.flatten(outputs))
        probed = taken[len(taken) - len(self._probes) :]
        feeding = taken[0] if len(taken) > len(probed) else tf.math.log(tf.maximum(probabilities, _TINY))
        features = _flat(feeding)
        channels = [probe.channels(each) for probe, each in zip(self._probes, probed, strict=True)]
        signatures = tf.concat(channels, 1) if channels else features
        return probabilities, _unit(features), _evenly_spaced(signatures, LONGEST_SIGNATURE)


class _Probe:
    """What a convolution makes of some places of a picture.

    Its output at all places would have to be written down as it is before the activation, which costs a tenth of a
    forward pass: TensorFlow otherwise makes one operation of both. So the output is computed again, for those places
    alone, wherever that is a matter of longer strides; `tensor` is what is needed for it.
    """

    def __init__(self, call: Call) -> None:
        layer = call.operation
        is_simple = type(layer) is keras.layers.Conv2D and layer.groups == 1 and max(layer.dilation_rate) == 1
        self._layer = layer if is_simple and layer.data_format == "channels_last" else None
        self._apart = tuple(-(-side // PLACES_A_SIDE) for side in call.tensor.shape[1:3])
        self.tensor = call.tensor if self._layer is None else call.takes[0]

    def channels(self, values: tf.Tensor) -> tf.Tensor:
        """The average and the standard deviation of each channel, (N, 2 x channels), from what `tensor` holds."""
        down, right = self._apart
        if self._layer is None:
            places = values[:, ::down, ::right]
        else:
            strides = (self._layer.strides[0] * down, self._layer.strides[1] * right)
            kernel = tf.cast(self._layer.kernel, tf.float32)
            # A bias moves every picture's average alike.
            places = tf.nn.conv2d(values, kernel, strides, self._layer.padding.upper())
        rows = tf.reshape(places, (-1, int(np.prod(places.shape[1:3])), places.shape[3]))
        average = tf.reduce_mean(rows, 1, keepdims=True)
        variance = tf.reduce_mean(tf.math.squared_difference(rows, average), 1)
        return tf.concat((average[:, 0], tf.sqrt(variance)), 1)


def _taken(model: keras.Model) -> tuple[keras.KerasTensor | None, Sequence[Call]]:
    """What features are made of (None: of the probabilities), and the convolutions that signatures are made of."""
    calls = calls_of(model)
    kernel = next((place for place in reversed(range(len(calls))) if _has_kernel(calls[place].operation)), None)
    feeding = None if kernel is None else _feeding(calls[: kernel + 1])
    return feeding, [call for call in calls if _is_convolution(call)][:CONVOLUTIONS]


def _has_kernel(operation: Any) -> bool:
    """Whether it has more than scales and offsets; a model within the model counts as well."""
    return any(len(weight.shape) > 1 for weight in getattr(operation, "weights", ()))


def _is_convolution(call: Call) -> bool:
    kernels = getattr(call.operation, "weights", ())
    return len(call.tensor.shape) == 4 and any(len(weight.shape) == 4 for weight in kernels)


def _feeding(calls: Sequence[Call]) -> keras.KerasTensor:
    """What the last of the calls takes; where that is too wide, the last thing before it with rows and columns."""
    takes = calls[-1].takes[0]
    if len(takes.shape) == 2 and takes.shape[1] <= MOST_FEATURES:
        return takes
    grids = [each for call in calls for each in call.takes if len(each.shape) == 4]
    return takes if len(takes.shape) != 2 or not grids else grids[-1]


def _flat(values: tf.Tensor) -> tf.Tensor:
    """As rows of at most MOST_FEATURES numbers."""
    if len(values.shape) == 4:
        side = _pooled_side(values.shape)
        values = tf.nn.avg_pool2d(values, side, side, "SAME")
    return _evenly_spaced(tf.reshape(values, (tf.shape(values)[0], int(np.prod(values.shape[1:])))), MOST_FEATURES)


def _flat_width(shape: Sequence[int]) -> int:
    """How many numbers that are."""
    side = _pooled_side(shape) if len(shape) == 4 else 1
    sides = [-(-each // side) for each in shape[1:3]]
    return min(int(np.prod([*sides, *shape[3:]])), MOST_FEATURES)


def _pooled_side(shape: Sequence[int]) -> int:
    """The side of the squares that rows and columns are averaged over."""
    height, width, channels = shape[1:]
    side = 1
    while -(-height // side) * -(-width // side) * channels > MOST_FEATURES and side < max(height, width):
        side += 1
    return side


def _unit(rows: tf.Tensor) -> tf.Tensor:
    # The largest number becomes 1 first: squares neither overflow nor vanish.
    rows = rows / tf.maximum(tf.reduce_max(tf.abs(rows), 1, keepdims=True), _TINY)
    return rows / tf.maximum(tf.norm(rows, axis=1, keepdims=True), _TINY)


def _evenly_spaced(rows: tf.Tensor, most: int) -> tf.Tensor:
    count = rows.shape[1]
    return rows if count <= most else tf.gather(rows, np.linspace(0, count - 1, most).astype(int), axis=1)
