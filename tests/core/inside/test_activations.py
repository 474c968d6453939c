"""What every layer makes of one picture, and the answer, in one pass."""

import keras
import numpy as np
import pytest

from core.inside.activations import Activations
from core.network.build import build
from core.network.presets import tutorial_network

pytestmark = pytest.mark.heavy

PICTURE = np.random.default_rng(4).integers(0, 256, (12, 12, 3)).astype(np.uint8)


@pytest.fixture(scope="module")
def model() -> keras.Model:
    keras.utils.set_random_seed(1)
    return build(tutorial_network(12, 3))


def answer_of(model: keras.Model) -> np.ndarray:
    return np.asarray(model(PICTURE[None].astype(np.float32), training=False)[0])


def test_every_layer_in_order_with_its_shape(model: keras.Model) -> None:
    network = tutorial_network(12, 3)
    outputs, _ = Activations(model).of(PICTURE)
    assert [each.name for each in outputs] == [layer.name for layer in network.layers]
    assert [each.values.shape for each in outputs] == network.shapes()
    assert all(each.values.dtype == np.float32 for each in outputs)
    assert not any(each.values.flags.writeable for each in outputs)


def test_kinds_are_keras_classes_or_the_functions_of_activations(model: keras.Model) -> None:
    kinds = {each.name: each.kind for each in Activations(model).of(PICTURE)[0]}
    assert kinds["conv2d_1"] == "Conv2D"
    assert kinds["relu_1"] == "relu"
    assert kinds["softmax"] == "softmax"
    assert kinds["pool_1"] == "MaxPooling2D"


def test_values_follow_the_arithmetic(model: keras.Model) -> None:
    values = {each.name: each.values for each in Activations(model).of(PICTURE)[0]}
    assert np.allclose(values["rescaling"], PICTURE / 256)
    assert np.array_equal(values["relu_1"], np.maximum(values["conv2d_1"], 0))
    blocks = values["relu_2"].reshape(5, 2, 5, 2, 32)
    assert np.array_equal(values["pool_1"], blocks.max(axis=(1, 3)))
    assert np.array_equal(values["dropout_1"], values["pool_1"]), "nothing is cut when looking"
    assert np.array_equal(values["flatten"], values["dropout_2"].ravel())
    powers = np.exp(values["dense_2"] - values["dense_2"].max())
    assert np.allclose(values["softmax"], powers / powers.sum(), atol=1e-6)


def test_the_answer_comes_with_the_same_pass(model: keras.Model) -> None:
    outputs, answer = Activations(model).of(PICTURE)
    assert answer.sum() == pytest.approx(1, abs=1e-6)
    assert np.allclose(answer, answer_of(model), atol=1e-6)
    assert np.array_equal(outputs[-1].values, answer)
    assert outputs[-1].lowest == answer.min()
    assert outputs[-1].highest == answer.max()


def test_outputs_of_one_picture_outlive_the_next(model: keras.Model) -> None:
    """They lend TensorFlow's memory, which must stay theirs."""
    activations = Activations(model)
    outputs, _ = activations.of(PICTURE)
    before = [each.values.copy() for each in outputs]
    for shift in range(1, 6):
        activations.of(np.roll(PICTURE, shift, axis=0))
    assert all(np.array_equal(each.values, copy) for each, copy in zip(outputs, before, strict=True))


def test_new_weights_show_without_building_again(model: keras.Model) -> None:
    own = build(tutorial_network(12, 3), seed=1)
    activations = Activations(own)
    _, before = activations.of(PICTURE)
    own.set_weights(model.get_weights())
    _, after = activations.of(PICTURE)
    assert not np.allclose(before, after)
    assert np.allclose(after, answer_of(model), atol=1e-6)


def test_half_precision_is_shown_as_float32() -> None:
    inputs = keras.Input((12, 12, 3))
    halved = keras.layers.Conv2D(2, 3, dtype="mixed_bfloat16", name="halved")(inputs)
    pooled = keras.layers.GlobalAveragePooling2D(dtype="mixed_float16", name="pooled")(halved)
    model = keras.Model(inputs, keras.layers.Dense(2, activation="softmax", name="answer")(pooled))
    outputs, _ = Activations(model).of(PICTURE)
    assert {each.values.dtype for each in outputs} == {np.dtype(np.float32)}
    assert outputs[1].values == pytest.approx(outputs[0].values.mean(axis=(0, 1)), abs=1e-2, rel=1e-2)
