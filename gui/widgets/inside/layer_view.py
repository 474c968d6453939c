"""One layer: what it put out, or the filters that did it, and the number under the pointer."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from core.answers import Insight, LayerOutput
from core.inside.explanations import Cell, Region
from core.inside.operations import Convolution, DepthwiseConvolution, LayerFacts, Withheld
from core.inside.words import description, explanation
from core.words import tr
from gui.widgets.card import Card
from gui.widgets.inside.channel_grid import ChannelGrid
from gui.widgets.inside.filter_slices import filters_of
from gui.widgets.inside.filter_view import FilterView
from gui.widgets.inside.layer_header import WIDE_PX, LayerFoot, LayerHeader
from gui.widgets.inside.layer_thumbs import Values, drawable
from gui.widgets.inside.layer_words import channel_in_words, filters_in_words, range_in_words, value_in_words
from gui.widgets.inside.slide_view import SlideView
from gui.widgets.inside.vector_view import VectorView
from gui.widgets.text import Text

FEW_BARS = 10
"""As many bars stand in the smallest window without scrolling."""
LINGER_MS = 2000
"""How long the picture that a slide has filled stays before the channels come back."""
_NO_LIMIT = 16_777_215
_WITH_FILTERS = ("Conv2D", "DepthwiseConv2D")


class LayerView(Card):
    """Channels as a grid, a vector as bars or cells, a convolution's filters, or its window sliding. Another output of
    the same shape keeps place, zoom and choice.

    `cell_chosen` reports the cell that the user chose, (row, column, channel) or (index,); `view_changed` that they
    turned to "output" or "filters"; `slide_reached` where the sliding window is, `slide_finished` that it is through,
    or that another layer or page has cut it short.
    """

    cell_chosen = Signal(object)
    view_changed = Signal(str)
    slide_reached = Signal(object)
    slide_finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Layer"), parent=parent)
        self._values: Values = np.zeros(0, np.float32)
        self._names: tuple[str, ...] = ()
        self._as_shares = False
        self._described = ""
        self._facts: LayerFacts | None = None
        self._pointed: Cell | None = None
        self._pointed_weight = ""
        self._head, self._foot = LayerHeader(), LayerFoot()
        self.scale, self.views = self._head.scale, self._head.views
        self._about = Text("", "body", "text2", wrap=True)
        self.grid = ChannelGrid()
        self.vector = VectorView()
        self.filters = FilterView()
        self.slide = SlideView()
        self._linger = QTimer(self)
        self._linger.setSingleShot(True)
        self._linger.setInterval(LINGER_MS)
        self._arrange_parts()
        self._connect()

    def show_layer(self, output: LayerOutput, names: Sequence[str] = (), as_shares: bool = False) -> None:
        """Show a layer's output. `names` are of the classes, where its numbers are one for each; `as_shares` where
        they add up to one."""
        values = drawable(output.values)
        is_other = output.name != self.accessibleName()
        if is_other or values.shape != self._values.shape:
            self._pointed, self._pointed_weight = None, ""
            self._end_slide()
        if is_other:
            self._facts = None
        self._values, self._names, self._as_shares = values, tuple(names), as_shares
        self.set_title(output.name)
        self._head.show_name(output.name, str(explanation(output.kind, bool(names), as_shares)))
        self._described = str(description(output.kind, values.shape, bool(names), as_shares))
        self._foot.range.setText(range_in_words(values))
        if self._is_grid:
            self.grid.show_output(values)
        else:
            self.vector.show_vector(values, self._names or None, as_shares)
        self._arrange_views()

    def show_filters(
        self,
        facts: LayerFacts | None,
        first_filters: Mapping[str, NDArray[np.floating]] | None,
        first_epoch: int = 1,
        names: Sequence[str] = (),
    ) -> None:
        """Offer the filters of the layer that is shown, if it has any. `first_filters` are those at the end of
        `first_epoch` by layer, None where they are not kept; `names` of the channels that come in, where they have
        any."""
        has_filters = facts is not None and self._is_grid and _has_filters(facts)
        self._facts = facts if has_filters else None
        if facts is not None and has_filters:
            self.filters.show_filters(facts, first_filters or None, first_epoch, names)
            self.filters.grid.choose(self.grid.chosen())
        self._arrange_views()

    def show_about(self, sentences: str) -> None:
        """What such a layer is for, above what it put out, where there is room for it."""
        self._about.setText(sentences)
        self._arrange_about()

    def choose_cell(self, cell: Cell | None) -> None:
        """Mark a cell, (row, column, channel) or (index,), and bring it in sight, without reporting it."""
        if self._is_grid:
            if cell != self.grid.chosen_cell():
                self.grid.choose_cell(cell)
                self.filters.grid.choose(self.grid.chosen())
        elif cell is None or cell != (self.vector.chosen(),):
            self.vector.choose(None if cell is None else cell[0])
        self._read()

    def chosen_cell(self) -> Cell | None:
        """The cell with the mark."""
        index = self.vector.chosen()
        return self.grid.chosen_cell() if self._is_grid else None if index is None else (index,)

    def set_window(self, window: Region | None, channel: int | None = None) -> None:
        """Frame a rectangle of cells on one channel, or on all of them: what another layer looks at. None: no frame."""
        self.grid.set_window(window, channel)

    def start_slide(self, insight: Insight, cell: Cell) -> bool:
        """Slide the layer's window for the channel of `cell`: on from there where it was stopped there, else from the
        first cell. While it slides, another insight takes over without a break. False where nothing slides."""
        if len(cell) != 3 or not self.slide.show_channel(insight, self.accessibleName(), cell[2]):
            self._end_slide()
            return False
        if not self.slide.is_playing:
            if self.slide.cell() != cell:
                self.slide.set_cell((0, 0, cell[2]))
            self._linger.stop()
            self.slide.show()
            self._arrange_views()
            self.slide.start()
        return True

    def stop_slide(self) -> None:
        """Stop where it is, and show the channels again with that cell marked."""
        if self._is_slide_shown:
            self.slide.stop()
            cell = self.slide.cell()
            self._end_slide()
            self.choose_cell(cell)

    @property
    def is_sliding(self) -> bool:
        """Whether the window moves."""
        return self.slide.is_playing

    @property
    def view(self) -> str:
        """What is shown: "output" or "filters"."""
        return "filters" if self._facts is not None and self.views.key() == "filters" else "output"

    @property
    def common_scale(self) -> bool:
        """Whether all channels are coloured on one scale."""
        return self.scale.key() == "common"

    @property
    def is_short(self) -> bool:
        """Whether the layer needs a part of the page's height only."""
        return bool(not self._is_grid and len(self._values) <= FEW_BARS)

    def words(self) -> tuple[str, str, str, str]:
        """The shape, the explanation, the range and the readout."""
        shape, about = self._head.shape.text(), self._head.shape.accessibleDescription()
        return shape, about, self._foot.range.text(), self._foot.readout.text()

    @property
    def _is_grid(self) -> bool:
        return self._values.ndim == 3

    @property
    def _is_slide_shown(self) -> bool:
        return not self.slide.isHidden()

    # ---- arranging

    def _arrange_parts(self) -> None:
        self._title.hide()
        self._aside.hide()
        self.header.insertWidget(0, self._head, 1)
        self.header.setStretch(2, 0)  # the card's own space, between title and the rest
        self.header.setContentsMargins(15, 10, 15, 6)
        views = QVBoxLayout()
        views.setContentsMargins(0, 0, 0, 0)
        for view in (self.grid, self.vector, self.filters, self.slide):
            view.hide()
            views.addWidget(view, 1)
        # The views keep a margin of their own for rings: with it they stand under the title.
        self.body.setContentsMargins(11, 0, 11, 6)
        self.body.setSpacing(4)
        about = QVBoxLayout()
        about.setContentsMargins(4, 0, 4, 4)
        about.addWidget(self._about)
        self.body.addLayout(about)
        self.body.addLayout(views, 1)
        self.body.addWidget(self._foot)

    def _connect(self) -> None:
        self.scale.chosen.connect(self._on_scale_chosen)
        self.views.chosen.connect(self._on_view_chosen)
        self.grid.value_hovered.connect(self._on_cell_hovered)
        self.grid.channel_chosen.connect(self._on_channel_chosen)
        self.grid.cell_chosen.connect(self._on_grid_cell_chosen)
        self.vector.value_hovered.connect(self._on_value_hovered)
        self.vector.value_chosen.connect(self._on_value_chosen)
        self.filters.filter_chosen.connect(self._on_filter_chosen)
        self.filters.pointed.connect(self._on_weight_pointed)
        self.slide.cell_reached.connect(self.slide_reached)
        self.slide.finished.connect(self._on_slide_finished)
        self._linger.timeout.connect(self.stop_slide)
        for view in (self.grid, self.vector, self.filters.grid):
            view.hover_left.connect(self._on_hover_left)

    def _arrange_views(self) -> None:
        """Show the one view that is wanted, and what belongs to it."""
        is_slide, is_grid, is_filters = self._is_slide_shown, self._is_grid, self.view == "filters"
        for view, is_on in (
            (self.grid, is_grid and not is_slide and not is_filters),
            (self.filters, is_grid and not is_slide and is_filters),
            (self.vector, not is_grid),
        ):
            view.setVisible(is_on)
        self.views.setVisible(self._facts is not None and not is_slide)
        self.scale.setVisible(is_grid and not is_filters and not is_slide)
        area = self.filters.grid if is_filters else self.grid
        self._foot.zoom.follow(area if is_grid and not is_slide else None)
        self._foot.set_has_range(not is_filters and not is_slide)
        filters = filters_of(self._facts.operation) if self._facts is not None else None
        self._head.shape.set_text(filters_in_words(filters) if is_filters and not is_slide else self._described)
        self._fit()
        self._read()

    def _arrange_about(self) -> None:
        self._about.setVisible(bool(self._about.text()) and self.width() >= WIDE_PX)

    def _fit(self) -> None:
        """Take the whole height where there is enough to fill it, else only what is needed."""
        is_short, view = self.is_short, self.vector
        needed_px = view.sizeHint().height()
        # What the view would like is more than a small window has: it scrolls by itself, so the page need not.
        view.setMinimumHeight(view.minimumSizeHint().height())
        view.setMaximumHeight(needed_px if is_short else _NO_LIMIT)
        vertical = QSizePolicy.Policy.Preferred if is_short else QSizePolicy.Policy.Ignored
        view.setSizePolicy(QSizePolicy.Policy.Expanding, vertical)
        vertical = QSizePolicy.Policy.Maximum if is_short else QSizePolicy.Policy.Expanding
        self.setSizePolicy(QSizePolicy.Policy.Preferred, vertical)
        for each in (self.grid, self.filters, self.slide):
            each.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
            each.setMinimumHeight(self.grid.minimumSizeHint().height())

    def _end_slide(self) -> None:
        self._linger.stop()
        if self._is_slide_shown:
            self.slide.stop()
            self.slide.hide()
            self._arrange_views()
            self.slide_finished.emit()

    def _read(self) -> None:
        """Say the number under the pointer; it may be another than a moment ago."""
        if self._is_slide_shown:
            self._foot.readout.set_text("")
        elif self.view == "filters":
            words = self._pointed_weight or self.filters.grid.chosen_in_words()
            self._foot.readout.set_text(words or tr("Point at a weight to read it."))
        elif self._pointed is not None:
            self._foot.readout.set_text(value_in_words(self._values, self._pointed, self._names, self._as_shares))
        else:
            channel = self.grid.chosen() if self._is_grid else None
            is_chosen = channel is not None
            words = channel_in_words(self._values, channel or 0) if is_chosen else tr("Point at a value to read it.")
            self._foot.readout.set_text(words)

    # ---- what the user does

    def _on_scale_chosen(self, key: str) -> None:
        self.grid.set_common_scale(key == "common")

    def _on_view_chosen(self, key: str) -> None:
        self._arrange_views()
        self.view_changed.emit(key)

    def _on_cell_hovered(self, row: int, column: int, channel: int, _value: float) -> None:
        self._pointed = (row, column, channel)
        self._read()

    def _on_value_hovered(self, index: int, _value: float) -> None:
        self._pointed = (index,)
        self._read()

    def _on_channel_chosen(self, channel: int) -> None:
        self.filters.grid.choose(channel)
        self._read()

    def _on_grid_cell_chosen(self, row: int, column: int, channel: int) -> None:
        self._pointed = (row, column, channel)
        self._read()
        self.cell_chosen.emit(self._pointed)

    def _on_value_chosen(self, index: int) -> None:
        self.cell_chosen.emit((index,))

    def _on_filter_chosen(self, index: int) -> None:
        """A filter is the channel that it makes: the chosen cell goes over to it."""
        self.grid.choose(index)
        cell = self.grid.chosen_cell()
        if cell is not None:
            self.cell_chosen.emit(cell)

    def _on_weight_pointed(self, words: str) -> None:
        self._pointed_weight = words
        self._read()

    def _on_slide_finished(self) -> None:
        self._linger.start()
        self.slide_finished.emit()

    def _on_hover_left(self) -> None:
        self._pointed, self._pointed_weight = None, ""
        self._read()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange_about()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._end_slide()


def _has_filters(facts: LayerFacts) -> bool:
    """Whether it is a convolution, also one whose weights are still to come."""
    operation = facts.operation
    is_to_come = isinstance(operation, Withheld) and facts.kind in _WITH_FILTERS
    return is_to_come or isinstance(operation, Convolution | DepthwiseConvolution)
