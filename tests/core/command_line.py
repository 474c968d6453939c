"""The command line, for the tests: as the real program, or within the test's own process."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from core import commands

ROOT = Path(__file__).parents[2]


def nakami(*arguments: object, **more: Any) -> subprocess.CompletedProcess[str]:
    """The real program in a process of its own."""
    return subprocess.run(
        [sys.executable, "main.py", *map(str, arguments)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=180,
        check=False,
        **more,
    )


def complaint(done: subprocess.CompletedProcess[str]) -> str:
    """The one line of complaint of something that the user can mend."""
    assert done.returncode == 2, done.stderr
    assert "Traceback" not in done.stderr
    return _said(done.stderr)


def answer(capsys: pytest.CaptureFixture[str], *arguments: object) -> Any:
    """The JSON that a command that goes well prints; it runs in this process, so that TensorFlow loads once."""
    status = commands.run([*map(str, arguments), "--json"])
    said = capsys.readouterr()
    assert status == 0, said.err
    (line,) = said.out.splitlines()
    return json.loads(line)


def refusal(capsys: pytest.CaptureFixture[str], *arguments: object) -> str:
    """The one line of complaint of a command in this process that the user can mend. Nothing is on stdout."""
    try:
        status: object = commands.run([*map(str, arguments)])
    except SystemExit as ended:
        status = ended.code
    said = capsys.readouterr()
    assert (status, said.out) == (2, "")
    return _said(said.err)


def _said(stderr: str) -> str:
    line = stderr.strip().splitlines()[-1]
    assert line.startswith("nakami: error: ")
    return line.removeprefix("nakami: error: ")
