"""The sample creatures on disk: drawn once, whole, and again where they are broken."""

from pathlib import Path
from typing import Any

import pytest

from core import places
from core.control import Control
from core.errors import Stopped, StorageError
from core.events import Event, Preparing
from core.pictures import creatures, sample
from core.pictures.sample import sample_creatures, write_sample
from core.pictures.scan import scan


@pytest.fixture(autouse=True)
def few_creatures(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three of each instead of sixty: what is tested here is the folder."""
    honest = creatures.write_creatures

    def few(folder: Path, **settings: Any) -> None:
        honest(folder, **{**settings, "per_class": 3})

    monkeypatch.setattr(sample, "write_creatures", few)


def test_they_lie_in_the_programs_own_place_and_open_as_six_classes() -> None:
    folder = sample_creatures()
    assert folder == places.sample_folder()
    found = scan(folder)
    assert found.class_names == tuple(sorted(creatures.CREATURES))
    assert set(found.counts.values()) == {3}
    assert found.rejected == ()


def test_they_are_drawn_once() -> None:
    seen: list[Event] = []
    sample_creatures(seen.append)
    assert any(isinstance(event, Preparing) for event in seen)
    seen.clear()
    sample_creatures(seen.append)
    assert seen == []


def test_a_stop_leaves_a_half_set_that_is_drawn_anew() -> None:
    control = Control()

    def stop(event: Event) -> None:
        control.stop()

    with pytest.raises(Stopped):
        sample_creatures(stop, control)
    assert set(scan(sample_creatures()).counts.values()) == {3}


def test_an_older_edition_is_drawn_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    folder = sample_creatures()
    (folder / "dogs" / "old.png").touch()
    monkeypatch.setattr(sample, "EDITION", "next")
    sample_creatures()
    assert not (folder / "dogs" / "old.png").exists()


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StorageError, match="The creatures cannot be written to"):
        write_sample(tmp_path / "file")
