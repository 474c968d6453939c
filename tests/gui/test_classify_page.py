"""The Classify page, with answers put in by hand: what it shows, sorts, pastes and asks for."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QStandardPaths, Qt, QUrl
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPixmap
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from core.answers import Answer, HeatMap, ModelCard, Photo, PreviewPicture, SmallPictures
from core.errors import ModelError
from core.framing import Frame
from core.questions import Classify, ClassifyMany, Preview, Question, Thumbnails, Why
from core.words import say
from gui import theme
from gui.pages.classify import ClassifyPage
from gui.session import Session
from gui.widgets.answers_model import Column
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.pasted import as_photo, to_pixels

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")

CLASSES = ("ape", "bee", "cat", "dog", "emu", "fox", "gnu")
NOT_A_PICTURE = Answer("/p/web.jpg", error=say("Not a picture: the file holds a web page."))
Build = Callable[[], ClassifyPage]


@pytest.fixture
def asked() -> list[Question]:
    return []


@pytest.fixture
def session(qapp: QApplication, asked: list[Question], monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    """A session whose questions are written down instead of asked."""
    theme.apply(qapp, "light")
    QGuiApplication.clipboard().clear()
    session = Session()
    monkeypatch.setattr(session.asking, "ask", asked.append)
    monkeypatch.setattr(session.viewing, "ask", asked.append)
    yield session
    QGuiApplication.clipboard().clear()


@pytest.fixture
def build(qtbot: QtBot, session: Session) -> Build:
    """Makes the page and shows it."""

    def make() -> ClassifyPage:
        page = ClassifyPage(session)
        qtbot.addWidget(page)
        page.resize(1192, 752)
        page.show()
        qtbot.waitExposed(page)
        return page

    return make


def answer(label: str, share: float, seed: int = 0) -> Answer:
    others = [name for name in CLASSES if name != label]
    rest = [(name, (1 - share) / 2 ** (place + 1)) for place, name in enumerate(others)]
    pixels = np.full((20, 20, 3), seed % 255, np.uint8)
    return Answer(f"/p/{label}.jpg", ((label, share), *rest), pixels=pixels)


def with_model(session: Session, epoch: int | None = 16) -> None:
    session.asking.model = ModelCard("run 4", CLASSES, Frame(20), 1000, epoch)


def give(session: Session, answers: list[Answer | None]) -> None:
    """Photos as if they had been dropped, and these answers."""
    with_model(session)
    photos = [Photo(f"IMG_{number}.jpg", f"/p/IMG_{number}.jpg") for number in range(len(answers))]
    session.asking.classify(photos)
    came = [(number, each) for number, each in enumerate(answers) if each is not None]
    for number, each in came:
        session.asking.answers.put(number, each, CLASSES)
    for number, _ in came:
        session.asking.answers_came.emit(number, 1)


def put(session: Session, number: int, answered: Answer) -> None:
    """One more answer, as if it had come from the network."""
    session.asking.answers.put(number, answered, CLASSES)
    session.asking.answers_came.emit(number, 1)


def texts(page: ClassifyPage, column: Column) -> list[str]:
    model = page.answers_card.table.model()
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


# ---- nothing yet


def test_without_a_network_it_says_how_to_get_one(build: Build, session: Session, qtbot: QtBot) -> None:
    page = build()
    assert page.no_network.isVisible()
    assert not page.drop.isVisible()
    assert not page.choose_button.isVisible()
    assert page.no_network.button.text() == "Open pictures"
    with qtbot.waitSignal(session.page_wanted, check_params_cb=lambda key: key == "pictures"):
        page.no_network.button.click()


def test_with_pictures_it_offers_to_train(build: Build, session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    page = build()
    begun: list[bool] = []
    monkeypatch.setattr(Session, "can_start", True)
    monkeypatch.setattr(session, "start_training", lambda: begun.append(True))
    session.pictures_changed.emit()
    assert page.no_network.button.text() == "Start training"
    page.no_network.button.click()
    assert begun == [True]


def test_with_a_network_photos_can_be_dropped(build: Build, session: Session) -> None:
    with_model(session)
    page = build()
    assert page.drop.isVisible()
    assert not page.no_network.isVisible()
    page.set_drop_active(True)
    assert page.drop.is_active()
    page.set_drop_active(False)
    assert not page.drop.is_active()


def test_a_network_that_comes_later_opens_the_page(build: Build, session: Session) -> None:
    page = build()
    with_model(session)
    session.asking.model_changed.emit()
    assert page.drop.isVisible()
    assert not page.no_network.isVisible()


@pytest.mark.parametrize(
    ("epoch", "words"),
    [(16, "run 4 as it stands after epoch 16."), (0, "run 4 in its first epoch."), (None, "from run 4.")],
)
def test_the_header_names_the_network(build: Build, session: Session, epoch: int | None, words: str) -> None:
    with_model(session, epoch)
    sentence = build().header.findChildren(ElidedLabel)[1].text()
    assert words in sentence
    assert sentence.endswith("Photos stay on this computer.")


def test_chosen_files_are_classified(build: Build, session: Session, asked: list[Question]) -> None:
    with_model(session)
    page = build()
    page.drop.button.click()
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.fileMode() == QFileDialog.FileMode.ExistingFiles
    dialog.filesSelected.emit(["/p/a.jpg", "/p/b.jpg"])
    dialog.close()
    (many,) = (each for each in asked if isinstance(each, ClassifyMany))
    assert [photo.name for photo in many.photos] == ["a.jpg", "b.jpg"]
    assert page.answers_card.isVisible()


# ---- one photo


def test_one_photo_shows_its_answer(build: Build, session: Session) -> None:
    page = build()
    give(session, [answer("dog", 0.95)])
    card = page.answer_card
    assert card.isVisible()
    assert not page.answers_card.isVisible()
    assert page.choose_button.isVisible()
    assert (card.name.text(), card.answer.text(), card.sureness.text()) == ("IMG_0.jpg", "dog", "The network is sure.")
    assert card.name.toolTip() == "/p/IMG_0.jpg"
    assert card.bars.accessibleName().startswith("dog 95.0 %, ape 2.5 %")
    assert card.bars.accessibleName().count("%") == 5
    assert "dog" in card.accessibleName()


def test_an_unsure_answer_names_the_second(build: Build, session: Session) -> None:
    page = build()
    give(session, [answer("dog", 0.35)])
    assert page.answer_card.sureness.text() == "Not sure: ape is almost as likely."


def test_the_preview_takes_the_place_of_what_the_network_saw(build: Build, session: Session) -> None:
    page = build()
    one = answer("dog", 0.7)
    give(session, [one])
    assert page.answer_card.photo_view.pixels() is one.pixels
    large = np.zeros((300, 200, 3), np.uint8)
    session.asking.preview = PreviewPicture(session.asking.photos[0], large)
    session.asking.preview_changed.emit()
    assert page.answer_card.photo_view.pixels() is large


def test_an_unreadable_photo_says_why(build: Build, session: Session) -> None:
    page = build()
    give(session, [NOT_A_PICTURE])
    card = page.answer_card
    assert card.sureness.text() == "Not a picture: the file holds a web page."
    assert not card.answer.isVisible()
    assert not card.bars.isVisible()
    assert not card.side.look_button.isVisible()


def test_a_photo_waits_for_the_answer(build: Build, session: Session) -> None:
    page = build()
    give(session, [None])
    assert page.answer_card.sureness.text() == "Waiting for the answer."
    assert not page.answer_card.bars.isVisible()


def test_look_inside_takes_the_photo_along(build: Build, session: Session, qtbot: QtBot) -> None:
    page = build()
    give(session, [answer("dog", 0.7)])
    with qtbot.waitSignal(session.page_wanted, check_params_cb=lambda key: key == "inside"):
        page.answer_card.side.look_button.click()
    assert session.asking.looked_at is session.asking.photos[0]


# ---- many photos


def test_many_photos_fill_a_table(build: Build, session: Session) -> None:
    page = build()
    give(session, [answer("dog", 0.95), answer("cat", 0.7), NOT_A_PICTURE, None])
    card = page.answers_card
    assert card.isVisible()
    assert texts(page, Column.PHOTO) == ["IMG_0.jpg", "IMG_1.jpg", "IMG_2.jpg", "IMG_3.jpg"]
    assert texts(page, Column.ANSWER) == ["dog", "cat", "Not a picture: the file holds a web page.", "waiting"]
    assert texts(page, Column.SHARE) == ["95.0 %", "70.0 %", "", ""]
    assert texts(page, Column.SURENESS) == ["sure", "fairly sure", "", ""]
    assert texts(page, Column.SECOND) == ["ape 2.5 %", "ape 15.0 %", "", ""]
    model = card.table.model()
    assert model.index(1, Column.PHOTO).data(Qt.ItemDataRole.ToolTipRole) == "/p/IMG_1.jpg"
    assert card.state.text() == "3 done"
    assert card.progress.share() == 0.75
    assert card.stop_button.isVisible()


def test_the_last_answer_ends_the_progress(build: Build, session: Session) -> None:
    page = build()
    give(session, [answer("dog", 0.95), NOT_A_PICTURE])
    assert not page.answers_card.stop_button.isVisible()
    assert not page.answers_card.progress.isVisible()
    assert page.answers_card.state.text() == "1 could not be read"


def test_stop_forgets_what_waits(build: Build, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    page = build()
    stops: list[bool] = []
    give(session, [answer("dog", 0.95), None, None])
    monkeypatch.setattr(session.asking, "stop_classifying", lambda: stops.append(True))
    page.answers_card.stop_button.click()
    assert stops == [True]
    assert texts(page, Column.ANSWER) == ["dog", "not asked", "not asked"]
    assert page.answers_card.state.text() == "1 done, then stopped"
    assert not page.answers_card.stop_button.isVisible()


@pytest.mark.parametrize(
    ("column", "order", "photos"),
    [
        (Column.SHARE, Qt.SortOrder.DescendingOrder, [1, 4, 0, 2, 3]),
        (Column.SHARE, Qt.SortOrder.AscendingOrder, [0, 4, 1, 2, 3]),
        (Column.ANSWER, Qt.SortOrder.AscendingOrder, [1, 0, 4, 2, 3]),
        (Column.SURENESS, Qt.SortOrder.DescendingOrder, [1, 4, 0, 2, 3]),
        (Column.SECOND, Qt.SortOrder.DescendingOrder, [0, 4, 1, 2, 3]),
        (Column.PHOTO, Qt.SortOrder.DescendingOrder, [4, 2, 1, 0, 3]),
        (Column.THUMBNAIL, Qt.SortOrder.DescendingOrder, [0, 1, 2, 3, 4]),
    ],
)
def test_sorted_by_numbers_with_the_waiting_last(
    build: Build, session: Session, column: Column, order: Qt.SortOrder, photos: list[int]
) -> None:
    page = build()
    give(session, [answer("cat", 0.4), answer("bee", 1.0), NOT_A_PICTURE, None, answer("dog", 0.8)])
    page.answers_card.table.sortByColumn(column, order)
    assert [page.answers_card.table.answers.photo_at(row) for row in range(5)] == photos


def test_answers_fall_into_the_chosen_order(build: Build, session: Session, qtbot: QtBot) -> None:
    page = build()
    give(session, [answer("cat", 0.5), None, None])
    page.answers_card.table.sortByColumn(Column.SHARE, Qt.SortOrder.DescendingOrder)
    put(session, 1, answer("dog", 0.9))
    qtbot.waitUntil(lambda: texts(page, Column.SHARE) == ["90.0 %", "50.0 %", ""])
    # The photo in the card stays selected where its row has gone.
    assert page.answers_card.table.currentIndex().row() == 1
    assert session.asking.shown == 0


def test_the_keyboard_walks_through_the_photos(
    build: Build, session: Session, qtbot: QtBot, asked: list[Question]
) -> None:
    page = build()
    give(session, [answer("dog", 0.95), answer("cat", 0.7), NOT_A_PICTURE])
    asked.clear()
    table = page.answers_card.table
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert session.asking.shown == 1
    assert page.answer_card.answer.text() == "cat"
    assert [each.photo.name for each in asked if isinstance(each, Preview)] == ["IMG_1.jpg"]
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert not page.answer_card.bars.isVisible()
    qtbot.keyClick(table, Qt.Key.Key_Up)
    assert page.answer_card.answer.text() == "cat"


def test_a_page_built_anew_keeps_the_order(build: Build, session: Session) -> None:
    first = build()
    give(session, [answer("dog", 0.5), answer("cat", 0.9), answer("ape", 0.7)])
    table = first.answers_card.table
    table.sortByColumn(Column.SHARE, Qt.SortOrder.DescendingOrder)
    first.deleteLater()
    page = build()
    assert texts(page, Column.ANSWER) == ["cat", "ape", "dog"]
    heads = page.answers_card.table.horizontalHeader()
    assert (heads.sortIndicatorSection(), heads.sortIndicatorOrder()) == (Column.SHARE, Qt.SortOrder.DescendingOrder)
    heads.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
    assert texts(build(), Column.ANSWER) == ["dog", "cat", "ape"]


def test_a_click_goes_to_the_photo_of_the_sorted_row(build: Build, session: Session, qtbot: QtBot) -> None:
    page = build()
    give(session, [answer("dog", 0.3), answer("cat", 0.7), answer("bee", 0.9)])
    table = page.answers_card.table
    table.sortByColumn(Column.SHARE, Qt.SortOrder.DescendingOrder)
    place = table.visualRect(table.model().index(0, Column.ANSWER)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert session.asking.shown == 2
    assert page.answer_card.answer.text() == "bee"


def test_a_drag_shows_where_photos_go(build: Build, session: Session) -> None:
    page = build()
    give(session, [answer("dog", 0.3), answer("cat", 0.7)])
    page.set_drop_active(True)
    assert page.more_drop.isVisible()
    assert not page.answers_card.isVisible()
    page.set_drop_active(False)
    assert page.answers_card.isVisible()


def test_a_page_built_later_shows_what_there_is(build: Build, session: Session) -> None:
    give(session, [answer("dog", 0.95), answer("cat", 0.7), None])
    session.asking.show_photo(1)
    page = build()
    assert texts(page, Column.ANSWER) == ["dog", "cat", "waiting"]
    assert page.answer_card.answer.text() == "cat"
    assert page.answers_card.table.currentIndex().row() == 1
    assert session.asking.shown == 1


def test_other_photos_take_the_place_of_the_first(build: Build, session: Session) -> None:
    page = build()
    give(session, [answer("dog", 0.95), answer("cat", 0.7)])
    give(session, [answer("bee", 0.8)])
    assert page.answer_card.answer.text() == "bee"
    assert not page.answers_card.isVisible()
    give(session, [])
    assert page.drop.isVisible()
    assert not page.answer_card.isVisible()


def test_answers_that_come_at_once_are_sorted_in_two_goes(build: Build, session: Session, qtbot: QtBot) -> None:
    page = build()
    count = 5000
    give(session, [None] * count)
    table = page.answers_card.table
    table.sortByColumn(Column.SHARE, Qt.SortOrder.DescendingOrder)
    sortings: list[bool] = []
    table.model().layoutChanged.connect(lambda: sortings.append(True))
    shares = np.random.default_rng(1).uniform(0.4, 1.0, count).astype(np.float32)
    for number in range(count):
        put(session, number, answer("dog", float(shares[number]), number))
    assert len(sortings) == 1, "the first answer is shown at once, the others together"
    qtbot.waitUntil(lambda: not page.answers_card.stop_button.isVisible())
    assert len(sortings) == 2
    shown = [table.answers.photo_at(row) for row in range(count)]
    assert shown == list(np.argsort(-shares, kind="stable"))
    assert page.answers_card.accessibleName() == "5,000 photos"


# ---- the clipboard


def test_pasting_a_picture_classifies_it(build: Build, session: Session, asked: list[Question]) -> None:
    with_model(session)
    page = build()
    image = QImage(3, 2, QImage.Format.Format_ARGB32)
    image.fill(QColor(0, 0, 0, 0))
    image.setPixelColor(0, 0, QColor(200, 10, 20))
    QGuiApplication.clipboard().setImage(image)
    page.paste_button.click()
    questions = [each for each in asked if isinstance(each, Classify)]
    assert [each.photo.name for each in questions] == ["Pasted picture"]
    pixels = questions[0].photo.pixels
    assert pixels is not None
    assert pixels.shape == (2, 3, 3)
    assert pixels[0, 0].tolist() == [200, 10, 20]
    assert pixels[1, 2].tolist() == [255, 255, 255]
    assert page.answer_card.isVisible()


def test_pasting_files_classifies_them(build: Build, session: Session, asked: list[Question]) -> None:
    with_model(session)
    page = build()
    copied = QMimeData()
    copied.setUrls([QUrl.fromLocalFile("/p/a.jpg"), QUrl.fromLocalFile("/p/b.png")])
    QGuiApplication.clipboard().setMimeData(copied)
    page.paste()
    (many,) = (each for each in asked if isinstance(each, ClassifyMany))
    assert [photo.file for photo in many.photos] == ["/p/a.jpg", "/p/b.png"]


@pytest.mark.parametrize("text", ["", "no picture"])
def test_pasting_anything_else_says_so(build: Build, session: Session, asked: list[Question], text: str) -> None:
    with_model(session)
    page = build()
    QGuiApplication.clipboard().setText(text)
    page.paste()
    assert "no picture on the clipboard" in page.banner.text()
    assert page.banner.isVisible()
    assert asked == []


def test_pasting_without_a_network_says_so(build: Build, asked: list[Question]) -> None:
    page = build()
    image = QImage(3, 2, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    QGuiApplication.clipboard().setImage(image)
    page.paste()
    assert "no network" in page.banner.text()
    assert asked == []


@pytest.mark.parametrize("width", [1, 2, 3, 4, 5, 63])
def test_lines_of_any_width_become_pixels(width: int) -> None:
    image = QImage(width, 3, QImage.Format.Format_RGB888)
    image.setDevicePixelRatio(2)
    for y in range(3):
        for x in range(width):
            image.setPixelColor(x, y, QColor(x, y, 7))
    pixels = to_pixels(image)
    assert pixels.shape == (3, width, 3)
    assert all(pixels[y, x].tolist() == [x, y, 7] for y in range(3) for x in range(width))


def test_an_empty_image_is_no_photo() -> None:
    assert as_photo(QImage()) is None


# ---- how far an answer can be trusted


def test_a_foreign_photo_is_said_to_be_one(build: Build, session: Session) -> None:
    page = build()
    foreign = replace(answer("dog", 0.9), confidence=0.8, is_foreign=True)
    give(session, [foreign, answer("cat", 0.95)])
    card = page.answer_card
    assert card.answer.text() == "dog"
    assert card.answer.property("tone") == "text3"
    assert card.sureness.text().startswith("Not like anything that the network was trained on")
    assert "none of the pictures that it was trained on" in card.sureness.toolTip()
    assert texts(page, Column.SURENESS) == ["unlike all it knows", "sure"]
    session.asking.show_photo(1)
    assert card.answer.property("tone") == "text"


def test_the_tooltip_says_what_the_words_rest_on(build: Build, session: Session) -> None:
    page = build()
    give(session, [answer("dog", 0.95), replace(answer("cat", 0.95), confidence=0.7, is_foreign=False)])
    index = page.answers_card.table.model().index
    tips = [str(index(row, Column.SURENESS).data(Qt.ItemDataRole.ToolTipRole)) for row in range(2)]
    assert tips[0].startswith("By the share alone: one class has at least 90 %.")
    assert "right on the run's validation pictures" in tips[1]
    session.asking.show_photo(1)
    assert (
        page.answer_card.sureness.text() == "The network is fairly sure. Of ten answers like this, about 7 are right."
    )


# ---- where the photo speaks for its answer


def test_the_heat_map_is_asked_for_when_it_is_wanted(
    build: Build, session: Session, asked: list[Question], qtbot: QtBot
) -> None:
    page = build()
    give(session, [answer("dog", 0.9), answer("cat", 0.9)])
    side = page.answer_card.side
    assert not any(isinstance(each, Why) for each in asked)
    side.switch.click()
    question = asked[-1]
    assert question == Why(session.asking.photos[0], CLASSES.index("dog"), "grad-cam")
    assert side.words() == "One moment…"
    heat = HeatMap(question.photo, question.class_index, "grad-cam", np.ones((3, 3), np.float32))
    session.asking.other_answered.emit(question, heat)
    assert page.answer_card.photo_view.heat() is not None
    assert side.words() == "Bright: what speaks most for dog."
    session.asking.show_photo(1)
    assert page.answer_card.photo_view.heat() is None
    assert isinstance(asked[-1], Why)
    assert asked[-1].class_index == CLASSES.index("cat")
    session.asking.failed.emit(asked[-1], ModelError(say("It has no rows.")))
    assert side.words() == "It has no rows."
    side.switch.click()
    assert side.words() == "Shows which parts of the photo speak for the answer."


def test_a_page_built_later_shows_the_heat_that_is_there(build: Build, session: Session) -> None:
    give(session, [answer("dog", 0.9)])
    session.asking.heat.want(True)
    assert build().answer_card.side.switch.isChecked()


# ---- this is wrong


def test_only_with_pictures_can_an_answer_be_corrected(build: Build, session: Session) -> None:
    page = build()
    give(session, [answer("dog", 0.9)])
    assert not page.answer_card.side.wrong_button.isVisible()


# The offscreen platform says so of every menu.
@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_wrong_answer_is_corrected_and_taken_back(
    build: Build, session: Session, qtbot: QtBot, colours: Path, tmp_path: Path
) -> None:
    session.open_folder(colours)
    qtbot.waitUntil(lambda: session.prepared is not None and session.is_idle, timeout=60_000)
    before = len(session.dataset.pictures) if session.dataset is not None else 0
    page = build()
    shutil.copyfile(colours / "red" / "0.png", tmp_path / "mine.png")
    with_model(session)
    session.classify([Photo("mine.png", str(tmp_path / "mine.png"))])
    put(session, 0, answer("dog", 0.9))
    page.answer_card.side.wrong_button.click()
    menu = next(each for each in page.findChildren(QMenu) if each.accessibleName() == "What it is instead")
    assert [action.text() for action in menu.actions()] == ["blue", "green", "red"]
    menu.actions()[2].trigger()
    menu.close()
    qtbot.waitUntil(lambda: "classify" in session.messages and session.is_idle, timeout=60_000)
    assert str(session.messages["classify"].what) == "1 photo added to “red”."
    qtbot.waitUntil(
        lambda: session.is_idle and session.dataset is not None and len(session.dataset.pictures) == before + 1,
        timeout=60_000,
    )
    page.banner.acted.emit()
    qtbot.waitUntil(
        lambda: session.is_idle and session.dataset is not None and len(session.dataset.pictures) == before,
        timeout=60_000,
    )
    qtbot.waitUntil(session.end, timeout=60_000)


# ---- thousands


def test_thumbnails_are_asked_for_only_for_rows_in_sight(build: Build, session: Session, qtbot: QtBot) -> None:
    page = build()
    wanted: list[Question] = []
    session.viewing.ask = wanted.append  # type: ignore[method-assign, assignment]
    give(session, [answer("dog", 0.9)] * 3000)
    table = page.answers_card.table
    qtbot.waitUntil(lambda: bool(wanted))
    first = wanted[-1]
    assert isinstance(first, Thumbnails)
    assert 0 < len(first.photos) < 40
    assert first.photos[0] is session.asking.photos[0]
    session.viewing.answered.emit(first, SmallPictures((np.zeros((30, 20, 3), np.uint8), None)))
    index = table.model().index
    assert isinstance(index(0, Column.THUMBNAIL).data(Qt.ItemDataRole.DecorationRole), QPixmap)
    assert index(1, Column.THUMBNAIL).data(Qt.ItemDataRole.DecorationRole) is None
    rest = wanted[-1]
    assert isinstance(rest, Thumbnails)
    assert rest.photos == first.photos[2:], "one that cannot be read is not asked for again"
    table.verticalScrollBar().setValue(table.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: isinstance(wanted[-1], Thumbnails) and wanted[-1].photos[-1] is session.asking.photos[-1])


def test_a_folder_is_listed_before_its_photos_stand_there(
    build: Build, session: Session, qtbot: QtBot, colours: Path
) -> None:
    with_model(session)
    page = build()
    page.folder_button.click()
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(colours))
    dialog.close()
    assert page.answers_card.accessibleName() == "Listing the folder…"
    assert page.answers_card.isVisible()
    qtbot.waitUntil(lambda: page.answers_card.accessibleName() == "30 photos", timeout=60_000)
    assert texts(page, Column.PHOTO)[0] == "blue/0.png"
    qtbot.waitUntil(lambda: not session.asking.is_running, timeout=60_000)


@pytest.mark.parametrize("way", ["folders", "with a photo", "with a photo elsewhere"])
def test_several_folders_and_photos_are_asked_about_together(
    build: Build, session: Session, qtbot: QtBot, colours: Path, way: str
) -> None:
    with_model(session)
    page = build()
    folders = [colours / "red", colours / "blue"]
    photos = [] if way == "folders" else [colours / "green" / "1.png"]
    session.open_dropped(
        [folders[0], *photos, folders[1]], "pictures" if way == "with a photo elsewhere" else "classify"
    )
    assert page.answers_card.accessibleName() == "Listing the folders…"
    count = 20 + len(photos)
    qtbot.waitUntil(lambda: page.answers_card.accessibleName() == f"{count} photos", timeout=60_000)
    assert texts(page, Column.PHOTO)[:2] == [*[photo.name for photo in photos], "red/0.png", "red/1.png"][:2]
    assert texts(page, Column.PHOTO)[-1].startswith("blue/")
    assert session.asking.folders == tuple(folders)
    assert not session.messages
    qtbot.waitUntil(lambda: not session.asking.is_running, timeout=60_000)


def test_a_run_among_several_is_no_folder_of_photos(session: Session, colours: Path) -> None:
    with_model(session)
    (colours / "red" / "run.json").write_text("{}")
    session.open_dropped([colours / "blue" / "0.png", colours / "red"], "classify")
    assert [photo.name for photo in session.asking.photos] == ["0.png", "red"]
    session.open_dropped([colours / "blue", colours / "red"], "classify")
    assert "Several folders" in str(session.messages["pictures"].what)


def test_several_folders_without_a_network_are_no_collection(session: Session, colours: Path) -> None:
    session.open_dropped([colours / "blue", colours / "red"], "classify")
    assert "Several folders" in str(session.messages["pictures"].what)
    session.open_dropped([colours / "blue", colours / "red" / "0.png"], "classify")
    assert "no network" in str(session.messages["classify"].what)


def test_listing_can_be_stopped(build: Build, session: Session, qtbot: QtBot, colours: Path) -> None:
    with_model(session)
    page = build()
    session.classify_folders([colours])
    page.answers_card.stop_button.click()
    assert page.drop.isVisible()
    qtbot.waitUntil(lambda: not session.asking.is_running, timeout=60_000)
    assert session.asking.photos == ()


# ---- taking along


def with_photos(session: Session, folder: Path) -> None:
    """Two that are answered, one that cannot be read."""
    with_model(session)
    files = [folder / "red" / "0.png", folder / "blue" / "0.png", folder / "web.jpg"]
    session.classify([Photo(path.name, str(path)) for path in files])
    for number, each in enumerate((answer("dog", 0.9), answer("cat", 0.5), NOT_A_PICTURE)):
        put(session, number, each)


def test_answers_are_saved_as_a_table(
    build: Build, session: Session, qtbot: QtBot, colours: Path, tmp_path: Path
) -> None:
    page = build()
    with_photos(session, colours)
    qtbot.waitUntil(page.answers_card.csv_button.isEnabled)
    page.answers_card.csv_button.click()
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path / "answers.csv"))
    dialog.close()
    assert not page.answers_card.csv_button.isEnabled()
    qtbot.waitUntil(lambda: not session.taking_along.is_running, timeout=60_000)
    assert (tmp_path / "answers.csv").read_text(encoding="utf-8-sig").count("\n") == 4
    assert page.banner.text().startswith("2 answers saved in “answers.csv”. 1 file could not be read.")
    assert page.answers_card.csv_button.isEnabled()


@pytest.mark.parametrize(("entry", "folders"), [(0, ["cat", "dog"]), (1, ["dog", "not sure"])])
def test_copies_are_sorted_into_folders(
    build: Build, session: Session, qtbot: QtBot, colours: Path, tmp_path: Path, entry: int, folders: list[str]
) -> None:
    page = build()
    with_photos(session, colours)
    qtbot.waitUntil(page.answers_card.copies_button.isEnabled)
    page.answers_card.copies_button.menu().actions()[entry].trigger()
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path / "sorted"))
    dialog.close()
    qtbot.waitUntil(lambda: not session.taking_along.is_running, timeout=60_000)
    assert sorted(each.name for each in (tmp_path / "sorted").iterdir()) == folders
    assert page.banner.text().startswith("2 copies in “sorted”. 1 file could not be read.")


def test_copies_of_several_folders_go_into_none_of_them(
    build: Build, session: Session, qtbot: QtBot, colours: Path
) -> None:
    page = build()
    with_photos(session, colours)
    session.asking.folders = colours / "red", colours / "blue"
    session.taking_along.sort_copies(str(colours / "blue" / "sorted"))
    qtbot.waitUntil(lambda: not session.taking_along.is_running, timeout=60_000)
    assert "cannot go into" in page.banner.text()


@pytest.mark.parametrize("exists", [True, False])
def test_dialogs_begin_in_the_users_folders(
    build: Build, session: Session, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, exists: bool
) -> None:
    def place(which: QStandardPaths.StandardLocation) -> str:
        return str(tmp_path / which.name)

    monkeypatch.setattr(QStandardPaths, "writableLocation", place)
    monkeypatch.setenv("HOME", str(tmp_path))
    names = ("DocumentsLocation", "PicturesLocation")
    if exists:
        for name in names:
            (tmp_path / name).mkdir()
    page = build()
    give(session, [answer("dog", 0.9), answer("cat", 0.5)])
    qtbot.waitUntil(page.answers_card.csv_button.isEnabled)
    page.answers_card.csv_button.click()
    page.answers_card.copies_button.menu().actions()[0].trigger()
    dialogs = page.findChildren(QFileDialog)
    begins = [dialog.directory().absolutePath() for dialog in dialogs]
    chosen = dialogs[-1].selectedFiles()
    for dialog in dialogs:
        dialog.close()
    assert begins == ([str(tmp_path / name) for name in names] if exists else [str(tmp_path)] * 2)
    assert chosen == begins[-1:], "what is not there is not chosen either"


def test_what_cannot_be_written_is_told(build: Build, session: Session, qtbot: QtBot, colours: Path) -> None:
    page = build()
    with_photos(session, colours)
    session.taking_along.save_csv(str(colours))
    qtbot.waitUntil(lambda: not session.taking_along.is_running, timeout=60_000)
    assert "cannot be saved" in page.banner.text()
    assert session.messages["classify"].kind == "error"
