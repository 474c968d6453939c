"""The command line as scripts rely on it: exit codes, one form of complaint, the keys of the JSON."""

import json
import os
import shutil
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

from core import commands
from main import SUBCOMMANDS

ROOT = Path(__file__).parents[2]


def nakami(*arguments: object, **more: Any) -> subprocess.CompletedProcess[str]:
    """The real program in a process of its own."""
    return subprocess.run(
        [sys.executable, "main.py", *map(str, arguments)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=180,
        check=False,
        **more,
    )


def complaint(done: subprocess.CompletedProcess[str]) -> str:
    """The one line of complaint of something that the user can mend."""
    assert done.returncode == 2, done.stderr
    assert "Traceback" not in done.stderr
    line = done.stderr.strip().splitlines()[-1]
    assert line.startswith("nakami: error: ")
    return line.removeprefix("nakami: error: ")


# ---- scan and sample


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


# ---- options


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--nonsense"], "required: COMMAND"),
        (["scan"], "required: FOLDER"),
        (["classify", "m.keras"], "required: PHOTO"),
        (["classify", "m.keras", "a.png", "--top", "0"], "at least 1 is needed, not “0”"),
        (["train", "--epochs", "many"], "invalid int value: 'many'"),
        (["scan", ".", "--unknown"], "unrecognized arguments: --unknown"),
        (["train", "--epochs", "0"], "The number of epochs must be from 1 to 100,000, not 0."),
        (["train", "--image-size", "5"], "The image size must be from 12 to 512, not 5."),
        (["train", "--batch-size", "-3"], "The batch size must be from 1"),
        (["train", "--seed", "-1"], "The seed must be from 0"),
        (["train", "nowhere at all"], "There is no folder"),
        (["explain", "m.keras", "a.png", "--at", "1"], "required: --layer"),
        (["explain", "m.keras", "a.png", "--layer", "l", "--at", "1,x"], "with commas between are needed, not “1,x”"),
        (["explain", "m.keras", "a.png", "--layer", "l", "--at", ""], "with commas between are needed, not “”"),
        (["activations", "m.keras", "a.png"], "required: --to"),
        (["activations", "m.keras", "a.png", "--to", "d", "--values", "txt"], "invalid choice: 'txt'"),
    ],
)
def test_wrong_arguments_have_one_form_of_complaint(
    arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        status: object = commands.run(arguments)
    except SystemExit as ended:
        status = ended.code
    said = capsys.readouterr()
    assert status == 2
    assert said.out == ""
    assert message in said.err
    assert said.err.splitlines()[-1].startswith("nakami: error: ")


def test_a_top_that_is_no_number_is_said_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        commands.run(["classify", "m.keras", "a.png", "--top", "many"])
    said = capsys.readouterr().err
    assert "many" in said
    assert "_positive" not in said


def test_help_names_the_commands() -> None:
    done = nakami("--help")
    assert done.returncode == 0
    for name in SUBCOMMANDS:
        assert name in done.stdout


@pytest.mark.parametrize("command", ["scan", "sample"])
def test_ctrl_c_is_no_traceback(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        os.kill(os.getpid(), signal.SIGINT)

    monkeypatch.setattr("core.pictures.scan.scan", interrupted)
    monkeypatch.setattr("core.pictures.sample.write_sample", interrupted)
    try:
        commands.run([command, str(tmp_path)])
    except KeyboardInterrupt:
        pytest.fail("a traceback")


def test_a_reader_that_goes_away_is_no_traceback(make_colours: Any) -> None:
    """As `nakami scan folder | head -1`."""
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-u", "main.py", "scan", str(make_colours(per_class=2))],
        cwd=ROOT,
        stdout=writing,
        stderr=subprocess.PIPE,
        text=True,
        timeout=60,
        check=False,
    )
    os.close(writing)
    assert "Traceback" not in done.stderr


# ---- train, evaluate, classify


@pytest.mark.heavy
def test_train_ends_with_one_object_on_one_line(make_colours: Any, tmp_path: Path) -> None:
    done = nakami(
        "train",
        make_colours(per_class=6),
        "--epochs",
        2,
        "--image-size",
        12,
        "--batch-size",
        4,
        "--seed",
        5,
        "--run",
        tmp_path / "run",
        "--json",
    )
    assert done.returncode == 0, done.stderr
    (line,) = done.stdout.splitlines()
    found = json.loads(line)
    assert list(found) == [
        "run",
        "classes",
        "epochs",
        "loss",
        "accuracy",
        "val_loss",
        "val_accuracy",
        "test_loss",
        "test_accuracy",
        "images_per_second",
        "seconds",
    ]
    assert found["run"] == str(tmp_path / "run")
    assert found["classes"] == ["blue", "green", "red"]
    assert found["epochs"] == 2
    assert all(isinstance(found[key], float) for key in list(found)[3:])
    assert "epoch 2: loss " in done.stderr
    facts = json.loads((tmp_path / "run" / "run.json").read_text(encoding="utf-8"))
    assert facts["state"] == "finished"
    assert (facts["config"]["seed"], facts["config"]["batch_size"]) == (5, 4)


@pytest.mark.heavy
@pytest.mark.skipif(sys.platform == "win32", reason="no such signal")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_ctrl_c_stops_the_training_in_good_order(make_colours: Any, tmp_path: Path, number: int) -> None:
    arguments = ["train", make_colours(per_class=6), "--epochs", 5000, "--image-size", 12, "--json", "--run"]
    process = subprocess.Popen(
        [sys.executable, "main.py", *map(str, [*arguments, tmp_path / "run"])],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    last_resort = threading.Timer(120, process.kill)
    last_resort.start()
    assert process.stderr is not None
    for line in process.stderr:
        if "epoch 1: loss" in line:
            break
    process.send_signal(number)
    out, said = process.communicate(timeout=120)
    last_resort.cancel()
    assert process.returncode == 0, said
    assert 1 <= json.loads(out)["epochs"] < 5000
    assert json.loads((tmp_path / "run" / "run.json").read_text(encoding="utf-8"))["state"] == "stopped"


@pytest.mark.heavy
def test_evaluate(trained: Any) -> None:
    done = nakami("evaluate", trained.folder, "--json")
    assert done.returncode == 0, done.stderr
    (line,) = done.stdout.splitlines()
    found = json.loads(line)
    assert list(found) == ["test_loss", "test_accuracy", "confusion", "classes"]
    assert found["classes"] == ["blue", "green", "red"]
    assert found["test_accuracy"] == pytest.approx(trained.outcome.test_accuracy)
    assert sum(map(sum, found["confusion"])) == 9
    assert [len(row) for row in found["confusion"]] == [3, 3, 3]


@pytest.mark.heavy
def test_one_bad_photo_among_good_ones(trained: Any, tmp_path: Path) -> None:
    bad = tmp_path / "page.jpg"
    bad.write_text("<html>")
    done = nakami("classify", trained.folder / "best.keras", trained.photo, bad, trained.photo, "--top", 2, "--json")
    assert done.returncode == 1, done.stderr
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert all(list(each) == ["file", "label", "probability", "top", "error"] for each in answers)
    assert [each["file"] for each in answers] == [str(trained.photo), str(bad), str(trained.photo)]
    good, wrong, again = answers
    assert good == again
    assert good["label"] == "red"
    assert good["error"] is None
    assert good["top"][0] == ["red", good["probability"]]
    assert len(good["top"]) == 2
    assert (wrong["label"], wrong["probability"], wrong["top"]) == (None, None, [])
    assert wrong["error"].endswith(".")


@pytest.mark.heavy
def test_good_photos_for_people(trained: Any, capsys: pytest.CaptureFixture[str]) -> None:
    assert commands.run(["classify", str(trained.folder), str(trained.photo)]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith(f"{trained.photo}: red ")
    assert line.count("%") == 3


@pytest.mark.heavy
def test_evaluate_for_people(trained: Any, capsys: pytest.CaptureFixture[str]) -> None:
    assert commands.run(["evaluate", str(trained.folder)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("Test Loss: ")
    assert lines[1].startswith("Test Accuracy: ")
    assert lines[2].startswith("  blue: taken for blue ")


@pytest.mark.heavy
def test_train_for_people(make_colours: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings = ["--epochs", "1", "--image-size", "12", "--run", str(tmp_path / "run")]
    assert commands.run(["train", str(make_colours(per_class=4)), *settings]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == f"Run: {tmp_path / 'run'}"
    assert lines[1].startswith("Best epoch 1 of 1: ")
    assert any(line.startswith("Test Accuracy: ") for line in lines)


@pytest.mark.heavy
def test_train_without_dropout(make_colours: Any, tmp_path: Path) -> None:
    settings = ["--epochs", "1", "--image-size", "12", "--run", str(tmp_path / "run"), "--without-dropout"]
    assert commands.run(["train", str(make_colours(per_class=4)), *settings]) == 0
    facts = json.loads((tmp_path / "run" / "run.json").read_text(encoding="utf-8"))
    assert facts["config"]["with_dropout"] is False


@pytest.mark.heavy
@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["classify", "{tmp}/none.keras", "a.png"], "There is no model"),
        (["classify", "{tmp}", "a.png"], "is not a training run"),
        (["classify", "{tmp}/bad.keras", "a.png"], "“bad.keras” cannot be opened as a model"),
        (["classify", "{tmp}/photo.png", "a.png"], "“photo.png” is not a model file"),
        (["evaluate", "{run}/best.keras"], "has no test pictures of its own"),
        (["evaluate", "{run}", "{tmp}/none"], "There is no folder"),
        (["train", "{pictures}", "--run", "{run}"], "is not empty"),
    ],
)
def test_what_the_user_can_mend_is_one_line(
    arguments: list[str], message: str, trained: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bad.keras").write_bytes(b"garbage")
    shutil.copy(trained.photo, tmp_path / "photo.png")
    places = {"tmp": tmp_path, "run": trained.folder, "pictures": trained.pictures}
    assert commands.run([each.format(**places) for each in arguments]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.strip().splitlines()[-1].startswith("nakami: error: ")
    assert message in said.err
