"""One layer: what it is, what it put out, and the number under the pointer."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from core.answers import LayerOutput
from core.inside.words import description, explanation
from core.numerals import number
from core.words import tr
from gui import theme
from gui.widgets.card import Card
from gui.widgets.colour_maps import limits, reading
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.inside.channel_grid import LARGEST_PX, ChannelGrid
from gui.widgets.inside.layer_thumbs import Values, drawable
from gui.widgets.inside.vector_view import VectorView
from gui.widgets.segmented import Segmented
from gui.widgets.text import Text

ONE_ROW = 4
"""As many channels, at their largest, stand in one row at any width of the window."""
FEW_BARS = 10
"""As many bars stand in the smallest window without scrolling."""
_NO_LIMIT = 16_777_215


class LayerView(Card):
    """Channels as a grid, a vector as bars or cells. Another output of the same shape keeps place and choice."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Layer"), parent=parent)
        self._values: Values = np.zeros(0, np.float32)
        self._names: tuple[str, ...] = ()
        self._as_shares = False
        self._pointed: tuple[int, ...] | None = None
        self._shape = ElidedLabel("", "body", "text2", at_end=True)
        self.scale = Segmented(
            (("own", tr("Each its own scale")), ("common", tr("Common"))),
            accessible_name=tr("Colours"),
            tooltip=tr(
                "Each its own scale: every picture from its lowest value to its highest. "
                "Common: the same colour is the same value in all of them."
            ),
        )
        self._explanation = Text("", "body", "text2", wrap=True)
        self._range = Text("", "caption", "text3", tabular=True)
        self.grid = ChannelGrid()
        self.vector = VectorView()
        self._readout = ElidedLabel("", "caption", "text2", at_end=True)
        self._arrange_parts()
        self.scale.chosen.connect(self._on_scale_chosen)
        self.grid.value_hovered.connect(self._on_cell_hovered)
        self.grid.channel_chosen.connect(self._on_channel_chosen)
        self.vector.value_hovered.connect(self._on_value_hovered)
        for view in (self.grid, self.vector):
            view.hover_left.connect(self._on_hover_left)

    def show_layer(self, output: LayerOutput, names: Sequence[str] = (), as_shares: bool = False) -> None:
        """Show a layer's output. `names` are of the classes, where its numbers are one for each; `as_shares` where
        they add up to one."""
        values = drawable(output.values)
        if values.shape != self._values.shape:
            self._pointed = None
        self._values, self._names, self._as_shares = values, tuple(names), as_shares
        per_class = bool(names)
        self.set_title(output.name)
        self._shape.set_text(str(description(output.kind, values.shape, per_class, as_shares)))
        self._explanation.setText(str(explanation(output.kind, per_class, as_shares)))
        self._range.setText(_range_in_words(values))
        is_grid = values.ndim == 3
        if is_grid:
            self.grid.show_output(values)
        else:
            self.vector.show_vector(values, self._names or None, as_shares)
        self.grid.setVisible(is_grid)
        self.scale.setVisible(is_grid)
        self.vector.setVisible(not is_grid)
        self._fit()
        self._read()

    @property
    def is_short(self) -> bool:
        """Whether the layer needs a part of the page's height only."""
        return bool(self._values.shape[-1] <= (ONE_ROW if self._values.ndim == 3 else FEW_BARS))

    def words(self) -> tuple[str, str, str, str]:
        """The shape, the explanation, the range and the readout, as shown."""
        return self._shape.text(), self._explanation.text(), self._range.text(), self._readout.text()

    def _arrange_parts(self) -> None:
        self.header.insertWidget(1, self._shape)
        self.header.setContentsMargins(15, 10, 15, 4)
        self.header.addWidget(self.scale)
        # The title keeps its height when there is no scale to choose.
        policy = self.scale.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.scale.setSizePolicy(policy)
        about = QHBoxLayout()
        about.setContentsMargins(4, 0, 4, 0)
        about.setSpacing(24)
        about.addWidget(self._explanation, 1)
        about.addWidget(self._range)
        foot = QHBoxLayout()
        foot.setContentsMargins(4, 0, 4, 0)
        foot.addWidget(self._readout)
        views = QVBoxLayout()
        views.setContentsMargins(0, 2, 0, 0)
        views.addWidget(self.grid, 1)
        views.addWidget(self.vector, 1)
        # The views keep a margin of their own for rings: with it they stand under the title.
        self.body.setContentsMargins(11, 0, 11, 10)
        self.body.setSpacing(6)
        self.body.addLayout(about)
        self.body.addLayout(views, 1)
        self.body.addLayout(foot)

    def _fit(self) -> None:
        """Take the whole height where there is enough to fill it, else only what is needed."""
        view: QWidget = self.grid if self._values.ndim == 3 else self.vector
        is_short = self.is_short
        row_px = self.grid.minimumSizeHint().height() - theme.THUMBNAIL_CHANNEL + LARGEST_PX
        needed_px = row_px if view is self.grid else self.vector.sizeHint().height()
        # What the view would like is more than a small window has: it scrolls by itself, so the page need not.
        view.setMinimumHeight(needed_px if is_short else view.minimumSizeHint().height())
        view.setMaximumHeight(needed_px if is_short else _NO_LIMIT)
        vertical = QSizePolicy.Policy.Fixed if is_short else QSizePolicy.Policy.Ignored
        view.setSizePolicy(QSizePolicy.Policy.Expanding, vertical)
        vertical = QSizePolicy.Policy.Maximum if is_short else QSizePolicy.Policy.Expanding
        self.setSizePolicy(QSizePolicy.Policy.Preferred, vertical)

    def _read(self) -> None:
        """Say the number under the pointer; it may be another than a moment ago."""
        if self._pointed is not None:
            value = float(self._values[self._pointed])
            self._readout.set_text(self._of_vector(value) if self._values.ndim == 1 else self._of_cell(value))
            return
        channel = self.grid.chosen() if self._values.ndim == 3 else None
        if channel is None:
            self._readout.set_text(tr("Point at a value to read it."))
            return
        low, high = map(reading, limits(self._values[:, :, channel]))
        self._readout.set_text(
            tr("channel {channel}: values from {low} to {high}", channel=channel, low=low, high=high)
        )

    def _of_cell(self, value: float) -> str:
        assert self._pointed is not None
        row, column, channel = self._pointed
        return tr(
            "row {row}, column {column}, channel {channel}: {value}",
            row=row,
            column=column,
            channel=channel,
            value=reading(value),
        )

    def _of_vector(self, value: float) -> str:
        assert self._pointed is not None
        index = self._pointed[0]
        text = number(value, 4) if self._as_shares else reading(value)
        if self._names:
            return tr("{name}: {value}", name=self._names[index], value=text)
        return tr("value {index:,}: {value}", index=index, value=text)

    def _on_scale_chosen(self, key: str) -> None:
        self.grid.set_common_scale(key == "common")

    def _on_cell_hovered(self, row: int, column: int, channel: int, _value: float) -> None:
        self._pointed = (row, column, channel)
        self._read()

    def _on_value_hovered(self, index: int, _value: float) -> None:
        self._pointed = (index,)
        self._read()

    def _on_channel_chosen(self, _channel: int) -> None:
        self._read()

    def _on_hover_left(self) -> None:
        self._pointed = None
        self._read()


def _range_in_words(values: Values) -> str:
    finite = np.isfinite(values)
    if not finite.any():
        return tr("no values that are numbers")
    low, high = map(reading, limits(values))
    if finite.all():
        return tr("values from {low} to {high}", low=low, high=high)
    return tr("values from {low} to {high}, others are no numbers", low=low, high=high)
