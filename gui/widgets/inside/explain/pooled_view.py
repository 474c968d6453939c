"""Pooling: the window, the winner and where it sat, or the mean; and what goes no further."""

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from core.inside.explanations import Pooled
from core.inside.rounding import all_digits, as_shown, decimals, reading, rounded, texts_of
from core.words import tr
from gui.widgets.inside.explain.cell_field import ROW_PX, CellField
from gui.widgets.inside.explain.channel_products import grey_limits
from gui.widgets.inside.explain.formula import Formula, Fraction, Result
from gui.widgets.inside.explain.lines import Line, Lines
from gui.widgets.inside.explain.number_grid import Mask, Place
from gui.widgets.inside.explain.painting import WIDTH_PX, greys
from gui.widgets.inside.explain.sums import chain, rounded_note
from gui.widgets.inside.explain.view import Shown, View, place, source_name
from gui.widgets.text import Text

_PICTURE_PX = 190
_FEW = 4


class PooledView(View):
    """The window as numbers, or a whole channel as a picture; a click on a cell goes to where it came from."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Shown | None = None
        self._head = Text("", "caption", "text3")
        self.field = CellField(WIDTH_PX - 100, _PICTURE_PX)
        self.formula = Formula()
        self.lines = Lines()
        self._loss = Text("", "caption", "text3", wrap=True)
        self.result = CellField(70, ROW_PX, clickable=False)
        beside = QHBoxLayout()
        beside.setSpacing(10)
        for field in (self.field, Text("→", "card", "text2"), self.result):
            beside.addWidget(field, 0, Qt.AlignmentFlag.AlignVCenter)
        beside.addStretch(1)
        self.body.addWidget(self._head)
        self.body.addLayout(beside)
        for widget in (self.formula, self.lines, self._loss):
            self.body.addWidget(widget)
        self.field.cell_clicked.connect(self._on_cell_clicked)

    def fill(self, shown: Shown) -> None:
        explanation = shown.explanation
        assert isinstance(explanation, Pooled)
        self._shown = shown
        values = explanation.values
        outside = np.isnan(values) & _is_outside(shown, explanation)
        digits = decimals(values.ravel().tolist(), widest=False)
        limits = grey_limits(shown.insight.values(explanation.inputs[0])[..., explanation.channel])
        self._head.setText(
            tr(
                "channel {channel} of {layer}, the numbers under the window",
                channel=explanation.channel,
                layer=source_name(explanation.inputs[0]),
            )
            if not explanation.is_global
            else tr(
                "channel {channel} of {layer}, all of it",
                channel=explanation.channel,
                layer=source_name(explanation.inputs[0]),
            )
        )
        texts = texts_of(values, digits) if values.size <= 64 else [""] * values.size
        texts = ["" if out else text for text, out in zip(texts, outside.ravel().tolist(), strict=True)]
        winner = _winner_place(explanation)
        self.field.show_cells(values, texts, greys(values, *limits), winner, outside, tooltip=self._cell_name)
        came_out = np.array([[explanation.value]])
        self.result.show_cells(came_out, [reading(explanation.value)], greys(came_out, *limits))
        self.field.setAccessibleName(self._head.text())
        self.field.setAccessibleDescription(", ".join(texts[:64]))
        if explanation.how == "max":
            self._show_largest(explanation, outside)
        else:
            self._show_mean(explanation, outside)

    def words(self) -> str:
        parts = [self._head.text(), self.field.accessibleDescription(), self.lines.words(), self._loss.text()]
        if not self.formula.isHidden():
            parts.append(self.formula.words())
        return "; ".join(part for part in parts if part)

    def _show_largest(self, explanation: Pooled, outside: Mask) -> None:
        self.formula.hide()
        count = int(outside.size - outside.sum())
        winner = explanation.winner
        sat = place((*winner[:2], explanation.channel)) if winner is not None else tr("nowhere")
        exact = all_digits(explanation.value)
        self.lines.show_lines(
            (
                Line(tr("the largest of {count:,}, ringed", count=count), reading(explanation.value), tooltip=exact),
                Line(tr("it sat in"), sat),
                Line(place(explanation.cell), f"= {reading(explanation.value)}", style="result", tooltip=exact),
            )
        )
        self._loss.setText(
            tr(
                "{count:,} numbers go no further, and neither does the exact place of the largest: the picture gets "
                "smaller, what was found stays.",
                count=max(0, count - 1),
            )
        )

    def _show_mean(self, explanation: Pooled, outside: Mask) -> None:
        kept = explanation.values[~outside]
        total, count = float(kept.sum()), kept.size
        terms = rounded(kept.tolist(), total) if count <= _FEW else None
        label = chain(terms.terms) if terms else tr("sum of {count:,}", count=count)
        note = tr("rounded") if terms and not terms.adds_up else ""
        shown_total = terms.total if terms else reading(total)
        exact = all_digits(explanation.value)
        self.formula.show_formula(
            tr("the mean"),
            ((Fraction(shown_total, f"{count:,}"), "=", Result(reading(explanation.value))),),
            f"{all_digits(total)} / {count:,} = {exact}",
        )
        self.formula.show()
        self.lines.show_lines(
            (
                Line(label, f"= {shown_total}", note, tooltip=all_digits(total)),
                Line(
                    place(explanation.cell),
                    f"= {reading(explanation.value)}",
                    rounded_note(as_shown(shown_total) / max(1, count), reading(explanation.value)),
                    "result",
                    exact,
                ),
            )
        )
        self._loss.setText(
            tr("Of {count:,} numbers only their mean goes further: the picture gets smaller and calmer.", count=count)
        )

    def _source(self, at: Place) -> tuple[int, ...]:
        assert self._shown is not None
        explanation = self._shown.explanation
        assert isinstance(explanation, Pooled)
        return int(explanation.rows[at[0]]), int(explanation.columns[at[1]]), explanation.channel

    def _cell_name(self, at: Place) -> str:
        return place(self._source(at))

    def _on_cell_clicked(self, row: int, column: int) -> None:
        assert self._shown is not None
        source = self._shown.explanation.inputs[0]
        cell = self._source((row, column))
        shape = self._shown.insight.values(source).shape
        if all(0 <= index < length for index, length in zip(cell, shape, strict=True)):
            self.cell_wanted.emit(source, cell)


def _is_outside(shown: Shown, explanation: Pooled) -> Mask:
    """Which places of the window lie outside of the input."""
    height, width = shown.insight.values(explanation.inputs[0]).shape[:2]
    rows = (explanation.rows < 0) | (explanation.rows >= height)
    columns = (explanation.columns < 0) | (explanation.columns >= width)
    return np.asarray(rows[:, None] | columns[None, :])


def _winner_place(explanation: Pooled) -> Place | None:
    """The winner's place within the window."""
    if explanation.winner is None:
        return None
    rows = np.flatnonzero(explanation.rows == explanation.winner[0])
    columns = np.flatnonzero(explanation.columns == explanation.winner[1])
    return (int(rows[0]), int(columns[0])) if rows.size and columns.size else None
