"""Numbers as people read them."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.numerals import MINUS, duration, file_size, number, percent


@pytest.mark.parametrize(
    ("share", "digits", "said"),
    [(0.718, 0, "72 %"), (0.7184, 1, "71.8 %"), (0.0, 0, "0 %"), (1.0, 1, "100.0 %"), (math.nan, 0, "–")],
)
def test_percent(share: float, digits: int, said: str) -> None:
    assert percent(share, digits) == said


@pytest.mark.parametrize(
    ("value", "digits", "said"),
    [
        (1234.5, 2, "1,234.50"),
        (-0.5, 1, MINUS + "0.5"),
        (-0.001, 2, "0.00"),
        (-0.0, 2, "0.00"),
        (0.005, 3, "0.005"),
        (math.nan, 2, "–"),
        (math.inf, 2, "∞"),
        (-math.inf, 2, MINUS + "∞"),
    ],
)
def test_number(value: float, digits: int, said: str) -> None:
    assert number(value, digits) == said


@given(st.floats(allow_nan=False, allow_infinity=False, width=32), st.integers(0, 6))
def test_a_number_can_be_read_back(value: float, digits: int) -> None:
    text = number(value, digits)
    read = float(text.replace(",", "").replace(MINUS, "-"))
    assert abs(read - value) <= 0.5 * 10**-digits * (1 + 1e-9) + abs(value) * 1e-12
    assert not (text.startswith(MINUS) and read == 0), "never a minus zero"


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(0, "0:00"), (7.4, "0:07"), (59.6, "1:00"), (117, "1:57"), (7390, "2:03:10"), (-3, "0:00"), (math.inf, "–")],
)
def test_duration(seconds: float, said: str) -> None:
    assert duration(seconds) == said


@given(st.integers(0, 10**7))
def test_a_duration_adds_up(seconds: int) -> None:
    total = 0
    for part in duration(seconds).split(":"):
        total = total * 60 + int(part)
    assert total == seconds


@pytest.mark.parametrize(
    ("size_bytes", "said"),
    [(0, "0 B"), (999, "999 B"), (1000, "1.0 kB"), (209_400_000, "209 MB"), (900_000_000, "0.9 GB"), (3e9, "3.0 GB")],
)
def test_file_size(size_bytes: float, said: str) -> None:
    assert file_size(size_bytes) == said
