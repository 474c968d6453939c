"""The card of numbers: what stands in it, and what it says of the difference between the parts."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from core.results.judged import Results
from gui import theme
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.results.numbers_card import NumbersCard
from tests.gui.results.overview_samples import animals, results_of, summary_of


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> None:
    theme.apply(qapp, "light")


def shown(qtbot: QtBot, results: Results, width: int = 1144) -> NumbersCard:
    card = NumbersCard()
    qtbot.addWidget(card)
    card.show_results(results, "test")
    card.resize(width, 200)
    card.show()
    qtbot.waitExposed(card)
    return card


def texts(card: NumbersCard) -> list[str]:
    return [label.text() for label in card.findChildren(QLabel) if label.text()]


def test_the_four_numbers_and_what_stands_beside_them(qtbot: QtBot) -> None:
    card = shown(qtbot, animals())
    assert texts(card)[:16] == [
        *("Test accuracy", "76 %", "55 of 72; could be 65 to 85 %", "validation 74 %, training 93 %"),
        *("Test loss", "0.81", "blind guessing has 1.79", "validation 0.97, training 0.43"),
        *("Guessing the largest class", "19 %", "this network is 4 times better", "always saying “butterfly”"),
        *("Right class in the top 3", "94 %", "68 of 72", "balanced accuracy 77 %"),
    ]


def test_over_fitting_is_said_in_a_sentence(qtbot: QtBot) -> None:
    card = shown(qtbot, animals())
    assert "93 %" in card.sentence()
    assert "by heart" in card.sentence()


def test_without_training_pictures_there_is_nothing_to_compare(qtbot: QtBot) -> None:
    results = animals()
    card = shown(qtbot, replace(results, summaries={"test": results.summaries["test"]}))
    assert card.sentence() == ""
    assert "validation" not in " ".join(texts(card))


def test_with_few_classes_balanced_accuracy_takes_the_place_of_the_top_three(qtbot: QtBot) -> None:
    names = ("cat", "dog")
    card = shown(qtbot, results_of({"test": summary_of(np.array([[20, 4], [0, 12]]), names)}, names))
    assert "Right class in the top 3" not in texts(card)
    said = texts(card)
    assert said[said.index("Balanced accuracy") :][:4] == [
        "Balanced accuracy",
        "92 %",
        "every class counts the same",
        "classes from 83 % to 100 %",
    ]


@pytest.mark.parametrize(
    ("interval", "words"),
    [((0.01, 0.1), "worse"), ((0.1, 0.9), "not clearly better"), ((0.65, 0.85), "4 times better")],
)
def test_against_guessing_chance_counts(qtbot: QtBot, interval: tuple[float, float], words: str) -> None:
    results = animals()
    test = replace(results.summaries["test"], interval=interval)
    card = shown(qtbot, replace(results, summaries={"test": test}))
    assert any(words in text for text in texts(card))


def test_a_folder_of_ones_own_is_no_test_part(qtbot: QtBot) -> None:
    card = shown(qtbot, replace(animals(), folder=Path("elsewhere")))
    assert texts(card)[0] == "Accuracy"


def test_a_sample_is_called_one(qtbot: QtBot) -> None:
    card = shown(qtbot, replace(animals(), sampled={"training": 9000}))
    tooltips = " ".join(each.toolTip() for each in card.findChildren(QWidget))
    assert "72 of its 9,000 pictures" in tooltips


def test_each_number_is_told_to_screen_readers_with_its_meaning(qtbot: QtBot) -> None:
    card = shown(qtbot, animals())
    told = {each.accessibleName(): each.accessibleDescription() for each in card.findChildren(QWidget)}
    name = "Test accuracy: 76 %; 55 of 72; could be 65 to 85 %, validation 74 %, training 93 %"
    assert "95 of 100" in told[name]


@pytest.mark.parametrize("width", [560, 872, 1144])
def test_nothing_is_cut_where_there_is_little_room(qtbot: QtBot, width: int) -> None:
    card = shown(qtbot, animals(), width)
    assert not [each.text() for each in card.findChildren(ElidedLabel) if each.is_elided()]


def test_two_stand_above_two_where_four_have_no_room(qtbot: QtBot) -> None:
    wide, narrow = shown(qtbot, animals()), shown(qtbot, animals(), 560)
    assert narrow.sizeHint().height() > wide.sizeHint().height() + 60
