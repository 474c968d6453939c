"""What the tests of the Training page share: its page, and what a user does on it."""

import math
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QFileDialog, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from core import places
from core.events import EpochEnded
from core.pictures.split import SPLIT_FILE
from core.training import runs
from gui.pages.training.page import TrainingPage
from gui.session import Session
from gui.state import State
from gui.widgets.switch import Switch
from gui.widgets.training.curve_plot import CurvePlot
from gui.widgets.training.run_model import Column
from tests.gui.run_samples import make_run
from tests.gui.stand_ins import CLASSES, Training, epoch, interrupted_run

A_MINUTE_MS = 60_000


# ---- the page and its session


def shown(qtbot: QtBot, session: Session) -> TrainingPage:
    page = TrainingPage(session)
    qtbot.addWidget(page)
    page.resize(1192, 752)
    with qtbot.waitExposed(page):
        page.show()
    return page


def until(qtbot: QtBot, session: Session, state: State) -> None:
    qtbot.waitUntil(lambda: session.state is state, timeout=A_MINUTE_MS)


def open_pictures(qtbot: QtBot, session: Session, folder: Path) -> None:
    session.open_dropped([folder])
    qtbot.waitUntil(lambda: session.prepared is not None and session.is_idle, timeout=A_MINUTE_MS)


def start(qtbot: QtBot, session: Session) -> None:
    session.start_training()
    until(qtbot, session, State.TRAINING)


def stop(qtbot: QtBot, session: Session) -> None:
    session.stop()
    until(qtbot, session, State.IDLE)


def finish(qtbot: QtBot, session: Session, training: Training) -> None:
    training.finish()
    until(qtbot, session, State.IDLE)


# ---- what a user does


def box(field: QWidget) -> QAbstractSpinBox:
    found = field.findChild(QAbstractSpinBox)
    assert isinstance(found, QAbstractSpinBox)
    return found


def write(qtbot: QtBot, field: QWidget, text: str) -> None:
    """Over all that stands there, then Enter."""
    target = box(field)
    target.selectAll()
    qtbot.keyClicks(target, text)
    qtbot.keyClick(target, Qt.Key.Key_Return)


def switch(field: QWidget) -> Switch:
    found = field.findChild(Switch)
    assert isinstance(found, Switch)
    return found


def pick(qtbot: QtBot, field: QWidget, words: str) -> None:
    """An option, by the keyboard."""
    combo = field.findChild(QComboBox)
    assert isinstance(combo, QComboBox)
    steps = combo.findText(words) - combo.currentIndex()
    for _ in range(abs(steps)):
        qtbot.keyClick(combo, Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up)


def choose_in(menu: QMenu, words: str) -> None:
    """An entry of a menu."""
    next(each for each in menu.actions() if each.text() == words).trigger()


def choose_file(page: TrainingPage, path: Path) -> None:
    """A name in the dialog that has opened."""
    dialog = dialog_of(page)
    dialog.fileSelected.emit(str(path))
    dialog.close()


def dialog_of(page: TrainingPage) -> QFileDialog:
    (dialog,) = (each for each in page.findChildren(QFileDialog) if each.isVisible())
    return dialog


def tick(qtbot: QtBot, page: TrainingPage, folder: Path) -> None:
    """A run in the table, by the keyboard; once more takes the tick away."""
    page.runs_card.table.select(folder)
    qtbot.keyClick(page.runs_card.table, Qt.Key.Key_Space)


# ---- what is seen


def sentence(page: TrainingPage) -> str:
    """Below the page's title."""
    return page.header.findChildren(QLabel)[1].text()


def tiles(page: TrainingPage) -> list[str]:
    return [each.accessibleName() for each in (page.epoch_tile, page.best_tile, page.val_tile)]


def row(page: TrainingPage, folder: Path) -> dict[Column, str]:
    """A run's cells in the table."""
    model = page.runs_card.table.runs
    return {each: str(model.index(model.row_of(folder), each).data()) for each in Column}


def plots(page: TrainingPage) -> tuple[CurvePlot, CurvePlot]:
    return page.curves.loss, page.curves.accuracy


def overlays(plot: CurvePlot) -> dict[str, tuple[list[float], list[float]]]:
    """The further runs by their names: training and validation."""
    found = plot.content().overlays
    return {each.name: (each.training.tolist(), each.validation.tolist()) for each in found}


def batches(plot: CurvePlot) -> list[tuple[float, float]]:
    """Of the faint curve: positions in epochs, and values."""
    content = plot.content()
    return list(zip(content.positions.tolist(), content.values.tolist(), strict=True))


def epochs(plot: CurvePlot) -> list[tuple[float, float]]:
    """Training and validation of the epochs so far."""
    content = plot.content()
    pairs = zip(content.training.tolist(), content.validation.tolist(), strict=True)
    return [pair for pair in pairs if not all(map(math.isnan, pair))]


# ---- runs


def learning_by_heart(count: int) -> list[EpochEnded]:
    """The first epoch's validation loss stays the lowest, while training loss goes on falling."""
    return [
        replace(epoch(each, 0.5 + each / 10, 0.95, is_best=each == 1), loss=0.8 / each) for each in range(1, count + 1)
    ]


def run_with_curves(day: int, *val_losses: float) -> Path:
    """A finished run among the program's own, with so many epochs."""
    folder = make_run(day, val_loss=min(val_losses))
    runs.write_history(folder, [epoch(each, loss, 1 - loss, True) for each, loss in enumerate(val_losses, start=1)])
    return folder


def unfinished_run(state: str = "stopped", done: int = 2, planned: int = 5) -> Path:
    """A run among the program's own that can go on."""
    folder = places.runs_folder() / "2026-03-01 10.00.00 animals"
    return interrupted_run(folder, done, planned, state=state)


def write_split(run: Path, parts: Sequence[str] = ("training", "validation")) -> None:
    """So that what chance alone would reach can be told."""
    run.mkdir(parents=True, exist_ok=True)
    rows = [f"{name}/{number}.png,{name},{part}" for name in CLASSES for number, part in enumerate(parts)]
    (run / SPLIT_FILE).write_text("\n".join(("file,class,part", *rows)) + "\n", encoding="utf-8")
