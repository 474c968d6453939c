"""What the computer has left."""

from pathlib import Path

import psutil
import pytest

from core import machine


def test_memory_is_told_in_bytes() -> None:
    told = machine.memory()
    assert told is not None
    assert 0 < told.available <= told.total
    assert told.total > 500_000_000


def test_a_system_that_does_not_tell(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> None:
        raise psutil.AccessDenied

    monkeypatch.setattr(psutil, "virtual_memory", refuse)
    assert machine.memory() is None


def test_a_folder_to_come_is_on_the_disk_of_the_one_around_it(tmp_path: Path) -> None:
    free = machine.free_disk_bytes(tmp_path / "not" / "yet" / "there")
    assert free is not None
    assert free > 0
    (tmp_path / "file").write_text("in the way")
    assert machine.free_disk_bytes(tmp_path / "file" / "below") is not None


def test_a_disk_that_does_not_answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_place: Path) -> None:
        raise PermissionError

    monkeypatch.setattr(machine.shutil, "disk_usage", refuse)
    assert machine.free_disk_bytes(tmp_path) is None
