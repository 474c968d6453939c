"""What is done about pictures that a network gets wrong, and how it is counted and taken back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gui.mending import Mending
from gui.session import Session
from gui.state import State
from gui.widgets.results.shown_picture import Mend
from tests.gui.pictures_stage import make_scenes, state_of
from tests.gui.results.results_stage import CLASSES, draw_pictures, make_run, prepared_of, results_of
from tests.gui.stand_ins import Training
from tests.gui.training_stage import finish, open_pictures

A, B, C = "ant/00.png", "bee/00.png", "bee/01.png"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return draw_pictures(tmp_path / "animals")


@pytest.fixture
def session(qtbot: QtBot, folder: Path) -> Iterator[Session]:
    made = Session()
    made.set_config(image_size_px=16)
    open_pictures(qtbot, made, folder)
    yield made
    qtbot.waitUntil(made.end, timeout=60_000)


@pytest.fixture
def mending(session: Session) -> Mending:
    return session.mending


def counts(session: Session) -> dict[str, int]:
    assert session.dataset is not None
    return dict(session.dataset.counts)


def test_only_open_pictures_can_be_mended(session: Session, folder: Path, tmp_path: Path) -> None:
    assert session.mending.is_open(folder)
    assert not session.mending.is_open(tmp_path)
    assert session.mending.class_names == CLASSES


def test_leaving_out_and_back(session: Session, mending: Mending, folder: Path) -> None:
    before = state_of(folder)
    mending.leave_out([A, B])
    assert counts(session) == {"ant": 7, "bee": 7, "cat": 8}
    assert mending.state_of(A, "ant") == Mend()
    assert mending.state_of(C, "bee") is None
    mending.take_back({A: "ant"})
    assert counts(session) == {"ant": 8, "bee": 7, "cat": 8}
    assert mending.state_of(A, "ant") is None
    assert state_of(folder) == before, "files are never touched"


def test_moving_counts_for_the_other_class(session: Session, mending: Mending, folder: Path) -> None:
    before = state_of(folder)
    mending.move([A], "bee")
    assert counts(session) == {"ant": 7, "bee": 9, "cat": 8}
    assert mending.state_of(A, "ant") == Mend("bee")
    assert state_of(folder) == before


def test_moving_to_its_own_class_takes_the_move_back(session: Session, mending: Mending) -> None:
    mending.move([A], "bee")
    mending.move([A], "ant")
    assert mending.state_of(A, "ant") is None
    assert not session.collection.edits.moved
    assert counts(session) == dict.fromkeys(CLASSES, 8)


def test_moving_takes_in_what_was_left_out(session: Session, mending: Mending) -> None:
    mending.leave_out([A, B])
    mending.move([A, B], "bee")
    assert mending.state_of(A, "ant") == Mend("bee")
    assert mending.state_of(B, "bee") is None
    assert counts(session) == {"ant": 7, "bee": 9, "cat": 8}


def test_a_class_under_another_name_is_moved_to_by_that(session: Session, mending: Mending) -> None:
    session.collection.rename("bee", "wasp")
    mending.move([A], "wasp")
    assert mending.state_of(A, "ant") == Mend("wasp")
    assert counts(session) == {"ant": 7, "wasp": 9, "cat": 8}
    mending.move([B], "ant")
    mending.move([B], "wasp")
    assert mending.state_of(B, "wasp") is None


def test_a_class_that_is_not_there_changes_nothing(session: Session, mending: Mending) -> None:
    mending.move([A], "dog")
    assert counts(session) == dict.fromkeys(CLASSES, 8)
    assert not session.collection.can_undo


@pytest.mark.parametrize("done", ["leave_out", "move", "take_back"])
def test_several_at_once_are_one_step_of_undoing(session: Session, mending: Mending, done: str) -> None:
    mending.leave_out([A])
    before = session.collection.edits
    match done:
        case "leave_out":
            mending.leave_out([B, C])
        case "move":
            mending.move([A, B, C], "cat")
        case "take_back":
            mending.take_back({A: "ant", B: "bee"})
    after = session.collection.edits
    assert after != before
    session.collection.undo()
    assert session.collection.edits == before
    session.collection.redo()
    assert session.collection.edits == after


def test_changes_are_counted_against_the_run(session: Session, mending: Mending) -> None:
    judged = session.dataset
    assert judged is not None
    assert mending.changes(judged) == (0, 0)
    mending.leave_out([A])
    mending.move([B, C], "cat")
    assert mending.changes(judged) == (1, 2)
    # Left out after all: one picture, one change.
    mending.leave_out([C])
    assert mending.changes(judged) == (2, 1)
    # A run that has learned from them so knows of nothing new.
    assert session.dataset is not None
    assert mending.changes(session.dataset) == (0, 0)


def test_a_move_that_is_taken_back_is_news_to_a_run_that_learned_from_it(session: Session, mending: Mending) -> None:
    mending.move([A], "bee")
    judged = session.dataset
    assert judged is not None
    mending.move([A], "ant")
    assert mending.changes(judged) == (0, 1)
    assert mending.state_of(A, "bee") == Mend("ant")
    mending.take_back({A: "bee"})
    assert mending.changes(judged) == (0, 0)
    assert mending.state_of(A, "bee") is None


def test_another_name_for_a_class_is_no_change_of_its_pictures(session: Session, mending: Mending) -> None:
    judged = session.dataset
    assert judged is not None
    session.collection.rename("ant", "emmet")
    assert mending.changes(judged) == (0, 0)
    assert mending.state_of(A, "ant") is None


def test_pictures_that_are_not_open_have_no_changes(
    qtbot: QtBot, session: Session, mending: Mending, tmp_path: Path
) -> None:
    judged = session.dataset
    assert judged is not None
    mending.leave_out([A])
    open_pictures(qtbot, session, make_scenes(tmp_path / "others", ant=4, bee=4))
    assert mending.changes(judged) == (0, 0)


def test_training_again_shares_the_pictures_out_as_before(
    qtbot: QtBot, session: Session, mending: Mending, training: Training, folder: Path
) -> None:
    run = make_run(folder, "animals")
    mending.leave_out([A])
    mending.train_again(run)
    qtbot.waitUntil(lambda: session.state is State.TRAINING, timeout=60_000)
    (config,), (dataset,) = training.configs, training.datasets
    assert config.split_from == str(run)
    assert A not in {each.file for each in dataset.pictures}
    split = session.split()
    assert split is not None
    finish(qtbot, session, training)


def test_without_the_runs_split_nothing_is_trained_and_it_is_said_why(
    session: Session, mending: Mending, training: Training, folder: Path
) -> None:
    session.settings.page = "results"
    run = make_run(folder, "animals")
    (run / "split.csv").unlink()
    mending.train_again(run)
    assert session.is_idle
    assert not training.configs
    assert session.messages["results"].kind == "error"


def test_a_mend_of_the_judged_run_keeps_its_split(qtbot: QtBot, session: Session, folder: Path) -> None:
    run = make_run(folder, "animals", day=1)
    session.judging.results = results_of(prepared_of(folder), run)
    test_file = session.judging.results.picture("test", 0).file
    said: list[str] = []
    session.collection.done.connect(lambda done: said.append(str(done)))
    session.mending.leave_out([test_file])
    assert session.collection.edits.split_from == str(run)
    assert "changes the questions" in said[-1]
    learned = session.judging.results.picture("training", 0).file
    session.mending.leave_out([learned])
    assert said[-1] == "1 picture left out."
    session.collection.undo()
    session.collection.undo()
    assert session.collection.edits.split_from == ""
