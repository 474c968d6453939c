"""What the window asks a network, and what comes back. Light: the heavy half is `core.inference`."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.events import Snapshot
from core.network.layers import Network
from core.words import Sentence


@dataclass(frozen=True)
class Photo:
    """A picture by its file, or by pixels where it has none (pasted): H x W x 3, uint8."""

    name: str
    file: str | None = None
    pixels: NDArray[np.uint8] | None = None


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


@dataclass(frozen=True)
class Classify:
    """What is on this photo? `ticket` tells one drop of photos from the next."""

    photo: Photo
    ticket: int


@dataclass(frozen=True)
class Look:
    """What does every layer make of this photo?"""

    photo: Photo


@dataclass(frozen=True)
class Preview:
    """The photo itself, upright and small enough to show (longer side at most `longest_px`)."""

    photo: Photo
    longest_px: int


Question = OpenModel | TakeSnapshot | Classify | Look | Preview


@dataclass(frozen=True)
class ModelCard:
    """The network that answers. `epoch` is None for an opened file, 0 for weights of an unfinished first epoch."""

    title: str
    class_names: tuple[str, ...]
    image_size_px: int
    parameters: int
    epoch: int | None = None
    run: Path | None = None


@dataclass(frozen=True)
class Answer:
    """What the network says about one photo.

    `ranked` holds (class, probability 0-1), most probable first, all classes. A photo that cannot be read has
    none, and `error` says why. `pixels` is the picture as the network saw it, or smaller for showing in a table.
    """

    file: str
    ranked: tuple[tuple[str, float], ...] = ()
    error: Sentence | None = None
    pixels: NDArray[np.uint8] | None = None

    @property
    def label(self) -> str | None:
        """The most probable class."""
        return self.ranked[0][0] if self.ranked else None

    @property
    def probability(self) -> float | None:
        """That of the most probable class, 0-1."""
        return self.ranked[0][1] if self.ranked else None


@dataclass(frozen=True)
class LayerOutput:
    """The output of one layer for one picture: (height, width, channels) or (values,), read-only.

    `kind` is the layer's Keras class (`Conv2D`) or, for an activation, its function (`relu`).
    """

    name: str
    kind: str
    values: NDArray[np.float32]

    @property
    def lowest(self) -> float:
        """The smallest value."""
        return float(self.values.min(initial=np.inf))

    @property
    def highest(self) -> float:
        """The largest value."""
        return float(self.values.max(initial=-np.inf))


@dataclass(frozen=True)
class Insight:
    """What every layer makes of a photo, in the order of the layers, and the answer at their end."""

    photo: Photo
    answer: Answer
    outputs: tuple[LayerOutput, ...]


@dataclass(frozen=True)
class PreviewPicture:
    """A photo to show, H x W x 3."""

    photo: Photo
    pixels: NDArray[np.uint8]
