"""Grad-CAM against the same sum written out by hand, for all ways in which networks end."""

from typing import Any

import keras
import numpy as np
import pytest
import tensorflow as tf

from core.answers import Photo
from core.errors import ModelError
from core.inside.heatmap import GradCam

pytestmark = pytest.mark.heavy

layers = keras.layers
PHOTO = Photo("noise.png")
PIXELS = np.random.default_rng(4).integers(0, 256, (16, 16, 3)).astype(np.uint8)


def features(inputs: Any) -> Any:
    scaled = layers.Rescaling(1 / 255, name="scaled")(inputs)
    return layers.Conv2D(4, 3, activation="relu", name="conv")(scaled)


def network(*ending: keras.Layer) -> keras.Model:
    """A convolution, then Flatten and what the test is about."""
    inputs = keras.Input((16, 16, 3))
    found = layers.Flatten(name="flat")(features(inputs))
    for layer in ending:
        found = layer(found)
    return keras.Model(inputs, found)


def by_hand(model: keras.Model, class_index: int) -> np.ndarray:
    """The gradient of a dense layer's sum follows from its kernel alone: here without TensorFlow's tape. Where the
    averages speak for no place, each place counts by itself."""
    pictures = model.get_layer("conv")(model.get_layer("scaled")(PIXELS[None].astype(np.float32)))
    values = np.asarray(pictures[0], np.float64)
    gradients = np.asarray(model.get_layer("scores").kernel)[:, class_index].reshape(values.shape)
    heat = np.maximum((values * gradients.mean(axis=(0, 1))).sum(axis=2), 0)
    if not heat.any():
        heat = np.maximum((values * gradients).sum(axis=2), 0)
    return heat / (heat.max() or 1)


def speaking_against(model: keras.Model) -> None:
    """Weights with which every average gradient is below zero, though some places speak for each class."""
    scores = model.get_layer("scores")
    kernel = -np.abs(np.asarray(scores.kernel))
    kernel[: len(kernel) // 8] *= -1
    scores.kernel.assign(kernel)


@pytest.mark.parametrize(
    "ending",
    [
        lambda: [layers.Dense(3, name="scores")],
        lambda: [layers.Dense(3, activation="softmax", name="scores")],
        lambda: [layers.Dense(3, activation="softmax", use_bias=False, name="scores")],
        lambda: [layers.Dense(3, activation="sigmoid", name="scores")],
        lambda: [layers.Dense(3, activation=layers.Softmax(), name="scores")],
        lambda: [layers.Dense(3, name="scores"), layers.Activation("softmax")],
        lambda: [layers.Dense(3, name="scores"), layers.Activation("sigmoid")],
        lambda: [layers.Dense(3, name="scores"), layers.Softmax()],
        lambda: [layers.Dense(3, name="scores"), keras.ops.softmax],
        lambda: [layers.Dense(3, name="scores", trainable=False), layers.Softmax()],
    ],
)
def test_it_weighs_the_channels_by_the_gradient_of_the_score(ending: Any) -> None:
    keras.utils.set_random_seed(5)
    model = network(*ending())
    grad_cam = GradCam(model)
    assert grad_cam.layer == "conv"
    for class_index in range(3):
        found = grad_cam.of(PHOTO, PIXELS, class_index)
        assert found.heat == pytest.approx(by_hand(model, class_index), abs=1e-5)
        assert (found.photo, found.class_index, found.method, found.layer) == (PHOTO, class_index, "grad-cam", "conv")
        assert not found.heat.flags.writeable
    assert max(grad_cam.of(PHOTO, PIXELS, each).heat.max() for each in range(3)) == 1


def test_it_agrees_with_a_tape_through_several_layers() -> None:
    keras.utils.set_random_seed(6)
    inputs = keras.Input((16, 16, 3))
    first = layers.MaxPooling2D(name="pool")(features(inputs))
    both = layers.Add(name="both")([layers.Conv2D(6, 3, padding="same")(first), layers.Conv2D(6, 1)(first)])
    pooled = layers.Dense(8, activation="tanh", name="hidden")(layers.GlobalAveragePooling2D(name="pooled")(both))
    model = keras.Model(inputs, layers.Dense(3, activation="softmax", name="scores")(layers.Dropout(0.5)(pooled)))
    found = GradCam(model).of(PHOTO, PIXELS, 1)
    assert found.layer == "both"
    values = keras.Model(inputs, both)(PIXELS[None].astype(np.float32))
    with tf.GradientTape() as tape:
        tape.watch(values)
        hidden = model.get_layer("hidden")(model.get_layer("pooled")(values))
        score = (hidden @ model.get_layer("scores").kernel)[0, 1]
    weights = np.asarray(tape.gradient(score, values)).mean(axis=(1, 2))
    heat = np.maximum((np.asarray(values)[0] * weights).sum(axis=2), 0)
    assert heat.max() > 0
    assert found.heat == pytest.approx(heat / heat.max(), abs=1e-5)


def test_where_averages_speak_for_no_place_each_place_counts_by_itself() -> None:
    keras.utils.set_random_seed(5)
    model = network(layers.Dense(3, name="scores"))
    speaking_against(model)
    found = GradCam(model).of(PHOTO, PIXELS, 1)
    assert found.is_by_place
    assert found.heat.max() == 1
    assert found.heat == pytest.approx(by_hand(model, 1), abs=1e-5)
    assert not found.heat[8:].any(), "only the upper rows have weights above zero"


def test_a_sure_network_still_has_a_heat_map() -> None:
    """A share of 1 has no gradient left; the score before it has."""
    keras.utils.set_random_seed(5)
    model = network(layers.Dense(3, activation="softmax", name="scores"))
    scores = model.get_layer("scores")
    kernel = np.abs(np.asarray(scores.kernel)) * np.array([1000, -1000, -1000], np.float32)
    scores.kernel.assign(kernel)
    assert float(model(PIXELS[None].astype(np.float32))[0, 0]) == 1
    assert GradCam(model).of(PHOTO, PIXELS, 0).heat.max() == 1


def test_new_weights_count() -> None:
    keras.utils.set_random_seed(5)
    model = network(layers.Dense(3, name="scores"))
    grad_cam = GradCam(model)
    grad_cam.of(PHOTO, PIXELS, 0)
    scores = model.get_layer("scores")
    scores.kernel.assign(-np.asarray(scores.kernel))
    assert grad_cam.of(PHOTO, PIXELS, 0).heat == pytest.approx(by_hand(model, 0), abs=1e-5)


def test_nothing_speaks_for_the_class() -> None:
    model = network(layers.Dense(3, name="scores"))
    model.get_layer("scores").kernel.assign(-np.ones_like(np.asarray(model.get_layer("scores").kernel)))
    assert not GradCam(model).of(PHOTO, PIXELS, 0).heat.any()


def test_a_network_without_rows_and_columns_says_so() -> None:
    inputs = keras.Input((16, 16, 3))
    flat = keras.Model(inputs, layers.Dense(3, activation="softmax")(layers.Flatten()(inputs)))
    with pytest.raises(ModelError, match=r"this network has none. Use occlusion"):
        GradCam(flat)
