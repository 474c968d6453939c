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
from tests.core.conftest import write_colours

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


@pytest.fixture(scope="module")
def uninterrupted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The run that the interrupted ones are to end as. For reading only."""
    pictures = write_colours(tmp_path_factory.mktemp("uninterrupted") / "colours", per_class=12)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NAKAMI_HOME", str(tmp_path_factory.mktemp("uninterrupted-home")))
        return train(scan(pictures), CONFIG).run


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
        # Each picture stands 16 times in it: 6 batches too.
        {"optimizer": "rmsprop", "schedule": "cosine", "augmentation": parse_augmentation("turns"), "batch_size": 64},
        {"optimizer": "sgd", "learning_rate": 0.01, "schedule": "plateau", "class_weights": True},
    ],
    ids=["rmsprop", "sgd"],
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


def test_a_run_may_be_stopped_again_and_again(dataset: Dataset, uninterrupted: Path, every_report: None) -> None:
    run = interrupted(dataset, CONFIG, 2, 3)
    for epoch in (2, 3):
        stopper = Stopper(epoch, random.randint(1, 6))
        assert resume(run, report=stopper, control=stopper.control).state == "stopped"
    resume(run)
    assert_the_same(run, uninterrupted)


def test_a_finished_run_is_extended_as_if_it_had_been_planned_so(dataset: Dataset, uninterrupted: Path) -> None:
    run = train(dataset, replace(CONFIG, epochs=1)).run
    for epochs in (2, 4):
        outcome = resume(run, epochs)
        assert (outcome.state, outcome.epochs) == ("finished", epochs)
    assert_the_same(run, uninterrupted)
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


def begin(dataset: Dataset, run: Path, epochs: int) -> subprocess.Popen[str]:
    """The program with the settings of CONFIG, in a process of its own."""
    settings = f"--epochs {epochs} --image-size 16 --batch-size 4 --seed 3".split()
    augment = ["--augment", "random:rotation=15,mirror=yes,brightness=0.2"]
    return subprocess.Popen(
        [sys.executable, "main.py", "train", str(dataset.root), *settings, *augment, "--run", str(run)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def wait_for_epochs(process: subprocess.Popen[str], count: int) -> None:
    """Wait until the process has told so many epochs."""
    assert process.stderr is not None
    while count:
        line = process.stderr.readline()
        assert line, f"it ended with {process.wait()}"
        count -= line.startswith("epoch ")


def left_over(run: Path) -> list[str]:
    """What is in a finished run of four epochs and does not belong there."""
    names = [each.name for each in (*run.iterdir(), *(run / "epochs").iterdir())]
    return [name for name in names if (name[0] == "." and name != ".lock") or name.startswith(("state-1", "state-3"))]


def test_a_process_that_is_killed_loses_the_running_epoch_alone(
    dataset: Dataset, uninterrupted: Path, tmp_path: Path
) -> None:
    run = tmp_path / "run"
    told = random.randint(1, 3)
    with begin(dataset, run, 4) as process:
        wait_for_epochs(process, told)
        time.sleep(random.uniform(0, 0.05))
        process.kill()
    unfinished = can_resume(run)
    assert unfinished is not None
    assert unfinished.epochs_done >= told, "an epoch that was told is safe"
    if runs.read_facts(run).state == "training":
        resume(run)
    assert_the_same(run, uninterrupted)
    assert left_over(run) == []


@pytest.mark.parametrize("killed_in", [1, 3])
def test_files_that_a_kill_left_between_two_writes_do_no_harm(
    dataset: Dataset, uninterrupted: Path, every_report: None, killed_in: int
) -> None:
    """Killed after this epoch's state and batches were written, and before its network was."""
    run = interrupted(dataset, CONFIG, killed_in, 1)
    (run / f"state-{killed_in}.npz").write_bytes(b"half of one")
    with (run / "batches.csv").open("a") as stream:
        if killed_in == 1:
            stream.write("epoch,batch,batches,loss,accuracy\n")
        stream.write(f"{killed_in},1,6,0.5,0.5\n{killed_in},2,6,0.")
    (run / ".saving-ab_12345").mkdir()
    (run / ".saving-ab_12345" / "model.weights.h5").write_bytes(b"half of one")
    (run / ".last-0123abcd.keras").write_bytes(b"half of one")
    (run / "best.keras").unlink()
    shutil.rmtree(run / "epochs", ignore_errors=True)
    (run / "history.csv").unlink(missing_ok=True)
    if killed_in == 1:
        (run / "last.keras").unlink()
    resume(run)
    assert_the_same(run, uninterrupted)
    assert left_over(run) == []


def test_a_run_that_was_killed_after_its_last_epoch_is_only_tested(uninterrupted: Path, tmp_path: Path) -> None:
    run = shutil.copytree(uninterrupted, tmp_path / "run")
    runs.write_facts(run, replace(runs.read_facts(run), state="training", results={}))
    (run / "state-3.npz").write_bytes(b"there was no time to remove it")
    events: list[Event] = []
    outcome = resume(run, report=events.append)
    assert (outcome.state, outcome.epochs) == ("finished", 4)
    assert not any(isinstance(each, BatchEnded) for each in events)
    assert_the_same(run, uninterrupted)
    assert left_over(run) == []


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_a_second_interrupt_quits_and_the_run_can_go_on(dataset: Dataset, tmp_path: Path) -> None:
    run = tmp_path / "run"
    process = begin(dataset, run, 5000)
    wait_for_epochs(process, 1)
    # Both before the training looks at the first.
    os.kill(process.pid, signal.SIGINT)
    os.kill(process.pid, signal.SIGINT)
    process.communicate(timeout=60)
    assert process.returncode in (0, 130)
    unfinished = can_resume(run)
    assert unfinished is not None
    assert unfinished.epochs_done >= 1


def test_a_run_that_was_moved_goes_on_where_it_is(
    dataset: Dataset, uninterrupted: Path, every_report: None, tmp_path: Path
) -> None:
    """Its pictures were away meanwhile, and are back as other files with the same bytes."""
    run = shutil.move(interrupted(dataset, CONFIG, 3, 2), tmp_path / "写真 %20")
    away = tmp_path / "away"
    shutil.move(dataset.root, away)
    with pytest.raises(DatasetError, match=r"“colours” is gone"):
        resume(run)
    shutil.copytree(away, dataset.root, copy_function=shutil.copyfile)
    assert resume(run).run == run
    assert_the_same(run, uninterrupted)


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
    with pytest.raises(DatasetError, match="is gone"):
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
