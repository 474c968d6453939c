"""Finding the pictures in a folder: classes from the names of its subfolders, nothing decoded yet."""

import os
from collections.abc import Iterator
from pathlib import Path

from core.control import Control
from core.errors import DatasetError
from core.pictures.dataset import Dataset, Part, Picture, Rejected
from core.words import say

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
    """Unpacked archives often hold one folder with everything in it: go in."""
    while True:
        folders, files = _children(root)
        if len(folders) != 1 or files or len(_children(folders[0])[0]) < 2:
            return root
        root = folders[0]


def _scan_classes(root: Path, control: Control) -> Dataset:
    folders, loose = _children(root)
    by_part = {PART_NAMES[each.name.lower()]: each for each in folders if each.name.lower() in PART_NAMES}
    has_parts = "training" in by_part and len(by_part) >= 2 and bool(_children(by_part["training"])[0])

    found: list[tuple[str, str, Part | None]] = []
    names: set[str] = set()
    for part, holder in by_part.items() if has_parts else [(None, root)]:
        for class_folder in _children(holder)[0]:
            names.add(class_folder.name)
            for path in _files_below(class_folder, frozenset({_identity(root), _identity(holder)})):
                control.check()
                found.append((path.relative_to(root).as_posix(), class_folder.name, part))

    used = {name for _, name, _ in found}
    class_names = tuple(sorted(used))
    label_of = {name: label for label, name in enumerate(class_names)}
    beside = say("It lies beside the class folders, not in one.")
    return Dataset(
        root=root,
        class_names=class_names,
        pictures=tuple(Picture(file, label_of[name], part) for file, name, part in sorted(found)),
        rejected=tuple(Rejected(path.name, beside) for path in loose),
        empty_classes=tuple(sorted(names - used)),
    )


def _children(folder: Path) -> tuple[list[Path], list[Path]]:
    """The visible subfolders and files of a folder, each sorted by name."""
    folders: list[Path] = []
    files: list[Path] = []
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_dir():
                if entry.name.lower() not in DEBRIS_FOLDERS:
                    folders.append(Path(entry.path))
            elif entry.name.lower() not in DEBRIS_FILES:
                files.append(Path(entry.path))
    return sorted(folders), sorted(files)


def _identity(folder: Path) -> tuple[int, int]:
    status = folder.stat()
    return status.st_dev, status.st_ino


def _files_below(folder: Path, above: frozenset[tuple[int, int]]) -> Iterator[Path]:
    """All files under a folder. A link back to a folder above it ends there."""
    here = _identity(folder)
    if here in above:
        return
    folders, files = _children(folder)
    yield from files
    for each in folders:
        yield from _files_below(each, above | {here})
