"""A training that was interrupted ends as one that never was: the same weights and the same curve, bit for bit."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.control import Control
from core.errors import DatasetError, ModelError, NakamiError
from core.events import BatchEnded, EpochEnded, Event, TrainingOutcome, TrainingStarted
from core.network.store import open_model
from core.pictures.dataset import Dataset
from core.pictures.edits import Edits
from core.pictures.scan import scan
from core.training import runs
from core.training.augmentation import parse_augmentation
from core.training.batch_history import read_batches
from core.training.config import TrainingConfig
from core.training.train import resume, train
from core.training.unfinished import can_resume

pytestmark = pytest.mark.heavy

ROOT = Path(__file__).parents[3]
# Dropout is in the network; with 24 training pictures an epoch has 6 batches.
CONFIG = TrainingConfig(
    image_size_px=16,
    epochs=4,
    batch_size=4,
    seed=3,
    augmentation=parse_augmentation("random:rotation=15,mirror=yes,brightness=0.2"),
)


@pytest.fixture
def dataset(make_colours: Any) -> Dataset:
    return scan(make_colours(per_class=12))


class Stopper:
    """A report that stops the training at one batch."""

    def __init__(self, epoch: int, batch: int) -> None:
        self.control = Control()
        self.place = (epoch, batch)

    def __call__(self, event: Event) -> None:
        if isinstance(event, BatchEnded) and (event.epoch, event.batch) == self.place:
            self.control.stop()


def interrupted(dataset: Dataset, config: TrainingConfig, epoch: int, batch: int) -> Path:
    stopper = Stopper(epoch, batch)
    outcome = train(dataset, config, stopper, stopper.control)
    assert outcome.state == "stopped"
    return outcome.run


def weights(run: Path, name: str = "last.keras") -> list[np.ndarray]:
    found: list[np.ndarray] = open_model(run / name).model.get_weights()
    return found


def curve(run: Path) -> list[EpochEnded]:
    return [replace(each, seconds=0, pictures_per_second=0) for each in runs.read_history(run)]


def assert_the_same(run: Path, whole: Path) -> None:
    for name in ("last.keras", "best.keras"):
        assert all(np.array_equal(a, b) for a, b in zip(weights(run, name), weights(whole, name), strict=True))
    assert curve(run) == curve(whole)
    assert all(np.array_equal(a, b) for a, b in zip(read_batches(run), read_batches(whole), strict=True))
    kept = ("epochs", "best_epoch", "val_loss", "test_loss", "test_accuracy")
    results = [[runs.read_facts(each).results[name] for name in kept] for each in (run, whole)]
    assert results[0] == results[1]


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"optimizer": "rmsprop", "schedule": "cosine", "augmentation": parse_augmentation("turns")},
        {"optimizer": "sgd", "learning_rate": 0.01, "schedule": "plateau", "class_weights": True},
    ],
    ids=["adam", "rmsprop", "sgd"],
)
def test_a_run_that_was_stopped_at_any_batch_ends_as_one_that_was_not(
    dataset: Dataset, every_report: None, changes: dict[str, Any]
) -> None:
    config = replace(CONFIG, **changes)
    whole = train(dataset, config).run
    place = (random.randint(1, 4), random.randint(1, 6))
    run = interrupted(dataset, config, *place)
    events: list[Event] = []
    outcome = resume(run, report=events.append)
    assert (outcome.state, outcome.run, outcome.epochs) == ("finished", run, 4), place
    (started,) = (each for each in events if isinstance(each, TrainingStarted))
    assert [each.epoch for each in started.history] == list(range(1, place[0])), place
    assert_the_same(run, whole)


def test_a_run_may_be_stopped_again_and_again(dataset: Dataset, every_report: None) -> None:
    whole = train(dataset, CONFIG).run
    run = interrupted(dataset, CONFIG, 2, 3)
    for epoch in (2, 3):
        stopper = Stopper(epoch, 5)
        assert resume(run, report=stopper, control=stopper.control).state == "stopped"
    resume(run)
    assert_the_same(run, whole)


def test_a_finished_run_is_extended_as_if_it_had_been_planned_so(dataset: Dataset) -> None:
    run = train(dataset, replace(CONFIG, epochs=2)).run
    outcome = resume(run, epochs=4)
    assert (outcome.state, outcome.epochs) == ("finished", 4)
    assert_the_same(run, train(dataset, CONFIG).run)
    assert runs.read_facts(run).config["epochs"] == 4


def test_a_rate_that_was_changed_counts_from_the_same_batch(dataset: Dataset, every_report: None) -> None:
    def changing(control: Control, stop_at: tuple[int, int]) -> Any:
        def report(event: Event) -> None:
            if isinstance(event, BatchEnded) and (event.epoch, event.batch) == (2, 3):
                control.set_learning_rate(0.0002)
            if isinstance(event, BatchEnded) and (event.epoch, event.batch) == stop_at:
                control.stop()

        return report

    control = Control()
    whole = train(dataset, CONFIG, changing(control, (9, 9)), control).run
    control = Control()
    run = train(dataset, CONFIG, changing(control, (2, 5)), control).run
    assert runs.read_facts(run).rate_changes == ((2, 4, 0.0002),)
    resume(run)
    assert_the_same(run, whole)
    assert [each.learning_rate for each in curve(run)] == [0.001, 0.0002, 0.0002, 0.0002]


def test_a_run_that_ended_early_waits_anew_when_it_goes_on(dataset: Dataset) -> None:
    stuck = replace(CONFIG, optimizer="sgd", learning_rate=1e-30, early_stopping=2, epochs=9)
    outcome = train(dataset, stuck)
    assert (outcome.state, outcome.ended_early, outcome.epochs) == ("finished", True, 3)
    again = resume(outcome.run)
    assert (again.ended_early, again.epochs) == (True, 5)


def test_pictures_that_were_renamed_parted_and_left_out_are_found_again(dataset: Dataset, every_report: None) -> None:
    edits = Edits(names={"blue": "zebra"}, without_files=frozenset({dataset.pictures[0].file}))
    edited, _ = edits.apply(dataset)
    whole = train(edited, CONFIG).run
    run = interrupted(edited, CONFIG, 3, 2)
    resume(run)
    assert_the_same(run, whole)
    assert open_model(run).class_names == edited.class_names


# ---- what was killed


COMMAND = [sys.executable, "main.py", "train", "--json"]
SETTINGS = ["--epochs", "6", "--image-size", "16", "--batch-size", "4", "--augment", "random", "--seed", "3"]


def begin(*arguments: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [*COMMAND, *map(str, arguments)], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def said_epochs(process: subprocess.Popen[str], count: int) -> list[str]:
    """Wait until the process has told so many epochs."""
    assert process.stderr is not None
    lines: list[str] = []
    while len(lines) < count:
        line = process.stderr.readline()
        assert line, f"it ended with {process.wait()}"
        if line.startswith("epoch "):
            lines.append(line)
    return lines


def test_a_process_that_is_killed_loses_the_running_epoch_alone(dataset: Dataset, tmp_path: Path) -> None:
    whole, run = tmp_path / "whole", tmp_path / "run"
    uninterrupted = begin(dataset.root, *SETTINGS, "--run", whole)
    process = begin(dataset.root, *SETTINGS, "--run", run)
    told = random.randint(1, 3)
    said_epochs(process, told)
    time.sleep(random.uniform(0, 0.1))
    process.kill()
    process.communicate()
    uninterrupted.communicate(timeout=120)
    unfinished = can_resume(run)
    assert unfinished is not None
    assert unfinished.epochs_done >= told, "an epoch that was told is safe"
    assert runs.read_facts(run).state == "training"
    done = subprocess.run([*COMMAND, "--resume", str(run)], cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    assert_the_same(run, whole)


def test_files_that_a_kill_left_between_two_writes_do_no_harm(dataset: Dataset, every_report: None) -> None:
    """Killed after the third epoch's state and batches were written, and before its network was."""
    whole = train(dataset, CONFIG).run
    run = interrupted(dataset, CONFIG, 3, 1)
    (run / "state-3.npz").write_bytes(b"half of one")
    with (run / "batches.csv").open("a") as stream:
        stream.write("3,1,6,0.5,0.5\n3,2,6,0.")
    shutil.copy(run / "last.keras", run / "kept.keras")
    (run / "best.keras").unlink()
    shutil.rmtree(run / "epochs")
    (run / "history.csv").unlink()
    resume(run)
    assert_the_same(run, whole)


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_a_request_to_terminate_saves_and_exits_well(dataset: Dataset, tmp_path: Path) -> None:
    run = tmp_path / "run"
    process = begin(dataset.root, *SETTINGS[2:], "--epochs", "5000", "--run", run)
    said_epochs(process, 1)
    process.send_signal(signal.SIGTERM)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 0, errors
    facts = runs.read_facts(run)
    assert facts.state == "stopped"
    assert can_resume(run) is not None


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_a_second_interrupt_quits_and_the_run_can_go_on(dataset: Dataset, tmp_path: Path) -> None:
    run = tmp_path / "run"
    process = begin(dataset.root, *SETTINGS[2:], "--epochs", "5000", "--run", run)
    said_epochs(process, 1)
    # Both before the training looks at the first.
    os.kill(process.pid, signal.SIGINT)
    os.kill(process.pid, signal.SIGINT)
    process.communicate(timeout=60)
    assert process.returncode in (0, 130)
    unfinished = can_resume(run)
    assert unfinished is not None
    assert unfinished.epochs_done >= 1


# ---- what cannot go on


def test_a_run_whose_pictures_have_changed_is_refused(dataset: Dataset, every_report: None) -> None:
    run = interrupted(dataset, CONFIG, 2, 1)
    before = (run / "run.json").read_bytes()
    first, second = (dataset.path(each) for each in dataset.pictures[:2])
    # Not just touched: its pixels are others now.
    second.write_bytes(dataset.path(dataset.pictures[-1]).read_bytes())
    with pytest.raises(DatasetError, match=r"no longer those that .* was trained on. Put them back"):
        resume(run)
    first.unlink()
    with pytest.raises(DatasetError, match="no longer those"):
        resume(run)
    shutil.rmtree(dataset.root)
    with pytest.raises(DatasetError, match=r"is gone|is not there|no folder"):
        resume(run)
    assert (run / "run.json").read_bytes() == before
    assert can_resume(run) is not None


def test_a_run_that_has_its_epochs_says_so(dataset: Dataset) -> None:
    run = train(dataset, replace(CONFIG, epochs=1)).run
    for epochs in (None, 1, 0):
        with pytest.raises(NakamiError, match="has its 1 epoch already"):
            resume(run, epochs)
    assert runs.read_facts(run).state == "finished"


def test_a_damaged_state_is_refused(dataset: Dataset, every_report: None) -> None:
    run = interrupted(dataset, CONFIG, 2, 1)
    state = run / "state-1.npz"
    state.write_bytes(state.read_bytes()[:1000])
    with pytest.raises(ModelError, match=r"cannot go on: its state-1.npz is damaged"):
        resume(run)
    state.unlink()
    assert can_resume(run) is None
    with pytest.raises(ModelError, match="what it takes is not in its folder"):
        resume(run)


def test_no_run_is_trained_twice_at_once(dataset: Dataset, every_report: None) -> None:
    run = interrupted(dataset, CONFIG, 2, 1)
    refused: list[str] = []

    def meanwhile(event: Event) -> None:
        if isinstance(event, TrainingStarted):
            assert runs.is_live(run)
            assert can_resume(run) is None
            with pytest.raises(NakamiError) as told:
                resume(run)
            refused.append(str(told.value))

    outcome: TrainingOutcome = resume(run, report=meanwhile)
    assert outcome.state == "finished"
    assert "is being trained by another window or command" in refused[0]
    assert not runs.is_live(run)
