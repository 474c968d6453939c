"""The fused Adam is Keras's Adam, number for number."""

import keras
import numpy as np
import pytest
import tensorflow as tf

from core.training.optimizer import FusedAdam

pytestmark = pytest.mark.heavy

SHAPES = ((3, 3, 4, 8), (8,), (50, 6), (1,))


def weights_after(optimizer: keras.optimizers.Optimizer, steps: int) -> list[np.ndarray]:
    """Random weights after random steps, the same for every optimizer."""
    rng = np.random.default_rng(5)
    variables = [keras.Variable(rng.normal(size=shape).astype(np.float32)) for shape in SHAPES]
    optimizer.build(variables)

    @tf.function(jit_compile=False)
    def step(gradients: list[tf.Tensor]) -> None:
        optimizer.apply(gradients, variables)

    for number in range(steps):
        scale = 10.0 ** rng.integers(-4, 2)
        step([tf.constant(rng.normal(0, scale, shape).astype(np.float32)) for shape in SHAPES])
        assert int(optimizer.iterations.numpy()) == number + 1
    return [variable.numpy() for variable in variables]


@pytest.mark.parametrize("learning_rate", [0.001, 0.1, 1e-5])
def test_twenty_steps_equal_kerass(learning_rate: float) -> None:
    fused = weights_after(FusedAdam(learning_rate), 20)
    stock = weights_after(keras.optimizers.Adam(learning_rate), 20)
    for one, other in zip(fused, stock, strict=True):
        # Beside rounding: both compute 1 - 0.999^t in float32, which leaves about five digits of each step.
        assert np.allclose(one, other, rtol=1e-6, atol=20 * 1e-5 * learning_rate + 3e-7)


def test_other_settings_than_the_defaults_are_kept() -> None:
    settings = {"learning_rate": 0.01, "beta_1": 0.5, "beta_2": 0.9, "epsilon": 1e-3}
    for one, other in zip(
        weights_after(FusedAdam(**settings), 5), weights_after(keras.optimizers.Adam(**settings), 5), strict=True
    ):
        assert np.allclose(one, other, rtol=1e-6, atol=1e-7)


def test_the_weights_move() -> None:
    still, moved = weights_after(FusedAdam(0.01), 0), weights_after(FusedAdam(0.01), 1)
    assert all(not np.allclose(one, other) for one, other in zip(still, moved, strict=True))
