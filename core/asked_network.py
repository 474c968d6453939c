"""One network and all that it can be asked about a photo. Heavy: imports Keras."""

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import keras
import numpy as np
from numpy.typing import NDArray

from core import engine, images, photos
from core.answers import Answer, HeatMap, Insight, MaskedAnswers, Photo
from core.asked_photos import AskedPhotos
from core.classification import Classifier, ranked_answer
from core.errors import PictureError
from core.framing import Frame
from core.inside.heatmap import GradCam
from core.inside.looking import Looker
from core.inside.masking import Masker
from core.inside.occlusion import Occlusion
from core.network.layers import Network
from core.questions import Mask, Why
from core.results.reference import REFERENCE_FILE, read_reference
from core.training.runs import model_stamp

THUMBNAIL_PX = 64


class AskedNetwork:
    """A model with what answers from it, each traced once. `network` is what it was built from, if anything; `run` is
    the folder of the run whose best network it is, if any: what that knows of its validation pictures goes into the
    answers.

    What is asked rarely is traced when it is asked first.
    """

    def __init__(
        self,
        model: keras.Model,
        class_names: tuple[str, ...],
        frame: Frame,
        network: Network | None = None,
        run: Path | None = None,
    ) -> None:
        self.network = network
        self.frame = frame
        self._run = run
        # The network is the one that was in the file then, whatever is written there later.
        self._stamp = model_stamp(run) if run is not None else (0, 0)
        # When the run's reference was written, as far as it has been read.
        self._read: tuple[int, int] | None = None
        self._model = model
        self._epoch: int | None = None
        with engine.collector_at_rest():
            self._classifier = Classifier(model, class_names, frame)
            self._looker = Looker(model, class_names, frame.size_px)
        self._grad_cam: GradCam | None = None
        self._masker: Masker | None = None
        self._occlusion: Occlusion | None = None

    def take(self, weights: list[NDArray[np.float32]], class_names: tuple[str, ...], epoch: int) -> None:
        """Answer from these weights from now on."""
        self._model.set_weights(weights)
        self._classifier.class_names = self._looker.class_names = class_names
        self._epoch = epoch
        self._occlusion = None

    def classify(self, photo: Photo) -> Answer:
        """What is on the photo; one that cannot be read is an answer too."""
        self._refer()
        name = photo.file or photo.name
        try:
            answer = self._classifier.answer(name, self._pixels(photo))
        except PictureError as error:
            return Answer(name, error=error.what)
        assert answer.pixels is not None
        # Thousands of answers are kept for a table: a thumbnail each.
        return replace(answer, pixels=images.reduced(answer.pixels, THUMBNAIL_PX))

    def classify_many(self, photos: Sequence[Photo]) -> AskedPhotos:
        """What is on these photos, which are files."""
        self._refer()
        files = [photo.file or photo.name for photo in photos]
        return AskedPhotos(self._classifier.many(files), len(files), self._classifier.class_names)

    def look(self, photo: Photo) -> Insight:
        """What every layer makes of the photo. Raises PictureError."""
        return self._looker.look(photo, self._pixels(photo), self._epoch)

    def why(self, question: Why) -> HeatMap:
        """Which parts of the photo speak for a class. Raises PictureError, and ModelError where Grad-CAM has nothing to
        look at."""
        if question.method == "grad-cam":
            if self._grad_cam is None:
                with engine.collector_at_rest():
                    self._grad_cam = GradCam(self._model)
            return self._grad_cam.of(question.photo, self._pixels(question.photo), question.class_index)
        # The very answer that was given last: then photo, class and weights are what they were.
        if self._occlusion is None or question.so_far is not self._occlusion.heat_map:
            pixels = self._pixels(question.photo)
            self._occlusion = Occlusion(self._classifier.probabilities, question.photo, pixels, question.class_index)
        return self._occlusion.go_on()

    def mask(self, question: Mask) -> MaskedAnswers:
        """The answers with Dropout as in training. Raises PictureError."""
        photo, pixels = question.photo, self._pixels(question.photo)
        if self._masker is None:
            with engine.collector_at_rest():
                self._masker = Masker(self._model)
        shares = self._masker.probabilities(pixels, question.masks, question.seed)
        names, file = self._classifier.class_names, photo.file or photo.name
        answers = tuple(ranked_answer(file, each, names, pixels) for each in shares)
        return MaskedAnswers(photo, self._classifier.answer(file, pixels), answers, self._masker.rates)

    def _refer(self) -> None:
        """Take up what the run knows of its training and validation pictures: that is written a while after a training,
        or anew."""
        if self._run is None:
            return
        path = self._run / REFERENCE_FILE
        try:
            status = os.stat(path)
        except OSError:
            self._classifier.reference = self._read = None
            return
        written = status.st_mtime_ns, status.st_size
        if written != self._read:
            self._classifier.reference, self._read = read_reference(path, self._stamp), written

    def _pixels(self, photo: Photo) -> NDArray[np.uint8]:
        return photos.square(photo, self.frame)
