"""Pictures that count for another class than the one of their folder: nothing on the disk moves."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.framing import Frame
from core.pictures.cache import prepare
from core.pictures.dataset import Dataset, Part, Picture
from core.pictures.edits import Edits
from core.pictures.scan import scan
from core.pictures.split import read_rows, split_pictures
from core.training.config import TrainingConfig
from tests.core.pictures.test_edits import added, dataset, edits, files
from tests.core.pictures.test_health import Folder, bad, of_kind

FOUND = dataset(frozenset(f"{name}/{number}.png" for name in ("ant", "bee", "cat") for number in range(3)))


def shown(changed: Edits, found: Dataset = FOUND) -> dict[str, str]:
    """The class that each picture is learned as."""
    part, _ = changed.apply(changed.with_added(found))
    return {each.file: part.class_names[each.label] for each in part.pictures}


def moved(*names: str, to: str) -> Edits:
    return Edits().moving(dict.fromkeys(names, to))


@given(edits, st.frozensets(files | added))
def test_moving_back_undoes_moving(before: Edits, some: frozenset[str]) -> None:
    before = replace(before, moved={file: to for file, to in before.moved.items() if file not in some})
    after = before.moving(dict.fromkeys(some, "bee"))
    assert after.moving_back(some) == before
    assert after.moving_back(some | frozenset(after.moved)).moved == {}


@given(st.frozensets(files, min_size=1), edits)
def test_only_the_class_changes_not_the_place_nor_the_part(found: frozenset[str], changed: Edits) -> None:
    parts: tuple[Part, ...] = ("training", "test")
    whole = dataset(found)
    pictures = tuple(replace(each, part=parts[at % 2]) for at, each in enumerate(whole.pictures))
    whole = replace(whole, pictures=pictures)
    part, positions = changed.apply(whole)
    for picture, position in zip(part.pictures, positions.tolist(), strict=True):
        assert (picture.file, picture.part) == (pictures[position].file, pictures[position].part)


def test_the_folder_as_it_was_found_stays_as_it_is() -> None:
    before = FOUND.labels.copy()
    changed = moved("ant/0.png", to="cat")
    assert changed.labels_of(FOUND).tolist() == [2, 0, 0, 1, 1, 1, 2, 2, 2]
    assert shown(changed) == {**shown(Edits()), "ant/0.png": "cat"}
    np.testing.assert_array_equal(FOUND.labels, before)
    assert Edits().labels_of(FOUND).tolist() == before.tolist()


def test_a_class_all_of_whose_pictures_moved_is_none() -> None:
    changed = moved("bee/0.png", "bee/1.png", "bee/2.png", to="ant")
    part, positions = changed.apply(FOUND)
    assert part.class_names == ("ant", "cat")
    assert part.counts == {"ant": 6, "cat": 3}
    assert positions.tolist() == list(range(9))
    back, _ = changed.moving_back(["bee/1.png"]).apply(FOUND)
    assert back.counts == {"ant": 5, "bee": 1, "cat": 3}


def test_a_class_that_is_gone_leaves_pictures_where_their_folders_have_them() -> None:
    assert shown(moved("ant/0.png", to="wasp")) == shown(Edits())
    assert shown(moved("ant/0.png", "wasp/9.png", to="bee"))["ant/0.png"] == "bee", "nor does a file that is gone hurt"


def test_moved_into_a_class_that_is_left_out_a_picture_is_left_out_and_moved_out_of_one_it_is_not() -> None:
    changed = moved("ant/0.png", to="bee").moving({"bee/0.png": "cat"}).leaving_out_classes(["bee"])
    assert shown(changed) == {
        **{f"ant/{number}.png": "ant" for number in (1, 2)},
        "bee/0.png": "cat",
        **{f"cat/{number}.png": "cat" for number in range(3)},
    }


def test_moved_into_a_merged_class_a_picture_has_its_name() -> None:
    changed = moved("ant/0.png", to="bee").renamed(["bee", "cat"], "乗り物")
    assert shown(changed)["ant/0.png"] == "乗り物"
    assert sorted(set(shown(changed).values())) == ["ant", "乗り物"]
    # Between two folders of one class.
    assert shown(changed.moving({"bee/0.png": "cat"}))["bee/0.png"] == "乗り物"
    # The name of a folder may be another class's by now.
    swapped = moved("ant/0.png", to="bee").renamed(["bee"], "cat").renamed(["cat"], "bee")
    assert shown(swapped)["ant/0.png"] == "cat"


def test_a_photo_from_elsewhere_is_moved_too() -> None:
    changed = Edits().adding({"/photos/x.png": "ant"}).moving({"/photos/x.png": "cat"})
    assert shown(changed)["/photos/x.png"] == "cat"
    whole = changed.with_added(FOUND)
    taken_back, _ = replace(changed, added={}).apply(whole)
    assert taken_back == FOUND


def test_a_photo_may_be_moved_into_a_class_that_only_photos_from_elsewhere_make() -> None:
    changed = Edits(more_classes=("owl",)).adding({"/photos/x.png": "owl"}).moving({"cat/0.png": "owl"})
    assert shown(changed)["cat/0.png"] == "owl"
    assert shown(replace(changed, added={}))["cat/0.png"] == "cat"


def test_what_is_left_out_stays_so() -> None:
    changed = moved("ant/0.png", to="bee").leaving_out(["ant/0.png"])
    assert "ant/0.png" not in shown(changed)
    assert shown(changed.taking_in(["ant/0.png"]))["ant/0.png"] == "bee"


def test_the_fingerprint_tells_of_it() -> None:
    changed = moved("ant/0.png", to="bee")
    prints = [each.apply(FOUND)[0].fingerprint() for each in (Edits(), changed, changed.moving_back(["ant/0.png"]))]
    assert prints[0] == prints[2] != prints[1]


def test_a_moved_picture_is_shared_out_with_its_new_class() -> None:
    found = Dataset(
        Path("/pictures"),
        ("ant", "bee"),
        tuple(
            Picture(f"{name}/{number:02}.png", label)
            for label, name in enumerate(("ant", "bee"))
            for number in range(20)
        ),
    )
    changed = Edits().moving({f"ant/{number:02}.png": "bee" for number in range(10)})
    part, _ = changed.apply(found)
    split = split_pictures(part, 7)
    assert np.bincount(part.labels[split.test]).tolist() == [2, 4]


# ---- the health report


@pytest.fixture
def folder() -> Folder:
    healthy = Folder()
    healthy.add("cat", 20)
    healthy.add("dog", 24)
    return healthy


@pytest.mark.parametrize("count", [1, 3])
def test_what_was_moved_is_told_and_can_be_moved_back(folder: Folder, count: int) -> None:
    files = [f"cat/{number:04}.jpg" for number in range(count)]
    changed = moved(*files, to="dog").renamed(["dog"], "hound")
    issue = of_kind(folder.report(changed), "moved")
    assert issue.severity == "info"
    assert str(issue.message).startswith("1 picture counts" if count == 1 else "3 pictures count")
    assert issue.files == tuple(files)
    assert {str(each) for each in issue.notes} == {"Counts as “hound”."}
    assert issue.mends[0].edits(changed) == Edits().renamed(["dog"], "hound")
    assert bad(folder.mended(issue, changed)) == []


def test_what_counts_for_its_folder_all_the_same_is_not_told(folder: Folder) -> None:
    """Its class is gone, or is the same class, or it is left out."""
    folder.add("puma", 20)
    merged = Edits().renamed(["cat", "puma"], "big cat")
    for changed in (
        moved("cat/0000.jpg", to="wolf"),
        moved("cat/0000.jpg", to="cat"),
        merged.moving({"cat/0000.jpg": "puma"}),
        moved("cat/0000.jpg", to="dog").leaving_out(["cat/0000.jpg"]),
        moved("cat/0000.jpg", to="dog").leaving_out_classes(["dog"]),
        moved("lynx/0000.jpg", to="dog"),
    ):
        assert "moved" not in bad(folder.report(changed)), changed


def test_a_mend_moves_back_what_it_names_and_nothing_else(folder: Folder) -> None:
    changed = moved("cat/0001.jpg", to="dog").moving({"cat/0002.jpg": "wolf"})
    issue = of_kind(folder.report(changed), "moved")
    assert issue.files == ("cat/0001.jpg",)
    assert issue.mends[0].edits(changed).moved == {"cat/0002.jpg": "wolf"}


# ---- a training


@pytest.mark.heavy
def test_a_run_learns_moved_pictures_as_what_they_count_for_also_when_it_goes_on(make_colours: Any) -> None:
    """Whatever the user changes meanwhile."""
    from core.results.evaluation import judge
    from core.training.runs import read_facts
    from core.training.train import resume, train

    folder = make_colours(per_class=12)
    found = scan(folder)
    blues = [f"blue/{number:03}.png" for number in range(12)]
    changed = Edits().moving(dict.fromkeys(blues[:6], "red")).moving({"red/000.png": "green"})
    part, _ = changed.apply(found)
    config = TrainingConfig(image_size_px=16, epochs=1, batch_size=8, seed=3)
    run = train(part, config).run
    classes = {file: name for file, name, _ in read_rows(run / "split.csv")}
    assert classes == {**shown(changed, found)}
    facts = read_facts(run)
    assert facts.fingerprint == part.fingerprint() != found.fingerprint()

    outcome = resume(run, 2)
    assert {file: name for file, name, _ in read_rows(run / "split.csv")} == classes
    assert read_facts(run).contents == facts.contents
    results = judge(run)
    assert results.summaries["test"].loss == pytest.approx(outcome.test_loss, rel=1e-5)
    for judged in results.parts.values():
        names = [results.class_names[label] for label in judged.labels.tolist()]
        pictures = [results.prepared.dataset.pictures[position] for position in judged.positions.tolist()]
        assert names == [classes[each.file] for each in pictures]
    learned = results.summaries["training"].confusion.sum(axis=1)
    assert learned.sum() == len(results.parts["training"])
    assert sum(summary.confusion.sum(axis=1) for summary in results.summaries.values()).tolist() == [6, 13, 17]


@pytest.mark.heavy
def test_a_moved_picture_with_a_copy_where_it_came_from_is_for_training(make_colours: Any) -> None:
    """Like every picture that stands in two classes."""
    from core.training.train import train

    folder = make_colours(per_class=12)
    (folder / "blue" / "copy.png").write_bytes((folder / "blue" / "003.png").read_bytes())
    part, _ = moved("blue/copy.png", to="red").apply(scan(folder))
    near = prepare(part, Frame(16)).duplicates.near.tolist()
    pair = [part.pictures[at].file for at, group in enumerate(near) if near.count(group) > 1]
    assert pair == ["blue/003.png", "blue/copy.png"]
    for seed in range(3):
        run = train(part, TrainingConfig(image_size_px=16, epochs=1, batch_size=8, seed=seed)).run
        part_of = {file: part for file, _, part in read_rows(run / "split.csv")}
        assert {part_of[each] for each in pair} == {"training"}
