"""Flatten: which row, column and channel became which position, and the picture of it: three by three laid in a row."""

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from core.inside.explanations import Cell, Moved
from core.inside.rounding import all_digits, decimals, reading, texts_of
from core.words import tr
from gui.widgets.inside.explain.cell_field import CellField
from gui.widgets.inside.explain.channel_products import grey_limits
from gui.widgets.inside.explain.formula import Formula, Result
from gui.widgets.inside.explain.lines import Line, Lines
from gui.widgets.inside.explain.number_grid import Place
from gui.widgets.inside.explain.painting import WIDTH_PX, greys
from gui.widgets.inside.explain.view import Shown, View, place, source_name
from gui.widgets.text import Text

Positions = npt.NDArray[np.int64]
_SIDE = 3


class FlattenView(View):
    """Above the channel around the number, below the same numbers in the row; a click on either side goes there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Shown | None = None
        self._cells: list[Cell] = []
        self._positions: Positions = np.zeros(0, np.int64)
        self._columns = _SIDE
        self._from = Text("", "caption", "text3")
        self.picture = CellField(WIDTH_PX, WIDTH_PX)
        self._into = Text("", "caption", "text3")
        self.strip = CellField(WIDTH_PX, WIDTH_PX)
        self._between = Text("", "caption", "text3", wrap=True)
        self.formula = Formula()
        self.lines = Lines()
        for widget in (self._from, self.picture, self._into, self.strip, self._between, self.formula, self.lines):
            flag = Qt.AlignmentFlag.AlignLeft if isinstance(widget, CellField) else Qt.AlignmentFlag(0)
            self.body.addWidget(widget, 0, flag)
        self.picture.cell_clicked.connect(self._on_picture_clicked)
        self.strip.cell_clicked.connect(self._on_strip_clicked)

    def fill(self, shown: Shown) -> None:
        explanation = shown.explanation
        assert isinstance(explanation, Moved)
        assert explanation.source is not None
        assert len(explanation.input_shape) == 3
        self._shown = shown
        values = shown.insight.values(explanation.inputs[0])
        row, column, channel = explanation.source
        rows, columns = (_around(at, length) for at, length in zip((row, column), values.shape[:2], strict=True))
        self._columns = len(columns)
        self._cells = [(at, across, channel) for at in rows for across in columns]
        self._positions = np.array([np.ravel_multi_index(cell, values.shape) for cell in self._cells])
        near = values[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1, channel].astype(np.float64)
        self._show_cells(near, values[:, :, channel], (row - rows[0], column - columns[0]))
        self._show_words(explanation)

    def words(self) -> str:
        labels = (self._from, self._into, self._between)
        fields = (self.picture.accessibleDescription(), self.strip.accessibleDescription())
        return "; ".join((*(label.text() for label in labels), *fields, self.formula.words(), self.lines.words()))

    def _show_cells(self, near: npt.NDArray[np.float64], channel: npt.NDArray[np.float32], at: Place) -> None:
        texts = texts_of(near, decimals(near.ravel().tolist(), widest=False))
        fills = greys(near, *grey_limits(channel))
        self.picture.show_cells(near, texts, fills, at, tooltip=self._picture_name)
        self.picture.setAccessibleDescription(", ".join(texts))
        count = near.size
        in_a_row = near.reshape(1, count)
        self.strip.show_cells(
            in_a_row,
            texts,
            fills.reshape(1, count, 3),
            (0, at[0] * self._columns + at[1]),
            tooltip=self._strip_name,
            captions=[f"{position:,}" for position in self._positions.tolist()],
        )
        self.strip.setAccessibleDescription(
            ", ".join(f"{text} ({position:,})" for text, position in zip(texts, self._positions, strict=True))
        )

    def _show_words(self, explanation: Moved) -> None:
        assert explanation.source is not None
        row, column, channel = explanation.source
        height, width, channels = explanation.input_shape
        layer = source_name(explanation.inputs[0])
        self._from.setText(tr("channel {channel} of {layer}, around this number", channel=channel, layer=layer))
        count = len(self._positions)
        self._into.setText(tr("the same {count} numbers in the long row, with their positions", count=count))
        self._between.setText(
            tr("row by row, one behind the other")
            if channels == 1
            else tr(
                "Row by row. All {channels:,} channels of a place come before the next place, so {others:,} other "
                "numbers stand between two neighbours here.",
                channels=channels,
                others=channels - 1,
            )
        )
        index = explanation.cell[-1]
        self.formula.show_formula(
            tr("position in the row"),
            (
                (tr("(row × columns + column) × channels + channel"),),
                (f"({row} × {width} + {column}) × {channels} + {channel} =", Result(f"{index:,}")),
            ),
        )
        value = reading(explanation.value)
        total = height * width * channels
        exact = all_digits(explanation.value)
        self.lines.show_lines(
            (
                Line(place(explanation.source), value, tooltip=exact),
                Line(
                    tr("position {index:,} of {total:,}", index=index, total=total),
                    f"= {value}",
                    style="result",
                    tooltip=exact,
                ),
            )
        )

    def _picture_name(self, at: Place) -> str:
        index = at[0] * self._columns + at[1]
        return tr("{cell} → {position}", cell=place(self._cells[index]), position=f"{self._positions[index]:,}")

    def _strip_name(self, at: Place) -> str:
        position = f"{self._positions[at[1]]:,}"
        return tr("{position} ← {cell}", cell=place(self._cells[at[1]]), position=position)

    def _on_picture_clicked(self, row: int, column: int) -> None:
        assert self._shown is not None
        self.cell_wanted.emit(self._shown.explanation.inputs[0], self._cells[row * self._columns + column])

    def _on_strip_clicked(self, _row: int, column: int) -> None:
        assert self._shown is not None
        self.cell_wanted.emit(self._shown.explanation.layer, (int(self._positions[column]),))


def _around(index: int, length: int) -> range:
    start = min(max(0, index - 1), max(0, length - _SIDE))
    return range(start, min(start + _SIDE, length))
