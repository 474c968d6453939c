"""How much memory all threads together decode pictures in. Knows no pictures."""

import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager


class Budget:
    """A semaphore with weights: what is held at once stays within `total`, whatever the number of threads.

    Whoever asks for more than the total holds all of it, alone. Shares are given in the order in which they were asked
    for, so that a large one is not kept waiting by small ones for ever. Who holds a share must not ask for another.
    """

    def __init__(self, total: int) -> None:
        self._total = self._free = total
        self._changed = threading.Condition()
        self._waiting: deque[object] = deque()

    @contextmanager
    def share(self, weight: int) -> Iterator[None]:
        """Hold `weight` (0 or more) of the total within the block; waits until so much is free."""
        weight = min(weight, self._total)
        with self._changed:
            if self._waiting or weight > self._free:
                self._wait_for(weight)
            self._free -= weight
        try:
            yield
        finally:
            with self._changed:
                self._free += weight
                if self._waiting:
                    self._changed.notify_all()

    def _wait_for(self, weight: int) -> None:
        turn = object()
        self._waiting.append(turn)
        try:
            self._changed.wait_for(lambda: self._waiting[0] is turn and weight <= self._free)
        finally:
            # Also when the wait is broken off. The next in turn may fit too.
            self._waiting.remove(turn)
            self._changed.notify_all()
