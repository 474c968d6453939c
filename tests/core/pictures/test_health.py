"""What is wrong with a folder of pictures: each kind is told, with its files, and its mend takes it away."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.framing import Frame
from core.pictures.cache import PreparedPictures
from core.pictures.dataset import Dataset, Part, Picture, Rejected
from core.pictures.duplicates import Duplicates
from core.pictures.edits import Edits
from core.pictures.facts import Fact, PictureFacts
from core.pictures.health import Issue, health_report
from core.pictures.health.classes import small_classes
from core.pictures.health.looks import grey_classes
from core.pictures.scan import IN_NO_CLASS
from core.pictures.split import split_pictures
from core.words import say

FRAME = Frame(100)
PLAIN = Fact(200, 150, "JPEG", 0, 0, False, False)


class Folder:
    """Pictures with made-up facts: `add` some, then ask for the `report`, with or without edits."""

    def __init__(self) -> None:
        self._found: dict[str, tuple[str, Part | None, Fact]] = {}
        self._near: list[tuple[str, str]] = []
        self.rejected: tuple[Rejected, ...] = ()
        self.empty: tuple[str, ...] = ()

    def add(self, name: str, count: int, part: Part | None = None, **seen: Any) -> list[str]:
        """More pictures of a class; files with an equal `digest` are identical."""
        added = []
        for _ in range(count):
            number = len(self._found)
            file = f"{name}/{number:04}.jpg"
            self._found[file] = name, part, PLAIN._replace(**{"digest": number + 1_000_000, **seen})
            added.append(file)
        return added

    def alike(self, one: str, other: str) -> None:
        """The two look nearly the same."""
        self._near.append((one, other))

    def prepared(self) -> PreparedPictures:
        names = tuple(sorted({name for name, _, _ in self._found.values()}))
        pictures = tuple(
            Picture(file, names.index(self._found[file][0]), self._found[file][1]) for file in sorted(self._found)
        )
        facts = PictureFacts.of([self._found[picture.file][2] for picture in pictures])
        place = {picture.file: position for position, picture in enumerate(pictures)}
        first: dict[int, int] = {}
        identical = np.array(
            [first.setdefault(digest, at) for at, digest in enumerate(facts.digests.tolist())], np.int64
        )
        near = identical.copy()
        for one, other in self._near:
            groups = near[place[one]], near[place[other]]
            near[np.isin(near, groups)] = min(groups)
        dataset = Dataset(Path("/pictures"), names, pictures, self.rejected, self.empty)
        rows = np.arange(len(pictures))
        return PreparedPictures(
            dataset, FRAME, np.zeros((0, 1, 1, 3), np.uint8), rows, facts, Duplicates(identical, near)
        )

    def report(self, edits: Edits | None = None, frame: Frame = FRAME, from_arrays: bool = False) -> list[Issue]:
        edits = edits or Edits()
        whole = self.prepared()
        part = whole.chosen(*edits.apply(whole.dataset))
        split = split_pictures(part.dataset, 7, groups=part.duplicates.near, keep_together=edits.keep_together)
        found = list(health_report(part, split, edits, frame, whole.dataset, from_arrays))
        for issue in found:
            assert str(issue.message)
            assert not str(issue.message).endswith(".")
            assert str(issue.consequence).endswith(".") == (issue.severity != "good")
            assert len(issue.notes) in (0, len(issue.files))
            assert all(str(note).endswith(".") for note in issue.notes)
        return found

    def mended(self, issue: Issue, edits: Edits | None = None) -> list[Issue]:
        """The report after the first mend was clicked."""
        mend = issue.mends[0]
        assert str(mend.label)
        assert str(mend.done).endswith(".")
        return self.report(mend.edits(edits or Edits()))


@pytest.fixture
def folder() -> Folder:
    """Two healthy classes."""
    healthy = Folder()
    healthy.add("cat", 20)
    healthy.add("dog", 24)
    return healthy


def bad(report: list[Issue]) -> list[str]:
    return [issue.kind for issue in report if issue.severity != "good"]


def only(report: list[Issue]) -> Issue:
    (issue,) = (issue for issue in report if issue.severity != "good")
    return issue


def of_kind(report: list[Issue], kind: str) -> Issue:
    (issue,) = (issue for issue in report if issue.kind == kind and issue.severity != "good")
    return issue


def test_a_healthy_folder_is_told_to_be_so(folder: Folder) -> None:
    report = folder.report()
    assert bad(report) == []
    assert [str(issue.message) for issue in report] == [
        "Every file is a picture that can be read",
        "No picture stands in two classes",
        "No picture stands on both sides of the split",
        "No class is far smaller than the rest",
    ]


def test_nothing_and_one_picture_make_no_trouble() -> None:
    empty = Folder()
    assert bad(empty.report()) == ["one_class"]
    empty.add("cat", 1)
    assert bad(empty.report()) == ["one_class", "few_pictures"]


def test_unreadable_files_with_their_reasons(folder: Folder) -> None:
    page = say("Not a picture: the file holds a web page.")
    folder.rejected = (Rejected("cat/page.jpg", page), Rejected("cat/empty.png", say("The file is empty.")))
    issue = only(folder.report())
    assert (issue.kind, issue.severity) == ("unreadable", "error")
    assert str(issue.message) == "2 files cannot be read"
    assert issue.files == ("cat/page.jpg", "cat/empty.png")
    assert issue.notes[0] is page
    folder.rejected = folder.rejected[:1]
    assert str(only(folder.report()).consequence) == "It is left out. Not a picture: the file holds a web page."


def test_a_loose_file_is_not_called_unreadable(folder: Folder) -> None:
    folder.rejected = (Rejected("readme.txt", IN_NO_CLASS),)
    report = folder.report()
    assert only(report).kind == "loose"
    assert "Every file is a picture that can be read" in map(str, (issue.message for issue in report))


def test_a_file_that_is_not_what_its_name_says(folder: Folder) -> None:
    files = folder.add("cat", 2, format="PNG")
    issue = only(folder.report())
    assert (issue.kind, issue.severity, list(issue.files)) == ("misnamed", "info", files)
    assert str(issue.notes[0]) == "Holds PNG."


def test_copies_within_a_class_are_left_out_but_for_one(folder: Folder) -> None:
    files = folder.add("dog", 3, digest=5)
    issue = of_kind(folder.report(), "identical")
    assert str(issue.message) == "2 “dog” pictures are copies of others"
    assert list(issue.files) == files[1:]
    assert {str(note) for note in issue.notes} == {f"Identical with {files[0]}."}
    assert bad(folder.mended(issue)) == ["left_out"]


def test_identical_pictures_in_two_classes_are_all_left_out(folder: Folder) -> None:
    files = folder.add("cat", 1, digest=5) + folder.add("dog", 2, digest=5)
    report = folder.report()
    issue = only(report)
    assert (issue.kind, issue.severity, list(issue.files)) == ("identical", "error", files)
    assert str(issue.message) == "3 identical pictures stand in two classes"
    assert [str(note) for note in issue.notes] == [f"Identical with {files[1]}."] + [f"Identical with {files[0]}."] * 2
    assert "No picture stands in two classes" not in map(str, (issue.message for issue in report))
    left = only(folder.mended(issue))
    assert (left.kind, list(left.files)) == ("left_out", files)
    assert str(issue.mends[0].done) == "3 pictures left out of training."


def test_near_identical_pictures_in_two_classes(folder: Folder) -> None:
    (cat,), (dog,) = folder.add("cat", 1), folder.add("dog", 1)
    folder.alike(cat, dog)
    issue = only(folder.report())
    assert (issue.kind, issue.severity, issue.files) == ("near_identical", "warning", (cat, dog))
    assert bad(folder.mended(issue)) == ["left_out"]


def test_merging_the_two_classes_takes_the_contradiction_away(folder: Folder) -> None:
    (cat,), (dog,) = folder.add("cat", 1), folder.add("dog", 1)
    folder.add("bird", 20)
    folder.alike(cat, dog)
    assert bad(folder.report(Edits().renamed(("cat", "dog"), "pet"))) == ["kept_together"]


def test_look_alikes_of_one_class_are_kept_on_one_side(folder: Folder) -> None:
    one, other = folder.add("cat", 2)
    folder.alike(one, other)
    issue = only(folder.report())
    assert (issue.kind, issue.severity, issue.files) == ("kept_together", "info", (one, other))
    left = only(folder.mended(issue))
    assert (left.kind, left.files) == ("left_out", (other,))


def test_look_alikes_in_parts_that_the_folder_names(folder: Folder) -> None:
    one, other = folder.add("cat", 1, "training") + folder.add("cat", 1, "test")
    folder.alike(one, other)
    report = folder.report()
    issue = only(report)
    assert (issue.kind, issue.severity, issue.files) == ("on_both_sides", "warning", (one, other))
    assert str(issue.message) == "2 near-identical pictures stand in both training and test"
    assert str(issue.consequence) == "Results would look better than they are."
    assert "No picture stands on both sides of the split" not in map(str, (issue.message for issue in report))
    assert issue.mends[0].edits(Edits()) == Edits(keep_together=True)
    mended = folder.mended(issue)
    assert bad(mended) == ["kept_together"]


def test_copies_of_the_same_bytes_on_both_sides_are_called_identical(folder: Folder) -> None:
    folder.add("cat", 1, "training", digest=5)
    folder.add("cat", 1, "test", digest=5)
    assert str(of_kind(folder.report(), "on_both_sides").message) == (
        "2 identical pictures stand in both training and test"
    )


def test_a_user_who_lets_copies_lie_on_both_sides_is_told(folder: Folder) -> None:
    files = folder.add("cat", 20, digest=5)
    issue = of_kind(folder.report(Edits(keep_together=False)), "on_both_sides")
    assert list(issue.files) == files
    assert "on both sides of the split" in str(issue.message)


def test_a_class_far_smaller_than_the_rest(folder: Folder) -> None:
    files = folder.add("eel", 5)
    issue = only(folder.report())
    assert (issue.kind, issue.severity, list(issue.files)) == ("small_class", "warning", files)
    assert str(issue.message) == "“eel” has 5 pictures, the others about 22"
    weighted = only(folder.mended(issue))
    assert (weighted.kind, weighted.severity, weighted.mends) == ("small_class", "info", ())


@pytest.mark.parametrize(
    ("counts", "small"),
    [
        ([], []),
        ([5], []),
        ([100, 33], [1]),
        ([100, 34], []),
        ([80, 90, 100, 20], [3]),
        ([80, 90, 100, 40], []),
        ([100, 100, 100, 5, 6], [3, 4]),
        ([10, 10, 10, 1000], []),
    ],
)
def test_what_far_smaller_means(counts: list[int], small: list[int]) -> None:
    assert small_classes(np.array(counts, np.int64)).tolist() == small


def test_classes_with_fewer_than_three_pictures(folder: Folder) -> None:
    folder.add("eel", 1)
    issue = of_kind(folder.report(), "few_pictures")
    assert str(issue.message) == "“eel” has only 1 picture"
    folder.add("fox", 2)
    issue = of_kind(folder.report(), "few_pictures")
    assert str(issue.message) == "2 classes have fewer than 3 pictures: eel, fox"
    assert len(issue.files) == 3


def test_an_empty_class(folder: Folder) -> None:
    folder.empty = ("eel",)
    issue = only(folder.report())
    assert (issue.kind, str(issue.message)) == ("empty_class", "“eel” holds no pictures")
    assert "empty_class" not in bad(folder.mended(issue))


@pytest.mark.parametrize(("frame", "expected"), [(FRAME, 2), (Frame(100, "crop"), 2), (Frame(100, "pad"), 1)])
def test_pictures_smaller_than_the_training_size(folder: Folder, frame: Frame, expected: int) -> None:
    folder.add("cat", 1, width=300, height=99)
    folder.add("cat", 1, width=50, height=60)
    issue = only(folder.report(frame=frame))
    assert (issue.kind, issue.severity, len(issue.files)) == ("small_pictures", "info", expected)


def test_where_most_are_small_a_smaller_size_is_offered(folder: Folder) -> None:
    issue = only(folder.report(frame=Frame(300)))
    assert str(issue.message) == "All pictures are smaller than 300 × 300"
    assert [mend.size_px for mend in issue.mends] == [150], "what half of them have"


def test_pictures_of_one_colour(folder: Folder) -> None:
    files = folder.add("cat", 2, is_flat=True)
    issue = only(folder.report())
    assert (issue.kind, list(issue.files)) == ("flat", files)
    assert str(issue.notes[0]) == "In “cat”."
    assert bad(folder.mended(issue)) == ["left_out"]


def test_grey_pictures_of_one_class(folder: Folder) -> None:
    files = folder.add("cat", 5, is_grey=True)
    issue = only(folder.report())
    assert (issue.kind, issue.severity, list(issue.files)) == ("grey", "warning", files)
    assert str(issue.message) == "5 “cat” pictures are grey"
    assert bad(folder.mended(issue)) == ["left_out"]


def test_a_class_that_is_grey_as_a_whole_is_not_offered_to_be_left_out(folder: Folder) -> None:
    folder.add("eel", 20, is_grey=True)
    issue = only(folder.report())
    assert str(issue.message) == "All “eel” pictures are grey, the others in colour"
    assert issue.mends == ()


@pytest.mark.parametrize(
    ("grey", "given_away"), [([0, 0, 0], []), ([50, 50, 50], []), ([5, 5, 4], []), ([5, 0, 0], [0]), ([4, 0, 0], [])]
)
def test_grey_gives_away_only_where_it_differs(grey: list[int], given_away: list[int]) -> None:
    counts = np.array([50, 50, 50]) * 2
    labels = np.repeat(np.arange(3, dtype=np.int32), 100)
    is_grey = np.concatenate([np.arange(100) < share for share in grey])
    assert grey_classes(labels, is_grey, counts).tolist() == given_away


def test_a_folder_in_grey_is_no_matter(folder: Folder) -> None:
    all_grey = Folder()
    all_grey.add("cat", 20, is_grey=True)
    all_grey.add("dog", 20, is_grey=True)
    assert bad(all_grey.report()) == []


def test_copies_in_files_of_arrays(folder: Folder) -> None:
    issue = only(folder.report(from_arrays=True))
    assert (issue.kind, issue.severity) == ("augmented_copies", "warning")


def test_numbered_classes_of_arrays_want_names(folder: Folder) -> None:
    named = {each.kind for each in folder.report(from_arrays=True)}
    assert "unnamed" not in named
    numbers = Edits().renamed(["cat"], "class 1").renamed(["dog"], "class 2")
    assert "unnamed" in {each.kind for each in folder.report(numbers, from_arrays=True)}
    assert "unnamed" not in {each.kind for each in folder.report(numbers)}


def test_what_was_left_out_can_be_taken_in_again(folder: Folder) -> None:
    files = folder.add("cat", 2)
    edits = Edits().leaving_out([*files, "long/gone.jpg"])
    issue = only(folder.report(edits))
    assert (issue.kind, issue.severity, list(issue.files)) == ("left_out", "info", files)
    assert bad(folder.mended(issue, edits)) == []


def test_a_class_that_was_left_out_can_be_taken_in_again(folder: Folder) -> None:
    folder.add("eel", 20)
    edits = Edits(without_classes=frozenset({"eel"}))
    issue = only(folder.report(edits))
    assert str(issue.message) == "The class “eel” is left out"
    assert bad(folder.mended(issue, edits)) == []


def test_the_most_severe_comes_first(folder: Folder) -> None:
    folder.rejected = (Rejected("cat/page.jpg", say("The file is empty.")),)
    folder.add("cat", 1, format="PNG")
    folder.add("dog", 1, is_flat=True)
    folder.add("eel", 2)
    assert [issue.severity for issue in folder.report()] == ["error", *["warning"] * 3, "info", *["good"] * 2]
