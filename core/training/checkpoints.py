"""What a run saves as it goes: its network, its state, its history, what it makes of a photo. Heavy: imports Keras.

An epoch's weights and the optimizer's numbers are copied at its end, which takes a moment; a thread of its own writes
the copies while the next epoch trains. An epoch counts, and is told, once its files stand.
"""

import contextlib
import shutil
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from types import TracebackType
from typing import Any

import keras
import numpy as np
from numpy.typing import NDArray

from core.answers import Insight
from core.errors import StorageError
from core.events import EpochEnded, Snapshot
from core.inside.kept_epochs import KeptEpochs
from core.network.layers import Network
from core.network.store import SPACE_BESIDE_WEIGHTS_BYTES, copy_model, save_model
from core.numerals import file_size
from core.training import runs
from core.training.batch_history import BatchRow, append_batches
from core.training.config import TrainingConfig
from core.training.cost import disk_bytes
from core.training.failures import Diverged
from core.training.loop import Trainer
from core.training.state_file import Arrays, TrainingState, forget_states, write_state
from core.words import say

BYTES_PER_MB = 1_000_000


class Checkpoints:
    """The files of one run that follow the model in training, and the epochs that they hold. A context manager, which
    ends its thread."""

    def __init__(
        self,
        folder: Path,
        trainer: Trainer,
        network: Network,
        class_names: tuple[str, ...],
        config: TrainingConfig,
        history: Sequence[EpochEnded] = (),
    ) -> None:
        self.history: list[EpochEnded] = list(history)
        self._folder = folder
        self._trainer = trainer
        self._class_names = class_names
        self._resize = config.resize
        self._kept = KeptEpochs(folder)
        self._most_kept_bytes = config.kept_epochs_mb * BYTES_PER_MB
        self._needed_bytes = disk_bytes(network, config.optimizer)
        self._writer = ThreadPoolExecutor(1, "checkpoints")
        self._written: Future[EpochEnded] | None = None
        self._copy: keras.Model | None = None
        self._room = _Room()

    def __enter__(self) -> "Checkpoints":
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self._writer.shutdown()

    @property
    def keeps_epochs(self) -> bool:
        """Whether epochs are kept for going back."""
        return self._most_kept_bytes > 0

    @property
    def safe(self) -> int:
        """How many epochs stand on the disk."""
        return len(self.history) - (self._written is not None)

    def require_room(self) -> None:
        """Raises StorageError where the disk has no room for the run's networks."""
        free = shutil.disk_usage(self._folder).free
        if free < self._needed_bytes:
            raise StorageError(
                say(
                    "The run needs {needed} on the disk, and {free} are free.",
                    needed=file_size(self._needed_bytes),
                    free=file_size(free),
                ),
                say("Free some space, choose a smaller image size, or another place with NAKAMI_HOME."),
            )

    def save(self, ended: EpochEnded, batches: Sequence[BatchRow], insight: Insight | None) -> Snapshot:
        """Begin to save the network after a whole epoch; `taken` tells when it stands. The one before must have been
        taken. Gives the weights as they are now. Raises Diverged for weights that are no numbers."""
        assert self._written is None, "an epoch is saved before the next has ended"
        snapshot = self.snapshot(ended.epoch)
        if not all(np.isfinite(each).all() for each in snapshot.weights):
            raise Diverged(ended.epoch, len(batches), ended.learning_rate)
        # The writer is done with the last ones.
        optimizer = self._room.copies(self._trainer.optimizer.variables)
        state = TrainingState((*self.history, ended), optimizer, _copies(self._trainer.generators))
        self.history.append(ended)
        self._written = self._writer.submit(self._write, snapshot, state, tuple(batches), insight)
        return snapshot

    def taken(self, wait: bool = False) -> EpochEnded | None:
        """The epoch that was being saved, once: None while it still is, and where there is none. `wait` until it
        stands. Raises OSError where it could not be saved: it has then not happened."""
        written = self._written
        if written is None or not (wait or written.done()):
            return None
        self._written = None
        try:
            return written.result()
        except BaseException:
            self.history.pop()
            raise

    def save_unfinished(self) -> None:
        """Save the network of a run that ended within its first epoch. Raises OSError."""
        if not self.history:
            last = self._folder / runs.LAST_FILE
            save_model(self._trainer.model, self._class_names, last, self._resize, epoch=0)
            copy_model(last, self._folder / runs.BEST_FILE)

    def snapshot(self, epoch: int) -> Snapshot:
        """A copy of the weights as they are now."""
        return Snapshot(self._folder, epoch, _copies(self._trainer.model.weights))

    def _write(
        self, snapshot: Snapshot, state: TrainingState, batches: tuple[BatchRow, ...], insight: Insight | None
    ) -> EpochEnded:
        """On the writer's thread. The network comes after all that belongs to it: with it the epoch counts."""
        ended = state.history[-1]
        write_state(self._folder, state)
        append_batches(self._folder, batches)
        if self._copy is None:
            # The one in training moves on meanwhile.
            self._copy = keras.models.clone_model(self._trainer.model)
        self._copy.set_weights(snapshot.weights)
        last = self._folder / runs.LAST_FILE
        save_model(self._copy, self._class_names, last, self._resize, ended.epoch)
        if ended.is_best:
            copy_model(last, self._folder / runs.BEST_FILE)
        runs.write_history(self._folder, state.history)
        forget_states(self._folder, but=ended.epoch)
        if insight is not None:
            self._keep(insight)
        return ended

    def _keep(self, insight: Insight) -> None:
        """Keep what the network makes of a photo after an epoch, for going back. A disk that refuses, or that has no
        more room than the networks to come need, costs this look back, not the run."""
        with contextlib.suppress(OSError, MemoryError):
            if shutil.disk_usage(self._folder).free > self._needed_bytes + SPACE_BESIDE_WEIGHTS_BYTES:
                self._kept.add(insight, self._most_kept_bytes)


class _Room:
    """Memory into which the same variables are copied again and again: fresh memory takes longer than the copying."""

    def __init__(self) -> None:
        self._arrays: Arrays = ()

    def copies(self, variables: Sequence[keras.Variable]) -> Arrays:
        """What variables hold now; the same arrays each time."""
        lent = [_lent(each) for each in variables]
        self._arrays = self._arrays or tuple(np.empty_like(each) for each in lent)
        for array, values in zip(self._arrays, lent, strict=True):
            np.copyto(array, values)
        return self._arrays


def _copies(variables: Sequence[keras.Variable]) -> Arrays:
    """What variables hold now, read-only."""
    copies = tuple(np.array(_lent(each)) for each in variables)
    for each in copies:
        each.flags.writeable = False
    return copies


def _lent(variable: keras.Variable) -> NDArray[Any]:
    """What a variable holds, in TensorFlow's own memory: Keras's way copies twice, and takes ten times as long."""
    return np.asarray(variable.value.read_value())
