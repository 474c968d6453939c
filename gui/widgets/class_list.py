"""The classes of the open folder: a row for each with name, count, bar, and as many thumbnails as there is room for.

One widget paints the rows in sight: a folder may have a thousand classes.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from core.words import plural, say, tr
from gui import theme

THUMBNAILS = 12
_GAP = 5
_NARROWEST_NAME, _WIDEST_NAME = 110, 240
_COUNT_WIDTH = 50
_BAR_WIDTH = 96
_PITCH = theme.ROW_HEIGHT_CLASS + 1
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

# The first pictures of a class (by its position), in device pixels, at most THUMBNAILS.
Thumbnails = Callable[[int], Sequence[QPixmap]]


class ClassList(QWidget):
    """`show_classes` fills it; thumbnails are asked for when their row is first painted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._classes: list[tuple[str, int]] = []
        self._largest = 1
        self._name_width = _NARROWEST_NAME
        self._thumbnails_of: Thumbnails | None = None
        self._thumbnails: dict[int, Sequence[QPixmap]] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Classes"))

    def show_classes(self, counts: dict[str, int], thumbnails_of: Thumbnails | None) -> None:
        """Show these classes; None while their pictures are not read yet."""
        self._classes = list(counts.items())
        self._largest = max(counts.values(), default=1)
        self._thumbnails_of = thumbnails_of
        self._thumbnails.clear()
        metrics = QFontMetrics(theme.font("body", 600))
        widest = max((metrics.horizontalAdvance(name) for name in counts), default=0) + 8
        self._name_width = min(max(widest, _NARROWEST_NAME), _WIDEST_NAME)
        self.setFixedHeight(max(0, len(self._classes) * _PITCH - 1))
        self.setAccessibleDescription("; ".join(self._words(row) for row in range(len(self._classes))))
        self.update()

    def rows(self) -> list[str]:
        """Each row in words."""
        return [self._words(row) for row in range(len(self._classes))]

    def _words(self, row: int) -> str:
        name, count = self._classes[row]
        return f"{name}: {plural(count, say('1 picture'), say('{count:,} pictures', count=count))}"

    def _paint_row(self, painter: QPainter, row: int) -> None:
        look, top = theme.current(), row * _PITCH
        name, count = self._classes[row]
        height = theme.ROW_HEIGHT_CLASS
        x = float(theme.CARD_PADDING)
        painter.setFont(theme.font("body", 600))
        painter.setPen(look.text)
        shown = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, self._name_width - 8)
        painter.drawText(QRectF(x, top, self._name_width, height), _LEFT, shown)
        x += self._name_width
        painter.setFont(theme.font("body", 500, tabular=True))
        painter.drawText(QRectF(x, top, _COUNT_WIDTH - 6, height), _RIGHT, f"{count:,}")
        x += _COUNT_WIDTH + 6
        middle = top + height / 2
        painter.fillRect(QRectF(x, middle - 4, _BAR_WIDTH, 8), theme.colour(look.sunken))
        filled = max(2.0, _BAR_WIDTH * count / self._largest)
        painter.fillRect(QRectF(x, middle - 4, filled, 8), theme.colour(look.accent_faint))
        self._paint_thumbnails(painter, row, x + _BAR_WIDTH + 20)
        if row + 1 < len(self._classes):
            painter.fillRect(QRectF(1, top + height, self.width() - 2, 1), theme.colour(look.line))

    def _paint_thumbnails(self, painter: QPainter, row: int, x: float) -> None:
        if self._thumbnails_of is None:
            return
        if row not in self._thumbnails:
            self._thumbnails[row] = self._thumbnails_of(row)
        side, count = theme.THUMBNAIL_CLASS, self._classes[row][1]
        room = self.width() - x - theme.CARD_PADDING - 44
        fitting = min(len(self._thumbnails[row]), max(0, int((room + _GAP) // (side + _GAP))))
        top = row * _PITCH + (theme.ROW_HEIGHT_CLASS - side) / 2
        for thumbnail in self._thumbnails[row][:fitting]:
            frame = QRectF(x, top, side, side)
            path = QPainterPath()
            path.addRoundedRect(frame, theme.RADIUS_THUMBNAIL, theme.RADIUS_THUMBNAIL)
            painter.save()
            painter.setClipPath(path)
            painter.drawPixmap(frame.toRect(), thumbnail)
            painter.restore()
            x += side + _GAP
        if fitting and count > fitting:
            painter.setFont(theme.font("caption", tabular=True))
            painter.setPen(theme.current().text3)
            rest = QRectF(x + 5, row * _PITCH, 60, theme.ROW_HEIGHT_CLASS)
            painter.drawText(rest, _LEFT, f"+{count - fitting:,}")

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            row = event.pos().y() // _PITCH
            if 0 <= row < len(self._classes):
                QToolTip.showText(event.globalPos(), self._words(row), self)
            return True
        return super().event(event)

    def sizeHint(self) -> QSize:
        return QSize(480, max(0, len(self._classes) * _PITCH - 1))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        first, last = event.rect().top() // _PITCH, event.rect().bottom() // _PITCH
        for row in range(max(0, first), min(len(self._classes), last + 1)):
            self._paint_row(painter, row)
