"""How much the pictures of each class weigh in the training loss. Light."""

import numpy as np
from numpy.typing import NDArray


def class_weights(labels: NDArray[np.int32], count: int) -> NDArray[np.float32]:
    """Weights (`count`) under which every class has the same say, however many of the training pictures are its own.

    n / (K n_k), scikit-learn's "balanced": the weights of all pictures sum to their number n, so that the learning rate
    means what it did. `labels` are the training pictures', 0 to `count` - 1. A class without any weighs 0.
    """
    pictures = np.bincount(labels, minlength=count)
    weights = len(labels) / (count * np.maximum(pictures, 1))
    return np.where(pictures > 0, weights, 0).astype(np.float32)
