"""The current pictures in the tutorial's form, for NumPy and for ourselves."""

import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.control import Control
from core.errors import NakamiError, Stopped, StorageError
from core.events import Event, Preparing
from core.framing import Frame
from core.pictures.arrays import exporting
from core.pictures.arrays.exporting import export_arrays
from core.pictures.arrays.kinds import MAX_TOTAL_BYTES
from core.pictures.arrays.reading import read_arrays
from core.pictures.arrays.unpacking import unpack
from core.pictures.arrays.writing import Column, write_archive, write_object_array
from core.pictures.cache import PreparedPictures, prepare
from core.pictures.scan import scan
from core.pictures.split import Split, split_pictures
from tests.core.pictures.arrays.made import NAMES

SIZE = 8


@pytest.fixture
def prepared(make_colours: Any) -> PreparedPictures:
    return prepare(scan(make_colours(per_class=6)), Frame(SIZE))


@pytest.fixture
def split(prepared: PreparedPictures) -> Split:
    return split_pictures(prepared.dataset, seed=1)


def loaded(path: Path) -> list[np.ndarray]:
    """As a script of the tutorial does it."""
    if path.suffix == ".npz":
        with np.load(path) as archive:
            assert tuple(archive) == NAMES
            return [archive[name] for name in NAMES]
    found = np.load(path, allow_pickle=True)
    assert found.shape == (4,)
    return list(found)


def as_set(pictures: np.ndarray, labels: np.ndarray) -> list[tuple[bytes, int]]:
    return sorted((picture.tobytes(), int(label)) for picture, label in zip(pictures, labels, strict=True))


@pytest.mark.parametrize("suffix", [".npy", ".npz", ".NPZ"])
def test_numpy_reads_what_is_saved(prepared: PreparedPictures, split: Split, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"mine{suffix}"
    exported = export_arrays(prepared, split, path)
    x_train, x_test, y_train, y_test = loaded(path.rename(path.with_suffix(suffix.lower())))
    labels = prepared.dataset.labels
    learned = np.concatenate((split.training, split.validation))
    assert x_train.dtype == x_test.dtype == np.uint8
    assert y_train.dtype == y_test.dtype == np.int64
    assert as_set(x_train, y_train) == as_set(prepared.pixels(learned), labels[learned])
    assert as_set(x_test, y_test) == as_set(prepared.pixels(split.test), labels[split.test])
    assert (exported.training, exported.test, exported.variations) == (len(learned), len(split.test), 1)
    assert exported.class_names == ("blue", "green", "red")
    assert exported.labels_file == tmp_path / "mine.labels.txt"
    assert exported.labels_file.read_text() == "blue\ngreen\nred\n"


def test_no_class_stands_in_a_row(prepared: PreparedPictures, split: Split, tmp_path: Path) -> None:
    export_arrays(prepared, split, tmp_path / "a.npy")
    labels = loaded(tmp_path / "a.npy")[2]
    assert (np.diff(labels) < 0).sum() > 2
    export_arrays(prepared, split, tmp_path / "b.npy")
    assert (tmp_path / "a.npy").read_bytes() == (tmp_path / "b.npy").read_bytes()


@pytest.mark.parametrize("name", ["a.npy", "a.npz"])
@pytest.mark.parametrize("one_hot", [False, True])
def test_there_and_back_again(
    prepared: PreparedPictures, split: Split, tmp_path: Path, name: str, one_hot: bool
) -> None:
    export_arrays(prepared, split, tmp_path / name, one_hot=one_hot)
    again = scan(unpack(tmp_path / name))
    assert again.counts == prepared.dataset.counts
    back = prepare(again, prepared.frame)
    everything = np.arange(18)
    assert as_set(back.pixels(everything), again.labels) == as_set(prepared.pixels(everything), prepared.dataset.labels)


def test_one_hot(prepared: PreparedPictures, split: Split, tmp_path: Path) -> None:
    export_arrays(prepared, split, tmp_path / "plain.npy")
    export_arrays(prepared, split, tmp_path / "rows.npy", one_hot=True)
    assert np.array_equal(loaded(tmp_path / "rows.npy")[2], np.eye(3)[loaded(tmp_path / "plain.npy")[2]])


def test_variations_of_the_training_part(
    prepared: PreparedPictures, split: Split, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exporting, "_BLOCK_BYTES", 1000)

    def two(pictures: np.ndarray, positions: np.ndarray) -> np.ndarray:
        assert np.array_equal(pictures, prepared.pixels(positions))
        return np.stack((pictures, 255 - pictures), axis=1).reshape(-1, *pictures.shape[1:])

    exported = export_arrays(prepared, split, tmp_path / "a.npy", augment=two)
    x_train, x_test, y_train, _ = loaded(tmp_path / "a.npy")
    learned = len(split.training) + len(split.validation)
    assert (exported.training, exported.variations, len(x_train)) == (2 * learned, 2, 2 * learned)
    assert np.array_equal(x_train[::2], 255 - x_train[1::2])
    assert np.array_equal(y_train[::2], y_train[1::2])
    assert len(x_test) == len(split.test)


def test_progress_and_stopping(
    prepared: PreparedPictures, split: Split, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, every_report: None
) -> None:
    monkeypatch.setattr(exporting, "_BLOCK_BYTES", 1000)
    events: list[Event] = []
    export_arrays(prepared, split, tmp_path / "a.npy", report=events.append)
    assert [each.done for each in events if isinstance(each, Preparing)][-1] == 18
    before = (tmp_path / "a.npy").read_bytes()
    control = Control()
    with pytest.raises(Stopped):
        export_arrays(
            prepared, split, tmp_path / "a.npy", one_hot=True, report=lambda _: control.stop(), control=control
        )
    assert (tmp_path / "a.npy").read_bytes() == before
    assert sorted(each.name for each in tmp_path.glob("*a*.npy")) == ["a.npy"]


def test_no_room_and_no_such_suffix(
    prepared: PreparedPictures, split: Split, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(NakamiError, match=r"\.npy or \.npz"):
        export_arrays(prepared, split, tmp_path / "a.png")
    with pytest.raises(StorageError, match="folder is gone"):
        export_arrays(prepared, split, tmp_path / "nowhere" / "a.npy")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(10, 10, 0))  # type: ignore[attr-defined]
    with pytest.raises(StorageError, match="0 B are free"):
        export_arrays(prepared, split, tmp_path / "a.npy")
    monkeypatch.setattr(exporting, "MAX_TOTAL_BYTES", 10)
    with pytest.raises(StorageError, match="not opened again"):
        export_arrays(prepared, split, tmp_path / "a.npy")
    assert MAX_TOTAL_BYTES > 10
    assert not list(tmp_path.glob("*.npy"))


def test_what_does_not_make_up_its_shape_is_not_written(tmp_path: Path) -> None:
    column = Column("X", (3,), np.dtype(np.int64), [np.arange(2)])
    with pytest.raises(ValueError, match="24 bytes"):
        write_object_array(tmp_path / "a.npy", [column])


SHAPES = st.lists(st.integers(0, 5), min_size=1, max_size=4).map(tuple)
KINDS = st.sampled_from([np.dtype(each) for each in ("u1", "<i8", "<f4", "<f8", "?")])


@given(st.lists(st.tuples(SHAPES, KINDS), min_size=1, max_size=5))
def test_any_arrays_are_written_as_numpy_writes_them(
    tmp_path_factory: Any, wanted: list[tuple[tuple[int, ...], np.dtype[Any]]]
) -> None:
    folder = tmp_path_factory.mktemp("written")
    arrays = [(np.arange(np.prod(shape)) % 7).reshape(shape).astype(kind) for shape, kind in wanted]
    columns = [Column(f"a{place}", each.shape, each.dtype, [each]) for place, each in enumerate(arrays)]
    write_object_array(folder / "a.npy", columns)
    write_archive(folder / "a.npz", columns)
    found = np.load(folder / "a.npy", allow_pickle=True)
    with np.load(folder / "a.npz") as archive:
        for place, each in enumerate(arrays):
            for other in (found[place], archive[f"a{place}"]):
                assert np.array_equal(other, each)
                assert (other.shape, other.dtype) == (each.shape, each.dtype)


def test_reading_maps_what_was_exported(prepared: PreparedPictures, split: Split, tmp_path: Path) -> None:
    export_arrays(prepared, split, tmp_path / "a.npy")
    arrays = read_arrays(tmp_path / "a.npy")
    assert arrays.class_count == 3
    assert arrays.picture_count == 18
