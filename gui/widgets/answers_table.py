"""The answers to many photos: a row each, to be sorted and walked through."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QSize, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QTableView, QWidget

from core.sureness import Sureness, in_short
from core.words import tr
from gui import theme
from gui.widgets.answers_delegate import PAD, THUMBNAIL_LEFT, AnswersDelegate
from gui.widgets.answers_model import AnswersModel, Column
from gui.widgets.sortable import make_sortable, show_as_rows
from gui.widgets.thumbnail_shelf import ThumbnailShelf

_THUMBNAIL_WIDTH = THUMBNAIL_LEFT + theme.THUMBNAIL_TABLE + 6
# What the columns of changing width get of the room; the answer takes the rest.
_SHARES = {Column.PHOTO: 0.21, Column.SHARE: 0.22, Column.SECOND: 0.22}
_ROWS_AT_LEAST = 3
# A table that is scrolled fast does not stop for every row.
_LOOK_MS = 40


class AnswersTable(QTableView):
    """Shows an `AnswersModel`. `chosen` brings the position of the photo that the user went to, `thumbnails_wanted` the
    positions of those in sight whose thumbnails are not there: `take_thumbnails` is the answer."""

    chosen = Signal(int)
    thumbnails_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shelf = ThumbnailShelf(theme.THUMBNAIL_TABLE)
        self.answers = AnswersModel(self._shelf, self)
        self._look = QTimer(self)
        self._look.setSingleShot(True)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self._look_for_thumbnails)
        self._is_telling = True
        self._delegate = AnswersDelegate(self)
        self._sureness_width = self._width_of_sureness()
        self.setModel(self.answers)
        self.setItemDelegate(self._delegate)
        show_as_rows(self)
        self.setMinimumHeight(theme.HEAD_HEIGHT + _ROWS_AT_LEAST * theme.ROW_HEIGHT_THUMBNAIL)
        self.setAccessibleName(tr("Answers"))
        make_sortable(
            self,
            theme.ROW_HEIGHT_THUMBNAIL,
            _THUMBNAIL_WIDTH,
            tr("Press to sort, again to turn round, a third time for the order of the photos"),
        )
        self.selectionModel().currentRowChanged.connect(self._on_current_row_changed)
        self.verticalScrollBar().valueChanged.connect(self._look_soon)
        for signal in (self.answers.dataChanged, self.answers.layoutChanged):
            signal.connect(self._look_soon)
        self.answers.modelReset.connect(self._on_other_photos)

    @property
    def thumbnail_px(self) -> int:
        """The longer side of a thumbnail, in pixels of the screen."""
        return self._shelf.side_px

    def take_thumbnails(self, photos: Sequence[int], pixels: Sequence[NDArray[np.uint8] | None]) -> None:
        """The first of the thumbnails that were wanted, by the positions of their photos; None for one that cannot be
        read."""
        for photo, each in zip(photos, pixels, strict=False):
            self._shelf.put(photo, each)
            self.answers.show_thumbnail(photo)
        self._look_for_thumbnails()

    def visible_photos(self) -> list[int]:
        """The positions of the photos whose rows are in sight, from the top."""
        count = self.answers.rowCount()
        first, last = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        rows = range(max(0, first), (last if last >= 0 else count - 1) + 1) if first >= 0 else range(0)
        return [self.answers.photo_at(row) for row in rows]

    def show_photo(self, photo: int) -> None:
        """Select the row of the photo at this position, without telling."""
        index = self.answers.index(self.answers.row_of(photo), Column.PHOTO)
        if self.currentIndex().row() == index.row():
            return
        self._is_telling = False
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(index, flags)
        self._is_telling = True

    def _look_soon(self) -> None:
        if not self._look.isActive():
            self._look.start()

    def _on_other_photos(self) -> None:
        self._shelf.clear()
        self._look_soon()

    def _look_for_thumbnails(self) -> None:
        if self.isVisible():
            readable = [each for each in self.visible_photos() if not self.answers.is_unreadable(each)]
            missing = self._shelf.missing(readable)
            if missing:
                self.thumbnails_wanted.emit(missing)

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
        self._shelf.set_ratio(self.devicePixelRatioF())
        self._share_out()
        self._look_soon()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look_soon()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(event.position().toPoint().y()))

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Leave, QEvent.Type.Wheel):
            self._hover(-1)
        return super().viewportEvent(event)
