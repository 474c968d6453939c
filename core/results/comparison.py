"""Two runs asked about the same test pictures. Heavy: imports Keras, scikit-learn and SciPy."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.control import Control
from core.errors import DatasetError, ModelError
from core.events import Report, ignore
from core.results.evaluation import judge
from core.results.judged import Judged, Results, RunComparison
from core.results.measures import mcnemar
from core.training.run_list import run_name
from core.words import say

_HINT = say("Compare two runs that were trained on the same folder, the second split as the first.")


def compare(
    first_run: Path, second_run: Path, report: Report = ignore, control: Control | None = None
) -> RunComparison:
    """Ask the best networks of two runs about the test pictures that they have in common: those that neither has
    learned from, nor chosen its best epoch by. Raises ModelError, DatasetError, StorageError or Stopped."""
    first = judge(first_run, report=report, control=control)
    second = judge(second_run, report=report, control=control)
    if set(first.class_names) != set(second.class_names):
        raise ModelError(say("The two runs tell different classes apart."), _HINT)
    rows = _common(first, second)
    if not len(rows):
        raise DatasetError(say("The two runs have no test pictures in common."), _HINT)
    one = _chosen(first.parts["test"], rows[:, 0])
    columns = [second.class_names.index(name) for name in first.class_names]
    other = _chosen(second.parts["test"], rows[:, 1], np.array(columns))
    only_first = int((one.is_right & ~other.is_right).sum())
    only_second = int((other.is_right & ~one.is_right).sum())
    return RunComparison(
        first_run=first_run,
        second_run=second_run,
        first_title=run_name(first_run),
        second_title=run_name(second_run),
        class_names=first.class_names,
        prepared=first.prepared,
        first=one,
        second=other,
        p_value=mcnemar(only_first, only_second),
    )


def _common(first: Results, second: Results) -> NDArray[np.int64]:
    """The rows of both test parts that are about the same picture of the same class, (N, 2)."""
    if "test" not in first.parts or "test" not in second.parts:
        return np.zeros((0, 2), np.int64)
    rows_of_second = {_key(second, row): row for row in range(len(second.parts["test"]))}
    pairs = [(row, rows_of_second.get(_key(first, row), -1)) for row in range(len(first.parts["test"]))]
    found = np.array(pairs, np.int64).reshape(-1, 2)
    return found[found[:, 1] >= 0]


def _key(results: Results, row: int) -> tuple[str, str, int]:
    """What tells a picture from all others: its file, its class, and its bytes."""
    judged = results.parts["test"]
    position = int(judged.positions[row])
    name = results.class_names[int(judged.labels[row])]
    return results.picture("test", row).file, name, int(results.prepared.facts.digests[position])


def _chosen(judged: Judged, rows: NDArray[np.int64], columns: NDArray[np.int64] | None = None) -> Judged:
    """Some rows, with the classes in the order of `columns` (None: as they are). Positions stay those of its own."""
    labels, probabilities = judged.labels[rows], judged.probabilities[rows]
    if columns is not None:
        labels, probabilities = np.argsort(columns)[labels], probabilities[:, columns]
    return Judged(judged.positions[rows], labels, probabilities, judged.losses[rows])
