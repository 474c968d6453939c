"""A switch with what it does beside it, and what for beneath."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.widgets.switch import Switch
from gui.widgets.text import Text


class SwitchRow(QWidget):
    """`changed(bool)`: the user turned it."""

    changed = Signal(bool)

    def __init__(self, label: str, why: str = "", tooltip: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._switch = Switch(label, tooltip=tooltip)
        self._switch.setAccessibleDescription(why)
        self._switch.clicked.connect(self.changed)
        name = Text(label, "body", "text2", wrap=True)
        name.setToolTip(tooltip)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(name, 1)
        head.addWidget(self._switch)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(head)
        if why:
            layout.addWidget(Text(why, "caption", "text3", wrap=True))

    def set_on(self, on: bool) -> None:
        """Show it on or off, without a signal."""
        self._switch.setChecked(on)

    def is_on(self) -> bool:
        """Whether it is on."""
        return self._switch.isChecked()

    def set_locked(self, on: bool) -> None:
        """Whether it can be turned now."""
        self._switch.setEnabled(not on)
