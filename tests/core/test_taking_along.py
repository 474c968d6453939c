"""Answers saved as a table, and photos copied by them."""

from pathlib import Path

import pytest

from core.answer_store import AnswerStore, packed
from core.answers import Answer, Photo
from core.control import Control
from core.errors import Stopped, StorageError
from core.taking_along import Taken, save_csv, sort_answered
from core.words import say

CLASSES = ("ant", "bee")


@pytest.fixture
def store(tmp_path: Path) -> AnswerStore:
    """An ant, a bee that is not sure, no picture, one that waits."""
    photos = [Photo(f"{number}.jpg", str(tmp_path / "photos" / f"{number}.jpg")) for number in range(4)]
    (tmp_path / "photos").mkdir()
    for photo in photos:
        assert photo.file is not None
        Path(photo.file).write_text(photo.name)
    files = [str(photo.file) for photo in photos]
    made = AnswerStore(photos)
    answers = [
        Answer(files[0], (("ant", 0.75), ("bee", 0.25))),
        Answer(files[1], (("bee", 0.5625), ("ant", 0.4375))),
        Answer(files[2], error=say("Not a picture.")),
    ]
    made.take(packed(answers, CLASSES))
    return made


def test_a_row_for_each_that_was_answered_or_could_not_be_read(store: AnswerStore, tmp_path: Path) -> None:
    taken = save_csv(store, tmp_path / "answers.csv")
    assert taken == Taken(tmp_path / "answers.csv", 2, 1)
    rows = (tmp_path / "answers.csv").read_text(encoding="utf-8-sig").splitlines()
    assert len(rows) == 4
    assert "0.5625" in rows[2]
    assert rows[3].endswith("Not a picture.")


def test_copies_go_to_a_folder_for_each_answer(store: AnswerStore, tmp_path: Path) -> None:
    target = tmp_path / "sorted"
    assert sort_answered(store, target, False, [tmp_path / "photos"]) == Taken(target, 2, 1)
    assert sorted(str(each.relative_to(target)) for each in target.rglob("*.jpg")) == ["ant/0.jpg", "bee/1.jpg"]
    assert (tmp_path / "photos" / "0.jpg").exists(), "nothing is moved"


def test_unsure_ones_can_stand_apart(store: AnswerStore, tmp_path: Path) -> None:
    target = tmp_path / "sorted"
    sort_answered(store, target, True)
    assert sorted(str(each.relative_to(target)) for each in target.rglob("*.jpg")) == ["ant/0.jpg", "not sure/1.jpg"]


def test_a_photo_that_is_gone_is_counted_with_its_reason(store: AnswerStore, tmp_path: Path) -> None:
    (tmp_path / "photos" / "0.jpg").unlink()
    taken = sort_answered(store, tmp_path / "sorted", False)
    assert (taken.count, taken.failed) == (1, 2)
    assert taken.reason is not None


def test_copies_never_go_among_the_photos(store: AnswerStore, tmp_path: Path) -> None:
    (tmp_path / "others").mkdir()
    with pytest.raises(StorageError, match="cannot go into"):
        sort_answered(store, tmp_path / "photos" / "sorted", False, [tmp_path / "others", tmp_path / "photos"])


def test_both_can_be_stopped(store: AnswerStore, tmp_path: Path) -> None:
    control = Control()
    control.stop()
    with pytest.raises(Stopped):
        save_csv(store, tmp_path / "a.csv", control=control)
    with pytest.raises(Stopped):
        sort_answered(store, tmp_path / "sorted", False, control=control)
