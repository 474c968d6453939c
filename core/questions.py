"""What the window asks a network. Light: the heavy half is `core.inference`."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.answers import HeatMap, HeatMethod, LayerOutput, Photo
from core.events import Snapshot
from core.framing import Frame, ResizeMode
from core.network.layers import Network
from core.training.augmentation import Augmentation


@dataclass(frozen=True)
class OpenModel:
    """Answer from this model file or run folder from now on. `quietly`: the window switches by itself, the user did
    not ask."""

    path: Path
    quietly: bool = False


@dataclass(frozen=True)
class TakeSnapshot:
    """Answer from these weights of a network in training from now on."""

    snapshot: Snapshot
    network: Network
    class_names: tuple[str, ...]
    title: str
    resize: ResizeMode = "stretch"


@dataclass(frozen=True)
class Classify:
    """What is on this photo? `ticket` tells one drop of photos from the next."""

    photo: Photo
    ticket: int


@dataclass(frozen=True, eq=False)
class ClassifyMany:
    """What is on these photos, which are files? Answered in parts by `AnswerRows`, all by the network that answers when
    the first part is: the thread goes on by itself until every photo has its answer, or `StopClassifying` comes.

    `ticket` tells one drop of photos from the next; `begin` is how many have been answered.
    """

    photos: tuple[Photo, ...]
    ticket: int
    begin: int = 0


@dataclass(frozen=True)
class StopClassifying:
    """Answer no more of the photos that were asked about at once."""


@dataclass(frozen=True)
class Look:
    """What does every layer make of this photo?"""

    photo: Photo


@dataclass(frozen=True)
class Preview:
    """The photo itself, upright and small enough to show (longer side at most `longest_px`)."""

    photo: Photo
    longest_px: int


@dataclass(frozen=True)
class Fit:
    """What does the network take of this photo: the square that is made of it? Beside it the photo as it is, its longer
    side at most `longest_px`."""

    photo: Photo
    frame: Frame
    longest_px: int


@dataclass(frozen=True, eq=False)
class Thumbnails:
    """These photos small enough for a table (longer side at most `longest_px`), as many as are decoded in a moment:
    ask again for the others."""

    photos: tuple[Photo, ...]
    longest_px: int


@dataclass(frozen=True)
class Vary:
    """How will this training picture (size x size x 3) be varied in each epoch? The first `most` variations."""

    pixels: NDArray[np.uint8]
    augmentation: Augmentation
    seed: int
    most: int = 16


@dataclass(frozen=True)
class Why:
    """Which parts of this photo speak for a class? Answered by a `HeatMap`. Occlusion takes long, so it is answered in
    parts: hand the last answer in as `so_far` to go on."""

    photo: Photo
    class_index: int
    method: HeatMethod
    so_far: HeatMap | None = None


@dataclass(frozen=True)
class WhyMistake:
    """Which parts of this photo speak for a class in the network of a model file or run (`model`), whichever answers
    now? Answered by a `HeatMap` (Grad-CAM)."""

    model: Path
    photo: Photo
    class_index: int


@dataclass(frozen=True)
class Recall:
    """What did every layer make of this photo at an earlier epoch of this run? Answered from what the run has kept."""

    run: Path
    epoch: int
    photo: Photo


@dataclass(frozen=True)
class ListKept:
    """Which epochs has this run kept of this picture (size x size x 3, as the network saw it)?"""

    run: Path
    pixels: NDArray[np.uint8]


@dataclass(frozen=True)
class Mask:
    """What would the answer to this photo be with Dropout as in training? `masks` times, drawn with `seed`."""

    photo: Photo
    masks: int = 20
    seed: int = 0


@dataclass(frozen=True)
class Compare:
    """Which validation picture do these two runs answer differently?"""

    first_run: Path
    second_run: Path


@dataclass(frozen=True)
class Save:
    """Write a layer's output to a file: a picture of its channels (.png), or its values (.csv, .npy)."""

    path: Path
    output: LayerOutput
    common_scale: bool = False


Question = (
    OpenModel
    | TakeSnapshot
    | Classify
    | ClassifyMany
    | StopClassifying
    | Look
    | Preview
    | Vary
    | Why
    | WhyMistake
    | Recall
    | ListKept
    | Mask
    | Compare
    | Save
)
# These need no network, and no TensorFlow.
PhotoQuestion = Preview | Fit | Thumbnails
