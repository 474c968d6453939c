"""What a number sees of the photo, and who did most for it: random stacks and graphs of layers."""

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import keras
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from core.answers import Insight, LayerOutput, Photo
from core.inside.arithmetic import explain
from core.inside.explanations import Region
from core.inside.looking import Looker
from core.inside.operations import PICTURE
from core.inside.trace import seen_region, trace
from tests.core.inside.by_hand import SIZE_PX, random_cell

pytestmark = pytest.mark.heavy

L = keras.layers
few = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)
Draw = Callable[[st.SearchStrategy[Any]], Any]
seeds = st.integers(0, 2**32 - 1)


def network(draw: Draw) -> keras.Model:
    """A network of layers that pass on every push upwards: what a pixel can reach, it raises."""
    picture = keras.Input((SIZE_PX, SIZE_PX, 3))
    x = picture
    for _ in range(draw(st.integers(1, 5))):
        x = draw(st.sampled_from([window, window, branches, surroundings, same_place]))(draw, x)
    if draw(st.booleans()):
        x = L.Dense(2)(L.Flatten()(x))
    elif draw(st.booleans()):
        x = L.GlobalMaxPooling2D()(x)
    return keras.Model(picture, x)


def window(draw: Draw, x: Any) -> Any:
    """A convolution or a pooling that still fits."""
    size = draw(st.integers(1, min(3, x.shape[1], x.shape[2])))
    padding = draw(st.sampled_from(["same", "valid"]))
    stride, dilation = draw(st.sampled_from([(1, 1), (2, 1), (1, 2)]))
    if padding == "valid" and 2 * size > min(x.shape[1:3]):
        dilation = 1
    kind = draw(st.sampled_from(["conv", "depthwise", "max", "average"]))
    if kind == "conv":
        return L.Conv2D(2, size, stride, padding, dilation_rate=dilation)(x)
    if kind == "depthwise":
        return L.DepthwiseConv2D(size, stride, padding, dilation_rate=dilation)(x)
    return (L.MaxPooling2D if kind == "max" else L.AveragePooling2D)(size, stride, padding)(x)


def branches(draw: Draw, x: Any) -> Any:
    """Two ways that meet again: added up, side by side, or one spread over the other."""
    how = draw(st.sampled_from(["add", "concatenate", "spread"]))
    other = L.Conv2D(x.shape[3], draw(st.sampled_from([1, 3])), padding="same")(x)
    if how == "spread":
        other = L.GlobalAveragePooling2D(keepdims=True)(L.Cropping2D(((0, 0), (x.shape[2] - 1, 0)))(other))
    return L.Concatenate()([x, other]) if how == "concatenate" else L.Add()([x, other])


def surroundings(draw: Draw, x: Any) -> Any:
    """More, or less, around."""
    crop = ((0, int(x.shape[1] > 1)), (int(x.shape[2] > 1), 0))
    layer = draw(st.sampled_from([L.ZeroPadding2D(((2, 0), (1, 3))), L.Cropping2D(crop), L.UpSampling2D((1, 2))]))
    return layer(x)


def same_place(draw: Draw, x: Any) -> Any:
    """Layers that change nothing about places, or lay them out anew."""
    kind = draw(st.sampled_from(["relu", "batch", "dropout", "reshape"]))
    if kind == "reshape":
        return L.Reshape((x.shape[2], x.shape[1], x.shape[3]))(x)
    return {"relu": L.ReLU(), "batch": L.BatchNormalization(), "dropout": L.Dropout(0.5)}[kind](x)


def reached_by(model: keras.Model, layer: str) -> NDArray[np.bool_]:
    """(row, column, *cell): whether a pixel can change a cell, found by trying all of them with all weights 1."""
    kept = model.get_weights()
    for each in model.layers:
        if not isinstance(each, L.BatchNormalization):
            each.set_weights([np.ones_like(weight) if weight.ndim > 1 else weight * 0 for weight in each.get_weights()])
    pixels = np.zeros((SIZE_PX, SIZE_PX, SIZE_PX, SIZE_PX, 3), np.float32)
    rows, columns = np.indices((SIZE_PX, SIZE_PX))
    pixels[rows, columns, rows, columns] = 1
    output = keras.Model(model.inputs[0], model.get_layer(layer).output)(
        pixels.reshape(-1, SIZE_PX, SIZE_PX, 3), training=False
    )
    model.set_weights(kept)
    return np.asarray(output).reshape(SIZE_PX, SIZE_PX, *output.shape[1:]) > 0


def around(reached: NDArray[np.bool_]) -> Region:
    rows, columns = np.flatnonzero(reached.any(axis=1)), np.flatnonzero(reached.any(axis=0))
    if not len(rows):
        return Region(0, 0, 0, 0)
    return Region(int(rows[0]), int(rows[-1]) + 1, int(columns[0]), int(columns[-1]) + 1)


def look(model: keras.Model, seed: int = 0) -> Insight:
    pixels = np.random.default_rng(seed).integers(0, 256, (SIZE_PX, SIZE_PX, 3)).astype(np.uint8)
    classes = tuple(str(index) for index in range(model.output_shape[-1]))
    if len(model.output_shape) != 2:
        model = keras.Model(model.inputs[0], L.GlobalMaxPooling2D()(model.output))
    return Looker(model, classes, SIZE_PX).look(Photo("photo"), pixels)


@few
@given(data=st.data(), seed=seeds)
def test_the_region_is_what_can_be_reached(data: st.DataObject, seed: int) -> None:
    model = network(data.draw)
    rng = np.random.default_rng(seed)
    insight = look(model)
    last = model.layers[-1].name
    reached = reached_by(model, last)
    shape = insight.output(last).values.shape
    for _ in range(5):
        cell = random_cell(rng, shape)
        assert seen_region(insight, last, cell) == around(reached[(..., *cell)])


@few
@given(data=st.data(), seed=seeds)
def test_a_trace_goes_down_to_a_pixel_inside_of_every_region(data: st.DataObject, seed: int) -> None:
    model = network(data.draw)
    rng = np.random.default_rng(seed)
    insight = look(model, seed)
    start = model.layers[-1].name
    steps = trace(insight, start, random_cell(rng, insight.output(start).values.shape))
    assert steps[0].layer == start
    assert steps[0].amount is None
    for before, after in pairwise(steps):
        assert after.layer in insight.facts(before.layer).inputs
        assert after.value == insight.values(after.layer)[after.cell]
        assert after.region.top >= before.region.top
        assert after.region.bottom <= before.region.bottom
        assert after.region.left >= before.region.left
        assert after.region.right <= before.region.right
    last = steps[-1]
    if last.layer == PICTURE:
        assert last.region == Region(last.cell[0], last.cell[0] + 1, last.cell[1], last.cell[1] + 1)
    else:
        assert explain(insight, last.layer, last.cell).recomputed == 0, "a padding zero, or a sum of nothing else"


def test_the_strongest_way_through_a_network() -> None:
    """Weights chosen so that the way is known: filter 1 looks at the red of the pixel above alone."""
    picture = keras.Input((SIZE_PX, SIZE_PX, 3))
    convolution = L.Conv2D(2, 3, padding="same", name="convolution")
    pool = L.MaxPooling2D(name="pool")
    dense = L.Dense(1, name="dense")
    model = keras.Model(picture, dense(L.Flatten(name="flatten")(pool(convolution(picture)))))
    kernel = np.zeros((3, 3, 3, 2), np.float32)
    kernel[0, 1, 0, 1] = 0.5
    convolution.set_weights([kernel, np.zeros(2, np.float32)])
    dense.set_weights([np.ones((SIZE_PX * SIZE_PX // 2, 1), np.float32), np.zeros(1, np.float32)])
    pixels = np.zeros((SIZE_PX, SIZE_PX, 3), np.uint8)
    pixels[2, 5, 0] = 200
    pixels[6, 1, 0] = 100
    insight = Looker(model, ("one",), SIZE_PX).look(Photo("photo"), pixels)
    steps = trace(insight, "dense", (0,))
    assert [(step.layer, step.cell) for step in steps] == [
        ("dense", (0,)),
        ("flatten", (1 * 8 + 2 * 2 + 1,)),
        ("pool", (1, 2, 1)),
        ("convolution", (3, 5, 1)),
        (PICTURE, (2, 5, 0)),
    ]
    assert [step.value for step in steps] == [150, 100, 100, 100, 200]
    assert [step.amount for step in steps] == [None, 100, 100, 100, 100]
    assert [step.region for step in steps] == [
        Region(0, 8, 0, 8),
        Region(1, 5, 3, 7),
        Region(1, 5, 3, 7),
        Region(2, 5, 4, 7),
        Region(2, 3, 5, 6),
    ]


def test_a_layer_that_is_not_explained_ends_the_trace_and_may_see_everything() -> None:
    picture = keras.Input((SIZE_PX, SIZE_PX, 3))
    x = L.LayerNormalization(name="norm")(L.Conv2D(2, 3, name="convolution")(picture))
    model = keras.Model(picture, L.GlobalMaxPooling2D(name="end")(L.ReLU(name="relu")(x)))
    insight = look(model)
    assert [step.layer for step in trace(insight, "end", (1,))] == ["end", "relu", "norm"]
    assert seen_region(insight, "relu", (0, 0, 0)) == Region(0, SIZE_PX, 0, SIZE_PX)
    assert seen_region(insight, "convolution", (0, 0, 0)) == Region(0, 3, 0, 3)


def test_an_insight_without_facts_ends_at_once() -> None:
    bare = Insight(
        Photo("photo"), look(one_convolution()).answer, (LayerOutput("a", "Dense", np.zeros(3, np.float32)),)
    )
    (step,) = trace(bare, "a", (1,))
    assert step.region == Region(0, SIZE_PX, 0, SIZE_PX)


def one_convolution() -> keras.Model:
    picture = keras.Input((SIZE_PX, SIZE_PX, 3))
    return keras.Model(picture, L.Conv2D(2, 3)(picture))
