"""Pictures that show nothing, too little, or give their class away by having no colour. Light."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from core.network.presets import SMALLEST_IMAGE_PX
from core.pictures.health.checked import Checked
from core.pictures.health.issue import Issue, Mend, leaving_out
from core.words import Sentence, plural, say

# Grey pictures give a class away when at least this share of it is grey, and the share is at least so many times that
# of all other classes together: where all have some, grey says nothing.
GREY_SHARE = 0.05
GREY_TIMES = 3


def issues(checked: Checked) -> Iterator[Issue]:
    """The lines on what pictures look like."""
    flat = np.flatnonzero(checked.prepared.facts.is_flat)
    if len(flat):
        yield _flat(checked, flat)
    grey = grey_classes(checked.dataset.labels, checked.prepared.facts.is_grey, checked.counts)
    if len(grey):
        yield _grey(checked, grey)
    small = np.flatnonzero(_is_enlarged(checked))
    if len(small):
        yield _small(checked, small)


def grey_classes(labels: NDArray[np.int32], is_grey: NDArray[np.bool_], counts: NDArray[np.int64]) -> NDArray[np.int64]:
    """The classes that grey pictures give away."""
    grey = np.bincount(labels[is_grey], minlength=len(counts))
    others, grey_others = counts.sum() - counts, grey.sum() - grey
    shares = grey / np.maximum(counts, 1)
    is_given_away = (shares >= GREY_SHARE) & (shares >= GREY_TIMES * grey_others / np.maximum(others, 1))
    return np.flatnonzero(is_given_away & (others > 0))


def _flat(checked: Checked, positions: NDArray[np.int64]) -> Issue:
    files = checked.files(positions)
    return Issue(
        "flat",
        "warning",
        plural(
            len(files),
            say("1 picture is of one single colour"),
            say("{count:,} pictures are of one single colour", count=len(files)),
        ),
        say("There is nothing on it to learn, yet the network is told that it shows its class."),
        files,
        tuple(say("In “{name}”.", name=checked.class_name(position)) for position in positions),
        (leaving_out(files),),
    )


def _grey(checked: Checked, labels: NDArray[np.int64]) -> Issue:
    is_grey = checked.prepared.facts.is_grey & np.isin(checked.dataset.labels, labels)
    files = checked.files(np.flatnonzero(is_grey))
    # Leaving out most of a class would be worse than what it mends.
    most = len(files) * 2 > int(checked.counts[labels].sum())
    return Issue(
        "grey",
        "warning",
        _grey_message(checked, labels, len(files)),
        say("Colour could give the class away: the network may learn that instead of what is shown."),
        files,
        mends=() if most else (leaving_out(files),),
    )


def _grey_message(checked: Checked, labels: NDArray[np.int64], count: int) -> Sentence:
    names = [checked.dataset.class_names[label] for label in labels]
    if len(names) > 1:
        return say("{count:,} pictures are grey, nearly all in: {names}", count=count, names=", ".join(names))
    if count == int(checked.counts[labels[0]]):
        return say("All “{name}” pictures are grey, the others in colour", name=names[0])
    return plural(
        count,
        say("1 “{name}” picture is grey", name=names[0]),
        say("{count:,} “{name}” pictures are grey", count=count, name=names[0]),
    )


def _is_enlarged(checked: Checked) -> NDArray[np.bool_]:
    """Which pictures have fewer pixels along a side than the frame shows of it."""
    widths, heights = checked.prepared.facts.widths, checked.prepared.facts.heights
    # Padded, the longer side fills the square; otherwise both do.
    side = np.maximum(widths, heights) if checked.frame.resize == "pad" else np.minimum(widths, heights)
    return side < checked.frame.size_px


def _small(checked: Checked, positions: NDArray[np.int64]) -> Issue:
    count, size = len(positions), checked.frame.size_px
    files = checked.files(positions)
    are_most = count * 2 > len(checked.dataset.pictures)
    if count == len(checked.dataset.pictures):
        message = say("All pictures are smaller than {size} × {size}", size=size)
    else:
        message = plural(
            count,
            say("1 picture is smaller than {size} × {size}", size=size),
            say("{count:,} pictures are smaller than {size} × {size}", count=count, size=size),
        )
    consequence = (
        say("They are enlarged for training, which shows nothing new: a smaller size learns faster.")
        if are_most
        else say("They are enlarged for training, and are blurred beside the others.")
    )
    mend = _smaller_size(checked, positions) if are_most else leaving_out(files)
    return Issue("small_pictures", "info", message, consequence, files, mends=(mend,))


def _smaller_size(checked: Checked, positions: NDArray[np.int64]) -> Mend:
    """At the size that half of the small pictures have."""
    facts = checked.prepared.facts
    sides = np.minimum(facts.widths[positions], facts.heights[positions])
    size = max(SMALLEST_IMAGE_PX, int(np.median(sides)))
    return Mend(
        say("Train at {size} × {size}", size=size),
        say("Pictures are trained on at {size} × {size}.", size=size),
        lambda edits: edits,
        size_px=size,
    )
