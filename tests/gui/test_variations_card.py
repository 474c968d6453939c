"""The card of variations: kinds, bounds, and the strip of pictures."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QSpinBox
from pytestqt.qtbot import QtBot

from core.training.augmentation import AUGMENTATION_KINDS, Augmentation, AugmentationKind
from gui import theme
from gui.widgets.pictures.variation_strip import MARGIN_PX, StripLayout
from gui.widgets.pictures.variations_card import VariationsCard
from gui.widgets.switch import Switch

# The offscreen platform says so whenever a window's least size changes.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

PICTURE = np.random.default_rng(3).integers(0, 255, (20, 20, 3)).astype(np.uint8)
EPOCHS = [f"epoch {number}" for number in range(1, 16)]


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> None:
    theme.apply(qapp, "light")


@pytest.fixture
def card(qtbot: QtBot) -> VariationsCard:
    card = VariationsCard()
    card.setFixedWidth(760)
    qtbot.addWidget(card)
    card.show()
    qtbot.waitExposed(card)
    return card


def choose(card: VariationsCard, kind: AugmentationKind) -> None:
    card.kind_choice.findChildren(QAbstractButton)[AUGMENTATION_KINDS.index(kind)].click()


def test_off_is_one_sentence(card: VariationsCard) -> None:
    assert card.kind_choice.key() == "off"
    assert card.sentence()
    for part in (card.strip, card.adjust_button, card.other_button, card.editor):
        assert not part.isVisible()


@pytest.mark.parametrize("kind", ["turns", "random"])
def test_a_kind_is_chosen(qtbot: QtBot, card: VariationsCard, kind: AugmentationKind) -> None:
    with qtbot.waitSignal(card.augmentation_changed) as heard:
        choose(card, kind)
    assert heard.args == [Augmentation(kind)]
    assert card.strip.isVisible()
    assert card.adjust_button.isVisible() == (kind == "random")


def test_choosing_keeps_the_bounds(qtbot: QtBot, card: VariationsCard) -> None:
    card.show_augmentation(Augmentation("random", zoom=0.3, mirror=False))
    choose(card, "off")
    with qtbot.waitSignal(card.augmentation_changed) as heard:
        choose(card, "random")
    assert heard.args == [Augmentation("random", zoom=0.3, mirror=False)]


def test_showing_is_silent(qtbot: QtBot, card: VariationsCard) -> None:
    with qtbot.assertNotEmitted(card.augmentation_changed):
        card.show_augmentation(Augmentation("random", rotation_degrees=40, contrast=0.5))
    assert card.editor.rotation.value() == 40
    assert card.editor.contrast.value() == 50


@pytest.mark.parametrize(
    ("field", "value", "name", "expected"),
    [
        ("rotation", 30, "rotation_degrees", 30.0),
        ("zoom", 25, "zoom", 0.25),
        ("shift", 0, "shift", 0.0),
        ("brightness", 40, "brightness", 0.4),
        ("contrast", 100, "contrast", 1.0),
    ],
)
def test_a_bound_is_adjusted(
    qtbot: QtBot, card: VariationsCard, field: str, value: int, name: str, expected: float
) -> None:
    before = Augmentation("random", rotation_degrees=12.5, zoom=0.125)
    card.show_augmentation(before)
    card.adjust_button.click()
    assert card.editor.isVisible()
    box = getattr(card.editor, field).findChild(QSpinBox)
    box.selectAll()
    qtbot.keyClicks(box, str(value))
    with qtbot.waitSignal(card.augmentation_changed) as heard:
        qtbot.keyClick(box, Qt.Key.Key_Return)
    # The others stay exactly as they were, finer than a whole percent too.
    assert heard.args == [Augmentation(**(vars(before) | {name: expected}))]


def test_mirroring_is_switched(qtbot: QtBot, card: VariationsCard) -> None:
    card.show_augmentation(Augmentation("random"))
    card.adjust_button.click()
    switch = card.editor.mirror.findChild(Switch)
    assert isinstance(switch, Switch)
    with qtbot.waitSignal(card.augmentation_changed) as heard:
        switch.click()
    assert heard.args == [Augmentation("random", mirror=False)]


def test_says_what_each_kind_does(card: VariationsCard) -> None:
    card.show_augmentation(Augmentation("turns"))
    assert "16 pictures of each photo: turned from −20° to +15° in steps of 5°" in card.sentence()
    card.show_augmentation(Augmentation("random"))
    assert "Validation and test pictures stay" in card.sentence()
    card.show_augmentation(Augmentation("random", 0, False, 0, 0, 0, 0))
    assert "stay as they are" in card.sentence()


def test_shows_as_many_variations_as_fit(card: VariationsCard) -> None:
    card.show_augmentation(Augmentation("random"))
    card.show_variations(PICTURE, [PICTURE] * 15, EPOCHS)
    QApplication.processEvents()
    assert card.strip.shown_labels() == ["original", *EPOCHS[:7]]
    card.setFixedWidth(560)
    QApplication.processEvents()
    assert len(card.strip.shown_labels()) < 8
    assert card.strip.accessibleDescription() == ", ".join(EPOCHS)


@pytest.mark.parametrize("width", [560, 760, 1400])
def test_all_turns_are_shown(card: VariationsCard, width: int) -> None:
    card.setFixedWidth(width)
    card.show_augmentation(Augmentation("turns"))
    card.show_variations(PICTURE, [PICTURE] * 15, EPOCHS)
    QApplication.processEvents()
    assert len(card.strip.shown_labels()) == 16


@pytest.mark.parametrize("kind", ["turns", "random"])
def test_waiting_takes_the_same_room(card: VariationsCard, kind: AugmentationKind) -> None:
    card.show_augmentation(Augmentation(kind))
    card.show_waiting()
    waiting = card.sizeHint()
    assert card.strip.accessibleDescription() == "Drawing variations…"
    card.show_variations(PICTURE, [PICTURE] * 15, EPOCHS)
    assert card.sizeHint() == waiting
    assert not card.grab().isNull()


def test_variations_of_another_kind_are_not_left_standing(card: VariationsCard) -> None:
    card.show_augmentation(Augmentation("random"))
    card.show_variations(PICTURE, [PICTURE] * 15, EPOCHS)
    choose(card, "turns")
    assert card.strip.shown_labels() == []


def test_another_picture(qtbot: QtBot, card: VariationsCard) -> None:
    card.show_augmentation(Augmentation("random"))
    with qtbot.waitSignal(card.other_picture_wanted):
        card.other_button.click()


def test_nothing_changes_while_locked(card: VariationsCard) -> None:
    card.show_augmentation(Augmentation("random"))
    card.adjust_button.click()
    card.set_locked(True)
    assert not card.kind_choice.isEnabled()
    assert not any(box.isEnabled() for box in card.editor.findChildren(QSpinBox))
    card.set_locked(False)
    assert card.kind_choice.isEnabled()


@pytest.mark.parametrize("kind", AUGMENTATION_KINDS)
@pytest.mark.parametrize("locked", [False, True])
def test_fits_a_small_window(card: VariationsCard, kind: AugmentationKind, locked: bool) -> None:
    card.setFixedWidth(560)
    card.show_augmentation(Augmentation(kind))
    card.set_locked(locked)
    card.adjust_button.click()
    QApplication.processEvents()
    assert card.minimumSizeHint().width() <= 560


@given(st.integers(300, 3000), st.sampled_from([1, 2]))
def test_pictures_of_the_strip_fill_its_width_without_touching(width: int, rows: int) -> None:
    layout = StripLayout.of(width, rows)
    rects = [layout.rect(index) for index in range(layout.places)]
    assert rects[0].left() == MARGIN_PX
    assert abs(rects[layout.columns - 1].right() + 1 - (width - MARGIN_PX)) <= 1
    assert max(rect.bottom() for rect in rects) < layout.height
    for one, other in pairwise(rects):
        assert not one.adjusted(-3, -3, 3, 3).intersects(other)
