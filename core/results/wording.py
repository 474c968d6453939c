"""What the numbers of results mean, in plain words. Light."""

import math
from collections.abc import Mapping

import numpy as np

from core.inside.overfitting import SMALLEST_GAP
from core.numerals import number, percent
from core.pictures.dataset import Part
from core.results.judged import Bin, Calibration, RunComparison, Summary
from core.results.reference import FALSE_ALARMS
from core.words import Sentence, plural, say

SIGNIFICANT = 0.05
"""A difference that chance brings in fewer cases than this is taken for one."""

# So many standard deviations to either side hold 95 % of what chance brings.
_DEVIATIONS = 1.96
# From this on "times better" says more than both numbers.
_MANY_TIMES = 2.0
# A temperature within this factor of 1 changes no share by more than 1 or 2 %.
_NO_SCALING = 1.05


def interval_in_words(summary: Summary) -> Sentence:
    """What an accuracy measured on so few pictures says of the network."""
    low, high = _apart(*summary.interval)
    return say(
        "On {pictures}, {accuracy} could be anything from {low} to {high}.",
        pictures=_pictures(summary.count),
        accuracy=percent(summary.accuracy),
        low=low,
        high=high,
    )


def interval_hint() -> Sentence:
    """How that range is meant."""
    return say(
        "Other pictures of the same kind would give another number. In 95 of 100 such tests the true one lies within "
        "the range (Wilson's interval). The more pictures, the narrower it is."
    )


def baseline_in_words(summary: Summary) -> Sentence:
    """How much better the network is than one who always names the class that has most pictures."""
    values = {"name": _largest_class(summary), "baseline": percent(summary.baseline)}
    low, high = summary.interval
    if summary.baseline == 1:
        return say("All these pictures are “{name}”, so always saying that is never wrong.", **values)
    if high < summary.baseline:
        return say("Worse than always saying “{name}”, which is right for {baseline}.", **values)
    if low <= summary.baseline:
        return say(
            "Not clearly better than always saying “{name}”, which is right for {baseline}: with {pictures}, chance "
            "alone may make such a difference.",
            pictures=_pictures(summary.count),
            **values,
        )
    times = summary.accuracy / summary.baseline
    if times < _MANY_TIMES:
        return say("Better than always saying “{name}”, which is right for {baseline}.", **values)
    return say("{times} times better than always saying “{name}”.", times=_times(times), **values)


def overfitting_in_words(summaries: Mapping[Part, Summary]) -> Sentence | None:
    """Whether the network does better on the pictures that it learned from than on others, the test's or else the
    validation's; None where one side is missing."""
    learned = summaries.get("training")
    part: Part = "test" if "test" in summaries else "validation"
    others = summaries.get(part)
    if learned is None or others is None:
        return None
    values = {
        "training": percent(learned.accuracy),
        "others": percent(others.accuracy),
        "pictures": _pictures_of(part),
    }
    if is_gap(learned, others):
        return say(
            "It is right on {training} of the pictures that it learned from, but on {others} of the {pictures}. Chance "
            "does not explain that: it learned some of its pictures by heart (over-fitting).",
            **values,
        )
    if is_gap(others, learned):
        return say(
            "It is right on {training} of the pictures that it learned from, and on {others} of the {pictures}, which "
            "must be easier. Nothing shows that it learned by heart.",
            **values,
        )
    return say(
        "It is right on {training} of the pictures that it learned from, and on {others} of the {pictures}: no further "
        "apart than chance or a small difference explains. Nothing shows that it learned by heart.",
        **values,
    )


def is_gap(better: Summary, worse: Summary) -> bool:
    """Whether the accuracy on other pictures is lower beyond chance, and by enough to matter.

    Beyond chance: the 95 % interval of the difference, made of both Wilson intervals (Newcombe 1998), is above 0.
    """
    gap = better.accuracy - worse.accuracy
    by_chance = math.hypot(better.accuracy - better.interval[0], worse.interval[1] - worse.accuracy)
    return gap > by_chance and gap >= SMALLEST_GAP


def weakest_in_words(summary: Summary) -> Sentence:
    """The class with the lowest F1 of those with pictures, and the two that are most often taken for each other; no
    sentence but a note, without a full stop."""
    if summary.right == summary.count:
        return say("No class is mixed up with another")
    scores = [(each.f1, row) for row, each in enumerate(summary.classes) if each.support]
    weakest = min(scores)[1]
    first, second, times = _most_mixed(summary, weakest)
    values = {
        "first": summary.classes[first].name,
        "second": summary.classes[second].name,
        "times": plural(times, say("once"), say("{count:,} times", count=times)),
    }
    if weakest == first:
        return say("Weakest: {first} and {second}, mixed up with each other {times}", **values)
    return say(
        "Weakest: {name}. Most mixed up: {first} and {second}, {times}", name=summary.classes[weakest].name, **values
    )


def _most_mixed(summary: Summary, weakest: int) -> tuple[int, int, int]:
    """Two classes and how often one was taken for the other; of equals the pair with the weakest class, which then
    comes first."""
    mixed = summary.confusion + summary.confusion.T
    above = np.triu(mixed, 1)
    most = int(above.max())
    pairs = np.argwhere(above == most).tolist()
    first, second = next((pair for pair in pairs if weakest in pair), pairs[0])
    return (second, first, most) if second == weakest else (first, second, most)


def comparison_in_words(compared: RunComparison) -> Sentence:
    """What McNemar's test says of two runs."""
    only_first, only_second = len(compared.only_first_right), len(compared.only_second_right)
    names = {"first": compared.first_title, "second": compared.second_title}
    if not only_first and not only_second:
        return say("“{first}” and “{second}” are right on the same pictures, and wrong on the same.", **names)
    counted = say(
        "“{first}” is right on {only_first} where “{second}” is wrong, and “{second}” on {only_second} where “{first}” "
        "is wrong.",
        only_first=_pictures(only_first),
        only_second=_pictures(only_second),
        **names,
    )
    if only_first == only_second:
        return say("{counted} On these pictures neither is better.", counted=counted)
    chance = _chance(compared.p_value)
    if compared.p_value >= SIGNIFICANT:
        return say(
            "{counted} Such a difference comes by chance in {chance} of cases, so the test does not say which is "
            "better.",
            counted=counted,
            chance=chance,
        )
    return say(
        "{counted} Such a difference comes by chance in {chance} of cases: of these two trainings, “{better}” is "
        "better on pictures like these. Trained anew with other seeds, it may be the other way round.",
        counted=counted,
        chance=chance,
        better=compared.first_title if only_first > only_second else compared.second_title,
    )


def calibration_in_words(calibration: Calibration) -> Sentence:
    """Whether the network was too sure of itself, what scaling is for, and what it made of the shares on average."""
    said, right = _on_average(calibration.bins_before)
    if math.isnan(said):
        return say("No answer of the network is a number, so nothing can be said of how sure it is.")
    surer = _surer_than_right(calibration.bins_before)
    values = {"said": percent(said), "right": percent(right), "scaled": _scaled(calibration, surer)}
    if surer > 0:
        return say(
            "Before scaling the network was too sure of itself: on average it said {said}, and {right} were right. "
            "{scaled}",
            **values,
        )
    if surer < 0:
        return say(
            "Before scaling the network was less sure than it may be: on average it said {said}, and {right} were "
            "right. {scaled}",
            **values,
        )
    return say(
        "Before scaling the network said {said} on average, and {right} were right: no further apart than chance "
        "explains. {scaled}",
        **values,
    )


def _scaled(calibration: Calibration, surer: int) -> Sentence:
    """What the temperature is for; why, where the pictures that it was measured on (`surer`) do not show it."""
    temperature = calibration.temperature
    values = {
        "after": percent(_on_average(calibration.bins)[0]),
        "fitted_on": plural(
            calibration.fitted_on,
            say("1 validation picture"),
            say("{count:,} validation pictures", count=calibration.fitted_on),
        ),
    }
    if abs(math.log(temperature)) < math.log(_NO_SCALING):
        return say("The temperature leaves its shares nearly as they are: {after} on average.", **values)
    if temperature > 1:
        if surer > 0:
            return say(
                "The temperature makes its shares less sure before they are shown as probabilities: {after} on "
                "average.",
                **values,
            )
        return say(
            "Going by {fitted_on} it was probably too sure, so the temperature makes its shares less sure before they "
            "are shown as probabilities: {after} on average.",
            **values,
        )
    if surer < 0:
        return say(
            "The temperature makes its shares surer before they are shown as probabilities: {after} on average.",
            **values,
        )
    return say(
        "Going by {fitted_on} it was probably less sure than it may be, so the temperature makes its shares surer "
        "before they are shown as probabilities: {after} on average.",
        **values,
    )


def error_in_words(calibration: Calibration) -> Sentence:
    """The expected calibration error, and how much of it so few pictures would show in any case."""
    return say(
        "What it says and how often it is right lie {error} apart on average, before scaling {before}. On {pictures}, "
        "even a perfectly honest network would show about {chance}, by chance alone.",
        error=percent(calibration.error, 1),
        before=percent(calibration.error_before, 1),
        pictures=_pictures(sum(each.count for each in calibration.bins)),
        chance=percent(error_by_chance(calibration.bins), 1),
    )


def error_by_chance(bins: tuple[Bin, ...]) -> float:
    """The expected calibration error (0-1) that answers with these shares show on average if there is none; NaN where
    there are no answers.

    The accuracy of a bin is then off by chance alone: the mean absolute deviation of a normal distribution is the
    standard one by the square root of pi / 2.
    """
    count = sum(each.count for each in bins)
    deviation = sum(math.sqrt(each.count * _variance(each)) for each in bins)
    return math.sqrt(2 / math.pi) * deviation / count if count else math.nan


def threshold_in_words(calibration: Calibration) -> Sentence:
    """What calling an answer "not sure" does to the answers that were measured."""
    values = {
        "threshold": percent(calibration.threshold),
        "left": percent(1 - calibration.kept),
        "pictures": _pictures_of(calibration.part),
        "accuracy": percent(calibration.kept_accuracy),
    }
    if calibration.kept == 1:
        return say(
            "Below {threshold} an answer is called not sure: none of the {pictures}. Of all of them, {accuracy} are "
            "right.",
            **values,
        )
    if calibration.kept == 0:
        return say("Below {threshold} an answer is called not sure: here all of the {pictures}.", **values)
    return say(
        "Below {threshold} an answer is called not sure: {left} of the {pictures}. Of the rest, {accuracy} are right.",
        **values,
    )


def strange_in_words(strange: float) -> Sentence:
    """How many of the pictures that were asked (`strange`, 0-1; NaN: not known) are called unlike all that it knows."""
    if math.isnan(strange):
        return say("Whether these pictures are like those that the network was trained on is not known.")
    if strange == 0:
        return say("None of these pictures is unlike what the network was trained on.")
    return say(
        "{share} of these pictures are unlike anything that the network was trained on. About {alarms} of pictures of "
        "its own kind are called so by mistake: among a run's own test pictures these are false alarms.",
        share=percent(strange),
        alarms=percent(FALSE_ALARMS),
    )


def learned_in_words(learned: int, count: int) -> Sentence:
    """What it means that `learned` (at least 1) of `count` pictures are training pictures."""
    if learned == count:
        return plural(
            count,
            say("This picture was learned from; the result looks better than it is."),
            say("All {count:,} pictures were learned from; the result looks better than it is.", count=count),
        )
    return plural(
        learned,
        say("1 of the {count:,} pictures was learned from; the result looks better than it is.", count=count),
        say(
            "{learned:,} of the {count:,} pictures were learned from; the result looks better than it is.",
            learned=learned,
            count=count,
        ),
    )


def _pictures(count: int) -> Sentence:
    return plural(count, say("1 picture"), say("{count:,} pictures", count=count))


def _pictures_of(part: Part) -> Sentence:
    if part == "training":
        return say("training pictures")
    return say("validation pictures") if part == "validation" else say("test pictures")


def _largest_class(summary: Summary) -> str:
    return max(summary.classes, key=lambda each: each.support).name


def _times(ratio: float) -> str:
    """`4`, `3.6`, and from 10 on whole ones."""
    digits = 1 if ratio < 10 and round(ratio, 1) != round(ratio) else 0
    return number(ratio, digits)


def _apart(low: float, high: float) -> tuple[str, str]:
    """Both ends of a range in percent, with as many digits as tell them apart; the sign is on the second."""
    digits = next((each for each in range(3) if percent(low, each) != percent(high, each)), 2)
    return number(low * 100, digits), percent(high, digits)


def _chance(p_value: float) -> Sentence | str:
    """A p-value in percent: in whole ones from 10 % on, never 0 %."""
    if p_value < 0.001:
        return say("less than {share}", share=percent(0.001, 1))
    return percent(p_value, 0 if p_value >= 0.1 else 1)


def _on_average(bins: tuple[Bin, ...]) -> tuple[float, float]:
    """Share and accuracy over all bins; NaN where there are none."""
    count = sum(each.count for each in bins)
    if not count:
        return math.nan, math.nan
    return sum(each.count * each.share for each in bins) / count, _right(bins) / count


def _surer_than_right(bins: tuple[Bin, ...]) -> int:
    """1: more was promised than was right, beyond chance; -1: less; 0: neither can be said."""
    promised = sum(each.count * each.share for each in bins)
    by_chance = _DEVIATIONS * math.sqrt(sum(each.count * _variance(each) for each in bins))
    # Half an answer, because answers are counted whole.
    surer = promised - _right(bins)
    return int(math.copysign(1, surer)) if abs(surer) - 0.5 > by_chance else 0


def _right(bins: tuple[Bin, ...]) -> float:
    return sum(each.count * each.accuracy for each in bins)


def _variance(each: Bin) -> float:
    """Of an answer that is right as often as its share says. Rounding may lift a share above 1."""
    return max(0.0, each.share * (1 - each.share))
