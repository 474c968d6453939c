"""The fast step is Keras's own: loss, gradients, dropout masks and the weights after several steps."""

import keras
import numpy as np
import pytest
import tensorflow as tf
from hypothesis import given, settings
from hypothesis import strategies as st
from keras import layers

from core.network.build import build
from core.network.presets import tutorial_network
from core.training.forward import forward
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


def step(model: keras.Model, fast: bool, pictures: np.ndarray, labels: np.ndarray, training: bool = True) -> list:
    """Loss, probabilities and gradients."""
    run = forward(model) if fast else lambda inputs, training: model(inputs, training=training)

    @tf.function(autograph=False, jit_compile=False)
    def compute(pictures: tf.Tensor) -> list[tf.Tensor]:
        with tf.GradientTape() as tape:
            probabilities = run(tf.cast(pictures, tf.float32), training)
            loss = tf.reduce_mean(keras.losses.sparse_categorical_crossentropy(labels, probabilities))
        return [loss, probabilities, *tape.gradient(loss, model.trainable_variables)]

    return [each.numpy() for each in compute(tf.constant(pictures))]


def assert_same(model: keras.Sequential, pictures: np.ndarray, labels: np.ndarray, training: bool = True) -> None:
    state = [variable.numpy() for variable in model.variables]
    stock = step(model, False, pictures, labels, training)
    drawn = [variable.numpy() for variable in model.non_trainable_variables]
    for variable, value in zip(model.variables, state, strict=True):
        variable.assign(value)
    fast = step(model, True, pictures, labels, training)
    for one, other in zip(fast, stock, strict=True):
        # Sums of up to some ten thousand float32 in another order: a few dozen units in the last place of the largest.
        assert one.shape == other.shape
        assert np.abs(one - other).max() <= 1e-5 * np.abs(other).max() + 1e-8
    # The seed generators have moved on as far.
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


def test_the_first_of_equal_values_gets_the_gradient() -> None:
    model = keras.Sequential([keras.Input((4, 4, 1)), layers.Conv2D(1, 1), layers.MaxPooling2D(2)])
    model.layers[0].kernel.assign(np.ones((1, 1, 1, 1)))
    inputs = tf.zeros((1, 4, 4, 1))
    with tf.GradientTape() as tape:
        tape.watch(inputs)
        outputs = forward(model)(inputs, True)
    expected = np.zeros((4, 4))
    expected[::2, ::2] = 1
    assert np.array_equal(tape.gradient(outputs, inputs).numpy()[0, :, :, 0], expected)


@pytest.mark.parametrize(
    "inner",
    [
        [layers.MaxPooling2D(2), layers.Activation("relu")],
        [layers.Conv2D(4, 3, activation="relu"), layers.MaxPooling2D(2)],
        [layers.Conv2D(4, 3, strides=2), layers.Activation("relu"), layers.MaxPooling2D(3, strides=2)],
        [layers.Conv2D(4, 3), layers.Activation("relu"), layers.MaxPooling2D(2, padding="same")],
        [layers.Conv2D(4, 3, use_bias=False), layers.BatchNormalization(), layers.Activation("relu")],
        [layers.Dense(6), layers.Activation("tanh"), layers.GaussianNoise(0.1, seed=2)],
        [layers.Flatten(), layers.Dense(7, activation="relu"), layers.Dense(5)],
    ],
    ids=lambda inner: "-".join(layer.name for layer in inner),
)
def test_other_layers_are_called_as_keras_does(inner: list[keras.Layer]) -> None:
    assert_same(stack(11, *(layer.from_config(layer.get_config()) for layer in inner)), *batch(2, 11))


def test_a_model_that_branches_is_called_as_keras_does() -> None:
    inputs = keras.Input((6, 6, 3))
    joined = layers.Flatten()(layers.Add()([inputs, layers.Conv2D(3, 3, padding="same")(inputs)]))
    assert_same(keras.Model(inputs, layers.Dense(CLASSES, activation="softmax")(joined)), *batch(2, 6))


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
