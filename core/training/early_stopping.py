"""When a training has waited long enough for a better epoch. Light."""

from collections.abc import Sequence

from core.events import EpochEnded


def epochs_since_best(history: Sequence[EpochEnded]) -> int:
    """How many whole epochs came after the best one; 0 before the first epoch. Best is what `runs.is_best` says: the
    lowest validation loss, or training loss where there are no validation pictures."""
    return len(_after_best(history))


def is_due(history: Sequence[EpochEnded], patience: int, counted_from: int = 0) -> bool:
    """Whether to end now: `patience` epochs in a row brought no new best one. A patience of 0 never ends a training.

    Epochs up to `counted_from` are no waiting, so that a training that was stopped early and is then extended gets its
    whole patience again.
    """
    return patience > 0 and sum(each.epoch > counted_from for each in _after_best(history)) >= patience


def _after_best(history: Sequence[EpochEnded]) -> Sequence[EpochEnded]:
    best = max((place for place, each in enumerate(history) if each.is_best), default=-1)
    return history[best + 1 :]
