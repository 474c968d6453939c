"""Results, comparisons, reports and heat maps as the session has them, beside whatever else runs."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.answers import HeatMap
from core.errors import ModelError
from core.questions import OpenModel, WhyMistake
from core.words import say
from gui.judging import Judging
from gui.session import Session
from gui.state import State
from tests.gui.results.results_stage import Judges, draw_pictures, make_run, stand_in, write_split
from tests.gui.stand_ins import Network, Training
from tests.gui.training_stage import finish, open_pictures, start

A_MINUTE_MS = 60_000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return draw_pictures(tmp_path / "animals")


@pytest.fixture
def run(folder: Path) -> Path:
    return make_run(folder, "animals 1")


@pytest.fixture
def judges(monkeypatch: pytest.MonkeyPatch, network: Network, folder: Path) -> Iterator[Judges]:
    made = stand_in(monkeypatch, folder)
    yield made
    made.let_go()


@pytest.fixture
def session(qtbot: QtBot, judges: Judges) -> Iterator[Session]:
    made = Session()
    made.set_config(image_size_px=16, epochs=2, batch_size=8)
    yield made
    judges.let_go()
    qtbot.waitUntil(made.end, timeout=A_MINUTE_MS)


@pytest.fixture
def judging(session: Session) -> Judging:
    return session.judging


def settle(qtbot: QtBot, judging: Judging) -> None:
    qtbot.waitUntil(lambda: not judging.is_running, timeout=A_MINUTE_MS)


def judge(qtbot: QtBot, judging: Judging, model: Path) -> None:
    judging.judge(model)
    settle(qtbot, judging)
    assert judging.results is not None
    assert judging.model == model


def questions(network: Network) -> list[WhyMistake]:
    return [each for each in network.answered if isinstance(each, WhyMistake)]


# ---- results


def test_what_is_wanted_is_judged_once_when_somebody_looks(
    qtbot: QtBot, judging: Judging, judges: Judges, run: Path
) -> None:
    judging.look()
    assert not judging.is_working
    judging.want(run)
    assert not judges.judged
    judging.look()
    assert judging.is_working
    judging.look()
    settle(qtbot, judging)
    judging.look()
    assert judges.judged == [(run, None)]
    assert judging.results is not None
    assert judging.results.run == run


def test_of_two_that_are_asked_for_only_the_newer_is_shown(
    qtbot: QtBot, judging: Judging, judges: Judges, folder: Path, run: Path
) -> None:
    other = make_run(folder, "animals 2", day=2)
    shown: list[Path | None] = []
    judging.changed.connect(lambda: shown.append(judging.results.run if judging.results is not None else None))
    judges.hold()
    judging.judge(run)
    qtbot.waitUntil(lambda: len(judges.judged) == 1)
    judging.judge(other)
    qtbot.waitUntil(lambda: len(judges.judged) == 2)
    judges.let_go()
    settle(qtbot, judging)
    assert run not in shown
    assert shown[-1] == judging.model == other


def test_what_was_stopped_is_asked_again_by_who_looks_again(
    qtbot: QtBot, judging: Judging, judges: Judges, folder: Path, run: Path
) -> None:
    judge(qtbot, judging, run)
    other = make_run(folder, "animals 2", day=2)
    judges.hold()
    judging.want(other)
    judging.look()
    qtbot.waitUntil(lambda: judging.step is not None and judging.step.total == 9)
    judging.stop()
    settle(qtbot, judging)
    assert judging.results is not None
    assert judging.results.run == run, "what is shown stays"
    judges.let_go()
    judging.look()
    settle(qtbot, judging)
    assert judging.results.run == judging.model == other
    assert judges.judged == [(run, None), (other, None), (other, None)]


def test_stopping_a_comparison_leaves_a_models_results_as_they_are(
    qtbot: QtBot, judging: Judging, judges: Judges, folder: Path, tmp_path: Path
) -> None:
    model = tmp_path / "net.keras"
    judging.judge(model, folder)
    settle(qtbot, judging)
    judges.hold()
    judging.judge_folder(folder)
    judging.stop()
    settle(qtbot, judging)
    judging.look()
    assert not judging.is_working
    assert judging.model == model


def test_what_fails_is_said_on_the_page_and_not_tried_again_by_itself(
    qtbot: QtBot, session: Session, judging: Judging, judges: Judges, run: Path, tmp_path: Path
) -> None:
    judge(qtbot, judging, run)
    broken = tmp_path / "broken.keras"
    judges.errors[broken] = ModelError(say("It is broken."))
    judging.want(broken)
    judging.look()
    settle(qtbot, judging)
    assert str(session.messages["results"].what) == "It is broken."
    judging.look()
    assert not judging.is_working
    assert judging.model == run, "the network that the results shown are of"


def test_a_folder_is_about_the_network_that_was_wanted_last(
    qtbot: QtBot, session: Session, judging: Judging, judges: Judges, run: Path, folder: Path, tmp_path: Path
) -> None:
    judging.judge_folder(folder)
    assert not judging.is_working
    assert session.messages["results"].kind == "info"
    judge(qtbot, judging, run)
    model = tmp_path / "net.keras"
    judges.errors[model] = ModelError(say("It has no pictures of its own."))
    judging.judge(model)
    settle(qtbot, judging)
    del judges.errors[model]
    judging.judge_folder(folder)
    settle(qtbot, judging)
    assert judges.judged[-1] == (model, folder)
    assert judging.results is not None
    assert (judging.results.folder, judging.model) == (folder, model)
    assert judging.choice.part == "test"


# ---- after a training


def trained(qtbot: QtBot, session: Session, training: Training) -> None:
    start(qtbot, session)
    write_split(training.run)
    finish(qtbot, session, training)


def test_a_training_that_ends_is_judged(
    qtbot: QtBot, session: Session, judging: Judging, judges: Judges, training: Training, folder: Path
) -> None:
    open_pictures(qtbot, session, folder)
    trained(qtbot, session, training)
    qtbot.waitUntil(lambda: judging.results is not None, timeout=A_MINUTE_MS)
    assert judging.model == training.run
    # The same folder, trained further: judged anew.
    trained(qtbot, session, training)
    qtbot.waitUntil(lambda: len(judges.judged) == 2, timeout=A_MINUTE_MS)
    assert judges.judged == [(training.run, None)] * 2


def test_a_training_begins_while_another_network_is_judged(
    qtbot: QtBot, session: Session, judging: Judging, judges: Judges, training: Training, folder: Path, run: Path
) -> None:
    open_pictures(qtbot, session, folder)
    judges.hold()
    judging.judge(run)
    qtbot.waitUntil(lambda: bool(judges.judged))
    start(qtbot, session)
    assert judging.is_working
    judges.let_go()
    settle(qtbot, judging)
    assert judging.model == run
    assert session.state is State.TRAINING
    finish(qtbot, session, training)
    qtbot.waitUntil(lambda: judging.model == training.run, timeout=A_MINUTE_MS)


@pytest.mark.parametrize("work", ["report", "comparison"])
def test_the_end_of_a_training_cuts_nothing_short(
    qtbot: QtBot,
    session: Session,
    judging: Judging,
    judges: Judges,
    training: Training,
    folder: Path,
    run: Path,
    tmp_path: Path,
    work: str,
) -> None:
    open_pictures(qtbot, session, folder)
    judge(qtbot, judging, run)
    start(qtbot, session)
    judges.hold()
    if work == "report":
        judging.write_report(run, tmp_path / "report.html")
    else:
        judging.compare(run, make_run(folder, "animals 2", day=2))
    qtbot.waitUntil(lambda: bool(judges.reported or judges.compared))
    finish(qtbot, session, training)
    judges.let_go()
    if work == "report":
        qtbot.waitUntil(lambda: judging.model == training.run, timeout=A_MINUTE_MS)
        assert (tmp_path / "report.html").exists()
    else:
        qtbot.waitUntil(lambda: judging.comparison is not None, timeout=A_MINUTE_MS)
        settle(qtbot, judging)
        assert judging.choice.view == "comparison", "the user looks at it"
        judging.choice.view = "overview"
        judging.look()
        settle(qtbot, judging)
    assert judging.model == training.run


# ---- comparisons and reports


def test_a_comparison_stays_beside_the_results(
    qtbot: QtBot, judging: Judging, judges: Judges, folder: Path, run: Path
) -> None:
    judge(qtbot, judging, run)
    other = make_run(folder, "animals 2", day=2)
    judging.compare(run, other)
    settle(qtbot, judging)
    assert judges.compared == [(run, other)]
    assert judging.choice.view == "comparison"
    assert judging.results is not None
    assert judging.model == run
    # Results that are asked for are looked at.
    judge(qtbot, judging, other)
    assert judging.choice.view == "overview"
    assert judging.comparison is not None


def test_a_report_says_where_it_is(
    qtbot: QtBot, session: Session, judging: Judging, judges: Judges, run: Path, tmp_path: Path
) -> None:
    judge(qtbot, judging, run)
    judging.write_report(run, tmp_path / "report.pdf")
    settle(qtbot, judging)
    assert judges.reported == [(run, tmp_path / "report.pdf")]
    assert session.messages["results"].kind == "good"
    assert "report.pdf" in str(session.messages["results"].what)


def test_what_was_being_judged_when_a_report_was_wanted_is_asked_again(
    qtbot: QtBot, judging: Judging, judges: Judges, folder: Path, run: Path, tmp_path: Path
) -> None:
    judge(qtbot, judging, run)
    other = make_run(folder, "animals 2", day=2)
    judges.hold()
    judging.judge(other)
    judging.write_report(run, tmp_path / "report.html")
    judges.let_go()
    settle(qtbot, judging)
    judging.look()
    settle(qtbot, judging)
    assert judging.model == other


# ---- heat maps


class Heats:
    """What came, in order."""

    def __init__(self, judging: Judging) -> None:
        self.came: list[tuple[int, HeatMap | None]] = []
        judging.heat_came.connect(self.on_came)

    def on_came(self, position: int, heat: HeatMap | None) -> None:
        self.came.append((position, heat))

    @property
    def positions(self) -> list[int]:
        return [position for position, _ in self.came]


@pytest.fixture
def heats(judging: Judging) -> Heats:
    return Heats(judging)


def test_one_is_asked_at_a_time_the_newest_first(
    qtbot: QtBot, judging: Judging, network: Network, heats: Heats, run: Path
) -> None:
    judge(qtbot, judging, run)
    network.hold()
    for position in (5, 6, 7, 13):
        judging.ask_heat(position, 1)
    # Asked again: it comes next, and once.
    judging.ask_heat(6, 1)
    qtbot.waitUntil(network.is_busy.is_set)
    network.let_go()
    qtbot.waitUntil(lambda: len(heats.came) == 4)
    assert heats.positions == [5, 6, 13, 7]
    assert judging.results is not None
    for question, position in zip(questions(network), heats.positions, strict=True):
        picture = judging.results.prepared.dataset.pictures[position]
        assert question.photo.file == str(judging.results.prepared.dataset.path(picture))
        assert (question.model, question.class_index) == (run, 1)


def test_what_is_known_is_not_asked_again(
    qtbot: QtBot, judging: Judging, network: Network, heats: Heats, run: Path
) -> None:
    judge(qtbot, judging, run)
    judging.ask_heat(5, 1)
    qtbot.waitUntil(lambda: len(heats.came) == 1)
    judging.ask_heat(5, 1)
    assert heats.positions == [5, 5]
    judging.ask_heat(5, 2)
    qtbot.waitUntil(lambda: len(heats.came) == 3)
    assert [each.class_index for each in questions(network)] == [1, 2]


def test_one_that_fails_is_told_as_none_and_the_next_is_asked(
    qtbot: QtBot, session: Session, judging: Judging, network: Network, heats: Heats, run: Path
) -> None:
    judge(qtbot, judging, run)
    network.is_broken = True
    judging.ask_heat(5, 1)
    judging.ask_heat(6, 1)
    qtbot.waitUntil(lambda: len(heats.came) == 2)
    assert heats.came == [(5, None), (6, None)]
    assert not session.messages, "a tile without heat is no news"


def test_those_that_nobody_waits_for_are_not_asked(
    qtbot: QtBot, judging: Judging, network: Network, heats: Heats, run: Path
) -> None:
    judge(qtbot, judging, run)
    network.hold()
    for position in (5, 6, 7):
        judging.ask_heat(position, 1)
    judging.forget_heats()
    judging.ask_heat(13, 1)
    network.let_go()
    qtbot.waitUntil(lambda: len(heats.came) == 2)
    assert heats.positions == [5, 13]


def test_heat_of_results_that_are_gone_is_passed_over(
    qtbot: QtBot, judging: Judging, network: Network, heats: Heats, folder: Path, run: Path
) -> None:
    judge(qtbot, judging, run)
    other = make_run(folder, "animals 2", day=2)
    network.hold()
    judging.ask_heat(5, 1)
    qtbot.waitUntil(network.is_busy.is_set)
    judge(qtbot, judging, other)
    judging.ask_heat(6, 1)
    network.let_go()
    qtbot.waitUntil(lambda: len(heats.came) == 1)
    assert heats.positions == [6]
    assert [each.model for each in questions(network)] == [run, other]
    assert not any(isinstance(each, OpenModel) for each in network.answered)


def test_while_another_network_is_judged_heat_is_of_the_one_in_sight(
    qtbot: QtBot, judging: Judging, judges: Judges, network: Network, heats: Heats, folder: Path, run: Path
) -> None:
    judge(qtbot, judging, run)
    judges.hold()
    judging.judge(make_run(folder, "animals 2", day=2))
    judging.ask_heat(5, 1)
    qtbot.waitUntil(lambda: len(heats.came) == 1)
    assert [each.model for each in questions(network)] == [run]


# ---- the end


def test_closing_while_judging_ends_the_thread(qtbot: QtBot, session: Session, judges: Judges, run: Path) -> None:
    judges.hold()
    session.judging.judge(run)
    qtbot.waitUntil(lambda: bool(judges.judged))
    with qtbot.waitSignal(session.all_ended, timeout=A_MINUTE_MS):
        assert not session.end()
    assert session.end()
    assert not session.judging.is_running
    session.judging.judge(run)
    assert not session.judging.is_running, "nothing begins any more"
