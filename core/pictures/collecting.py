"""Adding photos to a class: copied into a folder of the program's own, or one that the user picks. Light."""

import hashlib
import os
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from core import images, places
from core.answers import Photo
from core.control import Control
from core.errors import PictureError, storage_error
from core.events import Preparing, Report, Throttle, ignore
from core.files import replacing
from core.pictures.dataset import Rejected
from core.words import say

# Enough to tell that a file is a whole picture.
_TRIED_PX = 64


@dataclass(frozen=True)
class Collected:
    """Which files were made (absolute paths, in the order of the photos), and which photos are no pictures."""

    files: tuple[str, ...]
    rejected: tuple[Rejected, ...]


def collection_folder(root: Path, into: str = "") -> Path:
    """Where photos added to the pictures in `root` are copied: `into`, or a folder of the program's own."""
    if into:
        return Path(into)
    key = hashlib.sha256(os.fsencode(root)).hexdigest()[:8]
    return places.collected_folder() / f"{root.name[:40]} {key}"


def collect(
    photos: Sequence[Photo], folder: Path, report: Report = ignore, control: Control | None = None
) -> Collected:
    """Copy photos into `folder` under names that are still free; pasted pixels become PNG files.

    Nothing there is overwritten, and what is no picture is left out with its reason. Raises StorageError, Stopped.
    """
    control = control or Control()
    throttle = Throttle()
    files: list[str] = []
    rejected: list[Rejected] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for number, photo in enumerate(photos, start=1):
            control.check()
            try:
                files.append(str(_copy(photo, folder)))
            except PictureError as error:
                rejected.append(Rejected(photo.name, error.what))
            if throttle.is_due() or number == len(photos):
                report(Preparing(say("adding photos"), number, len(photos)))
    except OSError as error:
        raise storage_error(error, say("The photos cannot be copied into {folder}.", folder=folder)) from error
    return Collected(tuple(files), tuple(rejected))


def _copy(photo: Photo, folder: Path) -> Path:
    if photo.file is not None:
        images.read_picture(photo.file, _TRIED_PX)
        target = _free(folder, Path(photo.file).name)
        with replacing(target) as temporary:
            shutil.copyfile(photo.file, temporary)
        return target
    assert photo.pixels is not None, "a photo has a file or pixels"
    target = _free(folder, "pasted.png")
    with replacing(target) as temporary:
        Image.fromarray(photo.pixels).save(temporary)
    return target


def _free(folder: Path, name: str) -> Path:
    """`name` in `folder`, with a number where it is taken."""
    path = folder / name
    number = 2
    while os.path.lexists(path):
        path = folder / f"{Path(name).stem} {number}{Path(name).suffix}"
        number += 1
    return path
