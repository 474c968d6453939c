"""What the classes of numbered labels are called, and folders for them. Light."""

import re
from collections.abc import Sequence
from pathlib import Path

from core.errors import DatasetError
from core.pictures.arrays.reading import TutorialArrays
from core.pictures.arrays.regular import open_regular
from core.pictures.arrays.unusable import Unusable
from core.pictures.scan import DEBRIS_FILES, DEBRIS_FOLDERS
from core.words import say, tr

LABELS_NAME = "labels.txt"
MAX_LABELS_BYTES = 1_000_000

# What systems do not take in a file's name: Windows is the strictest, and folders of pictures travel.
_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\ud800-\udfff]')
_DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
_MAX_NAME_BYTES = 200


def labels_file(path: Path) -> Path:
    """The list of class names that belongs to one file of arrays alone, a name a line."""
    return path.with_name(f"{path.stem}.{LABELS_NAME}")


def label_lists(path: Path) -> tuple[Path, Path]:
    """Where the class names of a file or folder of arrays are looked for: its own list, then one for all beside it."""
    return labels_file(path), (path if path.is_dir() else path.parent) / LABELS_NAME


def class_names_of(arrays: TutorialArrays, path: Path, given: Sequence[str] | None = None) -> tuple[str, ...]:
    """A name for each class of `arrays`, read from `path`: as `given`, as the labels have it, as a list beside the file
    has it where its length fits, else numbered from 1.

    Names for the classes that have pictures, in their order, will do. Raises DatasetError when those that are `given`
    are too many, too few or not different.
    """
    if given is not None:
        fitting = _fitted(given, arrays)
        if fitting is None:
            raise DatasetError(
                say(
                    "{given} class names are given for the {count} classes in “{name}”.",
                    given=len(given),
                    count=len(_used(arrays)),
                    name=path.name,
                ),
                say("Give a name for each class, in the order of the labels, all different."),
            )
        return fitting
    if arrays.class_names is not None:
        return arrays.class_names
    listed = (_fitted(_lines(each), arrays) for each in label_lists(path))
    return next((each for each in listed if each is not None), _numbered(arrays.class_count))


def folder_names(names: Sequence[str]) -> tuple[str, ...]:
    """A folder for each name: the name itself, wherever every system takes it and no other folder has it."""
    taken: set[str] = set()
    found = []
    for number, name in enumerate(names, start=1):
        plain = _plain(name) or tr("class {number}", number=number)
        folder, again = plain, 1
        while folder.casefold() in taken:
            again += 1
            folder = f"{plain} ({again})"
        taken.add(folder.casefold())
        found.append(folder)
    return tuple(found)


def _plain(name: str) -> str:
    plain = _FORBIDDEN.sub("_", name).strip().lstrip(".").rstrip(". ")
    plain = plain.encode()[:_MAX_NAME_BYTES].decode(errors="ignore").strip()
    is_special = _DEVICES.fullmatch(plain) or plain.lower() in DEBRIS_FILES | DEBRIS_FOLDERS
    return f"_{plain}" if is_special else plain


def _numbered(count: int) -> tuple[str, ...]:
    digits = len(str(count))
    return tuple(tr("class {number}", number=f"{number:0{digits}}") for number in range(1, count + 1))


def _used(arrays: TutorialArrays) -> list[int]:
    """The classes that have pictures."""
    return sorted({int(label) for part in arrays.parts.values() for label in set(part.labels.tolist())})


def _fitted(names: Sequence[str], arrays: TutorialArrays) -> tuple[str, ...] | None:
    """A name for each class; None where they do not fit."""
    cleaned = tuple(each.strip() for each in names)
    if not all(cleaned) or len(set(cleaned)) != len(cleaned):
        return None
    if len(cleaned) == arrays.class_count:
        return cleaned
    used = _used(arrays)
    if len(cleaned) != len(used):
        return None
    fitted = list(_numbered(arrays.class_count))
    for label, name in zip(used, cleaned, strict=True):
        fitted[label] = name
    return tuple(fitted)


def _lines(file: Path) -> list[str]:
    """The names in a list; none where there is no list or it is no text."""
    try:
        with open_regular(file) as stream:
            text = stream.read(MAX_LABELS_BYTES).decode("utf-8-sig")
    except (OSError, Unusable, UnicodeDecodeError):
        return []
    return [line.strip() for line in text.splitlines() if line.strip()]
