"""Coming back to an interrupted training: what is offered at the next start, and what closing the window says."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from core import places
from core.training import runs
from core.training.labels import Label, write_label
from core.words import say
from gui import theme, translation
from gui.main_window import MainWindow
from gui.pages.page import Page
from gui.session import Session
from gui.state import State
from tests.gui.stand_ins import Training, batch, epoch, interrupted_run

# The offscreen platform says so whenever a window's least size changes.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")

A_MINUTE_MS = 60_000
OFFER = "The training of “animals 1” was interrupted after epoch 2 of 5."


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> Iterator[None]:
    theme.apply(qapp, "light")
    translation.install(qapp, "en")
    yield
    translation.install(qapp, "en")


class Starts:
    """Starts the program, as often as a test wants."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self.sessions: list[Session] = []

    def __call__(self, page: str = "pictures") -> MainWindow:
        session = Session()
        session.settings.page = page
        self.sessions.append(session)
        window = MainWindow(session)
        self._qtbot.addWidget(window)
        window.show()
        self._qtbot.waitUntil(lambda: session.offering._has_looked, timeout=A_MINUTE_MS)
        return window


@pytest.fixture
def starts(qtbot: QtBot, training: Training) -> Iterator[Starts]:
    made = Starts(qtbot)
    yield made
    for session in made.sessions:
        qtbot.waitUntil(session.end, timeout=A_MINUTE_MS)


@pytest.fixture
def run(nakami_home: Path) -> Path:
    """The newest run, which a crash has ended."""
    return interrupted_run(places.runs_folder() / "2026-03-01 10.00.00 animals")


def shown(window: MainWindow, key: str) -> Page:
    page = window._page(key)  # type: ignore[arg-type]
    assert isinstance(page, Page)
    return page


def banner_of(window: MainWindow, key: str) -> str:
    """The message on a page; empty where there is none."""
    banner = shown(window, key).banner
    return "" if banner.isHidden() else banner.text()


def click(widget: QWidget, name: str) -> None:
    found = [
        each
        for each in widget.findChildren(QAbstractButton)
        if name in (each.text(), each.accessibleName()) and not each.isHidden()
    ]
    assert found, f"there is no button “{name}”"
    found[0].click()


def boxes(window: MainWindow) -> list[QMessageBox]:
    return [each for each in window.findChildren(QMessageBox) if each.isVisible()]


def open_pictures(qtbot: QtBot, session: Session, folder: Path) -> None:
    session.open_dropped([folder])
    qtbot.waitUntil(lambda: session.prepared is not None and session.is_idle, timeout=A_MINUTE_MS)


def until(qtbot: QtBot, session: Session, state: State) -> None:
    qtbot.waitUntil(lambda: session.state is state, timeout=A_MINUTE_MS)


def close_for_good(qtbot: QtBot, window: MainWindow) -> None:
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=A_MINUTE_MS)


def close_in_training(qtbot: QtBot, window: MainWindow) -> None:
    window.close()
    (asked,) = boxes(window)
    click(asked, "Stop and close")
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=A_MINUTE_MS)


# ---- the offer


@pytest.mark.parametrize("page", ["pictures", "classify", "training"])
def test_an_interrupted_run_is_offered_where_the_user_is_and_on_its_page(starts: Starts, run: Path, page: str) -> None:
    window = starts(page)
    for key in ("pictures", "training", "inside", "classify"):
        expected = key in (page, "training")
        assert (OFFER in banner_of(window, key)) == expected, key
    assert "It can go on exactly where it was." in banner_of(window, page)


def test_going_on_takes_both_offers_away(qtbot: QtBot, starts: Starts, training: Training, run: Path) -> None:
    window = starts()
    click(shown(window, "pictures").banner, "Go on")
    until(qtbot, window.session, State.TRAINING)
    assert training.begun == [("resume", run, None)]
    assert window.page_key() == "training"
    assert window.session.messages == {}
    assert [each.epoch for each in window.session.epochs] == [1, 2]
    assert window.strip.text() == "epoch 3 of 5"


def test_a_declined_run_is_not_offered_again(qtbot: QtBot, starts: Starts, run: Path) -> None:
    window = starts()
    click(shown(window, "pictures").banner, "Close this message")
    assert window.session.messages == {}, "on both pages"
    close_for_good(qtbot, window)
    assert starts().session.messages == {}


def test_whoever_goes_on_with_a_declined_run_is_offered_it_again(
    qtbot: QtBot, starts: Starts, training: Training, run: Path
) -> None:
    window = starts()
    click(shown(window, "training").banner, "Close this message")
    window.session.monitor.resume_run(run)
    until(qtbot, window.session, State.TRAINING)
    close_in_training(qtbot, window)
    assert OFFER in banner_of(starts(), "training")


def test_the_users_own_name_of_a_run_is_said(starts: Starts, run: Path) -> None:
    write_label(run, Label("the good one"))
    assert "“the good one”" in banner_of(starts(), "training")


def test_a_run_without_a_whole_epoch_begins_again(starts: Starts, nakami_home: Path) -> None:
    interrupted_run(places.runs_folder() / "2026-03-01 10.00.00 animals", done=0)
    assert "was interrupted in its first epoch. It can begin again" in banner_of(starts(), "training")


@pytest.mark.parametrize("facts", [{"state": "finished"}, {"state": "stopped"}, {"state": "failed"}, {"contents": ""}])
def test_what_has_ended_or_cannot_go_on_is_not_offered(
    starts: Starts, nakami_home: Path, facts: dict[str, object]
) -> None:
    interrupted_run(places.runs_folder() / "2026-03-01 10.00.00 animals", **facts)  # type: ignore[arg-type]
    assert starts().session.messages == {}


def test_a_run_that_is_being_trained_is_not_offered(starts: Starts, run: Path) -> None:
    with runs.held(run):
        assert starts().session.messages == {}


def test_an_offered_run_that_is_gone_says_so(starts: Starts, run: Path) -> None:
    window = starts()
    shutil.rmtree(run)
    click(shown(window, "pictures").banner, "Go on")
    assert window.session.is_idle
    assert window.page_key() == "training"
    assert list(window.session.messages) == ["training"]
    assert "is gone" in banner_of(window, "training")


def test_a_new_training_takes_the_offer_away(qtbot: QtBot, starts: Starts, run: Path, colours: Path) -> None:
    window = starts("classify")
    open_pictures(qtbot, window.session, colours)
    window.session.start_training()
    until(qtbot, window.session, State.TRAINING)
    assert window.session.messages == {}


def test_an_offer_stays_in_another_language_and_is_made_once(qtbot: QtBot, starts: Starts, run: Path) -> None:
    window = starts()
    window.rebuild()
    qtbot.waitUntil(lambda: window.pages.count() == 6, timeout=A_MINUTE_MS)
    assert OFFER in banner_of(window, "pictures")
    click(shown(window, "training").banner, "Close this message")
    window.rebuild()
    qtbot.waitUntil(lambda: window.pages.count() == 6, timeout=A_MINUTE_MS)
    qtbot.wait(60)
    assert window.session.messages == {}


def test_an_offer_stands_behind_what_is_said_already(
    qtbot: QtBot, starts: Starts, training: Training, run: Path
) -> None:
    session = Session()
    starts.sessions.append(session)
    session.say("pictures", "info", say("Wait."))
    session.offering.look()
    assert str(session.messages["pictures"].what) == "Wait."
    assert str(session.messages["training"].what) == OFFER


# ---- closing in the middle


def test_closing_in_the_middle_says_that_nothing_is_lost_and_offers_it_again(
    qtbot: QtBot, starts: Starts, training: Training, colours: Path
) -> None:
    window = starts()
    open_pictures(qtbot, window.session, colours)
    # As it will be left.
    training.run = interrupted_run(places.runs_folder() / "2026-03-01 10.00.00 animals", state="stopped")
    window.session.start_training()
    until(qtbot, window.session, State.TRAINING)
    window.close()
    (asked,) = boxes(window)
    assert asked.text() == "Stop the training and close?"
    assert "Only the running epoch is lost" in asked.informativeText()
    assert "At the next start" in asked.informativeText()
    click(asked, "Stop and close")
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=A_MINUTE_MS)
    again = starts()
    assert OFFER in banner_of(again, "pictures")
    # Whoever does nothing about it is asked again; whoever trains anew has other things in mind.
    close_for_good(qtbot, again)
    third = starts()
    assert OFFER in banner_of(third, "pictures")
    open_pictures(qtbot, third.session, colours)
    training.run = places.runs_folder() / "2026-03-01 10.00.01 colours"
    third.session.start_training()
    until(qtbot, third.session, State.TRAINING)
    training.finish()
    until(qtbot, third.session, State.IDLE)
    close_for_good(qtbot, third)
    assert starts().session.messages == {}


def test_what_the_user_has_stopped_is_not_offered(
    qtbot: QtBot, starts: Starts, training: Training, colours: Path
) -> None:
    window = starts()
    open_pictures(qtbot, window.session, colours)
    training.run = interrupted_run(places.runs_folder() / "2026-03-01 10.00.00 animals", state="stopped")
    window.session.start_training()
    until(qtbot, window.session, State.TRAINING)
    window.ask_to_stop()
    (asked,) = boxes(window)
    assert "the network of the last whole epoch is kept" in asked.informativeText()
    assert "It can go on later, from the table of runs." in asked.informativeText()
    click(asked, "Stop training")
    until(qtbot, window.session, State.IDLE)
    close_for_good(qtbot, window)
    assert starts().session.messages == {}


def test_a_run_that_goes_on_and_is_closed_before_its_first_batch_is_offered_again(
    qtbot: QtBot, starts: Starts, training: Training, run: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = starts()
    window.session.monitor.resume_run(run)
    assert window.session.state is State.PREPARING
    close_for_good(qtbot, window)
    assert OFFER in banner_of(starts(), "training")


def test_of_two_interrupted_runs_the_newer_is_offered_and_then_neither(
    qtbot: QtBot, starts: Starts, training: Training, nakami_home: Path
) -> None:
    older = interrupted_run(places.runs_folder() / "2026-03-01 10.00.00 animals", state="stopped")
    interrupted_run(
        places.runs_folder() / "2026-03-02 10.00.00 plants", name="plants", started="2026-03-02T10:00:00+0000"
    )
    first = Session()
    starts.sessions.append(first)
    first.offering.remember(older)
    first.end()
    window = starts()
    assert "“plants 1”" in banner_of(window, "pictures")
    click(shown(window, "pictures").banner, "Close this message")
    close_for_good(qtbot, window)
    assert starts().session.messages == {}


# ---- another language in the middle, and trying learning rates


def test_another_language_keeps_a_run_that_goes_on(qtbot: QtBot, starts: Starts, training: Training, run: Path) -> None:
    other = interrupted_run(places.runs_folder() / "2026-02-01 10.00.00 plants", state="finished")
    window = starts("training")
    window.session.monitor.compare([other])
    click(shown(window, "training").banner, "Go on")
    until(qtbot, window.session, State.TRAINING)
    training.tell([batch(3, 1), epoch(3, 0.3, 0.8, is_best=True)])
    qtbot.waitUntil(lambda: len(window.session.epochs) == 3)
    window.rebuild()
    assert window.strip.text() == "epoch 4 of 5"
    assert len(window.session.monitor.earlier_batches[0]) == 20
    assert window.session.monitor.compared == (other,)


def test_keys_while_learning_rates_are_tried(qtbot: QtBot, starts: Starts, training: Training, colours: Path) -> None:
    window = starts()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    open_pictures(qtbot, window.session, colours)
    window.session.trying.find_learning_rate()
    qtbot.waitUntil(lambda: training.begun != [], timeout=A_MINUTE_MS)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Space)
    assert window.session.state is State.PREPARING
    assert not window.rail.entry("training").is_marked()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Escape)
    assert boxes(window) == [], "nothing is at stake"
    until(qtbot, window.session, State.IDLE)


def test_closing_while_learning_rates_are_tried(
    qtbot: QtBot, starts: Starts, training: Training, colours: Path
) -> None:
    window = starts()
    open_pictures(qtbot, window.session, colours)
    window.session.trying.find_learning_rate()
    qtbot.waitUntil(lambda: training.begun != [], timeout=A_MINUTE_MS)
    close_for_good(qtbot, window)
    assert boxes(window) == []
    assert window.session.is_idle
    assert window.session.settings.unfinished_run == ""
