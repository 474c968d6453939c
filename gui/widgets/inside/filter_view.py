"""The filters of a convolution: what each slice looks like, and how it has changed since the first epoch."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.inside.operations import Array, LayerFacts, Withheld
from core.words import tr
from gui import theme
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.inside.filter_grid import FilterGrid
from gui.widgets.inside.filter_slices import MOST_SLICES, Filters, as_filters, filters_of
from gui.widgets.inside.tile_layout import MARGIN_PX
from gui.widgets.segmented import Segmented

_WIDE_PX = 560


class FilterView(QWidget):
    """One line of words and a switch between the filters and their change, and the filters as a grid.

    `filter_chosen` reports what the user chose, `pointed` what lies under the pointer, in words.
    """

    filter_chosen = Signal(int)
    pointed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts: LayerFacts | None = None
        self._first_epoch = 1
        self.grid = FilterGrid()
        self._caption = ElidedLabel("", "caption", "text2", at_end=True)
        self.switch = Segmented(
            (("now", tr("Now")), ("change", tr("Change"))),
            accessible_name=tr("Filters"),
            tooltip=tr("Now: the weights as they are. Change: what training has added to them since the first epoch."),
        )
        line = QHBoxLayout()
        line.setContentsMargins(MARGIN_PX, 0, MARGIN_PX, 0)
        line.setSpacing(theme.LABEL_GAP)
        line.addWidget(self._caption, 1)
        line.addWidget(self.switch)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(line)
        layout.addWidget(self.grid, 1)
        self.switch.chosen.connect(self._on_switched)
        self.grid.filter_chosen.connect(self.filter_chosen)
        self.grid.pointed.connect(self.pointed)

    def show_filters(
        self,
        facts: LayerFacts,
        first: Mapping[str, NDArray[np.floating]] | None,
        first_epoch: int = 1,
        names: Sequence[str] = (),
    ) -> None:
        """Show a layer's filters. `first` are the kernels at the end of `first_epoch` by layer, None
        where they are not kept; `names` of the input's channels, where they have any."""
        is_same_layer = self._facts is not None and self._facts.name == facts.name
        self._facts, self._first_epoch = facts, first_epoch
        if isinstance(facts.operation, Withheld) and is_same_layer and self.grid.count:
            return  # what was shown a moment ago is nearer to the truth than nothing
        filters = filters_of(facts.operation)
        kernel = None if first is None else first.get(facts.name)
        before = None if kernel is None or filters is None else as_filters(filters.operation, kernel)
        self.grid.show_filters(filters, before, names)
        self._caption.set_text(self._in_words(filters, names))
        self._allow_change(before)
        self._name_switch()

    def show_epoch(self, epoch: int | None) -> None:
        """Whether the filters are those of an earlier epoch; None: they are those of now."""
        self.switch.set_label("now", tr("Now") if epoch is None else tr("Epoch {epoch}", epoch=epoch))

    def words(self) -> str:
        """The line above the filters."""
        return self._caption.text()

    def _allow_change(self, first: Array | None) -> None:
        why_not = tr("The filters of an earlier epoch are kept for runs that were trained here.")
        self.switch.set_option_enabled("change", first is not None, "" if first is not None else why_not)
        if first is None and self.switch.key() == "change":
            self.switch.choose("now")
            self.grid.set_shows_change(False)

    def _name_switch(self) -> None:
        is_wide = self.width() >= _WIDE_PX
        since = tr("Change since epoch {epoch}", epoch=self._first_epoch)
        self.switch.set_label("change", since if is_wide else tr("Change"))

    def _in_words(self, filters: Filters | None, names: Sequence[str]) -> str:
        if filters is None:
            return tr("The weights of this large layer come with the next look.")
        if filters.slices == 1:
            return tr("Each filter weighs one channel. Blue: below zero, red: above.")
        if len(names) == filters.slices == 3:
            return tr("Each filter from left to right: {names}", names=", ".join(names))
        if filters.slices > MOST_SLICES:
            return tr(
                "Of the {slices} slices of each filter, the {shown} with the largest weights",
                slices=filters.slices,
                shown=MOST_SLICES,
            )
        return tr("Each filter has {slices} slices, one for each channel that comes in", slices=filters.slices)

    def _on_switched(self, key: str) -> None:
        self.grid.set_shows_change(key == "change")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._name_switch()
