"""What is read from Keras layers: weights by view, settings exactly, and nothing where it would be wrong."""

from typing import Any

import keras
import numpy as np
import pytest
import tensorflow as tf

from core.inside.operations import (
    BatchNormalization,
    Convolution,
    Dense,
    Dropout,
    Elementwise,
    Function,
    Merge,
    Operation,
    Softmax,
    Unchanged,
    Unexplained,
    Withheld,
)
from core.inside.reading import kind_of, read_operation

pytestmark = pytest.mark.heavy

L = keras.layers


def read(layer: Any, *shape: int, largest_weights: int | None = None) -> Operation:
    """The operation of a layer that is part of a model, on an input of this shape."""
    picture = keras.Input(shape or (6, 6, 4))
    keras.Model(picture, layer(picture))
    return read_operation(layer, largest_weights)


def test_weights_are_views_that_nobody_can_write_to() -> None:
    layer = L.Dense(3)
    operation = read(layer, 4)
    assert isinstance(operation, Dense)
    again = read_operation(layer)
    assert isinstance(again, Dense)
    assert np.shares_memory(operation.kernel, again.kernel)
    assert not operation.kernel.flags.writeable
    with pytest.raises(ValueError, match="read-only"):
        operation.kernel[0, 0] = 1


def test_a_view_keeps_its_numbers_while_the_layer_goes_on_learning() -> None:
    layer = L.Dense(3)
    before = read(layer, 4)
    assert isinstance(before, Dense)
    kernel = before.kernel.copy()
    slots = [tf.Variable(tf.zeros_like(layer.kernel.value)) for _ in range(2)]

    @tf.function(autograph=False)
    def step() -> None:  # how a training changes weights: fused Adam, and an in-place addition
        gradient = tf.ones_like(layer.kernel.value)
        tf.raw_ops.ResourceApplyAdam(
            var=layer.kernel.value.handle,
            m=slots[0].handle,
            v=slots[1].handle,
            beta1_power=0.9,
            beta2_power=0.999,
            lr=0.1,
            beta1=0.9,
            beta2=0.999,
            epsilon=1e-7,
            grad=gradient,
        )
        layer.kernel.value.assign_add(gradient)

    step()
    step()
    layer.kernel.assign(layer.kernel * 2)
    after = read_operation(layer)
    assert isinstance(after, Dense)
    assert np.array_equal(before.kernel, kernel)
    assert not np.isclose(after.kernel, kernel).any()


def test_large_weights_are_withheld_where_asked() -> None:
    assert isinstance(read(L.Dense(3), 4, largest_weights=11), Withheld)
    assert isinstance(read(L.Dense(3), 4, largest_weights=12), Dense)
    assert isinstance(read(L.LayerNormalization(), 40, largest_weights=5), Unexplained), "not explained either way"
    assert isinstance(read(L.Activation("relu"), 40, largest_weights=5), Elementwise)


def test_settings_of_a_convolution() -> None:
    operation = read(L.Conv2D(6, (3, 2), (2, 1), "same", groups=2, activation="elu", use_bias=False))
    assert isinstance(operation, Convolution)
    assert operation.kernel.shape == (3, 2, 2, 6)
    assert (operation.bias, operation.strides, operation.padding, operation.groups) == (None, (2, 1), "same", 2)
    assert operation.function == Function("elu", {"alpha": 1.0})


@pytest.mark.parametrize(
    ("activation", "function"),
    [
        (None, Function()),
        ("swish", Function("silu")),
        (L.LeakyReLU(0.5), Function("leaky_relu", {"negative_slope": 0.5})),
        (L.ReLU(max_value=6), Function("relu", {"max_value": 6.0})),
        (L.Activation("tanh"), Function("tanh")),
        (L.Softmax(), Function("softmax")),
        (keras.activations.relu, Function("relu")),
    ],
    ids=str,
)
def test_the_function_of_a_layer(activation: Any, function: Function) -> None:
    operation = read(L.Dense(3, activation), 4)
    assert isinstance(operation, Dense)
    assert operation.function == function


def relu(x: Any) -> Any:
    """Somebody's own, named like Keras's."""
    return keras.ops.relu(x) + 1


class OwnConvolution(L.Conv2D):  # type: ignore[misc]
    """Looks like a convolution, and is none."""

    def call(self, inputs: Any) -> Any:
        """Twice what a convolution gives."""
        return 2 * super().call(inputs)


@pytest.mark.parametrize(
    "layer",
    [
        OwnConvolution(2, 3),
        L.Dense(3, relu),
        L.Activation(relu),
        L.Dense(3, "log_softmax"),
        L.Activation("glu"),
        L.Conv2D(2, 3, activation=L.Softmax(axis=1)),
        L.Conv2D(2, 3, activation=L.PReLU()),
        L.MaxPooling2D(data_format="channels_first"),
        L.GlobalAveragePooling2D(data_format="channels_first"),
        L.Flatten(data_format="channels_first"),
        L.ZeroPadding2D(data_format="channels_first"),
        L.Softmax(axis=1),
        L.Softmax(axis=[1, 2]),
        L.BatchNormalization(axis=1),
        L.Normalization(axis=1, mean=[0.0] * 6, variance=[1.0] * 6),
        L.Normalization(mean=0, variance=1, invert=True),
        L.UpSampling2D(interpolation="bilinear"),
        L.Rescaling([[0.5], [0.5], [0.5], [0.5], [0.5], [0.5]]),
        L.Conv2D(2, 3, dtype="mixed_bfloat16"),
        L.Dense(3, dtype="float16"),
        L.Dense(3, lora_rank=1),
        L.SeparableConv2D(2, 3),
        L.Conv2DTranspose(2, 3),
        L.LayerNormalization(),
        L.CenterCrop(2, 2),
        L.RandomCrop(2, 2),
    ],
    ids=lambda layer: layer.name,
)
def test_what_is_not_modelled_is_not_explained(layer: keras.Layer) -> None:
    assert read(layer) == Unexplained()


def test_quantized_layers_are_not_explained() -> None:
    layer = L.Dense(4)
    assert isinstance(read(layer, 4), Dense)
    layer.quantize("int8")
    assert read_operation(layer) == Unexplained()


def test_layers_without_weights_yet_are_not_explained() -> None:
    assert read_operation(L.Dense(3)) == Unexplained()


@pytest.mark.parametrize("layer", [L.Softmax(axis=3), L.Softmax(axis=[-1]), L.Softmax(axis=(3,))], ids=str)
def test_the_last_axis_by_its_number(layer: keras.Layer) -> None:
    assert read(layer) == Softmax()


def test_normalization_over_the_last_axis_by_its_number() -> None:
    assert isinstance(read(L.BatchNormalization(axis=3)), BatchNormalization)
    pictures = [keras.Input((6, 6, 4)), keras.Input((6, 6, 4))]
    beside, below = L.Concatenate(axis=3), L.Concatenate(axis=1)
    keras.Model(pictures, [beside(pictures), below(pictures)])
    assert read_operation(beside) == Merge("concatenate")
    assert read_operation(below) == Unexplained()


@pytest.mark.parametrize(
    ("layer", "expected"),
    [
        (L.Dropout(0.25), Dropout(0.25)),
        (L.SpatialDropout2D(0.25), Dropout(0.25, per_channel=True)),
        (L.Dropout(0.25, noise_shape=(None, 1, 1, 4)), Dropout(0.25, per_channel=True)),
        (L.Dropout(0.25, noise_shape=(None, 6, 1, 1)), Unchanged()),
        (L.GaussianNoise(0.2), Unchanged()),
    ],
    ids=lambda each: getattr(each, "name", None),
)
def test_what_acts_in_training_only(layer: keras.Layer, expected: Operation) -> None:
    assert read(layer) == expected


def test_kinds() -> None:
    assert kind_of(L.Conv2D(2, 3)) == "Conv2D"
    assert kind_of(L.Activation("relu")) == "relu"
    assert kind_of(L.ReLU()) == "ReLU"
