"""What a failed write is called."""

import errno
import os

import pytest

from core.errors import DatasetError, NakamiError, StorageError, storage_error
from core.words import say


@pytest.mark.parametrize(
    ("number", "hint"),
    [
        (errno.ENOSPC, "The disk is full"),
        (errno.EDQUOT, "Your share of the disk is used up"),
        (errno.EROFS, "The disk is read-only"),
        (errno.EACCES, "Writing there is not allowed"),
        (errno.ENOENT, "The folder is gone"),
        (errno.EIO, os.strerror(errno.EIO)),
    ],
)
def test_the_hint_follows_from_the_number(number: int, hint: str) -> None:
    error = storage_error(OSError(number, os.strerror(number)), say("It was not saved."))
    assert isinstance(error, StorageError)
    assert str(error).startswith("It was not saved. ")
    assert hint in str(error.hint)


def test_an_error_without_a_number_says_what_it_says() -> None:
    assert "locked" in str(storage_error(OSError(None, "database is locked"), say("It was not saved.")))


def test_an_error_without_a_hint_ends_with_its_sentence() -> None:
    error = DatasetError(say("It is gone."))
    assert str(error) == "It is gone."
    assert isinstance(error, NakamiError)
