"""The size card: size, way of resizing, and the picture that shows what it does."""

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractButton, QApplication, QSpinBox
from pytestqt.qtbot import QtBot

from core.framing import RESIZE_MODES, Frame, ResizeMode
from gui import theme, translation
from gui.widgets.pictures.size_card import SizeCard
from gui.widgets.pictures.size_preview import SIDE_PX

# The offscreen platform says so whenever a window's least size changes.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> None:
    theme.apply(qapp, "light")


@pytest.fixture
def card(qtbot: QtBot) -> SizeCard:
    return shown(qtbot, 364)


def shown(qtbot: QtBot, width: int) -> SizeCard:
    card = SizeCard()
    card.setFixedWidth(width)
    qtbot.addWidget(card)
    card.show()
    qtbot.waitExposed(card)
    return card


def one_colour(height: int, width: int, colour: tuple[int, int, int]) -> NDArray[np.uint8]:
    return np.full((height, width, 3), colour, np.uint8)


def colours(card: SizeCard) -> set[str]:
    image = card.preview.grab().toImage()
    return {QColor(image.pixel(x, SIDE_PX // 2)).name() for x in range(image.width())}


def test_shows_the_frame_silently(qtbot: QtBot, card: SizeCard) -> None:
    with qtbot.assertNotEmitted(card.size_changed), qtbot.assertNotEmitted(card.resize_changed):
        card.show_frame(Frame(64, "pad"))
    assert card.size_field.value() == 64
    assert card.resize_choice.key() == "pad"
    assert "black" in card.caption()


def test_another_size(qtbot: QtBot, card: SizeCard) -> None:
    box = card.size_field.findChild(QSpinBox)
    assert isinstance(box, QSpinBox)
    box.selectAll()
    qtbot.keyClicks(box, "64")
    with qtbot.waitSignal(card.size_changed) as heard:
        qtbot.keyClick(box, Qt.Key.Key_Return)
    assert heard.args == [64]


@pytest.mark.parametrize("mode", RESIZE_MODES[1:])
def test_another_way_is_asked_for(qtbot: QtBot, card: SizeCard, mode: ResizeMode) -> None:
    card.show_frame(Frame(100))
    button = card.resize_choice.findChildren(QAbstractButton)[RESIZE_MODES.index(mode)]
    with qtbot.waitSignal(card.resize_changed) as heard:
        button.click()
    assert heard.args == [mode]


def test_each_way_is_explained(card: SizeCard) -> None:
    captions = set()
    for mode in RESIZE_MODES:
        card.show_frame(Frame(100, mode))
        captions.add(card.caption())
        assert card.preview.accessibleDescription() == card.caption()
    assert len(captions) == len(RESIZE_MODES)


def test_preview_shows_both_pictures(card: SizeCard) -> None:
    card.show_preview(one_colour(60, 200, (200, 0, 0)), one_colour(100, 100, (0, 0, 200)))
    assert {"#c80000", "#0000c8"} <= colours(card)


def test_preview_pales_what_crop_cuts_off(card: SizeCard) -> None:
    card.show_frame(Frame(100, "crop"))
    card.show_preview(one_colour(60, 200, (200, 0, 0)), None)
    edge = QColor(card.preview.grab().toImage().pixel(6, SIDE_PX // 2))
    assert edge.green() > 100


def test_preview_keeps_its_place_while_pictures_are_awaited(card: SizeCard) -> None:
    empty = card.preview.size()
    card.show_preview(one_colour(90, 30, (9, 9, 9)), None)
    assert card.preview.size() == empty
    card.show_preview(None, None)
    assert theme.current().sunken.lower() in colours(card)


def test_another_picture(qtbot: QtBot, card: SizeCard) -> None:
    with qtbot.waitSignal(card.other_picture_wanted):
        card.other_button.click()


def test_nothing_changes_while_locked(card: SizeCard) -> None:
    card.set_locked(True)
    assert not card.resize_choice.isEnabled()
    assert not any(box.isEnabled() for box in card.size_field.findChildren(QSpinBox))
    assert card.other_button.isEnabled()
    card.set_locked(False)
    assert card.resize_choice.isEnabled()


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("width", [296, 364])
def test_a_lock_crushes_nothing_and_leaves_no_trace(
    qtbot: QtBot, qapp: QApplication, width: int, language: str
) -> None:
    translation.install(qapp, language)
    try:
        card = shown(qtbot, width)
    finally:
        translation.install(qapp, "en")
    QApplication.processEvents()
    place = card.resize_choice.geometry()
    for locked in (True, False, True, False):
        card.set_locked(locked)
        QApplication.processEvents()
        assert locked or card.resize_choice.geometry() == place
        for part in (card.size_field, card.resize_choice):
            assert part.width() >= part.minimumSizeHint().width()
            assert card.rect().contains(part.geometry())


@pytest.mark.parametrize("width", [296, 364])
@pytest.mark.parametrize("locked", [False, True])
def test_everything_is_in_sight_at_any_width(qtbot: QtBot, width: int, locked: bool) -> None:
    card = shown(qtbot, width)
    card.set_locked(locked)
    QApplication.processEvents()
    for part in (card.size_field, card.resize_choice, card.preview, card.other_button):
        place = part.rect().translated(part.mapTo(card, part.rect().topLeft()))
        assert part.isVisible()
        assert card.rect().contains(place)
