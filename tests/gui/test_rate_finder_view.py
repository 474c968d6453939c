"""The search for a learning rate: it grows while it runs, says what it found, and lets the user choose."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.events import RateFindings, RateTried
from gui import theme
from gui.widgets.training.rate_finder_view import RateFinderView
from gui.widgets.training.rate_scale import RateScale

# The offscreen platform says so whenever a window's least size changes.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

RATES = tuple(float(rate) for rate in np.geomspace(1e-6, 1.0, 61))
LOSSES = tuple(2.3 - 1.2 / (1 + math.exp(-3 * (math.log10(rate) + 3))) + 40 * max(0, rate - 0.1) for rate in RATES)


@pytest.fixture
def view(qtbot: QtBot, qapp: QApplication) -> RateFinderView:
    theme.apply(qapp, "light")
    view = RateFinderView()
    view.resize(700, 320)
    qtbot.addWidget(view)
    view.show()
    qtbot.waitExposed(view)
    return view


def found(view: RateFinderView, suggested: float = 0.01) -> None:
    view.begin()
    for rate, loss in zip(RATES, LOSSES, strict=True):
        view.add(RateTried(rate, loss))
    view.show_findings(RateFindings(RATES, LOSSES, suggested))


def click_at(qtbot: QtBot, view: RateFinderView, rate: float) -> None:
    place = QPoint(round(view.plot.place_of(rate)), view.plot.height() // 2)
    qtbot.mouseClick(view.plot, Qt.MouseButton.LeftButton, pos=place)


def test_points_arrive_while_it_runs(view: RateFinderView) -> None:
    before = view.grab().toImage()
    view.add(RateTried(1e-5, 2.3))
    view.add(RateTried(1e-4, 2.1))
    assert view.grab().toImage() != before
    assert view.plot.accessibleDescription() == "rate 0.0001: loss 2.10"
    assert not view.use_button.isVisible()
    assert not view.close_button.isVisible()


def test_nothing_can_be_chosen_while_it_runs(qtbot: QtBot, view: RateFinderView) -> None:
    view.add(RateTried(1e-5, 2.3))
    with qtbot.assertNotEmitted(view.plot.chosen):
        click_at(qtbot, view, 1e-3)
        qtbot.keyClick(view.plot, Qt.Key.Key_Right)


def test_the_suggestion_is_offered(qtbot: QtBot, view: RateFinderView) -> None:
    found(view)
    assert view.use_button.text() == "Use 0.01"
    assert view.sentence().startswith("The loss is lowest near 0.1;")
    assert view.sentence().endswith(": 0.01.")
    with qtbot.waitSignal(view.rate_chosen) as heard:
        view.use_button.click()
    assert heard.args == [0.01]
    with qtbot.waitSignal(view.close_wanted):
        view.close_button.click()


def test_a_click_and_the_arrows_choose_another(qtbot: QtBot, view: RateFinderView) -> None:
    found(view)
    click_at(qtbot, view, 0.0003)
    assert view.use_button.text() == "Use 0.0003"
    qtbot.keyClick(view.plot, Qt.Key.Key_Right)
    assert view.use_button.text() == "Use 0.0005"
    assert view.plot.accessibleDescription().startswith("rate 0.0005: loss ")
    for _ in range(3):
        qtbot.keyClick(view.plot, Qt.Key.Key_Left)
    with qtbot.waitSignal(view.rate_chosen) as heard:
        view.use_button.click()
    assert heard.args == [5e-5]


def test_the_choice_stays_among_what_was_tried(qtbot: QtBot, view: RateFinderView) -> None:
    found(view)
    for _ in range(40):
        qtbot.keyClick(view.plot, Qt.Key.Key_Right)
    assert view.plot.rate() == 1.0
    qtbot.mouseClick(view.plot, Qt.MouseButton.LeftButton, pos=QPoint(1, 40))
    assert view.plot.rate() == pytest.approx(1e-6)


def test_where_nothing_was_found_it_says_what_to_do(qtbot: QtBot, view: RateFinderView) -> None:
    found(view, math.nan)
    assert "Larger batches" in view.sentence()
    assert not view.use_button.isVisible()
    assert view.close_button.isVisible()
    click_at(qtbot, view, 0.002)
    assert view.use_button.text() == "Use 0.002"


def test_stopped_before_its_end(qtbot: QtBot, view: RateFinderView) -> None:
    for rate, loss in list(zip(RATES, LOSSES, strict=True))[:40]:
        view.add(RateTried(rate, loss))
    view.show_stopped()
    assert view.close_button.isVisible()
    click_at(qtbot, view, 0.001)
    assert view.use_button.text() == "Use 0.001"


def test_a_new_search_forgets_the_one_before(view: RateFinderView) -> None:
    found(view)
    view.begin()
    assert view.plot.rate() is None
    assert not view.use_button.isVisible()
    assert view.plot.accessibleDescription() == ""


@pytest.mark.parametrize("losses", [(), (math.nan,) * 3, (2.0, math.inf, 1e300), (2.0, 2.0, 2.0), (0.0, 0.0, 0.0)])
def test_odd_losses_are_survived(view: RateFinderView, losses: tuple[float, ...]) -> None:
    rates = RATES[: len(losses)]
    for rate, loss in zip(rates, losses, strict=True):
        view.add(RateTried(rate, loss))
    assert not view.grab().isNull()
    view.show_findings(RateFindings(rates, losses, math.nan))
    assert not view.grab().isNull()


def test_another_rate_on_the_button_moves_nothing(qtbot: QtBot, view: RateFinderView) -> None:
    found(view)
    width = view.use_button.width()
    for _ in range(6):
        qtbot.keyClick(view.plot, Qt.Key.Key_Left)
        QApplication.processEvents()
        assert view.use_button.width() == width


@given(st.lists(st.floats(1e-6, 1e6), max_size=30))
def test_the_axes_hold_the_start_and_the_lowest(losses: list[float]) -> None:
    scale = RateScale.of(1e-6, 1.0, losses)
    assert scale.bottom < scale.top
    if losses:
        assert scale.bottom <= min(losses) * (1 + 1e-9)
        assert scale.height(min(losses)) <= 1 + 1e-9
    assert 1 <= len(scale.loss_ticks()) <= 12


@given(st.floats(1e-6, 1.0))
def test_across_and_back(rate: float) -> None:
    scale = RateScale(1e-6, 1.0, 0.0, 1.0)
    assert 0 <= scale.across(rate) <= 1
    assert scale.rate_at(scale.across(rate)) == pytest.approx(rate)


def test_a_search_that_was_stopped_early_has_rates_to_read_too() -> None:
    assert [words for _, words in RateScale(1e-6, 5e-6, 0.0, 1.0).rate_ticks()] == ["1e-6", "2e-6", "5e-6"]
    whole = RateScale(1e-6, 1.0, 0.0, 1.0).rate_ticks()
    assert [words for _, words in whole] == ["1e-6", "1e-5", "0.0001", "0.001", "0.01", "0.1", "1"]
