"""Where things can be dropped. The whole window takes the drop; the area only shows it."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gui import icons, theme
from gui.widgets.buttons import MainButton
from gui.widgets.text import Text


class DropArea(QFrame):
    """A dashed frame around `.content`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._active = False
        self.content = QVBoxLayout(self)
        self.content.setContentsMargins(24, 24, 24, 24)

    def set_active(self, on: bool) -> None:
        """Something droppable is over the window."""
        self._active = on
        self.update()

    def is_active(self) -> bool:
        """Whether a drag is shown."""
        return self._active

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(theme.colour(look.accent if self._active else look.edge), 2)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.setBrush(theme.colour(look.soft if self._active else look.surface))
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(1, 1, -1, -1), theme.RADIUS_DROP - 1, theme.RADIUS_DROP - 1
        )


class EmptyState(DropArea):
    """An empty page: what is missing in one sentence, and the one thing to do next."""

    acted = Signal()

    def __init__(
        self, icon: str, title: str, sentence: str, button_text: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        mark = QLabel()
        mark.setPixmap(icons.pixmap(icon, 32, theme.current().text3, self.devicePixelRatioF()))
        words = QVBoxLayout()
        words.setSpacing(2)
        heading = Text(title, "card", wrap=True)
        font = heading.font()
        font.setPixelSize(16)
        heading.setFont(font)
        words.addStretch(1)
        words.addWidget(heading)
        words.addWidget(Text(sentence, "body", "text2", wrap=True))
        words.addStretch(1)
        row = QHBoxLayout()
        row.setContentsMargins(6, 0, 6, 0)
        row.setSpacing(20)
        row.addWidget(mark)
        row.addLayout(words, 1)
        if button_text:
            self.button = MainButton(button_text)
            self.button.clicked.connect(self.acted)
            row.addWidget(self.button)
        self.content.addLayout(row)
