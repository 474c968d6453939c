"""`classify` on photos and folders: lines, tables, copies, bad files, a stop."""

import csv
import json
import os
import shutil
import signal
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from core import commands
from core.answers import Answer
from core.classification import Classifier
from core.control import Control
from tests.core.command_line import refusal

pytestmark = pytest.mark.heavy


@pytest.fixture
def folder(trained: Any, tmp_path: Path) -> Path:
    """Photos as people have them: in folders, among other things."""
    root = tmp_path / "photos"
    for name, place in (("red", "a.png"), ("blue", "b.png"), ("green", "deep/er/犬.png"), ("red", "deep/-=x.png")):
        (root / place).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(trained.pictures / name / "003.png", root / place)
    (root / "notes.txt").write_text("no picture")
    (root / "deep" / "empty.jpg").touch()
    (root / ".hidden.png").write_text("x")
    (root / "Thumbs.db").write_text("x")
    (root / "__MACOSX").mkdir()
    (root / "__MACOSX" / "a.png").write_text("x")
    (root / "deep" / "loop").symlink_to(root)
    return root


GOOD = {"a.png": "red", "b.png": "blue", "deep/-=x.png": "red", "deep/er/犬.png": "green"}
BAD = ("deep/empty.jpg", "notes.txt")


def classified(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    status = commands.run(["classify", *map(str, arguments)])
    said = capsys.readouterr()
    return status, said.out, said.err


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def files_in(folder: Path) -> list[str]:
    return sorted(str(file.relative_to(folder)) for file in folder.rglob("*") if file.is_file())


def test_a_folder_is_walked(trained: Any, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = classified(capsys, trained.folder, folder, trained.photo, "--json", "--top", 1)
    assert status == 1, err
    found = [json.loads(line) for line in out.splitlines()]
    labels = {os.path.relpath(each["file"], folder): each["label"] for each in found[:-1]}
    assert labels == GOOD | dict.fromkeys(BAD)
    assert found[-1]["file"] == str(trained.photo)
    for each in found:
        assert list(each) == ["file", "label", "probability", "top", "confidence", "sureness", "foreign", "error"]
        assert (each["label"] is None) == (each["error"] is not None) == (each["sureness"] is None)
        assert each["sureness"] in (None, "sure", "fairly sure", "not sure", "foreign")
        assert len(each["top"]) == (each["label"] is not None)


def test_a_table_has_every_row(trained: Any, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "answers.csv"
    status, out, err = classified(capsys, trained.folder, folder, "--csv", path)
    assert status == 1, err
    rows = table(path)
    assert {os.path.relpath(row["file"], folder): row["answer"] or None for row in rows} == GOOD | dict.fromkeys(BAD)
    for row in rows:
        shares = [float(row[f"share of {name}"]) for name in ("blue", "green", "red") if row["answer"]]
        assert bool(row["error"]) == (not shares)
        assert sum(shares) == pytest.approx(float(bool(shares)), abs=1e-5)
    # What failed is a line each, the good ones are not.
    assert sum(str(folder) in line for line in out.splitlines()) == len(BAD)
    assert f"{path}: 6 rows" in out


def test_photos_are_copied_by_class(
    trained: Any, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "sorted"
    before = files_in(folder)
    for _ in range(2):
        status, out, err = classified(capsys, trained.folder, folder, "--sort-into", target)
        assert status == 1, err
        assert files_in(target) == ["blue/b.png", "green/犬.png", "red/-=x.png", "red/a.png"]
    assert "0 photos copied" in out
    assert files_in(folder) == before


def test_all_at_once_with_good_photos_alone(trained: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, target = tmp_path / "answers.csv", tmp_path / "sorted"
    arguments = (trained.folder, trained.pictures, "--json", "--csv", path, "--sort-into", target, "--unsure-apart")
    status, out, err = classified(capsys, *arguments)
    assert status == 0, err
    answers = [json.loads(line) for line in out.splitlines()]
    rows = table(path)
    assert [each["file"] for each in answers] == [row["file"] for row in rows]
    assert len(files_in(target)) == len(rows) == len(files_in(trained.pictures))
    for each in answers:
        apart = each["sureness"] if each["sureness"] in ("not sure", "foreign") else each["label"]
        assert (target / apart).is_dir()


def test_copies_do_not_go_among_the_photos(trained: Any, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = files_in(folder)
    said = refusal(capsys, "classify", trained.folder, folder, "--sort-into", folder / "sorted")
    assert "lies within" in said
    assert files_in(folder) == before


def test_a_place_for_the_table_that_is_not_there(
    trained: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = refusal(capsys, "classify", trained.folder, trained.photo, "--csv", tmp_path / "none" / "answers.csv")
    assert "answers.csv" in said


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_stop_keeps_the_rows_so_far(
    number: signal.Signals,
    trained: Any,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    real = Classifier.many

    def stopped_later(self: Classifier, files: Iterable[str], control: Control | None = None) -> Iterator[list[Answer]]:
        answers = real(self, [*files] * 20, control)
        yield next(answers)
        os.kill(os.getpid(), number)
        yield from answers

    monkeypatch.setattr(Classifier, "many", stopped_later)
    path = tmp_path / "answers.csv"
    status, _, err = classified(capsys, trained.folder, trained.pictures, "--csv", path)
    assert status == 130
    assert err.splitlines()[-1] == "nakami: stopped."
    assert len(table(path)) == 8
    assert files_in(tmp_path) == ["answers.csv"]


@pytest.mark.parametrize(
    ("confidence", "is_foreign", "words"),
    [(0.95, False, ""), (0.7, False, ""), (0.59, False, " (not sure)"), (0.95, True, " (unlike all it knows)")],
)
def test_a_line_says_what_a_share_does_not(
    confidence: float,
    is_foreign: bool,
    words: str,
    trained: Any,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    answer = Answer("a.png", (("red", 0.95), ("blue", 0.05)), confidence=confidence, is_foreign=is_foreign)
    monkeypatch.setattr(Classifier, "many", lambda *_: (each for each in [[answer]]))
    _, out, _ = classified(capsys, trained.folder, trained.photo)
    assert out == f"a.png: red 95.0 %, blue 5.0 %{words}\n"
