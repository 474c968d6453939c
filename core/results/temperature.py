"""Shares that can be taken for probabilities of being right: temperature scaling (Guo et al. 2017). Light."""

import numpy as np
from numpy.typing import NDArray

# The smallest normal float32, the type of a network's answers. A share of exactly 0 would have no logarithm.
_SMALLEST = float(np.finfo(np.float32).tiny)


def log_shares(probabilities: NDArray[np.floating]) -> NDArray[np.float64]:
    """Logits that lead to these probabilities (0-1), as far as probabilities tell: each row is one constant off.
    Finite wherever the probabilities are."""
    logs: NDArray[np.float64] = np.log(np.maximum(probabilities.astype(np.float64), _SMALLEST))
    return logs


def calibrated(probabilities: NDArray[np.floating], temperature: float) -> NDArray[np.float64]:
    """softmax(logits / `temperature`) for rows of softmax(logits), (..., classes), 0-1.

    A temperature above 1 makes answers less sure, one below 1 surer. The order of the classes stays; a row that is not
    finite stays so.
    """
    scaled = log_shares(probabilities) / temperature
    # The largest becomes exp(0): nothing overflows.
    shares: NDArray[np.float64] = np.exp(scaled - scaled.max(axis=-1, keepdims=True))
    return np.asarray(shares / shares.sum(axis=-1, keepdims=True))
