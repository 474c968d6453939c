"""What a user has changed about a folder of pictures without touching the disk, kept as a list of the program's own.

Every change makes a new `Edits`, so that undoing is going back to the one before. Light.
"""

import contextlib
import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import compress, count
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core import places
from core.errors import StorageError, storage_error
from core.files import write_text
from core.pictures.dataset import Dataset, Picture, is_added
from core.words import say


@dataclass(frozen=True)
class Edits:
    """Changes to a folder of pictures. Classes are named by their folders, files by their path below the root, as in
    `Picture.file`.

    `names`: a folder's class is shown under this name; folders of the same name are one class. `without_classes` and
    `without_files` are left out. `moved`: files that count as pictures of another class, to that class's folder; they
    stay where they are. `added`: photos from elsewhere (absolute path) to the folder of their class.
    `more_classes`: classes that no folder names, for collecting; `collect_into`: where photos are copied to (empty:
    into a folder of the program's own). `keep_together`: near-identical pictures on one side (None: unless the folder
    names the parts itself); `split_from`: an earlier run's folder or split.csv whose parts are used again.
    `class_weights`: each class weighs the same.
    """

    names: Mapping[str, str] = field(default_factory=dict)
    without_classes: frozenset[str] = frozenset()
    without_files: frozenset[str] = frozenset()
    moved: Mapping[str, str] = field(default_factory=dict)
    added: Mapping[str, str] = field(default_factory=dict)
    more_classes: tuple[str, ...] = ()
    collect_into: str = ""
    keep_together: bool | None = None
    split_from: str = ""
    class_weights: bool = False

    def name_of(self, folder: str) -> str:
        """The name under which a folder's class is shown."""
        return self.names.get(folder, folder)

    def renamed(self, folders: Iterable[str], name: str) -> "Edits":
        """These folders' classes under one name: renaming, and merging where others have that name already."""
        changed = dict(self.names) | dict.fromkeys(folders, name)
        return replace(self, names={folder: each for folder, each in changed.items() if folder != each})

    def leaving_out(self, files: Iterable[str]) -> "Edits":
        """Without these files too."""
        return replace(self, without_files=self.without_files | frozenset(files))

    def taking_in(self, files: Iterable[str]) -> "Edits":
        """With these files again."""
        return replace(self, without_files=self.without_files - frozenset(files))

    def moving(self, folders: Mapping[str, str]) -> "Edits":
        """With these files as pictures of other classes: file to the folder of its class."""
        return replace(self, moved={**self.moved, **folders})

    def moving_back(self, files: Iterable[str]) -> "Edits":
        """With these files in the classes that their folders name."""
        files = frozenset(files)
        return replace(self, moved={file: folder for file, folder in self.moved.items() if file not in files})

    def leaving_out_classes(self, folders: Iterable[str]) -> "Edits":
        """Without these folders too."""
        return replace(self, without_classes=self.without_classes | frozenset(folders))

    def taking_in_classes(self, folders: Iterable[str]) -> "Edits":
        """With these folders again."""
        return replace(self, without_classes=self.without_classes - frozenset(folders))

    def adding(self, photos: Mapping[str, str]) -> "Edits":
        """With photos from elsewhere: absolute path to the folder of their class."""
        return replace(self, added={**self.added, **photos})

    def with_added(self, dataset: Dataset) -> Dataset:
        """The folder as it was found, and the added photos among its pictures."""
        if not self.added:
            return dataset
        names = tuple(sorted({*dataset.class_names, *self.added.values()}))
        label_of = {name: label for label, name in enumerate(names)}
        pictures = [replace(each, label=label_of[dataset.class_names[each.label]]) for each in dataset.pictures]
        known = {each.file for each in pictures}
        pictures += [Picture(file, label_of[name]) for file, name in self.added.items() if file not in known]
        return replace(
            dataset,
            class_names=names,
            pictures=tuple(sorted(pictures, key=lambda each: each.file)),
            empty_classes=tuple(each for each in dataset.empty_classes if each not in label_of),
        )

    def apply(self, dataset: Dataset) -> tuple[Dataset, NDArray[np.int64]]:
        """The pictures to learn from, and the position of each among those of `dataset` (with added photos, of which
        some may have been taken back since)."""
        shown = [None if name in self.without_classes else self.name_of(name) for name in dataset.class_names]
        labels = self.labels_of(dataset)
        is_kept = np.array([name is not None for name in shown], np.bool_)[labels]
        is_kept[self._left_out(dataset)] = False
        kept = np.flatnonzero(is_kept)
        used = np.unique(labels[kept]).tolist()
        names = tuple(sorted({name for name in (shown[label] for label in used) if name is not None}))
        label_of = {name: label for label, name in enumerate(names)}
        new_label = [-1 if name is None else label_of.get(name, -1) for name in shown]
        # Most changes leave most labels as they are; making 60,000 pictures anew would be felt in the window.
        pictures = tuple(
            each if new_label[label] == each.label else Picture(each.file, new_label[label], each.part)
            for each, label in zip(compress(dataset.pictures, is_kept.tolist()), labels[kept].tolist(), strict=True)
        )
        return replace(dataset, class_names=names, pictures=pictures), kept

    def labels_of(self, dataset: Dataset) -> NDArray[np.int32]:
        """The class of each picture as found, by its position in the dataset's class names: of its folder, or where it
        was moved to."""
        if not self.moved:
            return dataset.labels
        label_of = {name: label for label, name in enumerate(dataset.class_names)}
        labels = dataset.labels.copy()
        for position, picture in enumerate(dataset.pictures):
            if picture.file in self.moved:
                # A class that has gone since leaves its pictures where their folders have them.
                labels[position] = label_of.get(self.moved[picture.file], picture.label)
        return labels

    def _left_out(self, dataset: Dataset) -> list[int]:
        """The positions of files that are left out, or were added and taken back."""
        out = [position for position in dataset.added if dataset.pictures[position].file not in self.added]
        if self.without_files:
            out += [position for position, each in enumerate(dataset.pictures) if each.file in self.without_files]
        return out

    def as_json(self) -> dict[str, Any]:
        """As the file keeps them; `from_json` reads it back."""
        return {
            "names": dict(self.names),
            "without_classes": sorted(self.without_classes),
            "without_files": sorted(self.without_files),
            "moved": dict(self.moved),
            "added": dict(self.added),
            "more_classes": list(self.more_classes),
            "collect_into": self.collect_into,
            "keep_together": self.keep_together,
            "split_from": self.split_from,
            "class_weights": self.class_weights,
        }

    @classmethod
    def from_json(cls, written: Mapping[str, Any]) -> "Edits":
        """What is missing is as it is without changes, and names and paths that no system takes are left out. Raises
        ValueError, TypeError or AttributeError for what is none."""
        written = {**cls().as_json(), **written}
        together = written["keep_together"]
        added = {file: folder for file, folder in _texts(written["added"]).items() if is_added(file)}
        return cls(
            names=_texts(written["names"]),
            without_classes=frozenset(filter(_is_text, written["without_classes"])),
            without_files=frozenset(filter(_is_text, written["without_files"])),
            moved=_texts(written["moved"]),
            added=added,
            more_classes=tuple(filter(_is_text, written["more_classes"])),
            collect_into=_text(written["collect_into"]),
            split_from=_text(written["split_from"]),
            keep_together=None if together is None else bool(together),
            class_weights=bool(written["class_weights"]),
        )


def _texts(written: Mapping[Any, Any]) -> dict[str, str]:
    return {key: value for key, value in written.items() if _is_text(key) and _is_text(value)}


def _text(written: Any) -> str:
    return written if _is_text(written) else ""


def _is_text(written: Any) -> bool:
    """Whether this can be the name of a class or a file here: neither empty nor what the system has no bytes for."""
    try:
        return isinstance(written, str) and bool(written) and b"\0" not in os.fsencode(written)
    except UnicodeEncodeError:
        return False


def load_edits(root: Path) -> Edits:
    """The changes that were made to this folder; none where the list is missing or broken (`set_broken_aside` says)."""
    try:
        return _read(_file(root))
    except _BROKEN:
        return Edits()


# What reading a list raises that is none, or cannot be read.
_BROKEN = (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError)


def _read(file: Path) -> Edits:
    """Raises one of `_BROKEN`; FileNotFoundError where there is no list."""
    return Edits.from_json(json.loads(file.read_text(encoding="utf-8"))["edits"])


def set_broken_aside(root: Path) -> StorageError | None:
    """Where the list of this folder's changes is broken: keep it under another name, so that the next change does not
    overwrite it. Gives back what the user is told; None where nothing is wrong."""
    file = _file(root)
    try:
        aside = _set_broken_aside(file)
    except OSError as error:
        return storage_error(error, say("The list of your changes to the pictures, {file}, is broken.", file=file))
    if aside is None:
        return None
    return StorageError(
        say("The list of your changes to “{name}” is broken: the pictures are as in their folder.", name=root.name),
        say("It is kept as {file}.", file=aside),
    )


def _set_broken_aside(file: Path) -> Path | None:
    """The new name; None where nothing is wrong. Raises OSError."""
    try:
        _read(file)
        return None
    except FileNotFoundError:
        return None
    except _BROKEN:
        names = (file.with_name(f"{file.name}.{number}.broken") for number in count(1))
        aside = next(name for name in names if not os.path.lexists(name))
        file.rename(aside)
        return aside


def save_edits(root: Path, edits: Edits) -> None:
    """Keep the changes to this folder. A broken list is set aside, not overwritten. Raises StorageError."""
    file = _file(root)
    try:
        _set_broken_aside(file)
        if edits == Edits():
            with contextlib.suppress(FileNotFoundError):
                file.unlink()
            return
        file.parent.mkdir(parents=True, exist_ok=True)
        # Names that are no Unicode are to come back as they are, which plain JSON in ASCII can.
        write_text(file, json.dumps({"folder": str(root), "edits": edits.as_json()}, indent=1) + "\n")
    except OSError as error:
        raise storage_error(error, say("The changes to the pictures cannot be kept in {file}.", file=file)) from error


def _file(root: Path) -> Path:
    return places.edits_folder() / f"{places.key_of(root)}.json"
