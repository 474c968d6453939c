"""File dialogs: what is chosen is opened as if it had been dropped on the window. None of them blocks."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from core import places
from core.pictures.collecting import collection_folder
from core.training.runs import list_runs
from core.words import tr
from gui.session import Session

_RUNS_NAMED = 10


class Chooser(QObject):
    """Asks for folders, models and runs on behalf of a widget."""

    def __init__(self, owner: QWidget, session: Session) -> None:
        super().__init__(owner)
        self._owner = owner
        self._session = session

    def choose_folder(self) -> None:
        """A folder of pictures (Ctrl+O)."""
        title = tr("Choose the folder that holds a subfolder for each class")
        self._ask(title, QFileDialog.FileMode.Directory, str(Path(self._session.settings.last_folder).parent))

    def choose_model(self) -> None:
        """A model file (Ctrl+Shift+O)."""
        self._ask(
            tr("Choose a model"),
            QFileDialog.FileMode.ExistingFile,
            "",
            tr("Models and runs (*.keras *.h5 *.hdf5 run.json)"),
        )

    def choose_run(self) -> None:
        """An earlier run, by its folder."""
        self._ask(tr("Choose an earlier run"), QFileDialog.FileMode.Directory, str(places.runs_folder()))

    def open_sample(self) -> None:
        """The sample creatures."""
        self._session.open_folder(None)

    def choose_arrays(self) -> None:
        """A file of arrays, as the tutorial keeps its pictures."""
        folder = str(Path(self._session.settings.last_folder).parent)
        self._ask(tr("Choose a file of arrays"), QFileDialog.FileMode.ExistingFile, folder, tr("Arrays (*.npy *.npz)"))

    def split_menu(self) -> QMenu:
        """The newest runs on these pictures, whose split can be used again, and any other."""
        menu = QMenu(self._owner)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        found = self._session.collection.found
        for folder, facts in list_runs(places.runs_folder()):
            if found is not None and facts.pictures == str(found.root) and len(menu.actions()) < _RUNS_NAMED:
                action = QAction(folder.name, menu)
                action.setData(str(folder))
                action.triggered.connect(self._on_split_run)
                menu.addAction(action)
        if menu.actions():
            menu.addSeparator()
        _add_actions(menu, ((tr("Another run…"), self.choose_split, ""),))
        return menu

    def choose_split(self) -> None:
        """An earlier run whose split is used again."""
        dialog = self._dialog(tr("Choose the run to split as"), QFileDialog.FileMode.Directory, places.runs_folder())
        dialog.fileSelected.connect(self._session.collection.reuse_split)
        dialog.open()

    def choose_collecting_folder(self) -> None:
        """Where added photos are copied to."""
        found = self._session.collection.found
        if found is not None:
            now = collection_folder(found.root, self._session.collection.edits.collect_into)
            title = tr("Choose where photos that you add are copied to")
            dialog = self._dialog(title, QFileDialog.FileMode.Directory, now)
            dialog.fileSelected.connect(self._session.collection.collect_into)
            dialog.open()

    def save_arrays(self) -> None:
        """The pictures as one file of arrays."""
        found = self._session.collection.found
        if found is None:
            return
        dialog = self._dialog(
            tr("Save as the tutorial keeps its pictures"),
            QFileDialog.FileMode.AnyFile,
            Path(self._session.settings.last_folder).parent,
            tr("NumPy object array (*.npy);;NumPy archive (*.npz)"),
        )
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("npy")
        dialog.filterSelected.connect(self._on_filter_selected)
        dialog.selectFile(f"{Path(self._session.title).stem}.npy")
        dialog.fileSelected.connect(self._on_arrays_named)
        dialog.open()

    def choose_copies_folder(self) -> None:
        """Where the pictures as they are learned from are copied to."""
        folder = Path(self._session.settings.last_folder).parent
        dialog = self._dialog(tr("Choose where the copies go"), QFileDialog.FileMode.Directory, folder)
        dialog.fileSelected.connect(self._on_copies_folder)
        dialog.open()

    def pictures_menu(self) -> QMenu:
        """A menu of what else can be done with the open pictures."""
        collection = self._session.collection
        menu = QMenu(self._owner)
        _add_actions(
            menu,
            (
                (tr("Save as arrays (.npy)…"), self.save_arrays, ""),
                (tr("Copy into class folders…"), self.choose_copies_folder, ""),
                (tr("Where added photos are kept…"), self.choose_collecting_folder, ""),
                (tr("Undo the last change"), collection.undo, "Ctrl+Z"),
                (tr("Make it again"), collection.redo, "Ctrl+Shift+Z"),
            ),
        )
        menu.aboutToShow.connect(self._on_pictures_menu)
        return menu

    def menu(self) -> QMenu:
        """A menu of all that can be opened."""
        menu = QMenu(self._owner)
        _add_actions(
            menu,
            (
                (tr("Folder of pictures…"), self.choose_folder, "Ctrl+O"),
                (tr("Sample creatures"), self.open_sample, ""),
                (tr("Arrays of the tutorial (.npy)…"), self.choose_arrays, ""),
                (tr("Model…"), self.choose_model, "Ctrl+Shift+O"),
                (tr("Earlier run…"), self.choose_run, ""),
            ),
        )
        return menu

    def _on_pictures_menu(self) -> None:
        menu, collection = self.sender(), self._session.collection
        assert isinstance(menu, QMenu)
        *_, undo, redo = menu.actions()
        undo.setEnabled(collection.can_undo)
        redo.setEnabled(collection.can_redo)

    def _ask(self, title: str, mode: QFileDialog.FileMode, folder: str, names: str = "") -> None:
        dialog = self._dialog(title, mode, folder, names)
        dialog.fileSelected.connect(self._on_chosen)
        dialog.open()

    def _dialog(self, title: str, mode: QFileDialog.FileMode, folder: str | Path, names: str = "") -> QFileDialog:
        dialog = QFileDialog(self._owner, title, str(folder), names)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(mode)
        return dialog

    def _on_split_run(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        self._session.collection.reuse_split(action.data())

    def _on_filter_selected(self, names: str) -> None:
        dialog = self.sender()
        assert isinstance(dialog, QFileDialog)
        dialog.setDefaultSuffix("npz" if ".npz" in names else "npy")

    def _on_copies_folder(self, path: str) -> None:
        self._session.gathering.copy_pictures(Path(path))

    def _on_arrays_named(self, path: str) -> None:
        self._session.gathering.save_arrays(Path(path))

    def _on_chosen(self, path: str) -> None:
        self._session.open_dropped([Path(path)])


def _add_actions(menu: QMenu, entries: Sequence[tuple[str, Callable[[], None], str]]) -> None:
    """Text, what is done, and the keys for it; these are the window's, here they are only told."""
    for text, slot, keys in entries:
        action = QAction(f"{text}\t{keys}" if keys else text, menu)
        action.triggered.connect(slot)
        menu.addAction(action)
