"""How a running job is steered from outside: stop, pause, ask for a snapshot."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from core.answers import Photo
from core.errors import Stopped

# How long a paused job leaves a question waiting: short enough to feel immediate, long enough to cost nothing.
SECONDS_BETWEEN_ANSWERS = 0.2


@dataclass(frozen=True)
class Watch:
    """Somebody looks at what the network in training makes of this photo: report `Watched` about once a second.

    `with_all_weights`: hand on large weight matrices too, which costs a copy of each; else they are `Withheld`.
    `is_seen`: False while nobody looks; the photo is then only kept with each epoch.
    """

    photo: Photo
    with_all_weights: bool = False
    is_seen: bool = True


class Control:
    """Handed to a job; the caller keeps it and may call it from any thread.

    A job calls `check()` wherever it can stop: it raises `Stopped` once asked to, and waits
    there while paused.
    """

    def __init__(self) -> None:
        self._stop = threading.Event()
        self._go = threading.Event()
        self._go.set()
        self._snapshot = threading.Event()
        self._watch: Watch | None = None
        self._learning_rate: float | None = None
        self.seconds_paused = 0.0

    @property
    def is_stopped(self) -> bool:
        """Whether the job was asked to stop."""
        return self._stop.is_set()

    @property
    def is_paused(self) -> bool:
        """Whether the job waits, or will at its next `check()`."""
        return not self._go.is_set()

    def stop(self) -> None:
        """Ask the job to end; also ends a pause."""
        self._stop.set()
        self._go.set()

    def pause(self) -> None:
        """Make the job wait at its next `check()`. Does nothing once it was asked to stop."""
        if not self._stop.is_set():
            self._go.clear()

    def resume(self) -> None:
        """Let a paused job go on."""
        self._go.set()

    def ask_snapshot(self) -> None:
        """Ask for a copy of the weights after the running batch, not only after the epoch."""
        self._snapshot.set()

    def take_snapshot_request(self) -> bool:
        """Whether a snapshot was asked for since the last call."""
        if not self._snapshot.is_set():
            return False
        self._snapshot.clear()
        return True

    def set_learning_rate(self, learning_rate: float) -> None:
        """Let a training go on with this rate from its next batch on."""
        self._learning_rate = learning_rate

    def take_learning_rate(self) -> float | None:
        """The rate that was set since the last call; None where none was."""
        taken, self._learning_rate = self._learning_rate, None
        return taken

    @property
    def watch(self) -> Watch | None:
        """What is watched now, if anything."""
        return self._watch

    def set_watch(self, watch: Watch | None) -> None:
        """Watch this from now on, or nothing; the first report comes after the running batch."""
        self._watch = watch

    def check(self, meanwhile: Callable[[], None] | None = None) -> None:
        """Wait while paused (`seconds_paused` counts it). Raises `Stopped` when asked to stop.

        `meanwhile` is called about five times a second during a pause, for what is asked of a job that waits. What it
        raises ends the wait.
        """
        if not self._go.is_set() and not self._stop.is_set():
            began = time.perf_counter()
            try:
                # Looked at again now and then: a stop may fall between the two questions above.
                while not self._go.wait(SECONDS_BETWEEN_ANSWERS) and not self._stop.is_set():
                    if meanwhile is not None:
                        meanwhile()
            finally:
                self.seconds_paused += time.perf_counter() - began
        if self._stop.is_set():
            raise Stopped
