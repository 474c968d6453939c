"""The confusion matrix: read, sorted, walked through and clicked."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.results.judged import Results
from gui import theme
from gui.widgets.results.matrix_card import MatrixCard
from gui.widgets.results.matrix_layout import LEAST_PITCH_PX, NUMBER_PITCH_PX, lay_out
from gui.widgets.results.matrix_order import ORDERS, Order, arranged
from gui.widgets.results.matrix_painting import cell_colour
from gui.widgets.results.matrix_view import MatrixView
from tests.gui.results.overview_samples import ANIMALS, CONFUSION, animals, many, results_of, summary_of

KANGAROO, LLAMA, STARFISH = 3, 4, 5


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> None:
    theme.apply(qapp, "light")


def shown(qtbot: QtBot, results: Results, width: int = 508) -> MatrixCard:
    card = MatrixCard()
    qtbot.addWidget(card)
    card.show_results(results, "test")
    card.resize(width, card.sizeHint().height())
    card.show()
    qtbot.waitExposed(card)
    return card


def press(qtbot: QtBot, view: MatrixView, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(view, key)


def hover(qtbot: QtBot, view: MatrixView, place: QPoint) -> None:
    qtbot.mouseMove(view.viewport(), place)


def test_pointing_at_a_cell_reads_it_and_moves_nothing(qtbot: QtBot) -> None:
    card = shown(qtbot, animals())
    height = card.sizeHint().height()
    hover(qtbot, card.view, card.view.cell_rect(KANGAROO, LLAMA).center())
    assert card.reading() == "kangaroo taken for llama: 3 of 13 pictures (23 %)"
    assert card.sizeHint().height() == height
    hover(qtbot, card.view, card.view.cell_rect(KANGAROO, KANGAROO).center())
    assert card.reading() == "kangaroo recognised: 9 of 13 pictures (69 %)"
    hover(qtbot, card.view, QPoint(1, 1))
    assert "Point at a cell" in card.reading()


def test_a_click_chooses_the_pictures_of_a_cell(qtbot: QtBot) -> None:
    card = shown(qtbot, animals())
    with qtbot.waitSignal(card.cell_chosen) as chosen:
        place = card.view.cell_rect(KANGAROO, LLAMA).center()
        qtbot.mouseClick(card.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args == [KANGAROO, LLAMA]
    assert card.view.current() == (KANGAROO, LLAMA)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_keys_walk_and_choose(qtbot: QtBot, key: Qt.Key) -> None:
    card = shown(qtbot, animals())
    press(qtbot, card.view, Qt.Key.Key_Down)
    assert card.view.current() == (0, 0)
    press(qtbot, card.view, Qt.Key.Key_PageDown, Qt.Key.Key_Up, Qt.Key.Key_End, Qt.Key.Key_Left, Qt.Key.Key_Left)
    assert card.view.current() == (LLAMA, KANGAROO)
    assert card.reading() == "llama taken for kangaroo: 3 of 12 pictures (25 %)"
    with qtbot.waitSignal(card.cell_chosen) as chosen:
        press(qtbot, card.view, key)
    assert chosen.args == [LLAMA, KANGAROO]


def test_walking_ends_at_the_edges(qtbot: QtBot) -> None:
    view = shown(qtbot, animals()).view
    press(qtbot, view, Qt.Key.Key_Home, Qt.Key.Key_Left, Qt.Key.Key_Up)
    assert view.current() == (0, 0)
    press(qtbot, view, Qt.Key.Key_End, Qt.Key.Key_Right, Qt.Key.Key_PageDown, Qt.Key.Key_Down)
    assert view.current() == (STARFISH, STARFISH)


def test_space_on_a_cell_is_not_the_windows_shortcut(qtbot: QtBot) -> None:
    view = shown(qtbot, animals()).view
    press(qtbot, view, Qt.Key.Key_Down)
    event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier)
    event.ignore()
    QApplication.sendEvent(view, event)
    assert event.isAccepted()


def test_a_cell_without_pictures_chooses_nothing(qtbot: QtBot) -> None:
    card = shown(qtbot, animals())
    with qtbot.assertNotEmitted(card.cell_chosen):
        place = card.view.cell_rect(KANGAROO, STARFISH).center()
        qtbot.mouseClick(card.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert card.reading() == "kangaroo taken for starfish: 0 of 13 pictures (0 %)"


def test_tab_leads_to_the_most_frequent_mistake(qtbot: QtBot) -> None:
    view = shown(qtbot, animals()).view
    view.window().activateWindow()
    qtbot.waitUntil(view.window().isActiveWindow)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: view.current() == (KANGAROO, LLAMA))


def test_the_class_with_most_mistakes_comes_first_and_the_current_cell_stays(qtbot: QtBot) -> None:
    card = shown(qtbot, animals())
    qtbot.mouseClick(card.view.viewport(), Qt.MouseButton.LeftButton, pos=card.view.cell_rect(KANGAROO, LLAMA).center())
    card.set_order("mistakes")
    assert [ANIMALS[each] for each in card.view.class_order()] == [
        *("kangaroo", "llama", "butterfly"),
        *("starfish", "elephant", "dalmatian"),
    ]
    assert card.view.current() == (KANGAROO, LLAMA)
    assert card.view.cell_rect(KANGAROO, KANGAROO).x() < card.view.cell_rect(STARFISH, STARFISH).x()


def test_classes_that_are_mixed_up_stand_together() -> None:
    confusion = np.diag([9, 9, 9, 9, 9])
    confusion[0, 3] = confusion[3, 0] = 4
    confusion[3, 1] = 2
    order = arranged(confusion, "abcde", "similarity")
    assert order[:3] in ([0, 3, 1], [1, 3, 0])
    assert order[3:] == [2, 4]


def test_the_menu_sorts_and_says_how(qtbot: QtBot) -> None:
    card = shown(qtbot, animals())
    menu = card.order_button.menu()
    menu.actions()[2].trigger()
    assert card.order_button.text() == "mixed-up ones together"
    assert "mixed-up ones together" in card.order_button.accessibleName()
    at = card.view.class_order().index
    assert abs(at(KANGAROO) - at(LLAMA)) == 1


@given(arrays(np.int64, st.integers(0, 9).map(lambda n: (n, n)), elements=st.integers(0, 50)), st.sampled_from(ORDERS))
def test_every_order_holds_every_class_once(confusion: NDArray[np.int64], order: Order) -> None:
    names = [f"{label}" for label in range(len(confusion))]
    assert sorted(arranged(confusion, names, order)) == list(range(len(confusion)))


@given(st.integers(60, 2000), st.integers(20, 2000), st.integers(1, 300), st.integers(1, 400))
def test_cells_are_inside_of_what_is_laid_out(width: int, height: int, count: int, widest: int) -> None:
    layout = lay_out(width, height, count, widest)
    assert layout.pitch_x >= LEAST_PITCH_PX
    assert layout.pitch_y >= LEAST_PITCH_PX
    if layout.width > width:
        assert layout.pitch_x == LEAST_PITCH_PX
    if layout.height > height:
        assert layout.pitch_y == LEAST_PITCH_PX


@pytest.mark.parametrize("count", [2, 6, 10, 100])
def test_no_cell_of_the_usual_sizes_is_out_of_sight(qtbot: QtBot, count: int) -> None:
    card = shown(qtbot, many(count), 1144 if count == 100 else 508)
    corner = card.view.cell_rect(count - 1, count - 1).bottomRight()
    assert card.view.viewport().rect().contains(corner)
    assert card.wishes_whole_width() == (count == 100)
    has_numbers = card.view.cell_rect(0, 0).height() >= NUMBER_PITCH_PX - 3
    assert has_numbers == (count <= 10)


def test_a_hundred_classes_in_a_narrow_card_scroll_to_the_current_cell(qtbot: QtBot) -> None:
    view = shown(qtbot, many(100), 420).view
    assert view.horizontalScrollBar().maximum() > 0
    # Qt takes away the bar that is not needed any more when it comes to it.
    qtbot.waitUntil(lambda: view.viewport().width() == view.width())
    press(qtbot, view, Qt.Key.Key_Home, Qt.Key.Key_End)
    assert view.viewport().rect().contains(view.cell_rect(0, 99).center())
    press(qtbot, view, Qt.Key.Key_Home)
    assert view.viewport().rect().contains(view.cell_rect(0, 0).center())
    assert view.horizontalScrollBar().value() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("count", [2, 10, 40, 100])
def test_every_size_is_painted_in_both_themes(qtbot: QtBot, qapp: QApplication, scheme: str, count: int) -> None:
    theme.apply(qapp, theme.known_scheme(scheme))
    card = shown(qtbot, many(count))
    for as_shares in (False, True):
        card.view.set_as_shares(as_shares)
        picture = card.view.grab().toImage()
        cell = card.view.cell_rect(0, 0)
        ratio = picture.devicePixelRatio()
        ground = picture.pixelColor(QPoint(cell.x() + 2, cell.y() + 2) * ratio)
        surface = theme.colour(theme.current().surface)
        assert ground != surface


def test_shares_are_read_from_the_switch(qtbot: QtBot) -> None:
    card = shown(qtbot, animals())
    before = card.view.grab().toImage()
    card.numbers.choose("shares")
    card.numbers.chosen.emit("shares")
    assert card.view.grab().toImage() != before


def test_colours_follow_the_share_up_to_their_ends(qapp: QApplication) -> None:
    assert cell_colour(0, True).alphaF() == pytest.approx(0.08, abs=0.01)
    assert cell_colour(1, True).alphaF() == pytest.approx(0.63, abs=0.01)
    assert cell_colour(1, False).alphaF() == pytest.approx(0.62, abs=0.01)
    theme.apply(qapp, "dark")
    assert cell_colour(1, True).alphaF() == pytest.approx(0.5, abs=0.01)


def test_screen_readers_get_the_cell_and_the_whole(qtbot: QtBot) -> None:
    view = shown(qtbot, animals()).view
    whole = "6 classes, 72 pictures: 55 recognised, 17 taken for another class."
    assert view.accessibleName() == "Confusion matrix"
    assert view.accessibleDescription().startswith(whole)
    assert "kangaroo for llama, 3 times" in view.accessibleDescription()
    press(qtbot, view, Qt.Key.Key_Home)
    assert view.accessibleDescription().startswith("butterfly recognised: 11 of 14 pictures (79 %). 6 classes")


def test_a_class_without_pictures_says_so(qtbot: QtBot) -> None:
    names = ("猫", "犬")
    card = shown(qtbot, results_of({"test": summary_of(np.array([[3, 1], [0, 0]]), names)}, names))
    hover(qtbot, card.view, card.view.cell_rect(1, 0).center())
    assert card.reading() == "There are no pictures of 犬 here."


def test_a_matrix_of_another_size_than_the_names_is_refused(qtbot: QtBot) -> None:
    with pytest.raises(ValueError, match="2 classes need as many rows"):
        shown(qtbot, animals()).view.show_matrix(CONFUSION, ("a", "b"))
