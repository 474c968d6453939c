"""What the command line names and what is dropped opens: pictures, an earlier run, one photo after it."""

from pathlib import Path

import pytest

from tests.e2e.conftest import CLASSES, PER_CLASS
from tests.e2e.desktop import Desktop
from tests.e2e.program import PAGE, Program

pytestmark = pytest.mark.e2e


def test_folder_on_the_command_line_opens_as_if_dropped(desktop: Desktop, tmp_path: Path, pictures: Path) -> None:
    program = Program(desktop, tmp_path / "home", str(pictures))
    program.wait_for_words(f"^{len(CLASSES)} classes, {len(CLASSES) * PER_CLASS} pictures", 15)
    program.wait_for("the end of reading", lambda: "Ready" in program.strip(), 15)
    assert program.close() == 0
    assert not program.complaints()


def test_earlier_run_dropped_on_the_window_opens(
    desktop: Desktop, tmp_path: Path, earlier_run: Path, photos: list[Path]
) -> None:
    program = Program(desktop, tmp_path / "home")
    assert desktop.drag_files([earlier_run]) == "copy"
    desktop.find("Inside", "label", PAGE)
    program.wait_for_words(r"best epoch$|^Show the network a picture$", 20)
    assert desktop.drag_files(photos[:1]) == "copy"
    desktop.find("Classify", "label", PAGE)
    program.wait_for_words(r"^photo 0\.png: \w+: ", 20)
    desktop.click_on("Look inside", "button", PAGE)
    program.wait_for_words(r"^photo 0\.png: \w+, [\d.]+ % sure$", 20)
    assert program.close() == 0
    assert not program.complaints()
