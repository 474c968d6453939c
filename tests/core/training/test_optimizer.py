"""The fused optimizers are Keras's, number for number."""

from collections.abc import Callable

import keras
import numpy as np
import pytest
import tensorflow as tf

from core.training.config import OPTIMIZERS, Optimizer
from core.training.optimizer import MOMENTUM, FusedAdam, FusedRMSprop, FusedSGD, make_optimizer

pytestmark = pytest.mark.heavy

SHAPES = ((3, 3, 4, 8), (8,), (50, 6), (1,))
STOCK: dict[Optimizer, Callable[[float], keras.optimizers.Optimizer]] = {
    "adam": keras.optimizers.Adam,
    "sgd": lambda learning_rate: keras.optimizers.SGD(learning_rate, momentum=MOMENTUM),
    "rmsprop": keras.optimizers.RMSprop,
}


def weights_after(
    optimizer: keras.optimizers.Optimizer, steps: int, rates: dict[int, float] | None = None
) -> list[np.ndarray]:
    """Random weights after random steps, the same for every optimizer. `rates` are set before those steps (from 0)."""
    rng = np.random.default_rng(5)
    variables = [keras.Variable(rng.normal(size=shape).astype(np.float32)) for shape in SHAPES]
    optimizer.build(variables)

    @tf.function(jit_compile=False)
    def step(gradients: list[tf.Tensor]) -> None:
        optimizer.apply(gradients, variables)

    for number in range(steps):
        if rates and number in rates:
            optimizer.learning_rate = rates[number]
        scale = 10.0 ** rng.integers(-4, 2)
        step([tf.constant(rng.normal(0, scale, shape).astype(np.float32)) for shape in SHAPES])
        assert int(optimizer.iterations.numpy()) == number + 1
    assert step.experimental_get_tracing_count() == min(steps, 1)
    return [variable.numpy() for variable in variables]


def assert_equal(some: list[np.ndarray], others: list[np.ndarray], learning_rate: float) -> None:
    for one, other in zip(some, others, strict=True):
        # Beside rounding: Adam computes 1 - 0.999^t in float32, which leaves about five digits of each step, and each
        # of 20 is about the rate long. The others keep more.
        assert np.allclose(one, other, rtol=1e-6, atol=20 * 1e-5 * learning_rate + 3e-7)


@pytest.mark.parametrize("learning_rate", [0.001, 0.1, 1e-5])
@pytest.mark.parametrize("name", OPTIMIZERS)
def test_twenty_steps_equal_kerass(name: Optimizer, learning_rate: float) -> None:
    fused = weights_after(make_optimizer(name, learning_rate), 20)
    assert_equal(fused, weights_after(STOCK[name](learning_rate), 20), learning_rate)


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_another_rate_between_two_steps_is_followed_and_traces_nothing_anew(name: Optimizer) -> None:
    rates = {5: 0.1, 12: 1e-4}
    fused = weights_after(make_optimizer(name, 0.001), 20, rates)
    assert_equal(fused, weights_after(STOCK[name](0.001), 20, rates), 0.1)
    assert any(
        not np.allclose(one, other)
        for one, other in zip(fused, weights_after(make_optimizer(name, 0.001), 20), strict=True)
    )


@pytest.mark.parametrize(
    ("fused", "stock", "settings"),
    [
        (FusedAdam, keras.optimizers.Adam, {"beta_1": 0.5, "beta_2": 0.9, "epsilon": 1e-3}),
        (FusedSGD, keras.optimizers.SGD, {"momentum": 0.5, "nesterov": True}),
        (FusedRMSprop, keras.optimizers.RMSprop, {"rho": 0.5, "epsilon": 1e-3}),
    ],
)
def test_other_settings_than_the_defaults_are_kept(
    fused: Callable[..., keras.optimizers.Optimizer],
    stock: Callable[..., keras.optimizers.Optimizer],
    settings: dict[str, float],
) -> None:
    for one, other in zip(
        weights_after(fused(0.01, **settings), 5), weights_after(stock(0.01, **settings), 5), strict=True
    ):
        assert np.allclose(one, other, rtol=1e-6, atol=1e-6)


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_what_goes_on_is_kerass_state_to_the_shape(name: Optimizer) -> None:
    """A saved state fits either."""
    variables = [keras.Variable(np.zeros(shape, np.float32)) for shape in SHAPES]
    fused, stock = make_optimizer(name, 0.001), STOCK[name](0.001)
    fused.build(variables)
    stock.build(variables)
    assert [each.shape for each in fused.variables] == [each.shape for each in stock.variables]


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_a_state_that_is_carried_over_goes_on_to_the_bit(name: Optimizer) -> None:
    rng = np.random.default_rng(1)
    gradients = [rng.normal(size=(40, 3)).astype(np.float32) for _ in range(6)]

    def step(optimizer: keras.optimizers.Optimizer, weights: keras.Variable, number: int) -> None:
        optimizer.apply([tf.constant(gradients[number])], [weights])

    whole, weights = make_optimizer(name, 0.01), keras.Variable(np.ones((40, 3), np.float32))
    whole.build([weights])
    for number in range(3):
        step(whole, weights, number)
    again, carried = make_optimizer(name, 0.01), keras.Variable(weights.numpy())
    again.build([carried])
    for ours, theirs in zip(again.variables, whole.variables, strict=True):
        ours.assign(theirs.numpy())
    for number in range(3, 6):
        step(whole, weights, number)
        step(again, carried, number)
    assert np.array_equal(weights.numpy(), carried.numpy())


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_the_weights_move(name: Optimizer) -> None:
    still, moved = weights_after(make_optimizer(name, 0.01), 0), weights_after(make_optimizer(name, 0.01), 1)
    assert all(not np.allclose(one, other) for one, other in zip(still, moved, strict=True))
