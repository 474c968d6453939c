"""One training from the first batch to the last file. Heavy: imports TensorFlow."""

import contextlib
import math
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

import tensorflow as tf

from core.answers import Photo
from core.control import Control
from core.errors import DatasetError, NakamiError, Stopped
from core.events import (
    BatchEnded,
    EndState,
    EpochEnded,
    Preparing,
    Report,
    Throttle,
    TrainingOutcome,
    TrainingStarted,
)
from core.network.store import open_model
from core.pictures.dataset import Dataset
from core.pictures.split import SPLIT_FILE, Split, write_split
from core.training import early_stopping, runs
from core.training.batch_history import BatchRow
from core.training.batch_rates import Rates
from core.training.checkpoints import Checkpoints
from core.training.config import TrainingConfig
from core.training.failures import Diverged, as_told, cause_of
from core.training.loop import BatchResult, Tally
from core.training.setup import Setup
from core.training.stopwatch import Stopwatch, seconds_left
from core.training.tensorboard import EventWriter
from core.training.watching import Watcher
from core.words import say


class Execution:
    """Carries a training out. `history` holds the whole epochs of one that goes on."""

    def __init__(
        self,
        setup: Setup,
        config: TrainingConfig,
        facts: runs.RunFacts,
        folder: Path,
        report: Report,
        control: Control,
        history: Sequence[EpochEnded] = (),
    ) -> None:
        self.dataset = setup.dataset
        self.split = setup.split
        self.training, self.validation, self.test = setup.training, setup.validation, setup.test
        self.trainer = setup.trainer
        self.config = config
        self.facts = facts
        self.folder = folder
        self.report = report
        self.control = control
        names = self.dataset.class_names
        self.checkpoints = Checkpoints(folder, self.trainer, setup.network, names, config, history)
        self.watcher = Watcher(setup.model, names, config.frame, folder, report, control)
        self.rates = Rates(config, facts.rate_changes)
        self.first_photo = _first_photo(self.dataset, self.split)
        self.batches_per_epoch = -(-len(self.training) // config.batch_size)
        self.seconds_before = _seconds_before(facts, history)
        self.epochs_before = len(history)
        self.stopwatch = Stopwatch(control)
        self.throttle = Throttle()

    @property
    def history(self) -> list[EpochEnded]:
        """The whole epochs so far."""
        return self.checkpoints.history

    def carry_out(self) -> TrainingOutcome:
        """Train to the end or to the stop. Every end, errors too, is written into the run."""
        with self.checkpoints:
            try:
                self._begin()
                state = self._train()
                return self._end(state)
            except Exception as error:
                self._fail(error)

    def _begin(self) -> None:
        self.checkpoints.require_room()
        # The split first: a run that a crash ends right here can go on as soon as it is listed.
        write_split(self.folder / SPLIT_FILE, self.dataset, self.split)
        runs.write_facts(self.folder, self.facts)
        self.report(
            TrainingStarted(
                run=self.folder,
                class_names=self.dataset.class_names,
                epochs=self.config.epochs,
                batches_per_epoch=self.batches_per_epoch,
                training_pictures=len(self.training),
                validation_pictures=len(self.validation),
                test_pictures=len(self.test),
                history=tuple(self.history),
            )
        )

    def _train(self) -> EndState:
        with EventWriter(self.folder) as self.events:
            try:
                while len(self.history) < self.config.epochs and not self._is_enough():
                    self._epoch(len(self.history) + 1)
            except Stopped:
                # What the user set in a pause that ends so counts once the run goes on.
                self._take_rate(len(self.history) + 1, 1)
                return "stopped"
            finally:
                self._tell_saved(wait=True)
        return "finished"

    def _is_enough(self) -> bool:
        return early_stopping.is_due(self.history, self.config.early_stopping, self.facts.patience_from)

    def _epoch(self, epoch: int) -> None:
        started = self.stopwatch.seconds()
        tally = Tally()
        rows: list[BatchRow] = []
        self._set_rate(epoch, 1)
        results = self.trainer.train_epoch(self.training, self.config.batch_size, self.config.seed, epoch)
        for number, result in enumerate(results, start=1):
            rows.append(BatchRow(epoch, number, self.batches_per_epoch, result.loss, result.right / result.count))
            self._batch(epoch, number, result, tally)
        trained_seconds = self.stopwatch.seconds() - started
        meanwhile = partial(self._meanwhile, epoch - 1)
        val = self.trainer.evaluate(self.validation, self.config.batch_size, self.control, meanwhile)
        self.stopwatch.count(epoch - self.epochs_before, len(self.training), trained_seconds)
        self._tell_saved(wait=True)
        if len(self.validation) and not math.isfinite(val.loss):
            # The last batch did it: such a network must not take the place of the last good one.
            raise Diverged(epoch, self.batches_per_epoch, self.rates.now)
        ended = EpochEnded(
            epoch=epoch,
            loss=tally.loss,
            accuracy=tally.accuracy,
            val_loss=val.loss,
            val_accuracy=val.accuracy,
            seconds=self.stopwatch.seconds() - started,
            pictures_per_second=len(self.training) / trained_seconds,
            is_best=runs.is_best(self.history, tally.loss, val.loss),
            learning_rate=self.rates.now,
        )
        keeps = self.checkpoints.keeps_epochs
        insight = self.watcher.look_after_epoch(epoch, otherwise=self.first_photo if keeps else None)
        self.report(self.checkpoints.save(ended, rows, insight if keeps else None))
        self.watcher.show(insight)

    def _batch(self, epoch: int, number: int, result: BatchResult, tally: Tally) -> None:
        if not math.isfinite(result.loss):
            raise Diverged(epoch, number, self.rates.now)
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
                    learning_rate=self.rates.now,
                )
            )
        self.watcher.weights_moved()
        self._meanwhile(epoch - 1)
        self.control.check(partial(self._meanwhile, epoch - 1))
        self._set_rate(epoch, number + 1)

    def _meanwhile(self, epoch: int) -> None:
        """Between two batches, and in pauses: tell what is saved, answer what is asked. `epoch` counts the whole ones
        so far."""
        self._tell_saved()
        if self.control.take_snapshot_request():
            self.report(self.checkpoints.snapshot(epoch))
        self.watcher.answer(epoch)

    def _tell_saved(self, wait: bool = False) -> None:
        """Report an epoch once its files stand."""
        ended = self.checkpoints.taken(wait)
        if ended is None:
            return
        self.events.add(ended)
        self.report(ended)
        if not self.dataset.root.is_dir():
            raise DatasetError(
                say("The folder “{folder}” is gone.", folder=self.dataset.root.name),
                say("Epoch {epoch} is safe. Go on when the folder is back.", epoch=ended.epoch),
            )

    def _set_rate(self, epoch: int, batch: int) -> None:
        """The learning rate from this batch on."""
        self._take_rate(epoch, batch)
        if self.rates.move_to(epoch, batch, self.history):
            self.trainer.set_learning_rate(self.rates.now)

    def _take_rate(self, epoch: int, batch: int) -> None:
        """Write down with the run the rate that the user has just set, if any, so that a run that goes on takes it at
        the same batch."""
        wanted = self.control.take_learning_rate()
        if wanted is not None:
            self.rates.change(epoch, batch, wanted)
            self.facts = replace(self.facts, rate_changes=self.rates.changes)
            runs.write_facts(self.folder, self.facts)

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
        outcome = TrainingOutcome(
            run=self.folder,
            state=state,
            classes=self.dataset.class_names,
            **_of_best(self.history),
            test_loss=test.loss,
            test_accuracy=test.accuracy,
            images_per_second=self.stopwatch.pictures_per_second(),
            seconds=self.seconds_before + self.stopwatch.seconds_in_all(),
            ended_early=state == "finished" and len(self.history) < self.config.epochs,
        )
        runs.end_run(self.folder, self.facts, state, _results(outcome))
        return outcome

    def _test_best(self) -> Tally:
        best = runs.best_epoch(self.history) or self.history[-1]
        if best is not self.history[-1]:
            self.trainer.model.set_weights(open_model(self.folder / runs.BEST_FILE).model.get_weights())
        meanwhile = partial(self._meanwhile, best.epoch)
        return self.trainer.evaluate(self.test, self.config.batch_size, self.control, meanwhile)

    def _fail(self, error: Exception) -> NoReturn:
        """Leave the run in a named state, as far as the disk lets us, and tell the user."""
        told = as_told(error, self.folder, self.checkpoints.safe, self.config.epochs)
        reason = told.what.in_english() if isinstance(told, NakamiError) else repr(told)
        results = {"reason": reason, "cause": cause_of(told), **_of_best(self.history[: self.checkpoints.safe])}
        # The same disk may fail again; what was saved before stands.
        with contextlib.suppress(OSError):
            runs.end_run(self.folder, self.facts, "failed", results)
        if told is error:
            raise error
        raise told from error


def _first_photo(dataset: Dataset, split: Split) -> Photo:
    """The picture that is looked into where none was chosen: a test picture if there is one."""
    first = split.unlearned_first()[0]
    path = dataset.path(dataset.pictures[first])
    return Photo(path.name, str(path))


def _seconds_before(facts: runs.RunFacts, history: Sequence[EpochEnded]) -> float:
    """How long a run that goes on has taken so far: as it was written at its end, else by its whole epochs."""
    epochs = sum(each.seconds for each in history)
    written = facts.results.get("seconds")
    return max(epochs, written) if isinstance(written, int | float) else epochs


def _of_best(history: Sequence[EpochEnded]) -> dict[str, Any]:
    """The numbers of the best epoch, as an outcome has them."""
    best = runs.best_epoch(history)
    numbers = {name: getattr(best, name, math.nan) for name in ("loss", "accuracy", "val_loss", "val_accuracy")}
    return {"epochs": len(history), "best_epoch": best.epoch if best else 0, **numbers}


def _results(outcome: TrainingOutcome) -> dict[str, Any]:
    names = ("epochs", "best_epoch", "loss", "accuracy", "val_loss", "val_accuracy", "test_loss", "test_accuracy")
    return {name: getattr(outcome, name) for name in (*names, "images_per_second", "seconds", "ended_early")}
