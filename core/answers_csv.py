"""Answers as a table that spreadsheets and programs open, written row by row: any number in little memory. Light."""

import csv
import errno
import math
from collections.abc import Sequence
from contextlib import ExitStack, suppress
from pathlib import Path
from types import TracebackType
from typing import Any

from core.answers import Answer
from core.errors import StorageError, storage_error
from core.files import replacing
from core.sureness import in_short, sureness
from core.words import say

FIRST_COLUMNS = ("file", "answer", "share", "how_sure", "confidence", "is_foreign")
"""In English whatever the user's language, for programs; `how_sure` is in words of that language, as `error` is."""

LAST_COLUMN = "error"

# Spreadsheets compute a cell that begins so, even one that was quoted: a file's name could send data away.
_FORMULA_BEGINS = ("=", "+", "-", "@", "\t", "\r", "\n")
_TEXT_MARK = "'"


def class_column(name: str) -> str:
    """The head of a class's column: never one of the others, whatever the class is called."""
    return f"share of {name}"


def text_cell(text: str) -> str:
    """`text` as a cell that no spreadsheet takes for a formula: an apostrophe goes before what would be one.

    One goes before an apostrophe too: whoever drops a first apostrophe from any cell has the text as it was. Names
    that are no Unicode are spelled as Python does it.
    """
    sayable = text.encode(errors="backslashreplace").decode()
    return _TEXT_MARK + sayable if sayable.startswith((*_FORMULA_BEGINS, _TEXT_MARK)) else sayable


class AnswersCsv:
    """A file of answers that is being written, for a `with` block: UTF-8 with a byte order mark (Excel needs it),
    commas, CRLF, quoted as RFC 4180 has it; numbers at full precision with a point.

    The columns are FIRST_COLUMNS, one for each class in the order of `class_names` with its probability, LAST_COLUMN.
    What is not known leaves its cell empty. The file appears when the block ends, whole, in place of what `path` held;
    also when the block is broken off (stopped, say), then with the rows so far. Where writing itself fails, `path` is
    left as it was. Raises StorageError.
    """

    def __init__(self, path: Path, class_names: Sequence[str]) -> None:
        self._path = path
        self._class_names = tuple(class_names)
        self._opened = ExitStack()
        self._rows: Any = None
        self._has_failed = False

    def write(self, answer: Answer) -> None:
        """Add a row. Raises StorageError when the disk is full."""
        self._write_row(self._cells(answer))

    def _cells(self, answer: Answer) -> list[object]:
        shares = dict(answer.ranked)
        is_read = bool(answer.ranked)
        return [
            text_cell(answer.file),
            text_cell(answer.label or ""),
            _number(answer.probability),
            text_cell(str(in_short(sureness(answer)))) if is_read else "",
            _number(answer.confidence),
            "" if answer.is_foreign is None else str(answer.is_foreign).lower(),
            *(_number(shares.get(name)) for name in self._class_names),
            "" if answer.error is None else text_cell(str(answer.error)),
        ]

    def _write_row(self, cells: Sequence[object]) -> None:
        try:
            self._rows.writerow(cells)
        except OSError as error:
            self._has_failed = True
            raise self._failure(error) from error

    def _failure(self, error: OSError) -> StorageError:
        return storage_error(error, say("The answers cannot be saved as {path}.", path=self._path))

    def __enter__(self) -> "AnswersCsv":
        if self._path.is_dir():
            # Else said only at the end, when every photo has been asked about.
            raise self._failure(IsADirectoryError(errno.EISDIR, "it is a folder"))
        try:
            with ExitStack() as opened:
                temporary = opened.enter_context(replacing(self._path))
                file = opened.enter_context(temporary.open("w", encoding="utf-8-sig", newline=""))
                self._rows = csv.writer(file)
                self._opened = opened.pop_all()
        except OSError as error:
            raise self._failure(error) from error
        heads = (*FIRST_COLUMNS, *map(class_column, self._class_names), LAST_COLUMN)
        self._write_row([text_cell(each) for each in heads])
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._has_failed:
            # What cannot be written cannot be closed either; the block's own error is the one to tell.
            with suppress(OSError):
                self._opened.__exit__(kind, error, at)
            return
        try:
            self._opened.close()
        except OSError as failed:
            raise self._failure(failed) from failed


def _number(value: float | None) -> object:
    return value if value is not None and math.isfinite(value) else ""
