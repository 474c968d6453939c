"""One network that answers questions: opened from a file, or following a training. Heavy: imports Keras.

It lives on one thread of its own and touches only its own model, never the one in training.
"""

import os
from pathlib import Path

from core import engine, photos
from core.answer_store import AnswerRows
from core.answers import (
    Answer,
    Compared,
    HeatMap,
    Insight,
    KeptList,
    MaskedAnswers,
    ModelCard,
    PreviewPicture,
    Saved,
    Variations,
)
from core.asked_network import AskedNetwork
from core.asked_photos import AskedPhotos
from core.errors import ModelError
from core.framing import Frame
from core.inside.comparing import compare
from core.inside.export import write_output
from core.inside.kept_epochs import KeptEpochs
from core.network.build import build
from core.network.store import open_model
from core.questions import (
    Classify,
    ClassifyMany,
    Compare,
    ListKept,
    Look,
    Mask,
    OpenModel,
    Preview,
    Question,
    Recall,
    Save,
    StopClassifying,
    TakeSnapshot,
    Vary,
    Why,
    WhyMistake,
)
from core.training.runs import model_stamp
from core.training.variations import variations
from core.words import say

Reply = (
    ModelCard
    | Answer
    | AnswerRows
    | Insight
    | PreviewPicture
    | Variations
    | HeatMap
    | MaskedAnswers
    | Compared
    | KeptList
    | Saved
    | None
)

# A model file or run, and what tells that its network is still the same: a run may be trained further.
_Origin = tuple[Path, tuple[int, int]]


class Inference:
    """Answers questions one after the other."""

    def __init__(self) -> None:
        self._asked: AskedNetwork | None = None
        # Where the one above was opened from, and the other network that is asked beside it.
        self._opened_from: _Origin | None = None
        self._beside: tuple[_Origin, AskedNetwork] | None = None
        # Photos that are answered bit by bit, and the network that answers them.
        self._many: tuple[AskedPhotos, AskedNetwork] | None = None

    def close(self) -> None:
        """Nothing more is asked: let go of what still runs."""
        self._stop_classifying()

    def answer(self, question: Question) -> Reply:
        """Answer `question`. Raises NakamiError: no network yet, a model or run that cannot be opened, a question that
        this network has no answer to, and a picture that cannot be read (`Classify` and `ClassifyMany` say so in their
        answers)."""
        match question:
            case OpenModel(path):
                origin = _origin(path)
                opened = open_model(path)
                self._opened_from = origin
                self._asked = AskedNetwork(opened.model, opened.class_names, opened.frame, run=opened.run)
                return ModelCard(
                    opened.title, opened.class_names, opened.frame, opened.model.count_params(), run=opened.run
                )
            case TakeSnapshot():
                return self._take(question)
            case Classify(photo):
                return self._network().classify(photo)
            case ClassifyMany():
                return self._classify_many(question)
            case StopClassifying():
                self._stop_classifying()
                return None
            case Look(photo):
                return self._network().look(photo)
            case Preview(photo, longest_px):
                return PreviewPicture(photo, photos.preview(photo, longest_px))
            case Vary():
                return variations(question)
            case Why():
                return self._network().why(question)
            case WhyMistake(path, photo, class_index):
                return self._network_of(path).why(Why(photo, class_index, "grad-cam"))
            case Mask():
                return self._network().mask(question)
            case Recall(run, epoch, photo):
                return KeptEpochs(run).read(epoch, photo)
            case ListKept(run, pixels):
                kept = KeptEpochs(run)
                return KeptList(run, tuple(kept.epochs_of(pixels)), kept.first_epoch(), kept.first_filters())
            case Compare(first_run, second_run):
                return compare(first_run, second_run)
            case Save(path, output, common_scale):
                write_output(path, output, common_scale)
                return Saved(path)

    def _classify_many(self, question: ClassifyMany) -> AnswerRows:
        if question.begin == 0:
            self._stop_classifying()
            network = self._network()
            self._many = network.classify_many(question.photos), network
            # The first part is traced.
            with engine.collector_at_rest():
                return self._next_part()
        if self._many is None:
            raise ModelError(say("These photos are not being answered any more."), say("Ask about them again."))
        return self._next_part()

    def _next_part(self) -> AnswerRows:
        assert self._many is not None
        try:
            rows = self._many[0].go_on()
        except BaseException:
            self._stop_classifying()
            raise
        if rows.is_last:
            self._stop_classifying()
        return rows

    def _stop_classifying(self) -> None:
        if self._many is not None:
            self._many[0].close()
            self._many = None

    def _take(self, question: TakeSnapshot) -> ModelCard:
        names, network = question.class_names, question.network
        frame = Frame(network.image_size_px, question.resize)
        is_busy = self._many is not None and self._many[1] is self._asked
        # Photos that are being answered are all answered with the same weights: they keep their network.
        if self._asked is None or is_busy or self._asked.network != network or self._asked.frame != frame:
            self._asked = AskedNetwork(build(network), names, frame, network)
        self._opened_from = None
        self._asked.take(list(question.snapshot.weights), names, question.snapshot.epoch)
        return ModelCard(
            question.title,
            names,
            frame,
            network.parameters(),
            question.snapshot.epoch,
            question.snapshot.run,
        )

    def _network_of(self, path: Path) -> AskedNetwork:
        """The network of a file or run, whichever answers now; the last one is kept. Raises ModelError."""
        origin = _origin(path)
        if self._asked is not None and origin == self._opened_from:
            self._beside = None
            return self._asked
        if self._beside is None or self._beside[0] != origin:
            self._beside = None
            opened = open_model(path)
            self._beside = origin, AskedNetwork(opened.model, opened.class_names, opened.frame)
        return self._beside[1]

    def _network(self) -> AskedNetwork:
        if self._asked is None:
            raise ModelError(
                say("There is no network to ask yet."), say("Train one, or open a model or an earlier run.")
            )
        return self._asked


def _origin(path: Path) -> _Origin:
    if os.path.isdir(path):
        return path, model_stamp(path)
    try:
        found = os.stat(path)
    except (OSError, ValueError):
        return path, (0, 0)  # opening it says why
    return path, (found.st_size, found.st_mtime_ns)
