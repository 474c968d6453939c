"""The training that is watched, and what is tried before one: what they hold and how they are steered."""

import math
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.errors import NakamiError, StorageError
from core.events import Forecast, Preparing, RateTried
from core.training import runs
from core.training.runs import RateChange
from core.words import say
from gui import theme
from gui.session import Session
from gui.state import State
from gui.strip_feed import StripFeed
from gui.widgets.status_strip import StatusStrip
from tests.gui.stand_ins import CLASSES, Network, Training, batch, epoch, interrupted_run

A_MINUTE_MS = 60_000


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> None:
    theme.apply(qapp, "light")


@pytest.fixture
def session(qtbot: QtBot, training: Training) -> Iterator[Session]:
    made = Session()
    made.set_config(image_size_px=16, epochs=5, batch_size=8)
    yield made
    qtbot.waitUntil(made.end, timeout=A_MINUTE_MS)


@pytest.fixture
def opened(qtbot: QtBot, session: Session, colours: Path) -> Session:
    """With pictures."""
    session.open_dropped([colours])
    qtbot.waitUntil(lambda: session.prepared is not None and session.is_idle, timeout=A_MINUTE_MS)
    return session


def until(qtbot: QtBot, session: Session, state: State) -> None:
    qtbot.waitUntil(lambda: session.state is state, timeout=A_MINUTE_MS)


def start(qtbot: QtBot, session: Session) -> None:
    session.start_training()
    until(qtbot, session, State.TRAINING)


def strip_of(qtbot: QtBot, session: Session) -> StatusStrip:
    strip = StatusStrip()
    qtbot.addWidget(strip)
    StripFeed(session, strip)
    return strip


# ---- going on with a run


def test_a_run_that_goes_on_shows_all_of_its_curves(
    qtbot: QtBot, session: Session, training: Training, tmp_path: Path
) -> None:
    run = interrupted_run(tmp_path / "animals", done=2, planned=5)
    pages: list[str] = []
    session.page_wanted.connect(pages.append)
    session.monitor.resume_run(run)
    assert pages == ["training"]
    assert [each.epoch for each in session.epochs] == [1, 2], "at once, not when TensorFlow has started"
    until(qtbot, session, State.TRAINING)
    monitor = session.monitor
    assert training.begun == [("resume", run, None)]
    assert monitor.shown_run == run
    assert monitor.live is not None
    assert (monitor.live.title, monitor.live.epochs, monitor.live.batches_per_epoch) == ("animals", 5, 4)
    assert (monitor.config.optimizer, monitor.class_names) == ("sgd", CLASSES)
    assert [each.epoch for each in monitor.epochs] == [1, 2]
    positions, losses, accuracies = monitor.earlier_batches
    assert np.allclose(positions, np.arange(1, 21) / 10), "those of the epoch that was cut off are trained again"
    assert len(losses) == len(accuracies) == 20
    training.tell([batch(3, 1), epoch(3, 0.3, 0.8, is_best=True)])
    qtbot.waitUntil(lambda: [each.epoch for each in monitor.epochs] == [1, 2, 3])
    assert [each.epoch for each in monitor.batches] == [3]
    assert len(monitor.earlier_batches[0]) == 20


def test_a_finished_run_is_given_more_epochs(
    qtbot: QtBot, session: Session, training: Training, tmp_path: Path
) -> None:
    run = interrupted_run(tmp_path / "animals", done=5, planned=5, state="finished")
    session.monitor.resume_run(run, 8)
    until(qtbot, session, State.TRAINING)
    assert training.begun == [("resume", run, 8)]
    assert session.live is not None
    assert session.live.epochs == session.monitor.config.epochs == 8


def test_its_settings_are_shown_while_it_goes_on_and_the_users_own_after_it(
    qtbot: QtBot, session: Session, tmp_path: Path
) -> None:
    changes = (RateChange(1, 3, 0.01), RateChange(2, 1, 0.004))
    session.monitor.resume_run(interrupted_run(tmp_path / "animals", rate_changes=changes))
    until(qtbot, session, State.TRAINING)
    assert session.monitor.shown_config.learning_rate == 0.004, "the one that was set last"
    session.stop()
    until(qtbot, session, State.IDLE)
    assert session.monitor.shown_config is session.config


def test_another_training_shows_nothing_of_the_run_before(
    qtbot: QtBot, opened: Session, training: Training, tmp_path: Path
) -> None:
    opened.monitor.resume_run(interrupted_run(tmp_path / "animals"))
    until(qtbot, opened, State.TRAINING)
    training.finish()
    until(qtbot, opened, State.IDLE)
    start(qtbot, opened)
    assert (opened.epochs, opened.batches) == ([], [])
    assert [len(each) for each in opened.monitor.earlier_batches] == [0, 0, 0]
    assert opened.monitor.config == opened.config


def test_a_run_whose_folder_is_gone_says_so(session: Session, tmp_path: Path) -> None:
    session.monitor.resume_run(tmp_path / "gone")
    assert session.is_idle
    assert "“gone” is gone" in str(session.messages["training"].what)


def test_a_run_that_is_trained_elsewhere_is_left_alone(session: Session, training: Training, tmp_path: Path) -> None:
    run = interrupted_run(tmp_path / "animals")
    with runs.held(run):
        session.monitor.resume_run(run)
    assert session.is_idle
    assert training.begun == []
    assert "another window or command" in str(session.messages["training"].what)


def test_whoever_goes_on_too_early_can_do_so_from_the_message(
    qtbot: QtBot, opened: Session, training: Training, tmp_path: Path
) -> None:
    run = interrupted_run(tmp_path / "animals")
    opened.trying.measure()
    opened.monitor.resume_run(run)
    message = opened.messages[opened.page]
    assert (str(message.what), message.action) == ("A few batches are still being timed.", "resume")
    training.finish()
    until(qtbot, opened, State.IDLE)
    opened.act(opened.page)
    until(qtbot, opened, State.TRAINING)
    assert opened.monitor.shown_run == run


@pytest.mark.parametrize(("cause", "action"), [("disk", "resume"), ("diverged", "")])
def test_a_training_that_failed_goes_on_from_its_message(
    qtbot: QtBot, session: Session, training: Training, tmp_path: Path, cause: str, action: str
) -> None:
    run = interrupted_run(tmp_path / "animals", state="failed", results={"cause": cause})
    strip = strip_of(qtbot, session)
    session.monitor.resume_run(run)
    until(qtbot, session, State.TRAINING)
    training.fail(StorageError(say("The disk is full."), say("Free some room, then go on.")))
    until(qtbot, session, State.IDLE)
    message = session.messages["training"]
    assert (message.kind, message.action) == ("error", action), "what would only fail again is not offered"
    assert message.details
    assert strip.word() == "Failed"
    session.act("training")
    if action:
        until(qtbot, session, State.TRAINING)
        assert session.monitor.shown_run == run


def test_a_run_that_has_had_its_epochs_is_not_offered_to_fail_again(
    qtbot: QtBot, session: Session, training: Training, tmp_path: Path
) -> None:
    session.monitor.resume_run(interrupted_run(tmp_path / "animals", done=5, planned=5, state="finished"))
    until(qtbot, session, State.TRAINING)
    training.fail(NakamiError(say("The run has been trained for 5 epochs already.")))
    until(qtbot, session, State.IDLE)
    assert session.messages["training"].action == ""


def test_an_error_before_there_is_a_run_has_nothing_to_go_on_with(
    qtbot: QtBot, opened: Session, training: Training
) -> None:
    start(qtbot, opened)
    training.fail(NakamiError(say("Training ran out of memory.")))
    until(qtbot, opened, State.IDLE)
    assert opened.messages["training"].action == ""


# ---- what it says


def test_an_epoch_that_is_told_late_moves_nothing_back(qtbot: QtBot, opened: Session, training: Training) -> None:
    strip = strip_of(qtbot, opened)
    start(qtbot, opened)
    shown: list[str] = []
    batches, epochs = opened.batch_ended, opened.epoch_ended
    for heard, told in (
        (batches, batch(1, 4)),
        (batches, batch(2, 1)),
        (epochs, epoch(1, 0.6, 0.7, is_best=True)),
        (batches, batch(2, 2)),
    ):
        with qtbot.waitSignal(heard):
            training.tell([told])
        shown.append(strip.text())
    assert shown == ["epoch 1 of 5", "epoch 2 of 5", "epoch 2 of 5", "epoch 2 of 5"]
    assert [each.epoch for each in opened.epochs] == [1]


def test_an_epoch_that_is_told_in_a_pause_leaves_it_a_pause(qtbot: QtBot, opened: Session, training: Training) -> None:
    strip = strip_of(qtbot, opened)
    start(qtbot, opened)
    opened.pause()
    opened._on_reported(epoch(1, 0.6, 0.7, is_best=True))
    assert strip.word() == "Paused"
    assert [each.epoch for each in opened.epochs] == [1]


def test_a_stopped_training_can_go_on(qtbot: QtBot, opened: Session) -> None:
    strip = strip_of(qtbot, opened)
    start(qtbot, opened)
    opened.stop()
    until(qtbot, opened, State.IDLE)
    assert strip.word() == "Stopped"
    assert strip.text().endswith("it can go on")


def test_opening_a_run_shows_every_batch_of_it(
    qtbot: QtBot, session: Session, network: Network, tmp_path: Path
) -> None:
    run = interrupted_run(tmp_path / "animals", done=2)
    session.open_dropped([run])
    qtbot.waitUntil(lambda: session.monitor.shown_run == run, timeout=A_MINUTE_MS)
    assert [each.epoch for each in session.epochs] == [1, 2]
    assert math.isclose(session.monitor.earlier_batches[0][-1], 2.4), "the cut off epoch's too: nothing follows them"
    assert session.monitor.config.optimizer == "sgd"
    assert session.batches == []


def test_chance_is_told_from_the_runs_own_split(
    qtbot: QtBot, session: Session, network: Network, tmp_path: Path
) -> None:
    assert session.monitor.guessing is None
    session.open_dropped([interrupted_run(tmp_path / "animals")])
    qtbot.waitUntil(lambda: session.monitor.shown_run is not None, timeout=A_MINUTE_MS)
    guessing = session.monitor.guessing
    assert guessing is not None
    assert math.isclose(guessing.share, 1 / 3)
    assert guessing.pictures == 3


def test_ticked_runs_are_kept_and_told_once(qtbot: QtBot, session: Session) -> None:
    chosen = [Path("/runs/1"), Path("/runs/2")]
    with qtbot.waitSignal(session.monitor.compared_changed):
        session.monitor.compare(chosen)
    with qtbot.assertNotEmitted(session.monitor.compared_changed):
        session.monitor.compare(chosen)
    assert session.monitor.compared == (Path("/runs/1"), Path("/runs/2"))


# ---- the learning rate


@pytest.mark.parametrize("paused", [False, True])
def test_another_learning_rate_reaches_the_training(
    qtbot: QtBot, opened: Session, training: Training, paused: bool
) -> None:
    start(qtbot, opened)
    if paused:
        opened.pause()
    with qtbot.waitSignal(opened.monitor.config_changed):
        opened.monitor.set_learning_rate(0.0004)
    assert opened.monitor.shown_config.learning_rate == 0.0004
    assert opened.config.learning_rate == 0.001, "the next training begins as set"
    opened.resume()
    qtbot.waitUntil(lambda: training.rates == [0.0004])


def test_the_rate_of_a_run_with_other_settings_stays_with_it(
    qtbot: QtBot, session: Session, training: Training, tmp_path: Path
) -> None:
    before = session.config
    session.monitor.resume_run(interrupted_run(tmp_path / "animals"))
    until(qtbot, session, State.TRAINING)
    session.monitor.set_learning_rate(0.0004)
    assert session.monitor.config.learning_rate == 0.0004
    assert session.config == before
    qtbot.waitUntil(lambda: training.rates == [0.0004])


def test_a_rate_that_cannot_be_is_refused(qtbot: QtBot, opened: Session, training: Training) -> None:
    opened.monitor.set_learning_rate(0.5)
    assert opened.config.learning_rate == 0.001, "nothing is training"
    start(qtbot, opened)
    opened.monitor.set_learning_rate(0.0)
    assert opened.monitor.config.learning_rate == 0.001
    assert "learning rate" in str(opened.messages["training"].what)
    assert training.rates == []


# ---- trying before a training


def test_the_search_for_a_rate_shows_each_and_what_it_found(qtbot: QtBot, opened: Session, training: Training) -> None:
    strip = strip_of(qtbot, opened)
    start(qtbot, opened)
    training.tell([batch(1, 1), epoch(1, 0.6, 0.7, is_best=True)])
    training.finish()
    until(qtbot, opened, State.IDLE)
    shown = opened.monitor.live, list(opened.batches), list(opened.epochs), opened.outcome
    opened.trying.find_learning_rate()
    assert opened.state is State.PREPARING
    assert opened.work == "rates"
    assert not opened.is_training
    training.tell([Preparing(say("trying learning rates"), 34, 100), RateTried(1e-4, 1.1), RateTried(1e-3, 0.9)])
    qtbot.waitUntil(lambda: len(opened.trying.tried) == 2)
    assert (strip.word(), strip.text()) == ("Preparing", "trying learning rates, 34 of 100")
    opened.pause()
    assert opened.state is State.PREPARING, "there is nothing to pause"
    training.finish()
    until(qtbot, opened, State.IDLE)
    assert opened.trying.findings is not None
    assert opened.trying.findings.suggested == 1e-3
    assert (opened.monitor.live, opened.batches, opened.epochs, opened.outcome) == shown, "the curves are left alone"
    assert strip.word() == "Finished"


def test_what_was_found_holds_for_these_pictures_and_settings_only(
    qtbot: QtBot, opened: Session, training: Training
) -> None:
    for begin in (opened.trying.find_learning_rate, opened.trying.measure):
        begin()
        training.tell([RateTried(1e-4, 1.1)])
        training.finish()
        until(qtbot, opened, State.IDLE)
    assert opened.trying.forecast == Forecast(8.5, 120.0)
    opened.set_config(learning_rate=1e-3, epochs=50, schedule="cosine", early_stopping=4)
    assert opened.trying.findings is not None
    assert opened.trying.forecast is not None
    with qtbot.waitSignals([opened.trying.rates_changed, opened.trying.forecast_changed]):
        opened.set_config(batch_size=16)
    assert (opened.trying.findings, opened.trying.forecast, opened.trying.tried) == (None, None, [])


def test_an_answer_that_comes_after_another_setting_counts_no_more(
    qtbot: QtBot, opened: Session, training: Training
) -> None:
    opened.trying.measure()
    qtbot.waitUntil(lambda: ("measure",) in training.begun, timeout=A_MINUTE_MS)
    opened.set_config(batch_size=16)
    training.finish()
    until(qtbot, opened, State.IDLE)
    assert opened.trying.forecast is None


def test_a_stopped_search_ends_with_nothing(qtbot: QtBot, opened: Session, training: Training) -> None:
    opened.trying.find_learning_rate()
    qtbot.waitUntil(lambda: training.begun != [], timeout=A_MINUTE_MS)
    opened.stop()
    until(qtbot, opened, State.IDLE)
    assert opened.trying.findings is None
    assert opened.messages == {}


def test_a_search_that_fails_says_so_on_the_training_page(qtbot: QtBot, opened: Session, training: Training) -> None:
    strip = strip_of(qtbot, opened)
    opened.trying.find_learning_rate()
    qtbot.waitUntil(lambda: training.begun != [], timeout=A_MINUTE_MS)
    training.fail(NakamiError(say("Training ran out of memory.")))
    until(qtbot, opened, State.IDLE)
    assert "memory" in str(opened.messages["training"].what)
    assert strip.word() == "Ready", "no training has failed"


def test_nothing_is_tried_without_pictures(session: Session, training: Training) -> None:
    session.trying.find_learning_rate()
    session.trying.measure()
    assert session.is_idle
    assert training.begun == []
