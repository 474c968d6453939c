"""What stands in for TensorFlow behind the window's threads: a training and a network that do as they are told."""

import json
import math
import threading
import time
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np

from core.answer_store import AnswerRows, packed
from core.answers import Answer, HeatMap, Insight, LayerOutput, ModelCard, Photo, PreviewPicture, Variations
from core.control import Control
from core.errors import ModelError, NakamiError, Stopped
from core.events import (
    BatchEnded,
    EndState,
    EpochEnded,
    Event,
    Forecast,
    RateFindings,
    Report,
    TrainingOutcome,
    TrainingStarted,
)
from core.framing import Frame
from core.pictures.dataset import Dataset
from core.pictures.split import SPLIT_FILE
from core.questions import Classify, ClassifyMany, Look, OpenModel, Preview, Question, TakeSnapshot, Vary, WhyMistake
from core.training import runs
from core.training.batch_history import BatchRow, append_batches
from core.training.config import TrainingConfig
from core.training.state_file import state_file
from core.words import say

CLASSES = ("blue", "green", "red")
LONGEST_S = 60


class Training:
    """The modules of `train`, the rate finder and the forecast: reports what a test tells it to, and ends when it is
    told, made to fail or stopped. `begun` says what was called, with what beside pictures and settings."""

    def __init__(self, run: Path) -> None:
        self.run = run
        self.configs: list[TrainingConfig] = []
        self.datasets: list[Dataset] = []
        self.begun: list[tuple[object, ...]] = []
        self.rates: list[float] = []
        self._told: list[Event] = []
        self._end = threading.Event()
        self._error: NakamiError | None = None

    def tell(self, events: Iterable[Event]) -> None:
        """Report these."""
        self._told.extend(events)

    def finish(self) -> None:
        """End as if all epochs were over."""
        self._end.set()

    def fail(self, error: NakamiError) -> None:
        """End in an error."""
        self._error = error
        self._end.set()

    def train(self, dataset: Dataset, config: TrainingConfig, report: Report, control: Control) -> TrainingOutcome:
        self._take("train", dataset, config)
        started = TrainingStarted(self.run, dataset.class_names, config.epochs, 4, 20, 5, 5)
        return self._trained(started, report, control)

    def resume(self, folder: Path, epochs: int | None, report: Report, control: Control) -> TrainingOutcome:
        self.begun.append(("resume", folder, epochs))
        history = tuple(runs.read_history(folder))
        planned = epochs or int(runs.read_facts(folder).config["epochs"])
        return self._trained(TrainingStarted(folder, CLASSES, planned, 4, 20, 5, 5, history), report, control)

    def find_learning_rate(
        self, dataset: Dataset, config: TrainingConfig, report: Report, control: Control
    ) -> RateFindings:
        self._take("find_learning_rate", dataset, config)
        self._wait(report, control)
        return RateFindings((1e-4, 1e-3, 1e-2), (1.1, 0.9, 1.4), 1e-3)

    def measure(self, dataset: Dataset, config: TrainingConfig, report: Report, control: Control) -> Forecast:
        self._take("measure", dataset, config)
        self._wait(report, control)
        return Forecast(8.5, 120.0)

    def _take(self, called: str, dataset: Dataset, config: TrainingConfig) -> None:
        self.begun.append((called,))
        self.configs.append(config)
        self.datasets.append(dataset)

    def _trained(self, started: TrainingStarted, report: Report, control: Control) -> TrainingOutcome:
        state: EndState = "finished"
        report(started)
        try:
            self._wait(report, control)
        except Stopped:
            state = "stopped"
        run, names, nan = started.run, started.class_names, math.nan
        return TrainingOutcome(run, state, names, 2, 1, 0.5, 0.8, 0.6, 0.75, nan, nan, 100.0, 83.0)

    def _wait(self, report: Report, control: Control) -> None:
        try:
            while not self._end.is_set() or self._told:
                while self._told:
                    report(self._told.pop(0))
                if (rate := control.take_learning_rate()) is not None:
                    self.rates.append(rate)
                control.check()
                time.sleep(0.005)
        finally:
            self._end.clear()
        error, self._error = self._error, None
        if error is not None:
            raise error


def interrupted_run(folder: Path, done: int = 2, planned: int = 5, **facts: Any) -> Path:
    """A run of ten batches an epoch that ended in the middle of one, with all that it takes to go on."""
    folder.mkdir(parents=True)
    config = TrainingConfig(image_size_px=16, epochs=planned, batch_size=8, optimizer="sgd", learning_rate=0.02)
    given: dict[str, Any] = {"name": "animals", "started": "2026-03-01T10:00:00+0000", "contents": "c0"} | facts
    runs.write_facts(
        folder,
        runs.RunFacts(
            class_names=CLASSES,
            pictures="/pictures/animals",
            network="tutorial",
            config=config.as_json(),
            fingerprint="f0",
            versions={},
            **given,
        ),
    )
    parts = ("training", "training", "validation")
    rows = (f"{name}/{number}.png,{name},{part}" for name in CLASSES for number, part in enumerate(parts))
    (folder / SPLIT_FILE).write_text("\n".join(("file,class,part", *rows)) + "\n", encoding="utf-8")
    batches = [BatchRow(number, each, 10, 1 / number, 0.5) for number in range(1, done + 1) for each in range(1, 11)]
    append_batches(folder, [*batches, *(BatchRow(done + 1, each, 10, 9.0, 0.1) for each in range(1, 5))])
    if done:
        runs.write_history(folder, [epoch(number, 1 / number, 0.5, True) for number in range(1, done + 1)])
        with zipfile.ZipFile(folder / runs.LAST_FILE, "w") as archive:
            archive.writestr("nakami.json", json.dumps({"epoch": done}))
        state_file(folder, done).touch()
    return folder


def batch(epoch: int, number: int, loss: float = 0.5) -> BatchEnded:
    return BatchEnded(epoch, number, loss, 0.8, loss, 0.8, 120.0, 83.0)


def epoch(number: int, val_loss: float, val_accuracy: float, is_best: bool) -> EpochEnded:
    return EpochEnded(number, 0.4, 0.9, val_loss, val_accuracy, 2.5, 120.0, is_best)


class Network:
    """The module of `Inference`: writes the questions down as they are answered. `hold()` keeps it busy with the next
    question until `let_go()`; while it `is_broken` it has no answer to any."""

    def __init__(self) -> None:
        self.answered: list[Question] = []
        self.is_broken = False
        self.is_busy = threading.Event()
        self._may_go = threading.Event()
        self._may_go.set()

    def Inference(self) -> "Network":
        return self

    def hold(self) -> None:
        self.is_busy.clear()
        self._may_go.clear()

    def let_go(self) -> None:
        self._may_go.set()

    def close(self) -> None:
        """The thread ends."""

    def answer(
        self, question: Question
    ) -> ModelCard | Answer | AnswerRows | Insight | PreviewPicture | Variations | HeatMap:
        self.is_busy.set()
        assert self._may_go.wait(LONGEST_S), "a test forgot to let go"
        self.answered.append(question)
        if self.is_broken:
            raise ModelError(say("It is broken."))
        match question:
            case OpenModel(path):
                return ModelCard(path.name, CLASSES, Frame(16), 1000, run=path)
            case TakeSnapshot(snapshot, _, names, title):
                return ModelCard(title, names, Frame(16), 1000, snapshot.epoch, snapshot.run)
            case Classify(photo):
                return _answer(photo)
            case ClassifyMany(photos, _, begin):
                # Two at a time.
                part = photos[begin : begin + 2]
                return packed([_answer(photo) for photo in part], CLASSES, begin, begin + len(part) == len(photos))
            case Look(photo):
                return Insight(photo, _answer(photo), (LayerOutput("softmax", "softmax", np.ones(3, np.float32)),))
            case WhyMistake(_, photo, class_index):
                return HeatMap(photo, class_index, "grad-cam", np.full((2, 2), 0.5, np.float32))
            case Preview(photo):
                return PreviewPicture(photo, np.zeros((8, 8, 3), np.uint8))
            case Vary(pixels, _, _, most):
                labels = say("original"), *(say("epoch {epoch}", epoch=number) for number in range(1, most))
                return Variations((pixels,) * most, labels)


def _answer(photo: Photo) -> Answer:
    shares = (("red", 0.8), ("green", 0.15), ("blue", 0.05))
    return Answer(photo.file or photo.name, shares, pixels=np.zeros((16, 16, 3), np.uint8))


def endless(*given: object, control: Control | None = None) -> None:
    """Reads pictures without ever coming to an end, until it is stopped."""
    control = control or next(each for each in given if isinstance(each, Control))
    while True:
        control.check()
        time.sleep(0.005)
