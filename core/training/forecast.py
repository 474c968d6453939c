"""How long an epoch will take, from a few batches. Heavy: imports TensorFlow."""

import time
from dataclasses import replace
from statistics import median

from core.control import Control
from core.events import Forecast, Preparing, Report, ignore
from core.pictures.dataset import Dataset
from core.training.config import TrainingConfig
from core.training.loop import Examples, Trainer
from core.training.trial import trial
from core.words import say

# Enough for a median that one slow batch does not move; more where they are quick, so that all take a few seconds.
FEWEST_BATCHES, MOST_BATCHES = 3, 10
SECONDS = 2.0
VALIDATION_BATCHES = 3


def measure(
    dataset: Dataset, config: TrainingConfig, report: Report = ignore, control: Control | None = None
) -> Forecast:
    """Train on a few batches, and look at the clock. Saving is left out: a run saves while it trains on. Nothing is
    written.

    Raises NakamiError for what the user can mend, Stopped when asked to.
    """
    control = control or Control()
    with trial(dataset, config, report, control) as (setup, batches):
        largest = min(config.batch_size, len(setup.training))
        times: list[float] = []
        # The first batch pays for what TensorFlow prepares.
        next(batches)
        while len(times) < FEWEST_BATCHES or (len(times) < MOST_BATCHES and sum(times) < SECONDS):
            report(Preparing(say("timing a few batches"), len(times), MOST_BATCHES))
            control.check()
            began = time.perf_counter()
            result = next(batches)
            # The last batch of an epoch may be smaller, and takes longer for each of its pictures.
            if result.count == largest:
                times.append(time.perf_counter() - began)
        seconds_per_picture = median(times) / largest
        training_s = len(setup.training) * seconds_per_picture
        validation_s = _validation_seconds(setup.trainer, setup.validation, config.batch_size, control)
    return Forecast(training_s + validation_s, 1 / seconds_per_picture)


def _validation_seconds(trainer: Trainer, validation: Examples, batch_size: int, control: Control) -> float:
    """How long validation will take."""
    if not len(validation):
        return 0.0
    some = _first(validation, VALIDATION_BATCHES * batch_size)
    trainer.evaluate(_first(some, batch_size), batch_size, control)
    began, paused = time.perf_counter(), control.seconds_paused
    trainer.evaluate(some, batch_size, control)
    seconds = time.perf_counter() - began - (control.seconds_paused - paused)
    return seconds * len(validation) / len(some)


def _first(examples: Examples, count: int) -> Examples:
    return replace(examples, positions=examples.positions[:count], labels=examples.labels[:count])
