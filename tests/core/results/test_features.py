"""What a network makes of pictures beside its answers."""

from collections.abc import Callable

import keras
import numpy as np
import pytest
from keras import layers

from core.network.build import build
from core.network.presets import tutorial_network
from core.results.features import LONGEST_SIGNATURE, MOST_FEATURES, FeatureModel, widths_of

pytestmark = pytest.mark.heavy

SIZE_PX = 20


@pytest.fixture(scope="module")
def pictures() -> np.ndarray:
    return np.random.default_rng(5).integers(0, 256, (7, SIZE_PX, SIZE_PX, 3), np.uint8)


@pytest.fixture(scope="module")
def labels() -> np.ndarray:
    return np.random.default_rng(6).integers(0, 3, 7)


@pytest.fixture
def tutorial() -> keras.Model:
    keras.utils.set_random_seed(1)
    return build(tutorial_network(SIZE_PX, 3))


def saturated(model: keras.Model) -> keras.Model:
    """So sure of everything that probabilities are 0 and 1."""
    kernel, bias = model.layers[-2].get_weights()
    model.layers[-2].set_weights([kernel * 1e4, bias])
    return model


def evaluated(model: keras.Model, pictures: np.ndarray, labels: np.ndarray) -> float:
    model.compile(loss="sparse_categorical_crossentropy")
    return float(model.evaluate(pictures.astype(np.float32), labels, verbose=0))


@pytest.mark.parametrize("change", [lambda model: model, saturated])
def test_losses_are_those_of_keras(
    tutorial: keras.Model, pictures: np.ndarray, labels: np.ndarray, change: Callable[[keras.Model], keras.Model]
) -> None:
    model = change(tutorial)
    losses, probabilities, features, signatures = FeatureModel(model).judge(pictures, labels)
    assert losses.mean() == pytest.approx(evaluated(model, pictures, labels), rel=1e-6, abs=1e-6)
    if change is saturated:
        assert losses.max() > 20, "logits count, not probabilities cut at 1e-7"
    np.testing.assert_allclose(probabilities, model.predict(pictures.astype(np.float32), verbose=0), atol=1e-6)
    assert losses.dtype == probabilities.dtype == features.dtype == signatures.dtype == np.float32


def test_features_are_what_the_last_layer_takes(tutorial: keras.Model, pictures: np.ndarray) -> None:
    before = keras.Model(tutorial.inputs[0], tutorial.layers[-3].output)(pictures.astype(np.float32)).numpy()
    seen = FeatureModel(tutorial).of(pictures)
    wanted = before / np.linalg.norm(before, axis=1, keepdims=True)
    np.testing.assert_allclose(seen.features, wanted, atol=1e-5)


def test_signatures_are_averages_and_spreads_of_the_first_two_convolutions(
    tutorial: keras.Model, pictures: np.ndarray
) -> None:
    """At this size every place counts."""
    first, second = (each for each in tutorial.layers if each.name in ("conv2d_1", "conv2d_2"))
    outputs = keras.Model(tutorial.inputs[0], [first.output, second.output])(pictures.astype(np.float32))
    wanted = []
    for layer, output in zip((first, second), outputs, strict=True):
        values = output.numpy() - layer.bias.numpy()
        wanted += [values.mean(axis=(1, 2)), values.std(axis=(1, 2))]
    np.testing.assert_allclose(FeatureModel(tutorial).of(pictures).signatures, np.hstack(wanted), atol=1e-4)


def test_an_activation_within_the_layer_changes_no_signature(tutorial: keras.Model, pictures: np.ndarray) -> None:
    first = keras.Sequential(
        [
            keras.Input((SIZE_PX, SIZE_PX, 3)),
            layers.Rescaling(1 / 256),
            layers.Conv2D(32, 3, padding="same", activation="relu"),
            layers.Conv2D(32, 3, activation="relu"),
            layers.GlobalAveragePooling2D(),
            layers.Dense(3, activation="softmax"),
        ]
    )
    for layer, name in ((first.layers[1], "conv2d_1"), (first.layers[2], "conv2d_2")):
        layer.set_weights(tutorial.get_layer(name).get_weights())
    found, wanted = (FeatureModel(each).of(pictures).signatures for each in (first, tutorial))
    np.testing.assert_allclose(found, wanted, atol=1e-5)


def test_of_a_large_picture_some_places_stand_for_all() -> None:
    """Stripes that repeat with the places would fool it; photos do not."""
    model = build(tutorial_network(90, 3))
    rows = np.random.default_rng(1).integers(0, 256, (4, 90, 90, 3), np.uint8)
    smooth = rows.astype(np.float32).cumsum(1).cumsum(2)
    smooth -= smooth.min(axis=(1, 2), keepdims=True)
    pictures = (smooth / smooth.max(axis=(1, 2), keepdims=True) * 255).astype(np.uint8)
    output = model.get_layer("conv2d_1").output
    values = keras.Model(model.inputs[0], output)(pictures.astype(np.float32)).numpy()
    found = FeatureModel(model).of(pictures).signatures[:, :32]
    np.testing.assert_allclose(found, values.mean(axis=(1, 2)), atol=0.05)


def test_new_weights_count_from_the_next_call_on(tutorial: keras.Model, pictures: np.ndarray) -> None:
    network = FeatureModel(tutorial)
    before = network.of(pictures)
    tutorial.set_weights([each + 0.01 for each in tutorial.get_weights()])
    after = network.of(pictures)
    for old, new, wanted in zip(before, after, FeatureModel(tutorial).of(pictures), strict=True):
        assert not np.allclose(old, new, atol=1e-4)
        np.testing.assert_array_equal(new, wanted)


def test_a_picture_is_seen_the_same_in_any_company(tutorial: keras.Model, pictures: np.ndarray) -> None:
    network = FeatureModel(tutorial)
    for alone, among in zip(network.of(pictures[3:4]), network.of(pictures), strict=True):
        np.testing.assert_allclose(alone[0], among[3], atol=1e-5)


def sequential(*stack: layers.Layer) -> keras.Model:
    return keras.Sequential([keras.Input((SIZE_PX, SIZE_PX, 3)), *stack])


def nested() -> keras.Model:
    base = sequential(layers.Conv2D(8, 3, strides=2), layers.BatchNormalization(), layers.ReLU())
    head = keras.Sequential([keras.Input((8,)), layers.Dense(5), layers.Dense(3, activation="softmax")])
    return sequential(base, layers.GlobalAveragePooling2D(), head)


def branched() -> keras.Model:
    picture = keras.Input((SIZE_PX, SIZE_PX, 3))
    shared = layers.Conv2D(4, 3, padding="same")
    first = shared(picture)
    both = layers.Concatenate()([first, layers.DepthwiseConv2D(3, padding="same")(picture)])
    return keras.Model(picture, layers.Dense(3, activation="softmax")(layers.Flatten()(both) / 2))


# The model, how many features and how long a signature.
KINDS: dict[str, tuple[Callable[[], keras.Model], int, int]] = {
    "no convolution": (lambda: sequential(layers.Flatten(), layers.Dense(9), layers.Dense(3, "softmax")), 9, 9),
    "nothing but the answer": (
        lambda: sequential(layers.Flatten(), layers.Dense(3, "softmax")),
        1200,
        LONGEST_SIGNATURE,
    ),
    "more features than are kept": (
        lambda: sequential(layers.Conv2D(16, 3, padding="same"), layers.Flatten(), layers.Dense(3, "softmax")),
        10 * 10 * 16,
        32,
    ),
    "a convolution answers": (
        lambda: sequential(layers.Conv2D(6, 3), layers.Conv2D(3, 1), layers.GlobalAveragePooling2D(), layers.Softmax()),
        18 * 18 * 6,
        18,
    ),
    "no weights": (
        lambda: sequential(layers.GlobalAveragePooling2D(), layers.Rescaling(1 / 255), layers.Softmax()),
        3,
        3,
    ),
    "a model within": (nested, 8, 16),
    "branches": (branched, 10 * 10 * 7, 14),
    "strides, holes and groups": (
        lambda: sequential(
            layers.Conv2D(6, 3, dilation_rate=2, use_bias=False),
            layers.Conv2D(6, 3, strides=2, groups=3),
            layers.GlobalMaxPooling2D(),
            layers.Dense(3, "softmax"),
        ),
        6,
        24,
    ),
    "sigmoids": (
        lambda: sequential(layers.SeparableConv2D(5, 3), layers.GlobalMaxPooling2D(), layers.Dense(3, "sigmoid")),
        5,
        10,
    ),
}


@pytest.mark.parametrize("kind", KINDS)
def test_any_network_has_features_and_a_signature(kind: str, pictures: np.ndarray, labels: np.ndarray) -> None:
    make, features, length = KINDS[kind]
    model = make()
    losses, *seen = FeatureModel(model).judge(pictures, labels)
    assert [each.shape for each in seen] == [(7, 3), (7, features), (7, length)]
    assert features <= MOST_FEATURES
    assert widths_of(model) == (features, length)
    assert all(np.isfinite(each).all() for each in seen)
    np.testing.assert_allclose(np.linalg.norm(seen[1], axis=1), 1, atol=1e-5)
    np.testing.assert_allclose(seen[0], model.predict(pictures.astype(np.float32), verbose=0), atol=1e-5)
    assert losses.mean() == pytest.approx(evaluated(model, pictures, labels), rel=1e-5, abs=1e-6)
