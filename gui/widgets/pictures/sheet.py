"""A sheet that lies over a whole page until it is closed."""

from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from gui import theme


class Sheet(QWidget):
    """As large as its parent and above everything in it. What it covers can be neither clicked nor reached by Tab
    while it is open; Esc closes it, and the focus goes back to where it was."""

    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._host = parent
        self._shut_off: list[QWidget] = []
        self._focused_before: QWidget | None = None
        parent.installEventFilter(self)
        self.hide()

    def open(self) -> None:
        """Cover the page."""
        if self.isHidden():
            self._focused_before = self._host.window().focusWidget()
            beside = self._host.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
            self._shut_off = [each for each in beside if each is not self and each.isEnabled() and not each.isWindow()]
            for each in self._shut_off:
                each.setEnabled(False)
        self.setGeometry(self._host.rect())
        self.show()
        self.raise_()

    def close_sheet(self) -> None:
        """Uncover the page and say so."""
        if self.isHidden():
            return
        for each in self._shut_off:
            if isValid(each):
                each.setEnabled(True)
        self._shut_off = []
        self.hide()
        before, self._focused_before = self._focused_before, None
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def event(self, event: QEvent) -> bool:
        # Before the window's shortcut takes the key.
        if event.type() == QEvent.Type.ShortcutOverride and cast(QKeyEvent, event).key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return bool(super().event(event))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._host and event.type() == QEvent.Type.Resize and not self.isHidden():
            self.setGeometry(self._host.rect())
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme.colour(theme.current().window))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_sheet()
        else:
            super().keyPressEvent(event)
