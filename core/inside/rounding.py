"""Numbers of one calculation as texts with a common number of decimals, and whether they add up on paper.

A reader who adds up what is shown should get the sum that is shown. Rounded terms often miss it by a last digit: then
the line has to say that it is rounded, and this module says when.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

import numpy as np

from core.numerals import MINUS, number

_SUPERSCRIPTS = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")
_PLAIN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_LARGE, _SMALL = 1e7, 1e-6


@dataclass(frozen=True)
class Rounded:
    """Terms and their sum as shown. `adds_up`: whether the shown terms give exactly the shown sum; also True where one
    of them is infinite or no number, so that there is nothing to add up."""

    terms: tuple[str, ...]
    total: str
    adds_up: bool


def rounded(terms: Sequence[float], total: float, digits: int | None = None) -> Rounded:
    """Terms and their exact sum, all with as many decimals: `digits`, or what fits the largest of them."""
    digits = decimals((*terms, total)) if digits is None else digits
    texts = tuple(shown(term, digits) for term in terms)
    sum_text = shown(total, digits)
    is_finite = all(map(math.isfinite, (*terms, total)))
    return Rounded(texts, sum_text, not is_finite or adds_up(texts, sum_text))


def adds_up(terms: Iterable[str], total: str) -> bool:
    """Whether these texts, read as numbers, give this one. Infinities and what is no number never do."""
    read = [_read(text) for text in (*terms, total)]
    numbers = [each for each in read if each is not None]
    return len(numbers) == len(read) and sum(numbers[:-1]) == numbers[-1]


def decimals(values: Iterable[float], widest: bool = True) -> int:
    """How many decimals to show these numbers with, side by side: two, more where all are so small that two would hide
    them, none where they are large. `widest` is False where there is little room: then large ones lose theirs
    sooner."""
    largest = max((abs(value) for value in values if math.isfinite(value)), default=0.0)
    if largest == 0 or largest >= 0.095:
        if widest:
            return 2 if largest < 1e4 else 0
        return 2 if largest < 9.995 else 1 if largest < 99.95 else 0
    return min(3 - math.floor(math.log10(largest * 1.0527)) - 2, 9)


def shown(value: float, digits: int) -> str:
    """A number with so many decimals; as a power of ten where it would be too long to read."""
    if math.isfinite(value) and abs(value) >= _LARGE:
        return power(value)
    return number(value, digits)


def reading(value: float) -> str:
    """A single number as people read it: two decimals, more only where two would hide a small one, and a power of ten
    where it is tiny or huge."""
    size = abs(value)
    if not math.isfinite(size) or size == 0:
        return number(value)
    if size >= _LARGE or size < _SMALL:
        return power(value)
    if size >= 0.095:
        return number(value, 2 if size < 1e4 else 0)
    return number(value, decimals([value]))


def power(value: float) -> str:
    """`1.2 × 10³⁰` for a number that is neither zero nor infinite."""
    mantissa, _, exponent = f"{value:.1e}".partition("e")
    text = f"{mantissa} × 10{str(int(exponent)).translate(_SUPERSCRIPTS)}"
    return text.replace("-", MINUS)


def all_digits(value: float) -> str:
    """Nine significant digits, as many as a float32 has: for whoever wants to see them all."""
    if not math.isfinite(value):
        return number(value)
    return f"{value:.9g}".replace("-", MINUS)


def texts_of(values: Iterable[float], digits: int) -> list[str]:
    """All of them with so many decimals."""
    return [shown(value, digits) for value in np.asarray(values, np.float64).ravel().tolist()]


def as_shown(text: str) -> float:
    """The number that a reader takes a text for; NaN where it is none."""
    if "×" in text:
        mantissa, _, exponent = text.partition(" × 10")
        return float(f"{mantissa}e{exponent.translate(_PLAIN)}".replace(MINUS, "-"))
    number_read = _read(text)
    return math.nan if number_read is None else float(number_read)


def follows(computed: float, text: str) -> bool:
    """Whether a number that a reader computes from what is shown reads as this text, to its last digit; also True
    where there is nothing to compute with."""
    if not math.isfinite(computed) or "×" in text:
        return True
    return number(computed, len(text.partition(".")[2])) == text


def _read(text: str) -> Decimal | None:
    plain = text.replace(",", "").replace(MINUS, "-")
    return Decimal(plain) if plain.lstrip("-").replace(".", "", 1).isdecimal() and plain.isascii() else None
