"""The way back through the epochs of a run: a slider over those that are kept, with the network of now at its end."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from core.words import tr
from gui import theme
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.inside.epoch_track import BestMark, EpochTrack
from gui.widgets.text import Text

COALESCED_MS = 60
"""While the handle is dragged, not every stop on its way is asked for."""
HEIGHT_PX = 48


class EpochSlider(QFrame):
    """`epoch_wanted` reports the stop that the user chose: an epoch, or None for the newest or live network."""

    epoch_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.setFixedHeight(HEIGHT_PX)
        self._kept: tuple[int, ...] = ()
        self._newest: int | None = None
        self._best: int | None = None
        self._is_live = False
        self._shown: int | None = None
        self._stops: tuple[int | None, ...] = (None,)
        self._wanted: int | None = None
        self.track = EpochTrack()
        self._value = Text("", "body", "text", tabular=True)
        self._best_mark = BestMark()
        self._best_text = Text("", "caption", "text3", tabular=True)
        self._note = ElidedLabel("", "body", "text3", at_end=True)
        self._note.hide()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.CARD_PADDING, 0, theme.CARD_PADDING, 0)
        layout.setSpacing(theme.LABEL_GAP)
        layout.addWidget(Text(tr("Epoch"), "body", weight=600))
        for widget, stretch in ((self._note, 1), (self.track, 1), (self._value, 0), (self._best_mark, 0)):
            layout.addWidget(widget, stretch)
        layout.addWidget(self._best_text)
        layout.insertSpacing(4, theme.LABEL_GAP)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(COALESCED_MS)
        self._timer.timeout.connect(self._ask)
        self.track.valueChanged.connect(self._on_moved)
        self.track.sliderReleased.connect(self._on_released)
        self._update()

    def set_epochs(self, kept: Sequence[int], newest: int | None, best: int | None, is_live: bool) -> None:
        """The epochs that can be gone back to, ascending; the epoch of the network at the end (None or 0: it has none
        yet), which is in training where `is_live`; and the best epoch of the run. The chosen one stays."""
        self._kept, self._newest, self._best, self._is_live = tuple(sorted(set(kept))), newest, best, is_live
        self._update()

    def show_epoch(self, epoch: int | None) -> None:
        """Put the handle on an epoch, None: on the end, without reporting it."""
        if self._timer.isActive() or self.track.isSliderDown():
            return  # the user is on the way to another
        self._shown = epoch
        self._update()

    def set_note(self, text: str) -> None:
        """Say in one sentence why there is nothing to go back to, instead of the slider; "" shows it again."""
        self._note.set_text(text)
        self._note.setVisible(bool(text))
        self.track.setVisible(not text)
        self._update()

    def words(self) -> str:
        """The note, or the stop as shown."""
        return self._note.text() or self._value.text()

    def _update(self) -> None:
        stops = [epoch for epoch in self._kept if epoch != self._newest or epoch != self._kept[-1]]
        if self._shown is not None and self._shown not in stops:
            stops = sorted([*stops, self._shown])
        self._stops = (*stops, None)
        end = float(max(self._newest or 0, 1))
        if stops and end <= stops[-1]:
            # The network at the end is of an earlier epoch than the last that is kept: the best one of a run.
            end = stops[-1] + max(1.0, (stops[-1] - stops[0]) * 0.05)
        with QSignalBlocker(self.track):
            self.track.set_stops([*map(float, stops), end], self._best)
            self.track.setValue(self._stops.index(self._shown))
        is_slider = not self._note.text()
        self.track.setEnabled(len(self._stops) > 1)
        self._value.setVisible(is_slider)
        self._value.reserve(*(self._in_words(each) for each in self._stops))
        for widget in (self._best_mark, self._best_text):
            widget.setVisible(is_slider and self._best is not None)
        self._best_text.setText("" if self._best is None else tr("best: {epoch}", epoch=self._best))
        self._say()

    def _in_words(self, stop: int | None) -> str:
        if stop is not None:
            return f"{stop:,}"
        if self._is_live:
            return tr("{epoch:,}, live", epoch=self._newest) if self._newest else tr("live")
        if not self._newest or (self._kept and self._newest < self._kept[-1]):
            return tr("best epoch")
        return f"{self._newest:,}"

    def _say(self) -> None:
        words = self._in_words(self._stops[self.track.value()])
        self._value.setText(words)
        self.track.setAccessibleDescription(tr("epoch {epoch}", epoch=words))

    def _on_moved(self, _place: int) -> None:
        self._say()
        if not self._timer.isActive():
            self._timer.start()

    def _on_released(self) -> None:
        self._timer.stop()
        self._ask()

    def _ask(self) -> None:
        wanted = self._stops[self.track.value()]
        if wanted != self._shown:
            self._shown = wanted
            self.epoch_wanted.emit(wanted)
