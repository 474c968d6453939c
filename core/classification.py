"""Photos in, ranked answers out. Heavy: imports TensorFlow and Keras."""

import os
from collections.abc import Iterable, Iterator

import keras
import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

from core import images
from core.answers import Answer
from core.control import Control
from core.errors import PictureError
from core.framing import Frame


class Classifier:
    """A model with its class names, traced once for one picture at a time."""

    def __init__(self, model: keras.Model, class_names: tuple[str, ...], frame: Frame) -> None:
        self.class_names = class_names
        self.frame = frame
        self._forward = tf.function(
            lambda pictures: model(pictures, training=False),
            input_signature=(tf.TensorSpec((1, *model.input_shape[1:]), tf.float32),),
            autograph=False,
            jit_compile=False,
        )
        self._forward_many = tf.function(
            lambda pictures: model(tf.cast(pictures, tf.float32), training=False),
            input_signature=(tf.TensorSpec((None, *model.input_shape[1:]), tf.uint8),),
            autograph=False,
            jit_compile=False,
        )

    def classify(self, photos: Iterable[str | os.PathLike[str]], control: Control | None = None) -> Iterator[Answer]:
        """An answer for each photo as it comes. One that cannot be read does not end the rest. Raises Stopped."""
        for photo in photos:
            if control is not None:
                control.check()
            file = os.fspath(photo)
            try:
                pixels = images.read_square(file, self.frame.size_px, self.frame.resize)
            except PictureError as error:
                yield Answer(file, error=error.what)
            else:
                yield self.answer(file, pixels)

    def answer(self, file: str, pixels: NDArray[np.uint8]) -> Answer:
        """The answer for a decoded picture of the network's size (size x size x 3)."""
        probabilities = self._forward(tf.constant(pixels[None], tf.float32))[0].numpy()
        return ranked_answer(file, probabilities, self.class_names, pixels)

    def probabilities(self, pictures: NDArray[np.uint8]) -> NDArray[np.float32]:
        """The probabilities (N, classes) for several decoded pictures (N x size x size x 3) at once."""
        found: NDArray[np.float32] = self._forward_many(pictures).numpy()
        return found


def ranked_answer(
    file: str, probabilities: NDArray[np.float32], class_names: tuple[str, ...], pixels: NDArray[np.uint8]
) -> Answer:
    """A model's output (classes,) as an answer. `pixels`, the picture as the network saw it, becomes read-only."""
    order = np.argsort(-probabilities, kind="stable")
    ranked = tuple((class_names[each], float(probabilities[each])) for each in order)
    pixels.flags.writeable = False
    return Answer(file, ranked, pixels=pixels)
