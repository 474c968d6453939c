"""From pixel arrays to what Qt paints."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap


def to_image(pixels: NDArray[np.uint8]) -> QImage:
    """An RGB array (height x width x 3) as an image of its own memory."""
    height, width, _ = pixels.shape
    rgb = np.ascontiguousarray(pixels)
    return QImage(rgb.data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()


def to_pixmap(pixels: NDArray[np.uint8], size: QSize, ratio: float, keep_aspect: bool = False) -> QPixmap:
    """An RGB array scaled to `size` (logical pixels) for a screen with this pixel ratio."""
    mode = Qt.AspectRatioMode.KeepAspectRatio if keep_aspect else Qt.AspectRatioMode.IgnoreAspectRatio
    scaled = to_image(pixels).scaled(size * ratio, mode, Qt.TransformationMode.SmoothTransformation)
    pixmap = QPixmap.fromImage(scaled)
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
