"""Cells of channels and vectors: chosen, marked, zoomed."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.inside.explanations import Region
from gui.widgets.inside.cell_painting import mark
from gui.widgets.inside.channel_grid import ChannelGrid
from gui.widgets.inside.tile_layout import SMALLEST_PX, Room, cell_at, cell_rect, fitted, zoomed
from gui.widgets.inside.vector_view import VectorView
from tests.gui.layer_stand_ins import numbers, show

# The offscreen platform says so of every window with a layout.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

LEFT, CTRL, SHIFT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


def turn_wheel(grid: ChannelGrid, where: QPoint, steps: int) -> None:
    across = QPointF(grid.viewport().mapToGlobal(where))
    none = Qt.MouseButton.NoButton
    turn = QWheelEvent(
        QPointF(where), across, QPoint(), QPoint(0, 120 * steps), none, CTRL, Qt.ScrollPhase.NoScrollPhase, False
    )
    QApplication.sendEvent(grid.viewport(), turn)


# Cells


@pytest.fixture
def grid(qtbot: QtBot) -> ChannelGrid:
    widget = ChannelGrid()
    show(qtbot, widget)
    widget.show_output(numbers(20, 20, 32))
    return widget


def test_click_chooses_a_cell(qtbot: QtBot, grid: ChannelGrid) -> None:
    cell = cell_rect(grid.picture_rect(9), (20, 20), 7, 13)
    with qtbot.waitSignals([grid.channel_chosen, grid.cell_chosen], order="strict"):
        qtbot.mouseClick(grid.viewport(), LEFT, pos=cell.center())
    assert grid.chosen_cell() == (7, 13, 9)
    assert grid.chosen() == 9
    assert "row 7, column 13, channel 9" in grid.accessibleDescription()


def test_cells_by_key(qtbot: QtBot, grid: ChannelGrid) -> None:
    grid.choose_cell((0, 5, 3))
    seen: list[tuple[int, int, int]] = []
    grid.cell_chosen.connect(lambda *cell: seen.append(cell))
    qtbot.keyClick(grid, Key.Key_Right, CTRL)
    qtbot.keyClick(grid, Key.Key_Down, SHIFT)
    qtbot.keyClick(grid, Key.Key_Left, CTRL)
    qtbot.keyClick(grid, Key.Key_Up, CTRL)
    qtbot.keyClick(grid, Key.Key_Up, CTRL)
    qtbot.keyClick(grid, Key.Key_Right)
    assert seen == [(0, 6, 3), (1, 6, 3), (1, 5, 3), (0, 5, 3), (0, 5, 4)]


def test_enter_takes_the_strongest_cell(qtbot: QtBot, grid: ChannelGrid) -> None:
    values = numbers(6, 6, 3).copy()
    values[4, 2, 1], values[0, 0, 1] = 50, np.nan
    grid.show_output(values)
    grid.choose(1)
    with qtbot.waitSignal(grid.cell_chosen) as chosen:
        qtbot.keyClick(grid, Key.Key_Return)
    assert chosen.args == [4, 2, 1]


def test_choosing_from_outside_is_quiet_and_in_sight(qtbot: QtBot, grid: ChannelGrid) -> None:
    grid.resize(300, 200)
    with qtbot.assertNotEmitted(grid.cell_chosen), qtbot.assertNotEmitted(grid.channel_chosen):
        grid.choose_cell((19, 19, 31))
        assert grid.viewport().rect().intersects(grid.picture_rect(31))
        grid.choose_cell((20, 0, 0))
        assert grid.chosen_cell() is None
        grid.choose_cell((1, 1, 2))
        grid.choose_cell(None)
    assert grid.chosen_cell() is None
    assert grid.chosen() == 2


def test_new_output_keeps_cell_and_zoom(grid: ChannelGrid) -> None:
    grid.choose_cell((3, 4, 5))
    grid.zoom(1)
    before = grid.picture_rect(5)
    grid.show_output(numbers(20, 20, 32, seed=1))
    assert grid.chosen_cell() == (3, 4, 5)
    assert grid.picture_rect(5) == before
    grid.show_output(numbers(10, 10, 32))
    assert grid.chosen_cell() is None
    assert not grid.is_zoomed


def test_mark_and_window_are_seen(grid: ChannelGrid) -> None:
    plain = grid.grab().toImage()
    grid.choose_cell((10, 10, 4))
    marked = grid.grab().toImage()
    assert marked != plain
    grid.set_window(Region(-2, 5, 15, 30), channel=4)
    assert grid.grab().toImage() != marked
    grid.set_window(None)
    assert grid.grab().toImage() == marked


def test_mark_of_a_small_cell_stays_in_the_picture(grid: ChannelGrid) -> None:
    picture = grid.picture_rect(0)
    for row, column in ((0, 0), (19, 19), (0, 19)):
        rect = mark(cell_rect(picture, (20, 20), row, column), picture)
        assert rect.width() >= 8
        assert picture.toRectF().contains(rect)


@pytest.mark.parametrize("shape", [(1, 1), (3, 7), (100, 100), (33, 20)])
def test_cells_cover_the_picture(grid: ChannelGrid, shape: tuple[int, int]) -> None:
    picture = grid.picture_rect(0)
    for x in range(picture.left(), picture.right() + 1, 3):
        point = QPoint(x, picture.top() + 5)
        row, column = cell_at(picture, shape, point)
        assert cell_rect(picture, shape, row, column).contains(point)


# Zoom


def test_wheel_keeps_the_cell_under_the_pointer(grid: ChannelGrid) -> None:
    point = grid.picture_rect(10).center()
    down = point.y()
    for _ in range(3):
        turn_wheel(grid, point, 1)
        point = grid.picture_rect(10).center()
        assert abs(point.y() - down) <= 2
    assert grid.is_zoomed
    assert grid.horizontalScrollBar().maximum() == 0


def test_keys_zoom_from_all_to_one_and_back(qtbot: QtBot, grid: ChannelGrid) -> None:
    fitting = grid.picture_rect(0).width()
    while grid.can_zoom(1):
        before = grid.picture_rect(0).width()
        qtbot.keyClicks(grid, "+")
        assert grid.picture_rect(0).width() > before
    assert grid.picture_rect(1).left() == grid.picture_rect(0).left()
    assert grid.picture_rect(0).width() > 0.75 * grid.viewport().width()
    qtbot.keyClicks(grid, "-")
    assert grid.can_zoom(1)
    qtbot.keyClicks(grid, "0")
    assert grid.picture_rect(0).width() == fitting
    assert not grid.is_zoomed


def test_all_of_many_come_in_sight(grid: ChannelGrid) -> None:
    grid.show_output(numbers(8, 8, 120))
    while grid.can_zoom(-1):
        grid.zoom(-1)
    assert grid.verticalScrollBar().maximum() == 0
    assert grid.picture_rect(0).width() >= 24
    assert not grid.can_zoom(-1)


def test_numbers_stand_in_large_cells(grid: ChannelGrid) -> None:
    for cells, is_written in ((4, True), (12, False)):
        grid.show_output(np.zeros((cells, cells, 1), np.float32))
        image, rect = grid.grab().toImage(), grid.picture_rect(0)
        inside = {image.pixel(x, y) for x in range(8, rect.right() - 4) for y in range(8, rect.bottom() - 4)}
        assert (len(inside) > 1) == is_written


@pytest.mark.parametrize("count", [1, 3, 32, 512, 2048])
@pytest.mark.parametrize("shape", [(100, 100), (1, 1), (10, 40), (300, 2)])
def test_every_zoom_step_ends_and_fits(count: int, shape: tuple[int, int]) -> None:
    room = Room(640, 380, 10, 55)
    layout = fitted(count, shape, room)
    for steps in (1, -1):
        for _ in range(100):
            following = zoomed(layout, room, steps)
            if following is None:
                break
            assert (following.side > layout.side) == (steps > 0)
            assert following.right + room.beside_px <= room.width
            layout = following
        else:
            pytest.fail("the zoom has no end")
    assert layout.side >= SMALLEST_PX


# Vectors


def test_values_are_chosen_by_click_and_key(qtbot: QtBot) -> None:
    view = VectorView()
    show(qtbot, view)
    view.show_vector(numbers(33_856))
    with qtbot.waitSignal(view.value_chosen) as chosen:
        qtbot.mouseClick(view.viewport(), LEFT, pos=view.value_rect(700).center().toPoint())
    assert chosen.args == [700]
    with qtbot.waitSignal(view.value_chosen) as chosen:
        qtbot.keyClick(view, Key.Key_Right)
    assert chosen.args == [701]
    with qtbot.assertNotEmitted(view.value_chosen):
        view.choose(9)
        assert view.chosen() == 9
        view.choose(40_000)
    assert view.chosen() is None


def test_bars_move_together_before_they_scroll(qtbot: QtBot) -> None:
    view = VectorView()
    show(qtbot, view, 400, 150)
    view.show_vector(numbers(6), [f"class {n}" for n in range(6)])
    assert view.verticalScrollBar().maximum() == 0
    assert view.value_rect(5).bottom() <= view.viewport().height()
