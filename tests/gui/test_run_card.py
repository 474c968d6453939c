"""The card of runs: actions for the selected one, notes, deleting and taking that back, what differs."""

import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from core import places
from core.errors import NakamiError
from core.training import runs
from core.training.labels import Label, read_label, write_label
from core.training.run_list import Scores
from gui import run_actions, theme
from gui.run_actions import RunActions
from gui.widgets.training.plot_content import MOST_OVERLAYS
from gui.widgets.training.run_card import RunsCard
from gui.widgets.training.run_comparison import RunComparison
from gui.widgets.training.run_menu import Deed
from tests.gui.run_samples import all_runs, make_run, shorter

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")

needs_trash = pytest.mark.skipif(sys.platform != "linux", reason="a trash of its own can only be had there")


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> None:
    theme.apply(qapp, "light")


@pytest.fixture(autouse=True)
def trash(nakami_home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A trash of its own on the same disk."""
    monkeypatch.setenv("XDG_DATA_HOME", str(nakami_home / "data"))
    return nakami_home / "data" / "Trash"


class Shown(RunsCard):
    """Lists its runs again when it says so, as the page does."""

    def __init__(self, **places_of_runs: Path) -> None:
        super().__init__()
        self.places_of_runs = places_of_runs
        self.errors: list[NakamiError] = []
        self.runs_changed.connect(self.list_again)
        self.failed.connect(self.errors.append)
        self.list_again()

    def list_again(self) -> None:
        self.show_runs(all_runs(), **self.places_of_runs)


def shown(qtbot: QtBot, width: int = 860, **places_of_runs: Path) -> Shown:
    window = QWidget()
    layout = QVBoxLayout(window)
    card = Shown(**places_of_runs)
    layout.addWidget(card)
    window.resize(width, 400)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return card


def names(card: RunsCard) -> list[str]:
    return [card.table.runs.run_at(row).name for row in range(card.table.runs.rowCount())]


def test_without_runs_one_sentence_says_what_will_be_here(qtbot: QtBot) -> None:
    card = shown(qtbot)
    assert not card.table.isVisible()
    assert not card.note.isVisible()
    assert card.aside() == ""
    make_run(1)
    card.list_again()
    assert card.table.isVisible()
    assert card.aside() == "Tick runs to lay their curves over each other"


def test_buttons_follow_the_selected_run(qtbot: QtBot) -> None:
    live = make_run(1, "training")
    stopped = make_run(2, "stopped", can_go_on=True)
    old = make_run(3)
    card = shown(qtbot, live=live)
    card.table.select(None)
    assert not card.look_button.isEnabled()
    assert not card.delete_button.isEnabled()
    card.table.select(old)
    assert card.look_button.isEnabled()
    assert not card.resume_button.isEnabled()
    assert "was not kept" in card.resume_button.toolTip()
    card.table.select(live)
    assert not card.delete_button.isEnabled()
    assert "being trained" in card.delete_button.toolTip()
    card.table.select(stopped)
    assert card.resume_button.text() == "Go on"
    with qtbot.waitSignal(card.resume_wanted) as wanted:
        card.resume_button.click()
    assert wanted.args == [stopped]
    with qtbot.waitSignal(card.look_wanted) as wanted:
        card.look_button.click()
    assert wanted.args == [stopped]
    card.set_can_resume(False)
    assert not card.resume_button.isEnabled()
    with qtbot.assertNotEmitted(card.resume_wanted):
        card.table.deed_chosen.emit(Deed.GO_ON, stopped)


def test_a_run_that_did_all_its_epochs_can_get_more(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = make_run(1, can_go_on=True)
    monkeypatch.setattr("core.training.unfinished.epochs_saved", lambda _folder: 30)
    card = shown(qtbot)
    card.table.select(folder)
    assert card.resume_button.text() == "Train more epochs…"
    assert card.resume_button.isEnabled()


def test_a_run_is_renamed_and_gets_its_number_back(qtbot: QtBot) -> None:
    folder = make_run(1)
    card = shown(qtbot)
    card.table.select(folder)
    card.rename_button.click()
    (field,) = card.table.viewport().findChildren(QLineEdit)
    field.setText("")
    qtbot.keyClicks(field, "  my   first ")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: names(card) == ["my first"])
    assert read_label(folder) == Label("my first")
    qtbot.waitUntil(lambda: not card.table.viewport().findChildren(QLineEdit))
    card.table.rename()
    (field,) = card.table.viewport().findChildren(QLineEdit)
    field.clear()
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: names(card) == ["animals 1"])


# ---- notes


def test_a_note_is_written_and_read_in_place(qtbot: QtBot) -> None:
    first, second = make_run(1), make_run(2)
    write_label(first, Label("mine", "old"))
    card = shown(qtbot)
    card.table.select(first)
    assert card.note.text() == "old"
    card.table.deed_chosen.emit(Deed.NOTE, first)
    assert card.note.hasFocus()
    qtbot.keyClicks(card.note, "30 epochs were too few")
    qtbot.keyClick(card.note, Qt.Key.Key_Return)
    assert read_label(first) == Label("mine", "30 epochs were too few")
    card.table.select(second)
    assert card.note.text() == ""


def test_a_note_belongs_to_the_run_it_was_typed_for(qtbot: QtBot) -> None:
    first, second = make_run(1), make_run(2)
    card = shown(qtbot)
    card.table.select(first)
    card.note.setFocus()
    qtbot.keyClicks(card.note, "half a")
    card.list_again()  # an epoch ended meanwhile
    assert card.note.text() == "half a"
    card.table.select(second)
    assert read_label(first).note == "half a"
    assert read_label(second) == Label()
    assert card.note.text() == ""


def test_escape_brings_the_old_note_back_before_it_stops_anything(qtbot: QtBot) -> None:
    folder = make_run(1)
    write_label(folder, Label("", "old"))
    card = shown(qtbot)
    card.table.select(folder)
    card.note.setFocus()

    def is_taken() -> bool:
        event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
        event.ignore()
        QApplication.sendEvent(card.note, event)
        return event.isAccepted()

    assert not is_taken()
    qtbot.keyClicks(card.note, "x")
    assert is_taken()
    qtbot.keyClick(card.note, Qt.Key.Key_Escape)
    assert card.note.text() == "old"
    assert not is_taken()
    qtbot.keyClick(card.note, Qt.Key.Key_Return)
    assert read_label(folder).note == "old"


def test_a_note_that_cannot_be_saved_is_said(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = make_run(1)
    card = shown(qtbot)
    card.table.select(folder)

    def full(_path: Path, _value: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("core.training.labels.write_json", full)
    card.note.setFocus()
    qtbot.keyClicks(card.note, "x")
    qtbot.keyClick(card.note, Qt.Key.Key_Return)
    assert "The disk is full" in str(card.errors[0].hint)


# ---- deleting


@needs_trash
def test_a_deleted_run_can_be_brought_back(qtbot: QtBot, trash: Path) -> None:
    first, second, third = make_run(1), make_run(2), make_run(3)
    write_label(second, Label("", "keep me"))
    card = shown(qtbot)
    card.table.select(second)
    card.table.setFocus()
    place = card.table.geometry()
    qtbot.keyClick(card.table, Qt.Key.Key_Delete)
    assert not second.exists()
    assert card.undo_button.isVisible()
    assert card.table.geometry() == place
    assert (trash / "files" / second.name / runs.RUN_FILE).is_file()
    assert names(card) == ["animals 3", "animals 1"]
    assert card.table.selected_folder() == first
    assert card.aside() == "“animals 2” is in the trash."
    card.undo_button.click()
    assert names(card) == ["animals 3", "animals 2", "animals 1"]
    assert read_label(second).note == "keep me"
    assert card.aside() == "“animals 2” is back."
    assert not card.undo_button.isVisible()
    assert not list((trash / "info").iterdir())
    assert third.exists()
    assert not card.errors


@needs_trash
def test_the_last_run_can_be_brought_back_too(qtbot: QtBot) -> None:
    folder = make_run(1)
    card = shown(qtbot)
    card.table.select(folder)
    card.delete_button.click()
    assert names(card) == []
    card.undo_button.click()
    assert names(card) == ["animals 1"]


@needs_trash
def test_what_is_no_longer_in_the_trash_is_said(qtbot: QtBot, trash: Path) -> None:
    folder = make_run(1)
    card = shown(qtbot)
    card.table.select(folder)
    card.delete_button.click()
    (trash / "files" / folder.name).rename(trash / "elsewhere")
    card.undo_button.click()
    assert "was not brought back" in str(card.errors[0].what)


@needs_trash
def test_a_run_is_not_brought_back_over_another(qtbot: QtBot, trash: Path) -> None:
    folder = make_run(1)
    card = shown(qtbot)
    card.table.select(folder)
    card.delete_button.click()
    make_run(1)
    card.undo_button.click()
    assert len(card.errors) == 1
    assert (trash / "files" / folder.name).is_dir()


def test_without_a_trash_nothing_is_deleted(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    class NoTrash:
        def __init__(self, _name: str) -> None: ...

        def moveToTrash(self) -> bool:
            return False

    monkeypatch.setattr(run_actions, "QFile", NoTrash)
    folder = make_run(1)
    card = shown(qtbot)
    card.table.select(folder)
    card.delete_button.click()
    assert folder.exists()
    assert "was not deleted" in str(card.errors[0].what)
    assert str(folder) in str(card.errors[0].hint)


def test_a_run_that_another_process_trains_stays(qtbot: QtBot) -> None:
    folder = make_run(1)
    (run,) = all_runs()
    actions = RunActions()
    errors: list[NakamiError] = []
    actions.failed.connect(errors.append)
    with runs.held(folder):
        actions.delete(run)
    assert folder.exists()
    assert "is being trained" in str(errors[0].what)


# ---- the folder


def test_the_folder_is_shown(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[QUrl] = []

    def open_url(url: QUrl) -> bool:
        asked.append(url)
        return len(asked) == 1

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    folder = make_run(1)
    card = shown(qtbot)
    card.table.select(folder)
    card.folder_button.click()
    assert [url.toLocalFile() for url in asked] == [str(folder)]
    assert not card.errors
    card.table.deed_chosen.emit(Deed.SHOW_FOLDER, folder)
    assert str(folder) in str(card.errors[0].hint)


# ---- what differs


def test_two_ticked_runs_are_compared(qtbot: QtBot) -> None:
    first = make_run(1, config=shorter(10), val_loss=0.75)
    second, third = make_run(2), make_run(3)
    card = shown(qtbot)
    assert not card.comparison.isVisible()
    card.set_ticked([first])
    assert not card.comparison.isVisible()
    with qtbot.waitSignal(card.ticks_changed) as changed:
        card.set_ticked([first, second])
    assert changed.args is not None
    assert card.comparison.isVisible()
    assert card.comparison.rows() == [
        ("Best validation loss", "0.750", "0.500"),
        ("Validation accuracy then", "75.0 %", "75.0 %"),
        ("Best epoch", "2 of 3", "2 of 3"),
        ("Epochs", "10", "30"),
    ]
    assert "Epochs: animals 1 10, animals 2 30" in card.comparison.accessibleDescription()
    card.set_ticked([second, third])
    assert card.comparison.rows()[-1] == ("All settings", "the same", "the same")
    card.set_ticked([])
    assert not card.comparison.isVisible()
    assert card.ticked() == ()


def test_the_shown_run_comes_first_and_its_numbers_move(qtbot: QtBot) -> None:
    first, second = make_run(1), make_run(2, "training")
    card = shown(qtbot, live=second, shown=second)
    card.set_ticked([first])
    heads = [card.comparison.model().headerData(each, Qt.Orientation.Horizontal) for each in range(3)]
    assert heads == ["What differs", "animals 2", "animals 1"]
    card.show_scores(second, Scores(5, 4, 0.125, 0.9, 50.0))
    assert card.comparison.rows()[0] == ("Best validation loss", "0.125", "0.500")


def test_the_run_in_training_is_looked_into_from_its_first_epoch_on(qtbot: QtBot) -> None:
    live = make_run(1, "training", epochs=0, best_epoch=0)
    card = shown(qtbot, live=live)
    card.table.select(live)
    assert not card.look_button.isEnabled()
    assert "no network" in card.look_button.toolTip()
    card.show_scores(live, Scores(1, 1, 0.5, 0.9, 2.0))
    assert card.look_button.isEnabled()


def test_a_tick_too_many_is_refused_in_words_until_another_is_taken_away(qtbot: QtBot) -> None:
    folders = [make_run(day) for day in range(1, MOST_OVERLAYS + 2)]
    card = shown(qtbot)
    card.set_ticked(folders)
    assert card.ticked() == tuple(folders[:MOST_OVERLAYS])
    assert "untick a run first" in card.aside()
    assert not card.grab().isNull()
    card.set_ticked(folders[:1])
    assert card.aside().startswith("Tick runs")


def test_a_single_run_is_not_compared(qtbot: QtBot) -> None:
    make_run(1)
    (run,) = all_runs()
    comparison = RunComparison()
    qtbot.addWidget(comparison)
    comparison.show_runs(run, [])
    assert comparison.isHidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [620, 864])
def test_odd_runs_are_painted(qtbot: QtBot, qapp: QApplication, scheme: theme.Scheme, width: int) -> None:
    theme.apply(qapp, scheme)
    folders = [make_run(1, name="動物の写真 " * 12), make_run(2, "failed", cause="diverged", can_go_on=True)]
    facts = runs.read_facts(folders[0])
    facts.config.update(epochs="many", augmentation=3, shares=[])
    runs.end_run(folders[0], facts, "of a later version", {"val_loss": "x", "seconds": []})
    card = shown(qtbot, width, live=folders[1], shown=folders[1])
    card.set_ticked(folders)
    assert not card.grab().isNull()
    assert places.runs_folder().is_dir()
