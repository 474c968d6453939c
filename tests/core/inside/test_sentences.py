"""How a number came about, in words made from the numbers."""

from collections.abc import Sequence

import numpy as np
import pytest

from core.answers import Insight
from core.inside.arithmetic import explain
from core.inside.explanations import Cell
from core.inside.operations import (
    PICTURE,
    Array,
    BatchNormalization,
    Convolution,
    Cropping,
    Dense,
    DepthwiseConvolution,
    Dropout,
    Elementwise,
    Function,
    GlobalPooling,
    LayerFacts,
    Merge,
    Normalization,
    Operation,
    Pooling,
    Rearrangement,
    Rescaling,
    Softmax,
    Unchanged,
    Unexplained,
    Upsampling,
    Withheld,
    ZeroPadding,
)
from core.inside.sentences import in_words
from tests.core.inside.by_hand import insight, one_layer


def array(values: object) -> Array:
    return np.array(values, np.float32)


def said(built: Insight, layer: str, cell: Cell, class_names: Sequence[str] = ()) -> str:
    return in_words(explain(built, layer, cell), built, class_names).in_english()


def of_layer(operation: Operation, inputs: Sequence[object], output: object, cell: Cell, kind: str = "Layer") -> str:
    return said(one_layer(operation, [array(each) for each in inputs], array(output), kind), "layer", cell)


SQUARE = np.arange(9.0).reshape(3, 3, 1)


def network(function: str = "relu", bias: float = 0.5) -> Insight:
    """Pixels, scaled, a convolution of ones with "same" padding, and an activation."""
    pixels = np.full((3, 3, 1), 10, np.uint8)
    convolution = Convolution(np.ones((3, 3, 1, 1), np.float32), array([bias]), padding="same")
    totals = array([[40, 60, 40], [60, 90, 60], [40, 60, 40]])[..., None] / 10 + bias
    layers = [
        LayerFacts("scaling", "Rescaling", Rescaling(array(0.1), array(0)), (PICTURE,)),
        LayerFacts("convolution", "Conv2D", convolution, ("scaling",)),
        LayerFacts("activation", function, Elementwise(Function(function)), ("convolution",)),
    ]
    values = {"scaling": pixels / np.float32(10), "convolution": totals, "activation": np.maximum(totals, 0)}
    return insight(layers, {name: each.astype(np.float32) for name, each in values.items()}, pixels)


def test_a_filter_in_the_middle_and_the_activation_after_it() -> None:
    assert said(network(), "convolution", (1, 1, 0)) == (
        "Filter 0 lies over 9 numbers of the picture. Multiplied pair by pair and added up, they give 9, and 9.50 with "
        "the bias. ReLU lets it through."
    )


def test_a_filter_over_the_edge() -> None:
    assert said(network(bias=-7), "convolution", (0, 0, 0)) == (
        "Filter 0 reaches over the edge of the picture: it lies over 4 numbers and 5 zeros of the padding. Multiplied "
        "pair by pair and added up, they give 4, and −3 with the bias. It is below zero, so ReLU turns it into 0."
    )


def test_a_convolution_that_reads_a_layer_with_its_own_activation() -> None:
    operation = Convolution(
        np.ones((1, 1, 1, 1), np.float32), None, function=Function("leaky_relu", {"negative_slope": 0.1})
    )
    assert of_layer(operation, [-SQUARE], -SQUARE / 10, (1, 1, 0)) == (
        "Filter 0 lies over 1 number of input_0. Multiplied pair by pair and added up, they give −4. It is below zero, "
        "so leaky ReLU lets only 10 % of it through: −0.40."
    )


def test_a_bias_that_does_not_show() -> None:
    operation = Convolution(np.ones((1, 1, 1, 1), np.float32), array([1e-5]))
    assert "added up with the bias, they give 4.25." in of_layer(operation, [SQUARE + 0.25], SQUARE, (1, 1, 0))


def test_a_depthwise_filter() -> None:
    operation = DepthwiseConvolution(np.ones((3, 3, 2, 2), np.float32), None, padding="same")
    values = np.ones((3, 3, 2))
    text = of_layer(operation, [values], np.full((3, 3, 4), 9), (1, 1, 3))
    assert text.startswith("Filter 3 looks at channel 1 of input_0 alone, at 9 numbers of it.")
    text = of_layer(operation, [values], np.full((3, 3, 4), 9), (0, 1, 3))
    assert "over 6 numbers and 3 zeros of the padding" in text


def scores() -> Insight:
    layers = [
        LayerFacts("dense", "Dense", Dense(array([[1, 0, 2], [0, 2, 0]]), array([0.5, 0, 0])), ("input",)),
        LayerFacts("softmax", "softmax", Softmax(), ("dense",)),
    ]
    logits = array([1.5, 4, 2])
    shares = np.exp(logits) / np.exp(logits).sum()
    return insight(layers, {"input": array([1, 2]), "dense": logits, "softmax": shares.astype(np.float32)})


def test_scores_and_shares() -> None:
    names = ("cat", "dog", "fish")
    assert said(scores(), "dense", (0,), names) == (
        "2 numbers, each times its own weight, add up to 1. With the bias that makes 1.50. That is the score of cat."
    )
    assert said(scores(), "softmax", (1,), names) == (
        "Softmax turns 3 scores into shares of one whole. dog takes 54.60 of 66.47, so the answer is 82.1 %."
    )
    assert said(scores(), "softmax", (2,), names) == (
        "Softmax turns 3 scores into shares of one whole. fish takes 7.39 of 66.47: 11.1 %."
    )
    assert said(scores(), "softmax", (2,)).endswith("Number 2 takes 7.39 of 66.47: 11.1 %.")
    assert "score of" not in said(scores(), "dense", (0,))


def test_a_dense_layer_with_softmax_of_its_own() -> None:
    operation = Dense(np.zeros((3, 2), np.float32), None, Function("softmax"))
    text = of_layer(operation, [[3, 1, 2]], [0.5, 0.5], (0,))
    assert text == (
        "3 numbers, each times its own weight, add up to 0. Softmax turns 2 scores into shares of one whole. "
        "Number 0 takes 1 of 2: 50.0 %."
    )


def test_softmax_of_very_large_scores() -> None:
    text = of_layer(Softmax(), [[1000, 1001]], [0.2689, 0.7311], (1,))
    assert text.endswith(
        "The scores are so large that the largest was taken off all of them first; the shares are the same."
    )


@pytest.mark.parametrize(
    ("function", "before", "after", "expected"),
    [
        (Function("relu"), 2.5, 2.5, "2.50 is above zero, so ReLU lets it through."),
        (Function("relu"), -2.5, 0, "−2.50 is below zero, so ReLU turns it into 0."),
        (Function("relu"), 0, 0, "ReLU leaves 0 as it is."),
        (Function("linear"), 2, 2, "Nothing is done to it: 2 goes on as it is."),
        (
            Function("relu", {"negative_slope": 0.25}),
            -2,
            -0.5,
            "−2 is below zero, so ReLU lets only 25 % of it through: −0.50.",
        ),
        (Function("leaky_relu", {"negative_slope": 0.25}), 2, 2, "2 is above zero, so leaky ReLU lets it through."),
        (Function("sigmoid"), 0, 0.5, "sigmoid brings 0 into the range from 0 to 1: 0.50."),
        (Function("tanh"), 0.55, 0.5, "tanh brings 0.55 into the range from −1 to 1: 0.50."),
        (Function("elu", {"alpha": 1.0}), -0.6931472, -0.5, "ELU turns −0.69 into −0.50."),
    ],
)
def test_activations(function: Function, before: float, after: float, expected: str) -> None:
    assert of_layer(Elementwise(function), [[before]], [after], (0,)) == expected


MAX, MEAN = Pooling("max", (2, 2), (2, 2)), Pooling("average", (2, 2), (2, 2), "same")


def test_pooling() -> None:
    assert of_layer(MAX, [SQUARE], [[[4]]], (0, 0, 0)) == (
        "Of these 4 numbers the strongest goes on: 4, from row 1, column 1."
    )
    assert of_layer(MAX, [SQUARE * 0], [[[0]]], (0, 0, 0)) == "All of these 4 numbers are 0, so 0 goes on."
    pooled = [[[2], [3.5]], [[6.5], [8]]]
    assert of_layer(MEAN, [SQUARE], pooled, (0, 0, 0)) == "The mean of these 4 numbers goes on: 8 / 4 = 2."
    assert of_layer(MEAN, [SQUARE], pooled, (0, 1, 0)) == (
        "The mean of these 2 numbers goes on: 7 / 2 = 3.50. The window reaches over the edge; what lies outside does "
        "not count."
    )
    assert of_layer(GlobalPooling("max"), [SQUARE], [8], (0,)) == (
        "Of all 9 numbers of channel 0 the strongest goes on: 8, from row 2, column 2."
    )
    assert of_layer(GlobalPooling("average"), [SQUARE], [4], (0,)) == (
        "All 9 numbers of channel 0 add up to 36. Divided by their count that is their mean, 4."
    )


def test_what_moves() -> None:
    assert of_layer(Dropout(0.25), [[5]], [5], (0,)) == (
        "When classifying, dropout passes every number on as it is, here 5. While training it cuts 25 % of them at "
        "random."
    )
    assert of_layer(Unchanged(), [[5]], [5], (0,)) == (
        "When classifying, this layer passes every number on as it is, here 5."
    )
    assert of_layer(Rearrangement((9,)), [SQUARE], SQUARE.ravel(), (5,)) == (
        "Row 1, column 2, channel 0 became position 5. The number itself stays the same: 5."
    )
    assert of_layer(Rearrangement((9, 1)), [SQUARE], SQUARE.reshape(9, 1), (5, 0)) == (
        "The number at (1, 2, 0) stands at (5, 0) now. The number itself stays the same: 5."
    )
    around = np.pad(SQUARE, ((1, 0), (0, 0), (0, 0)))
    padding = ZeroPadding((1, 0), (0, 0))
    assert of_layer(padding, [SQUARE], around, (0, 0, 0)) == "This 0 was put around input_0 as padding."
    assert of_layer(padding, [SQUARE], around, (2, 1, 0)) == (
        "4 stood at row 1, column 1 before zeros were put around, and is still the same."
    )
    assert of_layer(Cropping((1, 0), (0, 0)), [SQUARE], SQUARE[1:], (0, 1, 0)) == (
        "4 stood at row 1, column 1 before the edges were cut off, and is still the same."
    )
    assert of_layer(Upsampling((1, 2)), [SQUARE], np.repeat(SQUARE, 2, 1), (1, 3, 0)) == (
        "Every number is repeated over 1 × 2 places; here 4 from row 1, column 1."
    )


def test_what_scales() -> None:
    def scaling(scale: float, offset: float, value: float) -> str:
        return of_layer(Rescaling(array(scale), array(offset)), [[51]], [value], (0,))

    assert scaling(1 / 255, 0, 0.2) == "51 divided by 255 is 0.20."
    assert scaling(1 / 127.5, -1, -0.6) == "51 divided by 127.5, plus −1, is −0.60."
    assert scaling(2, 0, 102) == "51 times 2 is 102."
    assert scaling(2, 1, 103) == "51 times 2, plus 1, is 103."
    assert of_layer(Normalization(array([50]), array([4]), 1e-7), [[51]], [0.5], (0,)) == (
        "51 lies 0.50 standard deviations above the usual mean here, 50. So it becomes 0.50."
    )
    batch = BatchNormalization(array([52]), array([4]), array([3]), array([1]), 0.0)
    assert of_layer(batch, [[51]], [-0.5], (0,), "BatchNormalization") == (
        "51 lies 0.50 standard deviations below the usual mean here, 52. Stretched by gamma, 3, and shifted by beta, "
        "1, that becomes −0.50."
    )


def test_what_merges() -> None:
    inputs = [[2], [-3]]
    assert of_layer(Merge("add"), inputs, [-1], (0,)) == "2 numbers meet here and are added up: 2 + (−3) = −1."
    assert of_layer(Merge("subtract"), inputs, [5], (0,)) == "The second number is taken off the first: 2 − (−3) = 5."
    assert of_layer(Merge("multiply"), inputs, [-6], (0,)) == "2 numbers meet here and are multiplied: 2 × (−3) = −6."
    assert of_layer(Merge("average"), inputs, [-0.5], (0,)) == (
        "2 numbers meet here, and their mean goes on: (2 + (−3)) / 2 = −0.50."
    )
    assert of_layer(Merge("maximum"), inputs, [2], (0,)) == "2 numbers meet here, and the largest goes on: 2."
    assert of_layer(Merge("minimum"), inputs, [-3], (0,)) == "2 numbers meet here, and the smallest goes on: −3."
    assert of_layer(Merge("concatenate"), inputs, [2, -3], (1,)) == (
        "The channels of several layers stand one behind the other. This is channel 0 of input_1."
    )


def test_what_is_not_explained_and_what_is_no_number() -> None:
    assert of_layer(Unexplained(), [[1]], [1], (0,)) == (
        "Nakami shows what this layer puts out, but does not explain it."
    )
    assert of_layer(Withheld(), [[1]], [1], (0,)) == (
        "While training runs, the weights of a layer this large are fetched only when you ask for them."
    )
    for lost in (np.nan, np.inf, -np.inf):
        assert of_layer(Elementwise(Function("relu")), [[lost]], [lost], (0,)) == (
            "This is no number to go on with: somewhere before, the numbers grew too large."
        )
