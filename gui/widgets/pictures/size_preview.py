"""A picture as it is, an arrow, and the square that the network gets of it."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.framing import ResizeMode
from core.words import tr
from gui import theme
from gui.pixels import to_pixmap

SIDE_PX = 72
_ORIGINAL_PX = QSize(116, SIDE_PX)
_ARROW_PX = 40
_LEAST_PX = 48
_LABEL_PX = 19
_BESIDE_PX = 24  # the label under the square is wider than it


class SizePreview(QWidget):
    """Grey places while the pictures are awaited, so that nothing moves when they come."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._original: NDArray[np.uint8] | None = None
        self._fitted: NDArray[np.uint8] | None = None
        self._resize: ResizeMode = "stretch"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedSize(_ORIGINAL_PX.width() + _ARROW_PX + SIDE_PX + _BESIDE_PX, SIDE_PX + _LABEL_PX)
        self.setAccessibleName(tr("A picture of the folder, and what the network gets of it"))

    def set_resize(self, resize: ResizeMode) -> None:
        """How the square is made: what `crop` cuts off is shown pale."""
        self._resize = resize
        self.update()

    def show_pictures(self, original: NDArray[np.uint8] | None, fitted: NDArray[np.uint8] | None) -> None:
        """The picture (H x W x 3) and the square (side x side x 3); None for what is awaited."""
        self._original = original
        self._fitted = fitted
        self.update()

    def _scaled(self, pixels: NDArray[np.uint8], box: QSize) -> QPixmap:
        return to_pixmap(pixels, box, self.devicePixelRatioF(), keep_aspect=True)

    def _paint_picture(self, painter: QPainter, pixels: NDArray[np.uint8] | None, box: QRect) -> QRectF:
        """Paint it at the left of the box, or the box where there is none; where it stands now."""
        look = theme.current()
        shape = QPainterPath()
        if pixels is None:
            shape.addRoundedRect(QRectF(box), theme.RADIUS_THUMBNAIL, theme.RADIUS_THUMBNAIL)
            painter.fillPath(shape, theme.colour(look.sunken))
            return QRectF(box)
        pixmap = self._scaled(pixels, box.size())
        rect = QRectF(QPointF(0, 0), pixmap.deviceIndependentSize())
        rect.moveTopLeft(QPointF(box.left(), box.top() + (box.height() - round(rect.height())) // 2))
        shape.addRoundedRect(rect, theme.RADIUS_THUMBNAIL, theme.RADIUS_THUMBNAIL)
        painter.save()
        painter.setClipPath(shape)
        painter.drawPixmap(rect.topLeft(), pixmap)
        painter.restore()
        return rect

    def _paint_cut(self, painter: QPainter, rect: QRectF) -> None:
        """Make pale what is cut off."""
        side = min(rect.width(), rect.height())
        kept = QRectF(0, 0, side, side)
        kept.moveCenter(rect.center())
        whole, middle = QPainterPath(), QPainterPath()
        whole.addRect(rect)
        middle.addRect(kept)
        look = theme.current()
        painter.fillPath(whole - middle, theme.colour(look.surface, 0.72))
        painter.setPen(QPen(theme.colour(look.accent), 1.5))
        painter.drawRect(kept.adjusted(0.75, 0.75, -0.75, -0.75))

    def _paint_arrow(self, painter: QPainter, middle: QPointF) -> None:
        painter.setPen(QPen(theme.colour(theme.current().text3), 1.5))
        tip = middle + QPointF(8, 0)
        painter.drawLine(middle - QPointF(8, 0), tip)
        for down in (-4, 4):
            painter.drawLine(tip, tip + QPointF(-4, down))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = self._paint_picture(painter, self._original, QRect(QPoint(0, 0), _ORIGINAL_PX))
        if self._original is not None and self._resize == "crop":
            self._paint_cut(painter, rect)
        # A narrow picture leaves room for what its label says.
        after = max(round(rect.right()), _LEAST_PX)
        self._paint_arrow(painter, QPointF(after + _ARROW_PX / 2, SIDE_PX / 2))
        self._paint_picture(painter, self._fitted, QRect(after + _ARROW_PX, 0, SIDE_PX, SIDE_PX))
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour(theme.current().text3))
        for x, text in ((0, tr("as it is")), (after + _ARROW_PX, tr("for the network"))):
            place = QRect(x, SIDE_PX + 4, self.width() - x, _LABEL_PX - 4)
            painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
