"""One network that answers questions: opened from a file, or following a training. Heavy: imports Keras.

It lives on one thread of its own and touches only its own model, never the one in training.
"""

from dataclasses import replace

import keras
import numpy as np
from numpy.typing import NDArray

from core import engine, images
from core.answers import Answer, Insight, ModelCard, Photo, PreviewPicture
from core.classification import Classifier
from core.errors import ModelError, PictureError
from core.inside.activations import Activations
from core.network.build import build
from core.network.layers import Network
from core.network.store import open_model
from core.questions import Classify, Compare, Look, Mask, OpenModel, Preview, Question, Recall, TakeSnapshot, Why
from core.words import say

THUMBNAIL_PX = 64


class Inference:
    """Answers questions one after the other."""

    def __init__(self) -> None:
        self._model: keras.Model | None = None
        self._network: Network | None = None
        self._classifier: Classifier | None = None
        self._activations: Activations | None = None

    def answer(self, question: Question) -> ModelCard | Answer | Insight | PreviewPicture:
        """Answer `question`. Raises NakamiError: no network yet, a model that cannot be opened, and for `Look` and
        `Preview` a picture that cannot be read (a photo to classify says so in its answer)."""
        match question:
            case OpenModel(path):
                opened = open_model(path)
                self._use(opened.model, opened.class_names, opened.image_size_px, None)
                return ModelCard(
                    opened.title, opened.class_names, opened.image_size_px, opened.model.count_params(), run=opened.run
                )
            case TakeSnapshot():
                return self._take(question)
            case Classify(photo):
                return self._classify(photo)
            case Look(photo):
                return self._look(photo)
            case Preview(photo, longest_px):
                return PreviewPicture(photo, _preview(photo, longest_px))
            case Why() | Recall() | Mask() | Compare():
                raise NotImplementedError(type(question).__name__)

    def _take(self, question: TakeSnapshot) -> ModelCard:
        names, network = question.class_names, question.network
        if self._model is None or self._network != network:
            self._use(build(network), names, network.image_size_px, network)
        assert self._model is not None
        self._model.set_weights(list(question.snapshot.weights))
        assert self._classifier is not None
        self._classifier.class_names = names
        return ModelCard(
            question.title,
            names,
            network.image_size_px,
            network.parameters(),
            question.snapshot.epoch,
            question.snapshot.run,
        )

    def _use(self, model: keras.Model, names: tuple[str, ...], image_size_px: int, network: Network | None) -> None:
        with engine.collector_at_rest():
            self._classifier = Classifier(model, names, image_size_px)
            self._activations = Activations(model)
        self._model, self._network = model, network

    def _classify(self, photo: Photo) -> Answer:
        classifier = self._ready_classifier()
        name = photo.file or photo.name
        try:
            answer = classifier.answer(name, _square(photo, classifier.image_size_px))
        except PictureError as error:
            return Answer(name, error=error.what)
        assert answer.pixels is not None
        # Thousands of answers are kept for a table: a thumbnail each.
        return replace(answer, pixels=images.reduced(answer.pixels, THUMBNAIL_PX))

    def _look(self, photo: Photo) -> Insight:
        classifier = self._ready_classifier()
        assert self._activations is not None
        pixels = _square(photo, classifier.image_size_px)
        outputs = tuple(self._activations.of(pixels))
        return Insight(photo, classifier.answer(photo.file or photo.name, pixels), outputs)

    def _ready_classifier(self) -> Classifier:
        if self._classifier is None:
            raise ModelError(
                say("There is no network to ask yet."), say("Train one, or open a model or an earlier run.")
            )
        return self._classifier


def _square(photo: Photo, size_px: int) -> NDArray[np.uint8]:
    if photo.file is not None:
        return images.read_square(photo.file, size_px)
    assert photo.pixels is not None, "a photo has a file or pixels"
    return images.picture_from_pixels(photo.pixels, size_px)


def _preview(photo: Photo, longest_px: int) -> NDArray[np.uint8]:
    if photo.file is not None:
        return images.read_picture(photo.file, longest_px)
    assert photo.pixels is not None, "a photo has a file or pixels"
    return images.reduced(photo.pixels, longest_px)
