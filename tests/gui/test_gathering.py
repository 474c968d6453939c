"""What comes in and goes out as files: photos added to classes, files of arrays, and reading the same anew."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core import places
from core.images import read_square
from gui import theme, translation
from gui.main_window import MainWindow
from gui.pages.pictures.page import PicturesPage
from gui.session import Session
from gui.state import State
from tests.gui.pictures_stage import (
    A_MINUTE_MS,
    button,
    choose_path,
    click_row,
    dragged_files,
    drop_on,
    make_scenes,
    open_pictures,
    press_in_menu,
    rename,
    scene,
    shown,
    small_image,
    state_of,
    wait_read,
)
from tests.gui.stand_ins import Training

# The offscreen platform says so whenever a window's least size changes.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")

ROWS = ["ant: 3 pictures, 25 %", "bee: 4 pictures, 33 %", "cat: 5 pictures, 42 %"]


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
def photos(tmp_path: Path) -> list[Path]:
    """Two photos from elsewhere, one with a name that pictures of the folder have too."""
    (tmp_path / "camera").mkdir()
    made = [tmp_path / "camera" / "00.png", tmp_path / "camera" / "é 日本 #1.png"]
    for number, path in enumerate(made):
        scene(900 + number).save(path)
    return made


@pytest.fixture
def page(qtbot: QtBot, session: Session, scenes: Path) -> PicturesPage:
    made = shown(qtbot, session)
    open_pictures(qtbot, session, scenes)
    return made


def has_rows(page: PicturesPage, *beginnings: str) -> bool:
    rows = page.classes.rows()
    return len(rows) == len(beginnings) and all(map(str.startswith, rows, beginnings))


def wait_rows(qtbot: QtBot, session: Session, page: PicturesPage, *beginnings: str) -> None:
    """Wait for the reading to end with these rows."""
    qtbot.waitUntil(
        lambda: session.prepared is not None and session.is_idle and has_rows(page, *beginnings), timeout=A_MINUTE_MS
    )


# ---- photos dropped on a row


def test_photos_dropped_on_a_row_are_copied_and_belong_to_its_class(
    qtbot: QtBot, session: Session, page: PicturesPage, scenes: Path, photos: list[Path]
) -> None:
    before, camera = state_of(scenes), state_of(photos[0].parent)
    drop_on(page, "bee", dragged_files(*photos))
    wait_rows(qtbot, session, page, "ant: 3 ", "bee: 6 ", "cat: 5 ")
    assert state_of(scenes) == before
    assert state_of(photos[0].parent) == camera
    copies = sorted(path for path in places.collected_folder().rglob("*") if path.is_file())
    assert [path.name for path in copies] == [path.name for path in photos]
    assert [path.read_bytes() for path in copies] == [path.read_bytes() for path in photos]
    assert {path.parent.name for path in copies} == {"bee"}
    assert session.prepared is not None
    place = [each.file for each in session.prepared.dataset.pictures].index(str(copies[0]))
    assert np.array_equal(session.prepared.pixels([place])[0], read_square(str(photos[0]), 16))
    assert page.banner.text().startswith("2 photos added to “bee”.")


def test_added_photos_are_there_when_the_folder_is_opened_again(
    qtbot: QtBot, session: Session, page: PicturesPage, scenes: Path, photos: list[Path]
) -> None:
    drop_on(page, "bee", dragged_files(*photos))
    wait_rows(qtbot, session, page, "ant: 3 ", "bee: 6 ", "cat: 5 ")
    later = new_session()
    there = shown(qtbot, later)
    open_pictures(qtbot, later, scenes)
    assert there.classes.rows() == page.classes.rows()
    qtbot.waitUntil(later.end, timeout=A_MINUTE_MS)


def test_undo_takes_added_photos_out_and_redo_brings_them_back(
    qtbot: QtBot, session: Session, page: PicturesPage, photos: list[Path]
) -> None:
    drop_on(page, "ant", dragged_files(*photos))
    wait_rows(qtbot, session, page, "ant: 5 ", "bee: 4 ", "cat: 5 ")
    button(page.banner, "Undo").click()
    wait_rows(qtbot, session, page, *ROWS)
    button(page.size_card, "Pad").click()
    wait_rows(qtbot, session, page, *ROWS)
    session.collection.redo()
    wait_rows(qtbot, session, page, "ant: 5 ", "bee: 4 ", "cat: 5 ")


def test_a_class_that_was_added_becomes_one_with_its_first_photos(
    qtbot: QtBot, session: Session, page: PicturesPage, photos: list[Path], training: Training
) -> None:
    page.new_class.named.emit("dog")
    drop_on(page, "dog", dragged_files(*photos))
    wait_rows(qtbot, session, page, "ant: 3 ", "bee: 4 ", "cat: 5 ", "dog: 2 ")
    page.start_button.click()
    qtbot.waitUntil(lambda: session.state is State.TRAINING, timeout=A_MINUTE_MS)
    assert training.datasets[0].class_names == ("ant", "bee", "cat", "dog")
    assert training.datasets[0].counts["dog"] == 2
    session.stop()
    qtbot.waitUntil(lambda: session.is_idle, timeout=A_MINUTE_MS)
    session.collection.undo()
    session.collection.undo()
    wait_rows(qtbot, session, page, *ROWS)


@pytest.mark.parametrize("name", ["../../outside", "/outside", "a/b", "..", "con", "x" * 300])
def test_whatever_a_class_is_called_its_photos_stay_in_the_program_s_folder(
    qtbot: QtBot, session: Session, page: PicturesPage, photos: list[Path], name: str
) -> None:
    page.new_class.named.emit(name)
    drop_on(page, name, dragged_files(photos[0]))
    qtbot.waitUntil(
        lambda: session.is_idle and session.dataset is not None and session.dataset.counts.get(name) == 1,
        timeout=A_MINUTE_MS,
    )
    (copy,) = (path for path in places.collected_folder().rglob("*") if path.is_file())
    assert copy.parent.parent.parent == places.collected_folder()


def test_photos_can_be_collected_in_a_folder_of_the_user(
    qtbot: QtBot, session: Session, page: PicturesPage, photos: list[Path], tmp_path: Path
) -> None:
    session.collection.collect_into(str(tmp_path / "mine"))
    drop_on(page, "cat", dragged_files(*photos))
    wait_rows(qtbot, session, page, "ant: 3 ", "bee: 4 ", "cat: 7 ")
    assert sorted(path.name for path in (tmp_path / "mine" / "cat").iterdir()) == [path.name for path in photos]
    assert not places.collected_folder().exists()


def test_what_is_no_picture_is_named(
    qtbot: QtBot, session: Session, page: PicturesPage, photos: list[Path], tmp_path: Path
) -> None:
    page_file, cut = tmp_path / "page.jpg", tmp_path / "cut.png"
    page_file.write_text("<html>")
    cut.write_bytes(photos[0].read_bytes()[:60])
    drop_on(page, "bee", dragged_files(page_file))
    qtbot.waitUntil(lambda: page.banner.isVisible() and session.is_idle, timeout=A_MINUTE_MS)
    assert "“page.jpg” was not added." in page.banner.text()
    assert page.classes.rows() == ROWS
    drop_on(page, "bee", dragged_files(page_file, photos[0], cut))
    wait_rows(qtbot, session, page, "ant: 3 ", "bee: 5 ", "cat: 5 ")
    assert "2 files were not added." in page.banner.text()


def test_nothing_is_added_while_a_training_runs(
    qtbot: QtBot, session: Session, page: PicturesPage, photos: list[Path], training: Training
) -> None:
    page.start_button.click()
    qtbot.waitUntil(lambda: session.state is State.TRAINING, timeout=A_MINUTE_MS)
    drop_on(page, "bee", dragged_files(*photos))
    assert "The training is still running." in page.banner.text()
    assert "then add photos" in page.banner.text()
    session.stop()
    qtbot.waitUntil(lambda: session.is_idle, timeout=A_MINUTE_MS)
    assert page.classes.rows() == ROWS
    assert not places.collected_folder().exists()


def test_changes_that_cannot_be_kept_do_not_read_the_pictures_for_ever(
    qtbot: QtBot, session: Session, page: PicturesPage, photos: list[Path]
) -> None:
    places.edits_folder().write_text("in the way")
    drop_on(page, "bee", dragged_files(*photos))
    qtbot.waitUntil(lambda: "cannot be kept" in page.banner.text(), timeout=A_MINUTE_MS)
    wait_read(qtbot, session)
    begun: list[State] = []
    session.state_changed.connect(lambda: begun.append(session.state))
    session.all_ended.emit()
    assert begun == []


# ---- pasted


def test_a_copied_picture_is_pasted_into_the_chosen_class(
    qtbot: QtBot, session: Session, scenes: Path, photos: list[Path]
) -> None:
    window = MainWindow(session)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    open_pictures(qtbot, session, scenes)
    page = window.pictures_page
    QGuiApplication.clipboard().setImage(small_image())
    click_row(qtbot, page, "bee")
    page.classes.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    wait_rows(qtbot, session, page, "ant: 3 ", "bee: 5 ", "cat: 5 ")
    (copy,) = (path for path in places.collected_folder().rglob("*") if path.is_file())
    with Image.open(copy) as picture:
        assert (picture.size, picture.convert("RGB").getpixel((3, 3))) == ((20, 14), (0xCC, 0x33, 0x00))
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(photo)) for photo in photos])
    QGuiApplication.clipboard().setMimeData(files)
    click_row(qtbot, page, "ant")
    page.classes.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    wait_rows(qtbot, session, page, "ant: 5 ", "bee: 5 ", "cat: 5 ")


# ---- files of arrays


@pytest.fixture
def arrays(tmp_path: Path) -> Path:
    """The tutorial's own file: pictures of three classes with numbers for names."""
    pictures = [np.stack([np.asarray(scene(count + 50 * part, 20)) for count in range(12)]) for part in (0, 1)]
    labels = [np.arange(12) % 3, np.arange(12) % 3]
    held = np.empty(4, object)
    for place, each in enumerate((*pictures, *labels)):
        held[place] = each
    np.save(tmp_path / "augumented_images.npy", held)
    return tmp_path / "augumented_images.npy"


def test_a_file_of_arrays_is_opened_named_and_trained_on(
    qtbot: QtBot, session: Session, arrays: Path, training: Training
) -> None:
    page = shown(qtbot, session)
    open_pictures(qtbot, session, arrays)
    assert page.classes.rows() == [f"class {number}: 8 pictures, 33 %" for number in (1, 2, 3)]
    assert any("turned or mirrored copies" in line for line in page.health.lines())
    for number, name in enumerate(("monkey", "boar", "crow"), start=1):
        rename(qtbot, page, f"class {number}", name)
    page.start_button.click()
    qtbot.waitUntil(lambda: session.state is State.TRAINING, timeout=A_MINUTE_MS)
    assert training.datasets[0].class_names == ("boar", "crow", "monkey")
    session.stop()
    qtbot.waitUntil(lambda: session.is_idle, timeout=A_MINUTE_MS)
    assert session.settings.recent[0].path == str(arrays)
    later = new_session()
    there = shown(qtbot, later)
    open_pictures(qtbot, later, arrays)
    assert [row.split(":")[0] for row in there.classes.rows()] == ["boar", "crow", "monkey"]
    qtbot.waitUntil(later.end, timeout=A_MINUTE_MS)


def test_a_file_that_is_no_array_is_told(qtbot: QtBot, session: Session, page: PicturesPage, tmp_path: Path) -> None:
    (tmp_path / "words.npy").write_text("no arrays in here")
    session.open_dropped([tmp_path / "words.npy"])
    qtbot.waitUntil(lambda: page.banner.isVisible() and session.is_idle, timeout=A_MINUTE_MS)
    assert "words.npy" in page.banner.text()
    assert page.classes.rows() == ROWS, "what was open stays open"


@pytest.mark.parametrize("name", ["saved.npy", "saved.npz"])
def test_the_pictures_are_saved_as_arrays(
    qtbot: QtBot, session: Session, page: PicturesPage, tmp_path: Path, name: str
) -> None:
    rename(qtbot, page, "ant", "emmet")
    click_row(qtbot, page, "cat")
    qtbot.keyClick(page.classes, Qt.Key.Key_Delete)
    press_in_menu(page, "Save as arrays (.npy)…")
    choose_path(page, tmp_path / name)
    qtbot.waitUntil(lambda: f"Saved as {name}." in page.banner.text() and session.is_idle, timeout=A_MINUTE_MS)
    assert (tmp_path / "saved.labels.txt").read_text().split() == ["bee", "emmet"]
    later = new_session()
    there = shown(qtbot, later)
    open_pictures(qtbot, later, tmp_path / name)
    assert [row.split(",")[0] for row in there.classes.rows()] == ["bee: 4 pictures", "emmet: 3 pictures"]
    qtbot.waitUntil(later.end, timeout=A_MINUTE_MS)


def test_arrays_have_the_size_that_is_set(qtbot: QtBot, session: Session, page: PicturesPage, tmp_path: Path) -> None:
    session.set_config(image_size_px=24)
    session.gathering.save_arrays(tmp_path / "saved.npz")
    qtbot.waitUntil(lambda: (tmp_path / "saved.npz").is_file() and session.is_idle, timeout=A_MINUTE_MS)
    with np.load(tmp_path / "saved.npz") as saved:
        assert saved["X_train"].shape[1:] == (24, 24, 3)


def test_where_arrays_cannot_be_saved_is_told(
    qtbot: QtBot, session: Session, page: PicturesPage, tmp_path: Path
) -> None:
    session.gathering.save_arrays(tmp_path / "no such folder" / "saved.npy")
    qtbot.waitUntil(lambda: page.banner.isVisible() and session.is_idle, timeout=A_MINUTE_MS)
    assert "cannot be saved" in page.banner.text()


# ---- the same once more


def test_what_cannot_be_opened_does_not_take_the_place_of_what_is_open(
    qtbot: QtBot, session: Session, page: PicturesPage, photos: list[Path], tmp_path: Path
) -> None:
    session.open_dropped([photos[0].parent])
    qtbot.waitUntil(lambda: page.banner.isVisible() and session.is_idle, timeout=A_MINUTE_MS)
    assert "“camera” can be used" in page.banner.text()
    button(page.size_card, "Pad").click()
    wait_rows(qtbot, session, page, *ROWS)
    assert session.dataset is not None
    assert session.dataset.root == tmp_path / "scenes"
    drop_on(page, "bee", dragged_files(*photos))
    wait_rows(qtbot, session, page, "ant: 3 ", "bee: 6 ", "cat: 5 ")
