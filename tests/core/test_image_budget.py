"""Shares of a budget: never more than the total at once, in the order asked for, and nobody waits for ever."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.image_budget import Budget

TIMEOUT_S = 30


class Counted:
    """What is held at this moment, and the most that ever was."""

    def __init__(self, total: int) -> None:
        self.budget = Budget(total)
        self.held: list[int] = []
        self.most = 0
        self.company_of_large = 0
        self._total = total
        self._lock = threading.Lock()

    def work(self, weight: int) -> int:
        with self.budget.share(weight):
            with self._lock:
                self.held.append(weight)
                self.most = max(self.most, sum(self.held))
                if max(self.held) >= self._total:
                    self.company_of_large = max(self.company_of_large, sum(self.held) - max(self.held))
            threading.Event().wait(0.0005)
            with self._lock:
                self.held.remove(weight)
        return weight


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(0, 150), max_size=40), st.integers(1, 8))
def test_threads_stay_within_the_total_and_all_get_their_turn(weights: list[int], threads: int) -> None:
    counted = Counted(100)
    with ThreadPoolExecutor(threads) as pool:
        assert list(pool.map(counted.work, weights, timeout=TIMEOUT_S)) == weights
    assert counted.most <= max(100, *weights, 0)
    # Who needs the whole budget, or more, has it alone but for those that need nothing.
    assert counted.company_of_large == 0


def test_a_large_share_is_not_overtaken_by_small_ones() -> None:
    budget = Budget(10)
    order: list[int] = []
    first, holding = threading.Event(), threading.Event()

    def hold() -> None:
        with budget.share(5):
            holding.set()
            first.wait(TIMEOUT_S)

    def take(weight: int) -> None:
        with budget.share(weight):
            order.append(weight)

    threads = [threading.Thread(target=hold)]
    threads[0].start()
    assert holding.wait(TIMEOUT_S)
    for count, weight in enumerate((10, 1), start=1):
        threads.append(threading.Thread(target=take, args=(weight,)))
        threads[-1].start()
        for _ in range(TIMEOUT_S * 1000):
            if len(budget._waiting) == count:
                break
            threading.Event().wait(0.001)
    assert order == []  # there is room for 1, but 10 came first
    first.set()
    for thread in threads:
        thread.join(TIMEOUT_S)
    assert order == [10, 1]


def test_a_failure_gives_its_share_back() -> None:
    budget = Budget(10)
    with pytest.raises(KeyError), budget.share(10):
        raise KeyError
    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(lambda: budget.share(10).__enter__()).result(TIMEOUT_S) is None
