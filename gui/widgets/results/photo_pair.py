"""A photo, and beside it the same photo under its heat."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from core.inside.overlay import heat_over
from core.words import tr
from gui import theme
from gui.pixels import to_pixmap
from gui.widgets.pictures.rounded import draw_place, draw_rounded

_GAP_PX = 3
_MUTED = 0.35
# Where there is no heat as yet: the photo drained of colour, so that nothing jumps when it comes.
_NO_HEAT = np.zeros((1, 1), np.float32)


class PhotoPair(QAbstractButton):
    """`clicked`: one of them was pressed, or Enter, or the space bar. `seen` tells that it was painted for the first
    time since `show_photo`: until then nobody needs its heat."""

    seen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pixels: NDArray[np.uint8] | None = None
        self._heat: NDArray[np.float32] | None = None
        self._drawn: tuple[QPixmap, QPixmap] | None = None
        self._is_muted = False
        self._is_seen = True
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.seen)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setProperty("ring_radius", theme.RADIUS_THUMBNAIL)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.set_width(2 * theme.THUMBNAIL_CHANNEL + _GAP_PX)

    def show_photo(self, pixels: NDArray[np.uint8] | None, heat: NDArray[np.float32] | None) -> None:
        """A photo, height x width x 3, and its heat (rows, columns), 0 to 1, if that is known."""
        self._pixels, self._heat = pixels, heat
        self._drawn = None
        self._is_seen = False
        self.update()

    def show_heat(self, heat: NDArray[np.float32] | None) -> None:
        """The heat of the photo that is shown; None while there is none."""
        self._heat = heat
        self._drawn = None
        self.setAccessibleDescription("" if heat is None else tr("Beside it what the network looked at"))
        self.update()

    def set_muted(self, on: bool) -> None:
        """Whether the picture is left out."""
        if on != self._is_muted:
            self._is_muted = on
            self.update()

    def set_width(self, width_px: int) -> None:
        """Another width of both together; they stay square."""
        side = self.height_at(width_px)
        if (self.width(), self.height()) != (width_px, side):
            self.setFixedSize(width_px, side)
            self._drawn = None

    @staticmethod
    def height_at(width_px: int) -> int:
        """The side of each photo at this width of both."""
        return (width_px - _GAP_PX) // 2

    def heat(self) -> NDArray[np.float32] | None:
        """The heat that is shown, if any."""
        return self._heat

    def is_heated(self) -> bool:
        """Whether heat is to be seen."""
        return self._pixels is not None and self._heat is not None

    def _pixmaps(self) -> tuple[QPixmap, QPixmap] | None:
        ratio, side = self.devicePixelRatioF(), self.height()
        if self._drawn is not None and self._drawn[0].devicePixelRatio() != ratio:
            self._drawn = None  # moved to another screen
        if self._drawn is None and self._pixels is not None:
            heat = _NO_HEAT if self._heat is None else self._heat
            heated = heat_over(self._pixels, heat, round(side * ratio))
            box = QSize(side, side)
            self._drawn = to_pixmap(self._pixels, box, ratio), to_pixmap(heated, box, ratio)
        return self._drawn

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side, pixmaps = self.height(), self._pixmaps()
        for place, left in enumerate((0, self.width() - side)):
            box = QRectF(left, 0, side, side)
            if pixmaps is None:
                draw_place(painter, box, "image")
            else:
                draw_rounded(painter, box, pixmaps[place], _MUTED if self._is_muted else 1.0)
        if not self._is_seen:
            self._is_seen = True
            # Not from within painting: whoever hears of it may change what is painted.
            self._timer.start(0)
