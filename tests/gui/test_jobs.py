"""In which order a busy network takes the questions that wait, and how a job's end is heard."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from core.answers import Photo
from core.errors import ModelError, NakamiError
from core.events import Snapshot
from core.network.presets import tutorial_network
from core.questions import Classify, Look, OpenModel, Preview, Question, TakeSnapshot
from core.words import say
from gui.jobs import InferenceThread, JobThread, UnforeseenError
from tests.gui.stand_ins import CLASSES, Network

PHOTO = Photo("photo", "/p/photo.png")
BUSY = Preview(Photo("first", "/p/first.png"), 10)


def snapshot(epoch: int) -> TakeSnapshot:
    weights = (np.zeros(1, np.float32),)
    return TakeSnapshot(Snapshot(Path("run"), epoch, weights), tutorial_network(16, 3), CLASSES, "run")


def classify(number: int) -> Classify:
    return Classify(Photo(f"{number}", f"/p/{number}.png"), 1)


@pytest.fixture
def thread(qtbot: QtBot, network: Network) -> Iterator[InferenceThread]:
    """At work on a first question."""
    network.hold()
    made = InferenceThread()
    made.start()
    made.ask(BUSY)
    assert network.is_busy.wait(30)
    yield made
    network.let_go()
    made.end()
    assert made.wait(30_000)


def order(qtbot: QtBot, network: Network, thread: InferenceThread, *asked: Question) -> list[Question]:
    """Put these while the network is busy: the order in which they are answered."""
    for question in asked:
        thread.ask(question)
    network.let_go()
    # Photos to classify come last, so this one is the end.
    last = Classify(Photo("end", "/p/end.png"), 2)
    thread.ask(last)
    qtbot.waitUntil(lambda: last in network.answered, timeout=30_000)
    assert network.answered[0] == BUSY
    return network.answered[1:-1]


def place(questions: list[Question], wanted: Question) -> int:
    """Compared as objects: snapshots hold arrays, which have no one answer to `==`."""
    return next(number for number, each in enumerate(questions) if each is wanted)


def test_a_look_is_answered_with_weights_as_new_as_those_it_was_put_after(
    qtbot: QtBot, network: Network, thread: InferenceThread
) -> None:
    look, newest = Look(PHOTO), snapshot(2)
    seen = order(qtbot, network, thread, snapshot(1), look, newest)
    assert any(isinstance(each, TakeSnapshot) for each in seen[: place(seen, look)])
    assert place(seen, newest) >= 0


def test_only_the_newest_snapshot_preview_and_look_count(
    qtbot: QtBot, network: Network, thread: InferenceThread
) -> None:
    looks = [Look(Photo(f"{number}", f"/p/{number}.png")) for number in range(3)]
    previews = [Preview(look.photo, 10) for look in looks]
    snapshots = [snapshot(number) for number in range(1, 4)]
    seen = order(qtbot, network, thread, *snapshots, *looks, *previews)
    assert len(seen) == 3
    for newest in (looks[-1], previews[-1], snapshots[-1]):
        assert place(seen, newest) >= 0


def test_a_model_does_not_overtake_the_photos_before_it(
    qtbot: QtBot, network: Network, thread: InferenceThread
) -> None:
    photos = [classify(number) for number in range(3)]
    model = OpenModel(Path("/runs/other"))
    after = classify(4)
    assert order(qtbot, network, thread, *photos, model, after) == [*photos, model, after]


def test_a_look_overtakes_photos(qtbot: QtBot, network: Network, thread: InferenceThread) -> None:
    photos, look, preview = [classify(number) for number in range(50)], Look(PHOTO), Preview(PHOTO, 10)
    seen = order(qtbot, network, thread, *photos, look, preview)
    assert set(map(type, seen[:2])) == {Look, Preview}
    assert seen[2:] == photos


def test_a_look_never_overtakes_the_model_it_is_meant_for(
    qtbot: QtBot, network: Network, thread: InferenceThread
) -> None:
    photos, look = [classify(number) for number in range(3)], Look(PHOTO)
    model = OpenModel(Path("/runs/other"))
    seen = order(qtbot, network, thread, *photos, model, look)
    assert place(seen, model) < place(seen, look)
    assert place(seen, photos[-1]) < place(seen, model)


def test_photos_are_answered_in_their_order_by_the_model_of_their_time(
    qtbot: QtBot, network: Network, thread: InferenceThread
) -> None:
    before, after = classify(1), classify(2)
    model, look = OpenModel(Path("/runs/other")), Look(PHOTO)
    seen = order(qtbot, network, thread, before, look, model, after)
    assert [each for each in seen if each is not look] == [before, model, after]
    assert place(seen, look) < place(seen, model)


def test_the_network_that_was_asked_for_last_answers_in_the_end(
    qtbot: QtBot, network: Network, thread: InferenceThread
) -> None:
    model, newest = OpenModel(Path("/runs/other")), snapshot(2)
    seen = order(qtbot, network, thread, snapshot(1), model, newest, classify(1))
    assert place(seen, model) < place(seen, newest)


def test_forgotten_photos_are_not_answered(qtbot: QtBot, network: Network, thread: InferenceThread) -> None:
    for number in range(4):
        thread.ask(classify(number))
    look = Look(PHOTO)
    thread.ask(look)
    thread.forget_photos()
    assert order(qtbot, network, thread) == [look]


def test_an_error_of_the_network_is_told_and_the_next_question_answered(
    qtbot: QtBot, network: Network, thread: InferenceThread, monkeypatch: pytest.MonkeyPatch
) -> None:
    errors: list[BaseException] = [ModelError(say("It is none.")), RuntimeError("unforeseen")]
    told: list[NakamiError] = []
    thread.failed.connect(lambda _question, error: told.append(error))
    honest = network.answer

    def answer(question: Question) -> object:
        if isinstance(question, OpenModel):
            raise errors[len(told)]
        return honest(question)

    monkeypatch.setattr(network, "answer", answer)
    network.let_go()
    for number in range(2):
        thread.ask(OpenModel(Path("/m.keras")))
        qtbot.waitUntil(lambda number=number: len(told) == number + 1, timeout=30_000)
    assert told[0] is errors[0]
    assert isinstance(told[1], UnforeseenError)
    assert "RuntimeError: unforeseen" in told[1].details
    assert order(qtbot, network, thread, classify(1)) == [classify(1)]


@pytest.mark.parametrize(("job", "heard"), [("json:dumps", "failed"), ("no_such_module:nothing", "failed")])
def test_whatever_goes_wrong_in_a_job_is_told(qtbot: QtBot, job: str, heard: str) -> None:
    """`dumps` does not take what every job is given."""
    thread = JobThread(job, needs_tensorflow=False)
    with qtbot.waitSignal(thread.finished, timeout=30_000), qtbot.waitSignal(getattr(thread, heard)) as told:
        thread.start()
    assert isinstance(told.args[0], UnforeseenError)
    assert thread.wait(30_000)


def test_a_job_that_was_stopped_before_it_began_says_so(qtbot: QtBot) -> None:
    thread = JobThread("core.pictures.intake:take_in", None, 16, needs_tensorflow=False)
    thread.control.stop()
    with qtbot.waitSignal(thread.finished, timeout=30_000), qtbot.waitSignal(thread.stopped):
        thread.start()
    assert thread.wait(30_000)
