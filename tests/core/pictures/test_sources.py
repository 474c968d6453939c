"""Whatever is opened as pictures ends as a folder."""

from pathlib import Path

import pytest

from core import places
from core.errors import DatasetError
from core.pictures import sources
from core.pictures.scan import scan
from core.pictures.sources import folder_of
from tests.core.pictures.arrays.made import tutorial, written


def test_folders_are_themselves(tmp_path: Path) -> None:
    assert folder_of(tmp_path) == tmp_path
    assert folder_of(tmp_path / "missing") == tmp_path / "missing"


def test_nothing_is_the_sample(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sources, "sample_creatures", lambda *_: tmp_path)
    assert folder_of(None) == tmp_path


def test_arrays_are_unpacked(tmp_path: Path) -> None:
    file = written(tmp_path / "a.npy", tutorial())
    folder = folder_of(file, class_names=["x", "y", "z"])
    assert folder.parent.parent == places.unpacked_folder()
    assert folder.name == "a.npy"
    assert set(scan(folder).class_names) == {"x", "y", "z"}


def test_a_folders_classes_are_not_named_anew(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="arrays"):
        folder_of(tmp_path, class_names=["x"])
