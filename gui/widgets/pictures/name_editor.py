"""A class's name, edited in place, and what comes of the name that is being typed."""

from collections.abc import Mapping
from typing import cast

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from core.words import tr
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.pictures.class_row import LONGEST_NAME

# A menu or another window in front: the typing goes on afterwards.
_PASSING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class _Field(QLineEdit):
    left = Signal()
    escaped = Signal()

    def event(self, event: QEvent) -> bool:
        # Before the window's shortcut takes the key.
        if event.type() == QEvent.Type.ShortcutOverride and cast(QKeyEvent, event).key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return bool(super().event(event))

    def focusNextPrevChild(self, _next: bool) -> bool:
        # Tab ends the typing and leads back to the row, from where the next Tab goes on.
        self.left.emit()
        return True

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _PASSING:
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                # Qt hands it on to the list, which would open the class.
                event.accept()


class NameEditor(QWidget):
    """`edit` opens it. Enter, Tab, or going elsewhere, takes the name (`taken`); Esc does not, nor does a name that was
    not changed or cannot stand (`given_up`). At its end the focus goes to its parent, the list, unless a click has led
    it elsewhere."""

    taken = Signal(object)
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        self._others: Mapping[str, bool] = {}
        self.field = _Field()
        self.field.setAccessibleName(tr("Name of the class"))
        self.hint = ElidedLabel("", "caption", "text2", at_end=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.field)
        layout.addWidget(self.hint)
        layout.addStretch(1)
        # The hint begins where the text does.
        self.hint.setContentsMargins(9, 0, 0, 0)
        self.field.textEdited.connect(self._judge)
        self.field.returnPressed.connect(self._on_entered)
        self.field.escaped.connect(self._on_escaped)
        self.field.left.connect(self._on_left)
        self.hide()

    def edit(self, name: str, others: Mapping[str, bool]) -> None:
        """Edit this name. `others`: the names of the other classes, and whether they are taken in."""
        self._name, self._others = name, others
        # A folder may have a longer name, which must not be cut before anything is typed. Qt counts in UTF-16.
        self.field.setMaxLength(max(LONGEST_NAME, sum(1 + (letter > "\uffff") for letter in name)))
        self.field.setText(name)
        self.field.selectAll()
        self._judge()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def finish(self) -> None:
        """Go away without a word."""
        self._name = ""
        list_around = self.parentWidget()
        if self.field.hasFocus() and list_around is not None:
            # Before hiding: that would pass the focus on to whatever stands next in the window.
            list_around.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()

    @property
    def typed(self) -> str:
        """The name as it stands in the field, without space around it."""
        return self.field.text().strip()

    def _judge(self) -> None:
        name, is_bad = self.typed, False
        if not name:
            hint, is_bad = tr("A class needs a name"), True
        elif self._others.get(name):
            hint = tr("Becomes part of “{name}”", name=name)
        elif name in self._others:
            hint, is_bad = tr("“{name}” is left out: take it in first", name=name), True
        else:
            hint = tr("Enter takes it, Esc does not")
        self.hint.set_text(hint)
        self.hint.set_tone("error" if is_bad else "accent" if name in self._others else "text2")
        self.field.setAccessibleDescription(hint)
        if bool(self.field.property("bad")) != is_bad:
            self.field.setProperty("bad", is_bad)
            self.field.style().unpolish(self.field)
            self.field.style().polish(self.field)

    def _on_entered(self) -> None:
        if not self.field.property("bad"):
            self._end(self.typed)

    def _on_escaped(self) -> None:
        self._end(None)

    def _on_left(self) -> None:
        self._end(None if self.field.property("bad") else self.typed)

    def _end(self, name: str | None) -> None:
        before = self._name
        if not before:
            return  # hiding takes the focus away, which is no second end
        self.finish()
        if name is None or name == before:
            self.given_up.emit()
        else:
            self.taken.emit(name)
