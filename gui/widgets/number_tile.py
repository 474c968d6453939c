"""The few numbers that matter: a caption, the number large, a note beside it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from gui import theme
from gui.widgets.card import Rule
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.text import Text


class NumberTile(QWidget):
    """One number with its caption."""

    def __init__(
        self, caption: str, value: str = "–", note: str = "", tooltip: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._caption = Text(caption, "caption", "text3")
        self._value = Text(value, "headline", tabular=True)
        self._note = ElidedLabel(note, "caption", "text2", at_end=True)
        self._tooltip = tooltip
        self.setToolTip(tooltip)
        line = QHBoxLayout()
        line.setSpacing(7)
        line.addWidget(self._value, 0, Qt.AlignmentFlag.AlignBottom)
        line.addWidget(self._note, 1, Qt.AlignmentFlag.AlignBottom)
        self._share_baseline()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(1)
        layout.addWidget(self._caption)
        layout.addLayout(line)
        layout.addStretch(1)
        self._tell()

    def set_value(self, value: str, note: str = "") -> None:
        """Another number and note."""
        self._value.setText(value)
        self._note.set_text(note)
        self._fit_note()
        self._tell()

    def value(self) -> str:
        """The number as shown."""
        return self._value.text()

    def _fit_note(self) -> None:
        """A note that would be cut is left to the tooltip: half a number says nothing."""
        room = self.width() - self._value.sizeHint().width() - 7
        needed = self._note.fontMetrics().horizontalAdvance(self._note.text())
        self._note.setVisible(needed <= room)
        self.setToolTip(self._tooltip if needed <= room else f"{self._note.text()}\n{self._tooltip}".strip())

    def _share_baseline(self) -> None:
        """Lift the note until its letters stand on the number's baseline."""
        below = [
            (label.height() - label.fontMetrics().height()) / 2 + label.fontMetrics().descent()
            for label in (self._value, self._note)
        ]
        lift = max(0, round(below[0] - below[1]))
        self._note.setContentsMargins(0, 0, 0, lift)
        self._note.setFixedHeight(self._note.height() + lift)

    def _tell(self) -> None:
        self.setAccessibleName(f"{self._caption.text()}: {self._value.text()} {self._note.text()}".strip())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_note()


class TileRow(QFrame):
    """Tiles of equal width in one card, a line between them."""

    def __init__(self, tiles: Sequence[NumberTile], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 10)
        layout.setSpacing(16)
        for index, tile in enumerate(tiles):
            if index:
                layout.addWidget(Rule(vertical=True))
            layout.addWidget(tile, 1)
        self.setFixedHeight(80)
        self.setMinimumWidth(len(tiles) * 30 * theme.UNIT)
