"""A number that moves, with its name before it, at a width that does not."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.widgets.text import Text


class LabelledNumber(QWidget):
    """`loss 0.08`: the name in the explanations' colour, the number tabular."""

    def __init__(self, label: str, widest: str, tooltip: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = label
        self._value = Text(weight=500, tabular=True)
        self._value.reserve(widest)
        self.setToolTip(tooltip)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(5)
        if label:
            layout.addWidget(Text(label, tone="text2"))
        layout.addWidget(self._value)

    def set_value(self, value: str) -> None:
        """Another number."""
        if value != self._value.text():
            self._value.setText(value)
            self.setAccessibleName(f"{self._label} {value}".strip())

    def value(self) -> str:
        """The number as shown."""
        return self._value.text()
