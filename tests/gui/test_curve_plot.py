"""Curves that grow while training: what is shown, when it is drawn, and what odd values do."""

import math

import numpy as np
import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui import theme
from gui.widgets.training.curve_plot import CurvePlot
from gui.widgets.training.plot_content import Kind, Overlay, PlotOptions
from gui.widgets.training.plot_lines import reduced
from gui.widgets.training.plot_painting import best_rect, covered

# The offscreen platform says so of every window with a layout.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def shown(qtbot: QtBot, kind: Kind = "loss") -> CurvePlot:
    plot = CurvePlot("Loss" if kind == "loss" else "Accuracy", kind)
    qtbot.addWidget(plot)
    plot.resize(400, 240)
    with qtbot.waitExposed(plot):
        plot.show()
    return plot


def y_words(plot: CurvePlot) -> list[str]:
    chart = plot.canvas.chart()
    assert chart is not None
    return [words for _, words in chart.scale.y_ticks]


def y_top(plot: CurvePlot) -> float:
    chart = plot.canvas.chart()
    assert chart is not None
    return chart.scale.high


def x_numbers(plot: CurvePlot) -> list[float]:
    chart = plot.canvas.chart()
    assert chart is not None
    return [epoch for epoch, _ in chart.scale.x_ticks]


def colours_in(plot: CurvePlot) -> int:
    picture = plot.grab().toImage()
    return len({picture.pixel(x, y) for x in range(0, picture.width(), 2) for y in range(0, picture.height(), 2)})


def test_whole_planned_length_stands_from_the_start(qtbot: QtBot) -> None:
    plot = shown(qtbot)
    plot.reset(30)
    plot.redraw_now()
    assert x_numbers(plot) == [0, 5, 10, 15, 20, 25, 30]
    chart = plot.canvas.chart()
    assert chart is not None
    assert (chart.scale.left, chart.scale.right) == (0, 30)


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
    assert accuracy.accessibleDescription().endswith("best: epoch 11, 71 %")
    assert loss.accessibleDescription().endswith("best: epoch 11, 0.97")
    loss.set_best(None)
    loss.redraw_now()
    assert "best" not in loss.accessibleDescription()


def test_words_of_a_late_best_epoch_stay_inside(qtbot: QtBot) -> None:
    plot = shown(qtbot)
    plot.reset(30)
    plot.add_epoch(30, 1.0, 1.0)
    plot.set_best(30, 1.0)
    plot.redraw_now()
    chart, content = plot.canvas.chart(), plot.content()
    assert chart is not None
    words = best_rect(chart, content, np.empty((0, 2)))
    assert words is not None
    assert 0 <= words.left() < words.right() <= plot.canvas.width()


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
        plot.add_batch(0.2 + step / 1100, 0.1)
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


def test_batches_trained_anew_take_the_place_of_the_old(qtbot: QtBot) -> None:
    plot = shown(qtbot)
    plot.reset(2)
    plot.add_batches([0.25, 0.5, 0.75, 1.0, 1.25], [5.0] * 5)
    plot.add_batch(0.75, 1.0)
    assert plot.content().positions.tolist() == [0.25, 0.5, 0.75]
    assert plot.content().values.tolist() == [5.0, 5.0, 1.0]


def test_many_batches_at_once_are_the_same_as_one_by_one(qtbot: QtBot) -> None:
    many, single = shown(qtbot), shown(qtbot)
    x, y = np.arange(1, 2001) / 100, np.linspace(2, 1, 2000)
    for plot in (many, single):
        plot.reset(20)
    many.add_batches(x, y)
    for position, value in zip(x.tolist(), y.tolist(), strict=True):
        single.add_batch(position, value)
    many.redraw_now()
    single.redraw_now()
    assert many.grab().toImage() == single.grab().toImage()


def test_log_scale_is_for_the_loss_alone(qtbot: QtBot) -> None:
    loss, accuracy = shown(qtbot), shown(qtbot, "accuracy")
    for plot in (loss, accuracy):
        plot.reset(3)
        for epoch, value in enumerate((0.9, 0.09, 0.0, 0.012), 1):
            plot.add_epoch(epoch, value, value)
        plot.set_options(PlotOptions(log=True))
        plot.redraw_now()
        plot.grab()
    assert y_words(accuracy) == ["0 %", "25 %", "50 %", "75 %", "100 %"]
    assert "1" in y_words(loss)
    assert "0" not in y_words(loss)


def test_a_loss_of_nothing_but_zero_has_a_log_axis(qtbot: QtBot) -> None:
    plot = shown(qtbot)
    plot.set_options(PlotOptions(log=True))
    for step in range(1, 30):
        plot.add_batch(step / 30, 0.0)
    plot.add_epoch(1, 0.0, 0.0)
    plot.redraw_now()
    plot.grab()
    assert len(y_words(plot)) > 1


def test_smoothing_is_drawn_and_leaves_the_epochs(qtbot: QtBot) -> None:
    plot = shown(qtbot)
    plot.reset(4)
    plot.add_batches(np.arange(1, 161) / 40, 1 + np.random.default_rng(1).normal(size=160) / 5)
    plot.add_epoch(1, 1.0, 1.1)
    plot.redraw_now()
    before, told = plot.grab().toImage(), plot.accessibleDescription()
    plot.set_options(PlotOptions(smoothing=0.9))
    plot.redraw_now()
    assert plot.grab().toImage() != before
    assert plot.accessibleDescription() == told
    plot.set_options(PlotOptions())
    plot.redraw_now()
    assert plot.grab().toImage() == before


def test_batches_can_be_left_out(qtbot: QtBot) -> None:
    with_some, without = shown(qtbot), shown(qtbot)
    for plot in (with_some, without):
        plot.reset(2)
        plot.add_epoch(1, 1.0, 1.1)
    with_some.add_batches([0.2, 0.4, 0.6], [1.5, 1.4, 1.3])
    with_some.set_options(PlotOptions(smoothing=0.5, with_batches=False))
    for plot in (with_some, without):
        plot.redraw_now()
    assert with_some.grab().toImage() == without.grab().toImage()


def test_the_axis_grows_to_the_longest_run(qtbot: QtBot) -> None:
    plot = shown(qtbot)
    plot.reset(10)
    plot.redraw_now()
    alone = plot.grab().toImage()
    plot.set_overlays([Overlay("run 1", np.full(40, 3.0), np.full(40, 3.5)), Overlay("run 2", np.ones(3), np.ones(3))])
    plot.redraw_now()
    assert x_numbers(plot)[-1] == 40
    assert y_top(plot) == 4.0
    assert plot.accessibleDescription() == "no epoch finished yet"
    plot.set_overlays([])
    plot.redraw_now()
    assert plot.grab().toImage() == alone


def test_four_further_runs_are_the_most(qtbot: QtBot) -> None:
    plot = shown(qtbot)
    runs = [Overlay(f"a run with quite a long name {number}", np.ones(4), np.ones(4)) for number in range(7)]
    plot.set_overlays(runs)
    plot.redraw_now()
    plot.grab()
    assert [run.name for run in plot.content().overlays] == [run.name for run in runs[:4]]


def test_reduction_keeps_every_peak() -> None:
    x = np.linspace(0, 10, 10_000)
    y = np.zeros(10_000)
    y[[17, 5000, 9998]] = [5.0, -3.0, np.nan]
    across, up = reduced(x, y, 30)
    assert len(across) == len(up) <= 602
    assert np.nanmax(up) == 5.0
    assert np.nanmin(up) == -3.0
    assert np.isfinite(up).all()


def test_reduction_keeps_gaps() -> None:
    x = np.linspace(0, 10, 10_000)
    y = np.where((x > 4) & (x < 6), np.nan, 1.0)
    across, up = reduced(x, y, 10)
    assert np.isnan(up[(across > 4.2) & (across < 5.8)]).all()


def test_reduction_takes_positions_with_holes() -> None:
    x = np.concatenate([np.linspace(0, 1, 5000), np.linspace(9, 10, 5000)])
    across, up = reduced(x, np.sin(x * 40), 30)
    assert len(across) <= 130
    assert across[0] == 0
    assert 9.9 < across[-1] <= 10
    assert np.all(np.diff(across) >= 0)
    assert np.abs(up).max() <= 1


def test_a_spike_leaves_the_plot_at_the_top(qtbot: QtBot) -> None:
    plot = shown(qtbot)
    plot.reset(6)
    for epoch, loss in enumerate((10_000.0, 2.0, 1.9, 1.8, 1.7, 1.6), 1):
        plot.add_epoch(epoch, loss, loss + 0.1 if epoch > 1 else math.nan)
    plot.redraw_now()
    assert y_top(plot) == 3.0
    chart = plot.canvas.chart()
    assert chart is not None
    above = plot.rect().adjusted(0, 24, 0, 0)
    above.setBottom(int(chart.area.top()) - 3)
    picture = plot.grab(above).toImage()
    surface = picture.pixel(above.width() - 1, 0)
    right = range(int(chart.area.left()), picture.width())
    assert {picture.pixel(x, y) for x in right for y in range(picture.height())} == {surface}


def test_the_axis_can_end_before_what_was_planned(qtbot: QtBot) -> None:
    plot = shown(qtbot)
    plot.reset(200)
    plot.add_batches(np.arange(1, 31) / 2, np.ones(30))
    for epoch in range(1, 16):
        plot.add_epoch(epoch, 1.0, 1.1)
    plot.zoom_to((20, 40))
    plot.point_at(15.0)
    plot.set_length(15)
    plot.redraw_now()
    assert x_numbers(plot)[-1] == 15
    plot.zoom_to(None)
    plot.set_length(14)
    plot.redraw_now()
    assert x_numbers(plot)[-1] <= 14
    assert "epoch 15 of 200" in plot.accessibleDescription()
    qtbot.keyClick(plot, Qt.Key.Key_End)
    assert plot.accessibleDescription().startswith("epoch 14:"), "the crosshair stays on the axis"
    plot.set_overlays([Overlay("run 1", np.ones(40), np.ones(40))])
    plot.redraw_now()
    assert x_numbers(plot)[-1] == 40
    plot.add_epoch(16, 1.0, 1.0)
    plot.set_overlays([])
    plot.redraw_now()
    assert plot.content().length == 16


@pytest.mark.parametrize("kind", ["loss", "accuracy"])
@pytest.mark.parametrize(("left_px", "down"), [(0, "top"), (0, "bottom"), (1, "top"), (1, "bottom")])
def test_words_of_the_best_epoch_go_where_the_curves_are_not(qtbot: QtBot, kind: Kind, left_px: int, down: str) -> None:
    plot = shown(qtbot, kind)
    plot.resize(600, 300)
    plot.reset(30)
    plot.add_epoch(30, 0.5, 0.5)
    plot.set_best(15, 0.5)
    plot.redraw_now()
    chart, content = plot.canvas.chart(), plot.content()
    assert chart is not None
    area = chart.area
    free = QRectF(area.left() + left_px * area.width() / 2, area.top(), area.width() / 2, area.height() / 2)
    if down == "bottom":
        free.translate(0, area.height() / 2)
    everywhere = np.array(np.meshgrid(np.arange(0.0, 600, 4), np.arange(0.0, 300, 4))).reshape(2, -1).T
    inside = (np.abs(everywhere - (free.center().x(), free.center().y())) < (free.width() / 2, free.height() / 2)).all(
        1
    )
    rect = best_rect(chart, content, everywhere[~inside])
    assert rect is not None
    assert free.contains(rect.center())


def test_words_of_the_best_epoch_know_the_curves(qtbot: QtBot) -> None:
    """On a logarithmic axis the validation loss runs along the top, where the words usually stand."""
    plot = shown(qtbot)
    plot.reset(40)
    plot.set_options(PlotOptions(log=True))
    for epoch in range(1, 41):
        plot.add_epoch(epoch, 1.0, 1.0)
    plot.add_epoch(40, 0.1, 1.0)
    plot.set_best(20, 1.0)
    plot.redraw_now()
    plot.grab()
    chart = plot.canvas.chart()
    assert chart is not None
    points = plot.canvas._points
    rect = best_rect(chart, plot.content(), points)
    assert rect is not None
    usual = best_rect(chart, plot.content(), np.empty((0, 2)))
    assert usual is not None
    assert covered(rect, points) < covered(usual, points)


def test_a_narrow_legend_keeps_all_its_samples(qapp: QApplication, qtbot: QtBot) -> None:
    """Beside the button of a zoomed plot, in a window of 1280 pixels."""
    theme.apply(qapp, "light")
    both = shown(qtbot), shown(qtbot, "accuracy")
    for plot in both:
        plot.resize(385, 240)
        plot.reset(10)
        plot.add_batches(np.arange(1, 101) / 10, np.linspace(0.9, 0.2, 100))
        plot.zoom_to((2, 8))
    without = [first_sample(plot) for plot in both]
    for plot in both:
        plot.set_options(PlotOptions(smoothing=0.5))
    assert all(first_sample(plot) < before for plot, before in zip(both, without, strict=True))


def first_sample(plot: CurvePlot) -> int:
    """Where the legend begins, right of the button."""
    plot.redraw_now()
    line = plot.grab().toImage().copy(0, 0, plot.width(), 24)
    surface = line.pixel(line.width() - 1, 0)
    columns = range(plot.whole_button.geometry().right() + 1, line.width())
    return next(x for x in columns if any(line.pixel(x, y) != surface for y in range(24)))
