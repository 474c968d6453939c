"""`evaluate` as scripts rely on it: the keys of the JSON, its lines for people, and its complaints."""

import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core import commands
from core.network.build import build
from core.network.presets import tutorial_network
from core.network.store import save_model
from core.pictures.arrays.exporting import export_arrays
from core.pictures.scan import scan
from core.pictures.split import Shares, read_split, split_pictures
from core.results.evaluation import judge
from core.results.judged import Results
from core.training.config import TrainingConfig
from core.training.train import train
from tests.core.command_line import answer, nakami, refusal
from tests.core.scenes import write_scenes

pytestmark = pytest.mark.heavy

CONFIG = TrainingConfig(image_size_px=16, epochs=1, batch_size=8, seed=3)
OLD_KEYS = ["test_loss", "test_accuracy", "confusion", "classes"]
KEYS = [
    *OLD_KEYS,
    "pictures",
    "interval",
    "balanced_accuracy",
    "top3_accuracy",
    "baseline",
    "per_class",
    "parts",
    "calibration",
    "foreign",
    "learned",
]
OF_FOLDER = [*KEYS, "left_out"]


@pytest.fixture(scope="module")
def unsure(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run that makes many mistakes: scenes have nothing by which their classes are told apart."""
    place = tmp_path_factory.mktemp("unsure")
    pictures = write_scenes(place / "pictures", {"ant": 16, "bee": 15, "cow": 14, "doe": 13})
    return train(scan(pictures), replace(CONFIG, shares=Shares(0.4, 0.2, 0.4)), run_folder=place / "run").run


@pytest.fixture(scope="module")
def results(unsure: Path) -> Results:
    return judge(unsure)


def lines(capsys: pytest.CaptureFixture[str], *arguments: object) -> list[str]:
    """What the command prints for people when it goes well."""
    status = commands.run([*map(str, arguments)])
    said = capsys.readouterr()
    assert status == 0, said.err
    return said.out.splitlines()


# ---- for programs


def test_the_whole_program(trained: Any) -> None:
    done = nakami("evaluate", trained.folder, "--json")
    assert done.returncode == 0, done.stderr
    (line,) = done.stdout.splitlines()
    found = json.loads(line)
    assert list(found) == KEYS
    assert found["classes"] == ["blue", "green", "red"]
    assert found["test_accuracy"] == pytest.approx(trained.outcome.test_accuracy)
    assert found["test_loss"] == pytest.approx(trained.outcome.test_loss, rel=1e-5)
    assert sum(map(sum, found["confusion"])) == 9
    assert [len(row) for row in found["confusion"]] == [3, 3, 3]


def test_every_number_is_what_the_results_say(
    unsure: Path, results: Results, capsys: pytest.CaptureFixture[str]
) -> None:
    found = answer(capsys, "evaluate", unsure)
    assert list(found) == KEYS
    test = results.summaries["test"]
    for key, value in {
        "test_loss": test.loss,
        "test_accuracy": test.accuracy,
        "pictures": test.count,
        "balanced_accuracy": test.balanced_accuracy,
        "top3_accuracy": test.top3_accuracy,
        "baseline": test.baseline,
        "foreign": results.strange,
    }.items():
        assert found[key] == value, key
    assert found["confusion"] == test.confusion.tolist()
    assert found["interval"] == list(test.interval)
    assert found["interval"][0] <= found["test_accuracy"] <= found["interval"][1]
    assert list(found["per_class"]) == ["ant", "bee", "cow", "doe"]
    for each in test.classes:
        scores = found["per_class"][each.name]
        assert list(scores) == ["precision", "recall", "f1", "support"]
        assert scores["support"] == each.support
        assert scores["recall"] == each.recall
        assert scores["precision"] == (0 if np.isnan(each.precision) else each.precision)
    assert list(found["parts"]) == ["training", "validation", "test"]
    for part, summary in results.summaries.items():
        facts = found["parts"][part]
        assert list(facts) == ["pictures", "loss", "accuracy", "interval"]
        assert (facts["pictures"], facts["loss"], facts["accuracy"]) == (summary.count, summary.loss, summary.accuracy)


def test_how_far_shares_can_be_trusted(unsure: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = answer(capsys, "evaluate", unsure)["calibration"]
    bins = ["bins_before", "bins"]
    keys = ["temperature", "fitted_on", "measured_on", "ece_before", "ece", "threshold", "kept", "kept_accuracy"]
    assert list(found) == [*keys, *bins]
    assert found["measured_on"] == "test"
    parts = read_split(unsure / "split.csv").values()
    assert found["fitted_on"] == sum(part == "validation" for part in parts)
    for name in bins:
        assert all(list(each) == ["from", "to", "pictures", "share", "accuracy"] for each in found[name])
        assert sum(each["pictures"] for each in found[name]) == sum(part == "test" for part in parts)
        assert all(each["from"] <= each["share"] <= each["to"] for each in found[name])


@pytest.mark.parametrize("count", [0, 1, 3, 10_000])
def test_the_worst_mistakes(unsure: Path, results: Results, count: int, capsys: pytest.CaptureFixture[str]) -> None:
    found = answer(capsys, "evaluate", unsure, "--mistakes", count)
    assert list(found) == (KEYS if count == 0 else [*KEYS, "mistakes"])
    if count == 0:
        return
    wrong = results.summaries["test"].count - results.summaries["test"].right
    assert wrong > 3
    mistakes = found["mistakes"]
    assert len(mistakes) == min(count, wrong)
    parts = read_split(unsure / "split.csv")
    root = results.prepared.dataset.root
    for each in mistakes:
        assert list(each) == ["file", "class", "answer", "probability", "loss", "top", "nearest"]
        file = Path(each["file"])
        assert parts[file.relative_to(root).as_posix()] == "test"
        assert each["class"] == file.parent.name != each["answer"]
        assert each["top"][0] == [each["answer"], each["probability"]]
        shares = [share for _, share in each["top"]]
        assert len(shares) == 3
        assert shares == sorted(shares, reverse=True)
        assert len(each["nearest"]) == 3
        for near in each["nearest"]:
            assert parts[Path(near["file"]).relative_to(root).as_posix()] == "training"
            assert Path(near["file"]).parent.name == near["class"]
    losses = [each["loss"] for each in mistakes]
    assert losses == sorted(losses, reverse=True)
    assert len({each["file"] for each in mistakes}) == len(mistakes)


def test_a_run_without_mistakes_lists_none(trained: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "easy" / "red"
    folder.mkdir(parents=True)
    shutil.copy(trained.photo, folder / "a.png")
    found = answer(capsys, "evaluate", trained.folder, folder.parent, "--mistakes", 5)
    assert found["mistakes"] == []
    assert (found["test_accuracy"], found["pictures"], found["baseline"]) == (1, 1, 1)
    assert found["per_class"]["blue"] == {"precision": 0, "recall": 0, "f1": 0, "support": 0}


def test_a_folder_has_a_test_alone(unsure: Path, results: Results, capsys: pytest.CaptureFixture[str]) -> None:
    assert results.calibration is not None
    folder = results.prepared.dataset.root
    found = answer(capsys, "evaluate", unsure, folder, "--mistakes", 1)
    assert list(found) == [*OF_FOLDER, "mistakes"]
    assert found["pictures"] == len(results.prepared.dataset.pictures)
    assert list(found["parts"]) == ["test"]
    assert found["calibration"]["temperature"] == pytest.approx(results.calibration.temperature)
    assert found["calibration"]["fitted_on"] == len(results.parts["validation"])
    assert found["calibration"]["measured_on"] == "test"
    assert sum(each["pictures"] for each in found["calibration"]["bins"]) == found["pictures"]
    assert found["learned"] == len(results.parts["training"])
    assert found["left_out"] == []
    assert found["foreign"] is not None
    assert "nearest" not in found["mistakes"][0]


def test_a_model_file_is_evaluated_on_a_folder(
    unsure: Path, results: Results, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = results.prepared.dataset.root
    alone = shutil.copy(unsure / "best.keras", tmp_path / "名前.keras")
    of_file, of_run = (answer(capsys, "evaluate", model, folder) for model in (alone, unsure))
    nothing = {"foreign": None, "calibration": None, "learned": 0}
    assert of_file == {**of_run, **nothing}, "it brings nothing to hold pictures against"


@pytest.fixture
def mixed(trained: Any, make_colours: Any) -> Path:
    """Four red pictures, of which the run was trained on two, and two files that are no pictures."""
    folder: Path = make_colours("mixed", per_class=2, names=("red",), seed=77)
    parts = read_split(trained.folder / "split.csv")
    learned = [file for file, part in parts.items() if part == "training" and file.startswith("red/")][:2]
    for file in learned:
        shutil.copy(trained.pictures / file, folder / "red" / f"copy-{Path(file).name}")
    for name in ("broken.jpg", "empty.png"):
        (folder / "red" / name).write_bytes(b"x" * (name == "broken.jpg"))
    return folder


def test_what_is_left_out_or_was_learned_from_is_said(
    trained: Any, mixed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert commands.run(["evaluate", str(trained.folder), str(mixed)]) == 0
    said = capsys.readouterr().err
    assert "left out: red/broken.jpg: " in said
    assert "left out: red/empty.png: " in said
    assert "note: 2 of the 4 pictures were learned from; the result looks better than it is.\n" in said
    found = answer(capsys, "evaluate", trained.folder, mixed)
    assert (found["pictures"], found["learned"]) == (4, 2)
    assert [each["file"] for each in found["left_out"]] == ["red/broken.jpg", "red/empty.png"]
    assert all(each["reason"] for each in found["left_out"])


def test_a_runs_own_test_has_no_notes(trained: Any, capsys: pytest.CaptureFixture[str]) -> None:
    assert answer(capsys, "evaluate", trained.folder)["learned"] == 0
    assert commands.run(["evaluate", str(trained.folder)]) == 0
    assert "note: " not in capsys.readouterr().err


def test_arrays_are_evaluated(
    unsure: Path, results: Results, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    split = split_pictures(results.prepared.dataset, 7)
    export_arrays(results.prepared, split, tmp_path / "a.npy")
    assert answer(capsys, "evaluate", unsure, tmp_path / "a.npy")["pictures"] == len(split.test)


def test_what_is_not_known_is_null(make_colours: Any, capsys: pytest.CaptureFixture[str]) -> None:
    """Not NaN, which is no JSON."""
    run = train(scan(make_colours(per_class=10)), replace(CONFIG, shares=Shares(0.8, 0, 0.2))).run
    found = answer(capsys, "evaluate", run)
    assert found["calibration"] is None
    assert list(found["parts"]) == ["training", "test"]


def test_a_network_that_answers_nothing_has_no_loss(
    make_colours: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    model = build(tutorial_network(16, 3), 0)
    model.set_weights([each * np.nan for each in model.get_weights()])
    save_model(model, ("blue", "green", "red"), tmp_path / "nan.keras")
    folder = make_colours(per_class=3)
    found = answer(capsys, "evaluate", tmp_path / "nan.keras", folder, "--mistakes", 2)
    assert found["test_loss"] is None
    assert found["mistakes"][0]["probability"] is None
    assert lines(capsys, "evaluate", tmp_path / "nan.keras", folder, "--mistakes", 2)


# ---- for people


def test_for_people(trained: Any, capsys: pytest.CaptureFixture[str]) -> None:
    said = lines(capsys, "evaluate", trained.folder)
    assert said[0].startswith("Test Loss: ")
    assert said[1].startswith("Test Accuracy: ")
    (blue,) = (line for line in said if line.startswith("  blue: "))
    assert "precision" in blue
    assert "taken for blue 3" in blue
    assert any("could be anything from" in line for line in said)
    assert any("always saying" in line for line in said)
    assert any("the network was trained on" in line for line in said), "how many are foreign"


@pytest.mark.parametrize("count", [0, 1, 10_000])
def test_mistakes_for_people(unsure: Path, results: Results, count: int, capsys: pytest.CaptureFixture[str]) -> None:
    said = lines(capsys, "evaluate", unsure, "--mistakes", count)
    rows = results.parts["test"].mistakes()[:count].tolist()
    told = [line for line in said if ", called " in line]
    assert [line.split(": ")[0] for line in told] == [str(results.path("test", row)) for row in rows]


@pytest.mark.parametrize("more", [{"LANG": "ja_JP.UTF-8"}, {"LANG": "C", "PYTHONIOENCODING": "ascii"}], ids=str)
def test_in_any_language_and_any_encoding(more: dict[str, str], unsure: Path, monkeypatch: Any) -> None:
    for name in ("LC_ALL", "LANGUAGE", "LC_MESSAGES", "PYTHONUTF8"):
        monkeypatch.delenv(name, raising=False)
    for name, value in more.items():
        monkeypatch.setenv(name, value)
    done = nakami("evaluate", unsure, "--mistakes", 2)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stdout.splitlines()) >= 8


# ---- complaints


@pytest.mark.parametrize("count", ["-1", "many", "1.5", "", "٣x"])
def test_a_number_of_mistakes_that_is_none(count: str, capsys: pytest.CaptureFixture[str]) -> None:
    said = refusal(capsys, "evaluate", "m.keras", f"--mistakes={count}")
    assert f"a whole number is needed, not “{count}”" in said


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["{run}/best.keras"], "has no test pictures of its own"),
        (["{run}", "{tmp}/none"], "There is no folder"),
        (["{run}", "{run}"], "files in “{name}” can be used. The first, "),
        (["{run}", "{tmp}/empty"], "“empty” holds no pictures in subfolders"),
        (["{tmp}/none"], "There is no model"),
        (["{tmp}"], "is not a training run"),
        (["{tmp}/bad.keras", "{tmp}"], "cannot be opened as a model"),
    ],
)
def test_what_the_user_can_mend_is_one_line(
    arguments: list[str], message: str, trained: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bad.keras").write_bytes(b"garbage")
    (tmp_path / "empty").mkdir()
    places = {"run": trained.folder, "tmp": tmp_path}
    assert message.format(name=trained.folder.name) in refusal(
        capsys, "evaluate", *(each.format(**places) for each in arguments)
    )


def test_a_run_that_kept_nothing_for_the_test_asks_for_a_folder(
    make_colours: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = make_colours(per_class=5)
    run = train(scan(folder), replace(CONFIG, shares=Shares(0.8, 0.2, 0))).run
    for options in ([], ["--json"], ["--mistakes", "3"]):
        said = refusal(capsys, "evaluate", run, *options)
        assert "kept no pictures for the test. Name a folder of pictures to evaluate it on." in said
    assert answer(capsys, "evaluate", run, folder)["pictures"] == 15


def test_a_run_whose_test_pictures_are_gone_says_so(make_colours: Any, capsys: pytest.CaptureFixture[str]) -> None:
    folder = make_colours(per_class=8)
    run = train(scan(folder), CONFIG).run
    for file, part in read_split(run / "split.csv").items():
        if part == "test":
            (folder / file).unlink()
    assert "None of the run's test pictures are left in" in refusal(capsys, "evaluate", run)


def test_a_run_whose_folder_is_gone_says_so(
    make_colours: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = make_colours(per_class=8)
    run = train(scan(folder), CONFIG).run
    folder.rename(tmp_path / "elsewhere")
    assert "The folder “colours” is gone." in refusal(capsys, "evaluate", run)
