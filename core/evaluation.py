"""How good a network is on pictures that it has not learned from. Heavy: imports TensorFlow and Keras."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import keras
import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

from core.control import Control
from core.errors import DatasetError, ModelError
from core.events import Preparing, Report, Throttle, ignore
from core.image_reasons import unopened
from core.network.store import OpenedModel
from core.pictures.cache import PreparedPictures, prepare
from core.pictures.dataset import Dataset, Part, Rejected
from core.pictures.scan import scan
from core.pictures.sources import folder_of
from core.pictures.split import SPLIT_FILE, dataset_of_split
from core.training import runs
from core.words import Sentence, say

BATCH_SIZE = 32


@dataclass(frozen=True)
class Evaluation:
    """`confusion[i][j]` counts the pictures of class i that were taken for class j."""

    test_loss: float
    test_accuracy: float
    confusion: NDArray[np.int64]
    classes: tuple[str, ...]
    dataset: Dataset


def evaluate(
    opened: OpenedModel, folder: Path | None = None, report: Report = ignore, control: Control | None = None
) -> Evaluation:
    """Loss and accuracy, as Keras's `evaluate` defines them, and the confusion matrix.

    With a `folder` (or a file of arrays), on all its pictures (on its `test` part where it has one); its classes must
    be among the model's. Without, on the test part of the run that the model comes from.
    Raises ModelError, DatasetError, StorageError or Stopped.
    """
    control = control or Control()
    prepared, positions = _pictures(opened, folder, report, control)
    dataset = prepared.dataset
    known = {name: label for label, name in enumerate(opened.class_names)}
    model_label = np.array([known.get(name, -1) for name in dataset.class_names], np.int32)
    labels = model_label[dataset.labels[positions]]
    if (labels < 0).any():
        unknown = dataset.class_names[int(dataset.labels[positions][labels < 0][0])]
        raise DatasetError(
            say("The network does not know the class “{name}” of this folder.", name=unknown),
            say("It knows: {names}.", names=", ".join(opened.class_names)),
        )
    losses, answers = _predict(opened.model, prepared, positions, labels, report, control)
    count = len(opened.class_names)
    return Evaluation(
        test_loss=float(np.mean(losses)),
        test_accuracy=float(np.mean(answers == labels)),
        confusion=tf.math.confusion_matrix(labels, answers, count, dtype=tf.int64).numpy(),
        classes=opened.class_names,
        dataset=dataset,
    )


def _pictures(
    opened: OpenedModel, folder: Path | None, report: Report, control: Control
) -> tuple[PreparedPictures, NDArray[np.int64]]:
    if folder is not None:
        found = scan(folder_of(folder, report, control), control)
        prepared = prepare(found, opened.frame, report, control, is_for_training=False)
        has_test = "test" in found.named_parts
        pictures = prepared.dataset.pictures
        chosen = [i for i, picture in enumerate(pictures) if picture.part == "test" or not has_test]
        if not chosen:
            raise DatasetError(
                say("None of the test pictures in “{folder}” can be read.", folder=found.root.name),
                say("Name another folder of pictures to evaluate it on."),
            )
        return prepared, np.array(chosen, np.int64)
    if opened.run is None:
        raise ModelError(
            say("“{name}” is a model without a run, so it has no test pictures of its own.", name=opened.title),
            say("Name a folder of pictures to evaluate it on."),
        )
    hint = say("Name a folder of pictures to evaluate it on.")
    return pictures_of_run(opened, "test", hint, report, control)


def pictures_of_run(
    opened: OpenedModel, part: Part, hint: Sentence, report: Report = ignore, control: Control | None = None
) -> tuple[PreparedPictures, NDArray[np.int64]]:
    """The pictures that a run learned from, decoded as it saw them, and which of those that are left were in `part`.

    Raises ModelError (the split is lost) or DatasetError (there are none, or none is left), both with `hint`,
    StorageError or Stopped.
    """
    assert opened.run is not None, "opened from a run"
    facts = runs.read_facts(opened.run)
    try:
        dataset = dataset_of_split(opened.run / SPLIT_FILE, Path(facts.pictures))
    except (OSError, ValueError) as error:
        what = say("The split of the run “{name}” cannot be read: {reason}.", name=opened.title, reason=error)
        raise ModelError(what, hint) from error
    if not _positions(dataset, part):
        raise DatasetError(_nothing_kept(part, opened.title), hint)
    dataset.require_folder()
    gone = unopened(FileNotFoundError()).what
    dataset = dataset.without(
        Rejected(each.file, gone) for each in dataset.pictures if not dataset.path(each).is_file()
    )
    if _positions(dataset, part):
        prepared = prepare(dataset, opened.frame, report, control, is_for_training=False)
        chosen = _positions(prepared.dataset, part)
        if chosen:
            return prepared, np.array(chosen, np.int64)
    raise DatasetError(_nothing_left(part, dataset.root), hint)


def _positions(dataset: Dataset, part: Part) -> list[int]:
    return [position for position, picture in enumerate(dataset.pictures) if picture.part == part]


def _nothing_kept(part: Part, run: str) -> Sentence:
    if part == "test":
        return say("The run “{name}” kept no pictures for the test.", name=run)
    return say("The run “{name}” kept no pictures for validation.", name=run)


def _nothing_left(part: Part, folder: Path) -> Sentence:
    if part == "test":
        return say("None of the run's test pictures are left in “{folder}”.", folder=folder)
    return say("None of the run's validation pictures are left in “{folder}”.", folder=folder)


def _predict(
    model: keras.Model,
    prepared: PreparedPictures,
    positions: NDArray[np.int64],
    labels: NDArray[np.int32],
    report: Report,
    control: Control,
) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
    """The loss and the answer for each picture."""

    def test(pictures: tf.Tensor, wanted: tf.Tensor) -> tuple[tf.Tensor, tf.Tensor]:
        probabilities = model(tf.cast(pictures, tf.float32), training=False)
        # Within one graph Keras takes the loss from the logits before the softmax; from probabilities alone it
        # would be cut at 16.
        return keras.losses.sparse_categorical_crossentropy(wanted, probabilities), tf.argmax(probabilities, axis=1)

    forward: Callable[..., tuple[tf.Tensor, tf.Tensor]] = tf.function(
        test,
        input_signature=(tf.TensorSpec((None, *model.input_shape[1:]), tf.uint8), tf.TensorSpec((None,), tf.int32)),
        autograph=False,
        jit_compile=False,
    )
    losses, answers = [], []
    throttle = Throttle()
    for start in range(0, len(positions), BATCH_SIZE):
        control.check()
        batch = slice(start, start + BATCH_SIZE)
        loss, answer = forward(prepared.pixels(positions[batch]), labels[batch])
        losses.append(loss.numpy())
        answers.append(answer.numpy())
        done = min(start + BATCH_SIZE, len(positions))
        if throttle.is_due() or done == len(positions):
            report(Preparing(say("testing"), done, len(positions)))
    return np.concatenate(losses), np.concatenate(answers)
