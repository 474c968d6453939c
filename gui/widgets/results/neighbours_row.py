"""The training pictures that look most like one, in a row."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from core.words import tr
from gui import theme
from gui.pixels import to_pixmap
from gui.widgets.colour_maps import draw_ring
from gui.widgets.pictures.rounded import draw_place, draw_rounded
from gui.widgets.results.shown_picture import Neighbour

MOST = 5
_THUMB_PX = 56
_NAME_PX = 16
_GAP_PX = 5
_RING_RADIUS = 5


class _Thumb(QAbstractButton):
    """A picture with its class below it, in the colour of mistakes where that is another than the true one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.neighbour: Neighbour | None = None
        self._is_other = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_THUMB_PX + _NAME_PX)
        self.setMaximumWidth(_THUMB_PX + 14)

    def show_neighbour(self, neighbour: Neighbour | None, truth: str) -> None:
        """Which one, and what the picture that it looks like is; None for none."""
        self.neighbour = neighbour
        self._is_other = neighbour is not None and neighbour.class_name != truth
        self.setEnabled(neighbour is not None)
        name = "" if neighbour is None else neighbour.class_name
        if self._is_other:
            self.setAccessibleName(tr("{name}, another class", name=name))
        else:
            self.setAccessibleName(name)
        self.setToolTip("" if neighbour is None else f"{name}\n{neighbour.file}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_THUMB_PX + 4, self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(_THUMB_PX, self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.neighbour is None:
            return
        look, painter = theme.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = min(_THUMB_PX, self.width())
        box = QRectF(0, 0, side, side)
        if self.neighbour.pixels is None:
            draw_place(painter, box, "image")
        else:
            draw_rounded(painter, box, to_pixmap(self.neighbour.pixels, QSize(side, side), self.devicePixelRatioF()))
        if self.underMouse():
            draw_ring(painter, box.adjusted(2, 2, -2, -2), look.surface, _RING_RADIUS - 2, width=1)
        font = theme.font("small", 600 if self._is_other else 400)
        painter.setFont(font)
        painter.setPen(theme.colour(look.second if self._is_other else look.text2))
        metrics, name = QFontMetricsF(font), self.neighbour.class_name
        shown = metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, self.width() - 2)
        line = QRectF(0, side + 1, self.width(), _NAME_PX - 1)
        painter.drawText(line, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)


class NeighboursRow(QWidget):
    """Up to five pictures, as many as fit, nearest first. `chosen` brings the key of the one that was pressed."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.thumbs = [_Thumb() for _ in range(MOST)]
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(_GAP_PX)
        for thumb in self.thumbs:
            thumb.clicked.connect(self._on_clicked)
            layout.addWidget(thumb, 1)
        layout.addStretch(0)

    def show_neighbours(self, neighbours: Sequence[Neighbour], truth: str) -> None:
        """The nearest first; `truth` is the class of the picture that they look like."""
        for place, thumb in enumerate(self.thumbs):
            thumb.show_neighbour(neighbours[place] if place < len(neighbours) else None, truth)

    def _on_clicked(self) -> None:
        thumb = self.sender()
        if isinstance(thumb, _Thumb) and thumb.neighbour is not None:
            self.chosen.emit(thumb.neighbour.key)

    def minimumSizeHint(self) -> QSize:
        return QSize(_THUMB_PX, _THUMB_PX + _NAME_PX)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fit = (event.size().width() + _GAP_PX) // (_THUMB_PX + _GAP_PX)
        for place, thumb in enumerate(self.thumbs):
            thumb.setVisible(place < max(1, fit))
