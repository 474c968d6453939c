"""Pictures that are copies of one another: in one class, in two, on both sides of the split. Light."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from core.pictures.dataset import PARTS
from core.pictures.health.checked import Checked
from core.pictures.health.issue import Issue, Mend, good, leaving_out
from core.words import Sentence, plural, say

_PART_WORDS = (say("training"), say("validation"), say("test"))

Positions = NDArray[np.int64]
Mask = NDArray[np.bool_]


def issues(checked: Checked) -> Iterator[Issue]:
    """The lines on copies."""
    identical, near = checked.prepared.duplicates.identical, checked.prepared.duplicates.near
    labels = checked.dataset.labels
    contradictory = _spans(identical, labels)
    alike_in_two = _spans(near, labels) & ~contradictory
    torn = _spans(near, checked.part_codes)
    if contradictory.any():
        yield _identical_in_two_classes(checked, np.flatnonzero(contradictory))
    if alike_in_two.any():
        yield _near_in_two_classes(checked, np.flatnonzero(alike_in_two))
    if torn.any():
        yield _on_both_sides(checked, np.flatnonzero(torn))
    copies = np.flatnonzero((identical != np.arange(len(identical))) & ~contradictory)
    if len(copies):
        yield _identical_in_one_class(checked, copies)
    yield from _kept_together(checked, ~_spans(near, labels) & ~torn)
    if checked.from_arrays:
        yield _augmented_copies()
    if not (contradictory.any() or alike_in_two.any()):
        yield good("near_identical", say("No picture stands in two classes"))
    if not torn.any():
        yield good("on_both_sides", say("No picture stands on both sides of the split"))


def _spans(groups: Positions, values: NDArray[np.integer]) -> Mask:
    """Which pictures are of a group in which `values` differ. A group is known by the position of its first."""
    differs = np.zeros(len(groups), np.bool_)
    differs[groups[values != values[groups]]] = True
    return differs[groups]


def _identical_in_two_classes(checked: Checked, positions: Positions) -> Issue:
    files = checked.files(positions)
    return Issue(
        "identical",
        "error",
        say("{count:,} identical pictures stand in two classes", count=len(positions)),
        say("The network is told that the same picture is one thing and another: it can learn neither."),
        files,
        _other_of_group(checked, positions, checked.prepared.duplicates.identical, _identical_with),
        (leaving_out(files),),
    )


def _near_in_two_classes(checked: Checked, positions: Positions) -> Issue:
    files = checked.files(positions)
    return Issue(
        "near_identical",
        "warning",
        plural(
            len(positions),
            say("1 near-identical picture stands in two classes"),
            say("{count:,} near-identical pictures stand in two classes", count=len(positions)),
        ),
        say("One of the two classes is probably wrong, and the network learns to mix them up."),
        files,
        _other_of_group(checked, positions, checked.prepared.duplicates.near, _looks_like),
        (leaving_out(files),),
    )


def _identical_in_one_class(checked: Checked, copies: Positions) -> Issue:
    count, files = len(copies), checked.files(copies)
    labels = np.unique(checked.dataset.labels[copies])
    name = checked.dataset.class_names[labels[0]]
    if len(labels) == 1:
        message = plural(
            count,
            say("1 “{name}” picture is a copy of another", name=name),
            say("{count:,} “{name}” pictures are copies of others", count=count, name=name),
        )
    else:
        message = say("{count:,} pictures are copies of others in their class", count=count)
    return Issue(
        "identical",
        "warning",
        message,
        say("The files are the same to the last byte: such pictures count more than once."),
        files,
        tuple(map(_identical_with, checked.files(checked.prepared.duplicates.identical[copies]))),
        (leaving_out(files, plural(count, say("Leave the copy out"), say("Leave the copies out"))),),
    )


def _on_both_sides(checked: Checked, positions: Positions) -> Issue:
    count, files = len(positions), checked.files(positions)
    parts = np.unique(checked.part_codes[positions])
    groups = checked.prepared.duplicates.near
    identical = checked.prepared.duplicates.identical
    are_identical = bool((identical[positions] == identical[groups[positions]]).all())
    if len(parts) == 2:
        sides = {"one": _PART_WORDS[parts[0]], "other": _PART_WORDS[parts[1]]}
        message = (
            say("{count:,} identical pictures stand in both {one} and {other}", count=count, **sides)
            if are_identical
            else say("{count:,} near-identical pictures stand in both {one} and {other}", count=count, **sides)
        )
    else:
        message = say("{count:,} near-identical pictures stand on both sides of the split", count=count)
    return Issue(
        "on_both_sides",
        "warning",
        message,
        say("Results would look better than they are."),
        files,
        _other_of_group(checked, positions, groups, _looks_like),
        (_mend_of_both_sides(checked, positions),),
    )


def _mend_of_both_sides(checked: Checked, positions: Positions) -> Mend:
    if checked.edits.keep_together is not True:
        return Mend(
            say("Keep them on one side"),
            say("Near-identical pictures are kept on one side of the split."),
            lambda edits: replace(edits, keep_together=True),
        )
    not_learned = positions[checked.part_codes[positions] != PARTS.index("training")]
    return leaving_out(checked.files(not_learned), say("Leave those outside training out"))


def _kept_together(checked: Checked, is_settled: Mask) -> Iterator[Issue]:
    """Look-alikes of one class that are on one side; copies to the byte have a line of their own."""
    duplicates = checked.prepared.duplicates
    if checked.edits.keep_together is False:
        return
    own = np.arange(len(duplicates.near))
    distinct = np.flatnonzero((duplicates.identical == own) & is_settled)
    _, inverse, sizes = np.unique(duplicates.near[distinct], return_inverse=True, return_counts=True)
    alike = distinct[sizes[inverse] > 1]
    if not len(alike):
        return
    files = checked.files(alike)
    copies = checked.files(alike[duplicates.near[alike] != alike])
    yield Issue(
        "kept_together",
        "info",
        say("{count:,} pictures look nearly the same as others of their class", count=len(alike)),
        say("They are kept on one side of the split, so that the test is on new pictures."),
        files,
        _other_of_group(checked, alike, duplicates.near, _looks_like),
        (leaving_out(copies, say("Keep one of each")),),
    )


def _augmented_copies() -> Issue:
    return Issue(
        "augmented_copies",
        "warning",
        say("Pictures of this file may be turned or mirrored copies of one another"),
        say("Copies of one photo may stand on both sides of the split: results would then look better than they are."),
    )


def _other_of_group(
    checked: Checked, positions: Positions, groups: Positions, note: Callable[[str], Sentence]
) -> tuple[Sentence, ...]:
    """For each picture the note on another of its group: the first, and the second for the first."""
    members = np.flatnonzero(np.isin(groups, np.unique(groups[positions])))
    later = members[groups[members] != members]
    # Written from the back, the earliest stays.
    second = dict(zip(groups[later[::-1]].tolist(), later[::-1].tolist(), strict=True))
    others = [second[each] if group == each else group for each, group in _pairs(positions, groups)]
    return tuple(map(note, checked.files(others)))


def _identical_with(file: str) -> Sentence:
    return say("Identical with {file}.", file=file)


def _looks_like(file: str) -> Sentence:
    return say("Looks like {file}.", file=file)


def _pairs(positions: Positions, groups: Positions) -> list[tuple[int, int]]:
    return list(zip(positions.tolist(), groups[positions].tolist(), strict=True))
