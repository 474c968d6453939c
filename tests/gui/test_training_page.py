"""The Training page: what its buttons do when, its settings and costs, and what it says of a training as that goes on."""

import math
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from core import settings as remembered
from core.errors import NakamiError
from core.words import say
from gui import theme, translation
from gui.remembered_config import config_from
from gui.session import Session
from gui.state import State
from tests.gui.stand_ins import Training, batch, epoch
from tests.gui.training_stage import (
    A_MINUTE_MS,
    box,
    finish,
    learning_by_heart,
    open_pictures,
    pick,
    shown,
    start,
    stop,
    switch,
    tiles,
    unfinished_run,
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
    assert filled_buttons(page) == ["Look inside"]
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


# ---- the settings


@pytest.mark.parametrize(
    ("field", "text", "setting", "value"),
    [
        ("epochs", "12", "epochs", 12),
        ("batch_size", "64", "batch_size", 64),
        ("rate", "2e-5", "learning_rate", 2e-5),
        ("more.seed", "99", "seed", 99),
    ],
)
def test_a_number_reaches_the_session_and_the_next_start(
    qtbot: QtBot, session: Session, field: str, text: str, setting: str, value: float
) -> None:
    page = shown(qtbot, session)
    found: Any = page.column.settings
    for name in field.split("."):
        found = getattr(found, name)
    write(qtbot, found, text)
    assert getattr(session.config, setting) == value
    assert getattr(config_from(remembered.load()), setting) == value
    session.set_config(**{setting: 3})
    assert box(found).text() == "3", "and back"


def test_switches_and_choices_reach_the_session_and_the_next_start(qtbot: QtBot, session: Session) -> None:
    card = shown(qtbot, session).column.settings
    switch(card.early_stopping).click()
    assert session.config.early_stopping == 5
    write(qtbot, card.patience, "8")
    pick(qtbot, card.more.schedule, "Cosine")
    switch(card.more.reproducible).click()
    for config in (session.config, config_from(remembered.load())):
        assert (config.early_stopping, config.schedule, config.reproducible) == (8, "cosine", True)
    switch(card.early_stopping).click()
    assert session.config.early_stopping == 0
    assert not card.patience.isVisible()


def test_an_optimizer_brings_its_rate_along_unless_there_is_one_of_the_users(qtbot: QtBot, session: Session) -> None:
    card = shown(qtbot, session).column.settings
    pick(qtbot, card.more.optimizer, "SGD")
    assert (session.config.optimizer, session.config.learning_rate) == ("sgd", 0.01)
    assert box(card.rate).text() == "0.01"
    write(qtbot, card.rate, "0.004")
    pick(qtbot, card.more.optimizer, "Adam")
    assert (session.config.optimizer, session.config.learning_rate) == ("adam", 0.004)


def test_a_field_takes_nothing_out_of_range(qtbot: QtBot, session: Session) -> None:
    card = shown(qtbot, session).column.settings
    write(qtbot, card.epochs, "0")
    assert session.config.epochs == card.epochs.value() == 1
    write(qtbot, card.rate, "-1")
    assert session.config.learning_rate == 0.001
    assert "training" not in session.messages


def test_what_is_unfolded_is_remembered(qtbot: QtBot, session: Session) -> None:
    session.settings.settings_unfolded = False
    page = shown(qtbot, session)
    assert not page.column.settings.more.isVisible()
    page.column.settings.more_button.click()
    assert page.column.settings.more.isVisible()
    assert shown(qtbot, session).column.settings.more.isVisible()
    page.column.settings.more_button.click()
    assert not shown(qtbot, session).column.settings.more.isVisible()


def test_class_weights_are_an_edit_that_can_be_taken_back(qtbot: QtBot, opened: Session, training: Training) -> None:
    weights = shown(qtbot, opened).column.settings.more.class_weights
    assert switch(weights).isEnabled()
    switch(weights).click()
    assert opened.collection.edits.class_weights
    assert opened.config.class_weights
    assert opened.messages["pictures"].action == "undo"
    opened.collection.undo()
    assert not opened.config.class_weights
    assert not weights.is_on()
    opened.collection.redo()
    assert weights.is_on()
    start(qtbot, opened)
    assert training.configs[0].class_weights
    stop(qtbot, opened)


def test_settings_are_locked_while_training(qtbot: QtBot, opened: Session, training: Training) -> None:
    card = shown(qtbot, opened).column.settings
    more = card.more
    fields = [box(each) for each in (card.epochs, card.batch_size, card.rate, more.seed)]
    switches = [switch(each) for each in (card.early_stopping, more.class_weights, more.reproducible)]
    controls: list[QWidget] = [*fields, *switches, card.rate.find_button]
    assert all(each.isEnabled() for each in controls)
    start(qtbot, opened)
    assert not any(each.isEnabled() for each in controls)
    assert card.aside() == "while training"
    stop(qtbot, opened)
    assert all(each.isEnabled() for each in controls)
    assert card.aside() == ""
    assert [config.epochs for config in training.configs] == [5]


def test_the_rate_alone_can_be_changed_in_a_pause_and_reaches_the_training(
    qtbot: QtBot, opened: Session, training: Training
) -> None:
    card = shown(qtbot, opened).column.settings
    start(qtbot, opened)
    opened.pause()
    assert box(card.rate).isEnabled()
    assert not box(card.epochs).isEnabled()
    write(qtbot, card.rate, "0.0002")
    assert opened.monitor.config.learning_rate == 0.0002
    opened.resume()
    qtbot.waitUntil(lambda: training.rates == [0.0002], timeout=A_MINUTE_MS)
    assert not box(card.rate).isEnabled()
    assert box(card.rate).text() == "0.0002"
    stop(qtbot, opened)


def test_the_settings_of_a_run_that_goes_on_are_shown_until_it_ends(qtbot: QtBot, session: Session) -> None:
    card = shown(qtbot, session).column.settings
    session.monitor.resume_run(unfinished_run())
    assert (card.more.optimizer.key(), box(card.rate).text()) == ("sgd", "0.02")
    until(qtbot, session, State.TRAINING)
    stop(qtbot, session)
    assert (card.more.optimizer.key(), box(card.rate).text()) == ("adam", "0.001")
    assert (session.config.optimizer, session.config.learning_rate) == ("adam", 0.001)


# ---- what it takes


def test_what_it_takes_follows_the_settings(qtbot: QtBot, opened: Session) -> None:
    cost = shown(qtbot, opened).column.cost
    before = {key: cost.value(key) for key in ("parameters", "memory", "disk")}
    opened.set_config(image_size_px=100, batch_size=256)
    assert all(cost.value(key) != value for key, value in before.items())
    assert (cost.value("epoch"), cost.value("all")) == ("–", "–")


def test_what_it_takes_is_of_the_networks_own_classes_from_the_first_moment_on(
    qtbot: QtBot, opened: Session, session: Session
) -> None:
    cost = shown(qtbot, opened).column.cost
    before = cost.value("parameters")
    opened.start_training()
    assert opened.state is State.PREPARING
    assert cost.value("parameters") == before
    until(qtbot, opened, State.TRAINING)
    assert cost.value("parameters") == before
    stop(qtbot, opened)


def test_measuring_promises_a_time_that_holds_for_these_settings(
    qtbot: QtBot, opened: Session, training: Training
) -> None:
    cost = shown(qtbot, opened).column.cost
    cost.measure_button.click()
    qtbot.waitUntil(lambda: training.begun == [("measure",)], timeout=A_MINUTE_MS)
    assert not cost.measure_button.isEnabled()
    finish(qtbot, opened, training)
    assert cost.measure_button.isEnabled()
    assert (cost.value("epoch"), cost.value("all")) == ("about 8.5 s", "about 0:42")
    opened.set_config(epochs=50)
    assert cost.value("all") == "about 7:05"
    assert shown(qtbot, opened).column.cost.value("all") == "about 7:05", "a page that is built anew"
    opened.set_config(batch_size=16)
    assert (cost.value("epoch"), cost.value("all")) == ("–", "–")


def test_measuring_that_fails_says_so_in_place(qtbot: QtBot, opened: Session, training: Training) -> None:
    page = shown(qtbot, opened)
    page.column.cost.measure_button.click()
    qtbot.waitUntil(lambda: training.begun == [("measure",)], timeout=A_MINUTE_MS)
    training.fail(NakamiError(say("Training ran out of memory.")))
    until(qtbot, opened, State.IDLE)
    assert "ran out of memory" in page.banner.text()
    assert page.column.cost.measure_button.isEnabled()


def test_epochs_that_have_ended_tell_the_time_better(qtbot: QtBot, opened: Session, training: Training) -> None:
    cost = shown(qtbot, opened).column.cost
    start(qtbot, opened)
    training.tell([epoch(1, 0.61, 0.75, is_best=True)])
    qtbot.waitUntil(lambda: cost.value("epoch") == "2.5 s")
    finish(qtbot, opened, training)
    opened.set_config(epochs=100)
    assert (cost.value("epoch"), cost.value("all")) == ("2.5 s", "4:10")
    opened.set_config(batch_size=32)
    assert (cost.value("epoch"), cost.value("all")) == ("–", "–"), "it was not measured with these settings"
    opened.set_config(batch_size=8)
    assert cost.value("epoch") == "2.5 s"


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
