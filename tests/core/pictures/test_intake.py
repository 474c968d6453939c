"""Taking a folder in: listed first, then decoded."""

from pathlib import Path
from typing import Any

import pytest

from core.control import Control
from core.errors import DatasetError, Stopped
from core.events import Event, Glimpsed, Listed, Preparing
from core.framing import Frame
from core.pictures.dataset import Dataset
from core.pictures.edits import Edits, save_edits
from core.pictures.intake import take_in
from core.pictures.scan import scan
from tests.core.pictures.arrays.made import tutorial, written
from tests.core.scenes import write_scenes


def test_the_list_comes_before_the_pixels(make_colours: Any) -> None:
    folder = make_colours(per_class=3)
    (folder / "red" / "page.jpg").write_text("<html>")
    seen: list[Event] = []
    prepared = take_in(folder, Frame(14), seen.append)
    assert isinstance(seen[0], Listed)
    assert seen[0].dataset.counts == {"blue": 3, "green": 3, "red": 4}
    assert isinstance(seen[1], Glimpsed)
    found = seen[0].dataset
    assert {found.pictures[each].file.split("/")[0] for each in seen[1].pixels} == {"blue", "green", "red"}
    assert all(pixels.shape == (14, 14, 3) for pixels in seen[1].pixels.values())
    assert all(isinstance(event, Preparing) for event in seen[2:])
    again: list[Event] = []
    take_in(folder, Frame(14), again.append)
    assert not any(isinstance(event, Glimpsed) for event in again), "all of them are there at once"
    assert prepared.dataset.counts == {"blue": 3, "green": 3, "red": 3}
    assert prepared.frame == Frame(14)


def test_photos_that_were_added_are_taken_in_and_what_is_left_out_too(make_colours: Any, tmp_path: Path) -> None:
    folder = make_colours(per_class=3)
    photos = sorted((write_scenes(tmp_path / "写真", {"new": 2}) / "new").iterdir())
    edits = Edits().adding({str(each): "red" for each in photos}).leaving_out(["red/000.png"])
    save_edits(folder, edits)
    prepared = take_in(folder, Frame(14))
    assert prepared.dataset.counts == {"blue": 3, "green": 3, "red": 5}
    assert {str(each) for each in photos} < {each.file for each in prepared.dataset.pictures}
    kept, positions = edits.apply(prepared.dataset)
    assert kept.counts == {"blue": 3, "green": 3, "red": 4}
    learned = prepared.chosen(kept, positions)
    place = [each.file for each in kept.pictures].index(str(photos[0]))
    assert learned.pixels([place]).std() > 20


def test_a_photo_that_was_added_and_is_gone_is_said(make_colours: Any, tmp_path: Path) -> None:
    folder, gone = make_colours(per_class=3), str(tmp_path / "gone.png")
    save_edits(folder, Edits().adding({gone: "red"}))
    assert [each.file for each in take_in(folder, Frame(14)).dataset.rejected] == [gone]


def test_a_class_of_added_photos_alone_counts(make_colours: Any, tmp_path: Path) -> None:
    folder = make_colours(per_class=3, names=("red",))
    photos = write_scenes(tmp_path / "photos", {"new": 2}) / "new"
    save_edits(folder, Edits(more_classes=("犬",)).adding({str(each): "犬" for each in photos.iterdir()}))
    assert take_in(folder, Frame(14)).dataset.counts == {"red": 3, "犬": 2}


def test_arrays_are_taken_in_like_a_folder(tmp_path: Path) -> None:
    seen: list[Event] = []
    prepared = take_in(written(tmp_path / "a.npy", tutorial()), Frame(14), seen.append)
    (found,) = (event.dataset for event in seen if isinstance(event, Listed))
    assert isinstance(found, Dataset)
    assert found == scan(found.root)
    assert sum(prepared.dataset.counts.values()) == 10


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
