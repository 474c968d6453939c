"""The card of many photos: how far the answers are, what can be taken along, and the table that they fill."""

import math
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from core.answer_store import AnswerStore
from core.answers import Photo
from core.events import Preparing
from core.numerals import duration
from core.words import say, tr
from gui import theme
from gui.step_pace import StepPace
from gui.widgets.answers_table import AnswersTable
from gui.widgets.bars import Bar
from gui.widgets.buttons import SmallButton
from gui.widgets.card import Card
from gui.widgets.elided_label import ElidedLabel

_BAR_WIDTH_PX = 150
_LEAST_BAR_PX = 48
_A_MINUTE_S = 60


class AnswersCard(Card):
    """`photo_chosen` brings the position of the photo that the user went to in the table. `stop_wanted`: no more
    answers, or no more of what is being taken along. `copies_wanted`: with those whose answers say little apart?"""

    photo_chosen = Signal(int)
    stop_wanted = Signal()
    csv_wanted = Signal()
    copies_wanted = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", rule=True, flush=True, parent=parent)
        self._answers = AnswerStore()
        self._stopped = False
        self._is_listing = False
        self._work: Preparing | None = None
        self._work_pace, self._pace = StepPace(), StepPace()
        self.progress = Bar(thickness=6, framed=True)
        self.progress.setMinimumWidth(_LEAST_BAR_PX)
        self.progress.setMaximumWidth(_BAR_WIDTH_PX)
        self.state = ElidedLabel("", "body", "text2", at_end=True)
        self.state.setFont(theme.font("body", tabular=True))
        self.stop_button = SmallButton(tr("Stop"))
        self.csv_button = SmallButton(
            tr("Save as CSV…"),
            "download",
            tr("A table for spreadsheets: each photo, its answer and the share of each class"),
        )
        self.copies_button = SmallButton(
            tr("Sort copies into folders…"),
            "folder",
            tr("Copy the photos into a folder for each answer. The photos themselves stay where they are."),
        )
        self.table = AnswersTable()
        self._fill()
        self.table.chosen.connect(self.photo_chosen)
        self.stop_button.clicked.connect(self.stop_wanted)
        self.csv_button.clicked.connect(self.csv_wanted)
        self.copies_button.set_menu(self._copies_menu())

    def show_photos(self, photos: Sequence[Photo], answers: AnswerStore) -> None:
        """Other photos. `answers` is kept: tell with `update_answers` where it has grown."""
        self._answers = answers
        self._stopped = self._is_listing = False
        self._pace = StepPace()
        self.set_title(tr("{count:,} photos", count=len(photos)))
        self.table.answers.show_answers(photos, answers)
        self.table.scrollToTop()
        # Stop stays at its place while the numbers before it change.
        self.state.reserve(tr("{count:,} done", count=len(photos)) + ", " + tr("{seconds} s left", seconds=55))
        self._show_progress()

    def show_listing(self, folders: Sequence[str]) -> None:
        """The photos in these folders are being listed."""
        self.show_photos((), AnswerStore())
        self._is_listing = True
        self.set_title(tr("Listing the folder…") if len(folders) == 1 else tr("Listing the folders…"))
        self._show_progress()
        self.state.set_text(", ".join(folders))

    def update_answers(self, first: int, last: int) -> None:
        """Answers came for photos from position `first` to `last`."""
        self.table.answers.update_answers(first, last)
        self._show_progress()

    def set_stopped(self) -> None:
        """No more answers will come."""
        self._stopped = True
        self.table.answers.set_stopped()
        self._show_progress()

    def show_work(self, work: Preparing | None) -> None:
        """How far what is being taken along is; None while nothing is."""
        if work is None:
            self._work_pace = StepPace()
        self._work = work
        self._show_progress()

    @property
    def is_filling(self) -> bool:
        """Whether answers are still to come."""
        return self._answers.done < len(self._answers) and not self._stopped

    def _show_progress(self) -> None:
        done, total = self._answers.done, len(self._answers)
        is_busy = self.is_filling or self._work is not None
        self.progress.setVisible(is_busy)
        self.stop_button.setVisible(is_busy or self._is_listing)
        self.stop_button.setToolTip(self._what_stops())
        for button in (self.csv_button, self.copies_button):
            button.setVisible(not self._is_listing)
            button.setEnabled(done > 0 and self._work is None)
        if self._work is not None:
            work = self._work
            words = tr("{what}: {done:,} of {total:,}", what=work.what, done=work.done, total=work.total)
            self._show_step(work, self._work_pace, words)
        else:
            words = tr("{count:,} done", count=done) if done < total else ""
            if done < total and self._stopped:
                words = tr("{count:,} done, then stopped", count=done)
            failed = self._answers.failed
            if failed and not is_busy:
                unread = tr("{count:,} could not be read", count=failed)
                words = f"{words}, {unread}" if words else unread
            step = Preparing(say("classifying"), done, total if self.is_filling else 0)
            self._show_step(step, self._pace, words)
            self.progress.set_share(done / total if total else 0.0)
        self.progress.setAccessibleName(tr("{done:,} of {total:,} photos answered", done=done, total=total))

    def _show_step(self, step: Preparing, pace: StepPace, words: str) -> None:
        seconds = pace.seconds_left(step)
        if math.isfinite(seconds) and step.done < step.total:
            words = f"{words}, {_left(seconds)}"
        self.state.set_text(words)
        self.progress.set_share(step.done / step.total if step.total else 0.0)

    def _copies_menu(self) -> QMenu:
        menu = QMenu(self.copies_button)
        for text, unsure_apart in (
            (tr("A folder for each answer…"), False),
            (tr("Unsure and strange ones in folders of their own…"), True),
        ):
            action = QAction(text, menu)
            action.setData(unsure_apart)
            menu.addAction(action)
        menu.triggered.connect(self._on_copies_chosen)
        return menu

    def _on_copies_chosen(self, action: QAction) -> None:
        self.copies_wanted.emit(bool(action.data()))

    def _what_stops(self) -> str:
        if self._work is not None:
            return tr("What is finished stays")
        return tr("Keep the answers so far, ask about no more photos")

    def _fill(self) -> None:
        self.header.setSpacing(12)
        self.header.insertWidget(1, self.progress, 1)
        self.header.insertWidget(2, self.state)
        self.header.insertWidget(3, self.stop_button)
        self.header.addWidget(self.csv_button)
        self.header.addWidget(self.copies_button)
        # The header keeps its height when the button goes.
        for widget in (self.stop_button, self.progress):
            policy = widget.sizePolicy()
            policy.setRetainSizeWhenHidden(widget is self.stop_button)
            widget.setSizePolicy(policy)
        margins = self.header.contentsMargins()
        self.header.setContentsMargins(margins.left(), 9, margins.right() - 4, 9)
        self.body.addWidget(self.table)
        # The table's square corners stay inside the card's round ones.
        self.body.setContentsMargins(0, 0, 0, 3)


def _left(seconds: float) -> str:
    if seconds < _A_MINUTE_S:
        return tr("{seconds} s left", seconds=max(1, round(seconds)))
    return tr("{time} left", time=duration(seconds))
