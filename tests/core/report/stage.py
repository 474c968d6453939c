"""A run with results as reports are made of, without a network."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from core.events import EpochEnded
from core.framing import Frame
from core.pictures.cache import PreparedPictures, prepare
from core.pictures.dataset import PARTS
from core.pictures.scan import scan
from core.pictures.split import SPLIT_FILE, split_pictures, write_split
from core.report.facts import ReportFacts, gather
from core.results.calibrating import calibrate
from core.results.judged import Judged, Results
from core.results.measures import summarise
from core.training import runs
from core.training.config import TrainingConfig


def epochs(count: int, has_validation: bool = True) -> list[EpochEnded]:
    """So many epochs of falling loss; the validation's rises again after the middle."""
    found: list[EpochEnded] = []
    for number in range(1, count + 1):
        val_loss = 1 + abs(number - count / 2) / count if has_validation else math.nan
        val_accuracy = 0.5 if has_validation else math.nan
        is_best = runs.is_best(found, 2 / number, val_loss)
        found.append(EpochEnded(number, 2 / number, 0.4, val_loss, val_accuracy, 1.5, 100, is_best))
    return found


@dataclass(frozen=True, eq=False)
class Stage:
    """A run's folder and what a network said about its pictures."""

    run: Path
    results: Results

    def facts(self, **changes: object) -> ReportFacts:
        """The facts of its report, some of them changed."""
        return replace(gather(self.run, self.results), **changes)  # type: ignore[arg-type]


def staged(pictures: Path, run: Path, class_names: Sequence[str] | None = None) -> Stage:
    """A run of four epochs on a folder of pictures; its classes may be called otherwise."""
    prepared = prepare(scan(pictures), Frame(16))
    dataset = prepared.dataset
    names = tuple(class_names or dataset.class_names)
    run.mkdir(parents=True)
    write_split(run / SPLIT_FILE, dataset, split_pictures(dataset, 7))
    facts = runs.RunFacts(
        name=pictures.name,
        class_names=names,
        pictures=str(pictures),
        network="tutorial",
        config=TrainingConfig(image_size_px=16, epochs=4).as_json(),
        fingerprint="0123456789abcdef",
        versions={"python": "3.11.7", "keras": "3.15.1"},
        started="2026-03-04T05:06:07+0000",
        contents="fedcba9876543210",
    )
    runs.end_run(run, facts, "finished", {"test_accuracy": 0.25, "test_loss": 1.5})
    runs.write_history(run, epochs(4))
    return Stage(run, _results(prepared, names, run))


def _results(prepared: PreparedPictures, names: tuple[str, ...], run: Path) -> Results:
    rng = np.random.default_rng(1)
    split = split_pictures(prepared.dataset, 7)
    parts = {}
    for part in PARTS:
        positions = split.of(part)
        labels = prepared.dataset.labels[positions].astype(np.int64)
        logits = rng.normal(0, 1, (len(labels), len(names)))
        logits[np.arange(len(labels)), labels] += 1
        shares = np.exp(logits) / np.exp(logits).sum(axis=1, keepdims=True)
        losses = -np.log(shares[np.arange(len(labels)), labels])
        parts[part] = Judged(positions, labels, shares.astype(np.float32), losses)
    return Results(
        title=run.name,
        class_names=names,
        frame=prepared.frame,
        prepared=prepared,
        parts=parts,
        summaries={part: summarise(judged, names) for part, judged in parts.items()},
        run=run,
        epoch=2,
        calibration=calibrate(parts["validation"], parts["test"]),
        strange=0.25,
    )
