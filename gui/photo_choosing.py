"""File dialogs of the Classify page: photos to ask about, and where what is taken along goes. None of them blocks."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from core.answers import Photo
from core.words import tr
from gui.session import Session


class PhotoChooser(QObject):
    """Asks on behalf of a widget."""

    def __init__(self, owner: QWidget, session: Session) -> None:
        super().__init__(owner)
        self._owner = owner
        self._session = session
        self._unsure_apart = False

    def choose_photos(self) -> None:
        """Ask which files to classify."""
        # Any file: what a picture is, its content says, not its name.
        dialog = self._dialog(tr("Choose photos"), QFileDialog.FileMode.ExistingFiles, _pictures())
        dialog.filesSelected.connect(self._on_files_chosen)
        dialog.open()

    def choose_folder(self) -> None:
        """Ask for a folder whose photos to classify."""
        dialog = self._dialog(tr("Choose the folder with the photos"), QFileDialog.FileMode.Directory, _pictures())
        dialog.fileSelected.connect(self._on_folder_chosen)
        dialog.open()

    def save_csv(self) -> None:
        """Ask where to save the answers."""
        dialog = self._dialog(tr("Save the answers"), QFileDialog.FileMode.AnyFile, _documents(), tr("Table (*.csv)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        dialog.selectFile(tr("answers") + ".csv")
        dialog.fileSelected.connect(self._session.taking_along.save_csv)
        dialog.open()

    def sort_copies(self, unsure_apart: bool) -> None:
        """Ask for the folder that copies of the photos go into."""
        self._unsure_apart = unsure_apart
        title = tr("Choose where the folders with the copies go")
        dialog = self._dialog(title, QFileDialog.FileMode.Directory, _pictures())
        dialog.fileSelected.connect(self._on_copies_folder_chosen)
        dialog.open()

    def _dialog(self, title: str, mode: QFileDialog.FileMode, folder: str, names: str = "") -> QFileDialog:
        dialog = QFileDialog(self._owner, title, folder, names)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(mode)
        return dialog

    def _on_files_chosen(self, files: Sequence[str]) -> None:
        if files:
            self._session.classify([Photo(Path(file).name, file) for file in files])

    def _on_folder_chosen(self, folder: str) -> None:
        self._session.classify_folders([Path(folder)])

    def _on_copies_folder_chosen(self, folder: str) -> None:
        self._session.taking_along.sort_copies(folder, self._unsure_apart)


def _pictures() -> str:
    return _user_folder(QStandardPaths.StandardLocation.PicturesLocation)


def _documents() -> str:
    return _user_folder(QStandardPaths.StandardLocation.DocumentsLocation)


def _user_folder(which: QStandardPaths.StandardLocation) -> str:
    folder = QStandardPaths.writableLocation(which)
    # Without it a dialog would begin where the last one ended, be that a folder of runs.
    return folder if Path(folder).is_dir() else str(Path.home())
