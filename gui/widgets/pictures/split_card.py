"""The three parts of the pictures, and how they are shared out."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.numerals import percent
from core.pictures.split import Shares
from core.words import tr
from gui.widgets.buttons import LinkButton
from gui.widgets.card import Card
from gui.widgets.pictures.split_bar import SplitBar
from gui.widgets.pictures.split_editor import SplitEditor
from gui.widgets.text import Text

_RUN_NAME_PX = 200


class SplitCard(Card):
    """`shares_changed(training, validation, test)` (together 1), `seed_changed(int)`, `keep_together_changed(bool)`;
    `earlier_run_wanted`: use the parts of an earlier run; `anew_wanted`: no longer do."""

    shares_changed = Signal(float, float, float)
    seed_changed = Signal(int)
    keep_together_changed = Signal(bool)
    earlier_run_wanted = Signal()
    anew_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Split"), parent=parent)
        self.bar = SplitBar()
        self.editor = SplitEditor()
        self.editor.hide()
        self.change_button = LinkButton(tr("Change…"), tooltip=tr("Shares, seed, near-identical pictures"))
        self.anew_button = LinkButton(
            tr("Share anew"), "rotate-ccw", tr("Share the pictures out by shares and seed instead")
        )
        self._note = Text("", "caption", "text3", wrap=True)
        self.header.addWidget(self.change_button)
        notes = QVBoxLayout()
        notes.setSpacing(2)
        notes.addWidget(self._note)
        notes.addWidget(self.anew_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.bar)
        self.body.addLayout(notes)
        self.body.addWidget(self.editor)
        self.change_button.clicked.connect(self._on_change)
        self.anew_button.clicked.connect(self.anew_wanted)
        self.editor.shares_changed.connect(self._on_shares)
        self.editor.seed_changed.connect(self.seed_changed)
        self.editor.keep_together_changed.connect(self.keep_together_changed)
        self.editor.earlier_run_wanted.connect(self.earlier_run_wanted)
        self.show_split((0, 0, 0), Shares(), 0)

    def show_split(
        self,
        counts: tuple[int, int, int],
        shares: Shares,
        seed: int,
        folder_parts: frozenset[str] = frozenset(),
        reused_from: str = "",
        keep_together: bool | None = None,
    ) -> None:
        """`counts`: pictures in training, validation, test. `folder_parts`: those that the folder names itself.
        `reused_from`: the run whose parts are used again. `keep_together` as in `Edits`: None stands for on, unless
        the folder names parts."""
        self.bar.set_counts(*counts)
        self.anew_button.setVisible(bool(reused_from))
        self._note.setToolTip(reused_from)
        if reused_from:
            self._note.setText(_as_in(self._short(reused_from)))
        elif folder_parts:
            self._note.setText(_as_named(folder_parts, shares))
        else:
            self._note.setText(_as_shared(shares, seed))
        together = not folder_parts if keep_together is None else keep_together
        self.editor.show_settings(shares, seed, folder_parts, together)

    def set_locked(self, on: bool) -> None:
        super().set_locked(on)
        self.editor.set_locked(on)
        self.anew_button.setEnabled(not on)

    def note(self) -> str:
        """How the parts came about, as shown."""
        return self._note.text()

    def _short(self, name: str) -> str:
        metrics = QFontMetrics(self._note.font())
        return metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, _RUN_NAME_PX)

    def _on_change(self) -> None:
        unfolds = self.editor.isHidden()
        self.editor.setVisible(unfolds)
        self.change_button.setText(tr("Done") if unfolds else tr("Change…"))

    def _on_shares(self, shares: Shares) -> None:
        self.shares_changed.emit(shares.training, shares.validation, shares.test)


def _as_shared(shares: Shares, seed: int) -> str:
    return tr(
        "{training} / {validation} / {test} of every class, seed {seed}.",
        training=percent(shares.training),
        validation=percent(shares.validation),
        test=percent(shares.test),
        seed=seed,
    )


def _as_in(run: str) -> str:
    return tr("As in the run “{run}”. Pictures that it did not have are shared out as set here.", run=run)


def _as_named(parts: frozenset[str], shares: Shares) -> str:
    if {"validation", "test"} <= parts:
        return tr("As the folders name them.")
    if "test" in parts:
        return tr(
            "As the folders name them; validation takes {share} of the training pictures.",
            share=percent(shares.validation),
        )
    if "validation" in parts:
        return tr("As the folders name them; test takes {share} of the training pictures.", share=percent(shares.test))
    return tr(
        "The folders name training alone; {validation} of it goes to validation, {test} to test.",
        validation=percent(shares.validation),
        test=percent(shares.test),
    )
