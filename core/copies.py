"""Copies of photos in folders: names that are free, names that every system takes, a folder for each class. Light."""

import errno
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from core.answers import Answer
from core.control import Control
from core.errors import PictureError, StorageError, storage_error
from core.events import Preparing, Report, Throttle, ignore
from core.files import replacing
from core.image_sources import content_of
from core.pictures.dataset import Rejected
from core.sureness import Sureness, sureness
from core.words import say

# What systems take as a file's name, and more than any suffix has.
_MAX_NAME_BYTES = 255
_MAX_SUFFIX_BYTES = 40
# Room for a number behind a class's name.
_MAX_FOLDER_BYTES = 200

# Why the next photo cannot be written either: a full disk, one that is read-only, a folder that is locked.
NO_MORE = frozenset((errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES))

# In English whatever the user's language: the folders of one language and the next must be the same.
APART = {Sureness.NOT: "not sure", Sureness.FOREIGN: "foreign"}
"""Folders for answers that one had better look through."""

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
# Devices on Windows, in any folder and with any suffix.
_RESERVED = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])(\..*)?", re.IGNORECASE)


@dataclass(frozen=True)
class Sorted:
    """How many photos were copied, how many had been there already, and which could not be copied, each with its
    reason."""

    copied: int
    already: int
    rejected: tuple[Rejected, ...]


def folder_for(answer: Answer, unsure_apart: bool = False) -> str | None:
    """Where the photo of an answer goes: its class, or with `unsure_apart` one of APART. None for one that could not be
    read."""
    if answer.label is None:
        return None
    return (APART.get(sureness(answer)) if unsure_apart else None) or answer.label


def require_apart(folder: Path, sources: Iterable[Path]) -> None:
    """Raises StorageError where `folder` lies within one of the folders that are looked through: copies would be found
    there as further photos, now or the next time."""
    target = Path(os.path.realpath(folder))
    for source in sources:
        if source.is_dir() and target.is_relative_to(os.path.realpath(source)):
            raise StorageError(
                say("The copies cannot go into {folder}: it lies within {source}.", folder=folder, source=source),
                say("Choose a folder outside of the photos': copies would be taken for further photos."),
            )


def sort_copies(
    photos: Iterable[tuple[Path, str]],
    folder: Path,
    class_names: Sequence[str],
    report: Report = ignore,
    control: Control | None = None,
    total: int = 0,
) -> Sorted:
    """Copy each photo into the subfolder of `folder` for its class; `photos` brings (file, class) as they come.
    `total` is their number, where it is known.

    What is copied stays when this is stopped or fails: doing it once more copies the rest. Raises StorageError when
    nothing more can be written, Stopped.
    """
    sorting = SortingCopies(folder, class_names)
    control, throttle = control or Control(), Throttle()
    for number, (photo, class_name) in enumerate(photos, start=1):
        control.check()
        sorting.add(photo, class_name)
        if throttle.is_due() or number == total:
            report(Preparing(say("copying photos"), number, total))
    return sorting.result()


class SortingCopies:
    """Copies of photos in subfolders of `folder`, one for each of `class_names` (and of APART) as soon as it is needed.

    Photos are never moved, and nothing is overwritten: of two photos with one name the second gets a number, and what
    is there already with the same content is not copied again. Copies keep their date.
    """

    def __init__(self, folder: Path, class_names: Sequence[str]) -> None:
        self._folder = folder
        self._names = folder_names([*class_names, *(each for each in APART.values() if each not in class_names)])
        self._copied = self._already = 0
        self._rejected: list[Rejected] = []

    def add(self, photo: Path, class_name: str) -> None:
        """Copy one. One that is gone, or cannot be copied, is among the rejected. Raises StorageError when nothing more
        can be written."""
        folder = self._folder / self._names[class_name]
        try:
            content = content_of(photo)
            folder.mkdir(parents=True, exist_ok=True)
            if self._copy(photo, content, folder):
                self._copied += 1
            else:
                self._already += 1
        except PictureError as error:
            self._rejected.append(Rejected(str(photo), error.what))
        except OSError as error:
            if error.errno in NO_MORE or not folder.is_dir():
                raise storage_error(
                    error,
                    say(
                        "The photos cannot be copied into {folder}. Copied so far: {count:,}.",
                        folder=folder,
                        count=self._copied,
                    ),
                ) from error
            self._rejected.append(
                Rejected(str(photo), say("It cannot be copied: {reason}.", reason=error.strerror or error))
            )

    def result(self) -> Sorted:
        """What has been done so far."""
        return Sorted(self._copied, self._already, tuple(self._rejected))

    def _copy(self, photo: Path, content: bytes, folder: Path) -> bool:
        """Whether it had to be copied."""
        for target in _targets(folder, photo.name):
            if not os.path.lexists(target):
                write_copy(content, target)
                _keep_date(photo, target)
                return True
            if _holds(target, content):
                return False
        raise AssertionError("numbers do not end")


def folder_names(class_names: Sequence[str]) -> dict[str, str]:
    """A folder's name for each class, one that Windows, macOS and Linux take and show, no two the same however a system
    reads capitals. Equal for equal `class_names`."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    # Names that are legal as they are keep them.
    for name in sorted(class_names, key=lambda each: _legal(each) != each):
        legal = _legal(name)
        free = next(
            each
            for each in (legal, *(f"{legal} {number}" for number in _beyond(taken)))
            if each.casefold() not in taken
        )
        taken.add(free.casefold())
        names[name] = free
    return names


def free_path(folder: Path, name: str) -> Path:
    """`name` in `folder`, with a number where it is taken, and shorter where it would be too long."""
    return next(each for each in _targets(folder, name) if not os.path.lexists(each))


def write_copy(content: bytes, target: Path) -> None:
    """Write a file, whole or not at all. Raises OSError."""
    with replacing(target) as temporary:
        temporary.write_bytes(content)


def _beyond(taken: set[str]) -> range:
    return range(2, len(taken) + 3)


def _legal(name: str) -> str:
    legal = _cut(_FORBIDDEN.sub("_", name), _MAX_FOLDER_BYTES).rstrip(" .")
    if legal.startswith((".", " ")):
        legal = "_" + legal[1:]  # hidden, and passed over as a folder of pictures
    return f"_{legal}" if not legal or _RESERVED.fullmatch(legal) else legal


def _targets(folder: Path, name: str) -> Iterator[Path]:
    """`name` in `folder`, then with the numbers from 2 on."""
    stem, suffix = Path(name).stem, Path(name).suffix
    if len(os.fsencode(suffix)) > _MAX_SUFFIX_BYTES:
        # No suffix but a long name with a point in it. Temporary names keep what looks like a suffix.
        stem, suffix = _cut(name, _MAX_NAME_BYTES - _MAX_SUFFIX_BYTES), ""
    yield folder / f"{stem}{suffix}"
    for number in count(2):
        tail = f" {number}{suffix}"
        yield folder / (_cut(stem, _MAX_NAME_BYTES - len(os.fsencode(tail))) + tail)


def _cut(text: str, most_bytes: int) -> str:
    """At most so many bytes of a file name, whole letters. Bytes that are no letters are kept where nothing is cut."""
    encoded = os.fsencode(text)
    return text if len(encoded) <= most_bytes else encoded[:most_bytes].decode(errors="ignore").rstrip()


def _holds(file: Path, content: bytes) -> bool:
    try:
        return file.is_file() and file.stat().st_size == len(content) and file.read_bytes() == content
    except OSError:
        return False  # then it is another file for all that one can tell


def _keep_date(photo: Path, copy: Path) -> None:
    try:
        status = photo.stat()
        os.utime(copy, ns=(status.st_atime_ns, status.st_mtime_ns))
    except OSError:
        return  # a copy with today's date is a copy too
