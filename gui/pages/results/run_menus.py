"""The menus of the Results page: which network to judge by which pictures, and with which run to compare."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from core import places
from core.numerals import percent
from core.results.judged import Results
from core.training.run_list import ListedRun, listed_runs
from core.words import tr
from gui.judging import Judging
from gui.widgets.buttons import PlainButton

# More would fill the screen; all of them are in the Training page's table.
_RUNS_NAMED = 15


def finished_runs() -> list[ListedRun]:
    """The runs that have a network to judge, newest first."""
    return [run for run in listed_runs(places.runs_folder()) if not run.is_live and run.scores.epochs]


class RunMenus(QObject):
    """Fills the menus of two buttons when they are opened. `other_run_wanted`: one that is not in the list."""

    other_run_wanted = Signal()
    model_wanted = Signal()

    def __init__(self, judging: Judging, open_button: PlainButton, compare_button: PlainButton) -> None:
        super().__init__(open_button)
        self._judging = judging
        self._owner: QWidget = open_button
        self.open_menu, self.compare_menu = QMenu(open_button), QMenu(compare_button)
        open_button.set_menu(self.open_menu)
        compare_button.set_menu(self.compare_menu)
        self.open_menu.aboutToShow.connect(self._fill_open_menu)
        self.compare_menu.aboutToShow.connect(self._fill_compare_menu)

    def _fill_open_menu(self) -> None:
        menu, results = self.open_menu, self._judging.results
        menu.clear()
        self._add_runs(menu, finished_runs(), self._on_run_chosen, results.run if results is not None else None)
        menu.addSeparator()
        if results is not None:
            _add(menu, tr("Judge it by a folder of pictures…"), self._on_folder_wanted)
        if results is not None and results.folder is not None and results.run is not None:
            _add(menu, tr("Back to its own test pictures"), self._on_own_wanted)
        _add(menu, tr("Another run…"), self.other_run_wanted.emit)
        _add(menu, tr("Model…"), self.model_wanted.emit)

    def _fill_compare_menu(self) -> None:
        menu, results = self.compare_menu, self._judging.results
        menu.clear()
        runs = comparable(results) if results is not None else []
        self._add_runs(menu, runs, self._on_compare_wanted)
        if not runs:
            empty = QAction(tr("No other run tells these classes apart yet"), menu)
            empty.setEnabled(False)
            menu.addAction(empty)

    def _add_runs(
        self, menu: QMenu, runs: Sequence[ListedRun], slot: Callable[[], None], shown: Path | None = None
    ) -> None:
        for run in runs[:_RUNS_NAMED]:
            # An ampersand in a name is no mnemonic.
            name = run.name.replace("&", "&&")
            accuracy = tr("val acc {share}", share=percent(run.scores.val_accuracy))
            action = QAction(f"{name}\t{accuracy}", menu)
            action.setData(str(run.folder))
            action.setCheckable(run.folder == shown)
            action.setChecked(run.folder == shown)
            action.triggered.connect(slot)
            menu.addAction(action)

    def _on_run_chosen(self) -> None:
        self._judging.judge(self._chosen())

    def _on_compare_wanted(self) -> None:
        results = self._judging.results
        if results is not None and results.run is not None:
            self._judging.compare(results.run, self._chosen())

    def _chosen(self) -> Path:
        action = self.sender()
        assert isinstance(action, QAction)
        return Path(action.data())

    def _on_own_wanted(self) -> None:
        results = self._judging.results
        if results is not None and results.run is not None:
            self._judging.judge(results.run)

    def _on_folder_wanted(self) -> None:
        dialog = QFileDialog(self._owner.window(), tr("Choose a folder with a subfolder for each class"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self._on_folder_chosen)
        dialog.open()

    def _on_folder_chosen(self, folder: str) -> None:
        self._judging.judge_folder(Path(folder))


def comparable(results: Results) -> list[ListedRun]:
    """Ended runs that tell the same classes of the same pictures apart."""
    if results.run is None or results.folder is not None:
        return []
    names, root = set(results.class_names), str(results.prepared.dataset.root)
    return [
        run
        for run in finished_runs()
        if run.folder != results.run and set(run.facts.class_names) == names and run.facts.pictures == root
    ]


def _add(menu: QMenu, text: str, slot: Callable[[], object]) -> None:
    action = QAction(text, menu)
    action.triggered.connect(slot)
    menu.addAction(action)
