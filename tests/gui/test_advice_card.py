"""The line under the plots: there when there is something to say, with one thing to do."""

from typing import get_args

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from core.training.advice import Advice, Kind
from core.words import say
from gui import theme
from gui.widgets.training.advice_card import AdviceCard

# The offscreen platform says so whenever a window's least size changes.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def card(qtbot: QtBot, qapp: QApplication) -> AdviceCard:
    theme.apply(qapp, "light")
    card = AdviceCard()
    card.setFixedWidth(860)
    qtbot.addWidget(card)
    return card


def buttons(card: AdviceCard) -> list[QAbstractButton]:
    return [each for each in card.findChildren(QAbstractButton) if each.isVisible()]


def advice(kind: Kind = "by_heart") -> Advice:
    return Advice(kind, say("It is learning these pictures by heart."), say("Epoch {epoch} is kept.", epoch=11), 11)


def test_hidden_while_there_is_nothing_to_say(card: AdviceCard) -> None:
    assert card.isHidden()
    card.show_advice(advice())
    assert card.isVisible()
    card.show_advice(None)
    assert card.isHidden()
    card.show_advice(advice())
    assert card.isVisible(), "the same again"


def test_says_what_and_offers_one_thing_to_do(qtbot: QtBot, card: AdviceCard) -> None:
    card.show_advice(advice(), "Stop and use epoch 11")
    assert card.text() == "It is learning these pictures by heart. Epoch 11 is kept."
    assert card.accessibleName() == card.text()
    assert [each.text() for each in buttons(card)] == ["Stop and use epoch 11"]
    with qtbot.waitSignal(card.stop_wanted):
        buttons(card)[0].click()


def test_without_a_button_there_is_nothing_to_press(card: AdviceCard) -> None:
    card.show_advice(advice(), "Stop and use epoch 11")
    card.show_advice(advice())
    assert buttons(card) == []


@pytest.mark.parametrize("kind", get_args(Kind))
def test_every_kind_has_a_look(card: AdviceCard, kind: Kind) -> None:
    card.show_advice(advice(kind))
    assert card.property("kind") == ("info" if kind == "improving" else "warning")
    assert not card.grab().isNull()
