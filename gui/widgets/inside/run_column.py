"""One of two runs that differ in Dropout alone: its curves and its gap, or the offer to train it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from core.inside.overfitting import RunView, gap
from core.inside.words import joined
from core.numerals import duration, number, percent
from core.words import plural, say, tr
from gui.widgets.bars import Bar
from gui.widgets.buttons import MainButton
from gui.widgets.card import Card
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.number_tile import NumberTile
from gui.widgets.text import Text
from gui.widgets.training.curve_plot import CurvePlot

PLOT_PX = 150
_OFFER_PX = 420


class RunColumn(Card):
    """`wanted`: train the run that is missing here."""

    wanted = Signal()

    def __init__(self, with_dropout: bool, parent: QWidget | None = None) -> None:
        super().__init__(tr("With Dropout") if with_dropout else tr("Without Dropout"), parent=parent)
        self._name = ElidedLabel("", "body", "text2", at_end=True)
        self._state = Text("", "caption", "text3", tabular=True)
        self._make_numbers(with_dropout)
        self.plot = CurvePlot(tr("Accuracy"), "accuracy")
        self.plot.setMinimumHeight(PLOT_PX)
        # It would like more than a small window has; the page should not scroll for that.
        self.plot.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.offer = _Offer(with_dropout)
        self._arrange_parts()
        self.offer.button.clicked.connect(self.wanted)

    def show_run(self, run: RunView, epochs: int) -> None:
        """Show a run's curves on axes of so many epochs."""
        known = gap(run.epochs)
        self._name.set_text(run.name)
        self._state.setText(_state(run))
        self.training.set_value(percent(known.training) if known else "–")
        self.validation.set_value(percent(known.validation) if known else "–")
        points = known.points if known else None
        if points is None:
            self.gap.set_value("–")
        else:
            unit = plural(abs(points), say("point"), say("points"))
            self.gap.set_value(number(points, 0), str(unit))
        self.plot.reset(epochs)
        for each in run.epochs:
            self.plot.add_epoch(each.epoch, each.accuracy, each.val_accuracy)
            if each.is_best:
                self.plot.set_best(each.epoch, each.val_accuracy)
        self._show_content(True)

    def show_offer(self, other: RunView) -> None:
        """Nothing is here yet: offer to train it beside the other."""
        self._name.set_text("")
        self._state.setText("")
        self.offer.show_length(other.seconds)
        self._show_content(False)

    def _show_content(self, on: bool) -> None:
        self.offer.setVisible(not on)
        self._content.setVisible(on)

    def _make_numbers(self, with_dropout: bool) -> None:
        cut = say("Measured while Dropout cuts values, so a little lower than with all of them.")
        learned = say("Right answers on the pictures that it learns from, at the last epoch.")
        self.training = NumberTile(tr("training"), tooltip=str(joined(learned, cut if with_dropout else None)))
        self.validation = NumberTile(
            tr("validation"), tooltip=tr("Right answers on pictures that it does not learn from, at the last epoch.")
        )
        self.gap = NumberTile(
            tr("gap"), tooltip=tr("Training minus validation, in percent. The wider, the more was learned by heart.")
        )

    def _arrange_parts(self) -> None:
        self.header.insertWidget(1, self._name, 1)
        self.header.setStretch(2, 0)
        self.header.addWidget(self._state)
        numbers = QHBoxLayout()
        numbers.setSpacing(16)
        for tile in (self.training, self.validation, self.gap):
            numbers.addWidget(tile, 1)
        self._content = QWidget()
        content = QVBoxLayout(self._content)
        content.setContentsMargins(0, 0, 0, 0)
        content.setSpacing(4)
        content.addLayout(numbers)
        content.addWidget(self.plot, 1)
        self.header.setContentsMargins(15, 10, 15, 4)
        self.body.setContentsMargins(15, 0, 15, 8)
        self.body.addWidget(self._content, 1)
        self.body.addWidget(self.offer, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)


class _Offer(QWidget):
    """What the run that is missing would take, and the button that trains it."""

    def __init__(self, with_dropout: bool) -> None:
        super().__init__()
        self.button = MainButton(
            tr("Train the same with Dropout") if with_dropout else tr("Train the same without Dropout"), "play"
        )
        self._words = Text("", "body", "text2", wrap=True)
        self._reason = Text("", "body", "text3", wrap=True)
        self._progress = Text("", "body", "text", weight=600, tabular=True)
        self._bar = Bar("accent", 6)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addStretch(1)
        for widget in (self._words, self._reason, self._progress, self._bar):
            widget.setMaximumWidth(_OFFER_PX)
            layout.addWidget(widget)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(2)
        self.set_can_train(True, "")
        self.set_training(0, 0)

    def show_length(self, seconds: float) -> None:
        """How long the other run took."""
        same = say("It starts from the same pictures, the same split and the same seed, so that only Dropout differs.")
        takes = say("That takes about as long as the other run did: {time}.", time=duration(seconds))
        self._words.setText(str(joined(takes, same) if seconds > 0 else same))

    def set_can_train(self, can: bool, reason: str) -> None:
        """Whether it can be trained now; if not, why."""
        self.button.setEnabled(can)
        self.button.setToolTip(reason if not can else tr("Train it now. The one that is there stays as it is."))
        self._reason.setText(reason)
        self._reason.setVisible(not can and bool(reason))

    def set_training(self, epoch: int, epochs: int) -> None:
        """How far it has come while it is trained; 0 of 0 while it is not."""
        is_training = epochs > 0
        self.button.setVisible(not is_training)
        if is_training:
            self._reason.hide()
        self._progress.setText(_progress(epoch, epochs))
        self._progress.setVisible(is_training)
        self._bar.set_share(epoch / epochs if is_training else 0.0)
        self._bar.setVisible(is_training)

    def words(self) -> str:
        """What is offered, why it cannot be, or how far it is, as shown."""
        labels = (self._words, self._reason, self._progress)
        return " ".join(label.text() for label in labels if not label.isHidden() and label.text())


def _progress(epoch: int, epochs: int) -> str:
    return tr("Training: {epoch:,} of {epochs:,} epochs done", epoch=epoch, epochs=epochs)


def _state(run: RunView) -> str:
    count = len(run.epochs)
    if run.is_training:
        return _progress(count, max(count, run.planned_epochs))
    return str(plural(count, say("1 epoch"), say("{count:,} epochs", count=count)))
