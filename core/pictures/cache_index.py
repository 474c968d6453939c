"""The list of what a pixel cache holds: which row belongs to which file, and what was seen of it. Light."""

import contextlib
import json
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from core.pictures.facts import Fact
from core.words import Sentence

# The file's size in bytes and its date of change in nanoseconds.
FileState = tuple[int, int]
UNKNOWN_STATE: FileState = (-1, -1)

_SCHEMA = """
CREATE TABLE IF NOT EXISTS picture (
    row INTEGER PRIMARY KEY AUTOINCREMENT,
    file BLOB UNIQUE NOT NULL,
    size INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL,
    reason TEXT,
    width INTEGER,
    height INTEGER,
    format TEXT,
    digest INTEGER,
    hash INTEGER,
    is_grey INTEGER,
    is_flat INTEGER
)
"""
_COLUMNS = "file, size, mtime_ns, reason, width, height, format, digest, hash, is_grey, is_flat"


class Entry(NamedTuple):
    """One file that was looked at: the row of its pixels and what is known of it, or why it is no picture."""

    row: int
    state: FileState
    reason: Sentence | None
    fact: Fact | None


class Index:
    """The open list. Raises sqlite3.Error where it is broken or cannot be written."""

    def __init__(self, path: Path) -> None:
        self._database = sqlite3.connect(path, timeout=60, isolation_level=None)
        try:
            self._database.execute("PRAGMA synchronous=NORMAL")
            self._database.execute(_SCHEMA)
        except BaseException:
            self._database.close()
            raise

    def entries(self) -> dict[str, Entry]:
        """All files, by their path below the folder (or absolute)."""
        found = self._database.execute(f"SELECT row, {_COLUMNS} FROM picture")
        return {
            os.fsdecode(file): Entry(row, (size, mtime_ns), None, _fact_from(*seen))
            if reason is None
            else Entry(row, (size, mtime_ns), _reason_from(reason), None)
            for row, file, size, mtime_ns, reason, *seen in found
        }

    @contextlib.contextmanager
    def changing(self) -> Iterator[None]:
        """Entries put within are kept all or none. The lock is held for no longer than that, so that another process
        can fill the same cache."""
        self._database.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._database.execute("ROLLBACK")
            raise
        self._database.execute("COMMIT")

    def put(self, file: str, state: FileState, seen: Fact | Sentence) -> int:
        """Note what was seen of a file, or why it is no picture; in place of what was noted before. Gives the row."""
        key = os.fsencode(file)
        self._database.execute("DELETE FROM picture WHERE file = ?", (key,))
        values = (None, *_fact_to(seen)) if isinstance(seen, Fact) else (_reason_to(seen), *[None] * len(Fact._fields))
        places = ", ".join("?" * (3 + len(values)))
        cursor = self._database.execute(f"INSERT INTO picture ({_COLUMNS}) VALUES ({places})", (key, *state, *values))
        return cursor.lastrowid or 0

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()


def _fact_to(fact: Fact) -> Fact:
    """SQLite's whole numbers end at 2^63: the upper half becomes negative."""
    return fact._replace(digest=_signed(fact.digest), hash=_signed(fact.hash))


def _signed(number: int) -> int:
    return number - 2**64 if number >= 2**63 else number


def _fact_from(width: int, height: int, kind: str, digest: int, hash_: int, is_grey: int, is_flat: int) -> Fact:
    return Fact(width, height, kind, digest % 2**64, hash_ % 2**64, bool(is_grey), bool(is_flat))


def _reason_to(reason: Sentence) -> str:
    """A reason as the list keeps it: template and values apart, so that it can be shown in any language."""
    plain: dict[str, Any] = {
        key: value if isinstance(value, str | int | float) else str(value) for key, value in reason.values.items()
    }
    return json.dumps([reason.template, plain])


def _reason_from(text: str) -> Sentence:
    template, values = json.loads(text)
    return Sentence(str(template), dict(values))
