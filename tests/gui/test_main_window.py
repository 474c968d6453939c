"""The whole window: its pages, keys and drops, another language or theme in the middle of the work, and its end."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import PySide6
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from core.pictures import intake
from core.questions import ClassifyMany, OpenModel
from core.words import say
from gui import theme, translation
from gui.jobs import UnforeseenError
from gui.main_window import MainWindow
from gui.pages.classify import ClassifyPage
from gui.pages.page import Page
from gui.pages.pictures.page import PicturesPage
from gui.pages.training.page import TrainingPage
from gui.session import Session
from gui.state import State
from tests.gui.stand_ins import Network, Training, batch, endless, epoch

# The offscreen platform says so whenever a window's least size changes.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")

LEFT, NONE, COPY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.DropAction.CopyAction
CONTROL = Qt.KeyboardModifier.ControlModifier
A_MINUTE_MS = 60_000
PageKind = TypeVar("PageKind", bound=Page)


def dragged_in(content: QMimeData) -> QDragEnterEvent:
    """Something is dragged onto the window. From 6.12 on PySide6 wants the place as fractions of a pixel."""
    place = QPointF(300, 300) if PySide6.__version_info__ >= (6, 12) else QPoint(300, 300)
    return QDragEnterEvent(place, COPY, content, LEFT, NONE)


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> Iterator[None]:
    theme.apply(qapp, "light")
    translation.install(qapp, "en")
    yield
    theme.apply(qapp, "light")
    translation.install(qapp, "en")


@pytest.fixture
def session(qtbot: QtBot) -> Iterator[Session]:
    made = Session()
    made.set_config(image_size_px=16, epochs=5, batch_size=8)
    yield made
    qtbot.waitUntil(made.end, timeout=A_MINUTE_MS)


@pytest.fixture
def window(qtbot: QtBot, session: Session) -> MainWindow:
    made = MainWindow(session)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def press(window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    QTest.keyClick(window.windowHandle(), key, modifier)


def page(window: MainWindow, kind: type[PageKind]) -> PageKind:
    """The page of this kind that the window has now; built where nobody has looked at it yet."""
    while window.pages.count() < 6:
        QTest.qWait(10)
    return next(
        found for number in range(window.pages.count()) if isinstance(found := window.pages.widget(number), kind)
    )


def title(window: MainWindow) -> str:
    """The title of the page in sight."""
    shown = window.pages.currentWidget()
    assert isinstance(shown, Page)
    return shown.header.findChildren(QLabel)[0].text()


def click(widget: QWidget, text: str) -> None:
    found = [each for each in widget.findChildren(QAbstractButton) if each.text() == text and each.isVisible()]
    assert found, f"there is no button “{text}”"
    found[0].click()


def boxes(window: MainWindow) -> list[QMessageBox]:
    """The questions that are open."""
    return [each for each in window.findChildren(QMessageBox) if each.isVisible()]


def open_pictures(qtbot: QtBot, session: Session, folder: Path) -> None:
    session.open_dropped([folder])
    qtbot.waitUntil(lambda: session.prepared is not None and session.state is State.IDLE, timeout=A_MINUTE_MS)


def start(qtbot: QtBot, session: Session) -> None:
    session.start_training()
    qtbot.waitUntil(lambda: session.state is State.TRAINING, timeout=A_MINUTE_MS)


def stop(qtbot: QtBot, session: Session) -> None:
    session.stop()
    qtbot.waitUntil(lambda: session.state is State.IDLE, timeout=A_MINUTE_MS)


# ---- pages and keys


def test_it_opens_on_the_pictures_with_everything_at_hand(qtbot: QtBot, window: MainWindow) -> None:
    assert window.page_key() == window.rail.key() == "pictures"
    assert window.strip.word() == "Ready"
    qtbot.waitUntil(lambda: window.pages.count() == 7)
    assert [window.pages.widget(number).key for number in range(window.pages.count())] == [
        "pictures",
        "training",
        "inside",
        "results",
        "classify",
        "settings",
        "help",
    ]
    assert window.strip.word() == "Ready"
    assert window.strip.text() == "No pictures yet"
    assert window.size().width() >= 1024


def test_it_opens_on_the_page_where_it_was_closed(qtbot: QtBot, session: Session) -> None:
    session.settings.page = "inside"
    window = MainWindow(session)
    qtbot.addWidget(window)
    window.show()
    assert window.page_key() == window.rail.key() == "inside"


@pytest.mark.parametrize("key", ["pictures", "training", "inside", "results", "classify", "settings", "help"])
def test_the_rail_leads_to_every_page(qtbot: QtBot, window: MainWindow, session: Session, key: str) -> None:
    qtbot.mouseClick(window.rail.entry(key), LEFT)
    assert window.page_key() == window.rail.key() == session.page == key


def test_control_and_a_number_lead_to_the_pages_of_the_work(window: MainWindow) -> None:
    seen = []
    for key in (Qt.Key.Key_5, Qt.Key.Key_4, Qt.Key.Key_3, Qt.Key.Key_2, Qt.Key.Key_1):
        press(window, key, CONTROL)
        seen.append(window.page_key())
    assert seen == ["classify", "results", "inside", "training", "pictures"]
    assert window.rail.key() == "pictures"


@pytest.mark.parametrize("key", ["pictures", "training", "inside", "results", "classify", "settings"])
def test_f1_explains_the_page_in_sight(window: MainWindow, key: str) -> None:
    window.show_page(key)
    press(window, Qt.Key.Key_F1)
    assert window.page_key() == window.rail.key() == "help"
    assert [each for each, card in window.help.cards.items() if card.is_marked()] == [key]
    press(window, Qt.Key.Key_F1)
    assert [each for each, card in window.help.cards.items() if card.is_marked()] == [key]


def test_space_pauses_and_goes_on(
    qtbot: QtBot, window: MainWindow, session: Session, colours: Path, training: Training
) -> None:
    open_pictures(qtbot, session, colours)
    start(qtbot, session)
    press(window, Qt.Key.Key_Space)
    assert session.state is State.PAUSED
    assert session.control is not None
    assert session.control.is_paused
    assert window.strip.word() == "Paused"
    press(window, Qt.Key.Key_Space)
    assert session.state is State.TRAINING
    assert not session.control.is_paused
    assert window.strip.word() == "Training"
    stop(qtbot, session)


def test_space_while_nothing_runs_does_nothing(window: MainWindow, session: Session) -> None:
    press(window, Qt.Key.Key_Space)
    assert session.state is State.IDLE


def test_space_presses_the_button_that_the_keyboard_is_on(
    qtbot: QtBot, window: MainWindow, session: Session, colours: Path, training: Training
) -> None:
    open_pictures(qtbot, session, colours)
    start(qtbot, session)
    pause = next(each for each in window.strip.findChildren(QAbstractButton) if each.text() == "Pause")
    before = QApplication.focusWidget()
    for _ in range(100):
        press(window, Qt.Key.Key_Tab)
        if QApplication.focusWidget() is pause:
            break
    assert QApplication.focusWidget() is pause, f"Tab never came to it from {before}"
    press(window, Qt.Key.Key_Space)
    assert session.state is State.PAUSED, "pressed once, not paused and pressed again"
    stop(qtbot, session)


def test_esc_while_nothing_runs_does_nothing(qtbot: QtBot, window: MainWindow, session: Session) -> None:
    press(window, Qt.Key.Key_Escape)
    assert boxes(window) == []
    assert session.state is State.IDLE
    assert window.isVisible()


def test_esc_stops_the_reading_of_pictures_without_asking(
    qtbot: QtBot, window: MainWindow, session: Session, colours: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(intake, "prepare", endless)
    session.open_dropped([colours])
    qtbot.waitUntil(lambda: session.dataset is not None, timeout=A_MINUTE_MS)
    press(window, Qt.Key.Key_Escape)
    assert boxes(window) == []
    qtbot.waitUntil(lambda: session.state is State.IDLE, timeout=A_MINUTE_MS)


def test_esc_asks_before_it_stops_a_training(
    qtbot: QtBot, window: MainWindow, session: Session, colours: Path, training: Training
) -> None:
    open_pictures(qtbot, session, colours)
    start(qtbot, session)
    training.tell([batch(1, 1), epoch(1, 0.6, 0.75, is_best=True)])
    qtbot.waitUntil(lambda: len(session.epochs) == 1)
    press(window, Qt.Key.Key_Escape)
    (asked,) = boxes(window)
    assert asked.text() == "Stop the training?"
    assert "last whole epoch is kept" in asked.informativeText()
    click(asked, "Go on training")
    assert session.state is State.TRAINING
    qtbot.waitUntil(lambda: boxes(window) == [])
    click(window.strip, "Stop")
    (asked,) = boxes(window)
    click(asked, "Stop training")
    qtbot.waitUntil(lambda: session.state is State.IDLE, timeout=A_MINUTE_MS)
    assert session.outcome is not None
    assert session.outcome.state == "stopped"
    assert "Stopped" in window.strip.accessibleName()


def test_the_question_goes_when_the_training_ends_by_itself(
    qtbot: QtBot, window: MainWindow, session: Session, colours: Path, training: Training
) -> None:
    open_pictures(qtbot, session, colours)
    start(qtbot, session)
    press(window, Qt.Key.Key_Escape)
    assert len(boxes(window)) == 1
    training.finish()
    qtbot.waitUntil(lambda: session.state is State.IDLE and boxes(window) == [], timeout=A_MINUTE_MS)
    assert session.outcome is not None
    assert session.outcome.state == "finished"


def test_the_rail_says_that_a_training_goes_on(
    qtbot: QtBot, window: MainWindow, session: Session, colours: Path, training: Training
) -> None:
    open_pictures(qtbot, session, colours)
    assert not window.rail.entry("training").is_marked()
    start(qtbot, session)
    assert window.page_key() == "training"
    assert window.rail.entry("training").is_marked()
    stop(qtbot, session)
    assert not window.rail.entry("training").is_marked()


def test_an_error_of_the_program_is_told_on_the_page_in_sight(window: MainWindow) -> None:
    window.show_page("inside")
    window.show_error(UnforeseenError(RuntimeError("a bug")))
    shown = window.pages.currentWidget()
    assert isinstance(shown, Page)
    assert shown.banner.isVisible()
    assert "RuntimeError: a bug" in shown.banner.text()


# ---- another language, another theme


def test_another_language_keeps_page_and_work(
    qtbot: QtBot, window: MainWindow, session: Session, colours: Path
) -> None:
    open_pictures(qtbot, session, colours)
    session.say("classify", "info", say("There is no network to ask yet."), say("Wait."))
    dataset = session.dataset
    window.show_page("settings")
    click(window.pages.currentWidget(), "日本語")
    assert window.page_key() == window.rail.key() == "settings"
    assert title(window) == "設定"
    assert window.rail.entry("pictures").text() == "画像"
    assert session.dataset is dataset
    press(window, Qt.Key.Key_1, CONTROL)
    assert title(window) == "colours"
    assert len(page(window, PicturesPage).classes.rows()) == 3
    press(window, Qt.Key.Key_5, CONTROL)
    assert page(window, ClassifyPage).banner.isVisible()
    assert "network" not in page(window, ClassifyPage).banner.text()
    window.show_page("settings")
    click(window.pages.currentWidget(), "English")
    assert title(window) == "Settings"
    assert window.strip.word() == "Ready"
    assert window.strip.text().startswith("Nothing is training.")
    # The pages before are gone.
    qtbot.waitUntil(lambda: len(window.findChildren(TrainingPage)) == 1)


def test_another_theme_in_the_middle_of_a_training(
    qtbot: QtBot, qapp: QApplication, window: MainWindow, session: Session, colours: Path, training: Training
) -> None:
    open_pictures(qtbot, session, colours)
    start(qtbot, session)
    training.tell([batch(1, 1), epoch(1, 0.6, 0.75, is_best=True)])
    qtbot.waitUntil(lambda: len(session.epochs) == 1)
    before = page(window, TrainingPage)
    values = before.epoch_tile.value(), before.best_tile.value(), before.val_tile.value()
    assert values == ("1", "1", "75 %")
    window.show_page("settings")
    click(window.pages.currentWidget(), "Dark")
    assert theme.current() is theme.DARK
    assert window.page_key() == "settings"
    assert session.settings.scheme == "dark"
    after = page(window, TrainingPage)
    assert after is not before
    assert (after.epoch_tile.value(), after.best_tile.value(), after.val_tile.value()) == values
    assert session.state is State.TRAINING
    assert window.strip.word() == "Training"
    assert window.rail.entry("training").is_marked()
    training.tell([epoch(2, 0.5, 0.8, is_best=True)])
    qtbot.waitUntil(lambda: after.best_tile.value() == "2")
    press(window, Qt.Key.Key_Space)
    assert session.state is State.PAUSED, "the keys still reach the work"
    stop(qtbot, session)
    training_again = page(window, TrainingPage)
    assert training_again.start_button.text() == "Train again"


# ---- drops


def mime(*paths: Path) -> QMimeData:
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return content


def drop(window: MainWindow, content: QMimeData) -> None:
    window.dragEnterEvent(dragged_in(content))
    event = QDropEvent(QPointF(300, 300), COPY, content, LEFT, NONE)
    event.ignore()
    window.dropEvent(event)
    assert event.isAccepted()


def test_a_folder_of_pictures_is_opened(qtbot: QtBot, window: MainWindow, session: Session, colours: Path) -> None:
    window.show_page("help")
    drop(window, mime(colours))
    assert window.page_key() == "pictures"
    qtbot.waitUntil(lambda: session.prepared is not None and session.state is State.IDLE, timeout=A_MINUTE_MS)
    assert title(window) == "colours"
    assert window.strip.text().startswith("Nothing is training.")


def test_a_photo_without_a_network_says_what_is_missing(window: MainWindow, colours: Path) -> None:
    drop(window, mime(colours / "red" / "0.png"))
    assert window.page_key() == "classify"
    assert "There is no network to ask yet." in page(window, ClassifyPage).banner.text()


def test_photos_are_classified(
    qtbot: QtBot, window: MainWindow, session: Session, colours: Path, network: Network
) -> None:
    drop(window, mime(Path("/somewhere/model.keras")))
    qtbot.waitUntil(lambda: session.asking.model is not None, timeout=A_MINUTE_MS)
    photos = [colours / "red" / "0.png", colours / "blue" / "1.png"]
    drop(window, mime(*photos))
    assert window.page_key() == "classify"
    qtbot.waitUntil(
        lambda: len(session.asking.answers) == 2 and None not in session.asking.answers, timeout=A_MINUTE_MS
    )
    asked = [photo.file for each in network.answered if isinstance(each, ClassifyMany) for photo in each.photos]
    assert asked == [str(photo) for photo in photos]
    assert page(window, ClassifyPage).answers_card.isVisible()


def test_a_picture_without_a_file_is_classified(
    qtbot: QtBot, window: MainWindow, session: Session, network: Network
) -> None:
    drop(window, mime(Path("/somewhere/model.keras")))
    image = QImage(6, 4, QImage.Format.Format_RGB32)
    image.fill(QColor(200, 10, 20))
    content = QMimeData()
    content.setImageData(image)
    drop(window, content)
    assert window.page_key() == "classify"
    qtbot.waitUntil(lambda: session.asking.answers != [] and None not in session.asking.answers, timeout=A_MINUTE_MS)


def test_a_model_is_opened_and_looked_into(
    qtbot: QtBot, window: MainWindow, session: Session, network: Network
) -> None:
    drop(window, mime(Path("/somewhere/model.keras")))
    qtbot.waitUntil(lambda: window.page_key() == "inside", timeout=A_MINUTE_MS)
    (opened,) = (each for each in network.answered if isinstance(each, OpenModel))
    assert opened.path == Path("/somewhere/model.keras")
    assert session.asking.model is not None


def test_a_run_is_opened_and_looked_into(
    qtbot: QtBot, window: MainWindow, session: Session, network: Network, tmp_path: Path
) -> None:
    (tmp_path / "run").mkdir()
    (tmp_path / "run" / "run.json").write_text("{}")
    drop(window, mime(tmp_path / "run"))
    qtbot.waitUntil(lambda: window.page_key() == "inside", timeout=A_MINUTE_MS)
    drop(window, mime(tmp_path / "run" / "run.json"))
    qtbot.waitUntil(lambda: len(network.answered) >= 2, timeout=A_MINUTE_MS)
    opened = [each.path for each in network.answered if isinstance(each, OpenModel)]
    assert opened == [tmp_path / "run"] * 2


def test_a_model_dropped_on_the_classify_page_stays_there(
    qtbot: QtBot, window: MainWindow, session: Session, network: Network
) -> None:
    window.show_page("classify")
    drop(window, mime(Path("/somewhere/model.keras")))
    qtbot.waitUntil(lambda: session.asking.model is not None, timeout=A_MINUTE_MS)
    assert window.page_key() == "classify"
    assert page(window, ClassifyPage).drop.isVisible()


@pytest.mark.heavy
def test_a_file_that_is_no_model_says_so_where_the_user_is(
    qtbot: QtBot, window: MainWindow, session: Session, tmp_path: Path
) -> None:
    (tmp_path / "broken.keras").write_bytes(b"PK not really")
    window.show_page("training")
    drop(window, mime(tmp_path / "broken.keras"))
    shown = page(window, TrainingPage)
    qtbot.waitUntil(shown.banner.isVisible, timeout=A_MINUTE_MS)
    assert window.page_key() == "training"
    assert "“broken.keras” cannot be opened" in shown.banner.text()


def test_several_folders_are_no_collection(window: MainWindow, session: Session, colours: Path) -> None:
    window.show_page("classify")
    drop(window, mime(colours / "red", colours / "blue"))
    assert window.page_key() == "pictures"
    assert "Several folders at once are no collection yet." in page(window, PicturesPage).banner.text()
    assert session.state is State.IDLE


def test_a_message_can_be_closed(window: MainWindow, session: Session, colours: Path) -> None:
    drop(window, mime(colours / "red", colours / "blue"))
    banner = page(window, PicturesPage).banner
    close = next(each for each in banner.findChildren(QAbstractButton) if each.accessibleName() == "Close this message")
    close.click()
    assert not banner.isVisible()
    assert session.messages == {}


def test_a_drag_lights_up_where_things_go(window: MainWindow, colours: Path) -> None:
    window.show_page("classify")
    area = page(window, ClassifyPage).no_network
    content = mime(colours / "red" / "0.png")
    window.dragEnterEvent(dragged_in(content))
    assert area.is_active()
    window.dragLeaveEvent(QDragLeaveEvent())
    assert not area.is_active()
    drop(window, content)
    assert not area.is_active()


def test_text_is_nothing_to_drop(window: MainWindow, session: Session) -> None:
    content = QMimeData()
    content.setText("no picture")
    event = dragged_in(content)
    event.ignore()
    window.dragEnterEvent(event)
    assert not event.isAccepted()
    assert session.messages == {}


# ---- the end


def assert_ended(qtbot: QtBot, window: MainWindow, session: Session) -> None:
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=30_000)
    assert session.control is None
    assert not session.asking.is_running
    assert session.state is State.IDLE


def test_closing_while_nothing_runs(qtbot: QtBot, window: MainWindow, session: Session) -> None:
    window.show_page("classify")
    assert window.close()
    assert_ended(qtbot, window, session)
    assert Session().page == "classify", "remembered for the next time"


def test_closing_while_pictures_are_read(
    qtbot: QtBot, window: MainWindow, session: Session, colours: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(intake, "prepare", endless)
    session.open_dropped([colours])
    qtbot.waitUntil(lambda: session.dataset is not None, timeout=A_MINUTE_MS)
    window.close()
    assert_ended(qtbot, window, session)


def test_closing_while_a_model_is_opened(qtbot: QtBot, window: MainWindow, session: Session, network: Network) -> None:
    network.hold()
    drop(window, mime(Path("/somewhere/model.keras")))
    assert network.is_busy.wait(60)
    window.close()
    network.let_go()
    assert_ended(qtbot, window, session)


def test_closing_while_photos_wait(
    qtbot: QtBot, window: MainWindow, session: Session, network: Network, colours: Path
) -> None:
    drop(window, mime(Path("/somewhere/model.keras")))
    qtbot.waitUntil(lambda: session.asking.model is not None, timeout=A_MINUTE_MS)
    network.hold()
    drop(window, mime(*sorted(colours.rglob("*.png"))))
    assert network.is_busy.wait(60)
    window.close()
    network.let_go()
    assert_ended(qtbot, window, session)
    asked = [each for each in network.answered if isinstance(each, ClassifyMany)]
    assert len(asked) < 15, "those that waited are dropped"


@pytest.mark.parametrize("paused", [False, True])
def test_closing_while_a_training_and_its_network_are_busy(
    qtbot: QtBot,
    window: MainWindow,
    session: Session,
    colours: Path,
    training: Training,
    network: Network,
    paused: bool,
) -> None:
    open_pictures(qtbot, session, colours)
    start(qtbot, session)
    network.hold()
    drop(window, mime(Path("/somewhere/model.keras")))
    assert network.is_busy.wait(60)
    if paused:
        session.pause()
    window.close()
    assert window.isVisible()
    assert session.is_training
    (asked,) = boxes(window)
    assert asked.text() == "Stop the training and close?"
    click(asked, "Stop and close")
    window.close()
    network.let_go()
    assert_ended(qtbot, window, session)


def test_whoever_closes_by_mistake_goes_on_training(
    qtbot: QtBot, window: MainWindow, session: Session, colours: Path, training: Training
) -> None:
    open_pictures(qtbot, session, colours)
    start(qtbot, session)
    window.close()
    (asked,) = boxes(window)
    click(asked, "Go on training")
    qtbot.waitUntil(lambda: boxes(window) == [])
    assert window.isVisible()
    assert session.state is State.TRAINING
    training.finish()
    qtbot.waitUntil(lambda: session.state is State.IDLE and session.asking.model is not None, timeout=A_MINUTE_MS)
    assert window.isVisible(), "the end of the training does not close it"
    window.close()
    assert_ended(qtbot, window, session)


@pytest.mark.heavy
def test_closing_while_training_keeps_a_model(
    qtbot: QtBot, window: MainWindow, session: Session, colours: Path
) -> None:
    session.set_config(epochs=10_000)
    open_pictures(qtbot, session, colours)
    start(qtbot, session)
    drop(window, mime(colours / "red" / "0.png"))
    qtbot.waitUntil(lambda: session.asking.answers != [] and None not in session.asking.answers, timeout=A_MINUTE_MS)
    qtbot.waitUntil(lambda: len(session.epochs) >= 1, timeout=A_MINUTE_MS)
    window.close()
    (asked,) = boxes(window)
    click(asked, "Stop and close")
    assert_ended(qtbot, window, session)
    assert session.outcome is not None
    assert session.outcome.state == "stopped"
    assert (session.outcome.run / "best.keras").is_file()


@pytest.mark.heavy
def test_closing_before_the_first_batch(qtbot: QtBot, window: MainWindow, session: Session, colours: Path) -> None:
    open_pictures(qtbot, session, colours)
    session.start_training()
    window.close()
    assert_ended(qtbot, window, session)
