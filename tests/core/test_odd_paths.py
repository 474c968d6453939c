"""Names as people have them: scanned, trained on, and classified by, whatever is in them."""

import json
import os
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest

from core.pictures.split import read_split
from tests.core.command_line import answer
from tests.core.scenes import scene, write_scenes

Capture = pytest.CaptureFixture[str]

# Of every kind that has broken a program: other scripts, signs of the shell, of web addresses, of formats and tables.
ODD = ["猫 ネコ", "🐈‍⬛", "it's", 'say "hi"', "100%20%s", "a, b;c", "{x} $y `z`", "[0]*?", "#1 & co", "-rf"]
LONGEST_BYTES = 255

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="its names may hold none of these")


def longest(start: str, ending: str = "") -> str:
    """A name as long as file systems take them."""
    return start + "x" * (LONGEST_BYTES - len((start + ending).encode())) + ending


def odd_folder(place: Path) -> Path:
    """A class of each odd name, with pictures of odd names."""
    root = write_scenes(place / "写真 %20 'a' 🌇", dict.fromkeys([*ODD, longest("長い")], 4))
    for number, folder in enumerate(sorted(root.iterdir())):
        (folder / "000.png").rename(folder / f"{ODD[number % len(ODD)]}.png")
        (folder / "001.png").rename(folder / longest(f"{number}犬", ".png"))
    (root / ODD[0] / "loop").symlink_to(root, target_is_directory=True)
    (root / ODD[1] / "self.png").symlink_to("self.png")
    return root


def test_odd_names_are_scanned_and_a_loop_ends(tmp_path: Path, capsys: Capture) -> None:
    root = odd_folder(tmp_path)
    found = answer(capsys, "scan", root)
    assert found["classes"] == dict.fromkeys(sorted([*ODD, longest("長い")]), 4)
    (rejected,) = found["rejected"]
    assert rejected["file"] == f"{ODD[1]}/self.png"


@pytest.mark.heavy
def test_odd_names_are_trained_on_and_classified(tmp_path: Path, capsys: Capture) -> None:
    root, run = odd_folder(tmp_path), tmp_path / "結果 %20" / longest("run '")
    settings = ("--epochs", 1, "--image-size", 12, "--run", run)
    trained = answer(capsys, "train", root, *settings)
    assert trained["classes"] == sorted([*ODD, longest("長い")])
    assert trained["run"] == str(run)
    files = read_split(run / "split.csv")
    assert all((root / file).is_file() for file in files)
    assert len(files) == 4 * (len(ODD) + 1)
    assert json.loads((run / "run.json").read_text(encoding="utf-8"))["pictures"] == str(root)

    photos = [root / file for file in files]
    found = answers_of(capsys, run, photos)
    assert [each["file"] for each in found] == [str(each) for each in photos]
    assert all(each["label"] in trained["classes"] for each in found)
    (run / "best.keras").rename(tmp_path / longest("模型", ".keras"))
    # A model without its run knows no more than its shares.
    alone = answers_of(capsys, tmp_path / longest("模型", ".keras"), photos)
    assert [each["top"] for each in alone] == [each["top"] for each in found]


@pytest.mark.heavy
@pytest.mark.skipif(sys.platform != "linux", reason="file names are Unicode on this system")
def test_names_that_are_no_unicode_are_classified(trained: Any, tmp_path: Path, capsys: Capture) -> None:
    photo = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.png"))
    shutil.copy(trained.photo, photo)
    (found,) = answers_of(capsys, trained.folder, [photo])
    assert found["file"].endswith(r"caf\udce9.png")
    assert found["label"] == "red"


def test_a_folder_of_the_longest_name_has_room_for_its_cache(tmp_path: Path, capsys: Capture) -> None:
    root = write_scenes(tmp_path / longest("𠮷" * 50), {"a": 2, "b": 2})
    scene(77).save(root / "a" / longest("犬", ".png"))
    assert answer(capsys, "scan", root)["classes"] == {"a": 3, "b": 2}


def answers_of(capsys: Capture, model: Path, photos: list[Path]) -> list[dict[str, Any]]:
    """What `classify` prints, a line a photo."""
    from core import commands

    assert commands.run(["classify", str(model), *map(str, photos), "--json"]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]
