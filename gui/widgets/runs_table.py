"""Earlier runs as a table: what was trained, how well it did, and a way back to it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from core.numerals import duration, number, percent
from core.training.runs import RunFacts
from core.words import tr
from gui import theme

Run = tuple[Path, RunFacts]
_Index = QModelIndex | QPersistentModelIndex
_NUMBERS = (3, 4, 5)
_SETTINGS = 2
# Narrower than this the settings give way to the name; the tooltip still has them.
_WIDTH_FOR_SETTINGS = 700


class _RunsModel(QAbstractTableModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._runs: Sequence[Run] = ()
        self._live: Path | None = None
        self._heads = (
            tr("Name"),
            tr("Started"),
            tr("Settings"),
            tr("Val loss"),
            tr("Val acc"),
            tr("Time"),
            tr("State"),
        )

    def show_runs(self, runs: Sequence[Run], live: Path | None) -> None:
        self.beginResetModel()
        self._runs, self._live = runs, live
        self.endResetModel()

    def folder(self, row: int) -> Path:
        return self._runs[row][0]

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._runs)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        folder, facts = self._runs[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._texts(folder, facts)[index.column()]
            case Qt.ItemDataRole.ToolTipRole:
                return tr(
                    "{folder}\n{settings}\nDouble-click or Enter: look inside this run's best epoch",
                    folder=folder,
                    settings=self._texts(folder, facts)[_SETTINGS],
                )
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(index.column())
            case Qt.ItemDataRole.FontRole:
                return theme.font("body", 600 if index.column() == 0 else None, tabular=index.column() in _NUMBERS)
            case Qt.ItemDataRole.ForegroundRole if index.column() in (1, 2):
                return theme.colour(theme.current().text2)
        return None

    def _texts(self, folder: Path, facts: RunFacts) -> tuple[str, ...]:
        results = facts.results
        settings = tr(
            "{epochs} epochs, batch {batch}, {size} px",
            epochs=facts.config.get("epochs", "–"),
            batch=facts.config.get("batch_size", "–"),
            size=facts.frame.size_px,
        )
        return (
            facts.name,
            facts.started[:16].replace("T", " "),
            settings,
            number(_float(results, "val_loss")),
            percent(_float(results, "val_accuracy")),
            duration(_float(results, "seconds")),
            _state(facts.state, folder == self._live),
        )


class RunsTable(QTableView):
    """`show_runs` fills it; `run_chosen(Path)` comes with a double click or Enter."""

    run_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = _RunsModel(self)
        self.setModel(self._model)
        self.setAccessibleName(tr("Earlier runs"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setFixedHeight(theme.HEAD_HEIGHT)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.activated.connect(self._on_activated)

    def show_runs(self, runs: Sequence[Run], live: Path | None) -> None:
        """The runs, newest first; `live` is the folder of the one in training."""
        self._model.show_runs(runs, live)

    def _on_activated(self, index: QModelIndex) -> None:
        self.run_chosen.emit(self._model.folder(index.row()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setColumnHidden(_SETTINGS, event.size().width() < _WIDTH_FOR_SETTINGS)


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in _NUMBERS else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def _float(results: dict[str, Any], name: str) -> float:
    value = results.get(name)
    return float(value) if isinstance(value, int | float) else float("nan")


def _state(state: str, is_live: bool) -> str:
    if is_live:
        return tr("training")
    words = {"finished": tr("finished"), "stopped": tr("stopped"), "failed": tr("failed")}
    # A run that says "training" and is not ours was cut off: a crash, a power cut.
    return words.get(state, tr("interrupted"))
