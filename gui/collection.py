"""Collection: the open pictures as they were found, what the user changed about them, and what follows from both."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from core.errors import DatasetError, NakamiError
from core.framing import Frame
from core.pictures.arrays.unpacking import unpacked_from
from core.pictures.cache import PreparedPictures
from core.pictures.dataset import Dataset, Part, is_added
from core.pictures.edits import Edits, load_edits, save_edits, set_broken_aside
from core.pictures.health import Issue, Mend, health_report
from core.pictures.split import Shares, Split, reused_split, split_pictures
from core.training.run_list import run_name
from core.words import Sentence, plural, say
from gui.collection_rows import class_rows, free_folder
from gui.widgets.pictures.class_row import ClassRow


@dataclass(frozen=True)
class Change:
    """One step of undoing or making again: the edits that it leads to, or the size, and what the change did."""

    edits: Edits
    done: Sentence
    size_px: int | None = None


class Collection(QObject):
    """Files on disk are never touched: every change makes new `Edits`, kept in a list of the program's own, and undoing
    goes back to the ones before.

    `done` says what a change did, `went_back` which one was taken back, `size_wanted` the
    size that pictures are to be trained on at.

    `found` is the folder with all that was found in it, `found_pixels` the same decoded (None until it is); `dataset`
    and `prepared` are what the changes leave of them, to be trained on. `photos_found`: the added photos in `found`.
    """

    changed = Signal()
    done = Signal(object)
    went_back = Signal(object)
    size_wanted = Signal(int)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.found: Dataset | None = None
        self.found_pixels: PreparedPictures | None = None
        self.photos_found: frozenset[str] = frozenset()
        self.dataset: Dataset | None = None
        self.prepared: PreparedPictures | None = None
        self.edits = Edits()
        # The file of arrays that the pictures were unpacked from, if they were.
        self.arrays: Path | None = None
        self._positions = np.zeros(0, np.int64)
        self.glimpses: Mapping[int, NDArray[np.uint8]] = {}
        # The way back from each change, and the way on from each that was taken back.
        self._before: list[Change] = []
        self._after: list[Change] = []
        self._size_px = 0
        self._split: tuple[object, Split] | None = None
        self._issues: tuple[object, tuple[Issue, ...]] | None = None

    # ---- opening

    def take_listed(self, found: Dataset) -> None:
        """A folder was listed; its pixels are still to come."""
        if self.found is None or self.found.root != found.root:
            if (broken := set_broken_aside(found.root)) is not None:
                self.failed.emit(broken)
            self.edits = self._usable(load_edits(found.root))
            self.arrays = unpacked_from(found.root)
            self._before.clear()
            self._after.clear()
        self.found, self.found_pixels, self.glimpses = found, None, {}
        self._derive()

    def take_glimpses(self, pixels: Mapping[int, NDArray[np.uint8]]) -> None:
        """The first pictures of each class, by their positions in `found`."""
        self.glimpses = pixels
        self.changed.emit()

    def take_prepared(self, prepared: PreparedPictures) -> None:
        """The pixels have come."""
        found = self.found = prepared.dataset
        self.found_pixels, self.glimpses = prepared, {}
        rejected = (each.file for each in found.rejected)
        self.photos_found = frozenset((*(found.pictures[at].file for at in found.added), *filter(is_added, rejected)))
        self._derive()

    def _usable(self, edits: Edits) -> Edits:
        """Without an earlier split that is gone, which is told."""
        if edits.split_from and self._parts_as_before(edits) is None:
            return replace(edits, split_from="")
        return edits

    # ---- changing

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to take back."""
        return bool(self._before)

    @property
    def can_redo(self) -> bool:
        """Whether a change was taken back that can be made again."""
        return bool(self._after)

    def change(self, edits: Edits, done: Sentence) -> None:
        """Make a change that can be undone, and say what was `done`."""
        if edits != self.edits:
            self._before.append(Change(self.edits, done))
            self._after.clear()
            self._set(edits, done)

    def mend(self, mend: Mend) -> None:
        """One click of the health report."""
        if mend.size_px is None:
            self.change(mend.edits(self.edits), mend.done)
            return
        self._before.append(Change(self.edits, mend.done, self._size_px))
        self._after.clear()
        self.size_wanted.emit(mend.size_px)
        self.done.emit(mend.done)

    def undo(self) -> None:
        """Take the last change back."""
        if self._before:
            change = self._before.pop()
            self._after.append(self._step(change))
            self.went_back.emit(say("Taken back: {what}", what=change.done))

    def redo(self) -> None:
        """Make the change again that was taken back last."""
        if self._after:
            change = self._after.pop()
            self._before.append(self._step(change))
            self.done.emit(change.done)

    def _step(self, change: Change) -> Change:
        """Go to where `change` leads; gives the way back."""
        back = Change(self.edits, change.done, None if change.size_px is None else self._size_px)
        if change.size_px is not None:
            self.size_wanted.emit(change.size_px)
        else:
            self._set(change.edits)
        return back

    def rename(self, name: str, new: str) -> None:
        """Another name for a class; that of another class merges the two."""
        new = new.strip()
        if new and new != name:
            merges = bool(self.folders(new))
            done = (
                say("“{name}” is part of “{other}” now.", name=name, other=new)
                if merges
                else say("“{name}” is called “{other}” now.", name=name, other=new)
            )
            self.change(self.edits.renamed(self.folders(name), new), done)

    def part(self, name: str) -> None:
        """Every folder of a merged class is a class of its own again."""
        edits = self.edits
        for folder in self.folders(name):
            edits = edits.renamed((folder,), folder)
        self.change(edits, say("“{name}” is parted into its folders again.", name=name))

    def leave_out_class(self, name: str) -> None:
        """Do not learn a class."""
        edits = self.edits.leaving_out_classes(self.folders(name))
        self.change(edits, say("“{name}” is left out.", name=name))

    def take_in_class(self, name: str) -> None:
        """Learn a left-out class after all."""
        edits = self.edits.taking_in_classes(self.folders(name, is_left_out=True))
        self.change(edits, say("“{name}” is taken in again.", name=name))

    def add_class(self, name: str) -> None:
        """One more class, to collect photos for."""
        name = name.strip()
        if self.folders(name, is_left_out=True):
            self.take_in_class(name)
        elif self.folders(name):
            what = say("There is a class “{name}” already.", name=name)
            self.failed.emit(DatasetError(what, say("Drop photos on its row.")))
        elif name and self.found is not None:
            folder = free_folder(name, self.found, self.edits)
            more = replace(self.edits, more_classes=(*self.edits.more_classes, folder))
            done = say("The class “{name}” is there. Drop photos on its row.", name=name)
            self.change(more.renamed((folder,), name), done)

    def leave_out(self, files: Sequence[str]) -> None:
        """Do not learn from these pictures."""
        done = plural(
            len(files),
            say("1 picture left out of training."),
            say("{count:,} pictures left out of training.", count=len(files)),
        )
        self.change(self.edits.leaving_out(files), done)

    def take_in(self, files: Sequence[str]) -> None:
        """Learn from these left-out pictures after all."""
        done = plural(
            len(files), say("1 picture taken in again."), say("{count:,} pictures taken in again.", count=len(files))
        )
        self.change(self.edits.taking_in(files), done)

    def add(self, files: Sequence[str], name: str) -> None:
        """Photos that were copied for a class; they are seen once the folder is taken in anew."""
        folder = next(iter(self.folders(name)), name)
        done = plural(
            len(files),
            say("1 photo added to “{name}”.", name=name),
            say("{count:,} photos added to “{name}”.", count=len(files), name=name),
        )
        self.change(self.edits.adding(dict.fromkeys(files, folder)), done)

    def collect_into(self, folder: str) -> None:
        """Where photos that are added from now on are copied to."""
        if self.found is not None and Path(folder).resolve().is_relative_to(self.found.root.resolve()):
            what = say("“{folder}” lies among the pictures, and their folder is never changed.", folder=folder)
            self.failed.emit(DatasetError(what, say("Choose a folder elsewhere.")))
            return
        done = say("Photos that you add are copied into “{folder}” from now on.", folder=folder)
        self.change(replace(self.edits, collect_into=folder), done)

    def keep_together(self, on: bool) -> None:
        """Whether near-identical pictures stay on one side of the split."""
        done = (
            say("Near-identical pictures are kept on one side of the split.")
            if on
            else say("Near-identical pictures may stand on both sides of the split.")
        )
        self.change(replace(self.edits, keep_together=on), done)

    def set_class_weights(self, on: bool) -> None:
        """Whether each class has the same say in the loss, however many pictures it has."""
        done = (
            say("Each class weighs the same in the loss.")
            if on
            else say("Each picture weighs the same in the loss, so that large classes have more say.")
        )
        self.change(replace(self.edits, class_weights=on), done)

    def reuse_split(self, source: str) -> None:
        """Split as an earlier run did (its folder, or a split.csv); empty: anew."""
        if source:
            try:
                reused_split(Path(source), self.found)
            except DatasetError as error:
                self.failed.emit(error)
                return
        done = (
            say("Split as in “{name}”.", name=run_name(Path(source))) if source else say("The pictures are split anew.")
        )
        self.change(replace(self.edits, split_from=source), done)

    def _set(self, edits: Edits, done: Sentence | None = None) -> None:
        self.edits = edits
        # Kept before anybody hears of it: whoever then reads the pictures anew reads the list too.
        failure = self._kept()
        self._derive()
        if done is not None:
            self.done.emit(done)
        if failure is not None:
            self.failed.emit(failure)

    def _kept(self) -> NakamiError | None:
        """Keep the changes; why that was not possible."""
        if self.found is not None:
            try:
                save_edits(self.found.root, self.edits)
            except NakamiError as error:
                return error
        return None

    def _derive(self) -> None:
        self._split = self._issues = None
        self.dataset = self.prepared = None
        if self.found is not None:
            self.dataset, self._positions = self.edits.apply(self.found)
            if self.found_pixels is not None:
                self.prepared = self.found_pixels.chosen(self.dataset, self._positions)
        self.changed.emit()

    # ---- what follows

    @property
    def place(self) -> Path | None:
        """Where the pictures come from: their folder, or the file of arrays."""
        return self.arrays or (self.found.root if self.found is not None else None)

    def split(self, seed: int, shares: Shares) -> Split | None:
        """How the pictures are split with these settings; None while there are none."""
        if self.dataset is None:
            return None
        key = (seed, shares)
        if self._split is None or self._split[0] != key:
            self._split = key, self._make_split(seed, shares)
        return self._split[1]

    def _make_split(self, seed: int, shares: Shares) -> Split:
        assert self.dataset is not None
        reused = self._parts_as_before(self.edits)
        groups = self.prepared.duplicates.near if self.prepared is not None else None
        return split_pictures(self.dataset, seed, shares, groups, self.edits.keep_together, reused)

    def _parts_as_before(self, edits: Edits) -> dict[str, Part] | None:
        """The parts of the earlier split that is used again; None where there is none, or it is gone, which is told."""
        if not edits.split_from:
            return None
        try:
            return reused_split(Path(edits.split_from))
        except DatasetError as error:
            self.failed.emit(DatasetError(error.what, say("The pictures are shared out anew.")))
            return None

    def issues(self, seed: int, shares: Shares, frame: Frame) -> tuple[Issue, ...]:
        """What is wrong with the pictures; empty while they are being read."""
        split = self.split(seed, shares)
        if self.prepared is None or self.found_pixels is None or split is None:
            return ()
        self._size_px = frame.size_px
        key = (seed, shares, frame)
        if self._issues is None or self._issues[0] != key:
            is_from_arrays = self.arrays is not None
            report = health_report(self.prepared, split, self.edits, frame, self.found, is_from_arrays)
            self._issues = key, report
        return self._issues[1]

    def rows(self) -> list[ClassRow]:
        """A row for each class by name, those without pictures and those that are left out at the end."""
        return [] if self.found is None or self.dataset is None else class_rows(self.found, self.dataset, self.edits)

    def first_of(self, row: ClassRow, most: int) -> NDArray[np.int64]:
        """The positions in `found` of a class's first pictures in use; of a left-out class, of its first."""
        assert self.found is not None
        if row.is_left_out:
            labels = [self.found.class_names.index(each) for each in row.folders if each in self.found.class_names]
            return np.flatnonzero(np.isin(self.found.labels, labels))[:most]
        if self.dataset is None or row.name not in self.dataset.class_names:
            return np.zeros(0, np.int64)
        first = np.flatnonzero(self.dataset.labels == self.dataset.class_names.index(row.name))[:most]
        return self._positions[first]

    def folders(self, name: str, is_left_out: bool = False) -> tuple[str, ...]:
        """The folders behind a class's row; none where there is no such class."""
        found = (row.folders for row in self.rows() if row.name == name and row.is_left_out == is_left_out)
        return next(found, ())
