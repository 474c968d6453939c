"""A training that is tried out and thrown away: nothing is written, no run is made. Heavy: imports TensorFlow."""

from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager
from itertools import count
from pathlib import Path

import tensorflow as tf

from core.control import Control
from core.events import Report
from core.pictures.dataset import Dataset
from core.training.config import TrainingConfig
from core.training.determinism import reproducible_operations
from core.training.failures import as_told
from core.training.loop import BatchResult
from core.training.setup import Setup, set_up


@contextmanager
def trial(
    dataset: Dataset, config: TrainingConfig, report: Report, control: Control
) -> Iterator[tuple[Setup, Iterator[BatchResult]]]:
    """A training as it would be, and its batches without end, each trained on when it is asked for: those of a run in
    their order, epoch after epoch. Raises NakamiError for what the user can mend, Stopped when asked to."""
    try:
        with reproducible_operations(config.reproducible):
            setup = set_up(dataset, config, report, control)
            with closing(_going_round(setup, config)) as batches:
                yield setup, batches
    except (MemoryError, tf.errors.OpError) as error:
        # Nothing is saved, so where to does not matter.
        raise as_told(error, Path(), 0, config.epochs) from error


def _going_round(setup: Setup, config: TrainingConfig) -> Generator[BatchResult, None, None]:
    for epoch in count(1):
        yield from setup.trainer.train_epoch(setup.training, config.batch_size, config.seed, epoch)
