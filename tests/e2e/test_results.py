"""From a training to its mistakes, their mend, the next training and what that changed; a report, and a table."""

import csv
import re
from pathlib import Path

import pytest

from tests.e2e.conftest import CLASSES
from tests.e2e.desktop import Desktop, Seen
from tests.e2e.program import PAGE, Program

pytestmark = pytest.mark.e2e

EPOCHS = 2


def test_mistakes_are_mended_trained_again_compared_and_taken_along(
    desktop: Desktop, tmp_path: Path, pictures: Path, photos: list[Path]
) -> None:
    program = Program(desktop, tmp_path / "home", str(pictures), epochs=EPOCHS)
    first = train(program, "Start training")
    see_results(program, first)
    open_a_cell(program)
    file = walk_by_keys(program)
    exclude_take_back_and_exclude_again(program)
    desktop.press("Escape")
    second = train(program, "Train again without 1 picture")
    assert split_of(second) < split_of(first)
    ((gone, _, part),) = split_of(first) - split_of(second)
    assert (Path(gone).name, part) == (file, "test")
    assert (pictures / gone).is_file(), "files are never touched"
    see_what_changed(program)
    see_numbers(program, second)
    save_report(program, tmp_path / "report.html")
    save_answers(program, photos, tmp_path / "answers.csv")
    assert program.close() == 0
    assert not program.complaints()


# ---- what a user does


def train(program: Program, button: str) -> Path:
    """Press it, and wait for the end of the training."""
    program.wait_for("the end of reading", lambda: "Ready" in program.strip() or "Finished" in program.strip(), 15)
    if button == "Start training":
        program.go_to("Training")
    already = program.runs()
    program.desktop.click_on(button, "button", PAGE)
    run = program.wait_for("a run folder", lambda: [each for each in program.runs() if each not in already], 60)[0]
    program.wait_for("its end", lambda: program.facts(run)["state"] == "finished", 60)
    return run


def see_results(program: Program, run: Path) -> None:
    """Those of the training that has ended, by the button that it leaves."""
    program.desktop.click_on("See results", "button", PAGE)
    see_numbers(program, run)


def see_numbers(program: Program, run: Path) -> None:
    number = len(program.runs())
    tested = sum(part == "test" for _, _, part in split_of(run))
    # Of a run by itself the name has its number too.
    program.wait_for_words(
        rf"^shapes {number}, best epoch \d+, on {tested} test pictures that training never saw\.$", 30
    )
    program.wait_for("the end of judging", lambda: not program.shows("^Stop$"), 20)
    right, asked = re.findall(r"^(\d+) of (\d+); could be", program.desktop.words(), re.MULTILINE)[0]
    assert int(asked) == tested
    assert f"{100 * int(right) / tested:.0f} %" in program.desktop.words().splitlines()


def open_a_cell(program: Program) -> None:
    """Some cell of the matrix that has pictures: which the network fills is for it to say."""
    matrix = program.desktop.find("Confusion matrix", within=PAGE)
    names_wide, names_high = 64, 22
    cell_wide, cell_high = (matrix.width - names_wide) / len(CLASSES), (matrix.height - names_high) / len(CLASSES)
    for row, truth in enumerate(CLASSES):
        for column, answer in enumerate(CLASSES):
            x = matrix.x + names_wide + round((column + 0.5) * cell_wide)
            y = matrix.y + names_high + round((row + 0.5) * cell_high)
            program.desktop.run("xdotool", "mousemove", f"{x}", f"{y}")
            reading = f"{truth} recognised" if truth == answer else f"{truth} taken for {answer}"
            program.wait_for_words(rf"^{reading}: \d+ of")
            if program.shows(rf"^{reading}: [2-9] of"):
                program.desktop.click(x, y)
                program.wait_for_words(r"^\d+ pictures$")
                return
    raise AssertionError("no cell has two pictures")


def walk_by_keys(program: Program) -> str:
    """To the second picture and back to the first; the name of its file."""
    first = file_shown(program)
    program.press("Right")
    program.wait_for("another picture", lambda: file_shown(program) != first)
    program.desktop.press("Left")
    program.wait_for("the first again", lambda: file_shown(program) == first)
    program.wait_for_words("^It looked most like these training pictures$")
    return first


def file_shown(program: Program) -> str:
    """Beside the grid, of the picture that is looked at."""
    right = [seen for seen in program.desktop.see() if seen.x > PAGE.x + PAGE.width * 2 // 3]
    return next(seen.name for seen in right if re.fullmatch(r"\d+\.png", seen.name))


def exclude_take_back_and_exclude_again(program: Program) -> None:
    program.press("e")
    program.wait_for_words("^Excluded$")
    program.desktop.press("ctrl+z")
    program.wait_for("it to be taken back", lambda: not program.shows("^Excluded$"))
    program.desktop.press("e")
    program.wait_for_words("^Excluded$")


def see_what_changed(program: Program) -> None:
    """Trained again after a mend, the two runs are compared by themselves."""
    desktop = program.desktop
    desktop.click_on("See results", "button", PAGE)
    program.wait_for_words(r"^shapes 2 and shapes 1 on the \d+ test pictures that both have$", 30)
    shown = desktop.words()
    count = int(re.findall(r"on the (\d+) test pictures that both have", shown)[0])
    groups = re.findall(r"^(?:Only shapes [12] right|Both wrong|Both right): (\d+)$", shown, re.MULTILINE)
    assert sum(map(int, groups)) == count

    def doors() -> list[Seen]:
        return [each for each in desktop.see() if each.name.startswith("Show them: ") and PAGE.holds(*each.middle)]

    desktop.click(*program.wait_for("a group with pictures", doors)[-1].middle)
    program.wait_for_words(r"^shapes 2: \w+, shapes 1: \w+$")
    program.press("Escape")
    desktop.click_on("Results", "button", PAGE)
    program.wait_for_words("^What was taken for what$")


def save_report(program: Program, file: Path) -> None:
    program.desktop.click_on("Report…", "button", PAGE)
    name_file(program, "Save the report", file)
    page = program.wait_for("the report", lambda: file.exists() and file.read_text(encoding="utf-8"), 30)
    assert page.lower().startswith("<!doctype html")
    assert "shapes 2" in page
    assert "http" not in re.sub(r"http://www\.w3\.org/\S+", "", page), "it needs nothing from elsewhere"
    program.wait_for_words(rf"^The report is in {re.escape(str(file))}\.")


def save_answers(program: Program, photos: list[Path], file: Path) -> None:
    """To a folder of photos that is dropped."""
    desktop = program.desktop
    program.go_to("Classify")
    assert desktop.drag_files([photos[0].parent]) == "copy"
    program.wait_for("all answers", lambda: program.shows(rf"^{len(photos)} photos$"), 20)
    desktop.click_on("Save as CSV…", "button", PAGE)
    name_file(program, "Save the answers", file)
    program.wait_for("the table", file.exists)
    assert file.read_bytes().startswith(b"\xef\xbb\xbf"), "spreadsheets tell UTF-8 by it"
    with file.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert sorted(Path(row["file"]).name for row in rows) == sorted(photo.name for photo in photos)
    for row in rows:
        shares = {name: float(row[f"share of {name}"]) for name in CLASSES}
        assert sum(shares.values()) == pytest.approx(1, abs=1e-5)
        assert row["answer"] == max(shares, key=shares.__getitem__)
        assert not row["error"]


def name_file(program: Program, dialog: str, file: Path) -> None:
    """In the dialog that has opened."""
    desktop = program.desktop
    program.wait_for("the dialog", lambda: dialog in desktop.window_titles())
    desktop.activate(dialog)
    desktop.type(str(file))
    desktop.press("Return")
    program.wait_for("the dialog gone", lambda: dialog not in desktop.window_titles())


# ---- what is written


def split_of(run: Path) -> set[tuple[str, str, str]]:
    """File, class and part of every picture of a run."""
    with (run / "split.csv").open(encoding="utf-8", newline="") as stream:
        return {(row["file"], row["class"], row["part"]) for row in csv.DictReader(stream)}
