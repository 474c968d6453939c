"""The training pictures that answers are held against."""

import json
import math
import zipfile
from dataclasses import fields, replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.results.reference import (
    FEWEST_FOR_SHARE,
    MARGIN_OF_FEW,
    REFERENCE_FILE,
    Reference,
    kept_rows,
    read_reference,
    threshold_of,
    write_reference,
)
from core.results.temperature import calibrated

STAMP = (1234, 5_678_901_234_567_890)
SEEDS = st.integers(0, 2**32 - 1)


def signatures(count: int, seed: int, length: int = 12) -> np.ndarray:
    """Pictures of one kind: numbers of very different sizes, some of which go together."""
    rng = np.random.default_rng(seed)
    mixed = rng.normal(size=(count, 6)) @ np.random.default_rng(99).normal(size=(6, length))
    return (mixed + rng.normal(size=(count, length)) / 10) * np.logspace(-3, 3, length) + 5


def made(count: int = 60, own: int = 40, seed: int = 0, temperature: float = 1.5) -> Reference:
    rng = np.random.default_rng(seed)
    files = [f"class/{number}.png" for number in range(count)]
    return Reference.build(
        files,
        rng.integers(0, 3, count),
        rng.normal(size=(count, 8)),
        signatures(count, seed),
        signatures(own, seed + 1),
        temperature,
    )


@given(SEEDS, st.integers(1, 60), st.integers(0, 40), st.integers(1, 8))
def test_nearest_is_what_brute_force_finds(seed: int, count: int, asked: int, most: int) -> None:
    reference = made(count, 0, seed)
    features = np.random.default_rng(seed + 7).normal(size=(asked, 8)) * 30
    rows, distances = reference.nearest(features, most)
    kept = reference.features.astype(np.float64)
    unit = features / np.linalg.norm(features, axis=1, keepdims=True)
    wanted = np.sort(1 - unit @ kept.T, axis=1)[:, :most]
    assert rows.shape == distances.shape == (asked, min(most, count))
    np.testing.assert_allclose(distances, wanted, atol=1e-5)
    np.testing.assert_allclose(distances, 1 - np.einsum("nd,nkd->nk", unit, kept[rows]), atol=1e-5)


def test_a_training_picture_is_nearest_to_itself_unless_it_does_not_count() -> None:
    reference = made()
    rows, distances = reference.nearest(reference.features, 3)
    assert rows[:, 0].tolist() == list(range(60))
    np.testing.assert_allclose(distances[:, 0], 0, atol=1e-3)
    others, _ = reference.nearest(reference.features, 3, but=np.arange(60))
    assert not (others == np.arange(60)[:, None]).any()
    np.testing.assert_array_equal(others[:, :2], rows[:, 1:])
    all_count, _ = reference.nearest(reference.features, 3, but=np.full(60, -1))
    np.testing.assert_array_equal(all_count, rows)


def test_without_any_other_picture_there_is_no_nearest() -> None:
    rows, distances = made(1, 0).nearest(np.ones((2, 8)), 5, but=np.zeros(2, int))
    assert rows.shape == distances.shape == (2, 0)


def test_rows_are_found_by_their_files() -> None:
    assert made().rows_of(["class/7.png", "other.png", "class/0.png"]).tolist() == [7, -1, 0]


def test_a_training_picture_has_no_distance_and_others_of_its_kind_about_one() -> None:
    reference = made()
    np.testing.assert_allclose(reference.distance(signatures(60, 0)), 0, atol=5e-3)
    assert 0.3 < np.median(reference.distances) < 1.5
    np.testing.assert_allclose(np.sort(reference.distance(signatures(40, 1))), reference.distances, atol=1e-6)


def test_a_picture_that_breaks_a_rule_of_the_training_pictures_is_foreign() -> None:
    """No number of it is unusual; how two of them go together is."""
    rng = np.random.default_rng(4)
    first = rng.normal(size=(400, 1))
    both = np.hstack([first, first * 100]) + rng.normal(size=(400, 2)) * (0.01, 1)
    reference = Reference.build([str(i) for i in range(300)], np.zeros(300, int), both[:300], both[:300], both[300:])
    assert reference.is_foreign(np.array([[1.0, -100.0], [1.0, 100.0]])).tolist() == [True, False]


@given(SEEDS, st.integers(FEWEST_FOR_SHARE, 200))
def test_about_one_in_twenty_of_the_own_pictures_is_called_foreign(seed: int, own: int) -> None:
    reference = made(40, own, seed)
    share = float((reference.distances > reference.threshold).mean())
    assert share <= 0.05
    assert share > 0.05 - 2 / own


def test_with_few_own_pictures_foreign_means_farther_than_all_of_them() -> None:
    assert threshold_of(np.arange(1.0, FEWEST_FOR_SHARE)) == MARGIN_OF_FEW * (FEWEST_FOR_SHARE - 1)
    assert threshold_of(np.arange(1.0, FEWEST_FOR_SHARE + 1)) == FEWEST_FOR_SHARE
    assert threshold_of(np.zeros(0)) == math.inf
    assert not made(own=0).is_foreign(np.full((1, 12), 1e9)).any()


@pytest.mark.filterwarnings("error")
def test_numbers_out_of_all_bounds_are_far_away() -> None:
    wild = np.array([[np.nan] * 12, [np.inf] * 12, [-np.inf] * 12, [3e38] * 12])
    distances = made().distance(wild)
    assert np.isfinite(distances).all()
    assert made().is_foreign(wild[1:]).all()


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("value", [0.0, 7.0, np.nan, np.inf])
def test_training_pictures_that_are_all_the_same_make_a_reference(value: float) -> None:
    same = np.full((30, 5), value)
    reference = Reference.build([str(i) for i in range(30)], np.zeros(30, int), same, same, same)
    assert not reference.is_foreign(same).any()
    assert np.isfinite(reference.nearest(same, 2)[1]).all()


def test_confidence_is_the_calibrated_probability_of_the_answer() -> None:
    shares = np.array([[0.7, 0.2, 0.1], [0.1, 0.1, 0.8]], np.float32)
    np.testing.assert_allclose(made().confidence(shares), calibrated(shares, 1.5).max(axis=1))


@given(SEEDS, st.lists(st.integers(0, 5), min_size=1, max_size=120), st.integers(1, 60))
def test_of_many_pictures_those_that_are_kept_are_even_over_the_classes(
    seed: int, classes: list[int], most: int
) -> None:
    labels = np.array(classes)
    rows = kept_rows(labels, seed, most)
    assert len(rows) == min(most, len(labels))
    assert (np.diff(rows) > 0).all()
    kept, all_ = np.bincount(labels[rows], minlength=6), np.bincount(labels, minlength=6)
    assert all(kept[label] == all_[label] or kept[label] >= kept.max() - 1 for label in range(6))
    np.testing.assert_array_equal(rows, kept_rows(labels, seed, most))


@given(SEEDS, st.integers(1, 30), st.integers(0, 30), st.floats(0.1, 9))
def test_a_reference_comes_back_from_its_file(
    tmp_path_factory: pytest.TempPathFactory, seed: int, count: int, own: int, temperature: float
) -> None:
    path = tmp_path_factory.mktemp("run") / REFERENCE_FILE
    written = replace(made(count, own, seed, temperature), files=tuple(f"ü/\udcff{n}\n.png" for n in range(count)))
    write_reference(path, written, STAMP)
    read = read_reference(path, STAMP)
    assert read is not None
    for each in fields(Reference):
        np.testing.assert_array_equal(getattr(read, each.name), getattr(written, each.name))
    assert [each.name for each in path.parent.iterdir()] == [REFERENCE_FILE]


def test_a_reference_counts_for_one_network_alone(tmp_path: Path) -> None:
    path = tmp_path / REFERENCE_FILE
    assert read_reference(path, STAMP) is None
    write_reference(path, made(), STAMP)
    assert read_reference(path, STAMP) is not None
    assert read_reference(path, (STAMP[0], STAMP[1] + 1)) is None
    assert read_reference(path, (STAMP[0] + 1, STAMP[1])) is None


@pytest.mark.parametrize("part", [0.0, 0.1, 0.5, 0.9, 0.999])
def test_a_part_of_a_file_is_none(tmp_path: Path, part: float) -> None:
    path = tmp_path / REFERENCE_FILE
    write_reference(path, made(), STAMP)
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * part)])
    assert read_reference(path, STAMP) is None


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("files", np.frombuffer(json.dumps(["one.png"]).encode(), np.uint8)),
        ("files", np.frombuffer(b"no json", np.uint8)),
        ("files", np.frombuffer(b"7", np.uint8)),
        ("labels", np.array(["a"])),
        ("features", np.zeros((3, 8), np.float16)),
        ("features", np.array([{"an": "object"}])),
        ("signatures", np.zeros((60, 2), np.float16)),
        ("whitening", np.zeros((12, 2), np.float32)),
        ("distances", np.zeros((2, 2), np.float32)),
        ("temperature", np.array(0.0)),
        ("temperature", np.array(np.nan)),
        ("threshold", np.array([1.0, 2.0])),
        ("format", np.array(99)),
        ("model", np.array("mine")),
        ("centre", np.array(1.0)),
        ("centre", None),
    ],
)
def test_a_file_that_says_something_else_is_none(tmp_path: Path, name: str, value: np.ndarray | None) -> None:
    path = tmp_path / REFERENCE_FILE
    write_reference(path, made(), STAMP)
    with np.load(path) as kept:
        arrays = dict(kept) | {name: value}
    np.savez(path, allow_pickle=True, **{key: each for key, each in arrays.items() if each is not None})
    assert read_reference(path, STAMP) is None


def test_other_files_are_none(tmp_path: Path) -> None:
    path = tmp_path / REFERENCE_FILE
    path.mkdir()
    assert read_reference(path, STAMP) is None
    path.rmdir()
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("format.npy", b"none")
    assert read_reference(path, STAMP) is None
    path.write_bytes(b"text")
    assert read_reference(path, STAMP) is None
    np.save(path.with_suffix(".npy"), np.arange(3))
    path.with_suffix(".npy").replace(path)
    assert read_reference(path, STAMP) is None
