"""Crosshair and zoom of the plots, by mouse, wheel and keyboard, in two plots that follow each other."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.widgets.training.curve_canvas import CurveCanvas
from gui.widgets.training.curve_plot import CurvePlot
from gui.widgets.training.plot_content import Content, Overlay
from gui.widgets.training.plot_scale import Scale

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
EPOCHS = 20


@pytest.fixture
def plots(qtbot: QtBot) -> tuple[CurvePlot, CurvePlot]:
    """Loss and accuracy after ten of twenty epochs of forty batches, linked as on the page."""
    window = QWidget()
    layout = QHBoxLayout(window)
    loss, accuracy = CurvePlot("Loss", "loss"), CurvePlot("Accuracy", "accuracy")
    for plot in (loss, accuracy):
        plot.setFixedSize(392, 236)
        layout.addWidget(plot)
        plot.reset(EPOCHS)
        plot.add_batches(np.arange(1, 401) / 40, np.linspace(0.9, 0.1, 400))
        for epoch in range(1, 11):
            plot.add_epoch(epoch, 1 - epoch / 20, 1 - epoch / 25)
    for one, other in ((loss, accuracy), (accuracy, loss)):
        one.pointed.connect(other.point_at)
        one.zoomed.connect(other.zoom_to)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    return loss, accuracy


def at(plot: CurvePlot, epoch: float) -> QPoint:
    chart = plot.canvas.chart()
    assert chart is not None
    return QPoint(round(chart.point(epoch, 0.5).x()), round(chart.area.center().y()))


def view(plot: CurvePlot) -> tuple[float, float]:
    plot.redraw_now()
    chart = plot.canvas.chart()
    assert chart is not None
    return chart.scale.left, chart.scale.right


def drag(qtbot: QtBot, plot: CurvePlot, start: float, end: float) -> None:
    qtbot.mousePress(plot.canvas, Qt.MouseButton.LeftButton, pos=at(plot, start))
    qtbot.mouseMove(plot.canvas, at(plot, (start + end) / 2))
    qtbot.mouseMove(plot.canvas, at(plot, end))
    qtbot.mouseRelease(plot.canvas, Qt.MouseButton.LeftButton, pos=at(plot, end))


def turn(plot: CurvePlot, epoch: float, x: int = 0, y: int = 120, ctrl: bool = True) -> bool:
    """Turn the wheel over a place; whether the plot took it."""
    place = QPointF(at(plot, epoch))
    keys = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
    event = QWheelEvent(
        place,
        plot.canvas.mapToGlobal(place),
        QPoint(),
        QPoint(x, y),
        Qt.MouseButton.NoButton,
        keys,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    plot.canvas.wheelEvent(event)
    return event.isAccepted()


def test_pointing_shows_the_nearest_epoch_in_both(qtbot: QtBot, plots: tuple[CurvePlot, CurvePlot]) -> None:
    loss, accuracy = plots
    qtbot.mouseMove(loss.canvas, at(loss, 4.2))
    assert loss.accessibleDescription().startswith("epoch 4: training 0.800, validation 0.840, batch ")
    assert accuracy.accessibleDescription().startswith("epoch 4: training 80.0 %, validation 84.0 %, batch ")
    # Nothing is known of later epochs.
    qtbot.mouseMove(loss.canvas, at(loss, 17))
    assert accuracy.accessibleDescription().startswith("epoch 10:")
    loss.canvas.hovered.emit(None)
    assert accuracy.accessibleDescription().startswith("epoch 10 of 20")


def test_every_further_run_is_read_out(plots: tuple[CurvePlot, CurvePlot]) -> None:
    loss, _ = plots
    loss.set_overlays([Overlay("slow", np.full(5, 2.5), np.full(5, 3.5))])
    loss.redraw_now()
    loss.point_at(4.0)
    loss.grab()
    assert "this run 0.800 / 0.840, slow 2.500 / 3.500" in loss.accessibleDescription()
    loss.point_at(9.0)
    assert "slow – / –" in loss.accessibleDescription()


def test_the_readout_stays_inside_and_off_the_line(plots: tuple[CurvePlot, CurvePlot]) -> None:
    for plot in plots:
        for epoch in range(1, 11):
            plot.point_at(float(epoch))
            plot.grab()
            rect = plot.canvas.readout_rect
            chart = plot.canvas.chart()
            assert chart is not None
            assert chart.area.contains(rect)
            assert not rect.left() <= chart.point(epoch, 0.5).x() <= rect.right()


def test_the_crosshair_does_not_draw_the_curves_again(
    plots: tuple[CurvePlot, CurvePlot], monkeypatch: pytest.MonkeyPatch
) -> None:
    loss, _ = plots
    loss.redraw_now()
    loss.grab()
    drawn = []
    honest = CurveCanvas._draw

    def draw(canvas: CurveCanvas, content: Content, scale: Scale) -> object:
        drawn.append(canvas)
        return honest(canvas, content, scale)

    monkeypatch.setattr(CurveCanvas, "_draw", draw)
    before = loss.grab().toImage()
    for epoch in range(1, 11):
        loss.point_at(float(epoch))
        loss.grab()
    assert not drawn
    assert loss.grab().toImage() != before


def test_arrows_walk_and_escape_leaves(qtbot: QtBot, plots: tuple[CurvePlot, CurvePlot]) -> None:
    loss, accuracy = plots
    assert loss.focusPolicy() & Qt.FocusPolicy.TabFocus
    told: list[float | None] = []
    loss.pointed.connect(told.append)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Home, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_End):
        qtbot.keyClick(loss, key)
    assert told == [10.0, 9.0, 1.0, 2.0, 10.0]
    assert accuracy.accessibleDescription().startswith("epoch 10: training 50.0 %")
    qtbot.keyClick(loss, Qt.Key.Key_Escape)
    assert told[-1] is None
    assert loss.accessibleDescription().startswith("epoch 10 of 20")


def test_keys_on_an_empty_plot_do_no_harm(qtbot: QtBot) -> None:
    plot = CurvePlot("Loss", "loss")
    qtbot.addWidget(plot)
    plot.show()
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Home, Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_0, Qt.Key.Key_Escape):
        qtbot.keyClick(plot, key)
    qtbot.mouseMove(plot.canvas, plot.canvas.rect().center())
    assert plot.accessibleDescription() == "no epoch finished yet"


def test_dragging_zooms_both_and_the_button_leads_back(qtbot: QtBot, plots: tuple[CurvePlot, CurvePlot]) -> None:
    loss, accuracy = plots
    assert not loss.whole_button.isVisible()
    drag(qtbot, loss, 4, 8)
    for plot in plots:
        assert view(plot) == pytest.approx((4, 8), abs=0.1)
        assert plot.whole_button.isVisible()
    accuracy.whole_button.click()
    assert view(loss) == view(accuracy) == (0, EPOCHS)
    assert not loss.whole_button.isVisible()


def test_a_click_zooms_nothing_and_a_double_click_leads_back(qtbot: QtBot, plots: tuple[CurvePlot, CurvePlot]) -> None:
    loss, _ = plots
    qtbot.mouseClick(loss.canvas, Qt.MouseButton.LeftButton, pos=at(loss, 5))
    assert view(loss) == (0, EPOCHS)
    loss.zoom_to((3.0, 6.0))
    qtbot.mouseDClick(loss.canvas, Qt.MouseButton.LeftButton, pos=at(loss, 5))
    assert view(loss) == (0, EPOCHS)


def test_the_wheel_zooms_with_ctrl_and_else_belongs_to_the_page(plots: tuple[CurvePlot, CurvePlot]) -> None:
    loss, accuracy = plots
    assert not turn(loss, 5, ctrl=False)
    assert view(loss) == (0, EPOCHS)
    assert turn(loss, 5)
    left, right = view(accuracy)
    assert right - left == pytest.approx(EPOCHS / 1.5)
    assert left < 5 < right
    assert turn(loss, 5, x=-120, y=0, ctrl=False)
    assert view(accuracy)[0] > left
    assert turn(loss, 5, y=-1200)
    assert view(loss) == (0, EPOCHS)
    assert not turn(loss, 5, x=-120, y=0, ctrl=False)


def test_a_zoom_stays_while_the_run_grows(plots: tuple[CurvePlot, CurvePlot]) -> None:
    loss, _ = plots
    loss.zoom_to((4.0, 8.0))
    loss.redraw_now()
    chart = loss.canvas.chart()
    for epoch in range(11, 26):
        loss.add_batch(epoch - 0.5, 50.0)
        loss.add_epoch(epoch, 50.0, 60.0)
    loss.redraw_now()
    assert loss.canvas.chart() == chart


def test_keys_zoom_around_the_crosshair_and_take_the_view_along(
    qtbot: QtBot, plots: tuple[CurvePlot, CurvePlot]
) -> None:
    loss, accuracy = plots
    loss.point_at(6.0)
    for _ in range(4):
        qtbot.keyClick(loss, Qt.Key.Key_Plus)
    left, right = view(accuracy)
    assert left < 6 < right
    assert right - left < 5
    qtbot.keyClick(loss, Qt.Key.Key_End)
    assert view(accuracy)[1] == pytest.approx(10)
    qtbot.keyClick(loss, Qt.Key.Key_Minus)
    assert view(accuracy)[1] - view(accuracy)[0] > right - left
    qtbot.keyClick(loss, Qt.Key.Key_0)
    assert view(accuracy) == (0, EPOCHS)


def test_a_close_look_points_at_batches(qtbot: QtBot, plots: tuple[CurvePlot, CurvePlot]) -> None:
    loss, _ = plots
    loss.zoom_to((5.0, 6.0))
    loss.redraw_now()
    qtbot.mouseMove(loss.canvas, at(loss, 5.26))
    assert loss.accessibleDescription().startswith("epoch 5.25: training –, validation –, batch 0.")


def test_a_new_run_begins_unzoomed(plots: tuple[CurvePlot, CurvePlot]) -> None:
    loss, _ = plots
    loss.zoom_to((4.0, 8.0))
    loss.reset(7)
    assert view(loss) == (0, 7)
