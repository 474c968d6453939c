"""Looks for a good learning rate by trying many. Heavy: imports TensorFlow.

The range test of Smith 2015 ("Cyclical Learning Rates for Training Neural Networks", section 3.3), as fastai made it
popular: one training whose rate grows from batch to batch. Too small a rate leaves the loss where it is, a good one
lets it fall, too large a one throws it up.
"""

import math
from collections.abc import Sequence

import numpy as np

from core.control import Control
from core.events import Preparing, RateFindings, RateTried, Report, ignore
from core.pictures.dataset import Dataset
from core.training.config import TrainingConfig
from core.training.trial import trial
from core.words import say

SMALLEST_RATE, LARGEST_RATE = 1e-6, 1.0
MOST_BATCHES = 100
# What a batch's loss counts for in that of the next: the mean reaches over some ten batches, half a power of ten.
SMOOTHING = 0.9
# Fewer batches than these make no mean.
FEWEST_BATCHES = 10
# The loss is lost for good at so many times its lowest; fastai stops there too.
LOST_TIMES = 4
# A lowest loss that is not below the first ones by so much may be chance: in batches of 32 the smoothed loss of a
# network that learns nothing strays by about a third of this.
SMALLEST_FALL = 0.01
# Where the loss is lowest the rate is about to be too large; fastai, too, suggests a tenth of it. The steepest place
# lies higher, where the tutorial network learns little or nothing any more, and moves about with chance.
SHARE_OF_LOWEST = 0.1


class SmoothedLoss:
    """The exponential mean of the losses so far, each weighing as much as it has pictures. The first ones alone make a
    whole mean (Kingma and Ba 2014, section 3), instead of one with a beginning of nothing."""

    def __init__(self) -> None:
        self._sum = self._weight = 0.0

    def add(self, loss: float, pictures: int) -> float:
        """Count a batch's mean loss; the mean with it. NaN from the first loss on that is no number."""
        self._sum = SMOOTHING * self._sum + loss * pictures
        self._weight = SMOOTHING * self._weight + pictures
        return self._sum / self._weight


def find_learning_rate(
    dataset: Dataset, config: TrainingConfig, report: Report = ignore, control: Control | None = None
) -> RateFindings:
    """Train for up to MOST_BATCHES batches with rates from SMALLEST_RATE to LARGEST_RATE, from the weights that a run
    with this `config` begins with; its own rate and schedule count for nothing. Nothing is written.

    Raises NakamiError for what the user can mend, Stopped when asked to.
    """
    control = control or Control()
    rates = np.geomspace(SMALLEST_RATE, LARGEST_RATE, MOST_BATCHES).tolist()
    smoothed = SmoothedLoss()
    losses: list[float] = []
    with trial(dataset, config, report, control) as (setup, batches):
        for rate in rates:
            report(Preparing(say("trying learning rates"), len(losses), len(rates)))
            control.check()
            setup.trainer.set_learning_rate(rate)
            result = next(batches)
            report(RateTried(rate, result.loss))
            losses.append(smoothed.add(result.loss, result.count))
            if is_lost(losses):
                break
    return RateFindings(tuple(rates[: len(losses)]), tuple(losses), suggestion(rates, losses))


def is_lost(losses: Sequence[float]) -> bool:
    """Whether larger rates need no trying: the latest of these smoothed losses is far above the lowest, or no
    number."""
    return not losses[-1] <= LOST_TIMES * min(losses)


def suggestion(rates: Sequence[float], losses: Sequence[float]) -> float:
    """A good rate (1, 2 or 5 times a power of ten), from the smoothed losses of rising rates; NaN where the loss fell
    at none."""
    tried = np.array(losses)
    if len(tried) <= FEWEST_BATCHES or not np.isfinite(tried[FEWEST_BATCHES:]).any():
        return math.nan
    lowest = FEWEST_BATCHES + int(np.nanargmin(tried[FEWEST_BATCHES:]))
    # The smallest rates change nothing: the loss among them is that of the network as it begins.
    before = tried[FEWEST_BATCHES - 1]
    if not tried[lowest] <= (1 - SMALLEST_FALL) * before:
        return math.nan
    return _rounded(rates[lowest] * SHARE_OF_LOWEST)


def _rounded(rate: float) -> float:
    """The nearest of 1, 2 and 5 times a power of ten, by ratio."""
    power = math.floor(math.log10(rate))
    near = [float(f"{digit}e{power + more}") for more in (0, 1) for digit in (1, 2, 5)]
    return min(near, key=lambda each: abs(math.log(each / rate)))
