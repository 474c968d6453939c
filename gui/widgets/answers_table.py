"""The answers to many photos: a row each, to be sorted and walked through."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QWidget

from core.sureness import Sureness, in_short
from core.words import tr
from gui import theme
from gui.widgets.answers_delegate import PAD, THUMBNAIL_LEFT, AnswersDelegate
from gui.widgets.answers_model import AnswersModel, Column
from gui.widgets.sortable import make_sortable

_THUMBNAIL_WIDTH = THUMBNAIL_LEFT + theme.THUMBNAIL_TABLE + 6
# What the columns of changing width get of the room; the answer takes the rest.
_SHARES = {Column.PHOTO: 0.21, Column.SHARE: 0.22, Column.SECOND: 0.22}
_ROWS_AT_LEAST = 3


class AnswersTable(QTableView):
    """Shows an `AnswersModel`. `chosen` brings the position of the photo that the user went to."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.answers = AnswersModel(self)
        self._is_telling = True
        self._delegate = AnswersDelegate(self)
        self._sureness_width = self._width_of_sureness()
        self.setModel(self.answers)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(theme.HEAD_HEIGHT + _ROWS_AT_LEAST * theme.ROW_HEIGHT_THUMBNAIL)
        self.setAccessibleName(tr("Answers"))
        make_sortable(
            self,
            theme.ROW_HEIGHT_THUMBNAIL,
            _THUMBNAIL_WIDTH,
            tr("Press to sort, again to turn round, a third time for the order of the photos"),
        )
        self.selectionModel().currentRowChanged.connect(self._on_current_row_changed)

    def show_photo(self, photo: int) -> None:
        """Select the row of the photo at this position, without telling."""
        index = self.answers.index(self.answers.row_of(photo), Column.PHOTO)
        if self.currentIndex().row() == index.row():
            return
        self._is_telling = False
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(index, flags)
        self._is_telling = True

    def _width_of_sureness(self) -> int:
        words = [str(in_short(level)) for level in Sureness] + [tr("How sure") + "    "]
        return max(self.fontMetrics().horizontalAdvance(each) for each in words) + 2 * PAD + 16

    def _share_out(self) -> None:
        room = self.viewport().width()
        rest = room - _THUMBNAIL_WIDTH - self._sureness_width
        widths = {column: round(rest * share) for column, share in _SHARES.items()}
        widths[Column.THUMBNAIL] = _THUMBNAIL_WIDTH
        widths[Column.SURENESS] = self._sureness_width
        widths[Column.ANSWER] = room - sum(widths.values())
        for column, width in widths.items():
            self.setColumnWidth(column, width)

    def _hover(self, row: int) -> None:
        if row != self._delegate.hovered_row:
            self._delegate.hovered_row = row
            self.viewport().update()

    def _on_current_row_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        if self._is_telling and current.isValid():
            self.chosen.emit(self.answers.photo_at(current.row()))

    def sizeHint(self) -> QSize:
        # Asks for the few rows that it needs at least: the page scrolls only where even those have no room.
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.answers.set_ratio(self.devicePixelRatioF())
        self._share_out()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(event.position().toPoint().y()))

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Leave, QEvent.Type.Wheel):
            self._hover(-1)
        return super().viewportEvent(event)
