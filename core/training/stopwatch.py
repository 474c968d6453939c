"""How long a training takes, pauses left out."""

import time
from collections.abc import Sequence

from core.control import Control
from core.events import EpochEnded


class Stopwatch:
    """Runs while the training does, from its beginning."""

    def __init__(self, control: Control) -> None:
        self._control = control
        self._began = self.seconds()
        self._seconds_training = 0.0
        self._pictures_trained = 0

    def seconds(self) -> float:
        """Seconds so far in which the training was not paused, from any beginning."""
        return time.perf_counter() - self._control.seconds_paused

    def seconds_in_all(self) -> float:
        """Seconds since the beginning, pauses left out."""
        return self.seconds() - self._began

    def count(self, epoch: int, pictures: int, seconds: float) -> None:
        """Count an epoch's pictures and how long they were trained on. Speed is that of whole epochs after the first,
        which pays for tracing; the first counts while alone."""
        if epoch == 2:
            self._pictures_trained, self._seconds_training = 0, 0.0
        self._pictures_trained += pictures
        self._seconds_training += seconds

    def pictures_per_second(self) -> float:
        """The speed of the epochs that were counted; NaN before the first."""
        return self._pictures_trained / self._seconds_training if self._seconds_training else float("nan")


def seconds_left(earlier: Sequence[EpochEnded], epochs_left: float, first_epoch_s: float) -> float:
    """How long so many epochs will take: from whole ones once there are some, before that from an estimate."""
    latest = earlier[-3:]
    per_epoch = sum(each.seconds for each in latest) / len(latest) if latest else first_epoch_s
    return per_epoch * epochs_left
