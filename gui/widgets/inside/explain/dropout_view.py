"""Dropout: nothing when classifying, beside what it does in training: a mask over the real values."""

import math

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from core.inside.arithmetic import dropout_mask
from core.inside.colours import colourise, limits, viridis
from core.inside.explanations import Moved
from core.inside.rounding import all_digits, as_shown, decimals, reading, texts_of
from core.numerals import percent
from core.words import tr
from gui.widgets.buttons import SmallButton
from gui.widgets.inside.explain.cell_field import CellField
from gui.widgets.inside.explain.lines import Line, Lines
from gui.widgets.inside.explain.painting import WIDTH_PX
from gui.widgets.inside.explain.sums import rounded_note
from gui.widgets.inside.explain.view import Shown, View, place
from gui.widgets.text import Text

Values = npt.NDArray[np.float32]
_HALF_PX = WIDTH_PX // 2 - 8
_PICTURE_PX = 136
_AROUND = 1


class DropoutView(View):
    """The channel as it is, beside the same with a random share cut. "Another mask" draws again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Shown | None = None
        self._seed = 1
        self._heads = (Text(tr("when classifying"), weight=600), Text(tr("in training"), weight=600))
        self.pictures = tuple(CellField(_HALF_PX, _PICTURE_PX, clickable=False) for _ in range(2))
        self.close_ups = tuple(CellField(_HALF_PX, _PICTURE_PX, clickable=False) for _ in range(2))
        self._close_up_name = Text(tr("around this number, cut ones crossed out"), "caption", "text3")
        self.again_button = SmallButton(
            tr("Another mask"), "shuffle", tr("Cut other values at random, as training does for every picture anew")
        )
        self._count = Text("", "caption", "text2", tabular=True)
        self.lines = Lines()
        self._arrange()
        self.again_button.clicked.connect(self._on_again)

    def fill(self, shown: Shown) -> None:
        explanation = shown.explanation
        assert isinstance(explanation, Moved)
        self._shown = shown
        self._show(shown, explanation)

    def words(self) -> str:
        return "; ".join((*(head.text() for head in self._heads), self._count.text(), self.lines.words()))

    def _show(self, shown: Shown, explanation: Moved) -> None:
        values = shown.insight.values(explanation.inputs[0])
        masked, cut = dropout_mask(explanation, values, self._seed)
        self._show_pictures(explanation, values, masked, cut)
        self._show_close_up(explanation, values, masked, cut)
        count = int(cut.sum())
        self._count.setText(
            tr(
                "{count:,} of {total:,} cut: {share}",
                count=count,
                total=cut.size,
                share=percent(count / max(1, cut.size), 1),
            )
        )
        self.lines.show_lines(_lines(explanation, bool(cut[explanation.cell]), float(masked[explanation.cell])))

    def _show_pictures(self, explanation: Moved, values: Values, masked: Values, cut: npt.NDArray[np.bool_]) -> None:
        channel, at = _flat(values, explanation), _place(values, explanation)
        low_and_high = limits(_flat(masked, explanation))
        nothing = [""] * channel.size
        sides = ((channel, None), (_flat(masked, explanation), _flat(cut, explanation)))
        for picture, (shown, crossed) in zip(self.pictures, sides, strict=True):
            picture.show_cells(shown, nothing, colourise(shown, *low_and_high, viridis()), at, crossed=crossed)
            picture.setAccessibleName(tr("the channel") if values.ndim == 3 else tr("all values"))

    def _show_close_up(self, explanation: Moved, values: Values, masked: Values, cut: npt.NDArray[np.bool_]) -> None:
        (rows, columns), at = _near(_flat(values, explanation), _place(values, explanation))
        low_and_high = limits(_flat(masked, explanation))
        sides = ((values, False), (masked, True))
        for field, (source, is_masked) in zip(self.close_ups, sides, strict=True):
            near = _flat(source, explanation)[rows, columns].astype(np.float64)
            texts = texts_of(near, decimals(near.ravel().tolist(), widest=False))
            crossed = _flat(cut, explanation)[rows, columns] if is_masked else None
            field.show_cells(near, texts, colourise(near, *low_and_high, viridis()), at, crossed=crossed)
            field.setAccessibleDescription(", ".join(texts))

    def _on_again(self) -> None:
        self._seed += 1
        if self._shown is not None:
            self.show_number(self._shown)

    def _arrange(self) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        for column in range(2):
            at_left = Qt.AlignmentFlag.AlignLeft
            grid.addWidget(self._heads[column], 0, column, at_left)
            grid.addWidget(self.pictures[column], 1, column, at_left)
            grid.addWidget(self.close_ups[column], 3, column, at_left)
            grid.setColumnStretch(column, 1)
        grid.addWidget(self._close_up_name, 2, 0, 1, 2)
        again = QHBoxLayout()
        again.addWidget(self._count, 1)
        again.addWidget(self.again_button)
        self.body.addLayout(grid)
        self.body.addLayout(again)
        self.body.addWidget(self.lines)


def _lines(explanation: Moved, is_cut: bool, masked: float) -> tuple[Line, ...]:
    assert explanation.dropout is not None
    kept, value = 1 - explanation.dropout.rate, explanation.value
    if is_cut:
        training = Line(tr("in training, under this mask: cut"), reading(0.0))
    else:
        scaled = f"{reading(value)} / {reading(kept)} = {reading(masked)}"
        computed = as_shown(reading(value)) / kept if kept else math.nan
        note = rounded_note(computed, reading(masked))
        training = Line(tr("in training: kept and scaled"), scaled, note, tooltip=all_digits(masked))
    return (
        training,
        Line(tr("when classifying: nothing"), f"{reading(value)} → {reading(value)}", tooltip=all_digits(value)),
        Line(place(explanation.cell), f"= {reading(value)}", style="result", tooltip=all_digits(value)),
    )


def _flat(values: npt.NDArray, explanation: Moved) -> npt.NDArray:  # type: ignore[type-arg]
    """The cell's channel, or a vector laid out in rows; short of a whole row it is filled up with nothing."""
    if values.ndim == 3:
        return values[:, :, explanation.cell[2]]
    flat = values.reshape(-1)
    columns = max(1, int(np.ceil(np.sqrt(flat.size))))
    rows = -(-flat.size // columns)
    filled = np.zeros(rows * columns, flat.dtype)
    filled[: flat.size] = flat
    return filled.reshape(rows, columns)


def _place(values: npt.NDArray, explanation: Moved) -> tuple[int, int]:  # type: ignore[type-arg]
    if values.ndim == 3:
        return explanation.cell[0], explanation.cell[1]
    index = int(np.ravel_multi_index(explanation.cell, values.shape))
    row, column = divmod(index, max(1, int(np.ceil(np.sqrt(values.size)))))
    return row, column


def _near(channel: npt.NDArray, at: tuple[int, int]) -> tuple[tuple[slice, slice], tuple[int, int]]:  # type: ignore[type-arg]
    """Three by three around a cell, cut at the edges; and where the cell is in it."""
    starts = [min(max(0, index - _AROUND), max(0, length - 3)) for index, length in zip(at, channel.shape, strict=True)]
    slices = tuple(slice(start, min(start + 3, length)) for start, length in zip(starts, channel.shape, strict=True))
    return (slices[0], slices[1]), (at[0] - starts[0], at[1] - starts[1])
