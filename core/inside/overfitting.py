"""Whether a network learns its pictures by heart: what the curves of a run with and one without Dropout show."""

import enum
import math
from collections.abc import Sequence
from dataclasses import dataclass

from core.events import EpochEnded
from core.numerals import number, percent
from core.words import Sentence, plural, say

FEWEST_EPOCHS = 3
"""Before that the curves have no direction yet."""
SMALLEST_GAP = 0.05
"""A gap below this says nothing, however many pictures it was measured on."""


@dataclass(frozen=True)
class RunView:
    """A run as far as it has come. `planned_epochs` is how long it is meant to be; `validation_pictures` are those that
    its validation accuracy was measured on (0: not known)."""

    name: str
    epochs: tuple[EpochEnded, ...] = ()
    planned_epochs: int = 0
    is_training: bool = False
    validation_pictures: int = 0

    @property
    def seconds(self) -> float:
        """How long its epochs took."""
        return sum(each.seconds for each in self.epochs)


@dataclass(frozen=True)
class Gap:
    """Accuracy (0-1) at the end of one epoch, on the pictures learned from and on others; NaN where there are none."""

    epoch: int
    training: float
    validation: float

    @property
    def share(self) -> float:
        """How much better it does on the pictures that it learns from (-1 to 1)."""
        return self.training - self.validation

    @property
    def points(self) -> int | None:
        """The gap between both numbers as they are shown, in whole percent, so that the subtraction comes out."""
        if not math.isfinite(self.share):
            return None
        return round(self.training * 100) - round(self.validation * 100)


class Finding(enum.Enum):
    """What the numbers of one run, or of both, show."""

    NO_EPOCH = enum.auto()
    NO_VALIDATION = enum.auto()
    TOO_EARLY = enum.auto()
    BY_HEART = enum.auto()
    NOT_BY_HEART = enum.auto()
    WITHOUT_BY_HEART = enum.auto()
    WITH_BY_HEART = enum.auto()
    BOTH_BY_HEART = enum.auto()
    NEITHER_BY_HEART = enum.auto()


@dataclass(frozen=True)
class Judgement:
    """What two runs show, at the last epoch that both have; None for a run that is not there."""

    finding: Finding
    with_dropout: Gap | None = None
    without: Gap | None = None


def gap(epochs: Sequence[EpochEnded], until: int | None = None) -> Gap | None:
    """The gap at the last epoch, or at the last one up to `until`; None before the first."""
    reached = [each for each in epochs if until is None or each.epoch <= until]
    if not reached:
        return None
    last = max(reached, key=lambda each: each.epoch)
    return Gap(last.epoch, last.accuracy, last.val_accuracy)


def margin(accuracy: float, pictures: int) -> float:
    """How far an accuracy (0-1) measured on so many pictures may lie off by chance: two standard errors, and at least
    `SMALLEST_GAP`. With 0 pictures (not known) no more than that."""
    if pictures < 1:
        return SMALLEST_GAP
    return max(SMALLEST_GAP, 2 * math.sqrt(accuracy * (1 - accuracy) / pictures))


def judge(with_dropout: RunView | None, without: RunView | None) -> Judgement:
    """What the runs show. A run that is still shorter is compared with the other as that was then."""
    runs = [run for run in (with_dropout, without) if run is not None]
    ends = [end for end in (gap(run.epochs) for run in runs) if end is not None]
    if not ends:
        return Judgement(Finding.NO_EPOCH)
    until = min(end.epoch for end in ends)
    ours, theirs = (None if run is None else gap(run.epochs, until) for run in (with_dropout, without))
    known = [(each, run) for each, run in ((ours, with_dropout), (theirs, without)) if each is not None and run]
    if any(not math.isfinite(each.share) for each, _ in known):
        return Judgement(Finding.NO_VALIDATION, ours, theirs)
    if until < FEWEST_EPOCHS:
        return Judgement(Finding.TOO_EARLY, ours, theirs)
    least = max(margin(each.validation, run.validation_pictures) for each, run in known)
    if ours is None or theirs is None:
        by_heart = known[0][0].share >= least
        return Judgement(Finding.BY_HEART if by_heart else Finding.NOT_BY_HEART, ours, theirs)
    return Judgement(_of_both(ours.share, theirs.share, least), ours, theirs)


def _of_both(with_dropout: float, without: float, least: float) -> Finding:
    if max(with_dropout, without) < least:
        return Finding.NEITHER_BY_HEART
    if abs(with_dropout - without) < least:
        return Finding.BOTH_BY_HEART
    return Finding.WITHOUT_BY_HEART if without > with_dropout else Finding.WITH_BY_HEART


_HEADLINES = {
    Finding.NO_EPOCH: say("Nothing to compare yet."),
    Finding.NO_VALIDATION: say("Nothing to measure it by."),
    Finding.TOO_EARLY: say("Too early to tell."),
    Finding.BY_HEART: say("It learns its pictures by heart."),
    Finding.NOT_BY_HEART: say("It does not learn its pictures by heart."),
    Finding.WITHOUT_BY_HEART: say("Without Dropout it learns the pictures by heart."),
    Finding.WITH_BY_HEART: say("Here Dropout did not help."),
    Finding.BOTH_BY_HEART: say("Both learn their pictures by heart."),
    Finding.NEITHER_BY_HEART: say("Neither learns its pictures by heart."),
}


def headline(finding: Finding) -> Sentence:
    """The finding in a few words."""
    return _HEADLINES[finding]


def in_words(with_dropout: RunView | None, without: RunView | None) -> Sentence:
    """What over-fitting is and how far these runs show it, made from their numbers."""
    judged = judge(with_dropout, without)
    ours, theirs = judged.with_dropout, judged.without
    if judged.finding is Finding.NO_EPOCH:
        return say(
            "Over-fitting is learning pictures by heart. It shows when training accuracy goes on rising while "
            "validation accuracy stays behind."
        )
    if judged.finding is Finding.NO_VALIDATION:
        return say(
            "A network that learns by heart does worse on pictures that it has not learned from. No pictures were kept "
            "for validation here, so nothing shows it."
        )
    known = theirs if ours is None else ours
    assert known is not None
    if judged.finding is Finding.TOO_EARLY:
        return say(
            "After epoch {epoch} the curves have no direction yet. Learning by heart shows when training accuracy goes "
            "on rising while validation accuracy stays behind.",
            epoch=known.epoch,
        )
    said = _of_one_in_words(known, judged.finding) if ours is None or theirs is None else _of_both_in_words(judged)
    if ours is None or ours.share >= 0:
        return said
    return say(
        "{said} With Dropout, training accuracy is measured while values are cut, so it may lie below validation.",
        said=said,
    )


def in_points(points: int | None) -> Sentence:
    """A gap with its unit."""
    if points is None:
        return say("no gap known")
    shown = number(points, 0)
    return plural(abs(points), say("{points} point", points=shown), say("{points} points", points=shown))


def _of_one_in_words(known: Gap, finding: Finding) -> Sentence:
    values = {
        "epoch": known.epoch,
        "training": percent(known.training),
        "validation": percent(known.validation),
        "gap": in_points(known.points),
    }
    if finding is Finding.BY_HEART:
        return say(
            "After epoch {epoch} it answers {training} of the pictures that it learns from rightly, but {validation} "
            "of others: a gap of {gap}. It remembers its own pictures rather than what they share: over-fitting.",
            **values,
        )
    return say(
        "After epoch {epoch} it answers {training} of the pictures that it learns from rightly, and {validation} of "
        "others. A gap of {gap} is too small to speak of over-fitting.",
        **values,
    )


def _of_both_in_words(judged: Judgement) -> Sentence:
    ours, theirs = judged.with_dropout, judged.without
    assert ours is not None
    assert theirs is not None
    values = {
        "epoch": ours.epoch,
        "gap_with": in_points(ours.points),
        "gap_without": in_points(theirs.points),
        "training": percent(theirs.training),
        "validation": percent(theirs.validation),
    }
    if judged.finding is Finding.WITHOUT_BY_HEART:
        return say(
            "After epoch {epoch} it answers {training} of its own pictures rightly, but {validation} of others: a gap "
            "of {gap_without}. With Dropout the gap is {gap_with}. The wider the gap, the more was learned by heart.",
            **values,
        )
    if judged.finding is Finding.WITH_BY_HEART:
        return say(
            "After epoch {epoch} the gap between training and validation is {gap_with} with Dropout and {gap_without} "
            "without. Mostly it is the other way round; another seed or more pictures may show that.",
            **values,
        )
    if judged.finding is Finding.BOTH_BY_HEART:
        return say(
            "After epoch {epoch} the gap between training and validation is {gap_with} with Dropout and {gap_without} "
            "without. Both know their own pictures better than others; Dropout makes no clear difference here.",
            **values,
        )
    return say(
        "After epoch {epoch} the gap between training and validation is {gap_with} with Dropout and {gap_without} "
        "without. That is too little to speak of over-fitting; more epochs may show it.",
        **values,
    )
