"""The plots of the Training page: what they show of a run at any time, and how they move together."""

import math
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui import theme, translation
from gui.pages.training.page import TrainingPage
from gui.session import Session
from gui.state import State
from gui.widgets.training.curve_plot import CurvePlot
from gui.widgets.training.plot_content import PlotOptions
from tests.gui.stand_ins import Training, batch, epoch
from tests.gui.training_stage import (
    A_MINUTE_MS,
    batches,
    epochs,
    finish,
    open_pictures,
    plots,
    run_with_curves,
    shown,
    start,
    stop,
    tick,
    unfinished_run,
    until,
)

# The offscreen platform says so of least sizes and menus.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> None:
    theme.apply(qapp, "light")
    translation.install(qapp, "en")


@pytest.fixture
def session(qtbot: QtBot, training: Training) -> Iterator[Session]:
    made = Session()
    made.set_config(image_size_px=16, epochs=5, batch_size=8)
    yield made
    qtbot.waitUntil(made.end, timeout=A_MINUTE_MS)


@pytest.fixture
def trained(qtbot: QtBot, session: Session, colours: Path, training: Training) -> Session:
    """In its second epoch of five, of four batches each."""
    open_pictures(qtbot, session, colours)
    start(qtbot, session)
    training.tell([batch(1, 2, 0.9), batch(1, 4, 0.7), epoch(1, 0.61, 0.75, is_best=True), batch(2, 1, 0.6)])
    qtbot.waitUntil(lambda: len(session.batches) == 3)
    return session


# ---- what they show


def test_they_follow_the_training(qtbot: QtBot, trained: Session, training: Training) -> None:
    loss, accuracy = plots(shown(qtbot, trained))
    training.tell([batch(2, 4, 0.5), epoch(2, 0.58, 0.71, is_best=True), epoch(3, math.nan, math.nan, False)])
    qtbot.waitUntil(lambda: len(trained.epochs) == 3)
    assert epochs(loss)[:2] == [(0.4, 0.61), (0.4, 0.58)]
    assert epochs(accuracy)[:2] == [(0.9, 0.75), (0.9, 0.71)]
    assert batches(loss)[-1] == (2.0, 0.5)
    assert (loss.content().best, accuracy.content().best) == ((2, 0.58), (2, 0.71))
    qtbot.waitUntil(lambda: "epoch 3 of 5" in loss.accessibleDescription())
    assert loss.accessibleDescription().endswith("best: epoch 2, 0.58")
    stop(qtbot, trained)


def test_an_epoch_that_is_told_late_stands_where_it_ended(qtbot: QtBot, trained: Session, training: Training) -> None:
    loss, _ = plots(shown(qtbot, trained))
    training.tell([batch(2, 4), batch(3, 1), batch(3, 2), epoch(2, 0.5, 0.8, True)])
    qtbot.waitUntil(lambda: len(trained.epochs) == 2)
    assert [position for position, _ in batches(loss)] == [0.5, 1.0, 1.25, 2.0, 2.25, 2.5]
    assert epochs(loss) == [(0.4, 0.61), (0.4, 0.5)]
    stop(qtbot, trained)


def test_a_page_that_is_built_in_the_middle_shows_what_was_before(
    qtbot: QtBot, trained: Session, training: Training
) -> None:
    page = shown(qtbot, trained)
    loss, accuracy = plots(page)
    assert batches(loss) == [(0.5, 0.9), (1.0, 0.7), (1.25, 0.6)]
    assert batches(accuracy) == [(0.5, 0.8), (1.0, 0.8), (1.25, 0.8)]
    assert (epochs(loss), epochs(accuracy)) == ([(0.4, 0.61)], [(0.9, 0.75)])
    assert (loss.content().best, accuracy.content().best) == ((1, 0.61), (1, 0.75))
    assert loss.content().length == accuracy.content().length == 5
    training.tell([batch(2, 2, 0.55)])
    qtbot.waitUntil(lambda: len(trained.batches) == 4)
    assert batches(page.curves.loss)[-1] == (1.5, 0.55)
    stop(qtbot, trained)


def test_a_run_that_goes_on_shows_its_batches_from_before_and_new_ones(
    qtbot: QtBot, session: Session, training: Training
) -> None:
    page = shown(qtbot, session)
    session.monitor.resume_run(unfinished_run())
    until(qtbot, session, State.TRAINING)
    training.tell([batch(3, 1, 0.3)])
    qtbot.waitUntil(lambda: len(session.batches) == 1)
    for each in (page, shown(qtbot, session)):
        found = batches(each.curves.loss)
        assert len(found) == 21, "twenty of two whole epochs, none of the one that was cut off, one new"
        assert found[0] == (0.1, 1.0)
        assert found[-1] == (2.25, 0.3)
        assert [validation for _, validation in epochs(each.curves.loss)] == [1.0, 0.5]
    stop(qtbot, session)


def test_another_training_begins_with_empty_plots(qtbot: QtBot, trained: Session, training: Training) -> None:
    loss, accuracy = plots(shown(qtbot, trained))
    finish(qtbot, trained, training)
    assert epochs(loss) != []
    trained.start_training()
    for plot in (loss, accuracy):
        assert (epochs(plot), batches(plot), plot.content().best) == ([], [], None)
    until(qtbot, trained, State.TRAINING)
    stop(qtbot, trained)


def test_the_axis_is_as_long_as_what_is_planned(qtbot: QtBot, session: Session) -> None:
    loss, accuracy = plots(shown(qtbot, session))
    session.set_config(epochs=12)
    assert loss.content().length == accuracy.content().length == 12


def test_an_axis_ends_with_a_run_that_is_not_in_training(qtbot: QtBot, trained: Session, training: Training) -> None:
    both = plots(shown(qtbot, trained))
    training.tell([batch(2, 4), epoch(2, 0.5, 0.8, True), epoch(3, 0.5, 0.8, True), batch(4, 1)])
    qtbot.waitUntil(lambda: len(trained.epochs) == 3)
    assert [seen(plot) for plot in both] == [(0, 5)] * 2
    stop(qtbot, trained)
    assert [seen(plot) for plot in both] == [(0, 3)] * 2
    assert "of 5" in both[0].accessibleDescription()
    assert [seen(plot) for plot in plots(shown(qtbot, trained))] == [(0, 3)] * 2
    trained.start_training()
    assert [seen(plot) for plot in both] == [(0, 5)] * 2, "there is room for what comes"
    until(qtbot, trained, State.TRAINING)
    stop(qtbot, trained)


def test_one_epoch_has_an_axis_of_two(qtbot: QtBot, trained: Session) -> None:
    loss, _ = plots(shown(qtbot, trained))
    stop(qtbot, trained)
    assert seen(loss) == (0, 2)


def test_the_axis_ends_with_the_longest_ticked_run(qtbot: QtBot, session: Session) -> None:
    session.set_config(epochs=30)
    page = shown(qtbot, session)
    for day, count in ((1, 9), (2, 4)):
        tick(qtbot, page, run_listed(page, run_with_curves(day, *[0.5] * count)))
    assert seen(page.curves.loss) == seen(page.curves.accuracy) == (0, 9)
    session.monitor.compare(())
    assert seen(page.curves.loss) == (0, 30)


def test_a_change_that_has_nothing_to_do_with_it_leaves_the_zoom(qtbot: QtBot, session: Session) -> None:
    page = shown(qtbot, session)
    tick(qtbot, page, run_listed(page, run_with_curves(1, *[0.5] * 9)))
    zoom_in(qtbot, page.curves.loss)
    session.set_config(seed=5)
    assert page.curves.loss.whole_button.isVisible()


def run_listed(page: TrainingPage, folder: Path) -> Path:
    page.runs_card.runs_changed.emit()
    return folder


# ---- together


def zoom_in(qtbot: QtBot, plot: CurvePlot) -> None:
    qtbot.keyClick(plot, Qt.Key.Key_Plus)


def seen(plot: CurvePlot) -> tuple[float, float]:
    plot.redraw_now()
    chart = plot.canvas.chart()
    assert chart is not None
    return chart.scale.left, chart.scale.right


@pytest.mark.parametrize("which", [0, 1])
def test_both_zoom_together(qtbot: QtBot, trained: Session, training: Training, which: int) -> None:
    both = plots(shown(qtbot, trained))
    assert seen(both[0]) == (0, 5)
    zoom_in(qtbot, both[which])
    assert seen(both[0]) == seen(both[1]) != (0, 5)
    zoomed = seen(both[0])
    training.tell([batch(2, 2), epoch(2, 0.5, 0.8, True)])
    qtbot.waitUntil(lambda: len(trained.epochs) == 2)
    assert seen(both[0]) == zoomed, "it stays whatever arrives"
    both[1 - which].whole_button.click()
    assert seen(both[0]) == seen(both[1]) == (0, 5)
    stop(qtbot, trained)


@pytest.mark.parametrize("which", [0, 1])
def test_both_are_pointed_at_together(qtbot: QtBot, trained: Session, which: int) -> None:
    both = plots(shown(qtbot, trained))
    for plot in both:
        plot.redraw_now()
    qtbot.keyClick(both[which], Qt.Key.Key_Home)
    qtbot.keyClick(both[which], Qt.Key.Key_Right)
    for plot in both:
        assert plot.accessibleDescription().startswith("epoch 1:") or "epoch 1" in plot.accessibleDescription()
    assert "0.700" in both[0].accessibleDescription(), "the batch there"
    assert "80" in both[1].accessibleDescription()
    qtbot.keyClick(both[which], Qt.Key.Key_Escape)
    for plot in both:
        plot.redraw_now()
        assert plot.accessibleDescription().startswith("epoch 1 of 5")
    stop(qtbot, trained)


# ---- how they are drawn


def test_options_hold_for_both_and_at_the_next_start(qtbot: QtBot, trained: Session) -> None:
    page = shown(qtbot, trained)
    panel = page.plot_options.panel
    panel.log.click()
    panel.smoothing.setValue(60)
    for plot in plots(page):
        assert plot.content().smoothing == 0.6
        assert len(plot.content().smoothed) == 3
    panel.batches.click()
    assert batches(page.curves.loss) == []
    stop(qtbot, trained)
    trained.end()
    later = Session()
    page = shown(qtbot, later)
    assert page.plot_options.options() == PlotOptions(log=True, smoothing=0.6, with_batches=False)
    later.end()


def test_options_that_were_written_wrong_are_survived(qtbot: QtBot, session: Session) -> None:
    session.settings.plot_smoothing = 7.0
    assert shown(qtbot, session).plot_options.options().smoothing <= 1
