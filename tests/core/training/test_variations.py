"""The preview of variations: what training will show, without any network."""

import numpy as np
import pytest

from core.answers import Variations
from core.inference import Inference
from core.questions import Vary
from core.training.augmentation import Augmentation, AugmentationKind
from core.training.augmenting import Augmenter
from core.training.loop import Examples

pytestmark = pytest.mark.heavy

PHOTO = np.random.default_rng(1).integers(0, 256, (20, 20, 3)).astype(np.uint8)


def asked(kind: AugmentationKind, seed: int = 7, most: int = 16) -> Variations:
    answer = Inference().answer(Vary(PHOTO, Augmentation(kind), seed, most))
    assert isinstance(answer, Variations)
    assert len(answer.pictures) == len(answer.labels)
    return answer


def shown_by_training(kind: AugmentationKind, epoch: int) -> np.ndarray:
    augmenter = Augmenter(Augmentation(kind), 7)
    examples = Examples(
        lambda positions: PHOTO[None][positions], np.zeros(1, np.int64), np.zeros(1, np.int32), augmenter
    )
    return np.concatenate([pictures for pictures, _ in examples.batches(4, epoch=epoch)])


def test_turns_are_the_photo_and_the_fifteen_others_in_their_order() -> None:
    found = asked("turns")
    copies = shown_by_training("turns", 1)
    assert np.array_equal(found.pictures[0], PHOTO)
    assert np.array_equal(found.pictures[1:], np.delete(copies, 8, axis=0))
    labels = [str(label) for label in found.labels]
    assert labels[:4] == ["original", "−20°", "−20°, mirrored", "−15°"]
    assert labels[8:10] == ["−5°, mirrored", "mirrored"]
    assert labels[-1] == "15°, mirrored"


def test_random_is_what_the_epochs_show_of_the_first_picture() -> None:
    found = asked("random", most=5)
    assert [str(label) for label in found.labels] == ["original", "epoch 1", "epoch 2", "epoch 3", "epoch 4"]
    assert np.array_equal(found.pictures[0], PHOTO)
    for epoch in range(1, 5):
        assert np.array_equal(found.pictures[epoch], shown_by_training("random", epoch)[0])
    assert not np.array_equal(asked("random", seed=8).pictures[1], found.pictures[1])


def test_off_is_the_photo_alone() -> None:
    assert np.array_equal(asked("off").pictures, [PHOTO])


@pytest.mark.parametrize("kind", ["off", "turns", "random"])
def test_there_are_never_more_than_asked_for(kind: AugmentationKind) -> None:
    assert len(asked(kind, most=1).pictures) == 1
    assert len(asked(kind, most=4).pictures) <= 4
    assert len(asked(kind, most=40).pictures) <= 40
