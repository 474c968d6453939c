"""What a user changed about a folder: applied to its pictures, and kept."""

import json
import os
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import places
from core.errors import StorageError
from core.pictures.dataset import Dataset, Picture, is_added
from core.pictures.edits import Edits, load_edits, save_edits, set_broken_aside

FOLDERS = ("ant", "bee", "cat", "dog")

folders = st.sampled_from(FOLDERS)
files = st.builds(lambda name, number: f"{name}/{number}.png", folders, st.integers(0, 5))
added = st.builds(lambda name: f"/photos/{name}.png", st.text("xyz", min_size=1, max_size=2))
edits = st.builds(
    Edits,
    names=st.dictionaries(folders, st.sampled_from(("bee", "pet", "zebra"))),
    without_classes=st.frozensets(folders),
    without_files=st.frozensets(files | added),
    moved=st.dictionaries(files | added, folders | st.just("gone")),
    added=st.dictionaries(added, folders),
    more_classes=st.lists(st.text(st.characters(exclude_characters="\0"), min_size=1, max_size=3), max_size=2).map(
        tuple
    ),
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
        to = now.moved.get(picture.file)
        folder = to if to in whole.class_names else whole.class_names[picture.label]
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


# ---- the list on disk

ROOT = Path("/pictures")
CHANGED = Edits(names={"cat": "kitten"}, without_files=frozenset({"dog/1.png"}))


def list_file() -> Path:
    (file,) = places.edits_folder().glob("*.json")
    return file


def kept(change: Any = None) -> Path:
    """The list of `CHANGED`, what it says changed by hand."""
    save_edits(ROOT, CHANGED)
    file = list_file()
    if change is not None:
        written = json.loads(file.read_text(encoding="utf-8"))
        change(written["edits"])
        file.write_text(json.dumps(written), encoding="utf-8")
    return file


@pytest.mark.parametrize("field", Edits().as_json())
def test_a_list_that_lacks_a_field_keeps_the_others(field: str) -> None:
    kept(lambda edits: edits.pop(field))
    expected = Edits.from_json({name: value for name, value in CHANGED.as_json().items() if name != field})
    assert load_edits(ROOT) == expected != Edits()
    assert set_broken_aside(ROOT) is None


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b'{"folder": "x", "edi',
        b"[1, 2]",
        b"{}",
        b'{"edits": 5}',
        b'{"edits": {"names": [1]}}',
        b"[" * 100_000,
        b"\xff",
    ],
)
def test_a_broken_list_is_set_aside_and_said(content: bytes) -> None:
    file = kept()
    for number in (1, 2):
        file.write_bytes(content)
        assert load_edits(ROOT) == Edits()
        told = set_broken_aside(ROOT)
        assert told is not None
        assert "The list of your changes to “pictures” is broken" in str(told)
        aside = file.with_name(f"{file.name}.{number}.broken")
        assert str(aside) in str(told)
        assert aside.read_bytes() == content
        assert set_broken_aside(ROOT) is None
        save_edits(ROOT, CHANGED)
    assert load_edits(ROOT) == CHANGED


@pytest.mark.parametrize("edits", [CHANGED, Edits()])
def test_a_broken_list_is_never_overwritten(edits: Edits) -> None:
    file = kept()
    file.write_bytes(b"broken")
    save_edits(ROOT, edits)
    assert file.with_name(f"{file.name}.1.broken").read_bytes() == b"broken"
    assert load_edits(ROOT) == edits


def test_a_broken_list_that_cannot_be_set_aside_is_said_and_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    file = kept()
    file.write_bytes(b"broken")
    monkeypatch.setattr(Path, "rename", refuse)
    assert "is broken. Writing there is not allowed" in str(set_broken_aside(ROOT))
    with pytest.raises(StorageError, match="Writing there is not allowed"):
        save_edits(ROOT, CHANGED)
    assert file.read_bytes() == b"broken"


def test_names_that_are_no_unicode_come_back() -> None:
    name = os.fsdecode(b"caf\xe9") if sys.platform != "win32" else "caf\ud800"
    changed = (
        Edits(more_classes=("犬",))
        .leaving_out([f"{name}/1.png"])
        .leaving_out_classes([name])
        .renamed([name], "café 猫")
        .adding({f"/{name}.png": name})
        .moving({f"{name}/1.png": "犬", f"/{name}.png": name})
    )
    save_edits(Path("/") / name, changed)
    assert load_edits(Path("/") / name) == changed


def test_names_and_paths_that_no_system_takes_are_left_out() -> None:
    def spoil(edits: dict[str, Any]) -> None:
        edits["added"] = {"/a\0b.png": "cat", "../other/1.png": "cat", "/x.png": "", "/y.png": None, "/good.png": "cat"}
        edits["names"] |= {"dog": "", "": "x", "ant": None, "bee": "b\0"}
        edits["moved"] = {"a/1.png": "", "a/2.png": None, "a/\0.png": "cat", "": "cat", "a/3.png": "cat"}
        edits["more_classes"] = ["", 5, "owl"]
        edits["split_from"] = "/no\0pe"
        if sys.platform != "win32":
            edits["added"]["/\ud800.png"] = "cat"
            edits["names"]["cow"] = "\ud800"

    kept(spoil)
    assert load_edits(ROOT) == Edits(
        names=CHANGED.names,
        without_files=CHANGED.without_files,
        moved={"a/3.png": "cat"},
        added={"/good.png": "cat"},
        more_classes=("owl",),
    )
