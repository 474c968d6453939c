"""Finding the pictures in a folder: classes from the names of its subfolders, nothing decoded yet."""

import os
from collections.abc import Callable, Iterator, Set
from operator import itemgetter
from pathlib import Path

from core.control import Control
from core.errors import DatasetError
from core.pictures.dataset import Dataset, Part, Picture, Rejected
from core.words import Sentence, say

# What systems and archives leave in folders; nobody means these as pictures.
DEBRIS_FILES = {"thumbs.db", "desktop.ini", "ehthumbs.db", "icon\r"}
DEBRIS_FOLDERS = {"__macosx", "$recycle.bin", "system volume information"}

# Why a file beside the class folders is left out.
IN_NO_CLASS = say("It lies in no class folder.")

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

    A subfolder is a class, and files nested deeper belong to it, each once; or `train`, `validation` (`val`) and
    `test` hold the class folders. Hidden files, system debris and folders that loop back through links
    are passed over. Nothing is decoded: unreadable files come to light when pixels are read.

    Raises DatasetError when the folder is missing, is a file, or cannot be listed.
    """
    root = Path(os.path.abspath(folder))
    control = control or Control()
    if not os.path.exists(root):
        raise DatasetError(say("There is no folder “{folder}”.", folder=root), say("Check the path."))
    if not os.path.isdir(root):
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


def files_in(folder: str | os.PathLike[str]) -> Iterator[str]:
    """Every visible file below `folder`, as a path below it, whatever it holds. What systems leave behind, and folders
    that loop back through links, are passed over; a folder that cannot be listed comes like a file.

    Raises DatasetError when `folder` is missing, or cannot be listed.
    """
    top = os.path.abspath(folder)
    try:
        _children(top)
    except OSError as error:
        raise DatasetError(
            say("“{folder}” cannot be listed: {reason}.", folder=Path(top).name, reason=error.strerror or error),
            say("Check the folder's permissions."),
        ) from error
    unlisted: list[str] = []
    yield from _files_below(top, "", set(), lambda file, _: unlisted.append(file))
    yield from unlisted


def _descend(root: Path) -> Path:
    """Unpacked archives often hold one folder with everything in it, or one in one: go in where classes are below."""
    inner, seen = os.fspath(root), set[tuple[int, int]]()
    while _identity(inner) not in seen:
        seen.add(_identity(inner))
        folders, files = _children(inner)
        if len(folders) >= 2:
            return Path(inner)
        if len(folders) != 1 or files:
            break
        inner = os.path.join(inner, folders[0])
    return root


def _scan_classes(root: Path, control: Control) -> Dataset:
    top = os.fspath(root)
    found: list[tuple[str, str, Part | None]] = []
    names: set[str] = set()
    rejected: list[Rejected] = []

    def reject(file: str, reason: Sentence) -> None:
        rejected.append(Rejected(file, reason))

    for part, holder in _holders(top):
        class_folders, loose = _children(os.path.join(top, holder))
        for name in loose:
            reject(f"{holder}{name}", IN_NO_CLASS)
        above = {_identity(top), _identity(os.path.join(top, holder))}
        for class_name in class_folders:
            names.add(class_name)
            for file in _files_below(top, f"{holder}{class_name}", above, reject):
                control.check()
                found.append((file, class_name, part))

    found.sort(key=itemgetter(0))
    used = {name for _, name, _ in found}
    class_names = tuple(sorted(used))
    label_of = {name: label for label, name in enumerate(class_names)}
    return Dataset(
        root=root,
        class_names=class_names,
        pictures=tuple(Picture(file, label_of[name], part) for file, name, part in found),
        rejected=tuple(rejected),
        empty_classes=tuple(sorted(names - used)),
    )


def _holders(top: str) -> list[tuple[Part | None, str]]:
    """The folders that hold class folders, as the beginning of a path below `top`: those of the parts, where there are
    such, else `top` itself."""
    folders, _ = _children(top)
    parts = [(PART_NAMES[name.lower()], f"{name}/") for name in folders if name.lower() in PART_NAMES]
    named = {part for part, _ in parts}
    has_classes = any(_children(os.path.join(top, holder))[0] for part, holder in parts if part == "training")
    return [*parts] if len(named) >= 2 and has_classes else [(None, "")]


def _children(folder: str) -> tuple[list[str], list[str]]:
    """The names of the visible subfolders and files of a folder, each sorted."""
    folders: list[str] = []
    files: list[str] = []
    with os.scandir(folder) as entries:
        for entry in entries:
            name = entry.name
            if name.startswith("."):
                continue
            if _is_folder(entry):
                if name.lower() not in DEBRIS_FOLDERS:
                    folders.append(name)
            elif name.lower() not in DEBRIS_FILES:
                files.append(name)
    return sorted(folders), sorted(files)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False  # a link to itself: the decoder says what is wrong with it


def _identity(folder: str) -> tuple[int, int]:
    status = os.stat(folder)
    return status.st_dev, status.st_ino


def _files_below(
    top: str, folder: str, above: Set[tuple[int, int]], reject: Callable[[str, Sentence], None]
) -> Iterator[str]:
    """All files under `folder`, both as paths below `top`. A link to a folder above it, or to one that was listed
    already, ends there: links among folders have more paths than anyone can walk. One that cannot be listed is
    rejected."""
    seen = set(above)
    # A stack of its own: folders may be nested deeper than Python calls.
    waiting = [folder]
    while waiting:
        folder = waiting.pop()
        try:
            path = os.path.join(top, folder)
            here = _identity(path)
            if here in seen:
                continue
            seen.add(here)
            folders, files = _children(path)
        except OSError as error:
            reject(folder, say("This folder cannot be listed: {reason}.", reason=error.strerror or str(error)))
            continue
        below = f"{folder}/" if folder else ""
        for name in files:
            yield f"{below}{name}"
        waiting += [f"{below}{name}" for name in reversed(folders)]
