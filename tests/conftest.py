"""What every test shares: a home of its own, an offscreen Qt, and no thread left behind."""

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

# How long an example takes says something of the machine, not of the program.
hypothesis.settings.register_profile("nakami", deadline=None)
hypothesis.settings.load_profile("nakami")


@pytest.fixture(autouse=True)
def nakami_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Runs, cache and settings of a test go to a folder of its own."""
    home = tmp_path_factory.mktemp("nakami-home")
    monkeypatch.setenv("NAKAMI_HOME", str(home))
    return home


def _threads() -> set[threading.Thread]:
    # Dummies stand for threads that Python did not start; tests/gui watches the window's.
    return {each for each in threading.enumerate() if not each.daemon and not each.name.startswith("Dummy")}


@pytest.fixture(autouse=True)
def no_thread_left() -> Iterator[None]:
    """Fails a test that leaves a thread running."""
    before = _threads()
    yield
    left = _threads() - before
    for thread in left:
        thread.join(5)
    assert not [thread for thread in left if thread.is_alive()], "the test left threads running"
