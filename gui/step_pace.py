"""How long a step will still take, from how it went so far."""

import math
import time

from core.events import Preparing
from core.words import Sentence

# Before that a few slow pictures would promise hours.
_SHORTEST_LOOK_S = 1.0


class StepPace:
    """Hears of each `Preparing` event as it comes."""

    def __init__(self) -> None:
        self._what: Sentence | None = None
        self._began = (0.0, 0)

    def seconds_left(self, step: Preparing) -> float:
        """Seconds until the step is over; NaN while that cannot be told. What was there before it began does not count:
        an interrupted reading goes on where it was."""
        now = time.perf_counter()
        began, first = self._began
        if step.what != self._what or step.done < first:
            self._what = step.what
            self._began = began, first = now, step.done
        took, done = now - began, step.done - first
        if not step.total or not done or took < _SHORTEST_LOOK_S:
            return math.nan
        return took / done * (step.total - step.done)
