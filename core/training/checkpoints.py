"""What a run saves as it goes: its network, its history, and what it makes of a photo. Heavy: imports Keras."""

import contextlib
import shutil
from pathlib import Path

import keras

from core.answers import Insight
from core.errors import StorageError
from core.events import EpochEnded, Snapshot
from core.inside.kept_epochs import KeptEpochs
from core.network.layers import Network
from core.network.store import SPACE_BESIDE_WEIGHTS_BYTES, copy_model, save_model
from core.numerals import file_size
from core.training import runs
from core.training.config import TrainingConfig
from core.training.cost import disk_bytes
from core.words import say

BYTES_PER_MB = 1_000_000


class Checkpoints:
    """The files of one run that follow the model in training, and the epochs that they hold."""

    def __init__(
        self, folder: Path, model: keras.Model, network: Network, class_names: tuple[str, ...], config: TrainingConfig
    ) -> None:
        self.history: list[EpochEnded] = []
        self._folder = folder
        self._model = model
        self._class_names = class_names
        self._resize = config.resize
        self._kept = KeptEpochs(folder)
        self._most_kept_bytes = config.kept_epochs_mb * BYTES_PER_MB
        self._needed_bytes = disk_bytes(network)

    @property
    def keeps_epochs(self) -> bool:
        """Whether epochs are kept for going back."""
        return self._most_kept_bytes > 0

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

    def save(self, ended: EpochEnded) -> None:
        """Save the network after a whole epoch, and the epoch's numbers. Raises OSError."""
        save_model(self._model, self._class_names, self._folder / runs.LAST_FILE, self._resize)
        if ended.is_best:
            copy_model(self._folder / runs.LAST_FILE, self._folder / runs.BEST_FILE)
        self.history.append(ended)
        runs.write_history(self._folder, self.history)

    def keep(self, insight: Insight) -> None:
        """Keep what the network makes of a photo after an epoch, for going back. A disk that refuses, or that has no
        more room than the networks to come need, costs this look back, not the run."""
        with contextlib.suppress(OSError, MemoryError):
            if shutil.disk_usage(self._folder).free > self._needed_bytes + SPACE_BESIDE_WEIGHTS_BYTES:
                self._kept.add(insight, self._most_kept_bytes)

    def save_unfinished(self) -> None:
        """Save the network of a run that ended within its first epoch. Raises OSError."""
        if not self.history:
            save_model(self._model, self._class_names, self._folder / runs.LAST_FILE, self._resize)
            copy_model(self._folder / runs.LAST_FILE, self._folder / runs.BEST_FILE)

    def snapshot(self, epoch: int) -> Snapshot:
        """A copy of the weights as they are now."""
        weights = tuple(self._model.get_weights())
        for value in weights:
            value.flags.writeable = False
        return Snapshot(self._folder, epoch, weights)
