"""A run's curves as tables."""

import csv
import math
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import StorageError
from core.events import EpochEnded
from core.training.curves_csv import Batches, batch_places, batches_path, write_curves

NONE: Batches = (np.empty(0), np.empty(0), np.empty(0))
EPOCH = EpochEnded(1, 0.1 + 0.2, 0.5, 1 / 3, 0.25, 8.6, 40.0, True, 0.0005)


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def batches(epochs: float, per_epoch: int) -> Batches:
    positions = np.arange(1, round(epochs * per_epoch) + 1) / per_epoch
    return positions, 2 - positions / 10, positions / 100


def test_an_epoch_is_a_row_at_full_precision(tmp_path: Path) -> None:
    write_curves(tmp_path / "run.csv", [EPOCH, replace(EPOCH, epoch=2, val_loss=math.nan)], NONE)
    first, second = rows(tmp_path / "run.csv")
    assert list(first) == ["epoch", "loss", "accuracy", "val_loss", "val_accuracy", "learning_rate", "seconds"]
    assert float(first["loss"]) == 0.1 + 0.2
    assert float(first["val_loss"]) == 1 / 3
    assert first["learning_rate"] == "0.0005"
    assert (second["epoch"], second["val_loss"]) == ("2", "")
    assert (tmp_path / "run.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert [each.name for each in tmp_path.iterdir()] == ["run.csv"]


def test_batches_go_beside(tmp_path: Path) -> None:
    path = tmp_path / "run 4.csv"
    write_curves(path, [EPOCH], batches(2.5, 40))
    found = rows(batches_path(path))
    assert batches_path(path).name == "run 4-batches.csv"
    assert list(found[0]) == ["epoch", "batch", "loss", "accuracy"]
    places = [(int(row["epoch"]), int(row["batch"])) for row in found]
    assert places == [(1 + batch // 40, 1 + batch % 40) for batch in range(100)]
    assert float(found[-1]["loss"]) == 2 - 2.5 / 10


@given(st.integers(1, 2000), st.floats(0.01, 3))
def test_every_position_leads_back_to_its_batch(per_epoch: int, epochs: float) -> None:
    count = max(1, round(per_epoch * epochs))
    numbers = np.arange(count)
    found_epochs, found = batch_places((numbers + 1) / per_epoch)
    assert found_epochs.tolist() == (1 + numbers // per_epoch).tolist()
    assert found.tolist() == (1 + numbers % per_epoch).tolist()


@given(st.integers(2, 500), st.integers(0, 2**32 - 1))
def test_batches_that_were_not_told_of_count(per_epoch: int, seed: int) -> None:
    random = np.random.default_rng(seed)
    # The last of an epoch is always told of, and the one before it tells how many there are.
    told = random.random(4 * per_epoch) < 0.3
    told[[per_epoch - 1, per_epoch - 2, -1]] = True
    numbers = np.flatnonzero(told)
    found_epochs, found = batch_places((numbers + 1) / per_epoch)
    assert found_epochs.tolist() == (1 + numbers // per_epoch).tolist()
    assert found.tolist() == (1 + numbers % per_epoch).tolist()


def test_only_every_third_batch_told_of_still_counts_right() -> None:
    numbers = np.arange(2, 200, 3)
    found_epochs, found = batch_places((numbers + 1) / 50)
    assert (found_epochs[-1], found[-1]) == (4, 48)
    assert found[:3].tolist() == [3, 6, 9]


def test_compared_runs_stand_below_each_other(tmp_path: Path) -> None:
    further = [("zwei, “quoted”", [EPOCH, replace(EPOCH, epoch=2)])]
    write_curves(tmp_path / "runs.csv", [EPOCH], NONE, "学習 1", further)
    found = [(row["run"], row["epoch"]) for row in rows(tmp_path / "runs.csv")]
    assert found == [("学習 1", "1"), ("zwei, “quoted”", "1"), ("zwei, “quoted”", "2")]


def test_what_cannot_be_written_is_told_and_leaves_the_old(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="The folder is gone"):
        write_curves(tmp_path / "none" / "run.csv", [EPOCH], NONE)
    folder = tmp_path / "run.csv"
    folder.mkdir()
    with pytest.raises(StorageError, match="cannot be saved"):
        write_curves(folder, [EPOCH], NONE)
    assert [each.name for each in tmp_path.iterdir()] == ["run.csv"]
