"""The learning rate of every batch: what the user has set, times what the schedule makes of it. Light."""

from collections.abc import Sequence

from core.events import EpochEnded
from core.training import schedule
from core.training.config import TrainingConfig
from core.training.runs import RateChange


class Rates:
    """Moves along with a training. `now` is the rate that counts; NaN before the first batch."""

    def __init__(self, config: TrainingConfig, changes: Sequence[RateChange] = ()) -> None:
        self._config = config
        self.changes = tuple(changes)
        self.now = float("nan")

    def change(self, epoch: int, batch: int, learning_rate: float) -> None:
        """The user sets another rate, from this batch on."""
        earlier = (each for each in self.changes if (each.epoch, each.batch) < (epoch, batch))
        self.changes = (*earlier, RateChange(epoch, batch, learning_rate))

    def move_to(self, epoch: int, batch: int, history: Sequence[EpochEnded]) -> bool:
        """Whether another rate counts from this batch on. `history` holds the whole epochs before."""
        before = self.now
        base = self._config.learning_rate
        for each in self.changes:
            if (each.epoch, each.batch) <= (epoch, batch):
                base = each.learning_rate
        self.now = base * schedule.factor(self._config.schedule, epoch, self._config.epochs, history)
        return self.now != before
