"""The photos and their answers as a table."""

import enum
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QPixmap

from core.answers import Answer, Photo
from core.numerals import percent
from core.sureness import Sureness, in_short, sureness
from core.words import tr
from gui import theme
from gui.pixels import to_pixmap

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

    It sorts by itself because a proxy would ask Python for every comparison, and with thousands of photos
    answers come many times a second.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._photos: Sequence[Photo] = ()
        self._answers: Sequence[Answer | None] = ()
        self._order: list[int] = []
        self._rows: list[int] = []
        self._column = -1
        self._descending = False
        self._stopped = False
        self._thumbnails: dict[int, QPixmap] = {}
        self._ratio = 1.0

    # ---- what it shows

    def show_answers(self, photos: Sequence[Photo], answers: Sequence[Answer | None]) -> None:
        """Other photos. The lists are kept: tell with `update_answers` where `answers` has grown."""
        self.beginResetModel()
        self._photos, self._answers = photos, answers
        self._stopped = False
        self._thumbnails.clear()
        self._arrange()
        self.endResetModel()

    def update_answers(self, positions: Iterable[int]) -> None:
        """Answers came for these photos."""
        if self._column >= 0:
            self._sort_again()
            return
        changed = sorted(positions)
        if changed:
            self.dataChanged.emit(self.index(changed[0], 0), self.index(changed[-1], len(Column) - 1))

    def set_stopped(self) -> None:
        """Nothing waits any more: what has no answer gets none."""
        self._stopped = True
        if self._photos:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._photos) - 1, len(Column) - 1))

    def set_ratio(self, ratio: float) -> None:
        """The pixel ratio of the screen that shows the thumbnails."""
        if ratio != self._ratio:
            self._ratio = ratio
            self._thumbnails.clear()

    def photo_at(self, row: int) -> int:
        """The position of a row's photo among all of them."""
        return self._order[row]

    def row_of(self, photo: int) -> int:
        """The row that shows the photo of this position."""
        return self._rows[photo]

    # ---- order

    def _arrange(self) -> None:
        self._order = list(range(len(self._photos)))
        if self._column >= 0:
            key = self._keys[Column(self._column)]
            by_name = self._column == Column.PHOTO
            answers = self._answers
            waiting = [each for each in self._order if answers[each] is None]
            failed = [each for each in self._order if not by_name and (a := answers[each]) is not None and not a.ranked]
            apart = {*waiting, *failed}
            sortable = [each for each in self._order if each not in apart]
            self._order = sorted(sortable, key=key, reverse=self._descending) + failed + waiting
        self._rows = [0] * len(self._order)
        for row, photo in enumerate(self._order):
            self._rows[photo] = row

    @property
    def _keys(self) -> dict[Column, Callable[[int], Any]]:
        return {
            Column.PHOTO: lambda each: self._photos[each].name.casefold(),
            Column.ANSWER: lambda each: (self._ranked(each)[0][0].casefold(), self._ranked(each)[0][1]),
            Column.SHARE: lambda each: self._ranked(each)[0][1],
            Column.SURENESS: lambda each: (sureness(self._answers[each] or Answer("")), self._ranked(each)[0][1]),
            Column.SECOND: lambda each: self._ranked(each)[1][1] if len(self._ranked(each)) > 1 else 0.0,
        }

    def _ranked(self, photo: int) -> tuple[tuple[str, float], ...]:
        answer = self._answers[photo]
        return answer.ranked if answer is not None else ()

    def _sort_again(self) -> None:
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        photos = [self._order[index.row()] for index in before]
        self._arrange()
        after = [self.index(self._rows[photo], index.column()) for photo, index in zip(photos, before, strict=True)]
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
            return str(in_short(sureness(answer)))
        if len(answer.ranked) < 2:
            return ""
        second, share = answer.ranked[1]
        return f"{second} {percent(share, 1)}"

    def _tooltip(self, photo: int, column: int) -> str:
        if column in (Column.THUMBNAIL, Column.PHOTO):
            return self._photos[photo].file or self._photos[photo].name
        answer = self._answers[photo]
        if column == Column.SURENESS and answer is not None and answer.ranked:
            return self._sureness_tooltip(sureness(answer))
        return self._text(photo, column) if column in (Column.ANSWER, Column.SECOND) else ""

    @staticmethod
    def _sureness_tooltip(level: Sureness) -> str:
        if level is Sureness.SURE:
            return tr("One class has at least 90 % of the share. The network says so; it may still be wrong.")
        if level is Sureness.FAIRLY:
            return tr("One class has at least 60 % of the share.")
        return tr("No class has as much as 60 % of the share.")

    def _thumbnail(self, photo: int) -> QPixmap | None:
        answer = self._answers[photo]
        if answer is None or answer.pixels is None:
            return None
        if photo not in self._thumbnails:
            side = theme.THUMBNAIL_TABLE
            self._thumbnails[photo] = to_pixmap(answer.pixels, QSize(side, side), self._ratio, keep_aspect=True)
        return self._thumbnails[photo]

    # ---- Qt's

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        photo, column = self._order[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(photo, column)
        if role == ANSWER_ROLE:
            return self._answers[photo]
        if role == Qt.ItemDataRole.DecorationRole and column == Column.THUMBNAIL:
            return self._thumbnail(photo)
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
