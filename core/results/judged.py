"""What a network said about pictures whose class is known, and what follows from that. Light and frozen."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.framing import Frame
from core.pictures.cache import PreparedPictures
from core.pictures.dataset import Part, Picture


@dataclass(frozen=True, eq=False)
class Judged:
    """The answers to N pictures of one part. Row i of every array is about the picture at `positions[i]` of the
    dataset.

    `labels` (N,) are the classes that the folders name, as positions in the model's class names; `probabilities`
    (N, classes) are 0-1; `losses` (N,) are cross-entropies in nats, as Keras's `evaluate` averages them.
    """

    positions: NDArray[np.int64]
    labels: NDArray[np.int64]
    probabilities: NDArray[np.float32]
    losses: NDArray[np.float64]

    @cached_property
    def answers(self) -> NDArray[np.int64]:
        """The most probable class of each picture."""
        return np.asarray(self.probabilities.argmax(axis=1), np.int64)

    @cached_property
    def is_right(self) -> NDArray[np.bool_]:
        """Whether that is the class that the folder names."""
        return np.equal(self.answers, self.labels)

    @cached_property
    def shares(self) -> NDArray[np.float32]:
        """The probability of the most probable class, 0-1."""
        return np.asarray(self.probabilities.max(axis=1), np.float32)

    def mistakes(self) -> NDArray[np.int64]:
        """The rows of wrong answers, largest loss first."""
        wrong = np.flatnonzero(~self.is_right)
        return wrong[np.argsort(-self.losses[wrong], kind="stable")]

    def least_sure(self) -> NDArray[np.int64]:
        """The rows of right answers, smallest probability first."""
        right = np.flatnonzero(self.is_right)
        return right[np.argsort(self.shares[right], kind="stable")]

    def cell(self, truth: int, answer: int) -> NDArray[np.int64]:
        """The rows of pictures of class `truth` that were taken for class `answer`, surest first."""
        rows = np.flatnonzero((self.labels == truth) & (self.answers == answer))
        return rows[np.argsort(-self.shares[rows], kind="stable")]

    def __len__(self) -> int:
        return len(self.positions)


@dataclass(frozen=True)
class ClassScores:
    """One class: how many of the answers with its name were right (`precision`), how many of its pictures were found
    (`recall`), their harmonic mean (`f1`), all 0-1, and how many pictures it has (`support`). A precision without any
    such answer, and a recall without any picture, are NaN; `f1` is then 0 where the class has pictures, else NaN."""

    name: str
    precision: float
    recall: float
    f1: float
    support: int


@dataclass(frozen=True, eq=False)
class Summary:
    """The numbers of one part, 0-1 but for `loss` (nats).

    `interval` is the 95 % Wilson interval of the accuracy. `baseline` is what guessing the largest class always would
    reach. `top3_accuracy`: the right class is among the three most probable (1 where there are no more than three).
    `confusion[i][j]` counts the pictures of class i that were taken for class j.
    """

    count: int
    right: int
    loss: float
    accuracy: float
    interval: tuple[float, float]
    balanced_accuracy: float
    top3_accuracy: float
    baseline: float
    confusion: NDArray[np.int64]
    classes: tuple[ClassScores, ...]


@dataclass(frozen=True)
class Bin:
    """Answers whose share lies between `low` and `high`: how many, how large it is on average, how many are right
    (0-1)."""

    low: float
    high: float
    count: int
    share: float
    accuracy: float


@dataclass(frozen=True)
class Calibration:
    """How far a network's shares can be taken for probabilities of being right, and what mends that.

    Shares are softmax(logits / `temperature`), fitted on `fitted_on` validation pictures; above 1 the network was too
    sure of itself. `error_before` and `error` are expected calibration errors (0-1) on the pictures of `part`, of which
    `bins_before` and `bins` are the reliability diagrams. An answer whose calibrated share is below `threshold` is
    "not sure"; of the others, `kept` is their part of all answers and `kept_accuracy` how many are right.
    """

    temperature: float
    fitted_on: int
    part: Part
    error_before: float
    error: float
    bins_before: tuple[Bin, ...]
    bins: tuple[Bin, ...]
    threshold: float
    kept: float
    kept_accuracy: float


@dataclass(frozen=True, eq=False)
class Neighbours:
    """For each row of a `Judged`, the training pictures that look most alike to the network's last layer, nearest
    first: their positions in the dataset and their distances (0: the same direction, 2: the opposite), (N, k) each."""

    positions: NDArray[np.int64]
    distances: NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Results:
    """All that the Results page shows about one network.

    `run` is None for a model file. `epoch` is the best one's number (0: not known). `parts` holds what there is of
    training, validation and test; `folder` is set where the pictures are not the run's own: then they are its "test".
    `sampled` names parts of which only a random sample was asked, with the number of all their pictures.
    `strange` is the share (0-1) of the test's pictures that the network calls unlike anything it was trained on; NaN
    where it cannot tell. `learned` is how many of a folder's pictures have the same bytes as a training picture of the
    run, also where only a sample of those was asked; 0 without a run, and where its pictures are gone.
    """

    title: str
    class_names: tuple[str, ...]
    frame: Frame
    prepared: PreparedPictures
    parts: Mapping[Part, Judged]
    summaries: Mapping[Part, Summary]
    run: Path | None = None
    folder: Path | None = None
    epoch: int = 0
    sampled: Mapping[Part, int] = field(default_factory=dict)
    calibration: Calibration | None = None
    neighbours: Mapping[Part, Neighbours] = field(default_factory=dict)
    strange: float = float("nan")
    learned: int = 0

    def picture(self, part: Part, row: int) -> Picture:
        """The picture that a row of a part is about."""
        return self.prepared.dataset.pictures[int(self.parts[part].positions[row])]

    def path(self, part: Part, row: int) -> Path:
        """Where its file lies."""
        return self.prepared.dataset.path(self.picture(part, row))

    def pixels(self, position: int) -> NDArray[np.uint8]:
        """The picture at a position of the dataset as the network saw it, size x size x 3. Raises StorageError."""
        found: NDArray[np.uint8] = self.prepared.pixels([position])[0]
        return found


@dataclass(frozen=True, eq=False)
class RunComparison:
    """Two runs asked about the same pictures, which neither has learned from. Row i of both is about the same one;
    classes are numbered as in the first. `p_value` is that of McNemar's exact test."""

    first_run: Path
    second_run: Path
    first_title: str
    second_title: str
    class_names: tuple[str, ...]
    prepared: PreparedPictures
    first: Judged
    second: Judged
    p_value: float

    @property
    def only_first_right(self) -> NDArray[np.int64]:
        """The rows that the first got right and the second wrong."""
        return np.flatnonzero(self.first.is_right & ~self.second.is_right)

    @property
    def only_second_right(self) -> NDArray[np.int64]:
        """The rows that the second got right and the first wrong."""
        return np.flatnonzero(~self.first.is_right & self.second.is_right)

    @property
    def both_right(self) -> NDArray[np.int64]:
        """The rows that both got right."""
        return np.flatnonzero(self.first.is_right & self.second.is_right)

    @property
    def both_wrong(self) -> NDArray[np.int64]:
        """The rows that both got wrong."""
        return np.flatnonzero(~self.first.is_right & ~self.second.is_right)
