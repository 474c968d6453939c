"""The list of pictures: counts, fingerprint, leaving files out, and what is said where it cannot be trained on."""

from pathlib import Path

import pytest

from core.errors import DatasetError
from core.pictures.dataset import Dataset, Picture, Rejected
from core.words import say


def dataset(counts: dict[str, int], **more: object) -> Dataset:
    names = tuple(counts)
    pictures = tuple(
        Picture(f"{name}/{number}.png", label)
        for label, (name, count) in enumerate(counts.items())
        for number in range(count)
    )
    return Dataset(Path("/pictures"), names, pictures, **more)  # type: ignore[arg-type]


def rejected(*files: str) -> list[Rejected]:
    return [Rejected(file, say("The file is empty.")) for file in files]


def test_labels_and_counts() -> None:
    found = dataset({"cat": 2, "dog": 3})
    assert found.labels.tolist() == [0, 0, 1, 1, 1]
    assert found.counts == {"cat": 2, "dog": 3}
    assert not found.has_parts
    assert found.path(found.pictures[0]) == Path("/pictures/cat/0.png")


def test_leaving_files_out_keeps_order_and_labels() -> None:
    left = dataset({"cat": 2, "dog": 2}).without(rejected("dog/0.png"))
    assert [picture.file for picture in left.pictures] == ["cat/0.png", "cat/1.png", "dog/1.png"]
    assert left.labels.tolist() == [0, 0, 1]
    assert [each.file for each in left.rejected] == ["dog/0.png"]


def test_a_class_that_loses_its_last_picture_becomes_empty_and_labels_close_up() -> None:
    left = dataset({"ant": 1, "bee": 1, "cat": 2}, empty_classes=("zebra",)).without(rejected("ant/0.png"))
    assert left.class_names == ("bee", "cat")
    assert left.empty_classes == ("ant", "zebra")
    assert [(picture.file, left.class_names[picture.label]) for picture in left.pictures] == [
        ("bee/0.png", "bee"),
        ("cat/0.png", "cat"),
        ("cat/1.png", "cat"),
    ]


def test_leaving_out_adds_to_what_was_left_out_before() -> None:
    before = dataset({"a": 3, "b": 3}).without(rejected("b/1.png"))
    assert [each.file for each in before.without(rejected("a/1.png")).rejected] == ["a/1.png", "b/1.png"]
    assert before.without([]) is before


def test_the_fingerprint_is_of_names_and_classes_not_of_the_place() -> None:
    here = dataset({"cat": 2, "dog": 2})
    there = Dataset(Path("/elsewhere"), here.class_names, tuple(reversed(here.pictures)))
    assert here.fingerprint() == there.fingerprint()
    assert here.fingerprint() != dataset({"cat": 2, "dog": 3}).fingerprint()
    assert here.fingerprint() != here.without(rejected("cat/1.png")).fingerprint()
    assert len(here.fingerprint()) == 16


def test_the_fingerprint_takes_names_that_are_no_unicode() -> None:
    odd = Dataset(Path("/p"), ("caf\udce9",), (Picture("caf\udce9/1.png", 0),))
    assert len(odd.fingerprint()) == 16


def test_two_classes_are_enough() -> None:
    dataset({"a": 1, "b": 1}).require_trainable()


@pytest.mark.parametrize(
    ("found", "message"),
    [
        (dataset({}), "“pictures” holds no pictures in subfolders"),
        (dataset({"cat": 3}), r"“pictures” holds one class with pictures \(“cat”\), and telling apart takes"),
        (
            dataset({}, rejected=tuple(rejected("a.png"))),
            "The one file in “pictures” cannot be used. The file is empty",
        ),
        (
            dataset({}, rejected=tuple(rejected("a.png", "b.png"))),
            r"None of the 2 files in “pictures” can be used. The first, a.png: The file is empty",
        ),
    ],
)
def test_too_few_classes_say_what_to_make(found: Dataset, message: str) -> None:
    with pytest.raises(DatasetError, match=message) as caught:
        found.require_trainable()
    assert "one subfolder for each thing" in str(caught.value.hint)
