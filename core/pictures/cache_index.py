"""The list of what a pixel cache holds: which row belongs to which file, and what was seen of it. Light."""

import contextlib
import json
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from core.pictures.facts import Fact
from core.pictures.row_file import lies_at
from core.words import Sentence

# The file's size in bytes and its date of change in nanoseconds.
FileState = tuple[int, int]
UNKNOWN_STATE: FileState = (-1, -1)

# The entry of a file that is looked at again next time is not kept.
NO_ROW = 0

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

# Far above any folder, far below where SQLite's numbers end.
_MOST_ROWS = 2**40

# What no version of the program writes.
_IMPOSSIBLE = f"""
SELECT 1 FROM picture WHERE typeof(file) != 'blob' OR typeof(size) != 'integer'
OR typeof(mtime_ns) != 'integer' OR reason IS NULL AND (
    typeof(width) != 'integer' OR typeof(height) != 'integer' OR typeof(format) != 'text'
    OR typeof(digest) != 'integer' OR typeof(hash) != 'integer'
    OR typeof(is_grey) != 'integer' OR typeof(is_flat) != 'integer'
    OR width NOT BETWEEN 1 AND {2**31 - 1} OR height NOT BETWEEN 1 AND {2**31 - 1}
) LIMIT 1
"""

# SQLite's own words for a file that is no list of ours: no database, torn, with other columns or rules.
_USELESS = {
    sqlite3.SQLITE_NOTADB,
    sqlite3.SQLITE_CORRUPT,
    sqlite3.SQLITE_ERROR,
    sqlite3.SQLITE_CONSTRAINT,
    sqlite3.SQLITE_MISMATCH,
}


class BrokenIndexError(sqlite3.DatabaseError):
    """A database, but what it says cannot be."""


class Entry(NamedTuple):
    """One file that was looked at: the row of its pixels and what is known of it, or why it is no picture."""

    row: int
    state: FileState
    reason: Sentence | None
    fact: Fact | None


class Index:
    """The open list. Raises sqlite3.Error where it is broken or cannot be written."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._database = sqlite3.connect(path, timeout=60, isolation_level=None)
        try:
            self._database.execute("PRAGMA synchronous=NORMAL")
            self._database.execute(_SCHEMA)
            self._status = os.stat(path)
        except BaseException:
            self._database.close()
            raise

    def is_in_place(self) -> bool:
        """Whether the open list still is the one of that name: it may have been deleted, and another made."""
        return lies_at(self._status, self._path)

    def entries(self) -> dict[str, Entry]:
        """All files, by their path below the folder (or absolute). Raises BrokenIndexError."""
        try:
            if self.next_row() > _MOST_ROWS or self._one(_IMPOSSIBLE):
                raise BrokenIndexError("the list of decoded pictures holds impossible values")
            return {
                os.fsdecode(file): Entry(row, (size, mtime_ns), None, _fact_from(*seen))
                if reason is None
                else Entry(row, (size, mtime_ns), _reason_from(reason), None)
                for row, file, size, mtime_ns, reason, *seen in self._database.execute(
                    f"SELECT row, {_COLUMNS} FROM picture"
                )
            }
        except sqlite3.Error as error:
            # Text that is no Unicode is Python's complaint, not SQLite's: it has no number.
            if hasattr(error, "sqlite_errorcode"):
                raise
            raise BrokenIndexError(str(error)) from error
        except (ValueError, LookupError, TypeError, AttributeError, OverflowError, RecursionError) as error:
            raise BrokenIndexError(str(error)) from error

    def end(self) -> int:
        """One more than the last row with pixels; 0 where there is none."""
        return int(self._one("SELECT max(row) + 1 FROM picture WHERE reason IS NULL"))

    def has_impossible_rows(self) -> bool:
        """Whether there are rows before the first."""
        return bool(self._one("SELECT count(*) FROM picture WHERE row < 1"))

    def next_row(self) -> int:
        """The first row that was never given away."""
        return int(self._one("SELECT seq FROM sqlite_sequence WHERE name = 'picture'")) + 1

    def _one(self, question: str) -> Any:
        """The one number that answers; 0 where there is none."""
        found = self._database.execute(question).fetchone()
        return found[0] or 0 if found is not None else 0

    def drop_from(self, row: int) -> None:
        """Forget the pictures in this row and all later ones, and those in rows that cannot be."""
        self._database.execute("DELETE FROM picture WHERE row < 1 OR (row >= ? AND reason IS NULL)", (row,))

    @contextlib.contextmanager
    def changing(self) -> Iterator[None]:
        """Entries put within are kept all or none. The lock is held for no longer than that, so that another process
        can fill the same cache."""
        self._database.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._database.execute("COMMIT")
        except BaseException:
            # SQLite may have given up by itself, as it does on a full disk.
            with contextlib.suppress(sqlite3.Error):
                self._database.execute("ROLLBACK")
            raise

    def put(self, row: int, file: str, state: FileState, seen: Fact | Sentence) -> None:
        """Note what was seen of a file, or why it is no picture; in place of what was noted before."""
        key = os.fsencode(file)
        self._database.execute("DELETE FROM picture WHERE file = ?", (key,))
        values = (None, *_fact_to(seen)) if isinstance(seen, Fact) else (_reason_to(seen), *[None] * len(Fact._fields))
        places = ", ".join("?" * (4 + len(values)))
        self._database.execute(f"INSERT INTO picture (row, {_COLUMNS}) VALUES ({places})", (row, key, *state, *values))

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()


def is_useless(error: sqlite3.Error) -> bool:
    """Whether the error says that the list is broken, not that it cannot be reached or written."""
    code = getattr(error, "sqlite_errorcode", None)
    return isinstance(error, BrokenIndexError) or (code is not None and code & 0xFF in _USELESS)


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
    reason = Sentence(str(template), dict(values))
    reason.in_english()  # fails here, not where it is shown
    return reason
