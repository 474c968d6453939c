"""What a user calls a run, and has noted of it: `label.json` beside the run's `run.json`. Light."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from core.errors import storage_error
from core.files import write_json
from core.words import say

LABEL_FILE = "label.json"
LONGEST_NAME = 80
"""So many letters of a name are kept: it is to be read in a row of a table."""
LONGEST_NOTE = 500
"""So many letters of a note are kept."""


@dataclass(frozen=True)
class Label:
    """The user's own name of a run and a note, each one line; empty where there is none."""

    name: str = ""
    note: str = ""


def read_label(folder: Path) -> Label:
    """The label of the run in a folder; an empty one where there is none or it cannot be read."""
    try:
        written = json.loads((folder / LABEL_FILE).read_text(encoding="utf-8"))
        return _tidy(Label(name=_text(written.get("name")), note=_text(written.get("note"))))
    except (OSError, ValueError, AttributeError, RecursionError):
        return Label()


def write_label(folder: Path, label: Label) -> None:
    """Keep a label, tidied: one line each, without space around it, no longer than is kept. Raises StorageError."""
    label = _tidy(label)
    try:
        if label == Label():
            (folder / LABEL_FILE).unlink(missing_ok=True)
        else:
            write_json(folder / LABEL_FILE, asdict(label))
    except OSError as error:
        raise storage_error(error, say("The name and note of “{name}” were not saved.", name=folder.name)) from error


def _tidy(label: Label) -> Label:
    return Label(_one_line(label.name, LONGEST_NAME), _one_line(label.note, LONGEST_NOTE))


def _one_line(text: str, longest: int) -> str:
    return " ".join(text.split())[:longest].rstrip()


def _text(written: object) -> str:
    return written if isinstance(written, str) else ""
