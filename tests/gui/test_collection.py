"""What a user changes about the open pictures: done on the page, undone with keys, remembered, never on the disk."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core import places
from core.pictures.split import write_split
from gui import theme, translation
from gui.main_window import MainWindow
from gui.pages.pictures.page import PicturesPage
from gui.session import Session
from gui.widgets.pictures.class_layout import Part
from gui.widgets.pictures.class_menu import ClassMenu
from tests.gui.pictures_stage import (
    A_MINUTE_MS,
    button,
    choose_path,
    click_row,
    make_scenes,
    open_pictures,
    press_in_menu,
    rename,
    shown,
    state_of,
)

# The offscreen platform has no window manager to grab keys, raise menus or hear of least sizes.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

UNDO = Qt.KeyboardModifier.ControlModifier
REDO = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> None:
    theme.apply(qapp, "light")
    translation.install(qapp, "en")


def new_session() -> Session:
    made = Session()
    made.set_config(image_size_px=16)
    return made


@pytest.fixture
def session(qtbot: QtBot) -> Iterator[Session]:
    made = new_session()
    yield made
    qtbot.waitUntil(made.end, timeout=A_MINUTE_MS)


@pytest.fixture
def scenes(tmp_path: Path) -> Path:
    return make_scenes(tmp_path / "scenes", ant=3, bee=4, cat=5)


@pytest.fixture
def page(qtbot: QtBot, session: Session, scenes: Path) -> PicturesPage:
    made = shown(qtbot, session)
    open_pictures(qtbot, session, scenes)
    return made


def names(page: PicturesPage) -> list[str]:
    return [row.split(":")[0] for row in page.classes.rows()]


def choose_in_menu(qtbot: QtBot, page: PicturesPage, name: str, text: str) -> None:
    """Open a class's menu by its button and choose an entry."""
    click_row(qtbot, page, name, Part.MENU)
    menu = next(each for each in page.classes.findChildren(ClassMenu) if each.isVisible())
    next(each for each in menu.actions() if each.text() == text).trigger()
    menu.close()


def files_of(session: Session, name: str) -> list[str]:
    dataset = session.dataset
    assert dataset is not None
    return [each.file for each in dataset.pictures if dataset.class_names[each.label] == name]


# ---- one change after the other


def test_a_class_gets_another_name(qtbot: QtBot, session: Session, page: PicturesPage, scenes: Path) -> None:
    before = state_of(scenes)
    rename(qtbot, page, "ant", "  emmet ")
    assert page.classes.rows() == [
        "bee: 4 pictures, 33 %",
        "cat: 5 pictures, 42 %",
        "emmet: 3 pictures, 25 %, folder ant",
    ]
    assert files_of(session, "emmet") == ["ant/00.png", "ant/01.png", "ant/02.png"]
    assert page.classes.current_class() == "emmet"
    assert not page.gallery.isVisible(), "Enter takes the name, and no more"
    assert page.banner.text().startswith("“ant” is called “emmet” now.")
    button(page.banner, "Undo").click()
    assert names(page) == ["ant", "bee", "cat"]
    assert state_of(scenes) == before


def test_the_name_of_another_class_merges(qtbot: QtBot, session: Session, page: PicturesPage, scenes: Path) -> None:
    before = state_of(scenes)
    rename(qtbot, page, "ant", "cat")
    assert page.classes.rows() == ["bee: 4 pictures, 33 %", "cat: 8 pictures, 67 %, folders ant + cat"]
    assert len(files_of(session, "cat")) == 8
    assert page.banner.text().startswith("“ant” is part of “cat” now.")
    page.classes.grab()
    click_row(qtbot, page, "cat", Part.THUMBNAIL, 4)
    assert page.gallery.chosen_files() == ["cat/01.png"], "that on which was clicked"
    page.gallery.close_button.click()
    choose_in_menu(qtbot, page, "cat", "Split apart")
    assert names(page) == ["ant", "bee", "cat"]
    assert state_of(scenes) == before


def test_a_renamed_class_that_is_merged_and_parted_goes_back_to_its_folder(
    qtbot: QtBot, session: Session, page: PicturesPage
) -> None:
    rename(qtbot, page, "ant", "insect")
    rename(qtbot, page, "bee", "insect")
    assert page.classes.rows() == ["cat: 5 pictures, 42 %", "insect: 7 pictures, 58 %, folders ant + bee"]
    choose_in_menu(qtbot, page, "insect", "Split apart")
    assert names(page) == ["ant", "bee", "cat"]


def test_a_class_is_left_out_and_taken_in_again(
    qtbot: QtBot, session: Session, page: PicturesPage, scenes: Path
) -> None:
    before = state_of(scenes)
    choose_in_menu(qtbot, page, "bee", "Leave out")
    assert page.classes.rows() == [
        "ant: 3 pictures, 38 %",
        "cat: 5 pictures, 62 %",
        "bee: 4 pictures, left out",
    ]
    assert session.dataset is not None
    assert session.dataset.class_names == ("ant", "cat")
    assert any("The class “bee” is left out" in line for line in page.health.lines())
    click_row(qtbot, page, "bee", Part.TAKE_IN)
    assert names(page) == ["ant", "bee", "cat"]
    assert page.banner.text().startswith("“bee” is taken in again.")
    assert state_of(scenes) == before


def test_a_left_out_class_can_be_looked_at(qtbot: QtBot, page: PicturesPage) -> None:
    click_row(qtbot, page, "bee")
    qtbot.keyClick(page.classes, Qt.Key.Key_Delete)
    click_row(qtbot, page, "bee")
    qtbot.keyClick(page.classes, Qt.Key.Key_Return)
    items = page.gallery.grid.pictures.items
    assert [item.file for item in items] == [f"bee/{number:02}.png" for number in range(4)]
    assert all(item.is_left_out for item in items)


# ---- undo and redo


def test_changes_are_undone_and_made_again_with_keys(qtbot: QtBot, session: Session, scenes: Path) -> None:
    window = MainWindow(session)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    open_pictures(qtbot, session, scenes)
    page = window.pictures_page
    rename(qtbot, page, "ant", "emmet")
    click_row(qtbot, page, "bee")
    qtbot.keyClick(page.classes, Qt.Key.Key_Delete)
    seen = [["cat", "emmet", "bee"], ["bee", "cat", "emmet"], ["ant", "bee", "cat"]]
    assert names(page) == seen[0]
    for expected in (seen[1], seen[2], seen[2]):
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Z, UNDO)
        assert names(page) == expected
    for expected in (seen[1], seen[0], seen[0]):
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Z, REDO)
        assert names(page) == expected
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Z, UNDO)
    rename(qtbot, page, "cat", "puss")
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Z, REDO)
    assert names(page) == ["bee", "emmet", "puss"], "a new change leaves nothing to make again"


def test_the_banner_never_undoes_another_change_than_it_tells(
    qtbot: QtBot, session: Session, page: PicturesPage
) -> None:
    rename(qtbot, page, "ant", "emmet")
    rename(qtbot, page, "bee", "wasp")
    session.collection.undo()
    assert names(page) == ["bee", "cat", "emmet"]
    assert page.banner.text().startswith("Taken back: “bee” is called “wasp” now.")
    button(page.banner, "Redo").click()
    assert names(page) == ["cat", "emmet", "wasp"]


def test_another_folder_has_changes_of_its_own(
    qtbot: QtBot, session: Session, page: PicturesPage, scenes: Path, tmp_path: Path
) -> None:
    rename(qtbot, page, "ant", "emmet")
    open_pictures(qtbot, session, make_scenes(tmp_path / "other", ant=2, dog=2))
    assert names(page) == ["ant", "dog"]
    assert not session.collection.can_undo
    open_pictures(qtbot, session, scenes)
    assert names(page) == ["bee", "cat", "emmet"]


# ---- remembered


def test_changes_are_remembered(qtbot: QtBot, session: Session, page: PicturesPage, scenes: Path) -> None:
    rename(qtbot, page, "ant", "emmet")
    click_row(qtbot, page, "bee")
    qtbot.keyClick(page.classes, Qt.Key.Key_Delete)
    page.classes.grab()
    click_row(qtbot, page, "cat", Part.THUMBNAIL, 1)
    qtbot.keyClick(page.gallery.grid, Qt.Key.Key_Delete)
    session.collection.keep_together(True)
    page.new_class.named.emit("dog")
    rows, pictures = page.classes.rows(), session.dataset.pictures if session.dataset is not None else ()
    later = new_session()
    there = shown(qtbot, later)
    open_pictures(qtbot, later, scenes)
    assert there.classes.rows() == rows
    assert later.dataset is not None
    assert later.dataset.pictures == pictures
    assert later.config.keep_together is True
    assert not later.collection.can_undo
    qtbot.waitUntil(later.end, timeout=A_MINUTE_MS)


@pytest.mark.parametrize("written", ["", "{", "[]", '{"edits": 3}', '{"edits": {"names": 3}}', "[" * 100_000])
def test_a_broken_list_of_changes_is_passed_over(
    qtbot: QtBot, session: Session, page: PicturesPage, scenes: Path, written: str
) -> None:
    rename(qtbot, page, "ant", "emmet")
    (file,) = places.edits_folder().iterdir()
    file.write_text(written)
    later = new_session()
    there = shown(qtbot, later)
    open_pictures(qtbot, later, scenes)
    assert names(there) == ["ant", "bee", "cat"]
    rename(qtbot, there, "cat", "puss")
    assert names(there) == ["ant", "bee", "puss"]
    qtbot.waitUntil(later.end, timeout=A_MINUTE_MS)


def test_changes_that_cannot_be_kept_are_made_all_the_same(qtbot: QtBot, session: Session, page: PicturesPage) -> None:
    places.edits_folder().write_text("in the way")
    rename(qtbot, page, "ant", "emmet")
    assert names(page) == ["bee", "cat", "emmet"]
    assert "cannot be kept" in page.banner.text()


# ---- one more class


def test_a_class_is_added_to_collect_photos_for(
    qtbot: QtBot, session: Session, page: PicturesPage, scenes: Path
) -> None:
    before = state_of(scenes)
    page.new_class.button.click()
    qtbot.keyClicks(page.new_class.field, "dog")
    qtbot.keyClick(page.new_class.field, Qt.Key.Key_Return)
    assert page.classes.rows()[-1] == "dog: 0 pictures, 0 %"
    assert session.dataset is not None
    assert session.dataset.class_names == ("ant", "bee", "cat"), "none yet to learn"
    assert page.banner.text().startswith("The class “dog” is there.")
    button(page.banner, "Undo").click()
    assert names(page) == ["ant", "bee", "cat"]
    assert state_of(scenes) == before


def test_a_class_that_is_there_already_is_not_added(qtbot: QtBot, session: Session, page: PicturesPage) -> None:
    session.collection.add_class("bee")
    assert "There is a class “bee” already." in page.banner.text()
    assert not session.collection.can_undo
    click_row(qtbot, page, "bee")
    qtbot.keyClick(page.classes, Qt.Key.Key_Delete)
    session.collection.add_class("bee")
    assert names(page) == ["ant", "bee", "cat"], "it is taken in again"


def test_a_class_may_have_the_name_of_a_folder_that_is_shown_under_another(
    qtbot: QtBot, session: Session, page: PicturesPage
) -> None:
    rename(qtbot, page, "ant", "emmet")
    session.collection.add_class("ant")
    assert names(page) == ["ant", "bee", "cat", "emmet"]
    assert len(files_of(session, "emmet")) == 3


# ---- the split, and where photos go


def test_a_folder_without_a_split_is_told(session: Session, page: PicturesPage, scenes: Path) -> None:
    session.collection.reuse_split(str(scenes))
    assert "cannot be used again" in page.banner.text()
    assert session.config.split_from == ""


def test_a_split_that_vanishes_is_told_at_the_next_change(
    qtbot: QtBot, session: Session, page: PicturesPage, tmp_path: Path
) -> None:
    split = session.split()
    assert split is not None
    assert session.dataset is not None
    write_split(tmp_path / "split.csv", session.dataset, split)
    session.collection.reuse_split(str(tmp_path / "split.csv"))
    (tmp_path / "split.csv").unlink()
    told: list[object] = []
    session.collection.failed.connect(told.append)
    session.set_config(seed=3)
    assert len(told) == 1
    assert session.split() is not None


def test_photos_are_never_collected_among_the_pictures_themselves(
    session: Session, page: PicturesPage, scenes: Path, tmp_path: Path
) -> None:
    for folder in (scenes, scenes / "ant", tmp_path / "elsewhere" / ".." / "scenes"):
        session.collection.collect_into(str(folder))
        assert "never changed" in page.banner.text()
        assert session.collection.edits.collect_into == ""
    session.collection.collect_into(str(tmp_path / "elsewhere"))
    assert session.collection.edits.collect_into == str(tmp_path / "elsewhere")


# ---- the page's menu


def test_the_menu_of_the_page_undoes_too(qtbot: QtBot, session: Session, page: PicturesPage) -> None:
    rename(qtbot, page, "ant", "emmet")
    press_in_menu(page, "Undo the last change")
    assert names(page) == ["ant", "bee", "cat"]
    press_in_menu(page, "Make it again")
    assert names(page) == ["bee", "cat", "emmet"]


def test_where_photos_are_kept_is_chosen_in_a_dialog(session: Session, page: PicturesPage, tmp_path: Path) -> None:
    press_in_menu(page, "Where added photos are kept…")
    choose_path(page, tmp_path / "mine")
    assert session.collection.edits.collect_into == str(tmp_path / "mine")
    assert f"copied into “{tmp_path / 'mine'}” from now on" in page.banner.text()


def test_a_smaller_size_is_a_mend_that_is_undone_as_others_are(qtbot: QtBot, session: Session, scenes: Path) -> None:
    page = shown(qtbot, session)
    open_pictures(qtbot, session, scenes)
    session.set_config(image_size_px=100)
    before = session.config.image_size_px
    (issue,) = (each for each in session.issues() if each.kind == "small_pictures")
    session.collection.mend(issue.mends[0])
    assert session.config.image_size_px == issue.mends[0].size_px < before
    assert "small_pictures" not in {each.kind for each in session.issues()}
    button(page.banner, "Undo").click()
    assert session.config.image_size_px == before
    button(page.banner, "Redo").click()
    assert session.config.image_size_px == issue.mends[0].size_px
