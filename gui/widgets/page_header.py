"""The head of a page: its title, one sentence, and the actions at the right."""

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gui import theme
from gui.widgets.elided_label import ElidedLabel


class PageHeader(QWidget):
    """Always 48 high; buttons go into `.buttons`, the main one last."""

    def __init__(self, title: str = "", sentence: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(theme.HEADER_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._title = ElidedLabel(title, "title")
        self._sentence = ElidedLabel(sentence, "body", "text2", at_end=True)
        words = QVBoxLayout()
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(0)
        self._title.setFixedHeight(28)
        self._sentence.setFixedHeight(20)
        words.addWidget(self._title)
        words.addWidget(self._sentence)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(12)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        layout.addLayout(words, 1)
        layout.addLayout(self.buttons)

    def set_title(self, title: str) -> None:
        """Another title; a class or folder name stays as the user wrote it."""
        self._title.set_text(title)

    def set_sentence(self, sentence: str) -> None:
        """Another sentence under the title."""
        self._sentence.set_text(sentence)
