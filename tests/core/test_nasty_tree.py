"""A folder as people have them, with all that goes wrong in one: scanned, checked, and trained on."""

import tarfile
from collections import defaultdict
from pathlib import Path

import pytest

from core.pictures.split import read_split
from tests.core.command_line import answer

ARCHIVE = Path(__file__).parents[3] / "shared" / "data" / "nasty_tree.tar"

pytestmark = pytest.mark.skipif(not ARCHIVE.is_file(), reason=f"the odd folder is not beside the project: {ARCHIVE}")

Capture = pytest.CaptureFixture[str]

# Each with a word of its reason.
REJECTED = {
    "kangaroo/own_bomb_error_20000x20000.png": "20,000 × 20,000",
    "kangaroo/own_html.jpg": "web page",
    "kangaroo/own_truncated_50.jpg": "cut off",
    "loose_in_root.jpg": "in no class folder",
    "only_junk/own_random.png": "Not a picture",
    "only_junk/own_text.jpg": "plain text",
    "only_junk/own_zero_byte.jpg": "empty",
}
COUNTS = {"class with 'quote & %20": 9, "ibis": 20, "kangaroo": 23, "nested": 2, "one_image": 1, "ネコ 猫": 9}


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    with tarfile.open(ARCHIVE) as archive:
        # The archive is the project's own; the stricter filters refuse its link to the folder above.
        archive.extractall(tmp_path, filter="fully_trusted")
    return tmp_path / "nasty_tree"


def test_every_file_that_is_left_out_is_named_with_its_reason(tree: Path, capsys: Capture) -> None:
    found = answer(capsys, "scan", tree)
    assert found["classes"] == COUNTS
    reasons = {each["file"]: each["reason"] for each in found["rejected"]}
    assert reasons.keys() == REJECTED.keys()
    assert all(word in reasons[file] and reasons[file].endswith(".") for file, word in REJECTED.items())


def test_what_is_wrong_with_it_is_told(tree: Path, capsys: Capture) -> None:
    issues = answer(capsys, "scan", tree)["issues"]
    files: dict[str, set[str]] = defaultdict(set)
    for each in issues:
        files[each["kind"]] |= set(each["files"])
    assert files["unreadable"] | files["loose"] == REJECTED.keys()
    assert {"ibis/same_picture_other_class.jpg", "kangaroo/duplicate_of_0001.jpg"} <= files["identical"]
    assert files["misnamed"] == {"kangaroo/own_png_named.jpg"}
    assert "one_image/image_0001.jpg" in files["few_pictures"] & files["small_class"]
    assert "empty_class" in files


@pytest.mark.heavy
@pytest.mark.parametrize("resize", ["stretch", "pad"])
def test_it_is_trained_on(tree: Path, tmp_path: Path, capsys: Capture, resize: str) -> None:
    settings = ("--epochs", 1, "--image-size", 16, "--resize", resize, "--run", tmp_path / "run")
    found = answer(capsys, "train", tree, *settings)
    assert found["classes"] == sorted(COUNTS)
    learned = read_split(tmp_path / "run" / "split.csv")
    assert len(learned) == sum(COUNTS.values())
    assert not learned.keys() & REJECTED.keys()
    assert answer(capsys, "evaluate", tmp_path / "run")["test_loss"] == pytest.approx(found["test_loss"], rel=1e-4)
