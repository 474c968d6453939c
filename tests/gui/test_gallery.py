"""The gallery over a page: what is looked at, what is chosen, and what it asks for."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui import theme, translation
from gui.widgets.pictures.gallery import LARGE_PX, PREVIEW_PX, Gallery, GalleryItem

UNREAD = GalleryItem("cat/page.jpg", "/pictures/cat/page.jpg", "cat", "", None, "A web page, not a picture.")


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> None:
    theme.apply(qapp, "light")
    translation.install(qapp, "en")


def some(count: int) -> list[GalleryItem]:
    return [
        GalleryItem(f"cat/{number}.jpg", f"/pictures/cat/{number}.jpg", "cat", "training", (300, 200))
        for number in range(count)
    ]


def small(position: int) -> NDArray[np.uint8]:
    return np.full((10, 10, 3), position % 250, np.uint8)


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    layout = QVBoxLayout(made)
    layout.addWidget(QLineEdit())
    made.resize(1192, 752)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


@pytest.fixture
def gallery(page: QWidget) -> Gallery:
    return Gallery(page)


def opened(gallery: Gallery, items: Sequence[GalleryItem], chosen: int = 0) -> None:
    gallery.show_items("cat", "its pictures", items, small, chosen)


def press(qtbot: QtBot, gallery: Gallery, *keys: Qt.Key, shift: bool = False) -> None:
    modifier = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    for key in keys:
        qtbot.keyClick(gallery.grid, key, modifier)


def shown_words(gallery: Gallery) -> list[str]:
    panel = gallery.panel
    return [panel.name.text(), panel.size_value.text(), panel.class_value.text(), panel.part_value.text()]


# ---- opening and closing


def test_it_covers_its_page_and_keeps_to_its_size(qtbot: QtBot, page: QWidget, gallery: Gallery) -> None:
    assert gallery.isHidden()
    opened(gallery, some(3))
    assert gallery.isVisible()
    assert gallery.geometry() == page.rect()
    page.resize(936, 652)
    assert gallery.geometry() == page.rect()
    assert gallery.grid.hasFocus()


@pytest.mark.parametrize("way", ["escape", "button"])
def test_closing_gives_the_page_back(qtbot: QtBot, page: QWidget, gallery: Gallery, way: str) -> None:
    field = page.findChild(QLineEdit)
    assert field is not None
    field.setFocus()
    opened(gallery, some(3))
    assert not field.isEnabled()
    with qtbot.waitSignal(gallery.closed):
        if way == "escape":
            press(qtbot, gallery, Qt.Key.Key_Escape)
        else:
            qtbot.mouseClick(gallery.close_button, Qt.MouseButton.LeftButton)
    assert gallery.isHidden()
    assert field.isEnabled()
    assert field.hasFocus()


def test_escape_is_not_left_to_the_window(qtbot: QtBot, page: QWidget, gallery: Gallery) -> None:
    stopped: list[bool] = []
    shortcut = QShortcut(QKeySequence("Esc"), page)
    shortcut.activated.connect(lambda: stopped.append(True))
    opened(gallery, some(3))
    press(qtbot, gallery, Qt.Key.Key_Escape)
    assert gallery.isHidden()
    assert not stopped
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert stopped


def test_tab_stays_inside(qtbot: QtBot, page: QWidget, gallery: Gallery) -> None:
    opened(gallery, some(3))
    for _ in range(8):
        focused = page.focusWidget()
        assert focused is not None
        assert gallery.isAncestorOf(focused)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)


def test_without_pictures_it_closes(qtbot: QtBot, gallery: Gallery) -> None:
    opened(gallery, some(3))
    with qtbot.waitSignal(gallery.closed):
        opened(gallery, [])
    assert gallery.isHidden()
    opened(gallery, [])
    assert gallery.isHidden()


# ---- looking


def test_the_chosen_picture_is_told_of(gallery: Gallery) -> None:
    items = [*some(3), replace(some(5)[4], note="identical with dog/12.jpg", is_left_out=True), UNREAD]
    opened(gallery, items, chosen=1)
    assert shown_words(gallery) == ["1.jpg", "300 × 200 px", "cat", "training"]
    assert gallery.panel.name.toolTip() == "/pictures/cat/1.jpg"
    gallery.grid.look_at(3)
    assert shown_words(gallery) == ["4.jpg", "300 × 200 px", "cat", "left out"]
    assert gallery.panel.note.text() == "identical with dog/12.jpg"
    gallery.grid.look_at(4)
    assert shown_words(gallery) == ["page.jpg", "–", "cat", "–"]
    assert gallery.panel.note.text() == "A web page, not a picture."


def test_each_picture_has_a_text_of_its_own(gallery: Gallery) -> None:
    opened(gallery, [*some(1), UNREAD])
    model = gallery.grid.pictures
    said = [model.data(model.index(row), Qt.ItemDataRole.AccessibleTextRole) for row in range(2)]
    assert said == ["0.jpg, cat, 300 × 200 px, training", "page.jpg, cat, A web page, not a picture."]
    assert gallery.grid.accessibleDescription() == "2 pictures, 1 chosen"


def test_keys_walk_the_pictures(qtbot: QtBot, gallery: Gallery) -> None:
    opened(gallery, some(100))
    press(qtbot, gallery, Qt.Key.Key_Down)
    columns = gallery.grid.current()
    assert columns is not None
    assert columns > 2
    steps = {
        Qt.Key.Key_Right: columns + 1,
        Qt.Key.Key_Up: 1,
        Qt.Key.Key_Left: 0,
        Qt.Key.Key_End: 99,
        Qt.Key.Key_Home: 0,
    }
    for key, place in steps.items():
        press(qtbot, gallery, key)
        assert gallery.grid.current() == place
    press(qtbot, gallery, Qt.Key.Key_Left, Qt.Key.Key_Up)
    assert gallery.grid.current() == 0
    press(qtbot, gallery, Qt.Key.Key_PageDown)
    assert (gallery.grid.current() or 0) > columns
    press(qtbot, gallery, Qt.Key.Key_End, Qt.Key.Key_Right, Qt.Key.Key_Down)
    assert gallery.grid.current() == 99
    # From the end of a row to the beginning of the next.
    gallery.grid.look_at(columns - 1)
    press(qtbot, gallery, Qt.Key.Key_Right)
    assert gallery.grid.current() == columns


def test_the_large_picture_takes_the_place_of_the_small_one(qtbot: QtBot, gallery: Gallery) -> None:
    opened(gallery, some(5))
    with qtbot.waitSignal(gallery.preview_wanted) as wanted:
        gallery.grid.look_at(2)
    assert wanted.args == ["/pictures/cat/2.jpg", PREVIEW_PX]
    preview = gallery.panel.preview
    assert np.array_equal(preview.pixels(), small(2))
    before = preview.picture_rect()
    large = np.zeros((200, 300, 3), np.uint8)
    gallery.show_preview("/pictures/cat/1.jpg", large)
    gallery.show_preview("/pictures/cat/2.jpg", None)
    assert np.array_equal(preview.pixels(), small(2))
    gallery.show_preview("/pictures/cat/2.jpg", large)
    assert preview.pixels() is large
    assert preview.picture_rect() == before
    assert before.width() / before.height() == pytest.approx(1.5, rel=0.01)


def test_walking_on_asks_for_the_last_picture_only(qtbot: QtBot, gallery: Gallery) -> None:
    asked: list[str] = []
    gallery.preview_wanted.connect(lambda path, _side: asked.append(path))
    opened(gallery, [*some(5), UNREAD])
    with qtbot.waitSignal(gallery.preview_wanted):
        press(qtbot, gallery, *[Qt.Key.Key_Right] * 4)
    assert asked == ["/pictures/cat/4.jpg"]
    # There is nothing large to see of a file that cannot be read.
    press(qtbot, gallery, Qt.Key.Key_Right)
    qtbot.wait(120)
    assert asked == ["/pictures/cat/4.jpg"]


def test_only_pictures_in_sight_are_made(qtbot: QtBot, gallery: Gallery) -> None:
    asked: set[int] = set()

    def ask(position: int) -> NDArray[np.uint8]:
        asked.add(position)
        return small(position)

    gallery.show_items("cat", "", some(10_000), ask)
    gallery.grab()
    assert 20 < len(asked) < 150
    press(qtbot, gallery, Qt.Key.Key_End)
    gallery.grab()
    assert 9_999 in asked
    assert len(asked) < 300


# ---- choosing


def test_several_are_left_out(qtbot: QtBot, gallery: Gallery) -> None:
    items = some(6)
    items[2] = replace(items[2], is_left_out=True)
    opened(gallery, items)
    press(qtbot, gallery, Qt.Key.Key_Right)
    press(qtbot, gallery, Qt.Key.Key_Right, Qt.Key.Key_Right, shift=True)
    assert gallery.chosen_files() == ["cat/1.jpg", "cat/2.jpg", "cat/3.jpg"]
    assert gallery.panel.choice.text() == "3 pictures chosen"
    with qtbot.waitSignal(gallery.leave_out_wanted) as left_out:
        press(qtbot, gallery, Qt.Key.Key_Delete)
    assert left_out.args == [["cat/1.jpg", "cat/3.jpg"]]
    with qtbot.waitSignal(gallery.take_in_wanted) as taken_in:
        qtbot.mouseClick(gallery.panel.take_in_button, Qt.MouseButton.LeftButton)
    assert taken_in.args == [["cat/2.jpg"]]


def test_the_choice_stays_when_the_same_pictures_are_shown_anew(qtbot: QtBot, gallery: Gallery) -> None:
    opened(gallery, some(200), chosen=150)
    press(qtbot, gallery, Qt.Key.Key_Right, shift=True)
    scrolled = gallery.grid.verticalScrollBar().value()
    assert gallery.panel.leave_out_button.isEnabled()
    assert not gallery.panel.take_in_button.isEnabled()
    opened(gallery, [replace(item, is_left_out=position in (150, 151)) for position, item in enumerate(some(200))])
    assert gallery.chosen_files() == ["cat/150.jpg", "cat/151.jpg"]
    assert gallery.grid.verticalScrollBar().value() == scrolled
    assert gallery.panel.part_value.text() == "left out"
    assert not gallery.panel.leave_out_button.isEnabled()
    assert gallery.panel.take_in_button.isEnabled()


def test_it_goes_on_where_a_picture_has_gone(gallery: Gallery) -> None:
    items = some(10)
    opened(gallery, items, chosen=4)
    opened(gallery, [*items[:2], *items[3:]])
    assert gallery.chosen_files() == ["cat/4.jpg"]
    opened(gallery, [*items[:2], items[3], *items[5:]])
    assert gallery.chosen_files() == ["cat/5.jpg"]
    opened(gallery, items[:2])
    assert gallery.chosen_files() == ["cat/1.jpg"]


def test_locked_pictures_can_only_be_looked_at(qtbot: QtBot, gallery: Gallery) -> None:
    opened(gallery, some(3))
    gallery.set_locked(True)
    assert not gallery.panel.leave_out_button.isEnabled()
    with qtbot.assertNotEmitted(gallery.leave_out_wanted):
        press(qtbot, gallery, Qt.Key.Key_Delete)
    gallery.set_locked(False)
    assert gallery.panel.leave_out_button.isEnabled()


def test_what_cannot_be_read_is_neither_left_out_nor_taken_in(qtbot: QtBot, gallery: Gallery) -> None:
    opened(gallery, [UNREAD, *some(1), replace(UNREAD, file="cat/b.jpg", is_left_out=True)])
    assert gallery.panel.choice.text() == "1 picture chosen"
    for position in (0, 2):
        gallery.grid.look_at(position)
        assert not gallery.panel.leave_out_button.isEnabled()
        assert not gallery.panel.take_in_button.isEnabled()
    with qtbot.assertNotEmitted(gallery.leave_out_wanted):
        press(qtbot, gallery, Qt.Key.Key_Delete)
    gallery.grid.selectAll()
    with qtbot.waitSignal(gallery.leave_out_wanted) as left_out:
        press(qtbot, gallery, Qt.Key.Key_Delete)
    assert left_out.args == [["cat/0.jpg"]]


# ---- over the whole sheet


@pytest.mark.parametrize("way", ["enter", "double click", "preview"])
def test_a_picture_opens_over_the_whole_sheet(qtbot: QtBot, gallery: Gallery, way: str) -> None:
    opened(gallery, some(6), chosen=1)
    with qtbot.waitSignal(gallery.preview_wanted, check_params_cb=lambda _path, side: side == LARGE_PX) as wanted:
        if way == "enter":
            press(qtbot, gallery, Qt.Key.Key_Return)
        elif way == "double click":
            at = gallery.grid.visualRect(gallery.grid.pictures.index(1)).center()
            qtbot.mouseClick(gallery.grid.viewport(), Qt.MouseButton.LeftButton, pos=at)
            qtbot.mouseDClick(gallery.grid.viewport(), Qt.MouseButton.LeftButton, pos=at)
        else:
            qtbot.mouseClick(gallery.panel.preview, Qt.MouseButton.LeftButton)
    assert wanted.args == ["/pictures/cat/1.jpg", LARGE_PX]
    large = gallery.large
    assert large.isVisible()
    assert not gallery.grid.isVisible()
    assert large.hasFocus()
    qtbot.waitUntil(lambda: large.preview.height() > 0.8 * gallery.height())
    assert large.line.text() == "1.jpg  ·  cat  ·  300 × 200 px  ·  training"
    assert np.array_equal(large.preview.pixels(), small(1))
    pixels = np.zeros((200, 300, 3), np.uint8)
    gallery.show_preview("/pictures/cat/1.jpg", pixels)
    assert large.preview.pixels() is pixels


def test_walking_and_leaving_out_over_the_whole_sheet(qtbot: QtBot, gallery: Gallery) -> None:
    opened(gallery, some(4))
    press(qtbot, gallery, Qt.Key.Key_Right, shift=True)
    press(qtbot, gallery, Qt.Key.Key_Return)
    large = gallery.large
    with qtbot.waitSignal(gallery.leave_out_wanted) as left_out:
        qtbot.keyClick(large, Qt.Key.Key_Delete)
    assert left_out.args == [["cat/1.jpg"]], "the one in sight alone"
    for key, name in ((Qt.Key.Key_Right, "2"), (Qt.Key.Key_Left, "1"), (Qt.Key.Key_Left, "0"), (Qt.Key.Key_Left, "0")):
        qtbot.keyClick(large, key)
        assert large.line.text().startswith(f"{name}.jpg")
    opened(gallery, [replace(some(1)[0], is_left_out=True), *some(4)[1:]])
    assert large.isVisible()
    assert large.line.text().endswith("left out")


@pytest.mark.parametrize("way", ["escape", "click"])
def test_from_the_whole_sheet_back_to_the_grid_and_then_to_the_page(qtbot: QtBot, gallery: Gallery, way: str) -> None:
    opened(gallery, some(4), chosen=2)
    press(qtbot, gallery, Qt.Key.Key_Return)
    with qtbot.assertNotEmitted(gallery.closed):
        if way == "escape":
            qtbot.keyClick(gallery.large, Qt.Key.Key_Escape)
        else:
            qtbot.mouseClick(gallery.large, Qt.MouseButton.LeftButton)
    assert not gallery.large.isVisible()
    assert gallery.grid.hasFocus()
    assert gallery.grid.current() == 2
    press(qtbot, gallery, Qt.Key.Key_Return)
    gallery.close_sheet()
    opened(gallery, some(4))
    assert gallery.grid.isVisible(), "it opens with the grid"


# ---- the folder


@pytest.mark.parametrize("opens", [True, False])
def test_the_folder_of_a_picture_is_opened(
    qtbot: QtBot, gallery: Gallery, monkeypatch: pytest.MonkeyPatch, opens: bool
) -> None:
    asked: list[str] = []
    failed: list[Path] = []

    def open_url(url: QUrl) -> bool:
        asked.append(url.toLocalFile())
        return opens

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    gallery.folder_failed.connect(failed.append)
    opened(gallery, [GalleryItem("犬 100%/a.jpg", "/pictures/犬 100%/a.jpg", "犬", "test", (4, 4))])
    qtbot.mouseClick(gallery.panel.folder_button, Qt.MouseButton.LeftButton)
    assert asked == ["/pictures/犬 100%"]
    assert failed == ([] if opens else [Path("/pictures/犬 100%")])
