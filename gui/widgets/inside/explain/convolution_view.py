"""Convolution: patch times kernel for every channel, the sums, the bias, the result, and how alike both are."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from core.answers import Insight
from core.inside.explanations import Doubles, WeightedSum, Window
from core.inside.rounding import all_digits, decimals
from core.inside.rounding import shown as shown_text
from core.numerals import number
from core.words import tr
from gui.widgets.buttons import LinkButton
from gui.widgets.card import Rule
from gui.widgets.inside.explain.channel_products import ChannelPair, ChannelProducts, grey_limits
from gui.widgets.inside.explain.channel_sums import ChannelSums
from gui.widgets.inside.explain.lines import Lines
from gui.widgets.inside.explain.sums import closing_lines
from gui.widgets.inside.explain.two_sided import SignedBar
from gui.widgets.inside.explain.view import Shown, View, channel_name
from gui.widgets.text import Text

ALL_SHOWN = 3
"""As many channels are shown in full, the colours of a picture; of more, only the strongest two."""
_STRONGEST = 2


class ConvolutionView(View):
    """Of many channels the strongest are shown in full, the others as sums; a click on one of these shows it in
    full."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Shown | None = None
        self._sums: Doubles = np.zeros(0)
        self._picked: int | None = None
        self._greys = _Greys()
        self.blocks = tuple(ChannelProducts() for _ in range(ALL_SHOWN))
        self.others_button = LinkButton("", "chevron-down")
        self._others_sum = Text("", "body", weight=600, tabular=True)
        self._others = QWidget()
        self.channel_sums = ChannelSums()
        self.channel_sums.hide()
        self.lines = Lines()
        self.alike_bar = SignedBar(72)
        self._alike = Text("", "body", weight=600, tabular=True)
        self._alike.reserve("−0.00")
        self._alike.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.body.setSpacing(2)
        self._arrange()
        self.others_button.clicked.connect(self._on_others_toggled)
        self.channel_sums.row_chosen.connect(self._on_channel_chosen)

    def fill(self, shown: Shown) -> None:
        explanation = shown.explanation
        assert isinstance(explanation, WeightedSum)
        assert explanation.window is not None
        self._shown = shown
        shape = _shape(explanation.window)
        self._sums = explanation.products.reshape(shape).sum(axis=(0, 1))
        if self._picked is not None and self._picked >= len(self._sums):
            self._picked = None
        self._show(shown, explanation, explanation.window)

    def words(self) -> str:
        parts = [block.words() for block in self.blocks if not block.isHidden()]
        if not self._others.isHidden():
            parts.append(f"{self.others_button.text()} {self._others_sum.text()}")
        alike = tr("How alike patch and filter are")
        parts += [self.lines.words(), f"{alike} {self._alike.text()}"]
        return "; ".join(parts)

    def _show(self, shown: Shown, explanation: WeightedSum, window: Window) -> None:
        in_full = self._in_full()
        digits = _digits(explanation, self._sums, in_full)
        self._show_blocks(shown, explanation, window, in_full, digits)
        others = [channel for channel in range(len(self._sums)) if channel not in in_full]
        self._show_others(window, others, digits)
        parts = [float(self._sums[index]) for index in in_full]
        if others:
            parts.append(float(self._sums[others].sum()))
        filter_index = explanation.cell[-1]
        bias_name = tr("bias of filter {filter}", filter=filter_index)
        self.lines.show_lines(
            closing_lines(
                explanation, _parts_name(shown, explanation, in_full, others), parts, bias_name, digits=digits
            )
        )
        alike = explanation.alikeness
        self.alike_bar.set_share(alike)
        self._alike.setText(number(alike))
        self._alike.setToolTip(all_digits(alike))

    def _in_full(self) -> list[int]:
        count = len(self._sums)
        if count <= ALL_SHOWN:
            return list(range(count))
        strongest = _by_size(self._sums)[:_STRONGEST]
        if self._picked is None or self._picked in strongest:
            return strongest
        return [self._picked, *strongest[: _STRONGEST - 1]]

    def _show_blocks(
        self, shown: Shown, explanation: WeightedSum, window: Window, in_full: Sequence[int], digits: int
    ) -> None:
        shape = _shape(window)
        patches, kernels = explanation.values.reshape(shape), explanation.weights.reshape(shape)
        reach = float(np.abs(explanation.weights).max(initial=0.0)) or 1.0
        filter_name = tr("filter {filter}", filter=explanation.cell[-1])
        source = explanation.inputs[0]
        for block, index in zip(self.blocks, in_full, strict=False):
            channel = int(window.channels[index])
            block.show_pair(
                ChannelPair(
                    name=channel_name(shown.insight, source, channel),
                    filter_name=filter_name,
                    patch=patches[:, :, index],
                    kernel=kernels[:, :, index],
                    is_padding=window.is_padding,
                    grey=self._greys.of(shown.insight, source, channel),
                    reach=reach,
                    digits=digits,
                )
            )
        for place_, block in enumerate(self.blocks):
            block.setVisible(place_ < len(in_full))

    def _show_others(self, window: Window, others: list[int], digits: int) -> None:
        self._others.setVisible(bool(others))
        self.channel_sums.setVisible(bool(others) and self._is_open)
        if not others:
            return
        self.others_button.setText(tr("{count:,} more channels", count=len(others)))
        self._others_sum.setText(shown_text(float(self._sums[others].sum()), digits))
        if self._is_open:
            ranked = _by_size(self._sums)
            self.channel_sums.show_sums([int(window.channels[index]) for index in ranked], self._sums[ranked])

    @property
    def _is_open(self) -> bool:
        return bool(self.others_button.property("open"))

    def _show_again(self) -> None:
        if self._shown is not None:
            self.show_number(self._shown)

    def _on_others_toggled(self) -> None:
        is_open = not self._is_open
        self.others_button.setProperty("open", is_open)
        self.others_button.set_icon("chevron-up" if is_open else "chevron-down")
        self._show_again()

    def _on_channel_chosen(self, row: int) -> None:
        self._picked = _by_size(self._sums)[row]
        self._show_again()

    def _arrange(self) -> None:
        for block in self.blocks:
            self.body.addWidget(block)
        row = QHBoxLayout(self._others)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.others_button)
        row.addStretch(1)
        row.addWidget(self._others_sum)
        self.others_button.setToolTip(tr("What every one of them brought; a click on one shows its products."))
        alike = QHBoxLayout()
        alike.setContentsMargins(0, 4, 0, 0)
        name = Text(tr("How alike patch and filter are"), "body", "text2")
        tooltip = tr(
            "The cosine between the numbers under the filter and the filter's own: 1 where the patch looks exactly "
            "like the filter, 0 where they have nothing in common, −1 where the patch is its opposite."
        )
        name.setToolTip(tooltip)
        self.alike_bar.setToolTip(tooltip)
        alike.addWidget(name, 1)
        alike.addWidget(self.alike_bar)
        alike.addWidget(self._alike)
        for widget in (self._others, self.channel_sums, Rule(), self.lines):
            self.body.addWidget(widget)
        self.body.addLayout(alike)


class _Greys:
    """The ends of the greys by channel, kept while the same photo is looked at: a sliding filter asks all the time."""

    def __init__(self) -> None:
        self._of: tuple[Insight, str] | None = None
        self._known: dict[int, tuple[float, float]] = {}

    def of(self, insight: Insight, source: str, channel: int) -> tuple[float, float]:
        if self._of is None or self._of[0] is not insight or self._of[1] != source:
            self._of, self._known = (insight, source), {}
            self._values = insight.values(source)
        if channel not in self._known:
            self._known[channel] = grey_limits(self._values[..., channel])
        return self._known[channel]


def _shape(window: Window) -> tuple[int, int, int]:
    return len(window.rows), len(window.columns), len(window.channels)


def _digits(explanation: WeightedSum, sums: Doubles, in_full: Sequence[int]) -> int:
    """The decimals of the whole calculation, so that every sum is that of the numbers above it: those of the sums, or
    one more where that would hide the products."""
    of_sums = decimals([explanation.total, *sums.tolist()])
    assert explanation.window is not None
    products = explanation.products.reshape(-1, len(sums))[:, list(in_full)]
    largest = float(np.abs(products).max(initial=0.0))
    return max(of_sums, min(of_sums + 1, decimals([2 * largest])))


def _by_size(sums: Doubles) -> list[int]:
    """Channels from the one that brought most, to either side; what is no number comes last."""
    size = np.nan_to_num(np.abs(sums), nan=-1.0)
    return [int(index) for index in np.argsort(-size, kind="stable")]


def _parts_name(shown: Shown, explanation: WeightedSum, in_full: Sequence[int], others: Sequence[int]) -> str:
    """The parts of the sum by name: channels shown in full, and all others together."""
    assert explanation.window is not None
    channels = [int(explanation.window.channels[index]) for index in in_full]
    if others:
        return tr("channels {numbers} + {count:,} more", numbers=" + ".join(map(str, channels)), count=len(others))
    return " + ".join(channel_name(shown.insight, explanation.inputs[0], channel) for channel in channels)
