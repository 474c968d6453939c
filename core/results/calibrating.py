"""How far a network's shares can be trusted, measured and mended. Heavy: imports SciPy."""

import math

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize_scalar

from core.results.judged import Bin, Calibration, Judged
from core.results.temperature import calibrated, log_shares
from core.sureness import FAIRLY

LOWEST_TEMPERATURE = 0.05
HIGHEST_TEMPERATURE = 20.0
BINS = 10
"""As many bins of equal width as Naeini, Cooper and Hauskrecht (2015) took, not the 15 of Guo et al. (2017): the fewer
pictures in a bin, the more error a network has that makes none (Roelofs et al. 2022), and a test part is small here."""

# Few pictures say little of the temperature, and where all are right, the likelihood alone would go to 0. So it is the
# most probable one given a prior: the logarithm is normal around 0 (shares as they are), a factor of 2 is one standard
# deviation. Networks lie between 1 and 3 (Guo et al. 2017); a hundred pictures outweigh it.
_PRIOR_DEVIATION = math.log(2)


def fit_temperature(judged: Judged) -> float:
    """The temperature (0.05-20) by which `calibrated` makes these answers, of pictures not learned from, most probable.

    Close to 1 where there is little to tell it from. Answers that are not finite count for nothing.
    """
    usable = np.isfinite(judged.probabilities).all(axis=1)
    logits = log_shares(judged.probabilities[usable])
    # The largest is 0 then, whatever the temperature: nothing overflows.
    logits -= logits.max(axis=1, keepdims=True)
    wanted = logits[np.arange(len(logits)), judged.labels[usable]].sum()

    def cost(log_temperature: float) -> float:
        temperature = math.exp(log_temperature)
        cross_entropy = np.log(np.exp(logits / temperature).sum(axis=1)).sum() - wanted / temperature
        return float(cross_entropy) + 0.5 * (log_temperature / _PRIOR_DEVIATION) ** 2

    bounds = (math.log(LOWEST_TEMPERATURE), math.log(HIGHEST_TEMPERATURE))
    return math.exp(minimize_scalar(cost, bounds=bounds, method="bounded").x)


def calibrate(validation: Judged, test: Judged | None) -> Calibration:
    """The temperature from the validation pictures, and how far shares can be trusted before and after, measured on the
    test pictures where there are some.

    The threshold is the same for every network. Of all rules that leave so many answers open, the one that leaves open
    those below one probability of being right makes the fewest mistakes, and which one depends on what a mistake costs,
    not on the network (Chow 1970). The network's part is that its shares become such probabilities. A threshold that
    is searched on the validation pictures instead is as uncertain as these are few.

    `kept_accuracy` is NaN where every answer is below the threshold.
    """
    temperature = fit_temperature(validation)
    judged = validation if test is None else test
    shares = calibrated(judged.probabilities, temperature).max(axis=1)
    bins_before, bins = reliability(judged.shares, judged.is_right), reliability(shares, judged.is_right)
    kept = judged.is_right[shares >= FAIRLY]
    return Calibration(
        temperature=temperature,
        fitted_on=len(validation),
        part="validation" if test is None else "test",
        error_before=expected_error(bins_before),
        error=expected_error(bins),
        bins_before=bins_before,
        bins=bins,
        threshold=FAIRLY,
        kept=len(kept) / len(judged),
        kept_accuracy=float(kept.mean()) if len(kept) else float("nan"),
    )


def reliability(shares: NDArray[np.floating], is_right: NDArray[np.bool_]) -> tuple[Bin, ...]:
    """The reliability diagram of N answers: bins of equal width, above `low` up to and with `high`, from the lowest
    share up. Bins without answers are left out, and so are shares that are not finite."""
    usable = np.isfinite(shares)
    shares, is_right = shares[usable].astype(np.float64), is_right[usable]
    edges = np.arange(BINS + 1) / BINS
    places = np.digitize(shares, edges[1:-1], right=True)
    return tuple(
        Bin(
            low=float(edges[place]),
            high=float(edges[place + 1]),
            count=int(inside.sum()),
            share=float(shares[inside].mean()),
            accuracy=float(is_right[inside].mean()),
        )
        for place in range(BINS)
        if (inside := places == place).any()
    )


def expected_error(bins: tuple[Bin, ...]) -> float:
    """The expected calibration error (0-1): how far share and accuracy of a bin lie apart, on average over the answers.
    NaN where there are none."""
    count = sum(each.count for each in bins)
    return sum(each.count * abs(each.share - each.accuracy) for each in bins) / count if count else float("nan")
