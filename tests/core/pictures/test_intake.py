"""Taking a folder in: listed first, then decoded."""

from pathlib import Path
from typing import Any

import pytest

from core.control import Control
from core.errors import DatasetError, Stopped
from core.events import Event, Listed, Preparing
from core.framing import Frame
from core.pictures.intake import take_in


def test_the_list_comes_before_the_pixels(make_colours: Any) -> None:
    folder = make_colours(per_class=3)
    (folder / "red" / "page.jpg").write_text("<html>")
    seen: list[Event] = []
    prepared = take_in(folder, Frame(14), seen.append)
    assert isinstance(seen[0], Listed)
    assert seen[0].dataset.counts == {"blue": 3, "green": 3, "red": 4}
    assert all(isinstance(event, Preparing) for event in seen[1:])
    assert prepared.dataset.counts == {"blue": 3, "green": 3, "red": 3}
    assert prepared.frame == Frame(14)


def test_one_class_is_refused_before_anything_is_decoded(make_colours: Any) -> None:
    seen: list[Event] = []
    with pytest.raises(DatasetError, match="holds one class with pictures"):
        take_in(make_colours(names=("red",)), Frame(14), seen.append)
    assert seen == []


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="There is no folder"):
        take_in(tmp_path / "nowhere", Frame(14))


def test_a_stop_between_list_and_pixels(make_colours: Any) -> None:
    control = Control()

    def stop(event: Event) -> None:
        control.stop()

    with pytest.raises(Stopped):
        take_in(make_colours(per_class=2), Frame(14), stop, control)


def test_progress_of_many_pictures_is_told_now_and_then_and_to_the_end(make_colours: Any) -> None:
    """Each report costs the window a redraw."""
    seen: list[Event] = []
    take_in(make_colours(per_class=200, size_px=8), Frame(8), seen.append)
    told = [event for event in seen if isinstance(event, Preparing)]
    assert 1 <= len(told) <= 150
    assert (told[-1].done, told[-1].total) == (600, 600)
    assert [event.done for event in told] == sorted({event.done for event in told})
