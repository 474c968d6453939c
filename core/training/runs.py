"""A run on disk: a folder that says everything about one training. Light: the window lists runs without Keras.

run.json      settings, class names, versions, seed, data fingerprint, state, results
split.csv     which picture was in which part
history.csv   a row per epoch
batches.csv   a row per batch
last.keras    the network after the last whole epoch (or at the stop)
best.keras    the network of the epoch with the lowest validation loss
state-N.npz   what else it takes to go on after epoch N
label.json    the user's own name and note
epochs/       what the network made of a photo after earlier epochs, and its filters then
events.*      the same curves for TensorBoard
"""

import csv
import io
import json
import math
import os
import platform
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from importlib import metadata
from pathlib import Path
from typing import Any, NamedTuple

from filelock import FileLock, Timeout

from core import places
from core.errors import ModelError, NakamiError, storage_error
from core.events import EpochEnded
from core.files import write_json, write_text
from core.framing import RESIZE_MODES, Frame
from core.training.config import TrainingConfig
from core.words import say

RUN_FILE = "run.json"
HISTORY_FILE = "history.csv"
LAST_FILE = "last.keras"
BEST_FILE = "best.keras"
LOCK_FILE = ".lock"
FORMAT = 1
# Systems take 255 for a file; the date and a number come beside it.
LONGEST_NAME_BYTES = 120

_COLUMNS = ("epoch", "loss", "accuracy", "val_loss", "val_accuracy", "seconds", "pictures_per_second", "learning_rate")


class RateChange(NamedTuple):
    """The user set another learning rate, which counts from this batch on (epochs and batches count from 1)."""

    epoch: int
    batch: int
    learning_rate: float


@dataclass(frozen=True)
class RunFacts:
    """What `run.json` holds.

    `contents` stands for the pictures' own bytes and classes. `patience_from`: early stopping counts from this epoch
    on, in a run that went on after it had ended.
    """

    name: str
    class_names: tuple[str, ...]
    pictures: str
    network: str
    config: dict[str, Any]
    fingerprint: str
    versions: dict[str, str]
    started: str
    state: str = "training"
    results: dict[str, Any] = field(default_factory=dict)
    contents: str = ""
    rate_changes: tuple[RateChange, ...] = ()
    patience_from: int = 0

    @property
    def frame(self) -> Frame:
        """The square that the network takes. Runs from before there was a choice stretched."""
        resize = self.config.get("resize", "stretch")
        return Frame(int(self.config["image_size_px"]), RESIZE_MODES[RESIZE_MODES.index(resize)])

    @property
    def seed(self) -> int:
        """Where chance began."""
        return int(self.config["seed"])


def create_run_folder(parent: Path, name: str) -> Path:
    """A new folder `parent`/date-time-name. Raises StorageError when it cannot be made."""
    plain = "".join(letter if letter.isalnum() or letter in "-_ " else "-" for letter in name).strip()
    safe = plain.encode()[:LONGEST_NAME_BYTES].decode(errors="ignore") or "pictures"
    stamp = time.strftime("%Y-%m-%d %H.%M.%S")
    for attempt in range(1, 1000):
        folder = parent / (f"{stamp} {safe}" if attempt == 1 else f"{stamp} {safe} {attempt}")
        try:
            folder.mkdir(parents=True)
        except FileExistsError:
            continue
        except OSError as error:
            raise storage_error(error, say("The run's folder {folder} cannot be made.", folder=folder)) from error
        return folder
    raise storage_error(OSError(), say("The run's folder {folder} cannot be made.", folder=parent))


def usable_folder(folder: Path | None, name: str) -> Path:
    """The folder for a new run: the given one, which must be new or empty, or one of its own among the program's runs.

    Raises NakamiError when it is occupied, StorageError when it cannot be made.
    """
    if folder is None:
        return create_run_folder(places.runs_folder(), name)
    folder = folder.absolute()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        occupied = any(folder.iterdir())
    except OSError as error:
        raise storage_error(error, say("The run's folder {folder} cannot be made.", folder=folder)) from error
    if occupied:
        raise NakamiError(
            say("The folder {folder} is not empty.", folder=folder), say("Name a new folder for the run.")
        )
    return folder


def versions() -> dict[str, str]:
    """Of what decides how a run goes."""
    packages = ("tensorflow", "keras", "numpy")
    return {"python": platform.python_version()} | {name: metadata.version(name) for name in packages}


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Nobody else trains this run meanwhile; the lock goes with the process. Raises NakamiError where somebody does."""
    lock = FileLock(folder / LOCK_FILE)
    try:
        # Whoever asks whether it is live holds it for a moment.
        lock.acquire(timeout=0.2, poll_interval=0.01)
    except Timeout as error:
        raise NakamiError(
            say("The run “{name}” is being trained by another window or command.", name=folder.name),
            say("Wait until it has ended, or stop it there."),
        ) from error
    except OSError as error:
        raise storage_error(error, say("The run cannot be saved in {folder}.", folder=folder)) from error
    try:
        yield
    finally:
        lock.release()


def is_live(folder: Path) -> bool:
    """Whether a process trains this run now, this one included."""
    lock = FileLock(folder / LOCK_FILE)
    try:
        # Where there is no such file nobody holds it, and asking must not make one.
        if os.path.exists(lock.lock_file):
            # Another who asks holds it for a moment.
            lock.acquire(timeout=0.003, poll_interval=0.0005)
            lock.release()
    except Timeout:
        return True
    except OSError:
        return False
    return False


def judged_loss(epoch: EpochEnded) -> float:
    """The loss by which an epoch is judged: of validation, or of training where there are no validation pictures."""
    return epoch.loss if math.isnan(epoch.val_loss) else epoch.val_loss


def is_best(earlier: Sequence[EpochEnded], loss: float, val_loss: float) -> bool:
    """Whether an epoch with these losses is better than all before it: the lowest validation loss, or training loss
    where there are no validation pictures. A loss that is no number is never better than one that is."""
    judged = loss if math.isnan(val_loss) else val_loss
    losses = [judged_loss(each) for each in earlier]
    return not earlier or judged < min((each for each in losses if not math.isnan(each)), default=math.inf)


def best_epoch(epochs: Sequence[EpochEnded]) -> EpochEnded | None:
    """The best of these so far, as `is_best` judged them; None before the first."""
    return next((each for each in reversed(epochs) if each.is_best), None)


def model_stamp(folder: Path) -> tuple[int, int]:
    """What tells that a run's network is the one before: its file's size and date; zeros where there is none."""
    for name in (BEST_FILE, LAST_FILE):
        with suppress(OSError):
            found = (folder / name).stat()
            return found.st_size, found.st_mtime_ns
    return 0, 0


def write_facts(folder: Path, facts: RunFacts) -> None:
    """Write `run.json`. Raises OSError."""
    write_json(
        folder / RUN_FILE,
        {
            "format": FORMAT,
            "name": facts.name,
            "state": facts.state,
            "started": facts.started,
            "pictures": facts.pictures,
            "class_names": list(facts.class_names),
            "network": facts.network,
            "config": facts.config,
            "data_fingerprint": facts.fingerprint,
            "data_contents": facts.contents,
            "versions": facts.versions,
            "rate_changes": [list(each) for each in facts.rate_changes],
            "patience_from": facts.patience_from,
            "results": facts.results,
        },
    )


def read_facts(folder: Path) -> RunFacts:
    """Read `run.json`. Raises ModelError when it is missing or is none of ours."""
    path = folder / RUN_FILE
    try:
        written = json.loads(path.read_text(encoding="utf-8"))
        facts = RunFacts(
            name=str(written["name"]),
            class_names=tuple(str(name) for name in written["class_names"]),
            pictures=str(written["pictures"]),
            network=str(written["network"]),
            config=dict(written["config"]),
            fingerprint=str(written["data_fingerprint"]),
            versions=dict(written["versions"]),
            started=str(written["started"]),
            state=str(written["state"]),
            results=dict(written["results"]),
            contents=str(written.get("data_contents", "")),
            rate_changes=tuple(
                RateChange(int(epoch), int(batch), float(rate))
                for epoch, batch, rate in written.get("rate_changes", ())
            ),
            patience_from=int(written.get("patience_from", 0)),
        )
        _ = facts.frame, facts.seed
    except FileNotFoundError as error:
        raise ModelError(
            say("“{folder}” is not a training run: it holds no run.json.", folder=folder.name),
            say("Choose a folder that Nakami made, or a .keras file."),
        ) from error
    except (OSError, ValueError, KeyError, TypeError, OverflowError, RecursionError) as error:
        raise ModelError(
            say("The run.json in “{folder}” cannot be read: it is damaged.", folder=folder.name),
            say("Open best.keras in that folder instead."),
        ) from error
    return facts


def end_run(folder: Path, facts: RunFacts, state: str, results: dict[str, Any]) -> None:
    """Write how the run ended. Raises OSError."""
    write_facts(folder, replace(facts, state=state, results=results))


def write_history(folder: Path, epochs: Sequence[EpochEnded]) -> None:
    """Write a row per epoch. Raises OSError."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for epoch in epochs:
        writer.writerow([getattr(epoch, column) for column in _COLUMNS])
    write_text(folder / HISTORY_FILE, text.getvalue())


def read_history(folder: Path) -> list[EpochEnded]:
    """The epochs of a run, the best so far marked; empty where none was written or the file is broken."""
    try:
        with (folder / HISTORY_FILE).open(encoding="utf-8", newline="") as stream:
            rows = [_epoch_values(row) for row in csv.DictReader(stream)]
    except (OSError, ValueError, KeyError, TypeError, csv.Error):
        return []
    epochs: list[EpochEnded] = []
    for row in rows:
        number = int(row.pop("epoch"))
        epochs.append(EpochEnded(number, **row, is_best=is_best(epochs, row["loss"], row["val_loss"])))
    return epochs


def _epoch_values(row: dict[str, str]) -> dict[str, float]:
    # Older runs kept no learning rate.
    return {column: float({"learning_rate": "nan", **row}[column]) for column in _COLUMNS}


def list_runs(parent: Path, most: int | None = None) -> list[tuple[Path, RunFacts]]:
    """The runs in a folder, newest first, at most so many. Folders that are no runs are passed over."""
    found: list[tuple[Path, RunFacts]] = []
    for folder in sorted(parent.glob("*/"), reverse=True) if parent.is_dir() else ():
        if len(found) == most:
            break
        try:
            found.append((folder, read_facts(folder)))
        except ModelError:
            continue
    return found


def are_counterparts(first: Path, second: Path) -> bool:
    """Whether two runs differ by Dropout alone: they learn from the same pictures in the same split and begin with the
    same weights, one with it and one without. They may go on for different numbers of epochs."""
    try:
        wanted = _setup(read_facts(first), other_dropout=True)
        return wanted is not None and _setup(read_facts(second)) == wanted
    except ModelError:
        return False


def counterpart(folder: Path, parent: Path) -> Path | None:
    """The newest run in `parent` that differs from the one in `folder` by Dropout alone and has ended with at least one
    whole epoch; None where there is none."""
    try:
        wanted = _setup(read_facts(folder), other_dropout=True)
    except ModelError:
        return None
    for other, facts in list_runs(parent) if wanted is not None else ():
        has_learnt = facts.state in ("finished", "stopped") and facts.results.get("epochs") != 0
        if has_learnt and _setup(facts) == wanted:
            return other
    return None


def _setup(facts: RunFacts, other_dropout: bool = False) -> tuple[object, ...] | None:
    """What decides what a run can learn; None where its settings work no longer."""
    try:
        config = TrainingConfig.from_json(facts.config)
    except (NakamiError, TypeError):
        return None
    # How long it goes on, and what it keeps to look back at, are no difference.
    config = replace(config, with_dropout=config.with_dropout != other_dropout, epochs=1, kept_epochs_mb=0)
    return facts.fingerprint, facts.class_names, facts.network, config
