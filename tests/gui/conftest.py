"""What the tests of the window share."""

import gc
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QThread
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from core import engine
from gui.jobs import InferenceThread, JobThread, PhotoThread
from tests.gui.stand_ins import Network, Training

COLOURS = {"blue": (20, 30, 220), "green": (20, 200, 40), "red": (220, 30, 20)}


@pytest.fixture(autouse=True)
def widgets_kept(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Keeps every widget until qtbot has closed it: qtbot itself does not, and a window that Python's collector takes
    away in the middle of an event ends the whole test run."""
    kept: list[QWidget] = []
    honest = QtBot.addWidget

    def add(bot: QtBot, widget: QWidget, **more: Any) -> None:
        kept.append(widget)
        honest(bot, widget, **more)

    monkeypatch.setattr(QtBot, "addWidget", add)
    yield
    kept.clear()


@pytest.fixture(autouse=True)
def collected_between_tests() -> Iterator[None]:
    """Lets Python's collector run between tests only, on the main thread. A session that one test leaves behind would
    else be taken away on a worker's thread of another, which then waits for what the main thread holds, and the main
    thread for it. The program itself has one session, and it lives to the end."""
    gc.disable()
    yield
    gc.enable()


@pytest.fixture(autouse=True)
def no_worker_left(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fails a test that leaves a job or a thread that answers running."""
    started: list[JobThread | PhotoThread] = []

    def start(thread: JobThread | PhotoThread) -> None:
        started.append(thread)
        QThread.start(thread)

    for kind in (JobThread, PhotoThread, InferenceThread):
        monkeypatch.setattr(kind, "start", start)
    yield
    left = [thread for thread in started if isValid(thread) and thread.isRunning()]
    for thread in left:
        # Ended all the same: a running thread that is dropped takes the whole test run with it.
        if isinstance(thread, JobThread):
            thread.control.stop()
        else:
            thread.end()
        thread.wait(30_000)
    assert not left, "the test left a worker running"


@pytest.fixture
def colours(tmp_path: Path) -> Path:
    """Three classes of ten pictures that a network tells apart at once."""
    rng = np.random.default_rng(5)
    for name, colour in COLOURS.items():
        (tmp_path / "colours" / name).mkdir(parents=True)
        for number in range(10):
            noise = rng.integers(-20, 20, (16, 16, 3))
            pixels = np.clip(np.array(colour) + noise, 0, 255).astype(np.uint8)
            Image.fromarray(pixels).save(tmp_path / "colours" / name / f"{number}.png")
    return tmp_path / "colours"


@pytest.fixture
def without_tensorflow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "load", lambda: None)


@pytest.fixture
def network(monkeypatch: pytest.MonkeyPatch, without_tensorflow: None) -> Iterator[Network]:
    """Answers instead of TensorFlow."""
    made = Network()
    monkeypatch.setitem(sys.modules, "core.inference", made)
    yield made
    made.let_go()


@pytest.fixture
def training(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, network: Network) -> Training:
    """Trains instead of TensorFlow."""
    made = Training(tmp_path / "run")
    for name in ("train", "rate_finder", "forecast"):
        monkeypatch.setitem(sys.modules, f"core.training.{name}", made)
    return made
