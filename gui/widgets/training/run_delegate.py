"""Paints the rows of the runs' table, and opens the field in which a run is renamed."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from core.training.labels import LONGEST_NAME
from core.training.run_list import ListedRun
from core.words import tr
from gui import icons, svg, theme
from gui.widgets.training.plot_strokes import strokes
from gui.widgets.training.run_model import NUMBERS, RUN_ROLE, Column, Index, RunModel

PAD = 11
"""Between a cell's edge and its content: what the stylesheet gives the heads."""
BOX_LEFT = theme.CARD_PADDING - 1
BOX = 16
DOT = 10
_MARK = 14
MARK_ROOM = _MARK + 8
"""What the mark of a run that can go on takes beside its state."""
_BAR = 3


class RunDelegate(QStyledItemDelegate):
    """Tick, names, numbers, state. `hovered_row` is lit up as a whole; the view sets it."""

    def __init__(self, model: RunModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.hovered_row = -1
        self._model = model
        # Built once: a font takes longer to make than a cell to paint.
        self._plain = theme.font("body")
        self._strong = theme.font("body", 600)
        self._number = theme.font("body", tabular=True)

    def _paint_ground(self, painter: QPainter, cell: QRect, index: Index, run: ListedRun, selected: bool) -> None:
        look = theme.current()
        is_shown = self._model.is_shown(run.folder)
        ground = look.soft if selected else look.sunken if index.row() == self.hovered_row else look.surface
        painter.fillRect(cell, theme.colour(ground))
        if is_shown and not selected:
            painter.fillRect(cell, theme.colour(look.soft, 0.5))
        painter.fillRect(QRect(cell.left(), cell.bottom(), cell.width(), 1), theme.colour(look.line))
        if is_shown and index.column() == Column.TICK:
            painter.fillRect(QRect(cell.left(), cell.top(), _BAR, cell.height() - 1), theme.colour(look.accent))

    def _paint_tick(self, painter: QPainter, cell: QRect, run: ListedRun, hovered: bool) -> None:
        look = theme.current()
        place = self._model.place_of(run.folder)
        box = tick_box(cell)
        if place is None:
            painter.setPen(QPen(theme.colour(look.accent if hovered else look.control), 1))
            painter.setBrush(theme.colour(look.surface))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(look.accent) if place < 0 else strokes().runs[place][1].colour)
        painter.drawRoundedRect(box, 3, 3)
        mark = svg.pixmap("nakami-tick", BOX, look.on_accent, painter.device().devicePixelRatio())
        painter.drawPixmap(box.topLeft(), mark)

    def _paint_state(self, painter: QPainter, rect: QRectF, run: ListedRun, text: str) -> None:
        look = theme.current()
        if run.is_live:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(look.second))
            painter.drawEllipse(QPointF(rect.left() + DOT / 2, rect.center().y()), DOT / 2, DOT / 2)
            rect = rect.adjusted(DOT + 7, 0, 0, 0)
        elif self._model.is_cut_short(run.folder):
            # Right after the word: it belongs to it.
            width = QFontMetricsF(self._plain).horizontalAdvance(text)
            left = min(rect.left() + width + 6, rect.right() - _MARK)
            ratio = painter.device().devicePixelRatio()
            mark = icons.pixmap("play", _MARK, look.text2, ratio)
            painter.drawPixmap(QPointF(left, rect.center().y() - _MARK / 2), mark)
            rect.setRight(left - 4)
        painter.setPen(theme.colour(look.text))
        self._paint_text(painter, rect, text, Qt.TextElideMode.ElideRight)

    def _paint_text(
        self, painter: QPainter, rect: QRectF, text: str, elide: Qt.TextElideMode, at_right: bool = False
    ) -> None:
        # To the next whole pixel: a text that just fits must not lose its last letter.
        shown = painter.fontMetrics().elidedText(text, elide, int(rect.width()) + 1)
        side = Qt.AlignmentFlag.AlignRight if at_right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(rect, int(side | Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine), shown)

    def _paint_words(self, painter: QPainter, rect: QRectF, column: int, text: str, selected: bool) -> None:
        look = theme.current()
        middle, end = Qt.TextElideMode.ElideMiddle, Qt.TextElideMode.ElideRight
        if column == Column.NAME:
            painter.setFont(self._strong)
            painter.setPen(theme.colour(look.accent if selected else look.text))
            self._paint_text(painter, rect, text, middle)
        elif column in NUMBERS:
            painter.setFont(self._number)
            painter.setPen(theme.colour(look.text))
            self._paint_text(painter, rect, text, end, at_right=True)
        else:
            painter.setPen(theme.colour(look.text2))
            self._paint_text(painter, rect, text, end if column == Column.SETTINGS else middle)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell: QRect = option.rect
        run: ListedRun = index.data(RUN_ROLE)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(cell)
        painter.setFont(self._plain)
        self._paint_ground(painter, cell, index, run, selected)
        rect = QRectF(cell).adjusted(PAD, 0, -PAD, -1)
        text = str(index.data() or "")
        if index.column() == Column.TICK:
            self._paint_tick(painter, cell, run, index.row() == self.hovered_row)
        elif index.column() == Column.STATE:
            self._paint_state(painter, rect, run, text)
        else:
            self._paint_words(painter, rect, index.column(), text, selected)
        painter.restore()

    def editorEvent(
        self, _event: QEvent, _model: QAbstractItemModel, _option: QStyleOptionViewItem, _index: Index
    ) -> bool:
        return False  # the view ticks, with the whole cell

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, _index: Index) -> QWidget:
        field = QLineEdit(parent)
        field.setMaxLength(LONGEST_NAME)
        field.setAccessibleName(tr("Name of the run"))
        field.setPlaceholderText(tr("as by default"))
        field.setToolTip(tr("Enter takes it, Esc does not. Empty, the run gets its number back."))
        field.setProperty("ring", "none")
        return field

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        cell: QRect = option.rect
        # The letters stay where they were.
        editor.setGeometry(cell.adjusted(PAD - 9, 2, 0, -3))


def tick_box(cell: QRect) -> QRectF:
    """Where the box to tick is in its cell."""
    return QRectF(cell.left() + BOX_LEFT, cell.top() + (cell.height() - 1 - BOX) // 2, BOX, BOX)
