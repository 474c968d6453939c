"""The Results page as a user has it: from nothing to results, to pictures, to their mend and the next training."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from core.errors import ModelError
from core.questions import Look, OpenModel
from core.words import say
from gui import theme, translation
from gui.main_window import MainWindow
from gui.pages.results.page import ResultsPage
from gui.session import Session
from gui.state import State
from gui.widgets.results.mistake_tile import MistakeTile
from tests.gui.pictures_stage import make_scenes
from tests.gui.results.results_stage import CLASSES, Judges, draw_pictures, make_run, stand_in, write_split
from tests.gui.stand_ins import Network, Training
from tests.gui.training_stage import choose_in, finish, open_pictures, start

# The offscreen platform says so of menus and whenever a window's least size changes.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

LEFT, CONTROL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier
A_MINUTE_MS = 60_000
# The three mistakes of the test, largest loss first.
MISTAKES = ["ant/07.png", "bee/07.png", "ant/06.png"]


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> Iterator[None]:
    theme.apply(qapp, "light")
    translation.install(qapp, "en")
    yield
    theme.apply(qapp, "light")
    translation.install(qapp, "en")


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
def page(qtbot: QtBot, session: Session) -> ResultsPage:
    """The page by itself, as large as it is in the window at its first size."""
    session.settings.page = "results"
    made = ResultsPage(session)
    qtbot.addWidget(made)
    made.resize(1192, 752)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def window(qtbot: QtBot, session: Session) -> MainWindow:
    session.settings.page = "results"
    made = MainWindow(session)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    qtbot.waitUntil(lambda: made.pages.count() == 7)
    return made


# ---- what a user does and sees


def page_of(window: MainWindow) -> ResultsPage:
    return next(
        each for number in range(window.pages.count()) if isinstance(each := window.pages.widget(number), ResultsPage)
    )


def settle(qtbot: QtBot, session: Session) -> None:
    qtbot.waitUntil(lambda: not session.judging.is_running, timeout=A_MINUTE_MS)


def judge(qtbot: QtBot, session: Session, run: Path, folder: Path | None = None) -> None:
    """With the pictures open, if a folder is given."""
    if folder is not None:
        open_pictures(qtbot, session, folder)
        session.settings.page = "results"
    session.judging.judge(run)
    settle(qtbot, session)
    assert session.judging.model == run


def sentence(page: ResultsPage) -> str:
    return page.header.findChildren(QLabel)[1].text()


def files(page: ResultsPage) -> list[str]:
    """What the large view shows, in its order, below the folder of pictures."""
    assert page.pictures.isVisible()
    return ["/".join(Path(each.file).parts[-2:]) for each in page.pictures.grid.pictures.items]


def click_cell(qtbot: QtBot, page: ResultsPage, truth: str, answer: str) -> None:
    view = page.overview.matrix.view
    place = view.cell_rect(CLASSES.index(truth), CLASSES.index(answer)).center()
    qtbot.mouseClick(view.viewport(), LEFT, pos=place)


def tile(page: ResultsPage, file: str) -> MistakeTile:
    return next(
        each
        for each in page.overview.mistakes.tiles
        if each.isVisible() and (shown := each.picture()) is not None and shown.file.endswith(file)
    )


def pick(choice: QWidget, words: str) -> None:
    """One of a few that stand side by side."""
    next(each for each in choice.findChildren(QAbstractButton) if each.text() == words).click()


def parts(page: ResultsPage) -> tuple[str, ...]:
    """Which of its four faces the page shows."""
    faces = {
        "nothing": page.nothing,
        "working": page.working,
        "overview": page.overview,
        "comparison": page.comparison,
    }
    return tuple(name for name, widget in faces.items() if widget.isVisible())


# ---- nothing yet


def test_at_first_it_leads_to_pictures_and_earlier_runs(
    qtbot: QtBot, session: Session, page: ResultsPage, folder: Path, training: Training
) -> None:
    wanted: list[str] = []
    session.page_wanted.connect(wanted.append)
    assert parts(page) == ("nothing",)
    for button in (page.compare_button, page.report_button, page.train_button):
        assert not button.isVisible()
    assert page.nothing.button.text() == "Open pictures"
    page.nothing.button.click()
    assert wanted == ["pictures"]
    open_pictures(qtbot, session, folder)
    assert page.nothing.button.text() == "Start training"
    page.nothing.button.click()
    qtbot.waitUntil(lambda: session.state is State.TRAINING, timeout=A_MINUTE_MS)
    assert page.nothing.button.text() == "Watch the training"
    wanted.clear()
    page.nothing.button.click()
    assert wanted == ["training"]
    finish(qtbot, session, training)


def test_an_earlier_run_is_chosen_and_judged(
    qtbot: QtBot, session: Session, page: ResultsPage, judges: Judges, run: Path
) -> None:
    page.nothing.run_button.click()
    (dialog,) = (each for each in page.findChildren(QFileDialog) if each.isVisible())
    dialog.fileSelected.emit(str(run))
    dialog.close()
    qtbot.waitUntil(lambda: session.judging.results is not None, timeout=A_MINUTE_MS)
    settle(qtbot, session)
    assert judges.judged == [(run, None)]
    assert parts(page) == ("overview",)


# ---- results come


def test_after_a_training_results_come_by_themselves(
    qtbot: QtBot, session: Session, page: ResultsPage, folder: Path, training: Training
) -> None:
    open_pictures(qtbot, session, folder)
    start(qtbot, session)
    write_split(training.run)
    finish(qtbot, session, training)
    qtbot.waitUntil(lambda: session.judging.results is not None, timeout=A_MINUTE_MS)
    settle(qtbot, session)
    assert parts(page) == ("overview",)
    assert sentence(page) == "run, best epoch 2, on 9 test pictures that training never saw."


def test_an_opened_run_is_judged_when_the_page_is_looked_at(
    qtbot: QtBot, session: Session, window: MainWindow, judges: Judges, run: Path
) -> None:
    window.show_page("pictures")
    session.open_dropped([run], "pictures")
    qtbot.waitUntil(lambda: window.page_key() == "inside", timeout=A_MINUTE_MS)
    assert not judges.judged
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_4, CONTROL)
    settle(qtbot, session)
    assert judges.judged == [(run, None)]
    assert parts(page_of(window)) == ("overview",)


def test_while_it_is_asked_the_page_says_how_far_and_can_be_stopped(
    qtbot: QtBot, session: Session, page: ResultsPage, judges: Judges, run: Path
) -> None:
    judges.hold()
    session.judging.judge(run)
    qtbot.waitUntil(lambda: page.working.words.text() == "testing, 3 of 9")
    assert parts(page) == ("working",)
    qtbot.mouseClick(page.working.stop_button, LEFT)
    settle(qtbot, session)
    assert parts(page) == ("nothing",)
    judges.let_go()
    judge(qtbot, session, run)
    judges.hold()
    session.judging.judge(run)
    qtbot.waitUntil(lambda: len(judges.judged) == 3)
    assert parts(page) == ("working", "overview")
    page.working.stop_button.click()
    settle(qtbot, session)
    assert parts(page) == ("overview",)


def test_an_error_stands_on_the_page(
    qtbot: QtBot, session: Session, page: ResultsPage, judges: Judges, run: Path
) -> None:
    judges.errors[run] = ModelError(say("It is broken."), say("Open another."))
    session.judging.judge(run)
    settle(qtbot, session)
    assert page.banner.isVisible()
    assert "It is broken." in page.banner.text()
    assert parts(page) == ("nothing",)
    del judges.errors[run]
    judge(qtbot, session, run)
    assert not page.banner.isVisible()


def test_the_sentence_says_what_was_asked_about(
    qtbot: QtBot, session: Session, page: ResultsPage, run: Path, tmp_path: Path
) -> None:
    judge(qtbot, session, run)
    assert sentence(page) == f"{run.name}, best epoch 2, on 9 test pictures that training never saw."
    session.open_dropped([make_scenes(tmp_path / "zoo", ant=2, bee=2, cat=1)], "results")
    settle(qtbot, session)
    assert sentence(page) == f"{run.name} on 5 pictures in “zoo”."


# ---- drops


def test_a_folder_dropped_here_is_what_the_network_is_judged_by(
    qtbot: QtBot, session: Session, page: ResultsPage, judges: Judges, run: Path, tmp_path: Path
) -> None:
    judge(qtbot, session, run)
    other = make_scenes(tmp_path / "zoo", ant=2, bee=2, cat=2)
    session.open_dropped([other], "results")
    settle(qtbot, session)
    assert judges.judged[-1] == (run, other)
    assert session.title == "animals", "it is not opened"
    assert not page.compare_button.isVisible()
    choice = page.overview.mistakes.part_choice
    can_be_chosen = {each.text(): each.isEnabled() for each in choice.findChildren(QAbstractButton)}
    assert can_be_chosen == {"Test": True, "Validation": False, "Training": False}
    click_cell(qtbot, page, "bee", "bee")
    assert files(page) == ["bee/00.png", "bee/01.png"]


def test_without_a_network_a_dropped_folder_is_opened(
    qtbot: QtBot, session: Session, page: ResultsPage, judges: Judges, folder: Path
) -> None:
    session.open_dropped([folder], "results")
    qtbot.waitUntil(lambda: session.prepared is not None and session.is_idle, timeout=A_MINUTE_MS)
    assert not judges.judged


def test_a_run_dropped_here_is_judged_by_its_own_pictures(
    qtbot: QtBot, session: Session, page: ResultsPage, judges: Judges, run: Path, folder: Path
) -> None:
    judge(qtbot, session, run)
    other = make_run(folder, "animals 2", day=2)
    session.open_dropped([other], "results")
    qtbot.waitUntil(lambda: session.judging.model == other, timeout=A_MINUTE_MS)
    settle(qtbot, session)
    assert judges.judged[-1] == (other, None)


# ---- from numbers to pictures


@pytest.mark.parametrize(
    ("truth", "answer", "title", "expected"),
    [
        ("ant", "bee", "ant taken for bee", ["ant/07.png", "ant/06.png"]),
        ("bee", "ant", "bee taken for ant", ["bee/07.png"]),
        ("cat", "cat", "cat, answered right", ["cat/07.png", "cat/06.png", "cat/05.png"]),
    ],
)
def test_a_cell_leads_to_its_pictures_the_surest_first(
    qtbot: QtBot,
    session: Session,
    page: ResultsPage,
    run: Path,
    truth: str,
    answer: str,
    title: str,
    expected: list[str],
) -> None:
    judge(qtbot, session, run)
    click_cell(qtbot, page, truth, answer)
    assert page.pictures.accessibleName() == title
    assert files(page) == expected


def test_a_cell_without_pictures_leads_nowhere(qtbot: QtBot, session: Session, page: ResultsPage, run: Path) -> None:
    judge(qtbot, session, run)
    click_cell(qtbot, page, "cat", "ant")
    assert page.pictures.isHidden()


def test_a_class_leads_to_all_its_pictures_the_worst_first(
    qtbot: QtBot, session: Session, page: ResultsPage, run: Path
) -> None:
    judge(qtbot, session, run)
    table = page.overview.classes.table
    row = table.classes.row_of(CLASSES.index("bee"))
    qtbot.mouseClick(table.viewport(), LEFT, pos=table.visualRect(table.classes.index(row, 0)).center())
    assert page.pictures.accessibleName() == "bee"
    assert files(page) == ["bee/07.png", "bee/05.png", "bee/06.png"]
    qtbot.keyClick(page.pictures, Qt.Key.Key_Escape)
    assert page.pictures.isHidden()


def test_the_row_shows_the_worst_first_and_other_lists(
    qtbot: QtBot, session: Session, page: ResultsPage, run: Path
) -> None:
    judge(qtbot, session, run)
    card = page.overview.mistakes

    def row() -> list[str]:
        shown = (each.picture() for each in card.tiles if not each.isHidden())
        return ["/".join(Path(each.file).parts[-2:]) for each in shown if each is not None]

    assert row() == MISTAKES
    pick(card.part_choice, "Training")
    assert row() == ["ant/03.png"]
    pick(card.list_choice, "Unsure")
    assert row()[:3] == ["ant/00.png", "bee/00.png", "cat/00.png"]
    assert session.judging.choice.part == "training"
    assert session.judging.choice.listing == "unsure"
    card.all_button.click()
    assert len(files(page)) == 11
    assert files(page)[:3] == ["ant/00.png", "bee/00.png", "cat/00.png"]


def test_a_tile_opens_its_list_with_what_is_known_of_it(
    qtbot: QtBot, session: Session, page: ResultsPage, run: Path, network: Network
) -> None:
    judge(qtbot, session, run)
    qtbot.mouseClick(tile(page, "ant/06.png").photos, LEFT, pos=QPoint(20, 20))
    assert files(page) == MISTAKES
    detail = page.pictures.detail
    qtbot.waitUntil(lambda: len(detail.answers()) == 3)
    assert [name for name, _ in detail.answers()] == ["bee", "cat", "ant"]
    qtbot.waitUntil(lambda: detail.photo.heat() is not None)
    # Every tile in sight has its heat too.
    page.pictures.close_sheet()
    qtbot.waitUntil(lambda: all(tile(page, file).photos.is_heated() for file in MISTAKES))


def test_a_picture_that_it_looked_like_leads_to_its_class(
    qtbot: QtBot, session: Session, page: ResultsPage, run: Path
) -> None:
    judge(qtbot, session, run)
    click_cell(qtbot, page, "ant", "bee")
    thumb = page.pictures.detail.neighbours.thumbs[0]
    qtbot.waitUntil(lambda: thumb.neighbour is not None)
    assert thumb.neighbour is not None
    assert thumb.neighbour.file.endswith("ant/00.png")
    qtbot.mouseClick(thumb, LEFT)
    assert page.pictures.accessibleName() == "ant: 4 training pictures"
    assert files(page) == ["ant/03.png", "ant/00.png", "ant/01.png", "ant/02.png"]
    current = page.pictures.grid.current()
    assert current is not None
    assert files(page)[current] == "ant/00.png"


# ---- mending


def test_excluding_by_a_tile_offers_to_train_again(
    qtbot: QtBot, session: Session, window: MainWindow, run: Path, folder: Path
) -> None:
    judge(qtbot, session, run, folder)
    window.show_page("results")
    page = page_of(window)
    assert not page.train_button.isVisible()
    qtbot.mouseClick(tile(page, "ant/07.png").mend.exclude_button, LEFT)
    assert page.train_button.text() == "Train again without 1 picture"
    assert page.train_button.isEnabled()
    assert tile(page, "ant/07.png").mend.state() == "Excluded"
    assert page.banner.isVisible()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Z, CONTROL)
    assert not page.train_button.isVisible()
    assert tile(page, "ant/07.png").mend.state() == ""
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert tile(page, "ant/07.png").mend.state() == "Excluded"
    qtbot.mouseClick(tile(page, "ant/07.png").mend.undo_button, LEFT)
    assert not page.train_button.isVisible()
    assert not session.collection.edits.without_files


def test_several_are_excluded_moved_and_taken_back_in_the_large_view(
    qtbot: QtBot, session: Session, window: MainWindow, run: Path, folder: Path
) -> None:
    judge(qtbot, session, run, folder)
    window.show_page("results")
    page = page_of(window)
    click_cell(qtbot, page, "ant", "bee")
    view = page.pictures
    qtbot.keyClick(view.grid, Qt.Key.Key_A, CONTROL)
    qtbot.keyClick(view.grid, Qt.Key.Key_E)
    assert page.train_button.text() == "Train again without 2 pictures"
    assert [each.is_excluded for each in view.chosen()] == [True, True]
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Z, CONTROL)
    assert not session.collection.edits.without_files, "one step"
    qtbot.keyClick(view.grid, Qt.Key.Key_M)
    menu = view.bar.menu()
    assert menu is not None
    choose_in(menu, "bee (what the network said)")
    menu.close()
    assert session.collection.edits.moved == {"ant/06.png": "bee", "ant/07.png": "bee"}
    assert page.train_button.text() == "Train again with 2 changes"
    assert [each.mend.words() for each in view.chosen() if each.mend is not None] == ["Moved to bee"] * 2
    qtbot.mouseClick(view.bar.undo_button, LEFT)
    assert not session.collection.edits.moved
    assert not page.train_button.isVisible()


def test_a_picture_can_be_moved_by_its_tile(
    qtbot: QtBot, session: Session, page: ResultsPage, run: Path, folder: Path
) -> None:
    judge(qtbot, session, run, folder)
    shown = tile(page, "bee/07.png")
    qtbot.keyClick(shown.photos, Qt.Key.Key_M)
    menu = shown.mend.menu()
    assert menu is not None
    choose_in(menu, "cat")
    menu.close()
    assert shown.mend.state() == "Moved to cat"
    assert page.train_button.text() == "Train again with 1 change"


def test_training_again_shares_out_as_the_run_did_and_begins(
    qtbot: QtBot, session: Session, page: ResultsPage, run: Path, folder: Path, training: Training
) -> None:
    judge(qtbot, session, run, folder)
    qtbot.mouseClick(tile(page, "ant/07.png").mend.exclude_button, LEFT)
    wanted: list[str] = []
    session.page_wanted.connect(wanted.append)
    qtbot.mouseClick(page.train_button, LEFT)
    qtbot.waitUntil(lambda: session.state is State.TRAINING, timeout=A_MINUTE_MS)
    assert wanted == ["training"]
    assert session.collection.edits.split_from == training.configs[0].split_from == str(run)
    assert not page.train_button.isEnabled(), "one after the other"
    assert page.train_button.toolTip() == "The training is still running."
    finish(qtbot, session, training)


def test_with_other_pictures_open_it_is_said_why_nothing_can_be_mended(
    qtbot: QtBot, session: Session, page: ResultsPage, run: Path, folder: Path, tmp_path: Path
) -> None:
    open_pictures(qtbot, session, make_scenes(tmp_path / "zoo", ant=3, bee=3))
    judge(qtbot, session, run)
    button = tile(page, "ant/07.png").mend.exclude_button
    assert not button.isEnabled()
    assert button.toolTip() == "Open these pictures first: “animals”."
    click_cell(qtbot, page, "ant", "bee")
    assert not page.pictures.bar.exclude_button.isEnabled()
    qtbot.keyClick(page.pictures.grid, Qt.Key.Key_E)
    assert not session.collection.edits.without_files
    page.pictures.close_sheet()
    assert page.banner.isVisible()
    assert session.messages["results"].action == "open_pictures"
    session.act("results")
    qtbot.waitUntil(lambda: session.prepared is not None and session.is_idle, timeout=A_MINUTE_MS)
    assert session.title == "animals"
    assert button.isEnabled()
    assert button.toolTip() != "Open these pictures first: “animals”."


# ---- comparing


def compare_entries(page: ResultsPage) -> list[str]:
    menu = page.compare_button.menu()
    menu.aboutToShow.emit()
    return [each.text() for each in menu.actions() if each.isEnabled()]


def names(entries: list[str]) -> list[str]:
    """The names of the runs, without their accuracy."""
    return [each.split("\t")[0].replace("&&", "&") for each in entries]


def test_only_runs_on_the_same_pictures_can_be_compared(
    qtbot: QtBot, session: Session, page: ResultsPage, run: Path, folder: Path, tmp_path: Path
) -> None:
    judge(qtbot, session, run)
    assert compare_entries(page) == []
    assert page.compare_button.menu().actions()[0].text() == "No other run tells these classes apart yet"
    make_run(folder, "animals 2", day=2)
    make_run(folder, "ducks & geese", day=3)
    make_run(tmp_path / "elsewhere", "animals 4", day=4)
    make_run(folder, "animals 5", day=5, names=("ant", "bee"))
    assert names(compare_entries(page)) == ["ducks & geese 1", "animals 2 1"]


def test_two_runs_are_compared_and_each_group_leads_to_its_pictures(
    qtbot: QtBot, session: Session, page: ResultsPage, judges: Judges, run: Path, folder: Path
) -> None:
    other = make_run(folder, "animals 2", day=2)
    judge(qtbot, session, run)
    (entry,) = compare_entries(page)
    choose_in(page.compare_button.menu(), entry)
    settle(qtbot, session)
    assert judges.compared == [(run, other)]
    assert parts(page) == ("comparison",)
    tiles = page.comparison.tiles
    assert {group: shown.count.text() for group, shown in tiles.items()} == {
        "only_first": "1",
        "only_second": "1",
        "both_wrong": "2",
        "both_right": "5",
    }
    for group, expected, captions in (
        ("only_second", ["ant/06.png"], [f"{run.name}: bee\n{other.name}: ant"]),
        ("both_wrong", ["ant/07.png", "bee/07.png"], [f"{run.name}: {a}\n{other.name}: {a}" for a in ("bee", "ant")]),
    ):
        tiles[group].button.click()  # type: ignore[index]
        assert files(page) == expected
        assert [each.caption for each in page.pictures.grid.pictures.items] == captions
        page.pictures.close_sheet()
    page.comparison.back_button.click()
    assert parts(page) == ("overview",)


def test_esc_leaves_pictures_and_comparison_whatever_has_the_focus(
    qtbot: QtBot, session: Session, page: ResultsPage, run: Path, folder: Path
) -> None:
    assert not page.escape()
    make_run(folder, "animals 2", day=2)
    judge(qtbot, session, run)
    choose_in(page.compare_button.menu(), compare_entries(page)[0])
    settle(qtbot, session)
    page.comparison.tiles["both_wrong"].button.click()
    page.header.setFocus()
    assert page.escape()
    assert page.pictures.isHidden()
    assert page.escape()
    assert parts(page) == ("overview",)
    assert not page.escape()


def test_after_training_again_the_two_runs_are_compared(
    qtbot: QtBot, session: Session, page: ResultsPage, judges: Judges, run: Path, folder: Path, training: Training
) -> None:
    open_pictures(qtbot, session, folder)
    judge(qtbot, session, run)
    qtbot.mouseClick(tile(page, "ant/07.png").mend.exclude_button, LEFT)
    qtbot.mouseClick(page.train_button, LEFT)
    qtbot.waitUntil(lambda: session.state is State.TRAINING, timeout=A_MINUTE_MS)
    finish(qtbot, session, training)
    qtbot.waitUntil(lambda: bool(judges.compared), timeout=A_MINUTE_MS)
    settle(qtbot, session)
    assert session.outcome is not None
    assert judges.compared == [(session.outcome.run, run)]


# ---- which run, and by which pictures


def test_the_newest_run_is_offered_and_any_other_can_be_chosen(
    qtbot: QtBot, session: Session, page: ResultsPage, judges: Judges, run: Path, folder: Path
) -> None:
    other = make_run(folder, "newer", day=2)
    page.hide()
    page.show()
    assert page.nothing.button.text() == "Show “newer 1”"
    page.nothing.button.click()
    settle(qtbot, session)
    assert judges.judged == [(other, None)]
    qtbot.waitUntil(lambda: session.is_idle and session.prepared is not None, timeout=A_MINUTE_MS)
    assert session.title == folder.name, "nothing was open: now its pictures are, to be mended"
    menu = page.open_button.menu()
    menu.aboutToShow.emit()
    assert names([each.text() for each in menu.actions()])[:2] == ["newer 1", "animals 1 1"]
    menu.actions()[1].trigger()
    settle(qtbot, session)
    assert judges.judged[-1] == (run, None)


def test_from_a_folder_there_is_a_way_back(
    qtbot: QtBot, session: Session, page: ResultsPage, judges: Judges, run: Path, tmp_path: Path
) -> None:
    judge(qtbot, session, run)
    session.judging.judge_folder(make_scenes(tmp_path / "zoo", ant=2, bee=2, cat=2))
    settle(qtbot, session)
    menu = page.open_button.menu()
    menu.aboutToShow.emit()
    choose_in(menu, "Back to its own test pictures")
    settle(qtbot, session)
    assert judges.judged[-1] == (run, None)


# ---- reports


@pytest.mark.parametrize("ending", ["html", "pdf"])
def test_a_report_is_written_where_the_user_wants_it(
    qtbot: QtBot, session: Session, page: ResultsPage, judges: Judges, run: Path, tmp_path: Path, ending: str
) -> None:
    judge(qtbot, session, run)
    page.report_button.click()
    (dialog,) = (each for each in page.findChildren(QFileDialog) if each.isVisible())
    assert dialog.defaultSuffix() == "html"
    if ending == "pdf":
        dialog.filterSelected.emit(dialog.nameFilters()[1])
    assert dialog.defaultSuffix() == ending
    file = tmp_path / f"report.{ending}"
    dialog.fileSelected.emit(str(file))
    dialog.close()
    settle(qtbot, session)
    assert judges.reported == [(run, file)]
    assert str(file) in page.banner.text()


# ---- into the network


def test_looking_inside_takes_the_photo_to_the_judged_network(
    qtbot: QtBot, session: Session, window: MainWindow, network: Network, run: Path, folder: Path
) -> None:
    judge(qtbot, session, run)
    session.asking.open_model(make_run(folder, "animals 2", day=2), quietly=True)
    page = page_of(window)
    click_cell(qtbot, page, "bee", "ant")
    page.pictures.detail.look_button.click()
    assert window.page_key() == "inside"
    qtbot.waitUntil(lambda: session.asking.insight is not None, timeout=A_MINUTE_MS)
    assert session.asking.model is not None
    assert session.asking.model.run == run
    assert session.asking.looked_at is not None
    assert session.asking.looked_at.file == str(folder / "bee" / "07.png")
    asked = [each for each in network.answered if isinstance(each, OpenModel | Look)]
    assert isinstance(asked[-1], Look)


def test_looking_inside_while_another_network_is_trained(
    qtbot: QtBot, session: Session, window: MainWindow, run: Path, folder: Path, training: Training
) -> None:
    judge(qtbot, session, run, folder)
    start(qtbot, session)
    window.show_page("results")
    page = page_of(window)
    click_cell(qtbot, page, "bee", "ant")
    page.pictures.detail.look_button.click()
    assert window.page_key() == "inside"
    qtbot.waitUntil(lambda: session.asking.insight is not None, timeout=A_MINUTE_MS)
    assert session.asking.looker is not None
    assert session.asking.looker.run == run
    assert session.state is State.TRAINING
    finish(qtbot, session, training)


# ---- the page is built anew


def test_another_language_and_theme_keep_results_choice_and_work(
    qtbot: QtBot, qapp: QApplication, session: Session, window: MainWindow, judges: Judges, run: Path, folder: Path
) -> None:
    judge(qtbot, session, run, folder)
    pick(page_of(window).overview.mistakes.part_choice, "Training")
    session.mending.leave_out(["ant/03.png"])
    judges.hold()
    other = make_run(folder, "animals 2", day=2)
    session.judging.judge(other)
    qtbot.waitUntil(lambda: session.judging.step is not None and session.judging.step.total == 9)
    window.show_page("settings")
    pick(window.pages.currentWidget(), "日本語")
    theme.apply(qapp, "dark")
    qtbot.waitUntil(lambda: window.pages.count() == 7)
    window.show_page("results")
    page = page_of(window)
    assert parts(page) == ("working", "overview")
    assert "9" in page.working.words.text()
    assert page.overview.mistakes.part() == "training"
    assert tile(page, "ant/03.png").mend.state()
    assert page.train_button.isVisible()
    judges.let_go()
    settle(qtbot, session)
    assert session.judging.model == other
    assert parts(page) == ("overview",)
    qtbot.waitUntil(lambda: len(window.findChildren(ResultsPage)) == 1)


def test_a_comparison_outlives_another_theme(
    qtbot: QtBot, qapp: QApplication, session: Session, window: MainWindow, run: Path, folder: Path
) -> None:
    judge(qtbot, session, run)
    session.judging.compare(run, make_run(folder, "animals 2", day=2))
    settle(qtbot, session)
    before = page_of(window)
    theme.apply(qapp, "dark")
    qtbot.waitUntil(lambda: window.pages.count() == 7)
    page = page_of(window)
    assert page is not before
    assert parts(page) == ("comparison",)
    assert page.comparison.tiles["both_wrong"].count.text() == "2"
    page.comparison.back_button.click()
    assert parts(page) == ("overview",)


# ---- the end


def test_the_window_closes_while_a_network_is_judged(
    qtbot: QtBot, session: Session, window: MainWindow, judges: Judges, run: Path
) -> None:
    judges.hold()
    session.judging.judge(run)
    qtbot.waitUntil(lambda: bool(judges.judged))
    assert not window.close()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=A_MINUTE_MS)
    assert not session.judging.is_running
