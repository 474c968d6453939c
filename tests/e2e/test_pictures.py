"""The Pictures page in a real window: defects mended, photos dropped on a class, settings that reach the run."""

import hashlib
import shutil
from pathlib import Path

import pytest

from tests.e2e.conftest import CLASSES, PER_CLASS
from tests.e2e.desktop import Desktop, Seen
from tests.e2e.program import PAGE, Program

pytestmark = pytest.mark.e2e


@pytest.fixture
def flawed(pictures: Path, tmp_path: Path) -> Path:
    """Class folders as people have them: a web page among them, and one picture in two classes."""
    folder = Path(shutil.copytree(pictures, tmp_path / "flawed"))
    (folder / CLASSES[0] / "page.jpg").write_text("<!doctype html><html>")
    first = min((folder / CLASSES[0]).glob("*.png"))
    shutil.copy(first, folder / CLASSES[1] / "same.png")
    return folder


def test_what_is_wrong_is_found_and_mended_and_files_stay(
    desktop: Desktop, tmp_path: Path, flawed: Path, photos: list[Path]
) -> None:
    before = content(flawed)
    program = Program(desktop, tmp_path / "home")
    assert desktop.drag_files([flawed]) == "copy"
    every = len(CLASSES) * PER_CLASS + 1
    program.wait_for_words(rf"^{len(CLASSES)} classes, {every} pictures", 15)
    program.wait_for("the end of reading", lambda: "Ready" in program.strip(), 15)
    assert program.shows("^1 file cannot be read")
    assert program.shows("in two classes")
    desktop.click_on("Leave them out", "button", PAGE)
    program.wait_for_words(rf"^{len(CLASSES)} classes, {every - 2} pictures")
    desktop.click_on("Undo", "button", PAGE)
    program.wait_for_words(rf"^{len(CLASSES)} classes, {every} pictures")
    add_photo(program, photos[0])
    reach_the_run(program)
    assert program.close(agree="Stop and close") == 0
    assert content(flawed) == before
    assert not program.complaints()


def add_photo(program: Program, photo: Path) -> None:
    """By its row: the first class."""
    rows = program.wait_for("the classes", lambda: classes(program))
    goal = rows.x + 90, rows.y + 32
    assert program.desktop.drag_files([photo], goal) == "copy"
    program.wait_for_words(rf"^1 photo added to “{CLASSES[0]}”", 15)
    program.wait_for("the end of reading", lambda: "Ready" in program.strip(), 15)
    described = classes(program)
    assert described is not None
    assert f"{CLASSES[0]}: {PER_CLASS + 1} pictures" in described.description
    assert [file.name for file in (program.home / "collected").rglob("*.png")] == [photo.name]


def reach_the_run(program: Program) -> None:
    """Crop and random variations, chosen on the page, are in the run."""
    program.desktop.click_on("Crop", "", PAGE)
    program.wait_for("the pictures read anew", lambda: "Ready" in program.strip(), 15)
    program.desktop.click_on("Random each epoch", "", PAGE)
    program.desktop.click_on("Start training", "button", PAGE)
    run = program.wait_for("a run folder", program.runs, 60)[-1]
    program.wait_for("an epoch written down", lambda: program.epochs(run) >= 1, 60)
    config = program.facts(run)["config"]
    assert config["resize"] == "crop"
    assert config["augmentation"]["kind"] == "random"


def classes(program: Program) -> Seen | None:
    return next((seen for seen in program.desktop.see() if seen.name == "Classes" and seen.description), None)


def content(folder: Path) -> dict[str, str]:
    """Every file with a hash of what is in it."""
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    return {str(file.relative_to(folder)): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}
