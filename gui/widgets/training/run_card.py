"""All runs with what can be done with them: a table, a quiet row for the selected one, and what differs."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from core.training.run_list import ListedRun, Scores
from core.words import Sentence, tr
from gui import theme
from gui.run_actions import RunActions
from gui.widgets.buttons import IconButton, LinkButton, SmallButton
from gui.widgets.card import Card, Rule
from gui.widgets.text import Text
from gui.widgets.training.plot_content import MOST_OVERLAYS
from gui.widgets.training.run_comparison import RunComparison
from gui.widgets.training.run_menu import Deed, going_on
from gui.widgets.training.run_note import RunNote
from gui.widgets.training.runs_table import RunsTable


class RunsCard(Card):
    """`show_runs` fills it. Signals: `look_wanted` and `resume_wanted` bring a run's folder, `ticks_changed` the tuple
    of the folders whose curves are to lie over the shown run's (at most MOST_OVERLAYS), `runs_changed` comes when they
    are to be listed and shown anew, `failed` brings a NakamiError.

    `actions` outlives the card where the page is built anew.
    """

    look_wanted = Signal(object)
    resume_wanted = Signal(object)
    ticks_changed = Signal(object)
    runs_changed = Signal()
    failed = Signal(object)

    def __init__(self, actions: RunActions | None = None, parent: QWidget | None = None) -> None:
        super().__init__(tr("Runs"), rule=True, flush=True, parent=parent)
        self._actions = actions or RunActions(self)
        self.table = RunsTable()
        self.comparison = RunComparison()
        self._shown: Path | None = None
        self._noted: Path | None = None
        self._can_resume = True
        self._message = ""
        self._make_row()
        self._empty = Text(_nothing_yet(), "body", "text2", wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setContentsMargins(theme.CARD_PADDING, 28, theme.CARD_PADDING, 28)
        self.undo_button = LinkButton(tr("Undo"), "undo-2", tr("Brings the run back from the trash"))
        self.undo_button.hide()
        self.header.addWidget(self.undo_button)
        # As tall without it: the table must not move when it comes.
        self.header.addStrut(self.undo_button.sizeHint().height())
        self.header.setContentsMargins(theme.CARD_PADDING - 1, 3, theme.CARD_PADDING - 1, 3)
        self._arrange_parts()
        self._connect()
        self.show_runs(())

    # ---- doors

    def show_runs(self, runs: Sequence[ListedRun], live: Path | None = None, shown: Path | None = None) -> None:
        """The runs, newest first; `live` is the folder of the one in training here, `shown` that of the one whose
        curves the plots show: one that comes in sight is selected. What is ticked or being typed stays so."""
        comes_in_sight = shown is not None and shown != self._shown
        self._shown = shown
        self.table.show_runs(runs, live, shown)
        if comes_in_sight and not self.note.hasFocus():
            # What is done below the table is meant for the run that the plots show.
            self.table.select(shown)
        for part in (self.table, self._row):
            part.setVisible(bool(runs))
        self._empty.setVisible(not runs)
        self._update_aside()
        self._compare()

    def show_scores(self, folder: Path, scores: Scores) -> None:
        """Other numbers of a run, while it is being trained (`core.training.run_list.scores_of` its epochs)."""
        self.table.show_scores(folder, scores)
        self._update_row()
        self._compare()

    def ticked(self) -> tuple[Path, ...]:
        """The runs whose curves are to lie over the shown one's, in the order of their ticks."""
        return self.table.ticked()

    def set_ticked(self, folders: Sequence[Path]) -> None:
        """Tick these runs and no others."""
        self.table.set_ticked(folders)

    def set_can_resume(self, on: bool) -> None:
        """Whether a run may go on now: nothing else is being trained."""
        self._can_resume = on
        self._update_row()

    # ---- building

    def _make_row(self) -> None:
        self.note = RunNote()
        self.look_button = SmallButton(tr("Look inside"), "eye")
        self.resume_button = SmallButton(tr("Go on"), "play")
        self.rename_button = IconButton("pencil", tr("Rename this run"), tr("Renames this run (F2)"))
        self.folder_button = IconButton("folder-open", tr("Show this run's folder"))
        self.delete_button = IconButton("trash-2", tr("Delete this run"))
        self._row = QWidget()
        row = QHBoxLayout(self._row)
        row.setContentsMargins(theme.CARD_PADDING - 1, 7, theme.CARD_PADDING - 1, 7)
        row.setSpacing(theme.LABEL_GAP)
        row.addWidget(self.note, 1)
        for button in (
            self.look_button,
            self.resume_button,
            self.rename_button,
            self.folder_button,
            self.delete_button,
        ):
            row.addWidget(button)

    def _arrange_parts(self) -> None:
        self.body.setSpacing(0)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self._row)
        self._rule = Rule()
        self.body.addWidget(self._rule)
        self.body.addWidget(self.comparison)
        self.body.addWidget(self._empty)

    def _connect(self) -> None:
        table, actions = self.table, self._actions
        table.run_chosen.connect(self.look_wanted)
        table.selected.connect(self._on_selected)
        table.ticks_changed.connect(self._on_ticks_changed)
        table.tick_refused.connect(self._on_tick_refused)
        table.deed_chosen.connect(self._on_deed_chosen)
        table.renamed.connect(actions.rename)
        self.note.noted.connect(self._on_noted)
        self.look_button.clicked.connect(self._on_look)
        self.resume_button.clicked.connect(self._on_resume)
        self.rename_button.clicked.connect(table.rename)
        self.folder_button.clicked.connect(self._on_folder)
        self.delete_button.clicked.connect(self._on_delete)
        self.undo_button.clicked.connect(actions.undo)
        actions.said.connect(self._on_said)
        actions.changed.connect(self.runs_changed)
        actions.failed.connect(self.failed)

    # ---- following

    def _update_row(self) -> None:
        run, unfinished = self.table.selected_run(), self.table.unfinished()
        self.note.setEnabled(run is not None)
        has_epochs = run is not None and run.scores.epochs > 0
        self.look_button.setEnabled(has_epochs)
        self.look_button.setToolTip(self._why_look(run))
        self.resume_button.setText(going_on(unfinished))
        self.resume_button.setEnabled(unfinished is not None and self._can_resume)
        self.resume_button.setToolTip(self._why_resume(run))
        for button in (self.rename_button, self.folder_button):
            button.setEnabled(run is not None)
        self.delete_button.setEnabled(run is not None and not run.is_live)
        is_live = run is not None and run.is_live
        self.delete_button.setToolTip(
            tr("A run that is being trained cannot be deleted") if is_live else tr("Moves this run to the trash (Del)")
        )

    def _why_look(self, run: ListedRun | None) -> str:
        if run is None or run.scores.epochs > 0:
            return tr("What every layer of its best epoch makes of a picture")
        if run.is_live:
            return tr("There is no network to ask yet.")
        return tr("It ended within its first epoch, so there is no network to look into.")

    def _why_resume(self, run: ListedRun | None) -> str:
        unfinished = self.table.unfinished()
        if run is None:
            return tr("Choose a run in the table first.")
        if run.is_live:
            return tr("It is being trained.")
        if unfinished is None:
            return tr("It cannot go on: what that takes was not kept with it.")
        if not self._can_resume:
            return tr("Something else is being trained now.")
        if unfinished.epochs_done >= unfinished.epochs_planned:
            return tr("All its {epochs} epochs are done. Give it more.", epochs=unfinished.epochs_planned)
        return tr(
            "Goes on exactly where it ended: {done} of {planned} epochs are done.",
            done=unfinished.epochs_done,
            planned=unfinished.epochs_planned,
        )

    def _compare(self) -> None:
        model = self.table.runs
        shown = None if self._shown is None else model.run(self._shown)
        ticked = [run for folder in model.ticked() if (run := model.run(folder)) is not None]
        self.comparison.show_runs(shown, ticked)
        self._rule.setVisible(not self.comparison.isHidden())

    def _on_selected(self, folder: Path | None) -> None:
        run = self.table.selected_run()
        is_typing = folder == self._noted and self.note.isModified() and self.note.hasFocus()
        if not is_typing:
            self.note.take()
            self._noted = folder
            self.note.show_note("" if run is None else run.label.note)
        self._update_row()

    def _on_ticks_changed(self) -> None:
        # A run that was ticked and is deleted changes the ticks too: what can be undone stays in sight.
        if not self._actions.can_undo:
            self._say("")
        self._compare()
        self.ticks_changed.emit(self.table.ticked())

    def _on_tick_refused(self) -> None:
        self._say(tr("{most} curves can lie over the shown ones: untick a run first", most=MOST_OVERLAYS))

    def _on_said(self, what: Sentence) -> None:
        self._say(str(what), can_undo=self._actions.can_undo)

    def _say(self, words: str, can_undo: bool = False) -> None:
        """In the header, in place of the hint: nothing moves for it."""
        self._message = words
        self.undo_button.setVisible(can_undo)
        self._update_aside()

    def _update_aside(self) -> None:
        has_runs = self.table.runs.rowCount() > 0
        hint = tr("Tick runs to lay their curves over each other") if has_runs else ""
        self.set_aside(self._message or hint)

    # ---- what the user did

    def _on_noted(self, note: str) -> None:
        if self._noted is not None:
            self._actions.note(self._noted, note)

    def _on_deed_chosen(self, deed: Deed, folder: Path) -> None:
        match deed:
            case Deed.GO_ON:
                self._on_resume()
            case Deed.NOTE:
                self.note.setFocus(Qt.FocusReason.OtherFocusReason)
                self.note.selectAll()
            case Deed.SHOW_FOLDER:
                self._actions.show_folder(folder)
            case Deed.DELETE:
                self._on_delete()

    def _on_look(self) -> None:
        self.look_wanted.emit(self.table.selected_folder())

    def _on_resume(self) -> None:
        if self.resume_button.isEnabled():
            self.resume_wanted.emit(self.table.selected_folder())

    def _on_folder(self) -> None:
        folder = self.table.selected_folder()
        if folder is not None:
            self._actions.show_folder(folder)

    def _on_delete(self) -> None:
        run = self.table.selected_run()
        if run is not None:
            self._actions.delete(run)


def _nothing_yet() -> str:
    return tr("Nothing has been trained yet: every training will be kept here with its curves and its network.")
