"""Writing files so that a crash or a full disk never leaves half of one behind."""

import contextlib
import json
import math
import os
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import Any


@contextlib.contextmanager
def replacing(path: Path, outlasts_power_cut: bool = False) -> Iterator[Path]:
    """A temporary name beside `path` to write to; renamed over `path` when the block succeeds.

    `outlasts_power_cut`: only once the disk itself has what was written, so that not even a power cut leaves `path`
    empty; waiting for that takes time. Raises OSError as the write or the rename does; `path` then still holds what it
    held before.
    """
    temporary = path.with_name(f".{path.stem[:40]}-{secrets.token_hex(4)}{path.suffix}")
    try:
        yield temporary
        if outlasts_power_cut:
            with temporary.open("rb+") as written:
                os.fsync(written.fileno())
        temporary.replace(path)
    finally:
        # Left over where the block failed, and where both names were links to the same file already.
        temporary.unlink(missing_ok=True)


def write_text(path: Path, text: str) -> None:
    """Write `text` as UTF-8, whole or not at all. File names that are no Unicode are written as Python spells them."""
    with replacing(path) as temporary:
        temporary.write_text(text, encoding="utf-8", errors="backslashreplace", newline="\n")


def write_json(path: Path, value: Any) -> None:
    """Write `value` as readable JSON, whole or not at all."""
    write_text(path, as_json(value, indent=1) + "\n")


def as_json(value: Any, indent: int | None = None) -> str:
    """`value` as JSON. What JSON cannot say becomes what it can: NaN and infinity null, file names that are no
    Unicode as Python spells them."""
    return json.dumps(_sayable(value), ensure_ascii=False, indent=indent)


def _sayable(value: Any) -> Any:
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, str):
        return value.encode(errors="backslashreplace").decode()
    if isinstance(value, dict):
        return {_sayable(key): _sayable(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_sayable(item) for item in value]
    return value
