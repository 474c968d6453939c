"""Photos decoded beside the window."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from core.answers import FittedPicture, Photo, PreviewPicture
from core.errors import PictureError
from core.framing import Frame
from core.images import read_square
from core.questions import Fit, Preview
from gui.viewing import Viewing
from tests.gui.pictures_stage import A_MINUTE_MS, scene


@pytest.fixture
def viewing(qtbot: QtBot) -> Iterator[Viewing]:
    made = Viewing()
    yield made
    made.end()
    qtbot.waitUntil(lambda: not made.is_running, timeout=A_MINUTE_MS)


@pytest.fixture
def photo(tmp_path: Path) -> Photo:
    scene(1, side=40).save(tmp_path / "a.png")
    return Photo("a.png", str(tmp_path / "a.png"))


def test_no_thread_before_the_first_question(viewing: Viewing) -> None:
    assert not viewing.is_running


def test_a_photo_is_shown_large_and_as_a_network_takes_it(qtbot: QtBot, viewing: Viewing, photo: Photo) -> None:
    question = Preview(photo, 20)
    with qtbot.waitSignal(viewing.answered, timeout=A_MINUTE_MS) as heard:
        viewing.ask(question)
    asked, answer = heard.args or []
    assert asked is question
    assert isinstance(answer, PreviewPicture)
    assert answer.pixels.shape == (20, 20, 3)
    with qtbot.waitSignal(viewing.answered, timeout=A_MINUTE_MS) as heard:
        viewing.ask(Fit(photo, Frame(16, "crop"), 30))
    _, answer = heard.args or []
    assert isinstance(answer, FittedPicture)
    assert answer.original.shape == (30, 30, 3)
    assert np.array_equal(answer.pixels, read_square(str(photo.file), 16, "crop"))


def test_a_photo_that_is_gone_is_told(qtbot: QtBot, viewing: Viewing, tmp_path: Path) -> None:
    question = Preview(Photo("gone.png", str(tmp_path / "gone.png")), 20)
    with qtbot.waitSignal(viewing.failed, timeout=A_MINUTE_MS) as heard:
        viewing.ask(question)
    asked, error = heard.args or []
    assert asked is question
    assert isinstance(error, PictureError)


def test_after_the_end_no_thread_is_started_again(qtbot: QtBot, viewing: Viewing, photo: Photo) -> None:
    viewing.ask(Preview(photo, 20))
    with qtbot.waitSignal(viewing.ended, timeout=A_MINUTE_MS):
        viewing.end()
    assert not viewing.is_running
    viewing.ask(Preview(photo, 20))
    assert not viewing.is_running
