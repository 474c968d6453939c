"""One training from folder to run: what it learns, reports and leaves on disk, and how it ends when it must."""

import errno
import gc
import json
import math
import os
import shutil
import subprocess
import sys
import threading
import time
import weakref
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import keras
import numpy as np
import pytest
import tensorflow as tf

from core.control import Control
from core.errors import DatasetError, ModelError, NakamiError, Stopped, StorageError
from core.events import BatchEnded, EpochEnded, Event, Preparing, Snapshot, TrainingOutcome, TrainingStarted
from core.framing import Frame
from core.network.store import open_model
from core.pictures.cache import PreparedPictures
from core.pictures.dataset import PARTS
from core.pictures.scan import scan
from core.pictures.split import Split, read_split, split_pictures
from core.training import execution as execution_module
from core.training import runs
from core.training import setup as training_setup
from core.training.config import TrainingConfig
from core.training.loop import BatchResult, Tally, Trainer
from core.training.train import train
from core.words import say

pytestmark = pytest.mark.heavy

ROOT = Path(__file__).parents[3]
CONFIG = TrainingConfig(image_size_px=12, epochs=2, batch_size=4, seed=3)


@pytest.fixture
def folder(make_colours: Any) -> Path:
    root: Path = make_colours(per_class=8)
    return root


def of_kind(events: list[Event], kind: type) -> list[Any]:
    return [event for event in events if isinstance(event, kind)]


def written(run: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((run / "run.json").read_text(encoding="utf-8"))
    return found


def without_times(epoch: EpochEnded) -> EpochEnded:
    return replace(epoch, seconds=0, pictures_per_second=0)


def kerass_numbers(model: keras.Model, prepared: PreparedPictures, positions: np.ndarray) -> tuple[float, float]:
    """Loss and accuracy as Keras's own `evaluate` gives them."""
    model.compile(loss="sparse_categorical_crossentropy", metrics=["accuracy"], jit_compile=False)
    pixels = prepared.pixels(positions).astype(np.float32)
    loss, accuracy = model.evaluate(pixels, prepared.dataset.labels[positions], verbose=0)
    return float(loss), float(accuracy)


# ---- a run that goes well


def the_split(trained: Any) -> Split:
    return split_pictures(trained.prepared.dataset, trained.config.seed)


def test_it_learns(trained: Any) -> None:
    epochs = of_kind(trained.events, EpochEnded)
    assert [each.epoch for each in epochs] == [1, 2, 3, 4]
    assert epochs[-1].loss < epochs[0].loss / 2
    assert trained.outcome.test_accuracy > 0.9


def test_the_outcome_is_that_of_the_best_epoch(trained: Any) -> None:
    outcome: TrainingOutcome = trained.outcome
    epochs = of_kind(trained.events, EpochEnded)
    best = min(epochs, key=lambda each: each.val_loss)
    assert (outcome.state, outcome.epochs, outcome.best_epoch) == ("finished", 4, best.epoch)
    assert (outcome.loss, outcome.accuracy) == (best.loss, best.accuracy)
    assert (outcome.val_loss, outcome.val_accuracy) == (best.val_loss, best.val_accuracy)
    assert outcome.classes == ("blue", "green", "red")
    assert outcome.images_per_second > 0
    assert outcome.seconds > 0


def test_epochs_say_which_is_the_best_so_far(trained: Any) -> None:
    lowest = math.inf
    for epoch in of_kind(trained.events, EpochEnded):
        assert epoch.is_best == (epoch.val_loss < lowest)
        lowest = min(lowest, epoch.val_loss)


def test_best_keras_is_the_best_epoch_and_last_keras_the_last(trained: Any) -> None:
    validation = the_split(trained).validation
    epochs = of_kind(trained.events, EpochEnded)
    best = kerass_numbers(open_model(trained.folder / "best.keras").model, trained.prepared, validation)
    assert best == pytest.approx((trained.outcome.val_loss, trained.outcome.val_accuracy), rel=1e-5)
    last = kerass_numbers(open_model(trained.folder / "last.keras").model, trained.prepared, validation)
    assert last == pytest.approx((epochs[-1].val_loss, epochs[-1].val_accuracy), rel=1e-5)


def test_test_numbers_equal_kerass(trained: Any) -> None:
    best = keras.saving.load_model(trained.folder / "best.keras")
    numbers = kerass_numbers(best, trained.prepared, the_split(trained).test)
    assert numbers == pytest.approx((trained.outcome.test_loss, trained.outcome.test_accuracy), rel=1e-5)


def test_events_come_in_order(trained: Any) -> None:
    kinds = [type(event).__name__ for event in trained.events]
    first = kinds.index("TrainingStarted")
    assert set(kinds[:first]) == {"Preparing", "Listed"}
    # An epoch is told once its files stand, its weights are there at once.
    for ended in of_kind(trained.events, EpochEnded):
        first_weights = next(each for each in of_kind(trained.events, Snapshot) if each.epoch == ended.epoch)
        assert trained.events.index(first_weights) < trained.events.index(ended)
    (started,) = of_kind(trained.events, TrainingStarted)
    assert started.run == trained.folder
    assert started.batches_per_epoch == math.ceil(started.training_pictures / 8)
    assert started.training_pictures + started.validation_pictures + started.test_pictures == 60


def test_run_json_says_everything(trained: Any) -> None:
    facts = written(trained.folder)
    assert facts["state"] == "finished"
    assert facts["class_names"] == ["blue", "green", "red"]
    assert facts["pictures"] == str(trained.pictures)
    assert facts["name"] == "colours"
    assert facts["config"]["seed"] == 3
    assert facts["config"]["image_size_px"] == 16
    assert facts["data_fingerprint"] == trained.dataset.fingerprint()
    assert set(facts["versions"]) == {"python", "tensorflow", "keras", "numpy"}
    assert facts["results"]["test_accuracy"] == trained.outcome.test_accuracy
    assert facts["results"]["best_epoch"] == trained.outcome.best_epoch


def test_the_folder_holds_these_files_and_no_others(trained: Any) -> None:
    names = {path.name for path in trained.folder.iterdir() if not path.name.startswith("events.")}
    # What another test has asked the network since is kept beside.
    names -= {"results.npz", "reference.npz"}
    networks = {"last.keras", "best.keras", "state-4.npz"}
    assert names == {"run.json", "split.csv", "history.csv", "batches.csv", "epochs", ".lock"} | networks
    assert len(list(trained.folder.glob("events.*"))) == 1


def test_history_csv_has_a_row_per_epoch(trained: Any) -> None:
    assert runs.read_history(trained.folder) == of_kind(trained.events, EpochEnded)


def test_split_csv_is_the_split(trained: Any) -> None:
    split = the_split(trained)
    pictures = trained.prepared.dataset.pictures
    assert read_split(trained.folder / "split.csv") == {
        pictures[i].file: part for part in PARTS for i in split.of(part).tolist()
    }


def test_the_event_file_holds_every_curve(trained: Any) -> None:
    (path,) = trained.folder.glob("events.*")
    found = {}
    for record in tf.data.TFRecordDataset(str(path)):
        event = tf.compat.v1.Event.FromString(record.numpy())
        found |= {(value.tag, event.step): float(tf.make_ndarray(value.tensor)) for value in event.summary.value}
    for epoch in of_kind(trained.events, EpochEnded):
        assert found["epoch_loss", epoch.epoch] == pytest.approx(epoch.loss, rel=1e-6)
        assert found["epoch_val_accuracy", epoch.epoch] == pytest.approx(epoch.val_accuracy, rel=1e-6)
    assert len(found) == 20


def test_snapshots_come_after_every_epoch_and_on_request(trained: Any) -> None:
    snapshots = of_kind(trained.events, Snapshot)
    assert [each.epoch for each in snapshots] == [0, 1, 2, 3, 4]
    for snapshot in snapshots:
        assert snapshot.run == trained.folder
        assert not any(weights.flags.writeable for weights in snapshot.weights)
    first, last = snapshots[1].weights, snapshots[-1].weights
    assert not any(np.array_equal(a, b) for a, b in zip(first, last, strict=True)), "copies, not views of one model"
    saved = open_model(trained.folder / "last.keras").model.get_weights()
    assert all(np.array_equal(a, b) for a, b in zip(last, saved, strict=True))


def test_the_same_seed_gives_the_same_history(folder: Path, tmp_path: Path) -> None:
    histories = []
    for name in ("one", "other"):
        events: list[Event] = []
        train(scan(folder), CONFIG, events.append, run_folder=tmp_path / name)
        histories.append([without_times(each) for each in of_kind(events, EpochEnded)])
    assert histories[0] == histories[1]
    assert histories[0][0].loss != histories[0][1].loss


def test_no_test_picture_reaches_training(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    honest = PreparedPictures.pixels

    def watched(self: PreparedPictures, positions: Any) -> Any:
        asked.extend(np.asarray(positions).tolist())
        return honest(self, positions)

    seen_before_the_test: list[int] = []

    def report(event: Event) -> None:
        if isinstance(event, Preparing) and "testing" in str(event.what):
            seen_before_the_test.extend(asked)
            asked.clear()

    monkeypatch.setattr(PreparedPictures, "pixels", watched)
    dataset = scan(folder)
    train(dataset, CONFIG, report)
    split = split_pictures(dataset, CONFIG.seed)
    assert sorted(asked) == split.test.tolist()
    assert sorted(seen_before_the_test) == sorted([*split.training, *split.validation] * CONFIG.epochs)


def test_numbers_of_a_batch_and_of_the_epoch_so_far(folder: Path, every_report: None) -> None:
    events: list[Event] = []
    train(scan(folder), replace(CONFIG, epochs=1), events.append)
    batches = of_kind(events, BatchEnded)
    (epoch,) = of_kind(events, EpochEnded)
    (started,) = of_kind(events, TrainingStarted)
    assert [each.batch for each in batches] == list(range(1, started.batches_per_epoch + 1))
    assert batches[0].loss == batches[0].batch_loss
    assert (batches[-1].loss, batches[-1].accuracy) == (epoch.loss, epoch.accuracy)
    assert all(each.seconds_left >= 0 and each.pictures_per_second > 0 for each in batches)


def test_unreadable_files_do_not_end_the_run(folder: Path) -> None:
    (folder / "red" / "page.jpg").write_text("<html>")
    outcome = train(scan(folder), replace(CONFIG, epochs=1))
    assert outcome.state == "finished"
    assert "red/page.jpg" not in read_split(outcome.run / "split.csv")


def test_one_picture_per_class_is_enough(make_colours: Any) -> None:
    outcome = train(scan(make_colours(per_class=1, names=("blue", "red"))), CONFIG)
    assert outcome.state == "finished"
    assert math.isnan(outcome.val_loss)
    assert math.isnan(outcome.test_accuracy)
    results = written(outcome.run)["results"]
    assert results["test_loss"] is None
    assert results["loss"] == outcome.loss


def test_a_run_folder_may_be_named(folder: Path, tmp_path: Path) -> None:
    outcome = train(scan(folder), replace(CONFIG, epochs=1), run_folder=tmp_path / "a" / "b")
    assert outcome.run == tmp_path / "a" / "b"
    assert open_model(outcome.run).class_names == ("blue", "green", "red")


def test_the_trained_network_is_let_go(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A window that trains again and again does not fill the memory."""
    built: list[weakref.ref[keras.Model]] = []
    honest = training_setup.build

    def watched(*arguments: Any) -> keras.Model:
        model = honest(*arguments)
        built.append(weakref.ref(model))
        return model

    monkeypatch.setattr(training_setup, "build", watched)
    train(scan(folder), replace(CONFIG, epochs=1))
    gc.collect()
    assert [model() for model in built] == [None]


def test_a_loss_that_is_no_number_ends_the_run_and_the_last_good_epoch_stands(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    epochs_begun = 0
    honest_epoch = Trainer.train_epoch

    def train_epoch(self: Trainer, *arguments: Any) -> Iterator[BatchResult]:
        nonlocal epochs_begun
        epochs_begun += 1
        for result in honest_epoch(self, *arguments):
            yield replace(result, loss=math.nan) if epochs_begun == 2 else result

    monkeypatch.setattr(Trainer, "train_epoch", train_epoch)
    with pytest.raises(NakamiError, match=r"not a number any more, since batch 1 of epoch 2. The learning"):
        train(scan(folder), CONFIG, run_folder=tmp_path / "run")
    facts = written(tmp_path / "run")
    assert (facts["state"], facts["results"]["cause"], facts["results"]["best_epoch"]) == ("failed", "diverged", 1)
    assert [each.epoch for each in runs.read_history(tmp_path / "run")] == [1]
    weights = open_model(tmp_path / "run").model.get_weights()
    assert all(np.isfinite(each).all() for each in weights)


class PhaseWatch:
    """Knows whether the best epoch is being tested."""

    def __init__(self) -> None:
        self.is_testing = False

    def report(self, event: Event) -> None:
        self.is_testing |= isinstance(event, Preparing) and "testing" in str(event.what)


@pytest.mark.parametrize(
    "error",
    [
        tf.errors.ResourceExhaustedError(None, None, "OOM when allocating tensor"),
        tf.errors.InternalError(None, None, "no idea"),
        MemoryError(),
        ModelError(say("“best.keras” cannot be opened.")),
    ],
    ids=lambda error: type(error).__name__,
)
@pytest.mark.parametrize("step", ["opening", "evaluating"])
def test_a_test_that_fails_costs_the_tests_numbers_only(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, error: Exception
) -> None:
    watch = PhaseWatch()
    honest = Trainer.evaluate
    validated = 0

    def evaluate(self: Trainer, *arguments: Any) -> Tally:
        nonlocal validated
        if watch.is_testing and step == "evaluating":
            raise error
        validated += 1
        # Every epoch is worse than the one before, so that the best one has to be opened for the test.
        return replace(honest(self, *arguments), loss_sum=1000.0 * validated)

    def refuse(_: Path) -> None:
        raise error

    monkeypatch.setattr(Trainer, "evaluate", evaluate)
    if step == "opening":
        monkeypatch.setattr(execution_module, "open_model", refuse)
    outcome = train(scan(folder), CONFIG, watch.report, run_folder=tmp_path / "run")
    assert watch.is_testing
    assert (outcome.state, outcome.epochs, outcome.best_epoch) == ("finished", 2, 1)
    assert math.isnan(outcome.test_loss)
    assert math.isnan(outcome.test_accuracy)
    facts = written(tmp_path / "run")
    assert facts["state"] == "finished"
    assert facts["results"]["test_loss"] is None
    assert facts["results"]["best_epoch"] == 1


def test_an_unforeseen_error_of_the_test_does_not_leave_the_run_in_training(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    watch = PhaseWatch()
    honest = Trainer.evaluate

    def evaluate(self: Trainer, *arguments: Any) -> Tally:
        if watch.is_testing:
            raise RuntimeError("unforeseen")
        return honest(self, *arguments)

    monkeypatch.setattr(Trainer, "evaluate", evaluate)
    with pytest.raises(RuntimeError, match="unforeseen"):
        train(scan(folder), CONFIG, watch.report, run_folder=tmp_path / "run")
    assert written(tmp_path / "run")["state"] == "failed"
    assert open_model(tmp_path / "run").class_names == ("blue", "green", "red")


# ---- stop and pause


def stopping(control: Control, when: Callable[[Event], bool], events: list[Event]) -> Callable[[Event], None]:
    def report(event: Event) -> None:
        events.append(event)
        if when(event):
            control.stop()

    return report


def test_a_stop_ends_within_one_batch_and_keeps_a_usable_model(folder: Path, every_report: None) -> None:
    control, events = Control(), list[Event]()

    def second_batch_of_the_second_epoch(event: Event) -> bool:
        return isinstance(event, BatchEnded) and (event.epoch, event.batch) == (2, 2)

    outcome = train(scan(folder), CONFIG, stopping(control, second_batch_of_the_second_epoch, events), control)
    assert of_kind(events, BatchEnded)[-1].batch == 2
    assert (outcome.state, outcome.epochs, outcome.best_epoch) == ("stopped", 1, 1)
    assert math.isnan(outcome.test_loss)
    assert written(outcome.run)["state"] == "stopped"
    assert len(runs.read_history(outcome.run)) == 1
    assert open_model(outcome.run).class_names == ("blue", "green", "red")


def test_a_stop_in_the_first_epoch_keeps_a_model(folder: Path, every_report: None) -> None:
    control, events = Control(), list[Event]()
    report = stopping(control, lambda event: isinstance(event, TrainingStarted), events)
    outcome = train(scan(folder), CONFIG, report, control)
    assert (outcome.state, outcome.epochs, outcome.best_epoch) == ("stopped", 0, 0)
    assert len(of_kind(events, BatchEnded)) <= 1
    assert of_kind(events, EpochEnded) == []
    assert open_model(outcome.run).frame == Frame(12)
    assert keras.saving.load_model(outcome.run / "last.keras").count_params() > 0
    assert [path.name for path in outcome.run.iterdir() if path.name.startswith(".")] == [".lock"]


def test_a_stop_before_the_first_batch_makes_no_run(folder: Path, nakami_home: Path) -> None:
    control, events = Control(), list[Event]()
    report = stopping(control, lambda event: "building" in str(getattr(event, "what", "")), events)
    with pytest.raises(Stopped):
        train(scan(folder), CONFIG, report, control)
    assert not (nakami_home / "runs").exists()


def test_a_pause_waits_until_it_is_resumed(folder: Path, every_report: None) -> None:
    control, events = Control(), list[Event]()
    paused_at: list[int] = []
    resumed_at: list[int] = []

    def resume() -> None:
        resumed_at.append(len(events))
        control.resume()

    timer = threading.Timer(0.3, resume)

    def report(event: Event) -> None:
        events.append(event)
        if isinstance(event, BatchEnded) and not paused_at:
            control.pause()
            paused_at.append(len(events))
            timer.start()

    outcome = train(scan(folder), CONFIG, report, control)
    timer.join(10)
    assert resumed_at == paused_at, "nothing happened between pause and resume"
    assert (outcome.state, outcome.epochs) == ("finished", 2)


def test_a_pause_does_not_slow_the_pictures_per_second(
    folder: Path, every_report: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    honest, skipped = time.perf_counter, [0.0]
    monkeypatch.setattr(time, "perf_counter", lambda: honest() + skipped[0])
    control, events = Control(), list[Event]()

    def an_hour_later() -> None:
        skipped[0] = 3600.0
        control.resume()

    timer = threading.Timer(0.1, an_hour_later)

    def report(event: Event) -> None:
        events.append(event)
        if isinstance(event, BatchEnded) and event.epoch == 2 and not control.is_paused and not skipped[0]:
            control.pause()
            timer.start()

    train(scan(folder), CONFIG, report, control)
    timer.join(10)
    assert skipped == [3600.0]
    assert of_kind(events, EpochEnded)[-1].seconds < 1800


# ---- errors that the user can mend


def test_a_run_folder_that_holds_something_is_refused(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "run").mkdir()
    (tmp_path / "run" / "mine.txt").write_text("keep")
    with pytest.raises(NakamiError, match=r"is not empty. Name a new folder for the run"):
        train(scan(folder), CONFIG, run_folder=tmp_path / "run")
    assert [path.name for path in (tmp_path / "run").iterdir()] == ["mine.txt"]


def test_a_run_folder_that_cannot_be_made_is_said(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StorageError, match=r"The run's folder .* cannot be made"):
        train(scan(folder), CONFIG, run_folder=tmp_path / "file" / "run")


def test_one_class_is_refused(make_colours: Any) -> None:
    with pytest.raises(DatasetError, match="holds one class with pictures"):
        train(scan(make_colours(names=("red",))), CONFIG)


def test_pictures_that_vanish_end_the_run_and_the_best_epoch_stands(folder: Path, tmp_path: Path) -> None:
    def vanish(event: Event) -> None:
        if isinstance(event, EpochEnded):
            shutil.rmtree(folder, ignore_errors=True)

    with pytest.raises(DatasetError, match=r"The folder “colours” is gone. Epoch 1 is safe"):
        train(scan(folder), CONFIG, vanish, run_folder=tmp_path / "run")
    assert open_model(tmp_path / "run").class_names == ("blue", "green", "red")
    facts = written(tmp_path / "run")
    assert facts["state"] == "failed"
    assert facts["results"]["reason"] == "The folder “colours” is gone."
    assert (facts["results"]["cause"], facts["results"]["best_epoch"]) == ("pictures", 1)


@pytest.mark.parametrize(
    ("number", "hint"), [(errno.ENOSPC, "The disk is full"), (errno.EROFS, "The disk is read-only")]
)
@pytest.mark.parametrize("step", ["zip", "rename"])
def test_a_disk_that_refuses_names_the_safe_epoch_and_leaves_it(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, number: int, hint: str
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    safe: list[np.ndarray] = []

    def fill_the_disk(event: Event) -> None:
        if isinstance(event, EpochEnded):
            if step == "zip":
                monkeypatch.setattr(zipfile.ZipFile, "write", refuse)
            else:
                monkeypatch.setattr(Path, "replace", refuse)
        elif isinstance(event, Snapshot) and event.epoch == 1:
            safe.extend(event.weights)

    with pytest.raises(StorageError, match=rf"Epoch 2 was not saved. Epoch 1 is safe. {hint}"):
        train(scan(folder), CONFIG, fill_the_disk, run_folder=tmp_path / "run")
    monkeypatch.undo()
    for name in ("last.keras", "best.keras"):
        saved = open_model(tmp_path / "run" / name).model.get_weights()
        assert all(np.array_equal(a, b) for a, b in zip(safe, saved, strict=True))
    assert len(runs.read_history(tmp_path / "run")) == 1
    assert [path.name for path in (tmp_path / "run").iterdir() if path.name.startswith(".")] == [".lock"]


def test_a_disk_that_refuses_at_once_is_said(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(runs, "write_facts", refuse)
    with pytest.raises(StorageError, match=r"The run cannot be saved in .*The disk is full"):
        train(scan(folder), CONFIG, run_folder=tmp_path / "run")


def test_a_run_folder_that_vanishes_is_said(folder: Path, tmp_path: Path) -> None:
    def vanish(event: Event) -> None:
        if isinstance(event, EpochEnded):
            shutil.rmtree(tmp_path / "run")

    with pytest.raises(StorageError, match=r"Epoch 2 was not saved|cannot be saved"):
        train(scan(folder), CONFIG, vanish, run_folder=tmp_path / "run")


def test_too_little_memory_is_said(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise tf.errors.ResourceExhaustedError(None, None, "OOM when allocating tensor with shape[32,100,100,32]")

    monkeypatch.setattr(Trainer, "_train_batch", refuse)
    monkeypatch.setattr(Trainer, "trace", lambda self: None)
    with pytest.raises(NakamiError, match=r"Training ran out of memory. Try a smaller batch size"):
        train(scan(folder), CONFIG, run_folder=tmp_path / "run")
    assert written(tmp_path / "run")["state"] == "failed"


def test_a_disk_that_is_full_for_the_curves_is_no_lack_of_memory(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise tf.errors.ResourceExhaustedError(
            None, None, "/run/events.out.tfevents.1.v2; No space left on device\n\tCould not flush events file."
        )

    monkeypatch.setattr(execution_module.EventWriter, "add", refuse)
    with pytest.raises(StorageError, match="The disk is full"):
        train(scan(folder), CONFIG, run_folder=tmp_path / "run")


ON_A_FULL_DISK = """
import shutil, sys
from pathlib import Path
from core.errors import StorageError
from core.events import EpochEnded
from core.network.store import open_model
from core.pictures.scan import scan
from core.training.config import TrainingConfig
from core.training.loop import BatchResult, Tally, Trainer
from core.training.train import train
from core.words import say

disk, pictures, left = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])

def report(event):
    if isinstance(event, EpochEnded) and event.epoch == 1:
        (disk / "fill").write_bytes(b"0" * (shutil.disk_usage(disk).free - left))

try:
    train(scan(pictures), TrainingConfig(image_size_px=12, epochs=3, batch_size=4), report, run_folder=disk / "run")
except StorageError as error:
    assert open_model(disk / "run").class_names == ("blue", "green", "red")
    print("told:", error, flush=True)
"""

# A disk of its own that is gone with the process: a mount that nobody else sees.
SMALL_DISK = [
    "unshare",
    "--map-root-user",
    "--mount",
    "sh",
    "-c",
    'mount -t tmpfs -o size=4m none "$1" && shift && "$@"',
    "-",
]


def can_mount(place: Path) -> bool:
    place.mkdir()
    if sys.platform != "linux" or shutil.which("unshare") is None:
        return False
    return subprocess.run([*SMALL_DISK, str(place), "true"], capture_output=True, check=False).returncode == 0


def test_a_disk_that_is_really_full_ends_the_run_not_the_program(folder: Path, tmp_path: Path) -> None:
    if not can_mount(tmp_path / "disk"):
        pytest.skip("needs Linux, unshare, and the right to mount in a namespace of one's own")
    script = [sys.executable, "-c", ON_A_FULL_DISK, str(tmp_path / "disk"), str(folder), "8000"]
    done = subprocess.run(
        [*SMALL_DISK, str(tmp_path / "disk"), *script],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert "told: Epoch 2 was not saved. Epoch 1 is safe. The disk is full." in done.stdout


@pytest.mark.skipif(sys.platform != "linux", reason="file names are Unicode on this system")
def test_a_class_whose_name_is_no_unicode_can_be_trained(folder: Path) -> None:
    (folder / "red").rename(os.fsdecode(os.fsencode(folder) + b"/caf\xe9"))
    outcome = train(scan(folder), replace(CONFIG, epochs=1))
    assert len(open_model(outcome.run).class_names) == 3
