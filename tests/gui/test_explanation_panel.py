"""The panel: a sentence, the arithmetic, the buttons, the trace, and what stands there before anything is chosen."""

import dataclasses

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from core.answers import Insight
from core.inside.arithmetic import explain
from core.inside.operations import PICTURE, Dense, Function, GlobalPooling
from core.inside.trace import trace
from core.words import use_translator
from gui import theme
from gui.widgets.inside.explain.convolution_view import ConvolutionView
from gui.widgets.inside.explain.dense_view import DenseView
from gui.widgets.inside.explain.painting import WIDTH_PX
from gui.widgets.inside.explain.softmax_view import SoftmaxView
from gui.widgets.inside.explanation_panel import ExplanationPanel
from tests.gui.small_network import CLASSES, Chain, small_insight, weights

LEFT = Qt.MouseButton.LeftButton
CELLS: dict[str, tuple[int, ...]] = {
    "rescaling": (1, 1, 1),
    "conv_1": (2, 2, 1),
    "relu_1": (2, 2, 1),
    "conv_2": (2, 2, 1),
    "pool_1": (1, 1, 1),
    "mean_1": (1, 1, 1),
    "added": (1, 1, 1),
    "padded": (2, 2, 1),
    "normal": (2, 2, 1),
    "dropout_1": (2, 2, 1),
    "flatten": (62,),
    "dense_1": (3,),
    "dense_2": (1,),
    "softmax": (1,),
    "lambda": (1,),
}


@pytest.fixture(scope="module")
def insight() -> Insight:
    return small_insight()


@pytest.fixture
def panel(qtbot: QtBot) -> ExplanationPanel:
    widget = ExplanationPanel()
    qtbot.addWidget(widget)
    widget.resize(widget.width(), 640)
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


def show(panel: ExplanationPanel, insight: Insight, layer: str) -> None:
    panel.show_explanation(insight, explain(insight, layer, CELLS[layer]), CLASSES, 1)


@pytest.mark.parametrize("layer", CELLS)
def test_every_kind_is_explained(panel: ExplanationPanel, insight: Insight, layer: str) -> None:
    show(panel, insight, layer)
    panel.grab()
    assert panel.sentence.sentence()
    assert panel.words().count("\n") == 1, "a sentence and one view"
    assert panel.width() == theme.PANEL_EXPLANATION


def test_one_after_the_other_leaves_nothing_behind(panel: ExplanationPanel, insight: Insight) -> None:
    for layer in (*CELLS, *reversed(CELLS)):
        show(panel, insight, layer)
        assert panel.words().count("\n") == 1


def test_another_cell_of_a_layer_moves_nothing(panel: ExplanationPanel, insight: Insight) -> None:
    heights = set()
    for column in range(1, 5):
        panel.show_explanation(insight, explain(insight, "conv_1", (2, column, 1)), CLASSES)
        view = panel.view(ConvolutionView)
        assert view is not None
        panel.grab()
        heights.add(view.height())
    assert len(heights) == 1


def test_class_names_belong_to_one_number_for_each_class(panel: ExplanationPanel, insight: Insight) -> None:
    show(panel, insight, "dense_2")
    assert "cat = " in panel.words()
    show(panel, insight, "dense_1")
    assert "value 3 " in panel.words()


def test_a_dense_layer_with_softmax_has_the_table_above_its_sum(panel: ExplanationPanel) -> None:
    chain = Chain()
    chain.add("gap", "GlobalAveragePooling2D", GlobalPooling("average"), (3,))
    chain.add("answer", "Dense", Dense(weights(3, 4) / 100, None, Function("softmax")), (4,))
    insight = chain.insight("answer")
    panel.show_explanation(insight, explain(insight, "answer", (2,)), CLASSES, 0)
    assert panel.view(SoftmaxView) is not None
    assert panel.view(DenseView) is not None
    assert panel.words().count("\n") == 2
    assert "logit x, all together" in panel.words()


# Buttons


def test_buttons_of_a_convolution(qtbot: QtBot, panel: ExplanationPanel, insight: Insight) -> None:
    show(panel, insight, "conv_1")
    foot = panel.foot
    with qtbot.waitSignal(panel.slide_toggled) as slid:
        qtbot.mouseClick(foot.slide_button, LEFT)
    assert slid.args == [True]
    width = foot.slide_button.width()
    panel.set_sliding(True)
    assert foot.slide_button.text() == "Pause"
    assert foot.slide_button.width() == width
    with qtbot.waitSignal(panel.slide_toggled) as slid:
        qtbot.mouseClick(foot.slide_button, LEFT)
    assert slid.args == [False]
    for button, step in ((foot.back_button, -1), (foot.on_button, 1)):
        with qtbot.waitSignal(panel.stepped) as stepped:
            qtbot.mouseClick(button, LEFT)
        assert stepped.args == [step]
    with qtbot.waitSignal(panel.trace_wanted):
        qtbot.mouseClick(foot.trace_link, LEFT)
    with qtbot.waitSignal(panel.closed):
        qtbot.mouseClick(panel.close_button, LEFT)


def test_the_source_is_named_and_reached(qtbot: QtBot, panel: ExplanationPanel, insight: Insight) -> None:
    show(panel, insight, "softmax")
    logit = insight.output("dense_2").values[1]
    assert f"{logit:.2f}".replace("-", "−") in panel.foot.source_button.text()
    with qtbot.waitSignal(panel.cell_wanted) as wanted:
        qtbot.mouseClick(panel.foot.source_button, LEFT)
    assert wanted.args == ["dense_2", (1,)]
    with qtbot.waitSignal(panel.photo_wanted):
        qtbot.mouseClick(panel.foot.photo_link, LEFT)


def test_no_way_to_what_is_no_layer(panel: ExplanationPanel, insight: Insight) -> None:
    show(panel, insight, "rescaling")
    assert not panel.foot.source_button.isVisible()
    assert panel.foot.trace_link.isVisible()
    show(panel, insight, "lambda")
    assert not panel.foot.source_button.isVisible()
    assert not panel.foot.trace_link.isVisible()


# Instead of arithmetic


def test_hint(panel: ExplanationPanel, insight: Insight) -> None:
    show(panel, insight, "conv_1")
    panel.show_hint(insight.facts("conv_1"))
    assert "4 filters make 4 pictures" in panel.words()
    assert "Click any cell" in panel.words()
    assert not panel.foot.isVisible()
    panel.show_hint(None)
    assert panel.words() == "Click any cell to see how its number came about."


def test_waiting_and_kept(panel: ExplanationPanel, insight: Insight) -> None:
    show(panel, insight, "dense_1")
    panel.show_waiting()
    assert panel.words() == "One moment: the weights come with the next batch."
    panel.show_kept(3)
    assert "Epoch 3" in panel.words()
    assert "right end" in panel.words()
    show(panel, insight, "dense_1")
    assert "Epoch 3" not in panel.words()


# Trace


def test_trace_leads_to_a_pixel_and_back(qtbot: QtBot, panel: ExplanationPanel, insight: Insight) -> None:
    show(panel, insight, "softmax")
    before = panel.words()
    steps = trace(insight, "softmax", (1,))
    panel.show_trace(steps, insight)
    assert steps[-1].layer == PICTURE
    rows = panel.trace.rows
    assert rows.count() == len(steps)
    assert "cat" in panel.words()
    assert "pixel of the photo" in panel.words()
    assert not panel.foot.isVisible()
    with qtbot.waitSignal(panel.trace_closed):
        qtbot.mouseClick(panel.back_link, LEFT)
    assert panel.words() == before


def test_pointing_at_a_step_lights_up_what_it_sees(qtbot: QtBot, panel: ExplanationPanel, insight: Insight) -> None:
    show(panel, insight, "softmax")
    panel.show_trace(trace(insight, "softmax", (1,)), insight)
    rows = panel.trace.rows
    assert "6 × 6 pixels" in panel.words()
    qtbot.keyClick(rows, Qt.Key.Key_End)
    assert "the pixel in row" in panel.words()
    with qtbot.waitSignal(panel.cell_wanted) as wanted:
        qtbot.mouseClick(rows, LEFT, pos=rows.row_rect(1).center())
    assert wanted.args == ["dense_2", (1,)]


def test_trace_without_a_photo(panel: ExplanationPanel, insight: Insight) -> None:
    steps = trace(insight, "relu_1", (2, 2, 1))[:2]
    answer = dataclasses.replace(insight.answer, pixels=None)
    panel.show_trace(steps, dataclasses.replace(insight, answer=answer))
    panel.grab()
    assert "relu_1" in panel.words()


# Languages and themes


@pytest.mark.parametrize("layer", CELLS)
def test_long_words_do_not_widen_it(qtbot: QtBot, insight: Insight, layer: str) -> None:
    use_translator(lambda template: template + "長" * round(len(template) * 0.2))
    try:
        panel = ExplanationPanel()
        qtbot.addWidget(panel)
        panel.resize(panel.width(), 540)
        with qtbot.waitExposed(panel):
            panel.show()
        show(panel, insight, layer)
        panel.grab()
        assert panel.width() == theme.PANEL_EXPLANATION
        assert panel.foot.width() <= WIDTH_PX
        for button in (panel.foot.source_button, panel.foot.trace_link, panel.foot.on_button):
            if button.isVisible():
                assert button.mapTo(panel.foot, button.rect().bottomRight()).x() <= WIDTH_PX
    finally:
        use_translator(None)
