"""All runs as the rows of a table."""

import enum
import math
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from core.numerals import duration, number, percent
from core.training.run_list import ListedRun, Scores
from core.training.run_names import began
from core.training.run_settings import in_short, network_name
from core.training.unfinished import Unfinished, can_resume
from core.words import tr
from gui.widgets.training.plot_content import MOST_OVERLAYS
from gui.widgets.training.run_words import tooltip

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()

RUN_ROLE = Qt.ItemDataRole.UserRole
"""The row's `ListedRun`."""


class Column(enum.IntEnum):
    """The table's columns from left to right."""

    TICK = 0
    NAME = 1
    PICTURES = 2
    NETWORK = 3
    SETTINGS = 4
    VAL_LOSS = 5
    VAL_ACCURACY = 6
    TIME = 7
    STATE = 8


NUMBERS = (Column.VAL_LOSS, Column.VAL_ACCURACY, Column.TIME)


class RunModel(QAbstractTableModel):
    """Newest first, or sorted by a column. It sorts by itself: a proxy would ask Python for every comparison.

    Up to MOST_OVERLAYS runs are ticked beside the one that is shown, whose own tick stays.
    `ticks_changed` comes whenever others are ticked, `tick_refused` when there would be too many; `renamed` brings a
    run's folder and the name that the user has typed, empty for none.
    """

    ticks_changed = Signal()
    tick_refused = Signal()
    renamed = Signal(object, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runs: dict[Path, ListedRun] = {}
        self._order: list[Path] = []
        self._texts: dict[Path, tuple[str, ...]] = {}
        self._unfinished: dict[Path, Unfinished | None] = {}
        self._ticked: list[Path] = []
        self._live: Path | None = None
        self._shown: Path | None = None
        self._column = -1
        self._descending = False

    # ---- what it shows

    def show_runs(self, runs: Sequence[ListedRun], live: Path | None, shown: Path | None) -> None:
        """These runs, newest first. `live` is the one in training here, `shown` the one whose curves the plots show."""
        before = tuple(self._ticked)
        self.beginResetModel()
        self._runs = {run.folder: replace(run, is_live=run.is_live or run.folder == live) for run in runs}
        self._live, self._shown = live, shown
        self._texts.clear()
        self._unfinished.clear()
        self._ticked = [folder for folder in self._ticked if folder in self._runs and folder != shown]
        self._arrange()
        self.endResetModel()
        if before != tuple(self._ticked):
            self.ticks_changed.emit()

    def show_scores(self, folder: Path, scores: Scores) -> None:
        """Other numbers of a run, while it is being trained."""
        if folder in self._runs:
            self._runs[folder] = replace(self._runs[folder], scores=scores)
            self._texts.pop(folder, None)
            row = self._order.index(folder)
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))

    def run(self, folder: Path) -> ListedRun | None:
        """The run in a folder, if it is listed."""
        return self._runs.get(folder)

    def run_at(self, row: int) -> ListedRun:
        """The run of a row."""
        return self._runs[self._order[row]]

    def row_of(self, folder: Path | None) -> int:
        """The row of a run; -1 where it is not listed."""
        return self._order.index(folder) if folder in self._runs else -1

    def is_shown(self, folder: Path) -> bool:
        """Whether the plots show this run."""
        return folder == self._shown

    def is_one_network(self) -> bool:
        """Whether the network's column says the same of all runs."""
        return len({run.facts.network for run in self._runs.values()}) < 2

    def unfinished(self, folder: Path) -> Unfinished | None:
        """What the run can go on with, if it can. Asked of the disk once for as long as the rows stay."""
        if folder not in self._unfinished:
            self._unfinished[folder] = None if self._runs[folder].is_live else can_resume(folder)
        return self._unfinished[folder]

    def is_cut_short(self, folder: Path) -> bool:
        """Whether a run ended before it was done, and can go on."""
        if self._runs[folder].facts.state == "finished":
            return False
        found = self.unfinished(folder)
        return found is not None and found.epochs_done < found.epochs_planned

    # ---- ticks

    def ticked(self) -> tuple[Path, ...]:
        """The ticked runs in the order in which they were ticked, without the one that is shown."""
        return tuple(self._ticked)

    def place_of(self, folder: Path) -> int | None:
        """The place of a run among the curves: -1 for the shown one, from 0 for ticked ones, None for others."""
        if folder == self._shown:
            return -1
        return self._ticked.index(folder) if folder in self._ticked else None

    def tick(self, folder: Path, on: bool) -> None:
        """Tick a run, or not. One too many is refused."""
        if folder == self._shown or folder not in self._runs or (folder in self._ticked) == on:
            return
        if on and len(self._ticked) >= MOST_OVERLAYS:
            self.tick_refused.emit()
            return
        self._ticked = [*self._ticked, folder] if on else [each for each in self._ticked if each != folder]
        # The others' colours follow their places.
        self.dataChanged.emit(self.index(0, Column.TICK), self.index(len(self._order) - 1, Column.TICK))
        self.ticks_changed.emit()

    # ---- order

    def _arrange(self) -> None:
        self._order = list(self._runs)
        if self._column < 0:
            return
        key = self._keys[Column(self._column)]
        known: list[tuple[Any, Path]] = []
        unknown: list[tuple[Any, Path]] = []
        for folder in self._order:
            value = key(self._runs[folder])
            missing = isinstance(value, float) and math.isnan(value)
            (unknown if missing else known).append((value, folder))
        known.sort(key=lambda each: each[0], reverse=self._descending)
        self._order = [folder for _, folder in known + unknown]

    @property
    def _keys(self) -> dict[Column, Callable[[ListedRun], Any]]:
        return {
            Column.NAME: lambda run: (run.name.casefold(), began(run.facts.started)),
            Column.PICTURES: lambda run: run.facts.name.casefold(),
            Column.NETWORK: lambda run: self._text(run, Column.NETWORK).casefold(),
            Column.SETTINGS: lambda run: _natural(self._text(run, Column.SETTINGS)),
            Column.VAL_LOSS: lambda run: run.scores.val_loss,
            Column.VAL_ACCURACY: lambda run: run.scores.val_accuracy,
            Column.TIME: lambda run: run.scores.seconds,
            Column.STATE: lambda run: self._text(run, Column.STATE).casefold(),
        }

    # ---- cells

    def _text(self, run: ListedRun, column: int) -> str:
        if run.folder not in self._texts:
            self._texts[run.folder] = (
                "",
                run.name,
                run.facts.name,
                network_name(run.facts),
                in_short(run.facts),
                number(run.scores.val_loss),
                percent(run.scores.val_accuracy),
                duration(run.scores.seconds),
                str(run.state),
            )
        return self._texts[run.folder][column]

    def _spoken(self, run: ListedRun, column: int) -> str | None:
        if column == Column.TICK:
            return tr("curve of {name}", name=run.name)
        if column == Column.NAME and run.folder == self._shown:
            return tr("{name}, shown in the plots", name=run.name)
        if column == Column.STATE and self.is_cut_short(run.folder):
            return tr("{state}, can go on", state=run.state)
        return None

    # ---- Qt's

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() == Column.NAME:
            flags |= Qt.ItemFlag.ItemIsEditable
        elif index.column() == Column.TICK and self._order[index.row()] != self._shown:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        run, column = self.run_at(index.row()), index.column()
        if role == RUN_ROLE:
            return run
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self._text(run, column)
        if role == Qt.ItemDataRole.CheckStateRole and column == Column.TICK:
            on = self.place_of(run.folder) is not None
            return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(run, self.unfinished(run.folder), run.folder == self._shown)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(run, column)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not index.isValid():
            return False
        run = self.run_at(index.row())
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == Column.TICK:
            self.tick(run.folder, Qt.CheckState(value) == Qt.CheckState.Checked)
            return True
        if role == Qt.ItemDataRole.EditRole and index.column() == Column.NAME:
            name = str(value).strip()
            if name != run.name:
                self.renamed.emit(run.folder, name)
            return True
        return False

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return _heads()[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section in NUMBERS else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.InitialSortOrderRole and section == Column.VAL_ACCURACY:
            return Qt.SortOrder.DescendingOrder.value
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        # The ticks' column stands for the order of start.
        self._column = column if column > Column.TICK else -1
        self._descending = order is Qt.SortOrder.DescendingOrder
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        folders = [self._order[index.row()] for index in before]
        self._arrange()
        rows = {folder: row for row, folder in enumerate(self._order)}
        after = [self.index(rows[folder], index.column()) for folder, index in zip(folders, before, strict=True)]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()


def _heads() -> tuple[str, ...]:
    return (
        "",
        tr("Name"),
        tr("Pictures"),
        tr("Network"),
        tr("Settings"),
        tr("Val loss"),
        tr("Val acc"),
        tr("Time"),
        tr("State"),
    )


def _natural(text: str) -> tuple[tuple[int, str], ...]:
    """A key that sorts numbers in a text as numbers."""
    words = text.replace(",", " ").split()
    return tuple((int(word), "") if word.isdecimal() else (0, word.casefold()) for word in words)
