"""The one training function, for window, command line and workers alike. Heavy: imports Keras.

Pictures in, a run folder out. It knows `report` and `control`, nothing else of its caller.
"""

import contextlib
import errno
import math
import os
import shutil
import time
from pathlib import Path
from typing import Any, NoReturn

import tensorflow as tf

from core import engine
from core.control import Control
from core.errors import DatasetError, NakamiError, Stopped, StorageError, storage_error
from core.events import (
    BatchEnded,
    EndState,
    EpochEnded,
    Listed,
    Preparing,
    Report,
    Snapshot,
    Throttle,
    TrainingOutcome,
    TrainingStarted,
    ignore,
)
from core.network.build import build
from core.network.presets import tutorial_network
from core.network.store import copy_model, open_model, save_model
from core.numerals import file_size
from core.pictures.cache import PreparedPictures, prepare
from core.pictures.dataset import Dataset
from core.pictures.split import Split, split_pictures, write_split
from core.training import runs
from core.training.config import TrainingConfig
from core.training.cost import disk_bytes
from core.training.loop import Examples, Tally, Trainer
from core.training.tensorboard import EventWriter
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
    prepared = prepare(dataset, config.image_size_px, report, control)
    report(Listed(prepared.dataset))
    split = split_pictures(prepared.dataset, config.seed, config.shares)
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
        self.training, self.validation, self.test = (
            Examples(prepared.pixels, positions, self.dataset.labels[positions])
            for positions in (split.training, split.validation, split.test)
        )
        self.network = network = tutorial_network(config.image_size_px, len(self.dataset.class_names))
        control.check()
        self.model = build(network, config.seed)
        self.trainer = Trainer(self.model, config.learning_rate)
        self.trainer.trace()
        self.folder = runs.usable_folder(folder, self.dataset.root.name)
        self.history: list[EpochEnded] = []
        self.facts = runs.RunFacts(
            name=self.dataset.root.name,
            class_names=self.dataset.class_names,
            pictures=str(self.dataset.root),
            network=network.name,
            config=config.as_json(),
            fingerprint=self.dataset.fingerprint(),
            versions=runs.versions(),
            started=time.strftime("%Y-%m-%dT%H:%M:%S%z"),
        )
        self.seconds_training = 0.0
        self.pictures_trained = 0
        self.started = time.perf_counter()
        self.throttle = Throttle()

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
        needed, free = disk_bytes(self.network), shutil.disk_usage(self.folder).free
        if free < needed:
            raise StorageError(
                say(
                    "The run needs {needed} on the disk, and {free} are free.",
                    needed=file_size(needed),
                    free=file_size(free),
                ),
                say("Free some space, choose a smaller image size, or another place with NAKAMI_HOME."),
            )
        runs.write_facts(self.folder, self.facts)
        write_split(self.folder / runs.SPLIT_FILE, self.dataset, self.split)
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
        started = self._clock()
        tally = Tally()
        results = self.trainer.train_epoch(self.training, self.config.batch_size, self.config.seed, epoch)
        for number, result in enumerate(results, start=1):
            self._batch(epoch, number, result, tally)
        trained_seconds = self._clock() - started
        val = self.trainer.evaluate(self.validation, self.config.batch_size, self.control)
        self._count(epoch, len(self.training), trained_seconds)
        ended = EpochEnded(
            epoch=epoch,
            loss=tally.loss,
            accuracy=tally.accuracy,
            val_loss=val.loss,
            val_accuracy=val.accuracy,
            seconds=self._clock() - started,
            pictures_per_second=len(self.training) / trained_seconds,
            is_best=runs.is_best(self.history, tally.loss, val.loss),
        )
        self._save(ended)
        self.report(ended)
        self._snapshot(epoch)
        if not self.dataset.root.is_dir():
            raise DatasetError(
                say("The folder “{folder}” is gone.", folder=self.dataset.root.name),
                say("The network after epoch {epoch} is kept. Train again when the folder is back.", epoch=epoch),
            )

    def _batch(self, epoch: int, number: int, result: Any, tally: Tally) -> None:
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
        if self.control.take_snapshot_request():
            self._snapshot(epoch - 1)
        self.control.check()

    def _clock(self) -> float:
        """Seconds that pass while the training is not paused."""
        return time.perf_counter() - self.control.seconds_paused

    def _seconds_left(self, epoch: int, seen: int, speed: float) -> float:
        """From whole epochs once there is one, before that from the running batch."""
        if self.history:
            per_epoch = sum(each.seconds for each in self.history[-3:]) / len(self.history[-3:])
        else:
            per_epoch = (len(self.training) + 0.4 * len(self.validation)) / speed
        return per_epoch * (self.config.epochs - epoch + 1 - seen / len(self.training))

    def _count(self, epoch: int, pictures: int, seconds: float) -> None:
        """Speed is that of whole epochs after the first, which pays for tracing; the first counts while alone."""
        if epoch == 2:
            self.pictures_trained, self.seconds_training = 0, 0.0
        self.pictures_trained += pictures
        self.seconds_training += seconds

    def _save(self, ended: EpochEnded) -> None:
        save_model(self.model, self.dataset.class_names, self.folder / runs.LAST_FILE)
        if ended.is_best:
            copy_model(self.folder / runs.LAST_FILE, self.folder / runs.BEST_FILE)
        self.history.append(ended)
        runs.write_history(self.folder, self.history)

    def _snapshot(self, epoch: int) -> None:
        weights = tuple(self.model.get_weights())
        for value in weights:
            value.flags.writeable = False
        self.report(Snapshot(self.folder, epoch, weights))

    def _end(self, state: EndState) -> TrainingOutcome:
        if not self.history:
            save_model(self.model, self.dataset.class_names, self.folder / runs.LAST_FILE)
            copy_model(self.folder / runs.LAST_FILE, self.folder / runs.BEST_FILE)
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
            images_per_second=self.pictures_trained / self.seconds_training if self.seconds_training else nan,
            seconds=time.perf_counter() - self.started,
        )
        runs.end_run(self.folder, self.facts, state, _results(outcome))
        return outcome

    def _test_best(self) -> Tally:
        if not self.history[-1].is_best:
            best = open_model(self.folder / runs.BEST_FILE).model
            self.model.set_weights(best.get_weights())
        return self.trainer.evaluate(self.test, self.config.batch_size, self.control)

    def _fail(self, error: Exception) -> NoReturn:
        """Leave the run in a named state, as far as the disk lets us, and tell the user."""
        told = self._as_told(error)
        reason = told.what.in_english() if isinstance(told, NakamiError) else repr(told)
        # The same disk may fail again; what was saved before stands.
        with contextlib.suppress(OSError):
            runs.end_run(self.folder, self.facts, "failed", {"reason": reason})
        if told is error:
            raise error
        raise told from error

    def _as_told(self, error: Exception) -> Exception:
        """The error in words, where the user can mend it."""
        if isinstance(error, OSError):
            return self._storage_error(error)
        if isinstance(error, tf.errors.OpError) and os.strerror(errno.ENOSPC) in str(error):
            # TensorFlow says the same of a full disk and of a full memory.
            return self._storage_error(OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)))
        smaller = say("Try a smaller batch size or a smaller image size.")
        if isinstance(error, MemoryError | tf.errors.ResourceExhaustedError):
            return NakamiError(say("Training ran out of memory."), smaller)
        if isinstance(error, tf.errors.OpError):
            reason = str(error).splitlines()[0][:200]
            return NakamiError(say("TensorFlow stopped the training: {reason}", reason=reason), smaller)
        return error

    def _storage_error(self, error: OSError) -> NakamiError:
        if not (self.folder / runs.LAST_FILE).is_file():
            return storage_error(error, say("The run cannot be saved in {folder}.", folder=self.folder))
        saved = len(self.history)
        if saved == self.config.epochs:
            return storage_error(error, say("The run's results were not saved. Epoch {saved} is safe.", saved=saved))
        return storage_error(
            error, say("Epoch {epoch} was not saved. Epoch {saved} is safe.", epoch=saved + 1, saved=saved)
        )


def _require_training_pictures(dataset: Dataset, split: Split) -> None:
    learned = set(dataset.labels[split.training].tolist())
    for label, name in enumerate(dataset.class_names):
        if label not in learned:
            raise DatasetError(
                say("The class “{name}” has no training pictures, only others.", name=name),
                say("Put some into the train folder, or take the class out of the other folders."),
            )


def _results(outcome: TrainingOutcome) -> dict[str, Any]:
    names = ("epochs", "best_epoch", "loss", "accuracy", "val_loss", "val_accuracy", "test_loss", "test_accuracy")
    return {name: getattr(outcome, name) for name in (*names, "images_per_second", "seconds")}
