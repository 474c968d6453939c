"""The Pictures page with real small folders: which classes it shows, what it says of the files, what its buttons do."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPlainTextEdit, QScrollArea, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from core.pictures import intake
from gui import theme, translation
from gui.pages.pictures import page as pictures
from gui.pages.pictures.page import PicturesPage
from gui.pixels import to_pixmap
from gui.session import Session, State
from gui.widgets.recent_row import RecentRow
from tests.gui.stand_ins import Training, endless

# The offscreen platform says so whenever a window's least size changes.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> None:
    theme.apply(qapp, "light")
    translation.install(qapp, "en")


@pytest.fixture
def session(qtbot: QtBot) -> Iterator[Session]:
    made = Session()
    made.set_config(image_size_px=16)
    yield made
    qtbot.waitUntil(made.end, timeout=60_000)


def shown(qtbot: QtBot, session: Session) -> PicturesPage:
    page = PicturesPage(session)
    qtbot.addWidget(page)
    page.resize(1192, 752)
    with qtbot.waitExposed(page):
        page.show()
    return page


def open_pictures(qtbot: QtBot, session: Session, folder: Path) -> None:
    session.open_dropped([folder])
    qtbot.waitUntil(lambda: session.prepared is not None and session.state is State.IDLE, timeout=60_000)


def words(widget: QWidget) -> list[str]:
    """What is written on a part of the page."""
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible() and label.text()]


def button(page: QWidget, text: str) -> QAbstractButton:
    return next(each for each in page.findChildren(QAbstractButton) if each.text() == text and each.isVisible())


def test_the_classes_of_a_folder_are_shown(qtbot: QtBot, session: Session, colours: Path) -> None:
    (colours / "red" / "0.png").unlink()
    page = shown(qtbot, session)
    assert "Drop a folder of pictures here" in words(page)
    assert not page.start_button.isVisible()
    open_pictures(qtbot, session, colours)
    assert page.classes.rows() == ["blue: 10 pictures", "green: 10 pictures", "red: 9 pictures"]
    said = words(page)
    assert "colours" in said
    assert any(each.startswith("3 classes, 29 pictures") for each in said)
    assert "Every file is a picture that can be read" in said
    assert "Drop a folder of pictures here" not in said
    assert page.start_button.isEnabled()


def test_a_picture_of_each_class_is_painted(qtbot: QtBot, session: Session, colours: Path) -> None:
    page = shown(qtbot, session)
    open_pictures(qtbot, session, colours)
    image = page.classes.grab().toImage()
    seen = {image.pixelColor(x, y).getRgb()[:3] for x in range(0, image.width(), 2) for y in range(image.height())}
    for colour in ((20, 30, 220), (20, 200, 40), (220, 30, 20)):
        assert any(max(abs(a - b) for a, b in zip(colour, each, strict=True)) < 25 for each in seen)


def test_files_that_are_left_out_are_named(qtbot: QtBot, session: Session, colours: Path) -> None:
    (colours / "red" / "page.jpg").write_text("<html>")
    (colours / "yellow").mkdir()
    page = shown(qtbot, session)
    open_pictures(qtbot, session, colours)
    said = words(page.health)
    assert "1 file is left out" in said
    assert any(each.startswith("red/page.jpg: ") for each in said)
    assert "The folder “yellow” holds no pictures" in said
    assert page.classes.rows() == ["blue: 10 pictures", "green: 10 pictures", "red: 10 pictures"]


def test_several_files_that_are_left_out_can_all_be_read(qtbot: QtBot, session: Session, colours: Path) -> None:
    for name in ("one.jpg", "two.jpg"):
        (colours / "red" / name).write_text("<html>")
    page = shown(qtbot, session)
    open_pictures(qtbot, session, colours)
    assert "2 files are left out" in words(page.health)
    button(page.health, "Show them").click()
    (listed,) = page.health.findChildren(QPlainTextEdit)
    assert listed.isVisible()
    assert [line.split(":")[0] for line in listed.toPlainText().splitlines()] == ["red/one.jpg", "red/two.jpg"]
    button(page.health, "Hide them").click()
    assert not listed.isVisible()


def test_another_folder_takes_the_place_of_the_first(
    qtbot: QtBot, session: Session, colours: Path, tmp_path: Path
) -> None:
    page = shown(qtbot, session)
    (colours / "red" / "page.jpg").write_text("<html>")
    open_pictures(qtbot, session, colours)
    other = tmp_path / "other"
    for name in ("a", "b"):
        (other / name).mkdir(parents=True)
        Image.new("RGB", (8, 8)).save(other / name / "1.png")
    session.open_dropped([other])
    qtbot.waitUntil(lambda: page.classes.rows() == ["a: 1 picture", "b: 1 picture"], timeout=30_000)
    qtbot.waitUntil(lambda: session.state is State.IDLE, timeout=30_000)
    assert "1 file is left out" not in words(page.health)


def test_three_hundred_classes_are_listed_and_only_those_in_sight_are_read(
    qtbot: QtBot, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [f"class {number:03}" for number in range(300)]
    for number, name in enumerate(names):
        (tmp_path / "many" / name).mkdir(parents=True)
        Image.new("RGB", (8, 8), (number % 256, 0, 0)).save(tmp_path / "many" / name / "1.png")
    drawn: list[QPixmap] = []

    def counting(*given: Any) -> QPixmap:
        drawn.append(to_pixmap(*given))
        return drawn[-1]

    monkeypatch.setattr(pictures, "to_pixmap", counting)
    page = shown(qtbot, session)
    open_pictures(qtbot, session, tmp_path / "many")
    assert page.classes.rows() == [f"{name}: 1 picture" for name in names]
    assert any(each.startswith("300 classes, 300 pictures") for each in words(page))
    page.repaint()
    assert 0 < len(drawn) < 100
    area = page.findChild(QScrollArea)
    assert area is not None
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    before = len(drawn)
    page.repaint()
    assert before < len(drawn) < 200, "the last rows are shown as well"


def test_while_pictures_are_read_nothing_else_can_be_begun(
    qtbot: QtBot, session: Session, colours: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(intake, "prepare", endless)
    page = shown(qtbot, session)
    session.open_dropped([colours])
    qtbot.waitUntil(lambda: session.dataset is not None, timeout=30_000)
    assert page.classes.rows() == ["blue: 10 pictures", "green: 10 pictures", "red: 10 pictures"]
    assert "Looking at every picture" in words(page.health)
    assert not page.start_button.isEnabled()
    assert not page.open_button.isEnabled()
    session.open_dropped([colours])
    assert page.banner.isVisible()
    assert "Stop it, or wait until it has ended" in page.banner.text()
    session.stop()
    qtbot.waitUntil(lambda: session.state is State.IDLE, timeout=30_000)
    assert page.open_button.isEnabled()


def test_the_size_is_that_of_the_training(qtbot: QtBot, session: Session, colours: Path) -> None:
    page = shown(qtbot, session)
    open_pictures(qtbot, session, colours)
    (box,) = page.size_field.findChildren(QSpinBox)
    assert box.value() == 16
    box.selectAll()
    qtbot.keyClicks(box, "40")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert session.config.image_size_px == 40
    session.set_config(image_size_px=24)
    assert box.value() == 24


def test_the_split_follows_the_pictures(qtbot: QtBot, session: Session, colours: Path) -> None:
    page = shown(qtbot, session)
    open_pictures(qtbot, session, colours)
    split = session.split()
    assert split is not None
    counts = len(split.training), len(split.validation), len(split.test)
    assert sum(counts) == 30
    said = "{} training, {} validation, {} test pictures".format(*counts)
    assert page.split_bar.accessibleName() == said


def test_start_trains_on_these_pictures(qtbot: QtBot, session: Session, colours: Path, training: Training) -> None:
    page = shown(qtbot, session)
    open_pictures(qtbot, session, colours)
    with qtbot.waitSignal(session.page_wanted, check_params_cb=lambda key: key == "training"):
        page.start_button.click()
    qtbot.waitUntil(lambda: session.state is State.TRAINING, timeout=30_000)
    assert not page.start_button.isEnabled()
    (box,) = page.size_field.findChildren(QSpinBox)
    assert not box.isEnabled()
    assert [config.image_size_px for config in training.configs] == [16]
    session.stop()
    qtbot.waitUntil(lambda: session.state is State.IDLE, timeout=30_000)
    assert page.start_button.isEnabled()


def test_folders_that_were_opened_before_are_offered(qtbot: QtBot, session: Session, colours: Path) -> None:
    assert "Folders that you open are listed here." in words(shown(qtbot, session))
    open_pictures(qtbot, session, colours)
    assert session.end()
    again = Session()
    page = shown(qtbot, again)
    assert "Folders that you open are listed here." not in words(page)
    (row,) = page.findChildren(RecentRow)
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: again.prepared is not None and again.state is State.IDLE, timeout=30_000)
    assert page.classes.rows() == ["blue: 10 pictures", "green: 10 pictures", "red: 10 pictures"]
