"""Everything about one photo in one network: what each layer makes of it, with which weights, and the answer.

Heavy: imports Keras.
"""

import keras
import numpy as np
from numpy.typing import NDArray

from core.answers import Insight, Photo
from core.classification import ranked_answer
from core.inside.activations import Activations
from core.inside.graph import Call
from core.inside.operations import LayerFacts, Operation, Unexplained
from core.inside.reading import kind_of, read_operation

# Weights are lent; while somebody holds them, TensorFlow's next step of training moves a copy instead. A million
# numbers are copied in about a millisecond; the 17 million of the tutorial's large dense layer are felt.
MOST_WEIGHTS_ON_THE_WAY = 1_000_000


class Looker:
    """A model to look into, traced once; its weights may change between two looks."""

    def __init__(self, model: keras.Model, class_names: tuple[str, ...], image_size_px: int) -> None:
        self.class_names = class_names
        self.image_size_px = image_size_px
        self._activations = Activations(model)

    def look(
        self, photo: Photo, pixels: NDArray[np.uint8], epoch: int | None = None, with_all_weights: bool = True
    ) -> Insight:
        """What every layer makes of `pixels` (`image_size_px` x `image_size_px` x 3, made read-only), with the weights
        as they are now.

        One forward pass. `with_all_weights` False leaves large weight matrices `Withheld`.
        """
        outputs, probabilities = self._activations.of(pixels)
        limit = None if with_all_weights else MOST_WEIGHTS_ON_THE_WAY
        layers = tuple(_facts(call, limit) for call in self._activations.calls)
        answer = ranked_answer(photo.file or photo.name, probabilities, self.class_names, pixels)
        return Insight(photo, answer, tuple(outputs), layers, epoch)


def _facts(call: Call, largest_weights: int | None) -> LayerFacts:
    operation: Operation = read_operation(call.operation, largest_weights) if call.is_plain else Unexplained()
    return LayerFacts(call.name, kind_of(call.operation), operation, call.inputs)
