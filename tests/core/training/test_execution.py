"""A training's own order of things: what is written first, what counts as its speed, which network may not be saved."""

import errno
import math
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import tensorflow as tf

from core.control import Control
from core.errors import NakamiError, Stopped, StorageError
from core.events import EpochEnded, Event, TrainingOutcome, TrainingStarted
from core.network.store import open_model
from core.pictures.dataset import Dataset
from core.pictures.scan import scan
from core.training import runs
from core.training import setup as training_setup
from core.training.config import TrainingConfig
from core.training.loop import Tally, Trainer
from core.training.train import resume, train
from core.training.unfinished import can_resume

pytestmark = pytest.mark.heavy

CONFIG = TrainingConfig(image_size_px=12, epochs=3, batch_size=4, seed=3)


@pytest.fixture
def dataset(make_colours: Any) -> Dataset:
    return scan(make_colours(per_class=6))


def speed_of(epochs: list[EpochEnded]) -> float:
    """Pictures a second over epochs of as many pictures each."""
    return len(epochs) / sum(1 / each.pictures_per_second for each in epochs)


def test_the_speed_is_that_of_the_epochs_after_the_first_of_each_process(trained: Any, dataset: Dataset) -> None:
    outcome: TrainingOutcome = trained.outcome
    assert outcome.images_per_second == pytest.approx(speed_of(runs.read_history(trained.folder)[1:]))
    run = train(dataset, replace(CONFIG, epochs=1)).run
    assert resume(run, 4).images_per_second == pytest.approx(speed_of(runs.read_history(run)[2:]))


def test_a_run_of_one_epoch_has_a_speed_too(dataset: Dataset) -> None:
    outcome = train(dataset, replace(CONFIG, epochs=1))
    assert outcome.images_per_second == pytest.approx(speed_of(runs.read_history(outcome.run)))


def test_the_time_of_all_processes_counts(dataset: Dataset) -> None:
    first = train(dataset, replace(CONFIG, epochs=1))
    second = resume(first.run, 2)
    told = sum(each.seconds for each in runs.read_history(first.run))
    assert second.seconds >= told


def test_a_run_can_go_on_as_soon_as_it_is_listed(dataset: Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    """A crash may come between any two writes."""
    honest = runs.write_facts
    resumable: list[bool] = []

    def watched(folder: Path, facts: runs.RunFacts) -> None:
        honest(folder, facts)
        with monkeypatch.context() as patch:
            patch.setattr(runs, "is_live", lambda _: False)
            resumable.append(can_resume(folder) is not None)

    monkeypatch.setattr(runs, "write_facts", watched)
    train(dataset, replace(CONFIG, epochs=1))
    assert resumable == [True, True]


def test_a_network_that_computes_nothing_any_more_is_not_saved(
    dataset: Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The last batch of the second epoch was one too many: its own loss is that of the weights before."""
    honest = Trainer.evaluate
    validated: list[Tally] = []

    def evaluate(self: Trainer, *arguments: Any) -> Tally:
        found = honest(self, *arguments)
        validated.append(found)
        return replace(found, loss_sum=math.nan) if len(validated) == 2 else found

    monkeypatch.setattr(Trainer, "evaluate", evaluate)
    told: list[Event] = []
    with pytest.raises(NakamiError, match=r"not a number any more, since batch 3 of epoch 2. The learning rate, 0.001"):
        train(dataset, CONFIG, told.append, run_folder=tmp_path / "run")
    assert [each.epoch for each in told if isinstance(each, EpochEnded)] == [1]
    facts = runs.read_facts(tmp_path / "run")
    assert (facts.state, facts.results["cause"], facts.results["epochs"]) == ("failed", "diverged", 1)
    assert len(runs.read_history(tmp_path / "run")) == 1
    for name in ("last.keras", "best.keras"):
        open_model(tmp_path / "run" / name)
    assert can_resume(tmp_path / "run") is None, "it would come to the same end"


def test_without_validation_pictures_no_number_is_asked_of_them(make_colours: Any) -> None:
    outcome = train(scan(make_colours(per_class=1)), CONFIG)
    assert (outcome.state, outcome.epochs) == ("finished", 3)
    assert math.isnan(outcome.val_loss)


@pytest.mark.parametrize("step", ["cut_batches", "copy_model"])
def test_a_full_disk_is_said_when_a_run_goes_on(
    dataset: Dataset, every_report: None, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    run = train(dataset, replace(CONFIG, epochs=1)).run
    before = (run / "run.json").read_bytes()

    def refuse(*_: Any) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr(f"core.training.train.{step}", refuse)
        with pytest.raises(StorageError, match=r"The run cannot be saved in .* The disk is full. Free some space"):
            resume(run, 2)
    assert (run / "run.json").read_bytes() == before
    assert not runs.is_live(run)
    assert resume(run, 2).epochs == 2


@pytest.mark.parametrize(
    "error", [MemoryError(), tf.errors.ResourceExhaustedError(None, None, "OOM when allocating tensor")], ids=repr
)
def test_a_network_that_does_not_fit_into_memory_is_said(
    dataset: Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    run = train(dataset, replace(CONFIG, epochs=1)).run
    before = (run / "run.json").read_bytes()

    def refuse(*_: Any) -> None:
        raise error

    monkeypatch.setattr(training_setup, "build", refuse)
    for begin in (lambda: train(dataset, CONFIG, run_folder=tmp_path / "new"), lambda: resume(run, 2)):
        with pytest.raises(NakamiError, match=r"Training ran out of memory. Try a smaller batch size"):
            begin()
    assert not (tmp_path / "new").exists()
    assert (run / "run.json").read_bytes() == before


def test_a_folder_that_is_no_run_is_left_as_it_is(dataset: Dataset) -> None:
    before = sorted(dataset.root.rglob("*"))
    with pytest.raises(NakamiError, match="is not a training run"):
        resume(dataset.root)
    assert sorted(dataset.root.rglob("*")) == before


def test_a_stop_while_pictures_are_read_leaves_a_run_that_goes_on_as_it_was(dataset: Dataset) -> None:
    run = train(dataset, replace(CONFIG, epochs=1)).run
    before = {each: each.read_bytes() for each in run.iterdir() if each.is_file()}
    control = Control()
    control.stop()
    with pytest.raises(Stopped):
        resume(run, 2, control=control)
    assert {each: each.read_bytes() for each in run.iterdir() if each.is_file()} == before
    assert not runs.is_live(run)


def test_a_stop_at_once_loses_nothing_of_a_run_that_goes_on(dataset: Dataset, every_report: None) -> None:
    run = train(dataset, replace(CONFIG, epochs=1)).run
    control = Control()

    def report(event: Event) -> None:
        if isinstance(event, TrainingStarted):
            control.stop()

    outcome = resume(run, 3, report, control)
    assert (outcome.state, outcome.epochs) == ("stopped", 1)
    unfinished = can_resume(run)
    assert unfinished is not None
    assert (unfinished.epochs_done, unfinished.epochs_planned) == (1, 3)
    assert resume(run).epochs == 3
