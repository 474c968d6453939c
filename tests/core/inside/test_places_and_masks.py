"""What the views need beside an explanation: the strongest terms, places in the picture, dropout masks, errors."""

import math
import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.answers import Insight
from core.errors import NakamiError
from core.inside.arithmetic import (
    apply,
    by_place,
    dropout_mask,
    explain,
    source_cell,
    strongest,
    strongest_terms,
)
from core.inside.explanations import Contribution, Explanation, Moved, WeightedSum
from core.inside.operations import (
    PICTURE,
    Array,
    Convolution,
    Dense,
    Dropout,
    Elementwise,
    Function,
    GlobalPooling,
    LayerFacts,
    Merge,
    Operation,
    Pooling,
    Rearrangement,
    Softmax,
)
from tests.core.inside.by_hand import insight, one_layer

RNG = np.random.default_rng(5)


def array(values: object) -> Array:
    return np.array(values, np.float32)


def weighted_sum(values: list[float], weights: list[float]) -> WeightedSum:
    operation = Dense(array(weights)[:, None], None)
    output = array([np.dot(array(values), array(weights))])
    found = explain(one_layer(operation, [array(values)], output), "layer", (0,))
    assert isinstance(found, WeightedSum)
    return found


def strongest_of(
    operation: Operation, inputs: list[object], output: object, cell: tuple[int, ...]
) -> Contribution | None:
    return strongest(explain(one_layer(operation, [array(each) for each in inputs], array(output)), "layer", cell))


numbers = st.floats(-9, 9, width=32).map(lambda each: round(each, 2))


@given(st.lists(st.tuples(numbers, numbers), min_size=1, max_size=20), st.integers(0, 25))
def test_the_strongest_terms_are_the_first_of_all_sorted(pairs: list[tuple[float, float]], most: int) -> None:
    found = weighted_sum([each[0] for each in pairs], [each[1] for each in pairs])
    up, down = strongest_terms(found, most)
    products = found.products
    order = sorted(range(len(products)), key=lambda index: (-products[index], index))
    assert up == [index for index in order if products[index] > 0][:most]
    order = sorted(range(len(products)), key=lambda index: (products[index], index))
    assert down == [index for index in order if products[index] < 0][:most]


def test_the_strongest_has_the_sign_of_the_sum() -> None:
    assert strongest(weighted_sum([1, 2, 3], [6, -4, 1])) == Contribution(0, (0,), 1, 6), "though −8 is larger"
    assert strongest(weighted_sum([1, 2, 3], [1, -4, 1])) == Contribution(0, (1,), 2, -8)
    assert strongest(weighted_sum([0, 0, 0], [1, -4, 1])) == Contribution(0, (1,), 0, 0), "the largest weight"


def test_padding_is_never_the_strongest() -> None:
    operation = Convolution(np.ones((3, 3, 1, 1), np.float32), None, padding="same")
    best = strongest_of(operation, [np.zeros((2, 2, 1))], np.zeros((2, 2, 1)), (0, 0, 0))
    assert best == Contribution(0, (0, 0, 0), 0, 0)
    hole = Convolution(np.ones((2, 2, 1, 1), np.float32), None, padding="same", dilation=(2, 2))
    assert strongest_of(hole, [np.ones((1, 1, 1))], np.zeros((1, 1, 1)), (0, 0, 0)) is None, "it lies in padding alone"


def test_the_strongest_of_pooling_softmax_and_merging() -> None:
    square = [[[1], [-5]], [[2], [0]]]
    assert strongest_of(Pooling("max", (2, 2), (2, 2)), [square], [[[2]]], (0, 0, 0)) == Contribution(
        0, (1, 0, 0), 2, 2
    )
    assert strongest_of(GlobalPooling("average"), [square], [-0.5], (0,)) == Contribution(0, (0, 1, 0), -5, -5)
    assert strongest_of(Softmax(), [[1, 2]], [0.27, 0.73], (0,)) == Contribution(0, (0,), 1, 1)
    assert strongest_of(Merge("subtract"), [[1], [3]], [-2], (0,)) == Contribution(1, (0,), 3, -3)
    assert strongest_of(Merge("minimum"), [[1], [3]], [1], (0,)) == Contribution(0, (0,), 1, 1)
    assert strongest_of(Merge("multiply"), [[1], [-3]], [-3], (0,)) == Contribution(1, (0,), -3, -3)
    assert strongest_of(Merge("concatenate"), [[1], [3]], [1, 3], (1,)) == Contribution(1, (0,), 3, 3)


def after_flatten() -> Insight:
    """pool -> dropout -> flatten -> relu -> dense, as in the tutorial."""
    picture = RNG.normal(size=(2, 3, 4)).astype(np.float32)
    row = np.maximum(picture.ravel(), 0)
    kernel = RNG.normal(size=(24, 2)).astype(np.float32)
    layers = [
        LayerFacts("pool", "MaxPooling2D", Pooling("max", (1, 1), (1, 1)), ("before",)),
        LayerFacts("dropout", "Dropout", Dropout(0.5), ("pool",)),
        LayerFacts("flatten", "Flatten", Rearrangement((24,)), ("dropout",)),
        LayerFacts("relu", "relu", Elementwise(Function("relu")), ("flatten",)),
        LayerFacts("dense", "Dense", Dense(kernel, None), ("relu",)),
        LayerFacts("next", "Dense", Dense(array([[1], [1]]), None), ("dense",)),
    ]
    values = {"before": picture, "pool": picture, "dropout": picture, "flatten": picture.ravel(), "relu": row}
    dense = row @ kernel
    return insight(layers, {**values, "dense": dense, "next": dense.sum(keepdims=True)})


def test_products_by_their_place_in_the_picture() -> None:
    built = after_flatten()
    found = explain(built, "dense", (1,))
    assert isinstance(found, WeightedSum)
    places = by_place(built, "dense", found)
    assert places is not None
    assert places.shape == (2, 3)
    assert places.sum() == pytest.approx(found.total)
    assert places[1, 2] == pytest.approx(found.products[-4:].sum())


def test_a_term_is_named_by_the_picture_that_was_laid_out() -> None:
    built = after_flatten()
    assert source_cell(built, "dense", (23,)) == ("pool", (1, 2, 3))
    assert source_cell(built, "dense", (4,)) == ("pool", (0, 1, 0))
    assert source_cell(built, "next", (1,)) == ("dense", (1,))
    assert source_cell(built, "dropout", (1, 2, 3)) == ("pool", (1, 2, 3))


def test_no_places_where_there_was_no_picture() -> None:
    built = after_flatten()
    found = explain(built, "next", (0,))
    assert isinstance(found, WeightedSum)
    assert by_place(built, "next", found) is None


def test_places_in_the_photo_itself() -> None:
    pixels = RNG.integers(0, 256, (4, 5, 3)).astype(np.uint8)
    row = pixels.ravel().astype(np.float32)
    layers = [
        LayerFacts("flatten", "Flatten", Rearrangement((60,)), (PICTURE,)),
        LayerFacts("dense", "Dense", Dense(np.ones((60, 1), np.float32), None), ("flatten",)),
    ]
    built = insight(layers, {"flatten": row, "dense": row.sum(keepdims=True)}, pixels)
    found = explain(built, "dense", (0,))
    assert isinstance(found, WeightedSum)
    places = by_place(built, "dense", found)
    assert places is not None
    assert np.array_equal(places, pixels.sum(axis=2))
    assert source_cell(built, "dense", (59,)) == (PICTURE, (3, 4, 2))


@given(st.floats(0, 1), st.booleans(), st.integers(0, 2**32))
def test_a_dropout_mask(rate: float, per_channel: bool, seed: int) -> None:
    values = np.ones((4, 5, 6), np.float32)
    operation = Dropout(rate, per_channel)
    masked, cut = dropout_mask(operation, values, seed)
    assert cut.shape == masked.shape == values.shape
    assert not masked[cut].any()
    assert np.allclose(masked[~cut], 1 / (1 - rate) if rate < 1 else 0)
    assert np.array_equal(dropout_mask(operation, values, seed)[1], cut)
    if per_channel:
        assert (cut == cut[0, 0]).all()
    if rate in (0, 1):
        assert (cut == bool(rate)).all()


def test_about_as_many_are_cut_as_the_rate_says() -> None:
    values = np.ones((100, 100, 10), np.float32)
    masked, cut = dropout_mask(Dropout(0.25), values, 1)
    assert cut.mean() == pytest.approx(0.25, abs=0.01)
    assert masked.mean() == pytest.approx(1, abs=0.02), "the sum stays about the same"
    assert not np.array_equal(dropout_mask(Dropout(0.25), values, 2)[1], cut)


def test_a_mask_for_an_explanation() -> None:
    built = after_flatten()
    found = explain(built, "dropout", (0, 0, 0))
    assert isinstance(found, Moved)
    assert dropout_mask(found, built.values("pool"), 3)[1].shape == (2, 3, 4)
    flatten = explain(built, "flatten", (0,))
    assert isinstance(flatten, Moved)
    with pytest.raises(ValueError, match="not a dropout layer"):
        dropout_mask(flatten, built.values("pool"), 3)


@pytest.mark.parametrize(
    ("layer", "cell", "expected"),
    [
        (
            "pol",
            (0, 0, 0),
            "There is no layer pol to look into. The layers are: before, pool, dropout, flatten, relu, ",
        ),
        ("dense", (0, 0, 0), "dense puts out one row of numbers: name a number by its INDEX. Received: 0,0,0."),
        ("pool", (7,), "pool puts out pictures: name a number by ROW,COLUMN,CHANNEL. Received: 7."),
        (
            "pool",
            (0, 3, 0),
            "pool has no number at 0,3,0: its output is 2 × 3 × 4. Counting starts at 0; the last number is",
        ),
        ("dense", (-1,), "dense has no number at -1: its output is 2. Counting starts at 0; the last number is at 1."),
    ],
)
def test_a_layer_or_a_cell_that_is_not_there(layer: str, cell: tuple[int, ...], expected: str) -> None:
    with pytest.raises(NakamiError) as caught:
        explain(after_flatten(), layer, cell)
    assert str(caught.value).startswith(expected)


def test_what_does_not_fit_together_is_not_explained() -> None:
    """An input that cannot be shown, or weights of another shape: an output, and no arithmetic."""
    values = array([1, 2, 3])
    hidden = LayerFacts("layer", "Dense", Dense(array([[1]] * 3), None), ("hidden",))
    misfits: list[Explanation] = [
        explain(insight([hidden], {"layer": values}), "layer", (0,)),
        explain(one_layer(Dense(array([[1]] * 4), None), [values], values), "layer", (0,)),
        explain(one_layer(Elementwise(Function("unheard_of")), [values], values), "layer", (0,)),
        explain(one_layer(Pooling("max", (2, 2), (1, 1)), [values], values), "layer", (0,)),
    ]
    assert all(math.isnan(each.recomputed) for each in misfits)
    assert [each.value for each in misfits] == [1] * 4


def test_numbers_that_got_lost_stay_lost() -> None:
    """A network that diverged: no error, and the same NaN or infinity that Keras gives."""
    lost = array([np.nan, np.inf, -np.inf])
    built = one_layer(Elementwise(Function("relu")), [lost], array([np.nan, np.inf, 0]))
    found = [explain(built, "layer", (index,)).recomputed for index in range(3)]
    assert math.isnan(found[0])
    assert found[1:] == [math.inf, 0]
    for operation in (Softmax(), Dense(array([[1, 1, 0]] * 3), array([1, 2, 3]))):
        for index in range(3):
            explanation = explain(one_layer(operation, [lost], lost), "layer", (index,))
            assert math.isnan(explanation.recomputed)
            assert strongest(explanation) is not None
    picture = lost.reshape(1, 3, 1)
    mean = explain(one_layer(GlobalPooling("average"), [picture], lost[:1]), "layer", (0,))
    assert math.isnan(mean.recomputed)
    assert strongest(mean) is not None
    assert np.isnan(apply(Function("gelu"), np.array([np.nan]))).all()


def test_it_needs_numpy_alone() -> None:
    code = "import sys, core.inside.sentences, core.inside.trace; print(sorted({m.split('.')[0] for m in sys.modules}))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert "numpy" in loaded
    assert not any(each in loaded for each in ("tensorflow", "keras", "PySide6", "scipy"))
