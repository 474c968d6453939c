"""The rows of the classes: what they say, how they are walked, and what each deed reports."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QAction,
    QColor,
    QContextMenuEvent,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFontMetrics,
    QImage,
    QKeySequence,
    QPixmap,
    QShortcut,
)
from PySide6.QtWidgets import QApplication, QMenu, QScrollArea, QSpinBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui import theme, translation
from gui.widgets.class_list import THUMBNAILS, ClassList, ClassRow
from gui.widgets.pictures.class_layout import PITCH, Part, laid_out
from gui.widgets.pictures.class_row import LONGEST_NAME

# Offscreen says so of every menu.
pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support raise", "This plugin does not support grabbing the keyboard", extend=True
)

ROWS = (
    ClassRow("cat", 40, 0.4, ("cat",)),
    ClassRow("dog", 30, 0.3, ("dog", "puppy")),
    ClassRow("hen", 20, 0.2, ("hen",)),
    ClassRow("owl", 10, 0.1, ("strix",)),
)


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> None:
    theme.apply(qapp, "light")
    translation.install(qapp, "en")


def tile(colour: str = "#336699") -> QPixmap:
    made = QPixmap(48, 48)
    made.fill(QColor(colour))
    return made


def pictures(position: int) -> list[QPixmap]:
    return [tile()] * THUMBNAILS


@pytest.fixture
def classes(qtbot: QtBot) -> Iterator[ClassList]:
    made = ClassList()
    qtbot.addWidget(made)
    made.show_classes(ROWS, pictures)
    made.resize(758, made.height())
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    yield made
    if made.findChildren(QMenu):
        for menu in made.findChildren(QMenu):
            menu.close()


def without(name: str, rows: Sequence[ClassRow] = ROWS) -> list[ClassRow]:
    """The rows as they are when this class is left out."""
    return [
        row if row.name != name else ClassRow(name, row.count, row.share, row.folders, is_left_out=True) for row in rows
    ]


def click(qtbot: QtBot, classes: ClassList, row: int, part: Part, thumbnail: int = 0) -> None:
    at = classes.spot_rect(row, part, thumbnail).center()
    qtbot.mouseMove(classes, at)
    qtbot.mouseClick(classes, Qt.MouseButton.LeftButton, pos=at)


def choose(qtbot: QtBot, classes: ClassList, row: int) -> None:
    qtbot.mouseClick(classes, Qt.MouseButton.LeftButton, pos=QPoint(30, row * PITCH + 30))


def action(menu: QMenu, text: str) -> QAction:
    return next(each for each in menu.actions() if each.text() == text)


def menu_of(qtbot: QtBot, classes: ClassList, row: int) -> QMenu:
    click(qtbot, classes, row, Part.MENU)
    return opened_menu(classes)


def opened_menu(classes: ClassList) -> QMenu:
    return next(
        each
        for each in classes.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if each.isVisible()
    )


# ---- what a row says


def test_rows_say_name_count_share_and_folders(classes: ClassList) -> None:
    assert classes.rows() == [
        "cat: 40 pictures, 40 %",
        "dog: 30 pictures, 30 %, folders dog + puppy",
        "hen: 20 pictures, 20 %",
        "owl: 10 pictures, 10 %, folder strix",
    ]
    assert all(row in classes.accessibleDescription() for row in classes.rows())


def test_left_out_classes_stand_at_the_end_with_their_own_pictures(qtbot: QtBot, classes: ClassList) -> None:
    asked: list[int] = []

    def ask(position: int) -> list[QPixmap]:
        asked.append(position)
        return pictures(position)

    classes.show_classes(without("cat"), ask)
    classes.grab()
    assert classes.rows()[-1] == "cat: 40 pictures, left out"
    assert sorted(asked) == [0, 1, 2, 3]
    assert asked[-1] == 0


def test_pictures_are_asked_for_when_their_row_is_seen(qtbot: QtBot) -> None:
    asked: list[int] = []

    def ask(position: int) -> list[QPixmap]:
        asked.append(position)
        return [tile()]

    area = QScrollArea()
    qtbot.addWidget(area)
    classes = ClassList()
    area.setWidgetResizable(True)
    area.setWidget(classes)
    classes.show_classes([ClassRow(f"class {number}", 60, 0.001, (f"class {number}",)) for number in range(1000)], ask)
    area.resize(700, 400)
    with qtbot.waitExposed(area):
        area.show()
    area.grab()
    assert 0 < len(set(asked)) <= 9
    classes.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(classes, Qt.Key.Key_End)
    area.grab()
    assert classes.current_class() == "class 999"
    assert 999 in asked
    assert area.verticalScrollBar().value() == area.verticalScrollBar().maximum()
    assert len(set(asked)) <= 18


@given(
    width=st.integers(300, 2400),
    name=st.text(st.characters(codec="utf-8"), min_size=1, max_size=60),
    count=st.integers(0, 60_000),
    has_left_out=st.booleans(),
)
def test_the_parts_of_a_row_never_overlap(
    qapp: QApplication, width: int, name: str, count: int, has_left_out: bool
) -> None:
    rows = [ClassRow(name, count, 1.0, (name,)), ClassRow("b", 3, 0.0, ("b",), is_left_out=has_left_out)]
    layout = laid_out(rows, width)
    shown = layout.fitting(min(count, THUMBNAILS))
    assert layout.name(0).right() <= layout.count(0).left() <= layout.bar_left
    assert layout.bar(0).right() < layout.thumbnails_left
    edges = [layout.thumbnail(0, index) for index in range(shown)]
    assert all(left.right() < right.left() for left, right in pairwise(edges))
    if edges:
        assert edges[-1].right() < layout.rest(0, shown).left()
        assert layout.rest(0, shown).right() <= layout.menu(0).left()
    assert layout.menu(0).right() <= width


# ---- choosing and opening


def test_keys_walk_the_rows(qtbot: QtBot, classes: ClassList) -> None:
    assert classes.current_class() is None
    classes.clearFocus()
    classes.setFocus(Qt.FocusReason.TabFocusReason)
    walked = [classes.current_class()]
    for key in (Qt.Key.Key_Down, Qt.Key.Key_End, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Home, Qt.Key.Key_Up):
        qtbot.keyClick(classes, key)
        walked.append(classes.current_class())
    assert walked == ["cat", "dog", "owl", "owl", "hen", "cat", "cat"]
    assert classes.accessibleDescription().startswith("chosen: cat: 40 pictures, 40 %")


def test_enter_double_click_and_the_rest_open_a_class(qtbot: QtBot, classes: ClassList) -> None:
    opened: list[str] = []
    classes.class_opened.connect(opened.append)
    choose(qtbot, classes, 1)
    assert (classes.current_class(), opened) == ("dog", [])
    qtbot.keyClick(classes, Qt.Key.Key_Return)
    qtbot.mouseDClick(classes, Qt.MouseButton.LeftButton, pos=QPoint(30, 2 * PITCH + 30))
    click(qtbot, classes, 0, Part.REST)
    assert opened == ["dog", "hen", "cat"]


def test_a_thumbnail_opens_its_picture(qtbot: QtBot, classes: ClassList) -> None:
    with qtbot.waitSignal(classes.picture_opened) as opened:
        click(qtbot, classes, 2, Part.THUMBNAIL, 4)
    assert opened.args == ["hen", 4]
    assert classes.cursor().shape() == Qt.CursorShape.PointingHandCursor


def test_the_same_class_stays_chosen_when_the_rows_are_shown_anew(qtbot: QtBot, classes: ClassList) -> None:
    choose(qtbot, classes, 2)
    classes.show_classes(ROWS[1:], pictures)
    assert classes.current_class() == "hen"
    classes.show_classes([ClassRow("other", 1, 1.0, ("other",))], pictures)
    assert classes.current_class() is None


# ---- renaming


def type_name(qtbot: QtBot, classes: ClassList, name: str) -> None:
    qtbot.keyClick(classes, Qt.Key.Key_F2)
    field = classes.editor.field
    assert field.isVisible()
    assert field.hasFocus()
    field.selectAll()
    qtbot.keyClicks(field, name)


def test_a_name_is_edited_in_place(qtbot: QtBot, classes: ClassList) -> None:
    choose(qtbot, classes, 2)
    type_name(qtbot, classes, " chicken ")
    with qtbot.waitSignal(classes.renamed) as renamed, qtbot.assertNotEmitted(classes.merged):
        qtbot.keyClick(classes.editor.field, Qt.Key.Key_Return)
    assert renamed.args == ["hen", "chicken"]
    assert not classes.editor.isVisible()
    assert classes.hasFocus()
    classes.show_classes([*ROWS[:2], ClassRow("chicken", 20, 0.2, ("hen",)), ROWS[3]], pictures)
    assert classes.current_class() == "chicken"


def test_escape_leaves_the_name(qtbot: QtBot, classes: ClassList) -> None:
    choose(qtbot, classes, 2)
    type_name(qtbot, classes, "chicken")
    with qtbot.assertNotEmitted(classes.renamed):
        qtbot.keyClick(classes.editor.field, Qt.Key.Key_Escape)
    assert not classes.editor.isVisible()
    assert classes.hasFocus()


def test_escape_is_not_left_to_the_window_while_a_name_is_typed(qtbot: QtBot, classes: ClassList) -> None:
    stopped: list[bool] = []
    shortcut = QShortcut(QKeySequence("Esc"), classes)
    shortcut.activated.connect(lambda: stopped.append(True))
    choose(qtbot, classes, 2)
    type_name(qtbot, classes, "chicken")
    qtbot.keyClick(classes.editor.field, Qt.Key.Key_Escape)
    assert not classes.editor.isVisible()
    assert not stopped


def test_going_elsewhere_takes_the_name(qtbot: QtBot, classes: ClassList) -> None:
    choose(qtbot, classes, 2)
    type_name(qtbot, classes, "chicken")
    with qtbot.waitSignal(classes.renamed) as renamed:
        choose(qtbot, classes, 0)
    assert renamed.args == ["hen", "chicken"]


def test_a_name_that_another_class_has_merges(qtbot: QtBot, classes: ClassList) -> None:
    choose(qtbot, classes, 2)
    type_name(qtbot, classes, "dog")
    assert classes.editor.hint.text() == "Becomes part of “dog”"
    with qtbot.waitSignal(classes.merged) as merged, qtbot.assertNotEmitted(classes.renamed):
        qtbot.keyClick(classes.editor.field, Qt.Key.Key_Return)
    assert merged.args == ["hen", "dog"]


@pytest.mark.parametrize(
    ("typed", "said"),
    [("   ", "A class needs a name"), ("cat", "“cat” is left out: take it in first")],
)
def test_a_name_that_cannot_stand_is_not_taken(qtbot: QtBot, classes: ClassList, typed: str, said: str) -> None:
    classes.show_classes(without("cat"), pictures)
    choose(qtbot, classes, 1)
    type_name(qtbot, classes, typed)
    assert classes.editor.hint.text() == said
    with qtbot.assertNotEmitted(classes.renamed), qtbot.assertNotEmitted(classes.merged):
        qtbot.keyClick(classes.editor.field, Qt.Key.Key_Return)
    assert classes.editor.isVisible()


def test_thumbnails_that_arrive_do_not_end_the_typing(qtbot: QtBot, classes: ClassList) -> None:
    classes.show_classes(ROWS, None)
    choose(qtbot, classes, 2)
    type_name(qtbot, classes, "chick")
    classes.show_classes(ROWS, pictures)
    assert classes.editor.field.text() == "chick"
    assert classes.editor.isVisible()
    classes.show_classes(ROWS[:2], pictures)
    assert not classes.editor.isVisible()


# ---- the menu


def test_the_menu_offers_what_can_be_done(qtbot: QtBot, classes: ClassList) -> None:
    menu = menu_of(qtbot, classes, 0)
    texts = [each.text() for each in menu.actions() if not each.isSeparator()]
    assert texts == ["See its pictures", "Rename…", "Merge with", "Leave out"]
    menu.close()
    menu = menu_of(qtbot, classes, 1)
    with qtbot.waitSignal(classes.parted) as parted:
        action(menu, "Split apart").trigger()
    assert parted.args == ["dog"]


def test_the_menu_merges(qtbot: QtBot, classes: ClassList) -> None:
    classes.show_classes(without("owl"), pictures)
    menu = menu_of(qtbot, classes, 0)
    merging = menu.findChild(QMenu)
    assert merging is not None
    assert [each.text() for each in merging.actions()] == ["dog", "hen"]
    with qtbot.waitSignal(classes.merged) as merged:
        merging.actions()[1].trigger()
    assert merged.args == ["cat", "hen"]


def test_among_very_many_classes_the_name_to_merge_with_is_typed(qtbot: QtBot, classes: ClassList) -> None:
    classes.show_classes([ClassRow(f"{number}", 1, 0.01, (f"{number}",)) for number in range(100)], pictures)
    menu = menu_of(qtbot, classes, 50)
    merging = menu.findChild(QMenu)
    assert merging is not None
    assert len(merging.actions()) < 30
    assert {"49", "51"} <= {each.text() for each in merging.actions()}
    merging.actions()[-1].trigger()
    assert classes.editor.isVisible()


def test_a_name_with_an_ampersand_is_shown_whole(qtbot: QtBot, classes: ClassList) -> None:
    classes.show_classes([ClassRow("cats & dogs", 2, 0.5, ("a",)), ClassRow("b", 2, 0.5, ("b",))], pictures)
    merging = menu_of(qtbot, classes, 1).findChild(QMenu)
    assert merging is not None
    with qtbot.waitSignal(classes.merged) as merged:
        action(merging, "cats && dogs").trigger()
    assert merged.args == ["b", "cats & dogs"]


def test_right_click_and_the_menu_key_open_the_menu(qtbot: QtBot, classes: ClassList) -> None:
    at = QPoint(30, 2 * PITCH + 20)
    QApplication.sendEvent(
        classes, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, classes.mapToGlobal(at), Qt.KeyboardModifier(0))
    )
    assert opened_menu(classes).accessibleName() == "hen"
    assert classes.current_class() == "hen"
    opened_menu(classes).close()
    for reason in ("key", "event"):
        if reason == "key":
            qtbot.keyClick(classes, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
        else:
            QApplication.sendEvent(
                classes, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, at, Qt.KeyboardModifier(0))
            )
        assert opened_menu(classes).accessibleName() == "hen"
        opened_menu(classes).close()


# ---- leaving out


def test_leaving_out_goes_on_with_the_next_class(qtbot: QtBot, classes: ClassList) -> None:
    choose(qtbot, classes, 1)
    with qtbot.waitSignal(classes.left_out) as left_out:
        qtbot.keyClick(classes, Qt.Key.Key_Delete)
    assert left_out.args == ["dog"]
    classes.show_classes(without("dog"), pictures)
    assert classes.current_class() == "hen"


def test_a_left_out_class_is_taken_in_again(qtbot: QtBot, classes: ClassList) -> None:
    taken: list[str] = []
    classes.taken_in.connect(taken.append)
    classes.show_classes(without("cat"), pictures)
    click(qtbot, classes, 3, Part.TAKE_IN)
    menu = menu_of(qtbot, classes, 3)
    assert [each.text() for each in menu.actions() if not each.isSeparator()] == ["See its pictures", "Take in again"]
    action(menu, "Take in again").trigger()
    with qtbot.assertNotEmitted(classes.left_out):
        qtbot.keyClick(classes, Qt.Key.Key_Delete)
    assert taken == ["cat", "cat"]


def test_locked_classes_can_only_be_looked_at(qtbot: QtBot, classes: ClassList) -> None:
    choose(qtbot, classes, 1)
    classes.set_locked(True)
    with qtbot.assertNotEmitted(classes.left_out), qtbot.waitSignal(classes.class_opened):
        qtbot.keyClick(classes, Qt.Key.Key_Delete)
        qtbot.keyClick(classes, Qt.Key.Key_F2)
        qtbot.keyClick(classes, Qt.Key.Key_Return)
    assert not classes.editor.isVisible()
    menu = menu_of(qtbot, classes, 1)
    assert [each.isEnabled() for each in menu.actions() if not each.isSeparator()] == [True, False, False, False, False]


# ---- dropping


def files(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def picture() -> QMimeData:
    image = QImage(8, 6, QImage.Format.Format_RGB32)
    image.fill(QColor("#cc3300"))
    data = QMimeData()
    data.setImageData(image)
    return data


def drag(classes: ClassList, data: QMimeData, *rows: int) -> bool:
    """Drag over these rows and drop on the last; whether it was taken."""
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    points = [QPoint(200, row * PITCH + 30) for row in rows]
    enter = QDragEnterEvent(points[0], copy, data, left, none)
    classes.dragEnterEvent(enter)
    if not enter.isAccepted():
        return False
    for point in points:
        classes.dragMoveEvent(QDragMoveEvent(point, copy, data, left, none))
    classes.grab()
    drop = QDropEvent(QPointF(points[-1]), copy, data, left, none, QEvent.Type.Drop)
    classes.dropEvent(drop)
    return drop.isAccepted()


def test_photos_dropped_on_a_row_are_for_its_class(qtbot: QtBot, classes: ClassList, tmp_path: Path) -> None:
    photos = [tmp_path / "犬 100%.jpg", tmp_path / "b.png"]
    for path in photos:
        path.write_bytes(b"x")
    with qtbot.waitSignal(classes.photos_dropped) as dropped:
        assert drag(classes, files(*photos), 0, 2)
    assert dropped.args == ["hen", photos]
    assert classes.current_class() == "hen"


def test_a_picture_without_a_file_is_for_its_class(qtbot: QtBot, classes: ClassList) -> None:
    with qtbot.waitSignal(classes.image_dropped) as dropped:
        assert drag(classes, picture(), 1)
    name, image = dropped.args or []
    assert (name, image.width(), image.height()) == ("dog", 8, 6)


def test_what_is_not_for_a_class_is_left_to_the_window(qtbot: QtBot, classes: ClassList, tmp_path: Path) -> None:
    model, photo = tmp_path / "best.keras", tmp_path / "a.jpg"
    model.write_bytes(b"x")
    photo.write_bytes(b"x")
    words = QMimeData()
    words.setText("hello")
    with qtbot.assertNotEmitted(classes.photos_dropped), qtbot.assertNotEmitted(classes.image_dropped):
        assert not any(
            drag(classes, data, 1)
            for data in (files(tmp_path), files(photo, tmp_path), files(tmp_path.parent), files(model), words)
        )
        classes.set_locked(True)
        assert not drag(classes, files(photo), 1)


def test_a_folder_of_photos_is_for_a_class_and_one_of_folders_is_not(
    qtbot: QtBot, classes: ClassList, tmp_path: Path
) -> None:
    photos = tmp_path / "photos"
    photos.mkdir()
    with qtbot.assertNotEmitted(classes.photos_dropped):
        assert not drag(classes, files(photos), 1), "nothing is in it"
    (photos / "a.jpg").write_bytes(b"x")
    with qtbot.waitSignal(classes.photos_dropped) as dropped:
        assert drag(classes, files(photos), 1)
    assert dropped.args == ["dog", [photos]]
    with qtbot.assertNotEmitted(classes.photos_dropped):
        assert not drag(classes, files(tmp_path), 1), "its folders are classes"


def test_a_drop_on_a_left_out_class_is_refused_there_and_not_left_to_the_window(
    qtbot: QtBot, classes: ClassList, tmp_path: Path
) -> None:
    (tmp_path / "a.jpg").write_bytes(b"x")
    classes.show_classes(without("cat"), pictures)
    at, data = QPointF(200, 3 * PITCH + 30), files(tmp_path / "a.jpg")
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    plain = classes.grab().toImage()
    classes.dragEnterEvent(QDragEnterEvent(at.toPoint(), copy, data, left, none))
    classes.dragMoveEvent(QDragMoveEvent(at.toPoint(), copy, data, left, none))
    assert classes.grab().toImage() != plain
    drop = QDropEvent(at, copy, data, left, none, QEvent.Type.Drop)
    with qtbot.assertNotEmitted(classes.photos_dropped):
        classes.dropEvent(drop)
    assert drop.isAccepted()
    assert drop.dropAction() == Qt.DropAction.IgnoreAction


# ---- the keyboard


@pytest.fixture
def between(qtbot: QtBot) -> tuple[QWidget, ClassList, QSpinBox]:
    """The list in a window with a field after it that any arrow key would change."""
    window, classes, after = QWidget(), ClassList(), QSpinBox()
    column = QVBoxLayout(window)
    column.addWidget(classes)
    column.addWidget(after)
    qtbot.addWidget(window)
    classes.show_classes(ROWS, pictures)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    return window, classes, after


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab])
@pytest.mark.parametrize("typed", ["chicken", "dog", " "])
def test_the_end_of_typing_leads_back_to_the_list(
    qtbot: QtBot, between: tuple[QWidget, ClassList, QSpinBox], key: Qt.Key, typed: str
) -> None:
    window, classes, after = between
    choose(qtbot, classes, 2)
    type_name(qtbot, classes, typed)
    qtbot.keyClick(classes.editor.field, key)
    if typed == " " and key == Qt.Key.Key_Return:
        assert classes.editor.field.hasFocus(), "a name that cannot stand is mended first"
        return
    assert window.focusWidget() is classes
    assert (classes.current_class(), after.value()) == ("hen", 0)


def test_a_lock_ends_the_typing_without_giving_the_keyboard_away(
    qtbot: QtBot, between: tuple[QWidget, ClassList, QSpinBox]
) -> None:
    window, classes, _after = between
    choose(qtbot, classes, 2)
    type_name(qtbot, classes, "chicken")
    classes.set_locked(True)
    assert window.focusWidget() is classes


def test_a_click_elsewhere_keeps_the_focus_there(qtbot: QtBot, between: tuple[QWidget, ClassList, QSpinBox]) -> None:
    window, classes, after = between
    choose(qtbot, classes, 2)
    type_name(qtbot, classes, "chicken")
    with qtbot.waitSignal(classes.renamed):
        after.setFocus(Qt.FocusReason.MouseFocusReason)
    assert window.focusWidget() is after


def test_the_keyboard_goes_to_a_class_that_is_still_to_come(
    qtbot: QtBot, between: tuple[QWidget, ClassList, QSpinBox]
) -> None:
    window, classes, after = between
    after.setFocus()
    classes.go_to("new")
    classes.show_classes([*ROWS, ClassRow("new", 0, 0.0)], pictures)
    assert (window.focusWidget(), classes.current_class()) == (classes, "new")
    classes.go_to("dog")
    assert classes.current_class() == "dog"


def test_escape_unchooses_before_it_stops_anything(qtbot: QtBot, classes: ClassList) -> None:
    stopped: list[bool] = []
    shortcut = QShortcut(QKeySequence("Esc"), classes)
    shortcut.activated.connect(lambda: stopped.append(True))
    choose(qtbot, classes, 2)
    qtbot.keyClick(classes, Qt.Key.Key_Escape)
    assert (classes.current_class(), stopped) == (None, [])
    qtbot.keyClick(classes, Qt.Key.Key_Escape)
    assert stopped == [True]
    choose(qtbot, classes, 2)
    classes.set_locked(True)
    qtbot.keyClick(classes, Qt.Key.Key_Escape)
    assert (classes.current_class(), stopped) == ("hen", [True, True])


def test_so_many_letters_can_be_typed_and_a_longer_name_is_not_cut(qtbot: QtBot, classes: ClassList) -> None:
    long = "犬😀" * 60
    classes.show_classes([*ROWS, ClassRow(long, 5, 0.0, (long,))], pictures)
    choose(qtbot, classes, 4)
    qtbot.keyClick(classes, Qt.Key.Key_F2)
    assert classes.editor.field.text() == long
    with qtbot.assertNotEmitted(classes.renamed):
        qtbot.keyClick(classes.editor.field, Qt.Key.Key_Return)
    choose(qtbot, classes, 2)
    type_name(qtbot, classes, "x" * 300)
    assert classes.editor.typed == "x" * LONGEST_NAME


@pytest.mark.parametrize("width", [572, 758])
@pytest.mark.parametrize("name", ["class with white & %20", "hen"])
def test_what_fits_is_shown_whole(qapp: QApplication, width: int, name: str) -> None:
    row = ClassRow(name, 40, 0.4, ("dog", "wolf", "fox"))
    layout = laid_out([row], width)
    assert QFontMetrics(theme.font("body", 600)).horizontalAdvance(name) <= layout.name(0).width()
    assert QFontMetrics(theme.font("caption")).horizontalAdvance(row.origin()) <= layout.origin(0).width()
    assert layout.name(0).bottom() <= layout.origin(0).top()
    assert layout.share(0).top() == layout.origin(0).top()
    assert layout.share(0).right() == layout.count(0).right()
