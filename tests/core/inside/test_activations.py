"""What every layer makes of one picture, in one pass."""

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


def test_every_layer_in_order_with_its_shape(model: keras.Model) -> None:
    network = tutorial_network(12, 3)
    outputs = Activations(model).of(PICTURE)
    assert [each.name for each in outputs] == [layer.name for layer in network.layers]
    assert [each.values.shape for each in outputs] == network.shapes()
    assert all(each.values.dtype == np.float32 for each in outputs)
    assert not any(each.values.flags.writeable for each in outputs)


def test_kinds_are_keras_classes_or_the_functions_of_activations(model: keras.Model) -> None:
    kinds = {each.name: each.kind for each in Activations(model).of(PICTURE)}
    assert kinds["conv2d_1"] == "Conv2D"
    assert kinds["relu_1"] == "relu"
    assert kinds["softmax"] == "softmax"
    assert kinds["pool_1"] == "MaxPooling2D"


def test_values_follow_the_arithmetic(model: keras.Model) -> None:
    values = {each.name: each.values for each in Activations(model).of(PICTURE)}
    assert np.allclose(values["rescaling"], PICTURE / 256)
    assert np.array_equal(values["relu_1"], np.maximum(values["conv2d_1"], 0))
    blocks = values["relu_2"].reshape(5, 2, 5, 2, 32)
    assert np.array_equal(values["pool_1"], blocks.max(axis=(1, 3)))
    assert np.array_equal(values["dropout_1"], values["pool_1"]), "nothing is cut when looking"
    assert np.array_equal(values["flatten"], values["dropout_2"].ravel())
    powers = np.exp(values["dense_2"] - values["dense_2"].max())
    assert np.allclose(values["softmax"], powers / powers.sum(), atol=1e-6)


def test_the_last_output_is_the_models_answer(model: keras.Model) -> None:
    last = Activations(model).of(PICTURE)[-1]
    assert last.values.sum() == pytest.approx(1, abs=1e-6)
    assert np.allclose(last.values, model(PICTURE[None].astype(np.float32))[0], atol=1e-6)
    assert last.lowest == last.values.min()
    assert last.highest == last.values.max()


def test_new_weights_show_without_building_again(model: keras.Model) -> None:
    own = build(tutorial_network(12, 3), seed=1)
    activations = Activations(own)
    before = activations.of(PICTURE)[-1].values
    own.set_weights(model.get_weights())
    after = activations.of(PICTURE)[-1].values
    assert not np.allclose(before, after)
    assert np.allclose(after, model(PICTURE[None].astype(np.float32))[0], atol=1e-6)


def test_a_model_with_branches_shows_every_layer_once() -> None:
    """A layer that is used twice shows what it makes the first time, as Keras has it."""
    inputs = keras.Input((12, 12, 3), name="pixels")
    twice = keras.layers.ReLU(name="twice")
    one = keras.layers.Conv2D(4, 3, padding="same", name="one")(inputs)
    other = keras.layers.Conv2D(4, 5, padding="same", name="other")(inputs)
    both = keras.layers.Add(name="both")([twice(one), twice(other)])
    pooled = keras.layers.GlobalAveragePooling2D(name="pooled")(both)
    model = keras.Model(inputs, keras.layers.Dense(2, activation="softmax", name="answer")(pooled))
    outputs = {each.name: each.values for each in Activations(model).of(PICTURE)}
    assert outputs.keys() == {"one", "other", "twice", "both", "pooled", "answer"}
    assert np.array_equal(outputs["twice"], np.maximum(outputs["one"], 0))
