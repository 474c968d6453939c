"""The photo with the rectangles that the steps of a trace can see."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.inside.explanations import Region
from core.words import tr
from gui import theme
from gui.pixels import to_pixmap

_SMALLEST_PX = 6.0


class RegionPhoto(QWidget):
    """Thin rectangles for all steps, a strong one for the chosen; what it does not see is drained."""

    def __init__(self, side_px: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pixels: NDArray[np.uint8] | None = None
        self._regions: tuple[Region, ...] = ()
        self._chosen = 0
        self.setFixedSize(side_px, side_px)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("What it sees of the photo"))

    def show_regions(self, pixels: NDArray[np.uint8] | None, regions: Sequence[Region]) -> None:
        """The photo as the network saw it, and a region in its pixels for each step."""
        self._pixels, self._regions = pixels, tuple(regions)
        self.choose(0)

    def choose(self, index: int) -> None:
        """The step whose region stands out."""
        self._chosen = index
        if index < len(self._regions):
            region = self._regions[index]
            self.setAccessibleDescription(region_in_words(region))
        self.update()

    def region_rect(self, region: Region) -> QRectF:
        """Where a region is on the widget; never smaller than the eye can find."""
        if self._pixels is None:
            return QRectF()
        photo = self._photo_rect()
        height, width = self._pixels.shape[:2]
        across, down = photo.width() / width, photo.height() / height
        rect = QRectF(
            photo.left() + region.left * across,
            photo.top() + region.top * down,
            (region.right - region.left) * across,
            (region.bottom - region.top) * down,
        )
        grow_x, grow_y = max(0.0, _SMALLEST_PX - rect.width()) / 2, max(0.0, _SMALLEST_PX - rect.height()) / 2
        return rect.adjusted(-grow_x, -grow_y, grow_x, grow_y)

    def _photo_rect(self) -> QRectF:
        assert self._pixels is not None
        height, width = self._pixels.shape[:2]
        size = QSize(width, height).scaled(self.size() - QSize(4, 4), Qt.AspectRatioMode.KeepAspectRatio)
        return QRectF(2, 2, size.width(), size.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._pixels is None:
            return
        colours, photo = theme.current(), self._photo_rect()
        painter = QPainter(self)
        pixmap = to_pixmap(self._pixels, photo.size().toSize(), self.devicePixelRatioF())
        painter.drawPixmap(photo.topLeft(), pixmap)
        if self._chosen < len(self._regions):
            chosen = self.region_rect(self._regions[self._chosen])
            painter.fillRect(photo, theme.colour(colours.surface, 0.55))
            painter.setClipRect(chosen)
            painter.drawPixmap(photo.topLeft(), pixmap)
            painter.setClipping(False)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for index, region in enumerate(self._regions):
            if index != self._chosen and region.right > region.left:
                _outline(painter, self.region_rect(region), strong=False)
        if self._chosen < len(self._regions):
            _outline(painter, self.region_rect(self._regions[self._chosen]), strong=True)


def region_in_words(region: Region) -> str:
    """A region of the photo in words."""
    height, width = region.bottom - region.top, region.right - region.left
    if height == 0 or width == 0:
        return tr("sees only padding")
    if height == 1 and width == 1:
        return tr("the pixel in row {row}, column {column}", row=region.top, column=region.left)
    return tr(
        "sees {width} × {height} pixels of the photo: rows {top} to {bottom}, columns {left} to {right}",
        width=width,
        height=height,
        top=region.top,
        bottom=region.bottom - 1,
        left=region.left,
        right=region.right - 1,
    )


def _outline(painter: QPainter, rect: QRectF, strong: bool) -> None:
    # White inside black stands out from every photo, in both themes.
    pens = (QPen(QColor("black"), 4), QPen(QColor("white"), 2)) if strong else (QPen(QColor(255, 255, 255, 150), 1),)
    for pen in pens:
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.drawRect(rect)
