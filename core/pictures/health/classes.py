"""Classes with too few pictures. Light."""

import re
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from core.pictures.health.checked import Checked
from core.pictures.health.issue import Issue, Mend, good, leaving_out
from core.words import Sentence, plural, say

# One for each part.
LEAST_PICTURES = 3
_LEAST_CLASSES = 2

# What classes are called that have no names: “class 1”, in any language.
_NUMBERED = re.compile(r"\D*\d+")

# A class is far smaller than the rest when it has less than this share of what is usual: the median of all classes but
# the smallest. At a third a network that never answers it loses little accuracy, so it has little reason to learn it.
SMALL_SHARE = 1 / 3


def issues(checked: Checked) -> Iterator[Issue]:
    """The lines on classes."""
    few = np.flatnonzero(checked.counts < LEAST_PICTURES)
    if len(few):
        yield _few(checked, few)
    empty = sorted(set(checked.dataset.empty_classes) - checked.edits.without_classes)
    if empty:
        yield _empty(empty)
    if len(checked.counts) < _LEAST_CLASSES:
        yield _one_class(checked)
    numbered = [name for name in checked.dataset.class_names if _NUMBERED.fullmatch(name)]
    if checked.from_arrays and numbered:
        yield _unnamed(numbered)
    small = small_classes(checked.counts)
    if len(small):
        yield _small(checked, small)
    else:
        yield good("small_class", say("No class is far smaller than the rest"))


def _one_class(checked: Checked) -> Issue:
    names = checked.dataset.class_names
    return Issue(
        "one_class",
        "error",
        say("“{name}” is the only class", name=names[0]) if names else say("There is no class to learn"),
        say("Telling apart takes at least two: training cannot start. Take one in again, or add a class."),
    )


def _unnamed(names: list[str]) -> Issue:
    return Issue(
        "unnamed",
        "info",
        plural(
            len(names),
            say("“{name}” has a number, no name", name=names[0]),
            say("{count} classes have numbers, no names", count=len(names)),
        ),
        say("The file names none. Name them in their rows, or with --class-names; the network answers with the names."),
    )


def small_classes(counts: NDArray[np.int64]) -> NDArray[np.int64]:
    """Which classes are far smaller than the rest, by how many pictures each has."""
    return np.flatnonzero(counts < SMALL_SHARE * usual_count(counts))


def usual_count(counts: NDArray[np.int64]) -> float:
    """How many pictures a class has where it is not small; 0 where there is no second."""
    return float(np.median(np.sort(counts)[1:])) if len(counts) > 1 else 0.0


def _files(checked: Checked, labels: NDArray[np.int64]) -> tuple[str, ...]:
    return checked.files(np.flatnonzero(np.isin(checked.dataset.labels, labels)))


def _listed(checked: Checked, labels: NDArray[np.int64]) -> str:
    return ", ".join(checked.dataset.class_names[label] for label in labels)


def _small(checked: Checked, labels: NDArray[np.int64]) -> Issue:
    weighs = checked.edits.class_weights
    mend = Mend(
        say("Weigh classes equally"),
        say("From now on each class weighs the same in training."),
        lambda edits: replace(edits, class_weights=True),
    )
    return Issue(
        "small_class",
        "info" if weighs else "warning",
        _small_message(checked, labels),
        say("Each class weighs the same in training, so the small one counts as well.")
        if weighs
        else say("A network that never answers it is still right most of the time, so it hardly learns it."),
        _files(checked, labels),
        mends=() if weighs else (mend,),
    )


def _small_message(checked: Checked, labels: NDArray[np.int64]) -> Sentence:
    label = int(labels[0])
    return plural(
        len(labels),
        say(
            "“{name}” has {count:,} pictures, the others about {others:,.0f}",
            name=checked.dataset.class_names[label],
            count=int(checked.counts[label]),
            others=usual_count(checked.counts),
        ),
        say(
            "{count:,} classes are far smaller than the rest: {names}",
            count=len(labels),
            names=_listed(checked, labels),
        ),
    )


def _few(checked: Checked, labels: NDArray[np.int64]) -> Issue:
    label = int(labels[0])
    name = checked.dataset.class_names[label]
    count = int(checked.counts[label])
    message = (
        plural(
            count,
            say("“{name}” has only 1 picture", name=name),
            say("“{name}” has only {count:,} pictures", name=name, count=count),
        )
        if len(labels) == 1
        else say(
            "{count:,} classes have fewer than {least} pictures: {names}",
            count=len(labels),
            least=LEAST_PICTURES,
            names=_listed(checked, labels),
        )
    )
    files = _files(checked, labels)
    return Issue(
        "few_pictures",
        "warning",
        message,
        say("It takes three to have one each for training, validation and test; for learning, many more."),
        files,
        mends=(leaving_out(files),),
    )


def _empty(names: list[str]) -> Issue:
    count = len(names)
    mend = Mend(
        plural(count, say("Leave it out"), say("Leave them out")),
        plural(count, say("“{name}” is left out.", name=names[0]), say("{count:,} classes left out.", count=count)),
        lambda edits: edits.leaving_out_classes(names),
    )
    return Issue(
        "empty_class",
        "warning",
        plural(
            count,
            say("“{name}” holds no pictures", name=names[0]),
            say("{count:,} folders hold no pictures: {names}", count=count, names=", ".join(names)),
        ),
        say("Without pictures it is no class: the network will not know it."),
        mends=(mend,),
    )
