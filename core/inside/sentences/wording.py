"""What all sentences about numbers have in common."""

from core.inside.rounding import reading
from core.numerals import number
from core.words import Sentence, say


def figure(value: float) -> str:
    """A number as people write it: a whole one without decimals."""
    return number(value, 0) if abs(value) < 1e6 and value == round(value) else reading(value)


def joined(first: Sentence, *others: Sentence | None) -> Sentence:
    """One sentence after the other, in any language; None is left out."""
    for second in others:
        if second is not None:
            first = say("{first} {second}", first=first, second=second)
    return first
