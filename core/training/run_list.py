"""All runs as a table shows them. Light.

Reading them again costs little: what a file said is kept for as long as the file does not change.
"""

import functools
import math
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.errors import ModelError
from core.events import EpochEnded
from core.training import runs
from core.training.labels import LABEL_FILE, Label, read_label
from core.training.run_names import began, deleted_runs, run_names
from core.training.runs import RunFacts
from core.words import Sentence, say

# More runs than this are read from disk again each time.
_KEPT = 10_000

# What tells that a file is the one read before: when it was written, its size, and its place on the disk.
_Stamp = tuple[int, int, int]
_NO_FILE: _Stamp = (0, 0, 0)


@dataclass(frozen=True)
class Scores:
    """How far a run has come: whole epochs, the best of them (0: none yet), its numbers (NaN where there are none), and
    the seconds that all of it took."""

    epochs: int = 0
    best_epoch: int = 0
    val_loss: float = math.nan
    val_accuracy: float = math.nan
    seconds: float = math.nan


@dataclass(frozen=True)
class ListedRun:
    """A run with all that a table shows of it. `name` tells it apart from all others; `is_live`: it is being trained
    now, by this process or another."""

    folder: Path
    facts: RunFacts
    label: Label
    name: str
    scores: Scores
    is_live: bool = False

    @property
    def state(self) -> Sentence:
        """How the run stands, in a word or two."""
        return state_of(self.facts, self.is_live)


def listed_runs(parent: Path, most: int | None = None) -> list[ListedRun]:
    """The runs in a folder, newest first, at most so many. Folders that are no runs, or whose run.json is broken, are
    passed over."""
    found = [(folder, facts) for folder in _folders(parent) if (facts := _read_facts(folder)) is not None]
    found.sort(key=lambda run: (began(run[1].started), run[0].name), reverse=True)
    labelled = [(folder, facts, _read_label(folder)) for folder, facts in found]
    names = run_names(labelled, deleted_runs(parent))
    return [
        ListedRun(folder, facts, label, names[folder], _scores(folder, facts), _is_live(folder, facts))
        for folder, facts, label in labelled[:most]
    ]


def run_name(folder: Path) -> str:
    """What a run is called among those beside it; its folder's name where it is none."""
    # A path may end in a dot, and then has neither a name nor the right parent.
    folder = folder.resolve()
    return next((each.name for each in listed_runs(folder.parent) if each.folder == folder), folder.name)


def scores_of(epochs: Sequence[EpochEnded]) -> Scores:
    """The scores of a run from its whole epochs."""
    best = runs.best_epoch(epochs)
    if best is None:
        return Scores(len(epochs))
    seconds = math.fsum(each.seconds for each in epochs)
    return Scores(epochs[-1].epoch, best.epoch, best.val_loss, best.val_accuracy, seconds)


def state_of(facts: RunFacts, is_live: bool) -> Sentence:
    """How a run stands, in a word or two."""
    if is_live:
        return say("in training")
    if facts.state == "finished":
        return say("finished early") if facts.results.get("ended_early") is True else say("finished")
    if facts.state == "stopped":
        return say("stopped")
    if facts.state == "failed":
        return _cause(facts.results.get("cause"))
    # A run that says "training" and is trained by nobody was cut off: a crash, a power cut.
    return say("interrupted")


def _cause(cause: object) -> Sentence:
    match cause:
        case "memory":
            return say("out of memory")
        case "disk":
            return say("disk full")
        case "diverged":
            return say("loss not a number")
        case "pictures":
            return say("pictures gone")
        case _:
            return say("failed")


def _folders(parent: Path) -> list[Path]:
    try:
        with os.scandir(parent) as entries:
            return [Path(entry.path) for entry in entries if entry.is_dir()]
    except OSError:
        return []


def _stamp(path: str) -> _Stamp:
    try:
        found = os.stat(path)
    except OSError:
        return _NO_FILE
    return found.st_mtime_ns, found.st_size, found.st_ino


def _read_facts(folder: Path) -> RunFacts | None:
    stamp = _stamp(f"{folder}{os.sep}{runs.RUN_FILE}")
    return None if stamp == _NO_FILE else _facts_as_of(folder, stamp)


@functools.lru_cache(maxsize=_KEPT)
def _facts_as_of(folder: Path, _written: _Stamp) -> RunFacts | None:
    try:
        return runs.read_facts(folder)
    except ModelError:
        return None


def _read_label(folder: Path) -> Label:
    stamp = _stamp(f"{folder}{os.sep}{LABEL_FILE}")
    return Label() if stamp == _NO_FILE else _label_as_of(folder, stamp)


@functools.lru_cache(maxsize=_KEPT)
def _label_as_of(folder: Path, _written: _Stamp) -> Label:
    return read_label(folder)


def _is_live(folder: Path, facts: RunFacts) -> bool:
    return facts.state == "training" and runs.is_live(folder)


def _scores(folder: Path, facts: RunFacts) -> Scores:
    """From the results; of a run that did not come to write them, from its epochs."""
    results = facts.results
    # A run that went on still has the results of its first end.
    is_ended = facts.state != "training" and "val_loss" in results
    if is_ended and "seconds" in results:
        return _ended_scores(results, _number(results, "seconds"))
    of_epochs = _scores_as_of(folder, _stamp(f"{folder}{os.sep}{runs.HISTORY_FILE}"))
    return _ended_scores(results, of_epochs.seconds) if is_ended else of_epochs


def _ended_scores(results: dict[str, Any], seconds: float) -> Scores:
    return Scores(
        _whole(results, "epochs"),
        _whole(results, "best_epoch"),
        _number(results, "val_loss"),
        _number(results, "val_accuracy"),
        seconds,
    )


@functools.lru_cache(maxsize=_KEPT)
def _scores_as_of(folder: Path, _written: _Stamp) -> Scores:
    return scores_of(runs.read_history(folder))


def _number(results: dict[str, Any], name: str) -> float:
    value = results.get(name)
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else math.nan


def _whole(results: dict[str, Any], name: str) -> int:
    value = _number(results, name)
    return int(value) if math.isfinite(value) and value > 0 else 0
