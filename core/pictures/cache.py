"""Decoded pixels on disk: every picture is decoded once per frame, and training reads what a batch needs.

A folder of pictures has one cache folder per frame (size and way of resizing): `pixels.u8` holds square RGB pictures
one after the other, `miniatures.u8` the same at 16 x 16 for finding copies, `duplicates` which are copies, and
`index.sqlite` says which row belongs to which file and what is known of it. A row is valid while the file's size and
date are what they were; an interrupted filling goes on where it was. Memory does not grow with the number of pictures.
"""

import contextlib
import errno
import hashlib
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core import places
from core.control import Control
from core.errors import storage_error
from core.events import Report, ignore
from core.files import replacing
from core.framing import Frame
from core.network.presets import DEFAULT_IMAGE_SIZE_PX
from core.pictures.cache_filling import Filled, fill
from core.pictures.cache_index import Entry
from core.pictures.dataset import Dataset, Rejected
from core.pictures.duplicates import EDITION, Duplicates, find_duplicates, first_of_equals, groups_from, groups_to
from core.pictures.facts import PictureFacts
from core.pictures.row_file import RowReader
from core.words import say

# Raised when the decoder answers differently for the same file, or the index keeps more, so that old rows are not used.
DECODER_VERSION = 3


@dataclass(frozen=True)
class PreparedPictures:
    """A dataset whose every picture has pixels. `dataset` lacks the files that could not be read (they stand in its
    `rejected`); picture i lies in row `rows[i]` of `pages`. `facts` and `duplicates` have an entry for each picture, in
    the dataset's order."""

    dataset: Dataset
    frame: Frame
    pages: RowReader
    rows: NDArray[np.int64]
    facts: PictureFacts
    duplicates: Duplicates

    def pixels(self, positions: NDArray[np.int64] | Sequence[int]) -> NDArray[np.uint8]:
        """The pictures at these positions of the dataset, N x size x size x 3. Raises StorageError."""
        return self.pages.read(self.rows[positions])

    def chosen(self, dataset: Dataset, positions: NDArray[np.int64]) -> "PreparedPictures":
        """Those at these positions alone. `dataset` stands for them: picture i of it is the one at `positions[i]`."""
        return replace(
            self,
            dataset=dataset,
            rows=self.rows[positions],
            facts=self.facts.at(positions),
            duplicates=self.duplicates.at(positions),
        )


def prepare(
    dataset: Dataset,
    frame: Frame,
    report: Report = ignore,
    control: Control | None = None,
    is_for_training: bool = True,
) -> PreparedPictures:
    """Decode what the cache does not hold yet and give the pictures back as they are read when asked for.

    Unreadable files are left out with their reason. Raises DatasetError when the folder is gone or, where the pictures
    are for training, fewer than two classes remain; StorageError when the cache cannot be written, Stopped when asked
    to.
    """
    filled = _filled(dataset, frame, report, control or Control())
    if is_for_training:
        _readable(dataset, filled.entries).require_trainable()
    return _prepared(dataset, frame, filled)


def is_begun(dataset: Dataset, frame: Frame) -> bool:
    """Whether pictures of this folder were decoded for this frame before."""
    return _cache_folder(dataset.root, frame).is_dir()


def check(dataset: Dataset, report: Report = ignore, control: Control | None = None) -> PreparedPictures:
    """The same folder without the files that cannot be decoded, each with its reason in `dataset.rejected`.

    Decodes into the cache at the default size, so that a training that follows need not. Raises as `prepare`,
    but a folder with fewer than two classes is given back as it is.
    """
    return prepare(dataset, Frame(DEFAULT_IMAGE_SIZE_PX), report, control, is_for_training=False)


def _filled(dataset: Dataset, frame: Frame, report: Report, control: Control) -> Filled:
    """The cache once it holds every picture."""
    folder = _cache_folder(dataset.root, frame)
    try:
        filled = fill(folder, dataset, frame, report, control)
    except (OSError, sqlite3.Error) as error:
        cause = error if isinstance(error, OSError) else _as_os_error(error)
        raise storage_error(cause, say("The decoded pictures cannot be kept in {folder}.", folder=folder)) from error
    dataset.require_folder()
    return filled


def _as_os_error(error: sqlite3.Error) -> OSError:
    """What the system would have said, so that the hint is the same."""
    numbers = {sqlite3.SQLITE_FULL: errno.ENOSPC, sqlite3.SQLITE_READONLY: errno.EROFS}
    return OSError(numbers.get(getattr(error, "sqlite_errorcode", 0) & 0xFF), str(error))


def _readable(dataset: Dataset, entries: list[Entry]) -> Dataset:
    return dataset.without(
        Rejected(picture.file, entry.reason)
        for picture, entry in zip(dataset.pictures, entries, strict=True)
        if entry.reason is not None
    )


def _prepared(dataset: Dataset, frame: Frame, filled: Filled) -> PreparedPictures:
    entries = filled.entries
    facts = PictureFacts.of([entry.fact for entry in entries if entry.fact is not None])
    rows = np.array([entry.row for entry in entries if entry.fact is not None], np.int64)
    duplicates = _duplicates(_cache_folder(dataset.root, frame), facts, filled.miniatures, rows)
    return PreparedPictures(_readable(dataset, entries), frame, filled.pages, rows, facts, duplicates)


def _duplicates(
    folder: Path, facts: PictureFacts, miniatures: NDArray[np.uint8], rows: NDArray[np.int64]
) -> Duplicates:
    """The groups of copies, as they were found last time where the pictures are the same: a folder of 60,000 opens two
    seconds sooner."""
    file = folder / "duplicates"
    content = (facts.digests.tobytes(), facts.hashes.tobytes(), facts.is_flat.tobytes(), bytes([EDITION]))
    key = hashlib.sha256(b"".join(content)).digest()
    with contextlib.suppress(OSError):
        near = groups_from(file.read_bytes(), key, len(rows))
        if near is not None:
            return Duplicates(first_of_equals(facts.digests), near)
    found = find_duplicates(facts, miniatures, rows)
    with contextlib.suppress(OSError), replacing(file) as temporary:
        temporary.write_bytes(groups_to(found.near, key))
    return found


def _cache_folder(root: Path, frame: Frame) -> Path:
    name = f"{places.key_of(root)}-{frame.size_px}px-{frame.resize}"
    return places.cache_folder() / f"pixels-v{DECODER_VERSION}" / name
