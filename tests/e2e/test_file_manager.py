"""Drags out of a real file manager, whose way of dragging is its own: GTK, and icons that must first be grabbed."""

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.e2e.conftest import CLASSES, PER_CLASS
from tests.e2e.desktop import Area, Desktop, missing, wait_for
from tests.e2e.program import PAGE, Program

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.skipif(bool(missing("pcmanfm")), reason=missing("pcmanfm")),
]

WINDOW = Area(1300, 20, 490, 420)
# Right of the places, below menu and address, above the status line: only icons on white.
ICONS = Area(WINDOW.x + 175, WINDOW.y + 66, WINDOW.width - 185, WINDOW.height - 106)


def test_folder_from_a_file_manager(desktop: Desktop, tmp_path: Path, pictures: Path) -> None:
    program = Program(desktop, tmp_path / "home")
    show_in_file_manager(desktop, pictures.parent)
    desktop.drag(first_icon(desktop), PAGE_MIDDLE)
    program.wait_for_words(f"^{len(CLASSES)} classes, {len(CLASSES) * PER_CLASS} pictures", 15)
    assert not program.complaints()


def test_many_photos_from_a_file_manager(
    desktop: Desktop, tmp_path: Path, earlier_run: Path, photos: list[Path]
) -> None:
    program = Program(desktop, tmp_path / "home", str(earlier_run))
    desktop.find("Inside", "label", PAGE)
    show_in_file_manager(desktop, photos[0].parent)
    desktop.activate(photos[0].parent.name)
    desktop.press("ctrl+a")
    desktop.drag(first_icon(desktop), PAGE_MIDDLE)
    program.wait_for_words(f"^{len(photos)} photos$", 15)
    program.wait_for("an answer for each photo", lambda: answers(desktop) == len(photos), 15)
    assert not program.complaints()


PAGE_MIDDLE = (PAGE.x + PAGE.width // 2, PAGE.y + PAGE.height // 2)


def show_in_file_manager(desktop: Desktop, folder: Path) -> None:
    desktop.start("pcmanfm", ["pcmanfm", "--no-desktop", str(folder)])
    wait_for("a window of the file manager", lambda: folder.name in desktop.window_titles(), 20)
    place = f"0,{WINDOW.x},{WINDOW.y},{WINDOW.width},{WINDOW.height}"
    desktop.run("wmctrl", "-F", "-r", folder.name, "-e", place)
    wait_for("icons", lambda: icon_rows(desktop).size > 20)


def first_icon(desktop: Desktop) -> tuple[int, int]:
    """The middle of the icon at the upper left, found by its pixels."""
    rows = icon_rows(desktop)
    top = int(rows[0]) + 20
    across = desktop.pixels(Area(ICONS.x, ICONS.y + top, ICONS.width, 1))[0]
    left = int(np.flatnonzero((across != 255).any(axis=1))[0])
    return ICONS.x + left + 16, ICONS.y + top


def icon_rows(desktop: Desktop) -> NDArray[np.intp]:
    """The rows of the icon view that are not all white."""
    return np.flatnonzero((desktop.pixels(ICONS) != 255).any(axis=(1, 2)))


def answers(desktop: Desktop) -> int:
    """How many rows of the table have an answer."""
    return sum("cell" in seen.role and seen.name in CLASSES for seen in desktop.see())
