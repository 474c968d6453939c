"""What can be done about one picture, or what has been done, in the same place."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from core.words import tr
from gui import icons, theme
from gui.widgets.buttons import LinkButton, SmallButton
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.results.move_menu import MoveMenu
from gui.widgets.results.shown_picture import Mend, ShownPicture

GAP_PX = 6


def exclude_tooltip() -> str:
    """What excluding does."""
    return tr("Train without this picture the next time (E or Delete). The file stays as it is.")


def move_tooltip() -> str:
    """What moving does."""
    return tr("Train with this picture as another class the next time (M). The file stays where it is.")


class MendButtons(QWidget):
    """`show_picture` decides what is there: Exclude and Move to…, or what was done and Undo."""

    exclude_pressed = Signal()
    move_chosen = Signal(object)
    undo_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: Sequence[str] = ()
        self._picture: ShownPicture | None = None
        self._menu: MoveMenu | None = None
        self._forbidden = ""
        self.exclude_button = SmallButton(tr("Exclude"))
        self.move_button = SmallButton(tr("Move to…"))
        self._mark = QLabel()
        self._mark.setPixmap(icons.pixmap("circle-check", 14, theme.current().warning, self.devicePixelRatioF()))
        self._state = ElidedLabel("", "caption", "warning")
        self.undo_button = LinkButton(tr("Undo"), tooltip=tr("Take that back"))
        self._arrange()
        self.exclude_button.clicked.connect(self.exclude_pressed)
        self.move_button.clicked.connect(self.open_menu)
        self.undo_button.clicked.connect(self.undo_pressed)
        self._update()

    def set_classes(self, names: Sequence[str]) -> None:
        """The classes that a picture can be moved to."""
        self._names = names
        self._update()

    def forbid(self, reason: str) -> None:
        """Why nothing can be done for now; nothing where it can."""
        self._forbidden = reason
        self._update()

    def show_picture(self, picture: ShownPicture | None) -> None:
        """The picture that it is about."""
        focused = self.window().focusWidget()
        had_focus = focused is not None and self.isAncestorOf(focused)
        self._picture = picture
        self._update()
        if had_focus and picture is not None:
            # The button that was pressed has gone; what takes its place goes on with the focus.
            shown = self.exclude_button if picture.mend is None else self.undo_button
            shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def exclude(self) -> None:
        """As if Exclude were pressed, where that is possible."""
        if not self.exclude_button.isHidden():
            self.exclude_button.click()

    def open_menu(self) -> None:
        """Offer the classes."""
        if self._picture is None or self._forbidden or self._picture.mend is not None:
            return
        answer = "" if self._picture.is_right else self._picture.answer
        if self._menu is not None:
            # The menu of another picture, or of this one as it was.
            self._menu.deleteLater()
        self._menu = MoveMenu(self._names, answer, self._picture.truth, self)
        self._menu.class_chosen.connect(self.move_chosen)
        self._menu.popup(self.move_button.mapToGlobal(QPoint(0, self.move_button.height() + 2)))

    def menu(self) -> MoveMenu | None:
        """The menu that was opened last."""
        return self._menu

    def state(self) -> str:
        """What has been done, in words; nothing where nothing has."""
        return self._state.text()

    def _update(self) -> None:
        mend: Mend | None = None if self._picture is None else self._picture.mend
        for button in (self.exclude_button, self.move_button):
            button.setVisible(mend is None)
            button.setEnabled(self._picture is not None and not self._forbidden)
        for widget in (self._mark, self._state, self.undo_button):
            widget.setVisible(mend is not None)
        self._state.set_text("" if mend is None else mend.words())
        self.undo_button.setEnabled(not self._forbidden)
        self.exclude_button.setToolTip(self._forbidden or exclude_tooltip())
        self.move_button.setToolTip(self._forbidden or move_tooltip())
        self.undo_button.setToolTip(self._forbidden or tr("Take that back"))

    def _arrange(self) -> None:
        self.setFixedHeight(theme.CONTROL_HEIGHT_SMALL)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP_PX)
        for widget in (self.exclude_button, self.move_button, self._mark, self._state, self.undo_button):
            layout.addWidget(widget)
        layout.addStretch(1)
