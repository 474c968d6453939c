"""What the colours of heat mean, as a bar from little to much."""

import numpy as np
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from core.inside.colours import inferno
from core.words import tr
from gui.pixels import to_pixmap
from gui.widgets.text import Text

_HEIGHT_PX = 8


class _Bar(QWidget):
    def __init__(self, width_px: int) -> None:
        super().__init__()
        self.setFixedSize(width_px, _HEIGHT_PX)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()), 2, 2)
        rgb = inferno()[np.newaxis]
        painter.fillPath(shape, QBrush(to_pixmap(rgb, self.size(), self.devicePixelRatioF())))


class HeatLegend(QWidget):
    """A colour bar with a word at each end."""

    def __init__(self, width_px: int = 80, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        little, much = tr("little"), tr("much")
        self.setAccessibleName(tr("Colours"))
        self.setAccessibleDescription(tr("dark: {little}, bright: {much}", little=little, much=much))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(7)
        layout.addWidget(Text(little, "caption", "text3"))
        layout.addWidget(_Bar(width_px))
        layout.addWidget(Text(much, "caption", "text3"))
