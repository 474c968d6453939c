"""The link that becomes a field for one more class."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui import theme
from gui.widgets.pictures.class_row import LONGEST_NAME
from gui.widgets.pictures.new_class import NewClass

# The offscreen platform says so whenever a window's least size changes.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def new_class(qtbot: QtBot, qapp: QApplication) -> NewClass:
    theme.apply(qapp, "light")
    made = NewClass()
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_enter_brings_the_name_without_space_around_it(qtbot: QtBot, new_class: NewClass) -> None:
    assert not new_class.field.isVisible()
    with qtbot.waitSignal(new_class.unfolded) as heard:
        new_class.button.click()
    assert heard.args == [True]
    assert new_class.field.hasFocus()
    assert not new_class.button.isVisible()
    qtbot.keyClicks(new_class.field, "  spotted owl ")
    with qtbot.waitSignal(new_class.named) as named:
        qtbot.keyClick(new_class.field, Qt.Key.Key_Return)
    assert named.args == ["spotted owl"]
    assert new_class.button.hasFocus()
    assert not new_class.field.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_escape_and_an_empty_name_add_nothing(qtbot: QtBot, new_class: NewClass, key: Qt.Key) -> None:
    new_class.button.click()
    qtbot.keyClicks(new_class.field, "owl" if key == Qt.Key.Key_Escape else "  ")
    with qtbot.assertNotEmitted(new_class.named):
        qtbot.keyClick(new_class.field, key)
    assert new_class.button.isVisible()
    new_class.button.click()
    assert new_class.field.text() == "", "what was given up does not come back"


def test_escape_is_not_left_to_the_window_while_a_name_is_typed(new_class: NewClass) -> None:
    new_class.button.click()
    event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    event.ignore()
    QApplication.sendEvent(new_class.field, event)
    assert event.isAccepted()


def test_it_can_be_reached_and_used_by_keys_alone(qtbot: QtBot, new_class: NewClass) -> None:
    new_class.button.setFocus()
    qtbot.keyClick(new_class.button, Qt.Key.Key_Space)
    assert new_class.field.hasFocus()
    qtbot.keyClick(new_class.field, Qt.Key.Key_Escape)
    assert new_class.button.hasFocus()
    assert new_class.field.accessibleName()


def test_so_many_letters_can_be_typed(qtbot: QtBot, new_class: NewClass) -> None:
    new_class.button.click()
    qtbot.keyClicks(new_class.field, "x" * 300)
    assert len(new_class.field.text()) == LONGEST_NAME
