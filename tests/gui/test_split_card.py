"""The split card: what it says of the parts, and an editor in which shares always add up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QSpinBox
from pytestqt.qtbot import QtBot

from core.pictures.split import Shares
from core.training.config import TrainingConfig
from gui import theme
from gui.widgets.number_field import NumberField
from gui.widgets.pictures.percentages import LEAST_TRAINING, Percentages
from gui.widgets.pictures.split_card import SplitCard
from gui.widgets.switch import Switch

# The offscreen platform says so whenever a window's least size changes.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

COUNTS = (328, 72, 72)


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> None:
    theme.apply(qapp, "light")


@pytest.fixture
def card(qtbot: QtBot) -> SplitCard:
    card = SplitCard()
    card.setFixedWidth(364)
    qtbot.addWidget(card)
    card.show_split(COUNTS, Shares(), 7)
    card.show()
    qtbot.waitExposed(card)
    return card


def set_field(qtbot: QtBot, field: NumberField, value: int) -> None:
    """As a user does: over all that stands there, then Enter."""
    box = field.findChild(QSpinBox)
    assert isinstance(box, QAbstractSpinBox)
    box.selectAll()
    qtbot.keyClicks(box, str(value))
    qtbot.keyClick(box, Qt.Key.Key_Return)


def values(card: SplitCard) -> tuple[int, int, int]:
    editor = card.editor
    return editor.training.value(), editor.validation.value(), editor.test.value()


def test_says_how_many_and_how(card: SplitCard) -> None:
    assert card.bar.accessibleName() == "328 training, 72 validation, 72 test pictures"
    assert card.note() == "70 % / 15 % / 15 % of every class, seed 7."
    assert not card.editor.isVisible()
    assert not card.anew_button.isVisible()


def test_the_editor_unfolds_and_folds(card: SplitCard) -> None:
    card.change_button.click()
    assert card.editor.isVisible()
    assert values(card) == (70, 15, 15)
    card.change_button.click()
    assert not card.editor.isVisible()


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("validation", 25, (60, 25, 15)),
        ("test", 0, (85, 15, 0)),
        ("test", 99, (1, 15, 84)),
        ("training", 80, (80, 10, 10)),
    ],
)
def test_shares_always_add_up(
    qtbot: QtBot, card: SplitCard, field: str, value: int, expected: tuple[int, int, int]
) -> None:
    card.change_button.click()
    with qtbot.waitSignal(card.shares_changed) as heard:
        set_field(qtbot, getattr(card.editor, field), value)
    assert values(card) == expected
    assert heard.args == pytest.approx([each / 100 for each in expected])
    TrainingConfig(shares=Shares(*heard.args))


def test_more_than_there_is_says_why_it_is_less(qtbot: QtBot, card: SplitCard) -> None:
    card.change_button.click()
    set_field(qtbot, card.editor.test, 99)
    assert "at least 1 %" in card.editor.hint()
    with qtbot.assertNotEmitted(card.shares_changed):
        set_field(qtbot, card.editor.test, 90)
    assert values(card) == (1, 15, 84)
    set_field(qtbot, card.editor.test, 0)
    assert "no honest mark" in card.editor.hint()
    set_field(qtbot, card.editor.test, 15)
    assert not card.editor.hint()


def test_showing_is_silent(qtbot: QtBot, card: SplitCard) -> None:
    with qtbot.assertNotEmitted(card.shares_changed), qtbot.assertNotEmitted(card.seed_changed):
        card.show_split(COUNTS, Shares(0.5, 0.3, 0.2), 11, keep_together=False)
    assert values(card) == (50, 30, 20)
    assert card.editor.seed.value() == 11


def test_seed_switch_and_earlier_run(qtbot: QtBot, card: SplitCard) -> None:
    card.change_button.click()
    with qtbot.waitSignal(card.seed_changed) as heard:
        set_field(qtbot, card.editor.seed, 42)
    assert heard.args == [42]
    switch = card.editor.keep_together.findChild(Switch)
    assert isinstance(switch, Switch)
    assert switch.isChecked()
    with qtbot.waitSignal(card.keep_together_changed) as heard:
        switch.click()
    assert heard.args == [False]
    with qtbot.waitSignal(card.earlier_run_wanted):
        card.editor.earlier_run.click()


@pytest.mark.parametrize(
    ("parts", "left"),
    [
        ({"training", "validation", "test"}, []),
        ({"training", "test"}, ["validation", "seed"]),
        ({"training", "validation"}, ["test", "seed"]),
        ({"training"}, ["validation", "test", "seed"]),
    ],
)
def test_what_the_folder_names_cannot_be_set(card: SplitCard, parts: set[str], left: list[str]) -> None:
    card.show_split(COUNTS, Shares(), 7, folder_parts=frozenset(parts))
    card.change_button.click()
    visible = [name for name in ("training", "validation", "test", "seed") if getattr(card.editor, name).isVisible()]
    assert visible == left
    assert "folders name" in card.note()
    # Where the folder decides, near-identical pictures stay where it has them unless asked.
    assert not card.editor.keep_together.is_on()


def test_a_part_that_the_folder_lacks_is_taken_from_training(qtbot: QtBot, card: SplitCard) -> None:
    card.show_split(COUNTS, Shares(), 7, folder_parts=frozenset({"training", "test"}))
    assert "validation takes 15 % of the training pictures" in card.note()
    card.change_button.click()
    with qtbot.waitSignal(card.shares_changed) as heard:
        set_field(qtbot, card.editor.validation, 20)
    assert heard.args == pytest.approx([0.65, 0.20, 0.15])


def test_a_reused_split_says_from_where_and_can_be_left(qtbot: QtBot, card: SplitCard) -> None:
    card.show_split(COUNTS, Shares(), 7, reused_from="animals 3 May")
    assert "“animals 3 May”" in card.note()
    with qtbot.waitSignal(card.anew_wanted):
        card.anew_button.click()
    card.show_split(COUNTS, Shares(), 7)
    assert not card.anew_button.isVisible()


def test_nothing_changes_while_locked(card: SplitCard) -> None:
    card.change_button.click()
    card.show_split(COUNTS, Shares(), 7, reused_from="animals")
    card.set_locked(True)
    boxes = card.editor.findChildren(QSpinBox)
    assert boxes
    assert not any(box.isEnabled() for box in boxes)
    assert not card.editor.earlier_run.isEnabled()
    assert not card.anew_button.isEnabled()
    assert card.change_button.isEnabled()
    card.set_locked(False)
    assert all(box.isEnabled() for box in boxes)


@pytest.mark.parametrize("width", [296, 364])
def test_large_numbers_and_long_names_fit(card: SplitCard, width: int) -> None:
    card.setFixedWidth(width)
    card.show_split((42_000, 9_000, 9_000), Shares(), 2**31 - 1, reused_from="a_run_with_a_very_long_name_" * 5)
    card.change_button.click()
    assert card.minimumSizeHint().width() <= width


shares = st.tuples(st.floats(0.001, 1), st.floats(0, 1), st.floats(0, 1)).map(
    lambda parts: Shares(*(part / sum(parts) for part in parts))
)


@given(shares, st.lists(st.tuples(st.sampled_from(["training", "validation", "test"]), st.integers(-50, 150))))
def test_percentages_stay_whole_and_together_100(start: Shares, changes: list[tuple[str, int]]) -> None:
    now = Percentages.of(start)
    for part, value in changes:
        now = getattr(now, f"with_{part}")(value)
        parts = (now.training, now.validation, now.test)
        assert sum(parts) == 100
        assert now.training >= LEAST_TRAINING
        assert min(parts) >= 0
        assert Percentages.of(now.shares) == now
        TrainingConfig(shares=now.shares)
