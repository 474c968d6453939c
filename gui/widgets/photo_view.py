"""A photo in the corner of a square, whatever its shape, so that nothing beside it moves from one to the next."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.inside.overlay import heat_over
from gui import icons, theme
from gui.pixels import to_pixmap

_ICON_PX = 40


class PhotoView(QWidget):
    """Shows the pixels that it is given; an icon where there are none yet."""

    def __init__(self, side_px: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pixels: NDArray[np.uint8] | None = None
        self._heat: NDArray[np.float32] | None = None
        self._scaled: QPixmap | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedSize(side_px, side_px)

    def show_pixels(self, pixels: NDArray[np.uint8] | None, name: str) -> None:
        """A picture, height x width x 3, and what it is called; None while there is none."""
        self.setAccessibleName(name)
        if pixels is not self._pixels:
            self._pixels, self._heat = pixels, None
            self._scaled = None
            self.update()

    def show_heat(self, heat: NDArray[np.float32] | None) -> None:
        """Heat (rows, columns), 0 to 1, over the whole picture; None takes it away."""
        if heat is not self._heat:
            self._heat = heat
            self._scaled = None
            self.update()

    def heat(self) -> NDArray[np.float32] | None:
        """The heat that lies over the picture, if any."""
        return self._heat

    def pixels(self) -> NDArray[np.uint8] | None:
        """What is shown."""
        return self._pixels

    def _pixmap(self) -> QPixmap | None:
        ratio = self.devicePixelRatioF()
        if self._scaled is not None and self._scaled.devicePixelRatio() != ratio:
            self._scaled = None  # moved to another screen
        if self._scaled is None and self._pixels is not None:
            pixels = self._pixels
            if self._heat is not None:
                pixels = heat_over(pixels, self._heat, round(self.width() * ratio))
            self._scaled = to_pixmap(pixels, QSize(self.width(), self.height()), ratio, keep_aspect=True)
        return self._scaled

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pixmap = self._pixmap()
        if pixmap is None:
            box = QPainterPath()
            box.addRoundedRect(QRectF(self.rect()), theme.RADIUS_THUMBNAIL, theme.RADIUS_THUMBNAIL)
            painter.fillPath(box, theme.colour(look.sunken))
            corner = QPointF((self.width() - _ICON_PX) / 2, (self.height() - _ICON_PX) / 2)
            painter.drawPixmap(corner, icons.pixmap("image", _ICON_PX, look.edge, self.devicePixelRatioF()))
            return
        shape = QPainterPath()
        picture = QRectF(QPointF(0, 0), pixmap.deviceIndependentSize())
        shape.addRoundedRect(picture, theme.RADIUS_THUMBNAIL, theme.RADIUS_THUMBNAIL)
        painter.fillPath(shape, QBrush(pixmap))
