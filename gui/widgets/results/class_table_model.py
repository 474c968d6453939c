"""The classes and how well each is told from the others, as a table."""

import enum
import math
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from core.numerals import number, percent
from core.results.judged import ClassScores
from core.words import tr

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()

SHARE_ROLE = Qt.ItemDataRole.UserRole
"""How much of the cell's bar is filled (0-1, NaN: nothing to measure); None where there is no bar."""


class Column(enum.IntEnum):
    """The table's columns from left to right."""

    NAME = 0
    PRECISION = 1
    RECALL = 2
    F1 = 3
    PICTURES = 4


class ClassTableModel(QAbstractTableModel):
    """Rows in an order of its own; classes without a number in the sorted column stand last."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._classes: Sequence[ClassScores] = ()
        self._order: list[int] = []
        self._column = -1
        self._descending = False

    def show_classes(self, classes: Sequence[ClassScores]) -> None:
        """Other numbers, sorted as before."""
        self.beginResetModel()
        self._classes = classes
        self._arrange()
        self.endResetModel()

    def class_at(self, row: int) -> int:
        """The position of a row's class among all of them."""
        return self._order[row]

    def row_of(self, label: int) -> int:
        """The row of the class at this position."""
        return self._order.index(label)

    # ---- order

    def _arrange(self) -> None:
        self._order = list(range(len(self._classes)))
        if self._column == Column.NAME:
            self._order.sort(key=lambda each: self._classes[each].name.casefold(), reverse=self._descending)
        elif self._column > Column.NAME:
            unknown = [each for each in self._order if math.isnan(self._value(each, self._column))]
            known = [each for each in self._order if each not in set(unknown)]
            known.sort(key=lambda each: self._value(each, self._column), reverse=self._descending)
            self._order = known + unknown

    def _value(self, label: int, column: int) -> float:
        scores = self._classes[label]
        return (math.nan, scores.precision, scores.recall, scores.f1, float(scores.support))[column]

    # ---- cells

    def _text(self, label: int, column: int) -> str:
        value = self._value(label, column)
        if column == Column.NAME:
            return self._classes[label].name
        if column == Column.PICTURES:
            return f"{self._classes[label].support:,}"
        return number(value) if column == Column.F1 else percent(value)

    def _tooltip(self, label: int, column: int) -> str:
        name = self._classes[label].name
        if not math.isnan(self._value(label, column)) or column == Column.NAME:
            return tr("{name}: a click shows its pictures", name=name)
        if column == Column.PRECISION:
            return tr("No precision: the network called none of the pictures “{name}”.", name=name)
        if column == Column.RECALL:
            return tr("No recall: there are no pictures of “{name}” here.", name=name)
        return tr("No F1: there are no pictures of “{name}” here.", name=name)

    def _head_tooltip(self, column: int) -> str:
        match column:
            case Column.NAME:
                what = tr("The folders' names")
            case Column.PRECISION:
                what = tr("Precision: of the pictures that the network called by this name, how many are that.")
            case Column.RECALL:
                what = tr("Recall: of the pictures of this class, how many the network recognised.")
            case Column.F1:
                what = tr("F1: precision and recall in one number, nearer to the lower of both; 1 is perfect.")
            case _:
                what = tr("How many pictures of this class were asked about. With few, one more mistake moves a lot.")
        return what + "\n" + tr("Press to sort, again to turn round, a third time for the order of the classes")

    # ---- Qt's

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        label, column = self._order[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(label, column)
        if role == SHARE_ROLE and column in (Column.PRECISION, Column.RECALL):
            return self._value(label, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tooltip(label, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            head = self.headerData(column, Qt.Orientation.Horizontal)
            return f"{head}: {self._text(label, column)}" if column else self._text(label, column)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return (tr("Class"), tr("Precision"), tr("Recall"), tr("F1"), tr("Pictures"))[section]
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._head_tooltip(section)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section > Column.NAME else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.InitialSortOrderRole and section == Column.PICTURES:
            return Qt.SortOrder.DescendingOrder.value
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        labels = [self._order[index.row()] for index in before]
        self._column, self._descending = column, order is Qt.SortOrder.DescendingOrder
        self._arrange()
        after = [self.index(self.row_of(label), index.column()) for label, index in zip(labels, before, strict=True)]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()
