"""What stands in the card of numbers, and what its tooltips explain."""

import math
from dataclasses import dataclass

from core.numerals import number, percent
from core.pictures.dataset import Part
from core.results.judged import Results, Summary
from core.results.wording import baseline_in_words, interval_hint, interval_in_words
from core.words import tr

_ALL_IN_TOP = 3
"""With so many classes the right one is always among the first three."""
_OTHERS: tuple[Part, ...] = ("validation", "test", "training")


@dataclass(frozen=True)
class Figure:
    """A number with its caption, what is said of it in two short lines, and the tooltip that explains it. `is_named`:
    the second line holds a class's name, and may be shortened."""

    caption: str
    value: str
    note: str
    more: str
    tooltip: str
    is_named: bool = False


def figures(results: Results, part: Part) -> tuple[Figure, Figure, Figure, Figure]:
    """Accuracy, loss, what guessing would reach, and how often the answer was close."""
    summary = results.summaries[part]
    last = _balanced(summary) if len(results.class_names) <= _ALL_IN_TOP else _top3(summary)
    return _accuracy(results, part), _loss(results, part), _baseline(summary), last


def _accuracy(results: Results, part: Part) -> Figure:
    summary = results.summaries[part]
    caption = tr("Accuracy") if results.folder is not None else _of_part(part, is_loss=False)
    explained = [str(interval_in_words(summary)), str(interval_hint()), *_sampled(results)]
    others = _beside(results, part, {each: percent(one.accuracy) for each, one in results.summaries.items()})
    return Figure(caption, percent(summary.accuracy), _interval(summary), others, "\n".join(explained))


def _loss(results: Results, part: Part) -> Figure:
    summary, blind = results.summaries[part], math.log(max(1, len(results.class_names)))
    caption = tr("Loss") if results.folder is not None else _of_part(part, is_loss=True)
    explained = [
        tr(
            "Cross-entropy: how surprised the network is by the right class, on average. 0 is perfect; sure and wrong "
            "costs most."
        ),
        tr("Whoever gives every class the same share has {blind}.", blind=number(blind)),
        *_sampled(results),
    ]
    others = _beside(results, part, {each: number(one.loss) for each, one in results.summaries.items()})
    note = tr("blind guessing has {blind}", blind=number(blind))
    return Figure(caption, number(summary.loss), note, others, "\n".join(explained))


def _baseline(summary: Summary) -> Figure:
    largest = max(summary.classes, key=lambda each: each.support).name
    return Figure(
        tr("Guessing the largest class"),
        percent(summary.baseline),
        _against_baseline(summary),
        tr("always saying “{name}”", name=largest),
        str(baseline_in_words(summary)),
        is_named=True,
    )


def _top3(summary: Summary) -> Figure:
    right = round(summary.top3_accuracy * summary.count)
    return Figure(
        tr("Right class in the top 3"),
        percent(summary.top3_accuracy),
        _of_all(right, summary.count),
        tr("balanced accuracy {share}", share=percent(summary.balanced_accuracy)),
        tr("How often the right class is among the three that the network finds most likely.")
        + "\n"
        + _balanced_hint(),
    )


def _balanced(summary: Summary) -> Figure:
    recalls = [each.recall for each in summary.classes if math.isfinite(each.recall)]
    worst, best = (percent(min(recalls)), percent(max(recalls))) if recalls else ("–", "–")
    return Figure(
        tr("Balanced accuracy"),
        percent(summary.balanced_accuracy),
        tr("every class counts the same"),
        tr("classes from {worst} to {best}", worst=worst, best=best),
        _balanced_hint(),
    )


def _balanced_hint() -> str:
    return tr(
        "Balanced accuracy is the average of how much of each class was recognised: a small class counts as much as "
        "a large one."
    )


def _of_part(part: Part, is_loss: bool) -> str:
    match part:
        case "test":
            return tr("Test loss") if is_loss else tr("Test accuracy")
        case "validation":
            return tr("Validation loss") if is_loss else tr("Validation accuracy")
        case "training":
            return tr("Training loss") if is_loss else tr("Training accuracy")


def _interval(summary: Summary) -> str:
    right = _of_all(summary.right, summary.count)
    low, high = (percent(each) for each in summary.interval)
    return tr("{right}; could be {low} to {high}", right=right, low=low.removesuffix(" %"), high=high)


def _of_all(right: int, count: int) -> str:
    return tr("{right:,} of {count:,}", right=right, count=count)


def _beside(results: Results, part: Part, values: dict[Part, str]) -> str:
    """The same number of the other parts, in one line."""
    names = {"training": tr("training"), "validation": tr("validation"), "test": tr("test")}
    said = [
        tr("{part} {value}", part=names[each], value=values[each])
        for each in _OTHERS
        if each != part and each in results.summaries
    ]
    return ", ".join(said)


def _sampled(results: Results) -> list[str]:
    """Which parts were not asked whole."""
    names = {"training": tr("training"), "validation": tr("validation"), "test": tr("test")}
    return [
        tr(
            "The number for {part} is from {asked:,} of its {all:,} pictures, drawn at random.",
            part=names[part],
            asked=results.summaries[part].count,
            all=count,
        )
        for part, count in results.sampled.items()
        if part in results.summaries
    ]


def _against_baseline(summary: Summary) -> str:
    low, high = summary.interval
    if high < summary.baseline:
        return tr("this network is worse")
    if low <= summary.baseline:
        return tr("this network is not clearly better")
    times = summary.accuracy / summary.baseline
    if times < 2:
        return tr("this network is better")
    digits = 1 if times < 3 and round(times, 1) != round(times) else 0
    return tr("this network is {times} times better", times=number(times, digits))
