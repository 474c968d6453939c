"""What a run saves as it goes: the moment of the epoch's end, on a thread of its own, whole or not at all."""

import errno
import math
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.errors import StorageError
from core.events import EpochEnded
from core.network.build import build
from core.network.presets import tutorial_network
from core.network.store import open_model
from core.network.travelling import travelling_facts
from core.training import checkpoints as checkpoints_module
from core.training import runs
from core.training.batch_history import BatchRow, read_batches
from core.training.checkpoints import Checkpoints
from core.training.config import TrainingConfig
from core.training.failures import Diverged
from core.training.loop import Trainer
from core.training.state_file import read_state

pytestmark = pytest.mark.heavy

CONFIG = TrainingConfig(image_size_px=12, epochs=3)
NETWORK = tutorial_network(12, 2)


@pytest.fixture(scope="module")
def trainer() -> Trainer:
    return Trainer(build(NETWORK, 3), 0.001)


@dataclass
class Scene:
    """A run's folder, and a training that changes all its numbers from epoch to epoch."""

    folder: Path
    trainer: Trainer
    checkpoints: Checkpoints
    epoch: int = 0

    def values(self) -> list[np.ndarray]:
        model, optimizer = self.trainer.model, self.trainer.optimizer
        variables = (*model.weights, *optimizer.variables, *self.trainer.generators)
        return [np.array(each.numpy()) for each in variables]

    def save(self, is_best: bool = True) -> EpochEnded:
        """One more epoch ends. Gives what it will be told as."""
        self.epoch += 1
        for variable in (*self.trainer.model.weights, *self.trainer.optimizer.variables, *self.trainer.generators):
            variable.assign(variable + 1)
        ended = EpochEnded(self.epoch, 1.0, 0.5, math.nan, math.nan, 1.0, 2.0, is_best, 0.001)
        self.checkpoints.save(ended, [BatchRow(self.epoch, 1, 1, 1.0, 0.5)], None)
        return ended

    def on_disk(self, name: str = "last.keras") -> list[np.ndarray]:
        found: list[np.ndarray] = open_model(self.folder / name).model.get_weights()
        return found


@pytest.fixture
def scene(tmp_path: Path, trainer: Trainer) -> Iterator[Scene]:
    with Checkpoints(tmp_path, trainer, NETWORK, ("a", "b"), CONFIG) as checkpoints:
        yield Scene(tmp_path, trainer, checkpoints)


def equal(one: Any, other: Any) -> bool:
    return len(one) == len(other) and all(np.array_equal(a, b) for a, b in zip(one, other, strict=True))


@contextmanager
def held_up(monkeypatch: pytest.MonkeyPatch, name: str = "write_state") -> Iterator[None]:
    """The writer waits at this step until the block ends."""
    go_on = threading.Event()
    honest = getattr(checkpoints_module, name)

    def wait(*arguments: Any, **more: Any) -> Any:
        assert go_on.wait(30)
        return honest(*arguments, **more)

    with monkeypatch.context() as patch:
        patch.setattr(checkpoints_module, name, wait)
        try:
            yield
        finally:
            go_on.set()


def test_an_epoch_is_told_once_when_it_stands(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    assert scene.checkpoints.taken() is None
    assert scene.checkpoints.taken(wait=True) is None
    with held_up(monkeypatch):
        ended = scene.save()
        assert scene.checkpoints.taken() is None, "it is still being written"
        assert (scene.checkpoints.safe, len(scene.checkpoints.history)) == (0, 1)
    assert scene.checkpoints.taken(wait=True) is ended
    assert scene.checkpoints.taken(wait=True) is None
    assert (scene.checkpoints.safe, scene.checkpoints.history) == (1, [ended])


def test_what_is_written_is_the_moment_of_the_epochs_end(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    with held_up(monkeypatch):
        scene.save()
        expected = scene.values()
        # The next epoch is being trained meanwhile.
        for variable in (*scene.trainer.model.weights, *scene.trainer.optimizer.variables, *scene.trainer.generators):
            variable.assign(variable + 5)
    scene.checkpoints.taken(wait=True)
    state = read_state(scene.folder, 1)
    assert equal([*scene.on_disk(), *state.optimizer, *state.generators], expected)


def test_everything_that_a_run_goes_on_with_stands(scene: Scene) -> None:
    told = []
    for is_best in (True, False, True):
        scene.save(is_best)
        told.append(scene.checkpoints.taken(wait=True))
    state = read_state(scene.folder, 3)
    assert repr(list(state.history)) == repr(told)
    scene_values = scene.values()
    assert equal([*scene.on_disk(), *state.optimizer, *state.generators], scene_values)
    assert travelling_facts(scene.folder / "last.keras")["epoch"] == 3
    assert len(runs.read_history(scene.folder)) == 3
    assert read_batches(scene.folder)[0].tolist() == [1.0, 2.0, 3.0]
    assert [each.name for each in scene.folder.glob("state-*")] == ["state-3.npz"]
    # Trained on, then put back.
    for variable in (*scene.trainer.optimizer.variables, *scene.trainer.generators):
        variable.assign(variable + 7)
    scene.trainer.restore(state.optimizer, state.generators)
    assert equal(scene.values(), scene_values)


def test_the_best_network_is_that_of_the_last_epoch_that_was_best(scene: Scene) -> None:
    for is_best in (True, False):
        scene.save(is_best)
        scene.checkpoints.taken(wait=True)
    best, last = scene.on_disk("best.keras"), scene.on_disk()
    assert equal([each + 1 for each in best], last)
    assert travelling_facts(scene.folder / "best.keras")["epoch"] == 1


STEPS = ["write_state", "append_batches", "save_model"]


@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)), MemoryError()], ids=repr)
@pytest.mark.parametrize("step", STEPS)
def test_an_epoch_that_cannot_be_saved_has_not_happened(
    scene: Scene, monkeypatch: pytest.MonkeyPatch, step: str, error: Exception
) -> None:
    first = scene.save()
    scene.checkpoints.taken(wait=True)
    expected = scene.on_disk()

    def fail(*_: Any, **__: Any) -> None:
        raise error

    with monkeypatch.context() as patch:
        patch.setattr(checkpoints_module, step, fail)
        scene.save()
        with pytest.raises(type(error)):
            scene.checkpoints.taken(wait=True)
    assert (scene.checkpoints.safe, scene.checkpoints.history) == (1, [first])
    assert travelling_facts(scene.folder / "last.keras")["epoch"] == 1
    assert equal(scene.on_disk(), expected)
    assert equal(scene.on_disk("best.keras"), expected)
    assert len(read_state(scene.folder, 1).history) == 1
    assert len(runs.read_history(scene.folder)) == 1
    assert not [each.name for each in scene.folder.iterdir() if each.name.startswith(".")]


def test_an_epoch_that_could_not_even_be_copied_has_not_happened(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    scene.save()
    scene.checkpoints.taken(wait=True)

    def fail(*_: Any) -> None:
        raise MemoryError

    monkeypatch.setattr(checkpoints_module, "_copies", fail)
    with pytest.raises(MemoryError):
        scene.save()
    assert (scene.checkpoints.safe, len(scene.checkpoints.history)) == (1, 1)
    assert scene.checkpoints.taken(wait=True) is None


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_weights_that_are_no_numbers_do_not_take_the_place_of_good_ones(scene: Scene, value: float) -> None:
    scene.save()
    scene.checkpoints.taken(wait=True)
    good = scene.on_disk()
    kernel = scene.trainer.model.weights[0]
    broken = np.array(good[0])
    broken.flat[-1] = value
    kernel.assign(broken)
    with pytest.raises(Diverged, match="since batch 1 of epoch 2"):
        scene.save()
    kernel.assign(good[0])
    assert scene.checkpoints.safe == 1
    assert equal(scene.on_disk("best.keras"), good)


def test_a_run_that_goes_on_keeps_its_history(tmp_path: Path, trainer: Trainer) -> None:
    history = [EpochEnded(n, 1.0, 0.5, 1.0, 0.5, 1.0, 2.0, n == 1, 0.001) for n in (1, 2)]
    with Checkpoints(tmp_path, trainer, NETWORK, ("a", "b"), CONFIG, history) as checkpoints:
        assert checkpoints.safe == 2
        scene = Scene(tmp_path, trainer, checkpoints, epoch=2)
        scene.save()
        checkpoints.taken(wait=True)
    assert [each.epoch for each in read_state(tmp_path, 3).history] == [1, 2, 3]
    assert len(history) == 2, "the caller's own list stays as it is"


def test_the_thread_ends_and_what_was_begun_is_finished(tmp_path: Path, trainer: Trainer) -> None:
    def interrupted() -> None:
        with Checkpoints(tmp_path, trainer, NETWORK, ("a", "b"), CONFIG) as checkpoints:
            Scene(tmp_path, trainer, checkpoints).save()
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert travelling_facts(tmp_path / "last.keras")["epoch"] == 1
    assert not [each for each in threading.enumerate() if each.name.startswith("checkpoints")]


def test_a_run_that_ended_within_its_first_epoch_has_a_network(scene: Scene) -> None:
    scene.checkpoints.save_unfinished()
    assert equal(scene.on_disk(), scene.on_disk("best.keras"))
    assert travelling_facts(scene.folder / "last.keras")["epoch"] == 0


def test_a_run_with_a_whole_epoch_keeps_that(scene: Scene) -> None:
    scene.save()
    scene.checkpoints.taken(wait=True)
    scene.checkpoints.save_unfinished()
    assert travelling_facts(scene.folder / "last.keras")["epoch"] == 1


def test_a_disk_without_room_is_said_before_anything_is_trained(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    scene.checkpoints.require_room()
    usage = checkpoints_module.shutil.disk_usage(scene.folder)
    monkeypatch.setattr(checkpoints_module.shutil, "disk_usage", lambda _: usage._replace(free=1_000_000))
    with pytest.raises(StorageError, match=r"The run needs .* MB on the disk, and 1.0 MB are free. Free some space"):
        scene.checkpoints.require_room()


def test_snapshots_are_copies_that_nobody_can_change(scene: Scene) -> None:
    before = [np.array(each) for each in scene.trainer.model.get_weights()]
    snapshot = scene.checkpoints.snapshot(4)
    scene.save()
    scene.checkpoints.taken(wait=True)
    assert (snapshot.run, snapshot.epoch) == (scene.folder, 4)
    assert equal(snapshot.weights, before)
    with pytest.raises(ValueError, match="read-only"):
        snapshot.weights[0][...] = 0


@pytest.mark.parametrize(("room_mb", "keeps"), [(0, False), (1, True)])
def test_whether_epochs_are_kept_is_a_setting(tmp_path: Path, trainer: Trainer, room_mb: int, keeps: bool) -> None:
    config = replace(CONFIG, kept_epochs_mb=room_mb)
    with Checkpoints(tmp_path, trainer, NETWORK, ("a", "b"), config) as checkpoints:
        assert checkpoints.keeps_epochs == keeps
