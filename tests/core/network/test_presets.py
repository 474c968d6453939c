"""The network of the tutorial."""

import pytest

from core.errors import NakamiError
from core.network.layers import Activation, Conv2D, Dropout, Rescaling
from core.network.presets import LARGEST_IMAGE_PX, SMALLEST_IMAGE_PX, tutorial_network


def test_the_stack_is_the_tutorials() -> None:
    kinds = [type(layer).__name__ for layer in tutorial_network(100, 6).layers]
    convolutions = ["Conv2D", "Activation", "Conv2D", "Activation", "MaxPooling2D", "Dropout"]
    head = ["Flatten", "Dense", "Activation", "Dropout", "Dense", "Activation"]
    assert kinds == ["Rescaling", *convolutions, *convolutions, *head]


def test_the_settings_are_the_tutorials() -> None:
    layers = tutorial_network(100, 6).layers
    assert [layer.scale for layer in layers if isinstance(layer, Rescaling)] == [1 / 256]
    convolutions = [(layer.filters, layer.kernel_px, layer.padding) for layer in layers if isinstance(layer, Conv2D)]
    assert convolutions == [(32, 3, "same"), (32, 3, "valid"), (64, 3, "same"), (64, 3, "valid")]
    assert [layer.rate for layer in layers if isinstance(layer, Dropout)] == [0.25, 0.25, 0.5]
    functions = [layer.function for layer in layers if isinstance(layer, Activation)]
    assert functions == ["relu"] * 5 + ["softmax"]


def test_without_dropout_the_other_layers_stay_as_they_are() -> None:
    full, plain = tutorial_network(100, 6), tutorial_network(100, 6, with_dropout=False)
    assert plain.layers == tuple(layer for layer in full.layers if not isinstance(layer, Dropout))
    assert (plain.name, plain.parameters(), plain.shapes()[-1]) == (full.name, full.parameters(), full.shapes()[-1])


def test_names_are_unique() -> None:
    names = [layer.name for layer in tutorial_network(100, 6).layers]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("size_px", [SMALLEST_IMAGE_PX - 1, 0, -5, LARGEST_IMAGE_PX + 1])
def test_a_size_that_does_not_fit_is_named(size_px: int) -> None:
    with pytest.raises(NakamiError, match=f"must be 12 to 512 pixels for this network, not {size_px}"):
        tutorial_network(size_px, 6)
