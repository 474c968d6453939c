"""All runs as a table: what was trained, how well it did, and what can be done with it."""

from collections.abc import Sequence
from pathlib import Path
from typing import cast

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QTableView, QWidget

from core.training.run_list import ListedRun, Scores
from core.training.unfinished import Unfinished
from core.words import tr
from gui import theme
from gui.widgets.sortable import make_sortable, show_as_rows
from gui.widgets.training.run_delegate import BOX, BOX_LEFT, MARK_ROOM, PAD, RunDelegate
from gui.widgets.training.run_menu import DEED_KEYS, Deed, RunMenu
from gui.widgets.training.run_model import NUMBERS, Column, RunModel

ROWS_AT_LEAST = 3

_TICK_WIDTH = BOX_LEFT + BOX + 6
# What the columns of words take at least, what they would like, and what each gets of the room that is left then.
_LEAST = {Column.NAME: 124, Column.PICTURES: 110, Column.NETWORK: 132, Column.SETTINGS: 160}
_WISHED = _LEAST | {Column.SETTINGS: 250}
_SHARES = {Column.NAME: 2, Column.PICTURES: 2, Column.NETWORK: 1, Column.SETTINGS: 5}
# Settings give names that need it what they have beyond this.
_SETTINGS_BESIDE_NAMES = 190
_NAME_AT_MOST = 240
# Which go where there is no room for the least.
_GIVING_WAY = (Column.PICTURES, Column.SETTINGS, Column.NETWORK, Column.TIME)


class RunsTable(QTableView):
    """`show_runs` fills it. `run_chosen` brings a run's folder at a double click or Enter, `selected` the folder that
    the rows' actions are for (None: no row), `ticks_changed` comes when other runs are ticked, `tick_refused` when they
    would be too many, `deed_chosen` brings a `Deed` and the folder it is for, `renamed` a folder and the name typed."""

    run_chosen = Signal(object)
    selected = Signal(object)
    ticks_changed = Signal()
    tick_refused = Signal()
    deed_chosen = Signal(object, object)
    renamed = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.runs = RunModel(self)
        self._delegate = RunDelegate(self.runs, self)
        self._is_showing = False
        # What came while a name is being typed.
        self._waiting: tuple[Sequence[ListedRun], Path | None, Path | None] | None = None
        self.setModel(self.runs)
        self.setItemDelegate(self._delegate)
        self._set_up()
        make_sortable(
            self,
            theme.ROW_HEIGHT,
            _TICK_WIDTH,
            tr("Press to sort, again to turn round, a third time for the newest first"),
        )
        self.runs.ticks_changed.connect(self.ticks_changed)
        self.runs.tick_refused.connect(self.tick_refused)
        self.runs.renamed.connect(self.renamed)
        self.selectionModel().currentRowChanged.connect(self._on_current_row_changed)
        self.clicked.connect(self._on_clicked)

    # ---- doors

    def show_runs(self, runs: Sequence[ListedRun], live: Path | None = None, shown: Path | None = None) -> None:
        """The runs, newest first; `live` is the folder of the one in training here, `shown` that of the one whose
        curves the plots show. What is selected and ticked stays so."""
        if self.state() == QAbstractItemView.State.EditingState:
            self._waiting = (runs, live, shown)
            return
        row, chosen = self.currentIndex().row(), self.selected_folder() or shown
        self._is_showing = True
        self.runs.show_runs(runs, live, shown)
        if self.runs.row_of(chosen) < 0 <= row and runs:
            # It was deleted: its neighbour is at hand.
            chosen = self.runs.run_at(min(row, len(runs) - 1)).folder
        self.select(chosen)
        self._share_out()
        self._is_showing = False
        self.selected.emit(self.selected_folder())

    def show_scores(self, folder: Path, scores: Scores) -> None:
        """Other numbers of a run, while it is being trained."""
        self.runs.show_scores(folder, scores)

    def select(self, folder: Path | None) -> None:
        """Select the row of a run; none where it is not listed."""
        index = self.runs.index(self.runs.row_of(folder), Column.NAME)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(index, flags)

    def selected_folder(self) -> Path | None:
        """The run that the rows' actions are for."""
        index = self.currentIndex()
        return self.runs.run_at(index.row()).folder if index.isValid() else None

    def selected_run(self) -> ListedRun | None:
        """The same with all that is known of it."""
        folder = self.selected_folder()
        return None if folder is None else self.runs.run(folder)

    def unfinished(self) -> Unfinished | None:
        """What the selected run can go on with, if it can."""
        folder = self.selected_folder()
        return None if folder is None else self.runs.unfinished(folder)

    def ticked(self) -> tuple[Path, ...]:
        """The runs to lay over the shown one, in the order of their ticks."""
        return self.runs.ticked()

    def set_ticked(self, folders: Sequence[Path]) -> None:
        """Tick these runs and no others."""
        for folder in self.runs.ticked():
            self.runs.tick(folder, False)
        for folder in folders:
            self.runs.tick(folder, True)

    def rename(self) -> None:
        """Let the user type another name for the selected run."""
        if self.currentIndex().isValid():
            self.setFocus()
            self.edit(self.currentIndex().siblingAtColumn(Column.NAME))

    # ---- building

    def _set_up(self) -> None:
        show_as_rows(self)
        self.setMinimumHeight(theme.HEAD_HEIGHT + ROWS_AT_LEAST * theme.ROW_HEIGHT)
        self.setAccessibleName(tr("Runs"))
        self.setAccessibleDescription(tr("Space ticks a run, Enter looks inside it, F2 renames it, Delete deletes it."))

    # ---- widths

    def _fixed_widths(self) -> dict[Column, int]:
        body = QFontMetrics(theme.font("body", tabular=True))
        head = QFontMetrics(theme.font("caption"))
        states = (tr("finished early"), tr("interrupted"), tr("loss not a number"), tr("out of memory"))
        texts = {
            Column.VAL_LOSS: ("0.00",),
            Column.VAL_ACCURACY: ("100 %",),
            Column.TIME: ("0:00:00",),
            Column.STATE: states,
        }
        widths = {Column.TICK: _TICK_WIDTH}
        for column, samples in texts.items():
            title = str(self.runs.headerData(column, Qt.Orientation.Horizontal))
            # A sorted column's arrow stands beside its title.
            title_width = head.horizontalAdvance(title) + (14 if column in NUMBERS else 0)
            widths[column] = max(title_width, *(body.horizontalAdvance(each) for each in samples)) + 2 * PAD
        widths[Column.STATE] += MARK_ROOM
        return widths

    def _name_width(self) -> int:
        """What the longest name takes, within reason."""
        names = (self.runs.run_at(row).name for row in range(self.runs.rowCount()))
        longest = max(names, key=len, default="")
        return min(QFontMetrics(theme.font("body", 600)).horizontalAdvance(longest) + 2 * PAD, _NAME_AT_MOST)

    def _share_out(self) -> None:
        room = self.viewport().width()
        fixed = self._fixed_widths()
        kept = set(fixed) | set(_LEAST)
        # A network that all share tells nothing, and most names begin with the pictures'.
        saying_little = [Column.NETWORK] if self.runs.is_one_network() else []
        for column in (*saying_little, Column.PICTURES):
            if _sum(fixed | _WISHED, kept) > room:
                kept.discard(column)
        for column in _GIVING_WAY:
            if _sum(fixed | _LEAST, kept) > room:
                kept.discard(column)
        widths = {column: width for column, width in (fixed | _LEAST).items() if column in kept}
        rest = room - sum(widths.values())
        shares = {column: share for column, share in _SHARES.items() if column in kept}
        for column, share in shares.items():
            widths[column] += rest * share // sum(shares.values())
        widths[Column.NAME] += room - sum(widths.values())
        # Names tell runs apart; what is cut off from settings stands in the tooltip.
        spare = widths.get(Column.SETTINGS, 0) - _SETTINGS_BESIDE_NAMES
        moved = min(self._name_width() - widths[Column.NAME], spare)
        if moved > 0:
            widths[Column.NAME] += moved
            widths[Column.SETTINGS] -= moved
        for column in Column:
            self.setColumnHidden(column, column not in kept)
            self.setColumnWidth(column, widths.get(column, 0))

    # ---- what the user does

    def _on_current_row_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid() and not self.selectionModel().isSelected(current):
            # Qt goes to the first row without selecting it when the keyboard comes here.
            self.selectRow(current.row())
        if not self._is_showing:
            self.selected.emit(self.selected_folder())

    def _on_clicked(self, index: QModelIndex) -> None:
        # The whole cell ticks: the box alone is a small target.
        if index.column() == Column.TICK:
            self._toggle()

    def _do(self, deed: Deed) -> None:
        folder = self.selected_folder()
        if folder is None:
            return
        if deed is Deed.RENAME:
            self.rename()
        elif deed is Deed.LOOK:
            self.run_chosen.emit(folder)
        else:
            self.deed_chosen.emit(deed, folder)

    def _open_menu(self, place: QPoint) -> None:
        run = self.selected_run()
        if run is not None:
            heads = [str(self.runs.headerData(each, Qt.Orientation.Horizontal)) for each in Column]
            menu = RunMenu(run, self.unfinished(), heads, self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.deed_chosen.connect(self._on_deed_chosen)
            menu.sort_chosen.connect(self._on_sort_chosen)
            menu.popup(self.viewport().mapToGlobal(place))

    def _on_deed_chosen(self, deed: Deed) -> None:
        self._do(deed)

    def _on_sort_chosen(self, column: int) -> None:
        order = self.runs.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.InitialSortOrderRole)
        self.sortByColumn(column, Qt.SortOrder.AscendingOrder if order is None else Qt.SortOrder(order))

    def _toggle(self) -> None:
        folder = self.selected_folder()
        if folder is not None:
            self.runs.tick(folder, folder not in self.runs.ticked())

    def _hover(self, row: int) -> None:
        if row != self._delegate.hovered_row:
            self._delegate.hovered_row = row
            self.viewport().update()

    # ---- Qt's

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def event(self, event: QEvent) -> bool:
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and cast(QKeyEvent, event).key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            event.accept()  # else the window's shortcut pauses the training
            return True
        return bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        deed = DEED_KEYS.get(Qt.Key(event.key()))
        if self.state() == QAbstractItemView.State.EditingState:
            return  # the field hands on the Enter that ends it
        if event.key() == Qt.Key.Key_Space and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self._toggle()
        elif deed is not None:
            self._do(deed)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            self._open_menu(event.pos())
        elif self.currentIndex().isValid():
            self._open_menu(self.visualRect(self.currentIndex()).center())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            return
        if index.column() == Column.TICK:
            self._toggle()  # two quick clicks
        else:
            self._do(Deed.LOOK)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(event.position().toPoint().y()))

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Leave, QEvent.Type.Wheel):
            self._hover(-1)
        return super().viewportEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        super().closeEditor(editor, hint)
        if self._waiting is not None:
            waiting, self._waiting = self._waiting, None
            self.show_runs(*waiting)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_out()


def _sum(widths: dict[Column, int], kept: set[Column]) -> int:
    return sum(width for column, width in widths.items() if column in kept)
