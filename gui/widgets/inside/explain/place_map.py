"""Where in the photo the products of a dense layer come from: red and blue over a grey photo."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from core.inside.colours import diverging, symmetric_limits
from core.inside.explanations import Doubles
from core.words import tr
from gui.pixels import to_image

_SIDE_PX = 96
_STRONGEST_ALPHA = 0.9
# So many colours from the ends of the map: red and blue as they are in it, before they get too dark to tell apart.
_FROM_END = 10


class PlaceMap(QWidget):
    """Signed sums by place, laid over the photo: the stronger, the less of the photo is left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._photo = QImage()
        self._overlay = QImage()
        self._pixels: NDArray[np.uint8] | None = None
        self.setFixedSize(_SIDE_PX, _SIDE_PX)
        self.setAccessibleName(tr("Where in the photo they came from"))

    def show_places(self, places: Doubles, photo: NDArray[np.uint8]) -> None:
        """Sums of products (rows, columns), of any size, and the photo as the network saw it."""
        if photo is not self._pixels:
            self._pixels = photo
            grey = photo.mean(axis=2, keepdims=True) * 0.6 + 90
            self._photo = to_image(grey.astype(np.uint8).repeat(3, axis=2))
        self._overlay = _overlay(places)
        row, column = np.unravel_index(int(np.nan_to_num(np.abs(places)).argmax()), places.shape)
        self.setAccessibleDescription(
            tr(
                "most at row {row}, column {column} of {rows} × {columns}",
                row=int(row),
                column=int(column),
                rows=places.shape[0],
                columns=places.shape[1],
            )
        )
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._photo.isNull():
            return
        size = self._photo.size().scaled(QSize(_SIDE_PX, _SIDE_PX), Qt.AspectRatioMode.KeepAspectRatio)
        rect = QRectF(0, 0, size.width(), size.height())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(rect, self._photo)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        painter.drawImage(rect, self._overlay)


def _overlay(places: Doubles) -> QImage:
    """Red where a place pushes up, blue where it pushes down, as clear as it is strong."""
    reach = symmetric_limits(places)[1]
    shares = np.nan_to_num(np.clip(places / reach, -1, 1))
    blue, red = diverging()[_FROM_END], diverging()[-1 - _FROM_END]
    rgba = np.empty((*places.shape, 4), np.uint8)
    rgba[..., :3] = np.where(shares[..., None] > 0, red, blue)
    rgba[..., 3] = np.sqrt(np.abs(shares)) * _STRONGEST_ALPHA * 255
    height, width = places.shape
    return QImage(rgba.data, width, height, 4 * width, QImage.Format.Format_RGBA8888).copy()
