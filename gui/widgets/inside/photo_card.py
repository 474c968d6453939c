"""The photo that is looked into: as the network saw it, its answer, and the layers as a strip."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from core.answers import Answer
from core.inside.explanations import Region
from core.numerals import percent
from core.words import tr
from gui import icons, theme
from gui.pixels import to_pixmap
from gui.widgets.buttons import IconButton
from gui.widgets.card import Card
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.inside.layer_strip import LayerStrip, LayerThumb
from gui.widgets.text import Text

PHOTO_PX = 80
WORDS_PX = 112
WORDS_NARROW_PX = 82
_NARROW_PX = 560
"""Below this width the names give room to the layers."""


class PhotoCard(Card):
    """`stepped` asks for the next (1) or previous (-1) picture; the strip reports the choice of a layer."""

    stepped = Signal(int)
    layer_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setAccessibleName(tr("Picture and layers"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._shown: Answer | None = None
        self._region: Region | None = None
        self._photo = QLabel()
        self._photo.setFixedSize(PHOTO_PX, PHOTO_PX)
        self._back = IconButton("chevron-up", tr("Previous picture of the folder"))
        self._on = IconButton("chevron-down", tr("Next picture of the folder"))
        self._file = ElidedLabel("", "caption", "text3")
        self._answer = ElidedLabel("", "card")
        self._sure = Text("", "body", "text2", tabular=True)
        self._tick = QLabel()
        self._tick.setPixmap(icons.pixmap("check", 14, theme.current().good, self.devicePixelRatioF()))
        self._folder = ElidedLabel("", "caption")
        self.strip = LayerStrip()
        self._arrange_parts()
        self._back.clicked.connect(self._on_back)
        self._on.clicked.connect(self._on_next)
        self.strip.layer_chosen.connect(self.layer_chosen)

    def show_answer(self, name: str, answer: Answer, folder: str | None, knows_folder: bool) -> None:
        """Show a photo's name and answer; `folder` is the class that its folder names, if that is known, and
        `knows_folder` whether the network has such a class at all."""
        self._shown = answer
        self._photo.setPixmap(self._rounded(answer))
        self._file.set_text(name)
        self._answer.set_text(answer.label or "–")
        sure = "" if answer.probability is None else tr("{share} sure", share=percent(answer.probability, 1))
        self._sure.setText(sure)
        self._show_folder(folder, answer.label, knows_folder)
        self._photo.setAccessibleName(f"{name}: {self._answer.text()}, {sure}")

    def set_region(self, region: Region | None) -> None:
        """Frame the part of the photo that the chosen cell sees; None frames nothing."""
        if region != self._region:
            self._region = region
            if self._shown is not None:
                self._photo.setPixmap(self._rounded(self._shown))

    def show_layers(self, layers: Sequence[LayerThumb]) -> None:
        """Show these layers in the strip."""
        self.strip.show_layers(layers)

    def set_steps(self, shown: bool) -> None:
        """Offer the pictures of an open folder."""
        self._back.setVisible(shown)
        self._on.setVisible(shown)

    def words(self) -> tuple[str, str, str, str]:
        """File, answer, how sure, and what its folder says, as shown."""
        return self._file.text(), self._answer.text(), self._sure.text(), self._folder.text()

    def _arrange_parts(self) -> None:
        steps = QVBoxLayout()
        steps.setSpacing(0)
        steps.addWidget(self._back)
        steps.addStretch(1)
        steps.addWidget(self._on)
        folder = QHBoxLayout()
        folder.setSpacing(4)
        folder.addWidget(self._tick)
        folder.addWidget(self._folder, 1)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addStretch(1)
        for label in (self._file, self._answer, self._sure):
            words.addWidget(label)
        words.addLayout(folder)
        words.addStretch(1)
        # A width of its own: the strip stays in place whatever the names are.
        column = QWidget()
        column.setFixedWidth(WORDS_PX)
        self._column = column
        words.setContentsMargins(0, 0, 0, 0)
        column.setLayout(words)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self._photo, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(steps)
        row.addSpacing(2)
        row.addWidget(column)
        row.addSpacing(4)
        row.addWidget(self.strip, 1)
        self.body.setContentsMargins(12, 8, 6, 8)
        self.body.addLayout(row)

    def _show_folder(self, folder: str | None, label: str | None, knows_folder: bool) -> None:
        is_right = folder is not None and folder == label
        self._tick.setVisible(is_right)
        if folder is None:
            self._folder.set_text("")
        elif is_right:
            self._folder.set_text(tr("as its folder says"))
            self._folder.set_tone("good")
        else:
            self._folder.set_text(tr("in folder: {name}", name=folder))
            self._folder.set_tone("second" if knows_folder else "text3")

    def _rounded(self, answer: Answer) -> QPixmap:
        ratio = self.devicePixelRatioF()
        result = QPixmap(QSize(PHOTO_PX, PHOTO_PX) * ratio)
        result.setDevicePixelRatio(ratio)
        result.fill(Qt.GlobalColor.transparent)
        if answer.pixels is not None:
            painter = QPainter(result)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QBrush(to_pixmap(answer.pixels, QSize(PHOTO_PX, PHOTO_PX), ratio)))
            painter.drawRoundedRect(0, 0, PHOTO_PX, PHOTO_PX, theme.RADIUS_THUMBNAIL, theme.RADIUS_THUMBNAIL)
            self._frame_region(painter, answer.pixels.shape[0])
            painter.end()
        return result

    def _frame_region(self, painter: QPainter, side_px: int) -> None:
        region = self._region
        if region is None or (region.bottom - region.top >= side_px and region.right - region.left >= side_px):
            return  # a frame around everything says nothing
        scale = PHOTO_PX / side_px
        box = QRectF(
            region.left * scale,
            region.top * scale,
            (region.right - region.left) * scale,
            (region.bottom - region.top) * scale,
        )
        # Never so small that it cannot be found, never cut at the photo's edge.
        grow = max(0.0, 6 - box.width()) / 2
        box = box.adjusted(-grow, -grow, grow, grow)
        box.moveLeft(min(max(box.left(), 1.0), PHOTO_PX - 1 - box.width()))
        box.moveTop(min(max(box.top(), 1.0), PHOTO_PX - 1 - box.height()))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        # White inside black stands out from every photo.
        for colour, width in (("black", 3), ("white", 1.5)):
            painter.setPen(QPen(QColor(colour), width))
            painter.drawRect(box)

    def _on_back(self) -> None:
        self.stepped.emit(-1)

    def _on_next(self) -> None:
        self.stepped.emit(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._column.setFixedWidth(WORDS_PX if event.size().width() > _NARROW_PX else WORDS_NARROW_PX)
