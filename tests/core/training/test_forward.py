"""The fast step is Keras's own: loss, gradients, dropout masks and the weights after several steps."""

import gc
import weakref
from functools import partial

import keras
import numpy as np
import pytest
import tensorflow as tf
from hypothesis import given, settings
from hypothesis import strategies as st
from keras import layers
from tensorflow.python.framework.func_graph import FuncGraph

from core.network.build import build
from core.network.presets import tutorial_network
from core.training.forward import Forward, LossOf, Result, forward
from core.training.loop import Trainer

pytestmark = pytest.mark.heavy

CLASSES = 3


def stack(side: int, *inner: keras.Layer) -> keras.Sequential:
    """Layers between pixels and probabilities; what stands before is set so that biases and ties matter."""
    keras.utils.set_random_seed(3)
    model = keras.Sequential(
        [
            keras.Input((side, side, 3)),
            layers.Rescaling(1 / 256),
            *inner,
            layers.Flatten(),
            layers.Dense(CLASSES),
            layers.Activation("softmax"),
        ]
    )
    rng = np.random.default_rng(4)
    for variable in model.trainable_variables:
        if len(variable.shape) == 1:
            variable.assign(rng.normal(0, 0.1, variable.shape))
    return model


def batch(count: int, side: int, seed: int = 0) -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(seed)
    return rng.integers(0, 256, (count, side, side, 3)).astype(np.uint8), rng.integers(0, CLASSES, count)


def stock(model: keras.Model, inputs: tf.Tensor, training: bool, loss_of: LossOf) -> Result:
    """As Keras's `fit` does it."""
    with tf.GradientTape() as tape:
        outputs = model(inputs, training=training)
        loss = tf.add_n([loss_of(outputs), *map(tf.reduce_sum, model.losses)])
    return Result(outputs, loss, lambda: tape.gradient(loss, model.trainable_variables))


def step(
    run: Forward, pictures: np.ndarray, labels: np.ndarray, training: bool, weights: np.ndarray | None
) -> list[np.ndarray]:
    """Loss, probabilities and gradients."""
    judge = keras.losses.SparseCategoricalCrossentropy()

    @tf.function(autograph=False, jit_compile=False)
    def compute(pictures: tf.Tensor) -> list[tf.Tensor]:
        result = run(tf.cast(pictures, tf.float32), training, lambda outputs: judge(labels, outputs, weights))
        return [result.loss, result.outputs, *result.gradients()]

    return [each.numpy() for each in compute(tf.constant(pictures))]


def assert_same(
    model: keras.Model,
    pictures: np.ndarray,
    labels: np.ndarray,
    training: bool = True,
    weights: np.ndarray | None = None,
) -> None:
    state = [variable.numpy() for variable in model.variables]
    theirs = step(partial(stock, model), pictures, labels, training, weights)
    drawn = [variable.numpy() for variable in model.non_trainable_variables]
    for variable, value in zip(model.variables, state, strict=True):
        variable.assign(value)
    ours = step(forward(model), pictures, labels, training, weights)
    assert len(ours) == 2 + len(model.trainable_variables)
    for one, other in zip(ours, theirs, strict=True):
        # Sums of up to some ten thousand float32 in another order: a few dozen units in the last place of the largest.
        assert one.shape == other.shape
        assert np.abs(one - other).max() <= 1e-5 * np.abs(other).max() + 1e-8
    # The seed generators have moved on as far, and so has what else a layer remembers.
    for variable, value in zip(model.non_trainable_variables, drawn, strict=True):
        assert np.array_equal(variable.numpy(), value)


@settings(max_examples=12, deadline=None)
@given(
    side=st.integers(6, 15),
    count=st.sampled_from([1, 2, 5]),
    padding=st.sampled_from(["same", "valid"]),
    kernel=st.integers(1, 3),
    pool=st.integers(1, 3),
    relu=st.booleans(),
    rate=st.sampled_from([0.0, 0.25, 0.6]),
)
def test_any_convolution_relu_and_pooling(
    side: int, count: int, padding: str, kernel: int, pool: int, relu: bool, rate: float
) -> None:
    activation = [layers.Activation("relu")] if relu else []
    model = stack(
        side,
        layers.Conv2D(5, kernel, padding=padding),
        *activation,
        layers.MaxPooling2D(pool),
        layers.Dropout(rate, seed=11),
    )
    assert_same(model, *batch(count, side))


@pytest.mark.parametrize("with_dropout", [True, False])
@pytest.mark.parametrize("training", [True, False])
def test_the_tutorial_network(with_dropout: bool, training: bool) -> None:
    assert_same(build(tutorial_network(21, CLASSES, with_dropout), 5), *batch(4, 21), training)


@pytest.mark.parametrize("value", [0, 77, 255])
def test_ties_in_pooling_go_to_the_same_place(value: int) -> None:
    """In a picture of one colour all values of a window are the same."""
    model = stack(9, layers.Conv2D(8, 3, padding="valid"), layers.Activation("relu"), layers.MaxPooling2D(2))
    pictures, labels = batch(3, 9)
    pictures[:2] = value
    assert_same(model, pictures, labels)


class Shifted(layers.Layer):
    """Adds a variable to every value, whose gradient is then that of what goes on: a layer that is not known."""

    def __init__(self, shift: keras.Variable) -> None:
        super().__init__()
        self.shift = shift

    def call(self, inputs: tf.Tensor) -> tf.Tensor:
        return inputs + self.shift


def test_the_first_of_equal_values_gets_the_gradient() -> None:
    canvas = Shifted(keras.Variable(np.zeros((1, 4, 4, 1)), dtype="float32"))
    model = keras.Sequential([keras.Input((4, 4, 1)), canvas, layers.Conv2D(1, 1), layers.MaxPooling2D(2)])
    model.layers[1].kernel.assign(np.ones((1, 1, 1, 1)))
    result = forward(model)(tf.zeros((1, 4, 4, 1)), True, tf.reduce_sum)
    expected = np.zeros((4, 4))
    expected[::2, ::2] = 1
    assert np.array_equal(result.gradients()[0].numpy()[0, :, :, 0], expected)


@pytest.mark.parametrize(
    "inner",
    [
        [layers.MaxPooling2D(2), layers.Activation("relu")],
        [layers.Conv2D(4, 3, activation="relu"), layers.MaxPooling2D(2)],
        [layers.Conv2D(4, 3, strides=2), layers.Activation("relu"), layers.MaxPooling2D(3, strides=2)],
        [layers.Conv2D(4, 3), layers.Activation("relu"), layers.MaxPooling2D(2, padding="same")],
        [layers.Conv2D(4, 3, use_bias=False), layers.BatchNormalization(), layers.Activation("relu")],
        [layers.Dense(6), layers.Activation("tanh"), layers.GaussianNoise(0.1, seed=2)],
        [layers.Flatten(), layers.Dense(7, activation="relu"), layers.Dense(5, activation="tanh")],
        [layers.Conv2D(4, 3, activation=layers.LeakyReLU(0.2)), layers.Activation("linear")],
    ],
    ids=lambda inner: "-".join(layer.name for layer in inner),
)
def test_other_layers_are_called_as_keras_does(inner: list[keras.Layer]) -> None:
    assert_same(stack(11, *(layer.from_config(layer.get_config()) for layer in inner)), *batch(2, 11))


def test_a_model_that_branches_is_called_as_keras_does() -> None:
    inputs = keras.Input((6, 6, 3))
    joined = layers.Flatten()(layers.Add()([inputs, layers.Conv2D(3, 3, padding="same")(inputs)]))
    assert_same(keras.Model(inputs, layers.Dense(CLASSES, activation="softmax")(joined)), *batch(2, 6))


class Own(keras.Sequential):
    """One whose layers are not all that it does."""

    def call(self, inputs: tf.Tensor, training: bool | None = None, mask: object = None) -> tf.Tensor:
        return super().call(inputs / 3, training, mask)


class Within(layers.Layer):
    """A layer that tells the one within nothing of training: Keras does."""

    def __init__(self) -> None:
        super().__init__()
        self.inner = layers.Dropout(0.5, seed=1)

    def call(self, inputs: tf.Tensor) -> tf.Tensor:
        return self.inner(inputs)


def test_models_and_layers_of_ones_own_are_called_as_keras_does() -> None:
    kernel = layers.Conv2D(4, 3)
    model = Own([keras.Input((7, 7, 3)), kernel, layers.Flatten(), layers.Dense(CLASSES, activation="softmax")])
    assert_same(model, *batch(2, 7))
    assert_same(stack(7, Within()), *batch(2, 7))


def test_lower_precision_is_kerass() -> None:
    model = stack(7, layers.Conv2D(4, 3, dtype="mixed_float16"), layers.MaxPooling2D(2), layers.Conv2D(2, 2))
    assert_same(model, *batch(2, 7))


@pytest.mark.parametrize("last", ["softmax within", "nothing after", "no softmax"])
def test_the_loss_is_of_what_went_into_the_softmax_where_keras_takes_that(last: str) -> None:
    """At probabilities of 0 the two ways differ: only one has a gradient there."""
    ends = {
        "softmax within": [layers.Dense(CLASSES, activation="softmax")],
        "nothing after": [layers.Dense(CLASSES), layers.Softmax(), layers.Activation("linear")],
        "no softmax": [layers.Dense(CLASSES), layers.Activation("sigmoid"), layers.Dropout(0.1, seed=1)],
    }
    model = keras.Sequential([keras.Input((5, 5, 3)), layers.Flatten(), *ends[last]])
    model.layers[1].kernel.assign(np.random.default_rng(1).normal(0, 0.5, (75, CLASSES)))
    assert_same(model, *batch(4, 5))


def test_pictures_weigh_as_in_keras() -> None:
    assert_same(build(tutorial_network(21, CLASSES), 5), *batch(4, 21), weights=np.float32([0.25, 4, 1, 0]))


@pytest.mark.parametrize("training", [True, False])
def test_what_layers_add_to_the_loss_counts(training: bool) -> None:
    model = stack(
        8,
        layers.Conv2D(4, 3, kernel_regularizer=keras.regularizers.L2(0.1)),
        layers.Activation("relu", activity_regularizer=keras.regularizers.L1(0.01)),
        layers.MaxPooling2D(2, activity_regularizer=keras.regularizers.L2(0.01)),
        layers.Dropout(0.3, seed=1, activity_regularizer=keras.regularizers.L2(0.02)),
        layers.Flatten(),
        layers.Dense(6, bias_regularizer=keras.regularizers.L1(0.2)),
    )
    assert len(model.losses) == 2, "those of weights; the others come with pictures"
    assert_same(model, *batch(3, 8), training)


@pytest.mark.parametrize("frozen", [{0}, {2}, {3}, {0, 2, 3}])
def test_frozen_layers_get_no_gradient(frozen: set[int]) -> None:
    inner = [layers.Conv2D(4, 3), layers.ReLU(), layers.BatchNormalization(), layers.Conv2D(2, 2)]
    model = stack(8, *inner)
    for place in frozen:
        inner[place].trainable = False
    assert_same(model, *batch(3, 8))


@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_a_variable_of_two_layers_gets_the_sum(dtype: str) -> None:
    shift = keras.Variable(np.full((1, 1, 1), 0.3), dtype=dtype)
    model = stack(8, Shifted(shift), layers.Conv2D(3, 3), Shifted(shift), layers.MaxPooling2D(2))
    assert len(model.trainable_variables) == 5
    assert_same(model, *batch(3, 8))


def test_what_the_loss_does_not_depend_on_has_no_gradient() -> None:
    cut = layers.Lambda(tf.stop_gradient)
    model = keras.Sequential([keras.Input((6, 6, 3)), layers.Conv2D(2, 3), cut, layers.Flatten(), layers.Dense(1)])
    gradients = forward(model)(tf.ones((1, 6, 6, 3)), True, tf.reduce_sum).gradients()
    assert [gradient is None for gradient in gradients] == [True, True, False, False]


def after_steps(side: int, steps: int) -> list[np.ndarray]:
    trainer = Trainer(build(tutorial_network(side, CLASSES), 5), 0.001)
    for number in range(steps):
        trainer._train(*_tensors(*batch(8, side, number)))
    return [variable.numpy() for variable in trainer.model.variables]


def _tensors(pictures: np.ndarray, labels: np.ndarray) -> tuple[tf.Tensor, tf.Tensor]:
    return tf.constant(pictures), tf.constant(labels, tf.int32)


def test_several_steps_end_where_kerass_own_adam_ends() -> None:
    model = build(tutorial_network(21, CLASSES), 5)
    model.compile(keras.optimizers.Adam(0.001), "sparse_categorical_crossentropy", jit_compile=False)
    for number in range(6):
        pictures, labels = batch(8, 21, number)
        model.train_on_batch(pictures.astype(np.float32), labels)
    ours = after_steps(21, 6)
    for one, other in zip(ours, [variable.numpy() for variable in model.variables], strict=True):
        if one.dtype == np.float32:
            # Adam divides a gradient by its own size: one that is nothing but rounding can turn a step of 0.001
            # around. Few are.
            assert np.mean(np.abs(one - other) > 1e-5) < 0.002
            assert np.abs(one - other).max() <= 2 * 6 * 0.001
        else:
            assert np.array_equal(one, other)


def test_two_runs_give_the_same_bits() -> None:
    for one, other in zip(after_steps(21, 4), after_steps(21, 4), strict=True):
        assert np.array_equal(one, other)


def test_nothing_stays_of_a_trainer_that_is_gone() -> None:
    """TensorFlow registers some gradients for good, and with them the graph they were traced in."""
    pictures, labels = _tensors(*batch(4, 16))

    def graphs() -> list[FuncGraph]:
        gc.collect()
        return [each for each in gc.get_objects() if isinstance(each, FuncGraph)]

    before = weakref.WeakSet(graphs())
    for optimizer, with_dropout in (("adam", True), ("sgd", False), ("rmsprop", True)):
        for number in range(4):
            trainer = Trainer(build(tutorial_network(16, CLASSES, with_dropout)), 0.001, np.ones(3, "f4"), optimizer)
            trainer.trace()
            if number % 2:
                trainer._train(pictures, labels)
                trainer._test(pictures, labels)
        del trainer
        assert not [each.name for each in graphs() if each not in before]
