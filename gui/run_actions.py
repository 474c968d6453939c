"""What a user does with runs that are kept: name them, note something, throw them away and take that back."""

import contextlib
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QFile, QObject, QStandardPaths, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from core.errors import NakamiError, StorageError, storage_error
from core.training import runs
from core.training.labels import Label, read_label, write_label
from core.training.run_list import ListedRun
from core.training.run_names import note_deleted, note_restored
from core.words import say


@dataclass(frozen=True)
class _Deleted:
    """A run in the system's trash."""

    run: ListedRun
    place: Path


class RunActions(QObject):
    """`changed`: runs are to be listed anew. `said` brings a Sentence about what was done, and `can_undo` then says
    whether it can be taken back. `failed` brings a NakamiError."""

    changed = Signal()
    said = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._deleted: _Deleted | None = None

    @property
    def can_undo(self) -> bool:
        """Whether the run that was deleted last can be brought back."""
        return self._deleted is not None

    def rename(self, folder: Path, name: str) -> None:
        """Give a run a name of the user's; empty: the one by default again."""
        self._write(folder, replace(read_label(folder), name=name))

    def note(self, folder: Path, note: str) -> None:
        """Note something of a run; empty: nothing any more."""
        self._write(folder, replace(read_label(folder), note=note))

    def delete(self, run: ListedRun) -> None:
        """Move a run to the system's trash. One that is being trained stays."""
        if run.is_live or runs.is_live(run.folder):
            what = say("“{name}” is being trained, so it was not deleted.", name=run.name)
            self.failed.emit(NakamiError(what, say("Stop it first.")))
            return
        _prepare_trash()
        file = QFile(str(run.folder))
        if not file.moveToTrash():
            self.failed.emit(_no_trash(run))
            return
        # Where the system does not tell its place there, it cannot be fetched from here.
        place = Path(file.fileName())
        self._deleted = _Deleted(run, place) if place != run.folder and place.exists() else None
        # Without it later runs are only numbered anew.
        with contextlib.suppress(OSError):
            note_deleted(run.folder.parent, run.facts)
        self.said.emit(say("“{name}” is in the trash.", name=run.name))
        self.changed.emit()

    def undo(self) -> None:
        """Bring the run back that was deleted last."""
        deleted, self._deleted = self._deleted, None
        if deleted is None:
            return
        run = deleted.run
        try:
            if run.folder.exists():
                raise FileExistsError(f"{run.folder} exists")
            deleted.place.rename(run.folder)
        except OSError as error:
            what = say("“{name}” was not brought back; it is in the trash still.", name=run.name)
            self.failed.emit(storage_error(error, what))
            return
        with contextlib.suppress(OSError):
            _forget(deleted.place)
            note_restored(run.folder.parent, run.facts)
        self.said.emit(say("“{name}” is back.", name=run.name))
        self.changed.emit()

    def show_folder(self, folder: Path) -> None:
        """Open a run's folder in the system's file manager."""
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            what = say("No program on this computer shows folders.")
            self.failed.emit(NakamiError(what, say("The run is in {folder}.", folder=folder)))

    def _write(self, folder: Path, label: Label) -> None:
        try:
            write_label(folder, label)
        except StorageError as error:
            self.failed.emit(error)
        self.changed.emit()


def _prepare_trash() -> None:
    """Desktops on Linux keep the trash in a folder that a new user may not have yet, and Qt does not make it."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)
    with contextlib.suppress(OSError):
        Path(place).mkdir(mode=0o700, parents=True, exist_ok=True)


def _no_trash(run: ListedRun) -> StorageError:
    return StorageError(
        say("“{name}” was not deleted: the system did not take it into its trash.", name=run.name),
        say("If it shall go, delete its folder by hand: {folder}.", folder=run.folder),
    )


def _forget(place: Path) -> None:
    """Desktops on Linux keep a file beside the trash that says where something came from."""
    if place.parent.name == "files":
        (place.parent.parent / "info" / f"{place.name}.trashinfo").unlink(missing_ok=True)
