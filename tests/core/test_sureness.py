"""Words for how sure an answer is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
def test_words_follow_the_shares(ranked: list[tuple[str, float]], level: Sureness, words: str) -> None:
    assert sureness(ranked) is level
    assert str(in_words(ranked)) == words


def test_class_names_with_braces_stay_as_they_are() -> None:
    assert str(in_words([("a", 0.5), ("{b}", 0.5)])) == "Not sure: {b} is almost as likely."


def test_short_words_differ() -> None:
    assert [str(in_short(level)) for level in sorted(Sureness)] == ["not sure", "fairly sure", "sure"]


@given(st.floats(0, 1), st.floats(0, 1))
def test_a_higher_share_is_never_less_sure(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert sureness([("a", low)]) <= sureness([("a", high)])
