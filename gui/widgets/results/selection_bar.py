"""What can be done with all pictures that are chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from core.words import plural, say, tr
from gui import theme
from gui.widgets.buttons import SmallButton
from gui.widgets.results.mend_buttons import exclude_tooltip, move_tooltip
from gui.widgets.results.move_menu import MoveMenu
from gui.widgets.results.shown_picture import ShownPicture
from gui.widgets.text import Text

_HEIGHT_PX = 44


class SelectionBar(QWidget):
    """`show_chosen` decides what is possible; the owner knows which pictures are meant."""

    exclude_pressed = Signal()
    move_chosen = Signal(object)
    undo_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: Sequence[str] = ()
        self._chosen: Sequence[ShownPicture] = ()
        self._forbidden = ""
        self._menu: MoveMenu | None = None
        self.count = Text("", "caption", "text2", tabular=True)
        self.exclude_button = SmallButton(tr("Exclude"))
        self.move_button = SmallButton(tr("Move to…"))
        self.undo_button = SmallButton(tr("Undo"), "undo-2")
        self.setFixedHeight(_HEIGHT_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.CARD_PADDING - 1, 0, theme.CARD_PADDING - 1, 0)
        layout.setSpacing(theme.LABEL_GAP)
        layout.addWidget(self.count, 1)
        for button in (self.exclude_button, self.move_button, self.undo_button):
            layout.addWidget(button)
        self.exclude_button.clicked.connect(self.exclude_pressed)
        self.move_button.clicked.connect(self.open_menu)
        self.undo_button.clicked.connect(self.undo_pressed)
        self.show_chosen(())

    def set_classes(self, names: Sequence[str]) -> None:
        """The classes that pictures can be moved to."""
        self._names = names

    def forbid(self, reason: str) -> None:
        """Why nothing can be done about pictures for now; an empty text where it can."""
        self._forbidden = reason
        self.show_chosen(self._chosen)

    def show_chosen(self, chosen: Sequence[ShownPicture]) -> None:
        """The pictures that are chosen, as they are now."""
        self._chosen = chosen
        count = len(chosen)
        selected = plural(count, say("1 picture selected"), say("{count:,} pictures selected", count=count))
        self.count.setText(str(selected))
        is_free = not self._forbidden
        self.exclude_button.setEnabled(is_free and any(not each.is_excluded for each in chosen))
        self.move_button.setEnabled(is_free and count > 0)
        self.undo_button.setEnabled(is_free and any(each.mend is not None for each in chosen))
        self.exclude_button.setToolTip(self._forbidden or exclude_tooltip())
        self.move_button.setToolTip(self._forbidden or move_tooltip())
        self.undo_button.setToolTip(self._forbidden or tr("Take back what was done about the selected pictures"))

    def open_menu(self) -> None:
        """Offer the classes."""
        if not self.move_button.isEnabled():
            return
        if self._menu is not None:
            self._menu.deleteLater()
        self._menu = MoveMenu(self._names, _common_answer(self._chosen), _common_truth(self._chosen), self)
        self._menu.class_chosen.connect(self.move_chosen)
        corner = self.move_button.mapToGlobal(QPoint(0, 0))
        # Above the button: it stands at the bottom of the window.
        self._menu.popup(corner - QPoint(0, self._menu.sizeHint().height() + 2))

    def menu(self) -> MoveMenu | None:
        """The menu that was opened last."""
        return self._menu


def _common_answer(chosen: Sequence[ShownPicture]) -> str:
    """What the network said of all of them, wrongly; nothing where it said several things."""
    answers = {each.answer for each in chosen if not each.is_right}
    return answers.pop() if len(answers) == 1 else ""


def _common_truth(chosen: Sequence[ShownPicture]) -> str:
    """The class that all of them are in; nothing where they are in several."""
    truths = {each.truth for each in chosen}
    return truths.pop() if len(truths) == 1 else ""
