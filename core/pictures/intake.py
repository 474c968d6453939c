"""Taking pictures in: what the window does when a folder or a file of arrays is opened."""

from pathlib import Path

from core.control import Control
from core.events import Listed, Report, ignore
from core.framing import Frame
from core.pictures.cache import PreparedPictures, prepare
from core.pictures.edits import load_edits
from core.pictures.scan import scan
from core.pictures.sources import folder_of


def take_in(
    source: Path | None, frame: Frame, report: Report = ignore, control: Control | None = None
) -> PreparedPictures:
    """List what `source` holds (None: the sample creatures, drawn where needed) with the photos that were added to it,
    report `Listed`, then decode into the cache. What the user left out is still there.

    Raises DatasetError, StorageError or Stopped.
    """
    found = scan(folder_of(source, report, control), control)
    found = load_edits(found.root).with_added(found)
    found.require_trainable()
    report(Listed(found))
    return prepare(found, frame, report, control)
