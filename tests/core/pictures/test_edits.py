"""What a user changed about a folder: applied to its pictures, and kept."""

from pathlib import Path

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from core.pictures.dataset import Dataset, Picture, is_added
from core.pictures.edits import Edits, load_edits, save_edits

FOLDERS = ("ant", "bee", "cat", "dog")

folders = st.sampled_from(FOLDERS)
files = st.builds(lambda name, number: f"{name}/{number}.png", folders, st.integers(0, 5))
added = st.builds(lambda name: f"/photos/{name}.png", st.text("xyz", min_size=1, max_size=2))
edits = st.builds(
    Edits,
    names=st.dictionaries(folders, st.sampled_from(("bee", "pet", "zebra"))),
    without_classes=st.frozensets(folders),
    without_files=st.frozensets(files | added),
    added=st.dictionaries(added, folders),
    more_classes=st.lists(st.text(max_size=3), max_size=2).map(tuple),
    keep_together=st.none() | st.booleans(),
    class_weights=st.booleans(),
)


def dataset(found: frozenset[str]) -> Dataset:
    names = tuple(sorted({file.split("/")[0] for file in found}))
    return Dataset(
        Path("/pictures"), names, tuple(Picture(file, names.index(file.split("/")[0])) for file in sorted(found))
    )


@given(st.frozensets(files), edits, edits)
def test_applied_each_picture_has_the_class_that_its_folder_is_called(
    found: frozenset[str], before: Edits, now: Edits
) -> None:
    whole = before.with_added(dataset(found))
    part, positions = now.apply(whole)
    expected = {}
    for position, picture in enumerate(whole.pictures):
        folder = whole.class_names[picture.label]
        is_gone = is_added(picture.file) and picture.file not in now.added
        if not is_gone and folder not in now.without_classes and picture.file not in now.without_files:
            expected[picture.file] = position, now.name_of(folder)
    shown = {picture.file: part.class_names[picture.label] for picture in part.pictures}
    assert shown == {file: name for file, (_, name) in expected.items()}
    assert positions.tolist() == [position for position, _ in expected.values()]
    assert positions.dtype == np.int64
    assert part.class_names == tuple(sorted(set(shown.values()))), "sorted, and none without a picture"
    assert [whole.pictures[position].file for position in positions] == [each.file for each in part.pictures]


@given(edits)
def test_what_is_kept_comes_back(changed: Edits) -> None:
    save_edits(Path("/pictures"), changed)
    assert load_edits(Path("/pictures")) == changed


def test_without_changes_the_pictures_are_as_they_were() -> None:
    found = dataset(frozenset({"ant/1.png", "bee/1.png"}))
    part, positions = Edits().apply(found)
    assert part == found
    assert positions.tolist() == [0, 1]
    assert Edits().apply(dataset(frozenset()))[0].pictures == ()
