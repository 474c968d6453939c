"""Every picture once per epoch, in an order that follows from seed and epoch; numbers as Keras defines them."""

import math

import keras
import numpy as np
import pytest

from core.control import Control
from core.errors import Stopped
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

    def examples(self, positions: np.ndarray | None = None) -> Examples:
        positions = np.arange(5, 5 + COUNT) if positions is None else positions
        return Examples(self.pixels, positions, self.labels[positions])


@pytest.fixture
def album() -> Album:
    return Album()


@pytest.fixture
def trainer() -> Trainer:
    keras.utils.set_random_seed(1)
    model = keras.Sequential(
        [
            keras.Input((SIZE, SIZE, 3)),
            keras.layers.Rescaling(1 / 256),
            keras.layers.Flatten(),
            keras.layers.Dropout(0.3),
            keras.layers.Dense(3, activation="softmax"),
        ]
    )
    return Trainer(model, 0.01)


def order_of(trainer: Trainer, album: Album, seed: int, epoch: int) -> list[int]:
    album.asked.clear()
    list(trainer.train_epoch(album.examples(), 8, seed, epoch))
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
