"""Files of arrays in every form that people have them in, and the reasons for those that are none."""

import io
import pickle
from collections.abc import Sequence
from pathlib import Path
from typing import Any, ClassVar

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.control import Control
from core.errors import DatasetError, Stopped
from core.pictures.arrays import rows
from core.pictures.arrays.reading import TutorialArrays, files_of, is_arrays, read_arrays
from tests.core.pictures.arrays.made import (
    ANIMALS,
    FOUR,
    NAMES,
    X_TEST,
    X_TRAIN,
    Y_TEST,
    Y_TRAIN,
    archive,
    header,
    named_archive,
    objects,
    one_after_the_other,
    pickled,
    tutorial,
    written,
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "augumented_images.npy"


def pixels(arrays: TutorialArrays, part: str = "training") -> np.ndarray:
    return np.concatenate(list(arrays.parts[part].pictures.blocks()))  # type: ignore[index]


def assert_right(arrays: TutorialArrays, names: tuple[str, ...] | None = None) -> None:
    assert np.array_equal(pixels(arrays), X_TRAIN)
    assert np.array_equal(pixels(arrays, "test"), X_TEST)
    assert arrays.parts["training"].labels.tolist() == Y_TRAIN.tolist()
    assert arrays.parts["test"].labels.tolist() == Y_TEST.tolist()
    assert (arrays.class_count, arrays.class_names) == (3, names)


def refusal(path: Path) -> str:
    with pytest.raises(DatasetError) as caught:
        read_arrays(path)
    assert str(caught.value.hint)
    return str(caught.value.what)


# ---- the tutorial's own form


@pytest.mark.parametrize("protocol", [2, 3, 4, 5])
def test_the_tutorials_object_array(file: Path, protocol: int) -> None:
    assert_right(read_arrays(written(file, tutorial(protocol))))


def test_as_numpy_saves_it_today(file: Path) -> None:
    np.save(file, objects(FOUR))
    assert_right(read_arrays(file))


@pytest.mark.parametrize("protocol", [2, 3, 4])
def test_as_numpy_1_saved_it(file: Path, protocol: int) -> None:
    written(file, tutorial(protocol).replace(b"numpy._core.multiarray", b"numpy.core.multiarray"))
    if protocol < 4:  # protocol 4 gives the names' lengths
        assert_right(read_arrays(file))


class _Python2(pickle._Pickler):  # type: ignore[name-defined]
    """As Python 2 pickled: text and bytes are one kind."""

    dispatch: ClassVar = dict(pickle._Pickler.dispatch)  # type: ignore[attr-defined]

    def save_string(self, value: str | bytes) -> None:
        data = value.encode() if isinstance(value, str) else value
        short = len(data) < 256
        self.write((b"U" + bytes([len(data)]) if short else b"T" + len(data).to_bytes(4, "little")) + data)
        self.memoize(value)

    dispatch[str] = dispatch[bytes] = save_string


def test_as_python_2_saved_it(file: Path) -> None:
    stream = io.BytesIO()
    _Python2(stream, 2).dump(objects(FOUR))
    assert_right(read_arrays(written(file, header().replace(b"(4,), } ", b"(4L,), }") + stream.getvalue())))


@pytest.mark.parametrize("protocol", [2, 4, 5])
def test_lists_and_arrays_of_equal_pictures(file: Path, protocol: int) -> None:
    four = (list(X_TRAIN), objects(list(X_TEST)), Y_TRAIN.tolist(), list(Y_TEST))
    assert_right(read_arrays(written(file, tutorial(protocol, four))))


def test_pixels_larger_than_a_block(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "BLOCK_BYTES", 200)
    for content in (
        *(tutorial(each) for each in (2, 4, 5)),
        tutorial(4, (list(X_TRAIN), X_TEST, Y_TRAIN, Y_TEST)),
        one_after_the_other(),
        named_archive(packed=True),
    ):
        assert_right(read_arrays(written(file, content)))


def test_a_dictionary(file: Path) -> None:
    boxed = np.empty((), object)
    boxed[()] = {"x_train": X_TRAIN, "y_train": Y_TRAIN, "x_test": X_TEST, "y_test": Y_TEST}
    assert_right(read_arrays(written(file, pickled(boxed))))


def test_nothing_is_copied_before_the_pixels_are_asked_for(file: Path) -> None:
    held = read_arrays(written(file, tutorial())).parts["training"].pictures.rows
    assert isinstance(held, rows.Whole)
    assert not held.array.flags.owndata
    assert not held.array.flags.writeable


# ---- other forms


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize(
    "names",
    [
        NAMES,
        ("x_train", "x_test", "y_train", "y_test"),
        ("train_images", "test_images", "train_labels", "test_labels"),
        ("trainX", "testX", "trainY", "testY"),
        ("X-Training", "X-Testing", "label_training", "label_testing"),
    ],
)
def test_archives_with_names(file: Path, names: Sequence[str], packed: bool) -> None:
    content = archive(packed=packed, **dict(zip(names, FOUR, strict=True)))
    assert_right(read_arrays(written(file.with_suffix(".npz"), content)))


def test_the_order_of_arrays_without_names_follows_from_their_shapes(file: Path) -> None:
    for four in (FOUR, (X_TRAIN, Y_TRAIN, X_TEST, Y_TEST)):
        for content in (archive(*four), one_after_the_other(four), tutorial(4, four)):
            assert_right(read_arrays(written(file, content)))


def test_an_archive_may_hold_a_validation_part_and_more(file: Path) -> None:
    more = {"X_val": X_TEST, "Y_val": Y_TEST[:, None], "mean": np.zeros(3)}
    arrays = read_arrays(written(file, archive(**dict(zip(NAMES, FOUR, strict=True)), **more)))
    assert_right(arrays)
    assert list(arrays.parts) == ["training", "validation", "test"]
    assert arrays.picture_count == 13


def test_four_files_beside_one_another(tmp_path: Path) -> None:
    for name, array in zip(NAMES, FOUR, strict=True):
        np.save(tmp_path / name, array)
    for opened in (tmp_path / "X_test.npy", tmp_path / "Y_train.npy", tmp_path):
        assert is_arrays(opened)
        assert_right(read_arrays(opened))
        assert {each.stem for each in files_of(opened)} == set(NAMES)
    (tmp_path / "X_test.npy").unlink()
    assert not is_arrays(tmp_path)
    assert "one array alone" in refusal(tmp_path / "X_train.npy")


def test_a_broken_one_of_four_files_is_named(tmp_path: Path) -> None:
    for name, array in zip(NAMES, FOUR, strict=True):
        np.save(tmp_path / name, array)
    (tmp_path / "Y_test.npy").write_bytes(b"no")
    assert "Y_test.npy" in refusal(tmp_path / "X_train.npy")


def test_what_is_arrays(tmp_path: Path) -> None:
    assert is_arrays(tmp_path / "a.NPY")
    assert is_arrays(tmp_path / "b.npz")
    assert not is_arrays(tmp_path)
    assert not is_arrays(tmp_path / "c.png")


# ---- pixels


@pytest.mark.parametrize(
    "form",
    [
        lambda x: x.astype(np.int64),
        lambda x: x.astype(">i2"),
        lambda x: x.astype(float),
        lambda x: (x / 255).astype(np.float32),
        lambda x: (x / 256).astype(np.float32),  # as the tutorial divides
        lambda x: (x / 256).astype(np.float16),
        lambda x: x / 127.5 - 1,
        lambda x: x.astype(np.uint16) * 257,
        lambda x: x.transpose(0, 3, 1, 2),
        lambda x: np.asfortranarray(x),
    ],
)
@pytest.mark.parametrize("packed", [False, True])
def test_pixels_come_back_to_bytes(file: Path, form: Any, packed: bool) -> None:
    four = (form(X_TRAIN), form(X_TEST), Y_TRAIN, Y_TEST)
    assert_right(read_arrays(written(file, named_archive(four, packed=True) if packed else tutorial(4, four))))


def test_the_range_is_that_of_all_parts(file: Path) -> None:
    dark = np.zeros((3, 5, 6, 3)) + 1.0
    arrays = read_arrays(written(file, tutorial(4, (X_TRAIN.astype(float), dark, Y_TRAIN, Y_TEST))))
    assert pixels(arrays, "test").max() == 1


@pytest.mark.parametrize(
    ("shape", "expected"),
    [((7, 5, 6), (5, 6, 1)), ((7, 5, 6, 1), (5, 6, 1)), ((7, 5, 6, 4), (5, 6, 4)), ((7, 1, 5, 6), (5, 6, 1))],
)
def test_grey_and_transparent_pictures(file: Path, shape: tuple[int, ...], expected: tuple[int, ...]) -> None:
    shown = np.arange(np.prod(shape), dtype=np.uint8).reshape(shape)
    arrays = read_arrays(written(file, tutorial(4, (shown, X_TEST, Y_TRAIN, Y_TEST))))
    assert pixels(arrays).shape == (7, *expected)
    assert np.array_equal(pixels(arrays).ravel(), shown.ravel())


def test_truth_values_are_black_and_white(file: Path) -> None:
    shown = X_TRAIN > 128
    arrays = read_arrays(written(file, tutorial(4, (shown, X_TEST, Y_TRAIN, Y_TEST))))
    assert np.array_equal(pixels(arrays), shown * np.uint8(255))


@pytest.mark.parametrize(
    ("array", "reason"),
    [
        (np.full((7, 5, 6, 3), np.nan), "NaN"),
        (np.full((7, 5, 6, 3), -np.inf), "NaN"),
        (np.full((7, 5, 6, 3), 1e300), "reach from"),
        (np.full((7, 5, 6, 3), -3), "reach from"),
        (np.zeros((7, 5, 6, 3), complex), "kind"),
        (np.zeros((7, 5, 6, 3), "M8[s]"), "kind"),
        (np.zeros((7, 5, 6, 3), "S3"), "text"),
        (np.zeros((7, 5, 6, 5), np.uint8), "shape 7 × 5 × 6 × 5"),
        (np.zeros((7, 0, 6, 3), np.uint8), "0 pixels"),
        (np.zeros((7, 6000, 6000, 3), np.uint8), "6,000"),
        (np.zeros((0, 5, 6, 3), np.uint8), "0 pictures"),
        (np.zeros((6, 5, 6, 3), np.uint8), "6 pictures, but Y_train 7 labels"),
    ],
)
def test_pictures_that_cannot_be_used(file: Path, array: np.ndarray, reason: str) -> None:
    if array.nbytes > 10_000_000:
        array = np.zeros((1, *array.shape[1:]), np.uint8)
        four = (array, X_TEST, Y_TRAIN[:1], Y_TEST)
    else:
        four = (array, X_TEST, Y_TRAIN, Y_TEST)
    assert reason in refusal(written(file, tutorial(4, four)))


def test_no_picture_at_all(file: Path) -> None:
    assert "no picture" in refusal(written(file, tutorial(4, (X_TRAIN[:0], X_TEST, Y_TRAIN[:0], Y_TEST))))
    only_training = read_arrays(written(file, tutorial(4, (X_TRAIN, X_TEST[:0], Y_TRAIN, Y_TEST[:0]))))
    assert len(only_training.parts["test"].pictures) == 0


# ---- labels


@pytest.mark.parametrize(
    "form",
    [
        lambda y: y.astype(np.uint8),
        lambda y: y.astype(float),
        lambda y: y[:, None],
        lambda y: np.eye(3)[y],
        lambda y: np.eye(3, dtype=bool)[y],
        lambda y: np.eye(3, dtype=np.float32)[y].tolist(),
        lambda y: [list(row) for row in np.eye(3)[y]],
    ],
)
def test_labels_as_numbers_and_one_hot(file: Path, form: Any) -> None:
    assert_right(read_arrays(written(file, tutorial(4, (X_TRAIN, X_TEST, form(Y_TRAIN), form(Y_TEST))))))


@pytest.mark.parametrize(
    "form",
    [
        lambda y: ANIMALS[y],
        lambda y: ANIMALS.astype("S")[y],
        lambda y: objects([str(each) for each in ANIMALS[y]]),
        lambda y: list(ANIMALS[y]),
        lambda y: ANIMALS[y][:, None],
    ],
)
@pytest.mark.parametrize("protocol", [2, 4, 5])
def test_labels_as_text_are_the_class_names(file: Path, form: Any, protocol: int) -> None:
    four = (X_TRAIN, X_TEST, form(Y_TRAIN), form(Y_TEST))
    assert_right(read_arrays(written(file, tutorial(protocol, four))), ("cat", "dog", "owl"))


@given(st.lists(st.integers(-(2**40), 2**40), min_size=10, max_size=10))
def test_any_whole_numbers_are_classes_in_their_order(tmp_path_factory: Any, numbers: list[int]) -> None:
    file = tmp_path_factory.mktemp("labels") / "a.npy"
    labels = np.array(numbers)
    arrays = read_arrays(written(file, tutorial(4, (X_TRAIN, X_TEST, labels[:7], labels[7:]))))
    found = np.concatenate([arrays.parts[each].labels for each in ("training", "test")])
    assert found.min() >= 0
    assert found.max() < arrays.class_count
    assert np.array_equal(np.unique(labels, return_inverse=True)[1], np.unique(found, return_inverse=True)[1])


def test_a_class_of_numbers_from_0_may_be_without_pictures(file: Path) -> None:
    arrays = read_arrays(written(file, tutorial(4, (X_TRAIN, X_TEST, Y_TRAIN * 2, Y_TEST * 2))))
    assert arrays.class_count == 5
    assert arrays.parts["test"].labels.tolist() == [4, 2, 0]


@pytest.mark.parametrize(
    ("labels", "reason"),
    [
        (np.array([0, 1, 2, 0, 1, 2, np.nan]), "whole numbers"),
        (np.array([0, 1, 2, 0, 1, 2, 0.5]), "whole numbers"),
        (np.array([2**64 - 1] * 7, np.uint64), "sensible size"),
        (np.zeros((7, 3)), "one-hot"),
        (np.full((7, 3), 1 / 3), "one-hot"),
        (np.zeros((7, 2, 2)), "two of labels"),
        (np.zeros((7, 20_000), np.uint8), "shape"),
        (ANIMALS[Y_TRAIN], "different kinds"),
        (objects([None] * 7), "no array"),
        (Y_TRAIN[:5], "5 labels"),
    ],
)
def test_labels_that_cannot_be_used(file: Path, labels: Any, reason: str) -> None:
    assert reason in refusal(written(file, tutorial(4, (X_TRAIN, X_TEST, labels, Y_TEST))))


# ---- what is no such file


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b"\x93NUM", "cut off"),
        (b"\x89PNG\r\n", "no NumPy file"),
        (pickle.dumps(1), "no NumPy file"),
        (tutorial(4, FOUR[:3]), "3 parts"),
        (one_after_the_other(FOUR[:1]), "one array alone"),
        (one_after_the_other(FOUR[:2]), "2 and 0"),
        (archive(X_train=X_TRAIN, Y_train=Y_TRAIN, Y_test=Y_TEST), "X_test is not in it"),
        (archive(X_TRAIN, X_TEST), "2 and 0"),
        (tutorial(4, ([*X_TRAIN[:6], X_TRAIN[0, :2]], *FOUR[1:])), "same size"),
        (header((1,), "|u1").replace(b"'|u1'", b"[('a', '|u1')]"), "records"),
    ],
)
def test_files_that_hold_something_else(file: Path, content: bytes, reason: str) -> None:
    assert reason in refusal(written(file, content))


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert "No such file" in refusal(tmp_path / "a.npy")


def test_going_through_the_pixels_can_be_stopped(file: Path) -> None:
    control = Control()
    control.stop()
    with pytest.raises(Stopped):
        read_arrays(written(file, tutorial(4, (X_TRAIN / 255, *FOUR[1:]))), control)
