"""A user's name and note of a run: kept beside it, tidied, and never in the way."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import StorageError
from core.training.labels import LABEL_FILE, LONGEST_NAME, LONGEST_NOTE, Label, read_label, write_label


@given(name=st.text(max_size=200), note=st.text(max_size=900))
def test_a_label_comes_back_tidied(name: str, note: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("run")
    write_label(folder, Label(name, note))
    label = read_label(folder)
    assert len(label.name) <= LONGEST_NAME
    assert len(label.note) <= LONGEST_NOTE
    for text in (label.name, label.note):
        assert text == " ".join(text.split())
    assert " ".join(name.split()).startswith(label.name)
    write_label(folder, label)
    assert read_label(folder) == label


def test_an_ordinary_label_stays_as_it_is(tmp_path: Path) -> None:
    label = Label("夏休み, first try", "30 epochs were too few")
    write_label(tmp_path, label)
    assert read_label(tmp_path) == label
    assert [each.name for each in tmp_path.iterdir()] == [LABEL_FILE]


def test_lines_become_one(tmp_path: Path) -> None:
    write_label(tmp_path, Label(" first \n try\t", "a\r\nb"))
    assert read_label(tmp_path) == Label("first try", "a b")


def test_an_empty_label_leaves_no_file(tmp_path: Path) -> None:
    write_label(tmp_path, Label("x"))
    write_label(tmp_path, Label("  "))
    assert not list(tmp_path.iterdir())
    assert read_label(tmp_path) == Label()


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '"name"', "null", '{"name": 3, "note": ["a"]}', "[" * 100_000, "\udcff"]
)
def test_a_broken_label_reads_as_empty(tmp_path: Path, text: str) -> None:
    (tmp_path / LABEL_FILE).write_bytes(text.encode(errors="surrogateescape"))
    assert read_label(tmp_path) == Label()


def test_what_is_missing_of_a_label_is_empty(tmp_path: Path) -> None:
    (tmp_path / LABEL_FILE).write_text(json.dumps({"name": "x", "more": 1}), encoding="utf-8")
    assert read_label(tmp_path) == Label("x")


def test_a_folder_that_is_gone_is_said(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="“gone” were not saved"):
        write_label(tmp_path / "gone", Label("x"))
