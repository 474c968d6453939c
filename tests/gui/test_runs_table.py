"""The table of runs: what its rows say, how they are sorted, ticked, renamed and opened."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from core.training.run_list import Scores
from gui import theme
from gui.widgets.training.plot_content import MOST_OVERLAYS
from gui.widgets.training.run_delegate import PAD
from gui.widgets.training.run_menu import Deed, RunMenu
from gui.widgets.training.run_model import Column
from gui.widgets.training.runs_table import RunsTable
from tests.gui.run_samples import CONFIG, all_runs, make_run, shorter

# The offscreen platform says so of least sizes and menus.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> None:
    theme.apply(qapp, "light")


def shown(qtbot: QtBot, width: int = 900) -> RunsTable:
    window = QWidget()
    layout = QVBoxLayout(window)
    layout.setContentsMargins(0, 0, 0, 0)
    table = RunsTable()
    layout.addWidget(table)
    window.resize(width, 300)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    table.setFocus()
    return table


def column(table: RunsTable, which: Column) -> list[str]:
    model = table.model()
    return [str(model.index(row, which).data()) for row in range(model.rowCount())]


def titles(table: RunsTable) -> list[str]:
    heads = Qt.Orientation.Horizontal
    return [str(table.model().headerData(each, heads)) for each in Column if not table.isColumnHidden(each)]


def place(table: RunsTable, row: int, which: Column) -> QPoint:
    return table.visualRect(table.model().index(row, which)).center()


def test_a_row_says_what_was_trained_and_how_well(qtbot: QtBot) -> None:
    make_run(1)
    table = shown(qtbot)
    table.show_runs(all_runs())
    row = [column(table, each)[0] for each in Column]
    assert row[1:] == [
        "animals 1",
        "animals",
        "tutorial network",
        "30 epochs, batch 32",
        "0.50",
        "75 %",
        "1:01",
        "finished",
    ]


def test_columns_that_have_no_room_go_and_the_tooltip_keeps_all(qtbot: QtBot) -> None:
    make_run(1, config=replace(CONFIG, optimizer="sgd"))
    wide, narrow = shown(qtbot, 1400), shown(qtbot, 560)
    for table in (wide, narrow):
        table.show_runs(all_runs())
    assert titles(wide) == ["", "Name", "Pictures", "Network", "Settings", "Val loss", "Val acc", "Time", "State"]
    assert titles(narrow) == ["", "Name", "Val loss", "Val acc", "Time", "State"]
    told = str(narrow.model().index(0, Column.NAME).data(Qt.ItemDataRole.ToolTipRole))
    for part in ("SGD", "/pictures/animals", "tutorial network", "2024-05-01"):
        assert part in told
    for table in (wide, narrow):
        assert sum(table.columnWidth(each) for each in Column) == table.viewport().width()


def test_a_network_that_all_share_goes_before_the_settings(qtbot: QtBot) -> None:
    make_run(1)
    table = shown(qtbot, 800)
    table.show_runs(all_runs())
    assert "Settings" in titles(table)
    assert "Network" not in titles(table)


def test_a_longer_name_is_read_in_full_where_there_are_settings(qtbot: QtBot) -> None:
    make_run(1, name="caltech_animals10")
    table = shown(qtbot, 860)
    table.show_runs(all_runs())
    assert "Settings" in titles(table)
    room = table.columnWidth(Column.NAME) - 2 * PAD
    assert QFontMetrics(theme.font("body", 600)).horizontalAdvance("caltech_animals10 1") <= room


def test_heads_sort_numbers_as_numbers_with_unknown_ones_last(qtbot: QtBot) -> None:
    for day, loss in enumerate((10.0, 9.0, None, 0.5), start=1):
        make_run(day, val_loss=loss, seconds=loss)
    table = shown(qtbot)
    table.show_runs(all_runs())
    assert column(table, Column.NAME) == ["animals 4", "animals 3", "animals 2", "animals 1"]
    table.sortByColumn(Column.VAL_LOSS, Qt.SortOrder.AscendingOrder)
    assert column(table, Column.VAL_LOSS) == ["0.50", "9.00", "10.00", "–"]
    table.sortByColumn(Column.TIME, Qt.SortOrder.DescendingOrder)
    assert column(table, Column.TIME) == ["0:10", "0:09", "0:00", "–"]
    table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
    assert column(table, Column.NAME)[0] == "animals 4"


def test_settings_sort_by_their_numbers(qtbot: QtBot) -> None:
    for day, epochs in enumerate((100, 9, 30), start=1):
        make_run(day, config=shorter(epochs))
    table = shown(qtbot)
    table.show_runs(all_runs())
    for each in Column:
        table.sortByColumn(each, Qt.SortOrder.AscendingOrder)
    table.sortByColumn(Column.SETTINGS, Qt.SortOrder.AscendingOrder)
    assert column(table, Column.SETTINGS) == ["9 epochs, batch 32", "30 epochs, batch 32", "100 epochs, batch 32"]


def test_what_is_selected_and_ticked_stays_when_runs_are_shown_anew(qtbot: QtBot) -> None:
    first, second = make_run(1), make_run(2)
    table = shown(qtbot)
    table.show_runs(all_runs())
    table.select(first)
    table.set_ticked([second, first])
    make_run(3)
    table.show_runs(all_runs())
    assert table.selected_folder() == first
    assert table.ticked() == (second, first)
    table.show_runs([run for run in all_runs() if run.folder != first])
    assert table.ticked() == (second,)
    assert table.selected_folder() == second


def test_the_shown_run_is_selected_at_first_and_always_ticked(qtbot: QtBot) -> None:
    first, second = make_run(1), make_run(2)
    table = shown(qtbot)
    table.show_runs(all_runs(), shown=first)
    assert table.selected_folder() == first
    qtbot.keyClick(table, Qt.Key.Key_Space)
    state = Qt.ItemDataRole.CheckStateRole
    assert table.model().index(1, Column.TICK).data(state) == Qt.CheckState.Checked
    assert table.ticked() == ()
    table.set_ticked([first, second])
    assert table.ticked() == (second,)


def test_a_run_in_training_says_so_and_its_numbers_move(qtbot: QtBot) -> None:
    folder = make_run(1, "training")
    make_run(2)
    table = shown(qtbot)
    table.show_runs(all_runs(), live=folder)
    assert column(table, Column.STATE) == ["finished", "in training"]
    table.show_scores(folder, Scores(2, 1, 0.25, 0.5, 20.0))
    assert [column(table, each)[1] for each in (Column.VAL_LOSS, Column.VAL_ACCURACY, Column.TIME)] == [
        "0.25",
        "50 %",
        "0:20",
    ]
    table.show_scores(Path("/elsewhere"), Scores())


def test_a_run_that_was_cut_short_and_can_go_on_says_so(qtbot: QtBot) -> None:
    make_run(1, "stopped", can_go_on=True)
    make_run(2, "stopped")
    table = shown(qtbot)
    table.show_runs(all_runs())
    spoken = [table.model().index(row, Column.STATE).data(Qt.ItemDataRole.AccessibleTextRole) for row in (0, 1)]
    assert spoken == [None, "stopped, can go on"]
    assert "0 of 30 epochs are done" in str(table.model().index(1, 0).data(Qt.ItemDataRole.ToolTipRole))


# ---- ticking


def test_space_ticks_and_unticks(qtbot: QtBot) -> None:
    first, second = make_run(1), make_run(2)
    table = shown(qtbot)
    table.show_runs(all_runs())
    table.select(second)
    with qtbot.waitSignal(table.ticks_changed):
        qtbot.keyClick(table, Qt.Key.Key_Space)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert table.ticked() == (second, first)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert table.ticked() == (second,)


def test_space_is_taken_before_the_windows_shortcut(qtbot: QtBot) -> None:
    make_run(1)
    table = shown(qtbot)

    def is_taken() -> bool:
        event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, " ")
        event.ignore()
        QApplication.sendEvent(table, event)
        return event.isAccepted()

    assert not is_taken()
    table.show_runs(all_runs())
    table.selectRow(0)
    assert is_taken()


def test_a_click_anywhere_in_the_ticks_column_ticks(qtbot: QtBot) -> None:
    folder = make_run(1)
    table = shown(qtbot)
    table.show_runs(all_runs())
    opened: list[Path] = []
    table.run_chosen.connect(opened.append)
    corner = table.visualRect(table.model().index(0, Column.TICK)).topLeft() + QPoint(2, 2)
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=corner)
    assert table.ticked() == (folder,)
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place(table, 0, Column.NAME))
    assert table.ticked() == (folder,)
    qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=corner)
    assert table.ticked() == ()
    assert not opened


def test_one_tick_too_many_is_refused(qtbot: QtBot) -> None:
    folders = [make_run(day) for day in range(1, MOST_OVERLAYS + 3)]
    table = shown(qtbot)
    table.show_runs(all_runs(), shown=folders[-1])
    table.set_ticked(folders[:MOST_OVERLAYS])
    table.select(folders[MOST_OVERLAYS])
    with qtbot.waitSignal(table.tick_refused):
        qtbot.keyClick(table, Qt.Key.Key_Space)
    assert table.ticked() == tuple(folders[:MOST_OVERLAYS])


def test_a_screen_reader_ticks(qtbot: QtBot) -> None:
    folder = make_run(1)
    table = shown(qtbot)
    table.show_runs(all_runs())
    tick = table.model().index(0, Column.TICK)
    assert tick.data(Qt.ItemDataRole.AccessibleTextRole) == "curve of animals 1"
    table.model().setData(tick, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert table.ticked() == (folder,)


def test_the_keyboard_comes_to_a_selected_row(qtbot: QtBot) -> None:
    make_run(1)
    table = shown(qtbot)
    table.clearFocus()
    table.show_runs(all_runs())
    table.select(None)
    table.setFocus(Qt.FocusReason.TabFocusReason)
    assert [index.row() for index in table.selectionModel().selectedRows()] == [0]
    assert table.selected_folder() is not None


# ---- opening, renaming, the menu


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_opens_the_selected_run(qtbot: QtBot, key: Qt.Key) -> None:
    folder = make_run(1)
    table = shown(qtbot)
    table.show_runs(all_runs())
    table.select(None)
    with qtbot.assertNotEmitted(table.run_chosen):
        qtbot.keyClick(table, key)
    table.select(folder)
    with qtbot.waitSignal(table.run_chosen) as chosen:
        qtbot.keyClick(table, key)
    assert chosen.args == [folder]


def test_a_double_click_opens_a_run(qtbot: QtBot) -> None:
    make_run(1)
    second = make_run(2)
    table = shown(qtbot)
    table.show_runs(all_runs())
    spot = place(table, 0, Column.VAL_LOSS)
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    with qtbot.waitSignal(table.run_chosen) as chosen:
        qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert chosen.args == [second]


def field(table: RunsTable) -> QLineEdit:
    (found,) = [each for each in table.viewport().findChildren(QLineEdit) if each.isVisible()]
    return found


def is_editing(table: RunsTable) -> bool:
    return any(each.isVisible() for each in table.viewport().findChildren(QLineEdit))


def test_f2_renames_in_place(qtbot: QtBot) -> None:
    folder = make_run(1)
    table = shown(qtbot)
    table.show_runs(all_runs())
    table.select(folder)
    opened: list[Path] = []
    table.run_chosen.connect(opened.append)
    qtbot.keyClick(table, Qt.Key.Key_F2)
    assert field(table).text() == "animals 1"
    field(table).selectAll()
    qtbot.keyClicks(field(table), "my first")
    with qtbot.waitSignal(table.renamed) as renamed:
        qtbot.keyClick(field(table), Qt.Key.Key_Return)
    assert renamed.args == [folder, "my first"]
    assert not opened


def test_escape_keeps_the_name(qtbot: QtBot) -> None:
    folder = make_run(1)
    table = shown(qtbot)
    table.show_runs(all_runs())
    table.select(folder)
    table.rename()
    qtbot.keyClicks(field(table), "x")
    with qtbot.assertNotEmitted(table.renamed):
        qtbot.keyClick(field(table), Qt.Key.Key_Escape)
        qtbot.waitUntil(lambda: not is_editing(table))
    table.rename()
    with qtbot.assertNotEmitted(table.renamed):
        qtbot.keyClick(field(table), Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: not is_editing(table))


def test_runs_that_come_while_a_name_is_typed_wait(qtbot: QtBot) -> None:
    folder = make_run(1)
    table = shown(qtbot)
    table.show_runs(all_runs())
    table.select(folder)
    table.rename()
    qtbot.keyClicks(field(table), "half")
    make_run(2)
    table.show_runs(all_runs())
    assert field(table).text() == "half"
    assert table.model().rowCount() == 1
    qtbot.keyClick(field(table), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: table.model().rowCount() == 2)
    assert table.selected_folder() == folder


def test_the_delete_key_asks_for_it(qtbot: QtBot) -> None:
    folder = make_run(1)
    table = shown(qtbot)
    table.show_runs(all_runs())
    table.select(folder)
    with qtbot.waitSignal(table.deed_chosen) as chosen:
        qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert chosen.args == [Deed.DELETE, folder]


def enabled(menu: RunMenu) -> dict[str, bool]:
    return {each.text(): each.isEnabled() for each in menu.actions() if not each.isSeparator() and not each.menu()}


def test_the_menu_offers_what_can_be_done(qtbot: QtBot) -> None:
    folder = make_run(1, "stopped", can_go_on=True)
    table = shown(qtbot)
    table.show_runs(all_runs())
    table.select(folder)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    QApplication.sendEvent(table.viewport(), event)
    (menu,) = table.findChildren(RunMenu)
    offered = enabled(menu)
    assert all(offered.values())
    assert list(offered) == ["Look inside", "Go on", "Rename…", "Note…", "Show folder", "Delete"]
    with qtbot.waitSignal(table.deed_chosen) as chosen:
        next(each for each in menu.actions() if each.text() == "Go on").trigger()
    assert chosen.args == [Deed.GO_ON, folder]
    menu.close()


def test_the_menu_sorts_for_who_has_no_pointer(qtbot: QtBot) -> None:
    for day, accuracy in enumerate((0.5, 0.9, 0.7), start=1):
        make_run(day, val_accuracy=accuracy)
    table = shown(qtbot)
    table.show_runs(all_runs())
    table.selectRow(0)
    QApplication.sendEvent(table.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint()))
    (menu,) = table.findChildren(RunMenu)
    sorting = {action.text(): action for part in menu.findChildren(QMenu) for action in part.actions()}
    sorting["Val acc"].trigger()
    assert column(table, Column.VAL_ACCURACY) == ["90 %", "70 %", "50 %"]
    sorting["Newest first"].trigger()
    assert column(table, Column.NAME) == ["animals 3", "animals 2", "animals 1"]
    menu.close()


def test_the_menu_of_a_run_in_training_deletes_nothing(qtbot: QtBot) -> None:
    make_run(1)
    run = replace(all_runs()[0], is_live=True)
    menu = RunMenu(run, None)
    qtbot.addWidget(menu)
    assert not enabled(menu)["Delete"]
    assert not enabled(menu)["Go on"]


def test_many_runs_are_shown_and_painted(qtbot: QtBot) -> None:
    make_run(1)
    (run,) = all_runs()
    many = [replace(run, folder=Path(f"/runs/{number}"), name=f"run {number}") for number in range(3000)]
    table = shown(qtbot)
    table.show_runs(many, live=many[5].folder, shown=many[7].folder)
    table.set_ticked([each.folder for each in many[:3]])
    assert not table.grab().isNull()
    table.sortByColumn(Column.NAME, Qt.SortOrder.DescendingOrder)
    assert table.selected_folder() == many[7].folder
