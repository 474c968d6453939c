"""Over-fitting shown: the same training with Dropout and without, side by side."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from core.answers import Compared, MaskedAnswers
from core.inside.overfitting import RunView, headline, in_words, judge
from core.words import tr
from gui import icons, theme
from gui.widgets.inside.compared_card import ComparedCard
from gui.widgets.inside.masked_card import MaskedCard
from gui.widgets.inside.run_column import RunColumn
from gui.widgets.message_text import MessageText
from gui.widgets.notice_card import HEIGHT_PX, NoticeCard

_COMPARED_PARTS, _MASKED_PARTS = 5, 3


class OverfittingView(QScrollArea):
    """What both runs show, in a sentence; their curves; a picture that they answer differently; and what Dropout does
    to the one answer in sight.

    `counterpart_wanted`: train the run that is missing. `compare_wanted`: compare both again after a failure.
    `masks_wanted`: answer the picture in sight with values cut, drawn with this seed.
    """

    counterpart_wanted = Signal()
    compare_wanted = Signal()
    masks_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runs: tuple[RunView | None, RunView | None] = (None, None)
        self.verdict = _Verdict()
        self.with_dropout = RunColumn(with_dropout=True)
        self.without = RunColumn(with_dropout=False)
        self.compared_card = ComparedCard()
        self.masked_card = MaskedCard()
        self.no_run = NoticeCard(
            "nakami-loss",
            tr("Over-fitting shows in a run"),
            tr("A model file alone does not tell how it was trained. Train on pictures, or open an earlier run."),
        )
        self._arrange()
        for column in (self.with_dropout, self.without):
            column.wanted.connect(self.counterpart_wanted)
        self.compared_card.wanted.connect(self._on_compare_again)
        self.masked_card.masks_wanted.connect(self.masks_wanted)
        self.show_runs(None, None)

    def show_runs(self, with_dropout: RunView | None, without: RunView | None) -> None:
        """Show the two runs as far as they have come. In place of one that is missing stands the offer to train it;
        with neither, that a run is needed."""
        if _stand(self._runs) != _stand((with_dropout, without)):
            self.compared_card.show_waiting("")
        self._runs = (with_dropout, without)
        known = [run for run in self._runs if run is not None]
        for widget in (self.verdict, self._columns):
            widget.setVisible(bool(known))
        self.no_run.setVisible(not known)
        self.compared_card.setVisible(len(known) == 2)
        # Both on the same axes: only so can they be compared at a glance.
        epochs = max((max(run.planned_epochs, len(run.epochs)) for run in known), default=1)
        for column, run in zip((self.with_dropout, self.without), self._runs, strict=True):
            column.offer.set_training(0, 0)
            if run is not None:
                column.show_run(run, epochs)
            elif known:
                column.show_offer(known[0])
        finding = judge(with_dropout, without).finding
        self.verdict.show_message(str(headline(finding)), str(in_words(with_dropout, without)))
        self._wait_for_compared()

    def show_compared(self, compared: Compared | None) -> None:
        """Show a validation picture with both answers; the first of `compared` is the run with Dropout. None while
        there is nothing to compare yet."""
        if compared is not None:
            self.compared_card.show_compared(compared)
        elif not self.compared_card.has_failed:
            self.compared_card.show_waiting("")
            self._wait_for_compared()

    def show_compare_failure(self, text: str) -> None:
        """Say why the two could not be compared."""
        self.compared_card.show_failure(text)

    def show_masked(self, masked: MaskedAnswers | None) -> None:
        """Show what Dropout does to the answer in sight; None while that was not tried."""
        self.masked_card.show_masked(masked)

    def set_can_train(self, can: bool, reason: str) -> None:
        """Whether the missing run can be trained now; if not, why."""
        for column in (self.with_dropout, self.without):
            column.offer.set_can_train(can, reason)

    def set_training(self, epoch: int, epochs: int) -> None:
        """How many epochs of the missing run are done while it is trained; 0 of 0 while it is not."""
        for column in (self.with_dropout, self.without):
            column.offer.set_training(epoch, epochs)

    def _on_compare_again(self) -> None:
        self.compared_card.show_waiting("")
        self._wait_for_compared()
        self.compare_wanted.emit()

    def _wait_for_compared(self) -> None:
        """Say what the comparison waits for, while there is none."""
        if not self.compared_card.is_waiting:
            return
        if any(run is not None and run.is_training for run in self._runs):
            self.compared_card.show_waiting(tr("Both are asked about the validation pictures when the training ends."))
        else:
            self.compared_card.show_waiting(tr("Both are being asked about the validation pictures…"))

    def _arrange(self) -> None:
        self._columns = QWidget()
        columns = QHBoxLayout(self._columns)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(theme.CARD_GAP)
        columns.addWidget(self.with_dropout, 1)
        columns.addWidget(self.without, 1)
        below = QHBoxLayout()
        below.setSpacing(theme.CARD_GAP)
        below.addWidget(self.compared_card, _COMPARED_PARTS)
        below.addWidget(self.masked_card, _MASKED_PARTS)
        content = QWidget()
        content.setProperty("kind", "page")
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(14)
        self.no_run.setFixedHeight(HEIGHT_PX)
        layout.addWidget(self.no_run)
        layout.addWidget(self.verdict)
        layout.addWidget(self._columns, 1)
        layout.addLayout(below)
        layout.addStretch(0)
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def minimumSizeHint(self) -> QSize:
        return QSize(640, 320)


def _stand(runs: tuple[RunView | None, RunView | None]) -> list[tuple[str, int] | None]:
    """Which runs these are and how far they have come: a comparison of them holds as long as that."""
    return [None if run is None else (run.name, len(run.epochs)) for run in runs]


class _Verdict(QFrame):
    """The finding in bold and its reason, in a card as a message has it."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "info")
        mark = QLabel()
        mark.setPixmap(icons.pixmap("info", theme.ICON_MESSAGE, theme.current().accent, self.devicePixelRatioF()))
        self._shown = ("", "")
        self._text = MessageText()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 6, 16, 6)
        layout.setSpacing(10)
        layout.addWidget(mark)
        layout.addWidget(self._text, 1, Qt.AlignmentFlag.AlignVCenter)

    def show_message(self, what: str, then: str) -> None:
        """Bold `what`, plain `then`."""
        # A text that is set anew loses what is selected in it.
        if (what, then) != self._shown:
            self._shown = (what, then)
            self._text.show_message(what, then, on_two_lines=False)
            self.setAccessibleName(f"{what} {then}")

    def text(self) -> str:
        """The message as shown."""
        return self._text.toPlainText()
