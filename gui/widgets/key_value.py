"""Rows of a name at the left and a value at the right."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from gui.widgets.text import Text

_ROW_HEIGHT = 28


class KeyValues(QWidget):
    """Rows in the order they were added; values are told by key."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: dict[str, Text] = {}
        self._values: dict[str, Text] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(0, 1)

    def add(self, key: str, label: str, value: str = "–", tooltip: str = "") -> None:
        """One more row."""
        row = len(self._values)
        name = Text(label, "body", "text2")
        shown = Text(value, tabular=True)
        shown.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for widget in (name, shown):
            widget.setToolTip(tooltip)
        self._grid.addWidget(name, row, 0)
        self._grid.addWidget(shown, row, 1)
        self._grid.setRowMinimumHeight(row, _ROW_HEIGHT)
        self._names[key] = name
        self._values[key] = shown
        self._tell(key)

    def set(self, key: str, value: str) -> None:
        """Another value in a row."""
        self._values[key].setText(value)
        self._tell(key)

    def set_label(self, key: str, label: str) -> None:
        """Another name for a row."""
        self._names[key].setText(label)
        self._tell(key)

    def set_tooltip(self, key: str, tooltip: str) -> None:
        """Other words about a row."""
        for widget in (self._names[key], self._values[key]):
            widget.setToolTip(tooltip)

    def value(self, key: str) -> str:
        """The value as shown."""
        return self._values[key].text()

    def _tell(self, key: str) -> None:
        self._values[key].setAccessibleName(f"{self._names[key].text()}: {self._values[key].text()}")
