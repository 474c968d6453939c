"""One class of the open folder: name, count, bar, and as many thumbnails as there is room for."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.words import plural, say
from gui import theme

THUMBNAILS = 12
_GAP = 5
_NAME_WIDTH = 110
_COUNT_WIDTH = 50
_BAR_WIDTH = 96


class ClassRow(QWidget):
    """Painted as a whole; `thumbnails` come in device pixels and are shown as far as they fit."""

    def __init__(self, name: str, count: int, share_of_largest: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._count = count
        self._share = share_of_largest
        self._thumbnails: Sequence[QPixmap] = ()
        self.setFixedHeight(theme.ROW_HEIGHT_CLASS)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        words = plural(count, say("1 picture"), say("{count:,} pictures", count=count))
        self.setAccessibleName(f"{name}: {words}")
        self.setToolTip(f"{name}: {words}")

    def set_thumbnails(self, thumbnails: Sequence[QPixmap]) -> None:
        """The first pictures of the class."""
        self._thumbnails = thumbnails
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(480, theme.ROW_HEIGHT_CLASS)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = theme.current()
        middle = self.height() / 2
        x = float(theme.CARD_PADDING)
        painter.setFont(theme.font("body", 600))
        painter.setPen(look.text)
        name = painter.fontMetrics().elidedText(self._name, Qt.TextElideMode.ElideMiddle, _NAME_WIDTH)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(x, 0, _NAME_WIDTH + 4, self.height()), left, name)
        x += _NAME_WIDTH
        painter.setFont(theme.font("body", 500, tabular=True))
        painter.drawText(QRectF(x, 0, _COUNT_WIDTH - 6, self.height()), right, f"{self._count:,}")
        x += _COUNT_WIDTH + 6
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(look.sunken))
        painter.drawRect(QRectF(x, middle - 4, _BAR_WIDTH, 8))
        painter.setBrush(theme.colour(look.accent_faint))
        painter.drawRect(QRectF(x, middle - 4, max(2.0, _BAR_WIDTH * self._share), 8))
        self._paint_thumbnails(painter, x + _BAR_WIDTH + 20)

    def _paint_thumbnails(self, painter: QPainter, x: float) -> None:
        side = theme.THUMBNAIL_CLASS
        room = self.width() - x - theme.CARD_PADDING - 44
        fitting = min(len(self._thumbnails), max(0, int((room + _GAP) // (side + _GAP))))
        top = (self.height() - side) / 2
        for thumbnail in self._thumbnails[:fitting]:
            frame = QRectF(x, top, side, side)
            path = QPainterPath()
            path.addRoundedRect(frame, theme.RADIUS_THUMBNAIL, theme.RADIUS_THUMBNAIL)
            painter.save()
            painter.setClipPath(path)
            painter.drawPixmap(frame.toRect(), thumbnail)
            painter.restore()
            x += side + _GAP
        rest = self._count - fitting
        if rest > 0 and fitting:
            painter.setFont(theme.font("caption", tabular=True))
            painter.setPen(theme.current().text3)
            painter.drawText(
                QRectF(x + 5, 0, 60, self.height()),
                Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
                f"+{rest:,}",
            )
