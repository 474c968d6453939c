"""The row of the worst mistakes: what it shows, what it asks for, and what can be done from there."""

from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui import theme, translation
from gui.widgets.results.mistakes_card import MistakesCard
from gui.widgets.results.shown_picture import Mend, ShownPicture

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

CLASSES = ("butterfly", "elephant", "llama", "R&D")
HEAT = np.linspace(0, 1, 36, dtype=np.float32).reshape(6, 6)


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> None:
    theme.apply(qapp, "light")
    translation.install(qapp, "en")


def some(count: int) -> list[ShownPicture]:
    return [
        ShownPicture(key, f"/pictures/llama/{key}.jpg", "llama", "elephant", 0.82, 8.25 - 0.1 * key, is_right=False)
        for key in range(count)
    ]


def pixels(key: int) -> NDArray[np.uint8]:
    return np.full((10, 10, 3), key % 250, np.uint8)


@pytest.fixture
def card(qtbot: QtBot) -> MistakesCard:
    made = MistakesCard()
    made.set_classes(CLASSES)
    made.resize(1144, 240)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def asked_by(qtbot: QtBot, card: MistakesCard) -> list[int]:
    asked: list[int] = []
    card.heat_wanted.connect(asked.append)
    card.grab()
    qtbot.wait(30)
    return asked


# ---- what is shown


def test_a_mistake_says_what_it_is_and_what_it_was_called(card: MistakesCard) -> None:
    card.show_pictures(some(17), pixels, asked=72)
    tile = card.tiles[0]
    assert tile.truth.text() == "llama"
    assert tile.loss.text() == "loss 8.25"
    assert tile.called.text() == "called elephant, 82 % sure"
    assert tile.photos.accessibleName() == "0.jpg, llama called elephant, 82 % sure, loss 8.25"
    assert card.all_button.text() == "All 17"
    assert card.accessibleName() == "Worst mistakes"


def test_as_many_as_fit_stand_in_the_row(card: MistakesCard) -> None:
    card.show_pictures(some(17), pixels, asked=72)
    assert len(card.shown_keys()) == 6
    card.resize(856, 240)
    few = card.shown_keys()
    assert 3 <= len(few) < 6
    assert few == list(range(len(few)))
    card.resize(1144, 240)
    assert card.shown_keys() == list(range(6))


@pytest.mark.parametrize("width", [860, 888, 1013, 1144, 1501])
def test_no_tile_is_cut(card: MistakesCard, width: int) -> None:
    card.resize(width, 260)
    card.show_pictures(some(17), pixels, asked=72)
    QApplication.processEvents()
    row = card.tiles[0].parentWidget()
    last = max(tile.geometry().right() for tile in card.tiles if tile.isVisible())
    assert row.width() - 12 <= last < row.width()
    assert all(tile.mend.move_button.geometry().right() < tile.width() for tile in card.tiles)


def test_an_answer_that_was_right_says_so(card: MistakesCard) -> None:
    card.show_pictures([replace(some(1)[0], answer="llama", share=0.34, is_right=True)], pixels, asked=72)
    assert card.tiles[0].called.text() == "right, 34 % sure"


@pytest.mark.parametrize(
    ("listing", "part", "asked", "words"),
    [
        ("mistakes", "test", 72, "No mistakes among the 72 test pictures."),
        ("mistakes", "training", 1_234, "No mistakes among the 1,234 training pictures."),
        ("mistakes", "validation", 1, "No mistake: the validation picture was answered right."),
        ("unsure", "test", 72, "The network got none of these 72 pictures right."),
        ("mistakes", "validation", 0, "There are no validation pictures."),
    ],
)
def test_an_empty_list_says_why(card: MistakesCard, listing: str, part: str, asked: int, words: str) -> None:
    card.choose(listing, part)  # type: ignore[arg-type]
    card.show_pictures([], pixels, asked)
    assert card.empty.isVisible()
    assert card.empty.text() == words
    QApplication.processEvents()
    assert card.empty.width() >= card.empty.sizeHint().width()
    assert not card.all_button.isVisible()
    assert card.shown_keys() == []


def test_nothing_moves_below_when_the_row_is_empty(card: MistakesCard) -> None:
    card.show_pictures(some(17), pixels, asked=72)
    height = card.sizeHint().height()
    card.show_pictures([], pixels, asked=72)
    assert card.sizeHint().height() == height
    card.show_pictures(some(2), pixels, asked=72)
    assert card.sizeHint().height() == height
    assert not card.empty.isVisible()


# ---- heat


def test_heat_is_asked_for_once_and_shown_when_it_comes(qtbot: QtBot, card: MistakesCard) -> None:
    card.show_pictures(some(17), pixels, asked=72)
    asked = asked_by(qtbot, card)
    assert sorted(asked) == list(range(6))
    assert not card.tiles[2].photos.is_heated()
    card.set_heat(2, HEAT)
    card.set_heat(16, HEAT)
    assert card.tiles[2].photos.is_heated()
    assert not card.tiles[3].photos.is_heated()
    # The same pictures again, one of them changed: what is known stays, nothing is asked anew.
    card.show_pictures([replace(each, mend=Mend()) if each.key == 2 else each for each in some(17)], pixels, asked=72)
    card.grab()
    qtbot.wait(30)
    assert len(asked) == 6
    assert card.tiles[2].photos.is_heated()


def test_heat_of_other_answers_is_not_kept(qtbot: QtBot, card: MistakesCard) -> None:
    card.show_pictures(some(3), pixels, asked=72)
    asked = asked_by(qtbot, card)
    card.set_heat(0, HEAT)
    card.show_pictures([replace(each, answer="butterfly") for each in some(3)], pixels, asked=72)
    assert not card.tiles[0].photos.is_heated()
    card.grab()
    qtbot.wait(30)
    assert sorted(asked) == [0, 0, 1, 1, 2, 2]


def test_heat_is_not_asked_for_while_the_row_is_out_of_sight(qtbot: QtBot) -> None:
    area, content = QScrollArea(), QWidget()
    qtbot.addWidget(area)
    card = MistakesCard()
    layout = QVBoxLayout(content)
    layout.addSpacing(800)
    layout.addWidget(card)
    area.setWidget(content)
    area.setWidgetResizable(True)
    area.resize(1144, 400)
    asked: list[int] = []
    card.heat_wanted.connect(asked.append)
    card.show_pictures(some(17), pixels, asked=72)
    with qtbot.waitExposed(area):
        area.show()
    qtbot.wait(50)
    assert asked == []
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: len(asked) >= 5)


# ---- what can be done


@pytest.mark.parametrize("way", ["click", "enter", "space"])
def test_a_picture_opens_large(qtbot: QtBot, card: MistakesCard, way: str) -> None:
    card.show_pictures(some(17), pixels, asked=72)
    photos = card.tiles[3].photos
    with qtbot.waitSignal(card.chosen) as chosen:
        if way == "click":
            qtbot.mouseClick(photos, Qt.MouseButton.LeftButton, pos=QPoint(photos.width() - 5, 10))
        else:
            qtbot.keyClick(photos, Qt.Key.Key_Return if way == "enter" else Qt.Key.Key_Space)
    assert chosen.args == [3]


@pytest.mark.parametrize("way", ["button", "delete", "e"])
def test_a_picture_is_excluded_and_taken_back(qtbot: QtBot, card: MistakesCard, way: str) -> None:
    card.show_pictures(some(17), pixels, asked=72)
    tile = card.tiles[1]
    with qtbot.waitSignal(card.exclude_wanted) as excluded:
        if way == "button":
            qtbot.mouseClick(tile.mend.exclude_button, Qt.MouseButton.LeftButton)
        else:
            qtbot.keyClick(tile.photos, Qt.Key.Key_Delete if way == "delete" else Qt.Key.Key_E)
    assert excluded.args == [[1]]
    height = tile.height()
    card.show_pictures([replace(each, mend=Mend()) if each.key == 1 else each for each in some(17)], pixels, asked=72)
    assert tile.mend.state() == "Excluded"
    assert not tile.mend.exclude_button.isVisible()
    assert tile.height() == height
    assert tile.photos.accessibleName().endswith("Excluded")
    with qtbot.assertNotEmitted(card.exclude_wanted):
        qtbot.keyClick(tile.photos, Qt.Key.Key_Delete)
    with qtbot.waitSignal(card.undo_wanted) as undone:
        qtbot.mouseClick(tile.mend.undo_button, Qt.MouseButton.LeftButton)
    assert undone.args == [[1]]
    card.show_pictures(some(17), pixels, asked=72)
    assert tile.mend.exclude_button.isVisible()


@pytest.mark.parametrize("way", ["button", "m"])
def test_a_picture_is_moved_to_another_class(qtbot: QtBot, card: MistakesCard, way: str) -> None:
    card.show_pictures(some(17), pixels, asked=72)
    tile = card.tiles[0]
    if way == "button":
        qtbot.mouseClick(tile.mend.move_button, Qt.MouseButton.LeftButton)
    else:
        qtbot.keyClick(tile.photos, Qt.Key.Key_M)
    menu = tile.mend.menu()
    assert menu is not None
    offered = [action for action in menu.actions() if not action.isSeparator()]
    # What the network said first; not the class where it is.
    assert [action.text() for action in offered] == ["elephant (what the network said)", "butterfly", "R&&D"]
    with qtbot.waitSignal(card.move_wanted) as moved:
        offered[2].trigger()
    menu.close()
    assert moved.args == [[0], "R&D"]
    card.show_pictures([replace(some(1)[0], mend=Mend("R&D"))], pixels, asked=72)
    assert tile.mend.state() == "Moved to R&D"


def test_the_focus_stays_where_something_was_done(qtbot: QtBot, card: MistakesCard) -> None:
    card.activateWindow()
    card.show_pictures(some(6), pixels, asked=72)
    tile = card.tiles[1]
    tile.mend.exclude_button.setFocus()
    card.show_pictures([replace(each, mend=Mend()) if each.key == 1 else each for each in some(6)], pixels, asked=72)
    assert tile.mend.undo_button.hasFocus()
    card.show_pictures(some(6), pixels, asked=72)
    assert tile.mend.exclude_button.hasFocus()


def test_nothing_can_be_done_while_it_is_forbidden(qtbot: QtBot, card: MistakesCard) -> None:
    card.show_pictures(some(6), pixels, asked=72)
    card.forbid("while training")
    mend = card.tiles[0].mend
    assert not mend.exclude_button.isEnabled()
    assert mend.move_button.toolTip() == "while training"
    with qtbot.assertNotEmitted(card.exclude_wanted):
        qtbot.keyClick(card.tiles[0].photos, Qt.Key.Key_Delete)
    card.forbid("")
    assert mend.exclude_button.isEnabled()


def test_another_list_is_asked_for(qtbot: QtBot, card: MistakesCard) -> None:
    card.set_parts(("test", "training"), "This run had no validation pictures.")
    told: list[tuple[str, str]] = []
    card.list_changed.connect(lambda listing, part: told.append((listing, part)))
    qtbot.mouseClick(card.list_choice._segments["unsure"], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(card.part_choice._segments["validation"], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(card.part_choice._segments["training"], Qt.MouseButton.LeftButton)
    assert told == [("unsure", "test"), ("unsure", "training")]
    assert card.accessibleName() == "Least sure though right"
    with qtbot.waitSignal(card.all_wanted):
        card.show_pictures(some(2), pixels, asked=72)
        qtbot.mouseClick(card.all_button, Qt.MouseButton.LeftButton)
