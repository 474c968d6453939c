"""What a network says and shows: answers to questions, or news of a training that is watched. Light and frozen."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from core.framing import Frame
from core.inside.operations import PICTURE, LayerFacts
from core.words import Sentence


@dataclass(frozen=True)
class Photo:
    """A picture by its file, or by pixels where it has none (pasted): H x W x 3, uint8."""

    name: str
    file: str | None = None
    pixels: NDArray[np.uint8] | None = None


@dataclass(frozen=True)
class ModelCard:
    """The network that answers. `epoch` is None for an opened file, 0 for weights of an unfinished first epoch."""

    title: str
    class_names: tuple[str, ...]
    frame: Frame
    parameters: int
    epoch: int | None = None
    run: Path | None = None


@dataclass(frozen=True)
class Answer:
    """What the network says about one photo.

    `ranked` holds (class, probability 0-1), most probable first, all classes. A photo that cannot be read has
    none, and `error` says why. `pixels` is the picture as the network saw it, or smaller for showing in a table.

    Where the run's validation pictures are known, `confidence` (0-1) is the calibrated probability that the answer is
    right, and `is_foreign` says whether the photo is unlike anything that the network was trained on; else both are
    None.
    """

    file: str
    ranked: tuple[tuple[str, float], ...] = ()
    error: Sentence | None = None
    pixels: NDArray[np.uint8] | None = None
    confidence: float | None = None
    is_foreign: bool | None = None

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
    """What every layer makes of a photo, in the order of the layers, and the answer at their end.

    `layers[i]` says how `outputs[i]` is computed, with the weights that computed it. `answer.pixels` is the picture
    as the network saw it. Arrays are lent, not copied, and read-only. `epoch` is that of the weights (0: the first
    epoch is not over), None for an opened model. `is_kept`: read back from the epochs kept on disk, rounded to 256
    steps, so that sums do not come out exactly.
    """

    photo: Photo
    answer: Answer
    outputs: tuple[LayerOutput, ...]
    layers: tuple[LayerFacts, ...] = ()
    epoch: int | None = None
    is_kept: bool = False

    def output(self, name: str) -> LayerOutput:
        """The output of a layer by its name. Raises KeyError."""
        for each in self.outputs:
            if each.name == name:
                return each
        raise KeyError(name)

    def facts(self, name: str) -> LayerFacts:
        """How a layer computes, by its name. Raises KeyError."""
        for each in self.layers:
            if each.name == name:
                return each
        raise KeyError(name)

    def values(self, source: str) -> NDArray[np.float32]:
        """What a source of `LayerFacts.inputs` holds: a layer's output, or the picture's pixels (0-255) for PICTURE.
        Raises KeyError."""
        if source != PICTURE:
            return self.output(source).values
        if self.answer.pixels is None:
            raise KeyError(source)
        return self.answer.pixels.astype(np.float32)


@dataclass(frozen=True)
class PreviewPicture:
    """A photo to show, H x W x 3."""

    photo: Photo
    pixels: NDArray[np.uint8]


@dataclass(frozen=True, eq=False)
class SmallPictures:
    """Photos small enough for a table, H x W x 3 each; None where a photo cannot be read. They belong to the first of
    those that were asked for."""

    pixels: tuple[NDArray[np.uint8] | None, ...]


@dataclass(frozen=True)
class FittedPicture:
    """A photo as a network takes it (`pixels`, size x size x 3), and as it is (`original`, H x W x 3, reduced)."""

    photo: Photo
    frame: Frame
    pixels: NDArray[np.uint8]
    original: NDArray[np.uint8]


@dataclass(frozen=True)
class Variations:
    """A training picture as it will be varied, and what was done to each ("−20°, mirrored", "epoch 3")."""

    pictures: tuple[NDArray[np.uint8], ...]
    labels: tuple[Sentence, ...]


HeatMethod = Literal["grad-cam", "occlusion"]


@dataclass(frozen=True)
class HeatMap:
    """Which parts of a photo speak for a class. `heat` is (rows, columns), 0 to 1, of any size: stretch it over the
    photo. `layer` is the one that Grad-CAM looked at. Occlusion comes in parts: `done` of `total` places are tried,
    the others are 0; `drop` is the largest fall of the class's probability that covering a place made (0-1).
    `is_by_place`: Grad-CAM showed nothing, so each place was weighed by its own gradient (HiResCAM)."""

    photo: Photo
    class_index: int
    method: HeatMethod
    heat: NDArray[np.float32]
    layer: str | None = None
    done: int = 1
    total: int = 1
    drop: float = 0.0
    is_by_place: bool = False


@dataclass(frozen=True)
class MaskedAnswers:
    """Answers to one photo with Dropout cutting values as in training, one for each of several masks; `plain` is the
    answer without. `rates` are those of the network's dropout layers (none: every answer is the same)."""

    photo: Photo
    plain: Answer
    answers: tuple[Answer, ...]
    rates: tuple[float, ...]


@dataclass(frozen=True)
class Compared:
    """One photo that two runs were asked about, for showing what Dropout does. `first` and `second` are the answers;
    `truth` is the class that its folder names. `looked_through` of the validation pictures were tried;
    `only_first_right`, `only_second_right`, `both_wrong`, `both_right` count them."""

    first_run: Path
    second_run: Path
    photo: Photo | None
    truth: str
    first: Answer | None
    second: Answer | None
    looked_through: int
    only_first_right: int
    only_second_right: int
    both_wrong: int
    both_right: int


@dataclass(frozen=True)
class KeptList:
    """What a run has kept of its epochs: those in which a picture was watched, ascending, and the filters of the first
    epoch kept at all (layer name to kernel), with its number (0 where nothing is kept)."""

    run: Path
    epochs: tuple[int, ...]
    first_epoch: int
    first_filters: Mapping[str, NDArray[np.float32]]


@dataclass(frozen=True)
class Saved:
    """A file was written."""

    path: Path
