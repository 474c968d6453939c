"""What can be done with a class, as a menu."""

import enum
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QIcon, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from core.words import tr
from gui import icons
from gui.widgets.pictures.class_row import ClassRow

MERGE_ENTRIES = 20
"""So many classes to merge with are offered by name; another's name can be typed."""


class Deed(enum.Enum):
    """What the user does with a class."""

    OPEN = enum.auto()
    RENAME = enum.auto()
    MERGE = enum.auto()
    PART = enum.auto()
    LEAVE_OUT = enum.auto()
    TAKE_IN = enum.auto()


class ClassMenu(QMenu):
    """The menu of one class. `deed_chosen` brings the `Deed` and, for MERGE, the name to merge into.

    `others`: the names it can be merged with. While the classes are locked only looking is possible.
    """

    # Names are objects: Qt's own strings would lose the odd bytes of a folder's name.
    deed_chosen = Signal(object, object)

    def __init__(
        self, row: ClassRow, others: Sequence[str], is_locked: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(row.name)
        self._is_locked = is_locked
        self._add(self, tr("See its pictures"), "images", Deed.OPEN, keys="Return")
        self.addSeparator()
        if row.is_left_out:
            self._add(self, tr("Take in again"), "rotate-ccw", Deed.TAKE_IN)
        else:
            self._add(self, tr("Rename…"), "pencil", Deed.RENAME, keys="F2")
            self._add_merging(others)
            if row.is_merged:
                self._add(self, tr("Split apart"), "undo-2", Deed.PART)
            self.addSeparator()
            self._add(self, tr("Leave out"), "circle-x", Deed.LEAVE_OUT, keys="Delete")
        self.triggered.connect(self._on_triggered)

    def _add(
        self, menu: QMenu, text: str, icon: str, deed: Deed, into: str = "", keys: str = "", is_name: bool = False
    ) -> None:
        # An ampersand in a name is no mnemonic.
        action = QAction(text.replace("&", "&&") if is_name else text, menu)
        action.setIcon(icons.icon(icon) if icon else QIcon())
        action.setData((deed, into))
        action.setEnabled(deed is Deed.OPEN or not self._is_locked)
        if keys:
            # Shown as a hint: the list itself listens to the keys.
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.setShortcutVisibleInContextMenu(True)
        menu.addAction(action)

    def _add_merging(self, others: Sequence[str]) -> None:
        merging = self.addMenu(icons.icon("layers"), tr("Merge with"))
        merging.setEnabled(bool(others) and not self._is_locked)
        for name in others[:MERGE_ENTRIES]:
            self._add(merging, name, "", Deed.MERGE, into=name, is_name=True)
        if len(others) > MERGE_ENTRIES:
            merging.addSeparator()
            self._add(merging, tr("Another: type its name…"), "pencil", Deed.RENAME)

    def _on_triggered(self, action: QAction) -> None:
        self.deed_chosen.emit(*action.data())
