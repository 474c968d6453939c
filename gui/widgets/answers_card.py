"""The card of many photos: how far the answers are, and the table that they fill."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from core.answers import Answer, Photo
from core.words import tr
from gui.widgets.answers_table import AnswersTable
from gui.widgets.bars import Bar
from gui.widgets.buttons import SmallButton
from gui.widgets.card import Card
from gui.widgets.text import Text

_HEADER_HEIGHT = 26


class AnswersCard(Card):
    """`photo_chosen` brings the position of the photo that the user went to in the table."""

    photo_chosen = Signal(int)
    stop_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", rule=True, flush=True, parent=parent)
        self._answers: Sequence[Answer | None] = ()
        self._stopped = False
        self.progress = Bar(thickness=6, framed=True)
        self.progress.setFixedWidth(150)
        self.state = Text("", "body", "text2", tabular=True)
        self.stop_button = SmallButton(tr("Stop"), tooltip=tr("Keep the answers so far, ask about no more photos"))
        self.table = AnswersTable()
        for position, widget in enumerate((self.progress, self.state, self.stop_button)):
            self.header.insertWidget(1 + position, widget)
        self.header.setSpacing(12)
        # The header keeps its height when the button goes.
        policy = self.stop_button.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.stop_button.setSizePolicy(policy)
        margins = self.header.contentsMargins()
        self.header.setContentsMargins(margins.left(), 9, margins.right(), 9)
        self.body.addWidget(self.table)
        # The table's square corners stay inside the card's round ones.
        self.body.setContentsMargins(0, 0, 0, 3)
        self.table.chosen.connect(self.photo_chosen)
        self.stop_button.clicked.connect(self.stop_wanted)

    def show_photos(self, photos: Sequence[Photo], answers: Sequence[Answer | None]) -> None:
        """Other photos. The lists are kept: tell with `update_answers` where `answers` has grown."""
        self._answers = answers
        self._stopped = False
        self.set_title(tr("{count:,} photos", count=len(photos)))
        self.table.answers.show_answers(photos, answers)
        self.table.scrollToTop()
        self._show_progress()

    def update_answers(self, positions: Iterable[int]) -> None:
        """Answers came for these photos."""
        self.table.answers.update_answers(positions)
        self._show_progress()

    def set_stopped(self) -> None:
        """No more answers will come."""
        self._stopped = True
        self.table.answers.set_stopped()
        self._show_progress()

    def _show_progress(self) -> None:
        done = sum(answer is not None for answer in self._answers)
        failed = sum(answer is not None and not answer.ranked for answer in self._answers)
        total = len(self._answers)
        waits = done < total and not self._stopped
        self.progress.setVisible(waits)
        self.stop_button.setVisible(waits)
        self.progress.set_share(done / total if total else 0.0)
        words = []
        if done < total:
            words.append(tr("{count:,} done", count=done))
            if self._stopped:
                words.append(tr("then stopped"))
        if failed and not waits:
            words.append(tr("{count:,} could not be read", count=failed))
        self.state.setText(", ".join(words))
        self.progress.setAccessibleName(tr("{done:,} of {total:,} photos answered", done=done, total=total))
