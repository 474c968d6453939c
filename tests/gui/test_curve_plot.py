"""Curves that grow while training: what is shown, when it is drawn, and what odd values do."""

import math

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from gui.widgets.curve_canvas import nice_epochs, nice_top, reduced
from gui.widgets.curve_plot import CurvePlot, Kind

# The offscreen platform says so of every window with a layout.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def shown(qtbot: QtBot, kind: Kind = "loss") -> CurvePlot:
    plot = CurvePlot("Loss" if kind == "loss" else "Accuracy", kind)
    qtbot.addWidget(plot)
    plot.resize(400, 240)
    with qtbot.waitExposed(plot):
        plot.show()
    return plot


def y_top(plot: CurvePlot) -> float:
    return max(height for height, _ in plot._canvas.plot.getAxis("left")._tickLevels[0])


def y_words(plot: CurvePlot) -> list[str]:
    return [words for _, words in plot._canvas.plot.getAxis("left")._tickLevels[0]]


def x_numbers(plot: CurvePlot) -> list[float]:
    return [epoch for epoch, _ in plot._canvas.plot.getAxis("bottom")._tickLevels[0]]


def colours_in(plot: CurvePlot) -> int:
    picture = plot.grab().toImage()
    return len({picture.pixel(x, y) for x in range(0, picture.width(), 2) for y in range(0, picture.height(), 2)})


def test_whole_planned_length_stands_from_the_start(qtbot: QtBot) -> None:
    plot = shown(qtbot)
    plot.reset(30)
    plot.redraw_now()
    assert x_numbers(plot) == [0, 5, 10, 15, 20, 25, 30]
    left, right = plot._canvas.view_box.viewRange()[0]
    assert left < 0 < 30 < right
    assert right < 31.5


def test_curves_are_painted(qtbot: QtBot) -> None:
    plot = shown(qtbot)
    plot.reset(10)
    plot.redraw_now()
    empty = plot.grab().toImage()
    for step in range(1, 17):
        plot.add_batch(step / 4, 2.0 / step)
    for epoch in range(1, 5):
        plot.add_epoch(epoch, 2.0 / epoch, 2.2 / epoch)
    plot.set_best(4, 0.55)
    plot.redraw_now()
    assert plot.grab().toImage() != empty
    assert colours_in(plot) > 10


def test_arrivals_wait_for_the_timer(qtbot: QtBot) -> None:
    plot = shown(qtbot)
    plot.reset(2)
    plot.redraw_now()
    before = plot.accessibleDescription()
    plot.add_epoch(1, 0.5, 0.75)
    assert plot.accessibleDescription() == before
    qtbot.waitUntil(lambda: plot.accessibleDescription() != before, timeout=2000)
    assert plot.accessibleDescription() == "epoch 1 of 2: training 0.50, validation 0.75"


def test_hidden_plot_draws_nothing_until_shown(qtbot: QtBot) -> None:
    plot = CurvePlot("Loss", "loss")
    qtbot.addWidget(plot)
    plot.reset(3)
    plot.add_epoch(1, 0.5, 0.75)
    assert not plot._timer.isActive()
    with qtbot.waitExposed(plot):
        plot.show()
    assert "epoch 1 of 3" in plot.accessibleDescription()


def test_best_epoch_is_named(qtbot: QtBot) -> None:
    loss, accuracy = shown(qtbot), shown(qtbot, "accuracy")
    for plot, value in ((loss, 0.97), (accuracy, 0.71)):
        plot.reset(30)
        for epoch in range(1, 17):
            plot.add_epoch(epoch, value, value)
        plot.set_best(11, value)
        plot.redraw_now()
    assert loss._canvas._best_words.toPlainText() == "best: epoch 11, 0.97"
    assert accuracy._canvas._best_words.toPlainText() == "best: epoch 11, 71 %"
    assert loss.accessibleDescription().endswith("best: epoch 11, 0.97")
    loss.set_best(None)
    loss.redraw_now()
    assert not loss._canvas._best_words.isVisible()


def test_words_of_a_late_best_epoch_stay_inside(qtbot: QtBot) -> None:
    plot = shown(qtbot)
    plot.reset(30)
    plot.add_epoch(30, 1.0, 1.0)
    plot.set_best(30, 1.0)
    plot.redraw_now()
    words = plot._canvas._best_words
    plot.grab()
    right = words.textItem.sceneBoundingRect().right()
    assert right <= plot._canvas.widget.width()


def test_one_giant_first_batch_does_not_flatten_the_rest(qtbot: QtBot) -> None:
    plot = shown(qtbot)
    plot.reset(1)
    plot.add_batch(0.01, 4000.0)
    for step in range(2, 60):
        plot.add_batch(step / 100, 1.8)
    plot.redraw_now()
    assert y_top(plot) == 2.0


def test_epoch_values_are_never_cut(qtbot: QtBot) -> None:
    plot = shown(qtbot)
    plot.reset(5)
    plot.add_epoch(1, 1.0, 37.0)
    plot.redraw_now()
    assert y_top(plot) == 40.0


def test_settled_axis_does_not_shrink(qtbot: QtBot) -> None:
    plot = shown(qtbot)
    plot.reset(5)
    for step in range(20):
        plot.add_batch(step / 100, 3.9)
    plot.redraw_now()
    for step in range(20, 5000):
        plot.add_batch(step / 1000, 0.1)
    plot.redraw_now()
    assert y_top(plot) == 4.0


def test_accuracy_goes_from_nothing_to_all(qtbot: QtBot) -> None:
    plot = shown(qtbot, "accuracy")
    plot.redraw_now()
    assert y_words(plot) == ["0 %", "25 %", "50 %", "75 %", "100 %"]


@pytest.mark.parametrize("odd", [math.nan, math.inf, -math.inf])
def test_odd_values_leave_gaps(qtbot: QtBot, odd: float) -> None:
    plot = shown(qtbot)
    plot.reset(4)
    plot.add_batch(0.1, odd)
    plot.add_epoch(1, odd, odd)
    plot.set_best(1, odd)
    plot.redraw_now()
    plot.grab()
    plot.add_batch(0.2, 1.0)
    plot.add_batch(odd, 1.0)
    plot.add_batch(0.3, odd)
    plot.add_batch(0.4, 1.1)
    plot.add_epoch(2, 1.0, odd)
    plot.add_epoch(3, 0.9, 1.2)
    plot.redraw_now()
    plot.grab()
    assert y_top(plot) == 1.2


def test_run_continued_past_its_plan_makes_room(qtbot: QtBot) -> None:
    plot = shown(qtbot)
    plot.reset(3)
    plot.add_epoch(5, 1.0, 1.0)
    plot.redraw_now()
    assert x_numbers(plot)[-1] == 5
    with pytest.raises(ValueError, match="count from 1"):
        plot.add_epoch(0, 1.0, 1.0)


def test_reset_forgets(qtbot: QtBot) -> None:
    plot = shown(qtbot)
    plot.reset(2)
    plot.add_epoch(1, 9.0, 9.0)
    plot.add_epoch(2, 9.0, 9.0)
    plot.set_best(2, 9.0)
    plot.redraw_now()
    plot.reset(4)
    plot.redraw_now()
    assert plot.accessibleDescription() == "no epoch finished yet"
    assert y_top(plot) == 1.0


def test_wheel_and_focus_pass_by(qtbot: QtBot) -> None:
    plot = shown(qtbot)
    inside = plot.childAt(plot.rect().center())
    assert inside is None or inside is plot


def test_reduction_keeps_every_peak() -> None:
    x = np.linspace(0, 10, 10_000)
    y = np.zeros(10_000)
    y[[17, 5000, 9998]] = [5.0, -3.0, np.nan]
    across, up = reduced(x, y, 10, 300)
    assert len(across) == len(up) <= 602
    assert np.nanmax(up) == 5.0
    assert np.nanmin(up) == -3.0
    assert np.isfinite(up).all()


def test_reduction_keeps_gaps() -> None:
    x = np.linspace(0, 10, 10_000)
    y = np.where((x > 4) & (x < 6), np.nan, 1.0)
    across, up = reduced(x, y, 10, 100)
    assert np.isnan(up[(across > 4.2) & (across < 5.8)]).all()


@pytest.mark.parametrize(
    ("highest", "top"), [(0, 1.0), (1.9, 2.0), (2.0, 2.0), (2.3, 3.0), (0.013, 0.016), (math.nan, 1)]
)
def test_nice_tops(highest: float, top: float) -> None:
    assert nice_top(highest) == pytest.approx(top)


@pytest.mark.parametrize(("epochs", "step"), [(1, 1), (6, 1), (10, 2), (30, 5), (100, 20), (1000, 200)])
def test_nice_steps_of_epochs(epochs: int, step: int) -> None:
    assert nice_epochs(epochs) == step
