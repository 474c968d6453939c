"""Taking a folder of pictures in: what the window does when one is opened."""

from pathlib import Path

from core.control import Control
from core.events import Listed, Report, ignore
from core.framing import Frame
from core.pictures.cache import PreparedPictures, prepare
from core.pictures.sample import sample_creatures
from core.pictures.scan import scan


def take_in(
    folder: Path | None, frame: Frame, report: Report = ignore, control: Control | None = None
) -> PreparedPictures:
    """List a folder (None: the sample creatures, drawn where needed), report `Listed`, then decode into the cache.

    Raises DatasetError, StorageError or Stopped.
    """
    dataset = scan(folder if folder is not None else sample_creatures(report, control), control)
    dataset.require_trainable()
    report(Listed(dataset))
    return prepare(dataset, frame, report, control)
