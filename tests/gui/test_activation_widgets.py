"""Layers, channels and vectors as pictures: what clicks, keys, new epochs and odd values do."""

import math
from collections.abc import Callable

import numpy as np
import numpy.typing as npt
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gui import theme
from gui.widgets.colour_maps import (
    NOT_A_NUMBER,
    colourise,
    diverging,
    inferno,
    limits,
    reading,
    symmetric_limits,
    to_image,
    viridis,
)
from gui.widgets.inside.channel_grid import ChannelGrid
from gui.widgets.inside.layer_strip import LayerStrip, LayerThumb
from gui.widgets.inside.value_field import columns_of
from gui.widgets.inside.vector_view import VectorView

# The offscreen platform says so of every window with a layout.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

LEFT = Qt.MouseButton.LeftButton


def show(qtbot: QtBot, widget: QWidget, width: int, height: int) -> None:
    qtbot.addWidget(widget)
    widget.resize(width, height)
    with qtbot.waitExposed(widget):
        widget.show()


def point_at(area: ChannelGrid | VectorView, where: QPoint) -> None:
    """Move the pointer there. Sent as an event: the cursor itself still stands where another test left it."""
    buttons, position = Qt.MouseButton.NoButton, QPointF(where)
    across = QPointF(area.viewport().mapToGlobal(where))
    move = QMouseEvent(QEvent.Type.MouseMove, position, across, buttons, buttons, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(area.viewport(), move)


def colours_of(image: QImage) -> set[int]:
    return {image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)}


def output(height: int, width: int, channels: int, seed: int = 0) -> npt.NDArray[np.float32]:
    values = np.random.default_rng(seed).normal(size=(height, width, channels)).astype(np.float32)
    values.setflags(write=False)
    return values


# Colours


@pytest.mark.parametrize("table", [viridis, inferno, diverging])
def test_tables_are_256_colours(table: Callable[[], npt.NDArray[np.uint8]]) -> None:
    assert table().shape == (256, 3)
    assert table().dtype == np.uint8
    assert table() is table()


def test_ends_of_the_scale_take_the_ends_of_the_table() -> None:
    rgb = colourise(np.array([[0.0, 1.0], [-5.0, 9.0]]), 0.0, 1.0, viridis())
    assert rgb.flags.c_contiguous
    assert rgb.shape == (2, 2, 3)
    assert (rgb[:, 0] == viridis()[0]).all()
    assert (rgb[:, 1] == viridis()[255]).all()


def test_nan_is_neutral_and_infinities_are_ends() -> None:
    rgb = colourise(np.array([[np.nan, np.inf, -np.inf]], np.float32), 0.0, 1.0, viridis())
    assert tuple(rgb[0, 0]) == NOT_A_NUMBER
    assert (rgb[0, 1] == viridis()[255]).all()
    assert (rgb[0, 2] == viridis()[0]).all()


@pytest.mark.parametrize("value", [0.0, 7.5, -3e38, math.nan, math.inf])
def test_constant_array(value: float) -> None:
    values = np.full((4, 4), value, np.float32)
    rgb = colourise(values, *limits(values), viridis())
    assert len({tuple(pixel) for pixel in rgb.reshape(-1, 3).tolist()}) == 1


def test_widest_floats_do_not_overflow() -> None:
    values = np.array([[-3e38, 0.0, 3e38]], np.float32)
    rgb = colourise(values, *limits(values), viridis())
    assert (rgb[0, 0] == viridis()[0]).all()
    assert (rgb[0, 2] == viridis()[255]).all()


def test_zero_is_white_on_signed_scales() -> None:
    for values in (np.array([[-2.0, 0.0, 0.5]]), np.zeros((1, 3))):
        rgb = colourise(values, *symmetric_limits(values), diverging())
        assert rgb[0, 1].min() > 225


def test_limits_look_past_odd_values() -> None:
    assert limits(np.array([np.nan, 2.0, -1.0, np.inf])) == (-1.0, 2.0)
    assert limits(np.array([np.nan])) == (0.0, 0.0)
    assert limits(np.zeros(0)) == (0.0, 0.0)


def test_image_owns_its_pixels() -> None:
    rgb = np.zeros((2, 3, 3), np.uint8)
    rgb[1, 2] = (10, 20, 30)
    image = to_image(rgb)
    rgb[:] = 255
    assert (image.width(), image.height()) == (3, 2)
    assert image.pixelColor(2, 1).getRgb()[:3] == (10, 20, 30)
    assert image.pixelColor(0, 0).getRgb()[:3] == (0, 0, 0)


@pytest.mark.parametrize(
    ("value", "text"),
    [(0, "0.00"), (0.384, "0.38"), (-0.5, "−0.50"), (0.0123, "0.012"), (1234.5, "1,234"), (math.nan, "–")],
)
def test_readings(value: float, text: str) -> None:
    assert reading(value) == text


# Channel grid


@pytest.fixture
def grid(qtbot: QtBot) -> ChannelGrid:
    widget = ChannelGrid()
    show(qtbot, widget, 702, 420)
    widget.show_output(output(100, 100, 32))
    return widget


def click_channel(qtbot: QtBot, grid: ChannelGrid, channel: int) -> None:
    qtbot.mouseClick(grid.viewport(), LEFT, pos=grid.picture_rect(channel).center())


def test_eight_columns_at_the_drawn_width(grid: ChannelGrid) -> None:
    assert grid.picture_rect(7).top() == grid.picture_rect(0).top()
    assert grid.picture_rect(8).left() == grid.picture_rect(0).left()
    assert grid.verticalScrollBar().maximum() == 0
    assert len(colours_of(grid.grab().toImage())) > 50


def test_click_chooses_once(qtbot: QtBot, grid: ChannelGrid) -> None:
    with qtbot.waitSignal(grid.channel_chosen) as chosen:
        click_channel(qtbot, grid, 19)
    assert chosen.args == [19]
    assert grid.chosen() == 19
    assert "channel 19 chosen" in grid.accessibleDescription()
    with qtbot.assertNotEmitted(grid.channel_chosen):
        click_channel(qtbot, grid, 19)
        qtbot.mouseClick(grid.viewport(), LEFT, pos=QPoint(1, 1))
        grid.choose(4)
    assert grid.chosen() == 4


def test_arrows_move_the_choice(qtbot: QtBot, grid: ChannelGrid) -> None:
    seen: list[int] = []
    grid.channel_chosen.connect(seen.append)
    keys = (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Up)
    for key in (*keys, Qt.Key.Key_End, Qt.Key.Key_Right, Qt.Key.Key_Home):
        qtbot.keyClick(grid, key)
    assert seen == [0, 1, 9, 8, 0, 31, 0]


def test_keys_scroll_the_choice_in_sight(qtbot: QtBot, grid: ChannelGrid) -> None:
    grid.resize(400, 200)
    qtbot.keyClick(grid, Qt.Key.Key_Home)
    qtbot.keyClick(grid, Qt.Key.Key_End)
    assert grid.viewport().rect().contains(grid.picture_rect(31))


def test_hover_reads_the_cell(qtbot: QtBot, grid: ChannelGrid) -> None:
    rect = grid.picture_rect(5)
    with qtbot.waitSignal(grid.value_hovered) as hovered:
        point_at(grid, rect.topLeft() + QPoint(38, 19))
    row, column, channel, value = hovered.args
    assert (row, column, channel) == (25, 50, 5)
    assert value == pytest.approx(float(output(100, 100, 32)[25, 50, 5]))
    with qtbot.waitSignal(grid.hover_left):
        point_at(grid, rect.topLeft() - QPoint(3, 3))


def test_new_epoch_keeps_place_and_choice(qtbot: QtBot, grid: ChannelGrid) -> None:
    grid.resize(400, 200)
    click_channel(qtbot, grid, 2)
    grid.verticalScrollBar().setValue(70)
    before = grid.grab().toImage()
    grid.show_output(output(100, 100, 32, seed=1))
    assert grid.verticalScrollBar().value() == 70
    assert grid.chosen() == 2
    assert grid.grab().toImage() != before
    grid.show_output(output(50, 50, 16))
    assert grid.chosen() is None
    assert grid.verticalScrollBar().value() == 0


def test_common_scale_shows_other_colours(grid: ChannelGrid) -> None:
    values = output(20, 20, 4).copy()
    values[:, :, 1] *= 0.01
    grid.show_output(values)
    own = grid.grab().toImage()
    grid.set_common_scale(True)
    assert grid.grab().toImage() != own


def test_only_what_is_in_sight_is_made(grid: ChannelGrid) -> None:
    grid.show_output(output(20, 20, 512))
    grid.grab()
    assert 0 < len(grid._tiles) <= 48


def test_single_values_are_told_apart(grid: ChannelGrid) -> None:
    values = np.linspace(0, 1, 512, dtype=np.float32).reshape(1, 1, 512)
    grid.show_output(values)
    image = grid.grab().toImage()
    first, later = grid.picture_rect(0).center(), grid.picture_rect(20).center()
    assert image.pixel(first) != image.pixel(later)


@pytest.mark.parametrize("fill", [0.0, math.nan, math.inf])
def test_dead_and_odd_channels(grid: ChannelGrid, fill: float) -> None:
    values = output(6, 6, 3).copy()
    values[:, :, 1] = fill
    values[0, 0, 2] = math.nan
    for common in (False, True):
        grid.show_output(values)
        grid.set_common_scale(common)
        grid.choose(1)
        grid.grab()


def test_pictures_that_are_not_square_keep_their_shape(qtbot: QtBot, grid: ChannelGrid) -> None:
    grid.show_output(output(10, 40, 3))
    rect = grid.picture_rect(0)
    assert rect.width() == 4 * rect.height()
    with qtbot.waitSignal(grid.value_hovered) as hovered:
        point_at(grid, rect.bottomRight())
    assert hovered.args[:2] == [9, 39]


def test_pictures_are_as_large_as_lets_all_be_seen(grid: ChannelGrid) -> None:
    grid.show_output(output(20, 20, 3))
    few = grid.picture_rect(0)
    grid.show_output(output(20, 20, 200))
    many = grid.picture_rect(0)
    assert few.width() > many.width()
    assert many.width() == theme.THUMBNAIL_CHANNEL


def test_empty_grid_and_wrong_shapes(qtbot: QtBot) -> None:
    widget = ChannelGrid()
    show(qtbot, widget, 300, 200)
    widget.grab()
    qtbot.keyClick(widget, Qt.Key.Key_Right)
    assert widget.chosen() is None
    with pytest.raises(ValueError, match="height x width x channels"):
        widget.show_output(np.zeros(5, np.float32))


# Vectors


@pytest.fixture
def view(qtbot: QtBot) -> VectorView:
    widget = VectorView()
    show(qtbot, widget, 702, 420)
    return widget


SHARES = np.array([0.0148, 0.8522, 0.1054, 0.0011, 0.0205, 0.006], np.float32)
NAMES = ["butterfly", "dalmatian", "elephant", "kangaroo", "llama", "starfish"]


def test_named_shares_are_read_out(view: VectorView) -> None:
    view.show_vector(SHARES, NAMES, as_shares=True)
    assert "dalmatian: 85.2 %" in view.accessibleDescription()
    assert len(colours_of(view.grab().toImage())) > 3


def test_bars_by_pointer_and_key(qtbot: QtBot, view: VectorView) -> None:
    view.show_vector(SHARES, NAMES, as_shares=True)
    with qtbot.waitSignal(view.value_hovered) as hovered:
        point_at(view, view.value_rect(2).center().toPoint())
    assert hovered.args[0] == 2
    qtbot.mouseClick(view.viewport(), LEFT, pos=view.value_rect(4).center().toPoint())
    assert view.chosen() == 4
    with qtbot.waitSignal(view.value_hovered) as moved:
        qtbot.keyClick(view, Qt.Key.Key_Down)
    assert moved.args == [5, pytest.approx(0.006)]
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.chosen() == 5


def test_new_values_of_the_same_length_keep_the_choice(qtbot: QtBot, view: VectorView) -> None:
    view.show_vector(SHARES, NAMES)
    qtbot.keyClick(view, Qt.Key.Key_End)
    view.show_vector(SHARES[::-1].copy(), NAMES)
    assert view.chosen() == 5
    view.show_vector(SHARES[:3], NAMES[:3])
    assert view.chosen() is None


@pytest.mark.parametrize("count", [65, 512, 33_856])
def test_long_vectors_are_cells_in_the_width(qtbot: QtBot, view: VectorView, count: int) -> None:
    values = np.random.default_rng(0).random(count).astype(np.float32)
    values[count // 2] = 2.0
    view.show_vector(values)
    assert f"{count // 2:,}: 2.00" in view.accessibleDescription()
    last = view.value_rect(count - 1)
    assert 2 <= last.width() <= 12
    assert last.right() <= view.viewport().width()
    assert len(colours_of(view.grab().toImage())) > 20
    with qtbot.waitSignal(view.value_hovered) as hovered:
        point_at(view, view.value_rect(64).center().toPoint())
    assert hovered.args == [64, pytest.approx(float(values[64]))]


def test_cells_that_do_not_fit_scroll(qtbot: QtBot, view: VectorView) -> None:
    view.resize(260, 250)
    view.show_vector(np.arange(200_000, dtype=np.float32))
    assert view.verticalScrollBar().maximum() > 0
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.chosen() == 199_999
    assert view.value_rect(199_999).bottom() <= view.viewport().height()


def test_strongest_rows_answer_the_pointer(qtbot: QtBot, view: VectorView) -> None:
    values = np.zeros(512, np.float32)
    values[300] = 1
    view.show_vector(values)
    with qtbot.waitSignal(view.value_hovered) as hovered:
        point_at(view, view._listed_rect(0).center().toPoint())
    assert hovered.args == [300, 1.0]
    with qtbot.waitSignal(view.hover_left):
        point_at(view, QPoint(1, 1))


@pytest.mark.parametrize("count", [0, 1, 6, 100])
@pytest.mark.parametrize("fill", [0.0, -1.0, math.nan, math.inf, -math.inf])
def test_constant_and_odd_vectors(view: VectorView, count: int, fill: float) -> None:
    view.show_vector(np.full(count, fill, np.float32))
    view.grab()


def test_wrong_vectors_are_refused(view: VectorView) -> None:
    with pytest.raises(ValueError, match="one dimension"):
        view.show_vector(np.zeros((2, 2), np.float32))
    with pytest.raises(ValueError, match="as many names"):
        view.show_vector(SHARES, ["one"])


def test_field_without_a_ragged_row_where_one_is_near() -> None:
    assert columns_of(512, 70) == 64
    assert columns_of(509, 70) == 70


# Layer strip


def thumbs(count: int, seed: int = 0) -> list[LayerThumb]:
    rng = np.random.default_rng(seed)
    pictures = [LayerThumb(f"conv2d_{n}", "convolution", "9 × 9 × 4", rng.random((9, 9))) for n in range(count - 2)]
    return [
        *pictures,
        LayerThumb("dense", "dense", "512", rng.random(512)),
        LayerThumb("softmax", "softmax", "6", SHARES),
    ]


@pytest.fixture
def strip(qtbot: QtBot) -> LayerStrip:
    widget = LayerStrip()
    show(qtbot, widget, 500, 90)
    widget.show_layers(thumbs(20))
    return widget


def test_click_on_a_layer(qtbot: QtBot, strip: LayerStrip) -> None:
    with qtbot.waitSignal(strip.layer_chosen) as chosen:
        qtbot.mouseClick(strip._row, LEFT, pos=strip._row.picture_rect(3).center().toPoint())
    assert chosen.args == [3]
    assert strip.chosen() == 3
    assert "layer 4 of 20: conv2d_3" in strip._row.accessibleDescription()
    assert len(colours_of(strip.grab().toImage())) > 20


def test_arrows_walk_the_layers(qtbot: QtBot, strip: LayerStrip) -> None:
    seen: list[int] = []
    strip.layer_chosen.connect(seen.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_End, Qt.Key.Key_Right):
        qtbot.keyClick(strip._row, key)
    assert seen == [0, 1, 0, 19]
    assert strip.rect().contains(strip.picture_rect(19).toRect())


def test_chevrons_scroll_to_both_ends(qtbot: QtBot, strip: LayerStrip) -> None:
    assert not strip._back.isEnabled()
    for _ in range(10):
        qtbot.mouseClick(strip._on, LEFT)
    assert not strip._on.isEnabled()
    assert strip.rect().contains(strip.picture_rect(19).toRect())
    for _ in range(10):
        qtbot.mouseClick(strip._back, LEFT)
    assert strip.rect().contains(strip.picture_rect(0).toRect())
    assert not strip._back.isEnabled()


def test_choosing_from_outside_brings_in_sight_and_keeps_quiet(qtbot: QtBot, strip: LayerStrip) -> None:
    with qtbot.assertNotEmitted(strip.layer_chosen):
        strip.choose(15)
    assert strip.rect().contains(strip.picture_rect(15).toRect())


def test_update_keeps_choice_and_place(strip: LayerStrip) -> None:
    strip.choose(15)
    where, before = strip.picture_rect(15), strip.grab().toImage()
    strip.show_layers(thumbs(20, seed=1))
    assert strip.chosen() == 15
    assert strip.picture_rect(15) == where
    assert strip.grab().toImage() != before
    strip.show_layers(thumbs(5))
    assert strip.chosen() is None


def test_odd_layers_are_painted(strip: LayerStrip) -> None:
    odd = [
        np.zeros((1, 1)),
        np.full((4, 4), np.nan),
        np.full(6, np.nan),
        np.full(100, np.inf),
        np.zeros(0),
        np.zeros(1),
    ]
    strip.show_layers([LayerThumb(f"layer_{n}", "dense", "?", values) for n, values in enumerate(odd)])
    strip.grab()
    strip.show_layers([])
    strip.grab()
