"""The session and its threads, as the window uses them: pictures in, a training, answers out."""

import shutil
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.answers import Photo
from core.training import runs
from gui.session import Session
from gui.state import State
from tests.gui.stand_ins import CLASSES


@pytest.fixture
def folder(colours: Path) -> Path:
    return colours


@pytest.fixture
def session(qtbot: QtBot):
    each = Session()
    each.set_config(image_size_px=16, epochs=2, batch_size=8)
    yield each
    if not each.end():
        qtbot.waitUntil(each.end, timeout=60_000)


def open_pictures(qtbot: QtBot, session: Session, folder: Path) -> None:
    session.open_dropped([folder])
    qtbot.waitUntil(lambda: session.prepared is not None and session.state is State.IDLE, timeout=30_000)


def test_begins_idle_and_empty(session: Session) -> None:
    assert session.state is State.IDLE
    assert session.dataset is None
    assert not session.can_start


def test_a_dropped_folder_is_taken_in_and_remembered(qtbot: QtBot, session: Session, folder: Path) -> None:
    pages: list[str] = []
    session.page_wanted.connect(pages.append)
    open_pictures(qtbot, session, folder)
    assert session.dataset is not None
    assert session.dataset.counts == {"blue": 10, "green": 10, "red": 10}
    assert session.can_start
    assert pages == ["pictures"]
    assert session.settings.recent[0].path == str(folder)


@pytest.mark.parametrize("classes", [0, 1])
def test_a_folder_without_two_classes_is_explained(
    qtbot: QtBot, session: Session, tmp_path: Path, folder: Path, classes: int
) -> None:
    few = tmp_path / "few"
    few.mkdir()
    for name in CLASSES[:classes]:
        shutil.copytree(folder / name, few / name)
    session.open_dropped([few])
    qtbot.waitUntil(lambda: "pictures" in session.messages and session.state is State.IDLE, timeout=30_000)
    message = session.messages["pictures"]
    assert message.kind == "error"
    assert "few" in str(message.what)
    assert not session.can_start


def test_photos_without_a_network_are_not_lost_in_silence(session: Session, folder: Path) -> None:
    session.open_dropped([folder / "red" / "0.png"])
    assert "no network" in str(session.messages["classify"].what)


def test_a_file_that_is_no_model_is_explained(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    (tmp_path / "broken.keras").write_bytes(b"PK not really")
    session.open_dropped([tmp_path / "broken.keras"])
    qtbot.waitUntil(lambda: session.page in session.messages, timeout=60_000)
    assert "broken.keras" in str(session.messages[session.page].what)
    assert session.asking.model is None


def test_settings_out_of_range_are_refused(session: Session) -> None:
    session.set_config(epochs=0)
    assert session.config.epochs == 2
    assert "epochs" in str(session.messages["training"].what)


@pytest.mark.heavy
def test_train_look_classify_and_open_again(qtbot: QtBot, session: Session, folder: Path) -> None:
    open_pictures(qtbot, session, folder)
    states: list[State] = []
    session.state_changed.connect(lambda: states.append(session.state))
    session.start_training()
    qtbot.waitUntil(lambda: session.state is State.IDLE, timeout=120_000)
    assert not session.messages, [(str(each.what), each.details) for each in session.messages.values()]
    assert states[:2] == [State.PREPARING, State.TRAINING]
    assert [each.epoch for each in session.epochs] == [1, 2]
    assert session.outcome is not None
    assert (session.outcome.run / runs.BEST_FILE).is_file()

    photos = [Photo("red", str(folder / "red" / "0.png")), Photo("none", str(folder / "none.png"))]
    session.classify(photos)
    qtbot.waitUntil(lambda: None not in session.asking.answers, timeout=60_000)
    named, missing = session.asking.answers
    assert named is not None
    assert named.label in CLASSES
    assert missing is not None
    assert missing.error is not None

    session.asking.want_insight(True)
    session.asking.look(photos[0])
    qtbot.waitUntil(lambda: session.asking.insight is not None, timeout=60_000)
    assert session.asking.insight is not None
    assert [each.name for each in session.asking.insight.outputs][-1] == "softmax"

    run = session.outcome.run
    session.asking.forget_model()
    session.open_dropped([run])
    qtbot.waitUntil(lambda: session.asking.model is not None, timeout=60_000)
    assert session.asking.model.run == run
    assert [each.epoch for each in session.epochs] == [1, 2], "its curves are shown"


@pytest.mark.heavy
def test_a_stopped_training_goes_on_where_it_was(qtbot: QtBot, session: Session, folder: Path) -> None:
    session.set_config(epochs=10_000)
    open_pictures(qtbot, session, folder)
    session.start_training()
    qtbot.waitUntil(lambda: len(session.epochs) >= 2, timeout=120_000)
    session.monitor.set_learning_rate(0.0004)
    qtbot.waitUntil(lambda: any(each.learning_rate == 0.0004 for each in session.batches), timeout=60_000)
    session.stop()
    qtbot.waitUntil(lambda: session.state is State.IDLE, timeout=60_000)
    assert session.outcome is not None
    run, before = session.outcome.run, list(session.epochs)
    assert session.monitor.guessing is not None

    session.monitor.resume_run(run, len(before) + 1)
    qtbot.waitUntil(lambda: session.state is State.IDLE, timeout=120_000)
    assert not session.messages, [(str(each.what), each.details) for each in session.messages.values()]
    assert [each.epoch for each in session.epochs] == list(range(1, len(before) + 2))
    assert session.epochs[: len(before)] == before
    assert session.monitor.config.learning_rate == 0.0004
    assert session.outcome.state == "finished"
    assert session.monitor.earlier_batches[0][-1] == len(before)


@pytest.mark.heavy
def test_photos_dropped_while_training_are_answered_and_stop_keeps_a_model(
    qtbot: QtBot, session: Session, folder: Path
) -> None:
    session.set_config(epochs=10_000)
    open_pictures(qtbot, session, folder)
    session.start_training()
    qtbot.waitUntil(lambda: session.state is State.TRAINING, timeout=120_000)
    session.classify([Photo("red", str(folder / "red" / "1.png"))])
    qtbot.waitUntil(lambda: session.asking.answers[0] is not None, timeout=60_000)
    assert session.asking.answers[0] is not None
    assert session.asking.answers[0].ranked

    session.pause()
    assert session.state is State.PAUSED
    qtbot.wait(200)
    seen = len(session.batches)
    qtbot.wait(300)
    assert len(session.batches) == seen
    session.resume()
    qtbot.waitUntil(lambda: len(session.batches) > seen, timeout=30_000)

    session.stop()
    qtbot.waitUntil(lambda: session.state is State.IDLE, timeout=60_000)
    assert session.outcome is not None
    assert session.outcome.state == "stopped"
    assert runs.read_facts(session.outcome.run).state == "stopped"
    assert (session.outcome.run / runs.BEST_FILE).is_file()


@pytest.mark.heavy
def test_a_broken_model_dropped_while_training_leaves_the_training_to_answer(
    qtbot: QtBot, session: Session, folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "broken.keras").write_bytes(b"PK not really")
    session.set_config(epochs=10_000)
    open_pictures(qtbot, session, folder)
    session.start_training()
    qtbot.waitUntil(lambda: session.state is State.TRAINING, timeout=120_000)
    session.open_dropped([tmp_path / "broken.keras"])
    qtbot.waitUntil(lambda: session.page in session.messages, timeout=60_000)
    assert "broken.keras" in str(session.messages[session.page].what)

    session.open_dropped([folder / "red" / "1.png"])
    qtbot.waitUntil(lambda: None not in session.asking.answers, timeout=60_000)
    (answer,) = session.asking.answers
    assert answer is not None
    assert answer.ranked
    assert session.asking.model is not None
    assert session.live is not None
    assert session.asking.model.run == session.live.run
    epoch = session.asking.model.epoch
    assert epoch is not None

    # The next epochs answer as well.
    qtbot.waitUntil(lambda: len(session.epochs) > epoch + 1, timeout=60_000)
    session.classify([Photo("blue", str(folder / "blue" / "1.png"))])
    qtbot.waitUntil(lambda: None not in session.asking.answers, timeout=60_000)
    assert session.asking.model.epoch is not None
    assert session.asking.model.epoch > epoch
    session.stop()
    qtbot.waitUntil(lambda: session.state is State.IDLE, timeout=60_000)


@pytest.mark.heavy
def test_ending_while_training_stops_first(qtbot: QtBot, session: Session, folder: Path) -> None:
    session.set_config(epochs=10_000)
    open_pictures(qtbot, session, folder)
    session.start_training()
    qtbot.waitUntil(lambda: session.state is State.TRAINING, timeout=120_000)
    with qtbot.waitSignal(session.all_ended, timeout=60_000):
        assert not session.end()
    qtbot.waitUntil(session.end, timeout=60_000)
    assert not session.asking.is_running
