"""`report` as scripts rely on it."""

import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from core import commands
from core.report.pdf import use_pdf_writer
from tests.core.command_line import complaint, nakami, refusal
from tests.core.report.stage import staged


def report(capsys: pytest.CaptureFixture[str], run: Path, file: Path) -> str:
    """What the file holds after a report that goes well."""
    status = commands.run(["report", str(run), str(file)])
    said = capsys.readouterr()
    assert (status, said.out) == (0, f"{file}\n"), said.err
    return file.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["a.docx", "a", "a.htm"])
def test_other_endings_are_refused_before_any_work(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, name: str
) -> None:
    said = refusal(capsys, "report", tmp_path / "no run", tmp_path / name)
    assert ".html or .pdf" in said
    assert not list(tmp_path.iterdir())


def test_a_pdf_takes_somebody_who_writes_it(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    use_pdf_writer(None)
    assert ".html" in refusal(capsys, "report", tmp_path, tmp_path / "a.pdf")


def test_a_folder_that_is_gone_is_told_before_any_work(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert "The folder is gone." in refusal(capsys, "report", tmp_path / "no run", tmp_path / "gone" / "a.html")


def test_a_folder_that_is_no_run_is_refused(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert "not a training run" in refusal(capsys, "report", tmp_path, tmp_path / "a.html")


@pytest.mark.heavy
def test_a_trained_run_has_its_report(trained: Any, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = tmp_path / "a.html"
    file.write_text("an earlier report")
    page = report(capsys, trained.folder, file)
    assert "Worst mistakes" in page
    assert "What was taken for what" in page
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.heavy
def test_a_run_whose_pictures_or_network_are_gone_tells_the_rest(
    trained: Any, make_colours: Any, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    pictures = make_colours(per_class=8)
    page = report(capsys, staged(pictures, tmp_path / "run").run, tmp_path / "a.html")
    assert "There are no results on pictures in this report." in page

    shutil.copy(trained.folder / "best.keras", tmp_path / "run")
    shutil.rmtree(pictures)
    page = report(capsys, tmp_path / "run", tmp_path / "a.html")
    assert "There are no results on pictures in this report." in page
    assert "is gone" in page
    assert "Settings" in page


@pytest.mark.heavy
def test_the_real_program_writes_pdf_without_a_screen(trained: Any, tmp_path: Path) -> None:
    environment = {key: value for key, value in os.environ.items() if key not in {"DISPLAY", "QT_QPA_PLATFORM"}}
    done = nakami("report", trained.folder, tmp_path / "a.pdf", env=environment)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF-")
    assert ".html or .pdf" in complaint(nakami("report", trained.folder, tmp_path / "a.txt"))
