"""The buttons above the plots."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.widgets.training.plot_content import PlotOptions
from gui.widgets.training.plot_options import ExportButton, PlotOptionsButton

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "does not support")


@pytest.fixture
def button(qtbot: QtBot) -> PlotOptionsButton:
    made = PlotOptionsButton()
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_what_is_set_is_shown_without_a_report(qtbot: QtBot, button: PlotOptionsButton) -> None:
    with qtbot.assertNotEmitted(button.changed):
        button.set_options(PlotOptions(log=True, smoothing=0.37, with_batches=False))
    assert button.options() == PlotOptions(log=True, smoothing=0.37, with_batches=False)


def test_every_control_reports_plain_options(qtbot: QtBot, button: PlotOptionsButton) -> None:
    reported: list[PlotOptions] = []
    button.changed.connect(reported.append)
    button.panel.log.click()
    button.panel.smoothing.setValue(90)
    button.panel.batches.click()
    assert reported == [PlotOptions(True), PlotOptions(True, 0.9), PlotOptions(True, 0.9, False)]


def test_smoothing_rests_without_batches(button: PlotOptionsButton) -> None:
    button.panel.batches.click()
    assert not button.panel.smoothing.isEnabled()
    assert "switched off" in button.panel.smoothing.toolTip()
    button.panel.batches.click()
    assert button.panel.smoothing.isEnabled()


def test_the_keyboard_opens_steers_and_closes(qtbot: QtBot, button: PlotOptionsButton) -> None:
    qtbot.keyClick(button, Qt.Key.Key_Space)
    panel = button.panel
    assert panel.isVisible()
    assert panel.focusWidget() is panel.log
    qtbot.keyClick(panel.log, Qt.Key.Key_Space)
    qtbot.keyClick(panel.log, Qt.Key.Key_Tab)
    assert panel.focusWidget() is panel.smoothing
    qtbot.keyClick(panel.smoothing, Qt.Key.Key_Right)
    assert button.options() == PlotOptions(True, 0.01)
    qtbot.keyClick(panel.smoothing, Qt.Key.Key_Tab)
    assert panel.focusWidget() is panel.batches
    qtbot.keyClick(panel, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert not button.isDown()


def test_everything_has_a_name(button: PlotOptionsButton) -> None:
    panel = button.panel
    names = [each.accessibleName() for each in (panel.log, panel.smoothing, panel.batches)]
    assert names == ["Log scale", "Smoothing", "Batches"]
    assert "accuracy keeps" in panel.log.toolTip()


def test_export_says_what_is_wanted(qtbot: QtBot) -> None:
    button = ExportButton()
    qtbot.addWidget(button)
    wanted: list[str] = []
    button.wanted.connect(wanted.append)
    for action in button.menu().actions():
        action.trigger()
    QApplication.processEvents()
    assert wanted == ["png", "svg", "csv"]
