"""Sentences are rendered when they are shown, in the language of that moment."""

from collections.abc import Iterator

import pytest

from core import words
from core.words import plural, say, tr


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    words.use_translator(None)


def test_a_sentence_is_its_template_with_the_values_in_it() -> None:
    assert str(say("{count:,} pictures in “{folder}”", count=1234, folder="a")) == "1,234 pictures in “a”"


def test_values_with_braces_stay_as_they_are() -> None:
    assert str(say("There is no folder “{folder}”.", folder="{x} {0}")) == "There is no folder “{x} {0}”."


def test_a_kept_sentence_follows_the_language() -> None:
    sentence = say("{count} pictures", count=3)
    words.use_translator({"{count} pictures": "写真{count}枚"}.__getitem__)
    assert str(sentence) == "写真3枚"
    assert sentence.in_english() == "3 pictures"
    assert tr("{count} pictures", count=4) == "写真4枚"
    words.use_translator(None)
    assert str(sentence) == "3 pictures"


def test_a_sentence_within_a_sentence_is_translated_too() -> None:
    words.use_translator({"left out: {reason}": "除外: {reason}", "It is empty.": "空です。"}.__getitem__)
    assert str(say("left out: {reason}", reason=say("It is empty."))) == "除外: 空です。"


@pytest.mark.parametrize(("count", "said"), [(0, "many"), (1, "one"), (2, "many")])
def test_plural(count: int, said: str) -> None:
    assert str(plural(count, say("one"), say("many"))) == said


def test_sentences_with_equal_parts_are_equal() -> None:
    assert say("a {b}", b=1) == say("a {b}", b=1)
    assert say("a {b}", b=1) != say("a {b}", b=2)
