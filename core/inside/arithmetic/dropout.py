"""What dropout would do while training."""

import numpy as np
from numpy.typing import NDArray

from core.inside.explanations import Moved
from core.inside.operations import Array, Dropout


def dropout_mask(asked: Moved | Dropout, values: Array, seed: int) -> tuple[Array, NDArray[np.bool_]]:
    """A layer's values with a random share of them cut, as in training: the rest is scaled by 1 / (1 - rate), so that
    their sum stays about the same. Also which were cut, in the shape of `values`. The same seed cuts the same.

    `asked` is the layer, or the explanation of one of its numbers. Raises ValueError where that is not dropout.
    """
    operation = asked.dropout if isinstance(asked, Moved) else asked
    if operation is None:
        raise ValueError("not a dropout layer")
    shape = (1,) * (values.ndim - 1) + values.shape[-1:] if operation.per_channel else values.shape
    drawn = np.random.default_rng(seed).random(shape) < operation.rate
    cut: NDArray[np.bool_] = np.broadcast_to(drawn, values.shape)
    scale = np.float32(1 / (1 - operation.rate)) if operation.rate < 1 else np.float32(0)
    return np.where(cut, np.float32(0), values * scale), cut
