"""The strip, the rail and the focus ring: what the window is never without."""

import math

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui import theme
from gui.widgets.buttons import PlainButton
from gui.widgets.focus_ring import FocusRing
from gui.widgets.rail import Rail
from gui.widgets.segmented import Segmented
from gui.widgets.status_strip import StatusStrip

# The offscreen platform says so whenever a window's least size changes.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


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


class TestStatusStrip:
    def make(self, qtbot: QtBot, width: int = 1280) -> StatusStrip:
        strip = StatusStrip()
        window = QWidget()
        layout = QVBoxLayout(window)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(strip)
        window.resize(width, 48)
        qtbot.addWidget(window)
        window.show()
        return strip

    @pytest.mark.parametrize(
        ("state", "given", "word", "buttons"),
        [
            ("set_ready", ("Nothing is training",), "Ready", []),
            ("set_preparing", ("reading pictures", 0.5), "Preparing", ["Stop"]),
            ("set_preparing", ("building the network", None), "Preparing", ["Stop"]),
            ("set_training", (17, 30, 0.5, 0.08, 0.97, 0.72, 41.0, 117.0), "Training", ["Pause", "Stop"]),
            ("set_paused", (17, 30, 0.5), "Paused", ["Resume", "Stop"]),
            ("set_stopping", ("finishing this batch",), "Stopping", []),
            ("set_finished", ("30 epochs in 4:18", "See results"), "Finished", ["See results"]),
            ("set_finished", ("30 epochs in 4:18",), "Finished", []),
            ("set_failed", ("out of memory",), "Failed", []),
        ],
    )
    def test_says_its_state_and_offers_its_buttons(
        self, qtbot: QtBot, state: str, given: tuple[object, ...], word: str, buttons: list[str]
    ) -> None:
        strip = self.make(qtbot)
        getattr(strip, state)(*given)
        assert strip.word() == word
        assert buttons_in_sight(strip) == buttons
        assert strip.accessibleName().startswith(word)
        assert strip.height() == 48

    def test_signals_follow_the_buttons(self, qtbot: QtBot) -> None:
        strip = self.make(qtbot)
        strip.set_paused(1, 2, 0.5)
        resume, stop = (b for b in strip.findChildren(QPushButton) if b.isVisible())
        with qtbot.waitSignal(strip.resume_clicked):
            qtbot.mouseClick(resume, Qt.MouseButton.LeftButton)
        with qtbot.waitSignal(strip.stop_clicked):
            qtbot.mouseClick(stop, Qt.MouseButton.LeftButton)

    def test_numbers_move_without_moving_anything(self, qtbot: QtBot) -> None:
        strip = self.make(qtbot)
        strip.set_training(9, 100, 0.0, math.nan, math.nan, math.nan, math.nan, math.nan)
        QApplication.processEvents()
        before = [(child.x(), child.width()) for child in strip.findChildren(QPushButton)]
        numbers = [child.x() for child in strip.findChildren(QWidget) if child.parent() is strip and child.isVisible()]
        strip.set_training(100, 100, 1.0, 12.34, 1.0, 0.5, 1234.0, 3599.0)
        QApplication.processEvents()
        assert [(child.x(), child.width()) for child in strip.findChildren(QPushButton)] == before
        assert numbers == [
            child.x() for child in strip.findChildren(QWidget) if child.parent() is strip and child.isVisible()
        ]

    @pytest.mark.parametrize("width", [1280, 1024])
    def test_nothing_is_cut_off(self, qtbot: QtBot, width: int) -> None:
        strip = self.make(qtbot, width)
        strip.set_training(17, 30, 0.5, 0.08, 0.97, 0.72, 41.0, 117.0)
        QApplication.processEvents()
        assert strip.width() == width
        for child in strip.findChildren(QWidget):
            if child.isVisible() and child.parent() is strip:
                assert child.geometry().right() < width
                assert child.width() >= min(child.sizeHint().width(), child.maximumWidth(), 56)

    def test_tooltip_tells_running_values_from_those_of_an_epoch(self, qtbot: QtBot) -> None:
        strip = self.make(qtbot)
        assert any("last whole epoch" in child.toolTip() for child in strip.findChildren(QWidget))


class TestRail:
    def make(self, qtbot: QtBot) -> Rail:
        rail = Rail("Pages")
        rail.add("pictures", "image", "Pictures")
        rail.add("network", "nakami-network", "Network")
        rail.add_bottom("help", "circle-question-mark", "Help", selectable=False)
        rail.choose("pictures")
        shown(qtbot, rail)
        return rail

    def test_click_chooses(self, qtbot: QtBot) -> None:
        rail = self.make(qtbot)
        with qtbot.waitSignal(rail.chosen) as heard:
            qtbot.mouseClick(rail.entry("network"), Qt.MouseButton.LeftButton)
        assert heard.args == ["network"] == [rail.key()]

    def test_arrow_and_enter_choose(self, qtbot: QtBot) -> None:
        rail = self.make(qtbot)
        rail.entry("pictures").setFocus()
        qtbot.keyClick(rail.entry("pictures"), Qt.Key.Key_Down)
        assert rail.entry("network").hasFocus()
        assert rail.key() == "pictures"
        with qtbot.waitSignal(rail.chosen):
            qtbot.keyClick(rail.entry("network"), Qt.Key.Key_Return)
        assert rail.key() == "network"

    def test_help_opens_without_being_chosen(self, qtbot: QtBot) -> None:
        rail = self.make(qtbot)
        with qtbot.waitSignal(rail.chosen) as heard:
            qtbot.mouseClick(rail.entry("help"), Qt.MouseButton.LeftButton)
        assert heard.args == ["help"]
        assert rail.key() == "pictures"

    def test_choose_is_silent(self, qtbot: QtBot) -> None:
        rail = self.make(qtbot)
        with qtbot.assertNotEmitted(rail.chosen):
            rail.choose("network")

    def test_mark_is_shown(self, qtbot: QtBot) -> None:
        rail = self.make(qtbot)
        rail.mark("network", True)
        assert rail.entry("network").is_marked()


class TestFocusRing:
    def test_follows_keys_and_not_clicks(self, qtbot: QtBot) -> None:
        one, two, three = PlainButton("1"), PlainButton("2"), PlainButton("3")
        window = shown(qtbot, one, two, three)
        ring = FocusRing(window)
        one.setFocus()
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
        assert ring.target() is two
        QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=three.geometry().center())
        assert ring.target() is None
        assert window.focusWidget() is three

    def test_goes_round_a_group(self, qtbot: QtBot) -> None:
        button, segmented = PlainButton("1"), Segmented([("a", "A"), ("b", "B")])
        window = shown(qtbot, button, segmented)
        ring = FocusRing(window)
        button.setFocus()
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
        assert ring.target() is segmented

    def test_survives_the_page_it_was_on(self, qtbot: QtBot) -> None:
        area, inner, outside = QScrollArea(), PlainButton("in"), PlainButton("out")
        content = QWidget()
        QVBoxLayout(content).addWidget(inner)
        area.setWidget(content)
        window = shown(qtbot, outside, area)
        ring = FocusRing(window)
        outside.setFocus()
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
        if ring.target() is area:
            QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
        assert ring.target() is inner
        area.takeWidget().deleteLater()
        del content, inner
        qtbot.wait(20)
        outside.setFocus()
        QApplication.processEvents()
        assert ring.target() in (None, outside)
