"""The same photo in two networks: one that the first reads right and the second does not. Heavy: imports Keras."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core import engine
from core.answers import Answer, Compared, Photo
from core.classification import Classifier, ranked_answer
from core.errors import DatasetError, ModelError
from core.network.store import OpenedModel, open_model
from core.pictures.cache import PreparedPictures, prepare
from core.pictures.split import SPLIT_FILE, read_split
from core.results.pictures import pictures_of_run, require_part
from core.words import say

# Enough to find a picture that tells two networks apart; both read as many in some seconds.
MOST_PICTURES = 512
_BATCH_SIZE = 32

_HINT = say("Compare two runs that were trained on the same folder.")

Truths = NDArray[np.bool_]


@dataclass(frozen=True)
class _Reading:
    """What one network says about the pictures looked through; `probabilities` are (pictures, classes)."""

    class_names: tuple[str, ...]
    pixels: NDArray[np.uint8]
    probabilities: NDArray[np.float32]

    def is_right(self, names: list[str]) -> Truths:
        """Whether the most probable class of each picture is the one that its folder names."""
        said = (self.class_names[each] for each in self.probabilities.argmax(axis=1))
        return np.array([name == other for name, other in zip(names, said, strict=True)], np.bool_)

    def answer(self, file: str, place: int) -> Answer:
        """The answer to one of the pictures."""
        return ranked_answer(file, self.probabilities[place], self.class_names, self.pixels[place].copy())


def compare(first_run: Path, second_run: Path) -> Compared:
    """Ask the best networks of two runs about validation pictures of the first, at most 512, none of which the second
    has learned from.

    The photo is the one that the first reads right and the second gets wrong, most surely; where there is none, one
    that either gets wrong; None where both read all of them right. Raises ModelError, DatasetError or StorageError.
    """
    first, second = open_model(first_run), open_model(second_run)
    if set(first.class_names) != set(second.class_names):
        raise ModelError(say("The two runs tell different classes apart."), _HINT)
    prepared, positions = _pictures(first, second)
    pictures = [prepared.dataset.pictures[each] for each in positions]
    names = [prepared.dataset.class_names[picture.label] for picture in pictures]
    one, other = (_read(opened, prepared, positions) for opened in (first, second))
    one_right, other_right = one.is_right(names), other.is_right(names)
    place = _most_telling(one_right, other_right, one, other)
    file = None if place is None else str(prepared.dataset.path(pictures[place]))
    return Compared(
        first_run,
        second_run,
        photo=None if file is None else Photo(Path(file).name, file),
        truth="" if place is None else names[place],
        first=None if file is None or place is None else one.answer(file, place),
        second=None if file is None or place is None else other.answer(file, place),
        looked_through=len(pictures),
        only_first_right=int((one_right & ~other_right).sum()),
        only_second_right=int((other_right & ~one_right).sum()),
        both_wrong=int((~one_right & ~other_right).sum()),
        both_right=int((one_right & other_right).sum()),
    )


def _pictures(first: OpenedModel, second: OpenedModel) -> tuple[PreparedPictures, NDArray[np.int64]]:
    found = pictures_of_run(first, _HINT)
    prepared, validation = found.prepared, require_part(first, found, "validation", _HINT)
    assert second.run is not None, "opened from a run"
    try:
        part_of = read_split(second.run / SPLIT_FILE)
    except (OSError, ValueError) as error:
        what = say("The split of the run “{name}” cannot be read: {reason}.", name=second.title, reason=error)
        raise ModelError(what, _HINT) from error
    pictures = prepared.dataset.pictures
    fair = np.array([each for each in validation if part_of.get(pictures[each].file) != "training"], np.int64)
    if not len(fair):
        raise DatasetError(
            say("The two runs have no validation pictures in common."),
            say("Compare two runs that were trained on the same folder with the same seed."),
        )
    return prepared, np.sort(np.random.default_rng(0).permutation(fair)[:MOST_PICTURES])


def _read(opened: OpenedModel, prepared: PreparedPictures, positions: NDArray[np.int64]) -> _Reading:
    if opened.frame != prepared.frame:
        before = prepared.dataset.pictures
        prepared = prepare(prepared.dataset, opened.frame)
        if prepared.dataset.pictures != before:
            raise DatasetError(say("The pictures changed while they were read."), say("Compare once more."))
    with engine.collector_at_rest():
        classifier = Classifier(opened.model, opened.class_names, opened.frame)
        pixels = prepared.pixels(positions)
        starts = range(0, len(positions), _BATCH_SIZE)
        parts = [classifier.probabilities(pixels[start : start + _BATCH_SIZE]) for start in starts]
    return _Reading(opened.class_names, pixels, np.concatenate(parts))


def _most_telling(one_right: Truths, other_right: Truths, one: _Reading, other: _Reading) -> int | None:
    """The picture to show: of the best kind that there is, the one whose wrong answer is given most surely."""
    for kind, wrong in (
        (one_right & ~other_right, other),
        (~one_right & other_right, one),
        (~one_right & ~other_right, other),
    ):
        if kind.any():
            return int(np.where(kind, wrong.probabilities.max(axis=1), -1).argmax())
    return None
