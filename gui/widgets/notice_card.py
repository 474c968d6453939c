"""A page that waits says for what."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gui import icons, theme
from gui.widgets.card import Card
from gui.widgets.text import Text

HEIGHT_PX = 120
"""As high as an empty state beside it."""


class NoticeCard(Card):
    """An icon, what is awaited, and one sentence. Nothing to press: it goes by itself."""

    def __init__(self, icon: str, title: str, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setAccessibleName(title)
        mark = QLabel()
        mark.setPixmap(icons.pixmap(icon, 32, theme.current().text3, self.devicePixelRatioF()))
        heading = Text(title, "card", wrap=True)
        font = heading.font()
        font.setPixelSize(16)
        heading.setFont(font)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(heading)
        words.addWidget(Text(sentence, "body", "text2", wrap=True))
        words.addStretch(1)
        row = QHBoxLayout()
        row.setContentsMargins(15, 0, 15, 0)
        row.setSpacing(20)
        row.addWidget(mark)
        row.addLayout(words, 1)
        self.body.addLayout(row)
