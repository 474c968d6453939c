"""A photo with heat over it: bright where it speaks for a class. The place under the pointer can be read."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.inside.overlay import heat_over
from core.words import tr
from gui import theme
from gui.pixels import to_pixmap

_STEPS = 24
"""As many presses of an arrow key lead from edge to edge at most."""
_LEAST_PLACE_PX = 9.0
_MOVES = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class HeatPhoto(QWidget):
    """Square, of a side that is set. `pointed` tells the strength (0-1) of the place under the pointer or the arrow
    keys, also when other heat comes while it is there; `left` that none is pointed at any more."""

    pointed = Signal(float)
    left = Signal()

    def __init__(self, side_px: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pixels: NDArray[np.uint8] | None = None
        self._heat: NDArray[np.float32] | None = None
        self._is_plain = False
        self._cell: tuple[int, int] | None = None
        self._drawn: QPixmap | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setProperty("ring_radius", theme.RADIUS_THUMBNAIL)
        self.setToolTip(tr("Point at a place, or walk with the arrow keys, to read how strong it is."))
        self.set_side(side_px)

    def show_photo(self, pixels: NDArray[np.uint8] | None, name: str) -> None:
        """A photo, height x width x 3, without heat as yet; None for none."""
        self._pixels = pixels
        self.setAccessibleName(name)
        self.show_heat(None)

    def show_heat(self, heat: NDArray[np.float32] | None) -> None:
        """Heat (rows, columns), 0 to 1, over the photo; None takes it away."""
        if self._heat is not None and (heat is None or heat.shape != self._heat.shape):
            self._point_at(None)
        self._heat = heat
        self._redraw()
        if heat is not None and self._cell is not None:
            self.pointed.emit(float(heat[self._cell]))

    def set_plain(self, on: bool) -> None:
        """Show the photo as it is, without its heat."""
        if on != self._is_plain:
            self._is_plain = on
            self._redraw()

    def set_side(self, side_px: int) -> None:
        """Another size."""
        self.setFixedSize(side_px, side_px)

    def heat(self) -> NDArray[np.float32] | None:
        """The heat that lies over the photo, if any."""
        return self._heat

    def is_heated(self) -> bool:
        """Whether heat is to be seen."""
        return self._pixels is not None and self._heat is not None and not self._is_plain

    def _redraw(self) -> None:
        self._drawn = None
        self.update()

    def _point_at(self, cell: tuple[int, int] | None) -> None:
        if cell == self._cell:
            return
        self._cell = cell
        self.update()
        if cell is None or self._heat is None:
            self.left.emit()
        else:
            self.pointed.emit(float(self._heat[cell]))

    def _cell_at(self, point: QPointF) -> tuple[int, int] | None:
        if self._heat is None or not QRectF(self.rect()).contains(point):
            return None
        rows, columns = self._heat.shape
        row, column = int(point.y() * rows / self.height()), int(point.x() * columns / self.width())
        return min(row, rows - 1), min(column, columns - 1)

    def _pixmap(self) -> QPixmap | None:
        ratio = self.devicePixelRatioF()
        size_px = round(self.width() * ratio)
        if self._drawn is not None and (self._drawn.width(), self._drawn.devicePixelRatio()) != (size_px, ratio):
            self._drawn = None  # another size, or another screen
        if self._drawn is None and self._pixels is not None:
            pixels = self._pixels
            if self._heat is not None and not self._is_plain:
                pixels = heat_over(pixels, self._heat, size_px)
            self._drawn = to_pixmap(pixels, self.size(), ratio)
        return self._drawn

    def _paint_place(self, painter: QPainter, cell: tuple[int, int], shape: tuple[int, ...]) -> None:
        """The place that is read, black within white: it stands out from every colour."""
        across, down = self.width() / shape[1], self.height() / shape[0]
        width, height = max(across, _LEAST_PLACE_PX), max(down, _LEAST_PLACE_PX)
        middle = QPointF((cell[1] + 0.5) * across, (cell[0] + 0.5) * down)
        place = QRectF(middle.x() - width / 2, middle.y() - height / 2, width, height)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for grow, colour in ((1.5, "black"), (0.5, "white")):
            painter.setPen(QPen(QColor(colour), 1))
            painter.drawRect(place.adjusted(-grow, -grow, grow, grow))

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        move = _MOVES.get(Qt.Key(event.key()))
        if move is None or self._heat is None:
            event.ignore()
            return
        rows, columns = self._heat.shape
        if self._cell is None:
            self._point_at((rows // 2, columns // 2))
            return
        row = self._cell[0] + move[0] * -(-rows // _STEPS)
        column = self._cell[1] + move[1] * -(-columns // _STEPS)
        self._point_at((min(max(row, 0), rows - 1), min(max(column, 0), columns - 1)))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point_at(self._cell_at(event.position()))

    def leaveEvent(self, _event: QEvent) -> None:
        self._point_at(None)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._point_at(None)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()), theme.RADIUS_THUMBNAIL, theme.RADIUS_THUMBNAIL)
        pixmap = self._pixmap()
        painter.fillPath(shape, theme.colour(theme.current().sunken) if pixmap is None else QBrush(pixmap))
        if self._cell is not None and self._heat is not None:
            self._paint_place(painter, self._cell, self._heat.shape)
