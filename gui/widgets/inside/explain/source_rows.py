"""Numbers of other layers to go to: where a number was moved from, what met at a place, the steps of a trace."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from core.inside.explanations import Cell
from core.inside.rounding import all_digits, reading
from gui import theme
from gui.widgets.inside.explain.painting import LEFT, RIGHT, draw, draw_elided, width_of
from gui.widgets.inside.explain.rows import Rows

ROW_PX = 34
_PAD = 8


@dataclass(frozen=True)
class SourceRow:
    """A cell of a layer (`layer` is its name in the network, `title` what is shown), the place in words, its value, and
    a word on what it did."""

    layer: str
    cell: Cell
    value: float
    title: str
    where: str
    note: str = ""


class SourceRows(Rows):
    """Layer and place, the value at the right; `choose` lights one up for good."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(ROW_PX, name, parent)
        self._rows: tuple[SourceRow, ...] = ()
        self._chosen: int | None = None

    def show_rows(self, rows: Sequence[SourceRow]) -> None:
        """Show these."""
        self._rows = tuple(rows)
        self._chosen = None
        self.set_count(len(self._rows))
        self.setAccessibleDescription(self.words())

    def choose(self, row: int | None) -> None:
        """The row that is looked at now."""
        self._chosen = row
        self.update()

    def row(self, row: int) -> SourceRow:
        """What stands in a row."""
        return self._rows[row]

    def words(self) -> str:
        """All rows as text."""
        parts = (f"{row.title}, {row.where}: {reading(row.value)} {row.note}".strip() for row in self._rows)
        return "; ".join(parts)

    def paint_row(self, painter: QPainter, rect: QRectF, row: int, lit: bool) -> None:
        colours, shown, chosen = theme.current(), self._rows[row], row == self._chosen
        if chosen or lit:
            self.paint_ground(painter, rect, colours.soft if chosen else colours.sunken)
        inner = rect.adjusted(_PAD, 2, -_PAD, -2)
        value = reading(shown.value)
        number_px = width_of(value, "body", 600) + 8
        half = inner.height() / 2
        above, below = inner.adjusted(0, 0, 0, -half), inner.adjusted(0, half, 0, 0)
        draw(painter, above, value, "body", colours.text, RIGHT, 600)
        title_tone = colours.accent if chosen else colours.text
        draw_elided(painter, above.adjusted(0, 0, -number_px, 0), shown.title, "body", title_tone, LEFT, 500)
        note_px = width_of(shown.note, "small") + 8 if shown.note else 0
        draw(painter, below, shown.note, "small", colours.text3, RIGHT)
        draw_elided(painter, below.adjusted(0, 0, -note_px, 0), shown.where, "small", colours.text2, LEFT)

    def row_tooltip(self, row: int) -> str:
        shown = self._rows[row]
        return f"{shown.title}, {shown.where}: {all_digits(shown.value)}"
