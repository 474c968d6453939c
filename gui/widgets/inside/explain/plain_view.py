"""Numbers that are moved, merged, or not explained: where they stood, and what was done to them."""

from PySide6.QtWidgets import QWidget

from core.inside.explanations import Merged, Moved
from core.inside.rounding import all_digits, reading, rounded
from core.numerals import MINUS
from core.words import tr
from gui.widgets.inside.explain.lines import Line, Lines
from gui.widgets.inside.explain.source_rows import SourceRow, SourceRows
from gui.widgets.inside.explain.sums import chain
from gui.widgets.inside.explain.view import Shown, View, has_layer, place, source_name
from gui.widgets.text import Text


class PlainView(View):
    """The numbers that went in as rows to go to, what was done with them, and the result."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Shown | None = None
        self._head = Text("", "caption", "text3")
        self.sources = SourceRows(tr("What went in"))
        self.lines = Lines()
        for widget in (self._head, self.sources, self.lines):
            self.body.addWidget(widget)
        self.sources.row_chosen.connect(self._on_source_chosen)

    def fill(self, shown: Shown) -> None:
        self._shown = shown
        explanation = shown.explanation
        rows: list[SourceRow] = []
        lines: list[Line] = []
        match explanation:
            case Merged():
                rows = [
                    _row(explanation.inputs[index], cell, value)
                    for (index, cell), value in zip(explanation.sources, explanation.values, strict=True)
                ]
                lines = [_merge_line(explanation)]
            case Moved(source=None):
                lines = [Line(tr("padding: outside of the input stand zeros"), reading(0.0))]
            case Moved(source=tuple() as source):
                rows = [_row(explanation.inputs[0], source, explanation.value)]
                lines = [Line(tr("passed on as it is"), reading(explanation.value))]
        self._head.setText(tr("what went in"))
        self._head.setVisible(bool(rows))
        self.sources.setVisible(bool(rows))
        self.sources.show_rows(rows)
        result = f"= {reading(explanation.value)}"
        exact = all_digits(explanation.value)
        lines.append(Line(place(explanation.cell, shown.class_names), result, style="result", tooltip=exact))
        self.lines.show_lines(lines)

    def words(self) -> str:
        return "; ".join(part for part in (self.sources.words(), self.lines.words()) if part)

    def _on_source_chosen(self, row: int) -> None:
        assert self._shown is not None
        source = self.sources.row(row)
        if has_layer(self._shown.insight, source.layer):
            self.cell_wanted.emit(source.layer, source.cell)


def _row(layer: str, cell: tuple[int, ...], value: float) -> SourceRow:
    return SourceRow(layer, cell, value, source_name(layer), place(cell))


def _merge_line(explanation: Merged) -> Line:
    values = explanation.values
    shown = rounded(values, explanation.value)
    texts = list(shown.terms)
    exact = all_digits(explanation.value)
    match explanation.how:
        case "add":
            return Line(tr("added"), chain(texts), "" if shown.adds_up else tr("rounded"), tooltip=exact)
        case "subtract":
            minuend, subtrahend = texts
            inner = f"({subtrahend})" if subtrahend.startswith(MINUS) else subtrahend
            return Line(tr("the second taken from the first"), f"{minuend} {MINUS} {inner}", tooltip=exact)
        case "multiply":
            return Line(tr("multiplied"), " × ".join(texts), tr("rounded"), tooltip=exact)
        case "average":
            return Line(tr("the mean"), f"({chain(texts)}) / {len(texts)}", tr("rounded"), tooltip=exact)
        case "maximum":
            return Line(tr("the largest"), f"max({', '.join(texts)})", tooltip=exact)
        case "minimum":
            return Line(tr("the smallest"), f"min({', '.join(texts)})", tooltip=exact)
    return Line(tr("placed behind one another"), texts[0], tooltip=exact)
