"""Adding photos to a class: copied into a folder of the program's own, or one that the user picks. Light."""

import contextlib
import errno
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from core import images, places
from core.answers import Photo
from core.control import Control
from core.errors import PictureError, storage_error
from core.events import Preparing, Report, Throttle, ignore
from core.files import replacing
from core.image_sources import content_of
from core.pictures.dataset import Rejected
from core.words import say

# Enough to tell that a file is a whole picture.
_TRIED_PX = 64

# What systems take as a file's name, and more than any suffix has.
_MAX_NAME_BYTES = 255
_MAX_SUFFIX_BYTES = 40

# Why the next photo cannot be written either: a full disk, one that is read-only, a folder that is locked.
_NO_MORE = frozenset((errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES))


@dataclass(frozen=True)
class Collected:
    """Which files were made (absolute paths, in the order of the photos), and which photos are no pictures, or could
    not be copied."""

    files: tuple[str, ...]
    rejected: tuple[Rejected, ...]


def collection_folder(root: Path, into: str = "") -> Path:
    """Where photos added to the pictures in `root` are copied: `into`, or a folder of the program's own."""
    if into:
        return Path(into)
    key = places.key_of(root)[:8]
    return places.collected_folder() / f"{root.name[:40]} {key}"


def collect(
    photos: Sequence[Photo], folder: Path, report: Report = ignore, control: Control | None = None
) -> Collected:
    """Copy photos into `folder` under names that are still free; pasted pixels become PNG files.

    Nothing there is overwritten, and what is no picture or cannot be copied is left out with its reason. Raises
    StorageError when nothing more can be written there, Stopped; what was copied until then is removed again.
    """
    try:
        with _undone_on_failure(folder) as files:
            folder.mkdir(parents=True, exist_ok=True)
            rejected = _copy_all(photos, folder, files, report, control or Control())
    except OSError as error:
        raise storage_error(error, say("The photos cannot be copied into {folder}.", folder=folder)) from error
    return Collected(tuple(map(str, files)), tuple(rejected))


@contextlib.contextmanager
def _undone_on_failure(folder: Path) -> Iterator[list[Path]]:
    """A list of the files made in `folder`: whatever goes wrong, they are removed again, since nobody would know of
    them."""
    was_there = folder.exists()
    files: list[Path] = []
    try:
        yield files
    except BaseException:
        for each in files:
            with contextlib.suppress(OSError):
                each.unlink()
        if not was_there:
            with contextlib.suppress(OSError):
                folder.rmdir()
        raise


def _copy_all(
    photos: Sequence[Photo], folder: Path, files: list[Path], report: Report, control: Control
) -> list[Rejected]:
    throttle = Throttle()
    rejected: list[Rejected] = []
    for number, photo in enumerate(photos, start=1):
        control.check()
        try:
            files.append(_copy(photo, folder))
        except PictureError as error:
            rejected.append(Rejected(photo.name, error.what))
        except OSError as error:
            if error.errno in _NO_MORE or not folder.is_dir():
                raise
            reason = say("It cannot be copied: {reason}.", reason=error.strerror or error)
            rejected.append(Rejected(photo.name, reason))
        if throttle.is_due() or number == len(photos):
            report(Preparing(say("adding photos"), number, len(photos)))
    return rejected


def _copy(photo: Photo, folder: Path) -> Path:
    """Raises PictureError when the photo is not there or is none, OSError for what is wrong with the copy."""
    if photo.file is not None:
        # Looked at and copied from one reading: the file may be gone or another one right after.
        content = content_of(photo.file)
        images.read_picture(content, _TRIED_PX)
        target = _free(folder, Path(photo.file).name)
        with replacing(target) as temporary:
            temporary.write_bytes(content)
        return target
    assert photo.pixels is not None, "a photo has a file or pixels"
    target = _free(folder, "pasted.png")
    with replacing(target) as temporary:
        Image.fromarray(photo.pixels).save(temporary)
    return target


def _free(folder: Path, name: str) -> Path:
    """`name` in `folder`, with a number where it is taken, and shorter where it would be too long."""
    stem, suffix = Path(name).stem, Path(name).suffix
    if len(os.fsencode(suffix)) > _MAX_SUFFIX_BYTES:
        # No suffix but a long name with a point in it. Temporary names keep what looks like a suffix.
        stem, suffix = _cut(name, _MAX_NAME_BYTES - _MAX_SUFFIX_BYTES), ""
    path = folder / f"{stem}{suffix}"
    number = 2
    while os.path.lexists(path):
        tail = f" {number}{suffix}"
        path = folder / (_cut(stem, _MAX_NAME_BYTES - len(os.fsencode(tail))) + tail)
        number += 1
    return path


def _cut(text: str, most_bytes: int) -> str:
    """At most so many bytes of a file name, whole letters. Bytes that are no letters are kept where nothing is cut."""
    encoded = os.fsencode(text)
    return text if len(encoded) <= most_bytes else encoded[:most_bytes].decode(errors="ignore").rstrip()
