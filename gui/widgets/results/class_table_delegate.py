"""Paints the rows of the classes' table."""

import math

from PySide6.QtCore import QObject, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gui import theme
from gui.widgets.answers_delegate import PAD
from gui.widgets.results.class_table_model import SHARE_ROLE, Column, Index

EDGE_PAD = theme.CARD_PADDING - 1
"""Between the card's edge and the outermost columns' content."""
BAR_PX, BAR_GAP_PX = (24, 44), 10
"""A bar is as long as there is room for, between these."""
_BAR_HEIGHT_PX = 5


class ClassTableDelegate(QStyledItemDelegate):
    """Name, bars with numbers, numbers. `hovered_row` is lit up as a whole; the view sets it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.hovered_row = -1
        # Built once: a font takes longer to make than a cell to paint.
        self._strong = theme.font("body", 600)
        self._number = theme.font("body", tabular=True)
        self._share_width = QFontMetricsF(self._number).horizontalAdvance("100 %") + 1

    def bar_column_width(self, bar_px: int) -> int:
        """What a column with a bar of this length takes."""
        return math.ceil(self._share_width) + BAR_GAP_PX + bar_px + 2 * PAD

    def _paint_ground(self, painter: QPainter, cell: QRect, row: int, selected: bool) -> None:
        look = theme.current()
        ground = look.soft if selected else look.sunken if row == self.hovered_row else look.surface
        painter.fillRect(cell, theme.colour(ground))
        painter.fillRect(QRect(cell.left(), cell.bottom(), cell.width(), 1), theme.colour(look.line))

    def _paint_bar(self, painter: QPainter, rect: QRectF, share: float) -> None:
        look = theme.current()
        right = rect.right() - self._share_width - BAR_GAP_PX
        left = max(rect.left(), right - BAR_PX[1])
        if right - left < BAR_PX[0] - 1:
            return
        groove = QRectF(left, rect.center().y() - _BAR_HEIGHT_PX / 2, right - left, _BAR_HEIGHT_PX)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(look.line))
        painter.drawRoundedRect(groove, 2.5, 2.5)
        if math.isfinite(share) and share > 0:
            painter.save()
            painter.setClipRect(QRectF(groove.left(), groove.top(), max(1.5, groove.width() * share), groove.height()))
            painter.setBrush(theme.colour(look.accent_faint))
            painter.drawRoundedRect(groove, 2.5, 2.5)
            painter.restore()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, cell, column = theme.current(), QRect(option.rect), index.column()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(cell)
        self._paint_ground(painter, cell, index.row(), selected)
        left, right = (EDGE_PAD if column == Column.NAME else PAD), (EDGE_PAD if column == Column.PICTURES else PAD)
        rect = QRectF(cell).adjusted(left, 0, -right, -1)
        share = index.data(SHARE_ROLE)
        if share is not None:
            self._paint_bar(painter, rect, float(share))
        is_name = column == Column.NAME
        painter.setFont(self._strong if is_name else self._number)
        painter.setPen(theme.colour(look.accent if is_name and selected else look.text))
        side = Qt.AlignmentFlag.AlignLeft if is_name else Qt.AlignmentFlag.AlignRight
        text = str(index.data())
        if is_name:
            text = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, int(rect.width()))
        painter.drawText(rect, int(side | Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine), text)
        painter.restore()
