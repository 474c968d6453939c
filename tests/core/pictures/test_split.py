"""Which picture is in which part: stratified, seeded, disjoint, complete, and the same after a round trip."""

import csv
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import DatasetError
from core.pictures.dataset import PARTS, Dataset, Part, Picture
from core.pictures.split import (
    Shares,
    Split,
    dataset_of_split,
    read_split,
    reused_split,
    split_pictures,
    write_split,
)

counts = st.lists(st.integers(1, 60), min_size=2, max_size=6)
seeds = st.integers(0, 2**31 - 1)


def dataset(counts: list[int], parts: dict[str, int] | None = None) -> Dataset:
    """A class per count; with `parts`, each class has that many pictures in each named part."""
    given: list[tuple[Part | None, int]] = [(name, n) for name, n in parts.items()] if parts else []  # type: ignore[misc]
    pictures = [
        Picture(f"{part}/{label}/{number}.png", label, part)
        for label, count in enumerate(counts)
        for part, each in (given or [(None, count)])
        for number in range(each)
    ]
    return Dataset(Path("/p"), tuple(f"class {label}" for label in range(len(counts))), tuple(pictures))


def as_lists(split: Split) -> list[list[int]]:
    return [split.of(part).tolist() for part in PARTS]


@given(counts, seeds)
def test_parts_are_disjoint_and_complete(counts: list[int], seed: int) -> None:
    found = dataset(counts)
    split = split_pictures(found, seed)
    together = np.concatenate([split.of(part) for part in PARTS])
    assert sorted(together.tolist()) == list(range(len(found.pictures)))
    assert all(each == sorted(each) for each in as_lists(split))


@given(counts, seeds)
def test_every_class_is_in_every_part_that_it_can_fill(counts: list[int], seed: int) -> None:
    found = dataset(counts)
    split = split_pictures(found, seed)
    for label, count in enumerate(counts):
        in_part = {part: int((found.labels[split.of(part)] == label).sum()) for part in PARTS}
        assert in_part["training"] >= 1
        if count >= 3:
            assert in_part["validation"] >= 1
            assert in_part["test"] >= 1
        for part, share in (("validation", 0.15), ("test", 0.15)):
            assert abs(in_part[part] - count * share) <= 1


@given(counts, seeds)
def test_the_same_seed_gives_the_same_split(counts: list[int], seed: int) -> None:
    assert as_lists(split_pictures(dataset(counts), seed)) == as_lists(split_pictures(dataset(counts), seed))


def test_another_seed_gives_another_split() -> None:
    splits = {str(as_lists(split_pictures(dataset([30, 30]), seed))) for seed in range(5)}
    assert len(splits) == 5


def test_seventy_fifteen_fifteen() -> None:
    split = split_pictures(dataset([100, 20]), 7)
    assert [len(part) for part in as_lists(split)] == [84, 18, 18]


def test_pictures_are_shuffled_not_cut_in_file_order() -> None:
    split = split_pictures(dataset([100, 100]), 7)
    assert split.training.tolist() != list(range(len(split.training)))
    assert len(set(split.test[split.test < 100]) - set(range(85, 100))) > 5


def test_one_class_does_not_disturb_the_split_of_another() -> None:
    """A picture more in the second class leaves the first as it was."""
    one, other = split_pictures(dataset([40, 20]), 7), split_pictures(dataset([40, 21]), 7)
    assert [i for i in one.test if i < 40] == [i for i in other.test if i < 40]


@given(seeds)
def test_given_parts_are_kept(seed: int) -> None:
    found = dataset([0, 0], {"training": 8, "validation": 3, "test": 2})
    split = split_pictures(found, seed)
    for part in PARTS:
        assert {found.pictures[i].part for i in split.of(part)} == {part}


def test_a_missing_validation_part_is_taken_from_training_only() -> None:
    found = dataset([0, 0], {"training": 20, "test": 5})
    split = split_pictures(found, 7)
    assert len(split.validation) == 6
    assert {found.pictures[i].part for i in split.validation} == {"training"}
    assert [found.pictures[i].part for i in split.test] == ["test"] * 10


def test_a_missing_test_part_is_taken_from_training_only() -> None:
    found = dataset([0, 0], {"training": 20, "validation": 5})
    split = split_pictures(found, 7)
    assert len(split.test) == 6
    assert {found.pictures[i].part for i in split.test} == {"training"}


@given(counts, seeds, st.floats(0, 0.5), st.floats(0, 0.4))
def test_a_share_of_nothing_gives_nothing(counts: list[int], seed: int, validation: float, test: float) -> None:
    split = split_pictures(dataset(counts), seed, Shares(1 - validation, validation, 0))
    assert len(split.test) == 0
    split = split_pictures(dataset(counts), seed, Shares(1 - test, 0, test))
    assert len(split.validation) == 0


def test_small_training_shares_still_leave_every_class_a_training_picture() -> None:
    found = dataset([4, 4])
    split = split_pictures(found, 7, Shares(0.2, 0.4, 0.4))
    assert set(found.labels[split.training].tolist()) == {0, 1}


def odd(*names: str) -> Dataset:
    pictures = tuple(Picture(f"{name}/{name}.png", label) for label, name in enumerate(names))
    return Dataset(Path("/p"), names, pictures)


ODD_NAMES = ("a, b", 'say "hi"', "two\nlines", "犬", "'", "=1+1", " space ", "a;b", "\\n")


def test_odd_names_survive_the_file(tmp_path: Path) -> None:
    found = odd(*ODD_NAMES)
    split = Split(np.array([0, *range(3, len(ODD_NAMES))]), np.array([1]), np.array([2]))
    write_split(tmp_path / "split.csv", found, split)
    expected = dict.fromkeys([picture.file for picture in found.pictures], "training")
    expected |= {found.pictures[1].file: "validation", found.pictures[2].file: "test"}
    assert read_split(tmp_path / "split.csv") == expected


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0/\r"), min_size=1), unique=True))
def test_any_name_survives_the_file(tmp_path_factory: pytest.TempPathFactory, names: list[str]) -> None:
    path = tmp_path_factory.mktemp("split") / "split.csv"
    found = odd(*names)
    positions = np.arange(len(names))
    write_split(path, found, Split(positions[::3], positions[1::3], positions[2::3]))
    assert read_split(path) == {picture.file: PARTS[i % 3] for i, picture in enumerate(found.pictures)}


def test_a_carriage_return_survives_the_file(tmp_path: Path) -> None:
    write_split(tmp_path / "split.csv", odd("a\rb", "c"), Split(np.array([0, 1]), np.array([], int), np.array([], int)))
    assert list(read_split(tmp_path / "split.csv")) == ["a\rb/a\rb.png", "c/c.png"]


def test_the_file_is_a_table_that_others_read(tmp_path: Path) -> None:
    found = dataset([4, 4])
    write_split(tmp_path / "split.csv", found, split_pictures(found, 7))
    with (tmp_path / "split.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert list(rows[0]) == ["file", "class", "part"]
    assert [row["file"] for row in rows] == [picture.file for picture in found.pictures]
    assert [row["class"] for row in rows] == ["class 0"] * 4 + ["class 1"] * 4


def test_a_file_name_that_is_no_unicode_is_written_as_python_spells_it(tmp_path: Path) -> None:
    found = Dataset(Path("/p"), ("a", "b"), (Picture("a/\udce9.png", 0), Picture("b/1.png", 1)))
    write_split(tmp_path / "split.csv", found, Split(np.array([0, 1]), np.array([], int), np.array([], int)))
    assert list(read_split(tmp_path / "split.csv")) == [r"a/\udce9.png", "b/1.png"]


def test_a_class_name_that_is_no_unicode_is_written_as_python_spells_it(tmp_path: Path) -> None:
    found = Dataset(Path("/p"), ("b", "caf\udce9"), (Picture("b/1.png", 0), Picture("caf\udce9/1.png", 1)))
    write_split(tmp_path / "split.csv", found, Split(np.array([0, 1]), np.array([], int), np.array([], int)))
    assert r"caf\udce9" in (tmp_path / "split.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "text", ["file,class\na,b\n", "name,part\na,training\n", "file,class,part\na,b,elsewhere\n", "file,class,part\na\n"]
)
def test_a_broken_file_is_a_value_error(tmp_path: Path, text: str) -> None:
    (tmp_path / "split.csv").write_text(text)
    with pytest.raises(ValueError, match=r"no column|none of"):
        read_split(tmp_path / "split.csv")


def test_a_quote_without_end_is_a_value_error(tmp_path: Path) -> None:
    (tmp_path / "split.csv").write_text('file,class,part\n"' + "a" * 200_000)
    with pytest.raises(ValueError, match=r"."):
        read_split(tmp_path / "split.csv")


def test_a_missing_file_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_split(tmp_path / "split.csv")


def grouped(*groups: tuple[int, ...], count: int) -> np.ndarray:
    found = np.arange(count)
    for group in groups:
        found[list(group)] = min(group)
    return found


def sides(split: Split, count: int) -> list[str]:
    part = np.empty(count, object)
    for name in PARTS:
        part[split.of(name)] = name
    return part.tolist()


@given(counts, seeds, st.data())
def test_pictures_of_a_group_stay_on_one_side(counts: list[int], seed: int, data: st.DataObject) -> None:
    found = dataset(counts)
    size = len(found.pictures)
    groups = np.array(data.draw(st.lists(st.integers(0, max(1, size // 3)), min_size=size, max_size=size)))
    part = sides(split_pictures(found, seed, groups=groups), size)
    for group in set(groups.tolist()):
        assert len({part[i] for i in np.flatnonzero(groups == group)}) == 1
    assert {found.labels[i] for i in range(size) if part[i] == "training"} == set(range(len(counts)))


@given(counts, seeds)
def test_groups_of_one_change_nothing(counts: list[int], seed: int) -> None:
    found = dataset(counts)
    alone = split_pictures(found, seed, groups=np.arange(len(found.pictures)))
    assert as_lists(alone) == as_lists(split_pictures(found, seed))


def test_groups_are_ignored_where_told() -> None:
    found, groups = dataset([30, 30]), grouped(tuple(range(30)), count=60)
    told = split_pictures(found, 7, groups=groups, keep_together=False)
    assert as_lists(told) == as_lists(split_pictures(found, 7))


def test_parts_that_the_folder_names_are_kept_unless_told_otherwise() -> None:
    found = dataset([0, 0], {"training": 4, "validation": 2, "test": 2})
    groups = grouped((0, 6), count=16)  # a training and a test picture of the first class
    assert found.pictures[6].part == "test"
    assert sides(split_pictures(found, 7, groups=groups), 16)[6] == "test"
    moved = sides(split_pictures(found, 7, groups=groups, keep_together=True), 16)
    assert (moved[0], moved[6]) == ("training", "training")
    assert moved[7] == "test"


def test_training_pictures_like_a_given_test_picture_do_not_become_validation() -> None:
    found = dataset([0, 0], {"training": 20, "test": 5})
    groups = grouped((*range(10), 20), count=50)
    part = sides(split_pictures(found, 7, groups=groups), 50)
    assert set(part[:10]) == {"training"}
    assert part[20] == "test"


def test_an_earlier_split_is_kept_and_new_pictures_are_shared_out() -> None:
    found = dataset([40, 40])
    reused = {picture.file: PARTS[i % 3] for i, picture in enumerate(found.pictures[:40])}
    part = sides(split_pictures(found, 7, reused=reused), 80)
    assert part[:40] == [PARTS[i % 3] for i in range(40)]
    assert set(part[40:]) == set(PARTS)


def test_a_new_picture_follows_its_like_in_an_earlier_split() -> None:
    found = dataset([10, 10])
    reused: dict[str, Part] = {found.pictures[0].file: "test"}
    part = sides(split_pictures(found, 7, reused=reused, groups=grouped((0, 5), count=20)), 20)
    assert (part[0], part[5]) == ("test", "test")


def test_an_earlier_split_wins_over_the_folders_names() -> None:
    found = dataset([0, 0], {"training": 4, "test": 4})
    reused: dict[str, Part] = dict.fromkeys((picture.file for picture in found.pictures), "training")
    reused[found.pictures[0].file] = "validation"
    split = split_pictures(found, 7, reused=reused)
    assert as_lists(split)[1:] == [[0], []]


@given(seeds)
def test_new_training_pictures_do_not_become_test_pictures_where_the_folder_has_some(seed: int) -> None:
    found = dataset([0, 0], {"training": 20, "test": 5})
    reused = {picture.file: picture.part or "training" for picture in found.pictures if picture.file.endswith("/0.png")}
    part = sides(split_pictures(found, seed, reused=reused), 50)
    assert [picture.part == "test" for picture in found.pictures] == [each == "test" for each in part]
    assert "validation" in part


@pytest.mark.parametrize("file", ["caf\udce9/1.png", "caf\udce9 \udc80/x\udcff.png"])
def test_a_file_name_that_is_no_unicode_is_found_again(tmp_path: Path, file: str) -> None:
    found = Dataset(tmp_path, ("a", "b"), (Picture(file, 0), Picture("b/1.png", 1), Picture("b/2.png", 1)))
    write_split(tmp_path / "split.csv", found, Split(np.array([1]), np.array([2]), np.array([0])))
    reused = reused_split(tmp_path / "split.csv", found)
    assert sides(split_pictures(found, 7, reused=reused), 3) == ["test", "training", "validation"]
    again = dataset_of_split(tmp_path / "split.csv", tmp_path)
    assert [(each.file, each.part) for each in again.pictures] == [
        (file, "test"),
        ("b/1.png", "training"),
        ("b/2.png", "validation"),
    ]


def test_a_file_that_is_called_as_python_spells_another_is_itself(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / r"x\udce9.png").touch()
    found = Dataset(tmp_path, ("a",), (Picture(r"a/x\udce9.png", 0),))
    write_split(tmp_path / "split.csv", found, Split(np.array([0]), np.array([], int), np.array([], int)))
    assert dataset_of_split(tmp_path / "split.csv", tmp_path).pictures[0].file == r"a/x\udce9.png"


def test_the_pictures_of_a_split_are_those_that_it_was_made_of(tmp_path: Path) -> None:
    """With the names that their classes were given, and photos from elsewhere."""
    pictures = (Picture("a/1.png", 1), Picture("b/1.png", 1), Picture("/elsewhere/写真.png", 0))
    found = Dataset(Path("/p"), ("a, b", "犬"), pictures)
    write_split(tmp_path / "split.csv", found, Split(np.array([0]), np.array([1]), np.array([2])))
    again = dataset_of_split(tmp_path / "split.csv", Path("/p"))
    assert again.class_names == found.class_names
    assert [(each.file, each.label, each.part) for each in again.pictures] == [
        ("a/1.png", 1, "training"),
        ("b/1.png", 1, "validation"),
        ("/elsewhere/写真.png", 0, "test"),
    ]
    assert again.path(again.pictures[2]) == Path("/elsewhere/写真.png")


def test_a_split_that_names_none_of_the_pictures_is_refused(tmp_path: Path) -> None:
    write_split(
        tmp_path / "split.csv", odd("ant", "bee"), Split(np.array([0, 1]), np.array([], int), np.array([], int))
    )
    reused_split(tmp_path, odd("bee", "cat"))
    with pytest.raises(DatasetError, match="names no picture of “p”"):
        reused_split(tmp_path, odd("cat", "dog"))


@given(st.integers(0, 49), st.integers(0, 49))
def test_shares_as_people_write_them(validation: int, test: int) -> None:
    written = f"{100 - validation - test}/{validation}/{test}"
    shares = Shares.parse(written)
    assert str(shares) == written
    assert shares == Shares.parse(written.replace("/", ", "))


@pytest.mark.parametrize(
    "text", ["", "70", "70/15", "70/15/16", "-10/60/50", "a/b/c", "nan/1/0", "25/25/25/25", "1e999/1"]
)
def test_what_are_no_shares(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        Shares.parse(text)


def test_two_shares_keep_nothing_for_the_test() -> None:
    assert Shares.parse("80/20") == Shares(0.8, 0.2, 0)


def test_a_split_is_read_from_a_run_or_a_file(tmp_path: Path) -> None:
    found = dataset([4, 4])
    split = split_pictures(found, 7)
    write_split(tmp_path / "split.csv", found, split)
    assert reused_split(tmp_path) == reused_split(tmp_path / "split.csv") == read_split(tmp_path / "split.csv")


def test_a_table_that_went_through_a_spreadsheet_is_read(tmp_path: Path) -> None:
    rows = "file,class,part\r\n犬/1.png,犬,test\r\n\r\nb/1.png,b,training\r\n"
    (tmp_path / "mine.csv").write_text(rows, encoding="utf-8-sig", newline="")
    assert reused_split(tmp_path / "mine.csv") == {"犬/1.png": "test", "b/1.png": "training"}


@given(counts, seeds, st.data())
def test_what_joins_a_group_of_an_earlier_split_is_on_its_side(
    counts: list[int], seed: int, data: st.DataObject
) -> None:
    found = dataset(counts)
    size = len(found.pictures)
    groups = np.array(data.draw(st.lists(st.integers(0, max(1, size // 3)), min_size=size, max_size=size)))
    side = data.draw(st.lists(st.sampled_from(PARTS), min_size=size, max_size=size))
    reused = {found.pictures[i].file: side[groups[i]] for i in range(0, size, 2)}
    part = sides(split_pictures(found, seed, reused=reused, groups=groups), size)
    for group in set(groups.tolist()):
        members = np.flatnonzero(groups == group)
        assert len({part[i] for i in members}) == 1
        if any(found.pictures[i].file in reused for i in members):
            assert part[members[0]] == side[group]


@pytest.mark.parametrize("text", ["", "a,b\n1,2\n", "file,class,part\nx,y,nowhere\n", None])
def test_a_split_that_is_none_is_refused(tmp_path: Path, text: str | None) -> None:
    if text is not None:
        (tmp_path / "split.csv").write_text(text)
    with pytest.raises(DatasetError, match="cannot be used again"):
        reused_split(tmp_path)
