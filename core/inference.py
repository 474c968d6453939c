"""One network that answers questions: opened from a file, or following a training. Heavy: imports Keras.

It lives on one thread of its own and touches only its own model, never the one in training.
"""

from core import photos
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
from core.errors import ModelError
from core.framing import Frame
from core.inside.comparing import compare
from core.inside.export import write_output
from core.inside.kept_epochs import KeptEpochs
from core.network.build import build
from core.network.store import open_model
from core.questions import (
    Classify,
    Compare,
    ListKept,
    Look,
    Mask,
    OpenModel,
    Preview,
    Question,
    Recall,
    Save,
    TakeSnapshot,
    Vary,
    Why,
)
from core.training.variations import variations
from core.words import say

Reply = (
    ModelCard | Answer | Insight | PreviewPicture | Variations | HeatMap | MaskedAnswers | Compared | KeptList | Saved
)


class Inference:
    """Answers questions one after the other."""

    def __init__(self) -> None:
        self._asked: AskedNetwork | None = None

    def answer(self, question: Question) -> Reply:
        """Answer `question`. Raises NakamiError: no network yet, a model or run that cannot be opened, a question that
        this network has no answer to, and a picture that cannot be read (`Classify` alone says so in its answer)."""
        match question:
            case OpenModel(path):
                opened = open_model(path)
                self._asked = AskedNetwork(opened.model, opened.class_names, opened.frame)
                return ModelCard(
                    opened.title, opened.class_names, opened.frame, opened.model.count_params(), run=opened.run
                )
            case TakeSnapshot():
                return self._take(question)
            case Classify(photo):
                return self._network().classify(photo)
            case Look(photo):
                return self._network().look(photo)
            case Preview(photo, longest_px):
                return PreviewPicture(photo, photos.preview(photo, longest_px))
            case Vary():
                return variations(question)
            case Why():
                return self._network().why(question)
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

    def _take(self, question: TakeSnapshot) -> ModelCard:
        names, network = question.class_names, question.network
        frame = Frame(network.image_size_px, question.resize)
        if self._asked is None or self._asked.network != network or self._asked.frame != frame:
            self._asked = AskedNetwork(build(network), names, frame, network)
        self._asked.take(list(question.snapshot.weights), names, question.snapshot.epoch)
        return ModelCard(
            question.title,
            names,
            frame,
            network.parameters(),
            question.snapshot.epoch,
            question.snapshot.run,
        )

    def _network(self) -> AskedNetwork:
        if self._asked is None:
            raise ModelError(
                say("There is no network to ask yet."), say("Train one, or open a model or an earlier run.")
            )
        return self._asked
