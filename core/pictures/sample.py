"""The sample creatures as a folder of pictures, drawn when first asked for."""

import shutil
from pathlib import Path

from core import places
from core.control import Control
from core.errors import storage_error
from core.events import Preparing, Report, Throttle, ignore
from core.pictures.creatures import write_creatures
from core.words import say

# Raised when the drawings change, so that an older set is drawn anew.
EDITION = "1"
_EDITION_FILE = ".edition"


def sample_creatures(report: Report = ignore, control: Control | None = None) -> Path:
    """The folder of the sample creatures among the program's own files; drawn unless it is there and whole.

    Raises StorageError when it cannot be written, Stopped when asked to.
    """
    folder = places.sample_folder()
    try:
        if (folder / _EDITION_FILE).read_text(encoding="utf-8") == EDITION:
            return folder
    except OSError:
        pass  # not there, or only half drawn
    shutil.rmtree(folder, ignore_errors=True)
    write_sample(folder, report, control)
    return folder


def write_sample(folder: Path, report: Report = ignore, control: Control | None = None) -> Path:
    """Draw the sample creatures into `folder`. Raises StorageError when that cannot be written, Stopped."""

    throttle = Throttle()

    def drawn(done: int, total: int) -> None:
        if control is not None:
            control.check()
        if throttle.is_due() or done == total:
            report(Preparing(say("drawing creatures"), done, total))

    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_creatures(folder, report=drawn)
        (folder / _EDITION_FILE).write_text(EDITION, encoding="utf-8")
    except OSError as error:
        raise storage_error(error, say("The creatures cannot be written to {folder}.", folder=folder)) from error
    return folder
