"""The chosen picture large, in its own shape."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.words import tr
from gui import theme
from gui.pixels import to_pixmap
from gui.widgets.pictures.rounded import draw_place, draw_rounded

_ICON_PX = 40
_LEAST = 120


class GalleryPreview(QWidget):
    """As large as there is room for, in the middle. A small picture is enlarged, so that nothing moves when the large
    one comes in its place. `pressed`: it was clicked."""

    pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pixels: NDArray[np.uint8] | None = None
        self._shape: tuple[int, int] | None = None
        self._is_readable = True
        self._scaled: QPixmap | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("Picture"))

    def show_picture(
        self, pixels: NDArray[np.uint8] | None, shape: tuple[int, int] | None, is_readable: bool = True
    ) -> None:
        """A picture (height x width x 3) and the width and height of the file, whose proportions it is shown in; None
        where there is no picture."""
        self._pixels, self._shape, self._is_readable = pixels, shape, is_readable
        self._scaled = None
        self.update()

    def pixels(self) -> NDArray[np.uint8] | None:
        """What is shown."""
        return self._pixels

    def picture_rect(self) -> QRectF:
        """Where the picture stands."""
        shape = QSizeF(*self._shape) if self._shape is not None and min(self._shape) > 0 else QSizeF(1, 1)
        if self._shape is None and self._pixels is not None:
            shape = QSizeF(self._pixels.shape[1], self._pixels.shape[0])
        size = shape.scaled(QSizeF(self.size()), Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSizeF(1, 1))
        corner = QPointF(round((self.width() - size.width()) / 2), round((self.height() - size.height()) / 2))
        return QRectF(corner, size)

    def _pixmap(self, size: QSize) -> QPixmap | None:
        ratio = self.devicePixelRatioF()
        if self._pixels is None:
            return None
        if self._scaled is None or self._scaled.size() != size * ratio:
            self._scaled = to_pixmap(self._pixels, size, ratio)
        return self._scaled

    def sizeHint(self) -> QSize:
        return QSize(320, 320)

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST, _LEAST)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.pressed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = self.picture_rect()
        pixmap = self._pixmap(rect.size().toSize())
        if pixmap is not None:
            draw_rounded(painter, rect, pixmap)
            return
        look = theme.current()
        icon, colour = ("image", look.edge) if self._is_readable else ("circle-x", look.error)
        draw_place(painter, QRectF(self.rect()), icon, colour, _ICON_PX)
