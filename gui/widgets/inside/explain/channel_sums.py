"""What every input channel brought to a convolution, strongest first."""

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from core.inside.explanations import Doubles
from core.inside.rounding import all_digits, decimals, shown
from core.words import tr
from gui import theme
from gui.widgets.inside.explain.painting import LEFT, RIGHT, draw
from gui.widgets.inside.explain.rows import Rows
from gui.widgets.inside.explain.two_sided import paint_two_sided

_SPOKEN = 20
_NAME_PX, _NUMBER_PX = 84, 70


class ChannelSums(Rows):
    """A row for each channel: its number, a bar to the left or right, the sum. `row_chosen` counts rows, not channels:
    `channel_of` tells which one stands there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(24, tr("What every channel brought"), parent)
        self._channels: list[int] = []
        self._sums: Doubles = np.zeros(0)
        self._reach = 1.0
        self._digits = 2

    def show_sums(self, channels: list[int], sums: Doubles) -> None:
        """Sums by channel, in the order to show."""
        self._channels, self._sums = channels, sums
        finite = np.abs(sums[np.isfinite(sums)])
        self._reach = float(finite.max(initial=0.0)) or 1.0
        self._digits = decimals([self._reach])
        spoken = ", ".join(f"{self._name(row)} {self._number(row)}" for row in range(min(len(channels), _SPOKEN)))
        self.setAccessibleDescription(spoken)
        self.set_count(len(channels))

    def channel_of(self, row: int) -> int:
        """Which channel a row is about."""
        return self._channels[row]

    def _name(self, row: int) -> str:
        return tr("channel {channel}", channel=self._channels[row])

    def _number(self, row: int) -> str:
        return shown(float(self._sums[row]), self._digits)

    def paint_row(self, painter: QPainter, rect: QRectF, row: int, lit: bool) -> None:
        colours = theme.current()
        if lit:
            self.paint_ground(painter, rect, colours.sunken)
        inner = rect.adjusted(4, 0, -4, 0)
        draw(
            painter, inner.adjusted(0, 0, _NAME_PX - inner.width(), 0), self._name(row), "caption", colours.text2, LEFT
        )
        bar = inner.adjusted(_NAME_PX, 0, -_NUMBER_PX, 0)
        paint_two_sided(painter, bar, float(self._sums[row]), self._reach)
        draw(
            painter,
            inner.adjusted(bar.right() - inner.left() + 4, 0, 0, 0),
            self._number(row),
            "caption",
            colours.text,
            RIGHT,
            500,
        )

    def row_tooltip(self, row: int) -> str:
        return tr(
            "{channel} brought {sum}. Click to see its products.",
            channel=self._name(row),
            sum=all_digits(float(self._sums[row])),
        )
