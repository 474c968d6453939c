"""The pictures that a network is judged by: those of its run, or of a folder. Heavy: imports Keras."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.control import Control
from core.errors import DatasetError, ModelError
from core.events import Report, ignore
from core.image_reasons import unopened
from core.network.store import OpenedModel
from core.pictures.cache import PreparedPictures, prepare
from core.pictures.dataset import PARTS, Dataset, Part, Rejected
from core.pictures.scan import scan
from core.pictures.sources import folder_of
from core.pictures.split import SPLIT_FILE, dataset_of_split
from core.training import runs
from core.words import Sentence, say


@dataclass(frozen=True, eq=False)
class PicturesInParts:
    """Decoded pictures, and the positions of those in each part that has any."""

    prepared: PreparedPictures
    parts: Mapping[Part, NDArray[np.int64]]


def pictures_of_folder(opened: OpenedModel, folder: Path, report: Report, control: Control) -> PicturesInParts:
    """All pictures of a folder, or of a file of arrays, as the model takes them: its `test` part where it has one. All
    are for the test. Raises DatasetError (none can be read), StorageError or Stopped."""
    found = scan(folder_of(folder, report, control), control)
    prepared = prepare(found, opened.frame, report, control, is_for_training=False)
    has_test = "test" in found.named_parts
    pictures = prepared.dataset.pictures
    chosen = [i for i, picture in enumerate(pictures) if picture.part == "test" or not has_test]
    if not chosen:
        if not pictures:
            # Says what there is instead.
            prepared.dataset.require_trainable()
        raise DatasetError(
            say("None of the test pictures in “{folder}” can be read.", folder=found.root.name),
            say("Name another folder of pictures to evaluate it on."),
        )
    return PicturesInParts(prepared, {"test": np.array(chosen, np.int64)})


def pictures_of_run(
    opened: OpenedModel, hint: Sentence, report: Report = ignore, control: Control | None = None
) -> PicturesInParts:
    """The pictures that a run learned from, decoded as it saw them, in the parts that they were in then; those that are
    gone since are left out.

    Raises ModelError (no run, or its split is lost) or DatasetError (none is left), both with `hint`, StorageError or
    Stopped.
    """
    if opened.run is None:
        raise ModelError(
            say("“{name}” is a model without a run, so it has no test pictures of its own.", name=opened.title), hint
        )
    dataset = split_dataset(opened, hint)
    dataset.require_folder()
    gone = unopened(FileNotFoundError()).what
    dataset = dataset.without(
        Rejected(each.file, gone) for each in dataset.pictures if not dataset.path(each).is_file()
    )
    prepared = prepare(dataset, opened.frame, report, control, is_for_training=False) if dataset.pictures else None
    parts = _parts(prepared.dataset) if prepared is not None else {}
    if prepared is None or not parts:
        raise DatasetError(say("None of the run's pictures are left in “{folder}”.", folder=dataset.root), hint)
    return PicturesInParts(prepared, parts)


def split_dataset(opened: OpenedModel, hint: Sentence) -> Dataset:
    """The pictures of a run as they were shared out then, whether or not they are still there. Raises ModelError."""
    assert opened.run is not None, "opened from a run"
    facts = runs.read_facts(opened.run)
    try:
        return dataset_of_split(opened.run / SPLIT_FILE, Path(facts.pictures))
    except (OSError, ValueError) as error:
        what = say("The split of the run “{name}” cannot be read: {reason}.", name=opened.title, reason=error)
        raise ModelError(what, hint) from error


def require_part(opened: OpenedModel, found: PicturesInParts, part: Part, hint: Sentence) -> NDArray[np.int64]:
    """The positions of the pictures in one part. Raises DatasetError with `hint` where there are none."""
    if part in found.parts:
        return found.parts[part]
    raise missing_part(opened, part, hint)


def missing_part(opened: OpenedModel, part: Part, hint: Sentence) -> DatasetError:
    """What to raise where a run has no pictures in one part: it kept none, or they are gone."""
    dataset = split_dataset(opened, hint)
    was_there = any(each.part == part for each in dataset.pictures)
    return DatasetError(_nothing_left(part, dataset.root) if was_there else _nothing_kept(part, opened.title), hint)


def model_labels(opened: OpenedModel, dataset: Dataset, positions: NDArray[np.int64]) -> NDArray[np.int64]:
    """The class of each picture by its position in the model's class names. Raises DatasetError for a class that the
    model does not know."""
    known = {name: label for label, name in enumerate(opened.class_names)}
    model_label = np.array([known.get(name, -1) for name in dataset.class_names], np.int64)
    labels: NDArray[np.int64] = model_label[dataset.labels[positions]]
    if (labels < 0).any():
        unknown = dataset.class_names[int(dataset.labels[positions][labels < 0][0])]
        raise DatasetError(
            say("The network does not know the class “{name}” of this folder.", name=unknown),
            say("It knows: {names}.", names=", ".join(opened.class_names)),
        )
    return labels


def _parts(dataset: Dataset) -> dict[Part, NDArray[np.int64]]:
    found = {
        part: np.array([i for i, each in enumerate(dataset.pictures) if each.part == part], np.int64) for part in PARTS
    }
    return {part: positions for part, positions in found.items() if len(positions)}


def _nothing_kept(part: Part, run: str) -> Sentence:
    if part == "test":
        return say("The run “{name}” kept no pictures for the test.", name=run)
    return say("The run “{name}” kept no pictures for validation.", name=run)


def _nothing_left(part: Part, folder: Path) -> Sentence:
    if part == "test":
        return say("None of the run's test pictures are left in “{folder}”.", folder=folder)
    return say("None of the run's validation pictures are left in “{folder}”.", folder=folder)
