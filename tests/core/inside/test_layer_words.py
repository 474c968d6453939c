"""What layers are called, what they do and what they put out, in words."""

import pytest

from core.inside.words import description, explanation, kind_name
from core.network.presets import tutorial_network

KINDS = [
    "Rescaling",
    "Conv2D",
    "relu",
    "ReLU",
    "MaxPooling2D",
    "AveragePooling2D",
    "GlobalAveragePooling2D",
    "GlobalMaxPooling2D",
    "BatchNormalization",
    "Dropout",
    "SpatialDropout2D",
    "Flatten",
    "Dense",
    "softmax",
    "Softmax",
]
UNKNOWN = "Nakami shows what this layer puts out, but does not explain it."


@pytest.mark.parametrize("kind", KINDS)
def test_known_kinds_are_explained_in_a_breath(kind: str) -> None:
    text = str(explanation(kind))
    assert text != UNKNOWN
    assert text.endswith(".")
    assert len(text) < 140
    assert str(kind_name(kind)) != ""


def test_every_layer_of_the_tutorial_is_known() -> None:
    for layer in tutorial_network(100, 10).layers:
        kind = getattr(layer, "function", type(layer).__name__)
        assert str(explanation(kind)) != UNKNOWN


@pytest.mark.parametrize("kind", ["LSTM", "my{layer}", "{0}", "100%"])
def test_unknown_kinds_keep_their_name(kind: str) -> None:
    assert str(explanation(kind)) == UNKNOWN
    assert str(kind_name(kind)) == kind


def test_dropout_rests_when_classifying() -> None:
    assert "does nothing when classifying" in str(explanation("Dropout"))


def test_what_a_dense_layer_is_for_depends_on_its_place() -> None:
    hidden, scores = explanation("Dense"), explanation("Dense", per_class=True)
    assert hidden != scores
    assert explanation("Dense", per_class=True, as_shares=True) == explanation("softmax")


@pytest.mark.parametrize(
    ("kind", "shape", "text"),
    [
        ("Conv2D", (100, 100, 32), "32 pictures of 100 × 100, one from each filter"),
        ("Conv2D", (98, 97, 1), "1 picture of 98 × 97, from one filter"),
        ("Rescaling", (100, 100, 3), "3 pictures of 100 × 100: red, green and blue"),
        ("Rescaling", (28, 28, 1), "1 picture of 28 × 28"),
        ("relu", (7, 7, 2048), "2,048 pictures of 7 × 7"),
        ("Flatten", (33856,), "33,856 numbers"),
        ("GlobalAveragePooling2D", (1,), "1 number"),
    ],
)
def test_shapes_in_words(kind: str, shape: tuple[int, ...], text: str) -> None:
    assert str(description(kind, shape)) == text


def test_numbers_of_classes() -> None:
    assert str(description("Dense", (10,), per_class=True)) == "10 numbers, one for each class"
    assert str(description("softmax", (10,), per_class=True, as_shares=True)) == "10 shares, together 100 %"
