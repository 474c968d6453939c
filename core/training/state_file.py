"""What it takes, beside the network, to go on with a training exactly where an epoch ended. Light: numpy alone.

The order of the pictures and their variations follow from the seed and the epoch, so neither is kept. What is: the
optimizer's own numbers, the state of every random generator in the network, and the epochs so far. The network itself
is `last.keras`, which says after which epoch it was saved: writing it is the moment from which the epoch counts.
"""

import contextlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.errors import ModelError
from core.events import EpochEnded
from core.files import replacing
from core.network.travelling import BROKEN_ZIP
from core.words import say

Arrays = tuple[NDArray[Any], ...]


@dataclass(frozen=True)
class TrainingState:
    """The training after its last whole epoch. Arrays stand in the order of Keras's own lists of variables."""

    history: tuple[EpochEnded, ...]
    optimizer: Arrays
    generators: Arrays


def state_file(folder: Path, epoch: int) -> Path:
    """Where a run keeps its state after an epoch."""
    return folder / f"state-{epoch}.npz"


def write_state(folder: Path, state: TrainingState) -> None:
    """Write the state after the last epoch of its history, whole or not at all. Raises OSError."""
    arrays: dict[str, Any] = {f"optimizer_{place}": value for place, value in enumerate(state.optimizer)}
    arrays |= {f"generator_{place}": value for place, value in enumerate(state.generators)}
    history = json.dumps([asdict(each) for each in state.history])
    # Of epochs that ended a moment ago the disk must have every byte before the network that belongs to it.
    with replacing(state_file(folder, len(state.history)), True) as temporary, temporary.open("wb") as stream:
        np.savez(stream, history=np.frombuffer(history.encode(), np.uint8), **arrays)


def read_state(folder: Path, epoch: int) -> TrainingState:
    """The state after an epoch. Raises ModelError where there is none that can be read."""
    try:
        with state_file(folder, epoch).open("rb") as stream, np.load(stream, allow_pickle=False) as written:
            history = tuple(EpochEnded(**each) for each in json.loads(written["history"].tobytes().decode()))
            if [each.epoch for each in history] != list(range(1, epoch + 1)):
                raise ValueError("it is of another epoch")
            return TrainingState(history, _numbered(written, "optimizer"), _numbered(written, "generator"))
    except (*BROKEN_ZIP, ValueError, KeyError, TypeError, AttributeError, MemoryError) as error:
        raise ModelError(
            say("The run “{name}” cannot go on: its {file} is damaged.", name=folder.name, file=f"state-{epoch}.npz"),
            say("Its networks can still be opened. Train anew to go further."),
        ) from error


def forget_states(folder: Path, but: int) -> None:
    """Remove the states of all epochs but one."""
    for path in folder.glob("state-*.npz"):
        if path != state_file(folder, but):
            # What cannot be removed is only in the way.
            with contextlib.suppress(OSError):
                path.unlink()


def _numbered(written: Any, name: str) -> Arrays:
    count = sum(key.startswith(f"{name}_") for key in written.files)
    return tuple(written[f"{name}_{place}"] for place in range(count))
