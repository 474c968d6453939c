"""A whole number to set, with its name at the left."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractSpinBox, QWidget

from gui.widgets.field_row import FIELD_WIDTH, FieldRow, WholeNumberBox, set_up_number_box


class NumberField(FieldRow):
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
        width: int = FIELD_WIDTH,
        parent: QWidget | None = None,
    ) -> None:
        self._box = WholeNumberBox()
        self._box.setRange(low, high)
        self._box.setSingleStep(step)
        self._box.setSuffix(suffix)
        self._box.setKeyboardTracking(False)
        self._box.setCorrectionMode(QAbstractSpinBox.CorrectionMode.CorrectToNearestValue)
        set_up_number_box(self._box, width)
        super().__init__(label, self._box, tooltip, bare, parent=parent)
        self._box.valueChanged.connect(self.changed)

    def set_value(self, value: int) -> None:
        """Show a value, without a signal."""
        self._box.blockSignals(True)
        self._box.setValue(value)
        self._box.blockSignals(False)

    def value(self) -> int:
        """The value as shown."""
        return self._box.value()
