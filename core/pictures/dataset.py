"""The pictures to learn from: which files, of which class, in which part. No pixels in here."""

import hashlib
import os
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from core.errors import DatasetError
from core.words import Sentence, plural, say

Part = Literal["training", "validation", "test"]
PARTS: tuple[Part, ...] = ("training", "validation", "test")


@dataclass(frozen=True, slots=True)
class Picture:
    """One file: its path below the folder (with `/`), its class, and the part that its folder names."""

    file: str
    label: int
    part: Part | None = None


def is_added(file: str) -> bool:
    """Whether a picture's `file` is a photo added from elsewhere: it then has its whole path."""
    return os.path.isabs(file)


@dataclass(frozen=True)
class Rejected:
    """A file that is left out, and why."""

    file: str
    reason: Sentence


@dataclass(frozen=True)
class Dataset:
    """A folder of class folders as it was found.

    `class_names` are the folder names, sorted; a picture's `label` is its position in them.
    `empty_classes` are folders that hold no picture: they are no classes, and are named to the user.
    """

    root: Path
    class_names: tuple[str, ...]
    pictures: tuple[Picture, ...]
    rejected: tuple[Rejected, ...] = ()
    empty_classes: tuple[str, ...] = field(default=())

    @cached_property
    def labels(self) -> NDArray[np.int32]:
        """The class of each picture, in order."""
        return np.fromiter((picture.label for picture in self.pictures), np.int32, len(self.pictures))

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many pictures each class has."""
        counted = Counter(picture.label for picture in self.pictures)
        return {name: counted[label] for label, name in enumerate(self.class_names)}

    @cached_property
    def added(self) -> tuple[int, ...]:
        """The positions of photos that were added from elsewhere: their `file` is a whole path."""
        return tuple(position for position, each in enumerate(self.pictures) if is_added(each.file))

    @cached_property
    def named_parts(self) -> frozenset[Part]:
        """The parts that the folder itself names."""
        return frozenset(picture.part for picture in self.pictures if picture.part)

    @property
    def has_parts(self) -> bool:
        """Whether the folder itself says which pictures are for training and which for testing."""
        return bool(self.named_parts)

    def path(self, picture: Picture) -> Path:
        """Where the picture's file lies."""
        return self.root / picture.file

    def fingerprint(self) -> str:
        """A short hash of the class and name of every picture: equal for equal folders on any machine."""
        digest = hashlib.sha256()
        for picture in sorted(self.pictures, key=lambda each: each.file):
            digest.update(f"{self.class_names[picture.label]}\0{picture.file}\0".encode(errors="surrogatepass"))
        return digest.hexdigest()[:16]

    def without(self, rejected: Iterable[Rejected]) -> "Dataset":
        """The same folder with these files left out; a class that loses its last picture becomes empty."""
        rejected = tuple(rejected)
        if not rejected:
            return self
        left_out = {each.file for each in rejected}
        kept = [picture for picture in self.pictures if picture.file not in left_out]
        used = sorted({picture.label for picture in kept})
        relabelled = {old: new for new, old in enumerate(used)}
        lost = [name for label, name in enumerate(self.class_names) if label not in relabelled]
        return Dataset(
            root=self.root,
            class_names=tuple(self.class_names[label] for label in used),
            pictures=tuple(replace(picture, label=relabelled[picture.label]) for picture in kept),
            rejected=tuple(sorted(self.rejected + rejected, key=lambda each: each.file)),
            empty_classes=tuple(sorted({*self.empty_classes, *lost})),
        )

    def require_folder(self) -> None:
        """Raises DatasetError when the folder is not there any more."""
        if not self.root.is_dir():
            raise DatasetError(
                say("The folder “{folder}” is gone.", folder=self.root.name),
                say("Was it moved, or its disk removed? Open it again when it is back."),
            )

    def require_trainable(self) -> None:
        """Raises DatasetError when there are not two classes with pictures."""
        if len(self.class_names) >= 2:
            return
        hint = say("Make a folder with one subfolder for each thing to recognise, each with pictures in it.")
        if self.rejected and not self.class_names:
            first = self.rejected[0]
            what = plural(
                len(self.rejected),
                say("The one file in “{folder}” cannot be used. {reason}", folder=self.root.name, reason=first.reason),
                say(
                    "None of the {count:,} files in “{folder}” can be used. The first, {file}: {reason}",
                    count=len(self.rejected),
                    folder=self.root.name,
                    file=first.file,
                    reason=first.reason,
                ),
            )
        elif self.class_names:
            what = say(
                "“{folder}” holds one class with pictures (“{name}”), and telling apart takes at least two.",
                folder=self.root.name,
                name=self.class_names[0],
            )
        else:
            what = say("“{folder}” holds no pictures in subfolders.", folder=self.root.name)
        raise DatasetError(what, hint)
