"""A run on disk: a folder that says everything about one training. Light: the window lists runs without Keras.

run.json      settings, class names, versions, seed, data fingerprint, state, results
split.csv     which picture was in which part
history.csv   a row per epoch
last.keras    the network after the last whole epoch (or at the stop)
best.keras    the network of the epoch with the lowest validation loss
events.*      the same curves for TensorBoard
"""

import csv
import io
import json
import time
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from core.errors import ModelError, storage_error
from core.events import EpochEnded
from core.files import write_json, write_text
from core.words import say

RUN_FILE = "run.json"
SPLIT_FILE = "split.csv"
HISTORY_FILE = "history.csv"
LAST_FILE = "last.keras"
BEST_FILE = "best.keras"
FORMAT = 1

_COLUMNS = ("epoch", "loss", "accuracy", "val_loss", "val_accuracy", "seconds", "pictures_per_second")


@dataclass(frozen=True)
class RunFacts:
    """What `run.json` holds."""

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

    @property
    def image_size_px(self) -> int:
        return int(self.config["image_size_px"])

    @property
    def seed(self) -> int:
        return int(self.config["seed"])


def create_run_folder(parent: Path, name: str) -> Path:
    """A new folder `parent`/date-time-name. Raises StorageError when it cannot be made."""
    safe = "".join(letter if letter.isalnum() or letter in "-_ " else "-" for letter in name).strip()[:60] or "pictures"
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
            "versions": facts.versions,
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
        )
        _ = facts.image_size_px, facts.seed
    except FileNotFoundError as error:
        raise ModelError(
            say("“{folder}” is not a training run: it holds no run.json.", folder=folder.name),
            say("Choose a folder that Nakami made, or a .keras file."),
        ) from error
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise ModelError(
            say("The run.json in “{folder}” cannot be read: {reason}.", folder=folder.name, reason=error),
            say("Open best.keras in that folder instead."),
        ) from error
    return facts


def end_run(folder: Path, facts: RunFacts, state: str, results: dict[str, Any]) -> None:
    """Write how the run ended. Raises OSError."""
    write_facts(folder, replace(facts, state=state, results=results))


def write_history(folder: Path, epochs: list[EpochEnded]) -> None:
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
            rows = [{column: float(row[column]) for column in _COLUMNS} for row in csv.DictReader(stream)]
    except (OSError, ValueError, KeyError, TypeError, csv.Error):
        return []
    epochs: list[EpochEnded] = []
    lowest = float("inf")
    for row in rows:
        judged = row["val_loss"] if row["val_loss"] == row["val_loss"] else row["loss"]
        epochs.append(EpochEnded(**{**row, "epoch": int(row["epoch"])}, is_best=judged < lowest))  # type: ignore[arg-type]
        lowest = min(lowest, judged)
    return epochs


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
