"""What a running job reports: frozen facts, passed as they are from the job to whoever watches."""

import math
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from core.answers import Insight, Photo
from core.errors import NakamiError
from core.pictures.dataset import Dataset
from core.words import Sentence


@dataclass(frozen=True)
class Preparing:
    """A step before the first batch. `total` is 0 where the length of the step is not known."""

    what: Sentence
    done: int = 0
    total: int = 0


@dataclass(frozen=True)
class Listed:
    """The folder's classes and files are known; their pixels are still to be read."""

    dataset: Dataset


@dataclass(frozen=True)
class Glimpsed:
    """The first pictures of each class, decoded before all others: by their position in the listed dataset, size x size
    x 3."""

    pixels: Mapping[int, NDArray[np.uint8]]


@dataclass(frozen=True)
class TrainingStarted:
    """The first batch is about to run. `run` is the run's folder; `history` holds the whole epochs of a run that goes
    on."""

    run: Path
    class_names: tuple[str, ...]
    epochs: int
    batches_per_epoch: int
    training_pictures: int
    validation_pictures: int
    test_pictures: int
    history: tuple["EpochEnded", ...] = ()


@dataclass(frozen=True)
class BatchEnded:
    """One batch was trained on. `loss` and `accuracy` (0-1) run over the epoch so far, as Keras shows
    them; `batch_loss` and `batch_accuracy` are of this batch alone. Epochs and batches count from 1."""

    epoch: int
    batch: int
    loss: float
    accuracy: float
    batch_loss: float
    batch_accuracy: float
    pictures_per_second: float
    seconds_left: float
    learning_rate: float = math.nan


@dataclass(frozen=True)
class EpochEnded:
    """A whole epoch, validation included, that is safe on the disk: the first batches of the next may be reported
    before it. NaN where there are no validation pictures. `learning_rate` is that of its last batch."""

    epoch: int
    loss: float
    accuracy: float
    val_loss: float
    val_accuracy: float
    seconds: float
    pictures_per_second: float
    is_best: bool
    learning_rate: float = math.nan


@dataclass(frozen=True)
class Snapshot:
    """The weights of the network as they were at one moment, read-only copies in Keras's order."""

    run: Path
    epoch: int
    weights: tuple[NDArray[np.float32], ...]


@dataclass(frozen=True)
class Watched:
    """What the network in training makes of the watched photo at this moment."""

    run: Path
    insight: Insight


@dataclass(frozen=True)
class WatchFailed:
    """The watched photo cannot be read."""

    photo: Photo
    error: NakamiError


@dataclass(frozen=True)
class RateTried:
    """One batch was trained on at this learning rate, in search of a good one. `loss` is that batch's."""

    learning_rate: float
    loss: float


@dataclass(frozen=True)
class RateFindings:
    """What trying learning rates has shown. `losses` are smoothed, one for each of the rising `rates`; `suggested` is
    rounded to 1, 2 or 5 times a power of ten, or NaN where the loss fell at none."""

    rates: tuple[float, ...]
    losses: tuple[float, ...]
    suggested: float


@dataclass(frozen=True)
class Forecast:
    """What an epoch will take, from a few timed batches."""

    seconds_per_epoch: float
    pictures_per_second: float


EndState = Literal["finished", "stopped", "failed"]


@dataclass(frozen=True)
class TrainingOutcome:
    """How a run ended. Numbers are of the best epoch (lowest validation loss); test numbers are NaN
    where the run was stopped or there are no test pictures. `ended_early`: early stopping finished it before its last
    epoch."""

    run: Path
    state: EndState
    classes: tuple[str, ...]
    epochs: int
    best_epoch: int
    loss: float
    accuracy: float
    val_loss: float
    val_accuracy: float
    test_loss: float
    test_accuracy: float
    images_per_second: float
    seconds: float
    ended_early: bool = False


Event = (
    Preparing
    | TrainingStarted
    | BatchEnded
    | EpochEnded
    | RateTried
    | Snapshot
    | Listed
    | Glimpsed
    | Watched
    | WatchFailed
)
Report = Callable[[Event], None]


# Twenty reports a second are more than an eye follows; each costs the window a redraw.
SECONDS_BETWEEN_REPORTS = 0.05


class Throttle:
    """Says which of many reports are worth making: the first, and later ones with a pause between them."""

    def __init__(self) -> None:
        self._last = -math.inf

    def is_due(self) -> bool:
        """Whether to report now; counts as reported if so."""
        now = time.perf_counter()
        if now - self._last < SECONDS_BETWEEN_REPORTS:
            return False
        self._last = now
        return True


def ignore(_event: Event) -> None:
    """A `report` for callers who do not watch."""
