"""One value of a vector as a line: its name, a bar in a groove, its number."""

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from gui import theme

MARGIN_PX = 4
BAR_PX = 14
BESIDE_BAR_PX = 14


@dataclass(frozen=True)
class ValueRow:
    """What stands in the line."""

    name: str
    number: str
    value: float
    strongest: bool
    chosen: bool


def paint_value_row(
    painter: QPainter, rect: QRectF, row: ValueRow, columns: tuple[float, float], scale: tuple[float, float]
) -> None:
    """Paint a line; `columns` are the widths of all names and of all numbers, `scale` what the groove's ends mean."""
    colours = theme.current()
    names_px, numbers_px = columns
    painter.setPen(Qt.PenStyle.NoPen)
    if row.chosen:
        painter.setBrush(theme.colour(colours.soft))
        painter.drawRoundedRect(rect.adjusted(0, 1, 0, -1), theme.RADIUS_CONTROL, theme.RADIUS_CONTROL)
    groove = QRectF(MARGIN_PX + names_px + BESIDE_BAR_PX, rect.center().y() - BAR_PX / 2, 0, BAR_PX)
    groove.setRight(max(groove.left() + 20, rect.right() - MARGIN_PX - numbers_px - BESIDE_BAR_PX))
    _paint_bar(painter, groove, row, scale)
    painter.setPen(theme.colour(colours.text))
    painter.setFont(theme.font("body", 600 if row.strongest else None))
    name = QFontMetricsF(painter.font()).elidedText(row.name, Qt.TextElideMode.ElideMiddle, names_px)
    at_right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    painter.drawText(QRectF(MARGIN_PX, rect.top(), names_px, rect.height()), at_right, name)
    painter.setFont(theme.font("body", 600 if row.strongest else 500, tabular=True))
    painter.drawText(rect.adjusted(0, 0, -MARGIN_PX, 0), at_right, row.number)


def _paint_bar(painter: QPainter, groove: QRectF, row: ValueRow, scale: tuple[float, float]) -> None:
    colours, (low, high) = theme.current(), scale
    painter.setBrush(theme.colour(colours.sunken))
    painter.drawRoundedRect(groove, 3, 3)
    span = high - low or 1.0
    value = min(max(float(np.nan_to_num(row.value)), low), high)
    zero = groove.left() + groove.width() * -low / span
    end = groove.left() + groove.width() * (value - low) / span
    bar = QRectF(min(zero, end), groove.top(), max(2.0, abs(end - zero)), groove.height())
    radius = min(3.0, bar.width() / 2)
    painter.setBrush(theme.colour(colours.accent if row.strongest else colours.accent_faint))
    painter.drawRoundedRect(bar, radius, radius)
    if low < 0:
        painter.fillRect(QRectF(zero - 0.5, groove.top() - 3, 1, groove.height() + 6), theme.colour(colours.control))
