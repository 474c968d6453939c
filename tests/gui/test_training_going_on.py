"""The runs on the Training page: gone on with, followed while one is trained, and looked into."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from core.pictures.split import SPLIT_FILE
from gui import theme, translation
from gui.session import Session
from gui.state import State
from gui.widgets.training.run_model import Column
from tests.gui.stand_ins import Training, batch, epoch
from tests.gui.training_stage import (
    A_MINUTE_MS,
    choose_in,
    open_pictures,
    row,
    run_with_curves,
    shown,
    start,
    stop,
    tick,
    unfinished_run,
    until,
)

# The offscreen platform says so of least sizes and menus.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> None:
    theme.apply(qapp, "light")
    translation.install(qapp, "en")


@pytest.fixture
def session(qtbot: QtBot, training: Training) -> Iterator[Session]:
    made = Session()
    made.set_config(image_size_px=16, epochs=5, batch_size=8)
    yield made
    qtbot.waitUntil(made.end, timeout=A_MINUTE_MS)


# ---- going on


def test_a_run_goes_on_as_planned_from_the_table(qtbot: QtBot, session: Session, training: Training) -> None:
    run = unfinished_run()
    page = shown(qtbot, session)
    page.runs_card.table.select(run)
    assert page.runs_card.resume_button.text() == "Go on"
    page.runs_card.resume_button.click()
    until(qtbot, session, State.TRAINING)
    assert training.begun == [("resume", run, None)]
    assert page.epoch_tile.accessibleName() == "Epoch: 2 of 5"
    assert row(page, run)[Column.STATE] == "in training"
    stop(qtbot, session)


def test_a_run_that_did_all_its_epochs_is_given_more(qtbot: QtBot, session: Session, training: Training) -> None:
    run = unfinished_run(state="finished", done=5)
    page = shown(qtbot, session)
    page.runs_card.table.select(run)
    assert page.runs_card.resume_button.text() == "Train more epochs…"
    page.runs_card.resume_button.click()
    (menu,) = (each for each in page.findChildren(QMenu) if each.isVisible())
    assert [each.text() for each in menu.actions()] == ["10 more epochs", "30 more epochs", "100 more epochs"]
    assert session.is_idle
    choose_in(menu, "30 more epochs")
    until(qtbot, session, State.TRAINING)
    assert training.begun == [("resume", run, 35)]
    assert page.epoch_tile.accessibleName() == "Epoch: 5 of 35"
    menu.close()
    stop(qtbot, session)


def test_a_run_that_ended_early_goes_on_to_its_plan(qtbot: QtBot, session: Session, training: Training) -> None:
    run = unfinished_run(state="finished", done=2, planned=5)
    page = shown(qtbot, session)
    page.runs_card.table.select(run)
    page.runs_card.resume_button.click()
    until(qtbot, session, State.TRAINING)
    assert training.begun == [("resume", run, None)]
    stop(qtbot, session)


def test_a_run_that_has_lost_what_it_takes_meanwhile_says_so(qtbot: QtBot, session: Session) -> None:
    run = unfinished_run()
    page = shown(qtbot, session)
    page.runs_card.table.select(run)
    (run / SPLIT_FILE).unlink()
    page.runs_card.resume_button.click()
    assert "cannot go on" in page.banner.text()
    assert session.is_idle


def test_nothing_goes_on_beside_a_training(qtbot: QtBot, session: Session, training: Training, colours: Path) -> None:
    run = unfinished_run()
    page = shown(qtbot, session)
    open_pictures(qtbot, session, colours)
    page.runs_card.table.select(run)
    assert page.runs_card.resume_button.isEnabled()
    start(qtbot, session)
    page.runs_card.table.select(run)
    assert not page.runs_card.resume_button.isEnabled()
    assert "Something else is being trained" in page.runs_card.resume_button.toolTip()
    stop(qtbot, session)
    assert page.runs_card.resume_button.isEnabled()


# ---- while it is trained, and afterwards


def test_scores_in_the_table_follow_the_training(qtbot: QtBot, session: Session, training: Training) -> None:
    run, other = unfinished_run(), run_with_curves(1, 0.9)
    page = shown(qtbot, session)
    tick(qtbot, page, other)
    session.monitor.resume_run(run)
    until(qtbot, session, State.TRAINING)
    assert (row(page, run)[Column.VAL_LOSS], row(page, run)[Column.VAL_ACCURACY]) == ("0.50", "50 %")
    training.tell([batch(3, 1), epoch(3, 0.31, 0.92, is_best=True)])
    qtbot.waitUntil(lambda: row(page, run)[Column.VAL_LOSS] == "0.31")
    assert row(page, run)[Column.VAL_ACCURACY] == "92 %"
    assert ("Best epoch", "3 of 3", "2 of 3") in page.runs_card.comparison.rows()
    stop(qtbot, session)


def test_a_double_click_looks_inside(qtbot: QtBot, session: Session) -> None:
    run = run_with_curves(1, 0.9, 0.7)
    page = shown(qtbot, session)
    table = page.runs_card.table
    place = table.visualRect(table.runs.index(0, Column.NAME)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: session.asking.model is not None, timeout=A_MINUTE_MS)
    assert session.asking.model is not None
    assert session.asking.model.run == run
    assert page.epoch_tile.accessibleName() == "Epoch: 2 of 30"
    assert page.best_tile.accessibleName() == "Best epoch: 2 val loss 0.70"


def test_a_double_click_on_the_run_in_training_comes_back_to_it(
    qtbot: QtBot, session: Session, training: Training
) -> None:
    run = unfinished_run()
    page = shown(qtbot, session)
    session.monitor.resume_run(run)
    until(qtbot, session, State.TRAINING)
    with qtbot.waitSignal(session.page_wanted, check_params_cb=lambda key: key == "inside"):
        page.runs_card.table.run_chosen.emit(run)
    assert session.is_training
    stop(qtbot, session)
