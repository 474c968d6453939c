"""The photos and their answers as a table."""

import enum
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from core.answer_store import FAILED, WAITING, AnswerStore
from core.answers import Photo
from core.numerals import percent
from core.sureness import in_short
from core.words import tr
from gui.widgets.answer_words import why_so_sure
from gui.widgets.thumbnail_shelf import ThumbnailShelf

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()

ANSWER_ROLE = Qt.ItemDataRole.UserRole
"""The row's `Answer`, or None while it waits."""


class Column(enum.IntEnum):
    """The table's columns from left to right."""

    THUMBNAIL = 0
    PHOTO = 1
    ANSWER = 2
    SHARE = 3
    SURENESS = 4
    SECOND = 5


class AnswersModel(QAbstractTableModel):
    """Rows in an order of its own: answered ones by a column, after them the unreadable, then those that wait.

    It sorts by itself, in numpy: a proxy would ask Python for every comparison, and with thousands of photos answers
    come many times a second. Its thumbnails are what is on the `shelf`.
    """

    def __init__(self, shelf: ThumbnailShelf, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self._photos: Sequence[Photo] = ()
        self._answers = AnswerStore()
        self._order: NDArray[np.int64] = np.zeros(0, np.int64)
        self._rows = self._order
        self._by_name: NDArray[np.int64] | None = None
        self._column = -1
        self._descending = False
        self._stopped = False

    # ---- what it shows

    def show_answers(self, photos: Sequence[Photo], answers: AnswerStore) -> None:
        """Other photos. `answers` is kept: tell with `update_answers` where it has grown."""
        self.beginResetModel()
        self._photos, self._answers = photos, answers
        self._stopped = False
        self._by_name = None
        self._arrange()
        self.endResetModel()

    def update_answers(self, first: int, last: int) -> None:
        """Answers came for photos from position `first` to `last`."""
        if self._column >= 0:
            self._sort_again()
        elif first <= last:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(Column) - 1))

    def set_stopped(self) -> None:
        """Nothing waits any more: what has no answer gets none."""
        self._stopped = True
        if self._photos:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._photos) - 1, len(Column) - 1))

    def show_thumbnail(self, photo: int) -> None:
        """The thumbnail of the photo of this position has come."""
        if photo < len(self._rows):
            index = self.index(self.row_of(photo), Column.THUMBNAIL)
            self.dataChanged.emit(index, index, [Qt.ItemDataRole.DecorationRole])

    def photo_at(self, row: int) -> int:
        """The position of a row's photo among all of them."""
        return int(self._order[row])

    def row_of(self, photo: int) -> int:
        """The row that shows the photo of this position."""
        return int(self._rows[photo])

    def is_unreadable(self, photo: int) -> bool:
        """Whether the photo of this position is known to be no picture."""
        return bool(self._answers.states[photo] == FAILED)

    # ---- order

    def _arrange(self) -> None:
        count = len(self._photos)
        self._order = np.arange(count)
        if self._column >= 0:
            states = self._answers.states
            is_waiting = states == WAITING
            # A photo has its name, whether or not it can be read.
            is_last = np.zeros(count, bool) if self._column == Column.PHOTO else states == FAILED
            keys = [-key if self._descending else key for key in self._keys(Column(self._column))]
            # The last key counts most; equal rows stay in the order of the photos.
            self._order = np.lexsort((*keys, np.where(is_waiting, 2, is_last)))
            tail = np.flatnonzero(is_waiting | is_last)
            if len(tail):
                # Those without a key stay in the order of the photos.
                failed, waiting = tail[~is_waiting[tail]], tail[is_waiting[tail]]
                self._order[count - len(tail) :] = np.concatenate((failed, waiting))
        self._rows = np.empty(count, np.int64)
        self._rows[self._order] = np.arange(count)

    def _keys(self, column: Column) -> tuple[NDArray[Any], ...]:
        """What rows are sorted by, numbers each, the most important last."""
        answers = self._answers
        match column:
            case Column.PHOTO:
                if self._by_name is None:
                    self._by_name = _ranks([photo.name for photo in self._photos])
                return (self._by_name,)
            case Column.ANSWER:
                ranks = _ranks(list(answers.class_names) or [""])
                return answers.best, ranks[answers.labels]
            case Column.SURENESS:
                return answers.best, answers.levels.astype(np.int64)
            case Column.SECOND:
                return (answers.second_best,)
            case _:
                return (answers.best,)

    def _sort_again(self) -> None:
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        photos = [self.photo_at(index.row()) for index in before]
        self._arrange()
        after = [self.index(self.row_of(photo), index.column()) for photo, index in zip(photos, before, strict=True)]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    # ---- cells

    def _text(self, photo: int, column: int) -> str:
        answer = self._answers[photo]
        if column == Column.PHOTO:
            return self._photos[photo].name
        if column == Column.THUMBNAIL:
            return ""
        if answer is None:
            words = tr("not asked") if self._stopped else tr("waiting")
            return words if column == Column.ANSWER else ""
        if not answer.ranked:
            return str(answer.error or tr("No answer.")) if column == Column.ANSWER else ""
        name, share = answer.ranked[0]
        if column == Column.ANSWER:
            return name
        if column == Column.SHARE:
            return percent(share, 1)
        if column == Column.SURENESS:
            return str(in_short(self._answers.level(photo)))
        if len(answer.ranked) < 2:
            return ""
        second, share = answer.ranked[1]
        return f"{second} {percent(share, 1)}"

    def _tooltip(self, photo: int, column: int) -> str:
        if column in (Column.THUMBNAIL, Column.PHOTO):
            return self._photos[photo].file or self._photos[photo].name
        answer = self._answers[photo]
        if column == Column.SURENESS and answer is not None and answer.ranked:
            return why_so_sure(answer)
        return self._text(photo, column) if column in (Column.ANSWER, Column.SECOND) else ""

    # ---- Qt's

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        photo, column = self.photo_at(index.row()), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(photo, column)
        if role == ANSWER_ROLE:
            return self._answers[photo]
        if role == Qt.ItemDataRole.DecorationRole and column == Column.THUMBNAIL:
            return self._shelf.pixmap(photo)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tooltip(photo, column) or None
        if role == Qt.ItemDataRole.AccessibleTextRole and column == Column.THUMBNAIL:
            return self._photos[photo].name
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = Column(section)
        if role == Qt.ItemDataRole.DisplayRole:
            return ("", tr("Photo"), tr("Answer"), tr("Share"), tr("How sure"), tr("Second"))[column]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column == Column.SHARE else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.InitialSortOrderRole and column >= Column.SHARE:
            return Qt.SortOrder.DescendingOrder.value
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        # The thumbnails' column stands for the order in which the photos were given.
        self._column = column if column > Column.THUMBNAIL else -1
        self._descending = order is Qt.SortOrder.DescendingOrder
        self._sort_again()


def _ranks(names: Sequence[str]) -> NDArray[np.int64]:
    """The place of each name in the order of them all; equal names have the same."""
    folded = np.array([name.casefold() for name in names], object)
    ranks: NDArray[np.int64] = np.unique(folded, return_inverse=True)[1]
    return ranks
