"""A bar to the left for what pushes down, to the right for what pushes up."""

import math

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gui import theme

_THICKNESS_PX = 8


class SignedBar(QWidget):
    """A share from −1 to 1 as a bar from the middle on."""

    def __init__(self, width_px: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = 0.0
        self.setFixedSize(width_px, _THICKNESS_PX + 6)

    def set_share(self, share: float) -> None:
        """Another share; no number draws nothing."""
        if share != self._share:
            self._share = share
            self.update()

    def share(self) -> float:
        """The share that is drawn."""
        return self._share

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_two_sided(painter, QRectF(self.rect()), self._share, 1.0)


def paint_two_sided(painter: QPainter, rect: QRectF, value: float, reach: float) -> None:
    """`reach` is the size that fills a half."""
    colours = theme.current()
    middle, half = rect.center().x(), rect.width() / 2
    groove = QRectF(rect.left(), rect.center().y() - _THICKNESS_PX / 2, rect.width(), _THICKNESS_PX)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(colours.sunken))
    painter.drawRoundedRect(groove, 2, 2)
    share = min(max(value / reach, -1.0), 1.0) if math.isfinite(value) and reach else 0.0
    length = max(1.5, abs(share) * half)
    bar = QRectF(middle if share >= 0 else middle - length, groove.top(), length, groove.height())
    painter.setBrush(theme.colour(colours.accent if share >= 0 else colours.accent_faint))
    painter.drawRoundedRect(bar, 1.5, 1.5)
    painter.fillRect(QRectF(middle - 0.5, groove.top() - 3, 1, groove.height() + 6), theme.colour(colours.control))
