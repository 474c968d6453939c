"""What differs between the runs whose curves lie over each other."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from core.numerals import number, percent
from core.training.run_differences import Difference, differences
from core.training.run_list import ListedRun
from core.training.run_settings import enumerated
from core.words import say, tr
from gui import theme
from gui.widgets.training.plot_strokes import strokes

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()

ROW_HEIGHT = 26
ROWS_IN_SIGHT = 7
_PAD = 11
_SAMPLE_PX = 26
_NAME_WIDTH = 190


@dataclass(frozen=True)
class _Row:
    difference: Difference
    is_result: bool = False


class _Model(QAbstractTableModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runs: Sequence[ListedRun] = ()
        self._rows: list[_Row] = []

    def show_runs(self, runs: Sequence[ListedRun]) -> None:
        self.beginResetModel()
        self._runs = runs
        self._rows = [_Row(each, is_result=True) for each in _results(runs)]
        found = differences([run.facts for run in runs])
        self._rows += [_Row(each) for each in found or (_no_difference(len(runs)),)]
        self.endResetModel()

    def in_words(self) -> str:
        lines = [
            tr("{name}: {values}", name=row.difference.name, values=enumerated(self._spoken(row))) for row in self._rows
        ]
        return "; ".join(lines)

    def is_result(self, row: int) -> bool:
        return self._rows[row].is_result

    def _spoken(self, row: _Row) -> list[str]:
        return [
            tr("{run} {value}", run=run.name, value=value)
            for run, value in zip(self._runs, row.difference.values, strict=True)
        ]

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else 1 + len(self._runs)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        text = str(row.difference.name) if column == 0 else row.difference.values[column - 1]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return text
            case Qt.ItemDataRole.ToolTipRole:
                return "\n".join(filter(None, (text, str(row.difference.hint))))
            case Qt.ItemDataRole.FontRole:
                return theme.font("body", 600 if column and row.is_result else None, tabular=column > 0)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._runs[section - 1].name if section else tr("What differs")
        return None


class _Cells(QStyledItemDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look = theme.current()
        cell: QRect = option.rect
        painter.save()
        if index.row() + 1 < index.model().rowCount():  # the card's own edge ends the last
            painter.fillRect(QRect(cell.left(), cell.bottom(), cell.width(), 1), theme.colour(look.line))
        room = _room(cell, index.column())
        painter.setFont(index.data(Qt.ItemDataRole.FontRole))
        painter.setPen(theme.colour(look.text if index.column() else look.text2))
        _paint_text(painter, room, str(index.data()))
        painter.restore()


def _room(cell: QRect, column: int) -> QRectF:
    return QRectF(cell).adjusted(_PAD if column else theme.CARD_PADDING - 1, 0, -_PAD, -1)


def _paint_text(painter: QPainter, room: QRectF, text: str) -> None:
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, int(room.width()))
    painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)


class _Heads(QHeaderView):
    """The runs' names, each behind a sample of its curve. `first_place` is 0 where no run is shown below them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.first_place = -1

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        look = theme.current()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, theme.colour(look.surface))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.colour(look.line))
        room = _room(rect, section)
        painter.setFont(theme.font("caption", 400 if section == 0 else 600))
        if section:
            place = self.first_place + section - 1
            used = strokes()
            stroke = used.validation if place < 0 else used.runs[place][1]
            stroke.paint_sample(painter, room.left(), room.left() + _SAMPLE_PX, room.center().y())
            room.setLeft(room.left() + _SAMPLE_PX + 7)
        painter.setPen(theme.colour(look.text3 if section == 0 else look.text))
        _paint_text(painter, room, str(self.model().headerData(section, Qt.Orientation.Horizontal)))
        painter.restore()


class RunComparison(QTableView):
    """Hidden until `show_runs` gets two runs: a row for their best losses, accuracies and epochs, then one for each
    setting in which they differ; a column for each run."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = _Model(self)
        self._heads = _Heads(self)
        self.setModel(self._model)
        self.setItemDelegate(_Cells(self))
        self.setHorizontalHeader(self._heads)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(ROW_HEIGHT)
        rows.setDefaultSectionSize(ROW_HEIGHT)
        self._heads.setFixedHeight(theme.HEAD_HEIGHT)
        self._heads.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._heads.setSectionsClickable(False)
        self.setAccessibleName(tr("What differs"))
        self.hide()

    def show_runs(self, shown: ListedRun | None, ticked: Sequence[ListedRun]) -> None:
        """Compare the ticked runs with the one that is shown, in the order of their curves."""
        runs = [*([shown] if shown is not None else ()), *ticked]
        self._heads.first_place = -1 if shown is not None else 0
        self._model.show_runs(runs)
        rows = min(self._model.rowCount(), ROWS_IN_SIGHT)
        self.setFixedHeight(theme.HEAD_HEIGHT + rows * ROW_HEIGHT)
        self._share_out()
        self.setAccessibleDescription(self._model.in_words())
        self.setVisible(len(runs) > 1)

    def rows(self) -> list[tuple[str, ...]]:
        """The cells as shown, a tuple for each row."""
        model = self._model
        return [
            tuple(str(model.index(row, column).data()) for column in range(model.columnCount()))
            for row in range(model.rowCount())
        ]

    def _share_out(self) -> None:
        columns = self._model.columnCount()
        room = self.viewport().width()
        metrics = QFontMetrics(theme.font("body"))
        names = (str(self._model.index(row, 0).data()) for row in range(self._model.rowCount()))
        widest = max((metrics.horizontalAdvance(name) for name in names), default=0) + theme.CARD_PADDING + _PAD
        first = min(max(_NAME_WIDTH, widest), room // 3)
        self.setColumnWidth(0, first)
        for column in range(1, columns):
            width = (room - first) * column // (columns - 1) - (room - first) * (column - 1) // (columns - 1)
            self.setColumnWidth(column, width)

    def sizeHint(self) -> QSize:
        return QSize(480, self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_out()


def _no_difference(runs: int) -> Difference:
    return Difference(say("All settings"), (tr("the same"),) * runs, say("Then only chance can make a difference."))


def _results(runs: Sequence[ListedRun]) -> tuple[Difference, ...]:
    scores = [run.scores for run in runs]
    return (
        Difference(say("Best validation loss"), tuple(number(each.val_loss, 3) for each in scores)),
        Difference(say("Validation accuracy then"), tuple(percent(each.val_accuracy, 1) for each in scores)),
        Difference(say("Best epoch"), tuple(_best_epoch(each.best_epoch, each.epochs) for each in scores)),
    )


def _best_epoch(best: int, epochs: int) -> str:
    return tr("{best} of {epochs}", best=best, epochs=epochs) if best else "–"
