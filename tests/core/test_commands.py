"""The command line as scripts rely on it: exit codes, one form of complaint, the keys of the JSON."""

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from core import commands
from main import SUBCOMMANDS
from tests.core.command_line import ROOT, nakami

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


# ---- classify


@pytest.mark.heavy
def test_one_bad_photo_among_good_ones(trained: Any, tmp_path: Path) -> None:
    bad = tmp_path / "page.jpg"
    bad.write_text("<html>")
    done = nakami("classify", trained.folder / "best.keras", trained.photo, bad, trained.photo, "--top", 2, "--json")
    assert done.returncode == 1, done.stderr
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    keys = ["file", "label", "probability", "top", "confidence", "sureness", "foreign", "error"]
    assert all(list(each) == keys for each in answers)
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
@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["classify", "{tmp}/none.keras", "a.png"], "There is no model"),
        (["classify", "{tmp}", "a.png"], "is not a training run"),
        (["classify", "{tmp}/bad.keras", "a.png"], "“bad.keras” cannot be opened as a model"),
        (["classify", "{tmp}/photo.png", "a.png"], "“photo.png” is not a model file"),
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
