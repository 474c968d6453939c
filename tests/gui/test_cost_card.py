"""What a training takes: needs, times as measured or estimated, and a warning where there is too little."""

import math

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.events import Forecast
from core.machine import Memory
from core.network.presets import tutorial_network
from core.training.config import TrainingConfig
from gui import theme
from gui.widgets.training.cost_card import CostCard, Needs, Room

# The offscreen platform says so whenever a window's least size changes.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

GB = 1_000_000_000
NEEDS = Needs(17_403_430, 2 * GB, 400_000_000, 200_000_000)
PLENTY = Room(Memory(16 * GB, 12 * GB), 100 * GB)


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> None:
    theme.apply(qapp, "light")


@pytest.fixture
def card(qtbot: QtBot) -> CostCard:
    card = CostCard()
    card.setFixedWidth(theme.PANEL_SETTINGS)
    qtbot.addWidget(card)
    card.show()
    qtbot.waitExposed(card)
    return card


def test_what_it_needs(card: CostCard) -> None:
    card.show_needs(NEEDS, PLENTY)
    assert [card.value(key) for key in ("parameters", "memory", "disk")] == ["17,403,430", "2.0 GB", "400 MB"]
    assert not card.warning()
    card.show_needs(None)
    assert {card.value(key) for key in ("parameters", "memory", "disk")} == {"–"}


@pytest.mark.parametrize(
    ("room", "says"),
    [
        (Room(Memory(GB, GB), 100 * GB), "This computer has 1.0 GB of memory."),
        (Room(Memory(16 * GB, GB), 100 * GB), "Only 1.0 GB of memory are free now."),
        (Room(Memory(16 * GB, 12 * GB), 300_000_000), "Only 300 MB are free on the disk."),
        (Room(None, 300_000_000), "Only 300 MB are free on the disk."),
        (Room(None, None), ""),
    ],
)
def test_too_little_is_said_in_place(card: CostCard, room: Room, says: str) -> None:
    card.show_needs(NEEDS, room)
    assert card.warning().startswith(says)
    assert bool(card.warning()) == bool(says)
    card.show_needs(NEEDS)
    assert not card.warning(), "a training has its share already"


def test_times_are_unknown_then_estimated_then_measured(card: CostCard) -> None:
    card.show_times(30)
    assert (card.value("epoch"), card.value("all")) == ("–", "–")
    card.show_times(30, forecast=Forecast(8.63, 41.2))
    assert (card.value("epoch"), card.value("all")) == ("about 8.6 s", "about 4:19")
    card.show_times(30, measured=8.1, forecast=Forecast(8.63, 41.2))
    assert (card.value("epoch"), card.value("all")) == ("8.1 s", "4:03")
    card.show_times(1000, measured=3725)
    assert card.value("epoch") == "1:02:05"
    card.show_times(10_000, measured=60)
    assert card.value("all") == "7 days"
    card.show_times(30, forecast=Forecast(math.nan, math.nan))
    assert card.value("epoch") == "–"


def test_a_measurement_is_asked_for(qtbot: QtBot, card: CostCard) -> None:
    with qtbot.waitSignal(card.measure_wanted):
        card.measure_button.click()
    card.set_can_measure(False)
    with qtbot.assertNotEmitted(card.measure_wanted):
        card.measure_button.click()


def test_needs_follow_the_settings() -> None:
    network = tutorial_network(100, 10)
    small, large = (Needs.of(network, TrainingConfig(batch_size=size)) for size in (16, 64))
    assert small.parameters == large.parameters == network.parameters()
    assert small.memory < large.memory
    assert small.kept < small.disk
    assert Needs.of(network, TrainingConfig(optimizer="sgd")).disk < small.disk


def test_the_room_there_is_now() -> None:
    room = Room.now()
    assert room.disk is not None
    assert room.disk > 0


def test_long_numbers_fit_the_panel(card: CostCard) -> None:
    card.show_needs(Needs(1_234_567_890, 900 * GB, 900 * GB, 400 * GB), Room(Memory(16 * GB, GB), GB))
    card.show_times(100_000, forecast=Forecast(600, 0.1))
    QApplication.processEvents()
    assert card.layout().minimumSize().width() <= theme.PANEL_SETTINGS
