"""The main job from end to end, as a user does it: pointer, keyboard, and files dragged from another window."""

import re
import time
import zipfile
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.e2e.conftest import CLASSES, PER_CLASS
from tests.e2e.desktop import Area, Desktop, wait_for
from tests.e2e.program import PAGE, TITLE, Program

pytestmark = pytest.mark.e2e

VIRIDIS = np.array([(68, 1, 84), (59, 82, 139), (33, 145, 140), (94, 201, 98), (253, 231, 37)], float)


def test_pictures_in_training_watched_photo_named(
    desktop: Desktop, tmp_path: Path, pictures: Path, photos: list[Path]
) -> None:
    program = Program(desktop, tmp_path / "home")
    open_pictures(program, pictures)
    run = start_training(program)
    pause_and_resume(program, run)
    watch_inside(program)
    explain_a_number(program)
    classify_one(program, photos[0])
    look_inside(program, photos[0])
    classify_many(program, photos[:5])
    visit_settings_and_help(program)
    stop_training(program, run)
    open_run_by_drop(program, run)
    close_while_training(program)
    assert not program.complaints()


def open_pictures(program: Program, pictures: Path) -> None:
    before = program.desktop.pixels(PAGE)
    assert program.shows("^Drop a folder of pictures here$")
    assert program.desktop.drag_files([pictures]) == "copy"
    count = len(CLASSES) * PER_CLASS
    program.wait_for_words(rf"^{len(CLASSES)} classes, {count} pictures", 15)
    program.wait_for("the end of reading", lambda: "Ready" in program.strip(), 15)
    classes = next(seen.description for seen in program.desktop.see() if seen.name == "Classes" and seen.description)
    share = f"{100 / len(CLASSES):.0f} %"
    assert classes == "; ".join(f"{name}: {PER_CLASS} pictures, {share}" for name in CLASSES)
    cached = sum(file.stat().st_size for file in (program.home / "cache").rglob("*") if file.is_file())
    assert cached >= count * 32 * 32 * 3
    assert (program.desktop.pixels(PAGE) != before).any(axis=2).mean() > 0.02


def start_training(program: Program) -> Path:
    program.desktop.click_on("Start training", "button", PAGE)
    run = program.wait_for("a run folder", program.runs, 60)[-1]
    program.wait_for("two epochs written down", lambda: program.epochs(run) >= 2, 60)
    assert program.facts(run)["class_names"] == list(CLASSES)
    assert program.facts(run)["state"] == "training"
    program.wait_for_words(r"^Epoch: \d+ of 5000$")
    assert re.search(r"Training epoch \d+ of 5000 .*loss \d", program.strip())
    return run


def pause_and_resume(program: Program, run: Path) -> None:
    program.press("space")
    program.wait_for("Paused in the strip", lambda: program.strip().startswith("Paused"))
    time.sleep(0.5)
    epochs = program.epochs(run)
    time.sleep(2)
    assert program.epochs(run) == epochs, "it trained on while paused"
    program.press("space")
    program.wait_for("Training in the strip", lambda: program.strip().startswith("Training"))
    program.wait_for("more epochs", lambda: program.epochs(run) > epochs)


def watch_inside(program: Program) -> None:
    program.go_to("Inside")
    program.wait_for_words(r"after epoch \d+$")
    program.wait_for("channels in colour", lambda: share_of_viridis(program) > 0.2)
    first = seen_epoch(program)
    program.wait_for("a look after a later epoch", lambda: seen_epoch(program) > first)


def explain_a_number(program: Program) -> None:
    """The arithmetic of the chosen cell, a filter that slides, and the way back to the pixels, while it trains."""
    program.wait_for_words("^How this number came about$")
    program.wait_for_words(r"^Filter \d+ ")
    program.desktop.click_on("Slide the filter", "button", PAGE)
    program.wait_for_words("^The sliding window$")
    program.desktop.click_on("Trace back", "button", PAGE)
    program.desktop.click_on("Back to the number", "button", PAGE)
    program.wait_for_words("^Slide the filter$")


def classify_one(program: Program, photo: Path) -> None:
    assert program.desktop.drag_files([photo]) == "copy"
    program.wait_for_words(rf"^{re.escape(photo.name)}: \w+: ")
    bars = next(seen.name for seen in program.desktop.see() if seen.name.count(" %, ") == len(CLASSES) - 1)
    shares = dict(re.findall(r"(\w+) ([\d.]+) %", bars))
    assert set(shares) == set(CLASSES)
    assert sum(map(float, shares.values())) == pytest.approx(100, abs=0.2)


def look_inside(program: Program, photo: Path) -> None:
    program.desktop.click_on("Look inside", "button", PAGE)
    program.desktop.find("Inside", "label", PAGE)
    program.wait_for_words(rf"^{re.escape(photo.name)}: \w+, [\d.]+ % sure$")


def classify_many(program: Program, photos: list[Path]) -> None:
    assert program.desktop.drag_files(photos) == "copy"
    program.wait_for_words(rf"^{len(photos)} photos$")

    def answered() -> bool:
        cells = [seen.name for seen in program.desktop.see() if "cell" in seen.role]
        return all(photo.name in cells for photo in photos) and sum(name in CLASSES for name in cells) == len(photos)

    program.wait_for("an answer for each photo", answered)


def visit_settings_and_help(program: Program) -> None:
    program.go_to("Settings")
    program.wait_for_words("日本語")
    # Another theme builds the pages again, under the running training.
    program.desktop.click_on("Dark", within=PAGE)
    program.wait_for("a dark page", lambda: program.desktop.pixels(PAGE).mean() < 80)
    program.desktop.click_on("Light", within=PAGE)
    program.wait_for("a light page", lambda: program.desktop.pixels(PAGE).mean() > 180)
    program.press("F1")
    program.wait_for_words("^Help on Pictures$")
    program.go_to("Help")


def stop_training(program: Program, run: Path) -> None:
    program.press("Escape")
    program.wait_for_words(r"^Stop the training\?$")
    program.desktop.press("Escape")
    program.wait_for("the question to go", lambda: not program.shows(r"^Stop the training\?$"))
    assert program.strip().startswith("Training")
    program.click_in_strip("Stop")
    program.desktop.click_on("Stop training", "button")
    program.wait_for("stopped in run.json", lambda: program.facts(run)["state"] == "stopped", 30)
    program.wait_for("Stopped in the strip", lambda: "Stopped" in program.strip())
    assert_whole(program, run)
    assert program.facts(run)["results"]


def open_run_by_drop(program: Program, run: Path) -> None:
    program.go_to("Pictures", title="shapes")
    assert program.desktop.drag_files([run]) == "copy"
    program.desktop.find("Inside", "label", PAGE)
    program.wait_for_words("best epoch$")


def close_while_training(program: Program) -> None:
    program.go_to("Training")
    again = "Train again" if program.shows("^Train again$") else "Start training"
    program.desktop.click_on(again, "button", PAGE)
    run = program.wait_for("a second run", lambda: program.runs()[1:], 30)[0]
    program.wait_for("an epoch of the second run", lambda: program.epochs(run) >= 1, 30)
    assert program.close(agree="Stop and close") == 0
    wait_for("no window", lambda: TITLE not in program.desktop.window_titles())
    assert program.facts(run)["state"] == "stopped"
    assert_whole(program, run)


def assert_whole(program: Program, run: Path) -> None:
    """Every file of a run is there, can be read, and nothing half-written lies beside it."""
    wanted = {"run.json", "split.csv", "history.csv", "batches.csv", "best.keras", "last.keras"}
    wanted.add(f"state-{program.epochs(run)}.npz")
    names = {file.name for file in run.iterdir() if not file.name.startswith("events.")}
    assert wanted <= names <= wanted | {"epochs", ".lock"}
    for kept in (run / "epochs").glob("*"):
        with zipfile.ZipFile(kept) as arrays:
            assert arrays.testzip() is None
    for name in ("best.keras", "last.keras", f"state-{program.epochs(run)}.npz"):
        with zipfile.ZipFile(run / name) as model:
            assert model.testzip() is None


def seen_epoch(program: Program) -> int:
    """After which epoch the network stands that the Inside page looks into."""
    found = re.search(r"after epoch (\d+)$", program.desktop.words(), re.MULTILINE)
    return int(found[1]) if found else 0


def share_of_viridis(program: Program) -> float:
    """How much of the channels' grid is in the colours of activations, dark to yellow."""
    grid = program.desktop.find("Channels", within=PAGE)
    pixels = program.desktop.pixels(Area(grid.x, grid.y, grid.width, grid.height))
    return float(np.mean(is_viridis(pixels)))


def is_viridis(pixels: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Which pixels lie within a few steps of the colour map."""
    steps = np.linspace(0, len(VIRIDIS) - 1, 64)
    colours = np.stack([np.interp(steps, range(len(VIRIDIS)), VIRIDIS[:, channel]) for channel in range(3)], axis=1)
    sample = pixels[::4, ::4].astype(float)
    distance = np.abs(sample[:, :, None, :] - colours).max(axis=3).min(axis=2)
    near: NDArray[np.bool_] = distance < 16
    return near
