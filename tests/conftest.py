"""What every test shares: a home of its own, an offscreen Qt, and no thread left behind."""

import os
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")


@pytest.fixture(autouse=True)
def nakami_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Runs, cache and settings of a test go to a folder of its own."""
    home = tmp_path_factory.mktemp("nakami-home")
    monkeypatch.setenv("NAKAMI_HOME", str(home))
    return home
