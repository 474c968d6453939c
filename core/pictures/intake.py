"""Taking pictures in: what the window does when a folder or a file of arrays is opened."""

import contextlib
import time
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core import images
from core.control import Control
from core.errors import PictureError
from core.events import Glimpsed, Listed, Report, ignore
from core.framing import Frame
from core.pictures.cache import PreparedPictures, is_begun, prepare
from core.pictures.dataset import Dataset
from core.pictures.edits import load_edits
from core.pictures.scan import scan
from core.pictures.sources import folder_of

# So that something is to be seen while all pictures are read: as many as fit into a row, and for no longer than this.
GLIMPSES_OF_A_CLASS = 8
_LONGEST_GLIMPSE_S = 0.7


def take_in(
    source: Path | None, frame: Frame, report: Report = ignore, control: Control | None = None
) -> PreparedPictures:
    """List what `source` holds (None: the sample creatures, drawn where needed) with the photos that were added to it,
    report `Listed`, the first time also `Glimpsed`, then decode into the cache. What the user left out is still there.

    Raises DatasetError, StorageError or Stopped.
    """
    found = scan(folder_of(source, report, control), control)
    found = load_edits(found.root).with_added(found)
    found.require_trainable()
    report(Listed(found))
    if not is_begun(found, frame):
        report(Glimpsed(_glimpses(found, frame, control or Control())))
    return prepare(found, frame, report, control)


def _glimpses(found: Dataset, frame: Frame, control: Control) -> dict[int, NDArray[np.uint8]]:
    """The first pictures of every class, one of each class after the other."""
    first = [np.flatnonzero(found.labels == label)[:GLIMPSES_OF_A_CLASS] for label in range(len(found.class_names))]
    began = time.perf_counter()
    seen: dict[int, NDArray[np.uint8]] = {}
    for place in range(GLIMPSES_OF_A_CLASS):
        for position in (int(each[place]) for each in first if place < len(each)):
            control.check()
            if time.perf_counter() - began > _LONGEST_GLIMPSE_S:
                return seen
            with contextlib.suppress(PictureError):
                path = found.path(found.pictures[position])
                seen[position] = images.read_square(path, frame.size_px, frame.resize)
    return seen
