"""What tells runs apart: the user's own name of a run, else its pictures' name and a number in the order of start.

Light. A number is given once: the runs that were deleted go on to count, from a list of the program's own.
"""

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path

from core.files import write_json
from core.training.labels import Label
from core.training.runs import RunFacts

DELETED_FILE = "deleted.json"

# A deleted run as the list keeps it: what its pictures were called, and when it began.
Deleted = tuple[str, str]


def run_names(runs: Sequence[tuple[Path, RunFacts, Label]], deleted: Iterable[Deleted] = ()) -> dict[Path, str]:
    """The name of each run, by its folder. `runs` are all there are, in any order."""
    starts: list[tuple[str, float, str, Path | None]] = [
        (facts.name, began(facts.started), folder.name, folder) for folder, facts, _ in runs
    ]
    starts += [(name, began(started), "", None) for name, started in deleted]
    starts.sort(key=lambda each: each[:3])
    numbers: dict[str, int] = {}
    names: dict[Path, str] = {}
    for name, _, _, folder in starts:
        numbers[name] = numbers.get(name, 0) + 1
        if folder is not None:
            names[folder] = f"{name} {numbers[name]}"
    return names | {folder: label.name for folder, _, label in runs if label.name}


def began(started: str) -> float:
    """When a run began, in seconds of the system's clock; 0 where that cannot be read."""
    try:
        return datetime.fromisoformat(started).timestamp()
    except (ValueError, OverflowError, OSError):
        return 0.0


def deleted_runs(parent: Path) -> list[Deleted]:
    """The runs that were deleted from `parent`; none where the list is missing or broken."""
    try:
        written = json.loads((parent / DELETED_FILE).read_text(encoding="utf-8"))
        return [(str(name), str(started)) for name, started in written]
    except (OSError, ValueError, TypeError, RecursionError):
        return []


def note_deleted(parent: Path, facts: RunFacts) -> None:
    """Keep in mind that this run of `parent` was deleted. Raises OSError."""
    write_json(parent / DELETED_FILE, [*deleted_runs(parent), (facts.name, facts.started)])


def note_restored(parent: Path, facts: RunFacts) -> None:
    """The deleted run is back. Raises OSError."""
    left = deleted_runs(parent)
    if (facts.name, facts.started) in left:
        left.remove((facts.name, facts.started))
        write_json(parent / DELETED_FILE, left)
