"""What a drag brings: photos as files, a picture without a file, or something else that is not for a class."""

import os
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage

_OF_THE_WINDOW = frozenset({".keras", ".h5", ".hdf5", ".npy", ".npz", ".json"})
"""Models, runs and pictures in one file: the window opens those."""


def dropped_photos(data: QMimeData) -> list[Path]:
    """The files of a drag, and folders that hold nothing but files; empty if it brings anything else, or something that
    the window opens."""
    urls = data.urls()
    paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
    are_all_for_a_class = len(paths) == len(urls) and all(_is_for_a_class(path) for path in paths)
    return paths if are_all_for_a_class else []


def dropped_image(data: QMimeData) -> QImage | None:
    """The picture of a drag out of another program, where there is no file of it here."""
    if any(url.isLocalFile() for url in data.urls()) or not data.hasImage():
        return None
    image = QImage(data.imageData())
    return None if image.isNull() else image


def _is_for_a_class(path: Path) -> bool:
    """Whether it is a file, or a folder of files. Folders within one are classes of their own."""
    if not path.is_dir():
        return path.is_file() and path.suffix.lower() not in _OF_THE_WINDOW
    try:
        with os.scandir(path) as entries:
            held = [entry.is_file() and Path(entry.name).suffix.lower() not in _OF_THE_WINDOW for entry in entries]
    except OSError:
        return False
    return bool(held) and all(held)
