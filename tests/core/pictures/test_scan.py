"""A folder as people really have it, listed by class."""

import inspect
import os
import sys
import tarfile
from pathlib import Path

import pytest

from core.control import Control
from core.errors import DatasetError, Stopped
from core.pictures.dataset import Dataset
from core.pictures.scan import scan

NASTY_TREE = Path(__file__).parents[4] / "shared" / "data" / "nasty_tree.tar"

needs_links = pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege on Windows")
needs_byte_names = pytest.mark.skipif(sys.platform != "linux", reason="file names are Unicode on this system")


def make(root: Path, *files: str) -> Path:
    """Files with nothing in them (nothing is decoded here); a name that ends in `/` is a folder."""
    for file in files:
        path = root / file
        if file.endswith("/"):
            path.mkdir(parents=True, exist_ok=True)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch()
    return root


def files(dataset: Dataset) -> list[str]:
    return [picture.file for picture in dataset.pictures]


def test_a_class_per_subfolder_sorted_by_name(tmp_path: Path) -> None:
    found = scan(make(tmp_path, "dog/2.jpg", "cat/10.jpg", "dog/1.jpg", "Zebra/x.png", "cat/9.jpg"))
    assert found.class_names == ("Zebra", "cat", "dog")
    assert files(found) == ["Zebra/x.png", "cat/10.jpg", "cat/9.jpg", "dog/1.jpg", "dog/2.jpg"]
    assert found.labels.tolist() == [0, 1, 1, 2, 2]
    assert found.root == tmp_path
    assert found.rejected == ()
    assert not found.has_parts


def test_the_order_on_disk_does_not_matter(tmp_path: Path) -> None:
    names = [f"{name}/{number}.png" for name in "abc" for number in range(5)]
    one, other = make(tmp_path / "1" / "p", *names), make(tmp_path / "2" / "p", *reversed(names))
    assert files(scan(one)) == files(scan(other))
    assert scan(one).fingerprint() == scan(other).fingerprint()


def test_files_nested_deeper_belong_to_their_class(tmp_path: Path) -> None:
    found = scan(make(tmp_path, "cat/a/b/1.jpg", "cat/2.jpg", "dog/1.jpg"))
    assert found.counts == {"cat": 2, "dog": 1}
    assert "cat/a/b/1.jpg" in files(found)


@pytest.mark.parametrize("validation", ["val", "valid", "validation", "Validation"])
def test_parts_come_from_the_folders(tmp_path: Path, validation: str) -> None:
    found = scan(make(tmp_path, "train/cat/1", "train/dog/1", f"{validation}/cat/1", "test/dog/1", "test/dog/sub/2"))
    assert found.class_names == ("cat", "dog")
    assert {picture.file: picture.part for picture in found.pictures} == {
        "train/cat/1": "training",
        "train/dog/1": "training",
        f"{validation}/cat/1": "validation",
        "test/dog/1": "test",
        "test/dog/sub/2": "test",
    }
    assert found.has_parts


def test_classes_that_are_called_like_parts_are_classes(tmp_path: Path) -> None:
    """Somebody sorts pictures of trains from pictures of tests."""
    found = scan(make(tmp_path, "train/1.jpg", "test/1.jpg"))
    assert found.class_names == ("test", "train")
    assert not found.has_parts


def test_hidden_files_and_debris_are_passed_over(tmp_path: Path) -> None:
    found = scan(
        make(
            tmp_path,
            "cat/1.jpg",
            "dog/1.jpg",
            "cat/.DS_Store",
            "cat/Thumbs.db",
            "dog/desktop.ini",
            ".git/config",
            "__MACOSX/cat/._1.jpg",
            "cat/._1.jpg",
            ".hidden/1.jpg",
            "dog/.cache/2.jpg",
            "$RECYCLE.BIN/a/1.jpg",
            "cat/Icon\r",
            ".DS_Store",
        )
    )
    assert files(found) == ["cat/1.jpg", "dog/1.jpg"]
    assert found.class_names == ("cat", "dog")
    assert found.rejected == ()
    assert found.empty_classes == ()


def test_loose_files_are_listed_with_the_reason(tmp_path: Path) -> None:
    found = scan(make(tmp_path, "cat/1.jpg", "dog/1.jpg", "readme.txt", "loose.jpg"))
    assert [each.file for each in found.rejected] == ["loose.jpg", "readme.txt"]
    assert "It lies in no class folder" in str(found.rejected[0].reason)
    assert files(found) == ["cat/1.jpg", "dog/1.jpg"]


def test_empty_classes_are_named_and_are_no_classes(tmp_path: Path) -> None:
    found = scan(make(tmp_path, "cat/1.jpg", "dog/1.jpg", "bird/", "fish/deep/er/"))
    assert found.class_names == ("cat", "dog")
    assert found.empty_classes == ("bird", "fish")


def test_an_unpacked_folder_is_gone_into(tmp_path: Path) -> None:
    found = scan(make(tmp_path, "pictures/cat/1.jpg", "pictures/dog/1.jpg", "__MACOSX/x"))
    assert found.root == tmp_path / "pictures"
    assert files(found) == ["cat/1.jpg", "dog/1.jpg"]


def test_an_unpacked_folder_with_a_file_beside_it_is_a_class(tmp_path: Path) -> None:
    assert scan(make(tmp_path, "pictures/cat/1.jpg", "pictures/dog/1.jpg", "readme.txt")).root == tmp_path


def test_an_unpacked_folder_in_an_unpacked_folder_is_gone_into(tmp_path: Path) -> None:
    """As archives from data set sites unpack: archive/pictures/(classes)."""
    found = scan(make(tmp_path, "archive/pictures/cat/1.jpg", "archive/pictures/dog/1.jpg"))
    assert found.class_names == ("cat", "dog")


def test_a_single_class_folder_is_not_gone_into(tmp_path: Path) -> None:
    found = scan(make(tmp_path, "cat/small/1.jpg", "cat/2.jpg"))
    assert found.root == tmp_path
    assert found.class_names == ("cat",)


@needs_links
def test_a_link_back_to_a_folder_above_ends_there_and_counts_nothing_twice(tmp_path: Path) -> None:
    make(tmp_path, "cat/1.jpg", "cat/sub/2.jpg", "dog/1.jpg")
    (tmp_path / "cat" / "loop").symlink_to(tmp_path / "cat")
    (tmp_path / "cat" / "sub" / "up").symlink_to("..")
    (tmp_path / "dog" / "everything").symlink_to(tmp_path)
    (tmp_path / "again").symlink_to(tmp_path)
    found = scan(tmp_path)
    assert files(found) == ["cat/1.jpg", "cat/sub/2.jpg", "dog/1.jpg"]
    assert found.empty_classes == ("again",)


@needs_links
def test_links_among_class_folders_list_each_folder_once_in_a_class(tmp_path: Path) -> None:
    """With eleven there are more paths than anyone can walk."""
    names = [f"class {letter}" for letter in "abcdefghijk"]
    for name in names:
        make(tmp_path, f"{name}/{name}.jpg", f"{name}/sub/deep.jpg")
    for name in names:
        for other in names:
            if other != name:
                (tmp_path / name / other).symlink_to(tmp_path / other)
    found = scan(tmp_path)
    assert set(found.counts.values()) == {2 * len(names)}
    assert len(set(files(found))) == len(found.pictures)
    assert found.rejected == ()


@needs_links
@pytest.mark.parametrize("place", ["self", "cat/self"])
def test_a_link_to_itself_does_not_end_the_listing(tmp_path: Path, place: str) -> None:
    make(tmp_path, "cat/1.jpg", "dog/1.jpg")
    (tmp_path / place).symlink_to(tmp_path / place)
    assert {"cat/1.jpg", "dog/1.jpg"} <= set(files(scan(tmp_path)))


@needs_links
def test_a_linked_class_folder_is_a_class(tmp_path: Path) -> None:
    make(tmp_path, "elsewhere/1.jpg", "pictures/dog/1.jpg")
    (tmp_path / "pictures" / "cat").symlink_to(tmp_path / "elsewhere")
    assert scan(tmp_path / "pictures").counts == {"cat": 1, "dog": 1}


@needs_links
def test_a_dangling_link_is_listed_for_the_decoder_to_refuse(tmp_path: Path) -> None:
    make(tmp_path, "cat/1.jpg", "dog/1.jpg")
    (tmp_path / "cat" / "gone.jpg").symlink_to("nowhere.jpg")
    assert "cat/gone.jpg" in files(scan(tmp_path))


@pytest.mark.parametrize("name", ["犬と猫", "d'og", "50%20off", "a, b", "%s{0}", "naïve", "  two  words", "-rf"])
def test_names_stay_as_they_are(tmp_path: Path, name: str) -> None:
    found = scan(make(tmp_path, f"{name}/{name}.jpg", "other/1.jpg"))
    assert name in found.class_names
    assert f"{name}/{name}.jpg" in files(found)


@needs_byte_names
def test_names_that_are_no_unicode_are_listed(tmp_path: Path) -> None:
    make(tmp_path, "dog/1.jpg")
    folder = os.fsencode(tmp_path) + b"/caf\xe9"
    os.mkdir(folder)
    with open(folder + b"/\xe9.jpg", "wb"):
        pass
    found = scan(tmp_path)
    assert found.class_names == (os.fsdecode(b"caf\xe9"), "dog") or found.class_names == ("dog", "caf\udce9")
    assert all(found.path(picture).exists() for picture in found.pictures)


def test_folders_nested_deeper_than_python_calls(tmp_path: Path) -> None:
    make(tmp_path, "cat/1.jpg", "dog/1.jpg")
    depth = 90
    folder = tmp_path / "cat"
    for _ in range(depth):
        folder /= "d"
        folder.mkdir()
    (folder / "deep.jpg").touch()
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(len(inspect.stack(0)) + depth)
    try:
        found = scan(tmp_path)
    finally:
        sys.setrecursionlimit(limit)
    assert f"cat/{'d/' * depth}deep.jpg" in files(found)


def test_two_hundred_classes(tmp_path: Path) -> None:
    found = scan(make(tmp_path, *(f"class {number:03}/{each}.png" for number in range(200) for each in range(2))))
    assert len(found.class_names) == 200
    assert found.class_names[123] == "class 123"
    assert set(found.counts.values()) == {2}


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match=r"There is no folder “.*nowhere”\. Check the path\."):
        scan(tmp_path / "nowhere")


def test_a_file_instead_of_a_folder(tmp_path: Path) -> None:
    make(tmp_path, "photo.jpg")
    with pytest.raises(DatasetError, match=r"“photo.jpg” is a file, not a folder of pictures"):
        scan(tmp_path / "photo.jpg")


def test_a_folder_that_cannot_be_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    make(tmp_path, "cat/1.jpg", "dog/1.jpg")
    monkeypatch.setattr("core.pictures.scan.os.scandir", refuse)
    with pytest.raises(DatasetError, match=r"cannot be listed: Permission denied. Check the folder's permissions"):
        scan(tmp_path)


def test_an_empty_folder_is_no_error_until_it_is_trained_on(tmp_path: Path) -> None:
    found = scan(tmp_path)
    assert found.pictures == ()
    with pytest.raises(DatasetError, match="holds no pictures in subfolders"):
        found.require_trainable()


def test_a_stop_ends_the_listing(tmp_path: Path) -> None:
    control = Control()
    control.stop()
    make(tmp_path, "cat/1.jpg", "dog/1.jpg")
    with pytest.raises(Stopped):
        scan(tmp_path, control)


def test_a_path_may_be_relative_and_a_string(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path, "p/cat/1.jpg", "p/dog/1.jpg")
    monkeypatch.chdir(tmp_path)
    assert scan("p").root == tmp_path / "p"


def test_two_folders_for_one_part_lose_no_picture(tmp_path: Path) -> None:
    found = scan(make(tmp_path, "train/a/1", "train/b/1", "val/a/1", "val/b/1", "validation/a/2", "validation/b/2"))
    assert {"val/a/1", "validation/a/2"} <= set(files(found))


def test_files_beside_the_class_folders_of_a_part_are_listed_as_left_out(tmp_path: Path) -> None:
    found = scan(make(tmp_path, "train/a/1", "train/b/1", "test/a/1", "test/b/1", "train/loose.jpg"))
    assert [each.file for each in found.rejected] == ["train/loose.jpg"]


def test_one_unreadable_folder_does_not_end_the_listing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path, "cat/1.jpg", "dog/1.jpg", "lost+found/")
    honest = os.scandir

    def refuse_one(folder: Path) -> object:
        if Path(folder).name == "lost+found":
            raise PermissionError(13, "Permission denied")
        return honest(folder)

    monkeypatch.setattr("core.pictures.scan.os.scandir", refuse_one)
    assert scan(tmp_path).counts == {"cat": 1, "dog": 1}


@pytest.mark.skipif(not NASTY_TREE.is_file(), reason=f"the odd folder is not beside the project: {NASTY_TREE}")
def test_a_folder_as_people_really_have_it(tmp_path: Path) -> None:
    with tarfile.open(NASTY_TREE) as archive:
        archive.extractall(tmp_path, filter="fully_trusted")
    found = scan(tmp_path)
    assert len(found.class_names) >= 2
    assert len(set(files(found))) == len(found.pictures), "nothing twice"
    assert not [file for file in files(found) if "__MACOSX" in file or ".DS_Store" in file]
    assert found.empty_classes
