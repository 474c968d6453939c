"""A picture of the gallery over the whole sheet."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.words import tr
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.pictures.gallery_item import GalleryItem
from gui.widgets.pictures.gallery_preview import GalleryPreview
from gui.widgets.text import Text

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class GalleryLarge(QWidget):
    """`show_item` and `show_preview` fill it. `stepped` brings -1 or 1: the picture before or after is wanted; `left`:
    back to the grid, by Esc, Enter or a click; `leave_out_pressed`: the picture is not to be used."""

    stepped = Signal(int)
    left = Signal()
    leave_out_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._item: GalleryItem | None = None
        self.preview = GalleryPreview()
        # Clicks on the picture are those of all the rest.
        self.preview.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.line = ElidedLabel("", tone="text2")
        hint = Text(tr("Arrow keys walk on, Delete leaves out, Esc or a click leads back"), "caption", "text3")
        below = QHBoxLayout()
        below.setSpacing(24)
        below.addWidget(self.line, 1)
        below.addWidget(hint)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.preview, 1)
        layout.addLayout(below)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ring", "none")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(tr("Picture"))

    def show_item(self, item: GalleryItem | None, pixels: NDArray[np.uint8] | None) -> None:
        """The picture that is looked at, as it is there now; None where there is none."""
        self._item = item
        self.preview.show_picture(
            pixels, None if item is None else item.size, is_readable=item is None or not item.is_unreadable
        )
        words = "" if item is None else item.words("  ·  ")
        self.line.set_text(words)
        self.setAccessibleDescription(words)

    def show_preview(self, pixels: NDArray[np.uint8]) -> None:
        """The same picture large: height x width x 3."""
        if self._item is not None:
            self.preview.show_picture(pixels, (pixels.shape[1], pixels.shape[0]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif key == Qt.Key.Key_Delete:
            self.leave_out_pressed.emit()
        elif key in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.left.emit()
