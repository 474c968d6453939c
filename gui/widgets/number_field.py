"""A whole number to set, with its name at the left."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractSpinBox, QHBoxLayout, QSpinBox, QWidget

from gui import theme
from gui.widgets.text import Text


class NumberField(QWidget):
    """`changed(int)` comes when the user has finished: Enter, Tab, or an arrow. `bare`: without its name,
    which something beside the field shows."""

    changed = Signal(int)

    def __init__(
        self,
        label: str,
        low: int,
        high: int,
        tooltip: str,
        suffix: str = "",
        step: int = 1,
        bare: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._box = QSpinBox()
        self._box.setRange(low, high)
        self._box.setSingleStep(step)
        self._box.setSuffix(suffix)
        self._box.setKeyboardTracking(False)
        self._box.setCorrectionMode(QAbstractSpinBox.CorrectionMode.CorrectToNearestValue)
        self._box.setFixedHeight(theme.FIELD_HEIGHT)
        self._box.setFixedWidth(theme.UNIT * 24)
        self._box.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._box.setFont(theme.font("body", 500, tabular=True))
        self._box.setAccessibleName(label)
        self._box.setToolTip(tooltip)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        if not bare:
            name = Text(label, "body", "text2")
            name.setBuddy(self._box)
            name.setToolTip(tooltip)
            layout.addWidget(name)
            layout.addStretch(1)
        layout.addWidget(self._box)
        self._box.valueChanged.connect(self.changed)

    def set_value(self, value: int) -> None:
        """Show a value, without a signal."""
        self._box.blockSignals(True)
        self._box.setValue(value)
        self._box.blockSignals(False)

    def value(self) -> int:
        """The value as shown."""
        return self._box.value()

    def set_locked(self, on: bool) -> None:
        """Whether the value can be changed now."""
        self._box.setEnabled(not on)
