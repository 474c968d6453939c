"""Listing what a network is asked about: files, and every file below folders, whatever its name says. Light."""

import os
from collections.abc import Sequence
from pathlib import Path

from core.answers import Photo
from core.control import Control
from core.events import Preparing, Report, Throttle, ignore
from core.pictures.scan import files_in
from core.words import say


def list_files(
    folders: Sequence[Path], files: Sequence[Path] = (), report: Report = ignore, control: Control | None = None
) -> tuple[Photo, ...]:
    """`files` as they are, then every visible file in each of `folders` and the folders below it, sorted by their
    paths; what systems leave behind is passed over. What is there twice comes once. A file of a folder is named by its
    path below that folder, with the folder's own name before it unless that folder is all there is. What is no picture
    comes to light when it is read, and a folder below that cannot be listed is among them, as something that cannot be
    read.

    Raises DatasetError when one of `folders` itself cannot be listed, Stopped.
    """
    control, throttle = control or Control(), Throttle()
    name_of = {os.fspath(file): file.name for file in files}
    is_alone = len(folders) == 1 and not files
    for folder in folders:
        found: list[str] = []
        for file in files_in(folder):
            control.check()
            found.append(file)
            if throttle.is_due():
                report(Preparing(say("listing the folder"), len(name_of) + len(found)))
        for file in sorted(found):
            name_of.setdefault(os.path.join(folder, file), file if is_alone else f"{folder.name}/{file}")
    return tuple(Photo(name, file) for file, name in name_of.items())
