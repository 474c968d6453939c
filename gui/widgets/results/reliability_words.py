"""A reliability diagram in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.numerals import percent
from core.results.judged import Bin, Calibration
from core.words import plural, say, tr


@dataclass(frozen=True)
class Range:
    """Answers whose share lies between `low` and `high`: those after scaling and those before (None: none)."""

    low: float
    high: float
    after: Bin | None
    before: Bin | None


def ranges(calibration: Calibration) -> Sequence[Range]:
    """The ranges in which there are answers after or before scaling, from the lowest up: bins without any are left out
    of a calibration."""
    after = {(each.low, each.high): each for each in calibration.bins if each.count}
    before = {(each.low, each.high): each for each in calibration.bins_before if each.count}
    return tuple(Range(*ends, after.get(ends), before.get(ends)) for ends in sorted(after.keys() | before.keys()))


def range_in_words(each: Range) -> str:
    """What became of the answers that were so sure, after and before scaling."""
    return tr(
        "{low} to {high} sure: {after}; before scaling {before}",
        low=percent(each.low).removesuffix(" %"),
        high=percent(each.high),
        after=_answers(each.after),
        before=_answers(each.before),
    )


def diagram_in_words(calibration: Calibration) -> str:
    """All bins in which there are answers."""
    return "; ".join(
        tr("{share} sure, {right} right", share=percent(each.share), right=percent(each.accuracy))
        for each in calibration.bins
        if each.count
    )


def _answers(each: Bin | None) -> str:
    if each is None:
        return tr("no answers")
    many = plural(each.count, say("1 answer"), say("{count:,} answers", count=each.count))
    return tr("{many}, {share} right", many=many, share=percent(each.accuracy))
