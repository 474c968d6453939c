"""Which of several arrays holds what: by their names, else by their shapes. Light."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal, NamedTuple, TypeVar

from core.pictures.arrays.rows import Rows
from core.pictures.arrays.unusable import Unusable
from core.pictures.dataset import Part
from core.words import say

Kind = Literal["pictures", "labels"]
T = TypeVar("T")


class Role(NamedTuple):
    """What an array is for."""

    part: Part
    kind: Kind


_PARTS: dict[str, Part] = {
    "train": "training",
    "training": "training",
    "test": "test",
    "testing": "test",
    "val": "validation",
    "valid": "validation",
    "validation": "validation",
}
_KINDS: dict[str, Kind] = {
    **dict.fromkeys(("x", "image", "images", "picture", "pictures", "data", "features"), "pictures"),
    **dict.fromkeys(("y", "label", "labels", "target", "targets", "t", "classes"), "labels"),
}
NEEDED = tuple(Role(part, kind) for part in ("training", "test") for kind in ("pictures", "labels"))

_SPELLED = {
    spelling: Role(part, kind)
    for part_word, part in _PARTS.items()
    for kind_word, kind in _KINDS.items()
    for spelling in (part_word + kind_word, kind_word + part_word)
}


def role_named(name: str) -> Role | None:
    """The role of an array called `X_train`, `train-images`, `yTest` and so on; None for other names."""
    return _SPELLED.get(re.sub(r"[\W_]", "", name).lower())


def by_name(arrays: Mapping[str, T]) -> dict[Role, T]:
    """Those with a role in their names. Where two have the same, the first counts."""
    found: dict[Role, T] = {}
    for name, each in arrays.items():
        role = role_named(name)
        if role is not None:
            found.setdefault(role, each)
    return found


def by_shape(arrays: Sequence[Rows]) -> dict[Role, Rows]:
    """Four arrays without names: pictures have at least three dimensions and labels fewer; of either, those for
    training come first, as in the tutorial. Raises Unusable."""
    pictures = [each for each in arrays if len(each.shape) >= 3]
    labels = [each for each in arrays if len(each.shape) < 3]
    if (len(pictures), len(labels)) != (2, 2):
        raise Unusable(
            say(
                "of two arrays of pictures and two of labels, it holds {pictures} and {labels}.",
                pictures=len(pictures),
                labels=len(labels),
            )
        )
    return {
        Role("training", "pictures"): pictures[0],
        Role("test", "pictures"): pictures[1],
        Role("training", "labels"): labels[0],
        Role("test", "labels"): labels[1],
    }


def siblings(path: Path) -> dict[Role, Path]:
    """The files of arrays with roles in their names, beside the file `path` (which is one of them) or in the folder
    `path`. Empty unless all four of the tutorial are there. Raises OSError."""
    is_folder = path.is_dir()
    if not is_folder and role_named(path.stem) is None:
        return {}
    folder = path if is_folder else path.parent
    files = sorted(each for each in folder.iterdir() if each.suffix.lower() == ".npy" and not each.name.startswith("."))
    found = by_name({each.stem: each for each in files})
    return found if all(role in found for role in NEEDED) else {}
