"""File dialogs: what is chosen is opened as if it had been dropped on the window. None of them blocks."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from core import places
from core.words import tr
from gui.session import Session


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

    def menu(self) -> QMenu:
        """A menu of all that can be opened."""
        menu = QMenu(self._owner)
        for text, slot, keys in (
            (tr("Folder of pictures…"), self.choose_folder, "Ctrl+O"),
            (tr("Sample creatures"), self.open_sample, ""),
            (tr("Model…"), self.choose_model, "Ctrl+Shift+O"),
            (tr("Earlier run…"), self.choose_run, ""),
        ):
            # The keys themselves are the window's; here they are only told.
            action = QAction(f"{text}\t{keys}" if keys else text, menu)
            action.triggered.connect(slot)
            menu.addAction(action)
        return menu

    def _ask(self, title: str, mode: QFileDialog.FileMode, folder: str, names: str = "") -> None:
        dialog = QFileDialog(self._owner, title, folder, names)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(mode)
        dialog.fileSelected.connect(self._on_chosen)
        dialog.open()

    def _on_chosen(self, path: str) -> None:
        self._session.open_dropped([Path(path)])
