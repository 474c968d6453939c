"""Asking about many photos at once, and about a folder: what comes, what is dropped, what ends."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from core.answers import Photo, SmallPictures
from core.errors import NakamiError
from core.questions import Classify, ClassifyMany, Look, OpenModel, StopClassifying, Thumbnails
from gui.asking import Asking
from gui.viewing import Viewing
from tests.gui.stand_ins import CLASSES, Network

A_MINUTE_MS = 60_000


@pytest.fixture
def asking(qtbot: QtBot, network: Network) -> Iterator[Asking]:
    """It asks an opened network."""
    made = Asking()
    made.open_model(Path("/runs/one"))
    qtbot.waitUntil(lambda: made.model is not None, timeout=A_MINUTE_MS)
    yield made
    network.let_go()
    made.end()
    qtbot.waitUntil(lambda: not made.is_running, timeout=A_MINUTE_MS)


def photos(count: int) -> list[Photo]:
    return [Photo(f"{number}.png", f"/p/{number}.png") for number in range(count)]


def wait_for_all(qtbot: QtBot, asking: Asking, count: int) -> None:
    qtbot.waitUntil(lambda: len(asking.answers) == count and None not in asking.answers, timeout=A_MINUTE_MS)


def test_many_photos_are_asked_about_at_once(qtbot: QtBot, asking: Asking, network: Network) -> None:
    came: list[tuple[int, int]] = []
    asking.answers_came.connect(lambda first, count: came.append((first, count)))
    asking.classify(photos(5))
    wait_for_all(qtbot, asking, 5)
    assert came == [(0, 2), (2, 2), (4, 1)]
    assert asking.answers.class_names == CLASSES
    assert [each.file for each in asking.answers if each is not None] == [f"/p/{number}.png" for number in range(5)]
    assert not any(isinstance(each, Classify) for each in network.answered)


def test_one_photo_is_asked_about_by_itself_and_looked_into(qtbot: QtBot, asking: Asking, network: Network) -> None:
    asking.classify(photos(1))
    wait_for_all(qtbot, asking, 1)
    assert any(isinstance(each, Classify) for each in network.answered)
    assert asking.looked_at is asking.photos[0]


def test_a_look_goes_in_between(qtbot: QtBot, asking: Asking, network: Network) -> None:
    asking.want_insight(True)
    network.hold()
    asking.classify(photos(6))
    assert network.is_busy.wait(30)
    asking.look(Photo("other", "/p/other.png"))
    network.let_go()
    wait_for_all(qtbot, asking, 6)
    kinds = [type(each) for each in network.answered]
    assert kinds.index(Look) < len(kinds) - 1 - kinds[::-1].index(ClassifyMany)


def test_stopping_drops_the_rest_and_tells_the_network(qtbot: QtBot, asking: Asking, network: Network) -> None:
    asking.classify(photos(2000))
    qtbot.waitUntil(lambda: asking.answers.done >= 4, timeout=A_MINUTE_MS)
    asking.stop_classifying()
    done = asking.answers.done
    assert asking.is_stopped
    qtbot.waitUntil(lambda: any(isinstance(each, StopClassifying) for each in network.answered), timeout=A_MINUTE_MS)
    asking.classify(photos(3))
    wait_for_all(qtbot, asking, 3)
    assert done < 2000
    assert not isinstance(network.answered[-1], StopClassifying)


def test_another_network_is_asked_about_all_of_them(qtbot: QtBot, asking: Asking, network: Network) -> None:
    asking.classify(photos(2000))
    qtbot.waitUntil(lambda: asking.answers.done >= 4, timeout=A_MINUTE_MS)
    before = asking.answers
    asking.open_model(Path("/runs/other"))
    qtbot.waitUntil(lambda: asking.model is not None and asking.model.title == "other", timeout=A_MINUTE_MS)
    assert asking.answers is not before
    assert before.done < 2000, "it does not wait until all are answered"
    wait_for_all(qtbot, asking, 2000)


def test_a_network_that_cannot_be_opened_leaves_the_photos_to_the_one_before(
    qtbot: QtBot, asking: Asking, network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    honest = network.answer

    def answer(question: object) -> object:
        network.is_broken = isinstance(question, OpenModel)
        return honest(question)  # type: ignore[arg-type]

    monkeypatch.setattr(network, "answer", answer)
    told: list[object] = []
    asking.failed.connect(lambda question, _error: told.append(question))
    asking.classify(photos(200))
    asking.open_model(Path("/broken"))
    wait_for_all(qtbot, asking, 200)
    assert [type(each) for each in told] == [OpenModel]


def test_a_failure_in_the_middle_is_told_and_ends_it(qtbot: QtBot, asking: Asking, network: Network) -> None:
    told: list[NakamiError] = []
    asking.failed.connect(lambda _question, error: told.append(error))
    network.is_broken = True
    asking.classify(photos(4))
    qtbot.waitUntil(lambda: bool(told), timeout=A_MINUTE_MS)
    assert asking.is_stopped
    assert asking.answers.done == 0


def test_a_folder_is_listed_then_answered(qtbot: QtBot, asking: Asking, tmp_path: Path) -> None:
    for name in ("b.png", "in/a.png", "notes.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    asking.classify_folders([tmp_path])
    assert asking.listing == (tmp_path,)
    assert asking.photos == ()
    wait_for_all(qtbot, asking, 3)
    assert asking.listing == ()
    assert [photo.name for photo in asking.photos] == ["b.png", "in/a.png", "notes.txt"]


def test_photos_and_folders_are_answered_together(qtbot: QtBot, asking: Asking, tmp_path: Path) -> None:
    for name in ("one/a.png", "two/a.png", "z.png"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    folders = (tmp_path / "one", tmp_path / "two")
    asking.classify_folders(folders, [tmp_path / "z.png"])
    wait_for_all(qtbot, asking, 3)
    assert [photo.name for photo in asking.photos] == ["z.png", "one/a.png", "two/a.png"]
    assert asking.folders == folders
    asking.classify(photos(1))
    assert asking.folders == ()


def test_several_empty_folders_are_told(qtbot: QtBot, asking: Asking, tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    with qtbot.waitSignal(asking.failed, timeout=A_MINUTE_MS) as heard:
        asking.classify_folders([tmp_path / "one", tmp_path / "two"])
    assert "There is no file in these folders." in str((heard.args or [])[1])


def test_an_empty_folder_is_told(qtbot: QtBot, asking: Asking, tmp_path: Path) -> None:
    with qtbot.waitSignal(asking.failed, timeout=A_MINUTE_MS) as heard:
        asking.classify_folders([tmp_path])
    assert "There is no file in" in str((heard.args or [])[1])
    assert asking.listing == ()


def test_a_missing_folder_is_told(qtbot: QtBot, asking: Asking, tmp_path: Path) -> None:
    with qtbot.waitSignal(asking.failed, timeout=A_MINUTE_MS) as heard:
        asking.classify_folders([tmp_path / "gone"])
    assert "cannot be listed" in str((heard.args or [])[1])


def test_other_photos_take_the_place_of_a_folder_that_is_listed(qtbot: QtBot, asking: Asking, tmp_path: Path) -> None:
    (tmp_path / "a.png").write_text("x")
    asking.classify_folders([tmp_path])
    asking.classify(photos(2))
    wait_for_all(qtbot, asking, 2)
    qtbot.wait(100)
    assert [photo.file for photo in asking.photos] == ["/p/0.png", "/p/1.png"]


def test_thumbnails_come_for_what_is_asked(qtbot: QtBot, tmp_path: Path) -> None:
    Image.fromarray(np.zeros((80, 40, 3), np.uint8)).save(tmp_path / "a.png")
    (tmp_path / "b.png").write_text("no picture")
    wanted = tuple(Photo(name, str(tmp_path / name)) for name in ("a.png", "b.png"))
    viewing = Viewing()
    with qtbot.waitSignal(viewing.answered, timeout=A_MINUTE_MS) as heard:
        viewing.ask(Thumbnails(wanted, 30))
    answer = (heard.args or [])[1]
    viewing.end()
    qtbot.waitUntil(lambda: not viewing.is_running, timeout=A_MINUTE_MS)
    assert isinstance(answer, SmallPictures)
    assert answer.pixels[0] is not None
    assert answer.pixels[0].shape == (30, 15, 3)
    assert len(answer.pixels) == 1 or answer.pixels[1] is None
