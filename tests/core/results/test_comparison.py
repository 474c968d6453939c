"""Two runs asked about the same test pictures: which ones those are, and what follows."""

import json
import math
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.control import Control
from core.errors import DatasetError, ModelError, Stopped
from core.network.store import open_model, save_model
from core.pictures.edits import Edits
from core.pictures.scan import scan
from core.pictures.split import Shares, read_split
from core.results.comparison import compare
from core.results.evaluation import judge
from core.results.judged import RunComparison
from core.training.config import TrainingConfig
from core.training.labels import Label, write_label
from core.training.train import train
from tests.core.scenes import write_scenes

pytestmark = pytest.mark.heavy

CONFIG = TrainingConfig(image_size_px=16, epochs=1, batch_size=8, seed=3, shares=Shares(0.4, 0.1, 0.5))


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("compared")


@pytest.fixture(scope="module")
def pictures(place: Path) -> Path:
    """Three classes that nothing tells apart, so that networks answer as they please."""
    return write_scenes(place / "pictures", {"ant": 20, "bee": 16, "cow": 12})


@pytest.fixture(scope="module")
def first(place: Path, pictures: Path) -> Path:
    return train(scan(pictures), CONFIG, run_folder=place / "first").run


@pytest.fixture(scope="module")
def second(place: Path, pictures: Path, first: Path) -> Path:
    """Other weights, the pictures shared out as in the first."""
    config = replace(CONFIG, seed=4, split_from=str(first), with_dropout=False, learning_rate=0.003, epochs=6)
    return train(scan(pictures), config, run_folder=place / "second").run


def files_of(compared: RunComparison) -> list[str]:
    return [compared.prepared.dataset.pictures[position].file for position in compared.first.positions.tolist()]


def kept_for_test(run: Path) -> set[str]:
    return {file for file, part in read_split(run / "split.csv").items() if part == "test"}


def test_runs_with_the_same_split_are_asked_about_all_their_test_pictures(first: Path, second: Path) -> None:
    found = compare(first, second)
    assert set(files_of(found)) == kept_for_test(first) == kept_for_test(second)
    assert len(found.first) == len(found.second) == len(kept_for_test(first))
    np.testing.assert_array_equal(found.first.labels, found.second.labels)
    for run, judged in ((first, found.first), (second, found.second)):
        alone = judge(run).parts["test"]
        np.testing.assert_array_equal(judged.probabilities, alone.probabilities)
        np.testing.assert_array_equal(judged.losses, alone.losses)
    rows = [found.only_first_right, found.only_second_right, found.both_right, found.both_wrong]
    assert sorted(np.concatenate(rows).tolist()) == list(range(len(found.first)))


def test_how_probable_the_difference_is_by_chance(first: Path, second: Path) -> None:
    found = compare(first, second)
    one, other = len(found.only_first_right), len(found.only_second_right)
    assert one + other > 0, "they differ somewhere"
    tail = sum(math.comb(one + other, count) for count in range(min(one, other) + 1)) / 2 ** (one + other)
    assert found.p_value == pytest.approx(min(1.0, 2 * tail), abs=1e-12)
    back = compare(second, first)
    assert back.p_value == pytest.approx(found.p_value)
    assert len(back.only_first_right) == other


def test_a_run_is_as_good_as_itself(first: Path) -> None:
    found = compare(first, first)
    assert found.p_value == 1
    assert len(found.only_first_right) == len(found.only_second_right) == 0


def test_runs_are_called_by_the_names_that_their_user_gave(first: Path, second: Path, tmp_path: Path) -> None:
    named = Path(shutil.copytree(second, tmp_path / "named"))
    write_label(named, Label(name="Zweiter “Versuch”\n2", note=""))
    found = compare(first, named)
    assert (found.first_run, found.second_run) == (first, named)
    assert found.first_title == judge(first).title
    assert found.second_title == judge(named).title
    assert found.first_title != found.second_title


def test_of_runs_with_other_splits_only_what_neither_has_seen_counts(
    first: Path, pictures: Path, tmp_path: Path
) -> None:
    other = train(scan(pictures), replace(CONFIG, seed=9), run_folder=tmp_path / "other").run
    found = compare(first, other)
    assert set(files_of(found)) == kept_for_test(first) & kept_for_test(other)
    assert 0 < len(found.first) < len(kept_for_test(first))
    np.testing.assert_array_equal(found.first.labels, found.second.labels)
    of_other = judge(other)
    for row, file in enumerate(files_of(found)):
        at = next(at for at in range(len(of_other.parts["test"])) if of_other.picture("test", at).file == file)
        np.testing.assert_array_equal(found.second.probabilities[row], of_other.parts["test"].probabilities[at])


def permuted(run: Path, place: Path, order: list[int]) -> Path:
    """The same run, its classes in another order."""
    copy = Path(shutil.copytree(run, place, ignore=shutil.ignore_patterns("*.npz", "last.keras")))
    opened = open_model(copy)
    *before, kernel, bias = opened.model.get_weights()
    opened.model.set_weights([*before, kernel[:, order], bias[order]])
    names = tuple(opened.class_names[each] for each in order)
    save_model(opened.model, names, copy / "best.keras")
    facts = json.loads((copy / "run.json").read_text(encoding="utf-8"))
    assert facts["class_names"] == list(opened.class_names)
    (copy / "run.json").write_text(json.dumps({**facts, "class_names": names}), encoding="utf-8")
    return copy


@pytest.mark.parametrize("order", [[1, 2, 0], [2, 0, 1], [1, 0, 2]], ids=str)
def test_classes_in_another_order_are_the_same_classes(first: Path, tmp_path: Path, order: list[int]) -> None:
    other = permuted(first, tmp_path / "permuted", order)
    for found in (compare(first, other), compare(other, first)):
        np.testing.assert_array_equal(found.first.labels, found.second.labels)
        np.testing.assert_allclose(found.first.probabilities, found.second.probabilities, atol=1e-6)
        np.testing.assert_allclose(found.first.losses, found.second.losses, atol=1e-5)
        assert found.p_value == 1
        for judged in (found.first, found.second):
            shares = judged.probabilities[np.arange(len(judged)), judged.labels]
            np.testing.assert_allclose(-np.log(shares), judged.losses, rtol=1e-3)
        names = [found.class_names[label] for label in found.first.labels.tolist()]
        assert names == [file.split("/")[0] for file in files_of(found)]


def test_runs_of_other_classes_are_refused(first: Path, pictures: Path, tmp_path: Path) -> None:
    part, _ = Edits().leaving_out_classes(["cow"]).apply(scan(pictures))
    other = train(part, CONFIG, run_folder=tmp_path / "other").run
    for pair in ((first, other), (other, first)):
        with pytest.raises(ModelError, match=r"tell different classes apart. Compare two runs that were"):
            compare(*pair)


def test_a_picture_that_counts_for_another_class_by_now_is_not_the_same(
    first: Path, pictures: Path, tmp_path: Path
) -> None:
    ants = sorted(file for file in kept_for_test(first) if file.startswith("ant/"))[:3]
    part, _ = Edits().moving(dict.fromkeys(ants, "bee")).apply(scan(pictures))
    other = train(part, replace(CONFIG, split_from=str(first)), run_folder=tmp_path / "other").run
    assert kept_for_test(other) == kept_for_test(first)
    assert set(files_of(compare(first, other))) == kept_for_test(first) - set(ants)


def test_pictures_of_the_same_name_elsewhere_are_others(first: Path, tmp_path: Path) -> None:
    elsewhere = write_scenes(tmp_path / "pictures", {"ant": 20, "bee": 16, "cow": 12}, first_seed=700)
    other = train(scan(elsewhere), CONFIG, run_folder=tmp_path / "other").run
    assert kept_for_test(other) & kept_for_test(first)
    with pytest.raises(DatasetError, match=r"no test pictures in common. Compare two runs that were"):
        compare(first, other)


def test_a_copy_of_the_folder_holds_the_same_pictures(first: Path, pictures: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(pictures, tmp_path / "elsewhere"))
    other = train(scan(copy), replace(CONFIG, split_from=str(first)), run_folder=tmp_path / "other").run
    assert set(files_of(compare(first, other))) == kept_for_test(first)


@pytest.mark.parametrize("is_first", [True, False])
def test_a_run_without_test_pictures_has_none_in_common(
    first: Path, pictures: Path, tmp_path: Path, is_first: bool
) -> None:
    config = replace(CONFIG, shares=Shares(0.8, 0.2, 0))
    other = train(scan(pictures), config, run_folder=tmp_path / "other").run
    with pytest.raises(DatasetError, match="no test pictures in common"):
        compare(*((other, first) if is_first else (first, other)))


def test_what_is_no_run_is_refused(first: Path) -> None:
    with pytest.raises(ModelError, match="a model without a run"):
        compare(first, first / "best.keras")


def test_a_stop_ends_it(first: Path, second: Path, tmp_path: Path) -> None:
    control = Control()
    control.stop()
    fresh: Any = shutil.copytree(second, tmp_path / "fresh", ignore=shutil.ignore_patterns("*.npz"))
    with pytest.raises(Stopped):
        compare(first, fresh, control=control)
