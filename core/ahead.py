"""Work done ahead on a few threads, in order, whatever its amount. Light: knows nothing of what is worked on."""

from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

# How often somebody who waits is asked whether to go on waiting.
_SECONDS_BETWEEN_CHECKS = 0.1


class Ahead:
    """Threads that work ahead of who takes the results. To be used as `working_ahead` gives it."""

    def __init__(self, pool: ThreadPoolExecutor) -> None:
        self._pool = pool
        self.is_over = False
        """Nobody takes the results any more: what runs may end early."""

    def in_order(
        self,
        work: Callable[[Item], Result],
        items: Iterable[Item],
        most_waiting: int,
        check: Callable[[], None] = lambda: None,
    ) -> Generator[Result, None, None]:
        """`work(item)` for each item, in their order; of `items` no more than `most_waiting` are taken ahead.

        `check` is called about ten times a second while a result is waited for; what it raises ends the waiting, as
        does what `work` raises.
        """
        waiting: deque[Future[Result]] = deque()
        left = iter(items)
        while True:
            while len(waiting) < most_waiting:
                try:
                    waiting.append(self._pool.submit(work, next(left)))
                except StopIteration:
                    break
            if not waiting:
                return
            yield _result(waiting.popleft(), check)


@contextmanager
def working_ahead(threads: int, name: str, begin: Callable[[], None] | None = None) -> Generator[Ahead, None, None]:
    """Threads for one piece of work; when the block is left, however, they have ended. `begin` is called on each."""
    pool = ThreadPoolExecutor(threads, name, begin)
    ahead = Ahead(pool)
    try:
        yield ahead
    finally:
        ahead.is_over = True
        pool.shutdown(cancel_futures=True)


def _result(future: Future[Result], check: Callable[[], None]) -> Result:
    while True:
        check()
        try:
            return future.result(_SECONDS_BETWEEN_CHECKS)
        except TimeoutError:
            if future.done():
                raise  # the work's own
