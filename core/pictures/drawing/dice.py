"""Chance in one place: the same drawing is varied with `Dice` and canonical with `StillDice`."""

from collections.abc import Sequence
from typing import TypeVar

import numpy as np

T = TypeVar("T")


class Dice:
    """Varies a drawing: every draw comes from the one generator it was given."""

    def __init__(self, rng: np.random.Generator) -> None:
        self._rng = rng

    def around(self, middle: float, spread: float) -> float:
        """A number within `spread` of `middle`."""
        return middle + spread * (2 * float(self._rng.random()) - 1)

    def chance(self, share: float) -> bool:
        """True in `share` (0-1) of all throws."""
        return float(self._rng.random()) < share

    def pick(self, choices: Sequence[T]) -> T:
        """One of the choices; name one twice to see it twice as often. The first is the canonical one."""
        return choices[int(self._rng.random() * len(choices))]


class StillDice(Dice):
    """Varies nothing: the middle, the first choice, and none of the extras."""

    def __init__(self) -> None:
        super().__init__(np.random.default_rng(0))

    def around(self, middle: float, spread: float) -> float:
        return middle

    def chance(self, share: float) -> bool:
        return False

    def pick(self, choices: Sequence[T]) -> T:
        return choices[0]
