"""Which pictures are trained on, which choose the best epoch, and which are kept for the test."""

import csv
import io
import math
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.errors import DatasetError
from core.files import write_text
from core.pictures.dataset import PARTS, Dataset, Part, Picture
from core.words import say

SPLIT_FILE = "split.csv"

# A byte that is no Unicode, as Python keeps it in a file's name and spells it.
_SPELLED_BYTE = re.compile(r"\\u(dc[89a-f][0-9a-f])")


@dataclass(frozen=True)
class Shares:
    """How much of each class goes where; together 1."""

    training: float = 0.70
    validation: float = 0.15
    test: float = 0.15

    @classmethod
    def parse(cls, text: str) -> "Shares":
        """Shares as people write them, in percent or parts of 1: `70/15/15`, `0.8,0.1,0.1`; without a third number
        nothing is kept for the test. Raises ValueError."""
        numbers = [float(each) for each in text.replace("/", ",").split(",")]
        total = sum(numbers)
        if len(numbers) not in (2, 3) or min(numbers) < 0 or not any(math.isclose(total, whole) for whole in (1, 100)):
            raise ValueError(text)
        training, validation, *test = (each / total for each in numbers)
        return cls(training, validation, *(test or [0.0]))

    def __str__(self) -> str:
        return "/".join(f"{100 * each:g}" for each in (self.training, self.validation, self.test))


@dataclass(frozen=True)
class Split:
    """Positions in `Dataset.pictures` for each part, ascending."""

    training: NDArray[np.int64]
    validation: NDArray[np.int64]
    test: NDArray[np.int64]

    def of(self, part: Part) -> NDArray[np.int64]:
        """The positions of one part, by its name."""
        indices: NDArray[np.int64] = getattr(self, part)
        return indices

    def unlearned_first(self) -> NDArray[np.int64]:
        """All positions in the order in which pictures are looked at: test, validation, then training."""
        return np.concatenate((self.test, self.validation, self.training))


def split_pictures(
    dataset: Dataset,
    seed: int,
    shares: Shares | None = None,
    groups: NDArray[np.int64] | None = None,
    keep_together: bool | None = None,
    reused: Mapping[str, Part] | None = None,
) -> Split:
    """Shuffle each class by itself under `seed` and share it out (stratified).

    Pictures whose folder names a part stay in it; where the folder has no validation part, one is taken
    from its training pictures. Every class keeps at least one training picture, and has one for validation
    and test as soon as it has three.

    `groups` gives near-identical pictures the same number; they go to one side together. Parts that the folder names
    are kept all the same, unless `keep_together` is True: then a group that spans parts goes to training as a whole.
    False takes no heed of groups. `reused` is an earlier split (file to part, as `read_split` gives it): it is kept for
    the files that it names.
    """
    shares = shares or Shares()
    heeds_groups = groups is not None and keep_together is not False
    sharing = _Sharing(dataset, groups if groups is not None and heeds_groups else None, reused)
    sharing.settle_groups(move_given=keep_together is True)
    wanted = (
        0.0 if "validation" in dataset.named_parts else shares.validation,
        0.0 if "test" in dataset.named_parts else shares.test,
    )
    for label in range(len(dataset.class_names)):
        sharing.share_out(label, wanted, seed)
    return Split(*(np.flatnonzero(sharing.parts == code) for code in range(3)))


class _Sharing:
    """Pictures while they are shared out: the part of each (a position in PARTS), and which are still free.

    What a folder calls training is free: a missing part is taken from it.
    """

    def __init__(self, dataset: Dataset, groups: NDArray[np.int64] | None, reused: Mapping[str, Part] | None) -> None:
        self.labels = dataset.labels
        self.parts = np.zeros(len(dataset.pictures), np.int8)
        self.free = np.ones(len(dataset.pictures), np.bool_)
        self.is_reused = reused is not None
        for position, picture in enumerate(dataset.pictures if self.is_reused or dataset.has_parts else ()):
            part = reused.get(spelled(picture.file)) if reused is not None else None
            if part is None and picture.part != "training":
                part = picture.part
            if part is not None:
                self.parts[position] = PARTS.index(part)
                self.free[position] = False
        self.groups = np.arange(len(dataset.pictures)) if groups is None else groups
        self.members = _members(self.groups)

    def settle_groups(self, move_given: bool) -> None:
        """Decide on the groups of which a part is given already. With `move_given` those that span parts are for
        training as a whole; else what is given stays, and the others of a reused split's groups go where it is."""
        for positions in self.members.values():
            held = positions[~self.free[positions]]
            if not len(held):
                continue
            sides = set(self.parts[held].tolist())
            is_torn = len(sides) > 1 or (not self.is_reused and len(held) < len(positions))
            if move_given and is_torn:
                self.parts[positions] = 0
            else:
                self.parts[positions[self.free[positions]]] = min(sides) if self.is_reused else 0
            self.free[positions] = False

    def share_out(self, label: int, wanted: tuple[float, float], seed: int) -> None:
        """Share the free pictures of one class out; a group goes as a whole with the first of it that is drawn."""
        own = np.flatnonzero((self.labels == label) & self.free)
        shuffled = np.random.default_rng([seed, label]).permutation(own)
        validation, test = (_share(len(own), share) for share in wanted)
        while validation + test >= max(1, len(own)) and validation + test:
            # The rounding left nothing to learn from: the larger part gives one back, the test part first.
            validation, test = (validation - 1, test) if validation > test else (validation, test - 1)
        room = {1: validation, 2: test}
        for position in shuffled.tolist():
            if not self.free[position]:
                continue
            unit = self.members.get(int(self.groups[position]))
            size = 1 if unit is None else len(unit)
            # One that stands in two classes is for training: it must not take the last picture from the other.
            is_pure = unit is None or bool((self.labels[unit] == label).all())
            code = next((code for code in (1, 2) if is_pure and size <= room[code]), 0)
            if code:
                room[code] -= size
            self.parts[position if unit is None else unit] = code
            self.free[position if unit is None else unit] = False


def _members(groups: NDArray[np.int64]) -> dict[int, NDArray[np.int64]]:
    """The positions of every group with more than one picture."""
    order = np.argsort(groups, kind="stable")
    bounds = np.flatnonzero(np.diff(groups[order], prepend=-1, append=-1))
    sizes = np.diff(bounds)
    several = np.flatnonzero(sizes > 1)
    found = (order[start : start + size] for start, size in zip(bounds[several], sizes[several], strict=True))
    return {int(groups[each[0]]): each for each in found}


def _share(count: int, share: float) -> int:
    """A part of `count` pictures: rounded, at least one of two or more."""
    return max(1, round(count * share)) if share > 0 and count >= 2 else 0


def write_split(path: Path, dataset: Dataset, split: Split) -> None:
    """Write `file,class,part`, a row per picture in the dataset's order."""
    text = io.StringIO()
    # The line ends of RFC 4180: only then does a carriage return within a name come back.
    writer = csv.writer(text)
    writer.writerow(["file", "class", "part"])
    part_of = np.zeros(len(dataset.pictures), np.int8)
    for position, part in enumerate(PARTS):
        part_of[split.of(part)] = position
    for picture, code in zip(dataset.pictures, part_of.tolist(), strict=True):
        writer.writerow([picture.file, dataset.class_names[picture.label], PARTS[code]])
    write_text(path, text.getvalue())


def dataset_of_split(path: Path, root: Path, class_names: tuple[str, ...] | None = None) -> Dataset:
    """The pictures of a split as they were then, with their classes and parts, whether or not they are still there.
    `class_names` gives the classes' order; None sorts them. Raises OSError or ValueError for a broken file."""
    rows = read_rows(path)
    names = class_names or tuple(sorted({name for _, name, _ in rows}))
    label_of = {name: label for label, name in enumerate(names)}
    try:
        pictures = tuple(Picture(_unspelled(file, root), label_of[name], part) for file, name, part in rows)
    except KeyError as error:
        raise ValueError(say("it names an unknown class, {name}", name=error)) from error
    return Dataset(root, names, pictures)


def spelled(file: str) -> str:
    """A file's name as a split has it: one that is no Unicode as Python spells it, any other as it is."""
    return file.encode(errors="backslashreplace").decode()


def _unspelled(file: str, root: Path) -> str:
    """The name on the disk of a file that a split names."""
    if _SPELLED_BYTE.search(file) is None or os.path.lexists(root / file):
        return file
    return _SPELLED_BYTE.sub(lambda found: chr(int(found[1], 16)), file)


def read_split(path: Path) -> dict[str, Part]:
    """The part of each file, as `write_split` left it. Raises OSError or ValueError for a broken file."""
    return {file: part for file, _, part in read_rows(path)}


def read_rows(path: Path) -> list[tuple[str, str, Part]]:
    """File, class and part of every picture, as `write_split` left them. Raises OSError or ValueError."""
    try:
        # Spreadsheets begin a table with a mark that is no part of it.
        with path.open(encoding="utf-8-sig", newline="") as stream:
            return [(row["file"], row["class"], _part(row["part"])) for row in csv.DictReader(stream)]
    except KeyError as error:
        raise ValueError(say("it has no column {name}", name=error)) from error
    except csv.Error as error:
        raise ValueError(say("it is no table ({reason})", reason=error)) from error


def _part(name: str | None) -> Part:
    if name not in PARTS:
        raise ValueError(say("it calls a part “{name}” that is none of {names}", name=name, names=", ".join(PARTS)))
    return PARTS[PARTS.index(name)]


def reused_split(source: Path, dataset: Dataset | None = None) -> dict[str, Part]:
    """The parts of an earlier split: a run's folder, or a file as runs keep it. Raises DatasetError, also where it
    names no picture of `dataset`: that would be split anew without a word."""
    file = source / SPLIT_FILE if os.path.isdir(source) else source
    try:
        parts = read_split(file)
        if not parts:
            raise ValueError(say("it names no picture"))
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else error
        raise DatasetError(
            say("The split in “{file}” cannot be used again: {reason}.", file=file, reason=reason),
            say("Name a run’s folder, or a table with the columns file, class and part."),
        ) from error
    if dataset is not None and not any(spelled(each.file) in parts for each in dataset.pictures):
        raise DatasetError(
            say("The split in “{file}” names no picture of “{folder}”.", file=file, folder=dataset.root.name),
            say("Name one that was made of the same folder."),
        )
    return parts
