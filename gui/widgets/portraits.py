"""The sample creatures as small pictures for cards."""

from functools import lru_cache

import numpy as np
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPixmap

from core.pictures import creatures
from gui import theme
from gui.pixels import to_pixmap


@lru_cache(maxsize=64)
def portrait(name: str, size_px: int, ratio: float) -> QPixmap:
    """A creature with rounded corners, sharp at this pixel ratio."""
    drawn = np.asarray(creatures.portrait(name, max(16, round(size_px * ratio))))
    picture = to_pixmap(drawn, QSize(size_px, size_px), ratio)
    rounded = QPixmap(picture.size())
    rounded.setDevicePixelRatio(ratio)
    rounded.fill(Qt.GlobalColor.transparent)
    painter = QPainter(rounded)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    path = QPainterPath()
    path.addRoundedRect(0, 0, size_px, size_px, theme.RADIUS_THUMBNAIL, theme.RADIUS_THUMBNAIL)
    painter.setClipPath(path)
    painter.drawPixmap(0, 0, picture)
    painter.end()
    return rounded
