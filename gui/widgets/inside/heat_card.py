"""Grad-CAM: the photo under its heat, and in words what that shows and what it does not."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from core.answers import HeatMap
from core.inside.words import joined
from core.numerals import percent
from core.words import say, tr
from gui import theme
from gui.widgets.card import Card
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.inside.failure_line import FailureLine
from gui.widgets.inside.heat_legend import HeatLegend
from gui.widgets.inside.heat_photo import HeatPhoto
from gui.widgets.switch import Switch
from gui.widgets.text import Text

LARGEST_PX, SMALLEST_PX = 420, 200
_PADDING_PX = 15
_GAP_PX = 8


class HeatCard(Card):
    """As wide as its photo; `fit` says how high it may be."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Heat map"), parent=parent)
        self._names: tuple[str, ...] = ()
        self._heat: HeatMap | None = None
        self._room_px, self._largest_px = 0, LARGEST_PX
        self._is_waiting = False
        self._for = ElidedLabel("", "body", "text2")
        self.switch = Switch(tr("Heat"), on=True, tooltip=tr("Off: the photo as it is"))
        self.photo = HeatPhoto(LARGEST_PX)
        self._reading = Text("", "caption", "text2", tabular=True)
        self._reading.setToolTip(tr("How strong the place under the pointer is, measured by the strongest one."))
        self._reading.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._words = Text("", "body", "text2", wrap=True)
        self._where = ElidedLabel("", "caption", "text3", at_end=True)
        self._failure = FailureLine()
        self._arrange_parts()
        self.switch.toggled.connect(self._on_switched)
        self.photo.pointed.connect(self._on_pointed)
        self.photo.left.connect(self._show_reading)

    def show_photo(self, pixels: NDArray[np.uint8] | None, name: str, class_names: tuple[str, ...]) -> None:
        """Another photo: no heat as yet."""
        self._names, self._heat, self._is_waiting = class_names, None, False
        self.photo.show_photo(pixels, name)
        self._failure.show_text("")
        self._tell()

    def show_heat(self, heat: HeatMap) -> None:
        """The heat of a class."""
        self._heat, self._is_waiting = heat, False
        self._failure.show_text("")
        self._tell()
        self.photo.show_heat(heat.heat)

    def set_waiting(self) -> None:
        """Heat is being computed; what is there stays until it comes."""
        self._is_waiting = True
        self._show_reading()

    def show_failure(self, text: str) -> None:
        """Why there is none."""
        self._heat, self._is_waiting = None, False
        self.photo.show_heat(None)
        self._tell()
        self._failure.show_text(text)
        self._fit_photo()

    def fit(self, room_px: int, largest_px: int) -> None:
        """Make the photo as large as this height and this width leave it."""
        self._room_px, self._largest_px = room_px, min(largest_px - 2 * _PADDING_PX - 2, LARGEST_PX)
        self._fit_photo()

    def shows(self, class_index: int | None) -> bool:
        """Whether the heat of this class is there."""
        return self._heat is not None and self._heat.class_index == class_index

    def words(self) -> str:
        """What is said about the heat, or why there is none."""
        said = self._failure.text() or self._words.text()
        return " ".join(part for part in (said, self._where.text()) if part)

    def reading(self) -> str:
        """What is said of the place that is pointed at."""
        return self._reading.text()

    def _name(self) -> str:
        return self._names[self._heat.class_index] if self._heat is not None else ""

    def _tell(self) -> None:
        heat = self._heat
        self._for.set_text("" if heat is None else tr("for {name}", name=self._name()))
        words = where = ""
        if heat is not None:
            rows, columns = heat.heat.shape
            is_cold = not float(heat.heat.max()) > 0
            words = _cold_words(self._name()) if is_cold else _words(self._name())
            where = tr(
                "{method} of {layer}, {rows} × {columns}, stretched over the photo",
                method="HiResCAM" if heat.is_by_place else "Grad-CAM",
                layer=heat.layer or "–",
                rows=rows,
                columns=columns,
            )
            self._where.setToolTip(_how_in_words(heat))
        self._words.setText(words)
        self._where.set_text(where)
        for label in (self._words, self._where):
            label.setVisible(heat is not None)
        self.photo.setAccessibleDescription(" ".join(part for part in (words, where) if part))
        self.switch.setEnabled(heat is not None)
        self._show_reading()
        self._fit_photo()

    def _show_reading(self) -> None:
        self._reading.setText(tr("One moment…") if self._is_waiting else "")

    def _on_pointed(self, strength: float) -> None:
        self._reading.setText(tr("here: {share}", share=percent(strength)))

    def _on_switched(self, on: bool) -> None:
        self.photo.set_plain(not on)

    def _fit_photo(self) -> None:
        if not self._room_px:
            return
        side_px = self._largest_px
        # Text gets longer as the photo gets narrower: a few steps settle both.
        for _ in range(4):
            side_px = max(SMALLEST_PX, min(self._largest_px, self._room_px - self._beside_photo_px(side_px)))
        self.photo.set_side(side_px)
        self.setFixedWidth(side_px + 2 * _PADDING_PX + 2)

    def _beside_photo_px(self, width_px: int) -> int:
        """The height of everything but the photo. Words keep room for the longest class, so that choosing another
        does not change the size of the photo."""
        longest = max(self._names, key=len, default="")
        metrics = QFontMetrics(theme.font("body"))
        box = QRect(0, 0, width_px - 4, 1 << 16)
        texts = (_words(longest), _cold_words(longest))
        words_px = max(metrics.boundingRect(box, Qt.TextFlag.TextWordWrap, text).height() for text in texts)
        if not self._failure.isHidden():
            words_px = max(words_px, self._failure.heightForWidth(width_px))
        header_px = self.header.sizeHint().height()
        legend_px, where_px = theme.line_height("caption"), theme.line_height("caption")
        return header_px + legend_px + words_px + where_px + 3 * _GAP_PX + _PADDING_PX + 3

    def _arrange_parts(self) -> None:
        self.header.insertWidget(1, self._for, 1)
        self.header.setStretch(2, 0)
        self.header.addWidget(self.switch)
        legend = QHBoxLayout()
        legend.setSpacing(_GAP_PX)
        legend.addWidget(HeatLegend())
        legend.addWidget(self._reading, 1)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.body.setSpacing(_GAP_PX)
        self.body.addWidget(self.photo)
        self.body.addLayout(legend)
        self.body.addWidget(self._words)
        self.body.addWidget(self._failure)
        self.body.addWidget(self._where)
        self.body.addStretch(1)


def _words(name: str) -> str:
    return tr(
        "Where it is bright, the last pictures inside the network speak for {name}. That shows where, not why, and it "
        "can be bright in the wrong place.",
        name=name,
    )


def _how_in_words(heat: HeatMap) -> str:
    grad_cam = say(
        "Grad-CAM weighs each picture of that layer by how much the class's score rises with it on average, and adds "
        "them up."
    )
    by_place = say("Here that spoke for no place, so each place is weighed by itself: HiResCAM.")
    return str(joined(grad_cam, by_place if heat.is_by_place else None))


def _cold_words(name: str) -> str:
    return tr(
        "Nothing is bright: no place in the last pictures inside the network speaks for {name}. Some may speak against "
        "it; a heat map does not show that.",
        name=name,
    )
