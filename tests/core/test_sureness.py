"""Words for how sure an answer is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.answers import Answer
from core.sureness import Sureness, in_short, in_words, sureness


@pytest.mark.parametrize(
    ("ranked", "level", "words"),
    [
        ([("cat", 1.0)], Sureness.SURE, "The network is sure."),
        ([("cat", 0.9), ("dog", 0.1)], Sureness.SURE, "The network is sure."),
        ([("cat", 0.899), ("dog", 0.101)], Sureness.FAIRLY, "The network is fairly sure."),
        ([("cat", 0.6), ("dog", 0.4)], Sureness.FAIRLY, "The network is fairly sure."),
        ([("cat", 0.51), ("dog", 0.49)], Sureness.NOT, "Not sure: dog is almost as likely."),
        ([("cat", 0.55), ("dog", 0.1)], Sureness.NOT, "Not sure: it could also be dog."),
        ([("cat", float("nan")), ("dog", float("nan"))], Sureness.NOT, "Not sure: it could also be dog."),
        ([("cat", 0.2)], Sureness.NOT, "Not sure."),
        ([], Sureness.NOT, "Not sure."),
    ],
)
def test_without_calibration_words_follow_the_shares(
    ranked: list[tuple[str, float]], level: Sureness, words: str
) -> None:
    answer = Answer("a.png", tuple(ranked))
    assert sureness(answer) is level
    assert str(in_words(answer)) == words


@pytest.mark.parametrize(
    ("confidence", "level", "words"),
    [
        (0.97, Sureness.SURE, "The network is sure. Nearly all answers like this are right."),
        (0.9, Sureness.SURE, "The network is sure. Of ten answers like this, about 9 are right."),
        (0.72, Sureness.FAIRLY, "The network is fairly sure. Of ten answers like this, about 7 are right."),
        (0.5, Sureness.NOT, "Not sure: it could also be dog. Of ten answers like this, about 5 are right."),
        (0.02, Sureness.NOT, "Not sure: it could also be dog. Hardly any answers like this are right."),
        (float("nan"), Sureness.NOT, "Not sure: it could also be dog."),
    ],
)
def test_with_calibration_they_follow_the_confidence(confidence: float, level: Sureness, words: str) -> None:
    answer = Answer("a.png", (("cat", 0.95), ("dog", 0.05)), confidence=confidence)
    assert sureness(answer) is level
    assert str(in_words(answer)) == words


def test_a_foreign_photo_is_never_sure() -> None:
    answer = Answer("a.png", (("cat", 0.99), ("dog", 0.01)), confidence=0.99, is_foreign=True)
    assert sureness(answer) is Sureness.FOREIGN
    assert str(in_words(answer)) == "Not like anything that the network was trained on, so its answer says little."


def test_a_photo_that_is_not_foreign_is_as_sure_as_its_confidence() -> None:
    assert sureness(Answer("a.png", (("cat", 0.5),), confidence=0.95, is_foreign=False)) is Sureness.SURE


def test_class_names_with_braces_stay_as_they_are() -> None:
    answer = Answer("a.png", (("a", 0.5), ("{b}", 0.5)), confidence=0.5)
    assert str(in_words(answer)).startswith("Not sure: {b} is almost as likely.")


def test_short_words_differ() -> None:
    said = [str(in_short(level)) for level in sorted(Sureness)]
    assert said == ["unlike all it knows", "not sure", "fairly sure", "sure"]


@given(st.floats(0, 1), st.floats(0, 1))
def test_a_higher_share_is_never_less_sure(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert sureness(Answer("", (("a", low),))) <= sureness(Answer("", (("a", high),)))
    assert sureness(Answer("", confidence=low)) <= sureness(Answer("", confidence=high))
