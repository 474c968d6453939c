"""The door: what it says where the packages or the Python are missing."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import main

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("arguments", [[], ["scan", "."], ["train"], ["--help"]])
def test_without_the_packages_one_line_says_what_to_run(arguments: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-S", "-E", "main.py", *arguments],
        cwd=ROOT,
        env={key: value for key, value in os.environ.items() if key != "PYTHONPATH"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 2
    assert done.stdout == ""
    (line,) = done.stderr.splitlines()
    assert line.startswith("nakami: error: ")
    assert line.endswith("is not installed. Run: python -m pip install -e .")


def test_a_python_that_is_too_old_is_named(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 1, "final", 0))
    assert main.main() == 2
    assert capsys.readouterr().err == "nakami: error: Python 3.11 to 3.13 is needed, this is 3.9.\n"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a screen")
def test_without_a_screen_the_commands_are_named() -> None:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    done = subprocess.run(
        [sys.executable, "main.py"],
        cwd=ROOT,
        env={key: value for key, value in os.environ.items() if key not in hidden},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr.startswith("nakami: error: there is no screen to open a window on.")


def test_a_missing_part_of_the_program_itself_is_not_called_uninstalled(tmp_path: Path) -> None:
    """A wrong checkout must not send anybody to pip."""
    shutil.copy(ROOT / "main.py", tmp_path / "main.py")
    done = subprocess.run(
        [sys.executable, "-E", "-P", str(tmp_path / "main.py"), "scan", "."],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode != 0
    assert "is not installed" not in done.stderr
