"""A message where the thing happened: what, then what to do."""

from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QWidget

from core.words import tr
from gui import icons, theme
from gui.widgets.buttons import IconButton, LinkButton, SmallButton
from gui.widgets.message_text import MessageText

Kind = Literal["error", "warning", "info", "good"]

_ICONS = {"error": "circle-x", "warning": "triangle-alert", "info": "info", "good": "circle-check"}
# Below this width the buttons go under the text.
_NARROW = 460


class Banner(QFrame):
    """Hidden until `show_message`; the x hides it again. Without one (`closable` False) it stands until its cause is
    gone."""

    acted = Signal()
    closed = Signal()

    def __init__(self, closable: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._details = ""
        self._mark = QLabel()
        self._text = MessageText()
        self._action = SmallButton()
        self._copy = LinkButton(tr("Copy details"), "copy", tr("Copies the whole message for a report"), quiet=True)
        self._close = IconButton("x", tr("Close this message"))
        self._action.clicked.connect(self.acted)
        self._copy.clicked.connect(self._copy_details)
        self._close.clicked.connect(self._on_close)
        if not closable:
            self._close.hide()
        self._arrange(right=10 if closable else 16)
        self.hide()

    def show_message(
        self,
        kind: Kind,
        what: str,
        then: str,
        action: str | None = None,
        details: str | None = None,
        icon: str | None = None,
    ) -> None:
        """Show what happened and what to do; `action` names a button, `details` is what "Copy details" copies, `icon`
        stands for that of the kind."""
        look = theme.current()
        colour = {"error": look.error, "warning": look.warning, "good": look.good, "info": look.accent}[kind]
        self._mark.setPixmap(icons.pixmap(icon or _ICONS[kind], theme.ICON_MESSAGE, colour, self.devicePixelRatioF()))
        self._text.show_message(what, then, on_two_lines=kind == "error")
        self._action.setProperty("kind", "link" if kind == "good" else "small")
        self._action.setText(action or "")
        self._action.setVisible(bool(action))
        self._details = details or ""
        self._copy.setVisible(bool(details))
        self.setAccessibleName(f"{what} {then}")
        self.setProperty("kind", kind)
        for widget in (self, self._action):
            self.style().unpolish(widget)
            self.style().polish(widget)
        self.show()

    def hide_message(self) -> None:
        """Take the message away, because its cause is gone."""
        self.hide()

    def text(self) -> str:
        """The message as shown."""
        return self._text.toPlainText()

    def _arrange(self, right: int) -> None:
        middle = Qt.AlignmentFlag.AlignVCenter
        self._buttons = buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addWidget(self._action, 0, middle)
        buttons.addWidget(self._copy, 0, middle)
        self._content = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._content.setSpacing(10)
        self._content.addWidget(self._text, 1, middle)
        self._content.addLayout(buttons)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 9, right, 9)
        layout.setSpacing(10)
        layout.addWidget(self._mark)
        layout.addLayout(self._content, 1)
        layout.addWidget(self._close, 0, middle)

    def _turn(self, direction: QBoxLayout.Direction) -> None:
        below = direction == QBoxLayout.Direction.TopToBottom
        self._content.setDirection(direction)
        self._content.setSpacing(2 if below else 10)
        self._buttons.setAlignment(Qt.AlignmentFlag.AlignLeft if below else Qt.AlignmentFlag.AlignVCenter)
        # The height around it was computed for the other direction.
        self.updateGeometry()

    def _copy_details(self) -> None:
        QGuiApplication.clipboard().setText(self._details)

    def _on_close(self) -> None:
        self.hide()
        self.closed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wished = QBoxLayout.Direction.LeftToRight
        if event.size().width() < _NARROW:
            wished = QBoxLayout.Direction.TopToBottom
        if self._content.direction() != wished:
            self._turn(wished)
