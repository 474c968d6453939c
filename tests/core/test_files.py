"""A file is written whole or not at all."""

import errno
import json
import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.files import as_json, replacing, write_json, write_text


def test_text_arrives_as_utf8_with_plain_line_ends(tmp_path: Path) -> None:
    write_text(tmp_path / "写真.txt", "犬\n猫\r\n")
    assert (tmp_path / "写真.txt").read_bytes() == "犬\n猫\r\n".encode()


def test_nothing_else_is_left_in_the_folder(tmp_path: Path) -> None:
    write_text(tmp_path / "a.txt", "1")
    write_text(tmp_path / "a.txt", "2")
    assert [each.name for each in tmp_path.iterdir()] == ["a.txt"]
    assert (tmp_path / "a.txt").read_text() == "2"


def test_a_failed_write_leaves_the_old_file_and_no_other(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old")

    def half() -> None:
        with replacing(path) as temporary:
            temporary.write_text("ha")
            raise OSError(errno.ENOSPC, "full")

    with pytest.raises(OSError, match="full"):
        half()
    assert path.read_text() == "old"
    assert [each.name for each in tmp_path.iterdir()] == ["a.txt"]


def test_a_failed_rename_leaves_the_old_file_and_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old")

    def refuse(*_: object) -> None:
        raise PermissionError(errno.EACCES, "open elsewhere")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(PermissionError, match="open elsewhere"):
        write_text(path, "new")
    assert path.read_text() == "old"
    assert [each.name for each in tmp_path.iterdir()] == ["a.txt"]


def test_a_long_name_still_has_room_for_its_temporary_name(tmp_path: Path) -> None:
    path = tmp_path / ("写" * 80 + ".txt")
    write_text(path, "1")
    assert path.read_text() == "1"


def test_json_has_null_where_there_is_no_number(tmp_path: Path) -> None:
    write_json(tmp_path / "a.json", {"loss": math.nan, "list": [math.inf, 1.5, (2, -math.inf)], "name": "犬"})
    text = (tmp_path / "a.json").read_text(encoding="utf-8")
    assert "犬" in text
    assert json.loads(text) == {"loss": None, "list": [None, 1.5, [2, None]], "name": "犬"}


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
        max_leaves=8,
    )
)
def test_whatever_is_left_is_strict_json(value: object) -> None:
    json.loads(as_json(value), parse_constant=pytest.fail)
