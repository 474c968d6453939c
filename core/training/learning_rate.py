"""Learning rates as people write, read and step through them. Light."""

import math
import unicodedata
from decimal import Decimal

LARGEST_LEARNING_RATE = 10.0
"""Beyond, no network learns anything."""

_SHOWN_DIGITS = 6
_PLAIN_FROM = 1e-4
"""Smaller ones are written as powers of ten: nobody counts so many zeros."""


def rate_text(rate: float, digits: int = _SHOWN_DIGITS) -> str:
    """A rate above 0 with at most so many digits that count, and no zeros that say nothing: `0.0005`, `0.01`, `1`,
    `2e-6`; a dash where there is none."""
    if not (math.isfinite(rate) and rate > 0):
        return "–"
    rounded = Decimal(f"{rate:.{digits - 1}e}").normalize()
    if rounded >= Decimal(str(_PLAIN_FROM)):
        return f"{rounded:f}"
    figures, _, exponent = f"{rounded:e}".partition("e")
    return f"{figures}e{int(exponent)}"


def parse_rate(text: str) -> float | None:
    """What a user has written: `0.001`, `1e-3`, with a comma or full-width digits too. None where it is no number."""
    plain = unicodedata.normalize("NFKC", text).strip().replace(",", ".").replace("\N{MINUS SIGN}", "-")
    if "_" in plain:
        return None
    try:
        return float(plain)
    except ValueError:
        return None


def can_be_rate(rate: float | None) -> bool:
    """Whether a training can go on with it: above 0, at most LARGEST_LEARNING_RATE."""
    return rate is not None and math.isfinite(rate) and 0 < rate <= LARGEST_LEARNING_RATE


def next_rate(rate: float, steps: int) -> float:
    """So many steps up (or down, where negative) in 1, 2, 5, 10 … times powers of ten. Raises ValueError for a rate
    that is not above 0."""
    place = _place(rate)
    # Between two of them, the next one in either direction is the first step.
    at = math.floor(place) if steps > 0 else math.ceil(place)
    power, which = divmod(at + steps, 3)
    return float(f"{(1, 2, 5)[which]}e{power}")


def _place(rate: float) -> float:
    """Where a rate stands in the row … 0.1, 0.2, 0.5, 1 (place 0), 2 (1), 5 (2), 10 (3) …; half way between two."""
    if not (math.isfinite(rate) and rate > 0):
        raise ValueError(f"a learning rate is above 0, got {rate}")
    power = math.floor(math.log10(rate))
    # A logarithm just below a whole number may have been rounded up to it.
    for exponent in (power - 1, power, power + 1):
        for which, factor in enumerate((1, 2, 5)):
            one = float(f"{factor}e{exponent}")
            if math.isclose(rate, one, rel_tol=1e-9):
                return 3 * exponent + which
            if rate < one:
                return 3 * exponent + which - 0.5
    return 3 * (power + 1) + 2.5
