"""The search for a learning rate on the Training page, in the place of the curves."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from core.errors import NakamiError
from core.events import RateTried
from core.words import say
from gui import theme, translation
from gui.main_window import MainWindow
from gui.pages.training.page import TrainingPage
from gui.session import Session
from gui.state import State
from tests.gui.run_samples import make_run
from tests.gui.stand_ins import Training
from tests.gui.training_stage import A_MINUTE_MS, box, finish, open_pictures, shown, start, stop, until, write

# The offscreen platform says so whenever a window's least size changes.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> Iterator[None]:
    theme.apply(qapp, "light")
    translation.install(qapp, "en")
    yield
    translation.install(qapp, "en")


@pytest.fixture
def session(qtbot: QtBot, training: Training, colours: Path) -> Iterator[Session]:
    """With pictures."""
    made = Session()
    made.set_config(image_size_px=16, epochs=5, batch_size=8, learning_rate=0.02)
    open_pictures(qtbot, made, colours)
    yield made
    qtbot.waitUntil(made.end, timeout=A_MINUTE_MS)


@pytest.fixture
def window(qtbot: QtBot, session: Session) -> MainWindow:
    session.settings.page = "training"
    made = MainWindow(session)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def page_of(window: MainWindow) -> TrainingPage:
    page = window.pages.currentWidget()
    assert isinstance(page, TrainingPage)
    return page


def press(window: MainWindow, words: str) -> None:
    """A button in sight."""
    found = [each for each in window.findChildren(QAbstractButton) if each.isVisible() and each.text() == words]
    assert len(found) == 1
    found[0].click()


def is_searching_in_sight(page: TrainingPage) -> bool:
    assert page.finder.isHidden() != page.curves.isHidden(), "one in the place of the other"
    return not page.finder.isHidden()


def search(qtbot: QtBot, page: TrainingPage, training: Training) -> None:
    """A search with two rates tried."""
    page.column.settings.rate.find_button.click()
    training.tell([RateTried(1e-4, 1.1), RateTried(1e-3, 0.9)])
    qtbot.waitUntil(lambda: len(page.session.trying.tried) == 2, timeout=A_MINUTE_MS)


def last_tried(page: TrainingPage) -> str:
    return page.finder.plot.accessibleDescription()


def test_it_takes_the_place_of_the_curves_at_once_and_points_arrive(
    qtbot: QtBot, session: Session, training: Training
) -> None:
    page = shown(qtbot, session)
    find = page.column.settings.rate.find_button
    assert not is_searching_in_sight(page)
    find.click()
    assert is_searching_in_sight(page), "before TensorFlow has started"
    assert not find.isEnabled()
    training.tell([RateTried(1e-4, 1.1)])
    qtbot.waitUntil(lambda: last_tried(page) == "rate 0.0001: loss 1.10", timeout=A_MINUTE_MS)
    training.tell([RateTried(1e-3, 0.9)])
    qtbot.waitUntil(lambda: last_tried(page) == "rate 0.001: loss 0.90")
    assert not page.finder.use_button.isVisible()
    assert training.configs[0].batch_size == 8
    stop(qtbot, session)


def test_a_rate_that_was_found_is_used(qtbot: QtBot, session: Session, training: Training) -> None:
    page = shown(qtbot, session)
    search(qtbot, page, training)
    finish(qtbot, session, training)
    assert is_searching_in_sight(page)
    assert page.finder.use_button.text() == "Use 0.001"
    assert session.config.learning_rate == 0.02, "nothing is set unasked"
    page.finder.use_button.click()
    assert session.config.learning_rate == 0.001
    assert box(page.column.settings.rate).text() == "0.001"
    assert not is_searching_in_sight(page)


def test_another_rate_is_chosen_in_the_plot(qtbot: QtBot, session: Session, training: Training) -> None:
    page = shown(qtbot, session)
    search(qtbot, page, training)
    finish(qtbot, session, training)
    qtbot.keyClick(page.finder.plot, Qt.Key.Key_Right)
    session.set_config(epochs=7, early_stopping=3)
    assert page.finder.use_button.text() == "Use 0.002", "settings that do not matter for it leave it alone"
    page.finder.use_button.click()
    assert session.config.learning_rate == 0.002


def test_closing_keeps_the_rate(qtbot: QtBot, session: Session, training: Training) -> None:
    page = shown(qtbot, session)
    search(qtbot, page, training)
    finish(qtbot, session, training)
    page.finder.close_button.click()
    assert not is_searching_in_sight(page)
    assert session.config.learning_rate == 0.02
    assert not is_searching_in_sight(shown(qtbot, session)), "closed for good"


def test_stop_in_the_strip_leaves_what_was_tried(qtbot: QtBot, window: MainWindow, training: Training) -> None:
    page = page_of(window)
    search(qtbot, page, training)
    press(window, "Stop")
    until(qtbot, window.session, State.IDLE)
    assert is_searching_in_sight(page)
    assert page.finder.sentence().startswith("Stopped before the end.")
    qtbot.keyClick(page.finder.plot, Qt.Key.Key_Right)
    assert page.finder.use_button.isVisible()
    press(window, "Close")
    assert not is_searching_in_sight(page)


def test_stopped_before_the_first_rate_the_curves_are_back(
    qtbot: QtBot, window: MainWindow, training: Training
) -> None:
    page = page_of(window)
    page.column.settings.rate.find_button.click()
    press(window, "Stop")
    until(qtbot, window.session, State.IDLE)
    assert not is_searching_in_sight(page)


def test_a_search_that_fails_says_so_in_place(qtbot: QtBot, session: Session, training: Training) -> None:
    page = shown(qtbot, session)
    page.column.settings.rate.find_button.click()
    qtbot.waitUntil(lambda: training.begun != [], timeout=A_MINUTE_MS)
    training.fail(NakamiError(say("Training ran out of memory.")))
    until(qtbot, session, State.IDLE)
    assert "ran out of memory" in page.banner.text()
    assert not is_searching_in_sight(page)


def test_a_training_that_begins_hides_it_for_good(qtbot: QtBot, session: Session, training: Training) -> None:
    page = shown(qtbot, session)
    search(qtbot, page, training)
    finish(qtbot, session, training)
    page.start_button.click()
    assert not is_searching_in_sight(page)
    until(qtbot, session, State.TRAINING)
    finish(qtbot, session, training)
    assert not is_searching_in_sight(page)
    assert not is_searching_in_sight(shown(qtbot, session))


def test_an_earlier_run_that_is_opened_is_seen_instead(qtbot: QtBot, session: Session, training: Training) -> None:
    page = shown(qtbot, session)
    search(qtbot, page, training)
    finish(qtbot, session, training)
    session.open_model(make_run(1))
    qtbot.waitUntil(lambda: not is_searching_in_sight(page), timeout=A_MINUTE_MS)


def test_another_language_in_the_middle_shows_it_again(qtbot: QtBot, window: MainWindow, training: Training) -> None:
    search(qtbot, page_of(window), training)
    window.rebuild()
    page = page_of(window)
    assert is_searching_in_sight(page)
    assert last_tried(page) == "rate 0.001: loss 0.90"
    training.tell([RateTried(1e-2, 1.4)])
    qtbot.waitUntil(lambda: last_tried(page) == "rate 0.01: loss 1.40")
    finish(qtbot, window.session, training)
    assert page.finder.use_button.text() == "Use 0.001"
    window.rebuild()
    page = page_of(window)
    assert is_searching_in_sight(page)
    assert page.finder.use_button.text() == "Use 0.001"


def test_another_setting_in_the_middle_ends_it(qtbot: QtBot, session: Session, training: Training) -> None:
    page = shown(qtbot, session)
    search(qtbot, page, training)
    write(qtbot, page.column.settings.batch_size, "16")
    until(qtbot, session, State.IDLE)
    assert not is_searching_in_sight(page)
    assert session.messages == {}


def test_a_second_search_begins_anew(qtbot: QtBot, session: Session, training: Training) -> None:
    page = shown(qtbot, session)
    search(qtbot, page, training)
    finish(qtbot, session, training)
    page.column.settings.rate.find_button.click()
    assert last_tried(page) == ""
    assert not page.finder.use_button.isVisible()
    assert not page.finder.close_button.isVisible()
    qtbot.waitUntil(lambda: len(training.begun) == 2, timeout=A_MINUTE_MS)
    stop(qtbot, session)


def test_it_cannot_begin_while_training(qtbot: QtBot, session: Session, training: Training) -> None:
    page = shown(qtbot, session)
    start(qtbot, session)
    for paused in (False, True):
        if paused:
            session.pause()
        assert not page.column.settings.rate.find_button.isEnabled()
        assert not page.column.cost.measure_button.isEnabled()
    stop(qtbot, session)
    assert page.column.settings.rate.find_button.isEnabled()
