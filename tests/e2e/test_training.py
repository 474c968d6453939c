"""The Training page in a real window: steered by keyboard, cut off and gone on with, compared, exported."""

import csv
import shutil
from itertools import groupby
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.e2e.desktop import Area, Desktop, Seen
from tests.e2e.program import PAGE, TITLE, Program

pytestmark = pytest.mark.e2e

# Some seconds of training: enough to be cut off in.
EPOCHS = 30
MESSAGE = Area(PAGE.x, 84, PAGE.width, 70)
RUNS = Area(PAGE.x, 500, 890, 250)


def test_paused_given_another_rate_stopped_and_gone_on_with(desktop: Desktop, tmp_path: Path, pictures: Path) -> None:
    program = Program(desktop, tmp_path / "home", str(pictures))
    run = start(program)
    pause(program)
    program.wait_until_it_rests()
    set_rate_by_keyboard(program, run)
    pause(program)
    desktop.click_on("Learning rate", "spin", PAGE)
    desktop.type("0.0002")
    desktop.press("Return")
    program.press("Escape")
    desktop.click_on("Stop training", "button")
    program.wait_for("stopped in run.json", lambda: program.facts(run)["state"] == "stopped", 30)
    assert program.facts(run)["rate_changes"][-1][-1] == 0.0002
    before = program.history(run)
    go_on_from_the_table(program)
    program.wait_for("more epochs", lambda: program.epochs(run) >= len(before) + 2, 60)
    assert program.facts(run)["state"] == "training"
    after = program.history(run)
    assert after[: len(before)] == before
    assert numbers(after) == list(range(1, len(after) + 1))
    assert {float(row["learning_rate"]) for row in after[len(before) :]} == {0.0002}
    assert program.close(agree="Stop and close") == 0
    assert not program.complaints()


def set_rate_by_keyboard(program: Program, run: Path) -> None:
    """While paused. Esc and Space steer the training, and are lost neither in the field nor behind it."""
    desktop = program.desktop
    desktop.click_on("Learning rate", "spin", PAGE)
    desktop.type("0.07")
    desktop.press("Escape")
    program.wait_for("the rate as it was", lambda: rate_shown(desktop) == "0.001")
    assert not program.shows(r"^Stop the training\?$")
    desktop.type("0.0005")
    desktop.press("space")
    program.wait_for("Training in the strip", lambda: program.strip().startswith("Training"))
    changes = program.wait_for("the rate in run.json", lambda: program.facts(run)["rate_changes"])
    assert [rate for _, _, rate in changes] == [0.0005]
    pause(program)
    assert rate_shown(desktop) == "0.0005"
    program.press("space")
    program.wait_for("Training in the strip", lambda: program.strip().startswith("Training"))


def test_closed_in_mid_run_it_is_offered_and_goes_on(desktop: Desktop, tmp_path: Path, pictures: Path) -> None:
    program = Program(desktop, tmp_path / "home", str(pictures), epochs=EPOCHS)
    run = start(program)
    assert program.close(agree="Stop and close") == 0
    assert not program.complaints()
    assert program.facts(run)["state"] == "stopped"
    before = program.history(run)
    program = Program(desktop, tmp_path / "home")
    offered(program, after=len(before))
    desktop.click_on("Go on", "button", MESSAGE)
    program.wait_for("more epochs", lambda: program.epochs(run) > len(before), 60)
    assert not program.shows("was interrupted")
    finish(program, run, before)


def test_killed_in_mid_run_it_is_offered_until_declined(desktop: Desktop, tmp_path: Path, pictures: Path) -> None:
    home = tmp_path / "home"
    program = Program(desktop, home, str(pictures), epochs=EPOCHS)
    run = start(program)
    program.kill()
    before = program.history(run)
    program = Program(desktop, home)
    offered(program, after=len(before))
    desktop.click_on("Go on", "button", MESSAGE)
    program.wait_for("more epochs", lambda: program.epochs(run) >= len(before) + 2, 60)
    program.kill()
    assert program.history(run)[: len(before)] == before
    before = program.history(run)
    program = Program(desktop, home)
    offered(program, after=len(before))
    desktop.click_on("Close this message", "button", MESSAGE)
    assert program.close() == 0
    program = Program(desktop, home)
    program.wait_until_it_rests()
    assert program.shows("^interrupted, can go on$")
    assert not program.shows("was interrupted")
    desktop.click_on("shapes 1", "cell", RUNS)
    go_on_from_the_table(program)
    finish(program, run, before)


def test_rate_that_was_looked_for_is_taken_over(desktop: Desktop, tmp_path: Path, pictures: Path) -> None:
    program = Program(desktop, tmp_path / "home", str(pictures), learning_rate=0.03)
    program.wait_for("the end of reading", lambda: "Ready" in program.strip(), 15)
    program.go_to("Training")
    assert rate_shown(desktop) == "0.03"
    desktop.click_on("Find a good learning rate", "button", PAGE)
    program.wait_for_words("^Finding a learning rate$")

    def rate_offered() -> str:
        uses = (each.name for each in desktop.see() if each.name.startswith("Use ") and "button" in each.role)
        return next(uses, "").removeprefix("Use ")

    rate = program.wait_for("a rate to use", rate_offered, 60)
    assert 0 < float(rate) < 1
    assert rate != rate_shown(desktop) == "0.03", "nothing would be seen of its being taken over"
    desktop.click_on(f"Use {rate}", "button", PAGE)
    program.wait_for("the rate in the field", lambda: rate_shown(desktop) == rate)
    program.wait_for("the plots again", lambda: program.shows("^Accuracy$"))
    assert not program.shows("^Finding a learning rate$")
    assert not program.runs()
    assert program.close() == 0
    assert not program.complaints()


def test_earlier_run_is_compared_and_the_plots_are_exported(
    desktop: Desktop, tmp_path: Path, pictures: Path, earlier_run: Path
) -> None:
    home = tmp_path / "home"
    shutil.copytree(earlier_run, home / "runs" / "2026-01-02 10.00.00 shapes")
    program = Program(desktop, home, str(pictures), epochs=2)
    run = start(program, epochs=2)
    program.wait_for("the end", lambda: program.facts(run)["state"] == "finished", 30)
    program.wait_for("both runs", lambda: program.shows("^shapes 2, shown in the plots$"))
    plot = desktop.find("Loss", "filler", PAGE)
    legend = Area(plot.x, plot.y + 24, plot.width, 19)
    assert not has_purple(desktop, legend)
    desktop.click_on("curve of shapes 1", "cell", RUNS)
    program.wait_for_words("^What differs$")
    program.wait_for("a line for it in the legend", lambda: has_purple(desktop, legend))
    desktop.click(plot.x + plot.width - 20, plot.y + 120)
    program.wait_for("its values at the crosshair", lambda: "shapes 1" in described(desktop, "Loss"))
    file = tmp_path / "compared.png"
    export_picture(program, file)
    with Image.open(file) as image:
        pixels = np.asarray(image.convert("RGB"))
    assert pixels.shape[1] > pixels.shape[0] > 300
    assert (pixels != pixels[0, 0]).any(axis=2).mean() > 0.01
    assert program.close() == 0
    assert not program.complaints()


# ---- what a user does


def start(program: Program, epochs: int = 3) -> Path:
    """Train on the pictures that the program was started with, until so many epochs are whole."""
    program.wait_for("the end of reading", lambda: "Ready" in program.strip(), 15)
    program.go_to("Training")
    already = program.runs()
    program.desktop.click_on("Start training", "button", PAGE)
    run = program.wait_for("a run folder", lambda: [each for each in program.runs() if each not in already], 60)[0]
    program.wait_for(f"{epochs} epochs written down", lambda: program.epochs(run) >= epochs, 60)
    return run


def pause(program: Program) -> None:
    program.press("space")
    program.wait_for("Paused in the strip", lambda: program.strip().startswith("Paused"))


def go_on_from_the_table(program: Program) -> None:
    def is_ready() -> list[Seen]:
        """Its tooltip says so."""
        found = (each for each in program.desktop.see() if each.name == "Go on" and RUNS.holds(*each.middle))
        return [each for each in found if each.description.startswith("Goes on exactly")]

    program.desktop.click(*program.wait_for("a run that can go on", is_ready)[0].middle)


def export_picture(program: Program, file: Path) -> None:
    desktop = program.desktop
    button = desktop.find("Export…", "button", PAGE)
    below = Area(button.x, button.y + button.height, button.width, 40)
    before = desktop.pixels(below)
    desktop.click(*button.middle)
    # Screen readers are told of a menu's entry once it is chosen.
    program.wait_for("the menu", lambda: (desktop.pixels(below) != before).any())
    desktop.press("Down")
    desktop.press("Return")
    title = "Save the plots as a picture"
    program.wait_for("the dialog", lambda: title in desktop.window_titles())
    desktop.activate(title)
    desktop.type(str(file))
    desktop.press("Return")
    program.wait_for("the file", file.exists)
    program.wait_for("the dialog gone", lambda: desktop.window_titles() == [TITLE])


# ---- what there is to see


def offered(program: Program, after: int) -> None:
    program.wait_for_words(rf"^The training of “shapes 1” was interrupted after epoch {after} of {EPOCHS}\.", 20)


def finish(program: Program, run: Path, before: list[dict[str, str]]) -> None:
    """It ends by itself, with all its epochs, those from before unchanged, and every batch once."""
    program.wait_for("the end", lambda: program.facts(run)["state"] == "finished", 60)
    after = program.history(run)
    assert after[: len(before)] == before
    assert numbers(after) == list(range(1, EPOCHS + 1))
    with (run / "batches.csv").open(encoding="utf-8", newline="") as stream:
        batches = [(int(row["epoch"]), int(row["batch"])) for row in csv.DictReader(stream)]
    per_epoch = {epoch: [batch for _, batch in rows] for epoch, rows in groupby(batches, key=lambda each: each[0])}
    assert list(per_epoch) == numbers(after)
    assert all(each == list(range(1, len(per_epoch[1]) + 1)) for each in per_epoch.values())
    assert program.facts(run)["results"]["epochs"] == EPOCHS
    program.wait_for("the end in the strip", lambda: "Finished" in program.strip())
    assert program.close() == 0
    assert not program.complaints()


def numbers(history: list[dict[str, str]]) -> list[int]:
    return [int(row["epoch"]) for row in history]


def rate_shown(desktop: Desktop) -> str:
    return desktop.find("Learning rate", "spin", PAGE).text


def described(desktop: Desktop, name: str) -> str:
    return desktop.find(name, "filler", PAGE).description


def has_purple(desktop: Desktop, area: Area) -> bool:
    """The colour of the first run that is laid over the others."""
    red, green, blue = (desktop.pixels(area)[:, :, channel].astype(int) for channel in range(3))
    return bool((np.minimum(red, blue) - green > 40).any())
