"""The strip at the window's foot: what the program is doing, and the two buttons that halt it."""

import math

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from core.numerals import duration, number, percent
from core.words import tr
from gui import theme
from gui.widgets.bars import Bar
from gui.widgets.buttons import MainButton, PlainButton
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.labelled_number import LabelledNumber
from gui.widgets.strip_mark import Shape, StripMark
from gui.widgets.text import Text

_BAR_WIDTH, _BAR_WIDTH_TRAINING, _BAR_WIDTH_LEAST = 110, 260, 56


class StatusStrip(QFrame):
    """48 high and always there; the state comes as a sign, a word and a sentence."""

    pause_clicked = Signal()
    resume_clicked = Signal()
    stop_clicked = Signal()
    action_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "strip")
        self.setFixedHeight(theme.STRIP_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._mark = StripMark()
        self._word = Text(weight=600)
        self._text = ElidedLabel(tone="text2", at_end=True)
        self._text.setFont(theme.font("body", tabular=True))
        self._bar = Bar(thickness=6, framed=True)
        self._bar.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        running = tr("loss and acc are running values of this epoch; val acc is that of the last whole epoch.")
        self._loss = LabelledNumber(tr("loss"), "00.00", running)
        self._acc = LabelledNumber(tr("acc"), "100 %", running)
        self._val_acc = LabelledNumber(tr("val acc"), "100 %", running)
        self._speed = LabelledNumber("", tr("{count} pictures/s", count="0,000"), tr("Training pictures per second"))
        self._left = Text(tone="text2", tabular=True)
        self._left.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._left.reserve(tr("{time} left", time="00:00"))
        self._pause = PlainButton(tr("Pause"), "nakami-pause", tr("Pause after this batch (Space)"))
        self._resume = MainButton(tr("Resume"), "nakami-play", tr("Go on with the training (Space)"))
        self._stop = PlainButton(tr("Stop"), "nakami-stop", tr("Stop after this batch; asks first (Esc)"))
        self._action = MainButton("")
        self._numbers = (self._loss, self._acc, self._val_acc)
        self._optional = (self._bar, *self._numbers, self._speed, self._left, *self._buttons())
        self._arrange()
        self._pause.clicked.connect(self.pause_clicked)
        self._resume.clicked.connect(self.resume_clicked)
        self._stop.clicked.connect(self.stop_clicked)
        self._action.clicked.connect(self.action_clicked)
        self.set_ready("")

    def set_ready(self, text: str) -> None:
        """Nothing is going on."""
        self._show("ring", tr("Ready"), text)

    def set_preparing(self, text: str, share: float | None = None) -> None:
        """Pictures are read or the network is built; `share` where it is known."""
        shown = (self._stop,) if share is None else (self._bar, self._stop)
        self._show("accent dot", tr("Preparing"), text, *shown)
        self._set_bar("accent", _BAR_WIDTH, share or 0.0)

    def set_training(
        self,
        epoch: int,
        epochs: int,
        share: float,
        loss: float,
        acc: float,
        val_acc: float,
        pictures_per_second: float,
        seconds_left: float,
    ) -> None:
        """The values of the moment; `share` is that of the whole training, nan stands for not known yet."""
        self._loss.set_value(number(loss))
        self._acc.set_value(percent(acc))
        self._val_acc.set_value(percent(val_acc))
        speed = f"{pictures_per_second:,.0f}" if math.isfinite(pictures_per_second) else "–"
        self._speed.set_value(tr("{count} pictures/s", count=speed))
        self._left.setText(tr("{time} left", time=duration(seconds_left)))
        self._set_bar("accent", _BAR_WIDTH_TRAINING, share)
        shown = (self._bar, *self._numbers, self._speed, self._left, self._pause, self._stop)
        self._show("second dot", tr("Training"), _epoch_text(epoch, epochs), *shown)
        self._text.setMinimumWidth(self._text.fontMetrics().horizontalAdvance(_epoch_text(epochs, epochs)) + 2)
        self._fit()

    def set_paused(self, epoch: int, epochs: int, share: float) -> None:
        """Halted between two batches."""
        self._show("square", tr("Paused"), _epoch_text(epoch, epochs), self._bar, self._resume, self._stop)
        self._set_bar("control", _BAR_WIDTH, share)

    def set_stopping(self, text: str) -> None:
        """The stop is asked for and on its way."""
        self._show("ring", tr("Stopping"), text)

    def set_finished(self, text: str, action_text: str | None = None) -> None:
        """Done; `action_text` names the next thing to do."""
        self._show("tick", tr("Finished"), text, *((self._action,) if action_text else ()))
        self._action.setText(action_text or "")

    def set_stopped(self, text: str) -> None:
        """It ended because the user asked for it."""
        self._show("ring", tr("Stopped"), text)

    def set_failed(self, text: str) -> None:
        """It ended with an error, which a banner explains."""
        self._show("cross", tr("Failed"), text)

    def word(self) -> str:
        """The state's word as shown."""
        return self._word.text()

    def text(self) -> str:
        """The sentence beside the word."""
        return self._text.text()

    def _buttons(self) -> tuple[QWidget, ...]:
        return (self._pause, self._resume, self._stop, self._action)

    def _arrange(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(21, 0, 16, 0)
        layout.setSpacing(14)
        layout.addWidget(self._mark)
        layout.addSpacing(-3)
        layout.addWidget(self._word)
        layout.addWidget(self._text)
        layout.addWidget(self._bar, 1)
        for widget in (*self._numbers, self._speed):
            layout.addWidget(widget)
        layout.addStretch(1)
        layout.addWidget(self._left)
        for button in self._buttons():
            layout.addWidget(button)

    def _show(self, shape: Shape, word: str, text: str, *shown: QWidget) -> None:
        self._mark.set_shape(shape)
        self._word.setText(word)
        self._text.setMinimumWidth(0)
        self._text.set_text(text)
        for optional in self._optional:
            optional.setVisible(optional in shown)
        self.setAccessibleName(f"{word} {text}".strip())

    def _set_bar(self, tone: str, width: int, share: float) -> None:
        self._bar.set_tone("control" if tone == "control" else "accent")
        self._bar.setMinimumWidth(_BAR_WIDTH_LEAST if width == _BAR_WIDTH_TRAINING else width)
        self._bar.setMaximumWidth(width)
        self._bar.set_share(share)

    def _fit(self) -> None:
        """In a narrow window the speed goes first; everything else matters more."""
        if self._mark.shape() != "second dot":
            return
        always = (self._mark, self._word, self._text, *self._numbers, self._left, self._pause, self._stop)
        needed = sum(widget.sizeHint().width() for widget in always) + _BAR_WIDTH_LEAST + 14 * (len(always) + 2) + 37
        self._speed.setVisible(needed + self._speed.sizeHint().width() <= self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


def _epoch_text(epoch: int, epochs: int) -> str:
    return tr("epoch {epoch} of {epochs}", epoch=epoch, epochs=epochs)
