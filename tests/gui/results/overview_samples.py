"""Results made by hand, as the widgets of the overview are given them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import cast

import numpy as np
from numpy.typing import NDArray

from core.framing import Frame
from core.pictures.cache import PreparedPictures
from core.pictures.dataset import Part
from core.results.judged import Bin, Calibration, ClassScores, Results, Summary

ANIMALS = ("butterfly", "dalmatian", "elephant", "kangaroo", "llama", "starfish")
CONFUSION = np.array(
    [
        [11, 1, 0, 0, 1, 1],
        [0, 9, 0, 0, 1, 0],
        [0, 0, 8, 0, 1, 1],
        [0, 0, 1, 9, 3, 0],
        [0, 0, 1, 3, 8, 0],
        [2, 0, 0, 1, 0, 10],
    ],
    np.int64,
)


def summary_of(
    confusion: NDArray[np.int64], names: Sequence[str], loss: float = 0.81, interval: tuple[float, float] = (0.65, 0.85)
) -> Summary:
    """The numbers that follow from a matrix; the interval does not."""
    rows, columns = confusion.sum(axis=1), confusion.sum(axis=0)
    classes = []
    for label, name in enumerate(names):
        right = int(confusion[label, label])
        precision = right / columns[label] if columns[label] else float("nan")
        recall = right / rows[label] if rows[label] else float("nan")
        f1 = 2 * right / (rows[label] + columns[label]) if rows[label] else float("nan")
        classes.append(ClassScores(name, float(precision), float(recall), float(f1), int(rows[label])))
    count, right = int(confusion.sum()), int(confusion.trace())
    return Summary(
        count=count,
        right=right,
        loss=loss,
        accuracy=right / count,
        interval=interval,
        balanced_accuracy=float(np.nanmean([each.recall for each in classes])),
        top3_accuracy=68 / 72,
        baseline=int(rows.max()) / count,
        confusion=confusion,
        classes=tuple(classes),
    )


def results_of(
    summaries: Mapping[Part, Summary], names: Sequence[str] = ANIMALS, sampled: Mapping[Part, int] | None = None
) -> Results:
    """Results that hold these numbers and no pictures."""
    return Results(
        title="run 4",
        class_names=tuple(names),
        frame=Frame(100),
        prepared=cast(PreparedPictures, None),
        parts={},
        summaries=summaries,
        run=Path("runs/4"),
        epoch=11,
        sampled=sampled or {},
    )


def animals() -> Results:
    """Seventy-two test pictures, of which 55 were right; more of those that were learned from."""
    test = summary_of(CONFUSION, ANIMALS)
    validation = replace(test, loss=0.97, accuracy=0.74)
    training = replace(test, loss=0.43, accuracy=0.93, interval=(0.90, 0.95))
    return results_of({"training": training, "validation": validation, "test": test})


def many(count: int) -> Results:
    """So many classes, each of which is taken for the next one now and then."""
    names = [f"class {label:03}" for label in range(count)]
    confusion = 5 * np.eye(count, dtype=np.int64) + np.roll(np.eye(count, dtype=np.int64), 1, axis=1)
    return results_of({"test": summary_of(confusion, names)}, names)


def calibration() -> Calibration:
    """Of a network that was too sure of itself."""
    edges = np.linspace(0, 1, 11)

    def bins(counts: Sequence[int], off: float) -> tuple[Bin, ...]:
        middles = (edges[:-1] + edges[1:]) / 2
        rows = zip(edges[:-1].tolist(), edges[1:].tolist(), counts, middles.tolist(), strict=True)
        return tuple(Bin(low, high, count, middle, middle - off) for low, high, count, middle in rows if count)

    before = bins((0, 0, 0, 2, 4, 6, 10, 12, 12, 26), 0.15)
    after = bins((0, 0, 1, 4, 6, 9, 12, 14, 12, 14), 0.02)
    return Calibration(1.62, 70, "test", 0.15, 0.02, before, after, 0.6, 0.72, 0.9)
