"""Each kind of explanation shows its numbers, and leads to those that they come from."""

import math

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from core.answers import Insight
from core.inside.arithmetic import dropout_mask, explain
from core.inside.explanations import Explanation, Moved, Pooled, Shared, WeightedSum
from core.inside.operations import Convolution, Dense, Elementwise, Function, Pooling, Rescaling, Softmax
from core.inside.rounding import reading
from gui.widgets.inside.explain.cell_field import CellField
from gui.widgets.inside.explain.channel_products import ChannelProducts
from gui.widgets.inside.explain.convolution_view import ConvolutionView
from gui.widgets.inside.explain.dense_view import DenseView
from gui.widgets.inside.explain.dropout_view import DropoutView
from gui.widgets.inside.explain.flatten_view import FlattenView
from gui.widgets.inside.explain.function_view import FunctionView
from gui.widgets.inside.explain.painting import WIDTH_PX
from gui.widgets.inside.explain.plain_view import PlainView
from gui.widgets.inside.explain.pooled_view import PooledView
from gui.widgets.inside.explain.rows import Rows
from gui.widgets.inside.explain.scaled_view import ScaledView
from gui.widgets.inside.explain.softmax_view import SoftmaxView
from gui.widgets.inside.explain.view import Shown, View
from tests.gui.small_network import CLASSES, Chain, single, small_insight, weights, wide_insight, with_values

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(scope="module")
def insight() -> Insight:
    return small_insight()


def shown(qtbot: QtBot, view: View, insight: Insight, layer: str, cell: tuple[int, ...]) -> Explanation:
    """The view, in a window, explains that cell."""
    explanation = explain(insight, layer, cell)
    view.show_number(Shown(insight, explanation, CLASSES if layer in ("dense_2", "softmax") else (), 1))
    if not view.isVisible():
        qtbot.addWidget(view)
        with qtbot.waitExposed(view):
            view.show()
    view.grab()
    return explanation


def click(qtbot: QtBot, widget: QWidget, where: QPointF | QPoint) -> None:
    point = where.toPoint() if isinstance(where, QPointF) else where
    qtbot.mouseClick(widget, LEFT, pos=point)


def click_cell(qtbot: QtBot, field: CellField, row: int, column: int) -> None:
    click(qtbot, field, field.cell_rect((row, column)).center())


def click_row(qtbot: QtBot, rows: Rows, row: int) -> None:
    click(qtbot, rows, rows.row_rect(row).center())


# Convolution


def test_convolution_shows_every_pair_and_every_sum(qtbot: QtBot, insight: Insight) -> None:
    view = ConvolutionView()
    explanation = shown(qtbot, view, insight, "conv_1", (2, 3, 1))
    text = view.words()
    for colour in ("red:", "green:", "blue:"):
        assert colour in text
    assert text.count("×") == 27
    assert "red + green + blue" in text
    assert "bias of filter 1" in text
    assert "row 2, column 3, channel 1" in text
    assert f"= {reading(explanation.value)}" in text


def test_shown_products_add_up_or_say_that_they_are_rounded(qtbot: QtBot, insight: Insight) -> None:
    view = ConvolutionView()
    for column in range(6):
        shown(qtbot, view, insight, "conv_1", (3, column, 2))
        for block in view.blocks:
            pairs, _, last = block.words().rpartition("; ")
            products = [part.rpartition("= ")[2].replace("−", "-") for part in pairs.split("; ") if "= " in part]
            total = last.rsplit(" ", 1)[1].replace("−", "-")
            adds_up = abs(sum(map(float, products)) - float(total)) < 1e-9
            assert adds_up != ("rounded" in last)


def test_padding_is_named(qtbot: QtBot, insight: Insight) -> None:
    view = ConvolutionView()
    shown(qtbot, view, insight, "conv_1", (0, 0, 0))
    assert "5 of them padding, zeros" in view.words()
    shown(qtbot, view, insight, "conv_1", (2, 2, 0))
    assert "padding" not in view.words()


def test_of_many_channels_the_strongest_stand_in_full(qtbot: QtBot) -> None:
    view, wide = ConvolutionView(), wide_insight(40)
    explanation = shown(qtbot, view, wide, "second", (1, 1, 0))
    assert isinstance(explanation, WeightedSum)
    sums = explanation.products.reshape(9, 40).sum(axis=0)
    strongest = np.argsort(-np.abs(sums))[:2].tolist()
    visible = [block.accessibleName() for block in view.blocks if block.isVisible()]
    assert visible == [f"channel {channel}" for channel in strongest]
    assert view.others_button.text() == "38 more channels"


def test_every_channel_can_be_seen(qtbot: QtBot) -> None:
    view, wide = ConvolutionView(), wide_insight(40)
    shown(qtbot, view, wide, "second", (1, 1, 0))
    view.others_button.click()
    assert view.channel_sums.count() == 40
    channel = view.channel_sums.channel_of(30)
    click_row(qtbot, view.channel_sums, 30)
    assert view.blocks[0].accessibleName() == f"channel {channel}"
    view.others_button.click()
    assert not view.channel_sums.isVisible()


@pytest.mark.parametrize("shape", [(1, 1), (3, 3), (5, 5), (7, 7), (11, 11), (1, 7)])
def test_kernels_of_any_size_fit(qtbot: QtBot, shape: tuple[int, int]) -> None:
    chain = Chain()
    chain.add("conv", "Conv2D", Convolution(weights(*shape, 3, 1), None, padding="same"), (6, 6, 1))
    view = ConvolutionView()
    shown(qtbot, view, chain.insight(), "conv", (3, 3, 0))
    block = view.blocks[0]
    last = block.cell_rect(2, (shape[0] - 1, shape[1] - 1))
    assert last.right() <= WIDTH_PX
    assert last.bottom() < block.height()
    assert block.words().count("×") == shape[0] * shape[1]


def test_pointing_at_a_cell_reads_its_pair(qtbot: QtBot, insight: Insight) -> None:
    view = ConvolutionView()
    shown(qtbot, view, insight, "conv_1", (2, 2, 0))
    block = view.blocks[0]
    before = block.grab().toImage()
    qtbot.mouseMove(block, block.cell_rect(1, (1, 1)).center().toPoint())
    qtbot.waitUntil(lambda: block.grab().toImage() != before)


def test_likeness_is_the_cosine(qtbot: QtBot, insight: Insight) -> None:
    view = ConvolutionView()
    explanation = shown(qtbot, view, insight, "conv_1", (2, 2, 0))
    assert isinstance(explanation, WeightedSum)
    assert view.alike_bar.share() == explanation.alikeness


# One number


def test_function_shows_before_and_after(qtbot: QtBot, insight: Insight) -> None:
    view = FunctionView()
    before = insight.output("conv_1").values
    cell = tuple(int(part) for part in np.argwhere(before < -0.1)[0])
    shown(qtbot, view, insight, "relu_1", cell)
    assert f"max(0, {reading(float(before[cell]))})" in view.words()
    assert "= 0.00" in view.words()


@pytest.mark.parametrize("name", ["sigmoid", "tanh", "gelu", "softplus", "exponential"])
def test_curves_of_other_functions(qtbot: QtBot, name: str) -> None:
    chain = Chain()
    chain.add("rescaling", "Rescaling", Rescaling(single(1 / 255), single(0)), (6, 6, 3))
    chain.add("act", name, Elementwise(Function(name)), (6, 6, 3))
    shown(qtbot, FunctionView(), chain.insight(), "act", (1, 1, 1))


def test_rescaling_is_a_division(qtbot: QtBot, insight: Insight) -> None:
    view = ScaledView()
    shown(qtbot, view, insight, "rescaling", (1, 2, 0))
    pixel = insight.answer.pixels
    assert pixel is not None
    assert f"({pixel[1, 2, 0]}) / (255) = {reading(pixel[1, 2, 0] / 255)}" in view.words()


def test_normalization_is_filled_in(qtbot: QtBot, insight: Insight) -> None:
    view = ScaledView()
    explanation = shown(qtbot, view, insight, "normal", (0, 0, 0))
    assert "(0.00 − 0.10) / (max(√0.25" in view.words()
    assert f"= {reading(explanation.value)}" in view.words()


# Pooling


def test_pooling_names_the_winner_and_what_is_lost(qtbot: QtBot, insight: Insight) -> None:
    view = PooledView()
    explanation = shown(qtbot, view, insight, "pool_1", (1, 1, 2))
    assert isinstance(explanation, Pooled)
    assert explanation.winner is not None
    row, column, _ = explanation.winner
    assert f"it sat in row {row}, column {column}" in view.words()
    assert "3 numbers go no further" in view.words()


def test_a_click_on_a_pooled_number_goes_there(qtbot: QtBot, insight: Insight) -> None:
    view = PooledView()
    shown(qtbot, view, insight, "pool_1", (1, 1, 2))
    with qtbot.waitSignal(view.cell_wanted) as wanted:
        click_cell(qtbot, view.field, 1, 0)
    assert wanted.args == ["conv_2", (3, 2, 2)]


def test_a_mean_is_a_division(qtbot: QtBot, insight: Insight) -> None:
    view = PooledView()
    explanation = shown(qtbot, view, insight, "mean_1", (1, 1, 2))
    assert f"/ (4) = {reading(explanation.value)}" in view.words()


def test_a_window_over_the_edge_leads_nowhere(qtbot: QtBot) -> None:
    chain = Chain()
    chain.add("pool", "MaxPooling2D", Pooling("max", (3, 3), (1, 1), "same"), (6, 6, 3))
    view = PooledView()
    shown(qtbot, view, chain.insight(), "pool", (0, 0, 0))
    assert "the largest of 4" in view.words()
    with qtbot.assertNotEmitted(view.cell_wanted):
        click_cell(qtbot, view.field, 0, 0)


# Moved


def test_dropout_shows_both_sides_and_another_mask(qtbot: QtBot, insight: Insight) -> None:
    view = DropoutView()
    explanation = shown(qtbot, view, insight, "dropout_1", (2, 2, 1))
    assert isinstance(explanation, Moved)
    values = insight.output("normal").values
    counts = {int(dropout_mask(explanation, values, seed)[1].sum()) for seed in (1, 2)}
    texts = set()
    for _ in range(2):
        texts.add(view.words())
        view.again_button.click()
    assert len(texts) == 2
    for count in counts:
        assert any(f"{count:,} of 125 cut" in text for text in texts)
    value = reading(explanation.value)
    assert all(f"when classifying: nothing {value} → {value}" in text for text in texts)


def test_flatten_counts_both_ways(qtbot: QtBot, insight: Insight) -> None:
    view = FlattenView()
    shown(qtbot, view, insight, "flatten", (62,))
    assert "(2 × 5 + 2) × 5 + 2 = 62" in view.words()
    with qtbot.waitSignal(view.cell_wanted) as wanted:
        click_cell(qtbot, view.picture, 0, 2)
    assert wanted.args == ["dropout_1", (1, 3, 2)]
    with qtbot.waitSignal(view.cell_wanted) as wanted:
        click_cell(qtbot, view.strip, 0, 2)
    assert wanted.args == ["flatten", ((1 * 5 + 3) * 5 + 2,)]


def test_padding_and_merging(qtbot: QtBot, insight: Insight) -> None:
    view = PlainView()
    shown(qtbot, view, insight, "padded", (0, 0, 0))
    assert "padding" in view.words()
    shown(qtbot, view, insight, "added", (1, 1, 1))
    assert "pool_1" in view.words()
    assert "mean_1" in view.words()
    with qtbot.waitSignal(view.cell_wanted) as wanted:
        click_row(qtbot, view.sources, 1)
    assert wanted.args == ["mean_1", (1, 1, 1)]


# Vectors


def test_dense_shows_what_pushes_most(qtbot: QtBot, insight: Insight) -> None:
    view = DenseView()
    explanation = shown(qtbot, view, insight, "dense_1", (3,))
    assert isinstance(explanation, WeightedSum)
    products = explanation.products
    assert reading(float(products.max())) in view.words()
    assert f"{int((products > 0).sum())} push up, {int((products < 0).sum())} push down" in view.words()
    assert view.map.isVisible()
    strongest = int(products.argmax())
    row, column, channel = (int(part) for part in np.unravel_index(strongest, (5, 5, 5)))
    with qtbot.waitSignal(view.cell_wanted) as wanted:
        click_row(qtbot, view.terms, 0)
    assert wanted.args == ["normal", (row, column, channel)]


def test_rows_are_reached_by_keys(qtbot: QtBot, insight: Insight) -> None:
    view = DenseView()
    shown(qtbot, view, insight, "dense_1", (3,))
    with qtbot.waitSignal(view.cell_wanted):
        for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
            qtbot.keyClick(view.terms, key)


def test_softmax_table(qtbot: QtBot, insight: Insight) -> None:
    view = SoftmaxView()
    explanation = shown(qtbot, view, insight, "softmax", (2,))
    assert isinstance(explanation, Shared)
    shares = explanation.shares
    text = view.words()
    for name, logit, exp in zip(CLASSES, shares.logits, shares.exps, strict=True):
        assert f"{name} {reading(float(logit))}" in text or abs(logit) < 0.095
        assert reading(float(exp)) in text or exp < 0.095
    assert "sum of all 4" in text
    loss = reading(-math.log(shares.shares[1]))
    assert f"= {loss}." in text
    with qtbot.waitSignal(view.cell_wanted) as wanted:
        click_row(qtbot, view.table.rows, 0)
    assert wanted.args == ["softmax", (0,)]


def test_softmax_of_many_classes_scrolls_inside(qtbot: QtBot) -> None:
    chain = Chain()
    names = tuple(f"クラス{index}という名前の長い分類" for index in range(150))
    chain.add("dense", "Dense", Dense(weights(3, 150), None), (6, 6, 150))
    chain.add("softmax", "softmax", Softmax(), (6, 6, 150))
    view = SoftmaxView()
    explanation = explain(chain.insight(), "softmax", (1, 1, 140))
    view.show_number(Shown(chain.insight(), explanation, names, None))
    qtbot.addWidget(view)
    with qtbot.waitExposed(view):
        view.show()
    rows = view.table.rows
    assert view.height() < 600
    assert view.sizeHint().width() <= WIDTH_PX
    assert not rows.visibleRegion().intersected(rows.row_rect(140)).isEmpty()
    winner = rows.winner
    with qtbot.waitSignal(view.cell_wanted) as wanted:
        view.winner_link.click()
    assert wanted.args == ["softmax", (1, 1, winner)]


def test_no_target_no_loss(qtbot: QtBot, insight: Insight) -> None:
    view = SoftmaxView()
    view.show_number(Shown(insight, explain(insight, "softmax", (0,)), CLASSES, None))
    qtbot.addWidget(view)
    assert "target" not in view.words()


# Odd numbers


@pytest.mark.parametrize("odd", [0.0, math.nan, math.inf, -math.inf, 3e38])
def test_odd_numbers_do_not_break_anything(qtbot: QtBot, insight: Insight, odd: float) -> None:
    cases: tuple[tuple[type[View], str, str, tuple[int, ...]], ...] = (
        (ConvolutionView, "rescaling", "conv_1", (2, 2, 0)),
        (FunctionView, "conv_1", "relu_1", (1, 1, 1)),
        (ScaledView, "padded", "normal", (1, 1, 1)),
        (PooledView, "conv_2", "pool_1", (1, 1, 1)),
        (PooledView, "conv_2", "mean_1", (1, 1, 1)),
        (DropoutView, "normal", "dropout_1", (1, 1, 1)),
        (FlattenView, "dropout_1", "flatten", (62,)),
        (DenseView, "flatten", "dense_1", (2,)),
        (SoftmaxView, "dense_2", "softmax", (2,)),
        (PlainView, "pool_1", "added", (1, 1, 1)),
    )
    for kind, source, layer, cell in cases:
        before = insight.output(source).values
        changed = with_values(insight, source, np.full(before.shape, odd, np.float32))
        view = kind()
        shown(qtbot, view, changed, layer, cell)
        assert view.words()


def test_blocks_tell_their_numbers_to_a_screen_reader(qtbot: QtBot, insight: Insight) -> None:
    view = ConvolutionView()
    shown(qtbot, view, insight, "conv_1", (2, 2, 0))
    for block in view.findChildren(ChannelProducts):
        assert block.accessibleDescription() == block.words()
