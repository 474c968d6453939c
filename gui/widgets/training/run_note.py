"""The note of a run, to be read and written in place."""

from typing import cast

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from core.training.labels import LONGEST_NOTE
from core.words import tr


class RunNote(QLineEdit):
    """Enter, Tab, or going elsewhere, takes the note (`noted`, where it was changed); Esc brings the old one back."""

    noted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._note = ""
        self.setMaxLength(LONGEST_NOTE)
        self.setPlaceholderText(tr("Note on this run"))
        self.setAccessibleName(tr("Note on this run"))
        self.editingFinished.connect(self.take)

    def show_note(self, note: str) -> None:
        """Another note; what is being typed is lost."""
        self._note = note
        self.setText(note)
        self.setCursorPosition(0)
        self.setToolTip(note or tr("What you tried, and what you saw. Kept with the run."))

    def take(self) -> None:
        """Take what has been typed so far."""
        typed = " ".join(self.text().split())
        if self.isModified() and typed != self._note:
            self._note = typed
            self.setModified(False)
            self.noted.emit(typed)

    def event(self, event: QEvent) -> bool:
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and cast(QKeyEvent, event).key() == Qt.Key.Key_Escape and self.isModified():
            event.accept()  # else the window's shortcut stops what is running
            return True
        return bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.isModified():
            self.setText(self._note)
        else:
            super().keyPressEvent(event)
