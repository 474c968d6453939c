"""The Training page: what its buttons do when, its tiles, and what it says of a training in words."""

import math
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from gui import theme, translation
from gui.session import Session
from gui.state import State
from tests.gui.stand_ins import Training, batch, epoch
from tests.gui.training_stage import (
    A_MINUTE_MS,
    box,
    finish,
    learning_by_heart,
    open_pictures,
    shown,
    start,
    stop,
    switch,
    tiles,
    until,
    write,
    write_split,
)

# The offscreen platform says so whenever a window's least size changes.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> None:
    theme.apply(qapp, "light")
    translation.install(qapp, "en")


@pytest.fixture
def session(qtbot: QtBot, training: Training) -> Iterator[Session]:
    made = Session()
    made.set_config(image_size_px=16, epochs=5, batch_size=8)
    made.settings.settings_unfolded = True
    yield made
    qtbot.waitUntil(made.end, timeout=A_MINUTE_MS)


@pytest.fixture
def opened(qtbot: QtBot, session: Session, colours: Path) -> Session:
    """With pictures."""
    open_pictures(qtbot, session, colours)
    return session


def filled_buttons(page: QWidget) -> list[str]:
    found = page.findChildren(QAbstractButton)
    return [each.text() for each in found if each.isVisible() and each.property("kind") == "main"]


# ---- the buttons


def test_without_pictures_it_leads_to_them(qtbot: QtBot, session: Session) -> None:
    page = shown(qtbot, session)
    assert page.start_button.text() == "Open pictures"
    assert page.start_button.isEnabled()
    assert not page.look_button.isVisible()
    with qtbot.waitSignal(session.page_wanted, check_params_cb=lambda key: key == "pictures"):
        page.start_button.click()
    assert session.state is State.IDLE


def test_without_pictures_nothing_is_promised(qtbot: QtBot, session: Session) -> None:
    page = shown(qtbot, session)
    for key in ("parameters", "memory", "disk", "epoch", "all"):
        assert page.column.cost.value(key) == "–"
    assert page.column.cost.warning() == ""
    card = page.column.settings
    for button in (page.column.cost.measure_button, card.rate.find_button, switch(card.more.class_weights)):
        assert not button.isEnabled()
        assert "open" in button.toolTip(), "why"
    assert box(card.epochs).isEnabled()


def test_the_start_button_through_a_training(qtbot: QtBot, opened: Session, training: Training) -> None:
    page = shown(qtbot, opened)
    assert page.start_button.text() == "Start training"
    assert filled_buttons(page) == ["Start training"]
    page.start_button.click()
    until(qtbot, opened, State.TRAINING)
    assert not page.start_button.isVisible()
    assert not page.look_button.isVisible()
    finish(qtbot, opened, training)
    assert page.start_button.text() == "Train again"
    assert page.start_button.isEnabled()
    assert filled_buttons(page) == ["See results"]
    with qtbot.waitSignal(opened.page_wanted, check_params_cb=lambda key: key == "results"):
        page.results_button.click()
    with qtbot.waitSignal(opened.page_wanted, check_params_cb=lambda key: key == "inside"):
        page.look_button.click()
    page.start_button.click()
    until(qtbot, opened, State.TRAINING)
    assert len(training.configs) == 2
    assert tiles(page)[0] == "Epoch: – of 5", "nothing of the training before is left"
    stop(qtbot, opened)


def test_while_pictures_are_read_it_cannot_be_started(qtbot: QtBot, session: Session, colours: Path) -> None:
    page = shown(qtbot, session)
    session.open_dropped([colours])
    assert session.state is State.PREPARING
    assert not page.start_button.isEnabled()
    until(qtbot, session, State.IDLE)
    assert page.start_button.isEnabled()


# ---- the tiles


def test_tiles_follow_the_training(qtbot: QtBot, opened: Session, training: Training) -> None:
    page = shown(qtbot, opened)
    assert tiles(page) == ["Epoch: – of 5", "Best epoch: –", "Validation accuracy: –"]
    start(qtbot, opened)
    training.tell([batch(1, 1), batch(1, 4)])
    qtbot.waitUntil(lambda: len(opened.batches) == 2)
    assert tiles(page) == ["Epoch: 1 of 5", "Best epoch: –", "Validation accuracy: –"]
    assert page.time_tile.value() == "1:23"
    training.tell([epoch(1, 0.61, 0.75, is_best=True), batch(2, 1), epoch(2, 0.70, 0.70, is_best=False)])
    qtbot.waitUntil(lambda: len(opened.epochs) == 2)
    assert tiles(page) == [
        "Epoch: 2 of 5",
        "Best epoch: 1 val loss 0.61",
        "Validation accuracy: 70 % epoch 1: 75 %",
    ]
    finish(qtbot, opened, training)
    assert page.time_tile.value() == "0:00"
    assert tiles(page)[1] == "Best epoch: 1 val loss 0.61"


def test_an_epoch_that_is_told_late_does_not_turn_the_epochs_back(
    qtbot: QtBot, opened: Session, training: Training
) -> None:
    page = shown(qtbot, opened)
    start(qtbot, opened)
    training.tell([batch(1, 4), batch(2, 1), batch(2, 2), epoch(1, 0.61, 0.75, is_best=True)])
    qtbot.waitUntil(lambda: len(opened.epochs) == 1)
    assert tiles(page)[0] == "Epoch: 2 of 5"
    stop(qtbot, opened)
    assert tiles(page)[0] == "Epoch: 1 of 5", "what was begun of the second is gone"


def test_epochs_that_are_planned_stand_in_the_tile(qtbot: QtBot, session: Session) -> None:
    page = shown(qtbot, session)
    write(qtbot, page.column.settings.epochs, "12")
    assert tiles(page)[0] == "Epoch: – of 12"


# ---- what the curves mean


def test_advice_appears_and_its_button_stops(qtbot: QtBot, opened: Session, training: Training) -> None:
    write_split(training.run)
    page = shown(qtbot, opened)
    start(qtbot, opened)
    training.tell(learning_by_heart(5))
    qtbot.waitUntil(lambda: len(opened.epochs) == 5)
    assert not page.advice_card.isVisible()
    training.tell(learning_by_heart(6)[5:])
    qtbot.waitUntil(page.advice_card.isVisible)
    assert "learning these pictures by heart" in page.advice_card.text()
    (button,) = (each for each in page.advice_card.findChildren(QAbstractButton) if each.isVisible())
    assert button.text() == "Stop and use epoch 1"
    button.click()
    until(qtbot, opened, State.IDLE)
    assert opened.outcome is not None
    assert opened.outcome.state == "stopped"
    assert "learned these pictures by heart" in page.advice_card.text()
    assert not button.isVisible()
    qtbot.waitUntil(lambda: opened.asking.model is not None, timeout=A_MINUTE_MS)


def test_advice_goes_when_another_training_begins(qtbot: QtBot, opened: Session, training: Training) -> None:
    write_split(training.run)
    page = shown(qtbot, opened)
    start(qtbot, opened)
    training.tell([replace(epoch(1, math.nan, math.nan, is_best=True), loss=math.nan)])
    qtbot.waitUntil(page.advice_card.isVisible)
    assert "not a number" in page.advice_card.text()
    assert "Stop" not in page.advice_card.text()
    stop(qtbot, opened)
    assert page.advice_card.isVisible()
    assert shown(qtbot, opened).advice_card.isVisible(), "a page that is built anew"
    start(qtbot, opened)
    assert not page.advice_card.isVisible()
    stop(qtbot, opened)
