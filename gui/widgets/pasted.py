"""Pictures that have no file, from the clipboard or dragged out of another program, as photos."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter

from core.answers import Photo
from core.words import tr


def to_pixels(image: QImage) -> NDArray[np.uint8]:
    """An image as height x width x 3, upright as it is; what is transparent becomes white, as in files."""
    opaque = QImage(image.size(), QImage.Format.Format_RGB32)
    opaque.fill(Qt.GlobalColor.white)
    painter = QPainter(opaque)
    # A screen's pixel ratio would shrink it.
    painter.drawImage(opaque.rect(), image)
    painter.end()
    rgb = opaque.convertToFormat(QImage.Format.Format_RGB888)
    # Qt pads each line to a multiple of four bytes.
    lines = np.frombuffer(rgb.constBits(), np.uint8).reshape(rgb.height(), rgb.bytesPerLine())
    return lines[:, : 3 * rgb.width()].reshape(rgb.height(), rgb.width(), 3).copy()


def as_photo(image: QImage) -> Photo | None:
    """The image as a photo to ask about; none where it is empty."""
    if image.isNull() or image.width() < 1 or image.height() < 1:
        return None
    return Photo(tr("Pasted picture"), pixels=to_pixels(image))
