"""A few rows of a name, a bar and a number: what was answered, how often, or how much."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from gui.widgets.bars import Bar, BarTone
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.text import Text

ROW_PX = 22
_NAMES_PX = 120


@dataclass(frozen=True)
class ShareRow:
    """`share` (0-1) fills the bar, `number` says it; `is_strong` for the one that won."""

    name: str
    share: float
    number: str
    tone: BarTone = "accent_faint"
    is_strong: bool = False


class _Row:
    def __init__(self, grid: QGridLayout, place: int, widest: str) -> None:
        self.name = ElidedLabel()
        self.name.setMaximumWidth(_NAMES_PX)
        self.bar = Bar("accent_faint", 10)
        self.number = Text("", "body", weight=500, tabular=True)
        self.number.reserve(widest)
        self.number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for column, widget in enumerate((self.name, self.bar, self.number)):
            grid.addWidget(widget, place, column)

    def show(self, row: ShareRow) -> None:
        font = self.name.font()
        font.setWeight(font.Weight.DemiBold if row.is_strong else font.Weight.Normal)
        self.name.setFont(font)
        self.name.set_text(row.name)
        self.bar.set_tone(row.tone)
        self.bar.set_share(row.share)
        self.number.setText(row.number)

    def set_visible(self, on: bool) -> None:
        for widget in (self.name, self.bar, self.number):
            widget.setVisible(on)


class ShareRows(QWidget):
    """Keeps room for `count` rows, so that nothing below moves; numbers have that for `widest`."""

    def __init__(self, count: int, widest: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(0, 48)
        self._rows = [_Row(grid, place, widest) for place in range(count)]
        for place in range(count):
            grid.setRowMinimumHeight(place, ROW_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_rows(())

    def show_rows(self, rows: Sequence[ShareRow]) -> None:
        """Show these, as many as there is room for."""
        for place, row in enumerate(self._rows):
            row.set_visible(place < len(rows))
            if place < len(rows):
                row.show(rows[place])
        self.setAccessibleName(", ".join(f"{row.name} {row.number}" for row in rows[: len(self._rows)]))
