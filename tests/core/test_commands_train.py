"""`train` as scripts rely on it: its settings, what it leaves in the run, and what it refuses in one line."""

import json
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

from core import commands
from core.commands.training import _config
from core.errors import NakamiError
from core.pictures.split import Shares, read_rows, read_split
from core.training.augmentation import Augmentation
from core.training.config import TrainingConfig
from core.training.runs import read_facts
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
