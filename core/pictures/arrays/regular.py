"""Opening files of arrays without waiting on pipes: opening one waits until somebody writes into it. Light."""

import contextlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from core.image_sources import open_without_waiting
from core.pictures.arrays.unusable import Unusable
from core.words import say


@contextlib.contextmanager
def open_regular(path: Path) -> Iterator[BinaryIO]:
    """A file open for reading. Raises Unusable where it is a folder, a pipe or a device, OSError."""
    _require_regular(os.stat(path))  # some devices do something when they are opened
    with open(path, "rb", opener=open_without_waiting) as file:
        require_regular(file.fileno())
        yield file


def require_regular(descriptor: int) -> None:
    """Raises Unusable where an open file is a folder, a pipe or a device, OSError."""
    _require_regular(os.fstat(descriptor))


def _require_regular(status: os.stat_result) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise Unusable(say("it is a folder without the four arrays."))
    if not stat.S_ISREG(status.st_mode):
        raise Unusable(say("it is a device or a pipe."))
