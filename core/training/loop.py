"""The training loop: batches in, weights moved. Heavy: imports TensorFlow and Keras.

What it does not know: folders, files, runs, windows. Saving, plotting and printing hang on what it yields.
"""

import math
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import keras
import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

from core.control import Control
from core.network.variables import one_name_for_all
from core.training.augmenting import Augmenter
from core.training.config import Optimizer
from core.training.forward import forward
from core.training.optimizer import make_optimizer

Pixels = Callable[[NDArray[np.int64]], NDArray[np.uint8]]


@dataclass(frozen=True)
class Examples:
    """Some of the pictures, with their classes. `pixels(positions)` gives uint8 N x size x size x 3.

    With an `augmenter` each photo stands `augmenter.copies` times among them, one copy after the other, and every
    epoch shows it varied.
    """

    pixels: Pixels
    positions: NDArray[np.int64]
    labels: NDArray[np.int32]
    augmenter: Augmenter | None = None

    def __len__(self) -> int:
        """How many pictures an epoch shows."""
        return len(self.positions) * self._copies

    def batches(
        self, size: int, order: NDArray[np.int64] | None = None, epoch: int = 0
    ) -> Iterator[tuple[NDArray[np.uint8], NDArray[np.int32]]]:
        """The pictures in batches, in `order` (places within these examples) or as they stand. `epoch` decides on
        their variations only."""
        order = np.arange(len(self)) if order is None else order
        for start in range(0, len(order), size):
            chosen, copies = np.divmod(order[start : start + size], self._copies)
            positions = self.positions[chosen]
            pictures = self.pixels(positions)
            if self.augmenter is not None:
                pictures = self.augmenter.vary(pictures, positions, epoch, copies)
            yield pictures, self.labels[chosen]

    @property
    def _copies(self) -> int:
        return 1 if self.augmenter is None else self.augmenter.copies


@dataclass
class Tally:
    """Loss and accuracy over the pictures seen so far, each picture weighing the same."""

    loss_sum: float = 0.0
    right: int = 0
    count: int = 0

    def add(self, loss: float, right: int, count: int) -> None:
        """Count a batch: its mean loss, how many were right, and how many pictures it had."""
        self.loss_sum += loss * count
        self.right += right
        self.count += count

    @property
    def loss(self) -> float:
        """Mean loss of a picture; NaN before the first."""
        return self.loss_sum / self.count if self.count else math.nan

    @property
    def accuracy(self) -> float:
        """Share of right answers (0-1); NaN before the first."""
        return self.right / self.count if self.count else math.nan


@dataclass(frozen=True)
class BatchResult:
    """What one training batch gave: its mean loss, how many were right, and how many pictures it had."""

    loss: float
    right: int
    count: int
    seconds: float


class Trainer:
    """A model with its loss and optimizer, traced once.

    `class_weights`: how much a picture of each class weighs in the training loss, as in Keras's
    `fit(class_weight=...)`; None weighs all the same. Validation and test never weigh.
    """

    def __init__(
        self,
        model: keras.Model,
        learning_rate: float,
        class_weights: NDArray[np.float32] | None = None,
        optimizer: Optimizer = "adam",
    ) -> None:
        self.model = model
        self._forward = forward(model)
        self._class_weights = class_weights
        with one_name_for_all():
            self.optimizer = make_optimizer(optimizer, learning_rate)
            self.optimizer.build(model.trainable_variables)
        self._loss = keras.losses.SparseCategoricalCrossentropy()
        pictures = tf.TensorSpec((None, *model.input_shape[1:]), tf.uint8)
        labels = tf.TensorSpec((None,), tf.int32)
        # XLA compiles for many seconds and gains nothing for these networks on a CPU; there is no Python control flow
        # for AutoGraph to rewrite.
        self._train = tf.function(
            self._train_batch, input_signature=(pictures, labels), autograph=False, jit_compile=False
        )
        self._test = tf.function(
            self._test_batch, input_signature=(pictures, labels), autograph=False, jit_compile=False
        )

    @property
    def generators(self) -> list[keras.Variable]:
        """What the random generators within the network (Dropout's) stand at."""
        weights = {id(each) for each in self.model.weights}
        return [each for each in self.model.variables if id(each) not in weights]

    def restore(self, optimizer: Sequence[NDArray[Any]], generators: Sequence[NDArray[Any]]) -> None:
        """Go on from what an optimizer and generators of the same kind held. Raises ValueError for others."""
        for variables, values in ((self.optimizer.variables, optimizer), (self.generators, generators)):
            for variable, value in zip(variables, values, strict=True):
                variable.assign(value)

    def set_learning_rate(self, learning_rate: float) -> None:
        """The rate of the batches to come."""
        self.optimizer.learning_rate = learning_rate

    def trace(self) -> None:
        """Build the graphs of both steps now instead of within the first batch."""
        self._train.get_concrete_function()
        self._test.get_concrete_function()

    def train_epoch(self, examples: Examples, batch_size: int, seed: int, epoch: int) -> Iterator[BatchResult]:
        """Train on every picture once, in an order that follows from seed and epoch alone."""
        order = np.random.default_rng([seed, epoch]).permutation(len(examples))
        for pictures, labels in examples.batches(batch_size, order, epoch):
            started = time.perf_counter()
            loss, right = self._train(pictures, labels)
            yield BatchResult(float(loss), int(right), len(labels), time.perf_counter() - started)

    def evaluate(
        self, examples: Examples, batch_size: int, control: Control, meanwhile: Callable[[], None] | None = None
    ) -> Tally:
        """Loss and accuracy without training, as Keras's `evaluate` defines them.

        `meanwhile` is called between the batches, and now and then while paused. Raises Stopped.
        """
        assert examples.augmenter is None, "only training pictures are varied"
        tally = Tally()
        for pictures, labels in examples.batches(batch_size):
            control.check(meanwhile)
            if meanwhile is not None:
                meanwhile()
            loss, right = self._test(pictures, labels)
            tally.add(float(loss), int(right), len(labels))
        return tally

    def _train_batch(self, pictures: tf.Tensor, labels: tf.Tensor) -> tuple[tf.Tensor, tf.Tensor]:
        passed = self._forward(
            tf.cast(pictures, tf.float32),
            True,
            lambda probabilities: self._loss(labels, probabilities, self._weights_of(labels)),
        )
        gradients = passed.gradients()
        # One after the other: an optimizer at work on the last layers takes more from the first ones' gradients
        # than it saves.
        with tf.control_dependencies(gradients):
            gradients = [tf.identity(gradient) for gradient in gradients]
        # As if gradients were summed over several devices already: Keras sums them with `tf.custom_gradient`, which
        # would keep this graph for as long as the process lives.
        tf.distribute.get_replica_context().merge_call(
            lambda _: self.optimizer.apply(gradients, self.model.trainable_variables)
        )
        return passed.loss, _count_right(labels, passed.outputs)

    def _weights_of(self, labels: tf.Tensor) -> tf.Tensor | None:
        return None if self._class_weights is None else tf.gather(tf.constant(self._class_weights), labels)

    def _test_batch(self, pictures: tf.Tensor, labels: tf.Tensor) -> tuple[tf.Tensor, tf.Tensor]:
        passed = self._forward(tf.cast(pictures, tf.float32), False, partial(self._loss, labels))
        return passed.loss, _count_right(labels, passed.outputs)


def _count_right(labels: tf.Tensor, probabilities: tf.Tensor) -> tf.Tensor:
    answers = tf.argmax(probabilities, axis=-1, output_type=tf.int32)
    return tf.reduce_sum(tf.cast(answers == labels, tf.int32))
