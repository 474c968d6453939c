"""What a drag brings: photos as files, a picture without a file, or something else that is not for a class."""

from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage

_OF_THE_WINDOW = frozenset({".keras", ".h5", ".hdf5", ".npy", ".npz", ".json"})
"""Models, runs and pictures in one file: the window opens those."""


def dropped_photos(data: QMimeData) -> list[Path]:
    """The files of a drag, if files are all that it brings and none of them is one that the window opens."""
    urls = data.urls()
    paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
    if len(paths) != len(urls) or any(path.suffix.lower() in _OF_THE_WINDOW for path in paths):
        return []
    return paths if all(path.is_file() for path in paths) else []


def dropped_image(data: QMimeData) -> QImage | None:
    """The picture of a drag out of another program, where there is no file of it here."""
    if any(url.isLocalFile() for url in data.urls()) or not data.hasImage():
        return None
    image = QImage(data.imageData())
    return None if image.isNull() else image
