"""Every picture once per epoch, in an order that follows from seed and epoch; numbers as Keras defines them."""

import math

import keras
import numpy as np
import pytest

from core.control import Control
from core.errors import Stopped
from core.training.augmentation import Augmentation
from core.training.augmenting import Augmenter
from core.training.loop import Examples, Tally, Trainer

pytestmark = pytest.mark.heavy

SIZE = 6
COUNT = 23


class Album:
    """Random pictures with their classes, that remembers who was asked for."""

    def __init__(self) -> None:
        rng = np.random.default_rng(2)
        self.pictures = rng.integers(0, 256, (40, SIZE, SIZE, 3)).astype(np.uint8)
        self.labels = rng.integers(0, 3, 40).astype(np.int32)
        self.asked: list[int] = []

    def pixels(self, positions: np.ndarray) -> np.ndarray:
        self.asked += positions.tolist()
        return self.pictures[positions]

    def examples(self, positions: np.ndarray | None = None, augmenter: Augmenter | None = None) -> Examples:
        positions = np.arange(5, 5 + COUNT) if positions is None else positions
        return Examples(self.pixels, positions, self.labels[positions], augmenter)


@pytest.fixture
def album() -> Album:
    return Album()


def small_model() -> keras.Model:
    keras.utils.set_random_seed(1)
    return keras.Sequential(
        [
            keras.Input((SIZE, SIZE, 3)),
            keras.layers.Rescaling(1 / 256),
            keras.layers.Flatten(),
            keras.layers.Dropout(0.3),
            keras.layers.Dense(3, activation="softmax"),
        ]
    )


@pytest.fixture
def trainer() -> Trainer:
    return Trainer(small_model(), 0.01)


def order_of(trainer: Trainer, album: Album, seed: int, epoch: int, augmenter: Augmenter | None = None) -> list[int]:
    album.asked.clear()
    list(trainer.train_epoch(album.examples(augmenter=augmenter), 8, seed, epoch))
    return list(album.asked)


def test_an_epoch_reaches_every_picture_exactly_once(trainer: Trainer, album: Album) -> None:
    results = list(trainer.train_epoch(album.examples(), 8, 7, 1))
    assert [result.count for result in results] == [8, 8, 7]
    assert sorted(album.asked) == list(range(5, 5 + COUNT))
    assert album.asked != sorted(album.asked)
    assert all(0 <= result.right <= result.count and math.isfinite(result.loss) for result in results)


def test_the_order_follows_from_seed_and_epoch_alone(trainer: Trainer, album: Album) -> None:
    first = order_of(trainer, album, 7, 1)
    assert order_of(trainer, album, 7, 2) != first
    assert order_of(trainer, album, 8, 1) != first
    assert order_of(trainer, album, 7, 1) == first


def test_without_variation_the_order_is_the_seeds_permutation(trainer: Trainer, album: Album) -> None:
    """Runs of before are made again as they were."""
    expected = (5 + np.random.default_rng([7, 2]).permutation(COUNT)).tolist()
    assert order_of(trainer, album, 7, 2) == expected
    assert expected[:6] == [15, 27, 7, 13, 18, 12]


def test_pictures_and_classes_stay_together(album: Album) -> None:
    examples = album.examples()
    order = np.random.default_rng(0).permutation(COUNT)
    seen = 0
    for pictures, labels in examples.batches(5, order):
        for picture, label in zip(pictures, labels, strict=True):
            position = int(examples.positions[order[seen]])
            assert np.array_equal(picture, album.pictures[position])
            assert label == album.labels[position]
            seen += 1
    assert seen == COUNT


def test_an_epoch_of_turns_shows_every_copy_of_every_photo_once(trainer: Trainer, album: Album) -> None:
    examples = album.examples(augmenter=Augmenter(Augmentation("turns"), 7))
    assert len(examples) == 16 * COUNT
    results = list(trainer.train_epoch(examples, 8, 7, 1))
    assert [result.count for result in results] == [8] * (2 * COUNT)
    assert np.bincount(album.asked)[5:].tolist() == [16] * COUNT
    order = np.random.default_rng(0).permutation(len(examples))
    seen = {
        (picture.tobytes(), int(label))
        for pictures, labels in examples.batches(8, order, 1)
        for picture, label in zip(pictures, labels, strict=True)
    }
    assert len(seen) == 16 * COUNT
    originals = {(album.pictures[each].tobytes(), int(album.labels[each])) for each in range(5, 5 + COUNT)}
    assert originals < seen


def test_the_order_of_turns_follows_from_seed_and_epoch_alone(trainer: Trainer, album: Album) -> None:
    turns = Augmenter(Augmentation("turns"), 7)
    first = order_of(trainer, album, 7, 1, turns)
    assert first == order_of(trainer, album, 7, 1, turns) != order_of(trainer, album, 7, 2, turns)
    assert len(set(first[:8])) > 1, "the copies of a photo are spread over the epoch"


def test_random_variation_shows_every_photo_once_anew_in_each_epoch(trainer: Trainer, album: Album) -> None:
    examples = album.examples(augmenter=Augmenter(Augmentation("random"), 7))
    list(trainer.train_epoch(examples, 8, 7, 1))
    assert sorted(album.asked) == list(range(5, 5 + COUNT))
    first, again, second = (
        np.concatenate([pictures for pictures, _ in examples.batches(size, epoch=epoch)])
        for size, epoch in ((8, 1), (5, 1), (8, 2))
    )
    assert np.array_equal(first, again)
    assert (first != second).any(axis=(1, 2, 3)).all()


def test_what_is_varied_is_never_evaluated(trainer: Trainer, album: Album) -> None:
    with pytest.raises(AssertionError, match="only training pictures"):
        trainer.evaluate(album.examples(augmenter=Augmenter(Augmentation("random"), 7)), 8, Control())


def test_class_weights_act_as_in_kerass_fit(album: Album) -> None:
    weights = {0: 0.25, 1: 1.0, 2: 4.0}
    positions = np.arange(5, 13)
    order = positions[np.random.default_rng([7, 1]).permutation(8)]  # dropout's masks hang on a picture's place
    pictures, labels = album.pictures[order].astype(np.float32), album.labels[order]
    theirs = small_model()
    theirs.compile(
        keras.optimizers.Adam(0.01), loss="sparse_categorical_crossentropy", weighted_metrics=[], jit_compile=False
    )
    history = theirs.fit(pictures, labels, batch_size=8, epochs=1, shuffle=False, class_weight=weights, verbose=0)
    ours = Trainer(small_model(), 0.01, np.array(list(weights.values()), np.float32))
    (result,) = ours.train_epoch(album.examples(positions), 8, 7, 1)
    assert result.loss == pytest.approx(history.history["loss"][0], rel=1e-5)
    for mine, other in zip(ours.model.get_weights(), theirs.get_weights(), strict=True):
        assert np.allclose(mine, other, rtol=1e-5, atol=1e-6)


def test_class_weights_leave_accuracy_and_evaluation_alone(album: Album) -> None:
    plain = Trainer(small_model(), 0.01)
    weighed = Trainer(small_model(), 0.01, np.array([0.25, 1, 4], np.float32))
    one, other = (each.evaluate(album.examples(), 8, Control()) for each in (plain, weighed))
    assert one == other
    first, second = (next(each.train_epoch(album.examples(), 8, 7, 1)) for each in (plain, weighed))
    assert first.right == second.right
    assert first.loss != second.loss


def test_evaluate_equals_kerass(trainer: Trainer, album: Album) -> None:
    list(trainer.train_epoch(album.examples(), 8, 7, 1))
    tally = trainer.evaluate(album.examples(), 8, Control())
    trainer.model.compile(loss="sparse_categorical_crossentropy", metrics=["accuracy"], jit_compile=False)
    positions = album.examples().positions
    loss, accuracy = trainer.model.evaluate(
        album.pictures[positions].astype(np.float32), album.labels[positions], batch_size=8, verbose=0
    )
    assert tally.loss == pytest.approx(loss, rel=1e-6)
    assert tally.accuracy == pytest.approx(accuracy, rel=1e-6)
    assert tally.count == COUNT


def test_evaluate_changes_nothing(trainer: Trainer, album: Album) -> None:
    before = trainer.model.get_weights()
    one, other = (trainer.evaluate(album.examples(), size, Control()) for size in (8, 5))
    assert all(np.array_equal(a, b) for a, b in zip(before, trainer.model.get_weights(), strict=True))
    assert one.loss == pytest.approx(other.loss, rel=1e-6), "the size of the batches does not show"
    assert one.right == other.right


def test_training_lowers_the_loss(trainer: Trainer, album: Album) -> None:
    before = trainer.evaluate(album.examples(), 8, Control()).loss
    for epoch in range(1, 9):
        list(trainer.train_epoch(album.examples(), 8, 7, epoch))
    assert trainer.evaluate(album.examples(), 8, Control()).loss < before


def test_a_stop_ends_an_evaluation(trainer: Trainer, album: Album) -> None:
    control = Control()
    control.stop()
    with pytest.raises(Stopped):
        trainer.evaluate(album.examples(), 8, control)


def test_nothing_to_evaluate_is_no_number(trainer: Trainer, album: Album) -> None:
    tally = trainer.evaluate(album.examples(np.array([], np.int64)), 8, Control())
    assert math.isnan(tally.loss)
    assert math.isnan(tally.accuracy)


def test_a_tally_weighs_every_picture_the_same() -> None:
    tally = Tally()
    tally.add(1.0, 8, 8)
    tally.add(4.0, 0, 2)
    assert tally.loss == pytest.approx(1.6)
    assert tally.accuracy == pytest.approx(0.8)
