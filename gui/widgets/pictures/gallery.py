"""The pictures of a class, or of a line of the health report: small in a grid, the chosen one large beside it."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.words import tr
from gui import theme
from gui.widgets.buttons import PlainButton
from gui.widgets.card import Card
from gui.widgets.page_header import PageHeader
from gui.widgets.pictures.gallery_grid import GalleryGrid
from gui.widgets.pictures.gallery_item import GalleryItem
from gui.widgets.pictures.gallery_large import GalleryLarge
from gui.widgets.pictures.gallery_model import PixelsOf
from gui.widgets.pictures.gallery_panel import GalleryPanel
from gui.widgets.pictures.sheet import Sheet

__all__ = ["Gallery", "GalleryItem"]

_NARROW_PANEL = 296
_WIDTH_FOR_PANEL = 1100
# Whoever holds an arrow key down wants to see where they stop.
_BEFORE_PREVIEW_MS = 60
PREVIEW_PX, LARGE_PX = 900, 1600
"""The longest side that a picture is asked for, beside the grid and over the whole sheet."""


class Gallery(Sheet):
    """A sheet over its parent, a page. `show_items` opens it, Esc and the button close it (`closed`).

    `preview_wanted` asks for the picture of a path, its longest side at most so many px; `show_preview` hands it in. A
    double click, Enter, or a click on the preview opens the picture over the whole sheet. `leave_out_wanted` and
    `take_in_wanted` bring lists of `GalleryItem.file`; whoever owns the pictures then shows the items anew.
    """

    # Paths are objects: Qt's own strings would lose the odd bytes of a file's name.
    preview_wanted = Signal(object, int)
    leave_out_wanted = Signal(object)
    take_in_wanted = Signal(object)
    folder_failed = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._is_locked = False
        self.header = PageHeader()
        self.close_button = PlainButton(tr("Close"), "x", tr("Back to the classes (Esc)"))
        self.header.buttons.addWidget(self.close_button)
        self.grid = GalleryGrid()
        self.panel = GalleryPanel()
        self.large = GalleryLarge()
        self._beside = QWidget()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_BEFORE_PREVIEW_MS)
        self._arrange()
        self.close_button.clicked.connect(self.close_sheet)
        self.grid.looked_at.connect(self._on_looked_at)
        self.grid.choice_changed.connect(self._update_choice)
        self.grid.leave_out_pressed.connect(self._on_leave_out)
        self.panel.leave_out_pressed.connect(self._on_leave_out)
        self.panel.take_in_pressed.connect(self._on_take_in)
        self.panel.folder_failed.connect(self.folder_failed)
        self.panel.preview.pressed.connect(self._on_large_wanted)
        self.grid.opened.connect(self._on_large_wanted)
        self.large.left.connect(self._on_large_left)
        self.large.stepped.connect(self._on_stepped)
        self.large.leave_out_pressed.connect(self._on_leave_out)
        self.closed.connect(self._fold)
        self._timer.timeout.connect(self._ask)

    def show_items(
        self, title: str, subtitle: str, items: Sequence[GalleryItem], thumbnails_of: PixelsOf, chosen: int = 0
    ) -> None:
        """Open with these pictures, looking at the one of position `chosen`. While it is open already, it goes on with
        the picture that was looked at; of the same files the choice stays too. Without pictures it closes."""
        self.header.set_title(title)
        self.header.set_sentence(subtitle)
        self.setAccessibleName(title)
        was_open, before = not self.isHidden(), self._current()
        if was_open:
            chosen = self._place_in(items, before)
        stays = self.grid.pictures.show_items(items, thumbnails_of) and was_open
        if not items:
            self.close_sheet()
            return
        if not was_open:
            self.open()
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        if not stays:
            self.grid.look_at(min(max(chosen, 0), len(items) - 1))
        self.grid.describe()
        self._show_current(is_other=not stays)
        self._update_choice()

    def show_preview(self, path: str, pixels: NDArray[np.uint8] | None) -> None:
        """The picture of this path large, height x width x 3; None where it cannot be read. One that is not looked at
        any more is passed over."""
        item = self._current()
        if item is not None and item.path == path and pixels is not None and not self.isHidden():
            self.panel.show_preview(pixels)
            self.large.show_preview(pixels)

    def set_locked(self, on: bool) -> None:
        """Whether pictures can only be looked at for now."""
        self._is_locked = on
        self._update_choice()

    def chosen_files(self) -> list[str]:
        """The files of the chosen pictures."""
        return [self.grid.pictures.items[position].file for position in self.grid.chosen()]

    def _arrange(self) -> None:
        card = Card(flush=True)
        card.body.addWidget(self.grid)
        columns = QHBoxLayout(self._beside)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(20)
        columns.addWidget(card, 1)
        columns.addWidget(self.panel)
        layout = QVBoxLayout(self)
        pad = theme.PAGE_PADDING
        layout.setContentsMargins(pad, theme.PAGE_PADDING_TOP, pad, pad)
        layout.setSpacing(16)
        layout.addWidget(self.header)
        layout.addWidget(self._beside, 1)
        layout.addWidget(self.large, 1)
        self.large.hide()

    def _current(self) -> GalleryItem | None:
        position = self.grid.current()
        items = self.grid.pictures.items
        return None if position is None or position >= len(items) else items[position]

    def _place_in(self, items: Sequence[GalleryItem], before: GalleryItem | None) -> int:
        """Where among these pictures to go on: at the same one, or at the one that came into its place."""
        file = None if before is None else before.file
        return next((place for place, item in enumerate(items) if item.file == file), self.grid.current() or 0)

    def _show_current(self, is_other: bool) -> None:
        item, position = self._current(), self.grid.current()
        if not is_other or position is None:
            # The large picture may be there already.
            self._show_item(item, self.panel.preview.pixels())
            return
        self._show_item(item, self.grid.pictures.pixels(position))
        self._timer.start()

    def _show_item(self, item: GalleryItem | None, pixels: NDArray[np.uint8] | None) -> None:
        self.panel.show_item(item, pixels)
        self.large.show_item(item, pixels)

    @property
    def _is_large(self) -> bool:
        return not self.large.isHidden()

    def _on_large_wanted(self) -> None:
        position = self.grid.current()
        if position is None or self._is_large:
            return
        # What is done now is done to this picture alone.
        self.grid.look_at(position)
        self.large.show()
        self.large.setFocus(Qt.FocusReason.OtherFocusReason)
        self.header.hide()
        self._beside.hide()
        self._ask()

    def _on_large_left(self) -> None:
        self._fold()
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fold(self) -> None:
        """Show the grid again."""
        self.header.show()
        self._beside.show()
        self.large.hide()

    def _on_stepped(self, step: int) -> None:
        position = (self.grid.current() or 0) + step
        if 0 <= position < len(self.grid.pictures.items):
            self.grid.look_at(position)

    def _update_choice(self) -> None:
        taken_in, left_out = self._chosen(is_left_out=False), self._chosen(is_left_out=True)
        self.panel.show_choice(len(self.grid.chosen()), len(taken_in), len(left_out), self._is_locked)

    def _on_looked_at(self, _position: int) -> None:
        self._show_current(is_other=True)

    def _ask(self) -> None:
        item = self._current()
        if item is not None and not item.is_unreadable and not self.isHidden():
            self.preview_wanted.emit(item.path, LARGE_PX if self._is_large else PREVIEW_PX)

    def _chosen(self, is_left_out: bool) -> list[str]:
        items = (self.grid.pictures.items[position] for position in self.grid.chosen())
        return [item.file for item in items if item.is_left_out == is_left_out and not item.is_unreadable]

    def _on_leave_out(self) -> None:
        files = self._chosen(is_left_out=False)
        if files and not self._is_locked:
            self.leave_out_wanted.emit(files)

    def _on_take_in(self) -> None:
        files = self._chosen(is_left_out=True)
        if files and not self._is_locked:
            self.take_in_wanted.emit(files)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = theme.PANEL_EXPLANATION if event.size().width() >= _WIDTH_FOR_PANEL else _NARROW_PANEL
        self.panel.setFixedWidth(width)
