"""A learning rate to set: written as people write it, stepped in 1, 2, 5."""

from typing import cast

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QValidator, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QVBoxLayout, QWidget

from core.training.learning_rate import LARGEST_LEARNING_RATE, can_be_rate, next_rate, parse_rate, rate_text
from core.words import tr
from gui import theme
from gui.widgets.buttons import LinkButton
from gui.widgets.field_row import NARROW_FIELD, FieldRow, set_up_number_box
from gui.widgets.text import Text

_SMALLEST_STEP = 1e-9
"""Where the arrow down ends; smaller ones can be written."""


class RateBox(QAbstractSpinBox):
    """`changed(float)` comes when the user has finished a rate that can stand; `judged(bool)` as they write: whether it
    can."""

    changed = Signal(float)
    judged = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rate = 0.001
        set_up_number_box(self, NARROW_FIELD)
        self._show()
        self.lineEdit().textEdited.connect(self._on_edited)
        self.editingFinished.connect(self._on_finished)

    def rate(self) -> float:
        """The last one that could stand."""
        return self._rate

    def set_rate(self, rate: float) -> None:
        """Show a rate, without `changed`. What the user is writing is left alone where the rate is the same."""
        if rate != self._rate:
            self._rate = rate
            self._show()
            self._judge(True)

    def reset(self) -> None:
        """Forget what was written after the last rate that could stand."""
        self._show()
        self._judge(True)

    def _show(self) -> None:
        self.lineEdit().setText(rate_text(self._rate))

    def _written(self) -> float | None:
        """The rate that stands in the field; None where it cannot be one."""
        if self.text() == rate_text(self._rate):
            return self._rate
        written = parse_rate(self.text())
        return written if can_be_rate(written) else None

    def _take(self, rate: float) -> None:
        is_other = rate != self._rate
        self._rate = rate
        self._show()
        self._judge(True)
        if is_other:
            self.changed.emit(rate)

    def _judge(self, is_good: bool) -> None:
        if bool(self.property("bad")) == is_good:
            self.setProperty("bad", not is_good)
            self.style().unpolish(self)
            self.style().polish(self)
        self.judged.emit(is_good)

    def _on_edited(self, _text: str) -> None:
        # Half-written numbers ("1e-", "0.") are no mistakes yet; one that is taken back takes the complaint with it.
        if self._written() is not None:
            self._judge(True)

    def _on_finished(self) -> None:
        written = self._written()
        if written is None:
            self._judge(False)
        else:
            self._take(written)

    # ---- Qt

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            key = cast(QKeyEvent, event).key()
            if key == Qt.Key.Key_Escape and self.text() != rate_text(self._rate):
                event.accept()  # else the window's shortcut stops what is running
                return True
            if key == Qt.Key.Key_Space:
                event.ignore()  # no rate has one: the window's shortcut lets the training go on
                return True
        return bool(super().event(event))

    def stepBy(self, steps: int) -> None:
        stepped = next_rate(self._written() or self._rate, steps)
        self._take(min(max(stepped, _SMALLEST_STEP), LARGEST_LEARNING_RATE))
        self.selectAll()

    def stepEnabled(self) -> QAbstractSpinBox.StepEnabledFlag:
        flags = QAbstractSpinBox.StepEnabledFlag.StepNone
        if self._rate < LARGEST_LEARNING_RATE:
            flags |= QAbstractSpinBox.StepEnabledFlag.StepUpEnabled
        if self._rate > _SMALLEST_STEP:
            flags |= QAbstractSpinBox.StepEnabledFlag.StepDownEnabled
        return flags

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        return QValidator.State.Acceptable, text, position

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text() != rate_text(self._rate):
            self.reset()
            self.selectAll()
        else:
            super().keyPressEvent(event)


class RateField(QWidget):
    """`changed(float)`: another rate above 0; `find_wanted`: let the program look for a good one."""

    changed = Signal(float)
    find_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = RateBox()
        self.find_button = LinkButton(tr("Find…"))
        self.find_button.setAccessibleName(tr("Find a good learning rate"))
        self._row = FieldRow(
            tr("Learning rate"),
            self._box,
            tr(
                "How far the weights move after each batch. Too large, and the loss jumps or turns into no number; "
                "too small, and it hardly falls. The arrows go in steps of 1, 2, 5."
            ),
            extra=self.find_button,
        )
        self._note = Text("", "caption", "text3", wrap=True)
        self._note.hide()
        self._says = ""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.UNIT // 2)
        layout.addWidget(self._row)
        layout.addWidget(self._note)
        self._box.changed.connect(self.changed)
        self._box.judged.connect(self._on_judged)
        self.find_button.clicked.connect(self.find_wanted)
        self.set_can_find(True)

    def rate(self) -> float:
        """The rate that holds."""
        return self._box.rate()

    def set_rate(self, rate: float) -> None:
        """Show a rate, without a signal."""
        self._box.set_rate(rate)

    def set_locked(self, on: bool) -> None:
        """Whether the rate can be changed now; one that cannot stand gives way to the last that could."""
        if on and self._box.window().focusWidget() is self._box:
            # Takes what was written; and the next button must not get the keys that steer the training.
            self._box.clearFocus()
        if on and self._box.property("bad"):
            self._box.reset()
        self._row.set_locked(on)

    def set_can_find(self, on: bool) -> None:
        """Whether a good rate can be looked for now."""
        self.find_button.setEnabled(on)
        self.find_button.setToolTip(
            tr("Tries rates from tiny to huge on a few batches, and shows where the loss falls.")
            if on
            else tr("Needs open pictures, and nothing that runs beside it.")
        )

    def set_note(self, says: str) -> None:
        """A caption below, while nothing is wrong with the rate."""
        self._says = says
        self._on_judged(not self._box.property("bad"))

    def note(self) -> str:
        """What is said below: a mistake, or the caption."""
        return self._note.text()

    def _on_judged(self, is_good: bool) -> None:
        says = self._says if is_good else tr("Above 0, at most {most}", most=rate_text(LARGEST_LEARNING_RATE))
        self._note.set_tone("text3" if is_good else "error")
        self._note.setText(says)
        self._note.setVisible(bool(says))
        self._box.setAccessibleDescription(says)
