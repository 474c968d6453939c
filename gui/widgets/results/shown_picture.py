"""A picture as the results show it: what it is, what the network said, and what the user has done about it."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from core.numerals import number, percent
from core.words import tr

PixelsOf = Callable[[int], NDArray[np.uint8] | None]
"""The picture of a key as the network saw it, height x width x 3; None where there is none to show."""

Order = Literal["given", "loss", "sure", "unsure", "name"]


@dataclass(frozen=True)
class Mend:
    """What the user decided about a picture: it is left out of the next training, or it belongs to another class."""

    moved_to: str | None = None

    def words(self) -> str:
        """That in a few words."""
        return tr("Excluded") if self.moved_to is None else tr("Moved to {name}", name=self.moved_to)


@dataclass(frozen=True)
class ShownPicture:
    """One picture. `key` tells it from the others; `file` is where it lies. `truth` is the class that its folder names,
    `answer` what the network said, with `share` 0-1; `loss` is its cross-entropy in nats.

    `caption` stands below its tile instead of these, one line or two: where two networks are compared, what each said.
    """

    key: int
    file: str
    truth: str
    answer: str
    share: float
    loss: float
    is_right: bool
    mend: Mend | None = None
    caption: str = ""

    @property
    def name(self) -> str:
        """The file's name without its folder."""
        return PurePath(self.file).name or self.file

    @property
    def is_excluded(self) -> bool:
        """Whether it is left out of the next training."""
        return self.mend is not None and self.mend.moved_to is None

    def loss_in_words(self) -> str:
        """The loss with its name."""
        return tr("loss {loss}", loss=number(self.loss))

    def said(self) -> str:
        """What it is and what the network said, in one line."""
        share = percent(self.share)
        if self.is_right:
            return tr("{truth}, right, {share} sure", truth=self.truth, share=share)
        return tr("{truth} called {answer}, {share} sure", truth=self.truth, answer=self.answer, share=share)

    def tooltip(self) -> str:
        """Where it lies, and what the network said."""
        return "\n".join(
            part for part in (self.file, f"{self.said()}, {self.loss_in_words()}", self._mend_words()) if part
        )

    def words(self) -> str:
        """All of it in one line."""
        said = self.caption.replace("\n", ", ") or f"{self.said()}, {self.loss_in_words()}"
        return ", ".join(part for part in (self.name, said, self._mend_words()) if part)

    def _mend_words(self) -> str:
        return "" if self.mend is None else self.mend.words()


@dataclass(frozen=True, eq=False)
class Neighbour:
    """A training picture that looks alike to the network: its key, where it lies, its class, and its pixels, height x
    width x 3."""

    key: int
    file: str
    class_name: str
    pixels: NDArray[np.uint8] | None


def in_order(pictures: Sequence[ShownPicture], order: Order) -> list[ShownPicture]:
    """The pictures as the user wants to walk through them: largest loss first, surest first, least sure first, by name,
    or as given. Equals, and what has no number, keep their order; the latter comes last."""
    match order:
        case "loss":
            return sorted(pictures, key=lambda each: _ranked(-each.loss))
        case "sure":
            return sorted(pictures, key=lambda each: _ranked(-each.share))
        case "unsure":
            return sorted(pictures, key=lambda each: _ranked(each.share))
        case "name":
            return sorted(pictures, key=lambda each: (each.name.casefold(), each.file))
        case "given":
            return list(pictures)


def _ranked(value: float) -> float:
    return math.inf if math.isnan(value) else value
