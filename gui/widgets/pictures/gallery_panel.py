"""What stands beside the grid of a gallery: the chosen picture large, what is known of it, what can be done."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from core.words import plural, say, tr
from gui import theme
from gui.widgets.buttons import IconButton, SmallButton
from gui.widgets.card import Card, Rule
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.pictures.gallery_item import GalleryItem
from gui.widgets.pictures.gallery_preview import GalleryPreview
from gui.widgets.text import Text

_NOTE_LINES = 3
_ROW_PX = 22


class GalleryPanel(Card):
    """`show_item` and `show_choice` fill it. `folder_failed` brings the folder that no file manager would open."""

    leave_out_pressed = Signal()
    take_in_pressed = Signal()
    folder_failed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._item: GalleryItem | None = None
        self.preview = GalleryPreview()
        self.preview.setCursor(Qt.CursorShape.PointingHandCursor)
        self.name = ElidedLabel("", weight=600)
        self.folder_button = IconButton(
            "folder-open", tr("Open its folder"), tr("Shows its folder in the file manager")
        )
        self.folder_button.clicked.connect(self._on_folder_pressed)
        self.size_value, self.class_value, self.part_value = (ElidedLabel() for _ in range(3))
        self.note = Text("", "caption", "text2", wrap=True)
        self.note.setFixedHeight(_NOTE_LINES * theme.line_height("caption"))
        self.note.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.choice = Text("", "caption", "text3", tabular=True)
        self.leave_out_button = SmallButton(
            tr("Leave out"), tooltip=tr("The chosen pictures are not used (Delete). The files stay as they are.")
        )
        self.take_in_button = SmallButton(tr("Take in again"), tooltip=tr("The chosen pictures are used again"))
        self.leave_out_button.clicked.connect(self.leave_out_pressed)
        self.take_in_button.clicked.connect(self.take_in_pressed)
        self._fill()

    def show_item(self, item: GalleryItem | None, pixels: NDArray[np.uint8] | None) -> None:
        """The picture that is looked at, small as it is in the grid; None where there is none."""
        self._item = item
        self.preview.show_picture(
            pixels, None if item is None else item.size, is_readable=item is None or not item.is_unreadable
        )
        self.folder_button.setEnabled(item is not None)
        self.name.set_text("" if item is None else item.name)
        self.name.setToolTip("" if item is None else item.path)
        self.preview.setToolTip(tr("Opens large (Enter)"))
        self.preview.setAccessibleDescription("" if item is None else item.words())
        self.size_value.set_text("–" if item is None else item.size_in_words())
        self.class_value.set_text("–" if item is None else item.class_name or "–")
        self.part_value.set_text("–" if item is None else self._part(item))
        self.note.setText("" if item is None else item.note)
        self.note.setToolTip("" if item is None else item.note)

    def show_preview(self, pixels: NDArray[np.uint8]) -> None:
        """The same picture large: height x width x 3."""
        if self._item is not None:
            self.preview.show_picture(pixels, (pixels.shape[1], pixels.shape[0]))

    def show_choice(self, count: int, taken_in: int, left_out: int, is_locked: bool) -> None:
        """How many pictures are chosen, and how many of them are taken in and left out: that decides what can be
        done. Files that cannot be read are neither."""
        self.choice.setText(str(plural(count, say("1 picture chosen"), say("{count:,} pictures chosen", count=count))))
        self.leave_out_button.setEnabled(taken_in > 0 and not is_locked)
        self.take_in_button.setEnabled(left_out > 0 and not is_locked)

    def _part(self, item: GalleryItem) -> str:
        return tr("left out") if item.is_left_out else item.part or "–"

    def _fill(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.LABEL_GAP)
        head.addWidget(self.name, 1)
        head.addWidget(self.folder_button)
        facts = QGridLayout()
        facts.setHorizontalSpacing(14)
        facts.setVerticalSpacing(0)
        facts.setColumnStretch(1, 1)
        names = (tr("Size"), tr("Class"), tr("Part"))
        for row, (name, value) in enumerate(
            zip(names, (self.size_value, self.class_value, self.part_value), strict=True)
        ):
            facts.addWidget(Text(name, tone="text2"), row, 0)
            facts.addWidget(value, row, 1)
            facts.setRowMinimumHeight(row, _ROW_PX)
        actions = QHBoxLayout()
        actions.setSpacing(theme.LABEL_GAP)
        actions.addWidget(self.leave_out_button)
        actions.addWidget(self.take_in_button)
        actions.addStretch(1)
        self.body.addWidget(self.preview, 1)
        self.body.addLayout(head)
        self.body.addLayout(facts)
        self.body.addWidget(self.note)
        self.body.addWidget(Rule())
        self.body.addWidget(self.choice)
        self.body.addLayout(actions)

    def _on_folder_pressed(self) -> None:
        if self._item is None:
            return
        folder = Path(self._item.path).parent
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self.folder_failed.emit(folder)
