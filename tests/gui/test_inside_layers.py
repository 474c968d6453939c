"""The Inside page's layers as a user works through them: a cell chosen, explained, traced, stepped; earlier epochs;
what a running training is asked for."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.answers import HeatMap, Insight, KeptList, MaskedAnswers, ModelCard, Saved
from core.control import Control
from core.errors import StorageError
from core.events import Watched
from core.framing import Frame
from core.inside.arithmetic import explain
from core.inside.operations import Withheld
from core.questions import ListKept, Question, Recall, Save, Why
from core.words import say
from gui import theme
from gui.pages.inside.page import InsidePage
from gui.session import Session
from tests.gui.small_network import CLASSES, small_insight

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

LEFT = Qt.MouseButton.LeftButton
RUN = Path("/runs/one")


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> None:
    theme.apply(qapp, "light")


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Question]:
    """What the page asks, instead of a network."""
    return []


@pytest.fixture
def page(qtbot: QtBot, asked: list[Question], monkeypatch: pytest.MonkeyPatch) -> InsidePage:
    session = Session()
    monkeypatch.setattr(session.asking, "ask", asked.append)
    made = InsidePage(session)
    qtbot.addWidget(made)
    made.resize(1192, 752)
    with qtbot.waitExposed(made):
        made.show()
    return made


def see(page: InsidePage, insight: Insight, epoch: int | None = None) -> None:
    """An insight comes, as from the network of a run."""
    asking = page.session.asking
    asking.looked_at = insight.photo
    asking.model = asking.looker = ModelCard("one", CLASSES, Frame(16), 1_000, epoch, RUN)
    asking.insight = insight
    asking.insight_changed.emit()


def answer(page: InsidePage, question: Question, found: object) -> None:
    page.session.asking.other_answered.emit(question, found)


def layer_of(insight: Insight, kind: str) -> str:
    return next(each.name for each in insight.outputs if each.kind == kind)


def test_the_strongest_cell_is_explained_to_begin_with(page: InsidePage) -> None:
    insight = small_insight()
    see(page, insight)
    choice = page.session.inspecting.choice
    assert choice.layer == layer_of(insight, "Conv2D")
    assert choice.cell is not None
    values = insight.output(choice.layer).values
    assert values[choice.cell] == values.max()
    assert page.layers.view.chosen_cell() == choice.cell
    assert page.layers.panel.isVisible()
    assert "Filter" in page.layers.panel.words()


def test_every_layer_and_cell_is_explained_without_an_error(page: InsidePage) -> None:
    insight = small_insight()
    see(page, insight)
    for output in insight.outputs:
        page.show_layer(output.name)
        assert page.layers.panel.words(), output.name
        shape = output.values.shape
        for cell in (tuple(0 for _ in shape), tuple(length - 1 for length in shape)):
            page.layers.choose_cell(cell)
            assert page.session.inspecting.choice.cell == cell


def test_a_click_into_the_grid_explains_that_cell(qtbot: QtBot, page: InsidePage) -> None:
    insight = small_insight()
    see(page, insight)
    grid = page.layers.view.grid
    qtbot.mouseClick(grid.viewport(), LEFT, pos=grid.picture_rect(1).topLeft())
    assert page.session.inspecting.choice.cell == (0, 0, 1)
    assert "row 0, column 0, channel 1" in page.layers.panel.words()


def test_steps_go_along_the_row_and_on_to_the_next(page: InsidePage) -> None:
    insight = small_insight()
    see(page, insight)
    columns = page.layers.output().values.shape[1]
    page.layers.choose_cell((0, columns - 1, 0))
    page.layers.panel.stepped.emit(1)
    assert page.session.inspecting.choice.cell == (1, 0, 0)
    page.layers.panel.stepped.emit(-1)
    assert page.session.inspecting.choice.cell == (0, columns - 1, 0)
    assert page.layers.view.chosen_cell() == (0, columns - 1, 0)


def test_closed_the_panel_gives_its_room_and_a_click_brings_it_back(qtbot: QtBot, page: InsidePage) -> None:
    see(page, small_insight())
    qtbot.mouseClick(page.layers.panel.close_button, LEFT)
    assert not page.layers.panel.isVisible()
    see(page, small_insight())
    assert not page.layers.panel.isVisible(), "a new look does not bring it back"
    grid = page.layers.view.grid
    qtbot.mouseClick(grid.viewport(), LEFT, pos=grid.picture_rect(0).center())
    assert page.layers.panel.isVisible()


def test_a_trace_goes_on_through_new_looks_and_ends_with_another_layer(page: InsidePage) -> None:
    insight = small_insight()
    see(page, insight)
    page.show_layer(insight.outputs[-1].name)
    page.layers.panel.trace_wanted.emit()
    assert page.layers.panel.trace.isVisible()
    see(page, small_insight())
    assert page.layers.panel.trace.isVisible()
    page.show_layer(insight.outputs[0].name)
    assert not page.layers.panel.trace.isVisible()


def test_a_source_is_gone_to(page: InsidePage) -> None:
    insight = small_insight()
    see(page, insight)
    pooled = layer_of(insight, "MaxPooling2D")
    page.show_layer(pooled)
    cell = page.session.inspecting.choice.cell
    assert cell is not None
    winner = explain(insight, pooled, cell).winner  # type: ignore[attr-defined]
    before = insight.facts(pooled).inputs[0]
    page.layers.panel.cell_wanted.emit(before, winner)
    assert page.session.inspecting.choice.layer == before
    assert page.session.inspecting.choice.cell == winner
    assert page.photo_card.strip.chosen() == [each.name for each in insight.outputs].index(before)


def test_withheld_weights_are_asked_for_and_waited_for(page: InsidePage) -> None:
    insight = small_insight()
    dense = layer_of(insight, "Dense")
    layers = tuple(replace(each, operation=Withheld()) if each.name == dense else each for each in insight.layers)
    see(page, replace(insight, layers=layers))
    page.show_layer(dense)
    assert page.session.asking.wants_all_weights
    assert "the weights come" in page.layers.panel.words()
    see(page, small_insight())
    assert "the weights come" not in page.layers.panel.words()
    page.show_layer(insight.outputs[0].name)
    assert not page.session.asking.wants_all_weights, "a copy of them is made no longer than it is needed"


# Earlier epochs


def test_what_is_kept_is_asked_once_and_recalled_by_the_slider(page: InsidePage, asked: list[Question]) -> None:
    insight = small_insight()
    see(page, insight)
    lists = [each for each in asked if isinstance(each, ListKept)]
    assert [each.run for each in lists] == [RUN]
    answer(page, lists[0], KeptList(RUN, (1, 2, 5), 1, {}))
    page.layers.slider.epoch_wanted.emit(2)
    recall = asked[-1]
    assert isinstance(recall, Recall)
    assert (recall.run, recall.epoch, recall.photo) == (RUN, 2, insight.photo)
    answer(page, recall, replace(insight, epoch=2, is_kept=True))
    assert "Epoch 2" in page.layers.panel.words()
    assert page.header._sentence.text().endswith("one after epoch 2")
    assert "Epoch 2" in [each.text() for each in page.layers.view.filters.switch._segments.values()]
    see(page, insight)
    assert "Epoch 2" in page.layers.panel.words(), "new looks leave the recalled epoch in sight"
    page.layers.slider.epoch_wanted.emit(None)
    assert "Epoch 2" not in page.layers.panel.words()


# While a training runs


class _Job:
    def __init__(self) -> None:
        self.control = Control()


@pytest.fixture
def control(page: InsidePage, monkeypatch: pytest.MonkeyPatch) -> Control:
    """A training runs, and is the one that answers."""
    job = _Job()
    monkeypatch.setattr(page.session, "_job", job)
    monkeypatch.setattr(page.session, "_work", "training")
    page.session.following.is_asked = True
    page.session.monitor.class_names = CLASSES
    return job.control


def test_a_training_is_asked_to_show_the_picture_and_nobody_else_is(
    page: InsidePage, control: Control, asked: list[Question]
) -> None:
    insight = small_insight()
    page.session.asking.look(insight.photo)
    watch = control.watch
    assert watch is not None
    assert watch.photo is insight.photo
    assert watch.is_seen
    assert asked == [], "its weights are not copied for a look of our own"
    page.session._on_reported(Watched(RUN, replace(insight, epoch=3)))
    assert page.session.asking.insight is not None
    assert page.header._sentence.text().endswith("after epoch 3")
    page.hide()
    unseen = control.watch
    assert unseen is not None
    assert not unseen.is_seen


def test_looks_in_quick_succession_are_shown_a_few_times_a_second(
    qtbot: QtBot, page: InsidePage, control: Control
) -> None:
    insight = small_insight()
    page.session.asking.look(insight.photo)
    shown: list[int | None] = []
    page.session.asking.insight_changed.connect(
        lambda: shown.append(page.session.asking.insight.epoch if page.session.asking.insight else None)
    )
    for epoch in range(1, 21):
        page.session._on_reported(Watched(RUN, replace(insight, epoch=epoch)))
    assert shown == [1]
    qtbot.waitUntil(lambda: shown == [1, 20], timeout=5_000)


# Taking along, and why


def test_export_asks_for_a_file_and_says_where_it_went(page: InsidePage, asked: list[Question], tmp_path: Path) -> None:
    see(page, small_insight())
    page.export_to(str(tmp_path / "layer.png"))
    save = asked[-1]
    assert isinstance(save, Save)
    assert save.output is page.layers.output()
    answer(page, save, Saved(save.path))
    assert "layer.png" in str(page.session.messages["inside"].what)
    page.session.asking.failed.emit(save, StorageError(say("The disk is full.")))
    assert page.session.messages["inside"].kind == "error"


def test_why_asks_for_heat_and_goes_on_with_occlusion_part_by_part(page: InsidePage, asked: list[Question]) -> None:
    insight = small_insight()
    see(page, insight)
    page.show_mode("why")
    heat = next(each for each in asked if isinstance(each, Why))
    assert heat.method == "grad-cam"
    page.why.view.heat_wanted.emit(0, "occlusion")
    first = asked[-1]
    assert isinstance(first, Why)
    part = HeatMap(insight.photo, 0, "occlusion", np.zeros((4, 4), np.float32), done=32, total=64)
    answer(page, first, part)
    second = asked[-1]
    assert isinstance(second, Why)
    assert second.so_far is part
    page.why.view.occlusion_stopped.emit()
    count = len(asked)
    answer(page, second, part)
    assert len(asked) == count, "stopped: no further part is asked for"


def test_an_epoch_that_comes_after_the_way_back_is_not_shown(page: InsidePage, asked: list[Question]) -> None:
    insight = small_insight()
    see(page, insight)
    page.layers.slider.epoch_wanted.emit(2)
    late = asked[-1]
    page.layers.slider.epoch_wanted.emit(None)
    answer(page, late, replace(insight, epoch=2, is_kept=True))
    assert page.session.inspecting.shown is insight
    assert "Epoch 2" not in page.layers.panel.words()


def test_masks_of_another_picture_are_not_taken(page: InsidePage, asked: list[Question]) -> None:
    first, second = small_insight(), small_insight()
    see(page, first)
    page.session.inspecting.ask_masks(0)
    late = asked[-1]
    see(page, second)
    answer(page, late, MaskedAnswers(first.photo, first.answer, (first.answer,), (0.5,)))
    assert page.session.inspecting.masked is None


def test_the_other_views_are_of_the_network_as_it_is_now(page: InsidePage, asked: list[Question]) -> None:
    insight = small_insight()
    see(page, insight)
    page.layers.slider.epoch_wanted.emit(2)
    answer(page, asked[-1], replace(insight, epoch=2, is_kept=True))
    page.show_mode("why")
    assert page.session.inspecting.shown is insight
    page.show_mode("layers")
    assert "Epoch 2" not in page.layers.panel.words()
