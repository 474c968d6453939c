"""What the session's state is made of: pages, what the window is doing, messages, the training that is watched."""

import enum
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from core.words import Sentence

PageKey = Literal["pictures", "training", "inside", "results", "classify", "settings", "help"]
PAGES: tuple[PageKey, ...] = ("pictures", "training", "inside", "results", "classify", "settings", "help")


def known_page(key: str) -> PageKey:
    """The page of that name; the first where there is none."""
    return next((each for each in PAGES if each == key), PAGES[0])


class State(enum.Enum):
    """What the window is doing. Every button's enabled state follows from it."""

    IDLE = "idle"
    PREPARING = "preparing"
    TRAINING = "training"
    PAUSED = "paused"
    STOPPING = "stopping"


# What each may become.
ALLOWED = {
    State.IDLE: {State.PREPARING},
    State.PREPARING: {State.TRAINING, State.STOPPING, State.IDLE},
    State.TRAINING: {State.PAUSED, State.STOPPING, State.IDLE},
    State.PAUSED: {State.TRAINING, State.STOPPING, State.IDLE},
    State.STOPPING: {State.IDLE},
}


# What the running job is about.
Work = Literal["pictures", "training", "rates", "forecast"]

# What the button of a message does. "go_on" reads the pictures on, "resume" goes on with the message's run,
# "open_pictures" opens those of the run whose results are in sight.
Action = Literal["undo", "redo", "go_on", "resume", "open_pictures", ""]


@dataclass(frozen=True)
class Message:
    """Something to say on a page, in place. `details` is what "Copy details" copies, `run` the one to go on with."""

    page: PageKey
    kind: Literal["error", "warning", "info", "good"]
    what: Sentence
    then: Sentence
    details: str = ""
    action: Action = ""
    run: Path | None = None


@dataclass(frozen=True)
class Live:
    """The run in sight. `batches_per_epoch` counts for one in training only."""

    title: str
    epochs: int
    batches_per_epoch: int
    run: Path
