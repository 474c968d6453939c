"""What is wrong with a folder of pictures, in plain words, each with its consequence and its mends. Light.

Nothing here touches the disk: a mend makes new `Edits`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from core.pictures.edits import Edits
from core.words import Sentence

Severity = Literal["error", "warning", "info", "good"]


@dataclass(frozen=True)
class Mend:
    """One click: `label` is the button's, `done` says afterwards what was done, `edits` makes the change."""

    label: Sentence
    done: Sentence
    edits: Callable[[Edits], Edits]


@dataclass(frozen=True)
class Issue:
    """One line of the report. `kind` is for programs; `files` are those concerned, as in `Picture.file`, and `notes`,
    where there are any, says something of each (why it cannot be read, what it is identical with)."""

    kind: str
    severity: Severity
    message: Sentence
    consequence: Sentence
    files: tuple[str, ...] = ()
    notes: tuple[Sentence, ...] = ()
    mends: tuple[Mend, ...] = ()
