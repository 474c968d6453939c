"""The axes of a search for a learning rate: what they show, and where their ticks stand."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from core.numerals import number
from core.training.learning_rate import rate_text
from gui.widgets.inside.exp_scale import nice_step

_TICKS_UP = 4
_ABOVE_START = 0.3
"""How far above its beginning, in parts of its fall, the loss is still shown: beyond, it only runs away."""


@dataclass(frozen=True)
class RateScale:
    """Learning rates from `slowest` to `fastest` across, their powers evenly; losses from `bottom` to `top` up."""

    slowest: float
    fastest: float
    bottom: float
    top: float

    @classmethod
    def of(cls, slowest: float, fastest: float, losses: Sequence[float]) -> "RateScale":
        """What shows these losses, in the order of their rising rates. One that runs away at the end does not flatten
        the others."""
        finite = [loss for loss in losses if math.isfinite(loss)]
        if not finite:
            return cls(slowest, fastest, 0.0, 1.0)
        start = float(np.median(finite[: max(1, len(finite) // 5)]))
        lowest = min(finite)
        highest = min(max(finite), start + max(_ABOVE_START * (start - lowest), 0.1 * abs(start)))
        step = nice_step(max(highest - lowest, 1e-3 * max(abs(highest), 1e-3)) / _TICKS_UP)
        bottom = math.floor(lowest / step) * step
        top = math.ceil(highest / step) * step
        return cls(slowest, fastest, bottom, max(top, bottom + step))

    def across(self, rate: float) -> float:
        """How far right a rate stands, 0 to 1."""
        return math.log(rate / self.slowest) / math.log(self.fastest / self.slowest)

    def rate_at(self, across: float) -> float:
        """The rate that stands there (0 to 1; what lies beyond counts as the end)."""
        within = min(max(across, 0.0), 1.0)
        return float(self.slowest * (self.fastest / self.slowest) ** within)

    def height(self, loss: float) -> float:
        """How far up a loss stands, 0 at the bottom, 1 at the top."""
        return (loss - self.bottom) / (self.top - self.bottom)

    def rate_ticks(self) -> list[tuple[float, str]]:
        """The powers of ten and how they are written; where there are too few of them, 2 and 5 times these too."""
        first = math.floor(math.log10(self.slowest) - 1e-9)
        last = math.floor(math.log10(self.fastest) + 1e-9)
        steps = (1, 2, 5) if self.fastest < 100 * self.slowest else (1,)
        rates = (float(f"{step}e{power}") for power in range(first, last + 1) for step in steps)
        return [(rate, rate_text(rate)) for rate in rates if -1e-9 <= self.across(rate) <= 1 + 1e-9]

    def loss_ticks(self) -> list[tuple[float, str]]:
        """Round losses and how they are written."""
        step = nice_step((self.top - self.bottom) / (_TICKS_UP + 1))
        digits = max(0, -math.floor(math.log10(step) + 1e-9))
        first, last = math.ceil(self.bottom / step - 1e-9), math.floor(self.top / step + 1e-9)
        return [(index * step, number(index * step, digits)) for index in range(first, last + 1)]
