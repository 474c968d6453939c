"""The table of classes: what its rows say, how they are sorted and opened."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.results.judged import Results
from gui import theme
from gui.widgets.answers_delegate import PAD
from gui.widgets.results.class_table_card import ClassTableCard
from gui.widgets.results.class_table_delegate import EDGE_PAD
from gui.widgets.results.class_table_model import Column
from tests.gui.results.overview_samples import ANIMALS, animals, many, results_of, summary_of


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> None:
    theme.apply(qapp, "light")


def shown(qtbot: QtBot, results: Results, width: int = 620) -> ClassTableCard:
    card = ClassTableCard()
    qtbot.addWidget(card)
    card.show_results(results, "test")
    card.resize(width, 314)
    card.show()
    qtbot.waitExposed(card)
    return card


def column(card: ClassTableCard, which: Column) -> list[str]:
    model = card.table.model()
    return [str(model.index(row, which).data()) for row in range(model.rowCount())]


def told(card: ClassTableCard, row: int, which: Column) -> str:
    return str(card.table.model().index(row, which).data(Qt.ItemDataRole.ToolTipRole))


def unseen() -> Results:
    """A class without pictures that was never answered, one that was never answered, and one that is known."""
    names = ("known", "missed", "absent")
    return results_of({"test": summary_of(np.array([[5, 0, 0], [2, 0, 0], [0, 0, 0]]), names)}, names)


def test_a_row_says_how_well_a_class_is_told(qtbot: QtBot) -> None:
    card = shown(qtbot, animals())
    assert [column(card, each)[4] for each in Column] == ["llama", "57 %", "67 %", "0.62", "12"]
    assert card.headline() == "Weakest: llama and kangaroo, mixed up with each other 6 times"


def test_heads_sort_with_unknown_numbers_last(qtbot: QtBot) -> None:
    card = shown(qtbot, unseen())
    for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
        card.table.sortByColumn(Column.RECALL, order)
        assert column(card, Column.RECALL)[-1] == "–"
    card.table.sortByColumn(Column.PICTURES, Qt.SortOrder.DescendingOrder)
    assert column(card, Column.PICTURES) == ["5", "2", "0"]
    card.table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
    assert column(card, Column.NAME) == ["known", "missed", "absent"]


def test_a_press_on_a_head_sorts(qtbot: QtBot) -> None:
    card = shown(qtbot, animals())
    heads = card.table.horizontalHeader()
    place = heads.sectionViewportPosition(Column.F1) + heads.sectionSize(Column.F1) // 2
    qtbot.mouseClick(heads.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place, 10))
    assert column(card, Column.NAME)[0] == "llama"


def test_a_dash_says_why(qtbot: QtBot) -> None:
    card = shown(qtbot, unseen())
    assert column(card, Column.PRECISION) == ["71 %", "–", "–"]
    assert "called none of the pictures “missed”" in told(card, 1, Column.PRECISION)
    assert "no pictures of “absent”" in told(card, 2, Column.RECALL)
    assert column(card, Column.F1) == ["0.83", "0.00", "–"]


def test_heads_explain_their_words(qtbot: QtBot) -> None:
    model = shown(qtbot, animals()).table.model()
    tips = [model.headerData(each, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole) for each in Column]
    assert "called by this name" in tips[Column.PRECISION]
    assert "recognised" in tips[Column.RECALL]
    assert all("Press to sort" in tip for tip in tips)


def test_a_click_and_keys_choose_the_class_of_the_row_as_sorted(qtbot: QtBot) -> None:
    card = shown(qtbot, animals())
    card.table.sortByColumn(Column.F1, Qt.SortOrder.AscendingOrder)
    place = card.table.visualRect(card.table.model().index(0, Column.NAME)).center()
    with qtbot.waitSignal(card.class_chosen) as chosen:
        qtbot.mouseClick(card.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args == [ANIMALS.index("llama")]
    qtbot.keyClick(card.table, Qt.Key.Key_Down)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        with qtbot.waitSignal(card.class_chosen) as chosen:
            qtbot.keyClick(card.table, key)
        assert chosen.args == [ANIMALS.index("kangaroo")]


def test_space_on_a_row_is_not_the_windows_shortcut(qtbot: QtBot) -> None:
    card = shown(qtbot, animals())
    card.table.select(0)
    event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier)
    event.ignore()
    QApplication.sendEvent(card.table, event)
    assert event.isAccepted()


def test_the_selected_class_stays_when_rows_are_sorted(qtbot: QtBot) -> None:
    card = shown(qtbot, animals())
    card.table.select(ANIMALS.index("llama"))
    card.table.sortByColumn(Column.F1, Qt.SortOrder.AscendingOrder)
    assert card.table.currentIndex().row() == 0


def test_a_cell_names_its_column_to_screen_readers(qtbot: QtBot) -> None:
    index = shown(qtbot, animals()).table.model().index(4, Column.PRECISION)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Precision: 57 %"


@pytest.mark.parametrize("width", [430, 470, 620, 1100])
def test_columns_fill_the_width_and_names_are_whole(qtbot: QtBot, width: int) -> None:
    card = shown(qtbot, animals(), width)
    table = card.table
    assert sum(table.columnWidth(each) for each in Column) == table.viewport().width()
    longest = max(QFontMetrics(theme.font("body", 600)).horizontalAdvance(name) for name in ANIMALS)
    assert table.columnWidth(Column.NAME) - EDGE_PAD - PAD >= longest


def test_a_hundred_classes_scroll_in_the_card(qtbot: QtBot) -> None:
    card = shown(qtbot, many(100))
    assert card.minimumSizeHint().height() < 340
    assert card.table.verticalScrollBar().maximum() > 0
    assert not card.table.grab().isNull()
