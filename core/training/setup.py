"""What every training begins with: pictures in their parts, and a network with its optimizer. Heavy: imports Keras."""

from dataclasses import dataclass
from pathlib import Path

import keras
import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

from core import engine
from core.control import Control
from core.errors import DatasetError
from core.events import Listed, Preparing, Report
from core.network.build import build
from core.network.layers import Network
from core.network.presets import tutorial_network
from core.pictures.cache import PreparedPictures, prepare
from core.pictures.dataset import PARTS, Dataset
from core.pictures.split import Split, reused_split, split_pictures
from core.training.augmenting import Augmenter
from core.training.class_weights import class_weights
from core.training.config import TrainingConfig
from core.training.failures import as_told
from core.training.loop import Examples, Trainer
from core.words import say


@dataclass(frozen=True)
class Setup:
    """A training that has not begun. The weights follow from the seed alone."""

    dataset: Dataset
    split: Split
    training: Examples
    validation: Examples
    test: Examples
    network: Network
    # Of the files' bytes, one for each picture of the dataset.
    digests: NDArray[np.uint64]
    model: keras.Model
    trainer: Trainer


def set_up(dataset: Dataset, config: TrainingConfig, report: Report, control: Control, is_split: bool = False) -> Setup:
    """Decode the pictures, share them out and build the network. `is_split`: they are shared out already, each in its
    part. Raises NakamiError for pictures that cannot be trained on, Stopped when asked to."""
    report(Preparing(say("reading pictures"), 0, len(dataset.pictures)))
    prepared = prepare(dataset, config.frame, report, control)
    report(Listed(prepared.dataset))
    split = _parts(prepared.dataset) if is_split else _split(prepared, config)
    _require_training_pictures(prepared.dataset, split)
    report(Preparing(say("building the network")))
    try:
        with engine.collector_at_rest():
            return _built(prepared, split, config, control)
    except (MemoryError, tf.errors.OpError) as error:
        # Nothing is saved, so where to does not matter.
        raise as_told(error, Path(), 0, config.epochs) from error


def _built(prepared: PreparedPictures, split: Split, config: TrainingConfig, control: Control) -> Setup:
    dataset = prepared.dataset
    augmenter = Augmenter(config.augmentation, config.seed) if config.augmentation.kind != "off" else None
    training = _examples(prepared, split.training, augmenter)
    classes = len(dataset.class_names)
    network = tutorial_network(config.image_size_px, classes, config.with_dropout)
    control.check()
    model = build(network, config.seed)
    weights = class_weights(training.labels, classes) if config.class_weights else None
    trainer = Trainer(model, config.learning_rate, weights, config.optimizer)
    trainer.trace()
    validation, test = (_examples(prepared, each) for each in (split.validation, split.test))
    return Setup(dataset, split, training, validation, test, network, prepared.facts.digests, model, trainer)


def _parts(dataset: Dataset) -> Split:
    parts = np.array([each.part for each in dataset.pictures])
    return Split(*(np.flatnonzero(parts == part) for part in PARTS))


def _split(prepared: PreparedPictures, config: TrainingConfig) -> Split:
    reused = reused_split(Path(config.split_from), prepared.dataset) if config.split_from else None
    groups = prepared.duplicates.near
    return split_pictures(prepared.dataset, config.seed, config.shares, groups, config.keep_together, reused)


def _examples(prepared: PreparedPictures, positions: NDArray[np.int64], augmenter: Augmenter | None = None) -> Examples:
    return Examples(prepared.pixels, positions, prepared.dataset.labels[positions], augmenter)


def _require_training_pictures(dataset: Dataset, split: Split) -> None:
    learned = set(dataset.labels[split.training].tolist())
    for label, name in enumerate(dataset.class_names):
        if label not in learned:
            raise DatasetError(
                say("The class “{name}” has no training pictures, only others.", name=name),
                say("Put some into the train folder, or take the class out of the other folders."),
            )
