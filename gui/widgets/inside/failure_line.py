"""Why something is not shown, in the place where it would be."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from gui import icons, theme
from gui.widgets.text import Text


class FailureLine(QWidget):
    """Hidden while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        mark = QLabel()
        mark.setPixmap(icons.pixmap("circle-x", theme.ICON, theme.current().error, self.devicePixelRatioF()))
        mark.setFixedSize(theme.ICON, theme.line_height())
        self._text = Text("", "body", "text", wrap=True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.LABEL_GAP)
        layout.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._text, 1)
        self.hide()

    def show_text(self, text: str) -> None:
        """Say this; nothing with an empty text."""
        self._text.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))

    def text(self) -> str:
        """What is said."""
        return self._text.text()
