"""The Pictures page with real small folders: what it shows of them, and what each of its cards does."""

import dataclasses
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QScrollArea, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from core import places
from core.pictures import intake
from core.pictures.split import Shares, write_split
from core.questions import Vary
from core.training.augmentation import Augmentation
from core.training.runs import RunFacts, write_facts
from core.words import tr
from gui import theme, translation
from gui.main_window import SMALLEST_SIZE, MainWindow
from gui.pages.pictures import page as pictures
from gui.pages.pictures.page import PicturesPage
from gui.pixels import to_pixmap
from gui.session import Session
from gui.state import State
from gui.widgets.pictures.class_layout import Part
from gui.widgets.recent_row import RecentRow
from gui.widgets.switch import Switch
from tests.gui.pictures_stage import (
    A_MINUTE_MS,
    LEFT,
    NEAR_PAIRS,
    button,
    choose_path,
    click_row,
    health_line,
    make_scenes,
    make_troubled,
    open_pictures,
    rename,
    scene,
    shown,
    state_of,
    wait_read,
    words,
)
from tests.gui.stand_ins import Network, Training, endless

# The offscreen platform says so whenever a window's least size changes.
# Offscreen has no window manager: it says so of sizes, and of menus.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

COLOURS = ["blue: 10 pictures, 33 %", "green: 10 pictures, 33 %", "red: 10 pictures, 33 %"]


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> Iterator[None]:
    theme.apply(qapp, "light")
    translation.install(qapp, "en")
    yield
    translation.install(qapp, "en")


@pytest.fixture
def session(qtbot: QtBot) -> Iterator[Session]:
    made = Session()
    made.set_config(image_size_px=16)
    yield made
    qtbot.waitUntil(made.end, timeout=A_MINUTE_MS)


@pytest.fixture
def scenes(tmp_path: Path) -> Path:
    return make_scenes(tmp_path / "scenes", ant=20, bee=20, cat=20)


@pytest.fixture
def troubled(tmp_path: Path) -> Path:
    return make_troubled(tmp_path / "troubled")


def number_box(widget: QWidget) -> QSpinBox:
    return next(each for each in widget.findChildren(QSpinBox))


def enter(qtbot: QtBot, field: QWidget, number: int) -> None:
    """Type a number and leave the field."""
    box = number_box(field)
    box.selectAll()
    qtbot.keyClicks(box, str(number))
    qtbot.keyClick(box, Qt.Key.Key_Return)


def start(qtbot: QtBot, page: PicturesPage, session: Session) -> None:
    page.start_button.click()
    qtbot.waitUntil(lambda: session.state is State.TRAINING, timeout=A_MINUTE_MS)


def stop(qtbot: QtBot, session: Session) -> None:
    session.stop()
    qtbot.waitUntil(lambda: session.state is State.IDLE, timeout=A_MINUTE_MS)


# ---- classes


def test_the_classes_of_a_folder_are_shown(qtbot: QtBot, session: Session, colours: Path) -> None:
    (colours / "red" / "0.png").unlink()
    (colours / "red" / "1.png").unlink()
    page = shown(qtbot, session)
    assert "Drop a folder of pictures here" in words(page)
    assert not page.start_button.isVisible()
    open_pictures(qtbot, session, colours)
    assert page.classes.rows() == [
        "blue: 10 pictures, 36 %",
        "green: 10 pictures, 36 %",
        "red: 8 pictures, 29 %",
    ]
    said = words(page)
    assert "colours" in said
    assert any(each.startswith("3 classes, 28 pictures") for each in said)
    assert page.health.aside() == "28 checked"
    assert "Drop a folder of pictures here" not in said
    assert page.start_button.isEnabled()


def test_pictures_of_each_class_are_painted(qtbot: QtBot, session: Session, colours: Path) -> None:
    page = shown(qtbot, session)
    open_pictures(qtbot, session, colours)
    image = page.classes.grab().toImage()
    for row, colour in enumerate(((20, 30, 220), (20, 200, 40), (220, 30, 20))):
        for thumbnail in (0, 1):
            rect = page.classes.spot_rect(row, Part.THUMBNAIL, thumbnail)
            seen = image.pixelColor(rect.center()).getRgb()[:3]
            assert max(abs(a - b) for a, b in zip(colour, seen, strict=True)) < 25


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
    assert [row.split(",")[0] for row in page.classes.rows()] == [f"{name}: 1 picture" for name in names]
    assert any(each.startswith("300 classes, 300 pictures") for each in words(page))
    page.repaint()
    assert 0 < len(drawn) < 100
    area = page.findChild(QScrollArea)
    assert area is not None
    before = len(drawn)
    area.ensureWidgetVisible(page.variations)
    page.repaint()
    assert before < len(drawn) < 200, "the last rows are shown as well"


def test_another_folder_takes_the_place_of_the_first(
    qtbot: QtBot, session: Session, colours: Path, tmp_path: Path
) -> None:
    page = shown(qtbot, session)
    (colours / "red" / "page.jpg").write_text("<html>")
    open_pictures(qtbot, session, colours)
    click_row(qtbot, page, "red", Part.THUMBNAIL)
    assert page.gallery.isVisible()
    make_scenes(tmp_path / "other", a=1, b=1)
    open_pictures(qtbot, session, tmp_path / "other")
    assert page.classes.rows() == ["a: 1 picture, 50 %", "b: 1 picture, 50 %"]
    assert not any("cannot be read" in line for line in page.health.lines())
    assert not page.gallery.isVisible(), "its pictures are not open any more"
    assert page.start_button.isVisible()
    assert page.start_button.isEnabled()


def test_folders_that_were_opened_before_are_offered(qtbot: QtBot, session: Session, colours: Path) -> None:
    assert "Folders that you open are listed here." in words(shown(qtbot, session))
    open_pictures(qtbot, session, colours)
    qtbot.waitUntil(session.end, timeout=A_MINUTE_MS)
    again = Session()
    page = shown(qtbot, again)
    assert "Folders that you open are listed here." not in words(page)
    (row,) = page.findChildren(RecentRow)
    qtbot.mouseClick(row, LEFT)
    wait_read(qtbot, again)
    assert page.classes.rows() == COLOURS
    qtbot.waitUntil(again.end, timeout=A_MINUTE_MS)


# ---- while pictures are read


def test_while_pictures_are_read_nothing_else_can_be_begun(
    qtbot: QtBot, session: Session, colours: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(intake, "prepare", endless)
    page = shown(qtbot, session)
    session.open_dropped([colours])
    qtbot.waitUntil(lambda: session.dataset is not None, timeout=A_MINUTE_MS)
    assert page.classes.rows() == COLOURS
    assert any(line.startswith("Looking at every picture") for line in page.health.lines())
    assert not page.start_button.isEnabled()
    assert not page.open_button.isEnabled()
    session.open_dropped([colours])
    assert page.banner.isVisible()
    assert "Stop it, or wait until it has ended" in page.banner.text()
    stop(qtbot, session)
    assert page.open_button.isEnabled()


def test_a_stopped_reading_says_so_and_goes_on_when_opened_again(
    qtbot: QtBot, session: Session, colours: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = shown(qtbot, session)
    with monkeypatch.context() as patched:
        patched.setattr(intake, "prepare", endless)
        session.open_dropped([colours])
        qtbot.waitUntil(lambda: session.dataset is not None, timeout=A_MINUTE_MS)
        stop(qtbot, session)
    assert "Not every picture was looked at." in page.banner.text()
    assert page.health.lines() == ["Looking at every picture stopped before the end"]
    open_pictures(qtbot, session, colours)
    assert not page.banner.isVisible()
    assert page.health.aside() == "30 checked"


# ---- health


def test_files_that_cannot_be_read_are_listed_with_their_reasons(qtbot: QtBot, session: Session, colours: Path) -> None:
    (colours / "red" / "page.jpg").write_text("<html>")
    (colours / "red" / "cut.jpg").write_bytes(b"\xff\xd8\xff\xe0")
    page = shown(qtbot, session)
    open_pictures(qtbot, session, colours)
    assert any(line.startswith("2 files cannot be read They are left out.") for line in page.health.lines())
    button(page.health, "Show").click()
    assert page.gallery.isVisible()
    rejected = session.dataset.rejected if session.dataset is not None else ()
    reasons = {each.file: str(each.reason) for each in rejected}
    assert set(reasons) == {"red/page.jpg", "red/cut.jpg"}
    for item in page.gallery.grid.pictures.items:
        assert item.is_unreadable
        assert item.note == reasons[item.file]
    assert page.gallery.panel.note.text() in reasons.values()
    assert page.classes.rows() == COLOURS


MENDS = (
    ("2 identical pictures stand in two classes", "Leave them out", {"pictures": -2}),
    ("1 “ant” picture is a copy of another", "Leave the copy out", {"pictures": -1}),
    ("“dog” holds no pictures", "Leave it out", {}),
    ("“cat” has 5 pictures, the others about 29", "Weigh classes equally", {"class_weights": True}),
    ("1 picture is of one single colour", "Leave it out", {"pictures": -1}),
    ("1 “cat” picture is grey", "Leave it out", {"pictures": -1}),
    ("1 file is not what its name says", "Leave it out", {"pictures": -1}),
    (f"{2 * NEAR_PAIRS} pictures look nearly the same", "Keep one of each", {"pictures": -NEAR_PAIRS}),
    ("1 picture is smaller than 16 × 16", "Leave it out", {"pictures": -1}),
)


def test_each_mend_is_one_click_can_be_undone_and_touches_no_file(
    qtbot: QtBot, session: Session, troubled: Path
) -> None:
    page = shown(qtbot, session)
    open_pictures(qtbot, session, troubled)
    more = next(each for each in page.health.findChildren(QAbstractButton) if each.text().endswith(" more"))
    more.click()
    before, lines = state_of(troubled), page.health.lines()
    assert session.dataset is not None
    count = len(session.dataset.pictures)
    for message, label, change in MENDS:
        button(health_line(page, message), label).click()
        assert page.health.lines() != lines
        assert len(session.dataset.pictures) == count + change.get("pictures", 0)
        assert session.config.class_weights == change.get("class_weights", False)
        assert page.banner.isVisible()
        assert state_of(troubled) == before
        button(page.banner, "Undo").click()
        assert page.banner.text().startswith("Taken back: ")
        assert button(page.banner, "Redo").isVisible()
        assert len(session.dataset.pictures) == count
        assert page.health.lines() == lines
    assert session.config == dataclasses.replace(session.config, class_weights=False)
    assert state_of(troubled) == before


def test_near_identical_pictures_on_both_sides_are_brought_together(
    qtbot: QtBot, session: Session, troubled: Path
) -> None:
    page = shown(qtbot, session)
    open_pictures(qtbot, session, troubled)
    assert not any("stand in both" in line for line in page.health.lines()), "kept together from the beginning"
    page.split_card.change_button.click()
    page.split_card.editor.keep_together.findChildren(Switch)[0].click()
    assert session.config.keep_together is False
    split = session.split()
    (line,) = (each for each in page.health.lines() if "near-identical pictures stand" in each)
    assert "Results would look better than they are." in line
    button(page.health, "Keep them on one side").click()
    assert session.config.keep_together is True
    assert not any("near-identical pictures stand" in each for each in page.health.lines())
    assert "Near-identical pictures are kept on one side of the split." in page.banner.text()
    after = session.split()
    assert split is not None
    assert after is not None
    assert not np.array_equal(split.training, after.training)


# ---- split


def test_the_split_follows_the_pictures(qtbot: QtBot, session: Session, scenes: Path) -> None:
    page = shown(qtbot, session)
    open_pictures(qtbot, session, scenes)
    assert page.split_card.bar.accessibleName() == "42 training, 9 validation, 9 test pictures"
    click_row(qtbot, page, "cat")
    qtbot.keyClick(page.classes, Qt.Key.Key_Delete)
    assert page.split_card.bar.accessibleName() == "28 training, 6 validation, 6 test pictures"


def test_what_is_set_about_the_split_reaches_the_training(
    qtbot: QtBot, session: Session, scenes: Path, training: Training
) -> None:
    page = shown(qtbot, session)
    open_pictures(qtbot, session, scenes)
    page.split_card.change_button.click()
    editor = page.split_card.editor
    enter(qtbot, editor.test, 30)
    enter(qtbot, editor.validation, 20)
    enter(qtbot, editor.seed, 4321)
    editor.keep_together.findChildren(Switch)[0].click()
    assert page.split_card.bar.accessibleName() == "30 training, 12 validation, 18 test pictures"
    start(qtbot, page, session)
    (config,) = training.configs
    assert config.shares == Shares(0.5, 0.2, 0.3)
    assert config.seed == 4321
    assert config.keep_together is False
    assert not number_box(editor.seed).isEnabled(), "it waits for the end of the training"
    stop(qtbot, session)
    assert number_box(editor.seed).isEnabled()


def choose_in_menu(page: PicturesPage, text: str) -> None:
    """In the menu that is open."""
    (menu,) = (each for each in page.findChildren(QMenu) if each.isVisible())
    next(action for action in menu.actions() if action.text() == text).trigger()
    menu.close()


def test_earlier_runs_on_these_pictures_are_offered_by_name(qtbot: QtBot, session: Session, scenes: Path) -> None:
    page = shown(qtbot, session)
    open_pictures(qtbot, session, scenes)
    split = session.split()
    assert split is not None
    assert session.dataset is not None
    for name, root in (("mine", scenes), ("another", scenes.parent)):
        folder = places.runs_folder() / name
        folder.mkdir(parents=True)
        facts = RunFacts(name, ("a",), str(root), "tutorial", {"image_size_px": 12, "seed": 1}, "f", {}, "now")
        write_facts(folder, facts)
        write_split(folder / "split.csv", session.dataset, split)
    page.split_card.change_button.click()
    button(page.split_card, "As in an earlier run…").click()
    (menu,) = (each for each in page.findChildren(QMenu) if each.isVisible())
    assert [action.text() for action in menu.actions() if action.text()] == ["mine", "Another run…"]
    choose_in_menu(page, "mine")
    assert "As in the run “mine”." in page.split_card.note()


def test_an_earlier_run_s_split_is_used_again(
    qtbot: QtBot, session: Session, scenes: Path, training: Training, tmp_path: Path
) -> None:
    page = shown(qtbot, session)
    open_pictures(qtbot, session, scenes)
    session.set_config(seed=99)
    split = session.split()
    assert split is not None
    assert session.dataset is not None
    (tmp_path / "earlier").mkdir()
    write_split(tmp_path / "earlier" / "split.csv", session.dataset, split)
    session.set_config(seed=1)
    page.split_card.change_button.click()
    button(page.split_card, "As in an earlier run…").click()
    choose_in_menu(page, "Another run…")
    choose_path(page, tmp_path / "earlier")
    assert "As in the run “earlier”." in page.split_card.note()
    again = session.split()
    assert again is not None
    assert np.array_equal(again.test, split.test)
    start(qtbot, page, session)
    assert training.configs[0].split_from == str(tmp_path / "earlier")
    stop(qtbot, session)
    button(page.split_card, "Share anew").click()
    assert "seed 1" in page.split_card.note()
    assert session.config.split_from == ""


def test_a_split_that_is_gone_is_told_and_the_rest_works(
    qtbot: QtBot, session: Session, scenes: Path, training: Training, tmp_path: Path
) -> None:
    open_pictures(qtbot, session, scenes)
    assert session.dataset is not None
    (tmp_path / "earlier").mkdir()
    session.collection.reuse_split(str(tmp_path / "earlier"))
    assert "cannot be used again" in str(session.messages["pictures"].what)
    assert session.config.split_from == ""
    split = session.split()
    assert split is not None
    file = tmp_path / "earlier" / "split.csv"
    write_split(file, session.dataset, split)
    session.collection.reuse_split(str(tmp_path / "earlier"))
    file.unlink()
    qtbot.waitUntil(session.end, timeout=A_MINUTE_MS)
    later = Session()
    page = shown(qtbot, later)
    open_pictures(qtbot, later, scenes)
    assert "cannot be used again" in page.banner.text()
    assert "The pictures are shared out anew." in page.banner.text()
    assert "70 % / 15 % / 15 %" in page.split_card.note()
    start(qtbot, page, later)
    assert training.configs[0].split_from == ""
    stop(qtbot, later)
    qtbot.waitUntil(later.end, timeout=A_MINUTE_MS)


# ---- size


def test_the_size_is_that_of_the_training(qtbot: QtBot, session: Session, scenes: Path, training: Training) -> None:
    page = shown(qtbot, session)
    open_pictures(qtbot, session, scenes)
    assert page.size_card.size_field.value() == 16
    enter(qtbot, page.size_card, 40)
    assert session.config.image_size_px == 40
    session.set_config(image_size_px=24)
    assert page.size_card.size_field.value() == 24
    start(qtbot, page, session)
    assert [config.image_size_px for config in training.configs] == [24]
    assert not number_box(page.size_card).isEnabled()
    stop(qtbot, session)


def striped(folder: Path) -> Path:
    """Wide pictures: red, green and blue from left to right."""
    pixels = np.zeros((20, 60, 3), np.uint8)
    for channel in range(3):
        pixels[:, 20 * channel : 20 * channel + 20, channel] = 255
    for name in ("a", "b"):
        (folder / name).mkdir(parents=True)
        for number in range(3):
            Image.fromarray(pixels).save(folder / name / f"{number}.png")
    return folder


@pytest.mark.parametrize("way", ["Crop", "Pad"])
def test_another_way_of_resizing_reads_the_pictures_anew(
    qtbot: QtBot, session: Session, tmp_path: Path, training: Training, way: str
) -> None:
    page = shown(qtbot, session)
    open_pictures(qtbot, session, striped(tmp_path / "striped"))
    button(page.size_card, way).click()
    wait_read(qtbot, session)
    assert session.prepared is not None
    assert session.prepared.frame.resize == way.lower()
    (pixels,) = session.prepared.pixels([0])
    if way == "Crop":
        assert (pixels[:, :, 1] > 200).all(), "only the middle third is left"
    else:
        assert pixels[0].max() == pixels[-1].max() == 0, "black above and below"
        assert pixels[8, 0, 0] > 200
    start(qtbot, page, session)
    assert training.configs[0].resize == way.lower()
    stop(qtbot, session)


def test_a_way_of_resizing_that_is_chosen_while_pictures_are_read_counts_as_well(
    qtbot: QtBot, session: Session, tmp_path: Path
) -> None:
    session.open_dropped([striped(tmp_path / "striped")])
    session.set_config(resize="crop")  # the reading has begun
    qtbot.waitUntil(
        lambda: session.prepared is not None and session.prepared.frame.resize == "crop" and session.is_idle,
        timeout=A_MINUTE_MS,
    )


def test_how_a_picture_is_made_square_is_shown_on_one(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    page = shown(qtbot, session)
    folder = striped(tmp_path / "striped")
    open_pictures(qtbot, session, folder)

    def colour(x: int) -> tuple[int, ...]:
        return page.size_card.preview.grab().toImage().pixelColor(x, 36).getRgb()[:3]

    qtbot.waitUntil(lambda: colour(10)[0] > 200 and colour(58)[1] > 200, timeout=A_MINUTE_MS)
    for path in folder.rglob("*.png"):
        path.unlink()
    page.size_card.other_button.click()
    qtbot.waitUntil(lambda: max(colour(10)) - min(colour(10)) < 30, timeout=A_MINUTE_MS)


# ---- the gallery


def test_the_gallery_opens_from_a_thumbnail_and_from_the_rest(qtbot: QtBot, session: Session, scenes: Path) -> None:
    page = shown(qtbot, session)
    open_pictures(qtbot, session, scenes)
    page.classes.grab()
    click_row(qtbot, page, "bee", Part.THUMBNAIL, 2)
    assert page.gallery.isVisible()
    assert page.gallery.chosen_files() == ["bee/02.png"]
    assert words(page.gallery.header) == ["bee", "20 pictures"]
    qtbot.waitUntil(
        lambda: (large := page.gallery.panel.preview.pixels()) is not None and large.shape == (48, 48, 3),
        timeout=A_MINUTE_MS,
    )
    large = page.gallery.panel.preview.pixels()
    assert large is not None
    assert np.array_equal(large, np.asarray(scene(23)))
    page.gallery.close_button.click()
    assert not page.gallery.isVisible()
    click_row(qtbot, page, "cat", Part.REST)
    assert [item.file for item in page.gallery.grid.pictures.items] == [f"cat/{number:02}.png" for number in range(20)]


def test_pictures_are_left_out_and_taken_in_again_in_the_gallery(qtbot: QtBot, session: Session, scenes: Path) -> None:
    page = shown(qtbot, session)
    open_pictures(qtbot, session, scenes)
    before = state_of(scenes)
    page.classes.grab()
    click_row(qtbot, page, "ant", Part.THUMBNAIL, 1)
    grid = page.gallery.grid
    qtbot.keyClick(grid, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert page.gallery.chosen_files() == ["ant/01.png", "ant/02.png"]
    qtbot.keyClick(grid, Qt.Key.Key_Delete)
    assert page.classes.rows()[0] == "ant: 18 pictures, 31 %"
    assert [item.file for item in grid.pictures.items if item.is_left_out] == ["ant/01.png", "ant/02.png"]
    assert page.gallery.chosen_files() == ["ant/01.png", "ant/02.png"], "nothing jumps"
    button(page.gallery, "Take in again").click()
    assert page.classes.rows()[0] == "ant: 20 pictures, 33 %"
    page.gallery.close_button.click()
    button(page.banner, "Undo").click()
    assert page.classes.rows()[0] == "ant: 18 pictures, 31 %"
    session.collection.undo()
    assert page.classes.rows()[0] == "ant: 20 pictures, 33 %"
    assert state_of(scenes) == before


def test_the_files_of_a_health_line_are_shown_with_what_is_said_of_them(
    qtbot: QtBot, session: Session, troubled: Path
) -> None:
    page = shown(qtbot, session)
    open_pictures(qtbot, session, troubled)
    message = "2 identical pictures stand in two classes"
    button(health_line(page, message), "Show").click()
    items = {item.file: item for item in page.gallery.grid.pictures.items}
    assert items["ant/00.png"].note == "Identical with bee/also an ant.png."
    assert items["bee/also an ant.png"].class_name == "bee"
    assert words(page.gallery.header)[0] == message


# ---- variations


def test_variations_are_shown_on_a_real_picture(
    qtbot: QtBot, session: Session, scenes: Path, network: Network, training: Training
) -> None:
    page = shown(qtbot, session)
    open_pictures(qtbot, session, scenes)
    button(page.variations, "Random each epoch").click()
    assert session.config.augmentation == Augmentation("random")
    qtbot.waitUntil(lambda: "epoch 1" in page.variations.strip.shown_labels(), timeout=A_MINUTE_MS)
    assert page.variations.strip.shown_labels()[0] == "original"
    asked = [each for each in network.answered if isinstance(each, Vary)]
    assert asked[-1].augmentation == Augmentation("random")
    assert asked[-1].pixels.shape == (16, 16, 3)
    page.variations.other_button.click()
    qtbot.waitUntil(lambda: len([each for each in network.answered if isinstance(each, Vary)]) == 2)
    first, second = (each for each in network.answered if isinstance(each, Vary))
    assert not np.array_equal(first.pixels, second.pixels)
    start(qtbot, page, session)
    assert training.configs[0].augmentation == Augmentation("random")
    assert not any(each.isEnabled() for each in page.variations.kind_choice.findChildren(QWidget)), (
        "it waits for the end of the training"
    )
    stop(qtbot, session)


def test_variations_that_cannot_be_drawn_are_not_awaited_for_ever(
    qtbot: QtBot, session: Session, scenes: Path, network: Network
) -> None:
    page = shown(qtbot, session)
    open_pictures(qtbot, session, scenes)
    network.is_broken = True
    button(page.variations, "Turn and mirror").click()
    assert page.variations.strip.accessibleDescription() == "Drawing variations…"
    qtbot.waitUntil(lambda: "It is broken." in page.banner.text(), timeout=A_MINUTE_MS)
    assert page.variations.strip.accessibleDescription() != "Drawing variations…"
    network.is_broken = False
    page.variations.other_button.click()
    qtbot.waitUntil(lambda: len(page.variations.strip.shown_labels()) > 1, timeout=A_MINUTE_MS)


def test_nothing_is_asked_for_a_page_that_nobody_sees(qtbot: QtBot, session: Session, scenes: Path) -> None:
    page = shown(qtbot, session)
    page.hide()
    session.set_config(augmentation=Augmentation("turns"))
    open_pictures(qtbot, session, scenes)
    assert not session.asking.is_running, "TensorFlow need not start for it"
    assert not session.viewing.is_running


# ---- training


def test_start_trains_on_these_pictures(qtbot: QtBot, session: Session, scenes: Path, training: Training) -> None:
    page = shown(qtbot, session)
    open_pictures(qtbot, session, scenes)
    rename(qtbot, page, "ant", "emmet")
    with qtbot.waitSignal(session.page_wanted, check_params_cb=lambda key: key == "training"):
        page.start_button.click()
    qtbot.waitUntil(lambda: session.state is State.TRAINING, timeout=A_MINUTE_MS)
    assert not page.start_button.isEnabled()
    assert training.datasets[0].class_names == ("bee", "cat", "emmet")
    stop(qtbot, session)
    assert page.start_button.isEnabled()


def test_fewer_than_two_classes_cannot_be_trained_on(qtbot: QtBot, session: Session, scenes: Path) -> None:
    page = shown(qtbot, session)
    open_pictures(qtbot, session, scenes)
    click_row(qtbot, page, "ant")
    for left, can_start in ((2, True), (1, False), (0, False)):
        qtbot.keyClick(page.classes, Qt.Key.Key_Delete)
        assert len([row for row in page.classes.rows() if not row.endswith("left out")]) == left
        assert page.start_button.isEnabled() == can_start
    assert session.split() is not None
    click_row(qtbot, page, "cat", Part.TAKE_IN)
    assert not page.start_button.isEnabled()
    click_row(qtbot, page, "bee", Part.TAKE_IN)
    assert page.start_button.isEnabled()


# ---- the whole window


def window_of(qtbot: QtBot, session: Session) -> MainWindow:
    window = MainWindow(session)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    return window


def test_another_language_keeps_everything(
    qtbot: QtBot, qapp: QApplication, session: Session, scenes: Path, network: Network
) -> None:
    window = window_of(qtbot, session)
    open_pictures(qtbot, session, scenes)
    rename(qtbot, window.pictures_page, "ant", "emmet")
    click_row(qtbot, window.pictures_page, "cat")
    qtbot.keyClick(window.pictures_page.classes, Qt.Key.Key_Delete)
    session.set_config(seed=11, augmentation=Augmentation("random"))
    names = [row.split(":")[0] for row in window.pictures_page.classes.rows()]
    before, split = window.pictures_page, session.split()
    translation.install(qapp, "ja")
    window.rebuild()
    page = window.pictures_page
    assert page is not before
    assert [row.split(":")[0] for row in page.classes.rows()] == names == ["bee", "emmet", "cat"]
    assert session.split() is split
    qtbot.waitUntil(page.banner.isVisible)
    assert "left out" not in page.banner.text()
    assert page.variations.kind_choice.key() == "random"
    button(page.banner, tr("Undo")).click()
    assert [row.split(":")[0] for row in page.classes.rows()] == ["bee", "cat", "emmet"]
    qtbot.waitUntil(lambda: len(page.variations.strip.shown_labels()) > 1, timeout=A_MINUTE_MS)
    qtbot.waitUntil(lambda: len(window.findChildren(PicturesPage)) == 1)


@pytest.mark.parametrize("language", ["en", "ja"])
def test_nothing_is_cut_off_in_the_smallest_window(
    qtbot: QtBot, qapp: QApplication, session: Session, troubled: Path, network: Network, language: str
) -> None:
    translation.install(qapp, language)
    window = window_of(qtbot, session)
    window.resize(*SMALLEST_SIZE)
    assert_nothing_is_cut_off(qtbot, window.pictures_page)
    open_pictures(qtbot, session, troubled)
    session.set_config(augmentation=Augmentation("random"))
    page = window.pictures_page
    page.split_card.change_button.click()
    page.variations.adjust_button.click()
    for is_naming in (False, True):
        if is_naming:
            page.new_class.button.click()
        assert_nothing_is_cut_off(qtbot, page)


def assert_nothing_is_cut_off(qtbot: QtBot, page: PicturesPage) -> None:
    area = page.findChild(QScrollArea)
    assert area is not None
    content, room = area.widget(), area.viewport().width()
    assert content is not None
    qtbot.waitUntil(lambda: content.width() == room)
    for part in content.findChildren(QWidget):
        if part.isVisible():
            right = part.mapTo(content, part.rect().topRight()).x()
            assert right <= room, f"{part} ends at {right} of {room}"
