"""The epochs of a run that one can go back to: what every layer made of the watched photo, and the filters. Light.

They lie in the run's folder, a file for each epoch and photo (`epochs/000012-1f0c….npz`), and take no more room than
they are given: where it is used up, every other one is let go, so that those that are left stay evenly spread.
"""

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from math import gcd
from pathlib import Path
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from core import photos
from core.answers import Insight, Photo
from core.errors import ModelError
from core.files import replacing
from core.framing import Frame, ResizeMode
from core.inside.kept_file import Unreadable, is_whole, pack, unpack, unpack_kernels, unpack_photo
from core.training.runs import read_facts
from core.words import say

FOLDER = "epochs"

_FILE = re.compile(r"(\d{6,})-([0-9a-f]{16})\.npz")
_KEY_LENGTH = 16

Read = TypeVar("Read")
# A photo, its pixels as the network sees them, or their key.
Seen = Photo | NDArray[np.uint8] | str


def photo_key(pixels: NDArray[np.uint8]) -> str:
    """What tells a photo from others, whatever its file is called: a hash of its pixels as the network sees them."""
    return hashlib.sha256(f"{pixels.shape}".encode() + pixels.tobytes()).hexdigest()[:_KEY_LENGTH]


@dataclass(frozen=True)
class _Kept:
    """One file, as its name describes it."""

    epoch: int
    key: str
    path: Path


class KeptEpochs:
    """What a run has kept. Files that are damaged, or none of ours, are passed over."""

    def __init__(self, run_folder: Path) -> None:
        self._folder = run_folder / FOLDER

    def add(self, insight: Insight, most_bytes: int) -> bool:
        """Keep an insight of a run in training, whole or not at all, and all kept ones within `most_bytes`.

        Whether there was room. Raises OSError. Outputs are rounded to 256 steps, kernels to float16.
        """
        assert insight.epoch is not None, "an epoch is kept"
        assert insight.answer.pixels is not None, "of a photo that was seen"
        if most_bytes <= 0:
            return False
        content = pack(insight)
        path = self._folder / f"{insight.epoch:06}-{photo_key(insight.answer.pixels)}.npz"
        let_go = self._in_the_way(path, insight.epoch, len(content), most_bytes)
        if let_go is None:
            return False
        self._folder.mkdir(exist_ok=True)
        with replacing(path) as temporary:
            temporary.write_bytes(content)
            for each in let_go:
                each.unlink(missing_ok=True)
        return True

    def epochs_of(self, photo: Seen) -> list[int]:
        """The epochs that are kept of this photo, ascending. Raises PictureError for a file that cannot be read."""
        key = self._key(photo)
        return [each.epoch for each in self._files() if each.key == key and is_whole(each.path)]

    def read(self, epoch: int, photo: Seen) -> Insight:
        """What every layer made of this photo at the end of `epoch`; `is_kept`, since values are rounded.

        Only convolutions bring their weights (no bias). Raises ModelError where that is not kept, and PictureError for
        a file that cannot be read.
        """
        key = self._key(photo)
        for each in self._files():
            if (each.epoch, each.key) == (epoch, key):
                try:
                    return unpack(each.path, photo if isinstance(photo, Photo) else None)
                except Unreadable:
                    break
        raise ModelError(
            say("What this run made of the picture in epoch {epoch} is not kept.", epoch=epoch),
            say("Choose another epoch."),
        )

    def photos(self) -> list[Photo]:
        """The photos of which epochs are kept, by their pixels as the network saw them; the latest first."""
        latest = {each.key: each.path for each in self._files()}
        found = [_read(unpack_photo, path) for path in reversed(latest.values())]
        return [each for each in found if each is not None]

    def first_epoch(self) -> int:
        """The first epoch that is kept, of whatever photo; 0 where none is."""
        return next((each.epoch for each in self._files() if is_whole(each.path)), 0)

    def first_filters(self) -> dict[str, NDArray[np.float32]]:
        """The kernels of that epoch's convolutions by the names of their layers; empty where none is kept."""
        return self.filters(self.first_epoch())

    def filters(self, epoch: int) -> dict[str, NDArray[np.float32]]:
        """The kernels at the end of an epoch; empty where it is not kept."""
        for each in self._files():
            if each.epoch == epoch:
                kernels = _read(unpack_kernels, each.path)
                if kernels is not None:
                    return kernels
        return {}

    def _key(self, photo: Seen) -> str:
        if isinstance(photo, str):
            return photo
        if isinstance(photo, Photo):
            sizes = (each.pixels.shape[0] for each in self.photos() if each.pixels is not None)
            size_px = next(sizes, 0)
            return photo_key(photos.square(photo, Frame(size_px, self._resize()))) if size_px else ""
        return photo_key(photo)

    def _resize(self) -> ResizeMode:
        try:
            return read_facts(self._folder.parent).frame.resize
        except ModelError:
            return "stretch"

    def _files(self) -> list[_Kept]:
        """By epoch, ascending."""
        try:
            names = [(_FILE.fullmatch(path.name), path) for path in self._folder.iterdir()]
        except OSError:
            return []
        found = [_Kept(int(match[1]), match[2], path) for match, path in names if match is not None]
        return sorted(found, key=lambda each: (each.epoch, each.key))

    def _in_the_way(self, path: Path, epoch: int, size_bytes: int, most_bytes: int) -> list[Path] | None:
        """The files that have to go for a new one of `epoch`; None where there is no room for it beside the first.

        Kept epochs stand in step: 1 and every `stride`th after it, and the newest for as long as it is that.
        """
        files = [each for each in self._files() if each.path != path]
        sizes = {each.path: _size(each.path) for each in files}
        earlier = sorted({each.epoch for each in files} - {epoch})
        stride = _stride(earlier[:-1])
        while True:
            staying = {each for each in earlier if (each - earlier[0]) % stride == 0} | {epoch}
            let_go = [each.path for each in files if each.epoch not in staying]
            if sum(sizes.values()) - sum(sizes[each] for each in let_go) + size_bytes <= most_bytes:
                return let_go
            if len(staying - {epoch}) <= 1:
                return None
            stride *= 2


def _stride(epochs: list[int]) -> int:
    """The largest power of two that all gaps between these are multiples of; 1 for fewer than two."""
    together = gcd(*(each - epochs[0] for each in epochs))
    return together & -together or 1


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _read(reader: Callable[[Path], Read], path: Path) -> Read | None:
    try:
        return reader(path)
    except Unreadable:
        return None
