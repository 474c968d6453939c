"""Where the program keeps what it writes by itself."""

from pathlib import Path

import pytest

from core import places

ALL = (places.runs_folder, places.sample_folder, places.cache_folder, places.settings_file)


def test_everything_lies_in_the_home_that_is_set(nakami_home: Path) -> None:
    found = [place() for place in ALL]
    assert all(nakami_home in place.parents for place in found)
    assert len(set(found)) == len(found)


def test_without_a_home_every_place_is_the_systems_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NAKAMI_HOME", "  ")
    for variable in ("XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "HOME", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(variable, str(tmp_path / variable.lower()))
    for place in ALL:
        assert place().is_absolute()
        assert "nakami" in str(place()).lower()


def test_a_relative_home_holds_still_when_the_folder_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NAKAMI_HOME", "here")
    assert places.runs_folder() == tmp_path / "here" / "runs"


def test_a_tilde_is_the_users_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.setenv("NAKAMI_HOME", "~/nakami")
    assert places.cache_folder() == tmp_path / "nakami" / "cache"


def test_asking_makes_no_folder(nakami_home: Path) -> None:
    for place in ALL:
        place()
    assert list(nakami_home.iterdir()) == []
