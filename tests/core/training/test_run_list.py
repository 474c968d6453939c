"""All runs as a table shows them: numbers, states, names; broken ones do not stand in the way."""

import math
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from core.events import EpochEnded
from core.training import runs
from core.training.config import TrainingConfig
from core.training.labels import Label, write_label
from core.training.run_list import ListedRun, Scores, listed_runs, run_name, scores_of, state_of
from core.training.runs import RunFacts

FACTS = RunFacts(
    "animals", ("a", "b"), "/animals", "tutorial", TrainingConfig().as_json(), "f", {}, "2024-05-01T10:00:00+0200"
)
RESULTS: dict[str, Any] = {"epochs": 3, "best_epoch": 2, "val_loss": 0.5, "val_accuracy": 0.75, "seconds": 61.0}


def epoch(number: int, val_loss: float) -> EpochEnded:
    return EpochEnded(number, 1.0, 0.5, val_loss, 0.25, 10.0, 46.0, is_best=False)


def make(parent: Path, day: int, state: str = "finished", **results: Any) -> Path:
    folder = parent / f"2024-05-{day:02}"
    folder.mkdir(parents=True)
    facts = replace(FACTS, started=f"2024-05-{day:02}T10:00:00+0200")
    runs.end_run(folder, facts, state, results)
    return folder


def only(parent: Path) -> ListedRun:
    (found,) = listed_runs(parent)
    return found


def test_no_folder_no_runs(tmp_path: Path) -> None:
    assert listed_runs(tmp_path / "none") == []


def test_runs_come_newest_first_with_name_label_and_numbers(tmp_path: Path) -> None:
    first = make(tmp_path, 1, **RESULTS)
    make(tmp_path, 2, "stopped", **RESULTS)
    write_label(first, Label("mine", "a note"))
    newest, oldest = listed_runs(tmp_path)
    assert (newest.name, oldest.name, oldest.label.note) == ("animals 2", "mine", "a note")
    assert oldest.scores == Scores(3, 2, 0.5, 0.75, 61.0)
    assert [str(each.state) for each in (newest, oldest)] == ["stopped", "finished"]
    assert [each.name for each in listed_runs(tmp_path, most=1)] == ["animals 2"]


def test_what_is_no_run_is_passed_over(tmp_path: Path) -> None:
    make(tmp_path, 1, **RESULTS)
    (tmp_path / "empty").mkdir()
    (tmp_path / "a file").write_text("x", encoding="utf-8")
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / runs.RUN_FILE).write_text("{", encoding="utf-8")
    assert [each.folder.name for each in listed_runs(tmp_path)] == ["2024-05-01"]


def test_what_changes_on_disk_is_seen(tmp_path: Path) -> None:
    folder = make(tmp_path, 1, "stopped", **RESULTS)
    assert only(tmp_path).scores.val_loss == 0.5
    runs.end_run(folder, FACTS, "finished", {**RESULTS, "val_loss": 0.25})
    write_label(folder, Label("other"))
    assert (only(tmp_path).scores.val_loss, only(tmp_path).name) == (0.25, "other")
    write_label(folder, Label())
    assert only(tmp_path).name == "animals 1"


@pytest.mark.parametrize("value", [None, "much", True, [1], {}])
def test_broken_results_are_no_numbers(tmp_path: Path, value: object) -> None:
    make(tmp_path, 1, **dict.fromkeys(RESULTS, value))
    scores = only(tmp_path).scores
    assert (scores.epochs, scores.best_epoch) == (0, 0)
    assert all(map(math.isnan, (scores.val_loss, scores.val_accuracy, scores.seconds)))


def test_a_run_that_was_cut_off_has_the_numbers_of_its_epochs(tmp_path: Path) -> None:
    # Results of an end before it went on.
    folder = make(tmp_path, 1, "training", **RESULTS)
    runs.write_history(folder, [epoch(1, 0.9), epoch(2, 0.4), epoch(3, 0.6), epoch(4, 0.7)])
    found = only(tmp_path)
    assert str(found.state) == "interrupted"
    assert found.scores == Scores(4, 2, 0.4, 0.25, 40.0)


def test_a_run_that_failed_has_the_time_of_its_epochs(tmp_path: Path) -> None:
    folder = make(tmp_path, 1, "failed", cause="disk", epochs=2, best_epoch=1, val_loss=0.9, val_accuracy=0.25)
    runs.write_history(folder, [epoch(1, 0.9), epoch(2, 1.4)])
    assert only(tmp_path).scores == Scores(2, 1, 0.9, 0.25, 20.0)


def test_a_run_that_somebody_trains_is_live(tmp_path: Path) -> None:
    folder = make(tmp_path, 1, "training")
    with runs.held(folder):
        assert only(tmp_path).is_live
        assert str(only(tmp_path).state) == "in training"
    assert not only(tmp_path).is_live


def test_a_run_has_its_name_whatever_path_leads_to_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run = make(tmp_path, 1)
    write_label(run, Label(name="mine"))
    (tmp_path / "link").symlink_to(run)
    monkeypatch.chdir(run)
    for path in (run, Path("."), Path("..") / run.name, tmp_path / "link"):
        assert run_name(path) == "mine"
    assert run_name(tmp_path) == tmp_path.name, "which is no run"


def test_scores_follow_the_epochs() -> None:
    assert scores_of([]) == Scores()
    best = replace(epoch(1, 0.9), is_best=True)
    assert scores_of([best, epoch(2, 1.0)]) == Scores(2, 1, 0.9, 0.25, 20.0)


@pytest.mark.parametrize(
    ("state", "results", "words"),
    [
        ("finished", {}, "finished"),
        ("finished", {"ended_early": True}, "finished early"),
        ("stopped", {}, "stopped"),
        ("training", {}, "interrupted"),
        ("of a later version", {}, "interrupted"),
        ("failed", {"cause": "memory"}, "out of memory"),
        ("failed", {"cause": "disk"}, "disk full"),
        ("failed", {"cause": "diverged"}, "loss not a number"),
        ("failed", {"cause": "pictures"}, "pictures gone"),
        ("failed", {"cause": "error"}, "failed"),
        ("failed", {"cause": ["?"]}, "failed"),
        ("failed", {}, "failed"),
    ],
)
def test_states_in_words(state: str, results: dict[str, Any], words: str) -> None:
    assert str(state_of(replace(FACTS, state=state, results=results), is_live=False)) == words
