"""Learning rates as people write, read and step through them."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.training.learning_rate import LARGEST_LEARNING_RATE, can_be_rate, next_rate, parse_rate, rate_text

rates = st.floats(1e-12, 10)


@pytest.mark.parametrize(
    ("rate", "text"),
    [
        (0.001, "0.001"),
        (5e-4, "0.0005"),
        (0.01, "0.01"),
        (1.0, "1"),
        (10.0, "10"),
        (0.1 + 0.2, "0.3"),
        (1e-4, "0.0001"),
        (5e-5, "5e-5"),
        (2.5e-7, "2.5e-7"),
        (1e-300, "1e-300"),
        (math.nan, "–"),
        (0.0, "–"),
    ],
)
def test_no_zero_too_many(rate: float, text: str) -> None:
    assert rate_text(rate) == text


@pytest.mark.parametrize(
    "text",
    [
        "0.001",
        "1e-3",
        " 1E-3 ",
        ".001",
        "0,001",
        "1e\N{MINUS SIGN}3",
        "\N{FULLWIDTH DIGIT ONE}e-3",
        "0\N{FULLWIDTH FULL STOP}001",
    ],
)
def test_read_however_it_is_written(text: str) -> None:
    assert parse_rate(text) == 0.001


@pytest.mark.parametrize("text", ["", "-", "1e-", "much", "0.0.1", "1 000", "1_0", "0x1"])
def test_what_is_no_number(text: str) -> None:
    assert parse_rate(text) is None


@given(st.text())
def test_any_text_is_a_number_or_none(text: str) -> None:
    assert can_be_rate(parse_rate(text)) in (True, False)


@pytest.mark.parametrize("rate", [None, 0.0, -0.001, 10.1, math.inf, math.nan])
def test_what_cannot_be_a_rate(rate: float | None) -> None:
    assert not can_be_rate(rate)


@given(rates)
def test_what_is_shown_is_read_back(rate: float) -> None:
    assert parse_rate(rate_text(rate)) == pytest.approx(rate, rel=1e-5)
    assert rate_text(float(rate_text(rate))) == rate_text(rate)


@pytest.mark.parametrize(
    ("rate", "steps", "expected"),
    [
        (0.001, 1, 0.002),
        (0.002, 1, 0.005),
        (0.005, 1, 0.01),
        (0.001, -1, 0.0005),
        (0.003, 1, 0.005),
        (0.003, -1, 0.002),
    ],
)
def test_steps(rate: float, steps: int, expected: float) -> None:
    assert next_rate(rate, steps) == expected


@given(rates)
def test_a_step_goes_to_the_next_round_rate_and_back(rate: float) -> None:
    up, down = next_rate(rate, 1), next_rate(rate, -1)
    assert down < rate < up
    assert up <= 2.5 * rate * (1 + 1e-9)
    assert down >= rate / 2.5 * (1 - 1e-9)
    for each in (up, down):
        assert f"{each:.0e}"[0] in "125"
        assert rate_text(each, 1) == rate_text(each)
    assert next_rate(next_rate(up, -1), 1) == up


@given(rates, st.integers(1, 12))
def test_many_steps_are_as_many_single_ones(rate: float, steps: int) -> None:
    one_by_one = rate
    for _ in range(steps):
        one_by_one = next_rate(one_by_one, 1)
    assert next_rate(rate, steps) == one_by_one


@pytest.mark.parametrize("rate", [0.0, -1.0, math.nan, math.inf])
def test_nothing_can_be_stepped_from(rate: float) -> None:
    with pytest.raises(ValueError, match="above 0"):
        next_rate(rate, 1)


def test_the_largest_can_be_a_rate() -> None:
    assert can_be_rate(LARGEST_LEARNING_RATE)
