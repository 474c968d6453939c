"""A line of the health report, and the mends that several of them share. Light."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Literal

from core.pictures.edits import Edits
from core.words import Sentence, plural, say

Severity = Literal["error", "warning", "info", "good"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info", "good")
"""The most severe first."""


@dataclass(frozen=True)
class Mend:
    """One click: `label` is the button's, `done` says afterwards what was done, `edits` makes the change; or the size
    that pictures are trained on at becomes `size_px`."""

    label: Sentence
    done: Sentence
    edits: Callable[[Edits], Edits]
    size_px: int | None = None


@dataclass(frozen=True)
class Issue:
    """One line of the report. `kind` is for programs; `files` are those concerned, as in `Picture.file`, and `notes`,
    where there are any, says something of each (why it cannot be read, what it is identical with).

    `message` is a line without a full stop, `consequence` a whole sentence; where all is good there is none.
    """

    kind: str
    severity: Severity
    message: Sentence
    consequence: Sentence
    files: tuple[str, ...] = ()
    notes: tuple[Sentence, ...] = ()
    mends: tuple[Mend, ...] = ()


def good(kind: str, message: Sentence) -> Issue:
    """Nothing is wrong here."""
    return Issue(kind, "good", message, Sentence(""))


def leaving_out(files: Collection[str], label: Sentence | None = None) -> Mend:
    """Do not learn from these pictures."""
    count = len(files)
    return Mend(
        label or plural(count, say("Leave it out"), say("Leave them out")),
        plural(
            count,
            say("1 picture left out of training."),
            say("{count:,} pictures left out of training.", count=count),
        ),
        lambda edits: edits.leaving_out(files),
    )
