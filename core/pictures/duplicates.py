"""Which pictures are copies of one another: the same bytes, or the same to the eye. Light."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.pictures.facts import PictureFacts
from core.pictures.miniatures import MINIATURE_PX, reduced, show_the_same

# Raised when other groups come out of the same pictures, so that those found earlier are not used.
EDITION = 1

# Pictures whose perceptual hashes differ in at most this many of 64 bits are looked at closer. Of copies trimmed by 2 %
# at each side 98 % are within, and of distinct photos one pair in 4,000: few enough to look at their pixels.
MOST_BITS_APART = 12

# A picture is compared with this many others at most, those with the nearest hashes: folders full of look-alikes
# (frames of a film, digits on black) would ask for millions.
_MOST_LOOK_ALIKES = 8

_PAIRS_AT_ONCE = 4096


@dataclass(frozen=True)
class Duplicates:
    """Groups of copies: for each picture of a dataset the smallest position in its group, its own where it is alone.

    `identical`: files with the same bytes. `near`: these too, and pictures that look the same although saved again,
    resized, brightened or trimmed a little. One of a single colour looks like every other of that colour, so it is near
    to files with the same bytes only.
    """

    identical: NDArray[np.int64]
    near: NDArray[np.int64]

    def at(self, positions: NDArray[np.int64]) -> "Duplicates":
        """Among some of the pictures alone."""
        return Duplicates(first_of_equals(self.identical[positions]), first_of_equals(self.near[positions]))


def find_duplicates(facts: PictureFacts, pages: NDArray[np.uint8], rows: NDArray[np.int64]) -> Duplicates:
    """Group the copies. Picture i lies in `pages[rows[i]]` (side x side x 3; fastest where the side is 16, as the cache
    keeps miniatures). About a second for 60,000 pictures. The same pictures give the same groups."""
    identical = first_of_equals(facts.digests)
    near = _Groups(identical)
    distinct = np.flatnonzero((identical == np.arange(len(identical))) & ~facts.is_flat)
    for first, second in _look_alikes(facts.hashes[distinct]):
        first, second = distinct[first], distinct[second]
        apart = near.are_apart(first, second)
        first, second = first[apart], second[apart]
        same = show_the_same(_miniatures(pages, rows[first]), _miniatures(pages, rows[second]))
        near.join(first[same], second[same])
    return Duplicates(identical, near.smallest())


def first_of_equals(values: NDArray[np.generic]) -> NDArray[np.int64]:
    """For each value the position of the first that equals it."""
    _, first, inverse = np.unique(values, return_index=True, return_inverse=True)
    groups: NDArray[np.int64] = first[inverse].astype(np.int64)
    return groups


def groups_to(groups: NDArray[np.int64], key: bytes) -> bytes:
    """Groups as a file keeps them. `key` (32 bytes) says of which pictures they are; `groups_from` reads them back."""
    content = key + groups.tobytes()
    return hashlib.sha256(content).digest() + content


def groups_from(kept: bytes, key: bytes, count: int) -> NDArray[np.int64] | None:
    """The kept groups of this many pictures; None where they are of others, or damaged."""
    digest, content = kept[:32], kept[32:]
    if digest != hashlib.sha256(content).digest() or not content.startswith(key):
        return None
    body = content[len(key) :]
    if len(body) != count * np.dtype(np.int64).itemsize:
        return None
    groups = np.frombuffer(body, np.int64)
    # They are positions: what cannot be would break whatever looks them up.
    return groups if ((groups >= 0) & (groups <= np.arange(count))).all() else None


def _look_alikes(hashes: NDArray[np.uint64]) -> Iterator[tuple[NDArray[np.int64], NDArray[np.int64]]]:
    """Pairs of positions with near hashes, some thousand at a time.

    Every hash is compared with every later one: 1 s for 60,000, whatever they hold. Sorting by bands of bits first
    takes as long at this distance, and far longer where many pictures share bands.
    """
    first: list[NDArray[np.int64]] = []
    second: list[NDArray[np.int64]] = []
    waiting = 0
    different = np.empty_like(hashes)
    for position in range(len(hashes) - 1):
        later = hashes[position + 1 :]
        apart = np.bitwise_count(np.bitwise_xor(later, hashes[position], out=different[: len(later)]))
        (close,) = (apart <= MOST_BITS_APART).nonzero()
        if not len(close):
            continue
        if len(close) > _MOST_LOOK_ALIKES:
            close = close[np.argsort(apart[close], kind="stable")[:_MOST_LOOK_ALIKES]]
        first.append(np.full(len(close), position, np.int64))
        second.append(close + position + 1)
        waiting += len(close)
        if waiting >= _PAIRS_AT_ONCE:
            yield np.concatenate(first), np.concatenate(second)
            first, second, waiting = [], [], 0
    if waiting:
        yield np.concatenate(first), np.concatenate(second)


def _miniatures(pages: NDArray[np.uint8], rows: NDArray[np.int64]) -> NDArray[np.uint8]:
    if pages.shape[1] == MINIATURE_PX:
        return pages[rows]
    which, inverse = np.unique(rows, return_inverse=True)
    small = [reduced(pages[row]) for row in which]
    return np.array(small, np.uint8).reshape(-1, MINIATURE_PX, MINIATURE_PX, 3)[inverse]


class _Groups:
    """Positions that are joined pair by pair; a group is known by its smallest."""

    def __init__(self, groups: NDArray[np.int64]) -> None:
        self._above = groups.tolist()

    def join(self, first: NDArray[np.int64], second: NDArray[np.int64]) -> None:
        """Make one group of the two of each pair."""
        for one, other in zip(first.tolist(), second.tolist(), strict=True):
            lower, upper = sorted((self._smallest(one), self._smallest(other)))
            self._above[upper] = lower

    def are_apart(self, first: NDArray[np.int64], second: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Whether the two of each pair are in different groups so far."""
        groups = (self._smallest(one) != self._smallest(other) for one, other in zip(first, second, strict=True))
        return np.fromiter(groups, np.bool_, len(first))

    def smallest(self) -> NDArray[np.int64]:
        """The group of every position."""
        return np.array([self._smallest(each) for each in range(len(self._above))], np.int64)

    def _smallest(self, position: int) -> int:
        root = position
        while self._above[root] != root:
            root = self._above[root]
        while self._above[position] != root:
            self._above[position], position = root, self._above[position]
        return root
