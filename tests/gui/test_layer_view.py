"""A layer in full: its output, its filters, its window sliding, in one place."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.answers import LayerOutput
from core.inside.operations import (
    Convolution,
)
from gui.widgets.inside.layer_view import LayerView
from tests.gui.layer_stand_ins import conv, insight, numbers, show

# The offscreen platform says so of every window with a layout.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

LEFT, CTRL, SHIFT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


# A layer in full


@pytest.fixture
def layer(qtbot: QtBot) -> LayerView:
    view = LayerView()
    show(qtbot, view, 724, 450)
    return view


def picture_layer(seed: int = 0) -> LayerOutput:
    return LayerOutput("layer", "Conv2D", numbers(6, 6, 4, seed=seed))


def test_output_and_filters(qtbot: QtBot, layer: LayerView) -> None:
    layer.show_layer(picture_layer())
    assert not layer.views.isVisible()
    layer.show_filters(conv("layer", numbers(3, 3, 3, 4)), None)
    layer.choose_cell((1, 2, 3))
    with qtbot.waitSignal(layer.view_changed) as changed:
        qtbot.mouseClick(layer.views._segments["filters"], LEFT)
    assert changed.args == ["filters"]
    assert layer.filters.isVisible()
    assert not layer.grid.isVisible()
    assert layer.words()[0] == "4 filters of 3 × 3 × 3"
    assert layer.filters.grid.chosen() == 3
    with qtbot.waitSignal(layer.cell_chosen) as chosen:
        qtbot.mouseClick(layer.filters.grid.viewport(), LEFT, pos=layer.filters.grid.picture_rect(0).center())
    assert chosen.args == [(1, 2, 0)]
    # A layer without filters shows its output, the next with filters those again.
    layer.show_layer(LayerOutput("relu", "relu", numbers(6, 6, 4)))
    layer.show_filters(None, None)
    assert layer.grid.isVisible()
    layer.show_layer(picture_layer())
    layer.show_filters(conv("layer", numbers(3, 3, 3, 4)), None)
    assert layer.view == "filters"
    assert layer.filters.isVisible()


def test_cells_of_pictures_and_vectors(qtbot: QtBot, layer: LayerView) -> None:
    layer.show_layer(picture_layer())
    with qtbot.waitSignal(layer.cell_chosen) as chosen:
        qtbot.mouseClick(layer.grid.viewport(), LEFT, pos=layer.grid.picture_rect(2).topLeft() + QPoint(1, 1))
    assert chosen.args == [(0, 0, 2)]
    assert layer.words()[3].startswith("row 0, column 0, channel 2: ")
    layer.show_layer(LayerOutput("dense", "Dense", numbers(5)))
    with qtbot.waitSignal(layer.cell_chosen) as chosen:
        qtbot.keyClick(layer.vector, Key.Key_End)
    assert chosen.args == [(4,)]
    with qtbot.assertNotEmitted(layer.cell_chosen):
        layer.choose_cell((1,))
        assert layer.chosen_cell() == (1,)
        layer.choose_cell(None)
    assert layer.chosen_cell() is None


def test_slide_in_place_of_the_grid(qtbot: QtBot, layer: LayerView) -> None:
    seen = insight(Convolution(numbers(3, 3, 3, 4), None), numbers(8, 8, 3), (6, 6, 4))
    layer.show_layer(seen.output("layer"))
    layer.choose_cell((5, 1, 2))
    with qtbot.waitSignal(layer.slide_reached) as reached:
        assert layer.start_slide(seen, (5, 1, 2))
    assert reached.args == [(0, 0, 2)]
    assert layer.is_sliding
    assert not layer.grid.isVisible()
    layer.show_layer(seen.output("layer"))
    assert layer.start_slide(seen, (5, 1, 2))
    assert layer.is_sliding
    layer.slide.set_cell((3, 3, 2))
    layer.stop_slide()
    assert layer.grid.isVisible()
    assert layer.chosen_cell() == (3, 3, 2)
    assert layer.start_slide(seen, (3, 3, 2))
    assert layer.slide.cell() == (3, 3, 2)
    with qtbot.waitSignal(layer.slide_finished):
        layer.show_layer(LayerOutput("other", "relu", numbers(6, 6, 4)))
    assert not layer.is_sliding
    assert layer.grid.isVisible()
    assert not layer.start_slide(seen, (0, 0, 0))
    assert layer.grid.isVisible()


def test_buttons_zoom(qtbot: QtBot, layer: LayerView) -> None:
    layer.show_layer(LayerOutput("layer", "relu", numbers(20, 20, 32)))
    zoom = layer._foot.zoom
    assert not zoom.smaller.isEnabled()
    before = layer.grid.picture_rect(0).width()
    qtbot.mouseClick(zoom.larger, LEFT)
    assert layer.grid.picture_rect(0).width() > before
    qtbot.mouseClick(zoom.smaller, LEFT)
    assert layer.grid.picture_rect(0).width() <= before
    layer.show_layer(LayerOutput("dense", "Dense", numbers(5)))
    assert not zoom.larger.isVisible()


@pytest.mark.parametrize("name", ["conv2d_1", "a_layer_with_a_very_long_name_indeed_of_some_model"])
def test_narrow_layers_keep_their_width(qtbot: QtBot, layer: LayerView, name: str) -> None:
    layer.show_layer(LayerOutput(name, "Conv2D", numbers(100, 100, 32)))
    layer.show_filters(conv(name, numbers(3, 3, 3, 32)), None)
    assert layer.minimumSizeHint().width() <= 468
    layer.resize(468, 380)
    QApplication.processEvents()
    assert layer.width() == 468
    right = layer.views.mapTo(layer, QPoint(layer.views.width(), 0)).x()
    assert right <= 468


def test_common_scale_for_the_export(qtbot: QtBot, layer: LayerView) -> None:
    layer.show_layer(picture_layer())
    assert not layer.common_scale
    qtbot.mouseClick(layer.scale._segments["common"], LEFT)
    assert layer.common_scale
