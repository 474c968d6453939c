"""Every kind of layer against Keras itself: settings, weights and cells at random, edges and corners often."""

from collections.abc import Callable
from functools import partial
from typing import Any

import keras
import numpy as np
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from core.answers import Insight
from core.inside.arithmetic import explain, strongest
from core.inside.explanations import Explanation, Merged, Moved, OfOne, Pooled, Scaled, Shared, WeightedSum
from core.inside.operations import Array, Unexplained
from core.inside.reading import kind_of, read_operation
from tests.core.inside.by_hand import agrees, one_layer, random_cell

pytestmark = [
    pytest.mark.heavy,
    # Keras doubts that anybody wants a softmax of a single number; its value is 1 all the same.
    pytest.mark.filterwarnings("ignore:You are using a softmax over axis:UserWarning"),
]

NAMES = [
    *("linear", "relu", "relu6", "leaky_relu", "elu", "selu", "celu", "gelu", "exponential"),
    *("sigmoid", "hard_sigmoid", "sparse_sigmoid", "log_sigmoid", "tanh", "hard_tanh", "tanh_shrink"),
    *("soft_shrink", "hard_shrink", "softplus", "squareplus", "sparse_plus", "softsign", "silu", "hard_silu", "mish"),
]
IN_A_LAYER = ["linear", "relu", "softmax", "gelu", "leaky_relu"]
CELLS = 6

seeds = st.integers(0, 2**32 - 1)
sides = st.integers(1, 9)
channels = st.integers(1, 4)


def some(examples: int) -> Callable[[Callable[..., None]], Callable[..., None]]:
    return settings(
        max_examples=examples, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
    )


def numbers(rng: np.random.Generator, *shape: int) -> Array:
    return rng.normal(0, 1, shape).astype(np.float32)


def run(layer: Any, rng: np.random.Generator, *inputs: Array) -> Insight:
    """The layer with random weights, called by Keras on a batch of one."""
    batch: Any = [each[None] for each in inputs]
    batch = batch if len(inputs) > 1 else batch[0]
    layer(batch, training=False)
    layer.set_weights([numbers(rng, *weight.shape) for weight in layer.get_weights()])
    output = np.asarray(layer(batch, training=False))[0]
    return one_layer(read_operation(layer), inputs, output, kind_of(layer))


def checked(insight: Insight, rng: np.random.Generator) -> list[Explanation]:
    """Explanations of some cells, each held against Keras, and their positions against the input."""
    shape = insight.output("layer").values.shape
    found = [explain(insight, "layer", random_cell(rng, shape)) for _ in range(CELLS)]
    for each in found:
        assert each.value == insight.output("layer").values[each.cell]
        assert agrees(each.recomputed, each.value), each
        best = strongest(each)
        if best is not None:
            assert insight.values(each.inputs[best.source])[best.cell] == pytest.approx(best.value)
        if isinstance(each, WeightedSum):
            check_terms(each, insight.values(each.inputs[0]))
    return found


def check_terms(found: WeightedSum, values: Array) -> None:
    assert found.total == pytest.approx(found.products.sum() + found.bias)
    inside = np.all((found.positions >= 0) & (found.positions < values.shape), axis=1)
    assert np.array_equal(found.values[inside], values[tuple(found.positions[inside].T)])
    assert not found.values[~inside].any()
    if found.window is not None:
        grid = (len(found.window.rows), len(found.window.columns), len(found.window.channels))
        assert np.array_equal(found.window.is_padding, ~inside.reshape(grid).all(axis=2))


def stride_or_dilation() -> st.SearchStrategy[tuple[int | tuple[int, int], int | tuple[int, int]]]:
    """Keras allows one of them to be more than 1."""
    steps = st.one_of(st.integers(1, 3), st.tuples(st.integers(1, 3), st.integers(1, 3)))
    return st.one_of(st.tuples(steps, st.just(1)), st.tuples(st.just(1), steps))


def reach(kernel: tuple[int, int], dilation: int | tuple[int, int]) -> tuple[int, int]:
    first, second = dilation if isinstance(dilation, tuple) else (dilation, dilation)
    return (kernel[0] - 1) * first + 1, (kernel[1] - 1) * second + 1


@some(150)
@given(
    shape=st.tuples(sides, sides, channels),
    kernel=st.tuples(st.integers(1, 4), st.integers(1, 4)),
    step=stride_or_dilation(),
    padding=st.sampled_from(["same", "valid"]),
    activation=st.sampled_from(IN_A_LAYER),
    use_bias=st.booleans(),
    seed=seeds,
)
def test_convolution(
    shape: tuple[int, int, int],
    kernel: tuple[int, int],
    step: tuple[Any, Any],
    padding: str,
    activation: str,
    use_bias: bool,
    seed: int,
) -> None:
    size = reach(kernel, step[1])
    assume(padding == "same" or (size[0] <= shape[0] and size[1] <= shape[1]))
    rng = np.random.default_rng(seed)
    layer = keras.layers.Conv2D(
        3, kernel, step[0], padding, dilation_rate=step[1], activation=activation, use_bias=use_bias
    )
    assert all(isinstance(each, WeightedSum) for each in checked(run(layer, rng, numbers(rng, *shape)), rng))


@some(8)
@given(
    groups=st.integers(2, 3),
    per_group=st.integers(1, 2),
    stride=st.integers(1, 2),
    activation=st.sampled_from(["linear", "softmax"]),
    seed=seeds,
)
def test_convolution_in_groups(groups: int, per_group: int, stride: int, activation: str, seed: int) -> None:
    rng = np.random.default_rng(seed)
    layer = keras.layers.Conv2D(groups * 2, 3, stride, "same", groups=groups, activation=activation)
    for each in checked(run(layer, rng, numbers(rng, 5, 4, groups * per_group)), rng):
        assert isinstance(each, WeightedSum)
        assert len(each.values) == 9 * per_group


@some(100)
@given(
    shape=st.tuples(sides, sides, channels),
    kernel=st.tuples(st.integers(1, 4), st.integers(1, 4)),
    stride=st.integers(1, 3),
    dilation=st.integers(1, 3),
    multiplier=st.integers(1, 3),
    padding=st.sampled_from(["same", "valid"]),
    activation=st.sampled_from(IN_A_LAYER),
    seed=seeds,
)
def test_depthwise_convolution(
    shape: tuple[int, int, int],
    kernel: tuple[int, int],
    stride: int,
    dilation: int,
    multiplier: int,
    padding: str,
    activation: str,
    seed: int,
) -> None:
    size = reach(kernel, dilation)
    assume(padding == "same" or (size[0] <= shape[0] and size[1] <= shape[1]))
    rng = np.random.default_rng(seed)
    layer = keras.layers.DepthwiseConv2D(
        kernel, stride, padding, depth_multiplier=multiplier, dilation_rate=dilation, activation=activation
    )
    assert all(isinstance(each, WeightedSum) for each in checked(run(layer, rng, numbers(rng, *shape)), rng))


@some(40)
@given(
    place=st.lists(st.integers(1, 4), max_size=2),
    inputs=st.integers(1, 300),
    units=st.integers(1, 8),
    activation=st.sampled_from([*NAMES, "softmax"]),
    use_bias=st.booleans(),
    seed=seeds,
)
def test_dense(place: list[int], inputs: int, units: int, activation: str, use_bias: bool, seed: int) -> None:
    rng = np.random.default_rng(seed)
    layer = keras.layers.Dense(units, activation, use_bias)
    values = numbers(rng, *place, inputs) / np.float32(np.sqrt(inputs))
    assert all(isinstance(each, WeightedSum) for each in checked(run(layer, rng, values), rng))


@some(150)
@given(
    shape=st.tuples(sides, sides, channels),
    size=st.tuples(st.integers(1, 4), st.integers(1, 4)),
    strides=st.one_of(st.none(), st.integers(1, 3), st.tuples(st.integers(1, 3), st.integers(1, 3))),
    padding=st.sampled_from(["same", "valid"]),
    kind=st.sampled_from([keras.layers.MaxPooling2D, keras.layers.AveragePooling2D]),
    seed=seeds,
)
def test_pooling(
    shape: tuple[int, int, int], size: tuple[int, int], strides: Any, padding: str, kind: Any, seed: int
) -> None:
    assume(padding == "same" or (size[0] <= shape[0] and size[1] <= shape[1]))
    rng = np.random.default_rng(seed)
    values = numbers(rng, *shape) - 2  # mostly below zero: a padding that counted would show
    for each in checked(run(kind(size, strides, padding), rng, values), rng):
        assert isinstance(each, Pooled)
        assert each.values.shape == size
        if each.winner is not None:
            assert values[each.winner] == np.float32(each.value) == np.nanmax(each.values)


@some(15)
@given(
    shape=st.tuples(sides, sides, channels),
    kind=st.sampled_from([keras.layers.GlobalMaxPooling2D, keras.layers.GlobalAveragePooling2D]),
    keepdims=st.booleans(),
    seed=seeds,
)
def test_global_pooling(shape: tuple[int, int, int], kind: Any, keepdims: bool, seed: int) -> None:
    rng = np.random.default_rng(seed)
    found = checked(run(kind(keepdims=keepdims), rng, numbers(rng, *shape)), rng)
    assert all(isinstance(each, Pooled) and each.is_global for each in found)


@pytest.mark.parametrize("name", NAMES)
def test_activation_functions(name: str) -> None:
    values = np.array([-300, -20, -4, -3, -1.5, -1, -0.5, -1e-3, 0, 1e-3, 0.5, 1, 1.5, 3, 4, 6, 7, 20, 80], np.float32)
    check_at_every_place(keras.layers.Activation(name), values)


@pytest.mark.parametrize(
    "layer",
    [
        keras.layers.ReLU(),
        keras.layers.ReLU(max_value=3),
        keras.layers.ReLU(max_value=6, negative_slope=0.1),
        keras.layers.ReLU(threshold=0.3),
        keras.layers.ReLU(max_value=2.0, negative_slope=0.25, threshold=0.5),
        keras.layers.ReLU(negative_slope=0.3, threshold=0.3),
        keras.layers.LeakyReLU(),
        keras.layers.LeakyReLU(0.05),
        keras.layers.ELU(),
        keras.layers.ELU(0.3),
    ],
    ids=str,
)
def test_activation_layers(layer: keras.Layer) -> None:
    values = np.array([-9, -3, -1, -0.5, -0.3, -0.1, 0, 0.1, 0.3, 0.30001, 0.5, 0.6, 2, 2.5, 6, 7], np.float32)
    check_at_every_place(layer, values)


def check_at_every_place(layer: keras.Layer, values: Array) -> None:
    insight = run(layer, np.random.default_rng(0), values)
    for index in range(len(values)):
        found = explain(insight, "layer", (index,))
        assert isinstance(found, OfOne)
        assert agrees(found.recomputed, found.value), (values[index], found)


@some(15)
@given(shape=st.tuples(sides, sides, channels), shared=st.sampled_from([None, [1, 2], [1, 2, 3], [3]]), seed=seeds)
def test_prelu(shape: tuple[int, int, int], shared: list[int] | None, seed: int) -> None:
    rng = np.random.default_rng(seed)
    layer = keras.layers.PReLU(shared_axes=shared)
    assert all(isinstance(each, OfOne) for each in checked(run(layer, rng, numbers(rng, *shape)), rng))


@some(25)
@given(
    shape=st.one_of(st.tuples(st.integers(1, 30)), st.tuples(sides, sides, channels)),
    factor=st.sampled_from([1, 10, 400, 1e4, -1e4]),
    as_activation=st.booleans(),
    seed=seeds,
)
def test_softmax(shape: tuple[int, ...], factor: float, as_activation: bool, seed: int) -> None:
    rng = np.random.default_rng(seed)
    layer = keras.layers.Activation("softmax") if as_activation else keras.layers.Softmax()
    values = (factor * (1 + np.abs(numbers(rng, *shape)))).astype(np.float32)
    for each in checked(run(layer, rng, values), rng):
        assert isinstance(each, Shared)
        assert each.shares.shares.sum() == pytest.approx(1)
        assert (each.shares.shift != 0) == (abs(each.shares.logits.max()) > 700)


@some(30)
@given(
    shape=st.one_of(st.tuples(channels), st.tuples(sides, sides, channels)),
    scale=st.booleans(),
    center=st.booleans(),
    epsilon=st.sampled_from([1e-3, 1e-2]),
    seed=seeds,
)
def test_batch_normalization(shape: tuple[int, ...], scale: bool, center: bool, epsilon: float, seed: int) -> None:
    rng = np.random.default_rng(seed)
    layer = keras.layers.BatchNormalization(scale=scale, center=center, epsilon=epsilon)
    insight = run(layer, rng, numbers(rng, *shape))
    layer.moving_variance.assign(rng.uniform(0.1, 3, shape[-1:]))
    output = np.asarray(layer(insight.values("input_0")[None], training=False))[0]
    for each in checked(one_layer(read_operation(layer), [insight.values("input_0")], output), rng):
        assert isinstance(each, Scaled)
        assert ("gamma" in each.numbers, "beta" in each.numbers) == (scale, center)


@pytest.mark.parametrize(
    "layer",
    [
        keras.layers.Rescaling(1 / 255),
        keras.layers.Rescaling(1 / 127.5, -1),
        keras.layers.Rescaling([0.01, 0.02, 0.03], offset=[0.5, 0, -0.5]),
        keras.layers.Normalization(mean=120, variance=400),
        keras.layers.Normalization(mean=[100.0, 120, 140], variance=[400.0, 500, 0]),
        keras.layers.Normalization(axis=None, mean=3.0, variance=0.0),
    ],
    ids=str,
)
def test_scaling(layer: keras.Layer) -> None:
    rng = np.random.default_rng(3)
    values = rng.integers(0, 256, (5, 6, 3)).astype(np.float32)
    assert all(isinstance(each, Scaled) for each in checked(run(layer, rng, values), rng))


def test_adapted_normalization() -> None:
    rng = np.random.default_rng(3)
    values = rng.integers(0, 256, (5, 6, 3)).astype(np.float32)
    layer = keras.layers.Normalization()
    layer.adapt(values[None])
    insight = one_layer(read_operation(layer), [values], np.asarray(layer(values[None]))[0])
    assert all(isinstance(each, Scaled) for each in checked(insight, rng))


pairs = st.tuples(st.integers(0, 3), st.integers(0, 3))
crops = st.tuples(st.integers(0, 1), st.integers(0, 2))

# Makers, not layers: a layer draws its seed when it is made, which hypothesis would have to know of.
MOVING = st.one_of(
    st.builds(partial, st.just(keras.layers.ZeroPadding2D), st.tuples(pairs, pairs)),
    st.builds(partial, st.just(keras.layers.Cropping2D), st.tuples(crops, crops)),
    st.builds(partial, st.just(keras.layers.UpSampling2D), st.tuples(st.integers(1, 3), st.integers(1, 3))),
    st.builds(partial, st.just(keras.layers.Reshape), st.sampled_from([(-1, 2), (2, -1, 1), (-1,)])),
    st.just(keras.layers.Flatten),
    st.builds(
        partial,
        st.sampled_from(
            [
                *(keras.layers.Dropout, keras.layers.SpatialDropout2D, keras.layers.AlphaDropout),
                *(keras.layers.GaussianDropout, keras.layers.GaussianNoise, keras.layers.RandomRotation),
                *(keras.layers.RandomZoom, keras.layers.RandomContrast, keras.layers.RandomBrightness),
            ]
        ),
        st.sampled_from([0.1, 0.4]),
    ),
    st.sampled_from([keras.layers.Identity, keras.layers.ActivityRegularization, keras.layers.RandomFlip]),
)


@some(60)
@given(make=MOVING, shape=st.tuples(st.integers(4, 7), st.integers(4, 7), st.integers(1, 4)), seed=seeds)
def test_layers_that_only_move_numbers(make: Callable[[], keras.Layer], shape: tuple[int, int, int], seed: int) -> None:
    assume(np.prod(shape) % 2 == 0)
    rng = np.random.default_rng(seed)
    for each in checked(run(make(), rng, numbers(rng, *shape)), rng):
        assert isinstance(each, Moved)
        assert each.recomputed == each.value


MERGES = [
    keras.layers.Add,
    keras.layers.Multiply,
    keras.layers.Average,
    keras.layers.Maximum,
    keras.layers.Minimum,
]


@some(30)
@given(
    kind=st.sampled_from(MERGES),
    shapes=st.sampled_from(
        [((3, 4, 2),) * 2, ((3, 4, 2),) * 3, ((3, 4, 2), (1, 1, 2)), ((3, 4, 2), (2,)), ((5,), (5,))]
    ),
    seed=seeds,
)
def test_merging(kind: Any, shapes: tuple[tuple[int, ...], ...], seed: int) -> None:
    rng = np.random.default_rng(seed)
    for each in checked(run(kind(), rng, *(numbers(rng, *shape) for shape in shapes)), rng):
        assert isinstance(each, Merged)
        assert len(each.values) == len(shapes)


@some(15)
@given(widths=st.lists(st.integers(1, 3), min_size=2, max_size=4), is_picture=st.booleans(), seed=seeds)
def test_concatenating_and_subtracting(widths: list[int], is_picture: bool, seed: int) -> None:
    rng = np.random.default_rng(seed)
    place = (3, 2) if is_picture else ()
    inputs = [numbers(rng, *place, width) for width in widths]
    for each in checked(run(keras.layers.Concatenate(), rng, *inputs), rng):
        assert isinstance(each, Merged)
        assert len(each.sources) == 1
    assert checked(run(keras.layers.Subtract(), rng, inputs[0], inputs[0] * 3), rng)


@some(15)
@given(seed=seeds, padding=st.sampled_from(["same", "valid"]), stride=st.integers(1, 2))
def test_a_number_hangs_on_its_terms_and_on_nothing_else(seed: int, padding: str, stride: int) -> None:
    rng = np.random.default_rng(seed)
    layer = keras.layers.Conv2D(2, 3, stride, padding)
    insight = run(layer, rng, numbers(rng, 6, 5, 2))
    values = insight.values("input_0")
    cell = random_cell(rng, insight.output("layer").values.shape)
    found = explain(insight, "layer", cell)
    assert isinstance(found, WeightedSum)
    used = {tuple(each) for each in found.positions.tolist()}
    for index in np.ndindex(values.shape):
        changed = values.copy()
        changed[index] += 5
        recomputed = float(np.asarray(layer(changed[None]))[0][cell])
        weight = sum(found.weights[number] for number, each in enumerate(found.positions) if tuple(each) == index)
        assert recomputed - found.value == pytest.approx(5 * weight, abs=1e-3)
        assert index in used or abs(recomputed - found.value) < 1e-6


def test_a_layer_of_an_unknown_kind_is_shown_but_not_explained() -> None:
    rng = np.random.default_rng(0)
    insight = run(keras.layers.LayerNormalization(), rng, numbers(rng, 4, 4, 3))
    assert isinstance(insight.facts("layer").operation, Unexplained)
    found = explain(insight, "layer", (1, 2, 0))
    assert found.value == insight.output("layer").values[1, 2, 0]
    assert np.isnan(found.recomputed)
    assert strongest(found) is None
