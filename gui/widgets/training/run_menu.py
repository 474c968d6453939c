"""What can be done with a run, as a menu."""

import enum
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from core.training.run_list import ListedRun
from core.training.unfinished import Unfinished
from core.words import tr
from gui import icons


class Deed(enum.Enum):
    """What the user does with a run."""

    LOOK = enum.auto()
    GO_ON = enum.auto()
    RENAME = enum.auto()
    NOTE = enum.auto()
    SHOW_FOLDER = enum.auto()
    DELETE = enum.auto()


DEED_KEYS = {
    Qt.Key.Key_Return: Deed.LOOK,
    Qt.Key.Key_Enter: Deed.LOOK,
    Qt.Key.Key_F2: Deed.RENAME,
    Qt.Key.Key_Delete: Deed.DELETE,
}


def going_on(unfinished: Unfinished | None) -> str:
    """What letting a run go on is called: one that did all its epochs can only be given more."""
    if unfinished is not None and unfinished.epochs_done >= unfinished.epochs_planned:
        return tr("Train more epochs…")
    return tr("Go on")


class RunMenu(QMenu):
    """The menu of one run. `deed_chosen` brings the `Deed`, `sort_chosen` the place in `columns` to sort by, -1 for the
    order of start. `unfinished`: None where it cannot go on."""

    deed_chosen = Signal(object)
    sort_chosen = Signal(int)

    def __init__(
        self,
        run: ListedRun,
        unfinished: Unfinished | None,
        columns: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(run.name)
        self._add(tr("Look inside"), "eye", Deed.LOOK, run.scores.epochs > 0, "Return")
        self._add(going_on(unfinished), "play", Deed.GO_ON, unfinished is not None)
        self.addSeparator()
        self._add(tr("Rename…"), "pencil", Deed.RENAME, True, "F2")
        self._add(tr("Note…"), "tag", Deed.NOTE, True)
        self._add(tr("Show folder"), "folder-open", Deed.SHOW_FOLDER, True)
        self.addSeparator()
        self._add(tr("Delete"), "trash-2", Deed.DELETE, not run.is_live, "Delete")
        self.addSeparator()
        self._add_sorting(columns)
        self.triggered.connect(self._on_triggered)

    def _add_sorting(self, columns: Sequence[str]) -> None:
        """The keyboard does not come to a table's heads."""
        sorting = self.addMenu(icons.icon("arrow-down"), tr("Sort by"))
        for place, title in ((-1, tr("Newest first")), *enumerate(columns)):
            if title:
                sorting.addAction(title).setData(place)

    def _add(self, text: str, icon: str, deed: Deed, on: bool, keys: str = "") -> None:
        action = QAction(icons.icon(icon), text, self)
        action.setData(deed)
        action.setEnabled(on)
        if keys:
            # Shown as a hint: the table itself listens to the keys.
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.setShortcutVisibleInContextMenu(True)
        self.addAction(action)

    def _on_triggered(self, action: QAction) -> None:
        chosen = action.data()
        if isinstance(chosen, Deed):
            self.deed_chosen.emit(chosen)
        else:
            self.sort_chosen.emit(chosen)
