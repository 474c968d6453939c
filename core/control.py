"""How a running job is steered from outside: stop, pause, ask for a snapshot."""

import threading

from core.errors import Stopped


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

    @property
    def is_stopped(self) -> bool:
        return self._stop.is_set()

    @property
    def is_paused(self) -> bool:
        return not self._go.is_set()

    def stop(self) -> None:
        """Ask the job to end; also ends a pause."""
        self._stop.set()
        self._go.set()

    def pause(self) -> None:
        self._go.clear()

    def resume(self) -> None:
        self._go.set()

    def ask_snapshot(self) -> None:
        """Ask for a copy of the weights after the running batch, not only after the epoch."""
        self._snapshot.set()

    def take_snapshot_request(self) -> bool:
        """Whether a snapshot was asked for since the last call."""
        asked = self._snapshot.is_set()
        self._snapshot.clear()
        return asked

    def check(self) -> None:
        """Wait while paused. Raises `Stopped` when asked to stop."""
        self._go.wait()
        if self._stop.is_set():
            raise Stopped
