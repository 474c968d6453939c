"""The curves of the Training page as files: a picture, a drawing, tables."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.training.batch_history import BatchRow, append_batches
from core.training.curves_csv import batches_path
from core.training.labels import Label, write_label
from gui import theme, translation
from gui.pages.training.page import TrainingPage
from gui.session import Session
from gui.state import State
from tests.gui.stand_ins import Training, batch, epoch
from tests.gui.training_stage import (
    A_MINUTE_MS,
    choose_file,
    choose_in,
    dialog_of,
    open_pictures,
    run_with_curves,
    shown,
    start,
    stop,
    tick,
    unfinished_run,
    until,
)

# The offscreen platform says so of least sizes and menus.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


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
def trained(qtbot: QtBot, session: Session, colours: Path, training: Training) -> Session:
    """In its second epoch of five, of four batches each."""
    open_pictures(qtbot, session, colours)
    start(qtbot, session)
    training.tell([batch(1, 2, 0.9), batch(1, 4, 0.7), epoch(1, 0.61, 0.75, is_best=True), batch(2, 1, 0.6)])
    qtbot.waitUntil(lambda: len(session.batches) == 3)
    return session


# ---- taken along


def export(page: TrainingPage, entry: str, path: Path) -> None:
    menu = page.export_button.menu()
    assert menu is not None
    choose_in(menu, entry)
    choose_file(page, path)


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def test_without_an_epoch_there_is_nothing_to_take_along(
    qtbot: QtBot, session: Session, training: Training, colours: Path
) -> None:
    page = shown(qtbot, session)
    assert not page.export_button.isEnabled()
    open_pictures(qtbot, session, colours)
    start(qtbot, session)
    training.tell([batch(1, 1)])
    qtbot.waitUntil(lambda: len(session.batches) == 1)
    assert not page.export_button.isEnabled()
    training.tell([epoch(1, 0.61, 0.75, is_best=True)])
    qtbot.waitUntil(page.export_button.isEnabled)
    stop(qtbot, session)


def test_a_picture_and_a_drawing(qtbot: QtBot, trained: Session, tmp_path: Path) -> None:
    page = shown(qtbot, trained)
    export(page, "Picture of the plots (PNG)…", tmp_path / "curves.png")
    picture = QImage(str(tmp_path / "curves.png"))
    assert picture.width() > 2 * (page.curves.loss.width() + page.curves.accuracy.width()), "both, at twice the size"
    export(page, "Drawing of the plots (SVG)…", tmp_path / "curves.svg")
    drawing = (tmp_path / "curves.svg").read_text(encoding="utf-8")
    assert drawing.count("<polyline") + drawing.count("<path") > 3
    assert "Accuracy" in drawing
    assert "training" not in trained.messages
    stop(qtbot, trained)


def test_values_of_all_runs_in_sight_by_their_names(
    qtbot: QtBot, session: Session, training: Training, tmp_path: Path
) -> None:
    resumed, other = unfinished_run(), run_with_curves(3, 0.9, 0.8)
    write_label(other, Label(name="longer / larger"))
    page = shown(qtbot, session)
    tick(qtbot, page, other)
    session.monitor.resume_run(resumed)
    until(qtbot, session, State.TRAINING)
    export(page, "Values as tables (CSV)…", tmp_path / "curves.csv")
    found = [(row["run"], row["epoch"], float(row["val_loss"])) for row in rows(tmp_path / "curves.csv")]
    assert found == [
        ("animals 2", "1", 1.0),
        ("animals 2", "2", 0.5),
        ("longer / larger", "1", 0.9),
        ("longer / larger", "2", 0.8),
    ], "as the table of runs calls them"
    assert len(rows(batches_path(tmp_path / "curves.csv"))) == 20
    stop(qtbot, session)


def test_batches_that_were_not_reported_are_taken_along(qtbot: QtBot, trained: Session, tmp_path: Path) -> None:
    """A fast training reports some of its batches only; the others are on the disk with their epoch."""
    run = trained.monitor.shown_run
    assert run is not None
    run.mkdir()
    append_batches(run, [BatchRow(1, number, 4, 1 / number, 0.5) for number in range(1, 5)])
    export(shown(qtbot, trained), "Values as tables (CSV)…", tmp_path / "curves.csv")
    found = rows(batches_path(tmp_path / "curves.csv"))
    assert [(row["epoch"], row["batch"]) for row in found] == [
        ("1", "1"),
        ("1", "2"),
        ("1", "3"),
        ("1", "4"),
        ("2", "1"),
    ]
    assert [float(row["loss"]) for row in found] == [1.0, 0.5, 1 / 3, 0.25, 0.6]
    stop(qtbot, trained)


def test_the_file_is_called_as_the_run(qtbot: QtBot, session: Session, training: Training) -> None:
    run = unfinished_run()
    write_label(run, Label(name="small/fast: 1"))
    page = shown(qtbot, session)
    session.monitor.resume_run(run)
    page.export.ask("csv")
    (named,) = dialog_of(page).selectedFiles()
    assert Path(named).name == "small-fast- 1.csv"
    dialog_of(page).close()
    until(qtbot, session, State.TRAINING)
    stop(qtbot, session)


@pytest.mark.parametrize("kind", ["png", "svg", "csv"])
def test_a_place_that_cannot_be_written_is_told_in_place(
    qtbot: QtBot, trained: Session, tmp_path: Path, kind: str
) -> None:
    page = shown(qtbot, trained)
    page.export.ask(kind)
    choose_file(page, tmp_path / "gone" / f"curves.{kind}")
    assert page.banner.isVisible()
    assert "The curves cannot be saved" in page.banner.text()
    assert not (tmp_path / "gone").exists()
    stop(qtbot, trained)
