"""Folders in the making: whose process was killed meanwhile, and whose still lives. Light.

Beside each lies a file that its maker holds a lock on. The system lets go of it when the process ends, in whatever way.
"""

import contextlib
import secrets
import shutil
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_LOCK = ".lock"
# Without a lock, on file systems that have none: somebody else may be writing a younger one.
_ABANDONED_S = 24 * 3600.0
_TRIES = 3


@contextlib.contextmanager
def in_the_making(folder: Path) -> Iterator[Path]:
    """A new folder beside `folder` to write into and rename; what is left of it after the block is removed.
    Raises OSError."""
    with contextlib.ExitStack() as stack:
        temporary = _claimed(folder, stack)
        stack.callback(shutil.rmtree, temporary, ignore_errors=True)
        temporary.mkdir()
        yield temporary


def _claimed(folder: Path, stack: contextlib.ExitStack) -> Path:
    """A new name beside `folder`, its lock held until the stack is closed."""
    for _ in range(_TRIES):
        temporary = folder.with_name(f".{folder.name}-{secrets.token_hex(4)}")
        lock = _lock_of(temporary)
        stack.callback(lock.unlink, missing_ok=True)
        if _hold(stack.enter_context(lock.open("wb"))):
            return temporary
        # Somebody sweeps at this very moment, or there are no locks here.
        stack.close()
    return temporary


def sweep(everything: Path) -> None:
    """Remove what killed processes left half made in a folder, and nothing that somebody is still making."""
    for lock in everything.glob(f".*{_LOCK}"):
        with contextlib.suppress(OSError):
            with lock.open("r+b") as file:
                if not _hold(file):
                    continue
                shutil.rmtree(lock.with_name(lock.name.removesuffix(_LOCK)), ignore_errors=True)
            lock.unlink(missing_ok=True)
    for each in everything.glob(".*"):
        with contextlib.suppress(OSError):
            is_old = time.time() - each.stat().st_mtime > _ABANDONED_S
            if each.is_dir() and is_old and not _lock_of(each).exists():
                shutil.rmtree(each, ignore_errors=True)


def _lock_of(folder: Path) -> Path:
    return folder.with_name(folder.name + _LOCK)


def _hold(file: BinaryIO) -> bool:
    """Lock an open file until it is closed; False where another holds it, or there are no locks."""
    try:
        if sys.platform == "win32":
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
