"""The facts about layers, against hand arithmetic. (Against Keras itself: test_build.)"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.network.layers import Activation, Conv2D, Dense, Dropout, Flatten, MaxPooling2D, Network, Rescaling, Shape
from core.network.presets import tutorial_network


def test_the_tutorial_network_has_the_numbers_of_the_tutorial() -> None:
    network = tutorial_network(100, 6)
    shapes = dict(zip([layer.name for layer in network.layers], network.shapes(), strict=True))
    assert shapes["conv2d_1"] == (100, 100, 32)
    assert shapes["conv2d_2"] == (98, 98, 32)
    assert shapes["pool_1"] == (49, 49, 32)
    assert shapes["conv2d_4"] == (47, 47, 64)
    assert shapes["pool_2"] == (23, 23, 64)
    assert shapes["flatten"] == (33856,)
    assert shapes["dense_1"] == (512,)
    assert shapes["softmax"] == (6,)
    assert network.parameters() == 896 + 9248 + 18496 + 36928 + (33856 * 512 + 512) + (512 * 6 + 6)


@pytest.mark.parametrize(
    ("layer", "goes_in", "comes_out", "parameters"),
    [
        (Conv2D("c", filters=8, kernel_px=5, padding="valid"), (9, 7, 3), (5, 3, 8), (25 * 3 + 1) * 8),
        (Conv2D("c", filters=8, kernel_px=5, padding="same"), (9, 7, 3), (9, 7, 8), (25 * 3 + 1) * 8),
        (MaxPooling2D("m", pool_px=3), (8, 9, 4), (2, 3, 4), 0),
        (Flatten("f"), (2, 3, 4), (24,), 0),
        (Dense("d", units=5), (24,), (5,), 125),
        (Dropout("o", rate=0.5), (4, 4, 2), (4, 4, 2), 0),
        (Activation("a"), (7,), (7,), 0),
        (Rescaling("r", scale=0.5), (2, 2, 3), (2, 2, 3), 0),
    ],
)
def test_shapes_and_parameters(layer: Dense, goes_in: Shape, comes_out: Shape, parameters: int) -> None:
    assert layer.output_shape(goes_in) == comes_out
    assert layer.parameters(goes_in) == parameters


@given(st.integers(12, 512), st.integers(2, 200))
def test_every_step_of_the_tutorial_network_keeps_something(size_px: int, classes: int) -> None:
    network = tutorial_network(size_px, classes)
    assert all(number >= 1 for shape in network.shapes() for number in shape)
    assert network.shapes()[-1] == (classes,)
    assert network.input_shape == (size_px, size_px, 3)


def test_a_network_without_layers_has_no_parameters() -> None:
    assert Network("empty", 8, ()).parameters() == 0
