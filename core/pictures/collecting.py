"""Adding photos to a class: copied into a folder of the program's own, or one that the user picks. Light."""

import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from core import images, places
from core.answers import Photo
from core.control import Control
from core.copies import NO_MORE, free_path, write_copy
from core.errors import PictureError, storage_error
from core.events import Preparing, Report, Throttle, ignore
from core.files import replacing
from core.image_sources import content_of
from core.pictures.dataset import Rejected
from core.words import say

# Enough to tell that a file is a whole picture.
_TRIED_PX = 64


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
            if error.errno in NO_MORE or not folder.is_dir():
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
        target = free_path(folder, Path(photo.file).name)
        write_copy(content, target)
        return target
    assert photo.pixels is not None, "a photo has a file or pixels"
    target = free_path(folder, "pasted.png")
    with replacing(target) as temporary:
        Image.fromarray(photo.pixels).save(temporary)
    return target
