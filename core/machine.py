"""What this computer has left: memory, and room on the disk. Light."""

import shutil
from dataclasses import dataclass
from pathlib import Path

import psutil


@dataclass(frozen=True)
class Memory:
    """The computer's memory in bytes: all of it, and what programs can still take without swapping."""

    total: int
    available: int


def memory() -> Memory | None:
    """The memory at this moment; None where the system does not tell."""
    try:
        told = psutil.virtual_memory()
    except (OSError, RuntimeError, ValueError, NotImplementedError, psutil.Error):
        return None
    return Memory(int(told.total), int(told.available))


def free_disk_bytes(folder: Path) -> int | None:
    """The free room on the disk on which `folder` is, or will be once it is made; None where nobody can say."""
    for place in (folder, *folder.parents):
        try:
            return shutil.disk_usage(place).free
        except (FileNotFoundError, NotADirectoryError):
            continue
        except OSError:
            return None
    return None
