"""Answers as a table: what spreadsheets and programs read is what was written."""

import csv
import errno
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.answers import Answer
from core.answers_csv import FIRST_COLUMNS, LAST_COLUMN, AnswersCsv, class_column, text_cell
from core.errors import Stopped, StorageError
from core.words import say

NAMES = ("cat", "dog")
SURE = Answer("a.jpg", (("dog", 0.9375), ("cat", 0.0625)), confidence=0.75, is_foreign=False)
BROKEN = Answer("b.jpg", error=say("The file is empty."))


def written(path: Path, *answers: Answer, names: tuple[str, ...] = NAMES) -> list[list[str]]:
    with AnswersCsv(path, names) as table:
        for answer in answers:
            table.write(answer)
    return rows(path)


def rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def plain(cell: str) -> str:
    return cell.removeprefix("'")


def test_the_bytes_are_those_of_the_standard(tmp_path: Path) -> None:
    path = tmp_path / "answers.csv"
    written(path, Answer('a "b", c.jpg', (("cat", 0.5), ("dog", 0.5))))
    assert path.read_bytes() == (
        b"\xef\xbb\xbffile,answer,share,how_sure,confidence,is_foreign,share of cat,share of dog,error\r\n"
        b'"a ""b"", c.jpg",cat,0.5,not sure,,,0.5,0.5,\r\n'
    )


def test_an_answer_and_a_reason_have_a_row_each(tmp_path: Path) -> None:
    head, *found = written(tmp_path / "answers.csv", SURE, BROKEN)
    assert head == [*FIRST_COLUMNS, "share of cat", "share of dog", LAST_COLUMN]
    assert found == [
        ["a.jpg", "dog", "0.9375", "fairly sure", "0.75", "false", "0.0625", "0.9375", ""],
        ["b.jpg", "", "", "", "", "", "", "", "The file is empty."],
    ]


def test_no_class_takes_the_head_of_another_column(tmp_path: Path) -> None:
    names = ("file", "error", "share", "share of file")
    (head,) = written(tmp_path / "answers.csv", names=names)
    assert len(set(head)) == len(head)


@pytest.mark.parametrize("name", ["=1+1.jpg", "+x", "-x", "@x", "\tx", "\rx", "\nx", "'x"])
def test_nothing_is_taken_for_a_formula(name: str, tmp_path: Path) -> None:
    (_, row) = written(tmp_path / "answers.csv", Answer(name, ((name, 1.0),)), names=(name,))
    assert row[0] == row[1] == "'" + name
    assert plain(row[0]) == name


def test_names_that_are_no_unicode_are_spelled(tmp_path: Path) -> None:
    (_, row) = written(tmp_path / "answers.csv", Answer("a\udcff.jpg", error=say("Broken.")))
    assert row[0] == "a\\udcff.jpg"


unicode = st.text(st.characters(exclude_categories=["Cs"]))
shares = st.floats(0, 1, width=32)


@given(names=st.lists(unicode, min_size=1, max_size=4, unique=True), data=st.data())
def test_reading_back_gives_the_same(
    names: list[str], data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.getbasetemp() / "round_trip.csv"
    answers = data.draw(
        st.lists(
            st.builds(
                lambda file, ranked, confidence, foreign: Answer(
                    file, tuple(zip(names, ranked, strict=True)), None, None, confidence, foreign
                ),
                unicode,
                st.lists(shares, min_size=len(names), max_size=len(names)),
                st.none() | st.floats(0, 1),
                st.none() | st.booleans(),
            ),
            max_size=4,
        )
    )
    head, *found = written(path, *answers, names=tuple(names))
    assert [plain(each) for each in head[len(FIRST_COLUMNS) : -1]] == [class_column(name) for name in names]
    assert len(found) == len(answers)
    for row, answer in zip(found, answers, strict=True):
        assert len(row) == len(head)
        assert plain(row[0]) == answer.file
        assert plain(row[1]) == answer.label
        assert float(row[2]) == answer.probability
        assert (float(row[4]) if row[4] else None) == answer.confidence
        assert {"": None, "true": True, "false": False}[row[5]] is answer.is_foreign
        assert [float(each) for each in row[len(FIRST_COLUMNS) : -1]] == [share for _, share in answer.ranked]


@given(unicode)
def test_dropping_a_first_apostrophe_gives_the_text(text: str) -> None:
    assert plain(text_cell(text)) == text


# ---- what goes wrong


@pytest.mark.parametrize("end", [Stopped, KeyboardInterrupt, ValueError])
def test_what_breaks_off_keeps_the_rows_so_far(end: type[BaseException], tmp_path: Path) -> None:
    path = tmp_path / "answers.csv"

    def break_off() -> None:
        with AnswersCsv(path, NAMES) as table:
            table.write(SURE)
            raise end

    with pytest.raises(end):
        break_off()
    assert [row[0] for row in rows(path)] == ["file", "a.jpg"]
    assert list(tmp_path.iterdir()) == [path]


def test_nothing_is_there_before_the_end(tmp_path: Path) -> None:
    path = tmp_path / "answers.csv"
    path.write_text("before")
    with AnswersCsv(path, NAMES) as table:
        table.write(SURE)
        assert path.read_text() == "before"
    assert len(rows(path)) == 2


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full disk at hand")
def test_a_full_disk_is_said_and_leaves_the_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "answers.csv"
    path.write_text("before")
    real = Path.open
    monkeypatch.setattr(Path, "open", lambda self, *rest, **more: real(Path("/dev/full"), *rest, **more))
    with pytest.raises(StorageError) as failed:
        written(path, *[SURE] * 1000)
    assert "answers.csv" in str(failed.value)
    assert "The disk is full." in str(failed.value)
    monkeypatch.undo()
    assert path.read_text() == "before"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("place", ["none/answers.csv", "."])
def test_a_place_that_takes_no_file_is_said_at_once(place: str, tmp_path: Path) -> None:
    with pytest.raises(StorageError), AnswersCsv(tmp_path / place, NAMES):
        pytest.fail("entered")


def test_the_reason_of_the_system_is_told() -> None:
    with pytest.raises(StorageError) as failed, AnswersCsv(Path("/proc/answers.csv"), NAMES):
        pytest.fail("entered")
    assert isinstance(failed.value.__cause__, OSError)
    assert failed.value.__cause__.errno in (errno.ENOENT, errno.EACCES, errno.EPERM)
