"""What stands beside the grid: the picture that is looked at, large, and what is known of the answer to it."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from core.words import tr
from gui import theme
from gui.widgets.bars import AnswerBars
from gui.widgets.buttons import SmallButton
from gui.widgets.card import Card, Rule
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.inside.heat_legend import HeatLegend
from gui.widgets.inside.heat_photo import HeatPhoto
from gui.widgets.results.called_line import CalledLine
from gui.widgets.results.mend_buttons import MendButtons
from gui.widgets.results.neighbours_row import NeighboursRow
from gui.widgets.results.shown_picture import Neighbour, ShownPicture
from gui.widgets.switch import Switch
from gui.widgets.text import Text

_PADDING_PX = 15
_GAP_PX = 8
_FEW_BARS, _MANY_BARS = 3, 5
_SMALLEST_PX = 96
_NAME_PX = 116
_HEIGHT_FOR_MANY_BARS = 760


class PictureDetail(Card):
    """As wide as told; the photo takes the height that the rest leaves it. `look_wanted` and `neighbour_chosen` bring
    keys."""

    look_wanted = Signal(int)
    exclude_pressed = Signal()
    move_chosen = Signal(object)
    undo_pressed = Signal()
    neighbour_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._picture: ShownPicture | None = None
        self._ranked: Sequence[tuple[str, float]] = ()
        self.photo = HeatPhoto(_SMALLEST_PX)
        self.heat_switch = Switch(tr("Heat map"), on=True, tooltip=tr("Off: the photo as it is (Enter)"))
        self._waiting = ElidedLabel("", "caption", "text3", at_end=True)
        self._legend = HeatLegend(56)
        self.name = ElidedLabel("", "caption", "text3")
        self.truth = ElidedLabel("", weight=600)
        self.called = CalledLine()
        self.loss = Text("", "caption", "text3", tabular=True)
        self.bars = AnswerBars(_NAME_PX)
        self.look_button = SmallButton(
            tr("Look inside"), "nakami-inside", tr("See what every layer makes of this picture")
        )
        self.mend = MendButtons()
        self._neighbours_title = ElidedLabel("", "caption", "text2", at_end=True)
        self.neighbours = NeighboursRow()
        self._arrange_parts()
        self.heat_switch.toggled.connect(self._on_switched)
        self.look_button.clicked.connect(self._on_look_pressed)
        self.mend.exclude_pressed.connect(self.exclude_pressed)
        self.mend.move_chosen.connect(self.move_chosen)
        self.mend.undo_pressed.connect(self.undo_pressed)
        self.neighbours.chosen.connect(self.neighbour_chosen)
        self.show_picture(None, None)

    def show_picture(self, picture: ShownPicture | None, pixels: NDArray[np.uint8] | None) -> None:
        """The picture that is looked at, as it is in the grid: what else is known of it is still to come."""
        self._picture = picture
        self.photo.show_photo(pixels, "" if picture is None else picture.name)
        self.show_waiting("" if picture is None else tr("One moment…"))
        self.loss.setText("" if picture is None else picture.loss_in_words())
        self.truth.set_text("" if picture is None else picture.truth)
        self.called.show_picture(picture)
        self.name.set_text("" if picture is None else picture.name, "" if picture is None else picture.file)
        self.look_button.setEnabled(picture is not None)
        self.show_answers([] if picture is None else [(picture.answer, picture.share)])
        self.show_neighbours(None)
        self.show_mend(picture)

    def show_mend(self, picture: ShownPicture | None) -> None:
        """The same picture after something was done about it."""
        self._picture = picture
        self.mend.show_picture(picture)
        self.setAccessibleName("" if picture is None else picture.words())

    def show_answers(self, ranked: Sequence[tuple[str, float]]) -> None:
        """Classes with their shares (0-1), most probable first."""
        self._ranked = ranked
        self._show_bars()

    def show_neighbours(self, neighbours: Sequence[Neighbour] | None) -> None:
        """The training pictures that look most alike, nearest first; None while they are not known."""
        truth = "" if self._picture is None else self._picture.truth
        self.neighbours.show_neighbours(neighbours or (), truth)
        is_none = neighbours is not None and not neighbours
        self._neighbours_title.set_text(
            tr("It is not known what it looked like.") if is_none else tr("It looked most like these training pictures")
        )

    def show_preview(self, pixels: NDArray[np.uint8]) -> None:
        """The same picture large: height x width x 3."""
        heat = self.photo.heat()
        self.photo.show_photo(pixels, self.name.text())
        self.photo.show_heat(heat)

    def show_heat(self, heat: NDArray[np.float32]) -> None:
        """What the network looked at: (rows, columns), 0 to 1."""
        self.show_waiting("")
        self.photo.show_heat(heat)

    def show_waiting(self, text: str) -> None:
        """Why there is no heat, or not yet; it stands where the meaning of the colours does."""
        self._legend.setVisible(not text)
        self._waiting.set_text(text)
        self._waiting.setAccessibleName(text)

    def waiting(self) -> str:
        """What is said in the place of the heat."""
        return self._waiting.text()

    def set_classes(self, names: Sequence[str]) -> None:
        """The classes that the picture can be moved to."""
        self.mend.set_classes(names)

    def forbid(self, reason: str) -> None:
        """Why nothing can be done about pictures for now; an empty text where it can."""
        self.mend.forbid(reason)

    def answers(self) -> Sequence[tuple[str, float]]:
        """What is known of the shares."""
        return self._ranked

    def _bar_count(self) -> int:
        return _MANY_BARS if self.height() >= _HEIGHT_FOR_MANY_BARS else _FEW_BARS

    def _show_bars(self) -> None:
        truth = "" if self._picture is None else self._picture.truth
        shown, place = _with_truth(self._ranked, self._bar_count(), truth)
        self.bars.set_answers(shown, None if place is None else (place, len(self._ranked)))
        self.bars.setFixedHeight(self._bar_count() * theme.ROW_HEIGHT)

    def _fit(self) -> None:
        """Give the photo what the rest leaves."""
        rest = self.body.sizeHint().height() - self.photo.height()
        room = self.height() - rest - 2
        across = self.width() - 2 * _PADDING_PX - 2
        self.photo.set_side(max(_SMALLEST_PX, min(across, room)))

    def _arrange_parts(self) -> None:
        heat = QHBoxLayout()
        heat.setSpacing(theme.LABEL_GAP)
        heat.addWidget(self._legend)
        heat.addWidget(self._waiting, 1)
        heat.addWidget(Text(tr("Heat map"), "caption", "text2"))
        heat.addWidget(self.heat_switch)
        head = QHBoxLayout()
        head.setSpacing(theme.LABEL_GAP)
        head.addWidget(self.truth, 1)
        head.addWidget(self.loss)
        file = QHBoxLayout()
        file.setSpacing(theme.LABEL_GAP)
        file.addWidget(self.name, 1)
        file.addWidget(self.look_button)
        self.body.setSpacing(_GAP_PX)
        self.body.addWidget(self.photo, 0, Qt.AlignmentFlag.AlignHCenter)
        self.body.addLayout(heat)
        self.body.addLayout(head)
        self.body.addSpacing(-_GAP_PX)
        self.body.addWidget(self.called)
        self.body.addWidget(self.bars)
        self.body.addLayout(file)
        self.body.addWidget(self.mend)
        self.body.addWidget(Rule())
        self.body.addWidget(self._neighbours_title)
        self.body.addWidget(self.neighbours)
        self.body.addStretch(1)

    def _on_switched(self, on: bool) -> None:
        self.photo.set_plain(not on)

    def _on_look_pressed(self) -> None:
        if self._picture is not None:
            self.look_wanted.emit(self._picture.key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_bars()
        self._fit()


def _with_truth(
    ranked: Sequence[tuple[str, float]], most: int, truth: str
) -> tuple[list[tuple[str, float]], int | None]:
    """The first answers, the true class in the last row where it is not among them, with its place from 1: how little
    it got is what a mistake is about."""
    first = list(ranked[:most])
    for place, each in enumerate(ranked[most:], most + 1):
        if each[0] == truth:
            return [*first[:-1], each], place
    return first, None
