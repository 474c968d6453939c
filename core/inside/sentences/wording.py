"""What all sentences about numbers have in common."""

from core.inside.rounding import reading
from core.numerals import number


def figure(value: float) -> str:
    """A number as people write it: a whole one without decimals."""
    return number(value, 0) if abs(value) < 1e6 and value == round(value) else reading(value)
