"""Trace back: from a number to the one that did most for it, layer by layer, down to a pixel."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.answers import Insight
from core.inside.explanations import Step
from core.inside.operations import PICTURE
from core.inside.rounding import reading
from core.inside.words import kind_name
from core.words import tr
from gui.widgets.inside.explain.region_photo import RegionPhoto, region_in_words
from gui.widgets.inside.explain.source_rows import SourceRow, SourceRows
from gui.widgets.inside.explain.view import place
from gui.widgets.text import Text

_PHOTO_PX = 160


class TraceView(QWidget):
    """The photo above, the steps below. Pointing at a step lights up what it sees; a click wants it explained."""

    cell_wanted = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.photo = RegionPhoto(_PHOTO_PX)
        self._explanation = Text(
            tr(
                "From this number back to the one that did most for it, down to one pixel. Point at a step to see "
                "what it sees, click it to have it explained."
            ),
            "caption",
            "text2",
            wrap=True,
        )
        self._region = Text("", "caption", "text3", wrap=True)
        self.rows = SourceRows(tr("Steps back to the photo"))
        beside = QHBoxLayout()
        beside.setSpacing(12)
        beside.addWidget(self.photo)
        words = QVBoxLayout()
        words.addWidget(self._explanation)
        words.addWidget(self._region)
        words.addStretch(1)
        beside.addLayout(words, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(beside)
        layout.addWidget(self.rows)
        self._steps: tuple[Step, ...] = ()
        self.rows.row_pointed.connect(self._choose)
        self.rows.row_chosen.connect(self._on_row_chosen)

    def show_steps(self, steps: Sequence[Step], insight: Insight, class_names: Sequence[str] = ()) -> None:
        """Show a trace of this photo, with its first step chosen; `class_names` are the network's."""
        self._steps = tuple(steps)
        self.photo.show_regions(insight.answer.pixels, [step.region for step in steps])
        self.rows.show_rows([_row(step, _names(step, insight, class_names)) for step in steps])
        self._choose(0)

    def words(self) -> str:
        """The steps as text."""
        return f"{self.rows.words()}; {self._region.text()}"

    def _choose(self, index: int) -> None:
        if index < len(self._steps):
            self.rows.choose(index)
            self.photo.choose(index)
            self._region.setText(region_in_words(self._steps[index].region))

    def _on_row_chosen(self, index: int) -> None:
        self._choose(index)
        step = self._steps[index]
        if step.layer != PICTURE:
            self.cell_wanted.emit(step.layer, step.cell)


def _names(step: Step, insight: Insight, class_names: Sequence[str]) -> Sequence[str]:
    """The classes' names where the step's layer has a number for each."""
    is_per_class = step.layer != PICTURE and insight.values(step.layer).shape == (len(class_names),)
    return class_names if is_per_class else ()


def _row(step: Step, class_names: Sequence[str]) -> SourceRow:
    where = place(step.cell, class_names)
    note = "" if step.amount is None else tr("brought {amount}", amount=reading(step.amount))
    if step.layer == PICTURE:
        return SourceRow(step.layer, step.cell, step.value, tr("pixel of the photo"), where, note)
    kind = str(kind_name(step.kind))
    title = step.layer if kind.casefold() == step.layer.casefold() else f"{step.layer}  ·  {kind}"
    return SourceRow(step.layer, step.cell, step.value, title, where, note)
