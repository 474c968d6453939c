"""Trying learning rates: how far it goes, what it reports, what it makes of the losses, and that it leaves no trace."""

import math
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import places
from core.control import Control
from core.errors import Stopped
from core.events import Event, Preparing, RateFindings, RateTried
from core.pictures.scan import scan
from core.training.config import OPTIMIZERS, Optimizer, TrainingConfig
from core.training.rate_finder import (
    FEWEST_BATCHES,
    LARGEST_RATE,
    MOST_BATCHES,
    SMALLEST_RATE,
    SmoothedLoss,
    find_learning_rate,
    is_lost,
    suggestion,
)

pytestmark = pytest.mark.heavy

NAN = math.nan
RATES = np.geomspace(SMALLEST_RATE, LARGEST_RATE, MOST_BATCHES).tolist()


def find(
    folder: Path, optimizer: Optimizer = "adam", also: Callable[[Event, Control], None] = lambda _event, _control: None
) -> tuple[RateFindings, list[Event]]:
    events, control = list[Event](), Control()

    def report(event: Event) -> None:
        events.append(event)
        also(event, control)

    config = TrainingConfig(image_size_px=12, batch_size=8, optimizer=optimizer, learning_rate=0.5)
    return find_learning_rate(scan(folder), config, report, control), events


# ---- trying


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_it_finds_a_rate_to_learn_with_and_writes_no_run(
    make_colours: Callable[..., Path], optimizer: Optimizer
) -> None:
    findings, events = find(make_colours(per_class=12), optimizer)
    count = len(findings.rates)
    assert findings.rates == tuple(RATES[:count])
    assert count == MOST_BATCHES or is_lost(findings.losses)
    assert 1e-5 <= findings.suggested <= 1e-1
    tried = [event for event in events if isinstance(event, RateTried)]
    assert [event.learning_rate for event in tried] == list(findings.rates)
    smoothed = SmoothedLoss()
    # Every picture weighs the same, and the last batch of an epoch may be smaller.
    assert smoothed.add(tried[0].loss, 8) == pytest.approx(findings.losses[0])
    told = [event for event in events if isinstance(event, Preparing) and event.total == MOST_BATCHES]
    assert [event.done for event in told] == list(range(count))
    assert not list(places.runs_folder().glob("*"))


def test_the_same_pictures_and_seed_find_the_same(make_colours: Callable[..., Path]) -> None:
    folder = make_colours(per_class=6)
    assert repr(find(folder)[0]) == repr(find(folder)[0])


@pytest.mark.parametrize("kind", [Preparing, RateTried])
def test_a_stop_is_followed_at_once(make_colours: Callable[..., Path], kind: type) -> None:
    seen: list[Event] = []

    def stop(event: Event, control: Control) -> None:
        seen.append(event)
        if isinstance(event, kind):
            control.stop()

    with pytest.raises(Stopped):
        find(make_colours(per_class=6), also=stop)
    assert sum(isinstance(event, RateTried) for event in seen) <= 1


# ---- smoothing


@given(st.lists(st.tuples(st.floats(0, 50), st.integers(1, 64)), min_size=1, max_size=30))
def test_the_mean_lies_within_what_it_is_of(batches: list[tuple[float, int]]) -> None:
    smoothed = SmoothedLoss()
    found = [smoothed.add(loss, pictures) for loss, pictures in batches]
    losses = [loss for loss, _ in batches]
    assert found[0] == pytest.approx(losses[0])
    assert min(losses) - 1e-9 <= found[-1] <= max(losses) + 1e-9


def test_an_even_loss_stays_as_it_is() -> None:
    smoothed = SmoothedLoss()
    assert [smoothed.add(1.8, 32) for _ in range(5)] == pytest.approx([1.8] * 5)


def test_small_batches_count_less() -> None:
    small, large = SmoothedLoss(), SmoothedLoss()
    for each in (small, large):
        each.add(1.0, 32)
    assert small.add(3.0, 1) < large.add(3.0, 32)


def test_no_number_stays_no_number() -> None:
    smoothed = SmoothedLoss()
    smoothed.add(NAN, 32)
    assert math.isnan(smoothed.add(1.0, 32))


# ---- an end


@pytest.mark.parametrize(
    ("losses", "expected"),
    [
        ([1.8], False),
        ([1.8, 1.0, 3.9], False),
        ([1.8, 1.0, 4.1], True),
        ([1.8, NAN], True),
        ([1.8, math.inf], True),
        ([NAN], True),
    ],
)
def test_is_lost(losses: list[float], expected: bool) -> None:
    assert is_lost(losses) == expected


# ---- a suggestion


def curve(lowest: float, depth: float = 0.5, start: float = 1.8) -> list[float]:
    """Losses that fall to a lowest one at this rate and then rise."""
    away = np.abs(np.log10(np.array(RATES) / lowest))
    return (start * (1 - depth * np.exp(-(away**2)))).tolist()


@pytest.mark.parametrize(
    ("lowest", "expected"), [(1e-2, 1e-3), (5e-3, 5e-4), (2.1e-3, 2e-4), (1.3e-2, 1e-3), (8e-3, 1e-3), (0.1, 0.01)]
)
def test_a_tenth_of_the_rate_with_the_lowest_loss(lowest: float, expected: float) -> None:
    assert suggestion(RATES, curve(lowest)) == expected


def test_where_the_loss_falls_at_none_there_is_none() -> None:
    flat = [1.8 + 0.005 * math.sin(place) for place in range(MOST_BATCHES)]
    assert math.isnan(suggestion(RATES, flat))
    assert math.isnan(suggestion(RATES, [1.8 + place for place in range(MOST_BATCHES)]))


@pytest.mark.parametrize("count", [0, 1, FEWEST_BATCHES])
def test_a_few_batches_show_nothing(count: int) -> None:
    assert math.isnan(suggestion(RATES[:count], curve(1e-2)[:count]))


def test_chance_in_the_first_batches_is_not_taken_for_learning() -> None:
    losses = curve(1e-2)
    losses[0] = 0.1
    assert suggestion(RATES, losses) == 1e-3


def test_the_end_may_be_no_number() -> None:
    assert suggestion(RATES[:90], [*curve(1e-2)[:89], NAN]) == 1e-3
    assert math.isnan(suggestion(RATES[:12], [NAN] * 12))


@given(st.lists(st.one_of(st.floats(0, 1e9), st.just(NAN), st.just(math.inf)), max_size=MOST_BATCHES))
def test_it_is_one_of_1_2_5_or_none(losses: list[float]) -> None:
    found = suggestion(RATES[: len(losses)], losses)
    if not math.isnan(found):
        assert f"{found:.0e}"[0] in "125"
        assert float(f"{found:.0e}") == found
        assert SMALLEST_RATE / 20 <= found <= LARGEST_RATE / 5
