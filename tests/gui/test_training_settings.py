"""The column at the right of the Training page: the settings, and what a training takes."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from core import settings as remembered
from core.errors import NakamiError
from core.words import say
from gui import theme, translation
from gui.remembered_config import config_from
from gui.session import Session
from gui.state import State
from tests.gui.stand_ins import Training, epoch
from tests.gui.training_stage import (
    A_MINUTE_MS,
    box,
    finish,
    open_pictures,
    pick,
    shown,
    start,
    stop,
    switch,
    unfinished_run,
    until,
    write,
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
