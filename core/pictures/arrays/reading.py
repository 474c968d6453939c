"""Opening files of arrays: the tutorial's object array, `.npz`, and four arrays in one file or a file each. Light.

Nothing that is in a file is run, and no shape is believed before its bytes are there.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.control import Control
from core.pictures.arrays import npy, npz
from core.pictures.arrays.kinds import MAX_TOTAL_BYTES, too_large
from core.pictures.arrays.labels import labels_in
from core.pictures.arrays.pickled_names import Objects
from core.pictures.arrays.pixels import Pictures, pictures_in
from core.pictures.arrays.regular import open_regular
from core.pictures.arrays.roles import NEEDED, Role, by_name, by_shape, siblings
from core.pictures.arrays.rows import Rows, byte_count, rows_of
from core.pictures.arrays.unusable import Unusable, cut_off, refusing
from core.pictures.dataset import PARTS, Part
from core.words import Sentence, say

SUFFIXES = (".npy", ".npz")
MAX_PICTURES = 10_000_000


@dataclass(frozen=True, eq=False)
class ArrayPart:
    """The pictures of one part, and the class (0 to `class_count` - 1) of each."""

    pictures: Pictures
    labels: NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class TutorialArrays:
    """What files of arrays hold: `training` and `test`, `validation` where it is there too.

    `class_names` where the labels are text, in their order; else the classes are only numbered. A class may be without
    pictures. The pixels stay in the files, which must stay as they are meanwhile.
    """

    files: tuple[Path, ...]
    parts: Mapping[Part, ArrayPart]
    class_count: int
    class_names: tuple[str, ...] | None

    @property
    def picture_count(self) -> int:
        """Of all parts."""
        return sum(len(each.labels) for each in self.parts.values())

    @property
    def byte_count(self) -> int:
        """How many bytes the pixels of all parts take, 8 bits each."""
        return sum(each.pictures.byte_count for each in self.parts.values())


def is_arrays(path: Path) -> bool:
    """Whether a path names arrays: an `.npy` or `.npz` file, or a folder with `X_train.npy` and its three siblings.
    The files are not opened."""
    try:
        return bool(siblings(path)) if path.is_dir() else path.suffix.lower() in SUFFIXES
    except OSError:
        return False


def files_of(path: Path) -> tuple[Path, ...]:
    """The files that `read_arrays` reads: `path` itself, or the four of which it is one, or that lie in it.
    Raises OSError."""
    return tuple(siblings(path).values()) or (path,)


def read_arrays(path: Path, control: Control | None = None) -> TutorialArrays:
    """The pictures and labels of an `.npy` or `.npz` file, of four `.npy` files of which `path` is one, or of a folder
    with these.

    Pixels are mapped or read when asked for; only those that are no bytes are gone through here, for their range. Files
    of more than MAX_TOTAL_BYTES are refused. Raises DatasetError, with one sentence for whatever is wrong, Stopped.
    """
    control = control or Control()
    with refusing(path):
        files = siblings(path)
        roles = (
            {role: _only_array(file, control) for role, file in files.items()} if files else _roles_in(path, control)
        )
        for role in NEEDED:
            if role not in roles:
                raise Unusable(say("{array} is not in it.", array=_spoken(role)))
        if sum(map(byte_count, roles.values())) > MAX_TOTAL_BYTES:
            raise too_large()
        return _checked(path, tuple(files.values()) or (path,), roles, control)


def _roles_in(path: Path, control: Control) -> dict[Role, Rows]:
    with open_regular(path) as file:
        begin = file.read(len(npy.MAGIC))
    if begin.startswith(npz.MAGIC):
        members = npz.read_members(path)
        return dict(by_name(members)) or by_shape(list(members.values()))
    if begin and not npy.MAGIC.startswith(begin):
        raise Unusable(say("it is no NumPy file."))
    file_bytes = path.stat().st_size
    saved = npy.read_values(path, control)
    values = _inside(saved[0]) if len(saved) == 1 else saved
    if isinstance(values, dict):
        return {role: rows_of(each, file_bytes) for role, each in by_name(values).items()}
    return by_shape([rows_of(each, file_bytes) for each in values])


def _inside(value: Any) -> list[Any] | dict[str, Any]:
    """What the one value of a file holds: four arrays, in order or by name."""
    if isinstance(value, Objects):
        if not value.shape and len(value.items) == 1 and isinstance(value.items[0], dict):
            return value.items[0]
        if value.shape == (4,) and len(value.items) == 4:
            return value.items
        raise Unusable(say("it holds {count:,} parts instead of four.", count=len(value.items)))
    if isinstance(value, np.ndarray):
        raise Unusable(
            say("it holds one array alone."),
            say("Name the four files X_train.npy, X_test.npy, Y_train.npy and Y_test.npy, in one folder."),
        )
    raise Unusable(say("it holds something else than four arrays."))


def _only_array(file: Path, control: Control) -> Rows:
    with refusing(file):
        values = npy.read_values(file, control)
        return rows_of(values[0], file.stat().st_size)


def _spoken(role: Role) -> str:
    """How the tutorial calls an array. Names in code are the same in every language."""
    words: dict[Part, str] = {"training": "train", "validation": "val", "test": "test"}
    return f"{'X' if role.kind == 'pictures' else 'Y'}_{words[role.part]}"


def _checked(path: Path, files: tuple[Path, ...], roles: Mapping[Role, Rows], control: Control) -> TutorialArrays:
    parts = [part for part in PARTS if Role(part, "pictures") in roles and Role(part, "labels") in roles]
    pictures = [roles[Role(part, "pictures")] for part in parts]
    labels = [roles[Role(part, "labels")] for part in parts]
    for part, X, Y in zip(parts, pictures, labels, strict=True):  # noqa: N806
        _require_equal(part, X.shape, Y.shape)
    counts = [each.shape[0] for each in pictures]
    if not counts[0]:
        raise Unusable(say("there is no picture in X_train."))
    if sum(counts) > MAX_PICTURES:
        raise Unusable(say("it holds more than {limit:,} pictures.", limit=MAX_PICTURES))
    classes = labels_in(labels)
    read = pictures_in(path, pictures, control)
    if any(len(codes) != count for codes, count in zip(classes.codes, counts, strict=True)):
        raise cut_off()
    found = {part: ArrayPart(each, codes) for part, each, codes in zip(parts, read, classes.codes, strict=True)}
    return TutorialArrays(files, found, classes.class_count, classes.names)


def _require_equal(part: Part, pictures: tuple[int, ...], labels: tuple[int, ...]) -> None:
    if pictures and labels and pictures[0] == labels[0]:
        return
    different: Sentence = say(
        "{X} holds {pictures:,} pictures, but {Y} {labels:,} labels.",
        X=_spoken(Role(part, "pictures")),
        Y=_spoken(Role(part, "labels")),
        pictures=pictures[0] if pictures else 0,
        labels=labels[0] if labels else 0,
    )
    raise Unusable(different, say("Each picture needs its label, in the same order."))
