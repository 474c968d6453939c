"""How the learning rate changes from epoch to epoch. Light.

Everything follows from the settings and the epochs so far, so that a run that was interrupted goes on with the same
rates to the bit.
"""

import math
from collections.abc import Sequence
from typing import assert_never

from core.events import EpochEnded
from core.training.config import Schedule

# After so many epochs without a new best one the rate is halved. Keras's ReduceLROnPlateau waits 10 and then divides
# by 10, for runs of hundreds of epochs: in one of 30 that would come too late, and in one step. Early stopping by
# default ends a run after 5 epochs without a new best one, so a smaller rate must have been tried before.
PLATEAU_EPOCHS = 3
PLATEAU_FACTOR = 0.5
# Below, weights hardly move: ten halvings. Keras has no such floor.
PLATEAU_SMALLEST = 1 / 1000


def factor(schedule: Schedule, epoch: int, epochs: int, history: Sequence[EpochEnded]) -> float:
    """What the learning rate that was set is multiplied with in `epoch` (1 to `epochs`): above 0, at most 1.

    `history` holds the whole epochs; those from `epoch` on are passed over. A run with "cosine" that is extended to
    more `epochs` goes on with the rate that the longer run has there, which is higher than its last.
    """
    match schedule:
        case "constant":
            return 1.0
        case "cosine":
            return _cosine(epoch, epochs)
        case "plateau":
            return _plateau([each for each in history if each.epoch < epoch])
        case _:
            assert_never(schedule)


def _cosine(epoch: int, epochs: int) -> float:
    """From 1 down along half a wave (Loshchilov and Hutter 2017, "SGDR", equation 5, without restarts). 0 would come
    one epoch after the last."""
    return 0.5 * (1 + math.cos(math.pi * (epoch - 1) / epochs))


def _plateau(history: Sequence[EpochEnded]) -> float:
    found, waited = 1.0, 0
    for each in history:
        waited = 0 if each.is_best else waited + 1
        if waited == PLATEAU_EPOCHS:
            found, waited = found * PLATEAU_FACTOR, 0
    return max(found, PLATEAU_SMALLEST)
