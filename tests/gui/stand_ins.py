"""What stands in for TensorFlow behind the window's threads: a training and a network that do as they are told."""

import math
import threading
import time
from collections.abc import Iterable
from pathlib import Path

import numpy as np

from core.answers import Answer, Insight, LayerOutput, ModelCard, Photo, PreviewPicture, Variations
from core.control import Control
from core.errors import ModelError, Stopped
from core.events import BatchEnded, EndState, EpochEnded, Event, Report, TrainingOutcome, TrainingStarted
from core.framing import Frame
from core.pictures.dataset import Dataset
from core.questions import Classify, Look, OpenModel, Preview, Question, TakeSnapshot, Vary
from core.training.config import TrainingConfig
from core.words import say

CLASSES = ("blue", "green", "red")
LONGEST_S = 60


class Training:
    """The module of `train`: reports what a test tells it to, and ends when it is told or stopped."""

    def __init__(self, run: Path) -> None:
        self.run = run
        self.configs: list[TrainingConfig] = []
        self.datasets: list[Dataset] = []
        self._told: list[Event] = []
        self._end = threading.Event()

    def tell(self, events: Iterable[Event]) -> None:
        """Report these."""
        self._told.extend(events)

    def finish(self) -> None:
        """End as if all epochs were over."""
        self._end.set()

    def train(self, dataset: Dataset, config: TrainingConfig, report: Report, control: Control) -> TrainingOutcome:
        self.configs.append(config)
        self.datasets.append(dataset)
        self._end.clear()
        state: EndState = "finished"
        report(TrainingStarted(self.run, dataset.class_names, config.epochs, 4, 20, 5, 5))
        try:
            while not self._end.is_set() or self._told:
                control.check()
                while self._told:
                    report(self._told.pop(0))
                time.sleep(0.005)
        except Stopped:
            state = "stopped"
        nan = math.nan
        return TrainingOutcome(self.run, state, dataset.class_names, 2, 1, 0.5, 0.8, 0.6, 0.75, nan, nan, 100.0, 83.0)


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

    def answer(self, question: Question) -> ModelCard | Answer | Insight | PreviewPicture | Variations:
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
            case Look(photo):
                return Insight(photo, _answer(photo), (LayerOutput("softmax", "softmax", np.ones(3, np.float32)),))
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
