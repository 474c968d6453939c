"""Axes of the plots: round numbers around what is in sight."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.widgets.training.plot_content import Content, Kind
from gui.widgets.training.plot_navigation import least_span, moved_into, nearest, stops, within, zoomed
from gui.widgets.training.plot_range import LossRange, needed_range, spikes_in
from gui.widgets.training.plot_scale import (
    log_range,
    log_ticks,
    nice_epochs,
    nice_range,
    nice_top,
    scale_of,
    tick_text,
)
from gui.widgets.training.plot_words import exact_text, value_text

LOSSES = st.floats(1e-9, 1e9)


def content(epochs: int = 30, batches: int = 0, kind: Kind = "loss") -> Content:
    """Ten whole epochs of a falling loss."""
    curve = np.full(epochs, np.nan)
    curve[:10] = np.linspace(2, 0.2, 10)
    positions = np.arange(1, batches + 1) / 40
    return Content(kind, epochs, curve, curve + 0.1, None, (), positions, 2 - positions / 10, np.empty(0))


@pytest.mark.parametrize(
    ("highest", "top"), [(0, 1.0), (1.9, 2.0), (2.0, 2.0), (2.3, 3.0), (0.013, 0.016), (math.nan, 1)]
)
def test_nice_tops(highest: float, top: float) -> None:
    assert nice_top(highest) == pytest.approx(top)


@pytest.mark.parametrize(("epochs", "step"), [(1, 1), (6, 1), (10, 2), (30, 5), (100, 20), (1000, 200)])
def test_nice_steps_of_epochs(epochs: int, step: int) -> None:
    assert nice_epochs(epochs) == step


@given(LOSSES, LOSSES)
def test_a_nice_range_holds_both_ends_and_little_more(one: float, other: float) -> None:
    low, high = min(one, other), max(one, other)
    bottom, top = nice_range(low, high)
    assert bottom <= low * (1 + 1e-5)
    assert top >= high * (1 - 1e-5)
    assert bottom >= 0
    assert top - bottom <= 4 * max(high - low, high * 0.02) + 1e-9 * high


@given(LOSSES, LOSSES)
def test_a_log_range_holds_both_ends_and_has_ticks(one: float, other: float) -> None:
    low, high = min(one, other), max(one, other)
    bottom, top = log_range(low, high)
    assert 0 < bottom <= low * 1.001
    assert top >= high * 0.999
    assert bottom > low / 5.1 or top > low
    ticks = log_ticks(bottom, top)
    assert 2 <= len(ticks) <= 6
    assert all(tick_text(tick) for tick in ticks)


@pytest.mark.parametrize(
    ("height", "words"), [(0.5, "0.5"), (10, "10"), (0.001, "0.001"), (2e-4, "2e−4"), (1e6, "1e6"), (0, "0")]
)
def test_ticks_are_short(height: float, words: str) -> None:
    assert tick_text(height) == words


@pytest.mark.parametrize(
    ("value", "words", "exact"),
    [(0.974, "0.97", "0.974"), (12.3456, "12.35", "12.346"), (0.00421, "0.0042", "0.00421"), (math.nan, "–", "–")],
)
def test_small_losses_keep_their_figures(value: float, words: str, exact: str) -> None:
    assert value_text("loss", value) == words
    assert exact_text("loss", value) == exact


def test_zoomed_axis_fits_what_is_in_sight() -> None:
    shown = content(batches=400)
    view = (7.0, 9.0)
    scale = scale_of(shown, view, log=False, ends=needed_range(shown, view, log=False))
    assert (scale.left, scale.right) == view
    assert (scale.low, scale.high) == (0.3, 1.5)
    whole = scale_of(shown, None, log=False, ends=needed_range(shown, None, log=False))
    assert (whole.low, whole.high) == (0.0, 3.0)


def test_a_line_across_the_view_is_in_sight_without_an_epoch() -> None:
    needed = needed_range(content(), (3.2, 3.8), log=False)
    assert needed is not None
    low, high = needed
    assert low == pytest.approx(2 - 0.2 * 2.8)
    assert high == pytest.approx(2.1 - 0.2 * 2.2)


def test_zoomed_numbers_of_epochs_may_be_parts() -> None:
    scale = scale_of(content(), (5.0, 6.0), log=False, ends=None)
    assert [words for _, words in scale.x_ticks] == ["5.0", "5.2", "5.4", "5.6", "5.8", "6.0"]


@given(st.floats(0.001, 100), st.floats(0, 30), st.floats(0, 30), st.floats(0.05, 5))
def test_zooming_stays_on_the_run(factor: float, one: float, other: float, least: float) -> None:
    view = within((min(one, other), max(one, other)), 30, least) or (0.0, 30.0)
    after = zoomed(view, 30, factor, (view[0] + view[1]) / 2, least)
    if after is not None:
        assert -1e-9 <= after[0] < after[1] <= 30 + 1e-9
        assert after[1] - after[0] >= least - 1e-9


@given(st.floats(0.1, 0.9))
def test_what_the_pointer_is_on_stays_below_it(share: float) -> None:
    around = 10 + 8 * share
    after = zoomed((10, 18), 30, 1.5, around, 1)
    assert after is not None
    assert (around - after[0]) / (after[1] - after[0]) == pytest.approx(share)


def test_a_view_follows_the_crosshair_just_far_enough() -> None:
    assert moved_into((5, 9), 7) == (5, 9)
    assert moved_into((5, 9), 11) == (7, 11)
    assert moved_into((5, 9), 2) == (2, 6)


def test_the_crosshair_stands_at_epochs_and_in_a_close_look_at_batches() -> None:
    shown = content(batches=400)
    assert stops(shown, None, 30 / 350).tolist() == list(range(1, 11))
    close = stops(shown, (5.0, 6.0), 1 / 350)
    assert len(close) == 41
    assert {5.0, 6.0} <= set(close.tolist())
    assert nearest(close, 5.26) == pytest.approx(5.25)


def test_before_the_first_epoch_the_crosshair_stands_at_batches() -> None:
    nothing = np.full(30, np.nan)
    begun = Content("loss", 30, nothing, nothing, None, (), np.array([0.1, 0.2]), np.array([2.0, 1.9]), np.empty(0))
    assert stops(begun, None, 0.1).tolist() == [0.1, 0.2]
    assert nearest(np.empty(0), 3.0) is None


def test_the_closest_look_is_at_ten_batches() -> None:
    assert least_span(content(batches=400)) == pytest.approx(10 / 40)
    assert least_span(content()) == 1.0


# ---- spikes


def with_losses(*losses: float, positions: object = (), values: object = ()) -> Content:
    curve = np.array(losses)
    nothing = np.full(len(curve), np.nan)
    batches = np.array(positions, np.float64), np.array(values, np.float64)
    return Content("loss", len(curve), curve, nothing, None, (), *batches, np.empty(0))


@pytest.mark.parametrize(
    ("losses", "spikes"),
    [
        ((10_000, 2, 2, 2), []),
        ((10_000, 2, 2, 2, 1.9), [0]),
        ((2, 2, 1e4, 9e3, 2, 1.5, 1.4), [2, 3]),
        ((39, 2, 2, 2, 2), []),
        ((2.3, 0.4, 0.1, 0.03, 0.01, 0.01, 0.01, 0.01, 0.01), []),
        ((1.0, 0, 0, 0, 0, 0), []),
        ((math.nan, 1e4, 2, 2, 2, 2), [1]),
        ((), []),
    ],
)
def test_spikes_stand_alone_above_all_others(losses: tuple[float, ...], spikes: list[int]) -> None:
    assert np.flatnonzero(spikes_in(np.array(losses))).tolist() == spikes


@given(st.lists(LOSSES | st.just(math.nan), max_size=40))
def test_spikes_are_the_fewer_and_the_higher(losses: list[float]) -> None:
    curve = np.array(losses, np.float64)
    spikes = spikes_in(curve)
    others = curve[~spikes & np.isfinite(curve)]
    if spikes.any():
        assert spikes.sum() <= len(others)
        assert curve[spikes].min() > 10 * others.max()


def test_a_spike_leaves_a_linear_axis_to_the_others() -> None:
    shown = with_losses(10_000, 2, 1.9, 1.8, 1.7)
    assert needed_range(shown, None, log=False) == (1.7, 2.0)
    assert needed_range(shown, None, log=True) == (1.7, 10_000)
    assert needed_range(shown, (0.5, 2.5), log=False) == (1.95, 10_000), "a close look shows it"


def test_the_batches_of_a_spike_go_with_it() -> None:
    positions = np.arange(1, 51) / 10
    values = np.where(positions <= 1, np.linspace(30_000, 50, 50), 2.0)
    axis, first = LossRange(), slice(0, 20)
    early = with_losses(10_000, 2, math.nan, math.nan, math.nan, positions=positions[first], values=values[first])
    ends = axis.ends(early, None, log=False)
    assert ends is not None
    assert ends[1] > 10_000
    late = with_losses(10_000, 2, 2, 2, 2, positions=positions, values=values)
    assert axis.ends(late, None, log=False) == (2.0, 2.0), "what was kept from before is forgotten"
