"""The settings of a run."""

import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any, Literal, get_args

from core.errors import NakamiError
from core.framing import RESIZE_MODES, Frame, ResizeMode
from core.network.presets import DEFAULT_IMAGE_SIZE_PX, LARGEST_IMAGE_PX, SMALLEST_IMAGE_PX
from core.pictures.split import Shares
from core.training.augmentation import Augmentation
from core.words import Sentence, say

# The tutorial's batch size and learning rate (Adam's own default). It trains 100 epochs on 16 augmented
# copies of each photo; without those, 30 pass the point where validation stops improving.
DEFAULT_BATCH_SIZE = 32
DEFAULT_EPOCHS = 30
DEFAULT_SEED = 7

Optimizer = Literal["adam", "sgd", "rmsprop"]
OPTIMIZERS: tuple[Optimizer, ...] = get_args(Optimizer)
# Keras's own for each.
DEFAULT_LEARNING_RATES: dict[Optimizer, float] = {"adam": 0.001, "sgd": 0.01, "rmsprop": 0.001}

Schedule = Literal["constant", "cosine", "plateau"]
SCHEDULES: tuple[Schedule, ...] = get_args(Schedule)

# How many epochs without a new lowest validation loss end a training whose user wants it to stop early.
DEFAULT_PATIENCE = 5

# Some 150 epochs of the tutorial network at 100 px; beyond, every other one is let go.
DEFAULT_KEPT_EPOCHS_MB = 100
LARGEST_KEPT_EPOCHS_MB = 100_000

LARGEST_EPOCHS = 100_000
LARGEST_BATCH = 4096
LARGEST_SEED = 2**31 - 1


@dataclass(frozen=True)
class TrainingConfig:
    """What the user may set before a run. Raises NakamiError for values that cannot work."""

    image_size_px: int = DEFAULT_IMAGE_SIZE_PX
    epochs: int = DEFAULT_EPOCHS
    batch_size: int = DEFAULT_BATCH_SIZE
    optimizer: Optimizer = "adam"
    learning_rate: float = DEFAULT_LEARNING_RATES["adam"]
    schedule: Schedule = "constant"
    # End after so many epochs without a new lowest validation loss; 0 never does.
    early_stopping: int = 0
    seed: int = DEFAULT_SEED
    shares: Shares = field(default_factory=Shares)
    # A run's folder or a split.csv whose parts are used again; shares and seed then decide on new pictures only.
    split_from: str = ""
    # Near-identical pictures on one side of the split. None: wherever the folder does not name the parts itself.
    keep_together: bool | None = None
    resize: ResizeMode = "stretch"
    augmentation: Augmentation = field(default_factory=Augmentation)
    # The same bits on every run, where some operations of a graphics card would add up in any order.
    reproducible: bool = False
    # Each class weighs the same in the loss, however many pictures it has.
    class_weights: bool = False
    with_dropout: bool = True
    # Epochs kept for going back: activations of the watched photo and filters. 0 keeps none.
    kept_epochs_mb: int = DEFAULT_KEPT_EPOCHS_MB

    def __post_init__(self) -> None:
        for name, value, low, high in (
            (say("image size"), self.image_size_px, SMALLEST_IMAGE_PX, LARGEST_IMAGE_PX),
            (say("number of epochs"), self.epochs, 1, LARGEST_EPOCHS),
            (say("batch size"), self.batch_size, 1, LARGEST_BATCH),
            (say("patience of early stopping"), self.early_stopping, 0, LARGEST_EPOCHS),
            (say("seed"), self.seed, 0, LARGEST_SEED),
            (say("room for kept epochs in MB"), self.kept_epochs_mb, 0, LARGEST_KEPT_EPOCHS_MB),
        ):
            if not low <= value <= high:
                raise NakamiError(
                    say(
                        "The {name} must be from {low:,} to {high:,}, not {value:,}.",
                        name=name,
                        low=low,
                        high=high,
                        value=value,
                    )
                )

        if not (math.isfinite(self.learning_rate) and self.learning_rate > 0):
            raise NakamiError(say("The learning rate must be above 0, not {value}.", value=self.learning_rate))
        choices: tuple[tuple[Sentence, str, tuple[str, ...]], ...] = (
            (say("way of making pictures square"), self.resize, RESIZE_MODES),
            (say("optimizer"), self.optimizer, OPTIMIZERS),
            (say("schedule of the learning rate"), self.schedule, SCHEDULES),
        )
        for what, choice, known in choices:
            if choice not in known:
                names = ", ".join(known)
                raise NakamiError(
                    say("The {what} must be one of {known}, not “{value}”.", what=what, known=names, value=choice)
                )
        parts = (self.shares.training, self.shares.validation, self.shares.test)
        if min(parts) < 0 or self.shares.training == 0 or not math.isclose(sum(parts), 1, abs_tol=1e-6):
            raise NakamiError(
                say(
                    "The shares of training, validation and test must be parts of 1 with some training, not {parts}.",
                    parts=", ".join(map(str, parts)),
                )
            )

    @classmethod
    def from_json(cls, written: Mapping[str, Any]) -> "TrainingConfig":
        """The settings that `run.json` keeps; what an older run lacks takes its default. Raises NakamiError."""
        known = {each.name: written[each.name] for each in fields(cls) if each.name in written}
        for name, kind in (("shares", Shares), ("augmentation", Augmentation)):
            if name in known:
                known[name] = kind(**known[name])
        return cls(**known)

    @property
    def frame(self) -> Frame:
        """The square that pictures are made into."""
        return Frame(self.image_size_px, self.resize)

    def as_json(self) -> dict[str, Any]:
        """The settings as `run.json` keeps them."""
        return asdict(self)
