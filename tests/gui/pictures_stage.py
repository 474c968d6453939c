"""What the tests of the Pictures page share: folders of pictures, and what a user does on the page."""

import hashlib
from pathlib import Path

import numpy as np
from PIL import Image
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDragMoveEvent, QDropEvent, QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from gui.pages.pictures.page import PicturesPage
from gui.session import Session
from gui.state import State
from gui.widgets.pictures.class_layout import Part
from gui.widgets.pictures.health_line import IssueLine

A_MINUTE_MS = 60_000
LEFT, NONE, COPY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.DropAction.CopyAction
NEAR_PAIRS = 6


# ---- pictures


def scene(seed: int, side: int = 48) -> Image.Image:
    """A picture like no other: large soft spots of colour."""
    spots = np.random.default_rng(seed).integers(0, 255, (5, 5, 3)).astype(np.uint8)
    return Image.fromarray(spots).resize((side, side), Image.Resampling.BICUBIC)


def make_scenes(folder: Path, **counts: int) -> Path:
    """A folder with so many different pictures of each class."""
    seed = 0
    for name, count in counts.items():
        (folder / name).mkdir(parents=True)
        for number in range(count):
            seed += 1
            scene(seed).save(folder / name / f"{number:02}.png")
    return folder


def make_troubled(folder: Path) -> Path:
    """A folder with something of everything that the health report knows."""
    make_scenes(folder, ant=20, bee=20, cat=4)
    scene(1).save(folder / "bee" / "also an ant.png")
    scene(60).save(folder / "ant" / "a.png")
    scene(60).save(folder / "ant" / "a copy.png")
    for number in range(NEAR_PAIRS):
        shot = np.asarray(scene(500 + number)).astype(int)
        Image.fromarray(np.clip(shot + 3, 0, 255).astype(np.uint8)).save(folder / "ant" / f"near {number} b.png")
        scene(500 + number).save(folder / "ant" / f"near {number}.png")
    (folder / "ant" / "page.jpg").write_text("<html>")
    Image.new("RGB", (48, 48), (9, 9, 9)).save(folder / "ant" / "black.png")
    scene(88, side=10).save(folder / "ant" / "tiny.png")
    scene(77).save(folder / "bee" / "named.jpg", "PNG")
    scene(99).convert("L").save(folder / "cat" / "grey.png")
    (folder / "dog").mkdir()
    (folder / "loose.png").write_bytes(b"x")
    return folder


def state_of(folder: Path) -> str:
    """Tells a folder's every file, byte and date."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        digest.update(f"{path.relative_to(folder)}\0{path.stat().st_mtime_ns}\0".encode())
        digest.update(path.read_bytes() if path.is_file() else b"")
    return digest.hexdigest()


# ---- the page


def shown(qtbot: QtBot, session: Session, width: int = 1192, height: int = 752) -> PicturesPage:
    """The page as large as it is in the window at its first size."""
    page = PicturesPage(session)
    qtbot.addWidget(page)
    page.resize(width, height)
    with qtbot.waitExposed(page):
        page.show()
    return page


def wait_read(qtbot: QtBot, session: Session) -> None:
    qtbot.waitUntil(lambda: session.prepared is not None and session.state is State.IDLE, timeout=A_MINUTE_MS)


def open_pictures(qtbot: QtBot, session: Session, source: Path) -> None:
    session.open_dropped([source])
    wait_read(qtbot, session)


def words(widget: QWidget) -> list[str]:
    """What is written on a part of the page."""
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible() and label.text()]


def button(widget: QWidget, text: str) -> QAbstractButton:
    QApplication.processEvents()  # what has just been made is shown then
    found = [each for each in widget.findChildren(QAbstractButton) if each.text() == text and each.isVisible()]
    assert found, f"there is no button “{text}”"
    return found[0]


def health_line(page: PicturesPage, beginning: str) -> IssueLine:
    """The line of the health report that begins so."""
    found = [each for each in page.health.findChildren(IssueLine) if each.text().startswith(beginning)]
    assert found, f"no line begins “{beginning}”: {page.health.lines()}"
    return found[-1]  # those of an earlier report are still on their way out


def press_in_menu(page: PicturesPage, text: str) -> None:
    """Choose an entry of the page's own menu."""
    menu = page.more_button.menu()
    assert menu is not None
    next(each for each in menu.actions() if each.text().split("\t")[0] == text).trigger()


def choose_path(page: PicturesPage, path: Path) -> None:
    """Choose a file or folder in the dialog that has opened."""
    (dialog,) = (each for each in page.findChildren(QFileDialog) if each.isVisible())
    dialog.fileSelected.emit(str(path))
    dialog.close()


def row_of(page: PicturesPage, name: str) -> int:
    """Which row a class has."""
    return next(place for place, row in enumerate(page.classes.rows()) if row.startswith(f"{name}: "))


def click_row(qtbot: QtBot, page: PicturesPage, name: str, part: Part = Part.ROW, thumbnail: int = 0) -> None:
    """Click a part of a class's row; of all the rest, its name."""
    rect = page.classes.spot_rect(row_of(page, name), part, thumbnail)
    place = QPoint(40, rect.center().y()) if part is Part.ROW else rect.center()
    qtbot.mouseClick(page.classes, LEFT, pos=place)


def rename(qtbot: QtBot, page: PicturesPage, name: str, new: str) -> None:
    """Give a class another name, by mouse and keys."""
    click_row(qtbot, page, name)
    qtbot.keyClick(page.classes, Qt.Key.Key_F2)
    page.classes.editor.field.selectAll()
    qtbot.keyClicks(page.classes.editor.field, new)
    qtbot.keyClick(page.classes.editor.field, Qt.Key.Key_Return)


def dragged_files(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def small_image(colour: str = "#cc3300") -> QImage:
    """What another program copies or drags: a picture without a file."""
    image = QImage(20, 14, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    return image


def drop_on(page: PicturesPage, name: str, data: QMimeData) -> None:
    """Drag onto a class's row and let go."""
    point = page.classes.spot_rect(row_of(page, name), Part.ROW).center()
    page.classes.dragEnterEvent(QDragEnterEvent(point, COPY, data, LEFT, NONE))
    page.classes.dragMoveEvent(QDragMoveEvent(point, COPY, data, LEFT, NONE))
    event = QDropEvent(QPointF(point), COPY, data, LEFT, NONE, QEvent.Type.Drop)
    page.classes.dropEvent(event)
    assert event.isAccepted()
