"""What tells runs apart: a name of the user's, or a number that stays."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.training.labels import Label
from core.training.run_names import DELETED_FILE, deleted_runs, note_deleted, note_restored, run_names
from core.training.runs import RunFacts

FACTS = RunFacts("animals", ("a", "b"), "/animals", "tutorial", {}, "", {}, "")
Run = tuple[Path, RunFacts, Label]


def run(day: int, name: str = "animals", label: str = "") -> Run:
    facts = replace(FACTS, name=name, started=f"2024-05-{day:02}T10:00:00+0200")
    return Path(f"/runs/{day:02} {name}"), facts, Label(label)


def names(*runs: Run, deleted: tuple[Run, ...] = ()) -> list[str]:
    gone = [(facts.name, facts.started) for _, facts, _ in deleted]
    found = run_names(runs, gone)
    return [found[folder] for folder, _, _ in runs]


def test_runs_of_the_same_pictures_are_numbered_in_the_order_of_start() -> None:
    assert names(run(3), run(1), run(2)) == ["animals 3", "animals 1", "animals 2"]


def test_other_pictures_count_for_themselves() -> None:
    assert names(run(1), run(2, "clothes"), run(3)) == ["animals 1", "clothes 1", "animals 2"]


def test_the_users_name_stands_for_the_number_and_takes_none_away() -> None:
    assert names(run(1), run(2, label="first good one"), run(3)) == ["animals 1", "first good one", "animals 3"]


def test_a_deleted_run_keeps_its_number() -> None:
    assert names(run(1), run(3), deleted=(run(2),)) == ["animals 1", "animals 3"]


def test_clocks_of_other_zones_are_minded() -> None:
    earlier = (Path("/runs/b"), replace(FACTS, started="2024-05-01T10:00:00+0900"), Label())
    later = (Path("/runs/a"), replace(FACTS, started="2024-05-01T09:00:00+0200"), Label())
    assert names(later, earlier) == ["animals 2", "animals 1"]


@given(st.lists(st.tuples(st.text(max_size=3), st.text(max_size=30)), max_size=12))
def test_whatever_stands_in_the_files_names_differ(written: list[tuple[str, str]]) -> None:
    runs = [
        (Path(f"/runs/{place}"), replace(FACTS, name=name, started=started), Label())
        for place, (name, started) in enumerate(written)
    ]
    assert len(set(run_names(runs).values())) == len(runs) or any(name[-1:].isdigit() for name, _ in written)


def test_deleted_runs_are_kept_in_mind_until_they_are_back(tmp_path: Path) -> None:
    assert deleted_runs(tmp_path) == []
    first, second = run(1)[1], run(2)[1]
    note_deleted(tmp_path, first)
    note_deleted(tmp_path, second)
    assert deleted_runs(tmp_path) == [(first.name, first.started), (second.name, second.started)]
    note_restored(tmp_path, first)
    note_restored(tmp_path, first)
    assert deleted_runs(tmp_path) == [(second.name, second.started)]


@pytest.mark.parametrize("text", ["", "{", "3", "[1]", '[["a"]]', "null"])
def test_a_broken_list_of_deleted_runs_counts_for_nothing(tmp_path: Path, text: str) -> None:
    (tmp_path / DELETED_FILE).write_text(text, encoding="utf-8")
    assert deleted_runs(tmp_path) == []
