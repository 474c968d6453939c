"""`train` as scripts rely on it: its settings, what it leaves in the run, and what it refuses in one line."""

import argparse
import io
import json
import math
import os
import shutil
import signal
import subprocess
import sys
import threading
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.progress import MofNCompleteColumn, Progress, TextColumn

from core import commands
from core.commands.progress import Reporter
from core.commands.training import _config
from core.errors import NakamiError
from core.events import BatchEnded, EpochEnded, TrainingStarted
from core.pictures.split import Shares, read_rows, read_split
from core.training.augmentation import Augmentation
from core.training.config import TrainingConfig
from core.training.runs import held, read_facts, read_history
from core.training.unfinished import can_resume
from tests.core.command_line import ROOT, answer, nakami, refusal
from tests.core.pictures.arrays.made import tutorial, written
from tests.core.scenes import write_scenes

Capture = pytest.CaptureFixture[str]
QUICK = ("--epochs", 1, "--image-size", 12, "--batch-size", 8)


def train(capsys: Capture, folder: Path, run: Path, *settings: object) -> dict[str, Any]:
    """What a short training prints."""
    found: dict[str, Any] = answer(capsys, "train", folder, *QUICK, "--run", run, *settings)
    return found


def config_of(run: Path) -> TrainingConfig:
    return TrainingConfig.from_json(json.loads((run / "run.json").read_text(encoding="utf-8"))["config"])


# ---- what is printed, and how it ends


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
    unfinished = can_resume(tmp_path / "run")
    assert unfinished is not None
    assert unfinished.epochs_done >= 1


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


# ---- settings


@pytest.mark.heavy
@pytest.mark.parametrize(
    ("settings", "kept"),
    [
        (
            ["--resize", "crop", "--augment", "turns"],
            {"resize": "crop", "augmentation": Augmentation("turns")},
        ),
        (
            ["--resize", "pad", "--augment", "random:rotation=5,mirror=no", "--split", "80/10/10", "--class-weights"],
            {
                "resize": "pad",
                "augmentation": Augmentation("random", rotation_degrees=5, mirror=False),
                "shares": Shares(0.8, 0.1, 0.1),
                "class_weights": True,
            },
        ),
    ],
    ids=["crop, turns", "pad, random"],
)
def test_the_run_keeps_its_settings(
    settings: list[str], kept: dict[str, Any], make_colours: Any, tmp_path: Path, capsys: Capture
) -> None:
    train(capsys, make_colours(per_class=10), tmp_path / "run", *settings)
    expected = TrainingConfig(image_size_px=12, epochs=1, batch_size=8, **kept)
    assert config_of(tmp_path / "run") == expected
    parts = Counter(read_split(tmp_path / "run" / "split.csv").values())
    shares = expected.shares
    assert parts["validation"] == 3 * round(10 * shares.validation)
    assert parts["test"] == 3 * round(10 * shares.test)


@pytest.mark.heavy
@pytest.mark.parametrize(
    ("settings", "kept", "rates"),
    [
        (["--optimizer", "sgd"], {"optimizer": "sgd", "learning_rate": 0.01}, [0.01, 0.01]),
        (
            ["--optimizer", "rmsprop", "--learning-rate", "5e-4", "--schedule", "cosine"],
            {"optimizer": "rmsprop", "learning_rate": 0.0005, "schedule": "cosine"},
            [0.0005, 0.00025],
        ),
        (
            ["--schedule", "plateau", "--early-stopping", "3", "--reproducible", "--class-weights"],
            {"schedule": "plateau", "early_stopping": 3, "reproducible": True, "class_weights": True},
            [0.001, 0.001],
        ),
    ],
    ids=["sgd", "rmsprop, cosine", "plateau"],
)
def test_how_it_learns_is_kept_and_done(
    settings: list[str], kept: dict[str, Any], rates: list[float], make_colours: Any, tmp_path: Path, capsys: Capture
) -> None:
    train(capsys, make_colours(per_class=5), tmp_path / "run", *settings, "--epochs", 2)
    assert config_of(tmp_path / "run") == TrainingConfig(image_size_px=12, epochs=2, batch_size=8, **kept)
    assert [each.learning_rate for each in read_history(tmp_path / "run")] == pytest.approx(rates)


@pytest.mark.heavy
def test_early_stopping_ends_a_run_that_learns_nothing(make_colours: Any, tmp_path: Path, capsys: Capture) -> None:
    stuck = ["--optimizer", "sgd", "--learning-rate", "1e-30", "--early-stopping", 2, "--epochs", 9]
    found = train(capsys, make_colours(per_class=5), tmp_path / "run", *stuck)
    assert found["epochs"] == 3
    facts = read_facts(tmp_path / "run")
    assert (facts.state, facts.results["ended_early"], facts.results["best_epoch"]) == ("finished", True, 1)


@pytest.mark.heavy
@pytest.mark.parametrize("batch_size", [8, 1000], ids=["within an epoch", "with its last batch"])
def test_a_rate_that_is_far_too_high_is_one_line(
    batch_size: int, make_colours: Any, tmp_path: Path, capsys: Capture
) -> None:
    settings = ["--optimizer", "sgd", "--learning-rate", "1e30", "--batch-size", batch_size, "--epochs", 3]
    said = refusal(capsys, "train", make_colours(per_class=8), *QUICK, *settings, "--run", tmp_path / "run")
    assert "The loss is not a number any more, since batch" in said
    assert "of epoch 1. The learning rate, 1e+30, is too high" in said
    facts = read_facts(tmp_path / "run")
    assert (facts.state, facts.results["cause"], facts.results["epochs"]) == ("failed", "diverged", 0)
    assert not (tmp_path / "run" / "best.keras").exists(), "a network that computes nothing is nobody's best"


@pytest.mark.heavy
def test_an_earlier_split_is_used_again_and_new_pictures_are_shared_out(
    make_colours: Any, tmp_path: Path, capsys: Capture
) -> None:
    folder = make_colours(per_class=10)
    train(capsys, folder, tmp_path / "1", "--seed", 5)
    first = read_split(tmp_path / "1" / "split.csv")
    write_scenes(folder, {"red/new": 10})
    train(capsys, folder, tmp_path / "2", "--seed", 6, "--split", tmp_path / "1")
    second = read_split(tmp_path / "2" / "split.csv")
    assert {file: part for file, part in second.items() if file in first} == first
    assert {part for file, part in second.items() if file not in first} == {"training", "validation", "test"}
    assert config_of(tmp_path / "2").split_from == str(tmp_path / "1")
    train(capsys, folder, tmp_path / "3", "--seed", 7, "--split", tmp_path / "2" / "split.csv")
    assert read_split(tmp_path / "3" / "split.csv") == second
    train(capsys, folder, tmp_path / "4", "--seed", 7)
    assert read_split(tmp_path / "4" / "split.csv") != second


@pytest.mark.heavy
def test_a_split_of_other_pictures_is_refused(trained: Any, tmp_path: Path, capsys: Capture) -> None:
    folder = write_scenes(tmp_path / "scenes", {"ant": 4, "bee": 4})
    said = refusal(capsys, "train", folder, *QUICK, "--split", trained.folder)
    assert "names no picture of “scenes”" in said


@pytest.mark.heavy
def test_pictures_on_a_list_are_left_out(make_colours: Any, tmp_path: Path, capsys: Capture) -> None:
    """Paths as `scan` prints them, whole paths, with Windows' line ends, of files that cannot be used anyway."""
    folder = make_colours(per_class=6)
    (folder / "red").rename(folder / "赤 ")
    (folder / "赤 " / "000.png").rename(folder / "赤 " / "夕日 %20 🌇.png")
    for name in ("blue/page.jpg", "loose.txt"):
        (folder / name).write_text("<html>")
    shutil.copy(folder / "green" / "001.png", folder / "green" / "copy.png")
    found = answer(capsys, "scan", folder)
    (copies,) = (each["files"] for each in found["issues"] if each["kind"] == "identical")
    rejected = [each["file"] for each in found["rejected"]]
    listed = [*copies, *rejected, "赤 /夕日 %20 🌇.png", str(folder / "blue" / "002.png"), str(folder / "loose.txt")]
    (tmp_path / "leave out.txt").write_text("\r\n".join([*listed, "", ""]), encoding="utf-8-sig", newline="")
    train(capsys, folder, tmp_path / "run", "--exclude-file", tmp_path / "leave out.txt")
    learned = read_split(tmp_path / "run" / "split.csv")
    assert len(learned) == 16
    assert not set(learned) & {*listed, "blue/002.png"}
    assert len(copies) == 1


@pytest.mark.heavy
@pytest.mark.skipif(sys.platform != "linux", reason="file names are Unicode on this system")
def test_names_that_are_no_unicode_are_listed_and_split_as_they_are_printed(
    make_colours: Any, tmp_path: Path, capsys: Capture
) -> None:
    folder = make_colours(per_class=5)
    (folder / "red").rename(os.fsdecode(os.fsencode(folder) + b"/caf\xe9"))
    (tmp_path / "list").write_text(r"caf\udce9/003.png" + "\n")
    train(capsys, folder, tmp_path / "1", "--exclude-file", tmp_path / "list")
    first = read_split(tmp_path / "1" / "split.csv")
    assert len(first) == 14
    train(capsys, folder, tmp_path / "2", "--split", tmp_path / "1", "--seed", 8)
    second = read_split(tmp_path / "2" / "split.csv")
    assert {file: second[file] for file in first} == first
    found = answer(capsys, "evaluate", tmp_path / "1")
    assert [sum(row) for row in found["confusion"]] == [1, 1, 1]


# ---- arrays


@pytest.mark.heavy
def test_arrays_are_trained_on_with_names_for_their_classes(tmp_path: Path, capsys: Capture) -> None:
    found = train(capsys, written(tmp_path / "a.npy", tutorial()), tmp_path / "run", "--class-names", "犬, cat,owl")
    assert found["classes"] == ["cat", "owl", "犬"]
    rows = read_rows(tmp_path / "run" / "split.csv")
    assert Counter(name for _, name, _ in rows) == {"犬": 4, "cat": 3, "owl": 3}
    assert sum(part == "test" for _, _, part in rows) == 3
    assert all(file.startswith("test/") == (part == "test") for file, _, part in rows)
    assert read_facts(tmp_path / "run").name == "a.npy"


@pytest.mark.heavy
def test_exported_arrays_train_here_and_with_keras(tmp_path: Path, capsys: Capture) -> None:
    import keras

    folder = write_scenes(tmp_path / "scenes", {"ant": 8, "bee": 8})
    exported = answer(capsys, "export-npy", folder, tmp_path / "a.npy", "--image-size", 12)
    found = train(capsys, tmp_path / "a.npy", tmp_path / "run")
    assert found["classes"] == ["ant", "bee"], "as the list beside the arrays has them"
    parts = Counter(read_split(tmp_path / "run" / "split.csv").values())
    assert parts["test"] == exported["test"]
    assert parts["training"] + parts["validation"] == exported["train"]

    x_train, x_test, y_train, y_test = np.load(tmp_path / "a.npy", allow_pickle=True)
    network = keras.Sequential([keras.Input((12, 12, 3)), keras.layers.Flatten(), keras.layers.Dense(2, "softmax")])
    network.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"], jit_compile=False)
    network.fit(x_train.astype("float32") / 255, y_train, validation_split=0.2, verbose=0)
    loss, _ = network.evaluate(x_test.astype("float32") / 255, y_test, verbose=0)
    assert np.isfinite(loss)


# ---- what is refused


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        (["--resize", "squash"], "invalid choice: 'squash'"),
        (["--augment", "twice"], "off, turns, random, not “twice”"),
        (["--augment", "turns:rotation=5"], "Only “random” takes bounds"),
        (["--augment", "random:angle=5"], "has no bound “angle”"),
        (["--augment", "random:zoom=5"], "The zoom must be from 0 to 0.9, not 5."),
        (["--augment", "random:mirror=1"], "must be yes or no, not “1”"),
        (["--split", "70/20/20"], "is neither shares that add up to 100 nor an earlier split"),
        (["--split", "0/50/50"], "with some training"),
        (["--split", "x" * 300], "is neither shares"),
        (["--split", "{tmp}"], "cannot be used again: No such file"),
        (["--split", "{tmp}/list"], "cannot be used again: it has no column 'file'"),
        (["--split", "{tmp}/odd.csv"], "it calls a part “dev” that is none of training, validation, test"),
        (["--exclude-file", "{tmp}/none"], "cannot be read: No such file"),
        (["--exclude-file", "{tmp}"], "cannot be read: Is a directory"),
        (["--exclude-file", "{tmp}/list"], "names a picture that is not in the folder: red/夕日.png."),
        (["--exclude-file", "{tmp}/two"], "names 2 pictures that are not in the folder; the first is red/a.png."),
        (["--exclude-file", "{tmp}/all but red"], "holds one class with pictures (“red”)"),
        (["--exclude-file", "{tmp}/all"], "all leaves no picture to learn from: it names them all."),
        (["--class-names", "a,b,c"], "Class names can be given for files of arrays"),
        (["--optimizer", "adamw"], "invalid choice: 'adamw'"),
        (["--schedule", "step"], "invalid choice: 'step'"),
        (["--learning-rate", "fast"], "invalid float value: 'fast'"),
        (["--learning-rate", ""], "invalid float value: ''"),
        (["--learning-rate", "nan"], "The learning rate must be above 0, not nan."),
        (["--learning-rate", "inf"], "The learning rate must be above 0, not inf."),
        (["--learning-rate", "1e999"], "The learning rate must be above 0, not inf."),
        (["--learning-rate", "0"], "The learning rate must be above 0, not 0.0."),
        (["--learning-rate=-0.0"], "The learning rate must be above 0, not -0.0."),
        (["--learning-rate=-0.001"], "The learning rate must be above 0, not -0.001."),
        (["--early-stopping=-1"], "The patience of early stopping must be from 0 to 100,000, not -1."),
        (["--early-stopping", "soon"], "invalid int value: 'soon'"),
        (["--epochs", "0"], "The number of epochs must be from 1 to 100,000, not 0."),
        (["--reproducible", "yes"], "unrecognized arguments: yes"),
        (["--resume"], "argument --resume: expected one argument"),
    ],
)
def test_nonsense_is_one_line(
    settings: list[str], words: str, make_colours: Any, tmp_path: Path, capsys: Capture
) -> None:
    folder = make_colours(per_class=2)
    (tmp_path / "list").write_text("red/夕日.png\nred/000.png\n", encoding="utf-8")
    (tmp_path / "two").write_text("red/000.png\nred/a.png\n../other.png\n")
    (tmp_path / "all but red").write_text("".join(f"{name}/00{i}.png\n" for name in ("blue", "green") for i in (0, 1)))
    (tmp_path / "all").write_text("".join(f"{each.parent.name}/{each.name}\n" for each in folder.glob("*/*")))
    (tmp_path / "odd.csv").write_text("file,class,part\nred/000.png,red,dev\n")
    said = refusal(capsys, "train", folder, *(each.format(tmp=tmp_path) for each in settings))
    assert words in said


# ---- going on


OF_RESUMING = {"--resume", "--epochs", "--json", "--help", "-h"}
# One of each; a value of 0 is a value.
OTHERS = [
    ["FOLDER"],
    ["--image-size", "0"],
    ["--resize", "crop"],
    ["--augment", "off"],
    ["--split", "70/15/15"],
    ["--exclude-file", "list"],
    ["--class-weights"],
    ["--optimizer", "adam"],
    ["--learning-rate", "0"],
    ["--schedule", "constant"],
    ["--early-stopping", "0"],
    ["--reproducible"],
    ["--class-names", ""],
    ["--batch-size", "0"],
    ["--seed", "0"],
    ["--without-dropout"],
    ["--run", "elsewhere"],
]


def test_every_setting_is_one_that_a_run_goes_on_with_or_is_refused() -> None:
    (subcommands,) = commands._parser()._subparsers._group_actions  # type: ignore[union-attr]
    train: argparse.ArgumentParser = subcommands.choices["train"]  # type: ignore[index]
    known = {option for action in train._actions for option in action.option_strings}
    assert known - OF_RESUMING == {each[0] for each in OTHERS} - {"FOLDER"}


@pytest.mark.parametrize("other", OTHERS, ids=lambda other: other[0])
def test_a_run_goes_on_with_its_own_settings(other: list[str], tmp_path: Path, capsys: Capture) -> None:
    said = refusal(capsys, "train", *other, "--resume", tmp_path, "--epochs", "9")
    assert said == (
        "“--resume” goes on with the settings that the run was begun with; "
        f"“{other[0]}” cannot change them. Leave it out, or train anew without --resume."
    )


@pytest.mark.heavy
def test_a_finished_run_is_given_more_epochs(
    trained: Any, tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(trained.folder, tmp_path / "写真 run")
    monkeypatch.chdir(tmp_path)
    found = answer(capsys, "train", "--resume", "写真 run", "--epochs", 6)
    assert (found["run"], found["epochs"]) == (str(tmp_path / "写真 run"), 6)
    assert found["classes"] == ["blue", "green", "red"]
    facts = read_facts(tmp_path / "写真 run")
    assert (facts.state, facts.config["epochs"]) == ("finished", 6)
    assert found["test_accuracy"] == facts.results["test_accuracy"]
    history = read_history(tmp_path / "写真 run")
    assert [each.epoch for each in history] == [1, 2, 3, 4, 5, 6]
    assert history[:4] == read_history(trained.folder)


@pytest.mark.heavy
def test_what_a_run_that_goes_on_prints_is_what_a_new_one_prints(trained: Any, tmp_path: Path) -> None:
    run = shutil.copytree(trained.folder, tmp_path / "run")
    done = nakami("train", "--resume", run, "--epochs", 5, "--json")
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
    assert "epoch 5: loss " in done.stderr
    assert "epoch 4: loss " not in done.stderr, "it was told when it was trained"
    assert found["seconds"] > trained.outcome.seconds, "the earlier ones count"


@pytest.mark.heavy
@pytest.mark.parametrize(
    ("epochs", "words"),
    [
        ([], "The run has its 4 epochs already, and 4 are wanted. Say how many epochs it shall have in all"),
        (["--epochs", "4"], "The run has its 4 epochs already, and 4 are wanted."),
        (["--epochs", "3"], "The run has its 4 epochs already, and 3 are wanted."),
        (["--epochs", "-1"], "The run has its 4 epochs already, and -1 are wanted."),
        (["--epochs", "100001"], "The number of epochs must be from 1 to 100,000, not 100,001."),
    ],
)
def test_a_number_of_epochs_that_the_run_cannot_have(
    epochs: list[str], words: str, trained: Any, tmp_path: Path, capsys: Capture
) -> None:
    run = shutil.copytree(trained.folder, tmp_path / "run")
    before = (run / "run.json").read_bytes()
    assert words in refusal(capsys, "train", "--resume", run, *epochs)
    assert (run / "run.json").read_bytes() == before


@pytest.mark.heavy
@pytest.mark.parametrize("epochs", [[], ["--epochs", "9"]], ids=["as planned", "more"])
def test_what_is_no_run_is_refused_and_left_as_it_is(
    epochs: list[str], make_colours: Any, tmp_path: Path, capsys: Capture
) -> None:
    pictures = make_colours(per_class=1)
    for path, words in (
        (tmp_path / "nowhere", f"There is no run “{tmp_path / 'nowhere'}”. Check the path."),
        (pictures / "red" / "000.png", "There is no run"),
        (pictures, "“colours” is not a training run: it holds no run.json."),
    ):
        assert words in refusal(capsys, "train", "--resume", path, *epochs)
    assert sorted(each.name for each in pictures.iterdir()) == ["blue", "green", "red"]


@pytest.mark.heavy
def test_a_run_that_lacks_something_or_is_live_is_refused(trained: Any, tmp_path: Path, capsys: Capture) -> None:
    run = shutil.copytree(trained.folder, tmp_path / "run")
    with held(run):
        said = refusal(capsys, "train", "--resume", run, "--epochs", "9")
    assert said.startswith("The run “run” is being trained by another window or command. Wait until it has ended")
    (run / "split.csv").write_text("no,table\n1,2\n")
    assert "its split.csv cannot be read" in refusal(capsys, "train", "--resume", run, "--epochs", "9")
    (run / "state-4.npz").unlink()
    assert "cannot go on: what it takes is not in its folder" in refusal(
        capsys, "train", "--resume", run, "--epochs", "9"
    )
    (run / "run.json").write_text("{")
    assert "cannot be read: it is damaged" in refusal(capsys, "train", "--resume", run, "--epochs", "9")


# ---- progress


def test_the_bar_follows_the_batches_where_an_epoch_is_told_after_the_next_has_begun() -> None:
    written = io.StringIO()
    columns = TextColumn("{task.description}"), MofNCompleteColumn()
    with Progress(*columns, console=Console(file=written, force_terminal=True, width=100)) as bar:
        report = Reporter(bar)

        def batch(epoch: int, number: int) -> float:
            report(BatchEnded(epoch, number, 0.25, 0.5, 0.2, 0.5, 100.0, 9.0))
            return bar.tasks[0].completed

        def epoch(number: int) -> EpochEnded:
            return EpochEnded(number, 0.5, 0.5, math.nan, math.nan, 1.0, 9.0, True)

        report(TrainingStarted(Path("run"), ("a", "b"), 4, 10, 7, 2, 1, history=(epoch(1), epoch(2))))
        assert (bar.tasks[0].completed, bar.tasks[0].total) == (20, 40)
        assert [batch(3, 1), batch(3, 10), batch(4, 1), batch(4, 2)] == [21, 30, 31, 32]
        report(epoch(3))
        assert bar.tasks[0].completed == 32, "it does not jump back"
        assert [batch(4, 3), batch(4, 10)] == [33, 40]
    said = written.getvalue()
    assert said.count("epoch 3: loss 0.500, accuracy 50.0 %, val_loss –, val_accuracy –") == 1
    assert "epoch 2: loss" not in said


@pytest.mark.parametrize("names", ["a,b", "a,b,c,d", "a,a,b", "a,,b"])
def test_class_names_that_do_not_fit_the_arrays(names: str, tmp_path: Path, capsys: Capture) -> None:
    file = written(tmp_path / "a.npy", tutorial())
    assert "for the 3 classes in “a.npy”" in refusal(capsys, "train", file, "--class-names", names)


words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")) | st.lists(
    st.sampled_from(["random:", "turns", "rotation", "=", ",", "1e999", "nan", "-1", "yes", "/", "70", "0.5", "mirror"])
).map("".join)


@given(words, words)
def test_whatever_is_written_is_settings_or_a_complaint(augment: str, split: str) -> None:
    options = commands._parser().parse_args(["train", f"--augment={augment}", f"--split={split}"])
    try:
        config = _config(options)
    except NakamiError:
        return
    assert TrainingConfig.from_json(config.as_json()) == config
