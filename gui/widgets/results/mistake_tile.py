"""One mistake: the photo with and without heat, what it is, what the network called it, and the mend."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from core.words import tr
from gui import theme
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.results.called_line import CalledLine
from gui.widgets.results.mend_buttons import GAP_PX, MendButtons
from gui.widgets.results.photo_pair import PhotoPair
from gui.widgets.results.shown_picture import ShownPicture
from gui.widgets.text import Text

_LEAST_PX = 170


class MistakeTile(QWidget):
    """As wide as told. Every signal brings the picture's key; on its photos E or Delete excludes and M moves."""

    seen = Signal(int)
    chosen = Signal(int)
    excluded = Signal(int)
    moved = Signal(int, object)
    undone = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture: ShownPicture | None = None
        self.photos = PhotoPair()
        self.photos.setToolTip(tr("Opens it large (Enter), with what the network said and what it looked most like"))
        self.truth = ElidedLabel("", weight=600)
        self.loss = Text("", "caption", "text3", tabular=True)
        self.loss.setToolTip(
            tr("How wrong the answer was: 0 where the right class got all of it, more the less it got.")
        )
        self.called = CalledLine()
        self.mend = MendButtons()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._arrange()
        self.photos.seen.connect(self._on_seen)
        self.photos.clicked.connect(self._on_clicked)
        self.mend.exclude_pressed.connect(self._on_excluded)
        self.mend.move_chosen.connect(self._on_moved)
        self.mend.undo_pressed.connect(self._on_undone)

    def show_picture(
        self, picture: ShownPicture, pixels: NDArray[np.uint8] | None, heat: NDArray[np.float32] | None
    ) -> None:
        """A picture, its pixels (height x width x 3) and its heat (rows, columns; 0 to 1), if that is known."""
        self._picture = picture
        self.photos.show_photo(pixels, heat)
        self.photos.setAccessibleName(picture.words())
        self.show_mend(picture)

    def show_mend(self, picture: ShownPicture) -> None:
        """The same picture after something was done about it."""
        self._picture = picture
        self.photos.set_muted(picture.is_excluded)
        self.photos.setAccessibleName(picture.words())
        self.truth.set_text(picture.truth)
        self.loss.setText(picture.loss_in_words())
        self.called.show_picture(picture)
        self.mend.show_picture(picture)

    def picture(self) -> ShownPicture | None:
        """What is shown."""
        return self._picture

    def set_classes(self, names: Sequence[str]) -> None:
        """The classes that the picture can be moved to."""
        self.mend.set_classes(names)

    def forbid(self, reason: str) -> None:
        """Why nothing can be done for now; nothing where it can."""
        self.mend.forbid(reason)

    def set_width(self, width_px: int) -> None:
        """Another width; the height follows from it."""
        self.photos.set_width(width_px)
        self.setFixedSize(width_px, self.height_at(width_px))

    def least_width(self) -> int:
        """So wide that nothing is cut."""
        buttons = self.mend.exclude_button.sizeHint().width() + self.mend.move_button.sizeHint().width()
        return max(_LEAST_PX, buttons + GAP_PX)

    def height_at(self, width_px: int) -> int:
        """How high it is at this width."""
        lines = theme.line_height() + theme.line_height("caption") + theme.CONTROL_HEIGHT_SMALL
        return PhotoPair.height_at(width_px) + lines + 5 + 5 + 8

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.LABEL_GAP)
        head.addWidget(self.truth, 1)
        head.addWidget(self.loss, 0, Qt.AlignmentFlag.AlignRight)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.photos)
        layout.addSpacing(5)
        layout.addLayout(head)
        layout.addWidget(self.called)
        layout.addSpacing(8)
        layout.addWidget(self.mend)
        layout.addStretch(1)

    def _on_seen(self) -> None:
        if self._picture is not None and not self.photos.is_heated():
            self.seen.emit(self._picture.key)

    def _on_clicked(self) -> None:
        if self._picture is not None:
            self.chosen.emit(self._picture.key)

    def _on_excluded(self) -> None:
        if self._picture is not None:
            self.excluded.emit(self._picture.key)

    def _on_moved(self, name: str) -> None:
        if self._picture is not None:
            self.moved.emit(self._picture.key, name)

    def _on_undone(self) -> None:
        if self._picture is not None:
            self.undone.emit(self._picture.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_E):
            self.mend.exclude()
        elif event.key() == Qt.Key.Key_M:
            self.mend.open_menu()
        else:
            super().keyPressEvent(event)
