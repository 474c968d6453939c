"""The square that pictures are made into, and what that does to one of them."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from core.framing import Frame, ResizeMode
from core.network.presets import LARGEST_IMAGE_PX, SMALLEST_IMAGE_PX
from core.words import tr
from gui import theme
from gui.widgets.buttons import IconButton
from gui.widgets.card import Card
from gui.widgets.number_field import NumberField
from gui.widgets.pictures.size_preview import SizePreview
from gui.widgets.segmented import Segmented
from gui.widgets.text import Text


class SizeCard(Card):
    """`size_changed(int)` in pixels, `resize_changed(str)`: a ResizeMode; `other_picture_wanted` for the preview."""

    size_changed = Signal(int)
    resize_changed = Signal(str)
    other_picture_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Size"), parent=parent)
        self.size_field = NumberField(
            tr("Pixels on each side"),
            SMALLEST_IMAGE_PX,
            LARGEST_IMAGE_PX,
            tr("Every picture becomes a square of so many pixels on each side. The tutorial uses 100."),
            suffix=tr(" px"),
            step=4,
            bare=True,
        )
        remembered = tr("Remembered with the model: dropped photos are treated the same way.")
        self.resize_choice = Segmented(
            [("stretch", tr("Stretch")), ("crop", tr("Crop")), ("pad", tr("Pad"))],
            tr("How a picture becomes a square"),
            remembered,
        )
        self.preview = SizePreview()
        self.other_button = IconButton("refresh-cw", tr("Another picture"))
        self._caption = Text("", "caption", "text2", wrap=True)
        self._caption.setToolTip(remembered)
        # The longest is two lines: a choice moves nothing below.
        self._caption.setMinimumHeight(2 * theme.line_height("caption"))
        self._caption.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._arrange_parts()
        self.size_field.changed.connect(self.size_changed)
        self.resize_choice.chosen.connect(self._on_resize)
        self.other_button.clicked.connect(self.other_picture_wanted)
        self._show_resize("stretch")

    def show_frame(self, frame: Frame) -> None:
        """Show the size and the way of resizing, without a signal."""
        self.size_field.set_value(frame.size_px)
        self.resize_choice.choose(frame.resize)
        self._show_resize(frame.resize)

    def show_preview(self, original: NDArray[np.uint8] | None, fitted: NDArray[np.uint8] | None) -> None:
        """A picture as it is (H x W x 3) and as the network gets it (side x side x 3); None while they are awaited."""
        self.preview.show_pictures(original, fitted)

    def set_locked(self, on: bool) -> None:
        super().set_locked(on)
        self.size_field.set_locked(on)
        self.resize_choice.setEnabled(not on)
        self._place_choice()

    def caption(self) -> str:
        """What is said of the way of resizing."""
        return self._caption.text()

    def _arrange_parts(self) -> None:
        self._aside.hide()  # the row is full: the lock says by itself what the words say
        self.header.setSpacing(6)
        self.header.addWidget(self.size_field)
        self.header.addWidget(self.resize_choice)
        pictures = QHBoxLayout()
        pictures.setContentsMargins(0, 4, 0, 0)
        pictures.addWidget(self.preview)
        pictures.addStretch(1)
        pictures.addWidget(self.other_button, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(pictures)
        self.body.addWidget(self._caption)

    def _place_choice(self) -> None:
        """Beside the size where there is room for it, else under it."""
        in_header = self.header.indexOf(self.resize_choice) >= 0
        self.header.invalidate()  # the lock may have come or gone just now
        needed = self.header.minimumSize().width()
        if not in_header:
            needed += self.header.spacing() + self.resize_choice.sizeHint().width()
        fits = needed <= self.contentsRect().width() - 2
        if fits and not in_header:
            self.body.removeWidget(self.resize_choice)
            self.header.addWidget(self.resize_choice)
        elif in_header and not fits:
            self.header.removeWidget(self.resize_choice)
            self.body.insertWidget(0, self.resize_choice)

    def _show_resize(self, resize: ResizeMode) -> None:
        caption = _caption(resize)
        self._caption.setText(caption)
        self.preview.set_resize(resize)
        self.preview.setAccessibleDescription(caption)

    def _on_resize(self, key: str) -> None:
        self.resize_changed.emit(key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_choice()


def _caption(resize: ResizeMode) -> str:
    match resize:
        case "stretch":
            return tr("The whole picture, its sides stretched to a square, as in the tutorial.")
        case "crop":
            return tr("The middle square; the edges are cut off.")
        case "pad":
            return tr("The whole picture, with black beside it.")
