"""What a page is made of, as plain data in the user's language: the template knows nothing else. Light."""

import functools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar, TypeAlias

from core.report.drawing import Drawing
from core.words import tr


@dataclass(frozen=True)
class Words:
    """A paragraph. `is_quiet`: an explanation beside what counts."""

    text: str
    is_quiet: bool = False
    kind: ClassVar[str] = "words"


@dataclass(frozen=True)
class Tile:
    """A number that counts: what it is, how large, what it means."""

    name: str
    value: str
    meaning: str


@dataclass(frozen=True)
class Tiles:
    """Numbers that count, beside each other."""

    tiles: Sequence[Tile]
    kind: ClassVar[str] = "tiles"


@dataclass(frozen=True)
class Table:
    """Rows of cells below a head; the first column holds names, all others numbers. `bars`: for each row what
    is drawn before the words of each cell (None: nothing). `is_words`: cells hold words instead of
    numbers."""

    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    bars: Sequence[Sequence[Drawing | None]] = ()
    is_words: bool = False
    kind: ClassVar[str] = "table"


@dataclass(frozen=True)
class Pairs:
    """Names with their values, in two columns of pairs."""

    pairs: Sequence[tuple[str, str]]
    kind: ClassVar[str] = "pairs"

    @property
    def rows(self) -> list[Sequence[tuple[str, str] | None]]:
        """What stands beside each other; read down the left column first."""
        half = (len(self.pairs) + 1) // 2
        right = [*self.pairs[half:], None]
        return [(self.pairs[place], right[place]) for place in range(half)]


@dataclass(frozen=True)
class Drawings:
    """Drawings beside each other, with words beside the last one where there are any."""

    drawings: Sequence[Drawing]
    beside: Sequence[str] = ()
    kind: ClassVar[str] = "drawings"


@dataclass(frozen=True)
class Photo:
    """A picture that was answered wrongly: `source` is the picture itself, or empty."""

    source: str
    truth: str
    answer: str
    numbers: str
    file: str


@dataclass(frozen=True)
class Photos:
    """Pictures in rows."""

    photos: Sequence[Photo]
    across: int = 6
    kind: ClassVar[str] = "photos"

    @property
    def rows(self) -> list[Sequence[Photo | None]]:
        """The rows, the last one filled up."""
        filled = [*self.photos, *[None] * (-len(self.photos) % self.across)]
        return [filled[start : start + self.across] for start in range(0, len(filled), self.across)]


Block: TypeAlias = Words | Tiles | Table | Pairs | Drawings | Photos


@dataclass(frozen=True)
class Section:
    """A thought with its title, and what is to be known of it in a few words."""

    title: str
    blocks: Sequence[Block]
    caption: str = ""


def run_on(sentences: Iterable[str]) -> str:
    """One sentence after the other, with what stands between two in the language."""
    return functools.reduce(lambda first, second: tr("{first} {second}", first=first, second=second), sentences)
