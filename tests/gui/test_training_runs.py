"""The runs on the Training page: listed, and laid over each other in the plots."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.training import runs
from gui import theme, translation
from gui.main_window import MainWindow
from gui.pages.training.page import TrainingPage
from gui.session import Session
from gui.widgets.training.plot_content import MOST_OVERLAYS
from gui.widgets.training.run_model import Column
from tests.gui.run_samples import make_run
from tests.gui.stand_ins import Training
from tests.gui.training_stage import (
    A_MINUTE_MS,
    finish,
    open_pictures,
    overlays,
    plots,
    row,
    run_with_curves,
    sentence,
    shown,
    start,
    stop,
    tick,
)

# The offscreen platform says so of least sizes and menus.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

needs_trash = pytest.mark.skipif(sys.platform != "linux", reason="a trash of its own can only be had there")


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> None:
    theme.apply(qapp, "light")
    translation.install(qapp, "en")


@pytest.fixture
def session(qtbot: QtBot, training: Training) -> Iterator[Session]:
    made = Session()
    made.set_config(image_size_px=16, epochs=5, batch_size=8)
    yield made
    qtbot.waitUntil(made.end, timeout=A_MINUTE_MS)


@pytest.fixture
def trash(nakami_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A trash of its own on the same disk."""
    monkeypatch.setenv("XDG_DATA_HOME", str(nakami_home / "data"))
    (nakami_home / "data").mkdir()


def open_run(qtbot: QtBot, session: Session, folder: Path) -> None:
    session.open_model(folder)
    qtbot.waitUntil(lambda: session.monitor.shown_run == folder, timeout=A_MINUTE_MS)


# ---- none at all


def test_before_there_is_any_a_sentence_says_what_will_be_here(qtbot: QtBot, session: Session) -> None:
    page = shown(qtbot, session)
    assert not page.runs_card.table.isVisible()
    assert page.runs_card.aside() == ""
    assert overlays(page.curves.loss) == {}


def test_a_training_that_begins_is_listed_and_marked(
    qtbot: QtBot, session: Session, training: Training, colours: Path
) -> None:
    page = shown(qtbot, session)
    open_pictures(qtbot, session, colours)
    training.run = make_run(1, state="training")
    page.runs_card.runs_changed.emit()
    assert row(page, training.run)[Column.STATE] == "interrupted"
    start(qtbot, session)
    assert row(page, training.run)[Column.STATE] == "in training"
    assert not page.runs_card.resume_button.isEnabled()
    assert not page.runs_card.delete_button.isEnabled()
    stop(qtbot, session)
    assert row(page, training.run)[Column.STATE] == "interrupted", "as it is on the disk"


# ---- curves over each other


def test_ticked_runs_are_laid_over_both_plots_by_their_names(qtbot: QtBot, session: Session) -> None:
    first, second = run_with_curves(1, 0.9, 0.7), run_with_curves(2, 0.8)
    page = shown(qtbot, session)
    tick(qtbot, page, second)
    tick(qtbot, page, first)
    loss, accuracy = plots(page)
    assert list(overlays(loss)) == list(overlays(accuracy)) == ["animals 2", "animals 1"]
    assert overlays(loss)["animals 1"] == ([0.4, 0.4], [0.9, 0.7])
    assert overlays(accuracy)["animals 1"] == ([0.9, 0.9], [1 - 0.9, 1 - 0.7])
    assert page.runs_card.comparison.isVisible()
    tick(qtbot, page, second)
    assert list(overlays(loss)) == list(overlays(accuracy)) == ["animals 1"]
    tick(qtbot, page, first)
    assert overlays(loss) == overlays(accuracy) == {}


def test_another_name_of_a_run_is_that_of_its_curves_too(qtbot: QtBot, session: Session) -> None:
    run = run_with_curves(1, 0.9, 0.7)
    page = shown(qtbot, session)
    tick(qtbot, page, run)
    model = page.runs_card.table.runs
    model.setData(model.index(0, Column.NAME), "slow")
    assert list(overlays(page.curves.loss)) == ["slow"]


def test_the_run_in_sight_cannot_be_ticked(qtbot: QtBot, session: Session) -> None:
    first, second = run_with_curves(1, 0.9, 0.7), run_with_curves(2, 0.8)
    page = shown(qtbot, session)
    for run in (first, second):
        tick(qtbot, page, run)
    open_run(qtbot, session, first)
    assert session.monitor.compared == (second,), "its curves are the plots' own now"
    assert list(overlays(page.curves.loss)) == ["animals 2"]
    tick(qtbot, page, first)
    assert session.monitor.compared == (second,)


def test_a_run_that_was_not_seen_is_ticked_on_when_another_comes_in_sight(qtbot: QtBot, session: Session) -> None:
    first, second = run_with_curves(1, 0.9, 0.7), run_with_curves(2, 0.8)
    open_run(qtbot, session, first)
    page = shown(qtbot, session)
    open_run(qtbot, session, second)
    tick(qtbot, page, first)
    assert list(overlays(page.curves.loss)) == ["animals 1"]


def test_ticks_survive_another_language(qtbot: QtBot, session: Session) -> None:
    first, second = run_with_curves(1, 0.9, 0.7), run_with_curves(2, 0.8)
    window = MainWindow(session)
    qtbot.addWidget(window)
    window.show_page("training")
    page = window.pages.currentWidget()
    assert isinstance(page, TrainingPage)
    for run in (second, first):
        tick(qtbot, page, run)
    window.rebuild()
    page = window.pages.currentWidget()
    assert isinstance(page, TrainingPage)
    assert page.runs_card.ticked() == session.monitor.compared == (second, first)
    assert list(overlays(page.curves.loss)) == ["animals 2", "animals 1"]
    tick(qtbot, page, second)
    assert session.monitor.compared == (first,), "the other stays"
    assert list(overlays(page.curves.accuracy)) == ["animals 1"]


def test_ticks_stay_when_a_training_begins_and_ends(
    qtbot: QtBot, session: Session, training: Training, colours: Path
) -> None:
    run = run_with_curves(1, 0.9, 0.7)
    page = shown(qtbot, session)
    tick(qtbot, page, run)
    open_pictures(qtbot, session, colours)
    start(qtbot, session)
    assert list(overlays(page.curves.loss)) == ["animals 1"]
    finish(qtbot, session, training)
    assert page.runs_card.ticked() == session.monitor.compared == (run,)


def test_one_too_many_is_refused(qtbot: QtBot, session: Session) -> None:
    made = [run_with_curves(day, 0.5) for day in range(1, MOST_OVERLAYS + 2)]
    page = shown(qtbot, session)
    for run in made:
        tick(qtbot, page, run)
    assert session.monitor.compared == tuple(made[:MOST_OVERLAYS])
    assert "untick a run first" in page.runs_card.aside()


def test_the_name_of_the_run_in_sight_stands_above_its_curves(qtbot: QtBot, session: Session) -> None:
    first, _ = run_with_curves(1, 0.9, 0.7), run_with_curves(2, 0.8)
    page = shown(qtbot, session)
    assert "Open pictures first" in sentence(page)
    open_run(qtbot, session, first)
    assert sentence(page) == "animals 1, tutorial network"
    page.runs_card.table.renamed.emit(first, "slow")
    assert sentence(page) == "slow, tutorial network"


@needs_trash
def test_a_deleted_run_leaves_the_plots(qtbot: QtBot, session: Session, trash: None) -> None:
    first, second = run_with_curves(1, 0.9, 0.7), run_with_curves(2, 0.8)
    page = shown(qtbot, session)
    for run in (first, second):
        tick(qtbot, page, run)
    page.runs_card.table.select(first)
    qtbot.keyClick(page.runs_card.table, Qt.Key.Key_Delete)
    assert not first.exists()
    assert list(overlays(page.curves.loss)) == list(overlays(page.curves.accuracy)) == ["animals 2"]
    assert session.monitor.compared == (second,)
    page.runs_card.undo_button.click()
    tick(qtbot, page, first)
    assert list(overlays(page.curves.loss)) == ["animals 2", "animals 1"]


def test_a_run_whose_folder_went_away_is_no_trouble(qtbot: QtBot, session: Session, colours: Path) -> None:
    run = run_with_curves(1, 0.9, 0.7)
    page = shown(qtbot, session)
    tick(qtbot, page, run)
    for file in run.iterdir():
        file.unlink()
    run.rmdir()
    assert overlays(shown(qtbot, session).curves.loss) == {}, "on a page that is built anew"
    assert session.monitor.compared == ()
    open_pictures(qtbot, session, colours)
    start(qtbot, session)
    assert overlays(page.curves.loss) == {}
    stop(qtbot, session)


def test_a_delete_that_is_refused_is_told_in_place(
    qtbot: QtBot, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = make_run(1)
    page = shown(qtbot, session)
    page.runs_card.table.select(run)
    monkeypatch.setattr(runs, "is_live", lambda _folder: True)
    page.runs_card.delete_button.click()
    assert "is being trained" in page.banner.text()
    assert run.exists()
