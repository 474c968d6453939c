"""Finding the pictures in a folder: classes from the names of its subfolders, nothing decoded yet."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from core.control import Control
from core.errors import DatasetError
from core.pictures.dataset import Dataset, Part, Picture, Rejected
from core.words import Sentence, say

# What systems and archives leave in folders; nobody means these as pictures.
DEBRIS_FILES = {"thumbs.db", "desktop.ini", "ehthumbs.db", "icon\r"}
DEBRIS_FOLDERS = {"__macosx", "$recycle.bin", "system volume information"}

PART_NAMES: dict[str, Part] = {
    "train": "training",
    "training": "training",
    "val": "validation",
    "valid": "validation",
    "validation": "validation",
    "test": "test",
    "testing": "test",
}


def scan(folder: str | os.PathLike[str], control: Control | None = None) -> Dataset:
    """List the pictures of `folder` by class.

    A subfolder is a class, and files nested deeper belong to it; or `train`, `validation` (`val`) and
    `test` hold the class folders. Hidden files, system debris and folders that loop back through links
    are passed over. Nothing is decoded: unreadable files come to light when pixels are read.

    Raises DatasetError when the folder is missing, is a file, or cannot be listed.
    """
    root = Path(os.path.abspath(folder))
    control = control or Control()
    if not root.exists():
        raise DatasetError(say("There is no folder “{folder}”.", folder=root), say("Check the path."))
    if not root.is_dir():
        raise DatasetError(
            say("“{name}” is a file, not a folder of pictures.", name=root.name),
            say("Choose the folder that holds one subfolder for each class."),
        )
    try:
        return _scan_classes(_descend(root), control)
    except OSError as error:
        raise DatasetError(
            say("“{folder}” cannot be listed: {reason}.", folder=root.name, reason=error.strerror or error),
            say("Check the folder's permissions."),
        ) from error


def _descend(root: Path) -> Path:
    """Unpacked archives often hold one folder with everything in it, or one in one: go in where classes are below."""
    inner, seen = root, set[tuple[int, int]]()
    while _identity(inner) not in seen:
        seen.add(_identity(inner))
        folders, files = _children(inner)
        if len(folders) >= 2:
            return inner
        if len(folders) != 1 or files:
            break
        inner = folders[0]
    return root


def _scan_classes(root: Path, control: Control) -> Dataset:
    holders = _holders(root)
    found: list[tuple[str, str, Part | None]] = []
    names: set[str] = set()
    rejected: list[Rejected] = []

    def reject(path: Path, reason: Sentence) -> None:
        rejected.append(Rejected(path.relative_to(root).as_posix(), reason))

    for part, holder in holders:
        class_folders, loose = _children(holder)
        for path in loose:
            reject(path, say("It lies in no class folder."))
        for class_folder in class_folders:
            names.add(class_folder.name)
            for path in _files_below(class_folder, frozenset({_identity(root), _identity(holder)}), reject):
                control.check()
                found.append((path.relative_to(root).as_posix(), class_folder.name, part))

    used = {name for _, name, _ in found}
    class_names = tuple(sorted(used))
    label_of = {name: label for label, name in enumerate(class_names)}
    return Dataset(
        root=root,
        class_names=class_names,
        pictures=tuple(Picture(file, label_of[name], part) for file, name, part in sorted(found)),
        rejected=tuple(rejected),
        empty_classes=tuple(sorted(names - used)),
    )


def _holders(root: Path) -> list[tuple[Part | None, Path]]:
    """The folders that hold class folders: those of the parts, where there are such, else the root."""
    folders, _ = _children(root)
    parts = [(PART_NAMES[each.name.lower()], each) for each in folders if each.name.lower() in PART_NAMES]
    named = {part for part, _ in parts}
    has_classes = any(_children(holder)[0] for part, holder in parts if part == "training")
    return [*parts] if len(named) >= 2 and has_classes else [(None, root)]


def _children(folder: Path) -> tuple[list[Path], list[Path]]:
    """The visible subfolders and files of a folder, each sorted by name."""
    folders: list[Path] = []
    files: list[Path] = []
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if _is_folder(entry):
                if entry.name.lower() not in DEBRIS_FOLDERS:
                    folders.append(Path(entry.path))
            elif entry.name.lower() not in DEBRIS_FILES:
                files.append(Path(entry.path))
    return sorted(folders), sorted(files)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False  # a link to itself: the decoder says what is wrong with it


def _identity(folder: Path) -> tuple[int, int]:
    status = folder.stat()
    return status.st_dev, status.st_ino


def _files_below(
    folder: Path, above: frozenset[tuple[int, int]], reject: Callable[[Path, Sentence], None]
) -> Iterator[Path]:
    """All files under a folder. A link back to a folder above it ends there; one that cannot be listed is rejected."""
    try:
        here = _identity(folder)
        if here in above:
            return
        folders, files = _children(folder)
    except OSError as error:
        reject(folder, say("This folder cannot be listed: {reason}.", reason=error.strerror or str(error)))
        return
    yield from files
    for each in folders:
        yield from _files_below(each, above | {here}, reject)
