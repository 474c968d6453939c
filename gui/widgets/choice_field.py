"""One of a few, in a list that drops down, with its name at the left."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui import theme
from gui.widgets.field_row import ChoiceBox, FieldRow
from gui.widgets.text import Text


class ChoiceField(QWidget):
    """Options as (key, label, what it does); the last is said below the chosen one. `chosen(key)`: the user took
    one. `width` in pixels, else as wide as the longest option."""

    chosen = Signal(str)

    def __init__(
        self,
        label: str,
        options: Sequence[tuple[str, str, str]],
        tooltip: str,
        width: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._says = {key: says for key, _, says in options}
        self._box = ChoiceBox()
        for key, words, _ in options:
            self._box.addItem(words, key)
        if width:
            self._box.setFixedWidth(width)
        self._row = FieldRow(label, self._box, tooltip)
        self._caption = Text("", "caption", "text3", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.UNIT // 2)
        layout.addWidget(self._row)
        layout.addWidget(self._caption)
        self._box.activated.connect(self._on_activated)
        self._say()

    def choose(self, key: str) -> None:
        """Take an option without a signal."""
        self._box.setCurrentIndex(self._box.findData(key))
        self._say()

    def key(self) -> str:
        """The option that is taken."""
        return str(self._box.currentData())

    def caption(self) -> str:
        """What is said of the option that is taken."""
        return self._caption.text()

    def set_locked(self, on: bool) -> None:
        """Whether another can be taken now."""
        self._row.set_locked(on)

    def _say(self) -> None:
        says = self._says.get(self.key(), "")
        self._caption.setText(says)
        self._box.setAccessibleDescription(says)

    def _on_activated(self, _index: int) -> None:
        self._say()
        self.chosen.emit(self.key())
