"""The Training page: what its buttons do when, and what it shows of a training as that goes on."""

import math
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from core import places
from core.training import runs
from core.training.runs import RunFacts
from gui import theme, translation
from gui.pages.training.page import TrainingPage
from gui.session import Session
from gui.state import State
from tests.gui.stand_ins import Network, Training, batch, epoch

# The offscreen platform says so whenever a window's least size changes.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> None:
    theme.apply(qapp, "light")
    translation.install(qapp, "en")


@pytest.fixture
def session(qtbot: QtBot) -> Iterator[Session]:
    made = Session()
    made.set_config(image_size_px=16, epochs=5, batch_size=8)
    yield made
    qtbot.waitUntil(made.end, timeout=60_000)


def shown(qtbot: QtBot, session: Session) -> TrainingPage:
    page = TrainingPage(session)
    qtbot.addWidget(page)
    page.resize(1192, 752)
    with qtbot.waitExposed(page):
        page.show()
    return page


def open_pictures(qtbot: QtBot, session: Session, folder: Path) -> None:
    session.open_dropped([folder])
    qtbot.waitUntil(lambda: session.prepared is not None and session.state is State.IDLE, timeout=60_000)


def start(qtbot: QtBot, session: Session, page: TrainingPage) -> None:
    page.start_button.click()
    qtbot.waitUntil(lambda: session.state is State.TRAINING, timeout=30_000)


def box(page: TrainingPage, name: str) -> QSpinBox:
    return next(each for each in page.findChildren(QSpinBox) if each.accessibleName() == name)


def write(qtbot: QtBot, field: QSpinBox, text: str) -> None:
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def tiles(page: TrainingPage) -> list[str]:
    return [each.accessibleName() for each in (page.epoch_tile, page.best_tile, page.val_tile)]


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


def test_the_start_button_through_a_training(qtbot: QtBot, session: Session, colours: Path, training: Training) -> None:
    page = shown(qtbot, session)
    open_pictures(qtbot, session, colours)
    assert page.start_button.text() == "Start training"
    assert filled_buttons(page) == ["Start training"]
    start(qtbot, session, page)
    assert not page.start_button.isVisible()
    assert not page.look_button.isVisible()
    training.finish()
    qtbot.waitUntil(lambda: session.state is State.IDLE, timeout=30_000)
    assert page.start_button.text() == "Train again"
    assert page.start_button.isEnabled()
    assert filled_buttons(page) == ["Look inside"]
    with qtbot.waitSignal(session.page_wanted, check_params_cb=lambda key: key == "inside"):
        page.look_button.click()
    start(qtbot, session, page)
    assert len(training.configs) == 2
    assert tiles(page)[0] == "Epoch: – of 5", "nothing of the training before is left"
    session.stop()
    qtbot.waitUntil(lambda: session.state is State.IDLE, timeout=30_000)


def test_while_pictures_are_read_it_cannot_be_started(
    qtbot: QtBot, session: Session, colours: Path, training: Training
) -> None:
    page = shown(qtbot, session)
    session.open_dropped([colours])
    assert session.state is State.PREPARING
    assert not page.start_button.isEnabled()
    qtbot.waitUntil(lambda: session.state is State.IDLE, timeout=30_000)
    assert page.start_button.isEnabled()


# ---- what is shown of it


def test_tiles_follow_the_training(qtbot: QtBot, session: Session, colours: Path, training: Training) -> None:
    page = shown(qtbot, session)
    open_pictures(qtbot, session, colours)
    assert tiles(page) == ["Epoch: – of 5", "Best epoch: –", "Validation accuracy: –"]
    start(qtbot, session, page)
    training.tell([batch(1, 1), batch(1, 4)])
    qtbot.waitUntil(lambda: len(session.batches) == 2)
    assert tiles(page) == ["Epoch: 1 of 5", "Best epoch: –", "Validation accuracy: –"]
    assert page.time_tile.value() == "1:23"
    training.tell([epoch(1, 0.61, 0.75, is_best=True), batch(2, 1), epoch(2, 0.70, 0.70, is_best=False)])
    qtbot.waitUntil(lambda: len(session.epochs) == 2)
    assert tiles(page) == [
        "Epoch: 2 of 5",
        "Best epoch: 1 val loss 0.61",
        "Validation accuracy: 70 % epoch 1: 75 %",
    ]
    training.finish()
    qtbot.waitUntil(lambda: session.state is State.IDLE, timeout=30_000)
    assert page.time_tile.value() == "0:00"
    assert tiles(page)[1] == "Best epoch: 1 val loss 0.61"


def test_the_plots_follow_the_training(qtbot: QtBot, session: Session, colours: Path, training: Training) -> None:
    page = shown(qtbot, session)
    open_pictures(qtbot, session, colours)
    start(qtbot, session, page)
    training.tell([batch(1, 1), epoch(1, 0.61, 0.75, is_best=True), epoch(2, math.nan, math.nan, is_best=False)])
    qtbot.waitUntil(lambda: "epoch 2 of 5" in page.loss_plot.accessibleDescription())
    qtbot.waitUntil(lambda: "best: epoch 1, 75 %" in page.accuracy_plot.accessibleDescription())
    assert "best: epoch 1, 0.61" in page.loss_plot.accessibleDescription()
    session.stop()
    qtbot.waitUntil(lambda: session.state is State.IDLE, timeout=30_000)


def test_a_page_built_in_the_middle_shows_what_was_before(
    qtbot: QtBot, session: Session, colours: Path, training: Training
) -> None:
    first = shown(qtbot, session)
    open_pictures(qtbot, session, colours)
    start(qtbot, session, first)
    training.tell([batch(1, 1), epoch(1, 0.61, 0.75, is_best=True), batch(2, 3)])
    qtbot.waitUntil(lambda: len(session.batches) == 2)
    page = shown(qtbot, session)
    assert tiles(page) == tiles(first)
    assert not page.start_button.isVisible()
    page.loss_plot.redraw_now()
    assert "epoch 1 of 5" in page.loss_plot.accessibleDescription()
    session.stop()
    qtbot.waitUntil(lambda: session.state is State.IDLE, timeout=30_000)


# ---- the settings


@pytest.mark.parametrize(
    ("name", "text", "setting", "value"),
    [("Epochs", "12", "epochs", 12), ("Batch size", "64", "batch_size", 64), ("Seed", "99", "seed", 99)],
)
def test_a_field_changes_the_next_training(
    qtbot: QtBot, session: Session, name: str, text: str, setting: str, value: int
) -> None:
    session.settings.settings_unfolded = True
    page = shown(qtbot, session)
    field = box(page, name)
    assert field.value() == getattr(session.config, setting)
    write(qtbot, field, text)
    assert getattr(session.config, setting) == value
    assert getattr(session.settings, setting) == value
    session.set_config(**{setting: 3})
    assert field.value() == 3


def test_epochs_that_are_planned_stand_in_the_tile(qtbot: QtBot, session: Session) -> None:
    page = shown(qtbot, session)
    write(qtbot, box(page, "Epochs"), "12")
    assert tiles(page)[0] == "Epoch: – of 12"


def test_a_field_takes_nothing_out_of_range(qtbot: QtBot, session: Session) -> None:
    page = shown(qtbot, session)
    write(qtbot, box(page, "Epochs"), "0")
    assert session.config.epochs >= 1
    assert box(page, "Epochs").value() == session.config.epochs
    assert "training" not in session.messages


def test_fields_are_locked_while_training(qtbot: QtBot, session: Session, colours: Path, training: Training) -> None:
    session.settings.settings_unfolded = True
    page = shown(qtbot, session)
    open_pictures(qtbot, session, colours)
    fields = [box(page, name) for name in ("Epochs", "Batch size", "Seed")]
    assert all(field.isEnabled() for field in fields)
    start(qtbot, session, page)
    assert not any(field.isEnabled() for field in fields)
    assert page.settings_card.aside() == "while training"
    session.pause()
    assert not any(field.isEnabled() for field in fields)
    session.stop()
    qtbot.waitUntil(lambda: session.state is State.IDLE, timeout=30_000)
    assert all(field.isEnabled() for field in fields)
    assert page.settings_card.aside() == ""
    assert [config.epochs for config in training.configs] == [5]


def test_the_seed_is_folded_away_and_this_is_remembered(qtbot: QtBot, session: Session) -> None:
    page = shown(qtbot, session)
    field = box(page, "Seed")
    assert not field.isVisible()
    unfold = next(each for each in page.findChildren(QAbstractButton) if each.text() == "Seed")
    unfold.click()
    assert field.isVisible()
    assert session.settings.settings_unfolded
    unfold.click()
    assert not field.isVisible()


def test_what_it_takes_follows_the_settings(qtbot: QtBot, session: Session, colours: Path) -> None:
    page = shown(qtbot, session)
    open_pictures(qtbot, session, colours)
    before = page.cost.value("parameters"), page.cost.value("memory")
    session.set_config(image_size_px=100, batch_size=256)
    assert page.cost.value("parameters") != before[0]
    assert page.cost.value("memory") != before[1]
    assert page.cost.value("all") == "–"


# ---- earlier runs


def test_an_earlier_run_is_listed_and_opened(qtbot: QtBot, session: Session, network: Network) -> None:
    folder = places.runs_folder() / "2024-05-01 creatures"
    folder.mkdir(parents=True)
    facts = RunFacts(
        "creatures",
        ("cat", "dog"),
        "/pictures",
        "tutorial",
        {"image_size_px": 16, "seed": 7, "epochs": 3},
        "0123",
        {},
        "2024-05-01T10:00:00+0200",
    )
    runs.end_run(folder, facts, "finished", {"val_loss": 0.5, "val_accuracy": 0.75, "seconds": 61.0})
    page = shown(qtbot, session)
    model = page.runs_table.model()
    row = [str(model.index(0, column).data()) for column in range(model.columnCount())]
    assert row[0] == "creatures"
    assert row[3:] == ["0.50", "75 %", "1:01", "finished"]
    page.runs_table.setFocus()
    page.runs_table.setCurrentIndex(model.index(0, 0))
    qtbot.keyClick(page.runs_table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: session.asking.model is not None, timeout=30_000)
    assert session.asking.model is not None
    assert session.asking.model.run == folder
