"""Photos in, ranked answers out. Heavy: imports TensorFlow and Keras."""

import contextlib
import os
from collections.abc import Generator, Iterable, Iterator, Sequence
from math import prod
from typing import TYPE_CHECKING

import keras
import numpy as np
import tensorflow as tf
from numpy.typing import NDArray
from threadpoolctl import ThreadpoolController

from core import images
from core.answers import Answer
from core.control import Control
from core.errors import PictureError
from core.framing import Frame
from core.photo_batches import photo_batches

if TYPE_CHECKING:
    from core.results.features import FeatureModel
    from core.results.reference import Reference

# Beyond that a batch makes a network no faster.
_MOST_AT_ONCE = 64
# What the layers may hold at a time: the outputs of two that follow each other are there together.
_LAYERS_BYTES = 170_000_000
_BYTES_PER_NUMBER = 4  # float32


class Classifier:
    """A model with its class names, traced once for one picture at a time, and once for many.

    With a `reference`, which may be set at any time, answers say how probable it is that they are right, and whether
    the photo is unlike anything that the network was trained on.
    """

    def __init__(
        self,
        model: keras.Model,
        class_names: tuple[str, ...],
        frame: Frame,
        reference: "Reference | None" = None,
    ) -> None:
        self.class_names = class_names
        self.frame = frame
        self.reference = reference
        self._model = model
        self._feature_model: FeatureModel | None = None
        self._numpy_threads = ThreadpoolController().select(user_api="blas")
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

    def many(self, files: Iterable[str], control: Control | None = None) -> Generator[list[Answer], None, None]:
        """The answers to any number of photos, in the order of `files`, in lists as they come, without pixels.

        Quicker than one by one, in memory that does not grow with their number: `files` is iterated as it is needed.
        One that cannot be read does not end the rest. Photos are decoded ahead on threads, which have ended when this
        is over or closed; the network is asked on the caller's. Raises Stopped.
        """
        check = (control or Control()).check
        with contextlib.closing(photo_batches(files, self.frame, batch_size(self._model), check)) as batches:
            for batch in batches:
                check()
                read = [file for place, file in enumerate(batch.files) if place not in batch.errors]
                answers = iter(self._answers(read, batch.pictures))
                yield [
                    Answer(file, error=batch.errors[place]) if place in batch.errors else next(answers)
                    for place, file in enumerate(batch.files)
                ]

    def answer(self, file: str, pixels: NDArray[np.uint8]) -> Answer:
        """The answer for a decoded picture of the network's size (size x size x 3)."""
        if self.reference is not None:
            (answer,) = self._answers([file], pixels[None], pixels)
            return answer
        probabilities = self._forward(tf.constant(pixels[None], tf.float32))[0].numpy()
        return ranked_answer(file, probabilities, self.class_names, pixels)

    def probabilities(self, pictures: NDArray[np.uint8]) -> NDArray[np.float32]:
        """The probabilities (N, classes) for several decoded pictures (N x size x size x 3) at once."""
        found: NDArray[np.float32] = self._forward_many(pictures).numpy()
        return found

    def _answers(
        self, files: Sequence[str], pictures: NDArray[np.uint8], pixels: NDArray[np.uint8] | None = None
    ) -> list[Answer]:
        """The answers to pictures (N x size x size x 3), one for each file."""
        if not files:
            return []
        confidences: Sequence[float | None] = [None] * len(files)
        foreign: Sequence[bool | None] = [None] * len(files)
        reference = self.reference
        if reference is None:
            probabilities = self.probabilities(pictures)
        else:
            seen = self._features().of(pictures)
            probabilities = seen.probabilities
            confidences = reference.confidence(probabilities).tolist()
            # NumPy's threads would wait for each other by spinning, on cores that are decoding: on one it is quicker.
            with self._numpy_threads.limit(limits=1):
                foreign = reference.is_foreign(seen.signatures).tolist()
        return [
            ranked_answer(file, shares, self.class_names, pixels, confidence, is_foreign)
            for file, shares, confidence, is_foreign in zip(files, probabilities, confidences, foreign, strict=True)
        ]

    def _features(self) -> "FeatureModel":
        if self._feature_model is None:
            from core.results.features import FeatureModel

            self._feature_model = FeatureModel(self._model)
        return self._feature_model


def ranked_answer(
    file: str,
    probabilities: NDArray[np.float32],
    class_names: tuple[str, ...],
    pixels: NDArray[np.uint8] | None = None,
    confidence: float | None = None,
    is_foreign: bool | None = None,
) -> Answer:
    """A model's output (classes,) as an answer. `pixels`, the picture as the network saw it, becomes read-only."""
    order = np.argsort(-probabilities, kind="stable").tolist()
    shares = probabilities.tolist()
    ranked = tuple((class_names[each], shares[each]) for each in order)
    if pixels is not None:
        pixels.flags.writeable = False
    return Answer(file, ranked, pixels=pixels, confidence=confidence, is_foreign=is_foreign)


def batch_size(model: keras.Model) -> int:
    """How many pictures a model is asked about at once: enough to be quick, few enough for its layers' outputs to stay
    within a bounded memory."""
    sizes = [prod(side or 1 for side in model.input_shape[1:])]
    for layer in model.layers:
        # One that is used at several places has no single output.
        with contextlib.suppress(AttributeError, ValueError):
            sizes += [prod(side or 1 for side in each.shape[1:]) for each in keras.tree.flatten(layer.output)]
    largest = sum(sorted(sizes)[-2:])
    return int(max(1, min(_MOST_AT_ONCE, _LAYERS_BYTES // (_BYTES_PER_NUMBER * largest))))
