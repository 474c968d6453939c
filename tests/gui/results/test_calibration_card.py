"""The card that says how far the network's shares can be trusted."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.results.judged import Calibration
from gui import theme
from gui.widgets.results.calibration_card import CalibrationCard
from tests.gui.results.overview_samples import calibration

NAN = float("nan")


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> None:
    theme.apply(qapp, "light")


def shown(
    qtbot: QtBot, found: Calibration | None, strange: float = 0.028, width: int = 1144, height: int = 380
) -> CalibrationCard:
    card = CalibrationCard()
    qtbot.addWidget(card)
    card.show_calibration(found, strange)
    card.resize(width, height)
    card.show()
    qtbot.waitExposed(card)
    return card


def test_the_numbers_and_what_they_mean(qtbot: QtBot) -> None:
    texts = shown(qtbot, calibration()).texts()
    assert {key: value for key, (value, _) in texts.items()} == {
        "temperature": "1.62",
        "error": "2.0 %",
        "threshold": "60 %",
        "strange": "3 %",
    }
    assert "too sure of itself" in texts["temperature"][1]
    assert "before scaling 15.0 %" in texts["error"][1]
    assert "28 % of the test pictures" in texts["threshold"][1]


def test_without_validation_pictures_one_sentence_says_why(qtbot: QtBot) -> None:
    card = shown(qtbot, None, NAN)
    assert not card.plot.isVisible()
    assert list(card.texts()) == [""]
    assert "validation pictures" in card.texts()[""][1]
    card.show_calibration(calibration(), 0.0)
    assert card.plot.isVisible()
    assert card.texts()["strange"][0] == "0 %"


def test_what_is_not_known_is_a_dash(qtbot: QtBot) -> None:
    value, meaning = shown(qtbot, calibration(), NAN).texts()["strange"]
    assert value == "–"
    assert "not known" in meaning


def test_pointing_at_a_bin_reads_it_and_moves_nothing(qtbot: QtBot) -> None:
    card = shown(qtbot, calibration())
    height = card.sizeHint().height()
    rest = card.reading()
    qtbot.mouseMove(card.plot, card.plot.bin_rect(0.85).center().toPoint())
    assert card.reading() == "80 to 90 % sure: 12 answers, 83 % right; before scaling 12 answers, 70 % right"
    assert card.sizeHint().height() == height
    qtbot.mouseMove(card.plot, card.plot.bin_rect(0.25).center().toPoint())
    assert card.reading() == "20 to 30 % sure: 1 answer, 23 % right; before scaling no answers"
    qtbot.mouseMove(card.plot, QPoint(1, 1))
    assert card.reading() == rest


def test_arrow_keys_go_through_the_bins(qtbot: QtBot) -> None:
    card = shown(qtbot, calibration())
    card.plot.setFocus()
    qtbot.keyClick(card.plot, Qt.Key.Key_Left)
    assert card.reading().startswith("90 to 100 %")
    qtbot.keyClick(card.plot, Qt.Key.Key_Right)
    assert card.reading().startswith("90 to 100 %")
    qtbot.keyClick(card.plot, Qt.Key.Key_Left)
    assert card.reading().startswith("80 to 90 %")
    assert card.plot.accessibleDescription().startswith("80 to 90 % sure")
    qtbot.keyClick(card.plot, Qt.Key.Key_Home)
    assert card.reading().startswith("20 to 30 %")


def test_screen_readers_get_every_bin_with_answers(qtbot: QtBot) -> None:
    described = shown(qtbot, calibration()).plot.accessibleDescription()
    assert "95 % sure, 93 % right" in described
    assert len(described.split("; ")) == 8


def test_no_answers_at_all_are_painted_too(qtbot: QtBot) -> None:
    found = calibration()
    card = shown(qtbot, replace(found, bins=(), bins_before=(), kept_accuracy=NAN, kept=0.0))
    assert not card.plot.grab().isNull()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_painted_in_both_themes(qtbot: QtBot, qapp: QApplication, scheme: str) -> None:
    theme.apply(qapp, theme.known_scheme(scheme))
    plot = shown(qtbot, calibration(), width=872).plot
    before = plot.grab().toImage()
    plot.setFocus()
    qtbot.keyClick(plot, Qt.Key.Key_End)
    assert plot.grab().toImage() != before
