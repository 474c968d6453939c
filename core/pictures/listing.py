"""Listing the photos in a folder that a network is asked about: every file below it, whatever its name says. Light."""

import os
from pathlib import Path

from core.answers import Photo
from core.control import Control
from core.events import Preparing, Report, Throttle, ignore
from core.pictures.scan import files_in
from core.words import say


def list_files(folder: Path, report: Report = ignore, control: Control | None = None) -> tuple[Photo, ...]:
    """Every visible file in `folder` and the folders below it, sorted by their paths; what systems leave behind is
    passed over. Each is named by its path below `folder`. What is no picture comes to light when it is read, and a
    folder that cannot be listed is among them, as something that cannot be read.

    Raises DatasetError when `folder` itself cannot be listed, Stopped.
    """
    top, throttle = os.fspath(folder), Throttle()
    control = control or Control()
    files: list[str] = []
    for file in files_in(folder):
        control.check()
        files.append(file)
        if throttle.is_due():
            report(Preparing(say("listing the folder"), len(files)))
    files.sort()
    return tuple(Photo(file, os.path.join(top, file)) for file in files)
