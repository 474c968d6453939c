"""What the tests of the Results page share: small drawn pictures, what networks said of them, and who says so."""

import sys
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from core import places
from core.control import Control
from core.errors import NakamiError
from core.events import Preparing, Report
from core.framing import Frame
from core.pictures.cache import PreparedPictures, prepare
from core.pictures.dataset import Part
from core.pictures.scan import scan
from core.pictures.split import SPLIT_FILE
from core.results.judged import Judged, Neighbours, Results, RunComparison
from core.training.runs import RunFacts, end_run
from core.words import say
from tests.gui.pictures_stage import make_scenes
from tests.gui.results.overview_samples import calibration, summary_of
from tests.gui.run_samples import CONFIG, RESULTS

CLASSES = ("ant", "bee", "cat")
PER_CLASS = 8
PARTS: Mapping[Part, range] = {"training": range(4), "validation": range(4, 5), "test": range(5, 8)}
# What the network calls the pictures of each class, and how sure it is of the first, the second...
ANSWERS: Mapping[Part, tuple[tuple[int, ...], ...]] = {
    "training": ((0, 0, 0, 2), (1, 1, 1, 1), (2, 2, 2, 2)),
    "validation": ((0,), (1,), (2,)),
    "test": ((0, 1, 1), (1, 1, 0), (2, 2, 2)),
}
SHARES = (0.6, 0.7, 0.9, 0.95)


def draw_pictures(folder: Path) -> Path:
    """Three classes of eight pictures."""
    return make_scenes(folder, **dict.fromkeys(CLASSES, PER_CLASS))


def prepared_of(folder: Path) -> PreparedPictures:
    return prepare(scan(folder), Frame(16), is_for_training=False)


def judged(positions: Sequence[int], labels: Sequence[int], answers: Sequence[int], shares: Sequence[float]) -> Judged:
    """These answers; what the winner leaves goes to the next class, so that each loss is another."""
    probabilities = np.zeros((len(positions), len(CLASSES)), np.float32)
    for row, (answer, share) in enumerate(zip(answers, shares, strict=True)):
        probabilities[row] = (1 - share) * 0.4
        probabilities[row, answer] = share
        probabilities[row, (answer + 1) % len(CLASSES)] = (1 - share) * 0.6
    rows = np.arange(len(positions))
    losses = -np.log(probabilities[rows, list(labels)].astype(np.float64))
    return Judged(np.array(positions, np.int64), np.array(labels, np.int64), probabilities, losses)


def part_of(part: Part) -> Judged:
    numbers = PARTS[part]
    labels = [label for label in range(len(CLASSES)) for _ in numbers]
    positions = [label * PER_CLASS + number for label in range(len(CLASSES)) for number in numbers]
    answers = [answer for of_class in ANSWERS[part] for answer in of_class]
    shares = [SHARES[row % len(numbers)] for row in range(len(answers))]
    return judged(positions, labels, answers, shares)


def confusion_of(each: Judged) -> NDArray[np.int64]:
    counts = np.zeros((len(CLASSES), len(CLASSES)), np.int64)
    np.add.at(counts, (each.labels, each.answers), 1)
    return counts


def results_of(prepared: PreparedPictures, run: Path | None, folder: Path | None = None) -> Results:
    """What a network said of the drawn pictures: of its run's parts, or of all as a test."""
    if folder is None:
        parts = {part: part_of(part) for part in PARTS}
    else:
        count = len(prepared.dataset.pictures)
        labels = prepared.dataset.labels.tolist()
        parts = {"test": judged(range(count), labels, labels, [0.8] * count)}
    near = np.array([[0, PER_CLASS]] * len(parts["test"]), np.int64)
    return Results(
        title="animals 1" if run is None else run.name,
        class_names=CLASSES,
        frame=Frame(16),
        prepared=prepared,
        parts=parts,
        summaries={part: summary_of(confusion_of(each), CLASSES) for part, each in parts.items()},
        run=run,
        folder=folder,
        epoch=2,
        calibration=calibration() if folder is None else None,
        neighbours={"test": Neighbours(near, np.zeros(near.shape, np.float32))} if folder is None else {},
    )


def make_run(folder: Path, name: str, day: int = 1, names: tuple[str, ...] = CLASSES) -> Path:
    """An ended run on these pictures among the program's own, with the split that its results are of."""
    run = places.runs_folder() / f"2024-05-{day:02} {name}"
    run.mkdir(parents=True)
    started = f"2024-05-{day:02}T10:00:00+0200"
    facts = RunFacts(name, names, str(folder), "tutorial", CONFIG.as_json(), "f", {"keras": "3"}, started)
    end_run(run, facts, "finished", RESULTS)
    write_split(run)
    return run


def write_split(run: Path) -> None:
    rows = [
        f"{name}/{number:02}.png,{name},{part}"
        for name in CLASSES
        for part, numbers in PARTS.items()
        for number in numbers
    ]
    run.mkdir(parents=True, exist_ok=True)
    (run / SPLIT_FILE).write_text("\n".join(("file,class,part", *rows)) + "\n", encoding="utf-8")


@dataclass
class Judges:
    """Stands in for the modules that judge, compare and write reports. `hold()` keeps the next ones at work until
    `let_go()`; what is in `errors` under a model's path is raised. `judged`, `compared`, `reported` say what was
    asked; `pictures` are those of every run."""

    pictures: Path
    judged: list[tuple[Path, Path | None]] = field(default_factory=list)
    compared: list[tuple[Path, Path]] = field(default_factory=list)
    reported: list[tuple[Path, Path]] = field(default_factory=list)
    errors: dict[Path, NakamiError] = field(default_factory=dict)
    _may_go: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        self.let_go()

    def hold(self) -> None:
        self._may_go.clear()

    def let_go(self) -> None:
        self._may_go.set()

    def judge(self, model: Path, folder: Path | None, report: Report, control: Control) -> Results:
        self.judged.append((model, folder))
        self._work(report, control)
        if model in self.errors:
            raise self.errors[model]
        run = None if model.suffix else model
        return results_of(prepared_of(folder or self.pictures), run, folder)

    def compare(self, first: Path, second: Path, report: Report, control: Control) -> RunComparison:
        self.compared.append((first, second))
        self._work(report, control)
        one = part_of("test")
        # The second gets the first's first mistake right, and one wrong that the first had right.
        answers = one.answers.tolist()
        answers[1], answers[8] = 0, 1
        other = judged(one.positions.tolist(), one.labels.tolist(), answers, one.shares.tolist())
        prepared = prepared_of(self.pictures)
        return RunComparison(first, second, first.name, second.name, CLASSES, prepared, one, other, 1.0)

    def write_report(self, run: Path, file: Path, report: Report, control: Control) -> Path:
        self.reported.append((run, file))
        self._work(report, control)
        file.write_text("report", encoding="utf-8")
        return file

    def _work(self, report: Report, control: Control) -> None:
        report(Preparing(say("testing"), 3, 9))
        while not self._may_go.is_set():
            control.check()
            time.sleep(0.005)
        control.check()


def stand_in(monkeypatch: pytest.MonkeyPatch, pictures: Path) -> Judges:
    """Let these judge instead of the honest ones."""
    made = Judges(pictures)
    for name in ("core.results.evaluation", "core.results.comparison", "core.report.writing"):
        monkeypatch.setitem(sys.modules, name, made)
    return made
