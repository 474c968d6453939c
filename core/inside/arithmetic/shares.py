"""Softmax filled in."""

import math

import numpy as np

from core.inside.explanations import Doubles, SharesOfOne

_LARGEST_EXPONENT = 700.0
"""exp(709) still fits in a double, exp(-709) is still one of full precision."""


def shares_of_one(logits: Doubles, index: int) -> SharesOfOne:
    """The logits' exponentials and each one's share of their sum; `index` is the one looked at."""
    highest = float(logits.max())
    shift = highest if abs(highest) > _LARGEST_EXPONENT and math.isfinite(highest) else 0.0
    with np.errstate(all="ignore"):
        exps = np.exp(logits - shift)
        total = float(exps.sum())
        return SharesOfOne(logits, exps, total, exps / total, index, shift)
