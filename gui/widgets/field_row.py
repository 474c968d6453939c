"""A name at the left and what sets its value at the right."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QHBoxLayout, QSpinBox, QWidget

from gui import theme
from gui.widgets.text import Text

FIELD_WIDTH = theme.UNIT * 24
NARROW_FIELD = theme.UNIT * 20
"""In the settings' panel, where more stands in a row."""
WIDE_FIELD = theme.UNIT * 30
"""For the longest whole numbers, and words to choose from."""


class FieldRow(QWidget):
    """Names the control for the eye and for screen readers. `bare`: something beside it shows the name. `extra` stands
    between the two."""

    def __init__(
        self,
        label: str,
        control: QWidget,
        tooltip: str,
        bare: bool = False,
        extra: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._control = control
        control.setAccessibleName(label)
        control.setToolTip(tooltip)
        control.setFixedHeight(theme.FIELD_HEIGHT)
        # The wheel belongs to the page that scrolls under the pointer, until the control has the focus.
        control.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        if not bare:
            name = Text(label, "body", "text2")
            name.setBuddy(control)
            name.setToolTip(tooltip)
            layout.addWidget(name)
            layout.addStretch(1)
        if extra is not None:
            layout.addWidget(extra)
        layout.addWidget(control)

    def set_locked(self, on: bool) -> None:
        """Whether the value can be changed now."""
        self._control.setEnabled(not on)


def set_up_number_box(box: QAbstractSpinBox, width: int = FIELD_WIDTH) -> None:
    """The look of every field that holds a number."""
    box.setFixedWidth(width)
    box.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    box.setFont(theme.font("body", 500, tabular=True))


class WholeNumberBox(QSpinBox):
    """Lets the wheel scroll the page unless it has the focus."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class ChoiceBox(QComboBox):
    """Lets the wheel scroll the page unless it has the focus."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
