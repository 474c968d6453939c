"""The one training function, for window, command line and workers alike. Heavy: imports Keras.

Pictures in, a run folder out. It knows `report` and `control`, nothing else of its caller.
"""

import contextlib
import math
import time
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

from core import engine
from core.answers import Insight, Photo
from core.control import Control
from core.errors import DatasetError, NakamiError, Stopped
from core.events import (
    BatchEnded,
    EndState,
    EpochEnded,
    Listed,
    Preparing,
    Report,
    Throttle,
    TrainingOutcome,
    TrainingStarted,
    ignore,
)
from core.network.build import build
from core.network.presets import tutorial_network
from core.network.store import open_model
from core.pictures.arrays.unpacking import unpacked_from
from core.pictures.cache import PreparedPictures, prepare
from core.pictures.dataset import Dataset
from core.pictures.split import SPLIT_FILE, Split, reused_split, split_pictures, write_split
from core.training import runs
from core.training.augmenting import Augmenter
from core.training.checkpoints import Checkpoints
from core.training.class_weights import class_weights
from core.training.config import TrainingConfig
from core.training.failures import as_told
from core.training.loop import BatchResult, Examples, Tally, Trainer
from core.training.stopwatch import Stopwatch, seconds_left
from core.training.tensorboard import EventWriter
from core.training.watching import Watcher
from core.words import say


def train(
    dataset: Dataset,
    config: TrainingConfig,
    report: Report = ignore,
    control: Control | None = None,
    run_folder: Path | None = None,
) -> TrainingOutcome:
    """Train the tutorial network on `dataset` and keep the run on disk.

    `run_folder` must be new or empty; None makes one among the program's runs. A stop keeps a usable model and
    returns an outcome with state "stopped"; a stop before the first batch raises Stopped. Raises NakamiError for
    anything the user can mend; the last whole epoch's files then stand.
    """
    control = control or Control()
    report(Preparing(say("reading pictures"), 0, len(dataset.pictures)))
    prepared = prepare(dataset, config.frame, report, control)
    report(Listed(prepared.dataset))
    split = _split(prepared, config)
    _require_training_pictures(prepared.dataset, split)
    report(Preparing(say("building the network")))
    with engine.collector_at_rest():
        run = _Run(prepared, split, config, report, control, run_folder)
    return run.carry_out()


class _Run:
    """One training from the first batch to the last file."""

    def __init__(
        self,
        prepared: PreparedPictures,
        split: Split,
        config: TrainingConfig,
        report: Report,
        control: Control,
        folder: Path | None,
    ) -> None:
        self.dataset = prepared.dataset
        self.split = split
        self.config = config
        self.report = report
        self.control = control
        varies = config.augmentation.kind != "off"
        self.training = _examples(
            prepared, split.training, Augmenter(config.augmentation, config.seed) if varies else None
        )
        self.validation, self.test = (_examples(prepared, each) for each in (split.validation, split.test))
        names = self.dataset.class_names
        network = tutorial_network(config.image_size_px, len(names), config.with_dropout)
        control.check()
        self.model = build(network, config.seed)
        weights = class_weights(self.training.labels, len(names)) if config.class_weights else None
        self.trainer = Trainer(self.model, config.learning_rate, weights)
        self.trainer.trace()
        # Of arrays for training alone the folder of the classes is called "train".
        name = (unpacked_from(self.dataset.root) or self.dataset.root).name
        self.folder = runs.usable_folder(folder, name)
        self.checkpoints = Checkpoints(self.folder, self.model, network, names, config)
        self.watcher = Watcher(self.model, names, config.frame, self.folder, report, control)
        self.first_photo = _first_photo(self.dataset, split)
        self.facts = runs.RunFacts(
            name=name,
            class_names=names,
            pictures=str(self.dataset.root),
            network=network.name,
            config=config.as_json(),
            fingerprint=self.dataset.fingerprint(),
            versions=runs.versions(),
            started=time.strftime("%Y-%m-%dT%H:%M:%S%z"),
        )
        self.stopwatch = Stopwatch(control)
        self.throttle = Throttle()

    @property
    def history(self) -> list[EpochEnded]:
        """The whole epochs so far."""
        return self.checkpoints.history

    def carry_out(self) -> TrainingOutcome:
        """Train to the end or to the stop. Every end, errors too, is written into the run."""
        try:
            self._begin()
            state = self._train()
            return self._end(state)
        except Exception as error:
            self._fail(error)

    def _train(self) -> EndState:
        with EventWriter(self.folder) as events:
            try:
                for epoch in range(1, self.config.epochs + 1):
                    self._epoch(epoch)
                    events.add(self.history[-1])
            except Stopped:
                return "stopped"
        return "finished"

    def _begin(self) -> None:
        self.checkpoints.require_room()
        runs.write_facts(self.folder, self.facts)
        write_split(self.folder / SPLIT_FILE, self.dataset, self.split)
        self.report(
            TrainingStarted(
                run=self.folder,
                class_names=self.dataset.class_names,
                epochs=self.config.epochs,
                batches_per_epoch=-(-len(self.training) // self.config.batch_size),
                training_pictures=len(self.training),
                validation_pictures=len(self.validation),
                test_pictures=len(self.test),
            )
        )

    def _epoch(self, epoch: int) -> None:
        started = self.stopwatch.seconds()
        tally = Tally()
        results = self.trainer.train_epoch(self.training, self.config.batch_size, self.config.seed, epoch)
        for number, result in enumerate(results, start=1):
            self._batch(epoch, number, result, tally)
        trained_seconds = self.stopwatch.seconds() - started
        answer = partial(self._answer, epoch - 1)
        val = self.trainer.evaluate(self.validation, self.config.batch_size, self.control, answer)
        self.stopwatch.count(epoch, len(self.training), trained_seconds)
        ended = EpochEnded(
            epoch=epoch,
            loss=tally.loss,
            accuracy=tally.accuracy,
            val_loss=val.loss,
            val_accuracy=val.accuracy,
            seconds=self.stopwatch.seconds() - started,
            pictures_per_second=len(self.training) / trained_seconds,
            is_best=runs.is_best(self.history, tally.loss, val.loss),
        )
        self.checkpoints.save(ended)
        insight = self._keep(epoch)
        self.report(ended)
        self.report(self.checkpoints.snapshot(epoch))
        self.watcher.show(insight)
        if not self.dataset.root.is_dir():
            raise DatasetError(
                say("The folder “{folder}” is gone.", folder=self.dataset.root.name),
                say("The network after epoch {epoch} is kept. Train again when the folder is back.", epoch=epoch),
            )

    def _batch(self, epoch: int, number: int, result: BatchResult, tally: Tally) -> None:
        tally.add(result.loss, result.right, result.count)
        if self.throttle.is_due():
            speed = result.count / max(result.seconds, 1e-9)
            self.report(
                BatchEnded(
                    epoch=epoch,
                    batch=number,
                    loss=tally.loss,
                    accuracy=tally.accuracy,
                    batch_loss=result.loss,
                    batch_accuracy=result.right / result.count,
                    pictures_per_second=speed,
                    seconds_left=self._seconds_left(epoch, tally.count, speed),
                )
            )
        self.watcher.weights_moved()
        self._answer(epoch - 1)
        self.control.check(partial(self._answer, epoch - 1))

    def _answer(self, epoch: int) -> None:
        """Answer what is asked of a training that goes on, or that is paused. `epoch` counts the whole ones so far."""
        if self.control.take_snapshot_request():
            self.report(self.checkpoints.snapshot(epoch))
        self.watcher.answer(epoch)

    def _keep(self, epoch: int) -> Insight | None:
        """Look at the watched photo after a whole epoch, and keep what there is to see."""
        keeps = self.checkpoints.keeps_epochs
        insight = self.watcher.look_after_epoch(epoch, otherwise=self.first_photo if keeps else None)
        if insight is not None:
            self.checkpoints.keep(insight)
        return insight

    def _seconds_left(self, epoch: int, seen: int, speed: float) -> float:
        first_epoch_s = (len(self.training) + 0.4 * len(self.validation)) / speed
        epochs_left = self.config.epochs - epoch + 1 - seen / len(self.training)
        return seconds_left(self.history, epochs_left, first_epoch_s)

    def _end(self, state: EndState) -> TrainingOutcome:
        self.checkpoints.save_unfinished()
        test = Tally()
        if state == "finished" and len(self.test):
            self.report(Preparing(say("testing the best epoch")))
            # A test that is stopped, or that runs out of memory, costs the test's numbers, not the run.
            with contextlib.suppress(Stopped, NakamiError, MemoryError, tf.errors.OpError):
                test = self._test_best()
        best = runs.best_epoch(self.history)
        nan = math.nan
        outcome = TrainingOutcome(
            run=self.folder,
            state=state,
            classes=self.dataset.class_names,
            epochs=len(self.history),
            best_epoch=best.epoch if best else 0,
            loss=best.loss if best else nan,
            accuracy=best.accuracy if best else nan,
            val_loss=best.val_loss if best else nan,
            val_accuracy=best.val_accuracy if best else nan,
            test_loss=test.loss,
            test_accuracy=test.accuracy,
            images_per_second=self.stopwatch.pictures_per_second(),
            seconds=self.stopwatch.seconds_in_all(),
        )
        runs.end_run(self.folder, self.facts, state, _results(outcome))
        return outcome

    def _test_best(self) -> Tally:
        best = runs.best_epoch(self.history) or self.history[-1]
        if best is not self.history[-1]:
            self.model.set_weights(open_model(self.folder / runs.BEST_FILE).model.get_weights())
        answer = partial(self._answer, best.epoch)
        return self.trainer.evaluate(self.test, self.config.batch_size, self.control, answer)

    def _fail(self, error: Exception) -> NoReturn:
        """Leave the run in a named state, as far as the disk lets us, and tell the user."""
        told = as_told(error, self.folder, len(self.history), self.config.epochs)
        reason = told.what.in_english() if isinstance(told, NakamiError) else repr(told)
        # The same disk may fail again; what was saved before stands.
        with contextlib.suppress(OSError):
            runs.end_run(self.folder, self.facts, "failed", {"reason": reason})
        if told is error:
            raise error
        raise told from error


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


def _first_photo(dataset: Dataset, split: Split) -> Photo:
    """The picture that is looked into where none was chosen: a test picture if there is one."""
    first = split.unlearned_first()[0]
    path = dataset.path(dataset.pictures[first])
    return Photo(path.name, str(path))


def _results(outcome: TrainingOutcome) -> dict[str, Any]:
    names = ("epochs", "best_epoch", "loss", "accuracy", "val_loss", "val_accuracy", "test_loss", "test_accuracy")
    return {name: getattr(outcome, name) for name in (*names, "images_per_second", "seconds")}
