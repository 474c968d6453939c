"""Photos decoded ahead of who asks about them, in batches: any number of files in the memory of a few. Light."""

import os
import time
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from core import engine, images
from core.ahead import Ahead, working_ahead
from core.errors import PictureError
from core.framing import Frame
from core.words import Sentence

# What a thread decodes before it hands over. One by one, handing over would cost as much as a tenth of the decoding.
_FILES_AT_ONCE = 8

# A batch of large photos is handed over before it is full: whoever waits sees that it goes on.
_LONGEST_S = 0.5


@dataclass(frozen=True, eq=False)
class PhotoBatch:
    """Some files, and the pictures in them as a network takes them (pictures x size x size x 3), in the order of the
    files. `errors` has the reason of each file that cannot be read, by its place among the files; such a file has no
    picture."""

    files: tuple[str, ...]
    pictures: NDArray[np.uint8]
    errors: Mapping[int, Sentence]


def photo_batches(
    files: Iterable[str], frame: Frame, batch_size: int, check: Callable[[], None]
) -> Generator[PhotoBatch, None, None]:
    """The photos in `files`, in their order, decoded on all cores while the batch before is used.

    `files` is iterated on the caller's thread, not more than a few batches ahead. The first batch is small, the others
    have at least `batch_size` files (one that takes long to decode fewer). `check` is called now and then; what it
    raises comes out here. The threads have ended when this is over, closed or failed.
    """
    threads = os.cpu_count() or 2
    most_waiting = threads + 2 * -(-batch_size // _FILES_AT_ONCE)
    with working_ahead(threads, "decode", engine.be_nice) as ahead:
        parts = ahead.in_order(partial(_decoded, ahead, frame), _in_parts(files), most_waiting, check)
        wanted = 1
        taken: list[PhotoBatch] = []
        begun = time.perf_counter()
        for part in parts:
            taken.append(part)
            if sum(len(each.files) for each in taken) >= wanted or time.perf_counter() - begun > _LONGEST_S:
                yield _joined(taken)
                wanted, taken, begun = batch_size, [], time.perf_counter()
        if taken:
            yield _joined(taken)


def _in_parts(files: Iterable[str]) -> Iterator[tuple[str, ...]]:
    left = iter(files)
    while part := tuple(islice(left, _FILES_AT_ONCE)):
        yield part


def _decoded(ahead: Ahead, frame: Frame, files: tuple[str, ...]) -> PhotoBatch:
    pictures = np.empty((len(files), frame.size_px, frame.size_px, 3), np.uint8)
    errors: dict[int, Sentence] = {}
    for place, file in enumerate(files):
        if ahead.is_over:
            break
        try:
            pictures[place - len(errors)] = images.read_square(file, frame.size_px, frame.resize)
        except PictureError as error:
            errors[place] = error.what
    return PhotoBatch(files, pictures[: len(files) - len(errors)], errors)


def _joined(parts: Sequence[PhotoBatch]) -> PhotoBatch:
    if len(parts) == 1:
        return parts[0]
    errors: dict[int, Sentence] = {}
    files: list[str] = []
    for part in parts:
        errors |= {len(files) + place: reason for place, reason in part.errors.items()}
        files += part.files
    return PhotoBatch(tuple(files), np.concatenate([each.pictures for each in parts]), errors)
