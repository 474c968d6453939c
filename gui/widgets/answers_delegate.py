"""Paints the rows of the answers' table."""

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QFontMetricsF, QPainter, QPainterPath, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from core.answers import Answer
from core.sureness import Sureness, sureness
from gui import icons, theme
from gui.widgets.answers_model import ANSWER_ROLE, Column, Index

PAD = 11
"""Between a cell's edge and its content: what the stylesheet gives the heads."""
THUMBNAIL_LEFT = theme.CARD_PADDING - 1
_BAR_HEIGHT, _BAR_WIDTH, _BAR_GAP = 6, 120, 14
_TONES = {
    Sureness.SURE: "good",
    Sureness.FAIRLY: "text2",
    Sureness.NOT: "warning",
    Sureness.FOREIGN: "warning",
}


class AnswersDelegate(QStyledItemDelegate):
    """Thumbnail, names, bar with share. `hovered_row` is lit up as a whole; the view sets it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.hovered_row = -1
        # Built once: a font takes longer to make than a cell to paint.
        self._plain = theme.font("body")
        self._strong = theme.font("body", 600)
        self._number = theme.font("body", tabular=True)
        self._share_width = QFontMetricsF(self._number).horizontalAdvance("100.0 %") + 2

    def _paint_ground(self, painter: QPainter, rect: QRect, row: int, selected: bool) -> None:
        look = theme.current()
        ground = look.soft if selected else look.sunken if row == self.hovered_row else look.surface
        painter.fillRect(rect, theme.colour(ground))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.colour(look.line))

    def _paint_thumbnail(self, painter: QPainter, rect: QRect, answer: Answer | None, pixmap: QPixmap | None) -> None:
        look = theme.current()
        side = theme.THUMBNAIL_TABLE
        box = QRectF(rect.left() + THUMBNAIL_LEFT, rect.top() + (rect.height() - 1 - side) / 2, side, side)
        if answer is not None and not answer.ranked:
            ratio = painter.device().devicePixelRatio()
            mark = icons.pixmap("circle-x", theme.ICON, look.error, ratio)
            painter.drawPixmap(box.center() - QPointF(theme.ICON / 2, theme.ICON / 2), mark)
            return
        shape = QPainterPath()
        shape.addRoundedRect(box, theme.RADIUS_THUMBNAIL, theme.RADIUS_THUMBNAIL)
        if pixmap is None:
            painter.fillPath(shape, theme.colour(look.sunken))
            return
        size = pixmap.deviceIndependentSize()
        corner = box.center() - QPointF(size.width() / 2, size.height() / 2)
        inner = QPainterPath()
        inner.addRect(QRectF(corner, size))
        painter.setBrushOrigin(corner)
        painter.fillPath(shape.intersected(inner), QBrush(pixmap))

    def _paint_text(self, painter: QPainter, rect: QRectF, text: str, at_end: bool = False) -> None:
        mode = Qt.TextElideMode.ElideRight if at_end else Qt.TextElideMode.ElideMiddle
        shown = painter.fontMetrics().elidedText(text, mode, int(rect.width()))
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)

    def _paint_share(self, painter: QPainter, rect: QRectF, share: float, text: str, is_faint: bool) -> None:
        look = theme.current()
        painter.setFont(self._number)
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), text)
        right = rect.right() - self._share_width - _BAR_GAP
        left = max(rect.left(), right - _BAR_WIDTH)
        if right - left < 2 * _BAR_GAP:
            return
        groove = QRectF(left, rect.center().y() - _BAR_HEIGHT / 2 + 0.5, right - left, _BAR_HEIGHT)
        shape = QPainterPath()
        shape.addRoundedRect(groove, 2.5, 2.5)
        painter.fillPath(shape, theme.colour(look.sunken))
        painter.setClipRect(QRectF(groove.x(), groove.y(), max(1.5, groove.width() * share), _BAR_HEIGHT))
        painter.fillPath(shape, theme.colour(look.accent_faint if is_faint else look.accent))

    def _paint_failure(self, painter: QPainter, rect: QRectF, index: Index) -> None:
        """The reason runs over the columns that a photo without an answer leaves empty: each cell paints its part
        of it, so that none depends on the order in which they are painted."""
        view = self.parent()
        if not isinstance(view, QTableView):
            return
        left = view.columnViewportPosition(Column.ANSWER)
        right = view.columnViewportPosition(Column.SECOND) + view.columnWidth(Column.SECOND)
        line = QRectF(left + PAD, rect.top(), right - left - 2 * PAD, rect.height())
        reason = index.sibling(index.row(), Column.ANSWER).data()
        painter.setPen(theme.colour(theme.current().text2))
        self._paint_text(painter, line, str(reason), at_end=True)

    def _paint_words(self, painter: QPainter, rect: QRectF, index: Index, answer: Answer | None) -> None:
        look = theme.current()
        column, text = Column(index.column()), str(index.data() or "")
        tone = look.text
        if column == Column.SECOND:
            tone = look.text2
        elif column == Column.SURENESS and answer is not None:
            tone = getattr(look, _TONES[sureness(answer)])
        elif column == Column.ANSWER and (answer is None or answer.is_foreign):
            # It stands there for want of a better one.
            tone = look.text3
        painter.setPen(theme.colour(tone))
        if column == Column.ANSWER and answer is not None:
            painter.setFont(self._strong)
        if column == Column.SHARE and answer is not None and answer.probability is not None:
            self._paint_share(painter, rect, answer.probability, text, bool(answer.is_foreign))
        else:
            self._paint_text(painter, rect, text)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell: QRect = option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        answer: Answer | None = index.data(ANSWER_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(cell)
        self._paint_ground(painter, cell, index.row(), selected)
        painter.setFont(self._plain)
        rect = QRectF(cell).adjusted(PAD, 0, -PAD, -1)
        if index.column() == Column.THUMBNAIL:
            self._paint_thumbnail(painter, cell, answer, index.data(Qt.ItemDataRole.DecorationRole))
        elif answer is not None and not answer.ranked and index.column() != Column.PHOTO:
            self._paint_failure(painter, rect, index)
        elif selected and index.column() == Column.PHOTO:
            painter.setFont(self._strong)
            painter.setPen(theme.colour(theme.current().accent))
            self._paint_text(painter, rect, str(index.data()))
        else:
            self._paint_words(painter, rect, index, answer)
        painter.restore()
