"""Work done ahead: in order, bounded, and nothing runs on after its end."""

import threading
import time
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.ahead import working_ahead
from core.errors import Stopped


def running() -> list[threading.Thread]:
    return [each for each in threading.enumerate() if each.name.startswith("test-ahead")]


@given(st.lists(st.integers(0, 3), max_size=20), st.integers(1, 3), st.integers(1, 5))
def test_results_come_in_the_order_of_the_items(naps_ms: list[int], threads: int, most_waiting: int) -> None:
    def work(item: tuple[int, int]) -> int:
        time.sleep(item[1] / 1000)
        return item[0]

    with working_ahead(threads, "test-ahead") as ahead:
        assert list(ahead.in_order(work, enumerate(naps_ms), most_waiting)) == list(range(len(naps_ms)))
    assert not running()


def test_no_more_items_are_taken_than_said() -> None:
    taken = 0

    def items() -> Iterator[int]:
        nonlocal taken
        while True:
            taken += 1
            yield taken

    with working_ahead(2, "test-ahead") as ahead:
        results = ahead.in_order(abs, items(), 5)
        for number in range(1, 10):
            assert next(results) == number
            assert taken <= number + 4
    assert not running()


def test_what_the_work_raises_comes_out_in_its_place() -> None:
    def work(item: int) -> int:
        if item == 2:
            raise TimeoutError
        return item

    with working_ahead(2, "test-ahead") as ahead:
        results = ahead.in_order(work, range(5), 3)
        assert [next(results), next(results)] == [0, 1]
        with pytest.raises(TimeoutError):
            next(results)
    assert not running()


def test_waiting_can_be_ended_while_work_runs() -> None:
    may_end = threading.Event()
    checks = 0

    def check() -> None:
        nonlocal checks
        checks += 1
        if checks == 3:
            may_end.set()
            raise Stopped

    with working_ahead(1, "test-ahead") as ahead:
        results = ahead.in_order(lambda _: may_end.wait(30), range(5), 3, check)
        with pytest.raises(Stopped):
            next(results)
    assert not running()
