"""What is said of a layer before a number is chosen."""

import numpy as np

from core.inside.hints import hint
from core.inside.operations import (
    Convolution,
    Dense,
    Dropout,
    GlobalPooling,
    LayerFacts,
    Operation,
    Pooling,
    Rearrangement,
    Unexplained,
)


def said(kind: str, operation: Operation) -> str:
    return " ".join(map(str, hint(LayerFacts("layer", kind, operation, ("before",)))))


def test_convolution_says_why_there_are_so_many_pictures() -> None:
    text = said("Conv2D", Convolution(np.zeros((3, 3, 3, 32), np.float32), None))
    assert "32 filters make 32 pictures" in text
    assert "3 × 3 numbers for each of the 3 pictures that come in" in text
    assert "1 filter makes 1 picture" in said("Conv2D", Convolution(np.zeros((5, 5, 1, 1), np.float32), None))


def test_pooling_says_what_it_throws_away() -> None:
    assert "3 are thrown away" in said("MaxPooling2D", Pooling("max", (2, 2), (2, 2)))
    assert "9 numbers of a window become one" in said("AveragePooling2D", Pooling("average", (3, 3), (3, 3)))


def test_others_say_their_own_numbers() -> None:
    assert "25 %" in said("Dropout", Dropout(0.25))
    assert "2,000 weights" in said("Dense", Dense(np.zeros((200, 10), np.float32), None))


def test_every_kind_has_something_to_say() -> None:
    for kind, operation in (
        ("GlobalAveragePooling2D", GlobalPooling("average")),
        ("Flatten", Rearrangement((9,))),
        ("Lambda", Unexplained()),
    ):
        assert said(kind, operation).endswith(".")
