"""The classes that a picture can be moved to, as a menu."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from core.words import tr


class MoveMenu(QMenu):
    """What the network said comes first: often it was right. `class_chosen` brings the name of a class."""

    # Names are objects: Qt's own strings would lose the odd bytes of a folder's name.
    class_chosen = Signal(object)

    def __init__(
        self, names: Sequence[str], answer: str = "", without: str = "", parent: QWidget | None = None
    ) -> None:
        """`answer` is the class that the network named, `without` the one where the picture is already."""
        super().__init__(parent)
        self.setAccessibleName(tr("Move to"))
        # A hundred classes would else stand in columns over the whole screen.
        self.setStyleSheet("QMenu { menu-scrollable: 1; }")
        others = [name for name in names if name != without]
        if answer in others:
            self._add(answer, tr("{name} (what the network said)", name=answer))
            others.remove(answer)
            if others:
                self.addSeparator()
        for name in others:
            self._add(name, name)
        self.triggered.connect(self._on_triggered)

    def _add(self, name: str, text: str) -> None:
        # An ampersand in a name is no mnemonic.
        action = QAction(text.replace("&", "&&"), self)
        action.setData((name,))
        self.addAction(action)

    def _on_triggered(self, action: QAction) -> None:
        self.class_chosen.emit(action.data()[0])
