"""A picture's bytes, from wherever they are, without waiting on pipes or filling the memory."""

import os
import stat

from core.errors import PictureError
from core.image_reasons import unopened
from core.numerals import file_size
from core.words import say

Source = str | os.PathLike[str] | bytes

# Far above any photo, far below what would fill the memory: the most pixels that are read are 0.54 GB of plain RGB.
MAX_FILE_BYTES = 1_000_000_000


def content_of(source: Source) -> bytes:
    """The file's bytes; bytes are given back. Raises PictureError.

    Read here, since decoders that open paths themselves fail on Windows' non-ASCII names.
    """
    if isinstance(source, bytes):
        return source
    try:
        _check_regular(os.stat(source))
        with open(source, "rb", opener=open_without_waiting) as file:
            _check_regular(os.fstat(file.fileno()))
            return file.read()
    except (OSError, ValueError, MemoryError) as error:
        raise unopened(error) from error


def open_without_waiting(path: str, flags: int) -> int:
    """An `opener` for `open`, for a path that became a pipe after it was looked at: opening one waits for a writer."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _check_regular(status: os.stat_result) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise PictureError(say("Not a picture but a folder."))
    if not stat.S_ISREG(status.st_mode):
        raise PictureError(say("Not a picture but a device or a pipe."))
    if status.st_size > MAX_FILE_BYTES:
        raise PictureError(
            say(
                "The file has {size}: more than the {limit} that Nakami reads.",
                size=file_size(status.st_size),
                limit=file_size(MAX_FILE_BYTES),
            )
        )
