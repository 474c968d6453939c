"""Dense: the products that push a node up and down the most, where in the picture they come from, and all sums."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.answers import Insight
from core.inside.arithmetic import by_place, source_cell, strongest_terms
from core.inside.explanations import Cell, WeightedSum
from core.inside.rounding import all_digits, as_shown, decimals, follows, reading, shown
from core.words import tr
from gui import theme
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.inside.explain.lines import Line, Lines
from gui.widgets.inside.explain.painting import LEFT, RIGHT, draw, draw_elided
from gui.widgets.inside.explain.place_map import PlaceMap
from gui.widgets.inside.explain.rows import Rows
from gui.widgets.inside.explain.sums import closing_lines
from gui.widgets.inside.explain.two_sided import paint_two_sided
from gui.widgets.inside.explain.view import Shown, View, place, source_name
from gui.widgets.text import Text

_MOST = 3
_BAR_PX, _NUMBER_PX = 80, 56


class TermRows(Rows):
    """A row for each product: where its value stands, value times weight, a bar to the left or right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(34, tr("Products that count most"), parent)
        self._cells: list[Cell] = []
        self._pairs: list[tuple[float, float]] = []
        self._reach = 1.0
        self._digits = 2

    def show_terms(self, cells: list[Cell], pairs: list[tuple[float, float]]) -> None:
        """Places, and (value, weight) there."""
        self._cells, self._pairs = cells, pairs
        products = [value * weight for value, weight in pairs]
        self._reach = max(map(abs, products), default=1.0) or 1.0
        self._digits = decimals(products)
        self.set_count(len(cells))
        self.setAccessibleDescription(self.words())

    def words(self) -> str:
        """All rows as text."""
        return "; ".join(
            f"{place(self._cells[row])}: {self._factors(row)} = {self._product(row)}" for row in range(self.count())
        )

    def _factors(self, row: int) -> str:
        value, weight = self._pairs[row]
        digits = max(decimals([value]), 2), decimals([weight])
        texts = shown(value, digits[0]), shown(weight, digits[1])
        factors = f"{texts[0]} × {texts[1]}"
        is_exact = follows(as_shown(texts[0]) * as_shown(texts[1]), self._product(row))
        return factors if is_exact else tr("{what}, rounded", what=factors)

    def _product(self, row: int) -> str:
        value, weight = self._pairs[row]
        return shown(value * weight, self._digits)

    def paint_row(self, painter: QPainter, rect: QRectF, row: int, lit: bool) -> None:
        colours = theme.current()
        if lit:
            self.paint_ground(painter, rect, colours.sunken)
        inner = rect.adjusted(4, 2, -4, -2)
        text = inner.adjusted(0, 0, -_BAR_PX - _NUMBER_PX - 8, 0)
        above, below = text.adjusted(0, 0, 0, -text.height() / 2), text.adjusted(0, text.height() / 2, 0, 0)
        draw_elided(painter, above, place(self._cells[row]), "caption", colours.text, LEFT)
        draw(painter, below, self._factors(row), "small", colours.text3, LEFT)
        bar = QRectF(text.right() + 8, inner.top(), _BAR_PX, inner.height())
        value, weight = self._pairs[row]
        paint_two_sided(painter, bar, value * weight, self._reach)
        number = QRectF(bar.right(), inner.top(), _NUMBER_PX, inner.height())
        draw(painter, number, self._product(row), "body", colours.text, RIGHT, 500)

    def row_tooltip(self, row: int) -> str:
        value, weight = self._pairs[row]
        return f"{all_digits(value)} × {all_digits(weight)} = {all_digits(value * weight)}"


class DenseView(View):
    """The strongest products either way; a click on one goes to where its value stands."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._targets: list[tuple[str, Cell]] = []
        self._head = ElidedLabel("", "caption", "text3", at_end=True)
        self.terms = TermRows()
        self.map = PlaceMap()
        self._map_words = Text("", "caption", "text3", wrap=True)
        self._map_box = QWidget()
        self.lines = Lines()
        beside = QHBoxLayout(self._map_box)
        beside.setContentsMargins(0, 2, 0, 2)
        beside.setSpacing(12)
        beside.addWidget(self.map)
        words = QVBoxLayout()
        words.addWidget(self._map_words)
        words.addStretch(1)
        beside.addLayout(words, 1)
        for widget in (self._head, self.terms, self._map_box, self.lines):
            self.body.addWidget(widget)
        self.terms.row_chosen.connect(self._on_term_chosen)

    def fill(self, shown: Shown) -> None:
        explanation = shown.explanation
        assert isinstance(explanation, WeightedSum)
        up, down = strongest_terms(explanation, _MOST)
        chosen = [*up, *reversed(down)]
        self._targets = [_target(shown.insight, explanation, index) for index in chosen]
        pairs = [(float(explanation.values[index]), float(explanation.weights[index])) for index in chosen]
        self.terms.show_terms([cell for _, cell in self._targets], pairs)
        source = self._targets[0][0] if self._targets else explanation.inputs[0]
        count = len(explanation.values)
        self._head.set_text(
            tr(
                "strongest {shown} of {count:,} products, places in {layer}",
                shown=len(chosen),
                count=count,
                layer=source_name(source),
            )
        )
        nothing = _nothing(explanation)
        has_map = self._show_places(shown, explanation, nothing)
        # Beside the map there is room for it; the lines below are for what is added up.
        extra = () if has_map or not nothing else (Line(nothing, reading(0.0)),)
        self.lines.show_lines((*extra, *_sum_lines(explanation, shown.class_names)))

    def words(self) -> str:
        parts = [self._head.text(), self.terms.words(), self.lines.words()]
        if not self._map_box.isHidden():
            parts.insert(2, self._map_words.text())
        return "; ".join(parts)

    def _show_places(self, shown: Shown, explanation: WeightedSum, nothing: str) -> bool:
        """Whether there is a picture that the products come from; then it is shown."""
        places = by_place(shown.insight, explanation.layer, explanation)
        pixels = shown.insight.answer.pixels
        has_map = places is not None and pixels is not None
        self._map_box.setVisible(has_map)
        if places is not None and pixels is not None:
            self.map.show_places(places, pixels)
            where = tr("Where in the photo they came from: red places pushed this number up, blue ones down.")
            self._map_words.setText("\n\n".join(part for part in (where, nothing) if part))
        return has_map

    def _on_term_chosen(self, row: int) -> None:
        self.cell_wanted.emit(*self._targets[row])


def _target(insight: Insight, explanation: WeightedSum, index: int) -> tuple[str, Cell]:
    position = tuple(int(part) for part in explanation.positions[index])
    return source_cell(insight, explanation.layer, position)


def _nothing(explanation: WeightedSum) -> str:
    """How many products are zero, in words; nothing where none is."""
    count = int((explanation.products == 0).sum())
    return tr("{count:,} bring nothing, because a factor is 0", count=count) if count else ""


def _sum_lines(explanation: WeightedSum, class_names: Sequence[str]) -> tuple[Line, ...]:
    """Everything that pushes up, everything that pushes down, what does neither; then on to the number."""
    products = explanation.products
    up, down = products[products > 0], products[products < 0]
    parts = [float(up.sum()), float(down.sum())]
    name = tr("{up:,} push up, {down:,} push down", up=len(up), down=len(down))
    odd = int(np.isnan(products).sum())
    if odd:
        # Without them the sum would be another.
        parts.append(float("nan"))
    return closing_lines(explanation, name, parts, tr("bias"), class_names)
