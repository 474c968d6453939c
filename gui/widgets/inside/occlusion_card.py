"""Occlusion, a slower second opinion: cover one place of the photo after the other and ask the network each time."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from core.answers import HeatMap
from core.numerals import number, percent
from core.words import plural, say, tr
from gui import theme
from gui.widgets.bars import Bar
from gui.widgets.buttons import SmallButton
from gui.widgets.card import Card
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.inside.failure_line import FailureLine
from gui.widgets.inside.heat_photo import HeatPhoto
from gui.widgets.text import Text

LARGEST_PX, SMALLEST_PX = 260, 140
_LEAST_DROP = 0.0005
"""Less does not show in a tenth of a point."""


class OcclusionCard(Card):
    """`wanted`: begin with the class that is looked for; `stopped`: the user has seen enough."""

    wanted = Signal()
    stopped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Second opinion"), parent=parent)
        self._name = ""
        self._heat: HeatMap | None = None
        self._is_running = False
        self._is_older = False
        self._for = ElidedLabel(tr("cover a place, ask again"), "body", "text2", at_end=True)
        self.photo = HeatPhoto(LARGEST_PX)
        self._method = Text("", "body", "text2", wrap=True)
        self._result = Text("", "body", "text", weight=600, wrap=True)
        self._bar = Bar("accent", 6)
        self._progress = ElidedLabel("", "caption", "text2", at_end=True)
        self._failure = FailureLine()
        self.start_button = SmallButton(
            tr("Cover place by place"), "play", tr("Takes some seconds: the network is asked once for each place.")
        )
        self.stop_button = SmallButton(tr("Stop"), "square", tr("Keep what has been tried so far"))
        self._arrange_parts()
        self.start_button.clicked.connect(self.wanted)
        self.stop_button.clicked.connect(self._on_stop)
        self.photo.pointed.connect(self._on_pointed)
        self.photo.left.connect(self._show_progress)

    @property
    def is_running(self) -> bool:
        """Whether answers are still to come."""
        return self._is_running

    def show_photo(self, pixels: NDArray[np.uint8] | None, name: str) -> None:
        """Another photo: nothing is tried."""
        self.photo.show_photo(pixels, name)
        self.look_for("")

    def look_for(self, class_name: str) -> None:
        """Another class: nothing is tried for it as yet."""
        self._name, self._heat, self._is_running, self._is_older = class_name, None, False, False
        self.photo.show_heat(None)
        self._failure.show_text("")
        self._tell()

    def show_heat(self, heat: HeatMap) -> None:
        """What the places that were tried have shown."""
        self._heat = heat
        self._is_running = self._is_running and heat.done < heat.total
        self._failure.show_text("")
        self._tell()
        # The map is scaled to its own largest fall: where that is nothing, its bright places would mean nothing.
        is_in_vain = heat.done >= heat.total and heat.drop < _LEAST_DROP
        self.photo.show_heat(None if is_in_vain else heat.heat)

    def set_waiting(self) -> None:
        """It has begun."""
        self._is_running, self._is_older, self._heat = True, False, None
        self.photo.show_heat(None)
        self._failure.show_text("")
        self._tell()

    def set_older(self) -> None:
        """The network has learned on since these places were tried."""
        if self._heat is not None or self._is_running:
            self._is_older = True
            self._tell()

    def show_failure(self, text: str) -> None:
        """Why it could not be tried."""
        self._is_running, self._heat = False, None
        self.photo.show_heat(None)
        self._failure.show_text(text)
        self._tell()

    def fit(self, side_px: int) -> None:
        """Make the photo this large."""
        self.photo.set_side(max(SMALLEST_PX, min(LARGEST_PX, side_px)))

    def words(self) -> str:
        """The result, the progress and the failure, as shown."""
        parts = (self._failure.text(), self._result.text(), self._progress.text())
        return " ".join(part for part in parts if part)

    def _tell(self) -> None:
        heat, is_running = self._heat, self._is_running
        self._method.setText(
            tr(
                "A plain square hides one place after the other, and the network is asked each time. Bright: without "
                "this place it believes less in {name}.",
                name=self._name,
            )
            if self._name
            else ""
        )
        self._result.setText("" if heat is None else self._result_in_words(heat))
        self._bar.set_share(0.0 if heat is None else heat.done / max(1, heat.total))
        self._bar.setVisible(is_running)
        self.stop_button.setVisible(is_running)
        is_done = heat is not None and heat.done >= heat.total and not self._is_older
        self.start_button.setVisible(not is_running and not is_done and bool(self._name))
        self.start_button.setText(tr("Cover place by place") if heat is None else tr("Start again"))
        self.photo.setAccessibleDescription(f"{self._method.text()} {self._result.text()}".strip())
        self._show_progress()

    def _result_in_words(self, heat: HeatMap) -> str:
        if heat.drop < _LEAST_DROP:
            if heat.done < heat.total:
                return ""
            return tr("Covering any single place takes nothing away from {name}.", name=self._name)
        points = heat.drop * 100
        shown = number(points, 0 if points >= 9.95 else 1)
        return str(
            plural(
                1 if shown in ("1", "1.0") else 2,
                say("Covering one place lowers the share of {name} by up to {points} point.", **self._with(shown)),
                say("Covering one place lowers the share of {name} by up to {points} points.", **self._with(shown)),
            )
        )

    def _with(self, points: str) -> dict[str, object]:
        return {"name": self._name, "points": points}

    def _show_progress(self) -> None:
        heat = self._heat
        if heat is None:
            self._progress.set_text(tr("One moment…") if self._is_running else "")
            return
        tried = tr("{done:,} of {total:,} places tried", done=heat.done, total=heat.total)
        if self._is_older:
            tried = tr("{tried}; the network has learned on since", tried=tried)
        self._progress.set_text(tried)

    def _on_pointed(self, strength: float) -> None:
        self._progress.set_text(tr("here: {share} of the strongest", share=percent(strength)))

    def _on_stop(self) -> None:
        self._is_running = False
        self._tell()
        self.stopped.emit()

    def _arrange_parts(self) -> None:
        self.header.insertWidget(1, self._for, 1)
        self.header.setStretch(2, 0)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.LABEL_GAP)
        buttons.addWidget(self.start_button)
        buttons.addWidget(self.stop_button)
        buttons.addWidget(self._bar, 100)
        buttons.addStretch(1)
        row = QWidget()
        row.setFixedHeight(theme.CONTROL_HEIGHT_SMALL)
        buttons.setContentsMargins(0, 0, 0, 0)
        row.setLayout(buttons)
        words = QVBoxLayout()
        words.setSpacing(theme.LABEL_GAP)
        words.addWidget(self._method)
        words.addWidget(self._result)
        words.addWidget(self._failure)
        words.addStretch(1)
        words.addWidget(self._progress)
        words.addWidget(row)
        columns = QHBoxLayout()
        columns.setSpacing(20)
        columns.addWidget(self.photo, 0, Qt.AlignmentFlag.AlignTop)
        columns.addLayout(words, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.body.addLayout(columns)
