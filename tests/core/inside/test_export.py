"""Layers as files, whole or not at all."""

import csv
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from core.answers import LayerOutput
from core.errors import NakamiError, StorageError
from core.inside.export import write_output, write_picture, write_values
from core.inside.grid_picture import draw_grid

PICTURES = LayerOutput("conv", "Conv2D", np.random.default_rng(1).normal(size=(3, 4, 2)).astype(np.float32))
VECTOR = LayerOutput("dense", "Dense", np.array([0.1, -2.0, np.nan, np.inf], np.float32))


def rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.reader(stream))


def test_csv_of_pictures_names_every_place(tmp_path: Path) -> None:
    write_values(tmp_path / "層.csv", PICTURES)
    head, *body = rows(tmp_path / "層.csv")
    assert head == ["row", "column", "channel", "value"]
    back = np.full((3, 4, 2), np.nan, np.float32)
    for row, column, channel, value in body:
        back[int(row), int(column), int(channel)] = np.float32(value)
    assert len(body) == 24
    assert np.array_equal(back, PICTURES.values)


def test_csv_of_a_vector(tmp_path: Path) -> None:
    write_values(tmp_path / "vector.csv", VECTOR)
    assert rows(tmp_path / "vector.csv") == [
        ["index", "value"],
        ["0", "0.1"],
        ["1", "-2.0"],
        ["2", "nan"],
        ["3", "inf"],
    ]


@given(st.lists(st.floats(width=32), min_size=1, max_size=20))
def test_csv_gives_back_the_same_numbers(values: list[float]) -> None:
    import tempfile

    output = LayerOutput("dense", "Dense", np.array(values, np.float32))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "values.csv"
        write_values(path, output)
        back = np.array([value for _, value in rows(path)[1:]], np.float32)
    assert np.array_equal(back, output.values, equal_nan=True)


@pytest.mark.parametrize("name", ["values.npy", "VALUES.NPY"])
def test_npy(tmp_path: Path, name: str) -> None:
    write_values(tmp_path / name, PICTURES)
    assert [each.name for each in tmp_path.iterdir()] == [name]
    back = np.load(tmp_path / name)
    assert back.dtype == np.float32
    assert np.array_equal(back, PICTURES.values)


def test_png(tmp_path: Path) -> None:
    write_picture(tmp_path / "a.png", PICTURES, common_scale=True)
    with Image.open(tmp_path / "a.png") as picture:
        assert picture.format == "PNG"
        assert np.array_equal(np.asarray(picture), np.asarray(draw_grid(PICTURES.values, True)))


@pytest.mark.parametrize(("name", "begin"), [("a.png", b"\x89PNG"), ("a.csv", b"row,"), ("a.npy", b"\x93NUMPY")])
def test_the_ending_decides(tmp_path: Path, name: str, begin: bytes) -> None:
    write_output(tmp_path / name, PICTURES)
    assert (tmp_path / name).read_bytes().startswith(begin)


@pytest.mark.parametrize("name", ["a.txt", "a"])
def test_another_ending_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(NakamiError, match=r"cannot be written as .* ends in \.csv or \.npy"):
        write_output(tmp_path / name, PICTURES)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("ending", ["png", "csv", "npy"])
def test_what_cannot_be_written_is_said(tmp_path: Path, ending: str) -> None:
    with pytest.raises(StorageError, match=r"cannot be written\. The folder is gone"):
        write_output(tmp_path / "none" / f"a.{ending}", PICTURES)


def test_a_failed_write_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.npy"
    path.write_bytes(b"before")

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(np, "save", full)
    with pytest.raises(StorageError, match="The disk is full"):
        write_values(path, PICTURES)
    assert path.read_bytes() == b"before"
    assert [each.name for each in tmp_path.iterdir()] == ["a.npy"]
