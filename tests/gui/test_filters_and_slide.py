"""The filters of a convolution as pictures, and its window sliding over what comes in."""

import math

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from core.inside.explanations import Region
from core.inside.operations import (
    PICTURE,
    Convolution,
    DepthwiseConvolution,
    LayerFacts,
    Pooling,
    Rescaling,
    Withheld,
)
from core.inside.trace import is_colours
from gui.widgets.inside.filter_slices import Mosaic, changed_by, filters_of, strongest_slices
from gui.widgets.inside.filter_view import FilterView
from gui.widgets.inside.slide_view import SlideView
from gui.widgets.inside.sliding import cells_after, slide_of
from tests.gui.layer_stand_ins import conv, insight, numbers, show

# The offscreen platform says so of every window with a layout.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

LEFT, CTRL, SHIFT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


# Filters


def test_filters_know_the_channels_that_they_see() -> None:
    grouped = filters_of(Convolution(numbers(3, 3, 2, 6), None, groups=3))
    assert grouped is not None
    assert grouped.channels(5).tolist() == [4, 5]
    deep = numbers(3, 3, 4, 2)
    single = filters_of(DepthwiseConvolution(deep, None))
    assert single is not None
    assert (single.count, single.slices) == (8, 1)
    assert single.channels(5).tolist() == [2]
    assert (single.kernel[:, :, 0, 5] == deep[:, :, 2, 1]).all()
    assert filters_of(Withheld()) is None


def test_strongest_slices_and_change() -> None:
    kernel = np.zeros((3, 3, 100), np.float32)
    kernel[:, :, 70], kernel[0, 0, 3] = 1.0, -2.0
    assert strongest_slices(kernel).tolist()[:2] == [70, 3]
    assert len(strongest_slices(kernel)) == 64
    assert strongest_slices(kernel[:, :, :5]).tolist() == [0, 1, 2, 3, 4]
    assert changed_by(np.full(4, 1.5), np.full(4, 1.0)) == pytest.approx(0.5)
    assert math.isnan(changed_by(np.ones(4), np.zeros(4)))


@pytest.mark.parametrize("slices", [1, 3, 5, 32, 64])
@pytest.mark.parametrize("size", [(40, 40), (76, 30), (240, 240), (611, 300)])
def test_mosaic_shows_every_slice_where_it_says(slices: int, size: tuple[int, int]) -> None:
    mosaic = Mosaic(slices, (3, 3))
    size = mosaic.size(*size)
    values = np.arange(9 * slices, dtype=np.float32).reshape(slices, 3, 3).transpose(1, 2, 0)
    picture = mosaic.paint(values, size, (0.0, 9.0 * slices), (1, 2, 3))
    assert picture.shape == (size[1], size[0], 3)
    seen = set()
    for y in range(0, size[1], 1 + size[1] // 50):
        for x in range(0, size[0], 1 + size[0] // 50):
            place = mosaic.at(x, y, *size)
            assert (place is None) == (tuple(picture[y, x]) == (1, 2, 3))
            seen.add(place)
    assert {place[0] for place in seen if place is not None} == set(range(slices))


def test_filters_are_chosen_and_read(qtbot: QtBot) -> None:
    view = FilterView()
    show(qtbot, view)
    kernel = numbers(3, 3, 3, 8)
    view.show_filters(conv("c", kernel), {"c": kernel * 2}, 1, ("red", "green", "blue"))
    assert view.words() == "Each filter from left to right: red, green, blue"
    with qtbot.waitSignal(view.filter_chosen) as chosen:
        qtbot.mouseClick(view.grid.viewport(), LEFT, pos=view.grid.picture_rect(2).center())
    assert chosen.args == [2]
    point = view.grid.picture_rect(1).topLeft() + QPoint(3, 3)
    assert view.grid._tile_name(1, point).startswith("filter 1, weight for red, row 0, column 0: ")
    now = view.grid.grab().toImage()
    qtbot.mouseClick(view.switch._segments["change"], LEFT)
    assert view.grid.grab().toImage() != now
    assert view.grid.chosen_in_words() == "filter 2: changed by 50 % of its size"
    assert "changed by" in view.grid._tile_name(1, point)


def test_no_change_without_a_first_epoch(qtbot: QtBot) -> None:
    view = FilterView()
    show(qtbot, view)
    kernel = numbers(3, 3, 2, 8)
    view.show_filters(conv("c", kernel), {"c": kernel})
    qtbot.mouseClick(view.switch._segments["change"], LEFT)
    for first in (None, {}, {"c": numbers(3, 3, 2, 9)}):
        view.show_filters(conv("c", kernel), first)
        assert not view.switch._segments["change"].isEnabled()
        assert view.switch._segments["change"].toolTip()
        assert view.switch.key() == "now"
        view.grab()


def test_many_filters_of_many_slices(qtbot: QtBot) -> None:
    view = FilterView()
    show(qtbot, view)
    view.show_filters(conv("c", numbers(3, 3, 512, 512)), None)
    view.grab()
    assert view.words() == "Of the 512 slices of each filter, the 64 with the largest weights"
    assert len(view.grid._pictures) < 60


def test_weights_that_are_to_come_leave_the_old_ones(qtbot: QtBot) -> None:
    view = FilterView()
    show(qtbot, view)
    waiting = LayerFacts("c", "Conv2D", Withheld(), ("before",))
    view.show_filters(waiting, None)
    assert "next look" in view.words()
    view.show_filters(conv("c", numbers(3, 3, 2, 8)), None)
    view.show_filters(waiting, None)
    assert view.grid.count == 8


# The sliding window


def test_window_over_the_picture_reaches_into_the_padding() -> None:
    kernel = numbers(3, 3, 3, 4)
    slide = slide_of(insight(Convolution(kernel, None, padding="same"), numbers(10, 12, 3), (10, 12, 4)), "layer", 2)
    assert slide is not None
    assert str(slide.before_name) == "the picture"
    assert slide.window(0) == Region(-1, 2, -1, 2)
    assert slide.window(slide.count - 1) == Region(8, 11, 10, 13)
    assert slide.reach == Region(-1, 11, -1, 13)


def test_window_of_a_pooling_and_of_a_deep_convolution() -> None:
    pooled = slide_of(insight(Pooling("max", (2, 2), (2, 2)), numbers(8, 8, 5), (4, 4, 5)), "layer", 3)
    assert pooled is not None
    assert str(pooled.before_name) == "channel 3 of rescaling"
    assert pooled.window(5) == Region(2, 4, 2, 4)
    kernel, before = np.zeros((3, 3, 5, 2), np.float32), np.abs(numbers(8, 8, 5))
    kernel[1, 1, 4, 0], kernel[1, 1, 2, 0] = -3, 1
    before[:, :, 4] = 0
    deep = slide_of(insight(Convolution(kernel, None), before, (6, 6, 2)), "layer", 0)
    assert deep is not None
    # The largest weight is on a channel of zeros, which brings nothing.
    assert str(deep.before_name) == "channel 2 of rescaling, from which this filter takes most"


def test_nothing_slides_without_a_window_or_weights() -> None:
    before = numbers(8, 8, 5)
    for operation in (Withheld(), Rescaling(np.ones(1, np.float32), np.zeros(1, np.float32))):
        assert slide_of(insight(operation, before, (8, 8, 5)), "layer", 0) is None
    assert slide_of(insight(Pooling("max", (2, 2), (2, 2)), before, (4, 4, 5)), "elsewhere", 0) is None
    assert slide_of(insight(Pooling("max", (2, 2), (2, 2)), before, (4, 4, 5)), "layer", 5) is None


def test_channels_are_colours_as_long_as_they_are_only_scaled() -> None:
    seen = insight(Convolution(numbers(3, 3, 3, 3), None), numbers(8, 8, 3), (6, 6, 3))
    assert is_colours(seen, "rescaling")
    assert is_colours(seen, PICTURE)
    assert not is_colours(seen, "layer")
    assert not is_colours(seen, "elsewhere")


def test_it_begins_slowly_and_fills_a_picture_in_time() -> None:
    assert cells_after(1.0, 100, 0.033) == 8
    places = [cells_after(tick * 0.033, 100, 0.033) for tick in range(700)]
    steps = np.diff(places)
    assert (steps[:40] <= 1).all()
    assert steps.max() <= 101
    full_s = next(tick for tick, place in enumerate(places) if place >= 10_000) * 0.033
    assert 12 < full_s < 20


@pytest.fixture
def slide(qtbot: QtBot) -> SlideView:
    view = SlideView()
    show(qtbot, view)
    kernel = numbers(3, 3, 3, 4)
    assert view.show_channel(insight(Convolution(kernel, None), numbers(8, 8, 3), (6, 6, 4)), "layer", 1)
    return view


def test_it_plays_to_the_end(qtbot: QtBot, slide: SlideView) -> None:
    told: list[object] = []
    slide.cell_reached.connect(told.append)
    slide.start()
    assert slide.is_playing
    slide._timer.stop()
    with qtbot.waitSignal(slide.finished):
        for _ in range(400):
            slide.step_on()
            if slide.cell() == (5, 5, 1):
                break
    assert told[0] == (0, 0, 1)
    assert told[-1] == (5, 5, 1)
    assert len(set(map(str, told))) > 12
    assert "36 of 36" not in slide.accessibleDescription()
    assert slide.accessibleDescription().startswith("row 5, column 5: ")


def test_it_stops_where_it_is_hidden_or_told(qtbot: QtBot, slide: SlideView) -> None:
    slide.start()
    slide.hide()
    assert not slide.is_playing
    slide.show()
    slide.set_cell((2, 3, 1))
    qtbot.keyClick(slide, Key.Key_Return)
    assert slide.is_playing
    with qtbot.waitSignal(slide.cell_reached) as reached:
        qtbot.keyClick(slide, Key.Key_Return)
    assert not slide.is_playing
    assert reached.args == [(2, 3, 1)]


def test_cells_of_the_slide_by_key_and_click(qtbot: QtBot, slide: SlideView) -> None:
    seen: list[object] = []
    slide.cell_reached.connect(seen.append)
    for key in (Key.Key_Right, Key.Key_Down, Key.Key_Left, Key.Key_Up, Key.Key_Up, Key.Key_End):
        qtbot.keyClick(slide, key)
    assert seen == [(0, 1, 1), (1, 1, 1), (1, 0, 1), (0, 0, 1), (5, 5, 1)]
    where = slide._places()
    assert where is not None
    qtbot.mouseClick(slide, LEFT, pos=where.of_output(4, 2).center().toPoint())
    assert slide.cell() == (4, 2, 1)
