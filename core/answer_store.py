"""Answers to many photos in little memory: their shares as rows of numbers, from which what is shown is made on demand.
Light."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import overload

import numpy as np
from numpy.typing import NDArray

from core.answers import Answer, Photo
from core.sureness import Sureness, sureness
from core.words import Sentence

WAITING, FAILED, ANSWERED = 0, 1, 2
_UNKNOWN = -1
# Rows in sight and around; what is asked for again and again.
_MADE_AT_MOST = 256


@dataclass(frozen=True, eq=False)
class AnswerRows:
    """Answers to n photos that follow each other, the first of them number `first` (from 0) of all that were asked
    about.

    `shares` (n, classes) are 0-1 in the order of `class_names`; `confidences` (n,) are 0-1, NaN where they are not
    known; `foreign` (n,) is 1, 0, or -1 where that is not known; `levels` (n,) are `Sureness`. `errors` has the reason
    of each row that could not be read. `is_last`: no more will come.
    """

    first: int
    class_names: tuple[str, ...]
    shares: NDArray[np.float32]
    confidences: NDArray[np.float32]
    foreign: NDArray[np.int8]
    levels: NDArray[np.int8]
    errors: Mapping[int, Sentence | None]
    is_last: bool = False

    def __len__(self) -> int:
        return len(self.shares)


def packed(
    answers: Sequence[Answer], class_names: tuple[str, ...], first: int = 0, is_last: bool = False
) -> AnswerRows:
    """Answers of one network as rows, without pixels. Every answer must name all of `class_names`, or none."""
    count = len(answers)
    shares = np.zeros((count, len(class_names)), np.float32)
    confidences = np.full(count, np.nan, np.float32)
    foreign = np.full(count, _UNKNOWN, np.int8)
    levels = np.zeros(count, np.int8)
    errors: dict[int, Sentence | None] = {}
    place_of = {name: place for place, name in enumerate(class_names)}
    for row, answer in enumerate(answers):
        if not answer.ranked:
            errors[row] = answer.error
            continue
        shares[row, _places(answer, class_names, place_of)] = [share for _, share in answer.ranked]
        levels[row] = sureness(answer)
        if answer.confidence is not None:
            confidences[row] = answer.confidence
        if answer.is_foreign is not None:
            foreign[row] = answer.is_foreign
    return AnswerRows(first, class_names, shares, confidences, foreign, levels, errors, is_last)


def _places(answer: Answer, class_names: tuple[str, ...], place_of: Mapping[str, int]) -> list[int]:
    """Where each share of a ranked answer stands among the classes."""
    if len(place_of) == len(class_names):
        return [place_of[name] for name, _ in answer.ranked]
    # Two classes of one name: which is which makes no difference to what is shown.
    free: dict[str, list[int]] = {}
    for place, name in enumerate(class_names):
        free.setdefault(name, []).append(place)
    return [free[name].pop(0) for name, _ in answer.ranked]


class AnswerStore(Sequence[Answer | None]):
    """The answers to photos, in the order of the photos; None while one waits.

    All come from one network. An answer takes four bytes for each class, and is made into an `Answer` when it is asked
    for.
    """

    def __init__(self, photos: Sequence[Photo] = ()) -> None:
        self._photos = photos
        self.class_names: tuple[str, ...] = ()
        self.states = np.full(len(photos), WAITING, np.int8)
        """WAITING, FAILED or ANSWERED, (photos,)."""
        self.levels = np.zeros(len(photos), np.int8)
        """The `Sureness` of each answer."""
        self.labels = np.zeros(len(photos), np.int32)
        """The most probable class of each, as a position in `class_names`."""
        self.best = np.zeros(len(photos), np.float32)
        """Its share, 0-1."""
        self.second_best = np.zeros(len(photos), np.float32)
        """The share of the class after it, 0-1; 0 for a network of one class."""
        self._shares = np.zeros((len(photos), 0), np.float32)
        self._confidences = np.full(len(photos), np.nan, np.float32)
        self._foreign = np.full(len(photos), _UNKNOWN, np.int8)
        self._errors: dict[int, Sentence | None] = {}
        self._pixels: dict[int, NDArray[np.uint8]] = {}
        self._made: dict[int, Answer] = {}
        self._done = 0

    @property
    def done(self) -> int:
        """How many photos have an answer, or a reason why there is none."""
        return self._done

    @property
    def failed(self) -> int:
        """How many could not be read."""
        return len(self._errors)

    def put(self, position: int, answer: Answer, class_names: tuple[str, ...] = ()) -> None:
        """The answer to one photo, its pixels included. `class_names` in the order of the network; without them the
        order of the answer's shares counts."""
        names = class_names or self.class_names or tuple(name for name, _ in answer.ranked)
        self.take(packed([answer], names, position))
        if answer.pixels is not None:
            self._pixels[position] = answer.pixels

    def take(self, rows: AnswerRows) -> None:
        """Answers to photos that follow each other. Raises ValueError for those of another network."""
        has_shares = len(rows.errors) < len(rows)
        if has_shares and rows.class_names != self.class_names:
            self._begin(rows.class_names)
        part = slice(rows.first, rows.first + len(rows))
        self._done += int((self.states[part] == WAITING).sum())
        self.states[part] = ANSWERED
        self.levels[part] = rows.levels
        self._confidences[part], self._foreign[part] = rows.confidences, rows.foreign
        if has_shares:
            self._take_shares(part, rows.shares)
        for position in range(part.start, part.stop):
            self._made.pop(position, None)
            self._errors.pop(position, None)
        for row, error in rows.errors.items():
            self.states[rows.first + row] = FAILED
            self._errors[rows.first + row] = error

    def _begin(self, class_names: tuple[str, ...]) -> None:
        if self.class_names:
            raise ValueError(f"expected shares of {self.class_names}, received those of {class_names}")
        self.class_names = class_names
        # Memory that nothing was written to yet takes none.
        self._shares = np.zeros((len(self), len(class_names)), np.float32)

    def _take_shares(self, part: slice, shares: NDArray[np.float32]) -> None:
        self._shares[part] = shares
        each = np.arange(len(shares))
        labels = shares.argmax(axis=1)
        self.labels[part], self.best[part] = labels, shares[each, labels]
        others = shares.copy()
        others[each, labels] = -1.0
        self.second_best[part] = np.maximum(others.max(axis=1), 0.0)

    def _answer(self, position: int) -> Answer | None:
        state = self.states[position]
        photo = self._photos[position]
        file = photo.file or photo.name
        if state == WAITING:
            return None
        if state == FAILED:
            return Answer(file, error=self._errors.get(position))
        shares = self._shares[position]
        order = np.argsort(-shares, kind="stable")
        ranked = tuple((self.class_names[each], float(shares[each])) for each in order)
        confidence, foreign = self._confidences[position], self._foreign[position]
        return Answer(
            file,
            ranked,
            pixels=self._pixels.get(position),
            confidence=None if np.isnan(confidence) else float(confidence),
            is_foreign=None if foreign == _UNKNOWN else bool(foreign),
        )

    def level(self, position: int) -> Sureness:
        """How sure the answer to a photo is."""
        return Sureness(int(self.levels[position]))

    def copy(self) -> "AnswerStore":
        """The answers as they are now, for reading on another thread; no pixels."""
        copied = AnswerStore(self._photos)
        copied.class_names = self.class_names
        copied.states, copied._shares = self.states.copy(), self._shares
        copied.levels, copied._confidences = self.levels.copy(), self._confidences.copy()
        copied.labels, copied.best, copied.second_best = self.labels.copy(), self.best.copy(), self.second_best.copy()
        copied._foreign, copied._errors = self._foreign.copy(), dict(self._errors)
        copied._done = self._done
        return copied

    def __len__(self) -> int:
        return len(self._photos)

    @overload
    def __getitem__(self, position: int) -> Answer | None: ...

    @overload
    def __getitem__(self, position: slice) -> list[Answer | None]: ...

    def __getitem__(self, position: int | slice) -> Answer | list[Answer | None] | None:
        if isinstance(position, slice):
            return [self._answer(each) for each in range(*position.indices(len(self)))]
        position = range(len(self))[position]
        made = self._made.get(position)
        if made is None and (made := self._answer(position)) is not None:
            if len(self._made) >= _MADE_AT_MOST:
                self._made.clear()
            self._made[position] = made
        return made

    def __iter__(self) -> Iterator[Answer | None]:
        return map(self._answer, range(len(self)))

    def __contains__(self, value: object) -> bool:
        return self._done < len(self) if value is None else any(each == value for each in self)
