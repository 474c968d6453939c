"""Answers kept as rows of numbers come back as they were given."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.answer_store import ANSWERED, FAILED, WAITING, AnswerStore, packed
from core.answers import Answer, Photo
from core.classification import ranked_answer
from core.sureness import Sureness
from core.words import say

pytestmark = pytest.mark.heavy

CLASSES = ("ape", "bee", "cat", "dog")


def photos(count: int) -> list[Photo]:
    return [Photo(f"{number}.jpg", f"/p/{number}.jpg") for number in range(count)]


def answer(number: int, shares: list[float], confidence: float | None = None, is_foreign: bool | None = None) -> Answer:
    values = np.array(shares, np.float32)
    return ranked_answer(f"/p/{number}.jpg", values, CLASSES[: len(shares)], None, confidence, is_foreign)


shares = st.lists(st.floats(0, 1, width=32), min_size=4, max_size=4)


@given(st.lists(st.tuples(shares, st.none() | st.just(0.5), st.none() | st.booleans()), min_size=1, max_size=6))
def test_answers_come_back_as_they_were(given_answers: list[tuple[list[float], float | None, bool | None]]) -> None:
    answers = [answer(number, *each) for number, each in enumerate(given_answers)]
    store = AnswerStore(photos(len(answers)))
    store.take(packed(answers, CLASSES))
    assert list(store) == answers
    assert [store[number] for number in range(len(answers))] == answers
    assert [float(each) for each in store.best] == [each.probability for each in answers]
    assert [CLASSES[label] for label in store.labels] == [each.label for each in answers]
    assert [float(each) for each in store.second_best] == [each.ranked[1][1] for each in answers]


def test_what_waits_is_none_and_what_failed_says_why() -> None:
    store = AnswerStore(photos(4))
    assert list(store) == [None] * 4
    assert None in store
    error = Answer("/p/2.jpg", error=say("Not a picture."))
    store.take(packed([answer(1, [0.1, 0.7, 0.1, 0.1]), error], CLASSES, first=1))
    assert store[0] is None
    assert store[2] == error
    assert store[3] is None
    assert store.states.tolist() == [WAITING, ANSWERED, FAILED, WAITING]
    assert (store.done, store.failed, len(store)) == (2, 1, 4)
    store.put(0, answer(0, [1, 0, 0, 0]))
    store.take(packed([error], CLASSES, first=3))
    assert None not in store


def test_the_level_takes_calibration_and_strangeness_into_account() -> None:
    store = AnswerStore(photos(3))
    same = [0.95, 0.05, 0.0, 0.0]
    store.take(packed([answer(0, same), answer(1, same, 0.3), answer(2, same, 0.9, True)], CLASSES))
    assert [store.level(number) for number in range(3)] == [Sureness.SURE, Sureness.NOT, Sureness.FOREIGN]


def test_classes_of_one_name_are_no_trouble() -> None:
    names = ("ape", "ape", "bee")
    given_answer = ranked_answer("/p/0.jpg", np.array([0.2, 0.5, 0.3], np.float32), names)
    store = AnswerStore(photos(1))
    store.take(packed([given_answer], names))
    assert store[0] == given_answer


def test_a_network_of_one_class_has_no_second() -> None:
    store = AnswerStore(photos(1))
    store.take(packed([answer(0, [1.0])], CLASSES[:1]))
    assert store.second_best.tolist() == [0.0]


def test_answers_of_two_networks_are_never_mixed() -> None:
    store = AnswerStore(photos(2))
    store.put(0, answer(0, [0.1, 0.2, 0.3, 0.4]), CLASSES)
    with pytest.raises(ValueError, match="expected shares of"):
        store.take(packed([ranked_answer("x", np.array([1.0], np.float32), ("zoo",))], ("zoo",), first=1))


def test_a_single_answer_keeps_its_pixels_and_a_copy_has_none() -> None:
    pixels = np.zeros((4, 4, 3), np.uint8)
    given_answer = ranked_answer("/p/0.jpg", np.array([0.6, 0.4], np.float32), ("ape", "bee"), pixels)
    store = AnswerStore(photos(2))
    store.put(0, given_answer)
    kept = store[0]
    assert kept is not None
    assert kept.pixels is pixels
    copied = store.copy()
    store.put(1, ranked_answer("/p/1.jpg", np.array([0.6, 0.4], np.float32), ("ape", "bee")))
    assert copied.done == 1
    assert copied[1] is None
    first = copied[0]
    assert first is not None
    assert first.pixels is None
    assert first.ranked == given_answer.ranked


def test_sixty_thousand_answers_of_a_hundred_classes_take_little() -> None:
    count = 60_000
    store = AnswerStore(photos(count))
    arrays = (store.states, store.levels, store.labels, store.best, store.second_best)
    assert sum(each.nbytes for each in arrays) < 2_000_000
    names = tuple(f"class {number}" for number in range(100))
    rows = packed([ranked_answer("x", np.full(100, 0.01, np.float32), names)], names, first=count - 1)
    store.take(rows)
    last = store[count - 1]
    assert last is not None
    assert last.file == f"/p/{count - 1}.jpg"
    assert store[-1] == last
