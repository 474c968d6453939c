"""The axes of the curve of exp: what they show, and where their ticks stand."""

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from core.inside.rounding import decimals, power, shown
from core.numerals import number

_WIDEST = 25.0
"""So far below the highest logit, exp is a hundred thousand millionth of its: nothing to be seen further left."""
_LARGEST, _SMALLEST = 1e7, 1e-4
"""Beyond these, a plain axis would carry numbers that nobody can read."""
_MOST_TICKS = 9
_TO_TEN = math.log(10)


@dataclass(frozen=True)
class ExpScale:
    """Logits from `left` to `right`; up from `bottom` to `top` in exp(logit), or, with `is_log`, in its power of ten.
    `highest` is the largest logit."""

    left: float
    right: float
    bottom: float
    top: float
    highest: float
    is_log: bool

    @classmethod
    def of(cls, logits: npt.NDArray[np.float64]) -> "ExpScale | None":
        """What shows these logits; None where none is a finite number."""
        finite = logits[np.isfinite(logits)]
        if not finite.size:
            return None
        lowest, highest = float(finite.min()), float(finite.max())
        is_log = not math.log(_SMALLEST) <= highest <= math.log(_LARGEST)
        if not is_log:
            lowest = max(lowest, highest - _WIDEST)
        if highest - lowest < 1:
            lowest, highest = lowest - 0.5, highest + 0.5
        step = nice_step((highest - lowest) / (_MOST_TICKS - 2))
        left, right = math.floor(lowest / step) * step, math.ceil(highest / step) * step
        if right - highest < step / 4:
            right += step
        most = float(finite.max())
        if is_log:
            return cls(left, right, left / _TO_TEN, right / _TO_TEN, most, True)
        return cls(left, right, 0.0, math.exp(most) * 1.08, most, False)

    def height(self, logit: float) -> float:
        """How far up exp(logit) stands, 0 at the bottom, 1 at the top."""
        value = logit / _TO_TEN if self.is_log else math.exp(min(logit, 700.0))
        return (value - self.bottom) / (self.top - self.bottom)

    def across(self, logit: float) -> float:
        """How far right a logit stands, 0 to 1."""
        return (logit - self.left) / (self.right - self.left)

    def logit_ticks(self) -> list[tuple[float, str]]:
        """Round logits and how they are written."""
        step = nice_step((self.right - self.left) / (_MOST_TICKS - 1))
        digits = max(0, -math.floor(math.log10(step))) if step < 1 else 0
        first = math.ceil(self.left / step - 1e-9)
        places = [index * step for index in range(first, math.floor(self.right / step + 1e-9) + 1)]
        return [(place, number(place, digits)) for place in places]

    def exp_ticks(self) -> list[tuple[float, str]]:
        """About five heights (0 to 1), and what exp is there."""
        if self.is_log:
            step = max(1, math.ceil((self.top - self.bottom) / 5))
            tens = range(math.ceil(self.bottom), math.floor(self.top) + 1, step)
            return [((ten - self.bottom) / (self.top - self.bottom), _ten_to(ten)) for ten in tens]
        step_up = nice_step(self.top / 5)
        values = [index * step_up for index in range(int(self.top / step_up) + 1)]
        digits = max(0, -math.floor(math.log10(step_up) + 1e-9))
        return [(value / self.top, number(value, digits)) for value in values]


def nice_step(wanted: float) -> float:
    """The smallest of 1, 2, 5 times a power of ten that is no less."""
    size = 10.0 ** math.floor(math.log10(wanted))
    return next(factor * size for factor in (1, 2, 5, 10) if factor * size >= wanted * (1 - 1e-9))


def exp_in_words(logit: float) -> str:
    """`exp(5.26) = 192.48`, as long as a computer can hold the number."""
    left = f"exp({shown(logit, decimals([logit]))})"
    if not -700 < logit < 700:
        return left
    value = math.exp(logit)
    return f"{left} = {power(value) if value < 1e-6 else shown(value, decimals([value]))}"


def _ten_to(exponent: int) -> str:
    if -300 < exponent < 300:
        return power(10.0**exponent).replace("1.0 × ", "")
    return f"10^{exponent}"
