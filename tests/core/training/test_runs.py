"""A run on disk: written, read again, listed; a broken one is said or passed over."""

import json
import math
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import ModelError, StorageError
from core.events import EpochEnded
from core.framing import RESIZE_MODES, Frame, ResizeMode
from core.training import runs
from core.training.config import TrainingConfig
from core.training.runs import (
    RateChange,
    RunFacts,
    are_counterparts,
    counterpart,
    create_run_folder,
    list_runs,
    read_facts,
    read_history,
    write_facts,
)

FACTS = RunFacts(
    name="写真 'a'",
    class_names=("犬", "a, b"),
    pictures="/写真",
    network="tutorial",
    config={"image_size_px": 100, "seed": 7, "epochs": 3},
    fingerprint="0123456789abcdef",
    versions={"keras": "3"},
    started="2024-05-01T10:00:00+0200",
)


def epoch(number: int, val_loss: float, is_best: bool, loss: float = 1.0) -> EpochEnded:
    return EpochEnded(number, loss, 0.5, val_loss, 0.25, 12.5, 46.0, is_best, 0.001)


def test_facts_come_back(tmp_path: Path) -> None:
    write_facts(tmp_path, FACTS)
    assert read_facts(tmp_path) == FACTS
    assert read_facts(tmp_path).frame == Frame(100)
    assert read_facts(tmp_path).seed == 7


changes_of_rate = st.lists(
    st.builds(RateChange, st.integers(1, 10**6), st.integers(1, 10**6), st.floats(1e-300, 1e300)), max_size=5
).map(tuple)


@given(changes_of_rate, st.integers(0, 10**5), st.text(max_size=16))
def test_what_a_run_needs_to_go_on_comes_back(changes: Any, patience_from: int, contents: str) -> None:
    facts = replace(FACTS, rate_changes=changes, patience_from=patience_from, contents=contents)
    with tempfile.TemporaryDirectory() as folder:
        write_facts(Path(folder), facts)
        found = read_facts(Path(folder))
    assert found == facts
    assert all(isinstance(each, RateChange) for each in found.rate_changes)


def test_a_run_json_from_before_runs_could_go_on_is_read(tmp_path: Path) -> None:
    write_facts(tmp_path, replace(FACTS, contents="c", rate_changes=(RateChange(1, 2, 0.1),), patience_from=3))
    written = json.loads((tmp_path / "run.json").read_text(encoding="utf-8"))
    for key in ("data_contents", "rate_changes", "patience_from"):
        del written[key]
    for key in ("optimizer", "schedule", "early_stopping", "reproducible"):
        written["config"].pop(key, None)
    (tmp_path / "run.json").write_text(json.dumps(written), encoding="utf-8")
    assert read_facts(tmp_path) == FACTS
    config = TrainingConfig.from_json({**read_facts(tmp_path).config})
    assert (config.optimizer, config.schedule, config.early_stopping, config.reproducible) == (
        "adam",
        "constant",
        0,
        False,
    )


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("rate_changes", 7),
        ("rate_changes", [1]),
        ("rate_changes", [[1, 2]]),
        ("rate_changes", [["a", 1, 0.1]]),
        ("rate_changes", [[1, 1, None]]),
        ("rate_changes", [[math.inf, 1, 0.1]]),
        ("patience_from", "x"),
        ("patience_from", None),
        ("patience_from", math.inf),
        ("config", {"image_size_px": math.inf, "seed": 7}),
        ("config", {"image_size_px": 100, "seed": math.inf}),
    ],
)
def test_nonsense_in_run_json_is_said(tmp_path: Path, key: str, value: Any) -> None:
    write_facts(tmp_path, FACTS)
    written = json.loads((tmp_path / "run.json").read_text(encoding="utf-8"))
    (tmp_path / "run.json").write_text(json.dumps({**written, key: value}), encoding="utf-8")
    with pytest.raises(ModelError, match=r"cannot be read: it is damaged. Open best.keras"):
        read_facts(tmp_path)


@pytest.mark.parametrize("resize", RESIZE_MODES)
def test_the_frame_is_as_the_pictures_were_resized(tmp_path: Path, resize: ResizeMode) -> None:
    write_facts(tmp_path, replace(FACTS, config=TrainingConfig(64, resize=resize).as_json()))
    assert read_facts(tmp_path).frame == Frame(64, resize)


def test_a_way_of_resizing_that_there_is_not_is_damage(tmp_path: Path) -> None:
    write_facts(tmp_path, replace(FACTS, config={**FACTS.config, "resize": "squash"}))
    with pytest.raises(ModelError, match="cannot be read"):
        read_facts(tmp_path)


def test_the_keys_of_run_json(tmp_path: Path) -> None:
    write_facts(tmp_path, FACTS)
    written = json.loads((tmp_path / "run.json").read_text(encoding="utf-8"))
    assert list(written) == [
        "format",
        "name",
        "state",
        "started",
        "pictures",
        "class_names",
        "network",
        "config",
        "data_fingerprint",
        "data_contents",
        "versions",
        "rate_changes",
        "patience_from",
        "results",
    ]
    assert written["format"] == runs.FORMAT
    assert written["state"] == "training"


def test_the_end_is_written_over_the_beginning(tmp_path: Path) -> None:
    write_facts(tmp_path, FACTS)
    runs.end_run(tmp_path, FACTS, "stopped", {"loss": 0.5, "test_loss": math.nan})
    assert read_facts(tmp_path) == replace(FACTS, state="stopped", results={"loss": 0.5, "test_loss": None})


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "{}", '{"name": "a"}', "\0"])
def test_a_broken_run_json_is_said(tmp_path: Path, text: str) -> None:
    (tmp_path / "run.json").write_text(text)
    with pytest.raises(ModelError, match=rf"The run.json in “{tmp_path.name}” cannot be read: .*Open best.keras"):
        read_facts(tmp_path)


@pytest.mark.parametrize("key", ["name", "class_names", "config", "results", "versions"])
def test_a_run_json_with_the_wrong_kind_of_value_is_said(tmp_path: Path, key: str) -> None:
    write_facts(tmp_path, FACTS)
    written = json.loads((tmp_path / "run.json").read_text(encoding="utf-8"))
    (tmp_path / "run.json").write_text(json.dumps({**written, key: 7} if key != "name" else {}), encoding="utf-8")
    with pytest.raises(ModelError, match="cannot be read"):
        read_facts(tmp_path)


def test_a_run_json_nested_without_end_is_said(tmp_path: Path) -> None:
    (tmp_path / "run.json").write_text("[" * 100_000)
    with pytest.raises(ModelError, match="cannot be read"):
        read_facts(tmp_path)


def test_a_folder_without_run_json_is_no_run(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"is not a training run: it holds no run.json. Choose a folder"):
        read_facts(tmp_path)


def test_a_place_of_the_pictures_that_is_no_unicode_is_written_as_python_spells_it(tmp_path: Path) -> None:
    write_facts(tmp_path, replace(FACTS, pictures="/caf\udce9"))
    assert read_facts(tmp_path).pictures == r"/caf\udce9"


@pytest.mark.parametrize("facts", [replace(FACTS, name="caf\udce9"), replace(FACTS, class_names=("caf\udce9", "b"))])
def test_names_that_are_no_unicode_are_written_as_python_spells_them(tmp_path: Path, facts: RunFacts) -> None:
    write_facts(tmp_path, facts)
    assert r"caf\\udce9" in (tmp_path / "run.json").read_text(encoding="utf-8")


def test_history_is_a_row_per_epoch_and_comes_back(tmp_path: Path) -> None:
    epochs = [epoch(1, 2.0, True), epoch(2, 1.0, True), epoch(3, 1.5, False)]
    runs.write_history(tmp_path, epochs)
    lines = (tmp_path / "history.csv").read_text().splitlines()
    assert lines[0] == "epoch,loss,accuracy,val_loss,val_accuracy,seconds,pictures_per_second,learning_rate"
    assert lines[1] == "1,1.0,0.5,2.0,0.25,12.5,46.0,0.001"
    assert len(lines) == 4
    assert read_history(tmp_path) == epochs


def test_a_history_from_before_the_learning_rate_was_kept_is_read(tmp_path: Path) -> None:
    (tmp_path / "history.csv").write_text(
        "epoch,loss,accuracy,val_loss,val_accuracy,seconds,pictures_per_second\n"
        "1,1.0,0.5,2.0,0.25,12.5,46.0\n2,0.5,0.5,nan,nan,12.5,46.0\n"
    )
    first, second = read_history(tmp_path)
    assert replace(first, learning_rate=0.001) == epoch(1, 2.0, True)
    assert math.isnan(first.learning_rate)
    assert math.isnan(second.val_loss)
    assert second.is_best, "by its training loss"


def test_a_history_with_a_column_more_is_read(tmp_path: Path) -> None:
    runs.write_history(tmp_path, [epoch(1, 2.0, True)])
    header, row = (tmp_path / "history.csv").read_text().splitlines()
    (tmp_path / "history.csv").write_text(f"{header},later\n{row},7\n")
    assert read_history(tmp_path) == [epoch(1, 2.0, True)]


numbers = st.floats(allow_infinity=True, allow_nan=True)


@given(st.lists(st.tuples(*[numbers] * 7), max_size=6))
def test_a_history_comes_back_to_the_bit_and_marked_as_in_training(rows: list[tuple[float, ...]]) -> None:
    epochs: list[EpochEnded] = []
    for number, (loss, accuracy, val_loss, val_accuracy, seconds, speed, rate) in enumerate(rows, start=1):
        is_best = runs.is_best(epochs, loss, val_loss)
        epochs.append(EpochEnded(number, loss, accuracy, val_loss, val_accuracy, seconds, speed, is_best, rate))
    with tempfile.TemporaryDirectory() as folder:
        runs.write_history(Path(folder), epochs)
        assert repr(read_history(Path(folder))) == repr(epochs)


def test_without_validation_the_best_is_the_lowest_training_loss(tmp_path: Path) -> None:
    runs.write_history(
        tmp_path, [epoch(number, math.nan, False, loss) for number, loss in enumerate((3.0, 1.0, 2.0), start=1)]
    )
    assert [each.is_best for each in read_history(tmp_path)] == [True, True, False]


def test_a_first_epoch_without_a_number_is_not_the_best_for_good(tmp_path: Path) -> None:
    epochs = [epoch(1, math.nan, True, math.nan), epoch(2, 9.0, True), epoch(3, 8.0, True), epoch(4, 8.5, False)]
    runs.write_history(tmp_path, epochs)
    assert [each.is_best for each in read_history(tmp_path)] == [True, True, True, False]


@pytest.mark.parametrize("text", ["", "epoch,loss\n1,2\n", "no table at all", "epoch,loss\nx,y\n", "\0\0"])
def test_a_broken_history_is_no_history(tmp_path: Path, text: str) -> None:
    (tmp_path / "history.csv").write_text(text)
    assert read_history(tmp_path) == []


def test_a_history_with_a_quote_without_end_is_no_history(tmp_path: Path) -> None:
    (tmp_path / "history.csv").write_text('epoch,loss\n"' + "1" * 200_000)
    assert read_history(tmp_path) == []


def test_a_missing_history_is_no_history(tmp_path: Path) -> None:
    assert read_history(tmp_path) == []


@pytest.mark.parametrize("name", ["creatures", "写真", "a/b\\c:d*?", "..", "", "x" * 200, "  "])
def test_a_run_folder_is_new_and_named_after_the_pictures(tmp_path: Path, name: str) -> None:
    folder = create_run_folder(tmp_path / "runs", name)
    assert folder.parent == tmp_path / "runs"
    assert folder.is_dir()
    assert list(folder.iterdir()) == []


def test_runs_of_one_second_have_folders_of_their_own(tmp_path: Path) -> None:
    folders = {create_run_folder(tmp_path, "a") for _ in range(5)}
    assert len(folders) == 5


def test_a_run_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "runs").write_text("a file in the way")
    with pytest.raises(StorageError, match=r"The run's folder .* cannot be made"):
        create_run_folder(tmp_path / "runs", "a")


def test_runs_are_listed_newest_first_and_others_passed_over(tmp_path: Path) -> None:
    for name in ("2024-01-01 a", "2024-03-01 c", "2024-02-01 b"):
        (tmp_path / name).mkdir()
        write_facts(tmp_path / name, replace(FACTS, name=name))
    (tmp_path / "2025-01-01 no run").mkdir()
    (tmp_path / "file").touch()
    assert [facts.name for _, facts in list_runs(tmp_path)] == ["2024-03-01 c", "2024-02-01 b", "2024-01-01 a"]
    assert [folder.name for folder, _ in list_runs(tmp_path, most=1)] == ["2024-03-01 c"]
    assert list_runs(tmp_path / "nowhere") == []


# ---- two runs that differ by Dropout alone


def a_run(folder: Path, with_dropout: bool | None = True, state: str = "finished", **changes: Any) -> Path:
    """A run in a folder of its own; `with_dropout` None leaves the setting out, as before there was one."""
    config = TrainingConfig().as_json() | changes.pop("config", {})
    config["with_dropout"] = with_dropout
    if with_dropout is None:
        del config["with_dropout"], config["kept_epochs_mb"]
    folder.mkdir()
    results = changes.pop("results", {"epochs": 3})
    write_facts(folder, replace(FACTS, config=config, state=state, results=results, **changes))
    return folder


def test_the_newest_run_that_differs_by_dropout_alone_is_found(tmp_path: Path) -> None:
    run = a_run(tmp_path / "1 with")
    assert counterpart(run, tmp_path) is None
    a_run(tmp_path / "2 without", False)
    newest = a_run(tmp_path / "3 without", False, "stopped", config={"epochs": 99, "kept_epochs_mb": 0})
    assert counterpart(run, tmp_path) == newest
    assert counterpart(newest, tmp_path) == run
    assert are_counterparts(run, newest)
    assert are_counterparts(newest, run)


def test_a_run_from_before_the_setting_had_dropout(tmp_path: Path) -> None:
    old, plain = a_run(tmp_path / "1 old", None), a_run(tmp_path / "2 plain", False)
    assert counterpart(old, tmp_path) == plain
    assert counterpart(plain, tmp_path) == old


@pytest.mark.parametrize(
    "changes",
    [
        {"fingerprint": "other"},
        {"class_names": ("a, b", "犬")},
        {"network": "mine"},
        {"config": {"image_size_px": 64}},
        {"config": {"batch_size": 8}},
        {"config": {"learning_rate": 0.002}},
        {"config": {"seed": 8}},
        {"config": {"shares": {"training": 0.8, "validation": 0.1, "test": 0.1}}},
        {"config": {"image_size_px": 3}},
        {"config": {"resize": "crop"}},
        {"config": {"augmentation": {"kind": "turns"}}},
        {"config": {"class_weights": True}},
        {"config": {"keep_together": False}},
        {"config": {"shares": 7}},
        {"state": "failed"},
        {"state": "training"},
        {"state": "stopped", "results": {"epochs": 0}},
        {"with_dropout": True},
    ],
    ids=str,
)
def test_a_run_that_differs_in_more_or_has_learnt_nothing_is_none(tmp_path: Path, changes: dict[str, Any]) -> None:
    run = a_run(tmp_path / "1 with")
    a_run(tmp_path / "2 other", **{"with_dropout": False, **changes})
    assert counterpart(run, tmp_path) is None


def test_a_folder_that_is_no_run_has_no_counterpart(tmp_path: Path) -> None:
    run = a_run(tmp_path / "run")
    assert counterpart(tmp_path / "nowhere", tmp_path) is None
    assert not are_counterparts(run, tmp_path)
    assert not are_counterparts(tmp_path, run)
