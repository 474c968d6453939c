"""A folder that was opened before: one row, one click."""

import time
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from core.settings import RecentFolder
from core.words import plural, say, tr
from gui import theme

_HEIGHT = 60
_DATE_WIDTH = 96
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class RecentRow(QAbstractButton):
    """`chosen` comes with the folder's path."""

    chosen = Signal(str)

    def __init__(self, folder: RecentFolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._path = Path(folder.path)
        classes = plural(folder.classes, say("1 class"), say("{count:,} classes", count=folder.classes))
        pictures = plural(folder.pictures, say("1 picture"), say("{count:,} pictures", count=folder.pictures))
        self._counts = tr("{classes}, {pictures}", classes=classes, pictures=pictures)
        self._opened = _day(folder.opened)
        self.setText(self._path.name)
        self.setAccessibleName(f"{self._path.name}, {self._counts}, {self._opened}")
        self.setToolTip(tr("Open {path}", path=folder.path))
        self.setProperty("ring", "inside")
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        self.chosen.emit(self._folder.path)

    def sizeHint(self) -> QSize:
        return QSize(400, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        look = theme.current()
        if self.underMouse():
            painter.fillRect(self.rect().adjusted(1, 0, -1, 0), theme.colour(look.sunken))
        pad = theme.CARD_PADDING
        width = self.width() - 2 * pad
        painter.setFont(theme.font("body"))
        painter.setPen(look.text2)
        painter.drawText(QRectF(pad, 0, width, self.height()), _RIGHT, self._opened)
        painter.drawText(QRectF(pad, 0, width - _DATE_WIDTH, self.height()), _RIGHT, self._counts)
        room = width - _DATE_WIDTH - painter.fontMetrics().horizontalAdvance(self._counts) - 24
        painter.setFont(theme.font("body", 600))
        painter.setPen(look.text)
        name = painter.fontMetrics().elidedText(self._path.name, Qt.TextElideMode.ElideMiddle, int(room))
        painter.drawText(QRectF(pad, 10, room, 20), _LEFT, name)
        painter.setFont(theme.font("caption"))
        painter.setPen(look.text3)
        place = " / ".join(self._path.parent.parts[-2:]).lstrip("/ ")
        place = painter.fontMetrics().elidedText(place, Qt.TextElideMode.ElideMiddle, int(room))
        painter.drawText(QRectF(pad, 31, room, 17), _LEFT, place)


def _day(date: str) -> str:
    """A date (YYYY-MM-DD) as people say it."""
    now = time.time()
    if date == time.strftime("%Y-%m-%d", time.localtime(now)):
        return tr("today")
    if date == time.strftime("%Y-%m-%d", time.localtime(now - 24 * 3600)):
        return tr("yesterday")
    return date
