"""The Keras model is what the layer facts say."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.network.build import build
from core.network.layers import Layer, Network
from core.network.presets import tutorial_network

pytestmark = pytest.mark.heavy


@settings(max_examples=6, deadline=None)
@given(st.integers(12, 64), st.integers(2, 30))
def test_shapes_and_parameters_equal_keras(size_px: int, classes: int) -> None:
    network = tutorial_network(size_px, classes)
    model = build(network)
    assert [layer.name for layer in model.layers] == [layer.name for layer in network.layers]
    assert [layer.output.shape[1:] for layer in model.layers] == network.shapes()
    assert model.count_params() == network.parameters()
    inputs = [network.input_shape, *network.shapes()]
    facts = [layer.parameters(shape) for layer, shape in zip(network.layers, inputs, strict=False)]
    assert [layer.count_params() for layer in model.layers] == facts


def test_it_takes_pixels_and_gives_probabilities() -> None:
    model = build(tutorial_network(12, 4))
    assert model.input_shape == (None, 12, 12, 3)
    assert model.inputs[0].dtype == "float32"
    pixels = np.random.default_rng(0).integers(0, 256, (5, 12, 12, 3)).astype(np.float32)
    probabilities = np.asarray(model(pixels))
    assert probabilities.shape == (5, 4)
    assert np.allclose(probabilities.sum(axis=1), 1, atol=1e-6)


def test_pixels_are_divided_by_256_inside() -> None:
    model = build(tutorial_network(12, 4))
    rescaled = np.asarray(model.layers[0](np.full((1, 2, 2, 3), 255, np.float32)))
    assert np.allclose(rescaled, 255 / 256)


def test_the_seed_decides_the_first_weights() -> None:
    def first_weights(seed: int) -> np.ndarray:
        return np.concatenate([each.ravel() for each in build(tutorial_network(12, 3), seed).get_weights()])

    assert np.array_equal(first_weights(1), first_weights(1))
    assert not np.array_equal(first_weights(1), first_weights(2))


def test_without_dropout_the_first_weights_are_the_same() -> None:
    full, plain = (build(tutorial_network(12, 3, with_dropout=each), seed=5) for each in (True, False))
    assert [each.name for each in plain.layers] == [each.name for each in full.layers if "dropout" not in each.name]
    for one, other in zip(full.get_weights(), plain.get_weights(), strict=True):
        assert np.array_equal(one, other)


def test_first_weights_stay_those_of_earlier_versions() -> None:
    kernel = build(tutorial_network(12, 3), seed=7).get_layer("conv2d_3").get_weights()[0]
    assert kernel[0, 0, 0, :3].tolist() == pytest.approx([-0.000382006, 0.0799627, -0.0540291], rel=1e-4)


def test_an_unknown_layer_is_named() -> None:
    class Strange(Layer):
        pass

    with pytest.raises(TypeError, match="no Keras layer for Strange"):
        build(Network("odd", 8, (Strange("s"),)))
