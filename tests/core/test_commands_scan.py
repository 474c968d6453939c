"""`scan` and `sample` as scripts rely on them: what is counted, what is left out, what is wrong."""

import json
import os
import shutil
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from tests.core.command_line import answer, complaint, nakami
from tests.core.pictures.arrays.made import tutorial, written
from tests.core.scenes import scene, write_scenes

Capture = pytest.CaptureFixture[str]


def test_scan_counts_and_lists(make_colours: Any) -> None:
    folder = make_colours(per_class=3)
    (folder / "red" / "page.jpg").write_text("<html>")
    (folder / "loose.txt").write_text("x")
    done = nakami("scan", folder, "--json")
    assert done.returncode == 0
    (line,) = done.stdout.splitlines()
    found = json.loads(line)
    assert list(found) == ["classes", "rejected", "issues"]
    assert found["classes"] == {"blue": 3, "green": 3, "red": 3}
    assert {each["file"] for each in found["rejected"]} == {"loose.txt", "red/page.jpg"}
    assert all(set(each) == {"file", "reason"} and each["reason"].endswith(".") for each in found["rejected"])
    assert [each["kind"] for each in found["issues"]] == ["unreadable", "loose", "small_pictures"]
    assert found["issues"][0] == {
        "kind": "unreadable",
        "message": "1 file cannot be read. It is left out. Not a picture: the file holds a web page.",
        "files": ["red/page.jpg"],
    }


def test_scan_names_copies(make_colours: Any) -> None:
    folder = make_colours(per_class=7, size_px=110)
    for number in range(7):
        shutil.copy(folder / "red" / f"{number:03}.png", folder / "blue" / f"copy {number}.png")
    found = json.loads(nakami("scan", folder, "--json").stdout)
    (issue,) = found["issues"]
    assert issue["kind"] == "identical"
    assert len(issue["files"]) == 14
    lines = nakami("scan", folder).stdout.splitlines()
    place = lines.index(f"error: {issue['message']}")
    assert lines[place + 1 :] == [*(f"    {file}" for file in issue["files"][:5]), "    and 9 more"]


def test_scan_for_people(make_colours: Any) -> None:
    folder = make_colours(per_class=3)
    (folder / "empty").mkdir()
    (folder / "red" / "page.jpg").write_text("<html>")
    done = nakami("scan", folder)
    assert done.returncode == 0
    lines = done.stdout.splitlines()
    assert lines[:3] == ["blue: 3", "green: 3", "red: 3"]
    assert "empty: no pictures, left out" in lines
    assert any(line.startswith("left out: red/page.jpg: ") for line in lines)
    assert any(line.startswith("error: 1 file cannot be read. It is left out.") for line in lines)
    assert any(line.startswith("warning: “empty” holds no pictures.") for line in lines)


def test_scan_of_one_class_lists_it_and_says_what_is_missing(make_colours: Any) -> None:
    done = nakami("scan", make_colours(per_class=2, names=("red",)), "--json")
    assert json.loads(done.stdout)["classes"] == {"red": 2}
    assert "holds one class with pictures" in complaint(done)


def test_scan_of_nothing(tmp_path: Path) -> None:
    assert "There is no folder" in complaint(nakami("scan", tmp_path / "none"))


@pytest.mark.skipif(sys.platform != "linux", reason="file names are Unicode on this system")
def test_names_that_the_terminal_cannot_say_are_spelled(make_colours: Any) -> None:
    folder = make_colours(per_class=2)
    (folder / "red").rename(os.fsdecode(os.fsencode(folder) + b"/caf\xe9 \xe7\x8a\xac"))
    done = nakami("scan", folder, "--json", env={**os.environ, "PYTHONIOENCODING": "ascii"})
    assert done.returncode == 0, done.stderr
    assert r"caf\udce9 犬" in json.loads(done.stdout)["classes"]


def test_sample_writes_creatures_that_scan_counts(tmp_path: Path) -> None:
    done = nakami("sample", tmp_path / "creatures")
    assert done.returncode == 0
    assert done.stdout.strip() == str(tmp_path / "creatures")
    names = {path.name for path in (tmp_path / "creatures").iterdir() if not path.name.startswith(".")}
    assert names == {"dogs", "cats", "monkeys", "birds", "fish", "lizards"}


def test_sample_where_nothing_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    assert "The creatures cannot be written to" in complaint(nakami("sample", tmp_path / "file"))


# ---- what is wrong


def planted(root: Path) -> Path:
    """A folder with one defect of each kind."""
    write_scenes(root, {"ant": 40, "bee": 40, "犬": 3}, size=(160, 120))
    ant, bee = root / "ant", root / "bee"
    (ant / "page.jpg").write_text("<!doctype html><html>")
    scene(1001, (160, 120)).save(ant / "drawing.jpg", "PNG")
    shutil.copy(ant / "000.png", ant / "000 copy.png")
    shutil.copy(ant / "001.png", bee / "of ant.png")
    Image.open(ant / "002.png").resize((150, 112)).save(ant / "saved again.jpg", quality=80)
    Image.open(ant / "003.png").save(bee / "like ant.jpg", quality=80)
    for number in range(2):
        scene(1010 + number, (20, 20)).save(bee / f"small {number}.png")
    Image.new("RGB", (160, 120)).save(ant / "black.png")
    for number in range(6):
        scene(1020 + number, (160, 120)).convert("L").save(bee / f"grey {number}.png")
    return root


DEFECTS = [
    ("error", "unreadable", ["ant/page.jpg"]),
    ("error", "identical", ["ant/001.png", "bee/of ant.png"]),
    ("warning", "near_identical", ["ant/003.png", "bee/like ant.jpg"]),
    ("warning", "identical", ["ant/000.png"]),
    ("warning", "small_class", [f"犬/{number:03}.png" for number in range(3)]),
    ("warning", "flat", ["ant/black.png"]),
    ("warning", "grey", [f"bee/grey {number}.png" for number in range(6)]),
    ("note", "misnamed", ["ant/drawing.jpg"]),
    ("note", "kept_together", ["ant/002.png", "ant/saved again.jpg"]),
    ("note", "small_pictures", ["bee/small 0.png", "bee/small 1.png"]),
]


def as_on_disk(root: Path) -> dict[Path, tuple[bytes, int]]:
    return {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in root.rglob("*") if path.is_file()}


def test_every_planted_defect_is_found_with_its_files_and_the_folder_stays(tmp_path: Path, capsys: Capture) -> None:
    root = planted(tmp_path / "pictures")
    before = as_on_disk(root)
    found = answer(capsys, "scan", root)
    assert as_on_disk(root) == before
    assert all(list(each) == ["kind", "message", "files"] for each in found["issues"])
    assert [(each["kind"], each["files"]) for each in found["issues"]] == [(kind, files) for _, kind, files in DEFECTS]
    assert all(each["message"].endswith(".") for each in found["issues"])
    assert found["rejected"] == [{"file": "ant/page.jpg", "reason": "Not a picture: the file holds a web page."}]
    assert found["classes"] == {"ant": 44, "bee": 50, "犬": 3}


def test_people_read_how_severe_a_defect_is_and_which_files_have_it(tmp_path: Path) -> None:
    lines = nakami("scan", planted(tmp_path / "pictures")).stdout.splitlines()
    severities = [line.split(":")[0] for line in lines if line.startswith(("error:", "warning:", "note:"))]
    assert severities == [severity for severity, _, _ in DEFECTS]
    for _, kind, files in DEFECTS:
        if kind != "unreadable":  # told further up, with the reason
            assert all(f"    {file}" in lines for file in files[:5])


def test_a_picture_in_two_of_the_folders_own_parts_is_told(tmp_path: Path, capsys: Capture) -> None:
    root = write_scenes(tmp_path / "p" / "train", {"ant": 4, "bee": 4}, size=(160, 120)).parent
    write_scenes(root / "test", {"ant": 2, "bee": 2}, size=(160, 120), first_seed=50)
    shutil.copy(root / "train" / "ant" / "000.png", root / "test" / "ant" / "again.png")
    issues = {each["kind"]: each["files"] for each in answer(capsys, "scan", root)["issues"]}
    assert sorted(issues["on_both_sides"]) == ["test/ant/again.png", "train/ant/000.png"]


def test_arrays_are_scanned_like_a_folder(tmp_path: Path, capsys: Capture) -> None:
    found = answer(capsys, "scan", written(tmp_path / "写真.npy", tutorial()))
    assert list(found["classes"].values()) == [4, 3, 3]
    assert found["rejected"] == []
    assert "augmented_copies" in [each["kind"] for each in found["issues"]]


def test_arrays_that_cannot_be_used_are_one_line(tmp_path: Path) -> None:
    assert "“a.npy”" in complaint(nakami("scan", written(tmp_path / "a.npy", tutorial()[:-40])))
    np.save(tmp_path / "b.npy", np.zeros((3, 4)))
    assert "“b.npy”" in complaint(nakami("scan", tmp_path / "b.npy"))
