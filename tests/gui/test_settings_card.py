"""The settings of a training: what a change tells, what is refused in place, and what stays open while it runs."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from core.training.config import TrainingConfig
from gui import theme
from gui.widgets.switch import Switch
from gui.widgets.training.settings_card import SettingsCard

# The offscreen platform says so whenever a window's least size changes.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> None:
    theme.apply(qapp, "light")


@pytest.fixture
def card(qtbot: QtBot) -> SettingsCard:
    card = SettingsCard()
    card.setFixedWidth(theme.PANEL_SETTINGS)
    qtbot.addWidget(card)
    card.show()
    qtbot.waitExposed(card)
    return card


def box(field: QWidget) -> QAbstractSpinBox:
    found = field.findChild(QAbstractSpinBox)
    assert isinstance(found, QAbstractSpinBox)
    return found


def write(qtbot: QtBot, field: QWidget, text: str) -> None:
    """As a user does: over all that stands there, then Enter."""
    target = box(field)
    target.selectAll()
    qtbot.keyClicks(target, text)
    qtbot.keyClick(target, Qt.Key.Key_Return)


def turn(field: QWidget) -> None:
    switch = field.findChild(Switch)
    assert isinstance(switch, Switch)
    switch.click()


def pick(qtbot: QtBot, field: QWidget, words: str) -> None:
    """As a user does with the keyboard."""
    combo = field.findChild(QComboBox)
    assert isinstance(combo, QComboBox)
    steps = combo.findText(words) - combo.currentIndex()
    for _ in range(abs(steps)):
        qtbot.keyClick(combo, Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up)


def told(qtbot: QtBot, card: SettingsCard, act: Callable[[], None]) -> dict[str, object]:
    with qtbot.waitSignal(card.changed) as heard:
        act()
    changes = heard.args[0]
    assert isinstance(changes, dict)
    return changes


def test_each_field_tells_what_it_changes(qtbot: QtBot, card: SettingsCard) -> None:
    card.set_unfolded(True)
    assert told(qtbot, card, lambda: write(qtbot, card.epochs, "12")) == {"epochs": 12}
    assert told(qtbot, card, lambda: write(qtbot, card.batch_size, "64")) == {"batch_size": 64}
    assert told(qtbot, card, lambda: write(qtbot, card.rate, "5e-4")) == {"learning_rate": 0.0005}
    assert told(qtbot, card, lambda: write(qtbot, card.more.seed, "3")) == {"seed": 3}
    assert told(qtbot, card, lambda: turn(card.more.reproducible)) == {"reproducible": True}
    assert told(qtbot, card, lambda: pick(qtbot, card.more.schedule, "Cosine")) == {"schedule": "cosine"}


def test_showing_is_silent(qtbot: QtBot, card: SettingsCard) -> None:
    config = TrainingConfig(
        epochs=7,
        batch_size=8,
        optimizer="rmsprop",
        learning_rate=2e-5,
        schedule="plateau",
        early_stopping=3,
        seed=11,
        reproducible=True,
        class_weights=True,
    )
    with qtbot.assertNotEmitted(card.changed), qtbot.assertNotEmitted(card.class_weights_changed):
        card.show_config(config)
    assert box(card.rate).text() == "2e-5"
    assert card.more.optimizer.key() == "rmsprop"
    assert card.more.schedule.key() == "plateau"
    assert (card.epochs.value(), card.batch_size.value(), card.patience.value()) == (7, 8, 3)
    assert card.early_stopping.is_on()
    assert card.more.class_weights.is_on()
    assert card.more.reproducible.is_on()


def test_class_weights_are_told_apart(qtbot: QtBot, card: SettingsCard) -> None:
    card.set_unfolded(True)
    with qtbot.assertNotEmitted(card.changed), qtbot.waitSignal(card.class_weights_changed) as heard:
        turn(card.more.class_weights)
    assert heard.args == [True]


@pytest.mark.parametrize("text", ["0", "-0.001", "11", "nan", "inf", "much", ""])
def test_a_rate_that_cannot_be_is_said_in_place(qtbot: QtBot, card: SettingsCard, text: str) -> None:
    with qtbot.assertNotEmitted(card.changed):
        write(qtbot, card.rate, text) if text else (
            box(card.rate).clear(),
            qtbot.keyClick(box(card.rate), Qt.Key.Key_Return),
        )
    assert card.rate.note() == "Above 0, at most 10"
    assert box(card.rate).property("bad")
    assert card.rate.rate() == 0.001, "the last good one holds"
    qtbot.keyClick(box(card.rate), Qt.Key.Key_Escape)
    assert box(card.rate).text() == "0.001"
    assert not card.rate.note()


def test_a_mistake_is_taken_back_as_it_is_mended(qtbot: QtBot, card: SettingsCard) -> None:
    write(qtbot, card.rate, "20")
    assert card.rate.note()
    box(card.rate).selectAll()
    qtbot.keyClicks(box(card.rate), "2")
    assert not card.rate.note()
    assert not box(card.rate).property("bad")


def test_the_arrows_step_in_1_2_5(qtbot: QtBot, card: SettingsCard) -> None:
    steps = [told(qtbot, card, lambda: qtbot.keyClick(box(card.rate), Qt.Key.Key_Up)) for _ in range(3)]
    assert steps == [{"learning_rate": each} for each in (0.002, 0.005, 0.01)]
    assert told(qtbot, card, lambda: qtbot.keyClick(box(card.rate), Qt.Key.Key_Down)) == {"learning_rate": 0.005}
    write(qtbot, card.rate, "10")
    with qtbot.assertNotEmitted(card.changed):
        qtbot.keyClick(box(card.rate), Qt.Key.Key_Up)


def test_stopping_early_brings_its_patience(qtbot: QtBot, card: SettingsCard) -> None:
    assert not card.patience.isVisible()
    assert told(qtbot, card, lambda: turn(card.early_stopping)) == {"early_stopping": 5}
    assert card.patience.isVisible()
    assert told(qtbot, card, lambda: write(qtbot, card.patience, "8")) == {"early_stopping": 8}
    assert told(qtbot, card, lambda: turn(card.early_stopping)) == {"early_stopping": 0}
    card.show_config(TrainingConfig())
    assert not card.patience.isVisible()
    assert told(qtbot, card, lambda: turn(card.early_stopping)) == {"early_stopping": 8}, "the patience is remembered"


def test_another_optimizer_brings_its_rate(qtbot: QtBot, card: SettingsCard) -> None:
    card.set_unfolded(True)
    changes = told(qtbot, card, lambda: pick(qtbot, card.more.optimizer, "SGD"))
    assert changes == {"optimizer": "sgd", "learning_rate": 0.01}
    card.show_config(TrainingConfig(optimizer="sgd", learning_rate=0.01))
    assert told(qtbot, card, lambda: pick(qtbot, card.more.optimizer, "Adam")) == {
        "optimizer": "adam",
        "learning_rate": 0.001,
    }


def test_a_rate_of_the_users_own_stays(qtbot: QtBot, card: SettingsCard) -> None:
    card.set_unfolded(True)
    card.show_config(TrainingConfig(optimizer="sgd", learning_rate=0.003))
    assert told(qtbot, card, lambda: pick(qtbot, card.more.optimizer, "RMSprop")) == {"optimizer": "rmsprop"}


def test_what_is_chosen_is_explained(card: SettingsCard) -> None:
    card.show_config(TrainingConfig(schedule="cosine"))
    assert "nearly 0 at the last epoch" in card.more.schedule.caption()
    card.show_config(TrainingConfig(schedule="plateau"))
    assert "3 epochs" in card.more.schedule.caption()


def test_the_rest_is_folded(qtbot: QtBot, card: SettingsCard) -> None:
    assert not card.more.isVisible()
    with qtbot.waitSignal(card.unfolded) as heard:
        card.more_button.click()
    assert heard.args == [True]
    assert card.more.isVisible()
    assert card.more_button.accessibleDescription() == "open"
    with qtbot.waitSignal(card.unfolded) as heard:
        card.more_button.click()
    assert heard.args == [False]
    with qtbot.assertNotEmitted(card.unfolded):
        card.set_unfolded(True)


def enabled(card: SettingsCard) -> list[QWidget]:
    kinds = (QAbstractSpinBox, QComboBox, Switch)
    return [each for kind in kinds for each in card.findChildren(kind) if each.isEnabled()]


def test_nothing_changes_while_training(card: SettingsCard) -> None:
    card.set_unfolded(True)
    card.set_state(locked=True, rate_locked=True)
    assert enabled(card) == []
    assert not card.rate.find_button.isEnabled()
    assert card.aside() == "while training"
    assert card.more_button.isEnabled(), "looking is allowed"
    card.set_state(locked=False, rate_locked=False)
    assert len(enabled(card)) == 10
    assert not card.aside()


def test_a_training_starts_with_the_last_rate_that_can_be(qtbot: QtBot, card: SettingsCard) -> None:
    write(qtbot, card.rate, "20")
    card.set_state(locked=True, rate_locked=True)
    assert box(card.rate).text() == "0.001"
    assert not card.rate.note()


def test_the_rate_alone_changes_while_paused(qtbot: QtBot, card: SettingsCard) -> None:
    card.set_unfolded(True)
    card.set_state(locked=True, rate_locked=False)
    card.show_running_rate(0.002)
    assert enabled(card) == [box(card.rate)]
    assert "next batch" in card.rate.note()
    with qtbot.assertNotEmitted(card.changed), qtbot.waitSignal(card.running_rate_changed) as heard:
        write(qtbot, card.rate, "0.0001")
    assert heard.args == [0.0001]
    write(qtbot, card.rate, "100")
    assert card.rate.note() == "Above 0, at most 10"
    write(qtbot, card.rate, "0.0002")
    assert "next batch" in card.rate.note()


def test_a_rate_is_looked_for(qtbot: QtBot, card: SettingsCard) -> None:
    with qtbot.waitSignal(card.find_wanted):
        card.rate.find_button.click()
    card.set_state(locked=False, rate_locked=False, can_find=False)
    assert not card.rate.find_button.isEnabled()


def wheel(target: QWidget) -> bool:
    """Turn the wheel over it; whether it took that for itself."""
    place = QPointF(target.rect().center())
    event = QWheelEvent(
        place,
        QPointF(target.mapToGlobal(place.toPoint())),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    event.ignore()
    QApplication.sendEvent(target, event)
    return event.isAccepted()


def test_the_wheel_scrolls_the_page_and_changes_nothing(qtbot: QtBot, card: SettingsCard) -> None:
    card.set_unfolded(True)
    card.more_button.setFocus()
    combo = card.more.schedule.findChild(QComboBox)
    assert isinstance(combo, QComboBox)
    with qtbot.assertNotEmitted(card.changed):
        assert not any(wheel(each) for each in (box(card.epochs), box(card.rate), combo))


@pytest.mark.parametrize("early_stopping", [0, 9])
@pytest.mark.parametrize("locked", [False, True])
def test_fits_its_panel(card: SettingsCard, early_stopping: int, locked: bool) -> None:
    card.show_config(TrainingConfig(early_stopping=early_stopping, seed=2**31 - 1, epochs=100_000))
    card.set_unfolded(True)
    card.set_state(locked, rate_locked=False)
    QApplication.processEvents()
    assert card.layout().minimumSize().width() <= theme.PANEL_SETTINGS


def test_every_field_has_a_name_and_teaches(card: SettingsCard) -> None:
    for kind in (QAbstractSpinBox, QComboBox, Switch):
        for each in card.findChildren(kind):
            assert each.accessibleName()
            assert len(each.toolTip()) > 30
