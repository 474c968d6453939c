"""Sums as shown: whether they add up on paper, and how many decimals numbers get."""

import math
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.inside.rounding import (
    adds_up,
    all_digits,
    as_shown,
    decimals,
    follows,
    power,
    reading,
    rounded,
    shown,
)
from core.numerals import MINUS

FLOATS = st.floats(-1e6, 1e6, allow_nan=False)
ANY = st.floats(width=32)


def on_paper(text: str) -> Decimal:
    return Decimal(text.replace(",", "").replace(MINUS, "-"))


@given(st.lists(FLOATS, min_size=1, max_size=30))
def test_a_sum_that_claims_to_add_up_does(terms: list[float]) -> None:
    result = rounded(terms, math.fsum(terms))
    on_hand = sum(map(on_paper, result.terms))
    assert result.adds_up == (on_hand == on_paper(result.total))


@given(st.lists(FLOATS, min_size=1, max_size=30))
def test_all_texts_of_a_sum_have_the_same_decimals(terms: list[float]) -> None:
    result = rounded(terms, math.fsum(terms))
    assert len({len(text.partition(".")[2]) for text in (*result.terms, result.total)}) == 1


@given(st.lists(st.integers(-10_000, 10_000), min_size=1, max_size=20))
def test_hundredths_always_add_up(hundredths: list[int]) -> None:
    assert rounded([each / 100 for each in hundredths], sum(hundredths) / 100, 2).adds_up


@given(FLOATS.filter(lambda value: abs(value) > 1e-5))
def test_a_number_never_reads_as_zero(value: float) -> None:
    assert on_paper(shown(value, decimals([value]))) != 0 or value == 0


@given(ANY, st.integers(0, 6))
def test_any_number_has_a_short_text(value: float, digits: int) -> None:
    for text in (shown(value, digits), reading(value), all_digits(value)):
        assert 0 < len(text) <= 18
        assert "-" not in text
        assert "nan" not in text


def test_a_last_digit_that_is_missing_is_said() -> None:
    assert rounded([0.081, 0.152, 0.161], 0.394, 2).adds_up
    assert not rounded([0.084, 0.084, 0.084], 0.252, 2).adds_up


def test_nothing_is_rounded_about_what_is_no_number() -> None:
    result = rounded([math.nan, 1.0], math.nan)
    assert (result.terms, result.total, result.adds_up) == (("–", "1.00"), "–", True)
    assert not adds_up(("∞", "1.00"), "∞")


@pytest.mark.parametrize(
    ("values", "widest", "digits"),
    [
        ([], True, 2),
        ([0.0], True, 2),
        ([0.38, -0.01], True, 2),
        ([225.87], True, 2),
        ([225.87], False, 0),
        ([12.3], False, 1),
        ([0.05], True, 3),
        ([0.004], True, 4),
        ([math.inf, 0.5], True, 2),
    ],
)
def test_decimals(values: list[float], widest: bool, digits: int) -> None:
    assert decimals(values, widest) == digits


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0, "0.00"),
        (-0.5, "−0.50"),
        (0.0123, "0.012"),
        (192.481, "192.48"),
        (3.2e-9, "3.2 × 10⁻⁹"),
        (-4e30, "−4.0 × 10³⁰"),
        (math.nan, "–"),
        (-math.inf, "−∞"),
    ],
)
def test_readings(value: float, text: str) -> None:
    assert reading(value) == text


def test_all_digits_of_a_float32() -> None:
    assert all_digits(-0.123456789) == "−0.123456789"
    assert all_digits(200.0) == "200"
    assert power(0.00012) == "1.2 × 10⁻⁴"


@given(FLOATS)
def test_what_is_shown_can_be_read_back(value: float) -> None:
    assert as_shown(reading(value)) == pytest.approx(value, rel=0.06, abs=1e-9) or abs(value) < 0.005
    assert follows(as_shown(reading(value)), reading(value))


def test_a_product_of_rounded_factors_may_miss_the_last_digit() -> None:
    assert follows(2.44 * 0.11, "0.27")
    assert not follows(2.44 * 0.11, "0.26")
    assert follows(math.nan, "–")
    assert as_shown("−4.0 × 10³⁰") == -4e30
    assert math.isnan(as_shown("∞"))
