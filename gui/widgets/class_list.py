"""The classes of the open folder: a row for each with name, count, bar, and as many thumbnails as there is room for.

One widget paints the rows in sight: a folder may have a thousand classes.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import cast

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from gui import theme
from gui.widgets.pictures.class_layout import PITCH, Part, Spot
from gui.widgets.pictures.class_menu import ClassMenu, Deed
from gui.widgets.pictures.class_row import ClassRow
from gui.widgets.pictures.class_rows import THUMBNAILS, ClassRows, Thumbnails
from gui.widgets.pictures.dropped import dropped_image, dropped_photos
from gui.widgets.pictures.name_editor import NameEditor

__all__ = ["THUMBNAILS", "ClassList", "ClassRow"]

_BY_KEYBOARD = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)
_PAGE = 6
_DEED_KEYS = {
    Qt.Key.Key_Return: Deed.OPEN,
    Qt.Key.Key_Enter: Deed.OPEN,
    Qt.Key.Key_F2: Deed.RENAME,
    Qt.Key.Key_Delete: Deed.LEAVE_OUT,
}


class ClassList(ClassRows):
    """`show_classes` fills it; thumbnails are asked for when their row is first painted.

    Classes are told by the name they are shown under. Nothing changes by itself: what the user wants is reported, and
    whoever owns the classes shows them anew.
    """

    # Names are objects: Qt's own strings would lose the odd bytes of a folder's name.
    class_opened = Signal(object)
    picture_opened = Signal(object, int)
    renamed = Signal(object, object)
    merged = Signal(object, object)
    parted = Signal(object)
    left_out = Signal(object)
    taken_in = Signal(object)
    photos_dropped = Signal(object, object)
    image_dropped = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._awaited: str | None = None
        self._pressed: Spot | None = None
        self._is_locked = False
        self._menu: ClassMenu | None = None
        self._dragged: list[Path] | QImage | None = None
        self.editor = NameEditor(self)
        self.editor.taken.connect(self._on_name_taken)
        self.editor.given_up.connect(self._on_name_given_up)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAcceptDrops(True)
        self.setProperty("ring", "none")  # it goes around the row

    def show_classes(self, rows: Sequence[ClassRow], thumbnails_of: Thumbnails | None) -> None:
        """Show these classes, left-out ones at the end; no thumbnails (None) while their pictures are not read yet.
        The chosen class stays chosen, under its new name if the user has just given it one."""
        wanted = self._awaited, self.current_class()
        self._awaited = self._pressed = None
        self._show(rows, thumbnails_of, wanted)
        if self._edited is not None and self._row_of(self._edited) is None:
            self._stop_editing()
        self._place_editor()

    def go_to(self, name: str) -> None:
        """Choose this class, or the next one that is shown under this name, and take the keyboard there."""
        row = self._row_of(name)
        if row is None:
            self._awaited = name
        else:
            self._choose(row)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_locked(self, on: bool) -> None:
        """Whether classes can only be looked at for now."""
        self._is_locked = on
        if on:
            self._stop_editing()

    def _target(self, key: int) -> int | None:
        """The row that a key leads to."""
        last, now = len(self._rows) - 1, self._current
        moves = {
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_PageUp: -_PAGE,
            Qt.Key.Key_PageDown: _PAGE,
            Qt.Key.Key_Home: -last - 1,
            Qt.Key.Key_End: last + 1,
        }
        move = moves.get(Qt.Key(key))
        if move is None or last < 0:
            return None
        if now is None:
            return last if move > last else 0
        return min(max(now + move, 0), last)

    def _can_be_unchosen(self) -> bool:
        return self._current is not None and not self._is_locked

    # ---- doing

    def _do(self, deed: Deed, row: int, into: str = "") -> None:
        about = self._rows[row]
        if deed is not Deed.OPEN and (self._is_locked or about.is_left_out != (deed is Deed.TAKE_IN)):
            return
        match deed:
            case Deed.OPEN:
                self.class_opened.emit(about.name)
            case Deed.RENAME:
                self._edit(row)
            case Deed.MERGE:
                self._awaited = into
                self.merged.emit(about.name, into)
            case Deed.PART:
                self.parted.emit(about.name)
            case Deed.LEAVE_OUT:
                # Whoever leaves out several goes on from the row that comes into this one's place.
                near = [*self._rows[row + 1 :], *reversed(self._rows[:row])]
                self._awaited = next((each.name for each in near if not each.is_left_out), about.name)
                self.left_out.emit(about.name)
            case Deed.TAKE_IN:
                self.taken_in.emit(about.name)

    def _open_menu(self, row: int, at: QPoint) -> None:
        if self._menu is not None:
            if self._menu.isVisible():
                return
            self._menu.deleteLater()
        self._choose(row)
        self._menu = ClassMenu(self._rows[row], self._mergeable(row), self._is_locked, self)
        self._menu.deed_chosen.connect(self._on_deed_chosen)
        self._menu.popup(self.mapToGlobal(at))

    def _mergeable(self, row: int) -> list[str]:
        """The classes in use beside this one, near ones first: names that mean the same are often spelled alike."""
        others = [place for place, each in enumerate(self._rows) if place != row and not each.is_left_out]
        return [self._rows[place].name for place in sorted(others, key=lambda place: abs(place - row))]

    def _on_deed_chosen(self, deed: Deed, into: str) -> None:
        if self._current is not None:
            self._do(deed, self._current, into)

    def _press(self, spot: Spot) -> None:
        match spot.part:
            case Part.THUMBNAIL:
                self.picture_opened.emit(self._rows[spot.row].name, spot.thumbnail)
            case Part.REST:
                self._do(Deed.OPEN, spot.row)
            case Part.TAKE_IN:
                self._do(Deed.TAKE_IN, spot.row)

    # ---- the name, edited in place

    def _edit(self, row: int) -> None:
        name = self._rows[row].name
        self._edited = name
        self._place_editor()
        self.editor.edit(name, {each.name: not each.is_left_out for each in self._rows if each.name != name})
        self.update()

    def _place_editor(self) -> None:
        row = self._row_of(self._edited)
        if row is not None:
            left = theme.CARD_PADDING - 9  # what the field's edge and padding take
            width = self._layout.thumbnails_left - left - 12
            self.editor.setGeometry(left, row * PITCH, width, theme.ROW_HEIGHT_CLASS)

    def _stop_editing(self) -> None:
        self._edited = None
        self.editor.finish()
        self.update()

    def _on_name_taken(self, name: str) -> None:
        before = self._edited
        self._on_name_given_up()
        if before is not None:
            self._awaited = name
            (self.renamed if self._row_of(name) is None else self.merged).emit(before, name)

    def _on_name_given_up(self) -> None:
        self._edited = None
        self.update()

    # ---- dragging

    def _drag_over(self, event: QDragMoveEvent) -> None:
        spot = None if self._dragged is None else self._spot_at(event.position())
        row = None if spot is None else spot.row
        if row != self._dropped_on:
            self._dropped_on = row
            self.update()
        if row is None:
            event.ignore()
        else:
            self._answer(event, row)

    def _answer(self, event: QDropEvent, row: int) -> None:
        """Take the drag; for a left-out class without any action, so that the window does not classify the photos."""
        refused = self._rows[row].is_left_out
        event.setDropAction(Qt.DropAction.IgnoreAction if refused else Qt.DropAction.CopyAction)
        event.accept()

    # ---- Qt

    def event(self, event: QEvent) -> bool:
        is_override = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride
        if is_override and cast(QKeyEvent, event).key() == Qt.Key.Key_Escape and self._can_be_unchosen():
            event.accept()  # else the window's shortcut stops what is running
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_editor()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._by_keyboard = event.reason() in _BY_KEYBOARD
        if self._by_keyboard and self._current is None and self._rows:
            self._choose(0)
        self.update()

    def focusOutEvent(self, _event: QFocusEvent) -> None:
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._by_keyboard = True
        target = self._target(event.key())
        if target is not None:
            self._choose(target)
            return
        if event.key() == Qt.Key.Key_Escape and self._can_be_unchosen():
            self._choose(None)
            return
        deed = _DEED_KEYS.get(Qt.Key(event.key()))
        is_menu_key = event.key() == Qt.Key.Key_F10 and event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        if self._current is None or (deed is None and not is_menu_key):
            event.ignore()
        elif deed is None:
            self._open_menu(self._current, self.spot_rect(self._current, Part.MENU).bottomLeft())
        else:
            self._do(deed, self._current)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            if self._current is not None:
                self._open_menu(self._current, self.spot_rect(self._current, Part.MENU).bottomLeft())
            return
        spot = self._spot_at(QPointF(event.pos()))
        if spot is not None:
            self._open_menu(spot.row, event.pos())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._by_keyboard = False
        spot = self._spot_at(event.position())
        self._pressed = spot if event.button() == Qt.MouseButton.LeftButton else None
        if spot is None:
            return
        self._choose(spot.row)
        if spot.part is Part.MENU and event.button() == Qt.MouseButton.LeftButton:
            self._open_menu(spot.row, self.spot_rect(spot.row, Part.MENU).bottomLeft())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        if pressed is not None and pressed == self._spot_at(event.position()):
            self._press(pressed)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        spot = self._spot_at(event.position())
        if spot is not None and spot.part is Part.ROW and event.button() == Qt.MouseButton.LeftButton:
            self._do(Deed.OPEN, spot.row)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        dragged = dropped_photos(event.mimeData()) or dropped_image(event.mimeData())
        if self._is_locked or not dragged:
            event.ignore()  # then the window hears of it
            return
        self._dragged = dragged
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._drag_over(event)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._dragged = self._dropped_on = None
        self.update()

    def dropEvent(self, event: QDropEvent) -> None:
        row, dragged = self._dropped_on, self._dragged
        self._dragged = self._dropped_on = None
        self.update()
        if row is None or dragged is None:
            event.ignore()
            return
        self._answer(event, row)
        if self._rows[row].is_left_out:
            return
        self._choose(row)
        name = self._rows[row].name
        (self.image_dropped if isinstance(dragged, QImage) else self.photos_dropped).emit(name, dragged)
