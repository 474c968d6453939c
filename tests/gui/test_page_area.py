"""The scroll area of the pages: it follows Tab, and nothing else that moves the focus."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.pages.page import PageArea

# The offscreen platform says so whenever a window's least size changes.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def area(qtbot: QtBot) -> PageArea:
    made, content = PageArea(), QWidget()
    column = QVBoxLayout(content)
    for number in range(40):
        column.addWidget(QPushButton(f"{number}"))
    made.setWidget(content)
    made.setWidgetResizable(True)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.resize(200, 200)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    QApplication.processEvents()
    return made


def button(area: PageArea, number: int) -> QPushButton:
    return area.findChildren(QPushButton)[number]


def test_tab_leads_into_sight(qtbot: QtBot, area: PageArea) -> None:
    button(area, 0).setFocus()
    qtbot.keyClick(button(area, 0), Qt.Key.Key_Backtab)
    assert area.window().focusWidget() is button(area, 39)
    assert area.verticalScrollBar().value() == area.verticalScrollBar().maximum()


@pytest.mark.parametrize("way", ["hidden", "disabled"])
def test_the_page_stays_where_a_widget_goes_with_the_focus(area: PageArea, way: str) -> None:
    bar = area.verticalScrollBar()
    bar.setValue(bar.maximum())
    last = button(area, 39)
    last.setFocus(Qt.FocusReason.MouseFocusReason)
    before = bar.value()
    if way == "hidden":
        last.hide()
    else:
        last.setEnabled(False)
    assert area.window().focusWidget() is not last
    assert bar.value() == before
