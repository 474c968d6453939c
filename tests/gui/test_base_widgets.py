"""The widgets that every page is built from, through their doors: keys, signals, what they show."""

import math

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui import theme
from gui.widgets.banner import Banner
from gui.widgets.bars import AnswerBars, Bar
from gui.widgets.buttons import IconButton, LinkButton, MainButton, PlainButton, SmallButton
from gui.widgets.card import Card
from gui.widgets.drop_area import DropArea, EmptyState
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.key_value import KeyValues
from gui.widgets.number_tile import NumberTile, TileRow
from gui.widgets.page_header import PageHeader
from gui.widgets.segmented import Segmented
from gui.widgets.switch import Switch

# The offscreen platform says so whenever a window's least size changes.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")

LONG_NAME = "a_very_long_file_name_of_a_picture_" * 4 + ".jpg"


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> None:
    theme.apply(qapp, "light")


def shown(qtbot: QtBot, *widgets: QWidget, width: int = 600) -> QWidget:
    """The widgets in a window on the screen."""
    window = QWidget()
    layout = QVBoxLayout(window)
    for widget in widgets:
        layout.addWidget(widget)
        widget.show()
    window.resize(width, 200)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def buttons_in_sight(widget: QWidget) -> list[str]:
    return [button.text() for button in widget.findChildren(QPushButton) if button.isVisible()]


@pytest.mark.parametrize("make", [MainButton, PlainButton, SmallButton, LinkButton])
@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_buttons_are_pressed_by_key(qtbot: QtBot, make: type[PlainButton], key: Qt.Key) -> None:
    button = make("Start", "play", "Begins")
    shown(qtbot, button)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, key)
    assert button.toolTip() == "Begins"


def test_button_kinds_keep_their_heights(qtbot: QtBot) -> None:
    heights = {
        button: button.sizeHint().height()
        for button in (MainButton("a"), MainButton("a", large=True), PlainButton("a"), SmallButton("a"))
        if not button.ensurePolished()
    }
    assert list(heights.values()) == [32, 40, 32, 26]
    main = next(iter(heights))
    main.setEnabled(False)
    assert main.sizeHint().height() == 32


def test_icon_button_says_its_name() -> None:
    button = IconButton("ellipsis", "More for this class")
    assert button.accessibleName() == button.toolTip() == "More for this class"


def test_switch_turns_by_key(qtbot: QtBot) -> None:
    switch = Switch("Heat map")
    shown(qtbot, switch)
    with qtbot.waitSignal(switch.toggled, check_params_cb=bool):
        qtbot.keyClick(switch, Qt.Key.Key_Space)
    assert switch.isChecked()
    switch.setEnabled(False)
    qtbot.keyClick(switch, Qt.Key.Key_Space)
    assert switch.isChecked()


class TestSegmented:
    def make(self, qtbot: QtBot) -> Segmented:
        segmented = Segmented([("stretch", "Stretch"), ("crop", "Crop"), ("pad", "Pad")], "How to fit")
        shown(qtbot, segmented)
        return segmented

    def test_starts_with_the_first(self, qtbot: QtBot) -> None:
        assert self.make(qtbot).key() == "stretch"

    def test_arrow_chooses_the_next(self, qtbot: QtBot) -> None:
        segmented = self.make(qtbot)
        first = segmented.findChildren(QAbstractButton)[0]
        first.setFocus()
        with qtbot.waitSignal(segmented.chosen) as heard:
            qtbot.keyClick(first, Qt.Key.Key_Right)
        assert heard.args == ["crop"] == [segmented.key()]

    def test_choose_is_silent_and_moves_nothing(self, qtbot: QtBot) -> None:
        segmented = self.make(qtbot)
        before = [button.geometry() for button in segmented.findChildren(QAbstractButton)]
        with qtbot.assertNotEmitted(segmented.chosen):
            segmented.choose("pad")
        assert segmented.key() == "pad"
        assert [button.geometry() for button in segmented.findChildren(QAbstractButton)] == before


class TestBanner:
    def test_is_hidden_until_told(self, qtbot: QtBot) -> None:
        banner = Banner()
        window = QWidget()
        qtbot.addWidget(window)
        QHBoxLayout(window).addWidget(banner)
        window.show()
        assert not banner.isVisible()

    def test_offers_only_what_it_was_given(self, qtbot: QtBot) -> None:
        banner = Banner()
        window = shown(qtbot, banner)
        banner.show_message("warning", "No better than guessing yet.", "Give it a few more epochs.")
        assert [text for text in buttons_in_sight(window) if text] == []
        banner.show_message("error", "The disk is full.", "Free 209 MB.", "Go on", "errno 28")
        assert [text for text in buttons_in_sight(window) if text] == ["Go on", "Copy details"]

    def test_acts_copies_and_closes(self, qtbot: QtBot) -> None:
        banner = Banner()
        shown(qtbot, banner)
        banner.show_message("error", "The disk is full.", "Free 209 MB.", "Go on", "errno 28")
        action, copy, close = (b for b in banner.findChildren(QPushButton) if b.isVisible())
        with qtbot.waitSignal(banner.acted):
            qtbot.mouseClick(action, Qt.MouseButton.LeftButton)
        qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
        assert QGuiApplication.clipboard().text() == "errno 28"
        with qtbot.waitSignal(banner.closed):
            qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
        assert not banner.isVisible()

    def test_text_is_taken_literally(self, qtbot: QtBot) -> None:
        banner = Banner()
        shown(qtbot, banner)
        banner.show_message("error", "No class named <b>.", "")
        assert banner.accessibleName().startswith("No class named <b>.")
        assert banner.text() == "No class named <b>."

    def test_a_long_path_wraps(self, qtbot: QtBot) -> None:
        banner = Banner()
        shown(qtbot, banner, width=500)
        banner.show_message("error", "Cannot read the file.", "/home/somebody/" + "x" * 400)
        qtbot.waitUntil(lambda: banner.height() > 100)
        assert banner.width() <= 500


def test_drop_area_shows_a_drag(qtbot: QtBot) -> None:
    area = DropArea()
    window = shown(qtbot, area)
    calm = window.grab().toImage()
    area.set_active(True)
    assert area.is_active()
    assert window.grab().toImage() != calm


def test_empty_state_acts(qtbot: QtBot) -> None:
    empty = EmptyState("nakami-inside", "Nothing to look into yet", "Train a network.", "Start training")
    shown(qtbot, empty)
    with qtbot.waitSignal(empty.acted):
        qtbot.mouseClick(empty.findChild(QPushButton), Qt.MouseButton.LeftButton)


def test_page_header_keeps_its_height(qtbot: QtBot) -> None:
    header = PageHeader(LONG_NAME, "One sentence.")
    header.buttons.addWidget(MainButton("Start training"))
    shown(qtbot, header)
    header.set_title("animals")
    header.set_sentence("6 classes")
    assert header.height() == 48


def test_elided_label_gives_way_and_keeps_the_whole_name(qtbot: QtBot) -> None:
    label = ElidedLabel(LONG_NAME)
    shown(qtbot, label, width=200)
    assert label.is_elided()
    assert label.toolTip() == LONG_NAME
    label.set_text("short")
    assert not label.is_elided()
    assert label.toolTip() == ""


def test_tiles_tell_their_numbers(qtbot: QtBot) -> None:
    tile = NumberTile("Epoch")
    shown(qtbot, TileRow([tile, NumberTile("Time left")]))
    tile.set_value("17", "of 30")
    assert tile.value() == "17"
    assert tile.accessibleName() == "Epoch: 17 of 30"


@pytest.mark.parametrize(("given", "kept"), [(0.4, 0.4), (-1, 0), (7, 1), (math.nan, 0)])
def test_bar_stays_within_its_groove(given: float, kept: float) -> None:
    bar = Bar()
    bar.set_share(given)
    assert bar.share() == kept


def test_answer_bars_follow_changing_answers(qtbot: QtBot) -> None:
    bars = AnswerBars()
    shown(qtbot, bars)
    bars.set_answers([("llama", 0.7), ("cat", 0.2), (LONG_NAME, 0.1)])
    bars.set_answers([("cat", 0.9)])
    assert bars.accessibleName() == "cat 90.0 %"
    assert [bar.share() for bar in bars.findChildren(Bar) if bar.isVisible()] == [0.9]


def test_key_values_change_by_key() -> None:
    rows = KeyValues()
    rows.add("disk", "Disk", "209 MB")
    rows.set("disk", "1.2 GB")
    assert rows.value("disk") == "1.2 GB"


def test_card_says_once_that_it_is_locked(qtbot: QtBot) -> None:
    card = Card("Settings", "for the next run")
    shown(qtbot, card)
    card.set_locked(True)
    assert card.aside() == "while training"
    card.set_locked(False)
    assert card.aside() == "for the next run"
