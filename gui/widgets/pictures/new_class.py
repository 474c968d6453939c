"""At the head of the classes: one more class, to collect photos for."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from core.words import tr
from gui import theme
from gui.widgets.buttons import LinkButton
from gui.widgets.pictures.class_row import LONGEST_NAME
from gui.widgets.text import Text


class NewClass(QWidget):
    """A link that becomes a field; `named` brings what was typed when Enter was pressed, Esc gives up. `unfolded` tells
    when the field comes and goes: it needs the room of what stands beside it."""

    named = Signal(object)
    unfolded = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = LinkButton(
            tr("Add a class"), "plus", tr("A row without pictures yet: drop photos on it. Your folder stays as it is.")
        )
        self.field = QLineEdit()
        self.field.setFixedSize(200, theme.FIELD_HEIGHT)
        self.field.setMaxLength(LONGEST_NAME)
        self.field.setPlaceholderText(tr("Name of the class"))
        self.field.setAccessibleName(tr("Name of the class"))
        self.hint = Text(tr("Enter adds it, Esc gives up"), "caption", "text3")
        # While it is hidden, what stands below it stays where it is.
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        for widget in (self.hint, self.field, self.button):
            layout.addWidget(widget)
        self.button.clicked.connect(self._on_wanted)
        self.field.returnPressed.connect(self._on_entered)
        self.field.installEventFilter(self)
        self._unfold(False)

    def _unfold(self, on: bool) -> None:
        had_focus = self.field.hasFocus()
        self.button.setVisible(not on)
        if had_focus and not on:
            # A field that goes with the focus would leave it to whatever stands next in the window.
            self.button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.setVisible(on)
        self.hint.setVisible(on)
        self.unfolded.emit(on)

    def _on_wanted(self) -> None:
        self.field.clear()
        self._unfold(True)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_entered(self) -> None:
        name = self.field.text().strip()
        self._unfold(False)
        if name:
            self.named.emit(name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            # Also before the window's shortcut takes the key for "stop".
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self._unfold(False)
                return True
        return super().eventFilter(watched, event)
