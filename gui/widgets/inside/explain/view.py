"""What all explanations have in common: where they get their numbers from, and how they ask for another cell."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.answers import Insight
from core.inside.explanations import Cell, Explanation
from core.inside.operations import (
    PICTURE,
)
from core.inside.trace import is_colours
from core.words import tr


@dataclass(frozen=True)
class Shown:
    """A number, how it came about, and what it belongs to. `target` is the index of the picture's own class."""

    insight: Insight
    explanation: Explanation
    class_names: tuple[str, ...] = ()
    target: int | None = None


class View(QWidget):
    """One kind of explanation. It is kept, and shows the next number in the same places.

    `cell_wanted`: another number to explain (its layer, its cell).
    """

    cell_wanted = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(6)

    def show_number(self, shown: Shown) -> None:
        """Show how this number came about. A diverging network's infinities are shown, not warned of."""
        with np.errstate(all="ignore"):
            self.fill(shown)

    def fill(self, shown: Shown) -> None:
        """What a kind of explanation puts in its places."""
        raise NotImplementedError

    def words(self) -> str:
        """Everything that is shown, as text."""
        raise NotImplementedError


def place(cell: Cell, class_names: Sequence[str] = ()) -> str:
    """A cell in words: row, column and channel, or an index, or the class where there is one for each."""
    if len(cell) == 3:
        row, column, channel = cell
        return tr("row {row}, column {column}, channel {channel}", row=row, column=column, channel=channel)
    if len(cell) == 1:
        index = cell[0]
        return class_names[index] if index < len(class_names) else tr("value {index:,}", index=index)
    return ", ".join(str(part) for part in cell)


def channel_name(insight: Insight, source: str, channel: int) -> str:
    """A channel's name: its colour where the source is the picture itself, if only scaled, else its number."""
    if 0 <= channel < 3 and is_colours(insight, source):
        return (tr("red"), tr("green"), tr("blue"))[channel]
    return tr("channel {channel}", channel=channel)


def source_name(source: str) -> str:
    """A layer's name as it is, or that of the picture."""
    return tr("the picture") if source == PICTURE else source


def has_layer(insight: Insight, source: str) -> bool:
    """Whether there is a layer of that name to go to: the picture is none."""
    return source != PICTURE and any(output.name == source for output in insight.outputs)
