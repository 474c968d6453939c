"""A quiet line in the place of pictures where there are none."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from gui import icons, theme
from gui.widgets.text import Text


class EmptyLine(QWidget):
    """A sentence in the middle; with a tick where having none is good."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = QLabel()
        self._mark.setFixedSize(theme.ICON_MESSAGE, theme.ICON_MESSAGE)
        self._text = Text("", tone="text2")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.LABEL_GAP)
        layout.addStretch(1)
        layout.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self._text, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addStretch(1)

    def show_text(self, text: str, is_good: bool = False) -> None:
        """Say this."""
        look = theme.current()
        icon, colour = ("circle-check", look.good) if is_good else ("info", look.text3)
        self._mark.setPixmap(icons.pixmap(icon, theme.ICON_MESSAGE, colour, self.devicePixelRatioF()))
        self._text.setText(text)
        self.setAccessibleName(text)

    def text(self) -> str:
        """What is said."""
        return self._text.text()
