"""The sign before the strip's word: the state told by a shape, not by colour alone."""

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from gui import icons, theme

Shape = Literal["ring", "accent dot", "second dot", "square", "tick", "cross"]

_SIDE = 16


class StripMark(QWidget):
    """Ring, dot, square, tick or cross."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shape: Shape = "ring"
        self.setFixedSize(_SIDE, _SIDE)

    def set_shape(self, shape: Shape) -> None:
        """Another sign."""
        if shape != self._shape:
            self._shape = shape
            self.update()

    def shape(self) -> Shape:
        """The sign shown."""
        return self._shape

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(_SIDE / 2, _SIDE / 2)
        if self._shape == "tick":
            painter.drawPixmap(0, 0, icons.pixmap("circle-check", _SIDE, look.good, self.devicePixelRatioF()))
        elif self._shape == "cross":
            painter.drawPixmap(0, 0, icons.pixmap("circle-x", _SIDE, look.error, self.devicePixelRatioF()))
        elif self._shape == "ring":
            painter.setPen(QPen(theme.colour(look.text3), 1))
            painter.drawEllipse(middle, 4.6, 4.6)
        elif self._shape == "square":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(look.warning))
            painter.drawRoundedRect(QRectF(3, 3, 10, 10), 2, 2)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(look.accent if self._shape == "accent dot" else look.second))
            painter.drawEllipse(middle, 5, 5)
