"""Over-fitting shown: two runs side by side, the offer to train the missing one, one picture, and masks."""

import math
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.answers import Answer, Compared, MaskedAnswers, Photo
from core.events import EpochEnded
from core.inside.overfitting import RunView
from gui.widgets.inside.overfitting_view import OverfittingView

# The offscreen platform says so of every window with a layout.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

PHOTO = Photo("cat.png", "/pictures/cats/cat.png")
PIXELS = np.random.default_rng(2).integers(0, 255, (16, 16, 3)).astype(np.uint8)


def run(
    training: float, validation: float, epochs: int = 6, planned: int = 6, is_training: bool = False, name: str = "run"
) -> RunView:
    """A run that ends with these accuracies."""
    steps = range(1, epochs + 1)
    ended = tuple(
        EpochEnded(step, 0.5, training * step / epochs, 0.6, validation * step / epochs, 2.0, 100.0, step == 2)
        for step in steps
    )
    return RunView(name, ended, planned, is_training)


WITH, WITHOUT = run(0.85, 0.80), run(0.99, 0.70, name="run 2")


def answer(**shares: float) -> Answer:
    return Answer("cat.png", tuple(sorted(shares.items(), key=lambda each: -each[1])), pixels=PIXELS)


def compared(
    first: Answer | None = None, second: Answer | None = None, counts: tuple[int, ...] = (54, 9, 3, 4, 38)
) -> Compared:
    photo = PHOTO if first is not None else None
    return Compared(Path("a"), Path("b"), photo, "cats" if photo else "", first, second, *counts)


RIGHT = answer(cats=0.7, dogs=0.2, birds=0.1)
WRONG = answer(dogs=0.5, birds=0.3, fish=0.15, cats=0.05)


def shown(qtbot: QtBot, width: int = 1144, height: int = 532) -> OverfittingView:
    view = OverfittingView()
    qtbot.addWidget(view)
    view.resize(width, height)
    with qtbot.waitExposed(view):
        view.show()
    return view


# Two runs


def test_both_runs_show_their_numbers(qtbot: QtBot) -> None:
    view = shown(qtbot)
    view.show_runs(WITH, WITHOUT)
    numbers = [
        (column.training.value(), column.validation.value(), column.gap.value())
        for column in (view.with_dropout, view.without)
    ]
    assert numbers == [("85 %", "80 %", "5"), ("99 %", "70 %", "29")]
    assert view.without.gap.accessibleName() == "gap: 29 points"
    assert view.verdict.text().startswith("Without Dropout it learns the pictures by heart.")
    assert "29 points" in view.verdict.text()
    assert not view.no_run.isVisible()
    assert not view.with_dropout.offer.isVisible()


def test_both_have_the_same_axes(qtbot: QtBot) -> None:
    view = shown(qtbot)
    view.show_runs(run(0.5, 0.5, epochs=3, planned=3), run(0.5, 0.5, epochs=2, planned=30))
    for column in (view.with_dropout, view.without):
        column.plot.redraw_now()
        assert " of 30" in column.plot.accessibleDescription()


def test_a_run_in_training_grows(qtbot: QtBot) -> None:
    view = shown(qtbot)
    view.show_runs(WITH, RunView("run 2", (), 6, is_training=True))
    assert view.without.training.value() == "–"
    assert "by heart" in view.verdict.text()
    view.show_runs(WITH, run(0.9, 0.6, epochs=4, is_training=True))
    assert view.without.training.value() == "90 %"
    view.without.plot.redraw_now()
    assert view.without.plot.accessibleDescription().startswith("epoch 4 of 6: training 90 %, validation 60 %")


def test_without_validation_there_is_no_gap(qtbot: QtBot) -> None:
    view = shown(qtbot)
    view.show_runs(run(0.9, math.nan), None)
    assert view.with_dropout.gap.value() == "–"
    assert view.with_dropout.validation.value() == "–"
    assert view.verdict.text().startswith("Nothing to measure it by.")


# The missing run


@pytest.mark.parametrize("has_dropout", [True, False])
def test_the_missing_run_is_offered(qtbot: QtBot, has_dropout: bool) -> None:
    view = shown(qtbot)
    view.show_runs(*((WITH, None) if has_dropout else (None, WITHOUT)))
    missing = view.without if has_dropout else view.with_dropout
    wording = "Train the same without Dropout" if has_dropout else "Train the same with Dropout"
    assert missing.offer.button.text() == wording
    assert missing.offer.isVisible()
    assert "0:12" in missing.offer.words()
    assert "same seed" in missing.offer.words()
    assert not view.compared_card.isVisible()
    with qtbot.waitSignal(view.counterpart_wanted):
        qtbot.mouseClick(missing.offer.button, Qt.MouseButton.LeftButton)


def test_the_reason_why_it_cannot_be_trained_is_told(qtbot: QtBot) -> None:
    view = shown(qtbot)
    view.show_runs(WITH, None)
    view.set_can_train(False, "Other pictures are open.")
    assert not view.without.offer.button.isEnabled()
    assert "Other pictures are open." in view.without.offer.words()
    view.set_can_train(True, "")
    assert view.without.offer.button.isEnabled()
    assert "Other pictures" not in view.without.offer.words()


def test_progress_stands_in_place_of_the_button(qtbot: QtBot) -> None:
    view = shown(qtbot)
    view.show_runs(WITH, None)
    view.set_training(2, 6)
    assert "Training: 2 of 6 epochs done" in view.without.offer.words()
    assert not view.without.offer.button.isVisible()
    view.show_runs(WITH, None)
    assert view.without.offer.button.isVisible()
    view.show_runs(WITH, WITHOUT)
    assert not view.without.offer.isVisible()


def test_without_any_run_one_is_asked_for(qtbot: QtBot) -> None:
    view = shown(qtbot)
    view.show_runs(WITH, WITHOUT)
    view.show_runs(None, None)
    assert view.no_run.isVisible()
    for widget in (view.verdict, view.with_dropout, view.without, view.compared_card):
        assert not widget.isVisible()
    assert view.masked_card.isVisible()


# One picture


def test_one_picture_with_both_answers_and_the_counts(qtbot: QtBot) -> None:
    view = shown(qtbot)
    view.show_runs(WITH, WITHOUT)
    assert "being asked" in view.compared_card.words()
    view.show_compared(compared(RIGHT, WRONG))
    words = view.compared_card.words()
    assert "cat.png from validation: cats" in words
    assert "Of 54 pictures: both right 38, only with Dropout 9, only without 3, both wrong 4." in words
    ours, theirs = view.compared_card.answers()
    assert ours == "With Dropout: right, cats 70.0 %, dogs 20.0 %, birds 10.0 %"
    # The right class is listed although three others got more.
    assert theirs == "Without Dropout: wrong, dogs 50.0 %, birds 30.0 %, cats 5.0 %"


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ((54, 0, 0, 0, 54), "Both answer all of the 54 validation pictures rightly."),
        ((0, 0, 0, 0, 0), "There are no validation pictures to ask both about."),
    ],
)
def test_no_picture_to_show(qtbot: QtBot, counts: tuple[int, ...], words: str) -> None:
    view = shown(qtbot)
    view.show_runs(WITH, WITHOUT)
    view.show_compared(compared(RIGHT, WRONG))
    view.show_compared(compared(counts=counts))
    assert view.compared_card.words() == words


def test_a_comparison_is_waited_for_until_the_training_ends(qtbot: QtBot) -> None:
    view = shown(qtbot)
    view.show_runs(WITH, run(0.9, 0.6, epochs=4, is_training=True))
    view.show_compared(None)
    assert "when the training ends" in view.compared_card.words()


def test_another_state_of_the_runs_takes_the_comparison_away(qtbot: QtBot) -> None:
    view = shown(qtbot)
    view.show_runs(WITH, WITHOUT)
    view.show_compared(compared(RIGHT, WRONG))
    view.show_runs(WITH, WITHOUT)
    assert "cat.png" in view.compared_card.words()
    view.show_runs(WITH, run(0.9, 0.6, name="run 3"))
    assert "cat.png" not in view.compared_card.words()


def test_a_failed_comparison_stays_until_it_is_tried_again(qtbot: QtBot) -> None:
    view = shown(qtbot)
    view.show_runs(WITH, WITHOUT)
    view.show_compare_failure("The pictures of this run are gone.")
    view.show_compared(None)
    assert view.compared_card.words() == "The pictures of this run are gone."
    with qtbot.waitSignal(view.compare_wanted):
        qtbot.mouseClick(view.compared_card.again_button, Qt.MouseButton.LeftButton)
    assert "being asked" in view.compared_card.words()
    assert not view.compared_card.again_button.isVisible()


# Masks


def test_masks_count_how_often_each_class_won(qtbot: QtBot) -> None:
    view = shown(qtbot)
    view.show_masked(MaskedAnswers(PHOTO, RIGHT, (WRONG,) * 6 + (RIGHT,) * 14, (0.25, 0.5)))
    words = view.masked_card.words()
    assert "With all values: cats, 70.0 %." in words
    assert "(25 %, 50 %)" in words
    assert words.endswith("cats 14 of 20, dogs 6 of 20")


def test_other_masks_have_another_seed(qtbot: QtBot) -> None:
    view = shown(qtbot)
    seeds: list[int] = []
    view.masks_wanted.connect(seeds.append)
    qtbot.mouseClick(view.masked_card.button, Qt.MouseButton.LeftButton)
    for _ in range(2):
        view.show_masked(MaskedAnswers(PHOTO, RIGHT, (RIGHT,), (0.5,)))
        qtbot.mouseClick(view.masked_card.button, Qt.MouseButton.LeftButton)
    assert seeds == [0, 1, 2]


def test_a_network_without_dropout_cuts_nothing(qtbot: QtBot) -> None:
    view = shown(qtbot)
    view.show_masked(MaskedAnswers(PHOTO, RIGHT, (RIGHT,) * 20, ()))
    assert "no dropout layer" in view.masked_card.words()
    assert "of 20" not in view.masked_card.words()
    assert not view.masked_card.button.isVisible()
    view.show_masked(None)
    assert view.masked_card.button.isVisible()


# Room


def test_the_whole_page_fits_without_scrolling(qtbot: QtBot) -> None:
    view = shown(qtbot)
    view.show_runs(WITH, WITHOUT)
    view.show_compared(compared(RIGHT, WRONG))
    view.show_masked(MaskedAnswers(PHOTO, RIGHT, (WRONG,) * 6 + (RIGHT,) * 14, (0.25, 0.25, 0.5)))
    QApplication.processEvents()
    assert view.verticalScrollBar().maximum() == 0


def test_a_small_window_scrolls_down_only(qtbot: QtBot) -> None:
    view = shown(qtbot, 888, 432)
    view.show_runs(WITH, WITHOUT)
    view.show_compared(compared(RIGHT, WRONG))
    view.show_masked(MaskedAnswers(PHOTO, RIGHT, (WRONG,) * 6 + (RIGHT,) * 14, (0.25, 0.25, 0.5)))
    QApplication.processEvents()
    assert view.verticalScrollBar().maximum() > 0
    assert view.horizontalScrollBar().maximum() == 0
